/// Things joined into sets.
///
/// Things that look alike to every comparison share a face, so that two sets are compared by their
/// distinct faces and not by their members.
struct Clusters {
  /// Most faces that are kept of a set; one with more is no name any more.
  private static let faceLimit = 64

  private var parents: [Int]
  private var sets: [Int: [Int]] = [:]
  private let faces: [Int]
  private var examples: [Int: [Int]] = [:]
  /// By root: the marks of its members.
  private var marks: [Int: Set<Int>]

  /// Starts with every thing in a set of its own.
  ///
  /// - Parameters:
  ///   - faces: by thing, the number of its face; by default all differ.
  ///   - marks: by thing, marks of which `2 · k` and `2 · k + 1` must never come into one set.
  init(count: Int, faces: [Int]? = nil, marks: [Int: Set<Int>] = [:]) {
    parents = Array(0..<count)
    self.faces = faces ?? Array(0..<count)
    self.marks = marks
  }

  /// The smallest *k* whose two marks would meet if these were joined; nil when they may be.
  func clash(of things: [Int]) -> Int? {
    guard !marks.isEmpty else { return nil }
    let all = things.reduce(into: Set<Int>()) { $0.formUnion(marks[root(of: $1)] ?? []) }
    return all.filter { all.contains($0 ^ 1) }.map { $0 / 2 }.min()
  }

  /// The one that stands for the set that holds `index`. O(log n): the larger set keeps its root.
  func root(of index: Int) -> Int {
    var root = index
    while parents[root] != root { root = parents[root] }
    return root
  }

  /// All that is in the set of a root, in no order.
  func members(ofRoot root: Int) -> [Int] { sets[root] ?? [root] }

  /// One member for each face of the set of a root.
  func examples(ofRoot root: Int) -> [Int] { examples[root] ?? [root] }

  /// Joins two sets.
  mutating func join(_ a: Int, _ b: Int) {
    let left = root(of: a), right = root(of: b)
    guard left != right else { return }
    let sizes = (members(ofRoot: left).count, members(ofRoot: right).count)
    let (kept, gone) =
      sizes.0 > sizes.1 || (sizes.0 == sizes.1 && left < right) ? (left, right) : (right, left)
    sets[kept, default: [kept]].append(contentsOf: members(ofRoot: gone))
    var shown = examples(ofRoot: kept)
    for example in examples(ofRoot: gone)
    where shown.count < Clusters.faceLimit
      && !shown.contains(where: { faces[$0] == faces[example] })
    {
      shown.append(example)
    }
    examples[kept] = shown
    sets[gone] = nil
    examples[gone] = nil
    if let more = marks.removeValue(forKey: gone) { marks[kept, default: []].formUnion(more) }
    parents[gone] = kept
  }
}

/// Numbers things by what they look like: equal looks, equal numbers.
struct Faces<Look: Hashable> {
  private var numbers: [Look: Int] = [:]

  /// The number of a look.
  mutating func number(_ look: Look) -> Int {
    if let known = numbers[look] { return known }
    numbers[look] = numbers.count
    return numbers.count - 1
  }
}
