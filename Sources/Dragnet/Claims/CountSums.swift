import DragnetText

/// Parts and wholes among counted people: totals that parts make, and parts that make another total.
extension CountQuestions {
  /// The groups one document counts in one event, each with the first number given.
  struct Counted {
    var parts: [Int: Answer] = [:]
    var total: Double {
      parts.sorted { $0.key < $1.key }.compactMap(\.value.number).reduce(0, +)
    }
  }

  /// Parts that one document gives of a whole and that do not add up to it.
  func faultySums(besides listed: Set<String>) -> [Conflict] {
    var found: [Conflict] = []
    for (index, reading) in view.readings.enumerated() {
      for (total, parts) in view.placesOf[index].faultySums {
        let whole = reading.quantities[total]
        let entity = view.entity(ofMention: whole.subject, in: index)
        if let entity, listed.contains(view.entities[entity].id) { continue }
        let answers = ([total] + parts).map { place in
          let quantity = reading.quantities[place]
          return Answer(
            reading: index, text: reading.document.quote(quantity.range),
            number: quantity.number, unit: quantity.unit, event: whole.event,
            evidence: view.evidence(
              sentence: quantity.sentence, in: index, speaker: quantity.speaker))
        }
        let numbers = parts.compactMap { reading.quantities[$0].number }
        let sum = numbers.map { NumberText.text($0, .exact) }.joined(separator: " + ")
        let made = NumberText.text(numbers.reduce(0, +), .exact)
        let said = NumberText.text(whole.number ?? 0, .exact)
        let about = entity.map { self.about($0, answers) }
        let unit = NumberText.plural(whole.unit ?? "people")
        found.append(
          Question(
            about: about ?? "number of \(unit)", key: "parts|\(whole.range.start)",
            place: view.caseOf[index], entities: entity.map { [$0] } ?? [], answers: answers
          ).conflict(.internalConflict, "\(sum) = \(made), not \(said)", in: view))
      }
    }
    return found
  }

  /// *8 + 4 = 12 supports 12*, where a document gives parts that add up.
  func sumsBehind(_ question: Question) -> String? {
    var found: Set<String> = []
    for answer in question.answers {
      guard let number = answer.number else { continue }
      for sum in view.placesOf[answer.reading].sums(of: number) {
        let total = NumberText.text(number, .exact)
        found.insert("\(sum) = \(total) supports \(answer.text)")
      }
    }
    return found.isEmpty ? nil : found.sorted().joined(separator: ", ")
  }

  /// Totals of one document that another gives in parts: *eight* and *six and two*.
  func sums(
    _ byEntity: [Int: [Answer]]
  ) -> (conflicts: [Conflict], events: [EventOfCase]) {
    var byEvent: [EventOfCase: [Answer]] = [:]
    for (_, answers) in byEntity.sorted(by: { $0.key < $1.key }) {
      guard Set(answers.map(\.number)).count == 1 else { continue }
      for answer in answers where answer.approximation == .exact {
        guard let event = answer.event else { continue }
        let key = EventOfCase(event: EventClass.of(event), place: view.caseOf[answer.reading])
        byEvent[key, default: []].append(answer)
      }
    }
    var found: [Conflict] = []
    var events: [EventOfCase] = []
    for (event, answers) in byEvent.sorted(by: { $0.key < $1.key }) {
      guard let conflict = sum(event, answers) else { continue }
      found.append(conflict)
      events.append(event)
    }
    return (found, events)
  }

  func sum(_ event: EventOfCase, _ answers: [Answer]) -> Conflict? {
    let byEntity = Dictionary(grouping: answers) { $0.entity ?? -1 }
    var byReading: [Int: Counted] = [:]
    for answer in answers {
      guard let entity = answer.entity else { continue }
      byReading[answer.reading, default: Counted()].parts[entity] =
        byReading[answer.reading]?.parts[entity] ?? answer
    }
    let totals = byReading.mapValues(\.total)
    let readingsOf = Dictionary(grouping: totals.keys.sorted()) { totals[$0] ?? 0 }
    var tried: Set<GroupCount> = []
    for whole in answers.sorted(by: { ($0.number ?? 0) > ($1.number ?? 0) }) {
      guard let entity = whole.entity, let number = whole.number,
        tried.insert(GroupCount(entity: entity, number: number)).inserted
      else { continue }
      // Where a document counts the whole too, that is no part; so those totals hold both.
      let own = byEntity[entity] ?? []
      let candidates = Set((readingsOf[number] ?? []) + own.map(\.reading)).sorted()
      var listed = own
      var sum = ""
      for reading in candidates {
        let parts = (byReading[reading]?.parts ?? [:]).filter { $0.key != entity }
          .sorted { $0.key < $1.key }.map(\.value)
        guard parts.count > 1, parts.compactMap(\.number).reduce(0, +) == number else { continue }
        listed += parts
        let text = parts.sorted { ($0.number ?? 0, $0.text) > ($1.number ?? 0, $1.text) }
          .map(\.text).joined(separator: " + ")
        sum = "\(text) = \(whole.text)"
      }
      guard !sum.isEmpty, Set(listed.map(\.reading)).count > 1 else { continue }
      let entities = Set(listed.compactMap(\.entity)).sorted()
      return Question(
        about: "number of people \(EventClass.words(event.event))", key: "sum", place: event.place,
        entities: entities, answers: listed
      ).conflict(.partOfTotal, "the parts make the total: \(sum)", in: view)
    }
    return nil
  }
}
