import ArgumentParser
import DragnetText
import Foundation

/// A file of CoNLL-U: sentences with words, tags and trees, and the text they were cut from.
struct Treebank {
  /// A word as annotated.
  struct Word {
    var form: String
    var lemma: String
    var upos: String
    var xpos: String
    /// Number of its head in the sentence, from 1; 0 for the root.
    var head: Int
    /// Relation to its head, without a subtype.
    var label: String
    /// Where it stands, counted in characters that are no white space.
    var span: Range<Int>
    /// True for words that were written as one, such as *don't*: `span` is that of all of them.
    var isFused = false
  }

  /// The sentences, in order.
  var sentences: [[Word]] = []
  /// Where each stands, counted in characters that are no white space.
  var spans: [Range<Int>] = []
  /// The text: a paragraph a line, an empty line between two.
  var text = ""

  /// Reads a file.
  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ValidationError("\(path): cannot be read")
    }
    var builder = TreebankBuilder()
    let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      guard builder.take(String(decoding: line, as: UTF8.self)) else {
        throw ValidationError("\(path):\(number + 1): not a line of CoNLL-U")
      }
    }
    builder.finish()
    self = builder.made
  }

  /// Makes an empty treebank.
  init() {}
}

/// Puts a treebank together, line by line.
private struct TreebankBuilder {
  var made = Treebank()
  private var words: [Treebank.Word] = []
  private var position = 0
  private var start = 0
  private var opensParagraph = true
  private var fusedUntil = 0
  private var fusedSpan = 0..<0
  private var isFusedSpaced = true

  /// Takes one line; false when it is none of CoNLL-U.
  mutating func take(_ line: String) -> Bool {
    let line = line.hasSuffix("\r") ? String(line.dropLast()) : line
    if line.isEmpty {
      finish()
      return true
    }
    if line.hasPrefix("#") {
      if line.hasPrefix("# newdoc") || line.hasPrefix("# newpar") { opensParagraph = true }
      return true
    }
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard columns.count == 10 else { return false }
    if columns[0].contains(".") { return true }
    if columns[0].contains("-") { return takeFused(columns) }
    guard let number = Int(columns[0]) else { return false }
    let isFused = number <= fusedUntil
    if !isFused { write(columns[1], isSpaced: isSpaced(columns)) }
    let span = isFused ? fusedSpan : position - count(columns[1])..<position
    words.append(
      Treebank.Word(
        form: columns[1], lemma: columns[2], upos: columns[3], xpos: columns[4],
        head: Int(columns[6]) ?? 0,
        label: String(columns[7].prefix { $0 != ":" }), span: span, isFused: isFused))
    return true
  }

  private mutating func takeFused(_ columns: [String]) -> Bool {
    guard let last = columns[0].split(separator: "-").last.flatMap({ Int($0) }) else {
      return false
    }
    fusedUntil = last
    let before = position
    write(columns[1], isSpaced: isSpaced(columns))
    fusedSpan = before..<position
    return true
  }

  private func isSpaced(_ columns: [String]) -> Bool { !columns[9].contains("SpaceAfter=No") }

  private func count(_ text: String) -> Int {
    text.unicodeScalars.count { !$0.properties.isWhitespace }
  }

  private mutating func write(_ form: String, isSpaced: Bool) {
    if opensParagraph {
      while made.text.hasSuffix(" ") { made.text.removeLast() }
      if !made.text.isEmpty { made.text += "\n\n" }
      opensParagraph = false
    }
    made.text += form
    if isSpaced { made.text += " " }
    position += count(form)
  }

  /// Ends the sentence.
  mutating func finish() {
    fusedUntil = 0
    guard !words.isEmpty else { return }
    made.sentences.append(words)
    made.spans.append(start..<position)
    words = []
    start = position
  }
}
