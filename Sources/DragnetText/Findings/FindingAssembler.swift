/// Collects findings, quantities and attributions of all sentences and turns drafts into mentions.
struct FindingAssembler {
  let scene: Scene
  let document: Document
  private(set) var builder: ChainBuilder
  private var relations: [FoundRelation] = []
  private var quantities: [FoundQuantity] = []
  private var attributions: [(Range<Int>, Int, String, Int?)] = []
  private var countryMentions: [String: [Int]] = [:]
  /// Below this a finding is more often wrong than right.
  private static let leastConfidence = 0.25
  private static let outlets: Set<String> = ["newspaper", "news agency", "broadcaster"]

  init(scene: Scene, document: Document, builder: ChainBuilder) {
    self.scene = scene
    self.document = document
    self.builder = builder
  }

  mutating func run(_ sentences: [ParsedSentence]) {
    let finder = RelationFinder(
      scene: scene, drafts: builder.drafts, chainOf: builder.chainOf, chains: builder.chains)
    let phrases = AppositionFinder(
      scene: scene, drafts: builder.drafts, chainOf: builder.chainOf, chains: builder.chains)
    let speakers = AttributionFinder(
      scene: scene, drafts: builder.drafts, chainOf: builder.chainOf, chains: builder.chains)
    let roles = RoleFinder(
      scene: scene, drafts: builder.drafts, chainOf: builder.chainOf, chains: builder.chains,
      finder: finder)
    let events = EventNounFinder(
      scene: scene, drafts: builder.drafts, chainOf: builder.chainOf, finder: finder)
    let neighbours = AffiliationFinder(
      scene: scene, drafts: builder.drafts, chainOf: builder.chainOf, chains: builder.chains)
    let trees = TreeRelationFinder(scene: scene, finder: finder)
    let scored = ScoredRelationFinder(scene: scene, finder: finder)
    let stance = StanceFinder(
      scene: scene, drafts: builder.drafts, finder: finder, speakers: speakers)
    let numbers = QuantityFinder(
      scene: scene, drafts: builder.drafts, chainOf: builder.chainOf,
      relations: scene.lexicon.relations, country: builder.dominant)
    let describer = DescriptionFinder(
      scene: scene, drafts: builder.drafts, chainOf: builder.chainOf)
    let states = StateFinder(scene: scene, drafts: builder.drafts, chainOf: builder.chainOf)
    var agents = ImplicitAgentFinder(finder: finder, year: document.published?.year)
    var signatures = SignatureFinder(finder: finder)
    collectCountries()
    for plain in sentences {
      let sentence = withActs(plain)
      var found = finder.relations(sentence) + phrases.relations(sentence)
      found += roles.relations(sentence) + events.relations(sentence) + nationality(sentence)
      found += neighbours.relations(sentence)
      let read = trees.relations(sentence)
      // "received $5 million from X" is a payment, read better from the tree.
      let paid = Set(read.filter { $0.label == "paid" }.map { pair($0) })
      found.removeAll { $0.label == "received_from" && paid.contains(pair($0)) }
      found += unrelated(read, found)
      found += unrelated(agents.relations(sentence), found)
      found += signatures.relations(sentence)
      found += unrelated(owners(sentence) + numbers.arrests(sentence), found)
      found += unrelated(scored.relations(sentence), found)
      found = stance.mark(found, sentence)
      let heard = speakers.speakers(sentence, finder)
      for speaker in heard {
        attributions.append((speaker.words, sentence.number, speaker.name, speaker.draft))
        for index in found.indices
        where found[index].words.lowerBound >= speaker.said.lowerBound
          && found[index].words.upperBound <= speaker.said.upperBound
          && found[index].from != speaker.draft
        {
          found[index].speaker = found[index].speaker ?? speaker.name
        }
        found += reported(speaker, sentence, finder)
      }
      relations += found
      var measured = numbers.quantities(sentence, earlier: quantities)
      measured += describer.descriptions(sentence) + numbers.places(sentence)
      measured += states.states(sentence) + numbers.treeValues(sentence)
      for index in measured.indices {
        let words = measured[index].words
        measured[index].quantity.speaker =
          heard.first {
            $0.said.lowerBound <= words.lowerBound && words.upperBound <= $0.said.upperBound
          }?.name
      }
      quantities += measured
    }
  }

  private func owners(_ sentence: ParsedSentence) -> [FoundRelation] {
    guard let acts = sentence.acts else { return [] }
    return OwnerFinder(acts: acts).owners().map { found in
      let ends = [builder.drafts[found.owner].words, builder.drafts[found.owned].words]
      let low = min(ends[0].lowerBound, ends[1].lowerBound, found.word)
      let high = max(ends[0].upperBound, ends[1].upperBound, found.word + 1)
      return FoundRelation(
        label: "owns", from: found.owner, to: found.owned, sentence: sentence.number,
        words: low..<high, statedAt: found.word, confidence: 0.8)
    }
  }

  private func withActs(_ sentence: ParsedSentence) -> ParsedSentence {
    guard let tree = sentence.tree else { return sentence }
    var sentence = sentence
    let parties = PartyFinder(tree: tree, drafts: builder.drafts, chainOf: builder.chainOf)
    sentence.acts = TreeActFinder(tree: tree, parties: parties)
    return sentence
  }

  /// Those of some findings whose ends others have not related.
  private func unrelated(_ new: [FoundRelation], _ known: [FoundRelation]) -> [FoundRelation] {
    var pairs = Set(known.map { pair($0) })
    var labels: Set<[Int]> = []
    return new.filter { relation in
      let ends = pair(relation)
      guard !pairs.contains(ends) || labels.contains(ends) else { return false }
      pairs.insert(ends)
      labels.insert(ends)
      return true
    }
  }

  private func pair(_ relation: FoundRelation) -> [Int] {
    let ends = [builder.chainOf[relation.from] ?? -1, builder.chainOf[relation.to] ?? -1]
    return ends.sorted()
  }

  private mutating func collectCountries() {
    for index in builder.drafts.indices
    where builder.drafts[index].type == .place && builder.chainOf[index] != nil {
      let draft = builder.drafts[index]
      guard let code = draft.attributes.country, scene.lexicon.countryNames[code] == draft.name
      else { continue }
      countryMentions[code, default: []].append(index)
    }
  }

  private let nationalLabels: [EntityType: String] = [
    .organization: "based_in", .agency: "part_of", .place: "located_in",
  ]

  /// *31 Utopians*, *a Utopian crime group*, *the Utopian city*: of a country the document names.
  private func nationality(_ sentence: ParsedSentence) -> [FoundRelation] {
    var result: [FoundRelation] = []
    for index in builder.drafts.indices(startingIn: sentence.draft.words) {
      let draft = builder.drafts[index]
      guard let code = demonymCountry(draft), builder.chainOf[index] != nil,
        draft.type != .other,
        let place = nearestCountry(code, draft.words.lowerBound)
      else { continue }
      result.append(
        FoundRelation(
          label: nationalLabels[draft.type] ?? "citizen_of", from: index, to: place,
          sentence: sentence.number, words: draft.words, confidence: 0.85))
    }
    return result
  }

  private func demonymCountry(_ draft: Draft) -> String? {
    guard draft.type == .place else {
      return draft.demonym == nil ? nil : draft.attributes.country
    }
    guard draft.kind == .nominal else { return nil }
    return draft.words.lazy.filter { scene.hits[$0].demonym > 0 }
      .compactMap { scene.lexicon.demonyms[scene.hits[$0].demonymIndex].country }.first
  }

  private func nearestCountry(_ code: String, _ word: Int) -> Int? {
    guard let places = countryMentions[code], !places.isEmpty else { return nil }
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if builder.drafts[places[middle]].words.lowerBound < word {
        low = middle + 1
      } else {
        high = middle
      }
    }
    if low == places.count { return places[low - 1] }
    if low == 0 { return places[0] }
    let after = builder.drafts[places[low]].words.lowerBound - word
    let before = word - builder.drafts[places[low - 1]].words.lowerBound
    return after < before ? places[low] : places[low - 1]
  }

  /// An outlet reports on whom its sentence is about; an official accuses the gang he speaks of.
  private func reported(
    _ speaker: AttributionFinder.Speaker, _ sentence: ParsedSentence, _ finder: RelationFinder
  ) -> [FoundRelation] {
    guard let draft = speaker.draft, let chain = builder.chainOf[draft] else { return [] }
    let attributes = builder.chains[chain].attributes
    let isOutlet = FindingAssembler.outlets.contains(attributes.office ?? "")
    let content = sentence.clauses.first { clause in
      clause.group.word >= speaker.said.lowerBound && clause.group.word < speaker.said.upperBound
        && clause.group.form == .finite
        && clause.group.word != speaker.clause.map { sentence.clauses[$0].group.word }
        && clause.subjects.contains {
          finder.mention($0, sentence.chunks).map { builder.chainOf[$0] != chain } ?? false
        }
    }
    let subject = content?.subjects.compactMap { finder.mention($0, sentence.chunks) }.first
    let near =
      isOutlet
      ? builder.drafts.indices(startingIn: speaker.said).first {
        builder.drafts[$0].type == .group && builder.chainOf[$0] != nil
      } : nil
    guard let topic = subject ?? near, let about = builder.chainOf[topic] else { return [] }
    let words =
      min(
        speaker.words.lowerBound, builder.drafts[topic].words.lowerBound)..<max(
        speaker.words.upperBound, builder.drafts[topic].words.upperBound)
    if isOutlet {
      return [
        FoundRelation(
          label: "reported_on", from: draft, to: topic, sentence: sentence.number, words: words,
          confidence: 0.7)
      ]
    }
    let target = builder.chains[about]
    let isCourt = ["judiciary", "court", "prosecutor"].contains(attributes.office ?? "")
    if isCourt, builder.drafts[topic].type == .group || builder.drafts[topic].type == .person,
      let content, isDetention(content, sentence)
    {
      return [
        FoundRelation(
          label: "ordered_detention_of", from: draft, to: topic, sentence: sentence.number,
          words: words, confidence: 0.7)
      ]
    }
    guard builder.drafts[draft].type != .organization, target.type == .organization,
      ["crime group", "armed group"].contains(target.attributes.office ?? "")
    else { return [] }
    return [
      FoundRelation(
        label: "accused", from: draft, to: topic, sentence: sentence.number, words: words,
        modality: .alleged, confidence: 0.6)
    ]
  }

  /// *X was given two months of custody*, *X be held in custody*.
  private func isDetention(_ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    let nouns: Set<String> = ["detention", "custody", "prison", "jail", "arrest", "imprisonment"]
    if ["detain", "jail", "remand", "imprison", "hold"].contains(clause.group.lemma) {
      return true
    }
    let heads = (clause.objects + clause.obliques.map(\.noun)).map { sentence.chunks[$0].head }
    return heads.contains { nouns.contains($0) }
  }

  // MARK: The reading

  func reading(_ sentences: [ParsedSentence]) -> Reading {
    var mentions: [Mention] = []
    var chainIndex: [Int: Int] = [:]
    var chains: [Chain] = []
    var mentionOf = [Int](repeating: -1, count: builder.drafts.count)
    for said in said(sentences) {
      let number: Int
      if let known = chainIndex[said.chain] {
        number = known
      } else {
        number = chains.count
        chainIndex[said.chain] = number
        chains.append(makeChain(said.chain))
      }
      if let draft = said.draft { mentionOf[draft] = mentions.count }
      chains[number].mentions.append(mentions.count)
      mentions.append(
        Mention(
          range: said.range, kind: said.kind, type: chains[number].type, chain: number,
          confidence: said.confidence))
    }
    let (tokens, sentenceTokens) = TokenMaker(scene: scene).tokens()
    return Reading(
      document: document,
      sentences: sentences.map {
        Sentence(
          range: range($0.draft.words), tokens: sentenceTokens[$0.number],
          isHeadline: $0.draft.isHeadline)
      },
      tokens: tokens, mentions: mentions, chains: chains,
      findings: findings(mentionOf), quantities: measured(mentionOf),
      attributions: attributions.map {
        Attribution(
          range: range($0.0), sentence: $0.1, speaker: $0.2,
          mention: $0.3.flatMap { mentionOf[$0] >= 0 ? mentionOf[$0] : nil })
      }.sorted { ($0.range, $0.speaker) < ($1.range, $1.speaker) })
  }

  /// A mention to be.
  private struct Said {
    let range: TextRange
    let kind: Mention.Kind
    let confidence: Double
    /// Index of its chain in the builder.
    let chain: Int
    /// The draft it was; nil for the whole phrase around one.
    let draft: Int?
  }

  /// Drafts that have a chain and the phrases around them, by range.
  private func said(_ sentences: [ParsedSentence]) -> [Said] {
    var result = builder.drafts.indices.compactMap { index in
      builder.chainOf[index].map { chain in
        let draft = builder.drafts[index]
        return Said(
          range: range(of: draft), kind: draft.kind, confidence: draft.confidence, chain: chain,
          draft: index)
      }
    }
    if scene.advice != nil {
      let phrases = FullPhrases(
        scene: scene, builder: builder, trees: sentences.compactMap(\.tree)
      ).phrases()
      result += phrases.map {
        Said(
          range: range($0.words), kind: $0.kind, confidence: FullPhrases.confidence,
          chain: $0.chain, draft: nil)
      }
    }
    return result.sorted { ($0.range, $0.draft ?? .max) < ($1.range, $1.draft ?? .max) }
  }

  /// Its words; of *Oslo-based* the town alone.
  private func range(of draft: Draft) -> TextRange {
    let range = range(draft.words)
    if draft.type == .place, draft.words.count == 1,
      scene.lower(draft.words.lowerBound).hasSuffix("-based"), range.end - range.start > 6
    {
      return TextRange(range.start, range.end - 6)
    }
    return range
  }

  private func range(_ words: Range<Int>) -> TextRange {
    TextRange(scene.words[words.lowerBound].start, scene.words[words.upperBound - 1].end)
  }

  private func findings(_ mentionOf: [Int]) -> [Finding] {
    var seen: Set<[String]> = []
    var result: [Finding] = []
    for relation in relations {
      guard mentionOf[relation.from] >= 0, mentionOf[relation.to] >= 0,
        relation.confidence >= FindingAssembler.leastConfidence
      else { continue }
      let finding = Finding(
        label: relation.label, from: mentionOf[relation.from], to: mentionOf[relation.to],
        isDirected: relation.isDirected, sentence: relation.sentence, range: range(relation.words),
        polarity: relation.polarity, modality: relation.modality, date: relation.date,
        speaker: relation.speaker, confidence: confidence(of: relation))
      let key = [
        finding.label, "\(mentionChain(relation.from))", "\(mentionChain(relation.to))",
        "\(finding.sentence)", finding.polarity.rawValue,
      ]
      if seen.insert(key).inserted { result.append(finding) }
    }
    return result.sorted {
      ($0.range, $0.label, $0.from, $0.to) < ($1.range, $1.label, $1.from, $1.to)
    }
  }

  /// The calibrated confidence of a relation, to two decimals.
  private func confidence(of relation: FoundRelation) -> Double {
    let from = builder.drafts[relation.from], to = builder.drafts[relation.to]
    var judged = FindingConfidence(
      label: relation.label, from: from, to: to, ranges: (range(from.words), range(to.words)))
    judged.isImplied = relation.isImplied
    return (judged.probability * 100).rounded() / 100
  }

  private func mentionChain(_ draft: Int) -> Int { builder.chainOf[draft] ?? -1 }

  private func measured(_ mentionOf: [Int]) -> [Quantity] {
    quantities.map { found in
      var quantity = found.quantity
      quantity.subject = found.subject.flatMap { mentionOf[$0] >= 0 ? mentionOf[$0] : nil }
      quantity.partOf = found.partOf
      quantity.restates = found.restates
      return quantity
    }
  }

  private func makeChain(_ index: Int) -> Chain {
    let draft = builder.chains[index]
    let named = draft.drafts.map { builder.drafts[$0] }
    let name = bestName(draft, named)
    var type = draft.type
    if draft.isNamed {
      var votes: [EntityType: Double] = [:]
      for one in named where one.kind == .name {
        votes[one.type, default: 0] += one.isGuess ? one.confidence / 2 : one.confidence
      }
      type = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? type
    }
    var aliases = Set(named.flatMap(\.aliases))
    for one in named where one.kind == .name { aliases.insert(one.name) }
    aliases.remove(name)
    return Chain(
      type: type, name: name, mentions: [], attributes: draft.attributes,
      aliases: aliases.sorted())
  }

  /// The name most of the mentions give; for people the fullest one.
  private func bestName(_ chain: ChainDraft, _ drafts: [Draft]) -> String {
    let names = drafts.filter { $0.kind == .name }.map { NameForm.withoutArticle($0.name) }
    if chain.type == .person,
      let longest = names.max(by: { ($0.utf8.count, $1) < ($1.utf8.count, $0) })
    {
      return longest
    }
    if chain.type == .group {
      let counted = drafts.filter { $0.attributes.count != nil && $0.kind != .pronoun }
      return (counted.first { !$0.isCopula } ?? counted.first ?? drafts.first)?.name ?? ""
    }
    if chain.type == .agency, !chain.isNamed, let office = chain.attributes.office, office != "unit"
    {
      return drafts.first.map { NameForm.withoutArticle($0.name) } ?? office
    }
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    let best = counts.max {
      ($0.value, $0.key.utf8.count, $1.key) < ($1.value, $1.key.utf8.count, $0.key)
    }
    if let key = best?.key, !key.contains(" "), chain.type == .organization,
      let full = names.filter({ $0.hasPrefix(key + " ") && $0.split(separator: " ").count <= 4 })
        .max(by: { ($0.utf8.count, $1) < ($1.utf8.count, $0) })
    {
      return full
    }
    return best?.key ?? drafts.first?.name ?? ""
  }
}
