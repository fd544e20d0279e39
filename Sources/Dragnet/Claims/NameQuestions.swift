import DragnetText

/// Questions on names: one person, body or place that documents spell differently.
struct NameQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  /// Every entity whose name is spelled in two ways in two documents.
  func conflicts() -> [Conflict] {
    var answers: [Int: [Answer]] = [:]
    for (index, reading) in view.readings.enumerated() {
      for (place, chain) in reading.chains.enumerated() {
        guard chain.type != .group, let entity = view.entityOf[index][place],
          let mention = chain.mentions.first(where: { reading.mentions[$0].kind == .name }),
          let sentence = view.placesOf[index].sentence(
            holding: reading.mentions[mention].range)
        else { continue }
        answers[entity, default: []].append(
          Answer(
            reading: index, text: chain.name,
            evidence: view.evidence(sentence: sentence, in: index, speaker: nil)))
      }
    }
    return answers.sorted { $0.key < $1.key }.compactMap { compare($0.key, $0.value) }
  }

  /// Most spellings of one name that are compared.
  private static let spellingLimit = 40

  private func compare(_ entity: Int, _ answers: [Answer]) -> Conflict? {
    let forms = answers.map { NameForm($0.text).withoutArticle }
    var seen: Set<NameForm> = []
    let spellings = answers.indices.filter { seen.insert(forms[$0]).inserted }
      .prefix(NameQuestions.spellingLimit)
    for (place, one) in spellings.enumerated() {
      for other in spellings.dropFirst(place + 1)
      where answers[one].reading != answers[other].reading
        && isOtherSpelling(forms[one], forms[other])
      {
        let question = Question(
          about: "name of \(view.entities[entity].name)", key: "name", entities: [entity],
          answers: answers.indices.filter { [forms[one], forms[other]].contains(forms[$0]) }
            .map { answers[$0] })
        return question.conflict(
          .same,
          "\(answers[one].text) and \(answers[other].text) are two spellings of one name", in: view)
      }
    }
    return nil
  }

  private func isOtherSpelling(_ a: NameForm, _ b: NameForm) -> Bool {
    let left = a.tokens, right = b.tokens
    guard left.count == right.count, left != right else { return false }
    let unequal = left.indices.filter { left[$0] != right[$0] }
    return unequal.count == 1
      && unequal.allSatisfy {
        Spelling.areAlike(left[$0], right[$0], allowsEnding: true)
          && !(CountryWords.isKnown(left[$0]) && CountryWords.isKnown(right[$0]))
      }
  }
}
