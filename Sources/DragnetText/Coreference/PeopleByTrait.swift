/// Knows the people of a document by what is said of them in passing, their ages and nations, so that *the
/// 41-year-old* and *the Swede* can be told: *Lars Holm, 41, a Swedish courier*.
struct PeopleByTrait {
  let scene: Scene
  private var ofAge: [Int: Set<Int>] = [:]
  /// By code of a country.
  private var ofCountry: [String: Set<Int>] = [:]

  init(scene: Scene) { self.scene = scene }

  /// Notes what is said of a person named by a draft, and of the nouns beside the name; `drafts` tell
  /// where somebody is from.
  mutating func note(
    _ draft: Draft, nouns: [Int], chain: Int, _ tree: SentenceTree, _ drafts: [Draft]
  ) {
    guard draft.type == .person else { return }
    if let age = age(after: draft.words.upperBound) { ofAge[age, default: []].insert(chain) }
    let head = draft.words.first { !draft.words.contains(tree.head(of: $0) ?? -1) }
    for noun in nouns + [head].compactMap({ $0 }) {
      let modifiers = tree.children(of: noun, by: ["amod", "compound", "nummod", "nmod:desc"])
      for word in modifiers + [noun] {
        if let age = Self.age(scene.lower(word)) { ofAge[age, default: []].insert(chain) }
        if let country = country(word) { ofCountry[country, default: []].insert(chain) }
      }
      for place in tree.children(of: noun, by: ["nmod"]) where tree.preposition(of: place) == "from"
      {
        let country = drafts.indices(startingIn: max(0, place - 6)..<(place + 1)).last {
          drafts[$0].words.contains(place) && drafts[$0].type == .place
        }.flatMap { drafts[$0].attributes.country }
        if let country { ofCountry[country, default: []].insert(chain) }
      }
    }
  }

  /// The only one of whom what a noun says is said: *41-year-old*, *Swede*.
  func person(meantBy noun: Int) -> Int? {
    let found =
      if let age = Self.age(scene.lower(noun)) {
        ofAge[age]
      } else {
        country(noun).flatMap { ofCountry[$0] }
      }
    return found?.count == 1 ? found?.first : nil
  }

  /// True where somebody is said to be of another age than a noun tells.
  func isOfOtherAge(_ chain: Int, than noun: Int) -> Bool {
    guard let age = Self.age(scene.lower(noun)) else { return false }
    return ofAge.contains { $0.key != age && $0.value.contains(chain) }
  }

  /// True for *Swede*, *German*: one of a nation, by a word that is no mere adjective.
  static func isNational(_ word: Int, _ scene: Scene) -> Bool {
    guard scene.hits[word].demonym == 1 else { return false }
    let lower = scene.lower(word)
    return lower.hasSuffix("man") || lower.hasSuffix("woman")
      || (scene.lexicon.phrases[lower + "s"]?.demonym ?? -1) >= 0
  }

  /// The 41 of *41-year-old*.
  static func age(_ word: String) -> Int? {
    let parts = word.split(separator: "-")
    return parts.count == 3 && parts[1] == "year" && parts[2] == "old" ? Int(parts[0]) : nil
  }

  /// The 41 of *, 41,* and *(41)*.
  private func age(after word: Int) -> Int? {
    guard word + 2 < scene.words.count, let age = Int(scene.lower(word + 1)),
      (5...109).contains(age)
    else { return nil }
    let closes = [",", ")", ";", "."].contains(scene.lower(word + 2))
    return [",", "("].contains(scene.lower(word)) && closes ? age : nil
  }

  private func country(_ word: Int) -> String? {
    guard scene.hits[word].demonym == 1 else { return nil }
    return scene.lexicon.demonyms[scene.hits[word].demonymIndex].country
  }
}
