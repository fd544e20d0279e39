/// Makes Graphviz's image map fit for a page: only areas that lead somewhere or say something, with
/// checked addresses and escaped words.
struct ImageMap {
  let drawing: Drawing
  let prefix: String

  /// The finished `<map>`; its name is the prefix and `map`.
  func rewrite(_ raw: [UInt8]) -> [UInt8] {
    let name = prefix + "map"
    var output = "<map id=\"\(name)\" name=\"\(name)\">\n"
    for line in String(decoding: raw, as: UTF8.self).split(separator: "\n") {
      guard line.hasPrefix("<area"), let target = value(of: "href", in: line),
        let shape = value(of: "shape", in: line), let places = value(of: "coords", in: line),
        let index = Int(target.dropFirst())
      else { continue }
      let (words, link) = content(of: target.first, index)
      let title = Wording.xml(words)
      var area = "<area shape=\"\(shape)\" coords=\"\(places)\""
      if let link { area += " href=\"\(Wording.xml(link))\"" }
      output += area + " title=\"\(title)\" alt=\"\(title)\"/>\n"
    }
    return Array((output + "</map>\n").utf8)
  }

  private func content(of letter: Character?, _ index: Int) -> (words: String, link: String?) {
    let sketch = drawing.sketch
    if letter == "n", sketch.nodes.indices.contains(index) {
      let node = sketch.nodes[index]
      return (
        Wording.clean(node.tooltip ?? node.label, limit: 600), node.link.flatMap(Link.checked)
      )
    }
    guard sketch.lines.indices.contains(index) else { return ("", nil) }
    let line = sketch.lines[index]
    return (
      Wording.clean(line.tooltip ?? sketch.sentence(ofLine: index), limit: 600),
      line.link.flatMap(Link.checked)
    )
  }

  private func value(of key: String, in line: Substring) -> Substring? {
    guard let start = line.range(of: " \(key)=\"") else { return nil }
    return line[start.upperBound...].prefix { $0 != "\"" }
  }
}
