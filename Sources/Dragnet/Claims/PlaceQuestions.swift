import DragnetText

/// Questions on where: the place of an event, or the seat of a body, that documents give differently.
///
/// A place answers for an event when the text says *in*, *at* or *near* before it, in the sentence that
/// states the event, and names no second one there. Places that hold each other, as the texts or their
/// countries tell, do not exclude each other.
struct PlaceQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  private struct Key: Hashable, Comparable {
    let event: String
    /// What it was done to: an entity, or -1 and the things counted.
    let target: Int
    let thing: String
    let place: Int

    static func < (a: Key, b: Key) -> Bool {
      (a.place, a.event, a.target, a.thing) < (b.place, b.event, b.target, b.thing)
    }
  }

  private static let seats: Set<String> = ["located_in", "based_in", "headquartered_in"]
  private static let prepositions: Set<String> = ["in", "at", "near", "outside"]

  /// Every event and seat with rival places.
  func conflicts() -> [Conflict] {
    var answers: [Key: [Answer]] = [:]
    for index in view.readings.indices {
      let located = locatedPlaces(of: index)
      addFindings(of: index, located, &answers)
      addThings(of: index, located, &answers)
      addPlaces(of: index, &answers)
    }
    return answers.sorted { $0.key < $1.key }.compactMap { compare($0.key, $0.value) }
  }

  private func addFindings(
    of index: Int, _ located: [Int: Int], _ answers: inout [Key: [Answer]]
  ) {
    for finding in view.readings[index].findings
    where finding.polarity == .asserted && finding.modality != .planned {
      guard let from = view.entity(ofMention: finding.from, in: index),
        let to = view.entity(ofMention: finding.to, in: index), from != to
      else { continue }
      var event = EventClass.of(finding.label)
      var target = to
      var place = located[finding.sentence]
      if view.entities[to].type == .place {
        place = to
        if PlaceQuestions.seats.contains(finding.label) {
          event = "located"
        } else if finding.label.hasSuffix("_in") {
          event = EventClass.of(String(finding.label.dropLast(3)))
        } else {
          continue
        }
        target = from
      }
      guard let place, event == "located" || EventClass.happeningOnce.contains(event),
        ![.place, .group].contains(view.entities[target].type), isWorthAsking(event, target)
      else { continue }
      // What befalls several people befalls them in several places.
      let key = Key(event: event, target: target, thing: "", place: view.caseOf[index])
      answers[key, default: []].append(
        answer(place, index, finding.sentence, finding.speaker, event))
    }
  }

  /// Bodies of a state sit in many places; where a person is tells little.
  private func isWorthAsking(_ event: String, _ target: Int) -> Bool {
    guard event == "located" else { return true }
    let entity = view.entities[target]
    // A gang of one country works in another.
    return entity.type == .organization
      && !["crime group", "armed group"].contains(entity.attributes.office ?? "")
  }

  private func addThings(of index: Int, _ located: [Int: Int], _ answers: inout [Key: [Answer]]) {
    for quantity in view.readings[index].quantities where quantity.property == .count {
      guard let label = quantity.event, let unit = quantity.unit,
        let place = located[quantity.sentence]
      else { continue }
      let thing = Unit(unit).kind
      let event = EventClass.ofThings(label)
      guard EventClass.happeningOnce.contains(event), thing != "person",
        view.entity(ofMention: quantity.subject, in: index) == nil
      else { continue }
      let key = Key(event: event, target: -1, thing: thing, place: view.caseOf[index])
      answers[key, default: []].append(
        answer(place, index, quantity.sentence, quantity.speaker, event))
    }
  }

  /// Places that the text ties to what befell someone: *was detained at his home*.
  private func addPlaces(of index: Int, _ answers: inout [Key: [Answer]]) {
    for quantity in view.readings[index].quantities where quantity.property == .place {
      if let unit = quantity.unit, quantity.event == "located" {
        guard
          let place = view.entity(
            ofMention: view.placesOf[index].mention(at: quantity.range), in: index),
          let thing = WordStems.noun(unit)
        else { continue }
        let key = Key(event: "located", target: -1, thing: thing, place: view.caseOf[index])
        answers[key, default: []].append(
          answer(place, index, quantity.sentence, quantity.speaker, "located"))
        continue
      }
      guard let label = quantity.event, let words = quantity.words,
        let target = view.entity(ofMention: quantity.subject, in: index),
        ![.place, .group].contains(view.entities[target].type)
      else { continue }
      let event = EventClass.of(label)
      guard EventClass.happeningOnce.contains(event) else { continue }
      let place = view.entity(
        ofMention: view.placesOf[index].mention(at: quantity.range), in: index)
      let key = Key(event: event, target: target, thing: "", place: view.caseOf[index])
      // What the sentence as a whole suggests gives way to what its words tie together.
      answers[key]?.removeAll {
        $0.reading == index
          && $0.evidence.start
            == view.evidence(
              sentence: quantity.sentence, in: index, speaker: nil
            ).start
      }
      answers[key, default: []].append(
        Answer(
          reading: index, text: place.map { view.entities[$0].name } ?? words, entity: place,
          event: event,
          evidence: view.evidence(
            sentence: quantity.sentence, in: index, speaker: quantity.speaker)))
    }
  }

  private func answer(
    _ place: Int, _ index: Int, _ sentence: Int, _ speaker: String?, _ event: String
  ) -> Answer {
    Answer(
      reading: index, text: view.entities[place].name, entity: place, event: event,
      evidence: view.evidence(sentence: sentence, in: index, speaker: speaker))
  }

  /// By sentence: the place it locates something in, where it is one, or the smallest of several that
  /// hold each other.
  private func locatedPlaces(of index: Int) -> [Int: Int] {
    let reading = view.readings[index]
    var found: [Int: [Int]] = [:]
    for mention in reading.mentions where mention.type == .place && mention.kind == .name {
      guard let entity = view.entityOf[index][mention.chain],
        let sentence = view.placesOf[index].sentence(holding: mention.range),
        !reading.sentences[sentence].isHeadline
      else { continue }
      found[sentence, default: []].append(isLocated(mention, reading) ? entity : -1 - entity)
    }
    return found.compactMapValues { entities in
      let located = Set(entities.filter { $0 >= 0 })
      let smallest = located.filter { one in
        !located.contains { $0 != one && view.isPart($0, of: one) }
      }
      return smallest.count == 1 ? smallest.first : nil
    }
  }

  private func isLocated(_ mention: Mention, _ reading: Reading) -> Bool {
    let low = max(0, mention.range.start - 16)
    let before = reading.document.quote(TextRange(low, mention.range.start))
    let words = before.lowercased().split { !$0.isLetter }
    guard let last = words.last else { return false }
    let word = last == "the" ? words.dropLast().last ?? last : last
    return PlaceQuestions.prepositions.contains(String(word))
  }

  private func compare(_ key: Key, _ answers: [Answer]) -> Conflict? {
    guard Set(answers.map(\.text)).count > 1 else { return nil }
    var named = key.target >= 0 ? [key.target] : []
    let places = Set(answers.compactMap(\.entity)).sorted()
    named += places
    let question = Question(
      about: about(key), key: "where|\(key.thing)", place: key.place, entities: named,
      answers: answers)
    guard question.readingCount > 1 else { return nil }
    if let (one, other) = Rivals.firstPair(answers, agree: { holds($0, $1) || holds($1, $0) }) {
      return question.conflict(
        .conflict, "\(one.text) and \(other.text): no text puts one within the other", in: view)
    }
    for one in places {
      for other in places where view.isPart(one, of: other) {
        return question.conflict(
          .refines, "\(view.entities[one].name) lies in \(view.entities[other].name)", in: view)
      }
    }
    return nil
  }

  /// True for one place, a part and its whole, and names of which one says more.
  private func holds(_ a: Answer, _ b: Answer) -> Bool {
    guard let one = a.entity, let other = b.entity else {
      guard let left = Premises.kind(a.text), let right = Premises.kind(b.text) else { return true }
      return left == right
    }
    if one == other || view.isPart(one, of: other) { return true }
    // A country and a town of which no text says where it lies may be one.
    if view.isCountry(other), view.entities[one].attributes.country == nil,
      Premises.kind(a.text) == nil
    {
      return true
    }
    let words = Set(NameForm(a.text).tokens)
    return words.isSuperset(of: NameForm(b.text).tokens)
  }

  private func about(_ key: Key) -> String {
    if key.target < 0, key.event == "located" { return "where the \(key.thing) is" }
    if key.target < 0 {
      return "where \(NumberText.plural(key.thing)) were \(EventClass.words(key.event))"
    }
    let name = view.entities[key.target].name
    return key.event == "located"
      ? "where \(name) is" : "where \(name) was \(EventClass.words(key.event))"
  }
}

/// What kind of premises some words name: *home*, *airport*.
private enum Premises {
  private static let kinds: [String: String] = {
    var table: [String: String] = [:]
    for line in [
      "home house residence flat apartment villa", "airport", "station", "hotel",
      "port harbour harbor",
      "border", "hospital", "prison", "court", "school", "church mosque", "office",
      "restaurant bar club cafe",
      "market shop", "stadium", "farm ranch",
    ] {
      let words = line.split(separator: " ").map(String.init)
      for word in words { table[word] = words[0] }
    }
    return table
  }()

  static func kind(_ text: String) -> String? {
    NameForm(text).tokens.last.flatMap { kinds[$0] }
  }
}
