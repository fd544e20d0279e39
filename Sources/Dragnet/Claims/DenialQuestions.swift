import DragnetText

/// Questions on whether: what one text says of two entities and another, or someone it quotes, denies.
struct DenialQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  private struct Key: Hashable, Comparable {
    let from: Int
    let to: Int
    let label: String

    static func < (a: Key, b: Key) -> Bool {
      (a.from, a.to, a.label) < (b.from, b.to, b.label)
    }
  }

  /// Every relation that is both said and denied.
  func conflicts() -> [Conflict] {
    var answers: [Key: [Answer]] = [:]
    var denied: Set<Key> = []
    for (index, reading) in view.readings.enumerated() {
      for finding in reading.findings where finding.modality != .planned {
        guard let from = view.entity(ofMention: finding.from, in: index),
          let to = view.entity(ofMention: finding.to, in: index), from != to
        else { continue }
        let isSwapped = !finding.isDirected && to < from
        let key = Key(
          from: isSwapped ? to : from, to: isSwapped ? from : to,
          label: EventClass.of(finding.label))
        let isDenied = finding.polarity == .denied
        if isDenied { denied.insert(key) }
        answers[key, default: []].append(
          Answer(
            reading: index,
            text: isDenied ? "denied" : finding.modality == .fact ? "said" : "alleged",
            event: finding.label,
            evidence: view.evidence(
              sentence: finding.sentence, in: index, speaker: finding.speaker)))
      }
    }
    return denied.sorted().compactMap { compare($0, answers[$0] ?? []) }
  }

  private func compare(_ key: Key, _ answers: [Answer]) -> Conflict? {
    let stated = answers.filter { $0.text != "denied" }
    let denials = answers.filter { $0.text == "denied" }
    guard let said = stated.first, let denial = denials.first else { return nil }
    let names = (view.entities[key.from].name, view.entities[key.to].name)
    let who = denial.evidence.speaker.map { "\($0) denies it" } ?? "one text denies it"
    let question = Question(
      about: "whether \(names.0) \(EventClass.verb(key.label)) \(names.1)", key: "whether",
      entities: [key.from, key.to], answers: answers)
    let how = said.text == "alleged" ? "alleges it" : "says so"
    return question.conflict(
      question.readingCount == 1 && denial.evidence.speaker == said.evidence.speaker
        ? .internalConflict : .conflict,
      "\(said.evidence.speaker ?? "one text") \(how), \(who)", in: view)
  }
}
