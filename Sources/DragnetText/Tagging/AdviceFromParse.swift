extension Advice {
  /// What a parse says, word by word of the rules.
  ///
  /// - Complexity: linear in words of both.
  init(_ parse: Parse, words: [DragnetText.Word]) {
    let wordOf = Advice.places(of: parse.words.map(\.range), words)
    var said = [Word?](repeating: nil, count: words.count)
    var plurals: Set<Int> = []
    for (index, word) in parse.words.enumerated() {
      guard let at = wordOf[index] else { continue }
      let head = word.head.map { wordOf[$0] ?? -1 } ?? -1
      // Of several parts of a word, the one speaks for it that hangs on another word.
      if head == at || said[at] != nil && word.label == "punct" { continue }
      said[at] = Word(
        part: Word.Part(word.upos), lemma: word.lemma.lowercased(), form: VerbForms(word.xpos),
        head: head, label: word.label)
      if word.xpos == "NNS" || word.xpos == "NNPS" { plurals.insert(at) }
    }
    Advice.hangAppositions(&said, plurals: plurals)
    Advice.cutCycles(&said)
    var chains: [[Range<Int>]] = []
    var chainOf = [Int?](repeating: nil, count: parse.chains.count)
    for (index, chain) in parse.chains.enumerated() {
      let ranges = chain.compactMap { Advice.range(parse.mentions[$0].words, wordOf) }
      guard ranges.count > 1 else { continue }
      chainOf[index] = chains.count
      chains.append(ranges)
    }
    self.init(
      words: said,
      names: parse.names.compactMap { name in
        guard let type = name.type.entityType,
          let range = Advice.range(name.words, wordOf)
        else { return nil }
        return Name(words: range, type: type, probability: name.probability)
      },
      chains: chains,
      nouns: parse.mentions.compactMap { mention in
        guard mention.kind == .nominal, let range = Advice.range(mention.words, wordOf) else {
          return nil
        }
        return Noun(words: range, type: mention.type.entityType, chain: chainOf[mention.chain])
      },
      calls: parse.mentions.compactMap { mention in
        guard mention.kind == .name, let type = mention.type.entityType,
          let range = Advice.range(mention.words, wordOf)
        else { return nil }
        return Name(words: range, type: type, probability: mention.probability)
      },
      relations: parse.relations.compactMap { relation in
        guard let from = wordOf[relation.from], let to = wordOf[relation.to], from != to else {
          return nil
        }
        return Relation(
          from: from, to: to, label: relation.label, probability: relation.probability)
      })
  }

  /// For each range the index of the word it lies in.
  private static func places(of ranges: [TextRange], _ words: [DragnetText.Word]) -> [Int?] {
    var at = 0
    return ranges.map { range in
      while at < words.count, words[at].end < range.end { at += 1 }
      return at < words.count && words[at].start <= range.start ? at : nil
    }
  }

  private static func range(_ parts: Range<Int>, _ wordOf: [Int?]) -> Range<Int>? {
    guard let first = parts.lazy.compactMap({ wordOf[$0] }).first,
      let last = parts.reversed().lazy.compactMap({ wordOf[$0] }).first
    else { return nil }
    return first..<(last + 1)
  }
}

extension Advice.Word.Part {
  /// By the name it has in Universal Dependencies.
  fileprivate init(_ upos: String) {
    switch upos {
    case "NOUN": self = .noun
    case "PROPN": self = .properNoun
    case "ADJ": self = .adjective
    case "ADV": self = .adverb
    case "VERB": self = .verb
    case "AUX": self = .auxiliary
    default: self = .other
    }
  }
}

extension VerbForms {
  /// By a tag of the Penn Treebank; empty for what is no verb.
  fileprivate init(_ xpos: String) {
    switch xpos {
    case "VB": self = .base
    case "VBD": self = .past
    case "VBG": self = .gerund
    case "VBN": self = .participle
    case "VBP": self = [.base, .third]
    case "VBZ", "MD": self = .third
    default: self = []
    }
  }
}

extension Parse.NameType {
  /// The kind of entity it names; nil for times and amounts.
  fileprivate var entityType: EntityType? {
    switch self {
    case .person: .person
    case .organization: .organization
    case .agency: .agency
    case .place: .place
    case .other: .other
    case .time, .number, .money: nil
    }
  }
}

extension Parse.MentionType {
  /// The kind of entity it may be; nil for what is none.
  fileprivate var entityType: EntityType? {
    switch self {
    case .person: .person
    case .organization: .organization
    case .place: .place
    case .object, .event, .time, .substance, .animal, .plant, .abstract: nil
    }
  }
}
