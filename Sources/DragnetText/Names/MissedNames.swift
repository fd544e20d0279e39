/// Adds what a model takes for a name where the rules found none.
extension MentionFinder {
  /// A mention by name counts from here on though the model's search for names left it out.
  private static let sureCall = 0.8

  /// Names that the model found and the rules did not; then those it only refers by.
  mutating func addMissed(_ advice: Advice) {
    var isCovered = [Bool](repeating: false, count: scene.words.count)
    for draft in drafts where !draft.isDropped && draft.kind != .pronoun {
      for word in draft.words { isCovered[word] = true }
    }
    var call = advice.calls[...]
    for (number, sentence) in scene.sentences.enumerated() {
      for name in advice.names(in: sentence.words)
      where name.type != .other && name.probability >= 0.5
        && sentence.words.contains(name.words.upperBound - 1)
        && !name.words.contains(where: { isCovered[$0] })
      {
        for word in name.words { isCovered[word] = true }
        add(name, number)
      }
      while let next = call.first, next.words.lowerBound < sentence.words.upperBound {
        call.removeFirst()
        guard next.probability >= MentionFinder.sureCall, !sentence.isTitleCase,
          sentence.words.contains(next.words.lowerBound),
          sentence.words.contains(next.words.upperBound - 1),
          !next.words.contains(where: { isCovered[$0] }), let name = capitals(of: next)
        else { continue }
        for word in name.words { isCovered[word] = true }
        add(name, number)
      }
    }
  }

  /// The capitalized words at the end of a mention: *Ada Lund* of *the broker Ada Lund*.
  private func capitals(of call: Advice.Name) -> Advice.Name? {
    var start = call.words.upperBound
    while start > call.words.lowerBound, scene.words[start - 1].isCapitalized { start -= 1 }
    while start < call.words.upperBound, scene.words[start].tag == .determiner { start += 1 }
    let words = start..<call.words.upperBound
    // One word is as often a people or a mere capital.
    guard !words.isEmpty, words.count > 1 || call.type != .person && isProper(words.lowerBound),
      words.contains(where: isProper), words.allSatisfy({ scene.hits[$0].demonym == 0 })
    else { return nil }
    var name = call
    name.words = start..<call.words.upperBound
    return name
  }

  private func isProper(_ word: Int) -> Bool {
    scene.advice?.words[word]?.part == .properNoun
      && scene.lexicon.classes(scene.lower(word)).isDisjoint(with: [.noun, .adjective])
  }

  private mutating func add(_ name: Advice.Name, _ number: Int) {
    var first = name.words.lowerBound
    var attributes = Attributes()
    // "Comptroller Lund", "Madam Lund"
    let hit = scene.hits[first]
    if name.type == .person, hit.title > 0, first + hit.title < name.words.upperBound {
      let title = first..<(first + hit.title)
      if hit.isHonorific {
        attributes.honorific = scene.text(title)
      } else {
        attributes.role = scene.lowerText(title)
      }
      first = title.upperBound
    }
    var draft = Draft(
      words: name.words, sentence: number, kind: .name, type: name.type,
      confidence: name.probability, name: scene.text(first..<name.words.upperBound),
      head: name.words.upperBound - 1)
    draft.attributes = attributes
    draft.isGuess = attributes == Attributes()
    drafts.append(draft)
  }
}
