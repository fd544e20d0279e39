import Dragnet
import DragnetText

/// A parse for people: sentence by sentence the words with their tree, then names and mentions; at
/// the end the chains.
struct ParseText {
  private let document: Document
  private let parse: Parse
  /// Chains of several mentions, counted from 1.
  private let chainNumber: [Int: Int]

  /// Makes the text of the parse of a document.
  init(_ document: Document, _ parse: Parse) {
    self.document = document
    self.parse = parse
    var numbers: [Int: Int] = [:]
    for (index, chain) in parse.chains.enumerated() where chain.count > 1 {
      numbers[index] = numbers.count + 1
    }
    chainNumber = numbers
  }

  /// Gives it part by part, each without its line end: what it is, the sentences, the chains.
  func forEachPart(_ show: (String) throws -> Void) rethrows {
    func showLines(_ lines: [String]) throws {
      if !lines.isEmpty { try show(lines.joined(separator: "\n")) }
    }
    try showLines([Output.strong(singleLine(document.name)), summary])
    var mentions = parse.mentions.startIndex
    var names = parse.names.startIndex
    for (number, sentence) in parse.sentences.enumerated() {
      var lines = ["", Output.faint("\(number + 1)") + "  " + Output.strong(quote(sentence.range))]
      lines += words(sentence)
      let firstMention = mentions
      while mentions < parse.mentions.endIndex,
        parse.mentions[mentions].words.lowerBound < sentence.words.upperBound
      {
        mentions += 1
      }
      let firstName = names
      while names < parse.names.endIndex,
        parse.names[names].words.lowerBound < sentence.words.upperBound
      {
        names += 1
      }
      lines += list("names", parse.names[firstName..<names].map(shown))
      lines += list("mentions", parse.mentions[firstMention..<mentions].map(shown))
      try showLines(lines)
    }
    try showLines(chains())
  }

  private var summary: String {
    let counts = [
      (parse.sentences.count, "sentence"), (parse.words.count, "word"),
      (parse.mentions.count, "mention"), (parse.names.count, "name"),
    ].map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    guard let language = parse.language else { return counts }
    return counts + "; language: \(language.name)"
      + (language == .english ? "" : ", which this reader does not know")
  }

  private func quote(_ range: TextRange) -> String { singleLine(document.quote(range)) }

  // MARK: Words

  private func words(_ sentence: Parse.Sentence) -> [String] {
    let words = parse.words[sentence.words]
    let first = sentence.words.lowerBound
    let tree = TreeDrawing(heads: words.map { $0.head.map { $0 - first } }).lines
    let columns = [
      words.map { quote($0.range) }, words.map(\.upos), words.map(\.xpos),
      words.map { singleLine($0.lemma) },
    ].map(ParseText.aligned)
    return words.indices.map { index in
      let row = index - first
      let tags = "\(columns[1][row])  \(columns[2][row])  \(columns[3][row])"
      return Output.faint(tree[row]) + " \(columns[0][row])  \(tags)  \(words[index].label)"
    }
  }

  /// Texts padded to the width of the widest; wide scripts count twice.
  private static func aligned(_ texts: [String]) -> [String] {
    let widths = texts.map(width)
    let most = min(30, widths.max() ?? 0)
    return zip(texts, widths).map { $0 + String(repeating: " ", count: max(0, most - $1)) }
  }

  /// Columns of a terminal that a text takes, near enough.
  static func width(_ text: String) -> Int {
    text.reduce(0) { sum, character in
      guard let scalar = character.unicodeScalars.first else { return sum }
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        return sum + 2
      default:
        return sum + (scalar.properties.generalCategory == .format ? 0 : 1)
      }
    }
  }

  // MARK: Names, mentions, chains

  private func list(_ title: String, _ items: [String]) -> [String] {
    items.enumerated().map { number, item in
      let lead = number == 0 ? title : ""
      return "  " + lead + String(repeating: " ", count: 10 - lead.count) + item
    }
  }

  private func shown(_ name: Parse.Name) -> String {
    "\(quote(name.range))  \(Output.faint("\(name.type.rawValue), \(twoDecimals(name.probability))"))"
  }

  private func shown(_ mention: Parse.Mention) -> String {
    let kind = mention.kind == .nominal ? "noun" : mention.kind.rawValue
    let chain = chainNumber[mention.chain].map { ", chain \($0)" } ?? ""
    let note = "\(mention.type.rawValue), \(kind), \(twoDecimals(mention.probability))\(chain)"
    return "\(quote(mention.range))  \(Output.faint(note))"
  }

  private func chains() -> [String] {
    let several = parse.chains.filter { $0.count > 1 }
    guard !several.isEmpty else { return [] }
    var lines = ["", Output.strong("chains")]
    for (number, chain) in several.enumerated() {
      let mentions = chain.map { "“\(quote(parse.mentions[$0].range))”" }
      let type = parse.mentions[chain[0]].type.rawValue
      lines.append("  \(number + 1)  \(mentions.joined(separator: " · "))  \(Output.faint(type))")
    }
    return lines
  }
}
