import DragnetText

/// Writes down what was judged in a resolution: the person's decisions first, then the program's,
/// the most doubtful first.
struct JudgementKeeper {
  private let readings: [Reading]
  private let resolution: Resolution
  private let entities: [Entity]
  private let entityOf: [[Int?]]

  /// All judgements worth keeping. A join that surer ones imply adds nothing and is left out.
  static func judgements(
    of resolution: Resolution, in readings: [Reading], entities: [Entity], entityOf: [[Int?]]
  ) -> [KeptJudgement] {
    let keeper = JudgementKeeper(
      readings: readings, resolution: resolution, entities: entities, entityOf: entityOf)
    return keeper.persons() + keeper.machines()
  }

  private func persons() -> [KeptJudgement] {
    resolution.fates.map { fate in
      let line = fate.line
      let (outcome, fault): (KeptJudgement.Outcome, String?) =
        switch fate.fault {
        case .unmatched(let reason): (.unmatched, reason)
        case .contradicted(let reason): (.contradicted, reason)
        case nil: (.applied, nil)
        }
      return KeptJudgement(
        decision: line.isSame ? .same : .different, by: .person, probability: line.isSame ? 1 : 0,
        reasons: (line.reason.isEmpty ? [] : [line.reason]) + (fault.map { [$0] } ?? []),
        outcome: outcome, line: line.number,
        sides: [line.left.description, line.right.description],
        between: (fate.left + fate.right).compactMap(place))
    }
  }

  private func machines() -> [KeptJudgement] {
    let alike = resolution.alike.compactMap { members in
      kept(members, .same(0.95, "alike in all that is compared"), .applied)
    }
    let joined = resolution.judgements.compactMap { kept([$0.a, $0.b], $0.judgement, .applied) }
    let refused = resolution.refused.compactMap { pair in
      kept([pair.pair.a, pair.pair.b], pair.pair.judgement, pair.outcome)
    }
    return (alike + joined + refused).sorted { isBefore($0, $1) }
  }

  private func isBefore(_ a: KeptJudgement, _ b: KeptJudgement) -> Bool {
    func rank(_ judgement: KeptJudgement) -> Int { judgement.decision == .same ? 0 : 1 }
    guard rank(a) == rank(b), a.probability == b.probability else {
      return (rank(a), a.probability) < (rank(b), b.probability)
    }
    for (one, other) in zip(a.between, b.between)
    where (one.document, one.start, one.end) != (other.document, other.start, other.end) {
      return (one.document, one.start, one.end) < (other.document, other.start, other.end)
    }
    return (a.between.count, a.outcome.rawValue) < (b.between.count, b.outcome.rawValue)
  }

  /// Nil when fewer than two of the chains are of an entity: what nobody sees needs no reasons.
  private func kept(
    _ members: [Int], _ judgement: Judgement, _ outcome: KeptJudgement.Outcome
  ) -> KeptJudgement? {
    let between = members.compactMap(place).filter { $0.entity != nil }
    guard between.count > 1 else { return nil }
    return KeptJudgement(
      decision: judgement.decision == .different ? .different : .same, by: .dragnet,
      probability: judgement.probability, reasons: judgement.reasons, outcome: outcome,
      between: between)
  }

  /// The first mention of a chain by name, or else by a noun.
  private func place(_ index: Int) -> KeptJudgement.Place? {
    let record = resolution.records[index]
    let reading = readings[record.reading]
    let chain = reading.chains[record.chain]
    let spoken = chain.mentions.map { reading.mentions[$0] }
    guard
      let mention = spoken.first(where: { $0.kind == .name })
        ?? spoken.first(where: { $0.kind != .pronoun }) ?? spoken.first
    else { return nil }
    return KeptJudgement.Place(
      type: chain.type, name: chain.name, document: reading.document.id,
      start: mention.range.start, end: mention.range.end,
      text: reading.document.quote(mention.range),
      entity: entityOf[record.reading][record.chain].map { entities[$0].id })
  }
}
