/// Finds values without a number that texts on one case can disagree on: what people were promised,
/// and in what way they came, left or were taken.
struct DescriptionFinder {
  let scene: Scene
  let drafts: [Draft]
  let chainOf: [Int?]

  func descriptions(_ sentence: ParsedSentence) -> [FoundQuantity] {
    (promises(sentence) + manners(sentence)).sorted {
      ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound)
    }
  }

  private func make(
    _ words: Range<Int>, _ text: String, _ event: String, _ subject: Int?,
    _ sentence: ParsedSentence
  ) -> FoundQuantity {
    var quantity = Quantity(
      property: .description,
      range: TextRange(scene.words[words.lowerBound].start, scene.words[words.upperBound - 1].end),
      sentence: sentence.number)
    quantity.words = text
    quantity.event = event
    return FoundQuantity(quantity: quantity, words: words, subject: subject)
  }

  // MARK: Promises

  /// What was held out to people; what they were then made to do is none of it.
  private func promises(_ sentence: ParsedSentence) -> [FoundQuantity] {
    let subject = drafts.indices(startingIn: sentence.draft.words).first {
      chainOf[$0] != nil && drafts[$0].type == .group
    }
    var found: [FoundQuantity] = []
    var end = sentence.draft.words.lowerBound
    for index in sentence.draft.words where index >= end {
      guard let words = promised(at: index, from: end, sentence) else { continue }
      found.append(make(words, scene.lowerText(words), "promised", subject, sentence))
      end = max(words.upperBound, index + 1)
    }
    return found
  }

  /// The words of what the verb or noun at a place promises.
  private func promised(at index: Int, from start: Int, _ sentence: ParsedSentence) -> Range<Int>? {
    let limit = sentence.draft.words.upperBound
    let word = scene.words[index]
    if Promising.nouns.contains(scene.lower(index)), word.tag == .noun || isNoun(index, sentence) {
      return object(ofNoun: index, from: start, limit)
    }
    if scene.lower(index) == "promising" || scene.lower(index) == "offering" {
      return object(ofVerb: index, sentence)
    }
    // *were convinced to*: taken for an adjective by its form, a verb by what follows.
    if word.tag == .adjective, isPersuaded(index, limit) { return work(after: index, limit) }
    guard word.tag == .verb else { return nil }
    if Promising.verbs.contains(word.lemma) { return object(ofVerb: index, sentence) }
    if Promising.lures.contains(word.lemma) {
      return phrase(after: "with", near: index, limit).flatMap { isPromise($0) ? nil : $0 }
        ?? work(after: index, limit)
    }
    if Promising.persuasions.contains(word.lemma) { return work(after: index, limit) }
    return nil
  }

  private func isPersuaded(_ index: Int, _ limit: Int) -> Bool {
    let word = scene.lower(index)
    guard word.hasSuffix("ed"), index + 1 < limit, ["to", "into"].contains(scene.lower(index + 1))
    else { return false }
    return [String(word.dropLast()), String(word.dropLast(2))]
      .contains(where: Promising.persuasions.contains)
  }

  /// *promise* and *offer* are nouns after a determiner, a preposition or an adjective.
  private func isNoun(_ index: Int, _ sentence: ParsedSentence) -> Bool {
    guard index > sentence.draft.words.lowerBound else { return false }
    return [.determiner, .adjective, .preposition, .possessivePronoun, .noun]
      .contains(scene.words[index - 1].tag)
  }

  private func isPromise(_ words: Range<Int>) -> Bool {
    words.contains { Promising.nouns.contains(scene.lower($0)) }
  }

  /// *promises of free lodging*, *a nursing offer*, *study offers as*.
  private func object(ofNoun index: Int, from start: Int, _ limit: Int) -> Range<Int>? {
    if index + 1 < limit, ["of", "as"].contains(scene.lower(index + 1)),
      let words = nounPhrase(index + 2, limit)
    {
      return words
    }
    var first = index
    while first > start, isModifier(first - 1) { first -= 1 }
    guard first < index, scene.words[index - 1].tag == .noun else { return nil }
    return first..<index
  }

  /// *were promised lodging*, *offered them lodging*, *notices promising lodging*. A promise in the
  /// active that names nobody it is made to (*the mayor promised calm*) is left alone.
  private func object(ofVerb index: Int, _ sentence: ParsedSentence) -> Range<Int>? {
    let limit = sentence.draft.words.upperBound
    let group = sentence.clauses.first { $0.group.word == index }?.group
    if group?.isDenied == true { return nil }
    var next = index + 1
    if group?.isPassive != true {
      if next < limit, scene.words[next].tag == .pronoun {
        next += 1
      } else if let draft = drafts.indices(startingIn: next..<min(next + 1, limit)).first(where: {
        chainOf[$0] != nil && [.group, .person].contains(drafts[$0].type)
      }) {
        next = drafts[draft].words.upperBound
      } else if !scene.lower(index).hasSuffix("ing") {
        return nil
      }
    }
    return nounPhrase(next, limit)
  }

  /// The noun phrase after a preposition, at most four words after a place.
  private func phrase(after preposition: String, near index: Int, _ limit: Int) -> Range<Int>? {
    for next in (index + 1)..<max(index + 1, min(index + 8, limit - 1)) {
      if [.verb, .modal, .stop].contains(scene.words[next].tag) { return nil }
      if scene.lower(next) == preposition { return nounPhrase(next + 1, limit) }
    }
    return nil
  }

  /// *to work in a bakery*, *into working as waiters*, *recruited as waiters*; nothing behind a
  /// verb of force.
  private func work(after index: Int, _ limit: Int) -> Range<Int>? {
    for next in (index + 1)..<max(index + 1, limit) {
      let word = scene.words[next]
      if next == index + 1, scene.lower(next) == "as" { return nounPhrase(next + 1, limit) }
      guard word.tag == .verb || word.tag == .noun else { continue }
      if word.tag == .verb, Promising.force.contains(word.lemma) { return nil }
      if ["work", "working"].contains(scene.lower(next)),
        scene.words[next - 1].tag == .to
          || scene.lower(next - 1) == "into"
      {
        return workplace(after: next, limit)
      }
    }
    return nil
  }

  /// The words after *in*, *at*, *as*, *for*; names of places are passed over.
  private func workplace(after index: Int, _ limit: Int) -> Range<Int>? {
    var next = index + 1
    while next + 1 < limit, Promising.ties.contains(scene.lower(next)) {
      if let words = nounPhrase(next + 1, limit) { return words }
      next += 1
      let names = next
      while next < limit, scene.words[next].isName { next += 1 }
      guard next > names else { return nil }
    }
    return nil
  }

  private func isModifier(_ index: Int) -> Bool {
    let word = scene.words[index]
    return (word.tag == .noun || word.tag == .adjective) && !word.isName
      && !Promising.praise.contains(scene.lower(index))
  }

  /// A noun phrase without names, opening determiner and praise, with what *in*, *at*, *as* and
  /// *for* add to it.
  private func nounPhrase(_ start: Int, _ limit: Int) -> Range<Int>? {
    var first = start
    while first < limit,
      [.determiner, .possessivePronoun].contains(scene.words[first].tag)
        || Promising.praise.contains(scene.lower(first))
    {
      first += 1
    }
    var end = first
    while end < limit, isModifier(end) { end += 1 }
    guard end > first, scene.words[end - 1].tag == .noun else { return nil }
    if end + 1 < limit, Promising.ties.contains(scene.lower(end)),
      let more = plainPhrase(end + 1, limit)
    {
      return first..<more
    }
    return first..<end
  }

  /// End of a noun phrase that nothing is added to.
  private func plainPhrase(_ start: Int, _ limit: Int) -> Int? {
    var end = start
    while end < limit, scene.words[end].tag == .determiner { end += 1 }
    let first = end
    while end < limit, isModifier(end) { end += 1 }
    guard end > first, scene.words[end - 1].tag == .noun,
      end == limit || !scene.words[end].isName
    else { return nil }
    return end
  }

  // MARK: Ways in and out

  /// *crossed lawfully*, *by irregular routes*, *left by sea*, *taken there by force*.
  private func manners(_ sentence: ParsedSentence) -> [FoundQuantity] {
    var found: [FoundQuantity] = []
    for index in sentence.draft.words {
      guard let manner = manner(at: index, sentence), let clause = mover(near: index, sentence)
      else { continue }
      let side = clause.group.lemma == "leave" ? "left" : "entered"
      let subject = subject(clause, sentence)
      found.append(make(manner.words, manner.text, side + manner.kind, subject, sentence))
    }
    for draft in drafts.indices(startingIn: sentence.draft.words)
    where drafts[draft].type == .group && chainOf[draft] != nil {
      guard
        ["immigrant", "migrant", "worker", "alien"].contains(drafts[draft].attributes.noun ?? ""),
        let word = drafts[draft].words.first(where: {
          ["illegal", "undocumented"].contains(scene.lower($0))
        })
      else { continue }
      found.append(
        make(word..<drafts[draft].words.upperBound, scene.lower(word), "entered", draft, sentence))
    }
    return found
  }

  /// A way of moving that starts at a word, and what is added to the event to name its question:
  /// whether it was lawful, willing, or by what transport are three questions.
  private func manner(
    at index: Int, _ sentence: ParsedSentence
  ) -> (words: Range<Int>, text: String, kind: String)? {
    let range = sentence.draft.words
    let lower = scene.lower(index)
    if Manner.lawful.contains(lower) { return (index..<(index + 1), lower, "") }
    if Manner.willing.contains(lower) { return (index..<(index + 1), lower, "_willingly") }
    guard index + 1 < range.upperBound else { return nil }
    let next = scene.lower(index + 1)
    if Manner.status.contains(lower), Manner.channels.contains(next) {
      let hasPreposition =
        index > range.lowerBound && scene.words[index - 1].tag == .preposition
      let words = (hasPreposition ? index - 1 : index)..<(index + 2)
      return (words, scene.lowerText(words), "")
    }
    guard lower == "by" || lower == "on" else { return nil }
    let words = index..<(index + 2)
    if lower == "by", next == "force" { return (words, "by force", "_willingly") }
    if (lower == "on") == (next == "foot"), let way = Manner.transport[next] {
      return (words, way, "_transport")
    }
    return nil
  }

  private func mover(near index: Int, _ sentence: ParsedSentence) -> Clause? {
    sentence.clauses.filter {
      Manner.movers.contains($0.group.lemma) && abs($0.group.word - index) <= 8
    }
    .min { abs($0.group.word - index) < abs($1.group.word - index) }
  }

  /// Who moves: the object of *took them there*, else the subject.
  private func subject(_ clause: Clause, _ sentence: ParsedSentence) -> Int? {
    let movers =
      Manner.transfers.contains(clause.group.lemma) && !clause.group.isPassive
      ? clause.objects : clause.subjects
    return movers.compactMap { sentence.chunks[$0].draft }.first { chainOf[$0] != nil }
  }
}

/// Words that hold something out to people.
private enum Promising {
  static let nouns: Set<String> = ["promise", "promises", "offer", "offers"]
  static let verbs: Set<String> = ["promise", "offer", "guarantee", "advertise"]
  /// Verbs whose *with* names what draws people.
  static let lures: Set<String> = ["lure", "entice", "tempt", "attract", "bait"]
  /// Verbs whose infinitive names what people believed they would do.
  static let persuasions: Set<String> = [
    "convince", "deceive", "dupe", "induce", "invite", "mislead", "persuade", "recruit", "trick",
  ]
  static let force: Set<String> = ["force", "coerce", "compel", "make", "order", "oblige"]
  static let ties: Set<String> = ["in", "at", "as", "for"]
  /// Praise and doubt, which say nothing of what is promised.
  static let praise: Set<String> = [
    "attractive", "bad", "better", "bogus", "fake", "false", "generous", "good", "great",
    "high-paying", "lucrative", "new", "other", "such", "well-paid", "well-paying",
  ]
}

/// Words for the way people move.
private enum Manner {
  static let movers: Set<String> = transfers.union([
    "arrive", "come", "cross", "enter", "leave", "live", "return", "stay", "travel",
  ])
  static let transfers: Set<String> = [
    "bring", "fly", "move", "send", "ship", "smuggle", "take", "transfer", "transport",
  ]
  static let lawful: Set<String> = [
    "illegally", "illicitly", "irregularly", "lawfully", "legally", "unlawfully",
  ]
  static let willing: Set<String> = [
    "forcibly", "freely", "involuntarily", "unwillingly", "voluntarily", "willingly",
  ]
  static let status: Set<String> = [
    "clandestine", "illegal", "irregular", "lawful", "legal", "official", "regular", "unlawful",
  ]
  static let channels: Set<String> = [
    "channel", "channels", "crossing", "crossings", "means", "route", "routes", "way", "ways",
  ]
  /// Transport and the element it goes by, so that *by ferry* and *by ship* agree.
  static let transport: [String: String] = [
    "air": "by air", "airplane": "by air", "plane": "by air", "flight": "by air",
    "boat": "by sea", "ferry": "by sea", "sea": "by sea", "ship": "by sea",
    "bus": "by land", "car": "by land", "foot": "by land", "land": "by land", "lorry": "by land",
    "rail": "by land", "road": "by land", "train": "by land", "truck": "by land",
  ]
}
