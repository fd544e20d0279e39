/// The bands of an SVG in the order they were given.
///
/// Graphviz writes subgraphs in the order of their names' addresses in memory, which is another in
/// every run of the program.
func inOrderOfBands(_ svg: [UInt8]) -> [UInt8] {
  let lines = svg.split(separator: 10, omittingEmptySubsequences: false)
  var output: [ArraySlice<UInt8>] = []
  var bands: [(number: Int, lines: [ArraySlice<UInt8>])] = []
  var isInside = false
  func flush() {
    for band in bands.sorted(by: { $0.number < $1.number }) { output += band.lines }
    bands = []
  }
  for line in lines {
    if isInside {
      bands[bands.count - 1].lines.append(line)
      if line.elementsEqual("</g>".utf8) { isInside = false }
    } else if let number = bandNumber(line) {
      bands.append((number, [line]))
      isInside = true
    } else {
      flush()
      output.append(line)
    }
  }
  flush()
  return Array(output.joined(separator: [10]))
}

/// The number at the end of the id of `<g id="…-b-6" class="band">`; nil for other lines.
private func bandNumber(_ line: ArraySlice<UInt8>) -> Int? {
  let end = Array("\" class=\"band\">".utf8)
  guard line.starts(with: "<g id=\"".utf8), line.count > end.count,
    line.suffix(end.count).elementsEqual(end)
  else { return nil }
  let digits = line.dropLast(end.count).reversed().prefix { (48...57).contains($0) }.reversed()
  return Int(String(decoding: Array(digits), as: UTF8.self))
}
