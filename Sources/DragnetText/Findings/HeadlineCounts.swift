/// Numbers that stand for people without a noun: *Nine held in port raid*, *FIVE BEHIND BARS*,
/// *A seventh, X, surrendered*, *Five of them were charged*.
extension QuantityFinder {
  func heads(_ sentence: ParsedSentence, _ found: inout [FoundQuantity]) {
    let words = sentence.draft.words
    for index in words {
      guard let (number, next) = bareNumber(index, sentence),
        let event = befallen(next, sentence),
        !found.contains(where: { $0.words.contains(index) })
      else { continue }
      var result = make(.count, index..<next, sentence)
      result.quantity.number = number
      result.quantity.unit = "person"
      result.quantity.event = event
      result.quantity.approximation = approximation(before: index)
      found.append(result)
    }
    placed(sentence, &found)
  }

  /// *Eleven were held in two countries: seven in Kenya, four in Uganda*: numbers with a place each,
  /// where they make the total before the colon.
  private func placed(_ sentence: ParsedSentence, _ found: inout [FoundQuantity]) {
    let words = sentence.draft.words
    guard let colon = words.first(where: { scene.words[$0].tag == .colon }),
      let total = found.first(where: {
        $0.quantity.property == .count && $0.words.upperBound <= colon
      })
    else { return }
    var parts: [(Double, Int)] = []
    for index in (colon + 1)..<max(colon + 1, words.upperBound - 1)
    where ["in", "from", "at"].contains(scene.lower(index + 1)) {
      guard let number = NumberReader.value([scene.lower(index)]) else { continue }
      parts.append((number, index))
    }
    guard parts.count > 1, parts.reduce(0, { $0 + $1.0 }) == total.quantity.number else { return }
    for (number, index) in parts
    where !found.contains(where: { $0.quantity.property == .count && $0.words.contains(index) }) {
      var part = make(.count, index..<(index + 1), sentence)
      part.quantity.number = number
      part.quantity.unit = total.subject == nil ? total.quantity.unit : "person"
      part.quantity.event = total.quantity.event
      found.append(part)
    }
  }

  /// A number at the head of a sentence, or an ordinal after *a*; with the word behind it.
  private func bareNumber(_ index: Int, _ sentence: ParsedSentence) -> (Double, Int)? {
    let limit = sentence.draft.words.upperBound
    guard index + 1 < limit else { return nil }
    if index > sentence.draft.words.lowerBound, scene.lower(index - 1) == "a",
      let number = QuantityFinder.ordinals[scene.lower(index)]
    {
      return (number, index + 1)
    }
    guard index == sentence.draft.words.lowerBound,
      let number = NumberReader.value([scene.lower(index)]), number >= 2, number < 10_000,
      scene.words[index].tag == .number || scene.words[index].shape == .number
    else { return nil }
    if index + 2 < limit, scene.lower(index + 1) == "of",
      ["them", "those"].contains(scene.lower(index + 2))
    {
      return (number, index + 3)
    }
    return (number, index + 1)
  }

  /// What is said of them at once: a participle, *were* and a participle, *behind bars*.
  private func befallen(_ next: Int, _ sentence: ParsedSentence) -> String? {
    let limit = sentence.draft.words.upperBound
    var word = next
    // "A seventh, Ana Sousa (44), partner of X, surrendered"
    if word < limit, scene.words[word].tag == .comma {
      guard
        let clause = sentence.clauses.first(where: {
          $0.group.word > word
            && ["surrender", "arrest", "detain", "flee"].contains($0.group.lemma)
        })
      else { return nil }
      return clause.group.lemma == "flee" ? "escaped" : "arrested"
    }
    while word < limit, ["were", "are", "was", "have", "been", "more"].contains(scene.lower(word)) {
      word += 1
    }
    guard word < limit else { return nil }
    if let event = standing(after: next..<word, sentence) { return event }
    if let event = QuantityFinder.befalling[scene.lower(word)] { return event }
    // "8,000 marched"
    guard sentence.clauses.contains(where: { $0.group.word == word && !$0.group.isCopula }),
      scene.words[word].tag == .verb
    else { return nil }
    return label(scene.words[word].lemma)
  }

  /// What is said of people without a verb that tells: *sit behind bars*, *are in custody*, *now in the
  /// clink*.
  func standing(after words: Range<Int>, _ sentence: ParsedSentence) -> String? {
    let limit = min(words.upperBound + 6, sentence.draft.words.upperBound)
    for index in words.upperBound..<max(words.upperBound, limit - 1) {
      if [",", ";", ".", "who", "and"].contains(scene.lower(index)) { return nil }
      let pair = scene.lower(index) + " " + scene.lower(index + 1)
      if ["are dead", "were dead", "is dead", "lie dead"].contains(pair) { return "killed" }
      if ["are missing", "were missing"].contains(pair) { return "missing" }
      if ["behind bars", "in custody", "in jail", "in prison", "under arrest", "in cells"]
        .contains(pair)
        || scene.lower(index) == "in" && scene.lower(index + 1) == "the"
          && ["clink", "slammer", "nick", "lock-up", "bag"].contains(scene.lower(index + 2))
      {
        return "arrested"
      }
    }
    return nil
  }

  private static let ordinals: [String: Double] = [
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
  ]
  private static let befalling: [String: String] = [
    "held": "arrested", "arrested": "arrested", "nabbed": "arrested", "detained": "arrested",
    "busted": "arrested", "caught": "arrested", "jailed": "sentenced", "charged": "charged",
    "indicted": "charged", "killed": "killed", "dead": "killed", "slain": "killed",
    "injured": "attacked", "wounded": "attacked", "hurt": "attacked", "rescued": "rescued",
    "freed": "rescued", "saved": "rescued", "missing": "missing", "sentenced": "sentenced",
    "convicted": "sentenced", "acquitted": "acquitted", "kidnapped": "kidnapped",
  ]
}
