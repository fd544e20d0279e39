@testable import DragnetText

/// A text with what a model might say of it, written as one line a word: word, UPOS, XPOS, lemma,
/// head (from 1, 0 for the root), label. An empty line ends a sentence; heads count within it.
struct TaggedText {
  let text: String
  let parse: Parse

  init(
    _ table: String, names: [(Range<Int>, Parse.NameType)] = [],
    nouns: [(Range<Int>, Parse.MentionType)] = [], breaksLines: Bool = false
  ) {
    var text = ""
    var words: [Parse.Word] = []
    var sentences: [Range<Int>] = []
    var first = 0
    for line in table.split(separator: "\n", omittingEmptySubsequences: false) {
      let row = line.split(separator: " ").map(String.init)
      guard row.count == 6, let head = Int(row[4]) else {
        if first < words.count { sentences.append(first..<words.count) }
        if breaksLines, !text.isEmpty, first < words.count { text += "\n\n" }
        first = words.count
        continue
      }
      if !text.isEmpty, !text.hasSuffix("\n"), ![",", ".", "'s"].contains(row[0]) { text += " " }
      let start = text.utf8.count
      text += row[0]
      words.append(
        Parse.Word(
          range: TextRange(start, text.utf8.count), upos: row[1], xpos: row[2], lemma: row[3],
          head: head == 0 ? nil : first + head - 1, label: row[5], shape: WordShape(row[0])))
    }
    if first < words.count { sentences.append(first..<words.count) }
    func span(_ range: Range<Int>) -> TextRange {
      TextRange(words[range.lowerBound].range.start, words[range.upperBound - 1].range.end)
    }
    self.text = text
    parse = Parse(
      document: DocumentID("test"), language: .english, words: words,
      sentences: sentences.map { Parse.Sentence(range: span($0), words: $0) },
      mentions: nouns.enumerated().map { number, noun in
        Parse.Mention(
          range: span(noun.0), words: noun.0, head: noun.0.upperBound - 1, type: noun.1,
          kind: .nominal, probability: 0.9, chain: number)
      },
      names: names.map {
        Parse.Name(range: span($0.0), words: $0.0, type: $0.1, probability: 0.9)
      },
      chains: nouns.indices.map { [$0] })
  }

  /// What the patterns and the tree make of it together.
  func reading() throws -> Reading {
    try LexiconReader().read(Document(id: DocumentID("test"), name: "test.txt", text: text)) {
      Advice(parse, words: $0)
    }
  }
}
