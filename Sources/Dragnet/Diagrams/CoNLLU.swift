/// Why a file of parsed sentences could not be used.
public enum ParseFileError: Error, Equatable, CustomStringConvertible {
  /// A line is not as CoNLL-U has it.
  case badLine(file: String, line: Int, reason: String)
  /// The file has fewer sentences.
  case noSuchSentence(file: String, wanted: Int, count: Int)

  /// What happened and what to do about it.
  public var description: String {
    switch self {
    case .badLine(let file, let line, let reason): "\(file):\(line): \(reason)"
    case .noSuchSentence(let file, let wanted, let count):
      count == 0
        ? "\(file): there are no sentences in it"
        : "\(file): there is no sentence \(wanted); it has 1 to \(count)"
    }
  }
}

extension SentenceParse {
  /// Reads a sentence of a CoNLL-U file, the form treebanks are published in: a line a word with ten
  /// columns between tabs, an empty line after each sentence. Numbers with a point or a hyphen are
  /// passed over, as are lines that start with `#`.
  ///
  /// - Parameter number: from 1.
  /// - SeeAlso: universaldependencies.org/format.html
  public init(conllu text: String, sentence number: Int, file: String) throws(ParseFileError) {
    var count = 0
    var current: [(word: String, head: Int, label: String, tag: String)] = []
    var found: [(word: String, head: Int, label: String, tag: String)]?
    var lineNumber = 0
    func finish() {
      guard !current.isEmpty else { return }
      count += 1
      if count == number { found = current }
      current = []
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lineNumber += 1
      if line.allSatisfy(\.isWhitespace) {
        finish()
        continue
      }
      if line.hasPrefix("#") { continue }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 10 else {
        throw .badLine(
          file: file, line: lineNumber,
          reason: "\(columns.count) columns; CoNLL-U has ten, with tabs between them")
      }
      if columns[0].contains(where: { $0 == "." || $0 == "-" }) { continue }
      guard let place = Int(columns[0]), place == current.count + 1 else {
        throw .badLine(
          file: file, line: lineNumber, reason: "word \(current.count + 1) was expected here")
      }
      guard let head = Int(columns[6]), head >= 0, head != place else {
        throw .badLine(
          file: file, line: lineNumber,
          reason: "the seventh column takes the number of another word")
      }
      current.append((String(columns[1]), head - 1, String(columns[7]), String(columns[3])))
    }
    finish()
    guard let found else {
      throw .noSuchSentence(file: file, wanted: number, count: count)
    }
    if let stray = found.firstIndex(where: { $0.head >= found.count }) {
      throw .badLine(
        file: file, line: lineNumber,
        reason: "word \(stray + 1) of sentence \(number) hangs on a word that is not there")
    }
    self.init(
      words: found.map(\.word), heads: found.map(\.head), labels: found.map(\.label),
      tags: found.map { $0.tag == "_" ? "" : $0.tag })
  }
}
