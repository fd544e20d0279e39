import DragnetText

/// Events that a document tells as done without saying when: they were before the day it came out.
///
/// *The board has dismissed her* in a paper of 3 May cannot stand beside *she was dismissed in June*.
struct DoneBefore {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  /// By question: documents that tell the event as done, each with its day of publication.
  func answers() -> [DateQuestions.Key: [Answer]] {
    var found: [DateQuestions.Key: [Answer]] = [:]
    for (index, reading) in view.readings.enumerated() {
      guard let day = reading.document.published, day.day != nil else { continue }
      for finding in reading.findings
      where finding.polarity == .asserted && finding.modality == .fact && finding.date == nil {
        let event = EventClass.of(finding.label)
        guard EventClass.happeningOnce.contains(event),
          let to = view.entity(ofMention: finding.to, in: index),
          view.entities[to].type == .person || view.entities[to].type == .organization
        else { continue }
        let key = DateQuestions.Key(event: event, anchor: to, place: view.caseOf[index])
        guard found[key]?.last?.reading != index else { continue }
        found[key, default: []].append(
          Answer(
            reading: index, text: "by \(day.inWords)", date: day, event: event,
            evidence: view.evidence(
              sentence: finding.sentence, in: index, speaker: finding.speaker)))
      }
    }
    for (index, reading) in view.readings.enumerated() {
      guard let day = reading.document.published, day.day != nil else { continue }
      for quantity in reading.quantities where quantity.property == .state {
        guard let event = event(of: quantity, in: reading),
          let entity = view.entity(ofMention: quantity.subject, in: index),
          view.entities[entity].type == .person
        else { continue }
        let key = DateQuestions.Key(event: event, anchor: entity, place: view.caseOf[index])
        guard found[key]?.last?.reading != index else { continue }
        found[key, default: []].append(
          Answer(
            reading: index, text: "by \(day.inWords)", date: day, event: event,
            evidence: view.evidence(
              sentence: quantity.sentence, in: index, speaker: quantity.speaker)))
      }
    }
    return found
  }

  /// The event that brought someone into a state.
  private func event(of quantity: Quantity, in reading: Reading) -> String? {
    switch quantity.unit {
    case "dismissed" where NameForm(quantity.words ?? "").tokens.contains("suspended"): return nil
    case "dismissed", "convicted", "acquitted": return quantity.unit
    case "resigned": return "left"
    case "held":
      let words = NameForm(quantity.words ?? "").tokens
      return words.contains { ["arrested", "detained", "apprehended"].contains($0) }
        ? "arrested" : nil
    default: return nil
    }
  }
}

extension CalendarDate {
  /// The first day a date may mean: 1 April of *April*; nil for a year alone, which tells too little.
  var earliest: CalendarDate? {
    guard let month else { return nil }
    return CalendarDate(year: year, month: month, day: day ?? 1)
  }

  /// A number that grows with the date.
  var inOrder: Int { (year * 16 + (month ?? 0)) * 32 + (day ?? 0) }
}
