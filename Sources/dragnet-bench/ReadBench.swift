import ArgumentParser
import Dragnet
import DragnetText
import Foundation

/// `dragnet-bench read-scores`: tags, lemmas and trees against a treebank, and the time it takes.
struct ReadBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read-scores",
    abstract: "Score the neural reader on treebanks: from their words, and from their raw text.",
    discussion: """
      Prints tag, lemma and attachment scores over the words of CoNLL-U files: first with their \
      words and sentences given, then from the text alone, as F1 over aligned words as the CoNLL \
      2018 shared task counts them. LAS compares relations without subtypes.

      Example:
        dragnet-bench read-scores en_ewt-ud-dev.conllu --weights english.weights
      """)

  @Argument(help: "Files of CoNLL-U.") var files: [String]
  @Option(help: "A file of weights; those that were installed by default.") var weights: String?

  /// Right words by what was compared.
  private struct Scores {
    var words = Score()
    var upos = Score()
    var xpos = Score()
    var lemmas = Score()
    var unlabelled = Score()
    var labelled = Score()
  }

  func run() throws {
    let clock = ContinuousClock()
    var loaded: NeuralReader?
    let loading = try clock.measure {
      loaded =
        try weights.map { try NeuralReader(weights: URL(fileURLWithPath: $0)) }
        ?? NeuralReader()
    }
    guard let reader = loaded else { return }
    print(String(format: "weights loaded in %.0f ms", loading / .milliseconds(1)))
    var given = Scores()
    var raw = Scores()
    var time = Duration.zero
    for file in files {
      let treebank = try Treebank(path: file)
      score(parse(treebank, reader), treebank, &given)
      let document = Document(id: DocumentID(file), name: file, text: treebank.text)
      var parse = Parse(document: document.id)
      time += clock.measure { parse = reader.parse(document) }
      let counts = CharacterCounts(treebank.text)
      score((parse, document, parse.words.map { counts.span($0.range) }), treebank, &raw)
    }
    print("                 words   UPOS   XPOS  lemma    UAS    LAS")
    row("words given", given)
    row("from raw text", raw)
    let rate = Double(raw.words.found) / max(time / .seconds(1), 1e-9)
    print(
      String(
        format: "%d words of raw text read in %.2f s, %.0f words a second", raw.words.found,
        time / .seconds(1), rate))
  }

  private typealias Parsed = (parse: Parse, document: Document, spans: [Range<Int>])

  /// Reads the words of a treebank as they are.
  private func parse(_ treebank: Treebank, _ reader: NeuralReader) -> Parsed {
    var text = ""
    var spans: [Range<Int>] = []
    var length = 0
    let sentences = treebank.sentences.map { words in
      words.map { word in
        let form = word.form
        let start = length
        text += form
        text += " "
        length += form.utf8.count + 1
        spans.append(word.span)
        return TextRange(start, length - 1)
      }
    }
    let document = Document(id: DocumentID("words"), name: "words", text: text)
    return (reader.parse(document, sentences: sentences), document, spans)
  }

  private func score(_ parsed: Parsed, _ treebank: Treebank, _ scores: inout Scores) {
    let gold = Array(treebank.sentences.joined())
    let bytes = Array(parsed.document.text.utf8)
    let found = zip(parsed.parse.words, parsed.spans).map { word, span in
      WordAlignment.Found(
        span: span,
        form: String(decoding: bytes[word.range.start..<word.range.end], as: UTF8.self))
    }
    let alignment = WordAlignment(gold: gold, found: found)
    var starts: [Int] = []
    for sentence in treebank.sentences {
      starts += repeatElement(starts.count, count: sentence.count)
    }
    var right = [Int](repeating: 0, count: 6)
    for (index, word) in gold.enumerated() {
      guard let at = alignment.foundOf[index] else { continue }
      let other = parsed.parse.words[at]
      let head = word.head == 0 ? nil : alignment.foundOf[starts[index] + word.head - 1]
      let isHead = word.head == 0 ? other.head == nil : head != nil && other.head == head
      let label = other.label.prefix { $0 != ":" }
      right[0] += 1
      right[1] += word.upos == other.upos ? 1 : 0
      right[2] += word.xpos == other.xpos ? 1 : 0
      right[3] += word.lemma == other.lemma || word.lemma == "_" ? 1 : 0
      right[4] += isHead ? 1 : 0
      right[5] += isHead && label == word.label ? 1 : 0
    }
    let made = right.map { Score(right: $0, found: found.count, gold: gold.count) }
    scores.words += made[0]
    scores.upos += made[1]
    scores.xpos += made[2]
    scores.lemmas += made[3]
    scores.unlabelled += made[4]
    scores.labelled += made[5]
  }

  private func row(_ name: String, _ s: Scores) {
    let padded = name + String(repeating: " ", count: max(1, 15 - name.count))
    let values = [s.words, s.upos, s.xpos, s.lemmas, s.unlabelled, s.labelled]
    print(padded + values.map { String(format: "%7.2f", $0.f1) }.joined())
  }
}
