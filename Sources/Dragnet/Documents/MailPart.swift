import Foundation

/// A part of a message: header fields and body, as MIME nests them.
///
/// - SeeAlso: RFC 5322, RFC 2045, RFC 2047.
struct MailPart {
  /// Field values unfolded and decoded, by name in lower case; of repeated fields the first.
  let fields: [String: String]
  /// Type and subtype in lower case, *text/plain* where none is given.
  let type: String
  /// Parameters of the type, names in lower case.
  let parameters: [String: String]
  /// The body as it stands in the message.
  let body: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    let (header, body) = Self.split(bytes)
    self.body = body
    fields = Self.fields(header)
    let parts = Self.splitParameters(fields["content-type"] ?? "")
    let type = parts.first?.lowercased() ?? ""
    self.type = type.contains("/") ? type : "text/plain"
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      guard let mark = part.firstIndex(of: "=") else { continue }
      let key = part[..<mark].trimming { $0 == " " }.lowercased()
      parameters[key] = part[part.index(after: mark)...].trimming { " \"".contains($0) }
    }
    self.parameters = parameters
  }

  /// True for a part to be saved instead of shown.
  var isAttachment: Bool {
    fields["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false
  }

  /// The body with its transfer encoding undone.
  var content: [UInt8] {
    switch fields["content-transfer-encoding"]?.lowercased().trimming({ $0 == " " }) {
    case "base64":
      let data = Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters)
      return data.map { Array($0) } ?? Self.lenientBase64(body)
    case "quoted-printable": return Self.quotedPrintable(body)
    default: return Array(body)
    }
  }

  /// The parts of a multipart body, at most 1000.
  var children: [MailPart] {
    guard let boundary = parameters["boundary"], !boundary.isEmpty else { return [] }
    let mark = Array(("--" + boundary).utf8)
    var parts: [MailPart] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex, parts.count < 1000 {
      let next = body[line...].firstIndex(of: 10).map { $0 + 1 } ?? body.endIndex
      if body[line..<next].starts(with: mark) {
        if let start { parts.append(MailPart(body[start..<line])) }
        start = next
        if body[(line + mark.count)..<next].starts(with: [45, 45]) { return parts }
      }
      line = next
    }
    // A message cut short lacks its last mark.
    if let start, start < body.endIndex { parts.append(MailPart(body[start...])) }
    return parts
  }

  /// Header and body, which the first empty line parts.
  private static func split(_ bytes: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    var line = bytes.startIndex
    while line < bytes.endIndex {
      let end = bytes[line...].firstIndex(of: 10) ?? bytes.endIndex
      if bytes[line..<end].allSatisfy({ $0 == 13 }) {
        return (bytes[..<line], bytes[min(end + 1, bytes.endIndex)...])
      }
      line = min(end + 1, bytes.endIndex)
    }
    return (bytes, bytes[bytes.endIndex...])
  }

  private static func fields(_ header: ArraySlice<UInt8>) -> [String: String] {
    let text = (try? Charset.decode(Array(header.prefix(1 << 20)))) ?? ""
    var lines: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      if line.first == " " || line.first == "\t", !lines.isEmpty {
        lines[lines.count - 1] += " " + line.trimming { $0 == " " || $0 == "\t" }
      } else {
        lines.append(String(line))
      }
    }
    var fields: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].trimming { $0 == " " || $0 == "\t" }
      if fields[name] == nil { fields[name] = EncodedWords.decode(value) }
    }
    return fields
  }

  /// Splits at semicolons outside quotes.
  private static func splitParameters(_ value: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in value {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { $0.trimming { $0 == " " || $0 == "\t" } }
  }

  static func quotedPrintable(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let rest = bytes[(index + 1)...].prefix(2)
      if bytes[index] != 61 {
        plain.append(bytes[index])
        index += 1
      } else if rest.first == 10 {
        index += 2
      } else if rest.elementsEqual([13, 10]) {
        index += 3
      } else if rest.count == 2,
        let value = UInt8(String(decoding: rest, as: UTF8.self), radix: 16)
      {
        plain.append(value)
        index += 3
      } else {
        plain.append(61)
        index += 1
      }
    }
    return plain
  }

  /// Base64 up to its last whole group, for bodies cut short.
  private static func lenientBase64(_ body: ArraySlice<UInt8>) -> [UInt8] {
    let digits = body.filter { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == 43 || byte == 47
    }
    return Data(base64Encoded: Data(digits.prefix(digits.count / 4 * 4))).map { Array($0) } ?? []
  }
}

/// Words of header fields in other character sets: `=?utf-8?Q?Se=C3=B1or?=`.
enum EncodedWords {
  static func decode(_ value: String) -> String {
    guard value.contains("=?") else { return value }
    var decoded = ""
    var rest = value[...]
    var isAfterWord = false
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      // White space between two encoded words is not part of the text.
      if !(isAfterWord && before.allSatisfy(\.isWhitespace)) { decoded += before }
      let parts = rest[start.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].first == "=", let word = word(parts) else {
        decoded += rest[start]
        rest = rest[start.upperBound...]
        isAfterWord = false
        continue
      }
      decoded += word
      rest = parts[3].dropFirst()
      isAfterWord = true
    }
    return decoded + rest
  }

  private static func word(_ parts: [Substring]) -> String? {
    let charset = parts[0].split(separator: "*").first.map(String.init)
    let bytes: [UInt8]?
    switch parts[1].lowercased() {
    case "b": bytes = Data(base64Encoded: padded(parts[2])).map { Array($0) }
    case "q": bytes = MailPart.quotedPrintable(parts[2].utf8.map { $0 == 95 ? 32 : $0 })
    default: bytes = nil
    }
    return bytes.flatMap { try? Charset.decode($0, declared: charset) }
  }

  private static func padded(_ text: Substring) -> String {
    text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
  }
}
