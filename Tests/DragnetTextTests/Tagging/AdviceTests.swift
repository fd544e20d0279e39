import Testing

@testable import DragnetText

/// What a model might say of a text, in rows: word, UPOS, XPOS, lemma, head (from 1), label.
private func parse(
  _ text: String, _ rows: [(String, String, String, String, Int, String)],
  names: [(Range<Int>, Parse.NameType)] = [], chains: [[Range<Int>]] = []
) -> Parse {
  var from = text.startIndex
  var words: [Parse.Word] = []
  for row in rows {
    guard let found = text.range(of: row.0, from: from) else { continue }
    from = found.upperBound
    words.append(
      Parse.Word(
        range: TextRange(
          text.utf8.distance(from: text.startIndex, to: found.lowerBound),
          text.utf8.distance(from: text.startIndex, to: found.upperBound)),
        upos: row.1, xpos: row.2, lemma: row.3, head: row.4 == 0 ? nil : row.4 - 1, label: row.5,
        shape: WordShape(row.0)))
  }
  func span(_ range: Range<Int>) -> TextRange {
    TextRange(words[range.lowerBound].range.start, words[range.upperBound - 1].range.end)
  }
  let mentions = chains.enumerated().flatMap { number, chain in
    chain.map {
      Parse.Mention(
        range: span($0), words: $0, head: $0.upperBound - 1, type: .person, kind: .name,
        probability: 0.9, chain: number)
    }
  }
  return Parse(
    document: DocumentID("test"), language: .english, words: words,
    sentences: [Parse.Sentence(range: span(0..<words.count), words: 0..<words.count)],
    mentions: mentions,
    names: names.map {
      Parse.Name(range: span($0.0), words: $0.0, type: $0.1, probability: 0.9)
    },
    chains: chains.indices.map { number in
      mentions.indices.filter { mentions[$0].chain == number }
    })
}

extension String {
  fileprivate func range(of part: String, from start: Index) -> Range<Index>? {
    self[start...].firstRange(of: part)
  }
}

/// Reads a text by the patterns with what a model says of it.
private func reading(of text: String, by parse: Parse) throws -> Reading {
  let document = Document(id: DocumentID("test"), name: "test.txt", text: text)
  return try LexiconReader().read(document) { Advice(parse, words: $0) }
}

struct AdviceTests {
  private let lost = "Velmar Records lost a court case against Ostrava Media."
  private let lostRows = [
    ("Velmar", "PROPN", "NNP", "Velmar", 2, "compound"),
    ("Records", "PROPN", "NNP", "Records", 3, "nsubj"),
    ("lost", "VERB", "VBD", "lose", 0, "root"), ("a", "DET", "DT", "a", 6, "det"),
    ("court", "NOUN", "NN", "court", 6, "compound"), ("case", "NOUN", "NN", "case", 3, "obj"),
    ("against", "ADP", "IN", "against", 9, "case"),
    ("Ostrava", "PROPN", "NNP", "Ostrava", 9, "compound"),
    ("Media", "PROPN", "NNP", "Media", 6, "nmod"), (".", "PUNCT", ".", ".", 3, "punct"),
  ]

  @Test func `a name has the type the model gives it`() throws {
    let text = "General Dynamo paid Anna Berg."
    let rows = [
      ("General", "PROPN", "NNP", "General", 2, "compound"),
      ("Dynamo", "PROPN", "NNP", "Dynamo", 3, "nsubj"), ("paid", "VERB", "VBD", "pay", 0, "root"),
      ("Anna", "PROPN", "NNP", "Anna", 3, "obj"), ("Berg", "PROPN", "NNP", "Berg", 4, "flat"),
      (".", "PUNCT", ".", ".", 3, "punct"),
    ]
    let alone = try LexiconReader().read(
      Document(id: DocumentID("test"), name: "test.txt", text: text))
    #expect(alone.chains.first?.type == .person)
    let advised = try reading(
      of: text, by: parse(text, rows, names: [(0..<2, .organization), (3..<5, .person)]))
    #expect(advised.chains.map(\.name) == ["General Dynamo", "Anna Berg"])
    #expect(advised.chains.map(\.type) == [.organization, .person])
    #expect(advised.statements == ["General Dynamo paid Anna Berg"])
  }

  @Test func `a phrase inside the object tells whom it is about`() throws {
    let names: [(Range<Int>, Parse.NameType)] = [(0..<2, .organization), (7..<9, .organization)]
    let advised = try reading(of: lost, by: parse(lost, lostRows, names: names))
    #expect(advised.statements == ["Velmar Records case_against Ostrava Media"])
  }

  @Test func `what the model takes for no name is none when it was a guess`() throws {
    let text = "They met Zorbling again."
    let rows = [
      ("They", "PRON", "PRP", "they", 2, "nsubj"), ("met", "VERB", "VBD", "meet", 0, "root"),
      ("Zorbling", "NOUN", "NN", "zorbling", 2, "obj"),
      ("again", "ADV", "RB", "again", 2, "advmod"),
      (".", "PUNCT", ".", ".", 2, "punct"),
    ]
    #expect(try reading(of: text, by: parse(text, rows)).mentionTexts.contains("Zorbling") == false)
  }

  @Test func `a pronoun goes where the model's chain goes`() throws {
    let text = "Anna Berg met Carla Lund. Police arrested her."
    let rows = [
      ("Anna", "PROPN", "NNP", "Anna", 3, "nsubj"), ("Berg", "PROPN", "NNP", "Berg", 1, "flat"),
      ("met", "VERB", "VBD", "meet", 0, "root"), ("Carla", "PROPN", "NNP", "Carla", 3, "obj"),
      ("Lund", "PROPN", "NNP", "Lund", 4, "flat"), (".", "PUNCT", ".", ".", 3, "punct"),
      ("Police", "NOUN", "NNS", "police", 8, "nsubj"),
      ("arrested", "VERB", "VBD", "arrest", 0, "root"), ("her", "PRON", "PRP", "she", 8, "obj"),
      (".", "PUNCT", ".", ".", 8, "punct"),
    ]
    let names: [(Range<Int>, Parse.NameType)] = [(0..<2, .person), (3..<5, .person)]
    for (first, name) in [(0..<2, "Anna Berg"), (3..<5, "Carla Lund")] {
      let advised = try reading(
        of: text, by: parse(text, rows, names: names, chains: [[first, 8..<9]]))
      let pronoun = try #require(advised.mentions.first { $0.kind == .pronoun })
      #expect(advised.chains[pronoun.chain].name == name)
    }
  }

  @Test func `words of the rules take what was said of their parts`() throws {
    let text = "half-brother"
    let words = WordSplitterProbe.words(text)
    try #require(words.count == 1)
    let rows = [
      ("half", "NOUN", "NN", "half", 3, "compound"), ("-", "PUNCT", "HYPH", "-", 3, "punct"),
      ("brother", "NOUN", "NN", "brother", 0, "root"),
    ]
    let advice = Advice(parse(text, rows), words: words)
    #expect(advice.words[0]?.label == "root")
  }

  /// The words "Go-Key", "and", "left": of the first, one part hangs on "and", which hangs on the other.
  @Test func `words that hang on each other are cut loose`() throws {
    let text = "Go-Key and left"
    let rows = [
      ("Go", "PROPN", "NNP", "Go", 3, "compound"), ("-", "PUNCT", "HYPH", "-", 3, "punct"),
      ("Key", "PROPN", "NNP", "Key", 4, "conj"), ("and", "CCONJ", "CC", "and", 1, "cc"),
      ("left", "VERB", "VBD", "leave", 0, "root"),
    ]
    let advice = Advice(parse(text, rows), words: WordSplitterProbe.words(text))
    for start in advice.words.indices {
      var steps = 0
      var at = start
      while let head = advice.words[at]?.head, advice.words.indices.contains(head) {
        at = head
        steps += 1
        try #require(steps <= advice.words.count)
      }
    }
  }
}

/// The words the rules see in a text.
private enum WordSplitterProbe {
  static func words(_ text: String) -> [Word] {
    var seen: [Word] = []
    let document = Document(id: DocumentID("test"), name: "test.txt", text: text)
    _ = try? LexiconReader().read(document) {
      seen = $0
      return nil
    }
    return seen
  }
}
