import Foundation

/// Turns bytes into text: byte order marks, declared character sets, UTF-8, Windows-1252.
enum Charset {
  /// Text of bytes whose character set may be declared.
  ///
  /// A byte order mark wins, then valid UTF-8, then the declaration. What is not valid UTF-8 and
  /// declares nothing is Windows-1252, unless most of its non-ASCII bytes do form UTF-8: then only
  /// the broken ones become U+FFFD.
  static func decode(_ bytes: [UInt8], declared: String? = nil) throws(DocumentError) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repairedUTF8(bytes[3...]) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes[2...], bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes[2...], bigEndian: true) }
    if bytes.contains(0) { throw .binary(kind: kindOfBinary(bytes)) }
    // Only ISO-2022 escapes make text of another set look like ASCII.
    if !bytes.contains(0x1B), let text = String(validating: bytes, as: UTF8.self) {
      try refuseControls(bytes)
      return text
    }
    if let declared = declared.map(normalized), !isWestern(declared), !declared.hasPrefix("utf"),
      let text = converted(bytes, from: declared)
    {
      return text
    }
    try refuseControls(bytes)
    return mostlyUTF8(bytes) ? repairedUTF8(bytes[...]) : windows1252(bytes)
  }

  /// Windows-1252; its five unused bytes become the control characters of Latin-1.
  static func windows1252(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80...0x9F).contains(byte) ? upperHalf[Int(byte) - 0x80] : UInt16(byte)
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(text)
  }

  private static let upperHalf: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func repairedUTF8(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func normalized(_ name: String) -> String {
    name.trimmingCharacters(in: CharacterSet(charactersIn: " \t\r\n\"'")).lowercased()
  }

  /// Sets that pages declare and that are read as Windows-1252, of which they are subsets.
  private static func isWestern(_ name: String) -> Bool {
    ["iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"]
      .contains(name)
  }

  /// Text by the C library's converters; nil when it knows no such set or the bytes do not fit.
  private static func converted(_ bytes: [UInt8], from name: String) -> String? {
    guard name.count < 40, name.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 0x2F }) else {
      return nil
    }
    guard let converter = unsafe iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    let written: Int? = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        var (left, room) = (source.count, target.count)
        let result = unsafe iconv(converter, &from, &left, &to, &room)
        return result == .max ? nil : target.count - room
      }
    }
    guard let written else { return nil }
    return String(decoding: output[..<written].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// True when more sequences of several bytes are well formed than broken.
  private static func mostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var (good, bad, index) = (0, 0, 0)
    while index < bytes.count {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
      if length == 1 {
        index += 1
        continue
      }
      let isWhole =
        length > 0 && index + length <= bytes.count
        && bytes[(index + 1)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 }
      if isWhole { good += 1 } else { bad += 1 }
      index += isWhole ? length : 1
    }
    return good > bad
  }

  /// Text has next to no control characters; random bytes have one in ten.
  private static func refuseControls(_ bytes: [UInt8]) throws(DocumentError) {
    var count = 0
    for byte in bytes where byte < 32 || byte == 127 {
      if !(9...13).contains(byte) { count += 1 }
    }
    if count > 2 + bytes.count / 100 { throw .binary(kind: kindOfBinary(bytes)) }
  }

  /// A few words for what bytes that are no text look like.
  static func kindOfBinary(_ bytes: [UInt8]) -> String {
    for (start, kind) in signatures where bytes.starts(with: start) { return kind }
    let head = bytes.prefix(64)
    if head.count > 7, head.count(where: { $0 == 0 }) * 5 > head.count * 2 {
      return "UTF-16 without a byte order mark, or binary data"
    }
    return "binary data"
  }

  private static let signatures: [([UInt8], String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    ([0x47, 0x49, 0x46, 0x38], "a GIF picture"), ([0x50, 0x4B, 3, 4], "a ZIP archive"),
    ([0x1F, 0x8B], "a gzip archive"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file"), ([0x25, 0x50, 0x44, 0x46], "a PDF"),
    ([0x42, 0x5A, 0x68], "a bzip2 archive"), ([0xFD, 0x37, 0x7A], "an xz archive"),
    (Array("SQLite format 3".utf8), "an SQLite database"), (Array("RIFF".utf8), "a media file"),
    (Array("OggS".utf8), "a media file"), (Array("ID3".utf8), "a media file"),
  ]
}
