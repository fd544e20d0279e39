/// Finds the clauses of a chunked sentence by looking left for subjects and right for the rest.
struct ClauseFinder {
  let scene: Scene
  let chunks: [Chunk]
  let drafts: [Draft]

  /// Verbs whose object acts in the infinitive that follows.
  static let objectControl: Set<String> = [
    "force", "coerce", "convince", "order", "ask", "tell", "urge", "lure", "allow", "enable",
    "persuade", "help", "advise", "trick", "recruit", "pay", "hire", "instruct", "encourage",
    "compel", "train", "send", "invite", "require", "pressure", "use", "bring", "bribe", "make",
    "dupe", "groom", "entice", "permit", "get", "threaten",
  ]

  static let accusing: Set<String> = [
    "accuse", "suspect", "charge", "blame", "convict", "indict", "arrest", "detain", "sentence",
    "jail", "clear", "acquit", "exonerate", "absolve",
  ]

  /// True for verbs whose object acts in the infinitive that follows.
  static func passesOn(_ lemma: String) -> Bool { objectControl.contains(lemma) }

  /// All clauses, in the order of their verbs.
  func clauses() -> [Clause] {
    var result: [Clause] = []
    var byVerb: [Int: Int] = [:]
    for index in chunks.indices {
      guard chunks[index].kind == .verb, var group = chunks[index].group else { continue }
      if group.isAmbiguous { resolve(&group, index) }
      var clause = Clause(verb: index, group: group)
      readRight(&clause)
      clause.subjects = subjects(of: clause, result, byVerb)
      if group.form == .gerund, index > 0, chunks[index - 1].kind == .preposition,
        let before = result.last, ClauseFinder.accusing.contains(before.group.lemma),
        clause.group.modality == .fact
      {
        clause.group.modality = before.group.lemma == "suspect" ? .believed : .alleged
        // "accused X of shielding Y", "X is suspected of shielding Y"
        clause.subjects =
          before.group.isPassive
          ? before.subjects : before.objects.isEmpty ? clause.subjects : before.objects
      }
      byVerb[index] = result.count
      result.append(clause)
    }
    addLateObjects(&result)
    return result
  }

  /// *arrested A who tried to hide, and then B*: an object after a relative clause.
  func addLateObjects(_ clauses: inout [Clause]) {
    for index in chunks.indices.dropLast(2)
    where chunks[index].kind == .conjunction && chunks[index + 1].kind == .adverb
      && ["then", "later", "also", "finally"].contains(chunks[index + 1].head)
      && chunks[index + 2].kind == .noun && !isSubjectOfNext(index + 2)
    {
      guard
        let main = clauses.firstIndex(where: {
          $0.verb < index && $0.group.form == .finite && !$0.objects.isEmpty
            && !(($0.verb > 0 && chunks[$0.verb - 1].kind == .relative))
        }), !clauses[main].objects.contains(index + 2)
      else { continue }
      clauses[main].objects.append(index + 2)
    }
  }

  /// *The men held by X*: a past tense, or a participle without auxiliary?
  func resolve(_ group: inout VerbGroup, _ index: Int) {
    guard index > 0 else { return }
    var before = index - 1
    while before > 0, chunks[before].kind == .adverb { before -= 1 }
    let isAfterNoun =
      chunks[before].kind == .noun || chunks[before].kind == .close
      || chunks[before].kind == .quote || chunks[before].kind == .comma
    guard isAfterNoun else {
      if chunks[before].kind == .subordinator || chunks[before].kind == .preposition {
        group.form = .participle
        group.isPassive = true
      }
      return
    }
    var next = index + 1
    while next < chunks.count, chunks[next].kind == .adverb { next += 1 }
    let isBy =
      next < chunks.count && chunks[next].head == "by" && next + 1 < chunks.count
      && chunks[next + 1].kind == .noun
    let isTransitiveAlone =
      next < chunks.count && chunks[next].kind == .preposition
      && ["to", "of", "against", "for", "with", "as", "in", "on", "at"].contains(chunks[next].head)
      && (followedByFinite(next) || startsPlain(before))
    let isNamer = next < chunks.count && group.lemma == "know"
    let isBelieved = group.outerLemma.map { Chunker.isBelief($0) } ?? false && group.isPassive
    let lacksObject =
      next < chunks.count && chunks[next].kind == .preposition
      && !ClauseFinder.intransitive.contains(group.lemma)
      && (scene.lexicon.relations.objectLabel(group.lemma) != nil
        || scene.lexicon.relations.rule(group.lemma, .patient, chunks[next].head) != nil)
    if isBelieved || lacksObject || isBy || isTransitiveAlone || isNamer {
      group.form = .participle
      group.isPassive = true
    }
  }

  /// Verbs that need no object.
  static let intransitive: Set<String> = [
    "escape", "flee", "strike", "report", "call", "visit", "back", "move", "fly", "drive", "hit",
    "sail", "return", "land", "enter", "expand", "operate", "search", "pay", "tell", "meet", "lead",
    "run",
    "work", "live", "fight", "manage", "complain", "pass", "shoot", "own", "cheat", "join", "merge",
  ]

  /// True for verbs after an object: *arrested the men linked to X*.
  func startsPlain(_ noun: Int) -> Bool {
    guard noun > 0 else { return false }
    let before = chunks[noun - 1]
    return before.kind == .verb || before.kind == .preposition
  }

  func followedByFinite(_ index: Int) -> Bool {
    var position = index
    while position < chunks.count {
      let chunk = chunks[position]
      if [.comma, .subordinator, .relative, .conjunction, .colon, .dash].contains(chunk.kind) {
        return false
      }
      if chunk.kind == .verb, chunk.group?.form == .finite { return true }
      position += 1
    }
    return false
  }

  // MARK: Right of the verb

  func readRight(_ clause: inout Clause) {
    var index = clause.verb + 1
    var preposition: String?
    var mayTakeObject = !clause.group.isPassive && !clause.group.isCopula
    var sawNoun = false
    while index < chunks.count {
      let chunk = chunks[index]
      switch chunk.kind {
      case .adverb, .quote, .other: index += 1
      case .noun where isTime(index) && preposition == nil: index += 1
      case .noun:
        if isSubjectOfNext(index), sawNoun || preposition != nil, preposition == nil { return }
        let isOwner = index + 1 < chunks.count && chunks[index + 1].owner == index
        if isOwner || isModifier(index) {
          index += 1
          continue
        }
        if let current = preposition {
          if current == "by", clause.group.isPassive {
            clause.agents.append(index)
          } else if current == "including", !clause.objects.isEmpty {
            clause.objects.append(index)
          } else {
            clause.obliques.append((current, index))
          }
        } else if mayTakeObject {
          clause.objects.append(index)
          mayTakeObject = false
        } else if clause.group.isCopula {
          clause.objects.append(index)
        } else if sawNoun, index > 0, chunks[index - 1].kind == .noun {
          // A second bare noun: apposition or the second object.
          clause.obliques.append(("", index))
        } else {
          return
        }
        sawNoun = true
        index += 1
      case .preposition:
        preposition = chunk.head
        if chunk.head == "including", clause.objects.isEmpty { return }
        mayTakeObject = false
        index += 1
      case .conjunction:
        guard sawNoun, let noun = joined(after: index) else { return }
        attach(noun, preposition, &clause)
        index = noun + 1
      case .comma:
        guard sawNoun else { return }
        if let next = nextKind(index + 1), next == .noun, let noun = joined(after: index),
          isList(index)
        {
          attach(noun, preposition, &clause)
          index = noun + 1
        } else if index + 1 < chunks.count, chunks[index + 1].head == "including" {
          index += 1
        } else if index + 1 < chunks.count, chunks[index + 1].kind == .noun,
          let draft = chunks[index + 1].draft, drafts[draft].type == .place
        {
          index += 2
        } else {
          return
        }
      case .dash:
        // A remark between dashes does not end the clause.
        guard let close = closing(index) else { return }
        index = close + 1
      case .open:
        var close = index
        while close < chunks.count, chunks[close].kind != .close { close += 1 }
        index = close + 1
      case .verb:
        return
      default: return
      }
    }
  }

  /// True for dates and weekdays, which are no object: *born 12 June 1953 in Y*, *met Monday with Y*.
  func isTime(_ index: Int) -> Bool {
    guard chunks[index].draft == nil else { return false }
    let words = chunks[index].words
    return words.allSatisfy { word in
      scene.words[word].shape == .number || scene.words[word].shape == .ordinal
        || !scene.lexicon.classes(scene.lower(word)).isDisjoint(with: [.month, .weekday])
    }
      && words.contains {
        !scene.lexicon.classes(scene.lower($0)).isDisjoint(with: [.month, .weekday])
      }
  }

  /// True for *U.S.* in *U.S. rival X*: the next noun follows at once.
  func isModifier(_ index: Int) -> Bool {
    guard index + 1 < chunks.count, chunks[index + 1].kind == .noun,
      chunks[index + 1].words.lowerBound == chunks[index].words.upperBound
    else { return false }
    let isPronoun = chunks[index].draft.map { drafts[$0].pronoun != nil } ?? false
    let isGroup = chunks[index].draft.map { drafts[$0].type == .group } ?? false
    return !isPronoun && !isGroup
  }

  func attach(_ noun: Int, _ preposition: String?, _ clause: inout Clause) {
    guard let preposition else {
      clause.objects.append(noun)
      return
    }
    if preposition == "by", clause.group.isPassive {
      clause.agents.append(noun)
    } else {
      clause.obliques.append((preposition, noun))
    }
  }

  func nextKind(_ index: Int) -> Chunk.Kind? {
    index < chunks.count ? chunks[index].kind : nil
  }

  /// The noun a conjunction joins, unless it opens a new clause.
  func joined(after index: Int) -> Int? {
    var next = index + 1
    while next < chunks.count,
      chunks[next].kind == .adverb || chunks[next].kind == .quote
        || chunks[next].kind == .conjunction
    {
      next += 1
    }
    guard next < chunks.count, chunks[next].kind == .noun, !isSubjectOfNext(next) else {
      return nil
    }
    while next + 1 < chunks.count, chunks[next + 1].owner == next { next += 1 }
    return next
  }

  /// True for a comma of a list: a conjunction joins its last item.
  func isList(_ comma: Int) -> Bool {
    var index = comma + 1
    var steps = 0
    while index < chunks.count, steps < 12 {
      switch chunks[index].kind {
      case .noun, .adverb, .quote, .preposition: break
      case .comma: break
      case .conjunction: return true
      default: return false
      }
      index += 1
      steps += 1
    }
    return false
  }

  /// True when the noun is the subject of a finite verb that follows.
  func isSubjectOfNext(_ index: Int) -> Bool {
    var next = index + 1
    while next < chunks.count, chunks[next].kind == .adverb { next += 1 }
    guard next < chunks.count, chunks[next].kind == .verb, let group = chunks[next].group else {
      return false
    }
    guard group.form == .finite else { return false }
    if group.isAmbiguous {
      var copy = group
      resolve(&copy, next)
      return copy.form == .finite
    }
    return true
  }

  func closing(_ dash: Int) -> Int? {
    var index = dash + 1
    while index < chunks.count {
      if chunks[index].kind == .dash { return index }
      if chunks[index].kind == .verb { return nil }
      index += 1
    }
    return nil
  }

}
