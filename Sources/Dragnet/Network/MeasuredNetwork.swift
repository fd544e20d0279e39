import DragnetGraph
import DragnetText

/// What of a network is measured.
public struct MeasureOptions: Sendable, Equatable {
  /// Labels of the relations that count; nil for all but `reported_on`.
  public var relations: Set<String>?
  /// Types of the entities that count; by default all but `other`.
  public var types: Set<EntityType>
  /// True when an edge runs from the one who acts to the one acted upon only.
  public var isDirected: Bool
  /// Relations with less confidence do not count, 0...1.
  public var minimumConfidence: Double
  /// Relations with less credence do not count, and above 0 none without one; 0...1.
  public var minimumCredence: Double

  /// The network as it is measured unless told otherwise.
  public init(
    relations: Set<String>? = nil,
    types: Set<EntityType> = [.person, .organization, .agency, .place, .group],
    isDirected: Bool = false, minimumConfidence: Double = 0, minimumCredence: Double = 0
  ) {
    self.relations = relations
    self.types = types
    self.isDirected = isDirected
    self.minimumConfidence = minimumConfidence
    self.minimumCredence = minimumCredence
  }
}

/// The graph that rankings are computed on: entities of a network as nodes, an edge where at least
/// one relation that is not denied joins two of them.
///
/// Undirected and simple unless `isDirected` asks for arcs. An edge's strength is the number of
/// origins behind it. Entities without an edge are nodes all the same, and rank last.
public struct MeasuredNetwork: Sendable {
  /// Ids of the measured entities; place *i* is node *i* of `graph`.
  public let entities: [String]
  /// The edges.
  public let graph: Graph
  /// By edge of `graph`: indices into `Network.relations` of the relations it stands for.
  public let relations: [[Int]]
  /// What was measured.
  public let options: MeasureOptions

  private let names: [String]

  /// Picks out of a network what is measured.
  public init(_ network: Network, options: MeasureOptions = MeasureOptions()) {
    self.options = options
    let kept = network.entities.filter { options.types.contains($0.type) }
    entities = kept.map(\.id)
    names = kept.map(\.name)
    let nodes = Dictionary(
      entities.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var edges: [Pair: [Int]] = [:]
    for (index, relation) in network.relations.enumerated() where options.allow(relation) {
      guard let from = nodes[relation.from], let to = nodes[relation.to], from != to else {
        continue
      }
      let isArc = options.isDirected && relation.directed
      let pair = isArc ? Pair(from, to) : Pair(min(from, to), max(from, to))
      edges[pair, default: []].append(index)
      // A mutual relation in a directed graph runs both ways.
      if options.isDirected, !relation.directed {
        edges[Pair(max(from, to), min(from, to)), default: []].append(index)
      }
    }
    let ordered = edges.keys.sorted()
    relations = ordered.map { edges[$0] ?? [] }
    let strengths = relations.map { indices in
      Double(Set(indices.flatMap { network.relations[$0].originIDs }).count)
    }
    graph = MeasuredNetwork.makeGraph(
      nodeCount: kept.count, edges: ordered.map { ($0.from, $0.to) },
      isDirected: options.isDirected, strengths: strengths)
  }

  private struct Pair: Hashable, Comparable {
    let from: Int
    let to: Int

    init(_ from: Int, _ to: Int) {
      self.from = from
      self.to = to
    }

    static func < (a: Pair, b: Pair) -> Bool { (a.from, a.to) < (b.from, b.to) }
  }

  private static func makeGraph(
    nodeCount: Int, edges: [(Int, Int)], isDirected: Bool, strengths: [Double]
  ) -> Graph {
    do {
      return try Graph(
        nodeCount: nodeCount, edges: edges, directed: isDirected, strengths: strengths)
    } catch {
      preconditionFailure("edges between nodes of the network were refused: \(error)")
    }
  }

  /// One sentence that says what was ranked.
  public var description: String {
    let labels = options.relations.map { "relations \($0.sorted().joined(separator: ", "))" }
    let types = options.types.sorted().map(\.rawValue).joined(separator: ", ")
    var text =
      "\(entities.count) entities (\(types)) and \(graph.edgeCount) "
      + (options.isDirected ? "directed" : "undirected") + " edges of "
      + (labels ?? "all relations but reported_on") + ", denied ones left out"
    if options.minimumConfidence > 0 {
      text += ", confidence at least \(options.minimumConfidence)"
    }
    if options.minimumCredence > 0 {
      text += ", credence at least \(options.minimumCredence)"
    }
    return text
  }
}

extension MeasureOptions {
  fileprivate func allow(_ relation: Relation) -> Bool {
    relation.polarity == .asserted && relation.confidence >= minimumConfidence
      && (minimumCredence <= 0 || (relation.credence ?? 0) >= minimumCredence)
      && (relations?.contains(relation.type) ?? (relation.type != "reported_on"))
  }
}

extension MeasuredNetwork {
  /// Every entity's place by one measure; entities without a score are left out.
  ///
  /// Scores that differ by less than one part in 10⁹ of the largest are equal and share a rank;
  /// equal ones are ordered by name, then id.
  ///
  /// - Parameter useStrengths: true when the number of origins of an edge counts, for the measures
  ///   that know strengths.
  /// - Throws: `GraphError.notConverged` when an eigenvector cannot be found.
  public func ranking(
    by measure: Measure, useStrengths: Bool = false, threads: Int? = nil,
    progress: ProgressHandler? = nil
  ) throws(GraphError) -> [RankedEntity] {
    guard !entities.isEmpty else { return [] }
    return rank(
      try scores(by: measure, useStrengths: useStrengths, threads: threads, progress: progress),
      smallestFirst: measure.ranksSmallestFirst)
  }

  /// The scores by one measure, in the order of `entities`. Betweenness is a share of all pairs, 0...1.
  ///
  /// - Throws: `GraphError.notConverged` when an eigenvector cannot be found.
  public func scores(
    by measure: Measure, useStrengths: Bool = false, threads: Int? = nil,
    progress: ProgressHandler? = nil
  ) throws(GraphError) -> [Double] {
    let useStrengths = useStrengths || measure.needsStrengths
    let scores = try graph.scores(
      by: measure, useStrengths: useStrengths, threads: threads, progress: progress)
    return measure == .betweenness ? graph.normalizedBetweenness(scores) : scores
  }

  /// Orders entities by scores given in the order of `entities`; NaN is no score.
  public func rank(_ scores: [Double], smallestFirst: Bool = false) -> [RankedEntity] {
    precondition(scores.count == entities.count, "one score for each entity")
    return placesSharedByEquals(scores, smallestFirst: smallestFirst).flatMap { place in
      let tied = place.indices.sorted {
        (names[$0], entities[$0]) < (names[$1], entities[$1])
      }
      return tied.map {
        RankedEntity(
          entity: entities[$0], score: scores[place.indices[place.indices.startIndex]],
          rank: place.rank)
      }
    }
  }

  /// Above this many entities times edges, only quick measures are computed unasked.
  static let passingWork = 200_000_000

  /// The rankings by the main measures that have an answer, by name of measure. All but degree
  /// and PageRank are left to `ranking(by:)` where the network is too large to measure in passing.
  public func rankings() -> [String: [RankedEntity]] {
    let isLarge = entities.count * max(1, graph.edgeCount) > MeasuredNetwork.passingWork
    var rankings: [String: [RankedEntity]] = [:]
    for measure in Measure.main {
      if isLarge, ![.degree, .pagerank].contains(measure) { continue }
      if let ranking = try? ranking(by: measure) { rankings[measure.rawValue] = ranking }
    }
    return rankings
  }
}
