import DragnetText
import TestSupport
import Testing

@testable import Dragnet

/// Broken files of every format: read or refused, never a crash, never long.
struct FuzzTests {
  private static let wholes: [(name: String, bytes: [UInt8])] = [
    (
      "a.html",
      Array(
        """
        <!DOCTYPE html><html><head><title>Crane</title><meta property="og:title" content="Crane">
        <script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"A"}]}</script></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Crane</h1><p>The director of the port was
        arrested on Monday, &eacute; police said.</p><table><tr><td>1</td></tr></table></article></body>
        """.utf8)
    ),
    (
      "a.eml",
      Array(
        """
        Subject: =?utf-8?B?U2XDsW9y?=
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Transfer-Encoding: quoted-printable

        Caf=C3=A9 met =
        here.
        --b
        Content-Type: text/html
        Content-Transfer-Encoding: base64

        PHA+VGhlIGNvdW5jaWwgbWV0LjwvcD4=
        --b--
        """.utf8)
    ),
    (
      "a.docx",
      Fixtures.word("<w:p><w:del><w:t>x</w:t></w:del><w:r><w:t>The council met.</w:t></w:r></w:p>")
    ),
    (
      "a.txt",
      Array(
        "Señor Lind – “quoted”\r\n\r\nBy Ada Brink\n© 2024 The Ledger. All rights reserved.".utf8)
    ),
    (
      "a.md",
      Array(
        "---\ntitle: x\n---\n# Head\n![i](u)\n```\ncode\n```\nThe council met.\n[1]: http://x".utf8)
    ),
  ]

  /// Documents hold ranges of their text only.
  private func check(_ bytes: [UInt8], _ name: String) {
    guard let document = try? DocumentLoader().document(from: bytes, named: name) else { return }
    let count = document.text.utf8.count
    #expect(document.furniture.allSatisfy { $0.end <= count && !$0.isEmpty })
    #expect(
      zip(document.furniture, document.furniture.dropFirst()).allSatisfy { $0.end <= $1.start })
    #expect(document.pages.allSatisfy { $0.end <= count })
    for range in document.furniture {
      #expect(!document.quote(range).contains("\u{FFFD}") || document.text.contains("\u{FFFD}"))
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: 0..<5)
  func `survives files cut short anywhere`(format: Int) {
    let (name, bytes) = Self.wholes[format]
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 150)) {
      check(Array(bytes.prefix(length)), name)
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: 0..<5)
  func `survives changed bytes`(format: Int) {
    let (name, whole) = Self.wholes[format]
    var generator = SeededGenerator(seed: UInt64(format))
    for _ in 0..<150 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      check(bytes, name)
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["a.txt", "a.html", "a.eml", "a.docx", "a.md", "a"])
  func `survives random bytes`(name: String) {
    var generator = SeededGenerator(seed: 11)
    for length in [1, 2, 3, 17, 255, 4_000] {
      check((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }, name)
      check((0..<length).map { _ in UInt8.random(in: 32...126, using: &generator) }, name)
    }
  }

  @Test(.timeLimit(.minutes(1))) func `survives broken PDF files`() {
    let whole = Fixtures.pdf([["The council met.", "It voted."], ["Nobody came."]])
    var generator = SeededGenerator(seed: 3)
    for length in stride(from: 9, to: whole.count, by: 150) {
      check(Array(whole.prefix(length)), "a.pdf")
    }
    for _ in 0..<10 {
      var bytes = whole
      for _ in 0..<8 {
        bytes[Int.random(in: 9..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      check(bytes, "a.pdf")
    }
  }
}
