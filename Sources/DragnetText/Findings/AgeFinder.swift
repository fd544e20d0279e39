/// Ages of people: *Ana Sousa, 54,*, *Ana Sousa (54)*, *the 54-year-old*, *who turned 54*.
extension QuantityFinder {
  func ages(_ sentence: ParsedSentence, _ found: inout [FoundQuantity]) {
    func add(_ number: Double, _ words: Range<Int>, _ subject: Int?) {
      guard !found.contains(where: { $0.words.overlaps(words) }) else { return }
      var result = make(.age, words, sentence)
      result.quantity.number = number
      result.quantity.unit = "year"
      result.subject = subject
      found.append(result)
    }
    for index in sentence.draft.words {
      if let number = yearsOld(index) {
        add(number, index..<(index + 1), bearer(ofYearsOld: index, sentence))
      } else if let number = years(index), isToldAge(index) {
        add(number, index..<(index + 1), person(before: index, sentence))
      }
    }
    for draft in drafts.indices(startingIn: sentence.draft.words)
    where drafts[draft].type == .person && chainOf[draft] != nil {
      let mark = drafts[draft].words.upperBound
      guard mark + 1 < sentence.draft.words.upperBound, let number = years(mark + 1),
        isSetOff(mark, sentence)
      else { continue }
      add(number, (mark + 1)..<(mark + 2), draft)
    }
  }

  /// The 54 of *54-year-old*.
  private func yearsOld(_ index: Int) -> Double? {
    let word = scene.lower(index)
    guard word.hasSuffix("-year-old") else { return nil }
    return NumberReader.value([String(word.dropLast(9))])
  }

  /// A number a person can be old.
  private func years(_ index: Int) -> Double? {
    guard scene.words[index].shape == .number,
      let number = NumberReader.value([scene.lower(index)]),
      number > 4, number < 110, number == number.rounded()
    else { return nil }
    return number
  }

  /// *turned 54*, *aged 54*, *, at 54 still*: an age without a noun.
  private func isToldAge(_ index: Int) -> Bool {
    let before = scene.lower(index - 1)
    if before == "aged" || before == "turned" || before == "age" {
      return index + 1 >= scene.words.count || scene.words[index + 1].tag != .noun
    }
    guard before == "at", index > 1, scene.words[index - 2].tag == .comma,
      index + 1 < scene.words.count
    else { return false }
    return ["still", "now", "already", ","].contains(scene.lower(index + 1))
  }

  /// True for *, 54,*, *, 54;*, *, 54.* and *(54)* after a person.
  private func isSetOff(_ mark: Int, _ sentence: ParsedSentence) -> Bool {
    let after = mark + 2
    if scene.words[mark].tag == .open {
      return after < scene.words.count && scene.lower(after) == ")"
    }
    guard scene.words[mark].tag == .comma else { return false }
    guard after < sentence.draft.words.upperBound else { return true }
    return scene.words[after].tag == .comma || [".", ";", ")"].contains(scene.lower(after))
  }

  /// Whom *54-year-old* describes: the person it stands before, else the one spoken of before.
  private func bearer(ofYearsOld index: Int, _ sentence: ParsedSentence) -> Int? {
    let limit = sentence.draft.words.upperBound
    if index + 1 < limit, [.noun, .name, .adjective].contains(scene.words[index + 1].tag) {
      if let next = drafts.indices(startingIn: index..<min(index + 6, limit)).first(where: isPerson)
      {
        return next
      }
      // "Ana Sousa, a 54-year-old nurse": the name that the comma sets off.
      let around = drafts.indices(startingIn: sentence.draft.words.lowerBound..<index)
      if let last = around.last, isPerson(last), index - drafts[last].words.upperBound <= 3 {
        return last
      }
      return nil
    }
    return person(before: index, sentence)
  }

  private func person(before index: Int, _ sentence: ParsedSentence) -> Int? {
    let here = drafts.indices(startingIn: sentence.draft.words.lowerBound..<index)
    if let last = here.filter(isPerson).last { return last }
    // "The 54-year-old" of a sentence of its own: whom the sentence before begins with.
    guard sentence.number > 0, scene.lower(index).hasSuffix("old") else { return nil }
    let earlier = scene.sentences[sentence.number - 1].words
    return drafts.indices(startingIn: earlier).first(where: isPerson)
  }

  private func isPerson(_ draft: Int) -> Bool {
    drafts[draft].type == .person && chainOf[draft] != nil
  }
}
