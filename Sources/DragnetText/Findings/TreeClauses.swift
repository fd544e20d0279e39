/// Finds the clauses of a chunked sentence in its dependency tree: who acts, on whom, by which
/// prepositions.
///
/// Where a verb leaves its subject out, it is that of the verb it hangs on (*fled and hid*, *agreed to
/// pay*), that verb's object where the verb passes it on (*forced X to pay*), or the noun it describes
/// (*the men held by X*). Labels are those of Universal Dependencies.
struct TreeClauseFinder {
  let scene: Scene
  let advice: Advice
  let chunks: [Chunk]
  let drafts: [Draft]
  /// Chunk of a word of the sentence, counted from its first word.
  private let chunkOf: [Int]
  /// Words that hang on a word of the sentence, in order.
  private let dependents: [[Int]]
  private let first: Int

  init(
    scene: Scene, advice: Advice, sentence: SentenceDraft, chunks: [Chunk], drafts: [Draft]
  ) {
    self.scene = scene
    self.advice = advice
    self.chunks = chunks
    self.drafts = drafts
    first = sentence.words.lowerBound
    var chunkOf = [Int](repeating: -1, count: sentence.words.count)
    for (index, chunk) in chunks.enumerated() {
      for word in chunk.words.clamped(to: sentence.words) { chunkOf[word - first] = index }
    }
    self.chunkOf = chunkOf
    var dependents = [[Int]](repeating: [], count: sentence.words.count)
    for word in sentence.words {
      guard let head = advice.words[word]?.head, sentence.words.contains(head) else { continue }
      dependents[head - first].append(word)
    }
    self.dependents = dependents
  }

  /// The clauses that patterns found, with what the tree adds to each, in the order of their verbs.
  func clauses(_ found: [Clause]) -> [Clause] {
    found.map { clause in
      guard let said = advice.words[clause.group.word], isVerbal(said) else { return clause }
      var group = clause.group
      settle(&group, said)
      var result = Clause(verb: clause.verb, group: group)
      let word = clause.group.word
      result.subjects = subjects(of: word, depth: 0)
      result.objects = objects(of: word)
      readObliques(word, &result)
      readNested(word, &result)
      if result.subjects.allSatisfy(isPlace) { result.subjects = clause.subjects }
      if result.subjects.isEmpty && result.objects.isEmpty && result.obliques.isEmpty
        && result.agents.isEmpty
      {
        return clause
      }
      join(clause, to: &result)
      return result
    }
  }

  /// Adds what the patterns found and the tree did not: each misses what the other sees.
  private func join(_ rule: Clause, to tree: inout Clause) {
    tree.subjects += rule.subjects.filter { !tree.subjects.contains($0) }
    if tree.objects.isEmpty { tree.objects = rule.objects }
    tree.agents += rule.agents.filter { !tree.agents.contains($0) }
    tree.obliques += rule.obliques.filter { phrase in
      !tree.obliques.contains { $0.noun == phrase.noun }
    }
    tree.obliques.sort { $0.noun < $1.noun }
  }

  private func isPlace(_ chunk: Int) -> Bool {
    chunks[chunk].draft.map { drafts[$0].type == .place } ?? false
  }

  private func isVerbal(_ said: Advice.Word) -> Bool {
    said.part == .verb
  }

  /// Voice and form by the tree.
  private func settle(_ group: inout VerbGroup, _ said: Advice.Word) {
    if has(group.word, "aux:pass") {
      group.isPassive = true
    } else if said.isParticiple, !has(group.word, "aux"), !has(group.word, "nsubj"),
      !isActive(said)
    {
      group.form = .participle
      group.isPassive = true
    } else if said.isFinite {
      group.isPassive = false
      if group.isAmbiguous || group.form == .participle { group.form = .finite }
    }
    group.isAmbiguous = false
  }

  /// *has arrested and charged*: a participle joined to one with an auxiliary.
  private func isActive(_ said: Advice.Word) -> Bool {
    said.label == "conj" && said.head >= first && said.head - first < dependents.count
      && has(said.head, "aux") && !has(said.head, "aux:pass")
  }

  // MARK: Who takes part

  private func children(_ word: Int) -> [Int] {
    let index = word - first
    return dependents.indices.contains(index) ? dependents[index] : []
  }

  private func label(_ word: Int) -> String { advice.words[word]?.label ?? "" }

  private func has(_ word: Int, _ wanted: String) -> Bool {
    children(word).contains { label($0) == wanted }
  }

  /// Chunks of the nouns a word stands for: itself and what is joined to it.
  private func nouns(_ word: Int, depth: Int = 0) -> [Int] {
    guard depth < 20 else { return [] }
    var result: [Int] = []
    let chunk = chunkOf[word - first]
    if chunk >= 0 {
      if chunks[chunk].kind == .noun {
        result.append(named(word, chunk))
      } else if chunks[chunk].kind == .relative, let antecedent = antecedent(of: word) {
        return nouns(antecedent, depth: depth + 1)
      }
    }
    for child in children(word) where label(child) == "conj" {
      for noun in nouns(child, depth: depth + 1) where !result.contains(noun) {
        result.append(noun)
      }
    }
    return result
  }

  /// The chunk of a noun, or that of the name beside it (*their supplier, X*; *the record label X*).
  private func named(_ word: Int, _ chunk: Int) -> Int {
    guard chunks[chunk].draft == nil else { return chunk }
    for child in children(word) where ["appos", "flat", "compound"].contains(label(child)) {
      let other = chunkOf[child - first]
      if other >= 0, other != chunk, chunks[other].kind == .noun, let draft = chunks[other].draft,
        drafts[draft].kind == .name, drafts[draft].type != .place
      {
        return other
      }
    }
    return chunk
  }

  /// The noun that a relative clause around a word describes.
  private func antecedent(of word: Int) -> Int? {
    var current = word
    for _ in 0..<12 {
      guard let said = advice.words[current], said.head >= first else { return nil }
      if said.label == "acl:relcl" { return said.head }
      current = said.head
      guard current - first < dependents.count else { return nil }
    }
    return nil
  }

  private func subjects(of verb: Int, depth: Int) -> [Int] {
    guard depth < 8, let said = advice.words[verb] else { return [] }
    var result: [Int] = []
    for child in children(verb)
    where ["nsubj", "nsubj:pass", "nsubj:outer"].contains(label(child)) {
      result += nouns(child)
    }
    guard result.isEmpty, said.head >= first, said.head - first < dependents.count else {
      return result
    }
    let head = said.head
    switch said.label {
    case "acl":
      // "the men held by X"; "a plan to kill X" belongs to whoever has the plan.
      if has(verb, "mark"), !said.isParticiple { return governor(of: head, depth: depth) }
      return nouns(head)
    case "acl:relcl": return hasObjectGap(verb) ? [] : nouns(head)
    case "advcl" where said.isParticiple && !has(verb, "aux"):
      // "arrested two men believed to be spies": not always who arrested them.
      return []
    case "xcomp", "advcl", "ccomp", "conj", "parataxis", "dep", "csubj":
      guard let outer = advice.words[head],
        outer.part == .verb || outer.part == .adjective || outer.part == .noun
      else { return [] }
      if said.label == "ccomp" && !has(verb, "mark") { return [] }
      let lemma = scene.words[head].lemma
      let isAccused =
        ClauseFinder.accusing.contains(lemma)
        && children(verb).contains {
          ["mark", "case"].contains(label($0))
            && ["of", "with", "for", "from"].contains(scene.lower($0))
        }
      if said.label != "conj", ClauseFinder.passesOn(lemma) || isAccused {
        if has(head, "aux:pass") || outer.isParticiple {
          return subjects(of: head, depth: depth + 1)
        }
        let objects = objects(of: head)
        if !objects.isEmpty { return objects }
      }
      return subjects(of: head, depth: depth + 1)
    default: return []
    }
  }

  /// Subject of the verb that a noun hangs on.
  private func governor(of noun: Int, depth: Int) -> [Int] {
    guard let said = advice.words[noun], said.head >= first,
      advice.words[said.head]?.part == .verb
    else { return [] }
    return subjects(of: said.head, depth: depth + 1)
  }

  /// True for *the man police arrested*, *the firm which X owns*: the noun is no subject.
  private func hasObjectGap(_ verb: Int) -> Bool { has(verb, "nsubj") }

  private func objects(of verb: Int) -> [Int] {
    var result: [Int] = []
    for child in children(verb) where ["obj", "iobj"].contains(label(child)) {
      result += nouns(child).filter { !result.contains($0) }
    }
    guard result.isEmpty, let said = advice.words[verb] else { return result }
    if said.label == "acl:relcl", said.head >= first, has(verb, "nsubj"), !has(verb, "aux:pass"),
      !has(verb, "obl")
    {
      return nouns(said.head)
    }
    // "arrested and charged X": the object stands with the last of the verbs.
    for child in children(verb) where label(child) == "conj" && has(child, "obj") {
      guard !has(child, "nsubj"), child - verb <= 3 else { continue }
      return objects(of: child)
    }
    return result
  }

  private func readObliques(_ verb: Int, _ clause: inout Clause) {
    for child in children(verb) where label(child).hasPrefix("obl") || label(child) == "nmod" {
      attach(child, &clause)
    }
    // "raided a house in X": the place of the object is that of the act.
    for object in children(verb) where ["obj", "nsubj:pass"].contains(label(object)) {
      guard chunkOf[object - first] >= 0, chunks[chunkOf[object - first]].kind == .noun else {
        continue
      }
      for child in children(object) where label(child) == "nmod" {
        let preposition = preposition(of: child)
        if ["in", "at", "near", "on", "to", "from"].contains(preposition ?? "") {
          attach(child, &clause)
        }
      }
    }
  }

  /// Phrases that hang on objects and phrases that are no mentions themselves.
  private func readNested(_ verb: Int, _ clause: inout Clause) {
    for word in children(verb)
    where ["obj", "nsubj:pass"].contains(label(word)) || label(word).hasPrefix("obl") {
      let chunk = chunkOf[word - first]
      if chunk >= 0, chunks[chunk].draft != nil { continue }
      for child in children(word) where label(child) == "nmod" || label(child).hasPrefix("obl") {
        guard let preposition = preposition(of: child) else { continue }
        for inner in nouns(child) where !clause.obliques.contains(where: { $0.noun == inner }) {
          clause.nested.append((advice.words[word]?.lemma ?? "", preposition, inner))
        }
      }
    }
  }

  private func attach(_ word: Int, _ clause: inout Clause) {
    guard let preposition = preposition(of: word) else { return }
    for noun in nouns(word) {
      if preposition == "by", clause.group.isPassive {
        clause.agents.append(noun)
      } else if !clause.obliques.contains(where: { $0.noun == noun }) {
        clause.obliques.append((preposition, noun))
      }
    }
  }

  private func preposition(of word: Int) -> String? {
    children(word).first { label($0) == "case" && $0 < word }.map { scene.lower($0) }
  }
}
