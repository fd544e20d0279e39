/// Gives every word a coarse part of speech, by lexicon and neighbours, from left to right.
struct Tagger {
  let lexicon: Lexicon
  let hits: PhraseHits
  let evidence: NameEvidence
  /// What a trained model says of the words; nil where none was asked.
  let advice: Advice?

  /// Tags the words of one sentence.
  func tag(_ words: inout [Word], _ sentence: SentenceDraft) {
    markNames(&words, sentence)
    var openQuote = false
    var openSingle = false
    for index in sentence.words {
      if words[index].isWord {
        words[index].tag = tag(of: index, words, sentence)
        if let word = advice?.words[index] {
          words[index].tag = settled(words[index], at: index, by: word)
        }
        if words[index].tag == .verb || words[index].tag == .auxiliary,
          let verb = verb(words[index].lower)
        {
          words[index].lemma = verb.lemma
          words[index].forms = verb.forms
        } else if words[index].tag == .verb, let word = advice?.words[index] {
          words[index].lemma = word.lemma
          words[index].forms = word.form
        }
      } else {
        words[index].tag = mark(index, words, sentence, &openQuote, &openSingle)
      }
    }
  }

  // MARK: Names

  /// Decides which capitals mean a proper name.
  private func markNames(_ words: inout [Word], _ sentence: SentenceDraft) {
    var isInitial = true
    for index in sentence.words {
      let word = words[index]
      guard word.isWord else {
        if word.shape == .mark,
          ["“", "\"", "‘", ":", "•", "«", "|", "...", "…"].contains(word.lower)
        {
          isInitial = true
        }
        continue
      }
      defer { isInitial = false }
      guard word.isCapitalized, !word.lower.isEmpty, word.lower.first?.isLetter == true,
        word.lower != "i"
      else { continue }
      let classes = lexicon.classes(word.lower)
      if word.lower.contains("-"), hasAdjectiveTail(word.lower) { continue }
      if !classes.isDisjoint(with: [.weekday, .month]),
        !(lexicon.isFirstName(word.lower) && isFollowedByName(index, words, sentence)),
        classes.isDisjoint(with: [.modal, .noun]) || !isInitial
      {
        // May, March and Sun are names only beside other names; leave them out.
        continue
      }
      if sentence.isTitleCase {
        words[index].isName =
          isListed(index)
          || (evidence.capitalized.contains(word.lower) && !evidence.lowered.contains(word.lower)
            && classes.isDisjoint(with: .function))
          || (!evidence.hasBody && isUnknown(word.lower, classes))
      } else if isInitial {
        words[index].isName = isInitialName(index, words, sentence, classes)
      } else {
        words[index].isName =
          classes.isDisjoint(with: .function)
          || (word.shape == .upper && isListed(index))
          || (lexicon.isFirstName(word.lower) && isFollowedByName(index, words, sentence))
      }
    }
  }

  /// The rule's tag, or the model's where they differ about verbs and nouns.
  private func settled(_ word: Word, at index: Int, by said: Advice.Word) -> Tag {
    switch (word.tag, said.part) {
    case (.verb, .noun), (.verb, .properNoun): .noun
    case (.verb, .adjective): .adjective
    case (.noun, .verb), (.adjective, .verb):
      !said.isModifier(at: index) && !said.form.isEmpty ? .verb : word.tag
    default: word.tag
    }
  }

  /// *Utopian-speaking*, *Oslo-based*: no names.
  private func hasAdjectiveTail(_ lower: String) -> Bool {
    [
      "-speaking", "-based", "-backed", "-born", "-owned", "-led", "-controlled", "-made", "-style",
      "-language", "-run", "-linked", "-era", "-listed", "-registered", "-flagged", "-trained",
    ].contains { lower.hasSuffix($0) }
  }

  private func isListed(_ index: Int) -> Bool {
    hits[index].place > 0 || hits[index].known > 0 || hits[index].demonym > 0
  }

  private func isUnknown(_ lower: String, _ classes: WordClasses) -> Bool {
    guard classes.isDisjoint(with: .function), classes.isDisjoint(with: [.noun, .adjective]) else {
      return false
    }
    return verb(lower) == nil && lexicon.groups[lower] == nil && hitsNothing(lower)
      && !evidence.lowered.contains(lower) && singularClasses(lower).isEmpty
      && !hasCommonEnding(lower)
  }

  private func hitsNothing(_ lower: String) -> Bool {
    guard let entry = lexicon.phrases[lower] else { return true }
    return entry.body < 0 && entry.title == .none
  }

  private func singularClasses(_ lower: String) -> WordClasses {
    guard lower.hasSuffix("s") else { return [] }
    let stem = String(lower.dropLast())
    if lower.hasSuffix("ies") { return lexicon.classes(lower.dropLast(3) + "y") }
    return lexicon.classes(stem)
  }

  private func hasCommonEnding(_ lower: String) -> Bool {
    [
      "ing", "tion", "tions", "ment", "ments", "ness", "ed", "ly", "ity", "ance", "ence", "ers",
      "ous", "ful", "less", "ive", "able", "ible", "ary", "ory", "ical", "ism", "ists", "ors",
    ].contains { lower.hasSuffix($0) && lower.utf8.count > $0.utf8.count + 3 }
  }

  /// A capital at the start of a sentence, a quotation, a list item.
  private func isInitialName(
    _ index: Int, _ words: [Word], _ sentence: SentenceDraft, _ classes: WordClasses
  ) -> Bool {
    let word = words[index]
    if isListed(index) { return true }
    guard classes.isDisjoint(with: .function) else {
      // "The Hague" is listed; "The Star" begins at Star. May and Jan are people before a surname.
      return lexicon.isFirstName(word.lower) && isFollowedByName(index, words, sentence)
    }
    if evidence.lowered.contains(word.lower) && !evidence.capitalized.contains(word.lower) {
      return isFollowedByName(index, words, sentence) && word.shape != .lower
        && verb(word.lower)?.forms.isDisjoint(with: [.gerund, .past]) ?? true
        && (classes.contains(.adjective) || classes.contains(.noun)) && !isTitle(index)
    }
    let isCommon = !classes.isDisjoint(with: [.noun, .adjective]) || verb(word.lower) != nil
    if isCommon, !isFollowedByName(index, words, sentence) { return false }
    if lexicon.isFirstName(word.lower) || evidence.capitalized.contains(word.lower) { return true }
    if isUnknown(word.lower, classes) { return true }
    if isTitle(index) { return false }
    return isFollowedByName(index, words, sentence)
      && (verb(word.lower)?.forms.isDisjoint(with: [.gerund]) ?? true)
  }

  private func isTitle(_ index: Int) -> Bool { hits[index].title > 0 }

  private func isFollowedByName(_ index: Int, _ words: [Word], _ sentence: SentenceDraft) -> Bool {
    let next = index + 1
    return next < sentence.words.upperBound && words[next].isCapitalized
      && !words[next].lower.isEmpty
      && lexicon.classes(words[next].lower).isDisjoint(with: .function)
      && hits[next].place == 0 && hits[next].demonym == 0
  }

  // MARK: Marks

  private func mark(
    _ index: Int, _ words: [Word], _ sentence: SentenceDraft, _ openQuote: inout Bool,
    _ openSingle: inout Bool
  ) -> Tag {
    let word = words[index]
    let isLast = index + 1 == sentence.words.upperBound
    switch word.lower {
    case ",": return .comma
    case "(", "[", "{": return .open
    case ")", "]", "}": return .close
    case "“", "«", "„":
      openQuote = true
      return .quoteOpen
    case "”", "»":
      openQuote = false
      return .quoteClose
    case "\"":
      openQuote.toggle()
      return openQuote ? .quoteOpen : .quoteClose
    case "'":
      let isOpening = word.isSpaced && !isLast && !words[index + 1].isSpaced
      if isOpening {
        openSingle = true
        return .quoteOpen
      }
      if openSingle {
        openSingle = false
        return .quoteClose
      }
      return .possessive
    case "-", "–", "—", "--": return word.lower == "-" && !word.isSpaced ? .other : .dash
    case ":", ";": return .colon
    case ".", "!", "?", "…", "...": return .stop
    default: return .other
    }
  }

  // MARK: Words

  func verb(_ lower: String) -> Lexicon.Verb? {
    if let verb = lexicon.verbs[lower] { return verb }
    for prefix in ["re", "over", "mis", "co-", "re-"] where lower.hasPrefix(prefix) {
      if let verb = lexicon.verbs[String(lower.dropFirst(prefix.count))], verb.lemma.utf8.count > 3
      {
        return Lexicon.Verb(lemma: prefix + verb.lemma, forms: verb.forms)
      }
    }
    return nil
  }

  private func tag(of index: Int, _ words: [Word], _ sentence: SentenceDraft) -> Tag {
    let word = words[index]
    if word.shape == .number || word.shape == .ordinal { return .number }
    if word.shape == .address || word.lower.isEmpty { return .other }
    let classes = lexicon.classes(word.lower)
    let previous = previousTag(index, words, sentence)
    if word.lower == "'s" {
      let before = index > sentence.words.lowerBound ? words[index - 1] : word
      return [.pronoun, .relative, .adverb].contains(before.tag) && before.lower != "one"
        ? .auxiliary : .possessive
    }
    if word.lower.contains("-"), !word.isName || index == sentence.words.lowerBound,
      NumberReader.value([word.lower]) != nil
    {
      return .number
    }
    if word.isName { return .name }
    switch word.lower {
    case "to": return isBaseVerb(after: index, words, sentence) ? .to : .preposition
    case "that":
      if previous == .verb || previous == .auxiliary { return .subordinator }
      if previous == .noun || previous == .name || previous == .quoteClose || previous == .number {
        return .relative
      }
      return isNominal(index + 1, words, sentence) ? .determiner : .subordinator
    case "her", "his", "its", "their", "our", "my", "your":
      return .possessivePronoun
    case "after", "before", "since", "until", "as", "once":
      return previous == .auxiliary && word.lower == "since" ? .adverb : .subordinator
    case "up", "down", "out", "off", "over":
      return previous == .verb && !isNominal(index + 1, words, sentence) ? .adverb : .preposition
    case "have", "has", "had", "having":
      return followsParticiple(index, words, sentence) ? .auxiliary : .verb
    case "do", "does", "did":
      return previous == .pronoun || isDoAuxiliary(index, words, sentence) ? .auxiliary : .verb
    default: break
    }
    if word.isCapitalized, !classes.isDisjoint(with: [.month, .weekday]),
      !(classes.contains(.modal) && index == sentence.words.lowerBound)
    {
      return .noun
    }
    if classes.contains(.auxiliary) { return .auxiliary }
    if classes.contains(.modal)
      && !(word.lower == "might" || word.lower == "can" || word.lower == "will")
      || (classes.contains(.modal) && previous != .determiner && previous != .possessivePronoun)
    {
      return word.isCapitalized && word.lower == "may" ? .noun : .modal
    }
    if classes.contains(.negation) { return .negation }
    if classes.contains(.relative) && word.lower != "where" && word.lower != "when" {
      return .relative
    }
    if classes.contains(.possessive) { return .possessivePronoun }
    if classes.contains(.pronoun) && word.lower != "one" && word.lower != "mine" { return .pronoun }
    if classes.contains(.number) { return .number }
    if classes.contains(.conjunction) { return .conjunction }
    if classes.contains(.subordinator) { return .subordinator }
    if classes.contains(.preposition) { return .preposition }
    if classes.contains(.determiner) { return .determiner }
    if isInBody(index, sentence) { return .noun }
    if let verb = verb(word.lower), isVerb(index, verb, classes, previous, words, sentence) {
      return .verb
    }
    if classes.contains(.adverb) || (word.lower.hasSuffix("ly") && !classes.contains(.noun)) {
      return .adverb
    }
    if classes.contains(.adjective) { return .adjective }
    return .noun
  }

  /// True inside a kind of body of several words: *hedge fund*, *task force*.
  private func isInBody(_ index: Int, _ sentence: SentenceDraft) -> Bool {
    (0...3).contains { back in
      index - back >= sentence.words.lowerBound && hits[index - back].body > max(1, back)
    }
  }

  /// The tag before, adverbs and negations skipped.
  private func previousTag(_ index: Int, _ words: [Word], _ sentence: SentenceDraft) -> Tag? {
    var position = index - 1
    while position >= sentence.words.lowerBound,
      words[position].tag == .adverb || words[position].tag == .negation
    {
      position -= 1
    }
    return position >= sentence.words.lowerBound ? words[position].tag : nil
  }

  private func isBaseVerb(after index: Int, _ words: [Word], _ sentence: SentenceDraft) -> Bool {
    var next = index + 1
    while next < sentence.words.upperBound, lexicon.classes(words[next].lower).contains(.adverb) {
      next += 1
    }
    guard next < sentence.words.upperBound, !words[next].isName else { return false }
    return verb(words[next].lower)?.forms.contains(.base) ?? false
  }

  private func followsParticiple(_ index: Int, _ words: [Word], _ sentence: SentenceDraft) -> Bool {
    var next = index + 1
    var steps = 0
    while next < sentence.words.upperBound, steps < 4 {
      let lower = words[next].lower
      if lower == "been" { return true }
      let classes = lexicon.classes(lower)
      if classes.contains(.adverb) || classes.contains(.negation) || lower == "since"
        || lower.hasSuffix("ly")
      {
        next += 1
        steps += 1
        continue
      }
      return verb(lower)?.forms.contains(.participle) ?? false
    }
    return false
  }

  private func isDoAuxiliary(_ index: Int, _ words: [Word], _ sentence: SentenceDraft) -> Bool {
    let next = index + 1
    guard next < sentence.words.upperBound else { return false }
    return lexicon.classes(words[next].lower).contains(.negation)
      || verb(words[next].lower)?.forms.contains(.base) ?? false
  }

  /// True when the word may begin or continue a noun phrase.
  private func isNominal(_ index: Int, _ words: [Word], _ sentence: SentenceDraft) -> Bool {
    guard index < sentence.words.upperBound else { return false }
    let word = words[index]
    if word.isName || word.shape == .number || word.shape == .symbol { return true }
    let classes = lexicon.classes(word.lower)
    if classes.contains(.pronoun) && !classes.contains(.relative) { return true }
    return !classes.isDisjoint(with: [.determiner, .possessive, .number])
  }

  private func isNounLike(_ index: Int, _ words: [Word], _ sentence: SentenceDraft) -> Bool {
    guard index < sentence.words.upperBound else { return false }
    let word = words[index]
    if word.isName { return true }
    let classes = lexicon.classes(word.lower)
    return !classes.isDisjoint(with: [.noun, .adjective])
      || (classes.isEmpty && word.isWord
        && (verb(word.lower) == nil || lexicon.groups[word.lower] != nil))
  }

  private func isVerb(
    _ index: Int, _ verb: Lexicon.Verb, _ classes: WordClasses, _ previous: Tag?, _ words: [Word],
    _ sentence: SentenceDraft
  ) -> Bool {
    let isNoun =
      classes.contains(.noun) || lexicon.classes(verb.lemma).contains(.noun)
      || lexicon.groups[words[index].lower] != nil
    let next = index + 1
    if verb.forms.contains(.gerund) {
      return isGerundVerb(index, isNoun, previous, words, sentence)
    }
    switch previous {
    case .to, .modal: return verb.forms.contains(.base)
    case .auxiliary:
      return !verb.forms.isDisjoint(with: [.participle, .past])
        || (verb.forms.contains(.base) && isDo(index, words, sentence))
    default: break
    }
    if next < sentence.words.upperBound, words[next].lower == "of", isNoun { return false }
    let isPast = !verb.forms.isDisjoint(with: [.past, .participle])
    if isPast && !(isNoun && verb.forms.contains(.base)) && !classes.contains(.noun) {
      return isPastVerb(index, classes, previous, words, sentence)
    }
    switch previous {
    case .determiner, .adjective, .possessivePronoun, .possessive, .preposition: return false
    case .pronoun, .relative: return true
    case .number: return false
    default: break
    }
    if !isNoun && !classes.contains(.adjective) {
      return previous != nil || verb.forms.contains(.base)
    }
    guard previous == .noun || previous == .name || previous == .quoteClose || previous == .close
    else { return previous == .conjunction && isNominal(next, words, sentence) && !isNoun }
    guard
      isNominal(next, words, sentence) || isThat(next, words, sentence)
        || (sentence.isTitleCase && isNounLike(next, words, sentence) && previous == .noun)
        || (verb.forms.contains(.base) && isPluralHuman(index - 1, words))
        || (next < sentence.words.upperBound && words[next].lower == "to"
          && isBaseVerb(after: next, words, sentence))
    else { return false }
    return !hasVerb(before: index, words, sentence)
  }

  /// *victims*, *Kenyans*: a base form after them is a verb.
  private func isPluralHuman(_ index: Int, _ words: [Word]) -> Bool {
    var index = index
    while index > 0, words[index].tag == .adverb { index -= 1 }
    guard index >= 0 else { return false }
    if lexicon.groups[words[index].lower]?.isPlural ?? false { return true }
    let hit = hits[index]
    return hit.demonym == 1 && !lexicon.demonyms[hit.demonymIndex].isAdjective
      && lexicon.demonyms[hit.demonymIndex].isPlural
  }

  private func isThat(_ index: Int, _ words: [Word], _ sentence: SentenceDraft) -> Bool {
    index < sentence.words.upperBound && words[index].lower == "that"
  }

  private func isDo(_ index: Int, _ words: [Word], _ sentence: SentenceDraft) -> Bool {
    var position = index - 1
    while position >= sentence.words.lowerBound, words[position].tag != .auxiliary { position -= 1 }
    guard position >= sentence.words.lowerBound else { return false }
    return ["do", "does", "did"].contains(words[position].lower)
  }

  /// True when the clause has a finite verb already.
  private func hasVerb(before index: Int, _ words: [Word], _ sentence: SentenceDraft) -> Bool {
    var position = index - 1
    while position >= sentence.words.lowerBound {
      switch words[position].tag {
      case .verb, .auxiliary, .modal: return true
      case .comma, .subordinator, .relative, .colon, .dash, .conjunction, .quoteOpen: return false
      default: position -= 1
      }
    }
    return false
  }

  private func isPastVerb(
    _ index: Int, _ classes: WordClasses, _ previous: Tag?, _ words: [Word],
    _ sentence: SentenceDraft
  ) -> Bool {
    let next = index + 1
    switch previous {
    case .determiner, .possessivePronoun, .possessive, .preposition, .adjective: return false
    case .number: return !isNounLike(next, words, sentence)
    case nil: return !isNounLike(next, words, sentence)
    case .conjunction, .comma, .verb:
      return
        !(isNounLike(next, words, sentence)
        && lexicon.classes(words[index].lower).contains(.adjective))
    default: return true
    }
  }

  private func isGerundVerb(
    _ index: Int, _ isNoun: Bool, _ previous: Tag?, _ words: [Word], _ sentence: SentenceDraft
  ) -> Bool {
    let next = index + 1
    switch previous {
    case .auxiliary: return true
    case .determiner, .adjective, .possessive, .possessivePronoun, .number: return false
    case .name, .noun, .close, .quoteClose, .pronoun:
      if isNoun && !isNominal(next, words, sentence) { return false }
      return isNominal(next, words, sentence) || next >= sentence.words.upperBound
        || !isNounLike(next, words, sentence)
    default:
      return !isNoun || isNominal(next, words, sentence)
    }
  }
}
