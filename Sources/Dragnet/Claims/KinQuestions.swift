import DragnetText

/// Questions on how two people are related: *her husband* in one text, *her cousin* in another.
struct KinQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  private struct Pair: Hashable, Comparable {
    let one: Int
    let other: Int

    static func < (a: Pair, b: Pair) -> Bool { (a.one, a.other) < (b.one, b.other) }
  }

  /// Words for one tie, each line by its first.
  private static let ties: [String: String] = {
    var table: [String: String] = [:]
    for line in [
      "spouse husband wife spouses married widow widower", "partner girlfriend boyfriend companion",
      "fiancé fiance fiancée fiancee betrothed", "sibling brother sister brothers sisters twin",
      "in-law brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law",
      "cousin cousins", "parent father mother", "child son daughter", "uncle aunt",
      "nephew niece", "grandfather grandmother", "grandson granddaughter",
    ] {
      let words = line.split(separator: " ").map(String.init)
      for word in words { table[word] = words[0] }
    }
    return table
  }()
  private static let labels: Set<String> = [
    "spouse_of", "sibling_of", "related_to", "parent_of", "child_of", "partner_of", "cousin_of",
  ]
  /// Which of two goes with which: one who is a parent has a child.
  private static let opposite: [String: String] = [
    "parent": "child", "child": "parent", "uncle": "nephew", "nephew": "uncle",
    "grandfather": "grandson", "grandson": "grandfather",
  ]

  /// Every two people that documents relate in different ways.
  func conflicts() -> [Conflict] {
    var answers: [Pair: [Answer]] = [:]
    for (index, reading) in view.readings.enumerated() {
      for finding in reading.findings
      where KinQuestions.labels.contains(finding.label) && finding.polarity == .asserted {
        guard let from = view.entity(ofMention: finding.from, in: index),
          let to = view.entity(ofMention: finding.to, in: index), from != to,
          view.entities[from].type == .person, view.entities[to].type == .person,
          let word = word(of: finding, in: reading)
        else { continue }
        answers[Pair(one: min(from, to), other: max(from, to)), default: []].append(
          Answer(
            reading: index, text: word, unit: KinQuestions.ties[word],
            evidence: view.evidence(
              sentence: finding.sentence, in: index, speaker: finding.speaker)))
      }
    }
    return answers.sorted { $0.key < $1.key }.compactMap { compare($0.key, $0.value) }
  }

  /// The one word for kin among those that state the tie; nil where there are several.
  private func word(of finding: Finding, in reading: Reading) -> String? {
    let words = reading.document.quote(finding.range).lowercased()
      .split { !$0.isLetter && $0 != "-" }.map(String.init)
      .filter { KinQuestions.ties[$0] != nil }
    return Set(words).count == 1 ? words[0] : nil
  }

  private func compare(_ pair: Pair, _ answers: [Answer]) -> Conflict? {
    guard let (one, other) = Rivals.firstPair(answers, agree: { agree($0, $1) }) else { return nil }
    let names = (view.entities[pair.one].name, view.entities[pair.other].name)
    return Question(
      about: "how \(names.0) and \(names.1) are related", key: "kin",
      entities: [pair.one, pair.other], answers: answers
    ).conflict(.conflict, "\(one.text) and \(other.text) are two ties", in: view)
  }

  private func agree(_ a: Answer, _ b: Answer) -> Bool {
    guard let one = a.unit, let other = b.unit else { return true }
    return one == other || KinQuestions.opposite[one] == other
      || Set([one, other]) == ["partner", "fiancé"]
  }
}
