/// Cuts a sentence into noun phrases.
struct PhraseFinder {
  let scene: Scene

  private static let particles: Set<String> = [
    "de", "la", "le", "del", "da", "das", "do", "dos", "di", "du", "des", "el", "al", "bin",
    "binti",
    "bint", "ibn", "ben", "van", "von", "der", "den", "zu", "ter", "ten", "y", "e", "av", "af",
    "a/l",
    "ul", "ud", "of", "und", "abu", "ould", "della", "lo",
  ]

  /// The noun phrases of a sentence in order.
  func phrases(in sentence: SentenceDraft) -> [NounPhrase] {
    var result: [NounPhrase] = []
    var index = sentence.words.lowerBound
    while index < sentence.words.upperBound {
      guard let phrase = phrase(at: index, sentence) else {
        index += 1
        continue
      }
      result.append(phrase)
      index = max(index + 1, phrase.words.upperBound)
    }
    return result
  }

  private func phrase(at start: Int, _ sentence: SentenceDraft) -> NounPhrase? {
    var atoms: [Atom] = []
    var index = start
    let limit = sentence.words.upperBound
    while index < limit, atoms.count < 40 {
      guard let atom = atom(at: index, sentence, atoms) else { break }
      // A determiner or a pronoun of possession opens a new phrase.
      if atom.kind == .determiner || atom.kind == .owner, !atoms.isEmpty,
        !atoms.allSatisfy({ $0.kind == .determiner })
      {
        break
      }
      atoms.append(atom)
      index = atom.words.upperBound
      if atom.kind == .quoted, index < limit { index += 1 }
      // "fifty Kenyans captive": a plural demonym is always the head.
      if atom.kind == .demonym, scene.lexicon.demonyms[atom.index].isPlural,
        !scene.lexicon.demonyms[atom.index].isAdjective
      {
        break
      }
    }
    guard let first = atoms.first, let last = atoms.last else { return nil }
    let isOwner = index < limit && scene.words[index].tag == .possessive
    var end = last.words.upperBound
    if last.kind == .quoted { end += 1 }
    let from = first.kind == .quoted ? first.words.lowerBound - 1 : first.words.lowerBound
    return NounPhrase(atoms: atoms, words: from..<end, isOwner: isOwner)
  }

  private func atom(at index: Int, _ sentence: SentenceDraft, _ before: [Atom]) -> Atom? {
    let words = scene.words
    let word = words[index]
    let hit = scene.hits[index]
    if word.tag == .quoteOpen { return quoted(at: index, sentence) }
    guard word.isWord, word.tag != .other else { return nil }
    // "WHO OWNS THE CLUB": a question in capitals, no health body.
    let isQuestion =
      hit.known == 1 && (word.tag == .relative || word.lower == "who") && sentence.isTitleCase
    if hit.known > 0, !isQuestion, isLongest(hit.known, hit) || hit.knownIndex >= scene.userNames,
      !isInsideName(index, hit.known)
    {
      return Atom(kind: .known, words: index..<(index + hit.known), index: hit.knownIndex)
    }
    switch word.tag {
    case .verb, .auxiliary, .modal, .negation, .adverb, .preposition, .to, .conjunction,
      .subordinator, .relative, .possessive, .pronoun:
      return nil
    case .determiner:
      if hit.place > 1 { break }
      return Atom(kind: .determiner, words: index..<(index + 1))
    case .possessivePronoun: return Atom(kind: .owner, words: index..<(index + 1))
    case .number: return Atom(kind: .number, words: index..<(index + 1))
    default: break
    }
    if hit.place > 0, isLongest(hit.place, hit), hit.title <= hit.place {
      return Atom(kind: .place, words: index..<(index + hit.place), index: hit.placeIndex)
    }
    if hit.demonym > 0, isLongest(hit.demonym, hit) {
      return Atom(kind: .demonym, words: index..<(index + hit.demonym), index: hit.demonymIndex)
    }
    // "General Motors": a name that begins like a title.
    if hit.title > 0, let name = scene.advice?.name(at: index), name.words.lowerBound == index,
      name.words.count > hit.title, name.type == .organization || name.type == .place,
      name.words.upperBound <= sentence.words.upperBound
    {
      return Atom(kind: .name, words: name.words)
    }
    if hit.title > 0, hit.title > hit.body || (hit.title == hit.body && word.isName) {
      if !(hit.isHonorific && word.tag == .adjective && !word.isCapitalized) {
        return Atom(kind: hit.isHonorific ? .honorific : .title, words: index..<(index + hit.title))
      }
    }
    if hit.body > 0, scene.lexicon.bodies[hit.bodyIndex].kind == .staff,
      scene.lexicon.groups[word.lower]?.isPlural ?? false,
      !before.contains(where: { $0.kind == .body })
    {
      return Atom(kind: .group, words: index..<(index + 1))
    }
    if hit.body > 0 {
      return Atom(kind: .body, words: index..<(index + hit.body), index: hit.bodyIndex)
    }
    if word.isName { return Atom(kind: .name, words: index..<nameEnd(index, sentence)) }
    if scene.lexicon.groups[word.lower] != nil {
      return Atom(kind: .group, words: index..<(index + 1))
    }
    return Atom(kind: word.tag == .adjective ? .adjective : .noun, words: index..<(index + 1))
  }

  private func isLongest(_ length: Int, _ hit: PhraseHits.Hit) -> Bool {
    length >= hit.body && length >= hit.place && length >= hit.known && length >= hit.demonym
  }

  /// True when a known acronym or short name is only the start of a longer name (*Star Alliance*).
  private func isInsideName(_ index: Int, _ length: Int) -> Bool {
    let next = index + length
    guard next < scene.words.count, scene.words[next].isName, scene.words[next].isSpaced else {
      return false
    }
    let hit = scene.hits[next]
    // "Scotland Yard CTC": a unit of the known body.
    if length > 1, scene.words[next].shape == .upper { return false }
    return hit.title == 0 && hit.demonym == 0 && hit.place == 0 && hit.body == 0 && hit.known == 0
  }

  /// The end of one name word with its particles: *van der Berg*, *Ministry-like runs* stay apart.
  private func nameEnd(_ index: Int, _ sentence: SentenceDraft) -> Int {
    if let end = longName(index, sentence) { return end }
    var end = index + 1
    var last = end
    let limit = min(sentence.words.upperBound, index + 4)
    while last < limit, !scene.words[last].isCapitalized,
      PhraseFinder.particles.contains(scene.words[last].lower), scene.words[last].lower != "of"
    {
      last += 1
      if last < sentence.words.upperBound, scene.words[last].isName {
        end = last
      }
    }
    if end < sentence.words.upperBound, scene.words[end].lower == "&",
      end + 1 < sentence.words.upperBound, scene.words[end + 1].isName
    {
      return end + 2
    }
    return end
  }

  /// *Prevention of Fraud in Trade and Smuggling of Goods (PFTS)* before *division*: capitals joined by
  /// small words belong together when a kind of body closes them.
  private func longName(_ start: Int, _ sentence: SentenceDraft) -> Int? {
    let limit = min(sentence.words.upperBound, start + 16)
    var index = start
    var joins = 0
    while index < limit {
      let word = scene.words[index]
      if word.isName, scene.hits[index].demonym == 0, scene.hits[index].title == 0 {
        index += 1
      } else if word.tag == .open, index + 2 < limit, scene.words[index + 1].isName,
        scene.words[index + 2].tag == .close
      {
        index += 3
      } else if ["in", "of", "and", "for", "the", "&", "on", "against"].contains(word.lower),
        index > start,
        index + 1 < limit, scene.words[index + 1].isName || scene.lower(index + 1) == "the"
      {
        joins += 1
        index += 1
      } else {
        break
      }
    }
    guard joins > 0, index < limit, index > start + 2 else { return nil }
    let hit = scene.hits[index]
    guard hit.body > 0, !scene.words[index].isName else { return nil }
    let kind = scene.lexicon.bodies[hit.bodyIndex].kind
    guard kind == .unit || kind == .agency else { return nil }
    guard scene.lower(index - 1) != "the",
      scene.words[index - 1].isName || scene.words[index - 1].tag == .close
    else { return nil }
    return index
  }

  /// A short phrase in quotation marks that begins with a capital and holds no verb.
  private func quoted(at open: Int, _ sentence: SentenceDraft) -> Atom? {
    var index = open + 1
    let limit = min(sentence.words.upperBound, open + 9)
    guard index < limit else { return nil }
    if scene.lower(index) == "the", index + 1 < limit { index += 1 }
    guard scene.words[index].isCapitalized else { return nil }
    while index < limit, scene.words[index].tag != .quoteClose {
      switch scene.words[index].tag {
      case .verb, .auxiliary, .modal, .pronoun, .stop, .comma, .subordinator, .relative, .quoteOpen:
        return nil
      default: index += 1
      }
    }
    guard index < limit, index - open > 1, scene.words[index].tag == .quoteClose else { return nil }
    // Something must be a name: a quoted sentence is none.
    let inside = (open + 1)..<index
    guard scene.words[inside].contains(where: \.isName) else { return nil }
    return Atom(kind: .quoted, words: inside)
  }
}
