/// Where a click leads, checked: only `http`, `https`, `mailto`, relative paths and fragments pass.
enum Link {
  /// The address with everything percent-encoded that could end an attribute or start a script; nil
  /// for other schemes, for `//host` addresses and for those over 2,000 bytes.
  static func checked(_ address: String) -> String? {
    let text = address.utf8.drop { $0 <= 0x20 }
    guard !text.isEmpty, text.count <= 2_000 else { return nil }
    guard !text.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
    let scheme = text.prefix { $0 != UInt8(ascii: ":") }
    let hasScheme =
      scheme.count < text.count
      && !scheme.contains {
        [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0)
      }
    if hasScheme {
      let name = String(decoding: scheme, as: UTF8.self).lowercased()
      guard ["http", "https", "mailto"].contains(name) else { return nil }
    } else {
      let start = text.prefix(2)
      guard !start.elementsEqual("//".utf8), start.first != UInt8(ascii: "\\") else { return nil }
    }
    return encoded(text)
  }

  private static func encoded(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let plain = Set(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$()*+,;=%&".utf8)
    var result: [UInt8] = []
    for byte in bytes {
      if plain.contains(byte) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
