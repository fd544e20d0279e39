import DragnetText

/// Questions on how many: for each group of people, and for things counted in one event.
struct CountQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  /// Every question on which documents give more than one number.
  func conflicts() -> [Conflict] {
    let answers = allAnswers()
    var byEntity: [Int: [Answer]] = [:]
    var byThing: [String: [Answer]] = [:]
    for answer in answers {
      if let entity = answer.entity {
        byEntity[entity, default: []].append(answer)
      } else if let event = answer.event, let unit = answer.unit {
        byThing["\(EventClass.of(event))|\(unit)|\(view.caseOf[answer.reading])", default: []]
          .append(answer)
      }
    }
    var found: [Conflict] = []
    for (entity, answers) in byEntity.sorted(by: { $0.key < $1.key }) {
      let question = Question(
        about: about(entity, answers), key: "count", entities: [entity], answers: answers)
      if let conflict = compare(question) { found.append(conflict) }
    }
    for (key, answers) in byThing.sorted(by: { $0.key < $1.key }) {
      let parts = key.split(separator: "|").map(String.init)
      let question = Question(
        about: "number of \(parts[1]) \(EventClass.words(parts[0]))", key: key, entities: [],
        answers: answers)
      if let conflict = compare(question) { found.append(conflict) }
    }
    return found + sums(byEntity)
  }

  // MARK: answers

  /// Every number given for a group or for things of an event; parts of a total are not answers.
  private func allAnswers() -> [Answer] {
    var answers: [Answer] = []
    for (index, reading) in view.readings.enumerated() {
      var stated: [Answer] = []
      for quantity in reading.quantities where quantity.property == .count {
        guard let number = quantity.number, !isMerePart(quantity, in: index) else { continue }
        let entity = view.entity(ofMention: quantity.subject, in: index)
        let group = entity.flatMap { view.entities[$0].type == .group ? $0 : nil }
        guard group != nil || entity == nil else { continue }
        stated.append(
          Answer(
            reading: index, text: NumberText.text(number, quantity.approximation), number: number,
            approximation: meaning(of: quantity, in: reading), unit: quantity.unit, entity: group,
            event: quantity.event,
            evidence: view.evidence(
              sentence: quantity.sentence, in: index, speaker: quantity.speaker)))
      }
      answers += stated + statedByName(reading, index, known: stated)
    }
    return answers
  }

  /// Numbers that stand in what a group is called (*six men*), where no value says them already.
  private func statedByName(_ reading: Reading, _ index: Int, known: [Answer]) -> [Answer] {
    reading.chains.enumerated().compactMap { place, chain in
      guard chain.type == .group, let count = chain.attributes.count,
        let entity = view.entityOf[index][place], view.entities[entity].type == .group,
        !known.contains(where: { $0.entity == entity && $0.number == Double(count) }),
        let sentence = sentence(naming: count, chain, in: reading)
      else { return nil }
      let event = reading.findings.first { reading.mentions[$0.to].chain == place }?.label
      return Answer(
        reading: index, text: String(count), number: Double(count), unit: chain.attributes.noun,
        entity: entity, event: event,
        evidence: view.evidence(sentence: sentence, in: index, speaker: nil))
    }
  }

  private func sentence(naming count: Int, _ chain: Chain, in reading: Reading) -> Int? {
    let naming = chain.mentions.filter {
      NumberText.number(in: reading.document.quote(reading.mentions[$0].range)) == count
    }
    guard let mention = naming.first ?? chain.mentions.first else { return nil }
    let range = reading.mentions[mention].range
    return reading.sentences.firstIndex { $0.range.contains(range) }
  }

  private func isMerePart(_ quantity: Quantity, in index: Int) -> Bool {
    guard let total = quantity.partOf else { return false }
    let whole = view.readings[index].quantities[total]
    let subject = view.entity(ofMention: quantity.subject, in: index)
    return subject == nil || subject == view.entity(ofMention: whole.subject, in: index)
  }

  /// *Dozens* means at least that many.
  private func meaning(of quantity: Quantity, in reading: Reading) -> Quantity.Approximation {
    let words = reading.document.quote(quantity.range).lowercased()
    let isOpen = ["dozens", "scores", "hundreds", "thousands"].contains { words.contains($0) }
    return isOpen ? .atLeast : quantity.approximation
  }

  private func about(_ entity: Int, _ answers: [Answer]) -> String {
    let name = view.entities[entity].name
    let words = name.split(separator: " ").filter { NumberText.number(in: String($0)) == nil }
    let people = words.isEmpty ? "people" : words.joined(separator: " ")
    var counts: [String: Int] = [:]
    for answer in answers { answer.event.map { counts[EventClass.of($0), default: 0] += 1 } }
    let event = counts.keys.max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) }
    guard let event else { return "number of \(people)" }
    return "number of \(people) \(EventClass.words(event))"
  }

  // MARK: verdicts

  private func compare(_ question: Question) -> Conflict? {
    let numbers = Set(question.answers.compactMap(\.number))
    guard numbers.count > 1, question.answers.count <= Question.answerLimit else { return nil }
    let exact = question.answers.filter { $0.approximation == .exact }
    if question.readingCount == 1 {
      guard let pair = sameEventPair(exact) else { return nil }
      return question.conflict(
        .internalConflict, "one document gives both \(pair.0) and \(pair.1)", in: view)
    }
    let exactNumbers = Set(exact.compactMap(\.number)).sorted()
    if exactNumbers.count <= 1 {
      let isOpen = question.answers.allSatisfy { answer in
        exactNumbers.allSatisfy { NumberText.allows(answer, $0) }
      }
      return isOpen
        ? question.conflict(.refines, "the vaguer numbers leave room for the exact one", in: view)
        : question.conflict(.conflict, "the numbers exclude each other", in: view)
    }
    if let days = grewOverTime(exact) { return question.conflict(.otherTime, days, in: view) }
    let listed = exactNumbers.map { "\(NumberText.text($0, .exact))" }.joined(separator: " and ")
    let support = sumsBehind(question).map { "; \($0)" } ?? ""
    return question.conflict(.conflict, "\(listed) cannot all be right\(support)", in: view)
  }

  private func sameEventPair(_ answers: [Answer]) -> (String, String)? {
    for (place, one) in answers.enumerated() {
      for other in answers[(place + 1)...]
      where one.number != other.number && one.event == other.event && one.event != nil {
        return (one.text, other.text)
      }
    }
    return nil
  }

  /// A toll that rises with the day of publication is no contradiction.
  private func grewOverTime(_ answers: [Answer]) -> String? {
    guard answers.allSatisfy({ EventClass.growing.contains(EventClass.of($0.event ?? "")) }) else {
      return nil
    }
    let dated = answers.compactMap { answer in
      view.readings[answer.reading].document.published.map { ($0, answer.number ?? 0) }
    }.sorted { $0.1 < $1.1 }
    guard dated.count == answers.count else { return nil }
    for (earlier, later) in zip(dated, dated.dropFirst())
    where earlier.1 < later.1 && !(earlier.0 < later.0) {
      return nil
    }
    return "the number rose from one day of publication to the next"
  }

  /// *26 + 17 = 43*, where a document gives parts that add up.
  private func sumsBehind(_ question: Question) -> String? {
    var found: Set<String> = []
    for answer in question.answers {
      let reading = view.readings[answer.reading]
      for (total, quantity) in reading.quantities.enumerated()
      where quantity.property == .count && quantity.number == answer.number {
        let parts = reading.quantities.filter { $0.partOf == total }.compactMap(\.number)
        guard parts.count > 1, let number = answer.number, parts.reduce(0, +) == number else {
          continue
        }
        let sum = parts.map { NumberText.text($0, .exact) }.joined(separator: " + ")
        found.insert("\(sum) = \(answer.text)")
      }
    }
    return found.isEmpty ? nil : found.sorted().joined(separator: ", ") + " speaks for it"
  }

  /// Totals of one document that another gives in parts: *eight* and *six and two*.
  private func sums(_ byEntity: [Int: [Answer]]) -> [Conflict] {
    var byEvent: [EventOfCase: [Answer]] = [:]
    for (_, answers) in byEntity.sorted(by: { $0.key < $1.key }) {
      guard Set(answers.map(\.number)).count == 1 else { continue }
      for answer in answers where answer.approximation == .exact {
        guard let event = answer.event else { continue }
        let key = EventOfCase(event: EventClass.of(event), place: view.caseOf[answer.reading])
        byEvent[key, default: []].append(answer)
      }
    }
    return byEvent.sorted { $0.key < $1.key }.compactMap { key, answers in
      answers.count <= Question.answerLimit ? sum(key.event, answers) : nil
    }
  }

  private func sum(_ event: String, _ answers: [Answer]) -> Conflict? {
    let byReading = Dictionary(grouping: answers, by: \.reading)
    for whole in answers.sorted(by: { ($0.number ?? 0) > ($1.number ?? 0) }) {
      var listed = answers.filter { $0.entity == whole.entity }
      var sum = ""
      for (_, said) in byReading.sorted(by: { $0.key < $1.key }) {
        var parts: [Int: Answer] = [:]
        for answer in said where answer.entity != whole.entity {
          answer.entity.map { parts[$0] = parts[$0] ?? answer }
        }
        let ordered = parts.sorted { $0.key < $1.key }.map(\.value)
        guard ordered.count > 1,
          ordered.compactMap(\.number).reduce(0, +) == whole.number
        else { continue }
        listed += ordered
        let text = ordered.map(\.text).sorted().reversed().joined(separator: " + ")
        sum = "\(text) = \(whole.text)"
      }
      guard !sum.isEmpty, Set(listed.map(\.reading)).count > 1 else { continue }
      let entities = Set(listed.compactMap(\.entity)).sorted()
      return Question(
        about: "number of people \(EventClass.words(event))", key: "sum", entities: entities,
        answers: listed
      ).conflict(.partOfTotal, "the parts make the total: \(sum)", in: view)
    }
    return nil
  }
}
