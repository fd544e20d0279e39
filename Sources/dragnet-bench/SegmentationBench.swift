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
      each file, and together where there are several.

      Example:
        dragnet-bench segmentation en_ewt-ud-dev.conllu
      """)

  @Argument(help: "Files of CoNLL-U.") var files: [String]
  @Flag(help: "Score the words and sentences of the reader by lexicons.") var lexicon = false

  func run() throws {
    var words = Score()
    var sentences = Score()
    for file in files {
      let treebank = try Treebank(path: file)
      let (fileWords, fileSentences) = try score(treebank)
      words += fileWords
      sentences += fileSentences
      row((file as NSString).lastPathComponent, fileWords, fileSentences)
    }
    if files.count > 1 { row("together", words, sentences) }
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

  private func sentences(_ text: String) throws -> [[TextRange]] {
    let document = Document(id: DocumentID("treebank"), name: "treebank", text: text)
    guard lexicon else { return TextCutter(document).sentences() }
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
