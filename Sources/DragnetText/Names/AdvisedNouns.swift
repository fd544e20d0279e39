/// Finds definite nouns that the model takes for mentions and no table knows: *the lender*, *his
/// partner*, *the 61-year-old*, *the Swede*.
struct AdvisedNouns {
  let scene: Scene
  let advice: Advice

  private static let determiners: Set<String> = ["the", "this", "that"]
  private static let possessives: Set<String> = ["his", "her", "its", "their"]

  /// The drafts, where no other stands.
  func drafts(besides known: [Draft]) -> [Draft] {
    var isTaken = [Bool](repeating: false, count: scene.words.count)
    for draft in known where !draft.isDropped && draft.kind != .pronoun {
      for word in draft.words { isTaken[word] = true }
    }
    var result: [Draft] = []
    for (number, sentence) in scene.sentences.enumerated() {
      for word in sentence.words where isAge(word) || isOneOfNation(word) {
        let start = word - 1
        guard start >= sentence.words.lowerBound, scene.lower(start) == "the", !isTaken[word],
          word + 1 >= sentence.words.upperBound || !isNoun(word + 1)
        else { continue }
        result.append(make(start..<(word + 1), word, number, .person))
        isTaken[word] = true
      }
    }
    var sentence = 0
    for noun in advice.nouns {
      while sentence + 1 < scene.sentences.count,
        scene.sentences[sentence].words.upperBound <= noun.words.lowerBound
      {
        sentence += 1
      }
      let head = advice.head(of: noun.words)
      guard let type = noun.type, scene.sentences[sentence].words.contains(head), isNoun(head),
        !isPlural(head), let words = phrase(head, in: noun.words),
        words.lowerBound >= scene.sentences[sentence].words.lowerBound,
        !words.contains(where: { isTaken[$0] })
      else { continue }
      for word in words { isTaken[word] = true }
      result.append(make(words, head, sentence, type))
    }
    return result
  }

  private func make(
    _ words: Range<Int>, _ head: Int, _ sentence: Int, _ type: EntityType
  ) -> Draft {
    var draft = Draft(
      words: words, sentence: sentence, kind: .nominal, type: type, confidence: 0.7,
      name: scene.lowerText(words), head: head)
    draft.isDefinite = true
    draft.isAdvised = true
    if type == .person, AdvisedNouns.determiners.contains(scene.lower(words.lowerBound)),
      words.count == 2, scene.lexicon.isTitle(scene.lower(head))
    {
      draft.attributes.role = scene.lower(head)
    }
    return draft
  }

  /// From the article or possessor to the noun; nil for what has neither.
  private func phrase(_ head: Int, in mention: Range<Int>) -> Range<Int>? {
    var start = head
    while start > mention.lowerBound {
      let before = start - 1
      guard let said = advice.words[before], said.head >= start, said.head <= head,
        ["det", "amod", "compound", "nummod", "nmod:poss", "advmod", "obl:npmod", "nmod"]
          .contains(said.label)
      else { break }
      start = before
      if AdvisedNouns.determiners.contains(scene.lower(start))
        || AdvisedNouns.possessives.contains(scene.lower(start))
      {
        return start..<(head + 1)
      }
    }
    return nil
  }

  private func isNoun(_ word: Int) -> Bool {
    advice.words[word]?.part == .noun || advice.words[word]?.part == .properNoun
  }

  private func isPlural(_ word: Int) -> Bool {
    let lower = scene.lower(word)
    return lower.hasSuffix("s") && advice.words[word].map { $0.lemma != lower } ?? false
      || lower.hasSuffix("men") || lower == "people"
  }

  /// *Swede* in *the Swede*.
  private func isOneOfNation(_ word: Int) -> Bool {
    PeopleByTrait.isNational(word, scene)
      && !["amod", "compound"].contains(advice.words[word]?.label ?? "")
  }

  /// *61-year-old*
  private func isAge(_ word: Int) -> Bool {
    PeopleByTrait.age(scene.lower(word)) != nil
  }
}
