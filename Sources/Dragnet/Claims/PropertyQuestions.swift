import DragnetText

/// Questions on what someone or something is: how old, of which country, and how long
/// what befell them lasts.
struct PropertyQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  private enum Property: Hashable {
    case age, country
    case duration(event: String)
    /// The order something has a place in: *largest bank*.
    case rank(String)
  }

  private struct Key: Hashable {
    let property: Property
    let entity: Int

    /// Orders questions; equal for no two.
    var order: String { "\(property)" }
  }

  /// Every property of an entity that documents state differently.
  func conflicts() -> [Conflict] {
    var answers: [Key: [Answer]] = [:]
    for index in view.readings.indices {
      addValues(of: index, &answers)
      addCountries(of: index, &answers)
      addOrigins(of: index, &answers)
      addRanks(of: index, &answers)
    }
    addStays(&answers)
    return answers.sorted { ($0.key.entity, $0.key.order) < ($1.key.entity, $1.key.order) }
      .compactMap { compare($0.key, $0.value) }
  }

  private func addValues(of index: Int, _ answers: inout [Key: [Answer]]) {
    let reading = view.readings[index]
    for quantity in reading.quantities
    where quantity.property == .age || quantity.property == .duration {
      guard let number = quantity.number, let unit = quantity.unit,
        let entity = view.entity(ofMention: quantity.subject, in: index),
        view.entities[entity].type != .group, view.entities[entity].type != .place
      else { continue }
      var property = Property.age
      if quantity.property == .duration {
        guard let event = quantity.event else { continue }
        property = .duration(event: EventClass.ofStays(event))
      } else if view.entities[entity].type != .person {
        continue
      }
      let noun = number == 1 ? unit : NumberText.plural(unit)
      let text = NumberText.text(number, quantity.approximation)
      answers[Key(property: property, entity: entity), default: []].append(
        Answer(
          reading: index, text: quantity.property == .age ? text : "\(text) \(noun)",
          number: number, approximation: quantity.approximation, unit: unit, entity: entity,
          event: quantity.event,
          evidence: view.evidence(
            sentence: quantity.sentence, in: index, speaker: quantity.speaker)))
    }
  }

  private func addCountries(of index: Int, _ answers: inout [Key: [Answer]]) {
    for finding in view.readings[index].findings
    where finding.label == "citizen_of" && finding.polarity == .asserted {
      guard let entity = view.entity(ofMention: finding.from, in: index),
        view.entities[entity].type == .person,
        let country = view.entity(ofMention: finding.to, in: index)
      else { continue }
      answers[Key(property: .country, entity: entity), default: []].append(
        Answer(
          reading: index, text: view.entities[country].name,
          evidence: view.evidence(
            sentence: finding.sentence, in: index, speaker: finding.speaker)))
    }
  }

  /// How long *the accused* are to be held, said of no one by name, beside how long one of them is.
  private func addStays(_ answers: inout [Key: [Answer]]) {
    var ofCase: [Int: [Answer]] = [:]
    for (index, reading) in view.readings.enumerated() {
      for quantity in reading.quantities where quantity.property == .duration {
        guard let number = quantity.number, let unit = quantity.unit, let event = quantity.event
        else { continue }
        let entity = view.entity(ofMention: quantity.subject, in: index)
        guard entity.map({ view.entities[$0].type == .group }) ?? true else { continue }
        let evidence = view.evidence(
          sentence: quantity.sentence, in: index, speaker: quantity.speaker)
        let words = Set(NameForm(evidence.sentence).tokens)
        guard
          EventClass.ofStays(event) == "held"
            || !words.isDisjoint(with: ["detention", "custody", "remand"]),
          !words.isDisjoint(with: ["accused", "suspects", "defendants", "detainees"])
        else { continue }
        let noun = number == 1 ? unit : NumberText.plural(unit)
        ofCase[view.caseOf[index], default: []].append(
          Answer(
            reading: index,
            text: "\(NumberText.text(number, quantity.approximation)) \(noun)", number: number,
            approximation: quantity.approximation, unit: unit, event: event, evidence: evidence))
      }
    }
    guard !ofCase.isEmpty else { return }
    for (key, own) in answers where key.property == .duration(event: "held") {
      let said = Set(own.map(\.reading))
      for place in Set(own.map { view.caseOf[$0.reading] }).sorted() {
        answers[key]? += (ofCase[place] ?? []).filter { !said.contains($0.reading) }
      }
    }
  }

  /// Countries that adjectives name: *the Kenyan striker*.
  private func addOrigins(of index: Int, _ answers: inout [Key: [Answer]]) {
    for quantity in view.readings[index].quantities
    where quantity.property == .description && quantity.event == "nationality" {
      guard let country = quantity.words,
        let entity = view.entity(ofMention: quantity.subject, in: index),
        view.entities[entity].type == .person
      else { continue }
      answers[Key(property: .country, entity: entity), default: []].append(
        Answer(
          reading: index, text: view.readings[index].document.quote(quantity.range), unit: country,
          evidence: view.evidence(
            sentence: quantity.sentence, in: index, speaker: quantity.speaker)))
    }
  }

  private func addRanks(of index: Int, _ answers: inout [Key: [Answer]]) {
    for quantity in view.readings[index].quantities where quantity.property == .rank {
      guard let number = quantity.number, let unit = quantity.unit,
        let entity = view.entity(ofMention: quantity.subject, in: index)
      else { continue }
      // The *largest lender* and the *biggest bank* are one order.
      let words = unit.split(separator: " ").map(String.init)
      let noun = words.last.map { WordStems.noun($0) ?? $0 } ?? unit
      let order = words.count > 1 ? words[0] + " " + noun : noun
      answers[Key(property: .rank(order), entity: entity), default: []].append(
        Answer(
          reading: index,
          text: view.readings[index].document.quote(quantity.range), number: number, unit: unit,
          entity: entity,
          evidence: view.evidence(
            sentence: quantity.sentence, in: index, speaker: quantity.speaker)))
    }
  }

  // MARK: verdicts

  private func compare(_ key: Key, _ answers: [Answer]) -> Conflict? {
    let name = view.entities[key.entity].name
    var answers = answers
    if key.property == .age {
      // Who has two ages in one document was taken for someone else once.
      let ages = Dictionary(grouping: answers, by: \.reading).mapValues { Set($0.map(\.number)) }
      answers.removeAll { (ages[$0.reading]?.count ?? 0) > 1 }
    }
    let question = Question(
      about: about(key.property, name), key: key.order, entities: [key.entity], answers: answers)
    guard let (one, other) = Rivals.firstPair(answers, agree: agree(key.property)) else {
      return nil
    }
    switch key.property {
    case .age:
      if abs((one.number ?? 0) - (other.number ?? 0)) == 1 {
        return question.conflict(
          .otherTime, "\(one.text) and \(other.text) lie a birthday apart", in: view)
      }
    case .country, .duration, .rank: break
    }
    return question.conflict(.conflict, "\(one.text) and \(other.text) differ", in: view)
  }

  private func about(_ property: Property, _ name: String) -> String {
    switch property {
    case .age: "how old \(name) is"
    case .country: "which country \(name) is from"
    case .rank(let order): "which place \(name) has as \(order)"
    case .duration(let event): "how long \(name) was \(EventClass.words(event))"
    }
  }

  private func agree(_ property: Property) -> (Answer, Answer) -> Bool {
    switch property {
    case .rank: { $0.number == $1.number }
    case .country:
      { one, other in
        let left = one.unit ?? one.text, right = other.unit ?? other.text
        return left == right
          || CountryWords.code(named: NameForm(left).withoutArticle).map {
            $0 == CountryWords.code(named: NameForm(right).withoutArticle)
          } ?? false
      }
    case .duration: { Span($0).agrees(with: Span($1)) }
    case .age:
      { one, other in
        NumberText.allows(one, other.number ?? 0) && NumberText.allows(other, one.number ?? 0)
      }
    }
  }
}

/// Documents whose answers exclude each other.
enum Rivals {
  /// The first answers of two documents none of whose answers agree; nil when every two documents
  /// have one in common.
  ///
  /// A document that gives several values may speak of several things, so one in common suffices.
  static func firstPair(
    _ answers: [Answer], agree: (Answer, Answer) -> Bool
  ) -> (Answer, Answer)? {
    let byReading = Dictionary(grouping: answers, by: \.reading).sorted { $0.key < $1.key }
      .prefix(Question.comparedLimit).map(\.value)
    for (place, one) in byReading.enumerated() {
      for other in byReading[(place + 1)...] {
        if one.allSatisfy({ left in other.allSatisfy { !agree(left, $0) } }) {
          return (one[0], other[0])
        }
      }
    }
    return nil
  }
}
