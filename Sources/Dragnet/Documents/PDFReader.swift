import DragnetText
import Foundation

/// Reads PDF files through poppler's `pdftotext`, which runs as a program of its own.
struct PDFReader {
  /// Seconds the program may run.
  let timeLimit: Int
  /// Bytes of text it may write.
  let sizeLimit: Int
  /// The program; tests name others.
  var program = "pdftotext"

  /// The text, lines joined to paragraphs, with the range of each page. Running heads and page
  /// numbers are furniture.
  func extract(_ bytes: [UInt8], path: String?) throws(DocumentError) -> Extract {
    if let path { return try extract(path: path.hasPrefix("/") ? path : "./" + path) }
    let copy = FileManager.default.temporaryDirectory
      .appendingPathComponent("dragnet-\(UUID().uuidString).pdf")
    do { try Data(bytes).write(to: copy) } catch {
      throw .unreadable("no room for a copy in \(copy.deletingLastPathComponent().path)")
    }
    defer { try? FileManager.default.removeItem(at: copy) }
    return try extract(path: copy.path)
  }

  private func extract(path: String) throws(DocumentError) -> Extract {
    let child = ChildProcess(
      program: program, package: "poppler-utils", timeLimit: timeLimit, outputLimit: sizeLimit)
    let outcome = try child.run(["-enc", "UTF-8", "-eol", "unix", path, "-"])
    if outcome.messages.lowercased().contains("incorrect password") {
      throw .encrypted(format: "PDF")
    }
    if outcome.hasCrashed {
      throw .damaged(format: "PDF", detail: "\(program) crashed on it")
    }
    if outcome.status == 3 {
      throw .damaged(format: "PDF", detail: "its owner forbids to copy text from it")
    }
    guard outcome.status == 0 else {
      let message = outcome.messages.split(separator: "\n").first.map(String.init)
      throw .damaged(format: "PDF", detail: message ?? "\(program) gave up")
    }
    let text = String(decoding: outcome.output, as: UTF8.self)
    var pages = text.split(separator: "\u{C}", omittingEmptySubsequences: false).map(String.init)
    if pages.last?.allSatisfy(\.isWhitespace) ?? false { pages.removeLast() }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw .scanWithoutText(pages: max(1, text.utf8.count { $0 == 12 }))
    }
    return PrintedPages(pages).extract
  }
}

/// Puts the pages of a printed text together.
struct PrintedPages {
  let extract: Extract

  init(_ texts: [String]) {
    let pages = texts.map { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.trimming(\.isWhitespace)
      }
    }
    let heads = Self.runningHeads(pages)
    let compounds = Paragraphs.compounds(in: texts.joined(separator: "\n"))
    var extract = Extract(text: "")
    for (number, lines) in pages.enumerated() {
      if number > 0 { extract.text += "\n" }
      let start = extract.text.utf8.count
      let edges = Self.edges(lines)
      let (top, bottom) = (edges.lowerBound, edges.upperBound)
      func isHead(_ index: Int) -> Bool {
        heads.contains(Self.key(lines[index])) || Self.isPageNumber(lines[index])
      }
      let outside = lines.indices.filter { index in
        (index < top || index >= bottom) && !lines[index].isEmpty && isHead(index)
      }
      let left = Set(outside)
      let body = lines.indices.filter { !left.contains($0) }
      for index in outside where index < top {
        Self.append(lines[index], to: &extract, isHead: true)
      }
      for paragraph in Paragraphs.unwrapped(body.map { lines[$0] }, compounds: compounds) {
        Self.append(paragraph, to: &extract, isHead: false)
      }
      for index in outside where index >= bottom {
        Self.append(lines[index], to: &extract, isHead: true)
      }
      extract.pages.append(TextRange(start, extract.text.utf8.count))
    }
    self.extract = extract
  }

  /// Adds a paragraph, a blank line before it.
  private static func append(_ paragraph: String, to extract: inout Extract, isHead: Bool) {
    if !extract.text.isEmpty, !extract.text.hasSuffix("\n\n") { extract.text += "\n" }
    let start = extract.text.utf8.count
    extract.text += paragraph + "\n"
    if isHead {
      extract.furniture.append(TextRange(start, start + paragraph.utf8.count))
    }
  }

  /// The lines between the first two and the last two that are not blank.
  private static func edges(_ lines: [String]) -> Range<Int> {
    let filled = lines.indices.filter { !lines[$0].isEmpty }
    guard filled.count > 4 else {
      // A short page: its first and its last line may be a head and a foot.
      guard filled.count > 1 else { return 0..<lines.count }
      return (filled[0] + 1)..<filled[filled.count - 1]
    }
    return (filled[1] + 1)..<filled[filled.count - 2]
  }

  /// Lines at the edges of pages that return, page numbers aside, on three pages and on half of
  /// all.
  private static func runningHeads(_ pages: [[String]]) -> Set<String> {
    var counts: [String: Int] = [:]
    for lines in pages {
      let edges = edges(lines)
      let keys = lines.indices.filter { !edges.contains($0) && !lines[$0].isEmpty }
        .map { key(lines[$0]) }
      for key in Set(keys) { counts[key, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value >= 3 && $0.value * 2 >= pages.count }.keys)
  }

  private static func key(_ line: String) -> String {
    String(line.lowercased().filter { !$0.isNumber && !$0.isWhitespace })
  }

  /// *12*, *- 12 -*, *Page 3 of 9*.
  private static func isPageNumber(_ line: String) -> Bool {
    let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }
    let isCounted = words.contains { $0.allSatisfy(\.isNumber) && $0.count < 5 }
    return isCounted && words.count <= 4
      && words.allSatisfy { $0.allSatisfy(\.isNumber) || ["page", "p", "of"].contains($0) }
  }
}
