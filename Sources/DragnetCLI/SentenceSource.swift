import Dragnet
import DragnetText
import Foundation

/// A file whose sentences are drawn: CoNLL-U, or a document that the neural reader reads.
struct SentenceSource {
  /// The path as given; `-` means standard input.
  let path: String
  let loader: DocumentLoader

  /// One sentence, counted from 1.
  func sentence(_ number: Int) throws -> SentenceParse {
    if fileKind(path) == .typeDirectory {
      throw Failure("\(path) is a folder; give the file that has the sentence")
    }
    let bytes = try InputFile(path: path).read()
    let name = path == "-" ? "standard input" : path
    if isCoNLLU(bytes) {
      let text = String(decoding: bytes, as: UTF8.self)
      return try SentenceParse(conllu: text, sentence: number, file: name)
    }
    let document: Document
    do {
      document = try loader.document(from: Array(bytes), named: name)
    } catch {
      throw Failure("\(name): \(error)")
    }
    let parse = try NeuralReader().parse(document)
    Output.noteLanguage(parse.language, of: name)
    return try SentenceParse(parse, of: document, sentence: number)
  }

  /// True by the name, or when the first line that is no comment has the ten columns of a first word.
  private func isCoNLLU(_ bytes: Data) -> Bool {
    if path.lowercased().hasSuffix(".conllu") { return true }
    let lines = bytes.prefix(1 << 16).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    guard let first = lines.first(where: { $0.first != UInt8(ascii: "#") }) else { return false }
    let columns = first.split(separator: 0x09, omittingEmptySubsequences: false)
    return columns.count == 10 && columns[0].first == UInt8(ascii: "1")
  }
}
