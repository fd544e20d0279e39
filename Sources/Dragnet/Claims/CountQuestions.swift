import DragnetText

/// Questions on how many: for each group of people, and for things counted in one event.
struct CountQuestions {
  let view: CaseView

  init(_ view: CaseView) { self.view = view }

  /// A number given for a group.
  struct GroupCount: Hashable {
    let entity: Int?
    let number: Double?
  }

  /// Every question on which documents give more than one number.
  func conflicts() -> [Conflict] {
    let answers = allAnswers()
    var byEntity: [Int: [Answer]] = [:]
    for answer in answers {
      if let entity = answer.entity { byEntity[entity, default: []].append(answer) }
    }
    var found: [Conflict] = []
    var asked: Set<EventOfCase> = []
    let ordinals = ordinals(answers)
    for (entity, answers) in byEntity.sorted(by: { $0.key < $1.key }) {
      let question = Question(
        about: about(entity, answers), key: "count", entities: [entity], answers: answers)
      guard let conflict = compare(question, ordinals) else { continue }
      found.append(conflict)
      for answer in answers {
        guard let event = answer.event else { continue }
        asked.insert(
          EventOfCase(event: EventClass.of(event), place: view.caseOf[answer.reading]))
      }
    }
    let sums = sums(byEntity)
    asked.formUnion(sums.events)
    return found + sums.conflicts + faultySums(besides: Set(found.flatMap(\.entities)))
      + HeadcountQuestions(view).conflicts(answers, asked: asked)
  }

  // MARK: answers

  /// Every number given for a group or for things of an event; parts of a total are not answers.
  private func allAnswers() -> [Answer] {
    var answers: [Answer] = []
    for (index, reading) in view.readings.enumerated() {
      var stated: [Answer] = []
      for quantity in reading.quantities where quantity.property == .count {
        guard let number = quantity.number, !isMerePart(quantity, in: index) else { continue }
        if let event = EventClass.ofArrests(quantity.unit ?? "") {
          stated.append(
            Answer(
              reading: index, text: NumberText.text(number, quantity.approximation),
              number: number, approximation: quantity.approximation, unit: "person", event: event,
              evidence: view.evidence(
                sentence: quantity.sentence, in: index, speaker: quantity.speaker)))
          continue
        }
        let entity = view.entity(ofMention: quantity.subject, in: index)
        let group = entity.flatMap { view.entities[$0].type == .group ? $0 : nil }
        guard group != nil || entity == nil && EventClass.counts(quantity) else { continue }
        stated.append(
          Answer(
            reading: index, text: NumberText.text(number, quantity.approximation),
            number: number,
            approximation: meaning(of: quantity, in: reading), unit: quantity.unit, entity: group,
            event: quantity.event.map(EventClass.ofCount),
            isOrdinal: isOrdinal(quantity, in: reading),
            evidence: view.evidence(
              sentence: quantity.sentence, in: index, speaker: quantity.speaker)))
      }
      answers += stated + statedByName(reading, index, known: stated)
    }
    return answers
  }

  /// True for *seventh*.
  private func isOrdinal(_ quantity: Quantity, in reading: Reading) -> Bool {
    let words = reading.document.quote(quantity.range)
    return quantity.subject == nil && NumberText.number(in: words) == nil
      && words.last?.isLetter == true && !words.contains(" ")
  }

  /// Numbers that stand in what a group is called (*nine dockers*), where no value says them already.
  private func statedByName(_ reading: Reading, _ index: Int, known: [Answer]) -> [Answer] {
    let known = Set(known.map { GroupCount(entity: $0.entity, number: $0.number) })
    return reading.chains.enumerated().compactMap { place, chain in
      guard chain.type == .group, let count = chain.attributes.count,
        !["accused", "defendant"].contains(chain.attributes.noun ?? ""),
        let entity = view.entityOf[index][place], view.entities[entity].type == .group,
        !known.contains(GroupCount(entity: entity, number: Double(count))),
        let sentence = sentence(naming: count, chain, in: index)
      else { return nil }
      let event = view.placesOf[index].deed(to: place)
      return Answer(
        reading: index, text: String(count), number: Double(count), unit: chain.attributes.noun,
        entity: entity, event: event,
        evidence: view.evidence(sentence: sentence, in: index, speaker: nil))
    }
  }

  private func sentence(naming count: Int, _ chain: Chain, in index: Int) -> Int? {
    let reading = view.readings[index]
    let naming = chain.mentions.filter {
      NumberText.number(in: reading.document.quote(reading.mentions[$0].range)) == count
    }
    guard let mention = naming.first ?? chain.mentions.first else { return nil }
    return view.placesOf[index].sentence(holding: reading.mentions[mention].range)
  }

  private func isMerePart(_ quantity: Quantity, in index: Int) -> Bool {
    guard let total = quantity.partOf else { return false }
    // *seven in Kenya* of *eleven in two countries* is a number other texts may give alone.
    if quantity.subject == nil, quantity.unit == "person",
      let next = following(quantity, in: view.readings[index]), ["in", "from", "at"].contains(next)
    {
      return false
    }
    let whole = view.readings[index].quantities[total]
    let subject = view.entity(ofMention: quantity.subject, in: index)
    return subject == nil || subject == view.entity(ofMention: whole.subject, in: index)
  }

  private func following(_ quantity: Quantity, in reading: Reading) -> String? {
    let end = quantity.range.end
    let limit = min(reading.sentences[quantity.sentence].range.end, end + 6)
    guard end < limit else { return nil }
    return reading.document.quote(TextRange(end, limit)).split(separator: " ").first
      .map { $0.lowercased() }
  }

  /// *Dozens* means at least that many.
  private func meaning(of quantity: Quantity, in reading: Reading) -> Quantity.Approximation {
    let words = reading.document.quote(quantity.range).lowercased()
    let isOpen = ["dozens", "scores", "hundreds", "thousands"].contains { words.contains($0) }
    return isOpen ? .atLeast : quantity.approximation
  }

  func about(_ entity: Int, _ answers: [Answer]) -> String {
    let name = view.entities[entity].name
    let words = name.split(separator: " ").filter { NumberText.number(in: String($0)) == nil }
    // "seven of the suspects"
    let named = words.drop { ["of", "the", "those", "these"].contains($0.lowercased()) }
    let people = named.isEmpty ? "people" : named.joined(separator: " ")
    var counts: [String: Int] = [:]
    for answer in answers { answer.event.map { counts[EventClass.of($0), default: 0] += 1 } }
    let event = counts.keys.max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) }
    guard let event else { return "number of \(people)" }
    return "number of \(people) \(EventClass.words(event))"
  }

  // MARK: verdicts

  /// Numbers given as *a seventh*, by event and case.
  private func ordinals(_ answers: [Answer]) -> [EventOfCase: Answer] {
    var found: [EventOfCase: Answer] = [:]
    for answer in answers where answer.isOrdinal {
      guard let event = answer.event else { continue }
      found[
        EventOfCase(event: EventClass.of(event), place: view.caseOf[answer.reading])] = answer
    }
    return found
  }

  private func compare(_ question: Question, _ ordinals: [EventOfCase: Answer]) -> Conflict? {
    let numbers = Set(question.answers.compactMap(\.number))
    guard numbers.count > 1 else { return nil }
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
    if question.readingCount == 2, exactNumbers.count == 2,
      let one = exact.first(where: { $0.number == exactNumbers[0] }),
      let other = exact.first(where: { $0.number == exactNumbers[1] }),
      let reason = Statement.later(one, other, in: view)
    {
      return question.conflict(.otherTime, reason, in: view)
    }
    if exactNumbers.count == 2, exactNumbers[1] == exactNumbers[0] + 1,
      let next = next(exactNumbers[1], question, ordinals)
    {
      let listed = Question(
        about: question.about, key: question.key, place: question.place,
        entities: question.entities,
        answers: question.answers + [
          next.with(
            text: NumberText.text(exactNumbers[1], .exact), number: exactNumbers[1])
        ])
      return listed.conflict(
        .partOfTotal, "a text says that one came later: \(next.text)", in: view)
    }
    if let days = grewOverTime(exact) { return question.conflict(.otherTime, days, in: view) }
    let texts = exactNumbers.map { NumberText.text($0, .exact) }
    let listed = texts.dropLast().joined(separator: ", ") + " and " + (texts.last ?? "")
    let support = sumsBehind(question).map { "; \($0)" } ?? ""
    return question.conflict(.conflict, "\(listed) cannot all be right\(support)", in: view)
  }

  /// The text that says of the larger number that it is the next after the smaller.
  private func next(
    _ number: Double, _ question: Question, _ ordinals: [EventOfCase: Answer]
  ) -> Answer? {
    question.answers.lazy.compactMap { answer -> Answer? in
      guard let event = answer.event else { return nil }
      let found = ordinals[
        EventOfCase(event: EventClass.of(event), place: view.caseOf[answer.reading])]
      return found?.number == number ? found : nil
    }.first
  }

  private func sameEventPair(_ answers: [Answer]) -> (String, String)? {
    var firstOf: [String: Answer] = [:]
    for answer in answers {
      guard let event = answer.event else { continue }
      if let first = firstOf[event], first.number != answer.number {
        return (first.text, answer.text)
      }
      firstOf[event] = firstOf[event] ?? answer
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
}
