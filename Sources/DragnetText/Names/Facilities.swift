/// Makes one name of a name and the kind of building or site that follows it: *Silver Hill prison*.
extension ModelNames {
  /// Sites that are not the place they are named after.
  private static let sites: Set<String> = [
    "prison", "jail", "penitentiary", "airport", "airfield", "airbase", "reserve", "refuge", "park",
    "stadium", "arena", "cemetery", "hotel", "casino", "lodge", "palace", "castle", "barracks",
    "mine", "refinery", "shipyard", "bridge", "dam", "camp", "courthouse",
  ]

  /// Widens the drafts of one sentence.
  func joinSites(_ local: [Int], _ sentence: SentenceDraft, _ drafts: inout [Draft]) {
    guard !sentence.isTitleCase else { return }
    for index in local {
      let draft = drafts[index]
      let site = draft.words.upperBound
      guard draft.kind == .name, !draft.isDropped, draft.outer == nil,
        [.place, .person, .organization].contains(draft.type),
        draft.aliases.isEmpty
          || draft.type == .place, draft.attributes.honorific == nil,
        site < sentence.words.upperBound, ModelNames.sites.contains(scene.lower(site)),
        advice.words[site]?.part == .noun, advice.words[site]?.label != "compound",
        advice.words[draft.head].map({ $0.head == site }) ?? false,
        !local.contains(where: { !drafts[$0].isDropped && drafts[$0].words.contains(site) })
      else { continue }
      let start =
        scene.words[draft.words.lowerBound].tag == .determiner
        ? draft.words.lowerBound + 1 : draft.words.lowerBound
      var made = Draft(
        words: draft.words.lowerBound..<(site + 1), sentence: draft.sentence, kind: .name,
        type: .place, confidence: 0.85, name: scene.text(start..<(site + 1)), head: site)
      made.attributes.country = draft.attributes.country
      if draft.type == .place, draft.attributes.country != nil {
        drafts[index].outer = drafts.count
      } else {
        drafts[index].isDropped = true
      }
      drafts.append(made)
    }
  }
}
