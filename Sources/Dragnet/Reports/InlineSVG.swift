/// A drawing as it stands inside a page: without XML declaration.
struct InlineSVG: Sendable {
  /// The `svg` element.
  let svg: String
  /// The contents of its `style` elements, which a page must allow by name.
  let styles: [String]
  /// True when it is wider than a phone can show readably: it scrolls there instead of shrinking.
  let isRoomy: Bool

  /// Takes the `svg` element out of a file; nil when there is none.
  init?(_ file: String) {
    guard let start = file.firstRange(of: "<svg"), let end = file.lastRange(of: "</svg>") else {
      return nil
    }
    let svg = String(file[start.lowerBound..<end.upperBound])
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
    isRoomy = sides.count == 4 && sides[2] > 450
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
