/// Finds mentions that are no noun phrase by themselves: counted copulas, origins in brackets, names
/// found again, pronouns.
extension MentionFinder {
  /// *30 were Kenyan*, *31 of them were Kenyan citizens*: a group counted by a copula.
  mutating func findCopulas(_ draft: SentenceDraft) {
    for index in draft.words where scene.words[index].tag == .number && index + 2 < end {
      guard scene.words[index].shape != .ordinal,
        let value = NumberReader.value([scene.lower(index)]), value > 1, value < 1e7
      else { continue }
      var next = index + 1
      if scene.lower(next) == "of", ["them", "these", "those"].contains(scene.lower(next + 1)) {
        next += 2
      }
      guard next + 1 < end, ["were", "are", "was", "is"].contains(scene.lower(next)) else {
        continue
      }
      let demonymWord = next + 1
      let hit = scene.hits[demonymWord]
      guard hit.demonym > 0, let country = scene.lexicon.demonyms[hit.demonymIndex].country else {
        continue
      }
      var stop = demonymWord + hit.demonym
      var noun: GroupNoun?
      if stop < end, let entry = scene.lexicon.groups[scene.lower(stop)] {
        noun = entry
        stop += 1
      }
      for other in drafts.indices.reversed().prefix(60)
      where drafts[other].sentence == sentence && (index..<stop).overlaps(drafts[other].words)
        && drafts[other].type == .group
      {
        drafts[other].isDropped = true
      }
      var group = Draft(
        words: index..<stop, sentence: sentence, kind: .nominal, type: .group, confidence: 0.8,
        name: scene.text(index..<(index + 1)) + " " + scene.text(demonymWord..<stop), head: stop - 1
      )
      group.attributes.count = Int(value)
      group.attributes.country = country
      group.attributes.noun = noun?.singular
      group.groupClass = noun?.kind ?? .neutral
      group.demonym = demonymWord
      group.isPlural = true
      group.isCopula = true
      drafts.append(group)
    }
  }

  /// *from Kenya (31) and Chad (1)*: groups counted in brackets after where they are from.
  mutating func findOrigins(_ draft: SentenceDraft) {
    guard let from = draft.words.first(where: { scene.lower($0) == "from" }) else { return }
    for index in from..<draft.words.upperBound
    where index + 3 <= end && scene.words[index].tag == .open {
      guard scene.words[index + 1].shape == .number, scene.words[index + 2].tag == .close,
        let value = NumberReader.value([scene.lower(index + 1)]), value > 1, value < 1e7,
        let place = drafts.indices.reversed().prefix(20).first(where: {
          drafts[$0].type == .place && drafts[$0].words.upperBound == index
        }), let country = drafts[place].attributes.country
      else { continue }
      var group = Draft(
        words: (index + 1)..<(index + 2), sentence: sentence, kind: .nominal, type: .group,
        confidence: 0.75,
        name: scene.text((index + 1)..<(index + 2)) + " from " + drafts[place].name,
        head: index + 1)
      group.attributes.count = Int(value)
      group.attributes.country = country
      group.demonym = index + 1
      group.isCopula = true
      group.groupClass = .neutral
      drafts.append(group)
    }
  }

  /// Names in quotation marks that are no bodies, found again without them.
  mutating func findAgain() {
    var phrases: [String: [[String]]] = [:]
    for draft in drafts where draft.isQuoted && draft.type == .other && draft.words.count > 1 {
      let lowers = scene.words[draft.words].map(\.lower)
      guard let first = lowers.first, phrases[first, default: []].count < 8,
        !phrases[first, default: []].contains(lowers)
      else { continue }
      phrases[first, default: []].append(lowers)
    }
    guard !phrases.isEmpty else { return }
    var found: [Draft] = []
    for (number, draft) in scene.sentences.enumerated() {
      for index in draft.words {
        guard let candidates = phrases[scene.lower(index)] else { continue }
        for lowers in candidates where index + lowers.count <= draft.words.upperBound {
          guard zip(lowers.indices, lowers).allSatisfy({ scene.lower(index + $0) == $1 }) else {
            continue
          }
          let words = index..<(index + lowers.count)
          found.append(
            Draft(
              words: words, sentence: number, kind: .name, type: .other, confidence: 0.7,
              name: scene.text(words), head: words.upperBound - 1))
        }
      }
    }
    let starts = Dictionary(
      found.map { ($0.words.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    for index in drafts.indices {
      guard let other = starts[drafts[index].words.lowerBound],
        drafts[index].words.count < other.words.count,
        drafts[index].outer == nil
      else { continue }
      drafts[index] = other
    }
  }

  mutating func findPronouns(_ draft: SentenceDraft) {
    for index in draft.words {
      let word = scene.words[index]
      guard word.tag == .pronoun || word.tag == .possessivePronoun else { continue }
      let type: EntityType
      switch word.lower {
      case "he", "him", "she", "his", "himself", "herself": type = .person
      case "her": type = .person
      case "they", "them", "their", "themselves": type = .group
      case "it", "its": type = .organization
      default: continue
      }
      var pronoun = Draft(
        words: index..<(index + 1), sentence: sentence, kind: .pronoun, type: type,
        confidence: 0.6, name: word.lower, head: index)
      pronoun.pronoun = word.lower
      drafts.append(pronoun)
    }
  }
}
