import DragnetText
import Foundation
import Testing

@testable import Dragnet

struct MailReaderTests {
  private func read(_ message: String, name: String = "message.eml") throws -> Document {
    let bytes = Array(message.replacing("\n", with: "\r\n").utf8)
    return try DocumentLoader().document(from: bytes, named: name)
  }

  @Test func `reads a plain message`() throws {
    let document = try read(
      """
      Received: from a by b
      From: "Ada Brink" <ada@ledger.example>
      To: desk@ledger.example
      Subject: The cranes
      Date: Tue, 10 Oct 2023 14:00:00 +0000
      Message-ID: <1@ledger.example>

      The director has four accounts in Zel and one abroad, a clerk says.

      The clerk wants to stay unnamed.
      """, name: "without-ending")
    #expect(document.title == "The cranes")
    #expect(document.byline == "Ada Brink")
    #expect(document.published?.description == "2023-10-10")
    #expect(
      document.text == """
        The cranes

        The director has four accounts in Zel and one abroad, a clerk says.

        The clerk wants to stay unnamed.

        """)
  }

  @Test func `decodes header words in other character sets`() throws {
    let document = try read(
      """
      From: =?ISO-8859-1?Q?Andr=E9_Lind?= <a@b.example>
      Subject: =?utf-8?B?U2XDsW9y?= =?utf-8?Q?_Mu=C3=B1oz?= and
       the =?bad
      MIME-Version: 1.0

      Text.
      """)
    #expect(document.byline == "André Lind")
    #expect(document.title == "Señor Muñoz and the =?bad")
  }

  @Test func `reads quoted-printable and base64 in their character sets`() throws {
    let quoted = try read(
      """
      Subject: One
      Content-Type: text/plain; charset="iso-8859-1"
      Content-Transfer-Encoding: quoted-printable

      A long caf=E9 sentence that goes =
      on.
      """)
    #expect(quoted.text.contains("A long café sentence that goes on."))
    let coded = try read(
      """
      Subject: Two
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: BASE64

      \(Data("Señor Lind signed.".utf8).base64EncodedString())
      """)
    #expect(coded.text == "Two\n\nSeñor Lind signed.\n")
  }

  private func alternative(plain: String) -> String {
    """
    Subject: Parts
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="outer"

    A preamble nobody reads.
    --outer
    Content-Type: multipart/alternative; boundary=inner

    --inner
    Content-Type: text/plain

    \(plain)
    --inner
    Content-Type: text/html; charset=utf-8

    <html><body><p>The hypertext was signed by the director on Friday.</p></body></html>
    --inner--
    --outer
    Content-Type: text/plain
    Content-Disposition: attachment; filename=list.txt

    An attached list.
    --outer--
    """
  }

  @Test func `prefers the plain part, else reads the HTML, and leaves attachments`() throws {
    #expect(try read(alternative(plain: "The plain text.")).text == "Parts\n\nThe plain text.\n")
    #expect(
      try read(alternative(plain: " ")).text
        == "Parts\n\nThe hypertext was signed by the director on Friday.\n")
  }

  @Test func `reads a message cut short and names one without text`() throws {
    let whole = alternative(plain: "The plain text goes on for a while.")
    #expect(try read(String(whole.prefix(260))).text.contains("The plain"))
    #expect(throws: DocumentError.noText(format: "e-mail")) {
      try read("Subject: Picture\nContent-Type: image/png\n\nxxxx")
    }
    #expect(throws: DocumentError.damaged(format: "e-mail", detail: "it has no header")) {
      try read("just text, no header")
    }
  }

  @Test(.timeLimit(.minutes(1))) func `survives parts nested in parts without end`() throws {
    var message = "Subject: Deep\n"
    for level in 0..<200 {
      message += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
    }
    #expect(throws: DocumentError.noText(format: "e-mail")) { try read(message) }
  }
}
