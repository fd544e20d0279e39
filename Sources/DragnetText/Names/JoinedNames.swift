/// Puts together names that the rules cut in two: *Auditor General’s Office*, *Clearing and Forwarding*.
extension ModelNames {
  /// *Auditor General's Office*, *Women's League*: what stands before the 's is no name by itself.
  func isCommonOwner(_ words: Range<Int>) -> Bool {
    words.contains { index in
      guard scene.words[index].tag == .possessive, index > words.lowerBound else { return false }
      return isCommonOwner(at: index - 1)
    }
  }

  func isCommonOwner(at word: Int) -> Bool {
    let lower = scene.lower(word)
    return scene.lexicon.isTitle(lower) || scene.lexicon.groups[lower] != nil
      || RelationTable.singulars(lower).contains { scene.lexicon.isTitle($0) }
      || ["general", "women", "children", "workers", "peoples", "neighbors", "neighbours"]
        .contains(lower)
  }

  /// Capitalized words, the possessive, a kind of body: a name that the rules cut in two.
  func ownedBodies(
    _ sentence: SentenceDraft, _ number: Int, _ drafts: inout [Draft], _ local: [Int]
  ) {
    guard !sentence.isTitleCase else { return }
    for mark in sentence.words
    where scene.words[mark].tag == .possessive && mark > sentence.words.lowerBound
      && mark + 1 < sentence.words.upperBound && scene.words[mark + 1].isCapitalized
      && isCommonOwner(at: mark - 1) && scene.words[mark - 1].isCapitalized
    {
      var end = mark + 1
      while end < sentence.words.upperBound, scene.words[end].isCapitalized,
        scene.words[end].tag != .possessive
      {
        end += 1
      }
      let hit = scene.hits[end - 1]
      let isBody = hit.body > 0
      guard isBody || advice.name(at: end - 1)?.words.contains(mark) ?? false else { continue }
      var start = mark - 1
      while start > sentence.words.lowerBound, scene.words[start - 1].isCapitalized,
        scene.words[start - 1].isWord, scene.words[start - 1].tag != .determiner
      {
        start -= 1
      }
      var nested: Int?
      if isBody, end + 1 < sentence.words.upperBound, scene.lower(end) == "of",
        let place = local.first(where: {
          drafts[$0].words.lowerBound == end + 1 && drafts[$0].type == .place
        })
      {
        // "People's Court of Bergen"
        nested = place
        end = drafts[place].words.upperBound
      }
      let words = start..<end
      let kind = isBody ? scene.lexicon.bodies[hit.bodyIndex] : nil
      if local.contains(where: {
        let draft = drafts[$0]
        return !draft.isDropped && draft.kind == .name && draft.words.lowerBound <= start
          && draft.words.upperBound >= end && draft.type != .place && draft.outer == nil
          && draft.words.count <= words.count + 4
      }) {
        continue
      }
      let from =
        start > sentence.words.lowerBound && scene.lower(start - 1) == "the" ? start - 1 : start
      var made = Draft(
        words: from..<end, sentence: number, kind: .name, type: .organization, confidence: 0.8,
        name: scene.text(words), head: nested == nil ? end - 1 : mark + 1)
      if let nested {
        drafts[nested].outer = drafts.count
        made.attributes.seat = drafts[nested].name
        made.attributes.country = drafts[nested].attributes.country
      }
      if let kind {
        made.type = kind.kind == .organization ? .organization : .agency
        made.attributes.office = kind.office
      } else if let name = advice.name(at: end - 1) {
        made.type = name.type == .agency ? .agency : .organization
      }
      for index in local where drafts[index].words.overlaps(from..<end) && !drafts[index].isDropped
      {
        let of = drafts[index].words.contains(from) ? from - 1 : -1
        if of > drafts[index].words.lowerBound, scene.lower(of) == "of" {
          // "the Fraud Unit of the Auditor": the unit's name ends before.
          drafts[index].words = drafts[index].words.lowerBound..<of
          drafts[index].head = of - 1
          let begin =
            scene.words[drafts[index].words.lowerBound].tag == .determiner
            ? drafts[index].words.lowerBound + 1 : drafts[index].words.lowerBound
          drafts[index].name = scene.text(begin..<of)
          drafts[index].possessor = drafts.count
        } else if drafts[index].kind != .pronoun {
          drafts[index].isDropped = true
        }
      }
      drafts.append(made)
    }
  }

  /// *Silk Road Clearing and Forwarding*: two words for what a body does, joined by *and*.
  func joinTrades(_ drafts: inout [Draft], _ local: [Int]) {
    for first in local where isBody(drafts[first]) {
      let next = drafts[first].words.upperBound
      guard scene.lower(next) == "and" || scene.lower(next) == "&",
        let second = local.first(where: {
          drafts[$0].words.lowerBound == next + 1 && isBody(drafts[$0])
        })
      else { continue }
      let left = scene.lower(next - 1), right = scene.lower(next + 1)
      let isTrade = left.hasSuffix("ing") && right.hasSuffix("ing") && left.utf8.count > 5
      let isOffice =
        drafts[first].words.filter { scene.words[$0].tag != .determiner }.count == 1
        && drafts[second].type == .agency && scene.words[next - 1].isCapitalized
      guard isTrade || isOffice, scene.words[next - 1].isCapitalized else { continue }
      let start = drafts[first].words.lowerBound
      let begin = scene.words[start].tag == .determiner ? start + 1 : start
      let base = isTrade ? first : second
      drafts[base].words = start..<drafts[second].words.upperBound
      drafts[base].name = scene.text(begin..<drafts[second].words.upperBound)
      drafts[base].head = drafts[second].head
      drafts[base].kind = .name
      drafts[base].key = nil
      drafts[base].aliases += drafts[isTrade ? second : first].aliases
      drafts[isTrade ? second : first].isDropped = true
    }
  }

  func isBody(_ draft: Draft) -> Bool {
    !draft.isDropped && draft.outer == nil
      && (draft.type == .organization || draft.type == .agency)
  }
}
