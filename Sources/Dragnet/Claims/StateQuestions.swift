import DragnetText

/// Questions on how things stand with someone: in custody, at large or free; denying or confessing;
/// convicted or acquitted; dead or alive; in office or out of it.
///
/// Of each document the last state it tells counts. States change from day to day, so documents of
/// different days differ in time; what one denies and confesses, and who is dead and then alive, do not.
struct StateQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  private struct Key: Hashable, Comparable {
    let entity: Int
    let dimension: String

    static func < (a: Key, b: Key) -> Bool { (a.entity, a.dimension) < (b.entity, b.dimension) }
  }

  /// Every person whom documents leave in different states.
  func conflicts() -> [Conflict] {
    var answers: [Key: [Answer]] = [:]
    var torn: [Conflict] = []
    for (index, reading) in view.readings.enumerated() {
      var last: [Key: Answer] = [:]
      for quantity in reading.quantities where quantity.property == .state {
        guard let dimension = quantity.event, let state = quantity.unit,
          let words = quantity.words,
          let subject = view.entity(ofMention: quantity.subject, in: index)
        else { continue }
        // What is said of all the accused holds of each who was spoken of as one.
        let people =
          view.entities[subject].type == .person
          ? [subject]
          : Set(last.keys.map(\.entity)).sorted()
        for entity in people where view.entities[entity].type == .person {
          let key = Key(entity: entity, dimension: dimension)
          let answer = Answer(
            reading: index, text: words, unit: state, entity: entity, event: dimension,
            evidence: view.evidence(
              sentence: quantity.sentence, in: index, speaker: quantity.speaker))
          if let before = last[key], let conflict = within(key, before, answer) {
            torn.append(conflict)
          }
          // *He had been held*: before what was just told.
          if last[key] != nil, words.lowercased().hasPrefix("had ") { continue }
          last[key] = answer
        }
      }
      for (key, answer) in last { answers[key, default: []].append(answer) }
    }
    return answers.sorted { $0.key < $1.key }.compactMap { compare($0.key, $0.value) } + torn
      + cleared(answers) + ended(answers)
  }

  /// At large, as one text leaves them, and dead, as a text that is not older tells.
  private func ended(_ answers: [Key: [Answer]]) -> [Conflict] {
    answers.filter { $0.key.dimension == "life" }.sorted { $0.key < $1.key }
      .compactMap { key, lives in
        let custody = answers[Key(entity: key.entity, dimension: "custody")] ?? []
        let loose = custody.filter { $0.unit == "at large" }
        let dead = lives.filter { death in
          guard death.unit == "dead", !custody.contains(where: { $0.reading == death.reading })
          else { return false }
          guard let late = view.readings[death.reading].document.published else { return true }
          return loose.allSatisfy { answer in
            view.readings[answer.reading].document.published.map { $0 <= late } ?? true
          }
        }
        guard !loose.isEmpty, !dead.isEmpty else { return nil }
        return Question(
          about: "what became of \(view.entities[key.entity].name)", key: "state|ended",
          entities: [key.entity], answers: loose + dead
        ).conflict(.otherTime, "at large first, dead in the end", in: view)
      }
  }

  /// Held, as one text leaves it, and acquitted, as another does that says nothing of custody.
  private func cleared(_ answers: [Key: [Answer]]) -> [Conflict] {
    answers.filter { $0.key.dimension == "trial" }.sorted { $0.key < $1.key }
      .compactMap { key, verdicts in
        let custody = answers[Key(entity: key.entity, dimension: "custody")] ?? []
        let held = custody.filter { $0.unit == "held" }
        guard let free = verdicts.first(where: { $0.unit == "acquitted" }), let first = held.first,
          !custody.contains(where: { $0.reading == free.reading })
        else { return nil }
        return Question(
          about: "how things stand with \(view.entities[key.entity].name)", key: "state|cleared",
          entities: [key.entity], answers: held + verdicts.filter { $0.unit == "acquitted" }
        ).conflict(
          .otherTime, "\(first.unit ?? "") first, \(free.unit ?? "") in the end", in: view)
      }
  }

  /// A confession and a denial in one document, of which neither is said to have followed the other.
  private func within(_ key: Key, _ one: Answer, _ other: Answer) -> Conflict? {
    guard key.dimension == "plea", one.unit != other.unit,
      !StateQuestions.turning.contains(where: {
        NameForm(other.evidence.sentence).tokens.contains($0)
      })
    else { return nil }
    return Question(
      about: about(key), key: "state|\(key.dimension)|\(one.reading)", entities: [key.entity],
      answers: [one, other]
    ).conflict(
      .internalConflict, "one document has it both ways: \(one.unit ?? ""), \(other.unit ?? "")",
      in: view)
  }

  private static let turning: Set<String> = [
    "later", "then", "since", "now", "finally", "eventually", "after", "before", "initially",
    "first", "changed",
  ]

  private func compare(_ key: Key, _ answers: [Answer]) -> Conflict? {
    guard Set(answers.map(\.unit)).count > 1 else { return nil }
    let question = Question(
      about: about(key), key: "state|\(key.dimension)", entities: [key.entity], answers: answers)
    guard let (one, other) = Rivals.firstPair(answers, agree: { $0.unit == $1.unit }) else {
      return nil
    }
    let shown = (one.unit ?? "", other.unit ?? "")
    let undated = [one, other].contains { view.readings[$0.reading].document.published == nil }
    if key.dimension == "custody", undated, Set([one.unit, other.unit]).contains("held"),
      !Set([one.unit, other.unit]).isDisjoint(with: ["free", "house arrest"])
    {
      let later = one.unit == "held" ? shown.1 : shown.0
      return question.conflict(
        .otherTime, "one is held before one is \(later == "free" ? "released" : "sent home")",
        in: view)
    }
    guard isChanging(key.dimension, answers) || hasTurned(one, other),
      let left = view.readings[one.reading].document.published,
      let right = view.readings[other.reading].document.published, left != right
    else {
      return question.conflict(
        .conflict, "\(shown.0) and \(shown.1) exclude each other", in: view)
    }
    let (early, late) = left < right ? (shown.0, shown.1) : (shown.1, shown.0)
    return question.conflict(
      .otherTime, "\(early) on \(min(left, right)), \(late) on \(max(left, right))", in: view)
  }

  /// *has since pleaded guilty*: a confession that a later text tells as following the denial.
  private func hasTurned(_ one: Answer, _ other: Answer) -> Bool {
    guard let confession = [one, other].first(where: { $0.unit == "confessed" }),
      let denial = [one, other].first(where: { $0.unit == "denied" }),
      let late = view.readings[confession.reading].document.published,
      let early = view.readings[denial.reading].document.published, early < late
    else { return false }
    return NameForm(confession.evidence.sentence).tokens.contains {
      ["since", "later", "now", "finally", "eventually", "changed"].contains($0)
    }
  }

  /// True where the later state can follow the earlier.
  private func isChanging(_ dimension: String, _ answers: [Answer]) -> Bool {
    switch dimension {
    case "plea": return false
    // One resigns or is dismissed.
    case "post": return answers.contains { $0.unit == "in office" }
    case "life":
      let dead = answers.filter { $0.unit == "dead" }.map {
        view.readings[$0.reading].document.published
      }
      let alive = answers.filter { $0.unit != "dead" }.map {
        view.readings[$0.reading].document.published
      }
      return dead.allSatisfy { day in
        alive.allSatisfy { other in day.map { day in other.map { $0 < day } ?? false } ?? false }
      }
    default: return true
    }
  }

  private func about(_ key: Key) -> String {
    let name = view.entities[key.entity].name
    return switch key.dimension {
    case "custody": "whether \(name) is in custody"
    case "plea": "whether \(name) confessed"
    case "trial": "whether \(name) was convicted"
    case "life": "whether \(name) is alive"
    default: "how \(name) left office"
    }
  }
}
