import DragnetText

/// Questions on whether anyone: *None has been charged*, and another text names who was.
struct NobodyQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  /// Every event of a case that one document says befell nobody and another says befell someone.
  func conflicts() -> [Conflict] {
    var nobody: [EventOfCase: [Answer]] = [:]
    for (index, reading) in view.readings.enumerated() {
      for quantity in reading.quantities
      where quantity.property == .state && quantity.unit == "nobody" {
        guard let label = quantity.event else { continue }
        let key = EventOfCase(event: EventClass.of(label), place: view.caseOf[index])
        nobody[key, default: []].append(
          Answer(
            reading: index, text: reading.document.quote(quantity.range),
            evidence: view.evidence(
              sentence: quantity.sentence, in: index, speaker: quantity.speaker)))
      }
    }
    guard !nobody.isEmpty else { return [] }
    let somebody = somebody(Set(nobody.keys))
    return nobody.sorted { $0.key < $1.key }.compactMap { key, none in
      compare(key, none, somebody[key] ?? [])
    }
  }

  /// Whom events befell, by the events asked about.
  private func somebody(_ asked: Set<EventOfCase>) -> [EventOfCase: [Answer]] {
    var found: [EventOfCase: [Answer]] = [:]
    func add(_ label: String, _ mention: Int?, _ sentence: Int, _ index: Int) {
      let key = EventOfCase(event: EventClass.of(label), place: view.caseOf[index])
      guard asked.contains(key), let entity = view.entity(ofMention: mention, in: index),
        [.person, .group].contains(view.entities[entity].type)
      else { return }
      found[key, default: []].append(
        Answer(
          reading: index, text: view.entities[entity].name, entity: entity,
          evidence: view.evidence(sentence: sentence, in: index, speaker: nil)))
    }
    for (index, reading) in view.readings.enumerated() {
      for finding in reading.findings
      where finding.polarity == .asserted && finding.modality == .fact {
        add(finding.label, finding.to, finding.sentence, index)
      }
      for quantity in reading.quantities
      where quantity.property == .date || quantity.property == .count {
        quantity.event.map { add($0, quantity.subject, quantity.sentence, index) }
      }
    }
    return found
  }

  private func compare(_ key: EventOfCase, _ none: [Answer], _ some: [Answer]) -> Conflict? {
    for one in none {
      guard let other = some.first(where: { $0.reading != one.reading }) else { continue }
      let question = Question(
        about: "whether anyone was \(EventClass.words(key.event))", key: "nobody",
        place: key.place, entities: other.entity.map { [$0] } ?? [], answers: [one, other])
      guard let early = view.readings[one.reading].document.published,
        let late = view.readings[other.reading].document.published, early < late
      else {
        return question.conflict(
          .conflict, "one text says nobody, another \(other.text)", in: view)
      }
      return question.conflict(
        .otherTime, "nobody by \(early.inWords), \(other.text) by \(late.inWords)", in: view)
    }
    return nil
  }
}
