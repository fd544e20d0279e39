import DragnetText
import Foundation
import Testing

@testable import Dragnet

struct WordReaderTests {
  private func read(_ bytes: [UInt8], limit: Int = 64 << 20) throws -> Document {
    try DocumentLoader(maximumSize: limit).document(from: bytes, named: "a.docx")
  }

  @Test func `reads paragraphs and tables, without what was deleted`() throws {
    let document = try read(
      Fixtures.word(
        """
        <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>The cranes of Zel</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">Lind took </w:t></w:r><w:del><w:r><w:delText>three</w:delText>
        </w:r></w:del><w:ins><w:r><w:t>four</w:t></w:r></w:ins><w:r><w:t> bribes &amp; a boat.</w:t>
        <w:br/><w:t>He denies it.</w:t></w:r></w:p><w:p/>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Paid</w:t></w:r>
        </w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>2019</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>
        <w:t>4m</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>The end came.</w:t></w:r></w:p>
        """,
        properties: """
          <dc:title>The Cranes</dc:title><dc:creator>Ada Brink</dc:creator>\
          <dcterms:created>2023-10-10T08:00:00Z</dcterms:created>
          """))
    #expect(
      document.text == """
        The cranes of Zel

        Lind took four bribes & a boat.
        He denies it.

        Year\tPaid

        2019\t4m

        The end came.

        """)
    #expect(document.title == "The Cranes")
    #expect(document.byline == "Ada Brink")
    #expect(document.published?.description == "2023-10-10")
  }

  @Test func `unpacks compressed files and stops bombs`() throws {
    let bytes = try #require(
      Data(base64Encoded: Self.compressed, options: .ignoreUnknownCharacters))
    #expect(try read(Array(bytes)).text.hasPrefix("Word word word"))
    #expect(throws: DocumentError.tooLarge(size: nil, limit: 10_000)) {
      try read(Array(bytes), limit: 10_000)
    }
  }

  @Test func `names archives that are no Word document, and damaged ones`() throws {
    let other = Fixtures.zip([("a.txt", Array("text".utf8))])
    #expect(throws: DocumentError.self) { try read(other) }
    let whole = Fixtures.word("<w:p><w:r><w:t>The council met.</w:t></w:r></w:p>")
    let broken = Fixtures.zip([("word/document.xml", Array("<w:document><w:p>".utf8))])
    for bytes in [Array(whole.prefix(whole.count - 30)), broken, Array("text".utf8)] {
      do {
        _ = try read(bytes)
        Issue.record("nothing to read")
      } catch let error as DocumentError {
        guard case .damaged(format: "Word", _) = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(throws: DocumentError.encrypted(format: "Word")) { try read(ole) }
    #expect(throws: DocumentError.noText(format: "Word")) { try read(Fixtures.word("<w:p/>")) }
  }

  @Test func `refuses entities, which could be bombs or files`() throws {
    let bomb = """
      <!DOCTYPE x [<!ENTITY a "lol lol lol lol lol lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>
      <w:document xmlns:w="w"><w:p><w:t>Text &c;&d; ends.</w:t></w:p></w:document>
      """
    let bytes = Fixtures.zip([("word/document.xml", Array(bomb.utf8))])
    #expect(throws: DocumentError.damaged(format: "Word", detail: "its XML is broken")) {
      try read(bytes)
    }
  }

  /// A document of 100,000 bytes in deflated form.
  private static let compressed = """
    UEsDBBQAAAAIAIImdV2W5SSl5wAAAPyGAQARAAAAd29yZC9kb2N1bWVudC54bWztxrENgzAAAMFVEAMkvUW8Bj2YLmBE
    jBy2j8wUKa65/6GGlOdzXbbSfdf39gn11dc+DjVMOV2te+NolDjmI3UVAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAwL/yGJ41lNg8bvfbKafrnpTnc122
    En9QSwECFAMUAAAACACCJnVdluUkpecAAAD8hgEAEQAAAAAAAAAAAAAAgAEAAAAAd29yZC9kb2N1bWVudC54bWxQSwUG
    AAAAAAEAAQA/AAAAFgEAAAAA
    """
}
