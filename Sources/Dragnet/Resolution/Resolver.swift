import DragnetText

/// The chains of all documents grouped into those that mean the same.
struct Resolution {
  /// A judgement on two chains, by their places in `records`.
  struct Pair {
    let a: Int
    let b: Int
    let judgement: Judgement
  }

  /// All chains, ordered by document and chain.
  let records: [ChainRecord]
  /// Indices into `records` of the chains that mean the same, each set ascending, sets ordered by
  /// their first.
  let sets: [[Int]]
  /// Every judgement that joined something, with its reasons.
  let judgements: [Pair]
  /// Judgements that joined nothing, one for any two sets, with what came of them.
  let refused: [(pair: Pair, outcome: KeptJudgement.Outcome)]
  /// Indices into `records` of chains that are alike in all that is compared, two or more.
  let alike: [[Int]]
  /// What became of a person's judgements.
  let fates: [Overrules.Fate]
  /// By reading: the case it belongs to.
  let caseOf: [Int]
}

/// Groups chains: first those that are alike in all that is compared and those that a person says
/// are the same, then by judged pairs, surest first, never across a pair judged different; then the
/// vaguer names that only one fits; last the groups of people, by event and by the entities their
/// documents share.
///
/// What a person says differs never comes into one set. As the surest joins come first, of a chain of
/// joins that would lead from the one to the other it is the weakest that is not made.
struct Resolver {
  private let readings: [Reading]
  private let records: [ChainRecord]
  private var prototypes: [Prototype] = []
  private var clusters: Clusters
  private var judgements: [Resolution.Pair] = []
  private var refused: [(pair: Resolution.Pair, outcome: KeptJudgement.Outcome)] = []
  private var told: [Resolution.Pair] = []
  private var overrules: Overrules
  /// By prototype: the sides of a person's *different* that it is on.
  private var marks: [Int: Set<Int>] = [:]
  /// Prototypes that a person says are the same.
  private var persons: [[Int]] = []
  private var caseOf: [Int] = []

  /// Groups the chains of readings that stand in their final order.
  static func resolve(_ readings: [Reading], judgements: Judgements = Judgements()) -> Resolution {
    var resolver = Resolver(readings, judgements)
    resolver.joinAsPersonsSay()
    resolver.joinJudged()
    return resolver.finish()
  }

  private init(_ readings: [Reading], _ judgements: Judgements) {
    self.readings = readings
    records = readings.indices.flatMap { reading in
      readings[reading].chains.indices.map {
        ChainRecord(reading: reading, chain: $0, of: readings[reading])
      }
    }
    overrules = Overrules(judgements, readings: readings, records: records)
    var placeOfSignature: [String: Int] = [:]
    for (index, record) in records.enumerated() {
      let tags = overrules.tags[index] ?? []
      if var signature = record.signature {
        // Chains on two sides of a person's judgement are not alike.
        if !tags.isEmpty { signature += "|\(tags.sorted())" }
        if let place = placeOfSignature[signature] {
          prototypes[place].members.append(index)
          continue
        }
        placeOfSignature[signature] = prototypes.count
      }
      if !tags.isEmpty { marks[prototypes.count] = tags }
      prototypes.append(Prototype(record: record, members: [index]))
    }
    var faces = Faces<String>()
    clusters = Clusters(
      count: prototypes.count, faces: prototypes.map { faces.number($0.record.look) },
      marks: marks)
  }

  /// Joins what a person says is the same, in the order of the file; a judgement that would join
  /// what another parts is not applied.
  private mutating func joinAsPersonsSay() {
    guard !overrules.fates.isEmpty else { return }
    var prototypeOf = [Int](repeating: 0, count: records.count)
    for (place, prototype) in prototypes.enumerated() {
      for member in prototype.members { prototypeOf[member] = place }
    }
    for (place, fate) in overrules.fates.enumerated() where fate.line.isSame && fate.fault == nil {
      let members = Set((fate.left + fate.right).map { prototypeOf[$0] }).sorted()
      if let clash = clusters.clash(of: members) {
        let number = overrules.fates[clash].line.number
        overrules.fates[place].fault = .contradicted("line \(number) says that they differ")
        continue
      }
      for member in members.dropFirst() { clusters.join(members[0], member) }
      persons.append(members)
    }
  }

  private mutating func joinJudged() {
    var firm: [Resolution.Pair] = []
    var vague: [Resolution.Pair] = []
    for (a, b) in Blocking(prototypes).pairs() {
      let judgement = Judge.judge(prototypes[a].record, prototypes[b].record)
      let pair = Resolution.Pair(a: a, b: b, judgement: judgement)
      switch judgement.decision {
      case .same where judgement.isOnlyIfUnique: vague.append(pair)
      case .same: firm.append(pair)
      case .different: told.append(pair)
      case .unsure: break
      }
    }
    firm.sort { Resolver.isSurer($0, $1) }
    for pair in firm { join(pair) }
    let cases = CaseFinder(
      readings: readings, records: records, prototypes: prototypes, clusters: clusters)
    caseOf = cases.caseOf
    joinVague(vague, cases)
    let roles = RoleResolver(
      readings: readings, records: records, prototypes: prototypes, caseOf: caseOf)
    for pair in roles.joins({ clusters.root(of: $0) }) { join(pair) }
    var groups = GroupResolver(
      readings: readings, records: records, prototypes: prototypes, caseOf: caseOf,
      marks: marks, persons: persons)
    let made = groups.joins()
    refused += made.refused
    for pair in made.joined {
      if clusters.clash(of: [pair.a, pair.b]) != nil {
        refused.append((pair, .overruled))
      } else {
        clusters.join(pair.a, pair.b)
        judgements.append(pair)
      }
    }
  }

  /// Joins two prototypes unless a person or a judgement on their sets speaks against it.
  private mutating func join(_ pair: Resolution.Pair) {
    let left = clusters.root(of: pair.a), right = clusters.root(of: pair.b)
    guard left != right else { return }
    if clusters.clash(of: [left, right]) != nil {
      refused.append((pair, .overruled))
    } else if let against = objection(left, right) {
      refused.append((pair.but(against), .heldBack))
    } else {
      clusters.join(left, right)
      judgements.append(pair)
    }
  }

  private static func isSurer(_ a: Resolution.Pair, _ b: Resolution.Pair) -> Bool {
    (-a.judgement.probability, a.a, a.b) < (-b.judgement.probability, b.a, b.b)
  }

  /// Joins what fits one candidate only, counted in sets as the firm judgements left them: first
  /// to the more precise names, then the equally vague ones among themselves.
  private mutating func joinVague(_ pairs: [Resolution.Pair], _ cases: CaseFinder) {
    let pairs = pairs.filter { areOfOneCase($0.a, $0.b, cases) }.sorted(by: Resolver.isSurer)
    var candidates: [Int: Set<Int>] = [:]
    for pair in pairs {
      guard let vaguer = vaguerOf(pair) else { continue }
      let other = vaguer == pair.a ? pair.b : pair.a
      candidates[vaguer, default: []].insert(clusters.root(of: other))
    }
    func rivals(of prototype: Int) -> Set<Int> {
      Set((candidates[prototype] ?? []).map { clusters.root(of: $0) })
    }
    for pair in pairs {
      guard let vaguer = vaguerOf(pair) else { continue }
      let other = clusters.root(of: vaguer == pair.a ? pair.b : pair.a)
      let roots = rivals(of: vaguer)
      if roots.count == 1 || presentRivals(roots, of: vaguer) == [other]
        || namesakes(roots, of: vaguer) == [other]
      {
        join(pair)
      } else {
        refused.append((pair.but("others fit as well"), .heldBack))
      }
    }
    for pair in pairs where vaguerOf(pair) == nil {
      let roots = rivals(of: pair.a).union(rivals(of: pair.b))
      if roots.count < 2 {
        join(pair)
      } else {
        refused.append((pair.but("others fit as well"), .heldBack))
      }
    }
  }

  /// The rivals that the one document of the vaguer name speaks of.
  private func presentRivals(_ roots: Set<Int>, of vaguer: Int) -> Set<Int> {
    let documents = Set(prototypes[vaguer].members.map { records[$0].reading })
    guard documents.count == 1, let document = documents.first else { return [] }
    return roots.filter { root in
      clusters.members(ofRoot: root).contains { member in
        prototypes[member].members.contains { records[$0].reading == document }
      }
    }
  }

  /// The rivals that other documents call so as well: by the single name, or the short one.
  private func namesakes(_ roots: Set<Int>, of vaguer: Int) -> Set<Int> {
    let record = prototypes[vaguer].record
    guard record.isNamed, record.form.tokens.count == 1 else { return [] }
    return roots.filter { root in
      clusters.members(ofRoot: root).contains {
        prototypes[$0].record.aliases.contains(record.form)
      }
    }
  }

  /// The vaguer of two: fewer words, no name, no country, no words of its own. Nil when neither is.
  private func vaguerOf(_ pair: Resolution.Pair) -> Int? {
    func precision(_ index: Int) -> (Int, Int, Int) {
      let record = prototypes[index].record
      let words = record.form.tokens
      let letters = words.reduce(0) { $0 + ($1.count > 1 ? 1 : 0) }
      return record.type == .agency
        ? (
          record.attributes.country == nil ? 0 : 1, OwnWords.of(record).count,
          record.isNamed ? 1 : 0
        )
        : (record.isNamed ? 1 : 0, words.count, letters)
    }
    let left = precision(pair.a), right = precision(pair.b)
    return left == right ? nil : left < right ? pair.a : pair.b
  }

  /// A bare noun or a single name joins only what its document has to do with: an office of a
  /// country that the document speaks of, or a name in a document of the same case.
  private func areOfOneCase(_ a: Int, _ b: Int, _ cases: CaseFinder) -> Bool {
    let one = prototypes[a], other = prototypes[b]
    func isBare(_ record: ChainRecord) -> Bool {
      !record.isNamed || (record.type == .person && record.form.tokens.count == 1)
    }
    guard isBare(one.record) || isBare(other.record) else { return true }
    let left = documents(of: one), right = documents(of: other)
    if one.record.type == .agency {
      func speaks(_ documents: [Int], of country: String?) -> Bool {
        guard let country else { return false }
        return documents.contains { cases.countries[$0].contains(country) }
      }
      if speaks(left, of: other.record.attributes.country)
        || speaks(right, of: one.record.attributes.country)
      {
        return true
      }
    }
    return left.contains { first in
      right.contains { cases.caseOf[$0] == cases.caseOf[first] }
    }
  }

  /// The documents of a prototype, the first few of them.
  private func documents(of prototype: Prototype) -> [Int] {
    prototype.members.prefix(16).map { records[$0].reading }
  }

  /// Why a chain of the one set is judged different from one of the other, or nil.
  private func objection(_ left: Int, _ right: Int) -> String? {
    for one in clusters.examples(ofRoot: left) {
      for other in clusters.examples(ofRoot: right) {
        let judgement = Judge.judge(prototypes[one].record, prototypes[other].record)
        if judgement.decision == .different { return judgement.reasons.joined(separator: ", ") }
      }
    }
    return nil
  }

  private func finish() -> Resolution {
    var sets: [Int: [Int]] = [:]
    for index in prototypes.indices {
      sets[clusters.root(of: index), default: []] += prototypes[index].members
    }
    let ordered = sets.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    return Resolution(
      records: records, sets: ordered, judgements: judgements.map(ofRecords),
      refused: distinctRefusals().map { (ofRecords($0.pair), $0.outcome) },
      alike: prototypes.map(\.members).filter { $0.count > 1 }, fates: overrules.fates,
      caseOf: caseOf)
  }

  /// The surest refusal between any two sets, and what a person's judgement overruled within one.
  private func distinctRefusals() -> [(pair: Resolution.Pair, outcome: KeptJudgement.Outcome)] {
    struct Key: Hashable {
      let low: Int
      let high: Int
      let decision: Judgement.Decision
    }
    let said = Set(persons.flatMap { $0.map { clusters.root(of: $0) } })
    var seen: Set<Key> = []
    var kept: [(pair: Resolution.Pair, outcome: KeptJudgement.Outcome)] = []
    for (pair, outcome) in refused + told.map({ ($0, .applied) }) {
      let left = clusters.root(of: pair.a), right = clusters.root(of: pair.b)
      let key = Key(
        low: min(left, right), high: max(left, right), decision: pair.judgement.decision)
      if left == right {
        // Told apart, and yet one: only a person can have said so.
        guard pair.judgement.decision == .different, said.contains(left),
          seen.insert(key).inserted
        else { continue }
        kept.append((pair, .overruled))
      } else if seen.insert(key).inserted {
        kept.append((pair, outcome))
      }
    }
    return kept
  }

  private func ofRecords(_ pair: Resolution.Pair) -> Resolution.Pair {
    Resolution.Pair(
      a: prototypes[pair.a].members[0], b: prototypes[pair.b].members[0],
      judgement: pair.judgement)
  }
}

extension Resolution.Pair {
  /// The same with one more reason, which speaks against it.
  func but(_ reason: String) -> Resolution.Pair {
    var judgement = judgement
    judgement.reasons.append("but: " + reason)
    return Resolution.Pair(a: a, b: b, judgement: judgement)
  }
}
