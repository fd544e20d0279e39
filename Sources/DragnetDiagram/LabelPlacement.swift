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
    let chains = curves.map { Chain($0?.flattened() ?? []) }
    let isThorough = self.order.count <= 300
    for line in self.order {
      for isFar in [false, true] where choices[line].isEmpty {
        choices[line] = LabelPlacement.choices(
          on: line, forms: forms[line], chains: chains, nodes: boxes, isThorough, isFar: isFar)
      }
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
    for other in order where other != line && chosen[other] >= 0 {
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
    on line: Int, forms: [Box], chains: [Chain], nodes: [Box], _ isThorough: Bool,
    isFar: Bool
  ) -> [Choice] {
    let own = chains[line]
    var choices: [Choice] = []
    // A place is at most a label's size and a little away from the line.
    let reach = (forms.map { $0.width + $0.height }.max() ?? 0) + 3 * air
    let area = own.bounds.inset(by: -reach)
    let nodes = nodes.filter { $0.overlaps(area) }
    let others = chains.indices.filter { $0 != line && chains[$0].bounds.overlaps(area) }
    for (form, size) in forms.enumerated() {
      for spot in own.spots(for: size, isThorough, isFar: isFar) {
        let box = Box(center: spot.center, width: size.width, height: size.height)
        if nodes.contains(where: { $0.overlaps(box) }) { continue }
        var cost = spot.cost + 7 * Double(form)
        let held = box.inset(by: -2)
        if nodes.contains(where: { $0.overlaps(held) }) { cost += 6 }
        for tip in [own.points.first, own.points.last] {
          if let tip, box.inset(by: -5).contains(tip) { cost += 12 }
        }
        let strangeness = nearness(
          of: box, to: others.lazy.map { chains[$0] }, within: isFar ? 0 : spot.distance)
        guard let strangeness else { continue }
        choices.append(
          Choice(place: Place(form: form, box: box), cost: cost + strangeness))
      }
    }
    // Equal costs stand in the order they were found in.
    return choices.indices.sorted { (choices[$0].cost, $0) < (choices[$1].cost, $1) }
      .prefix(160).map { choices[$0] }
  }

  /// What a label costs on or near other lines; nil where one is as near as its own, `distance` away.
  private static func nearness(
    of box: Box, to others: some Sequence<Chain>, within distance: Double
  ) -> Double? {
    let surroundings = box.inset(by: -air)
    var cost = 0.0
    for other in others {
      guard other.bounds.overlaps(surroundings) else { continue }
      let gap = other.gap(to: box, atMost: air)
      if distance > 0, gap <= distance + 1 { return nil }
      if gap <= 0 {
        cost += 22
      } else if gap < air {
        cost += (distance > 0 ? 14 : 7) * (1 - gap / air)
      }
    }
    return cost
  }
}

/// A line as straight stretches.
private struct Chain {
  struct Spot {
    var center: Point
    /// From the label's border to the line; zero on it.
    var distance: Double
    var cost: Double
  }

  let points: [Point]
  let bounds: Box

  init(_ points: [Point]) {
    self.points = points
    var (low, high) = (points.first ?? Point(x: 0, y: 0), points.first ?? Point(x: 0, y: 0))
    for point in points {
      low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    bounds =
      points.isEmpty
      ? Box(center: low, width: -1e9, height: -1e9)
      : Box(minX: low.x, minY: low.y, maxX: high.x + 0.1, maxY: high.y + 0.1)
  }

  /// How far a box is from the line, a multiple of a few points; `limit` when further.
  func gap(to box: Box, atMost limit: Double) -> Double {
    func isMet(within distance: Double) -> Bool {
      let grown = box.inset(by: -distance)
      return zip(points, points.dropFirst()).contains { grown.meets($0, $1) }
    }
    for distance in stride(from: 0, to: limit, by: 3) where isMet(within: distance) {
      return distance
    }
    return limit
  }

  /// Places for a label: on the line, and beside it at a small cost.
  func spots(for size: Box, _ isThorough: Bool, isFar: Bool) -> [Spot] {
    let steps = zip(points, points.dropFirst()).map { ($1 - $0).length }
    let total = steps.reduce(0, +)
    guard total > 0 else { return [] }
    var spots: [Spot] = []
    let count = isThorough ? 14 : 4
    for step in -count...count {
      let share = 0.5 + 0.42 * Double(step) / Double(count)
      var rest = share * total
      var index = 0
      while index < steps.count - 1, rest > steps[index] {
        rest -= steps[index]
        index += 1
      }
      let direction = (points[index + 1] - points[index]) * (1 / max(steps[index], 1e-9))
      let middle = points[index] + direction * rest
      let cost = 8 * abs(share - 0.5)
      if !isFar { spots.append(Spot(center: middle, distance: 0, cost: cost)) }
      guard isThorough else { continue }
      let reach = (abs(direction.y) * size.width + abs(direction.x) * size.height) / 2
      for (distance, extra) in isFar ? [(9.0, 8), (14, 11), (20, 15)] : [(2.0, 3.5), (5.0, 6.0)] {
        for side in [-1.0, 1] {
          let normal = Point(x: -direction.y * side, y: direction.x * side)
          spots.append(
            Spot(
              center: middle + normal * (reach + distance), distance: distance,
              cost: cost + extra))
        }
      }
    }
    return spots
  }
}
