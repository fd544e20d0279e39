/// Joins *the third accused* to the third of a list: *The accused are: Ada Lund, …; Ivo Berg, …; and …*.
///
/// Court papers name their people once and then count them. Linear in the words of the document.
struct NumberedPeople {
  let scene: Scene

  private static let parties: Set<String> = [
    "accused", "defendant", "suspect", "respondent", "appellant", "claimant", "plaintiff",
    "witness",
    "applicant",
  ]
  private static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
    "6th": 6,
    "7th": 7, "8th": 8, "9th": 9, "10th": 10,
  ]

  /// Mentions by number, and the chains they mean.
  func mentions(_ builder: ChainBuilder) -> [(words: Range<Int>, chain: Int)] {
    var lists: [String: [Int]] = [:]
    var found: [(words: Range<Int>, chain: Int)] = []
    for sentence in scene.sentences {
      for word in sentence.words {
        guard let party = party(at: word) else { continue }
        if lists[party] == nil, word + 1 < sentence.words.upperBound {
          let people = list(after: word, sentence, builder)
          if people.count > 1 { lists[party] = people }
        }
        guard word > sentence.words.lowerBound,
          let number = NumberedPeople.ordinals[scene.lower(word - 1)],
          let people = lists[party], people.count >= number
        else { continue }
        let isDefinite = word - 2 >= sentence.words.lowerBound && scene.lower(word - 2) == "the"
        found.append(((isDefinite ? word - 2 : word - 1)..<(word + 1), people[number - 1]))
      }
    }
    return found
  }

  private func party(at word: Int) -> String? {
    let lower = scene.lower(word)
    if NumberedPeople.parties.contains(lower) { return lower }
    let single = lower.hasSuffix("s") ? String(lower.dropLast()) : lower
    return NumberedPeople.parties.contains(single) ? single : nil
  }

  /// The people of *are: A, …; B, …*, in their order.
  private func list(
    after word: Int, _ sentence: SentenceDraft, _ builder: ChainBuilder
  ) -> [Int] {
    let opening = word + 1..<min(word + 5, sentence.words.upperBound)
    guard
      let colon = opening.first(where: { scene.words[$0].tag == .colon || scene.lower($0) == ":" })
    else { return [] }
    var people: [Int] = []
    for index in builder.drafts.indices(startingIn: colon..<sentence.words.upperBound) {
      let draft = builder.drafts[index]
      guard draft.kind == .name, draft.type == .person, draft.outer == nil,
        let chain = builder.chainOf[index], !people.contains(chain)
      else { continue }
      people.append(chain)
    }
    return people
  }
}
