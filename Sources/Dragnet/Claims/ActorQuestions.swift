import DragnetText

/// Questions on who: deeds that one document ascribes to one and another to another.
struct ActorQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  /// Deeds that one alone can do; two names for one contradict each other.
  private static let exclusive: Set<String> = ["killed", "founded", "leads", "owns"]
  /// Deeds for which it is worth telling that two names mean a body and its part.
  private static let told: Set<String> = [
    "visited", "arrested", "rescued", "raided", "sanctioned", "charged", "investigates", "seized",
    "freed", "sentenced", "interviewed",
  ]

  /// A deed and whom it was done to. The groups of one case count as one: texts tell the whole from
  /// its parts too loosely to part them here.
  private struct Key: Hashable, Comparable {
    let label: String
    let target: Int
    let isGroup: Bool

    static func < (a: Key, b: Key) -> Bool {
      (a.label, a.isGroup ? 1 : 0, a.target) < (b.label, b.isGroup ? 1 : 0, b.target)
    }
  }

  /// Every deed with two doers.
  func conflicts() -> [Conflict] {
    var answers: [Key: [Answer]] = [:]
    var targets: [Key: [Int]] = [:]
    for (index, reading) in view.readings.enumerated() {
      for finding in reading.findings
      where finding.polarity == .asserted && finding.isDirected && finding.modality != .planned {
        let label = finding.label
        guard ActorQuestions.exclusive.contains(label) || ActorQuestions.told.contains(label),
          let from = view.entity(ofMention: finding.from, in: index),
          let to = view.entity(ofMention: finding.to, in: index), from != to,
          [.person, .organization, .agency].contains(view.entities[from].type)
        else { continue }
        let isGroup = view.entities[to].type == .group
        let key = Key(label: label, target: isGroup ? view.caseOf[index] : to, isGroup: isGroup)
        targets[key, default: []].append(to)
        answers[key, default: []].append(
          Answer(
            reading: index, text: view.entities[from].name, entity: from, event: label,
            evidence: view.evidence(
              sentence: finding.sentence, in: index, speaker: finding.speaker)))
      }
    }
    return answers.sorted { $0.key < $1.key }.compactMap {
      compare($0.key, $0.value, targets: targets[$0.key] ?? [])
    }
  }

  private func compare(_ key: Key, _ answers: [Answer], targets: [Int]) -> Conflict? {
    guard let target = targets.first else { return nil }
    let doers = Set(answers.compactMap(\.entity)).sorted()
    guard doers.count > 1, answers.count <= Question.answerLimit,
      Set(answers.map(\.reading)).count > 1
    else { return nil }
    let byReading = Dictionary(grouping: answers, by: \.reading)
      .mapValues { Set($0.compactMap(\.entity)) }
    for (place, one) in doers.enumerated() {
      for other in doers[(place + 1)...] {
        let hasOneOnly = byReading.values.contains { $0.contains(one) && !$0.contains(other) }
        let hasOtherOnly = byReading.values.contains { $0.contains(other) && !$0.contains(one) }
        guard hasOneOnly, hasOtherOnly, let (verdict, reason) = judge(one, other, key.label) else {
          continue
        }
        let question = Question(
          about: "who \(EventClass.words(key.label)) \(view.entities[target].name)",
          key: "who", entities: [target, one, other],
          answers: answers.filter { $0.entity == one || $0.entity == other })
        return question.conflict(verdict, reason, in: view)
      }
    }
    return nil
  }

  private func judge(_ a: Int, _ b: Int, _ label: String) -> (Verdict, String)? {
    let one = view.entities[a].name, other = view.entities[b].name
    if view.isPart(a, of: b) { return (.refines, "\(one) is part of \(other)") }
    if view.isPart(b, of: a) { return (.refines, "\(other) is part of \(one)") }
    guard ActorQuestions.exclusive.contains(label) else { return nil }
    return (.conflict, "\(one) and \(other) are two, and one alone can have done it")
  }
}
