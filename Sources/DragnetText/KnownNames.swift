/// Names a user gives: type, name and aliases, and strings that are no names.
///
/// A file has one name a line, in UTF-8, parted by tabs: `type`, name, alias, alias, …, where `type`
/// is `person`, `organization`, `agency`, `place`, `group` or `other`; `ignore` and a string keeps that
/// string from becoming a name. Empty lines and lines that start with `#` are skipped.
public struct KnownNames: Sendable, Equatable {
  /// One known name.
  public struct Entry: Sendable, Equatable {
    /// What is named.
    public var type: EntityType
    /// The name it is shown by.
    public var name: String
    /// Other names of the same.
    public var aliases: [String]

    /// Makes a known name.
    public init(type: EntityType, name: String, aliases: [String] = []) {
      self.type = type
      self.name = name
      self.aliases = aliases
    }
  }

  /// The names, in the order given.
  public var entries: [Entry]
  /// Strings that are no names, as given.
  public var ignored: [String]

  /// Makes a list; by default an empty one.
  public init(entries: [Entry] = [], ignored: [String] = []) {
    self.entries = entries
    self.ignored = ignored
  }

  /// Reads the text of a names file.
  ///
  /// - Parameters:
  ///   - text: what the file holds.
  ///   - file: the file's name, for messages.
  /// - Throws: `ReadingError.badNames` with file and line.
  public init(parsing text: String, file: String) throws(ReadingError) {
    entries = []
    ignored = []
    var number = 0
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for line in lines {
      number += 1
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(
        KnownNames.trim)
      guard let first = fields.first, !(fields.count == 1 && first.isEmpty), !first.hasPrefix("#")
      else { continue }
      guard fields.count >= 2, !fields[1].isEmpty else {
        throw .badNames(file: file, line: number, reason: "expected a type, a tab and a name")
      }
      if first == "ignore" {
        ignored += fields.dropFirst().filter { !$0.isEmpty }
      } else if let type = EntityType(rawValue: first) {
        entries.append(
          Entry(type: type, name: fields[1], aliases: fields.dropFirst(2).filter { !$0.isEmpty }))
      } else {
        let types = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
        throw .badNames(
          file: file, line: number,
          reason: "'\(first)' is not a type; use \(types) or ignore")
      }
    }
    guard entries.count < 30_000 else {
      throw .badNames(file: file, line: number, reason: "more than 30,000 names")
    }
  }

  private static func trim(_ field: Substring) -> String {
    var field = field
    while let last = field.last, last.isWhitespace || last == "\u{FEFF}" { field.removeLast() }
    while let first = field.first, first.isWhitespace || first == "\u{FEFF}" { field.removeFirst() }
    return String(field)
  }
}
