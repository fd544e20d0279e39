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

  /// Deeds that one body does to one person.
  private static let personal: Set<String> = ["arrested", "detained", "captured"]

  /// A deed and whom it was done to. The groups of one case count as one: texts tell the whole from
  /// its parts too loosely to part them here.
  private struct Key: Hashable, Comparable {
    let label: String
    let target: Int
    let isGroup: Bool
    let place: Int

    static func < (a: Key, b: Key) -> Bool {
      (a.label, a.isGroup ? 1 : 0, a.target, a.place)
        < (b.label, b.isGroup ? 1 : 0, b.target, b.place)
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
        let key = Key(
          label: label, target: isGroup ? -1 : to, isGroup: isGroup, place: view.caseOf[index])
        targets[key, default: []].append(to)
        answers[key, default: []].append(
          Answer(
            reading: index, text: name(of: finding.from, meaning: from, in: index), entity: from,
            event: label,
            evidence: view.evidence(
              sentence: finding.sentence, in: index, speaker: finding.speaker)))
      }
    }
    return answers.sorted { $0.key < $1.key }.compactMap {
      compare($0.key, $0.value, targets: targets[$0.key] ?? [])
    }
  }

  /// What the document calls a body; a person goes by the fullest name of all documents.
  private func name(of mention: Int, meaning entity: Int, in index: Int) -> String {
    let reading = view.readings[index]
    guard view.entities[entity].type != .person else { return view.entities[entity].name }
    return reading.chains[reading.mentions[mention].chain].name
  }

  private func compare(_ key: Key, _ answers: [Answer], targets: [Int]) -> Conflict? {
    guard let target = targets.first else { return nil }
    var readingsOf: [Int: Set<Int>] = [:]
    for answer in answers {
      answer.entity.map { _ = readingsOf[$0, default: []].insert(answer.reading) }
    }
    let (doers, note) = Question.compared(readingsOf.keys.sorted())
    let readings = doers.map { readingsOf[$0] ?? [] }
    var called: [Int: String] = [:]
    for answer in answers {
      guard let entity = answer.entity else { continue }
      called[entity] = called[entity] ?? answer.text
    }
    var found: (pair: [Int], verdict: Verdict, reason: String)?
    for (place, one) in doers.enumerated() {
      for (next, other) in doers.enumerated() where next > place {
        guard !readings[place].isSubset(of: readings[next]),
          !readings[next].isSubset(of: readings[place]),
          let (verdict, reason) = judge(one, other, key.label, answers, target: target, called),
          found.map({ Gravity.of(verdict) < Gravity.of($0.verdict) }) ?? true
        else { continue }
        found = ([one, other], verdict, reason)
      }
    }
    guard var found else { return nil }
    if found.verdict == .conflict, ActorQuestions.exclusive.contains(key.label) {
      found.pair = doers.filter { doer in
        found.pair.contains(doer) || !view.isPart(doer, of: found.pair[0])
      }
    }
    let question = Question(
      about: "who \(EventClass.verb(key.label)) \(view.entities[target].name)", key: "who",
      place: key.place, entities: [target] + found.pair,
      answers: answers.filter { answer in answer.entity.map(found.pair.contains) ?? false }
        .map { $0.with(text: $0.entity.flatMap { called[$0] } ?? $0.text) })
    return question.conflict(found.verdict, found.reason + note, in: view)
  }

  private func judge(
    _ a: Int, _ b: Int, _ label: String, _ answers: [Answer], target: Int, _ called: [Int: String]
  ) -> (Verdict, String)? {
    let one = called[a] ?? view.entities[a].name, other = called[b] ?? view.entities[b].name
    if view.isPart(a, of: b) { return (.refines, "\(one) is part of \(other)") }
    if view.isPart(b, of: a) { return (.refines, "\(other) is part of \(one)") }
    if ActorQuestions.personal.contains(label), view.entities[target].type == .person {
      return areRivals(a, b)
        ? (.conflict, "\(one) and \(other) are two, and neither text names both") : nil
    }
    guard ActorQuestions.exclusive.contains(label) else { return nil }
    if isAcronym(one, of: other, in: answers) {
      return (.same, "\(one) is the acronym of \(other)")
    }
    if isAcronym(other, of: one, in: answers) {
      return (.same, "\(other) is the acronym of \(one)")
    }
    if label == "leads" {
      // A body has many leaders; two contradict each other when they are said to hold one office.
      guard let role = view.entities[a].attributes.role, role == view.entities[b].attributes.role
      else { return nil }
    }
    let why =
      switch label {
      case "leads": "one alone can hold the office"
      case "owns": "each is said to be the owner"
      default: "one alone can have done it"
      }
    return (.conflict, "\(one) and \(other) are two, and \(why)")
  }

  /// Two agencies, of which neither may be a loose name of the other.
  private func areRivals(_ a: Int, _ b: Int) -> Bool {
    let one = view.entities[a], other = view.entities[b]
    guard one.type == .agency, other.type == .agency else { return false }
    if let left = one.attributes.country, let right = other.attributes.country, left != right {
      return true
    }
    return one.attributes.office != other.attributes.office
      || one.attributes.seat != nil && other.attributes.seat != nil
        && one.attributes.seat != other.attributes.seat
  }

  /// True for the initials of a name, and for letters that go on where a name cut short ends, if
  /// a text sets them in brackets: *Baltic Ferry Lines* in *Baltic Ferry Lines and Tugs (BFLT)*.
  private func isAcronym(_ short: String, of long: String, in answers: [Answer]) -> Bool {
    let form = NameForm(short).withoutArticle, name = NameForm(long).withoutArticle
    if BodyNames.isAcronym(form, of: name) { return true }
    guard form.tokens.count == 1, name.tokens.count > 1, form.key.count > 2,
      form.key.hasPrefix(name.initials) || name.initials.hasPrefix(form.key)
    else { return false }
    return answers.contains {
      $0.evidence.sentence.contains(long) && $0.evidence.sentence.contains("(\(short))")
    }
  }
}
