extension BlockKinds {
  /// The kinds of block as a text for people.
  public var help: String {
    let texts = kinds.map { $0.form.help }
    let common = BlockForm.common.map(\.help).joined(separator: "\n")
    return texts.joined(separator: "\n\n") + "\n\nEvery block takes\n" + common
  }
}

extension BlockForm {
  /// The kind in a few lines: how it is written, what it shows, its values and options.
  public var help: String {
    let values = values.map { $0.isRequired ? $0.name.uppercased() : "[\($0.name.uppercased())]" }
    let head = ([name] + values + options.map { "[\($0.name)=…]" }).joined(separator: " ")
    let lines = (self.values + options).map(\.help)
    return ([head, "  " + summary] + lines + ["  Example: " + example]).joined(separator: "\n")
  }
}

extension BlockForm.Parameter {
  fileprivate var help: String {
    switch values {
    case .text: "    \(name): \(meaning)"
    case .number(let range): "    \(name): \(meaning), \(range.lowerBound) to \(range.upperBound)"
    case .words(let words): "    \(name): \(meaning): \(words.joined(separator: ", "))"
    }
  }
}
