import DragnetDiagram

/// A sentence with its parts: which word depends on which, and how.
public struct SentenceParse: Sendable, Hashable {
  /// The words and signs in order.
  public var words: [String]
  /// By word: the place of the word it depends on; anything that is no other word's place stands for
  /// the root.
  public var heads: [Int]
  /// By word: what it is to its head.
  public var labels: [String]
  /// By word: its part of speech; empty where nobody said.
  public var tags: [String]
  /// The sentence as it is written; nil where only its words are known.
  public var written: String?

  /// Makes a parse. Arrays shorter than `words` are filled up: without a head, without a label.
  public init(
    words: [String], heads: [Int], labels: [String] = [], tags: [String] = [],
    written: String? = nil
  ) {
    self.written = written
    self.words = words
    self.heads = Array((heads + words.map { _ in -1 }).prefix(words.count))
    self.labels = Array((labels + words.map { _ in "" }).prefix(words.count))
    self.tags = Array((tags + words.map { _ in "" }).prefix(words.count))
  }

  /// The most words a figure holds.
  public static let limit = 80

  /// The sentence in a line, arcs above from each head to what depends on it, lower arcs for nearer
  /// words. Words beyond `limit` are left out, and a note says so.
  ///
  /// - Complexity: O(*w*²) for *w* words.
  public func figure(title: String? = nil) throws(DrawingError) -> CaseFigure {
    let columns = ["Place", "Word", "Tag", "Label", "Head"]
    let heading = title ?? "The parts of a sentence"
    guard !words.isEmpty else {
      return .empty(.sentence, title: heading, why: "The sentence has no words.", columns: columns)
    }
    let count = min(words.count, SentenceParse.limit)
    var diagram = Diagram(
      title: heading, subtitle: shortened(text, to: 300),
      nodes: (0..<count).map { place in
        Diagram.Node(
          id: Self.id(place), kind: "word", label: words[place],
          detail: [tags[place], isRoot(place) ? "root" : ""].filter { !$0.isEmpty }
            .joined(separator: ", "),
          tooltip: [words[place], tags[place], labels[place]].filter { !$0.isEmpty }
            .joined(separator: ", "), size: 0.35, classes: ["word"])
      })
    if words.count > count {
      diagram.notes = [
        "Left out: \(words.count - count) of \(words.count) words, those at the end."
      ]
    }
    try place(&diagram, count: count)
    let rows = words.indices.map { place in
      [
        "\(place + 1)", words[place], tags[place], labels[place],
        isRoot(place) ? "" : "\(heads[place] + 1) \(words[heads[place]])",
      ]
    }
    return CaseFigure(
      kind: .sentence, diagram: diagram, layout: .neato,
      caption: "“\(text)”",
      altText: "A sentence of \(counted(words.count, "word")) with its dependencies. "
        + rows.prefix(12).map {
          $0[4].isEmpty
            ? "\($0[1]) is the root"
            : "\($0[1]) is \($0[3]) of \($0[4].drop { $0 != " " }.dropFirst())"
        }.joined(separator: "; ") + ".",
      columns: columns, rows: rows)
  }

  /// The sentence as written, in one line; or the words with spaces between them, none before what
  /// closes.
  private var text: String {
    if let written { return written.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return words.reduce(into: "") { text, word in
      let closes = [",", ".", ";", ":", "!", "?", ")", "’", "”", "'s", "’s", "n't"].contains(word)
      text += (text.isEmpty || closes ? "" : " ") + word
    }
  }

  private static func id(_ place: Int) -> String {
    "w" + String(repeating: "0", count: max(0, 4 - "\(place)".count)) + "\(place)"
  }

  private func isRoot(_ place: Int) -> Bool {
    !words.indices.contains(heads[place]) || heads[place] == place
  }

  /// Sets the words side by side and the arcs above them.
  private func place(_ diagram: inout Diagram, count: Int) throws(DrawingError) {
    let sizes = try diagram.nodeSizes()
    let boxes = (0..<count).map {
      sizes[Self.id($0)] ?? Box(center: Point(x: 0, y: 0), width: 44, height: 26)
    }
    // Two neighbours joined by an arc need room for its label.
    var centers: [Double] = []
    var right = 0.0
    for place in 0..<count {
      var gap = place == 0 ? 0.0 : 10.0
      if place > 0 {
        for (low, high) in [(place - 1, place), (place, place - 1)]
        where heads[low] == high && !isRoot(low) {
          let needed = 5.2 * Double(min(labels[low].count, 14)) + 26
          gap = max(gap, needed - (boxes[place - 1].width + boxes[place].width) / 2)
        }
      }
      centers.append(right + gap + boxes[place].width / 2)
      right += gap + boxes[place].width
    }
    let tallest = boxes.map(\.height).max() ?? 26
    for place in 0..<count {
      // Tops of all words on one line.
      diagram.nodes[place].position = Point(
        x: centers[place], y: (tallest - boxes[place].height) / 2)
    }
    let top = tallest / 2 + 2
    let levels = arcLevels(count)
    let ports = ArcPorts(parse: self, count: count, centers: centers)
    for place in 0..<count {
      let label = labels[place].isEmpty ? [] : [Diagram.Label(shortened(labels[place], to: 16))]
      guard !isRoot(place), heads[place] < count else { continue }
      var line = Diagram.Line(
        id: "a" + Self.id(place), from: Self.id(heads[place]), to: Self.id(place),
        family: Self.family(of: labels[place]), labels: label,
        tooltip: "\(words[heads[place]]) – \(labels[place]) – \(words[place])", width: 1.1)
      let height = 30 + 24 * Double(levels[place] ?? 0)
      line.course = arc(
        from: Point(x: ports.start(of: place), y: top), to: Point(x: ports.end(of: place), y: top),
        height: height)
      diagram.lines.append(line)
    }
  }

  /// Up, across and down, with round corners.
  private func arc(from start: Point, to end: Point, height: Double) -> [Point] {
    let sign = end.x > start.x ? 1.0 : -1
    let round = min(14, abs(end.x - start.x) / 2, height / 2)
    let peak = start.y + height
    let up = Point(x: start.x, y: peak - round)
    let over = Point(x: start.x + sign * round, y: peak)
    let across = Point(x: end.x - sign * round, y: peak)
    let down = Point(x: end.x, y: peak - round)
    func straight(_ a: Point, _ b: Point) -> [Point] {
      [
        Point(x: a.x + (b.x - a.x) / 3, y: a.y + (b.y - a.y) / 3),
        Point(x: a.x + (b.x - a.x) * 2 / 3, y: a.y + (b.y - a.y) * 2 / 3), b,
      ]
    }
    let bend = 0.45 * round
    return [start] + straight(start, up)
      + [Point(x: up.x, y: peak - bend), Point(x: start.x + sign * bend, y: peak), over]
      + straight(over, across)
      + [Point(x: end.x - sign * bend, y: peak), Point(x: end.x, y: peak - bend), down]
      + straight(down, end)
  }

  /// How high each arc must go to clear those below it: shorter arcs first.
  private func arcLevels(_ count: Int) -> [Int: Int] {
    let arcs = (0..<count).filter { !isRoot($0) && heads[$0] < count }
      .map { (place: $0, low: min($0, heads[$0]), high: max($0, heads[$0])) }
      .sorted { ($0.high - $0.low, $0.low, $0.place) < ($1.high - $1.low, $1.low, $1.place) }
    var levels: [Int: Int] = [:]
    var placed: [(low: Int, high: Int, level: Int)] = []
    for arc in arcs {
      let taken = Set(placed.filter { $0.low < arc.high && arc.low < $0.high }.map(\.level))
      let level = (0...).first { !taken.contains($0) } ?? 0
      let floor =
        placed.filter { arc.low <= $0.low && $0.high <= arc.high }.map(\.level).max().map { $0 + 1 }
        ?? 0
      let own = max(level, floor)
      levels[arc.place] = own
      placed.append((arc.low, arc.high, own))
    }
    return levels
  }

  /// The color of a label: what it is to the sentence.
  private static func family(of label: String) -> String {
    let head = label.prefix { $0 != ":" }
    switch head {
    case "nsubj", "csubj", "agent": return "command"
    case "obj", "iobj", "dobj", "xcomp", "ccomp": return "enforcement"
    case "obl", "nmod", "pobj", "advmod", "advcl": return "place"
    case "conj", "cc", "appos": return "contact"
    case "neg", "mark", "aux", "auxpass", "cop": return "money"
    default: return "support"
    }
  }
}

/// Where arcs leave and reach their words, so that no two share a place.
private struct ArcPorts {
  private var starts: [Int: Double] = [:]
  private var ends: [Int: Double] = [:]

  init(parse: SentenceParse, count: Int, centers: [Double]) {
    for word in 0..<count {
      // From left to right: arcs to the left (longest last), the arc from the head, arcs to the right.
      var ways: [(other: Int, isEnd: Bool, child: Int)] = []
      let head = parse.heads[word]
      let isRoot = !parse.words.indices.contains(head) || head == word
      if !isRoot { ways.append((min(head, count), true, word)) }
      for child in 0..<count where child != word && parse.heads[child] == word {
        ways.append((child, false, child))
      }
      // Nearer words leave outside, farther ones inside, so that arcs nest.
      func key(_ other: Int) -> Double {
        other == word ? 0 : 1 / Double(other - word)
      }
      ways.sort { (key($0.other), $0.child) < (key($1.other), $1.child) }
      let step = min(9, 30 / Double(max(ways.count, 1)))
      for (place, way) in ways.enumerated() {
        let x = centers[word] + (Double(place) - Double(ways.count - 1) / 2) * step
        if way.isEnd { ends[word] = x } else { starts[way.child] = x }
      }
    }
  }

  /// Where the arc to a word leaves its head.
  func start(of word: Int) -> Double { starts[word] ?? 0 }
  /// Where the arc to a word, or its root sign, ends.
  func end(of word: Int) -> Double { ends[word] ?? 0 }
}
