/// Files of several formats, made by hand.
enum Fixtures {
  /// A PDF of pages of lines in Helvetica, 14 points apart.
  static func pdf(_ pages: [[String]]) -> [UInt8] {
    var objects: [String] = []
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Catalog /Pages 2 0 R >>")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for (index, lines) in pages.enumerated() {
      let shown = lines.map { line in
        let escaped = line.replacing("(", with: "\\(").replacing(")", with: "\\)")
        return "(\(escaped)) Tj 0 -14 Td"
      }
      let stream = "BT /F1 11 Tf 72 740 Td\n" + shown.joined(separator: "\n") + "\nET"
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
      objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
    }
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  /// A ZIP archive of entries that are stored, not compressed.
  static func zip(_ entries: [(name: String, content: [UInt8])]) -> [UInt8] {
    var (file, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, content) in entries {
      let offset = file.count
      let sizes = little(crc32(content), 4) + little(content.count, 4) + little(content.count, 4)
      let fields =
        little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + sizes
        + little(name.utf8.count, 2) + little(0, 2)
      file += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + content
      directory +=
        [0x50, 0x4B, 1, 2] + little(20, 2) + fields + little(0, 2) + little(0, 2) + little(0, 2)
        + little(0, 4) + little(offset, 4) + Array(name.utf8)
    }
    let start = file.count
    return file + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + little(entries.count, 2)
      + little(entries.count, 2) + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  /// A Word document with this body, and properties.
  static func word(_ body: String, properties: String = "") -> [UInt8] {
    let document = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
      xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
      <w:body>\(body)</w:body></w:document>
      """
    let core = """
      <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">\
      \(properties)</cp:coreProperties>
      """
    return zip([
      ("[Content_Types].xml", Array("<Types/>".utf8)),
      ("word/document.xml", Array(document.utf8)), ("docProps/core.xml", Array(core.utf8)),
    ])
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(value >> (8 * $0) & 255) }
  }

  private static func crc32(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = ~0
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
}
