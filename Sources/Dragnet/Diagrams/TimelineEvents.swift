import DragnetText

/// Something the documents date: a card of a timeline.
struct TimelineEvent {
  let id: String
  let date: CalendarDate
  /// True when the date is not tied to the claim itself but is the only one its sentence names.
  var isDatedBySentence: Bool
  /// Id of the entity in whose lane it stands.
  let lane: String
  var words: String
  let family: String
  var isTentative: Bool
  let isMarked: Bool
  var origins: Int
  var evidence: [Evidence]
  let relation: Relation?
  let conflict: Conflict?
}

extension CaseIndex {
  /// Every dated claim, each standing with the more important of those it is about, and how many
  /// claims of the same kinds have no date.
  func timelineEvents() -> (events: [TimelineEvent], undated: Int) {
    let sentenceDates = SentenceDate(network)
    var events: [TimelineEvent] = []
    var undated = 0
    for relation in network.drawnRelations where !CaseIndex.lasting.contains(relation.type) {
      let family = RelationFamily(label: relation.type)
      let said = Set(relation.evidence.compactMap(sentenceDates.date))
      let date = relation.date ?? (said.count == 1 ? said.first : nil)
      guard let date, family != .command else {
        if family != .command { undated += 1 }
        continue
      }
      events.append(
        TimelineEvent(
          id: "r-" + relation.id, date: date, isDatedBySentence: relation.date == nil,
          lane: relation.from, words: capitalized(verb(relation)) + " " + name(relation.to),
          family: family.rawValue, isTentative: relation.modality != .fact, isMarked: false,
          origins: relation.origins, evidence: relation.evidence, relation: relation,
          conflict: nil))
    }
    for conflict in network.conflicts where conflict.verdict != .same {
      guard let lane = conflict.entities.first(where: { entities[$0] != nil }) else { continue }
      for (place, value) in conflict.values.enumerated()
      where value.number != nil || value.date != nil {
        let said = Set(value.evidence.compactMap(sentenceDates.date))
        guard let date = value.date ?? (said.count == 1 ? said.first : nil) else { continue }
        let isWhen = value.date.map { $0.description == value.value } ?? false
        events.append(
          TimelineEvent(
            id: "c-\(conflict.id)-\(place)", date: date, isDatedBySentence: value.date == nil,
            lane: lane,
            words: isWhen
              ? capitalized(conflict.about.replacing("when ", with: ""))
              : capitalized(conflict.about) + ": " + value.value,
            family: "other", isTentative: false, isMarked: conflict.verdict.isConflict,
            origins: Set(value.documents.compactMap { documents[$0]?.origin }).count,
            evidence: value.evidence, relation: nil, conflict: conflict))
      }
    }
    return (merged(events), undated)
  }

  /// What is said of the same two at the same time becomes one: *Taken to, travelled to Lisbon*.
  private func merged(_ events: [TimelineEvent]) -> [TimelineEvent] {
    let groups = Dictionary(grouping: events) { event in
      event.relation.map { "\(event.date) \($0.from) \($0.to) \(event.family)" } ?? event.id
    }
    return groups.values.map { group in
      let group = group.sorted { ($1.origins, $0.id) < ($0.origins, $1.id) }
      var event = group[0]
      guard let first = event.relation, group.count > 1 else { return event }
      var verbs: [String] = []
      for relation in group.compactMap(\.relation) where !verbs.contains(verb(relation)) {
        verbs.append(verb(relation))
      }
      event.words = capitalized(listed(verbs)) + " " + name(first.to)
      event.origins = Set(group.compactMap(\.relation).flatMap(\.originIDs)).count
      event.isTentative = group.allSatisfy(\.isTentative)
      event.isDatedBySentence = group.allSatisfy(\.isDatedBySentence)
      event.evidence = group.flatMap(\.evidence).reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
      return event
    }.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
  }

  /// What holds over time, so that a date in its sentence dates something else.
  static let lasting: Set<String> = [
    "citizen_of", "located_in", "based_in", "capital_of", "native_of", "born_in", "part_of",
    "member_of", "unit_of", "subsidiary_of", "works_for", "works_with", "operates_in", "works_in",
    "spouse_of", "sibling_of", "parent_of", "child_of", "related_to", "represents",
    "spokesperson_for", "competes_with", "borders", "has_account_at", "leads", "owns",
  ]
}
