import ArgumentParser
import Dragnet
import DragnetText
import Foundation

/// `dragnet-bench segmentation`: words and sentences against a treebank.
struct SegmentationBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segmentation",
    abstract: "Score the cutting of raw text into words and sentences on treebanks.",
    discussion: """
      Takes the text of CoNLL-U files, one paragraph a line as they mark them, cuts it, and prints \
      precision, recall and F1 of words and sentences as the CoNLL 2018 shared task counts them: for \
      each file, and together where there are several. Sentences are those of the neural reader.

      Example:
        dragnet-bench segmentation en_ewt-ud-dev.conllu
      """)

  @Argument(help: "Files of CoNLL-U.") var files: [String]
  @Flag(help: "Score the words and sentences of the reader by lexicons.") var lexicon = false
  @Flag(help: "Print what was cut instead of scores: what the scorer of sentences is trained on.")
  var cuts = false

  func run() throws {
    var words = Score()
    var sentences = Score()
    for file in files {
      let treebank = try Treebank(path: file)
      if cuts {
        printCuts(treebank)
        continue
      }
      let (fileWords, fileSentences) = try score(treebank)
      words += fileWords
      sentences += fileSentences
      row((file as NSString).lastPathComponent, fileWords, fileSentences)
    }
    if files.count > 1, !cuts { row("together", words, sentences) }
  }

  private func score(_ treebank: Treebank) throws -> (Score, Score) {
    let counts = CharacterCounts(treebank.text)
    let cut = try sentences(treebank.text)
    let bytes = Array(treebank.text.utf8)
    let found = cut.joined().map {
      WordAlignment.Found(
        span: counts.span($0),
        form: String(decoding: bytes[$0.start..<$0.end], as: UTF8.self))
    }
    let gold = Array(treebank.sentences.joined())
    let aligned = WordAlignment(gold: gold, found: found)
    let spans = Set(treebank.spans)
    let right = cut.count {
      guard let first = $0.first, let last = $0.last else { return false }
      return spans.contains(counts.span(TextRange(first.start, last.end)))
    }
    return (
      Score(right: aligned.count, found: found.count, gold: gold.count),
      Score(right: right, found: cut.count, gold: treebank.spans.count)
    )
  }

  /// A line for each sentence that rules cut, P at the beginning of a paragraph and S elsewhere: of each word
  /// its first and last place among characters that are no white space, whether white space is before it, and
  /// the word. Then a line G for each sentence of the treebank.
  private func printCuts(_ treebank: Treebank) {
    let counts = CharacterCounts(treebank.text)
    let bytes = Array(treebank.text.utf8)
    let document = Document(id: DocumentID("treebank"), name: "treebank", text: treebank.text)
    for sentence in TextCutter(document).sentences() {
      guard let first = sentence.first else { continue }
      let isOpening = first.start == 0 || bytes[first.start - 1] == 0x0A
      let fields = sentence.map { word in
        let span = counts.span(word)
        let isSpaced = word.start == 0 || bytes[word.start - 1] <= 0x20
        let form = String(decoding: bytes[word.start..<word.end], as: UTF8.self)
        return "\(span.lowerBound) \(span.upperBound) \(isSpaced ? 1 : 0) \(form)"
      }
      print(([isOpening ? "P" : "S"] + fields).joined(separator: "\t"))
    }
    for span in treebank.spans { print("G\t\(span.lowerBound) \(span.upperBound)") }
  }

  private func sentences(_ text: String) throws -> [[TextRange]] {
    let document = Document(id: DocumentID("treebank"), name: "treebank", text: text)
    guard lexicon else {
      let parse = try NeuralReader().parse(document)
      return parse.sentences.map { $0.words.map { parse.words.range(at: $0) } }
    }
    let reading = try LexiconReader().read(document)
    return reading.sentences.map { reading.tokens[$0.tokens].map(\.range) }
  }

  private func row(_ name: String, _ words: Score, _ sentences: Score) {
    let padded = name + String(repeating: " ", count: max(1, 34 - name.count))
    print("\(padded)words \(shown(words))   sentences \(shown(sentences))")
  }

  private func shown(_ score: Score) -> String {
    String(format: "%.2f (P %.2f R %.2f)", score.f1, score.precision, score.recall)
  }
}
