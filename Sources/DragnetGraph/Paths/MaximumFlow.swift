/// What flows from one node to another.
public struct Flow: Sendable, Equatable {
  /// How much arrives.
  public let value: Double
  /// What each edge carries. In an undirected graph it is negative where it runs from the larger node
  /// to the smaller.
  public let edgeFlows: [Double]
}

extension Graph {
  /// The most that can flow from one node to another when no edge carries more than its strength.
  ///
  /// - Parameter useStrengths: true to let each edge carry its strength, false for 1 each.
  /// - Returns: the value, which is that of `minimumCut`, and what each edge carries; what flows into
  ///   a node flows out again, but for the two ends. Of two edges that point at each other at most
  ///   one carries something.
  /// - Throws: as `minimumCut(from:to:useStrengths:excluding:)`.
  /// - Complexity: as `minimumCut(from:to:useStrengths:excluding:)`.
  public func maximumFlow(
    from source: Int, to target: Int, useStrengths: Bool = false,
    excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> Flow {
    let pipes = try pipes(from: source, to: target, useStrengths, excluding: exclusion)
    let (reached, left) = pipes.run(from: source, to: target, keepsRest: true)
    let value = try cut(aroundNodes: reached, useStrengths: useStrengths, excluding: exclusion)
      .value
    var flows = [Double](repeating: 0, count: edgeCount)
    for node in 0..<nodeCount {
      for slot in Int(pipes.offsets[node])..<Int(pipes.offsets[node + 1]) {
        guard isDirected || pipes.targets[slot] > UInt32(node),
          let edge = edge(from: node, to: Int(pipes.targets[slot]))
        else { continue }
        let carried = (pipes.capacities.isEmpty ? 1 : pipes.capacities[slot]) - left[slot]
        flows[edge] = isDirected ? max(0, carried) : carried
      }
    }
    return Flow(value: value, edgeFlows: flows)
  }
}
