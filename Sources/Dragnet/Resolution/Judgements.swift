import DragnetText

/// Why a file of judgements could not be read.
public enum JudgementsError: Error, Equatable, CustomStringConvertible {
  /// A line is not a judgement.
  case badLine(file: String, line: Int, reason: String)

  /// Where and what.
  public var description: String {
    switch self {
    case .badLine(let file, let line, let reason): "\(file):\(line): \(reason)"
    }
  }
}

/// Decisions of a person on who is who, which overrule what Dragnet works out.
///
/// A file has one decision a line, in UTF-8, parted by tabs: `same` or `different`, the one, the
/// other, and why. Each side is a type and a name, and where the name alone does not tell, ` @ ` and
/// the name of a document, and words of it in quotation marks that the mention stands in. Empty lines
/// and lines that start with `#` are skipped. `docs/judgements.md` has examples.
public struct Judgements: Sendable, Equatable {
  /// One of the two that are judged: all mentions that answer to it.
  public struct Side: Sendable, Hashable {
    /// What it is.
    public var type: EntityType
    /// What the texts call it.
    public var name: String
    /// The only document that is meant; nil means all.
    public var document: String?
    /// Words of the document that a mention must stand in.
    public var words: String?

    /// Makes a side.
    public init(
      type: EntityType, name: String, document: String? = nil, words: String? = nil
    ) {
      self.type = type
      self.name = name
      self.document = document
      self.words = words
    }
  }

  /// One decision.
  public struct Line: Sendable, Hashable {
    /// True for *same*, false for *different*.
    public var isSame: Bool
    /// The one.
    public var left: Side
    /// The other.
    public var right: Side
    /// Why, in the words of the one who decided; empty when not said.
    public var reason: String
    /// Its number in the file, from 1.
    public var number: Int

    /// Makes a decision.
    public init(isSame: Bool, left: Side, right: Side, reason: String = "", number: Int) {
      self.isSame = isSame
      self.left = left
      self.right = right
      self.reason = reason
      self.number = number
    }
  }

  /// The decisions, in the order of the file.
  public var lines: [Line]

  /// Makes a list; by default an empty one.
  public init(lines: [Line] = []) { self.lines = lines }

  /// Reads the text of a file of judgements.
  ///
  /// - Parameter file: the file's name, for messages.
  /// - Throws: `JudgementsError.badLine` for the first line that is none.
  public init(parsing text: String, file: String) throws(JudgementsError) {
    lines = []
    for (index, line) in TabbedLines.fields(of: text) {
      do throws(Fault) {
        lines.append(try Judgements.line(line, number: index))
      } catch {
        throw .badLine(file: file, line: index, reason: error.reason)
      }
    }
  }

  private struct Fault: Error {
    let reason: String
  }

  private static func line(_ fields: [String], number: Int) throws(Fault) -> Line {
    guard fields[0] == "same" || fields[0] == "different" else {
      throw Fault(reason: "'\(fields[0].prefix(40))' is no decision; use same or different")
    }
    guard fields.count >= 3 else {
      throw Fault(reason: "expected \(fields[0]), the one and the other, parted by tabs")
    }
    return Line(
      isSame: fields[0] == "same", left: try side(fields[1]), right: try side(fields[2]),
      reason: fields.dropFirst(3).joined(separator: " "), number: number)
  }

  /// `person Rui Almada @ ledger.txt “Mr Almada of Leixoes”`.
  private static func side(_ field: String) throws(Fault) -> Side {
    let parts = field.split(separator: " ", maxSplits: 1)
    guard let first = parts.first, let type = EntityType(rawValue: String(first)) else {
      let types = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
      throw Fault(reason: "'\(field.prefix(40))' does not start with a type: \(types)")
    }
    guard parts.count == 2 else {
      throw Fault(reason: "a name is missing after '\(type.rawValue)'")
    }
    var rest = parts[1]
    var words: String?
    // Words stand at the end, after a document; what a name is set in stays with it.
    if let last = rest.last, last == "”" || last == "\"",
      let open = rest.dropLast().lastIndex(of: last == "”" ? "“" : "\""),
      lastMark(in: rest[..<open]) != nil
    {
      words = TabbedLines.trimmed(rest[rest.index(after: open)...].dropLast())
      rest = rest[..<open]
    }
    guard let mark = lastMark(in: rest) else { return Side(type: type, name: String(rest)) }
    let name = TabbedLines.trimmed(rest[..<mark.lowerBound])
    let document = TabbedLines.trimmed(rest[mark.upperBound...])
    guard !name.isEmpty, !document.isEmpty, words?.isEmpty != true else {
      throw Fault(
        reason: "'\(field.prefix(40))' needs a name, ' @ ', a document and words of it")
    }
    return Side(type: type, name: name, document: document, words: words)
  }

  /// Where the last ` @ ` stands.
  private static func lastMark(in text: Substring) -> Range<Substring.Index>? {
    var start = text.endIndex
    while start > text.startIndex {
      start = text.index(before: start)
      let rest = text[start...]
      if rest.hasPrefix(" @ ") { return start..<text.index(start, offsetBy: 3) }
    }
    return nil
  }
}

/// Lines of a file that a person writes, parted by tabs.
enum TabbedLines {
  /// The trimmed fields of every line that is neither empty nor starts with `#`, with its number
  /// from 1. Only line feeds, alone or after a carriage return, end a line.
  static func fields(of text: String) -> [(number: Int, fields: [String])] {
    let lines = text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, bytes in
      let fields = bytes.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { trimmed(Substring($0)) }
      guard let first = fields.first, !first.hasPrefix("#"), fields.contains(where: { !$0.isEmpty })
      else { return nil }
      return (index + 1, fields)
    }
  }

  /// A text without white space and byte order marks at its ends.
  static func trimmed(_ text: Substring) -> String {
    func isBlank(_ character: Character) -> Bool {
      character.isWhitespace || character == "\u{FEFF}"
    }
    var rest = text.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }
}
