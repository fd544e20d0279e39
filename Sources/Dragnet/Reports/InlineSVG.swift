/// A drawing as it stands inside the report: without XML declaration, its links leading to places of
/// the same page.
struct InlineSVG: Sendable {
  /// The `svg` element.
  let svg: String
  /// The contents of its `style` elements, which a page must allow by name.
  let styles: [String]
  /// True when a landscape sheet holds it better than a portrait one.
  let isWide: Bool

  /// Takes the `svg` element out of a file; nil when there is none.
  init?(_ file: String) {
    guard let start = file.firstRange(of: "<svg"), let end = file.lastRange(of: "</svg>") else {
      return nil
    }
    let svg = String(file[start.lowerBound..<end.upperBound])
      .replacing("href=\"\(HTMLReport.fileName)#", with: "href=\"#")
      // A symbol hides the link inside it from those who listen to the page.
      .replacing(" role=\"graphics-symbol\"", with: "")
    self.svg = svg
    styles = svg.split(separator: "<style").dropFirst().compactMap { part in
      guard let open = part.firstIndex(of: ">"), let close = part.firstRange(of: "</style>") else {
        return nil
      }
      return String(part[part.index(after: open)..<close.lowerBound])
    }
    let box = svg.firstRange(of: "viewBox=\"").map { svg[$0.upperBound...].prefix { $0 != "\"" } }
    let sides = (box ?? "").split(separator: " ").compactMap { Double($0) }
    isWide = sides.count == 4 && sides[2] > sides[3] * 1.15
  }
}

extension StringProtocol {
  fileprivate func lastRange(of needle: String) -> Range<Index>? {
    var found: Range<Index>?
    var rest = startIndex
    while let range = self[rest...].firstRange(of: needle) {
      found = range
      rest = range.upperBound
    }
    return found
  }
}
