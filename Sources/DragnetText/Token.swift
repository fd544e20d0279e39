/// A word, number or mark of a sentence. Only the neural reader tells more of it than where it
/// stands.
public struct Token: Sendable, Codable, Hashable {
  /// Where it stands.
  public var range: TextRange
  /// Part of speech of Universal Dependencies: *NOUN*.
  public var upos: String?
  /// Part of speech of the Penn Treebank: *NNS*.
  public var xpos: String?
  /// Its base form.
  public var lemma: String?
  /// Index in `Reading.tokens` of the token it depends on; nil for the root of a sentence too.
  public var head: Int?
  /// How it depends on it: *nsubj*; *root* without a head.
  public var label: String?

  /// Makes a token.
  public init(
    range: TextRange, upos: String? = nil, xpos: String? = nil, lemma: String? = nil,
    head: Int? = nil, label: String? = nil
  ) {
    self.range = range
    self.upos = upos
    self.xpos = xpos
    self.lemma = lemma
    self.head = head
    self.label = label
  }
}

/// The tokens of a document, in 24 bytes each: a long document has a million.
///
/// Reads and is written as an array of tokens. Every tag, label and lemma is kept once.
public struct Tokens: Sendable, RandomAccessCollection, MutableCollection {
  /// Numbers in place of a token's texts; 0 stands for none.
  private struct Entry: Sendable, Equatable {
    var start, end: UInt32
    /// −1 for none.
    var head: Int32
    var lemma: UInt32
    var upos, xpos, label: UInt16
    var shape: UInt8
  }

  private var entries: [Entry] = []
  private var tags = TextTable()
  private var lemmas = TextTable()

  /// Makes room for nothing.
  public init() {}

  /// Takes tokens over.
  ///
  /// - Precondition: as for `append`.
  public init(_ tokens: some Sequence<Token>) {
    for token in tokens { append(token) }
    close()
  }

  /// Index of the first token.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { entries.count }

  /// One token.
  public subscript(index: Int) -> Token {
    get {
      let entry = entries[index]
      return Token(
        range: range(at: index), upos: tags[Int(entry.upos)], xpos: tags[Int(entry.xpos)],
        lemma: lemmas[Int(entry.lemma)], head: entry.head < 0 ? nil : Int(entry.head),
        label: tags[Int(entry.label)])
    }
    set {
      guard let made = entry(newValue) else { preconditionFailure(Tokens.limits) }
      entries[index] = made
    }
  }

  /// Where a token stands.
  public func range(at index: Int) -> TextRange {
    TextRange(Int(entries[index].start), Int(entries[index].end))
  }

  /// Adds a token at the end.
  ///
  /// - Precondition: it ends within 4 GB of text, and there are no more than 65,535 tags and labels.
  public mutating func append(_ token: Token) {
    guard let made = entry(token) else { preconditionFailure(Tokens.limits) }
    entries.append(made)
  }

  /// What a token takes, its texts apart.
  static var bytesPerToken: Int { MemoryLayout<Entry>.stride }

  private static let limits = "tokens lie in 4 GB of text and have few tags"

  /// The indices of the tokens that start in a range of the text; tokens are in its order.
  ///
  /// - Complexity: O(log *n*).
  public func indices(startingIn range: TextRange) -> Range<Int> {
    func first(from offset: Int) -> Int {
      var low = 0
      var high = entries.count
      while low < high {
        let middle = (low + high) / 2
        if Int(entries[middle].start) < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(from: range.start)
    return start..<Swift.max(start, first(from: range.end))
  }

  // MARK: For the readers

  /// Makes room for tokens to come.
  mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// Adds a token and how it is written.
  mutating func append(_ token: Token, shape: WordShape) {
    append(token)
    entries[entries.count - 1].shape = UInt8(shape.row + 1)
  }

  /// How a token is written, if that was said.
  func shape(at index: Int) -> WordShape? {
    let row = Int(entries[index].shape)
    return row == 0 ? nil : WordShape.allCases[row - 1]
  }

  /// Gives up what only adding needs.
  mutating func close() {
    tags.close()
    lemmas.close()
  }

  /// Numbers for a token's parts; nil if one does not fit.
  private mutating func entry(_ token: Token) -> Entry? {
    guard let start = UInt32(exactly: token.range.start),
      let end = UInt32(exactly: token.range.end), let head = Int32(exactly: token.head ?? -1),
      let upos = UInt16(exactly: tags.number(of: token.upos)),
      let xpos = UInt16(exactly: tags.number(of: token.xpos)),
      let label = UInt16(exactly: tags.number(of: token.label)),
      let lemma = UInt32(exactly: lemmas.number(of: token.lemma))
    else { return nil }
    return Entry(
      start: start, end: end, head: head, lemma: lemma, upos: upos, xpos: xpos, label: label,
      shape: 0)
  }
}

/// Texts that are kept once, by number from 1; 0 is for none.
private struct TextTable: Sendable, Equatable {
  private var texts: [String] = []
  /// Numbers by text; empty once closed, and made again when a text is added after all.
  private var numbers: [String: Int] = [:]

  subscript(number: Int) -> String? { number == 0 ? nil : texts[number - 1] }

  mutating func number(of text: String?) -> Int {
    guard let text else { return 0 }
    if numbers.isEmpty {
      for (index, text) in texts.enumerated() { numbers[text] = index + 1 }
    }
    if let known = numbers[text] { return known }
    texts.append(text)
    numbers[text] = texts.count
    return texts.count
  }

  mutating func close() { numbers = [:] }

  static func == (a: TextTable, b: TextTable) -> Bool { a.texts == b.texts }
}

extension Tokens: Equatable {
  /// True when all tokens are equal.
  public static func == (a: Tokens, b: Tokens) -> Bool {
    if a.tags == b.tags, a.lemmas == b.lemmas { return a.entries == b.entries }
    return a.count == b.count
      && a.indices.allSatisfy { a[$0] == b[$0] && a.shape(at: $0) == b.shape(at: $0) }
  }
}

extension Tokens: ExpressibleByArrayLiteral {
  /// Takes tokens over.
  public init(arrayLiteral elements: Token...) { self.init(elements) }
}

extension Tokens: Codable {
  /// Reads an array of tokens.
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    while !container.isAtEnd {
      guard let made = entry(try container.decode(Token.self)) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: Tokens.limits)
      }
      entries.append(made)
    }
    close()
  }

  /// Writes an array of tokens.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for token in self { try container.encode(token) }
  }
}
