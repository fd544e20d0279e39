import DragnetText

/// Questions on who heads what has no name: who led the ring, the raids, the investigation; who ordered
/// the killing.
///
/// Each is asked once in a case. Documents that name the same one, or of which one names both, agree.
struct HolderQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  /// Every position for which documents name different people.
  func conflicts() -> [Conflict] {
    var answers: [EventOfCase: [Answer]] = [:]
    for (index, reading) in view.readings.enumerated() {
      for quantity in reading.quantities where quantity.property == .holder {
        guard let unit = quantity.unit,
          let entity = view.entity(ofMention: quantity.subject, in: index),
          view.entities[entity].type == .person
        else { continue }
        answers[EventOfCase(event: unit, place: view.caseOf[index]), default: []].append(
          Answer(
            reading: index, text: view.entities[entity].name, entity: entity,
            evidence: view.evidence(
              sentence: quantity.sentence, in: index, speaker: quantity.speaker)))
      }
    }
    return answers.sorted { $0.key < $1.key }.compactMap { compare($0.key, $0.value) }
  }

  private func compare(_ key: EventOfCase, _ answers: [Answer]) -> Conflict? {
    guard let (one, other) = Rivals.firstPair(answers, agree: { $0.entity == $1.entity }) else {
      return nil
    }
    let question = Question(
      about: about(key.event), key: "holder|\(key.event)", place: key.place,
      entities: Set(answers.compactMap(\.entity)).sorted(), answers: answers)
    return question.conflict(
      .conflict, "one text names \(one.text), another \(other.text)", in: view)
  }

  private func about(_ unit: String) -> String {
    switch unit {
    case "killing": "who ordered the killing"
    case "raid": "who led the raids"
    default: "who led the \(unit)"
    }
  }
}
