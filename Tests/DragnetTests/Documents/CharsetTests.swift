import Testing

@testable import Dragnet

struct CharsetTests {
  @Test func `reads UTF-8, with and without its mark`() throws {
    let text = "Señor Ünal – “yes”\u{A0}…\u{AD}x"
    #expect(try Charset.decode(Array(text.utf8)) == text)
    #expect(try Charset.decode([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == text)
  }

  @Test func `reads UTF-16 of both byte orders by its mark`() throws {
    let text = "Señor 𝔘nal"
    let little = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    #expect(try Charset.decode([0xFF, 0xFE] + little) == text)
    #expect(try Charset.decode([0xFE, 0xFF] + big) == text)
  }

  @Test func `takes for Windows-1252 what is not UTF-8`() throws {
    let bytes: [UInt8] =
      Array("caf".utf8) + [0xE9, 0x20, 0x93] + Array("yes".utf8) + [0x94, 0x20, 0x80]
    #expect(try Charset.decode(bytes) == "café “yes” €")
  }

  @Test func `repairs UTF-8 with a broken character instead of misreading all`() throws {
    let bytes = Array("Señor Müller in Łódź ".utf8) + [0xC3]
    #expect(try Charset.decode(bytes) == "Señor Müller in Łódź \u{FFFD}")
  }

  @Test func `obeys a declared character set where the bytes are not UTF-8`() throws {
    // Привет in windows-1251, 日本 in Shift_JIS.
    let russian: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
    #expect(try Charset.decode(russian, declared: "Windows-1251") == "Привет")
    #expect(try Charset.decode([0x93, 0xFA, 0x96, 0x7B], declared: "\"shift_jis\"") == "日本")
    #expect(try Charset.decode(Array("é".utf8), declared: "windows-1251") == "é")
    #expect(try Charset.decode([0xE9], declared: "no-such-set") == "é")
  }

  @Test func `says UTF-16 where the mark is missing`() {
    let bytes = "The mayor resigned".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(throws: DocumentError.binary(kind: "UTF-16 without a byte order mark, or binary data"))
    {
      try Charset.decode(bytes)
    }
  }
}
