/// A block as it is written: a kind, values and options, each with its place.
///
///     block   = kind { value | option }
///     kind    = word
///     value   = quoted | word
///     option  = name "=" ( quoted | word )
///     quoted  = '"' { character | '\"' | '\\' } '"'
///
/// Any white space parts the items, line ends too; a line that starts with `#` is a remark.
/// `docs/report-blocks.md` has the whole grammar.
struct BlockSyntax: Equatable {
  /// A word or a quoted text.
  struct Item: Equatable {
    var text: String
    var place: BlockPlace
    /// False for a bare word.
    var isQuoted = false
  }

  /// `name=value`.
  struct Option: Equatable {
    var name: String
    var place: BlockPlace
    var value: Item
  }

  var kind: Item
  var values: [Item] = []
  var options: [Option] = []

  /// Reads a block.
  init(_ text: String) throws(BlockError) {
    var reader = BlockScanner(text)
    guard let first = try reader.next() else {
      throw BlockError(reader.place, "the block is empty", expected: "a kind of block")
    }
    guard case .value(let kind) = first, !kind.isQuoted else {
      throw BlockError(
        BlockPlace(line: 1, column: 1), "a block starts with its kind", expected: "a bare word")
    }
    self.kind = kind
    while let item = try reader.next() {
      switch item {
      case .value(let value): values.append(value)
      case .option(let option):
        if options.contains(where: { $0.name == option.name }) {
          throw BlockError(
            option.place, "the option \(option.name) is given twice", expected: "it once")
        }
        options.append(option)
      }
    }
  }

  /// The block in one line, as it is compared and remembered: options by name, words quoted only
  /// where they must be.
  var normalized: String {
    func written(_ item: Item) -> String {
      let isPlain =
        !item.text.isEmpty
        && item.text.allSatisfy { $0.isLetter || $0.isNumber || "-_.:,".contains($0) }
      guard !isPlain || item.isQuoted else { return item.text }
      return "\"" + item.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    return
      ([kind.text] + values.map(written)
      + options.sorted { $0.name < $1.name }.map { "\($0.name)=\(written($0.value))" })
      .joined(separator: " ")
  }
}

/// A place in a block: line and column, from 1, the column in characters.
public struct BlockPlace: Sendable, Hashable {
  /// From 1.
  public var line: Int
  /// From 1.
  public var column: Int

  /// Makes a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Cuts a block into items.
private struct BlockScanner {
  enum Item {
    case value(BlockSyntax.Item)
    case option(BlockSyntax.Option)
  }

  private let characters: [Character]
  private var position = 0
  private(set) var place = BlockPlace(line: 1, column: 1)

  init(_ text: String) { characters = Array(text) }

  private var current: Character? { position < characters.count ? characters[position] : nil }

  private mutating func advance() {
    if characters[position].isNewline {
      place = BlockPlace(line: place.line + 1, column: 1)
    } else {
      place.column += 1
    }
    position += 1
  }

  mutating func next() throws(BlockError) -> Item? {
    skipSpace()
    guard let character = current else { return nil }
    let start = place
    if Self.quotes[character] != nil {
      let text = try quoted()
      try requireEnd(after: "a quoted text")
      return .value(.init(text: text, place: start, isQuoted: true))
    }
    let word = bareWord()
    guard current == "=" else {
      guard !word.isEmpty else {
        throw BlockError(start, "'\(character)' starts nothing", expected: "a word or a quoted text")
      }
      try requireEnd(after: "'\(word)'")
      return .value(.init(text: word, place: start))
    }
    guard !word.isEmpty else {
      throw BlockError(start, "'=' has no name before it", expected: "name=value")
    }
    advance()
    let valueStart = place
    if let character = current, Self.quotes[character] != nil {
      let text = try quoted()
      try requireEnd(after: "a quoted text")
      return .option(
        .init(
          name: word, place: start, value: .init(text: text, place: valueStart, isQuoted: true)))
    }
    let value = bareWord()
    guard !value.isEmpty else {
      throw BlockError(
        valueStart, "\(word)= has no value", expected: "a word or a quoted text right after '='")
    }
    try requireEnd(after: "'\(value)'")
    return .option(.init(name: word, place: start, value: .init(text: value, place: valueStart)))
  }

  /// Opening quotes and what closes them.
  private static let quotes: [Character: [Character]] = [
    "\"": ["\""], "“": ["”"], "„": ["“", "”"], "«": ["»"],
  ]

  private mutating func skipSpace() {
    while let character = current {
      if character == "#", isAtLineStart {
        while let rest = current, !rest.isNewline {
          _ = rest
          advance()
        }
      } else if character.isWhitespace {
        advance()
      } else {
        return
      }
    }
  }

  private var isAtLineStart: Bool {
    var index = position - 1
    while index >= 0, !characters[index].isNewline {
      if !characters[index].isWhitespace { return false }
      index -= 1
    }
    return true
  }

  private mutating func bareWord() -> String {
    var word = ""
    while let character = current, !character.isWhitespace, character != "=",
      Self.quotes[character] == nil
    {
      word.append(character)
      advance()
    }
    return word
  }

  private mutating func quoted() throws(BlockError) -> String {
    let start = place
    let opening = characters[position]
    let closing = Self.quotes[opening] ?? []
    advance()
    var text = ""
    while let character = current, !character.isNewline {
      if closing.contains(character) {
        advance()
        return text
      }
      if character == "\\", position + 1 < characters.count,
        closing.contains(characters[position + 1]) || characters[position + 1] == "\\"
      {
        advance()
      }
      text.append(characters[position])
      advance()
    }
    throw BlockError(
      start, "the quotation that opens here is not closed on its line",
      expected: closing.map(String.init).joined(separator: " or "))
  }

  private func requireEnd(after what: String) throws(BlockError) {
    guard let character = current, !character.isWhitespace else { return }
    throw BlockError(place, "'\(character)' follows \(what) directly", expected: "a space")
  }
}
