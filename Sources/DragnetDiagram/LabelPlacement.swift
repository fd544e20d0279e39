/// Finds a place on its line for every label, off nodes, other labels and other lines.
///
/// Each label chooses among places along its line, nearest the middle first; several rounds let
/// them make room for each other. A label that finds no free place is left out: its words stay in
/// the tooltip.
struct LabelPlacement {
  private struct Choice {
    var center: Point
    var cost: Double
  }

  private let boxes: [Box]
  private let sizes: [Box]
  private let order: [Int]
  private var choices: [[Choice]]
  private var chosen: [Int]

  /// - Parameters:
  ///   - boxes: the nodes.
  ///   - curves: the lines.
  ///   - sizes: of the labels by line; zero where a line has none.
  ///   - order: the lines, those first that matter most.
  init(boxes: [Box], curves: [Curve?], sizes: [Box], order: [Int]) {
    self.boxes = boxes
    self.sizes = sizes
    self.order = order.filter { sizes[$0].width > 0 && curves[$0] != nil }
    choices = sizes.map { _ in [] }
    chosen = sizes.map { _ in -1 }
    let chains = curves.map { $0?.flattened() ?? [] }
    let bounds = chains.map(LabelPlacement.bounds)
    let isThorough = self.order.count <= 300
    for line in self.order {
      choices[line] = LabelPlacement.places(on: chains[line], size: sizes[line], isThorough)
        .map { place in
          var cost = place.cost
          let box = Box(
            center: place.center, width: sizes[line].width, height: sizes[line].height)
          for node in boxes where node.overlaps(box.inset(by: -2)) { cost += 100 }
          for other in chains.indices where other != line && bounds[other].overlaps(box) {
            let chain = chains[other]
            if zip(chain, chain.dropFirst()).contains(where: { box.meets($0, $1) }) { cost += 5 }
          }
          for tip in [chains[line].first, chains[line].last] {
            if let tip, box.inset(by: -5).overlaps(Box(center: tip, width: 0.1, height: 0.1)) {
              cost += 12
            }
          }
          return Choice(center: place.center, cost: cost)
        }
        .sorted { $0.cost < $1.cost }
    }
    for _ in 0..<(isThorough ? 5 : 1) { settle() }
  }

  /// Middles of the labels by line; nil where none is drawn.
  func centers() -> [Point?] {
    var centers: [Point?] = sizes.map { _ in nil }
    var taken: [Box] = []
    for line in order where chosen[line] >= 0 {
      let choice = choices[line][chosen[line]]
      let box = Box(
        center: choice.center, width: sizes[line].width, height: sizes[line].height)
      if boxes.contains(where: { $0.overlaps(box) }) || taken.contains(where: { $0.overlaps(box) })
      {
        continue
      }
      taken.append(box)
      centers[line] = choice.center
    }
    return centers
  }

  /// Lets every label take the place that is best while the others stay.
  private mutating func settle() {
    for line in order {
      var best = -1
      var bestCost = Double.infinity
      for (index, choice) in choices[line].enumerated() {
        if choice.cost >= bestCost { break }
        let cost = choice.cost + collisions(of: line, at: choice.center)
        if cost < bestCost {
          best = index
          bestCost = cost
        }
      }
      chosen[line] = best
    }
  }

  private func collisions(of line: Int, at center: Point) -> Double {
    let box = Box(
      center: center, width: sizes[line].width + 3, height: sizes[line].height + 2)
    var cost = 0.0
    for other in order where other != line && chosen[other] >= 0 {
      let rival = Box(
        center: choices[other][chosen[other]].center, width: sizes[other].width,
        height: sizes[other].height)
      if rival.overlaps(box) { cost += 60 }
    }
    return cost
  }

  /// Places along a chain of stretches: on it, and beside it at a small cost.
  private static func places(on chain: [Point], size: Box, _ isThorough: Bool) -> [Choice] {
    let steps = zip(chain, chain.dropFirst()).map { ($1 - $0).length }
    let total = steps.reduce(0, +)
    guard total > 0 else { return [] }
    var places: [Choice] = []
    let count = isThorough ? 14 : 4
    for step in -count...count {
      let share = 0.5 + 0.4 * Double(step) / Double(count)
      var rest = share * total
      var index = 0
      while index < steps.count - 1, rest > steps[index] {
        rest -= steps[index]
        index += 1
      }
      let direction = (chain[index + 1] - chain[index]) * (1 / max(steps[index], 1e-9))
      let middle = chain[index] + direction * rest
      let cost = 8 * abs(share - 0.5)
      places.append(Choice(center: middle, cost: cost))
      guard isThorough else { continue }
      let reach = (abs(direction.y) * size.width + abs(direction.x) * size.height) / 2 + 2
      for side in [-1.0, 1] {
        let normal = Point(x: -direction.y * side, y: direction.x * side)
        places.append(Choice(center: middle + normal * reach, cost: cost + 3.5))
      }
    }
    return places
  }

  private static func bounds(_ chain: [Point]) -> Box {
    guard let first = chain.first else {
      return Box(center: Point(x: 0, y: 0), width: -1e9, height: -1e9)
    }
    var (low, high) = (first, first)
    for point in chain {
      low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    return Box(minX: low.x, minY: low.y, maxX: high.x + 0.1, maxY: high.y + 0.1)
  }
}
