import DragnetGraph
import DragnetText

/// How a map of a large case is brought to what can be read. What is left out is said on the map.
public struct MapChoice: Sendable, Hashable {
  /// How communities show.
  public enum Communities: String, Sendable, Hashable, CaseIterable {
    /// Not at all.
    case none
    /// As soft shapes behind their members.
    case shapes
    /// Each as one node with a count.
    case folded
  }

  /// Keeps the links that stand out at one of their ends with this significance, 0...1; smaller keeps
  /// fewer. Nil keeps all.
  public var backbone: Double?
  /// Keeps entities with this many neighbors left after all who have fewer are taken away, again and
  /// again. Nil keeps all.
  public var core: Int?
  /// Id of a question: keeps those it is about and their neighbors. Nil keeps all.
  public var question: String?
  /// True to draw three or more alike, of one type and with the same links, as one with a count.
  public var foldsAlike: Bool
  /// How communities show.
  public var communities: Communities
  /// Keeps these entities only, by id. Nil keeps all.
  public var entities: Set<String>?

  /// Makes a choice; by default everything is kept, communities as shapes.
  public init(
    backbone: Double? = nil, core: Int? = nil, question: String? = nil, foldsAlike: Bool = false,
    communities: Communities = .shapes, entities: Set<String>? = nil
  ) {
    self.backbone = backbone
    self.core = core
    self.question = question
    self.foldsAlike = foldsAlike
    self.communities = communities
    self.entities = entities
  }
}

/// Folds as a graph, strengths by origins.
struct FoldGraph {
  /// Ids, sorted; place *i* is node *i*.
  let entities: [String]
  let folds: [Fold]
  let graph: Graph

  init(_ folds: [Fold]) {
    entities = Set(folds.flatMap { [$0.from, $0.to] }).sorted()
    let places = Dictionary(
      entities.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    let pairs = folds.map { fold -> (low: Int, high: Int, fold: Fold) in
      let (a, b) = (places[fold.from] ?? 0, places[fold.to] ?? 0)
      return (min(a, b), max(a, b), fold)
    }.sorted { ($0.low, $0.high) < ($1.low, $1.high) }
    self.folds = pairs.map(\.fold)
    do {
      graph = try Graph(
        nodeCount: entities.count, edges: pairs.map { ($0.low, $0.high) },
        strengths: pairs.map { Double($0.fold.strength) })
    } catch {
      preconditionFailure("edges between entities were refused: \(error)")
    }
  }

  /// The folds that stand out at one of their ends.
  func backbone(_ significance: Double) -> [Fold] {
    guard let values = try? graph.disparities() else { return folds }
    return folds.indices.filter { values[$0] < significance }.map { folds[$0] }
  }

  /// The folds inside the *k*-core.
  func core(_ k: Int) -> [Fold] {
    let numbers = graph.coreNumbers()
    let kept = Set(entities.indices.filter { numbers[$0] >= k }.map { entities[$0] })
    return folds.filter { kept.contains($0.from) && kept.contains($0.to) }
  }

  /// Communities of three or more by the Leiden method, the largest first, each by ids.
  func communities() -> [[String]] {
    guard graph.edgeCount > 0, let parts = try? graph.leidenCommunities(useStrengths: true) else {
      return []
    }
    return parts.members().filter { $0.count > 2 }.map { $0.map { entities[$0] } }
      .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}

extension MapChoice {
  /// What is left of the folds, and for each step what it left out.
  func reduce(_ folds: [Fold], in network: Network) -> (folds: [Fold], omissions: [String]) {
    var kept = folds
    var omissions: [String] = []
    func note(_ before: [Fold], _ why: String) {
      if kept.count < before.count {
        omissions.append("\(before.count - kept.count) of \(before.count) links \(why)")
      }
    }
    if let entities {
      let before = kept
      kept = kept.filter { entities.contains($0.from) && entities.contains($0.to) }
      note(before, "to others")
    }
    if let question, let conflict = network.conflicts.first(where: { $0.id == question }) {
      let before = kept
      let middle = Set(conflict.entities)
      let around = Set(
        kept.filter { middle.contains($0.from) || middle.contains($0.to) }
          .flatMap { [$0.from, $0.to] })
      kept = kept.filter { around.contains($0.from) && around.contains($0.to) }
      note(before, "away from the question “\(conflict.about)”")
    }
    if let core {
      let before = kept
      kept = FoldGraph(kept).core(core)
      note(before, "outside the \(core)-core")
    }
    if let backbone {
      let before = kept
      kept = FoldGraph(kept).backbone(backbone)
      note(before, "off the backbone (significance \(backbone))")
    }
    return (kept, omissions)
  }
}
