import DragnetText

extension Relation {
  /// The label in words: *located in*.
  public var labelWords: String { type.split(separator: "_").joined(separator: " ") }

  /// True when more origins state this one, or more sentences; by id where they are even.
  func isMoreWidelyStated(than other: Relation) -> Bool {
    (other.origins, other.evidence.count, id) < (origins, evidence.count, other.id)
  }
}

extension Network {
  /// The measure a network is shown by where none is asked for.
  public static let mainMeasure = "betweenness"

  /// All entities: the highest ranked by the main measure first, then those no ranking holds, the
  /// most mentioned first.
  public var entitiesByRank: [Entity] {
    var place: [String: Int] = [:]
    for (index, ranked) in (rankings[Network.mainMeasure] ?? []).enumerated() {
      place[ranked.entity] = index
    }
    return entities.sorted { a, b in
      (place[a.id] ?? .max, b.mentions.count, a.name, a.id)
        < (place[b.id] ?? .max, a.mentions.count, b.name, b.id)
    }
  }

  /// A headline made of the names of the three highest ranked entities that are no places.
  public var suggestedTitle: String {
    let ranked = entitiesByRank
    // Countries tie many and tell little; a case is known by those who act.
    let acting = ranked.filter { $0.type != .place }
    let names = (acting.count < 3 ? ranked : acting).prefix(3).map { capitalized($0.name) }
    return names.isEmpty ? "An empty network" : listed(names)
  }

  /// The names of the origins, sorted, each once.
  public var originNames: [String] { Set(documents.map(\.origin)).sorted() }

  /// A short name for each document: its source where that tells it apart, else its source and day,
  /// else its file name.
  public var documentLabels: [DocumentID: String] {
    func dated(_ document: Text) -> String? {
      guard let source = document.source, let published = document.published else { return nil }
      return "\(source), \(published.words)"
    }
    var uses: [String: Int] = [:]
    for document in documents {
      for label in [document.source, dated(document)] {
        if let label { uses[label, default: 0] += 1 }
      }
    }
    var labels: [DocumentID: String] = [:]
    for document in documents {
      labels[document.id] =
        [document.source, dated(document)].compactMap { $0 }.first { uses[$0] == 1 }
        ?? document.name
    }
    return labels
  }
}
