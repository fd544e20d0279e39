/// The values and options of one block, checked against the form of its kind.
public struct BlockArguments: Sendable {
  private let syntax: BlockSyntax
  private let form: BlockForm

  init(_ syntax: BlockSyntax, form: BlockForm) throws(BlockError) {
    self.syntax = syntax
    self.form = form
    if syntax.values.count > form.values.count {
      let extra = syntax.values[form.values.count]
      throw BlockError(
        extra.place, "'\(extra.text)' is one value too many",
        expected: form.values.isEmpty
          ? "no value after \(form.name)"
          : form.values.map(\.name).joined(separator: ", ") + " only")
    }
    for (value, parameter) in zip(syntax.values, form.values) {
      try BlockArguments.check(value, parameter)
    }
    if let missing = form.values.dropFirst(syntax.values.count).first(where: \.isRequired) {
      let last = syntax.values.last ?? syntax.kind
      throw BlockError(
        BlockPlace(line: last.place.line, column: last.endColumn),
        "\(form.name) lacks its \(missing.name)", expected: missing.expectation)
    }
    let known = form.options + BlockForm.common
    for option in syntax.options {
      guard let parameter = known.first(where: { $0.name == option.name }) else {
        throw BlockError(
          option.place, "\(form.name) has no option '\(option.name)'",
          expected: "one of " + known.map(\.name).joined(separator: ", "))
      }
      try BlockArguments.check(option.value, parameter)
    }
  }

  private static func check(
    _ item: BlockSyntax.Item, _ parameter: BlockForm.Parameter
  ) throws(BlockError) {
    let fits =
      switch parameter.values {
      case .text: !item.text.allSatisfy(\.isWhitespace)
      case .number(let range): Int(item.text).map(range.contains) ?? false
      case .words(let words): words.contains(item.text)
      }
    guard fits else {
      throw BlockError(
        item.place, "'\(item.text)' is no \(parameter.name)", expected: parameter.expectation)
    }
  }

  /// A value by its name in the form; nil when it is not given.
  public func value(_ name: String) -> String? { item(name)?.text }

  /// A number by its name in the form; nil when it is not given.
  public func number(_ name: String) -> Int? { item(name).flatMap { Int($0.text) } }

  /// Where a value or option stands; the start of the block when it is not given.
  public func place(of name: String) -> BlockPlace { item(name)?.place ?? syntax.kind.place }

  private func item(_ name: String) -> BlockSyntax.Item? {
    if let index = form.values.firstIndex(where: { $0.name == name }) {
      return index < syntax.values.count ? syntax.values[index] : nil
    }
    return syntax.options.first { $0.name == name }?.value
  }
}

extension BlockSyntax.Item {
  /// The column after it, quotes included.
  fileprivate var endColumn: Int { place.column + text.count + (isQuoted ? 2 : 0) }
}

extension ReportCase {
  /// The entity a block names.
  public func entity(_ name: String, at place: BlockPlace) throws(BlockError) -> Entity {
    do {
      // The one who writes the block knows the names that the report must not show.
      let found = try (redacted?.original ?? network).entity(named: name)
      let id = redacted?.ids[found.id] ?? found.id
      return entityByID[id] ?? found
    } catch {
      throw BlockError(error, name: name, at: place)
    }
  }
}

extension BlockError {
  /// Why a name does not lead to one entity, and what would.
  fileprivate init(_ error: LookupError, name: String, at place: BlockPlace) {
    switch error {
    case .notFound(_, let near):
      let names = near.map { "'\($0)'" }.joined(separator: ", ")
      self.init(
        place, "no entity is called '\(name)'",
        expected: "a name of the case" + (near.isEmpty ? "" : ", as \(names)"))
    case .ambiguous(_, let candidates):
      let names = candidates.prefix(6).map { "'\($0.name)' (\($0.type.rawValue), \($0.id))" }
      self.init(
        place, "'\(name)' may mean \(candidates.count) entities",
        expected: "more of the name, or an id: " + names.joined(separator: ", "))
    }
  }
}
