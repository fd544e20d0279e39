import DragnetText
import Foundation
import Testing

@testable import Dragnet

struct PDFReaderTests {
  private let pages = [
    [
      "Case 12-99 Document 4 Page 1", "", "The director of the port took bribes for traf-",
      "ficking permits, the court said.",
    ],
    ["Case 12-99 Document 4 Page 2", "", "He was sentenced to nine years in prison."],
    ["Case 12-99 Document 4 Page 3", "", "The court ordered him to repay the money."],
  ]

  @Test func `reads pages, joins lines and sets running heads apart`() throws {
    let document = try DocumentLoader().document(from: Fixtures.pdf(pages), named: "a.pdf")
    #expect(document.pages.count == 3)
    #expect(document.quote(document.pages[1]).contains("nine years"))
    #expect(!document.quote(document.pages[1]).contains("repay"))
    #expect(document.text.contains("took bribes for trafficking permits, the court said."))
    #expect(document.furniture.map(document.quote) == pages.map { $0[0] })
  }

  @Test func `reads a file whatever it is called`() throws {
    let folder = try TemporaryFolder()
    for name in ["-q.pdf", "a b'\"$(x).pdf", "no ending"] {
      try folder.write(name, Fixtures.pdf([["The council met."]]))
    }
    let loaded = DocumentLoader().load([folder.path])
    #expect(loaded.failures.isEmpty)
    #expect(loaded.documents.map(\.text) == Array(repeating: "The council met.\n", count: 3))
  }

  @Test func `names a scan without text`() {
    #expect(throws: DocumentError.scanWithoutText(pages: 2)) {
      try DocumentLoader().document(from: Fixtures.pdf([[], []]), named: "scan.pdf")
    }
  }

  @Test func `names an encrypted file`() throws {
    let bytes = try #require(Data(base64Encoded: Self.encrypted, options: .ignoreUnknownCharacters))
    #expect(throws: DocumentError.encrypted(format: "PDF")) {
      try DocumentLoader().document(from: Array(bytes), named: "locked.pdf")
    }
  }

  @Test func `names a damaged file`() throws {
    for bytes in [Array("%PDF-1.4\nnothing".utf8), Array("<html>not found</html>".utf8)] {
      do {
        _ = try DocumentLoader().document(from: bytes, named: "a.pdf")
        Issue.record("nothing to read")
      } catch {
        guard case .damaged(format: "PDF", _) = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
  }

  @Test func `says which package is missing`() {
    var reader = PDFReader(timeLimit: 10, sizeLimit: 1_000)
    reader.program = "pdftotext-that-is-not-there"
    #expect(throws: DocumentError.missingProgram(name: reader.program, package: "poppler-utils")) {
      try reader.extract(Fixtures.pdf(pages), path: nil)
    }
  }

  @Test(.timeLimit(.minutes(1))) func `ends a program that hangs, floods or crashes`() throws {
    let folder = try TemporaryFolder()
    func program(_ script: String) throws -> String {
      let path = try folder.write(UUID().uuidString, "#!/bin/sh\n" + script + "\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      return path
    }
    func failure(_ script: String, seconds: Int = 20) throws -> DocumentError? {
      var reader = PDFReader(timeLimit: seconds, sizeLimit: 1_000)
      reader.program = try program(script)
      do {
        _ = try reader.extract([], path: "/dev/null")
        return nil
      } catch { return error }
    }
    #expect(try failure("exec sleep 60", seconds: 1) == .timedOut(seconds: 1))
    #expect(try failure("exec 1>&- 2>&-; exec sleep 60", seconds: 1) == .timedOut(seconds: 1))
    #expect(try failure("exec yes") == .tooLarge(size: nil, limit: 1_000))
    guard case .damaged(_, let detail) = try failure("kill -SEGV $$") else {
      Issue.record("a crash is named")
      return
    }
    #expect(detail.contains("crashed"))
  }

  /// A one-page file with a user password.
  private static let encrypted = """
    JVBERi0xLjYKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBv
    YmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29u
    dGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAwIDYxMiA3OTIgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0Zv
    bnQgPDwgL0YxIDUgMCBSID4+ID4+IC9UeXBlIC9QYWdlID4+CmVuZG9iago0IDAgb2JqCjw8IC9MZW5ndGggODAgL0Zp
    bHRlciAvRmxhdGVEZWNvZGUgPj4Kc3RyZWFtCpYkxzGcW56GDbVCun4vkTrYG9wYrbu3NAssMbI9QjDtxlWMwTSIwlLG
    c7CJeJCPV1VOQc+JihQUDQaeojckmGE+41npJq/UwNiSGMs/QKPkZW5kc3RyZWFtCmVuZG9iago1IDAgb2JqCjw8IC9C
    YXNlRm9udCAvSGVsdmV0aWNhIC9TdWJ0eXBlIC9UeXBlMSAvVHlwZSAvRm9udCA+PgplbmRvYmoKNiAwIG9iago8PCAv
    Q0YgPDwgL1N0ZENGIDw8IC9BdXRoRXZlbnQgL0RvY09wZW4gL0NGTSAvQUVTVjIgL0xlbmd0aCAxNiA+PiA+PiAvRmls
    dGVyIC9TdGFuZGFyZCAvTGVuZ3RoIDEyOCAvTyA8MGRiNTg1NWZjNTMyNjU2OWU3NjU5MDZjYWY2NGU0NDI5YTRjMjBk
    NmU5OTZmZGVmOTYzZTliNTA4MGY5ZTA4Mz4gL1AgLTQgL1IgNCAvU3RtRiAvU3RkQ0YgL1N0ckYgL1N0ZENGIC9VIDww
    NmEzZjIwOWRiYzlhZTg4YTYwNTJmZTEwZTM1OTFkNTAxMjI0NTZhOTFiYWU1MTM0MjczYTZkYjEzNGM4N2M0PiAvViA0
    ID4+CmVuZG9iagp4cmVmCjAgNwowMDAwMDAwMDAwIDY1NTM1IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDA2
    NCAwMDAwMCBuIAowMDAwMDAwMTIzIDAwMDAwIG4gCjAwMDAwMDAyNTEgMDAwMDAgbiAKMDAwMDAwMDQwMSAwMDAwMCBu
    IAowMDAwMDAwNDcxIDAwMDAwIG4gCnRyYWlsZXIgPDwgL1Jvb3QgMSAwIFIgL1NpemUgNyAvSUQgWzxlMzI4MTZjNmU3
    OTg0MDFjZjM1NjcyYWQ2ODRlZTMyMz48ZTMyODE2YzZlNzk4NDAxY2YzNTY3MmFkNjg0ZWUzMjM+XSAvRW5jcnlwdCA2
    IDAgUiA+PgpzdGFydHhyZWYKNzcwCiUlRU9GCg==
    """
}

struct ParagraphsTests {
  @Test func `joins lines that were broken to fit the page`() {
    #expect(
      Paragraphs.unwrapped(
        """
        The director of the port of Zel was arrested on Monday for well-
        known reasons, a well-known lawyer told the court in the traf-
        ficking case.
        A second paragraph begins here without a blank line above it and
        ends here.

        Heading
        The third has a heading above it, which is much shorter than it.
        1. A first point of some length, on one line of the printed page
        2. A second point
        """) == """
          The director of the port of Zel was arrested on Monday for well-known reasons, a \
          well-known lawyer told the court in the trafficking case.

          A second paragraph begins here without a blank line above it and ends here.

          Heading

          The third has a heading above it, which is much shorter than it.

          1. A first point of some length, on one line of the printed page

          2. A second point

          """)
  }
}
