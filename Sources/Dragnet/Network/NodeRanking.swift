import DragnetGraph

/// The place of one node of a graph in a ranking.
public struct RankedNode: Sendable, Hashable {
  /// The node.
  public let node: Int
  /// The measure's score.
  public let score: Double
  /// Place, from 1; equal scores share a place.
  public let rank: Int
}

extension Graph {
  /// Every node's place by one measure; nodes without a score are left out.
  ///
  /// Scores that differ by less than one part in 10⁹ of the largest are equal and share a rank;
  /// equal ones are in the order of the nodes.
  ///
  /// - Throws: as `scores(by:metric:useStrengths:threads:progress:)`.
  public func ranking(
    by measure: Measure, metric: Metric = .hops, useStrengths: Bool = false, threads: Int? = nil,
    progress: ProgressHandler? = nil
  ) throws(GraphError) -> [RankedNode] {
    let scores = try scores(
      by: measure, metric: metric, useStrengths: useStrengths, threads: threads,
      progress: progress)
    let places = placesSharedByEquals(scores, smallestFirst: measure.ranksSmallestFirst)
    return places.flatMap { place in
      place.indices.sorted().map { RankedNode(node: $0, score: scores[$0], rank: place.rank) }
    }
  }
}

/// One place of a ranking, and who shares it: the best score first.
struct SharedPlace {
  let rank: Int
  let indices: ArraySlice<Int>
}

/// Places from the best score to the worst. Scores that are within one part in 10⁹ of the largest
/// from the best of their place share it. NaN has no place.
func placesSharedByEquals(_ scores: [Double], smallestFirst: Bool) -> [SharedPlace] {
  let scored = scores.indices.filter { !scores[$0].isNaN }
  let tolerance = (scored.map { abs(scores[$0]) }.max() ?? 0) * 1e-9
  let ordered = scored.sorted {
    if scores[$0] == scores[$1] { return $0 < $1 }
    return smallestFirst ? scores[$0] < scores[$1] : scores[$0] > scores[$1]
  }
  var places: [SharedPlace] = []
  var start = 0
  while start < ordered.count {
    var end = start + 1
    while end < ordered.count, abs(scores[ordered[start]] - scores[ordered[end]]) <= tolerance {
      end += 1
    }
    places.append(SharedPlace(rank: start + 1, indices: ordered[start..<end]))
    start = end
  }
  return places
}
