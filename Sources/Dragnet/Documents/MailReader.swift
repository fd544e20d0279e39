import DragnetText

/// Reads messages as mail programs save them.
enum MailReader {
  /// Subject, then the text; title, day and author from the header.
  ///
  /// Of alternatives the plain text is read, or else the HTML. Attachments are left out.
  static func extract(_ bytes: [UInt8]) throws(DocumentError) -> Extract {
    let message = MailPart(bytes[...])
    guard
      message.fields["from"] != nil || message.fields["subject"] != nil
        || message.fields["date"] != nil
    else { throw .damaged(format: "e-mail", detail: "it has no header") }
    let body = try text(of: message, depth: 0).trimming { $0.isNewline || $0 == " " }
    guard !body.isEmpty else { throw .noText(format: "e-mail") }
    let subject = HTMLFacts.line(message.fields["subject"] ?? "")
    var extract = Extract(text: subject.isEmpty ? body + "\n" : subject + "\n\n" + body + "\n")
    extract.title = subject.isEmpty ? nil : subject
    extract.published = message.fields["date"].flatMap(NewsDate.date)
    extract.byline = message.fields["from"].flatMap(sender)
    return extract
  }

  /// The readable text of a part and of the parts in it; empty for pictures and files.
  private static func text(of part: MailPart, depth: Int) throws(DocumentError) -> String {
    guard depth < 12, !part.isAttachment else { return "" }
    switch part.type {
    case "text/plain":
      let text = try Charset.decode(part.content, declared: part.parameters["charset"])
      return Paragraphs.unwrapped(text.replacing("\r\n", with: "\n"))
    case "text/html":
      do throws(DocumentError) {
        return try HTMLReader.extract(part.content, charset: part.parameters["charset"]).text
      } catch .noText {
        return ""
      }
    case "message/rfc822": return try text(of: MailPart(part.content[...]), depth: depth + 1)
    case "multipart/alternative":
      let parts = part.children
      for type in ["text/plain", "multipart/related", "multipart/mixed", "text/html"] {
        for child in parts where child.type == type {
          let text = try text(of: child, depth: depth + 1)
          if text.contains(where: { !$0.isWhitespace }) { return text }
        }
      }
      return ""
    case let type where type.hasPrefix("multipart/"):
      var texts: [String] = []
      for child in part.children {
        let text = try text(of: child, depth: depth + 1)
        if text.contains(where: { !$0.isWhitespace }) { texts.append(text) }
      }
      return texts.joined(separator: "\n\n")
    default: return ""
    }
  }

  /// The name in *"Jane Doe" <jane@example.org>*, or the address where there is none.
  private static func sender(_ from: String) -> String? {
    let name = from.prefix { $0 != "<" }.trimming { " \"'".contains($0) }
    let address = from.drop { $0 != "<" }.trimming { " <>".contains($0) }
    let sender = name.isEmpty ? address : name
    return sender.isEmpty ? nil : sender
  }
}
