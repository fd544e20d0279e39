import DragnetText

/// Questions whose values have no number: what was promised, how someone came.
struct DescriptionQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  /// Every question on which documents use different words.
  func conflicts() -> [Conflict] {
    var answers: [EventOfCase: [Answer]] = [:]
    for (index, reading) in view.readings.enumerated() {
      for quantity in reading.quantities where quantity.property == .description {
        guard let event = quantity.event, event != "nationality", let words = quantity.words
        else { continue }
        let key = EventOfCase(event: EventClass.of(event), place: view.caseOf[index])
        answers[key, default: []].append(
          Answer(
            reading: index, text: words,
            entity: view.entity(ofMention: quantity.subject, in: index), event: event,
            evidence: view.evidence(
              sentence: quantity.sentence, in: index, speaker: quantity.speaker)))
      }
    }
    return answers.sorted { $0.key < $1.key }.flatMap { key, answers in
      questions(key, answers)
    }
  }

  /// One question for the groups of an event together (they are told apart only vaguely), one for
  /// each other subject; of what was promised, one for each kind.
  private func questions(_ key: EventOfCase, _ answers: [Answer]) -> [Conflict] {
    let bySubject = Dictionary(grouping: answers) { answer -> Int in
      guard let entity = answer.entity, view.entities[entity].type != .group else { return -1 }
      return entity
    }
    return bySubject.sorted { $0.key < $1.key }.flatMap { _, answers in
      guard key.event == "promised" else { return [compare(key, answers, .post)] }
      let byKind = Dictionary(grouping: answers) { PromisedKind($0.text) }
      return PromisedKind.allCases.map { kind in
        byKind[kind].flatMap { compare(key, $0, kind) }
      }
    }.compactMap { $0 }
  }

  private func compare(_ key: EventOfCase, _ answers: [Answer], _ kind: PromisedKind)
    -> Conflict?
  {
    let event = key.event
    let entities = Set(answers.compactMap(\.entity)).sorted()
    let whom = entities.first.map { view.entities[$0].name } ?? "people"
    let about =
      ["arrived", "left"].contains(event)
      ? "how \(whom) \(event)" : "what is said of \(whom) being \(EventClass.words(event))"
    let question = Question(
      about: event == "promised" ? "what \(kind.word)was promised to \(whom)" : about,
      key: "words",
      place: key.place, entities: entities, answers: answers)
    guard question.readingCount > 1 else { return nil }
    var order: [String] = []
    var readingsOf: [String: Set<Int>] = [:]
    for answer in answers {
      if readingsOf[answer.text] == nil { order.append(answer.text) }
      readingsOf[answer.text, default: []].insert(answer.reading)
    }
    let (texts, note) = Question.compared(order)
    let forms = texts.map(WordForm.init)
    let readings = texts.map { readingsOf[$0] ?? [] }
    var verdicts: [(Verdict, String)] = []
    for place in texts.indices {
      for other in texts.indices
      where other > place && (readings[place].count > 1 || readings[place] != readings[other]) {
        verdicts.append(forms[place].judge(forms[other]))
      }
    }
    guard forms.contains(where: { $0 != forms[0] }),
      let worst = verdicts.min(by: { Gravity.of($0.0) < Gravity.of($1.0) })
    else { return nil }
    return question.conflict(worst.0, worst.1 + note, in: view)
  }
}

/// What a promise is of. A post, its pay and a bed do not exclude each other: one promise can hold all
/// three.
private enum PromisedKind: CaseIterable {
  case post, pay, lodging

  /// The kind of the head of a noun phrase: *wages* of *wages in a bakery*.
  init(_ words: String) {
    let tokens = NameForm(words).tokens
    let head = tokens.prefix { !["in", "at", "as", "for", "of", "and"].contains($0) }.last ?? ""
    self =
      PromisedKind.payWords.contains(head)
      ? .pay : PromisedKind.lodgingWords.contains(head) ? .lodging : .post
  }

  /// As set into the question.
  var word: String {
    switch self {
    case .post: ""
    case .pay: "pay "
    case .lodging: "lodging "
    }
  }

  private static let payWords: Set<String> = [
    "bonus", "bonuses", "cash", "commission", "commissions", "earnings", "income", "incomes",
    "money", "pay", "payment", "payments", "remuneration", "salaries", "salary", "wage", "wages",
  ]
  private static let lodgingWords: Set<String> = [
    "accommodation", "bed", "board", "food", "housing", "lodging", "lodgings", "meals", "room",
    "shelter",
  ]
}

/// Words as compared: singular, lower case, without the words that carry nothing.
private struct WordForm: Equatable {
  let text: String
  let stems: Set<String>

  private static let empty: Set<String> = [
    "a", "an", "the", "of", "in", "at", "as", "to", "for", "local", "online", "job", "jobs", "work",
    "offer", "offers", "employment", "position", "positions", "via", "by", "means", "with", "and",
  ]

  init(_ words: String) {
    text = words
    stems = Set(
      NameForm(words).tokens.filter { !WordForm.empty.contains($0) }.map(WordForm.stem))
  }

  static func == (a: WordForm, b: WordForm) -> Bool { a.stems == b.stems }

  private static func stem(_ word: String) -> String {
    var stem = word
    if stem.count > 5, stem.hasSuffix("ly") { stem.removeLast(2) }
    if stem.count > 3, stem.hasSuffix("s"), !stem.hasSuffix("ss") { stem.removeLast() }
    return stem == "centre" ? "center" : stem
  }

  func judge(_ other: WordForm) -> (Verdict, String) {
    if stems == other.stems { return (.same, "the same in other words") }
    if stems.isEmpty || other.stems.isEmpty || stems.isSubset(of: other.stems)
      || other.stems.isSubset(of: stems)
    {
      return (.refines, "\(text) and \(other.text) differ only in how much they say")
    }
    return (.conflict, "\(text) and \(other.text) exclude each other")
  }
}
