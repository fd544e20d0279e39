extension Drawing {
  /// The drawing in a few sentences, for those who do not see it.
  public var alternativeText: String {
    let sketch = sketch
    var sentences: [String] = []
    let subtitle = Wording.clean(diagram.subtitle, limit: 300)
    if !subtitle.isEmpty { sentences.append(subtitle) }
    sentences.append(
      "A diagram of \(count(sketch.nodes.count, "item")) and \(count(sketch.lines.count, "line")).")
    var degrees = [Int](repeating: 0, count: sketch.nodes.count)
    for end in sketch.ends {
      degrees[end.from] += 1
      degrees[end.to] += 1
    }
    let busiest = degrees.indices.filter { degrees[$0] > 1 }
      .sorted { (degrees[$0], $1) > (degrees[$1], $0) }.prefix(5)
    if !busiest.isEmpty {
      let names = busiest.map {
        "\(Wording.clean(sketch.nodes[$0].label, limit: 80)) (\(count(degrees[$0], "line")))"
      }
      sentences.append("Most lines meet at " + names.joined(separator: ", ") + ".")
    }
    sentences += diagram.notes.prefix(3).map { Wording.clean($0, limit: 300) }
    return sentences.joined(separator: " ")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
