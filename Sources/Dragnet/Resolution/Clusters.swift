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

  /// Starts with every thing in a set of its own.
  ///
  /// - Parameter faces: by thing, the number of its face; by default all differ.
  init(count: Int, faces: [Int]? = nil) {
    parents = Array(0..<count)
    self.faces = faces ?? Array(0..<count)
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
