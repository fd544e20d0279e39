import Synchronization

/// A value that is made when first asked for, once, and then kept. Copies of its owner share it.
final class Lazily<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    kept.withLock { kept in
      if let value = kept { return value }
      let value = make()
      kept = value
      return value
    }
  }
}

/// For each arc its edge, and for each edge its ends.
struct EdgeNumbers: Sendable {
  /// The edge of each arc; empty in a directed graph, where arc and edge have the same number.
  let arcEdges: [UInt32]
  /// Source of each edge.
  let sources: [UInt32]
  /// Target of each edge.
  let targets: [UInt32]

  init(directedOffsets offsets: [UInt32], targets: [UInt32]) {
    var sources = [UInt32](repeating: 0, count: targets.count)
    for node in 0..<(offsets.count - 1) {
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) { sources[arc] = UInt32(node) }
    }
    arcEdges = []
    self.sources = sources
    self.targets = targets
  }

  init(undirectedOffsets offsets: [UInt32], targets arcTargets: [UInt32]) {
    var arcEdges = [UInt32](repeating: 0, count: arcTargets.count)
    var sources = [UInt32](repeating: 0, count: arcTargets.count / 2)
    var targets = sources
    // Arcs stand by source, then target; so the arcs back to smaller nodes fill up in order.
    var next = Array(offsets.dropLast())
    var edge = 0
    for node in 0..<(offsets.count - 1) {
      for arc in Int(next[node])..<Int(offsets[node + 1]) {
        let target = arcTargets[arc]
        arcEdges[arc] = UInt32(edge)
        arcEdges[Int(next[Int(target)])] = UInt32(edge)
        next[Int(target)] += 1
        sources[edge] = UInt32(node)
        targets[edge] = target
        edge += 1
      }
    }
    self.arcEdges = arcEdges
    self.sources = sources
    self.targets = targets
  }
}

/// The arcs into each node.
struct ReverseArcs: Sendable {
  /// The arcs into node *v* are `offsets[v]..<offsets[v + 1]`.
  let offsets: [UInt32]
  /// Source of each arc.
  let sources: [UInt32]
  /// Edge of each arc.
  let edges: [UInt32]

  init(offsets: [UInt32], sources: [UInt32], edges: [UInt32]) {
    self.offsets = offsets
    self.sources = sources
    self.edges = edges
  }

  init(offsets forward: [UInt32], targets: [UInt32]) {
    var offsets = [UInt32](repeating: 0, count: forward.count)
    for target in targets { offsets[Int(target) + 1] += 1 }
    for node in 1..<max(1, offsets.count) { offsets[node] += offsets[node - 1] }
    var next = offsets
    var sources = [UInt32](repeating: 0, count: targets.count)
    var edges = sources
    for node in 0..<(forward.count - 1) {
      for arc in Int(forward[node])..<Int(forward[node + 1]) {
        let slot = Int(next[Int(targets[arc])])
        next[Int(targets[arc])] += 1
        sources[slot] = UInt32(node)
        edges[slot] = UInt32(arc)
      }
    }
    self.offsets = offsets
    self.sources = sources
    self.edges = edges
  }
}
