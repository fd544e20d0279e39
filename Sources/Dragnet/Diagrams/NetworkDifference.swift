import DragnetText

/// What became of each part of a network since an earlier one.
struct NetworkDifference {
  /// What became of a part.
  enum Change: String {
    case new, gone, changed, same
  }

  /// An entity of either network.
  struct Part {
    /// Of the later network, else of the earlier.
    let id: String
    let before: Entity?
    let after: Entity?

    var change: Change {
      guard let before else { return .new }
      guard let after else { return .gone }
      return before.name == after.name && before.type == after.type ? .same : .changed
    }
    var entity: Entity { after ?? before ?? Part.none }
    private static let none = Entity(
      id: "", type: .other, name: "", aliases: [], attributes: Attributes(), mentions: [])
  }

  /// What ties two entities, in either network.
  struct Tie {
    let id: String
    let before: Fold?
    let after: Fold?

    var change: Change {
      guard let before else { return .new }
      guard let after else { return .gone }
      return Tie.claims(before) == Tie.claims(after) && before.strength == after.strength
        ? .same : .changed
    }
    /// *+ arrested*, *− held*, *1 → 2 origins*.
    var words: [String] {
      let (old, new) = (before.map(Tie.claims) ?? [], after.map(Tie.claims) ?? [])
      var words = new.subtracting(old).sorted().map { before == nil ? $0 : "+ " + $0 }
      words += old.subtracting(new).sorted().map { after == nil ? $0 : "− " + $0 }
      if let before, let after, before.strength != after.strength {
        words.append("\(before.strength) → \(counted(after.strength, "origin"))")
      }
      return words
    }

    /// Every wording with its standing.
    static func claims(_ fold: Fold) -> Set<String> {
      Set(
        fold.relations.map { relation in
          let words = relation.type.replacing("_", with: " ")
          let standing = relation.modality == .fact ? "" : " (\(relation.modality.rawValue))"
          return (relation.polarity == .denied ? "denied: " : "") + words + standing
        })
    }
  }

  /// All entities, in the order of their ids.
  private(set) var parts: [Part] = []
  /// All ties, in the order of their ids.
  private(set) var ties: [Tie] = []

  init(from earlier: Network, to later: Network) {
    let counterpart = NetworkDifference.counterparts(from: earlier, to: later)
    let matched = Set(counterpart.values)
    let oldByNew = Dictionary(
      earlier.entities.compactMap { old in counterpart[old.id].map { ($0, old) } },
      uniquingKeysWith: { a, _ in a })
    parts = later.entities.map {
      Part(id: $0.id, before: matched.contains($0.id) ? oldByNew[$0.id] : nil, after: $0)
    }
    let taken = Set(later.entities.map(\.id))
    func newID(_ old: String) -> String {
      counterpart[old] ?? (taken.contains(old) ? "earlier-" + old : old)
    }
    parts += earlier.entities.filter { counterpart[$0.id] == nil }.map {
      Part(id: newID($0.id), before: $0, after: nil)
    }
    parts.sort { $0.id < $1.id }
    let moved = earlier.drawnRelations.map { relation in
      var relation = relation
      (relation.from, relation.to) = (newID(relation.from), newID(relation.to))
      return relation
    }.filter { $0.from != $0.to }
    let before = Dictionary(
      Fold.all(of: moved).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let after = Dictionary(
      Fold.all(of: later.drawnRelations).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    ties = Set(before.keys).union(after.keys).sorted().map {
      Tie(id: $0, before: before[$0], after: after[$0])
    }
  }

  /// By id of the earlier network: the id in the later. The same id, else a place where both are
  /// mentioned, else the same type and name, as long as no two lay claim to one.
  private static func counterparts(from earlier: Network, to later: Network) -> [String: String] {
    var result: [String: String] = [:]
    var free = Set(later.entities.map(\.id))
    for entity in earlier.entities where free.contains(entity.id) {
      result[entity.id] = entity.id
      free.remove(entity.id)
    }
    struct Place: Hashable {
      let document: DocumentID
      let start: Int
      let end: Int
    }
    var owners: [Place: String] = [:]
    for entity in later.entities {
      for mention in entity.mentions {
        owners[Place(document: mention.document, start: mention.start, end: mention.end)] =
          entity.id
      }
    }
    for entity in earlier.entities.sorted(by: { $0.id < $1.id }) where result[entity.id] == nil {
      var votes: [String: Int] = [:]
      for mention in entity.mentions {
        let place = Place(document: mention.document, start: mention.start, end: mention.end)
        if let owner = owners[place], free.contains(owner) { votes[owner, default: 0] += 1 }
      }
      guard let best = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { continue }
      result[entity.id] = best.key
      free.remove(best.key)
    }
    let names = Dictionary(grouping: later.entities.filter { free.contains($0.id) }) {
      "\($0.type.rawValue) \($0.name.lowercased())"
    }
    for entity in earlier.entities.sorted(by: { $0.id < $1.id }) where result[entity.id] == nil {
      let found = names["\(entity.type.rawValue) \(entity.name.lowercased())"] ?? []
      guard found.count == 1, free.contains(found[0].id) else { continue }
      result[entity.id] = found[0].id
      free.remove(found[0].id)
    }
    return result
  }
}
