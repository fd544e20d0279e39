/// Finds values without a number that texts on one case can disagree on: what was promised, and
/// whether people came by lawful ways.
struct DescriptionFinder {
  let scene: Scene
  let drafts: [Draft]
  let chainOf: [Int?]

  private static let promises: Set<String> = [
    "promise", "offer", "lure", "recruit", "advertise", "trick", "dupe", "convince", "persuade",
    "entice", "deceive",
  ]
  private static let jobs: Set<String> = [
    "job", "jobs", "employment", "work", "position", "positions",
  ]
  private static let movers: Set<String> = [
    "come", "enter", "arrive", "travel", "cross", "leave", "stay", "live", "return",
  ]
  private static let vague: Set<String> = [
    "lucrative", "high-paying", "well-paid", "good", "new", "better", "fake", "false", "bogus",
    "such", "other",
  ]

  func descriptions(_ sentence: ParsedSentence) -> [FoundQuantity] {
    (promised(sentence) + entered(sentence)).sorted { $0.words.lowerBound < $1.words.lowerBound }
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

  /// *hotel job offers*, *employment in local hotels*, *to work in a call center*.
  private func promised(_ sentence: ParsedSentence) -> [FoundQuantity] {
    let range = sentence.draft.words
    guard range.contains(where: { isPromise($0) }) else { return [] }
    let subject = people(sentence)
    for index in range where DescriptionFinder.jobs.contains(scene.lower(index)) {
      if scene.words[index].tag == .verb {
        if let place = workplace(after: index, range.upperBound) {
          return [make(place, scene.lowerText(place), "promised", subject, sentence)]
        }
        continue
      }
      var start = index
      while start > range.lowerBound,
        scene.words[start - 1].tag == .noun || scene.words[start - 1].tag == .adjective,
        !DescriptionFinder.vague.contains(scene.lower(start - 1)), !isPromise(start - 1)
      {
        start -= 1
      }
      if start < index {
        return [
          make(
            start..<(index + 1), scene.lowerText(start..<(index + 1)), "promised", subject, sentence
          )
        ]
      }
      if let place = workplace(after: index, range.upperBound) {
        return [
          make(
            index..<place.upperBound, scene.lowerText(index..<place.upperBound), "promised",
            subject, sentence)
        ]
      }
    }
    return []
  }

  private func isPromise(_ index: Int) -> Bool {
    let lower = scene.lower(index)
    if DescriptionFinder.promises.contains(scene.words[index].lemma) { return true }
    return ["promise", "promises", "offer", "offers", "promising"].contains(lower)
  }

  /// The words of a place of work after *in*, *at*, *as*; names of places are passed over.
  private func workplace(after index: Int, _ limit: Int) -> Range<Int>? {
    var next = index + 1
    while next + 1 < limit, ["in", "at", "as", "for"].contains(scene.lower(next)) {
      var start = next + 1
      if scene.words[start].tag == .determiner { start += 1 }
      var stop = start
      while stop < limit, scene.words[stop].tag == .noun || scene.words[stop].tag == .adjective,
        !scene.words[stop].isName
      {
        stop += 1
      }
      if stop > start { return start..<stop }
      while stop < limit, scene.words[stop].isName { stop += 1 }
      guard stop > start else { return nil }
      next = stop
    }
    return nil
  }

  private func people(_ sentence: ParsedSentence) -> Int? {
    drafts.indices(startingIn: sentence.draft.words).first {
      chainOf[$0] != nil && drafts[$0].type == .group
    }
  }

  // MARK: Ways in and out

  /// *came legally*, *via legal means*, *illegal immigrants*.
  private func entered(_ sentence: ParsedSentence) -> [FoundQuantity] {
    var found: [FoundQuantity] = []
    let range = sentence.draft.words
    for index in range {
      let lower = scene.lower(index)
      switch lower {
      case "legally", "illegally", "unlawfully", "lawfully":
        guard let clause = mover(near: index, sentence) else { continue }
        found.append(
          make(index..<(index + 1), lower, event(clause), subject(clause, sentence), sentence))
      case "legal", "illegal", "irregular", "clandestine":
        guard index + 1 < range.upperBound,
          ["means", "channels", "routes", "ways", "route", "channel"].contains(
            scene.lower(index + 1)),
          let clause = mover(near: index, sentence)
        else { continue }
        let start =
          index > range.lowerBound && scene.words[index - 1].tag == .preposition ? index - 1 : index
        found.append(
          make(
            start..<(index + 2), scene.lowerText(start..<(index + 2)), event(clause),
            subject(clause, sentence), sentence))
      default: continue
      }
    }
    for draft in drafts.indices(startingIn: range)
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

  private func event(_ clause: Clause) -> String {
    clause.group.lemma == "leave" ? "left" : "entered"
  }

  private func mover(near index: Int, _ sentence: ParsedSentence) -> Clause? {
    sentence.clauses.filter {
      DescriptionFinder.movers.contains($0.group.lemma) && abs($0.group.word - index) <= 8
    }
    .min { abs($0.group.word - index) < abs($1.group.word - index) }
  }

  private func subject(_ clause: Clause, _ sentence: ParsedSentence) -> Int? {
    clause.subjects.compactMap { sentence.chunks[$0].draft }.first { chainOf[$0] != nil }
  }
}
