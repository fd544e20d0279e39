/// Finds a place on its line for every label, off nodes, other labels and other lines.
///
/// A label chooses among places along its line, nearest the middle first, and among its forms, the
/// fullest first: a long row may wrap, a stack may shrink. A label never stands beside its line where
/// another line is nearer. Several rounds let labels make room for each other; one that finds no free
/// place is left out: its words stay in the tooltip.
struct LabelPlacement {
  /// A place of a label.
  struct Place {
    /// Which of its forms it takes there.
    var form: Int
    /// What it covers.
    var box: Box
  }

  private struct Choice {
    var place: Place
    var cost: Double
  }

  /// How far apart labels and other lines have to be before they do not disturb each other.
  private static let air = 9.0

  private let order: [Int]
  private var choices: [[Choice]]
  private var chosen: [Int]
  /// By line: the others whose labels can come near its own.
  private var rivals: [[Int]]

  /// - Parameters:
  ///   - boxes: the nodes.
  ///   - curves: the lines.
  ///   - forms: sizes of the labels by line, the fullest form first; none where a line has no label.
  ///   - order: the lines, those first that matter most.
  /// - Complexity: O(*p* · (*n* + *m*)) for *p* places on all lines, *n* nodes and *m* lines; up to 300
  ///   labels are given some hundred places each, more labels nine.
  init(boxes: [Box], curves: [Curve?], forms: [[Box]], order: [Int]) {
    self.order = order.filter { !forms[$0].isEmpty && curves[$0] != nil }
    choices = forms.map { _ in [] }
    chosen = forms.map { _ in -1 }
    rivals = forms.map { _ in [] }
    let chains = curves.map { Chain($0?.flattened() ?? []).simplified }
    let isThorough = self.order.count <= 300
    // A label's places are at most its size and a little away from the line.
    let areas = zip(chains, forms).map { chain, forms in
      chain.bounds.inset(
        by: -(forms.map { $0.width + $0.height }.max() ?? 0) - 3 * LabelPlacement.air)
    }
    for line in self.order {
      let ground = LabelGround(of: line, in: areas[line], chains: chains, nodes: boxes)
      for isFar in [false, true] where choices[line].isEmpty {
        choices[line] = LabelPlacement.choices(
          on: chains[line], forms: forms[line], ground: ground, isThorough, isFar: isFar)
      }
      let reach = areas[line].inset(by: -LabelPlacement.air)
      rivals[line] = self.order.filter { $0 != line && areas[$0].overlaps(reach) }
    }
    for _ in 0..<(isThorough ? 6 : 1) { settle() }
  }

  /// Where the labels are by line; nil where none is drawn.
  func places() -> [Place?] {
    var places: [Place?] = choices.map { _ in nil }
    var taken: [Box] = []
    func isFree(_ place: Place) -> Bool { !taken.contains { $0.overlaps(place.box) } }
    var waiting: [Int] = []
    for line in order where chosen[line] >= 0 {
      let place = choices[line][chosen[line]].place
      if isFree(place) {
        taken.append(place.box)
        places[line] = place
      } else {
        waiting.append(line)
      }
    }
    // Whoever lost its place takes the best that is still free.
    func settle(_ line: Int) -> Bool {
      guard let choice = choices[line].first(where: { isFree($0.place) }) else { return false }
      taken.append(choice.place.box)
      places[line] = choice.place
      return true
    }
    var rank = choices.map { _ in 0 }
    for (place, line) in order.enumerated() { rank[line] = place }
    var yielding: [Int] = []
    for line in waiting where !settle(line) {
      // Where none is free, labels of lines that matter less make way, as few as can be.
      var best: (choice: Choice, others: [Int])?
      for choice in choices[line] {
        let others = places.indices.filter { places[$0]?.box.overlaps(choice.place.box) == true }
        guard others.allSatisfy({ rank[$0] > rank[line] }) else { continue }
        if best.map({ others.count < $0.others.count }) ?? true { best = (choice, others) }
      }
      guard let best else { continue }
      for other in best.others {
        taken.removeAll { $0 == places[other]?.box }
        places[other] = nil
      }
      yielding += best.others
      taken.append(best.choice.place.box)
      places[line] = best.choice.place
    }
    for line in yielding { _ = settle(line) }
    return places
  }

  /// Lets every label take the place that is best while the others stay.
  private mutating func settle() {
    for line in order {
      var best = -1
      var bestCost = Double.infinity
      for (index, choice) in choices[line].enumerated() {
        if choice.cost >= bestCost { break }
        let cost = choice.cost + collisions(of: line, at: choice.place.box)
        if cost < bestCost {
          best = index
          bestCost = cost
        }
      }
      chosen[line] = best
    }
  }

  /// Labels on each other, or so near that they read as one.
  private func collisions(of line: Int, at box: Box) -> Double {
    var cost = 0.0
    for other in rivals[line] where chosen[other] >= 0 {
      let gap = box.gap(to: choices[other][chosen[other]].place.box)
      if gap <= 0 {
        cost += 60
      } else if gap < LabelPlacement.air {
        cost += 10 * (1 - gap / LabelPlacement.air)
      }
    }
    return cost
  }

  /// The places of a label that touch no node, cheapest first. Far ones stand further beside the line,
  /// be another line nearer or not: for a label that has no other place.
  private static func choices(
    on chain: Chain, forms: [Box], ground: LabelGround, _ isThorough: Bool, isFar: Bool
  ) -> [Choice] {
    var choices: [Choice] = []
    for (form, size) in forms.enumerated() {
      for spot in chain.spots(for: size, isThorough, isFar: isFar) {
        let box = Box(center: spot.center, width: size.width, height: size.height)
        if ground.hasNode(on: box) { continue }
        var cost = spot.cost + 7 * Double(form)
        if ground.hasNode(on: box.inset(by: -2)) { cost += 6 }
        for tip in [chain.points.first, chain.points.last] {
          if let tip, box.inset(by: -5).contains(tip) { cost += 12 }
        }
        guard let strangeness = strangeness(of: box, at: isFar ? 0 : spot.distance, on: ground)
        else { continue }
        choices.append(Choice(place: Place(form: form, box: box), cost: cost + strangeness))
      }
    }
    // Equal costs stand in the order they were found in.
    return choices.indices.sorted { (choices[$0].cost, $0) < (choices[$1].cost, $1) }
      .prefix(160).map { choices[$0] }
  }

  /// What a label costs on or near other lines; nil where one is as near as its own, `distance` away.
  private static func strangeness(
    of box: Box, at distance: Double, on ground: LabelGround
  ) -> Double? {
    var cost = 0.0
    for gap in ground.gaps(around: box, atMost: air) {
      if distance > 0, gap <= distance + 1 { return nil }
      cost += gap <= 0 ? 22 : (distance > 0 ? 14 : 7) * (1 - gap / air)
    }
    return cost
  }
}
