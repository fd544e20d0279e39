import DragnetText

/// Joins groups of people across the documents of one case.
///
/// Only groups of the same origin, or of the same part in the event, meet.
struct GroupResolver {
  private static let blockLimit = 2000

  private let profiles: [(prototype: Int, profile: GroupProfile)]
  private let caseOf: [Int]
  /// By root: the documents its set speaks in.
  private var readingsOf: [Set<Int>] = []
  /// By place in `profiles`, as `Clusters` wants them.
  private var marks: [Int: Set<Int>] = [:]
  /// Places in `profiles` that a person says are the same.
  private var persons: [[Int]] = []

  /// - Parameters:
  ///   - marks: by prototype, the sides of a person's *different* that it is on.
  ///   - persons: prototypes that a person says are the same.
  init(
    readings: [Reading], records: [ChainRecord], prototypes: [Prototype],
    caseOf: [Int], marks: [Int: Set<Int>], persons: [[Int]]
  ) {
    self.caseOf = caseOf
    let parts = readings.map(EventParts.init)
    profiles = prototypes.enumerated().compactMap { index, prototype in
      let record = prototype.record
      guard record.type == .group else { return nil }
      let events = parts[record.reading]
      return (
        index,
        GroupProfile(
          record, in: readings[record.reading], suffered: events.suffered[record.chain] ?? [],
          did: events.did[record.chain] ?? [])
      )
    }
    guard !marks.isEmpty || !persons.isEmpty else { return }
    let places = Dictionary(
      uniqueKeysWithValues: profiles.enumerated().map { ($1.prototype, $0) })
    for (prototype, sides) in marks {
      if let place = places[prototype] { self.marks[place] = sides }
    }
    self.persons = persons.map { $0.compactMap { places[$0] } }.filter { $0.count > 1 }
  }

  /// The pairs of prototypes to join, surest first, and the surest of those not to join.
  mutating func joins() -> (
    joined: [Resolution.Pair], refused: [(pair: Resolution.Pair, outcome: KeptJudgement.Outcome)]
  ) {
    var firm: [Resolution.Pair] = []
    var vague: [Resolution.Pair] = []
    for (a, b) in pairs() {
      let judgement = judge(a, b)
      guard judgement.decision == .same else { continue }
      let pair = Resolution.Pair(a: a, b: b, judgement: judgement)
      if judgement.isOnlyIfUnique { vague.append(pair) } else { firm.append(pair) }
    }
    var faces = Faces<GroupProfile.Look>()
    var clusters = Clusters(
      count: profiles.count, faces: profiles.map { faces.number($0.profile.look) }, marks: marks)
    readingsOf = profiles.map { [$0.profile.reading] }
    for members in persons {
      for member in members.dropFirst() { join(members[0], member, &clusters) }
    }
    var joined: [Resolution.Pair] = []
    var refused: [(pair: Resolution.Pair, outcome: KeptJudgement.Outcome)] = []
    func decide(_ pair: Resolution.Pair) {
      guard clusters.root(of: pair.a) != clusters.root(of: pair.b) else { return }
      if clusters.clash(of: [pair.a, pair.b]) != nil {
        refused.append((pair, .overruled))
      } else if canJoin(pair.a, pair.b, clusters) {
        join(pair.a, pair.b, &clusters)
        joined.append(pair)
      } else {
        refused.append((pair.but("others of the two are told apart"), .heldBack))
      }
    }
    for pair in firm.sorted(by: isSurer) { decide(pair) }
    var candidates: [Int: Set<Int>] = [:]
    for pair in vague {
      candidates[pair.a, default: []].insert(clusters.root(of: pair.b))
      candidates[pair.b, default: []].insert(clusters.root(of: pair.a))
    }
    for pair in vague.sorted(by: isSurer) {
      let vaguer = isVaguer(pair.a, pair.b) ? pair.a : pair.b
      let roots = Set((candidates[vaguer] ?? []).map { clusters.root(of: $0) })
      if roots.subtracting([clusters.root(of: vaguer)]).count == 1 {
        decide(pair)
      } else {
        refused.append((pair.but("others fit as well"), .heldBack))
      }
    }
    return (joined.map(ofPrototypes), refused.map { (ofPrototypes($0.pair), $0.outcome) })
  }

  private func ofPrototypes(_ pair: Resolution.Pair) -> Resolution.Pair {
    Resolution.Pair(
      a: profiles[pair.a].prototype, b: profiles[pair.b].prototype, judgement: pair.judgement)
  }

  private func isSurer(_ a: Resolution.Pair, _ b: Resolution.Pair) -> Bool {
    (-a.judgement.probability, a.a, a.b) < (-b.judgement.probability, b.a, b.b)
  }

  private func isVaguer(_ a: Int, _ b: Int) -> Bool {
    func precision(_ index: Int) -> (Int, Int) {
      let profile = profiles[index].profile
      return (profile.country == nil ? 0 : 1, profile.count == nil ? 0 : 1)
    }
    return precision(a) == precision(b) ? a > b : precision(a) < precision(b)
  }

  private func judge(_ a: Int, _ b: Int) -> Judgement {
    let left = profiles[a].profile, right = profiles[b].profile
    guard left.reading == right.reading else { return left.judge(right) }
    return left.count != nil && left.count == right.count && left.key == right.key
      ? .same(0.9, "the same words in one document")
      : .different("told apart by one document")
  }

  private mutating func join(_ a: Int, _ b: Int, _ clusters: inout Clusters) {
    let left = clusters.root(of: a), right = clusters.root(of: b)
    let readings = readingsOf[left].union(readingsOf[right])
    clusters.join(left, right)
    readingsOf[clusters.root(of: left)] = readings
  }

  /// True when the sets are of different documents, or alike, and no two of them judged different.
  private func canJoin(_ a: Int, _ b: Int, _ clusters: Clusters) -> Bool {
    let left = clusters.root(of: a), right = clusters.root(of: b)
    guard left != right else { return false }
    let isApart = readingsOf[left].isDisjoint(with: readingsOf[right])
    return clusters.examples(ofRoot: left).allSatisfy { one in
      clusters.examples(ofRoot: right).allSatisfy { other in
        let judgement = profiles[one].profile.judge(profiles[other].profile)
        if judgement.decision == .different { return false }
        return isApart || self.judge(one, other).decision == .same
      }
    }
  }

  /// Pairs of groups of one case that share an origin or a part.
  private func pairs() -> [(Int, Int)] {
    var blocks: [String: [Int]] = [:]
    for (index, entry) in profiles.enumerated() {
      let profile = entry.profile
      let place = caseOf[profile.reading]
      blocks["\(place)|c|" + (profile.country ?? "-"), default: []].append(index)
      if let part = profile.part { blocks["\(place)|p|\(part)", default: []].append(index) }
    }
    var seen: Set<UInt64> = []
    for members in blocks.values where (2...GroupResolver.blockLimit).contains(members.count) {
      for (place, a) in members.enumerated() {
        for b in members[(place + 1)...] {
          seen.insert(UInt64(min(a, b)) << 32 | UInt64(max(a, b)))
        }
      }
    }
    return seen.sorted().map { (Int($0 >> 32), Int($0 & 0xffff_ffff)) }
  }
}

/// What a document says that its chains did and suffered, by chain.
private struct EventParts {
  private(set) var suffered: [Int: Set<String>] = [:]
  private(set) var did: [Int: Set<String>] = [:]

  init(_ reading: Reading) {
    for finding in reading.findings where finding.polarity == .asserted {
      did[reading.mentions[finding.from].chain, default: []].insert(finding.label)
      suffered[reading.mentions[finding.to].chain, default: []].insert(finding.label)
    }
    for quantity in reading.quantities where quantity.property == .count {
      guard let subject = quantity.subject, let event = quantity.event else { continue }
      let chain = reading.mentions[subject].chain
      if event.hasPrefix("escape") || event == "fled" {
        did[chain, default: []].insert(event)
      } else if EventClass.isKnown(event) {
        suffered[chain, default: []].insert(EventClass.of(event))
      }
    }
  }
}
