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
  /// By reading: the case it belongs to.
  let caseOf: [Int]
}

/// Groups chains: first those that are alike in all that is compared, then by judged pairs, surest
/// first, never across a pair judged different; then the vaguer names that only one fits; last the
/// groups of people, by event and by the entities their documents share.
struct Resolver {
  private let readings: [Reading]
  private let records: [ChainRecord]
  private var prototypes: [Prototype] = []
  private var clusters: Clusters
  private var judgements: [Resolution.Pair] = []
  private var caseOf: [Int] = []

  /// Groups the chains of readings that stand in their final order.
  static func resolve(_ readings: [Reading]) -> Resolution {
    var resolver = Resolver(readings)
    resolver.joinJudged()
    return resolver.finish()
  }

  private init(_ readings: [Reading]) {
    self.readings = readings
    records = readings.indices.flatMap { reading in
      readings[reading].chains.indices.map {
        ChainRecord(reading: reading, chain: $0, of: readings[reading])
      }
    }
    var placeOfSignature: [String: Int] = [:]
    for (index, record) in records.enumerated() {
      if let signature = record.signature {
        if let place = placeOfSignature[signature] {
          prototypes[place].members.append(index)
          continue
        }
        placeOfSignature[signature] = prototypes.count
      }
      prototypes.append(Prototype(record: record, members: [index]))
    }
    var faces = Faces<String>()
    clusters = Clusters(
      count: prototypes.count, faces: prototypes.map { faces.number($0.record.look) })
  }

  private mutating func joinJudged() {
    var firm: [Resolution.Pair] = []
    var vague: [Resolution.Pair] = []
    for (a, b) in Blocking(prototypes).pairs() {
      let judgement = Judge.judge(prototypes[a].record, prototypes[b].record)
      switch judgement.decision {
      case .same where judgement.isOnlyIfUnique:
        vague.append(Resolution.Pair(a: a, b: b, judgement: judgement))
      case .same:
        firm.append(Resolution.Pair(a: a, b: b, judgement: judgement))
      case .different, .unsure: break
      }
    }
    firm.sort { Resolver.isSurer($0, $1) }
    for pair in firm where canJoin(pair.a, pair.b) {
      clusters.join(pair.a, pair.b)
      judgements.append(pair)
    }
    let cases = CaseFinder(
      readings: readings, records: records, prototypes: prototypes, clusters: clusters)
    caseOf = cases.caseOf
    joinVague(vague, cases)
    var groups = GroupResolver(
      readings: readings, records: records, prototypes: prototypes, caseOf: caseOf)
    for pair in groups.joins() {
      clusters.join(pair.a, pair.b)
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
      guard roots.count == 1 || presentRivals(roots, of: vaguer) == [other],
        canJoin(pair.a, pair.b)
      else { continue }
      clusters.join(pair.a, pair.b)
      judgements.append(pair)
    }
    for pair in pairs where vaguerOf(pair) == nil {
      let roots = rivals(of: pair.a).union(rivals(of: pair.b))
      guard roots.isEmpty || roots.count == 1, canJoin(pair.a, pair.b) else { continue }
      clusters.join(pair.a, pair.b)
      judgements.append(pair)
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

  /// True when no chain of the one set is judged different from one of the other.
  private mutating func canJoin(_ a: Int, _ b: Int) -> Bool {
    let left = clusters.root(of: a), right = clusters.root(of: b)
    guard left != right else { return false }
    for one in clusters.examples(ofRoot: left) {
      for other in clusters.examples(ofRoot: right) {
        let judgement = Judge.judge(prototypes[one].record, prototypes[other].record)
        if judgement.decision == .different { return false }
      }
    }
    return true
  }

  private mutating func finish() -> Resolution {
    var sets: [Int: [Int]] = [:]
    for index in prototypes.indices {
      sets[clusters.root(of: index), default: []] += prototypes[index].members
    }
    let ordered = sets.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    let pairs = judgements.map {
      Resolution.Pair(
        a: prototypes[$0.a].members[0], b: prototypes[$0.b].members[0], judgement: $0.judgement)
    }
    return Resolution(records: records, sets: ordered, judgements: pairs, caseOf: caseOf)
  }
}
