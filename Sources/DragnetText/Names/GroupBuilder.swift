/// Groups of people: counted, definite, or known by nationality.
struct GroupBuilder {
  let scene: Scene
  let sentence: Int
  let end: Int

  /// A group mention, or nil when the phrase names none.
  func make(_ atoms: ArraySlice<Atom>, _ context: PhraseContext) -> Draft? {
    guard let head = atoms.last else { return nil }
    let numbers = atoms.filter { $0.kind == .number }
    var count: Int?
    if let first = numbers.first, let last = numbers.last {
      let words = first.words.lowerBound..<last.words.upperBound
      guard scene.words[words.lowerBound].shape != .ordinal else { return nil }
      count = NumberReader.value(scene.words[words].map(\.lower)).map { Int($0) }
    }
    var noun: String?
    var groupClass: GroupNoun.Class?
    var country: String?
    var demonymWord: Int?
    var isPlural = false
    switch head.kind {
    case .group:
      guard let entry = scene.lexicon.groups[scene.lower(head.words.lowerBound)] else { return nil }
      guard entry.isPlural else { return nil }
      // "the first accused" is one of them.
      if entry.singular == scene.lower(head.words.lowerBound),
        count == nil || atoms.contains(where: { isOrdinal($0) })
      {
        let before = head.words.lowerBound - 1
        guard before >= 0, ["the", "all", "these", "those"].contains(scene.lower(before)) else {
          return nil
        }
      }
      noun = entry.singular
      groupClass = entry.kind
      isPlural = true
    case .demonym:
      let demonym = scene.lexicon.demonyms[head.index]
      guard demonym.isPlural, demonym.country != nil || count != nil else { return nil }
      guard !demonym.isInvariant || count != nil || context.isDefinite && isSubject(context) else {
        return nil
      }
      country = demonym.country
      demonymWord = head.words.lowerBound
      isPlural = true
      groupClass = .neutral
    default: return nil
    }
    for atom in atoms where atom.kind == .demonym && country == nil {
      country = scene.lexicon.demonyms[atom.index].country
      demonymWord = atom.words.lowerBound
    }
    if let noun, GroupBuilder.captors.contains(noun), count == nil {
      // The captors of the story are its gang.
      var draft = Draft(
        words: context.start..<head.words.upperBound, sentence: sentence, kind: .nominal,
        type: .organization, confidence: 0.6, name: noun, head: head.words.upperBound - 1)
      draft.attributes.office = "crime group"
      draft.isDefinite = true
      draft.isPlural = true
      return draft
    }
    var start = context.start
    var approximate = false
    var isPart = false
    if count == nil, let (value, from) = collective(before: context.start) {
      count = value
      start = from
      approximate = true
    } else if let (value, from) = partitive(before: context.start, context) {
      guard value > 1 else { return nil }
      count = value
      start = from
      isPart = true
    }
    // "10,000 people" is a crowd like any other; a bare plural is nobody in particular.
    let isVictim = groupClass == .victim
    guard count != nil || context.isDefinite || demonymWord != nil || isVictim else { return nil }
    guard !context.isOwned || count != nil else { return nil }
    if count != nil, isMeasure(context.start, noun) { return nil }
    if groupClass == .member, count == nil, demonymWord == nil { return nil }
    if noun == "citizen" || noun == "resident" || noun == "employee" || noun == "relative"
      || noun == "family",
      count == nil, demonymWord == nil
    {
      return nil
    }
    var draft = Draft(
      words: start..<head.words.upperBound, sentence: sentence, kind: .nominal, type: .group,
      confidence: count != nil ? 0.9 : 0.7, name: "", head: head.words.upperBound - 1)
    draft.attributes.count = approximate ? nil : count
    draft.attributes.noun = noun
    draft.attributes.country = country
    draft.demonym = demonymWord
    draft.groupClass = groupClass
    draft.isDefinite = context.isDefinite
    draft.isPlural = isPlural
    draft.name = isPart ? scene.text(start..<head.words.upperBound) : name(atoms)
    draft.isCollective = approximate
    if isPart || approximate { draft.isDefinite = false }
    return draft
  }

  /// *a town of 55,000 people*, *a firm with four employees*: how large it is.
  private func isMeasure(_ start: Int, _ noun: String?) -> Bool {
    let before = scene.lower(start - 1), thing = scene.lower(start - 2)
    if before == "of" {
      return ["people", "person", "inhabitant", "resident", "soul"].contains(noun ?? "")
        && scene.lexicon.classes(thing).contains(.placeword)
    }
    return before == "with" && ["employee", "worker", "staffer"].contains(noun ?? "")
  }

  private func isOrdinal(_ atom: Atom) -> Bool {
    atom.words.contains { word in
      scene.words[word].shape == .ordinal
        || ["first", "second", "third", "fourth", "fifth", "sixth", "other"].contains(
          scene.lower(word))
    }
  }

  private static let captors: Set<String> = ["captor", "kidnapper", "abductor"]

  /// The words without article: *31 Utopian victims*.
  private func name(_ atoms: ArraySlice<Atom>) -> String {
    guard let first = atoms.first, let last = atoms.last else { return "" }
    return scene.text(first.words.lowerBound..<last.words.upperBound)
  }

  private func isSubject(_ context: PhraseContext) -> Bool {
    let next = context.end
    guard next < end else { return false }
    return [.verb, .auxiliary, .modal].contains(scene.words[next].tag)
  }

  /// *dozens of*, *hundreds of* before the phrase.
  private func collective(before start: Int) -> (Int, Int)? {
    guard start >= 2, scene.lower(start - 1) == "of" else { return nil }
    switch scene.lower(start - 2) {
    case "dozens", "scores": return (24, start - 2)
    case "hundreds": return (200, start - 2)
    case "thousands": return (2000, start - 2)
    case "millions": return (2_000_000, start - 2)
    default: return nil
    }
  }

  /// *two of the women*.
  private func partitive(before start: Int, _ context: PhraseContext) -> (Int, Int)? {
    guard start >= 2, context.isDefinite || context.isOwned, scene.lower(start - 1) == "of",
      scene.words[start - 2].tag == .number,
      let value = NumberReader.value([scene.lower(start - 2)])
    else { return nil }
    return (Int(value), start - 2)
  }
}
