/// Settles what a guessed name is by the nouns a document says of it: *the portal X*, *X, a bay*.
struct DescribedTypes {
  let scene: Scene

  /// Corrects chains whose type is a guess, and their drafts.
  ///
  /// - Parameter described: by noun, the chains that it is said of.
  func settle(_ builder: inout ChainBuilder, _ described: [String: Set<Int>]) {
    var told: [Int: [EntityType: (count: Int, office: String?)]] = [:]
    for noun in described.keys.sorted() {
      guard let (type, office) = type(of: noun) else { continue }
      for chain in described[noun] ?? [] {
        let count = told[chain]?[type]?.count ?? 0
        told[chain, default: [:]][type] = (count + 1, told[chain]?[type]?.office ?? office)
      }
    }
    for (chain, types) in told.sorted(by: { $0.key < $1.key }) {
      guard types.count == 1, let (type, said) = types.first, builder.chains[chain].type != type,
        !builder.chains[chain].drafts.isEmpty, isGuess(chain, builder)
      else { continue }
      builder.chains[chain].type = type
      builder.chains[chain].attributes.office =
        builder.chains[chain].attributes.office ?? said.office
      for draft in builder.chains[chain].drafts where builder.drafts[draft].kind == .name {
        builder.drafts[draft].type = type
        builder.drafts[draft].confidence = 0.85
        builder.drafts[draft].isGuess = false
      }
    }
  }

  /// What is called so: a body that is no part of a state, or a place.
  private func type(of noun: String) -> (EntityType, String?)? {
    if let entry = scene.lexicon.phrases[noun], entry.body >= 0 {
      let kind = scene.lexicon.bodies[Int(entry.body)]
      return kind.kind == .organization && !scene.lexicon.isTitle(noun)
        ? (.organization, kind.office) : nil
    }
    return DescribedTypes.places.contains(noun) ? (.place, nil) : nil
  }

  private static let places: Set<String> = [
    "city", "town", "village", "bay", "district", "quarter", "suburb", "neighborhood",
    "neighbourhood", "province", "region", "island", "lake", "river", "mountain", "valley",
    "peninsula", "municipality", "commune", "hamlet", "county", "capital", "terminal", "airport",
  ]

  /// True where neither title, role, given name nor country told the type.
  private func isGuess(_ chain: Int, _ builder: ChainBuilder) -> Bool {
    builder.chains[chain].drafts.prefix(100).allSatisfy { index in
      let draft = builder.drafts[index]
      guard draft.kind == .name else { return true }
      let first = draft.name.split(separator: " ").first.map { $0.lowercased() } ?? ""
      return draft.attributes.honorific == nil && draft.attributes.role == nil
        && draft.attributes.office == nil && draft.attributes.country == nil
        && (draft.type != .person || !scene.lexicon.isFirstName(first))
        && (draft.isGuess || draft.type == .person && draft.confidence < 0.75)
    }
  }
}
