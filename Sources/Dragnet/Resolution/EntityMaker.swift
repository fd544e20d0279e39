import DragnetText

/// Makes entities out of sets of chains.
struct EntityMaker {
  /// An entity with the chains it came from.
  struct Made {
    var entity: Entity
    /// Indices into `Resolution.records`.
    let records: [Int]
  }

  private let readings: [Reading]
  private let resolution: Resolution
  /// By reading: the chains that a finding or a value rests on.
  private let usedChains: [Set<Int>]

  /// Makes the entities of a resolution, ordered by type, name and id.
  static func entities(of resolution: Resolution, in readings: [Reading]) -> [Made] {
    let maker = EntityMaker(readings: readings, resolution: resolution)
    var ids = UniqueIDs()
    var made = resolution.sets.compactMap(maker.entity)
    // Ids are claimed in the order of first mention, which does not depend on names.
    for index in made.indices { made[index].entity.id = ids.claim(made[index].entity.id) }
    return made.sorted {
      ($0.entity.type, $0.entity.name, $0.entity.id)
        < ($1.entity.type, $1.entity.name, $1.entity.id)
    }
  }

  private init(readings: [Reading], resolution: Resolution) {
    self.readings = readings
    self.resolution = resolution
    usedChains = readings.map { reading in
      var used: Set<Int> = []
      for finding in reading.findings {
        used.insert(reading.mentions[finding.from].chain)
        used.insert(reading.mentions[finding.to].chain)
      }
      return used
    }
  }

  private func entity(of set: [Int]) -> Made? {
    let records = set.map { resolution.records[$0] }
    guard records.contains(where: isWorthKeeping) else { return nil }
    let occurrences = self.occurrences(of: records)
    guard let first = occurrences.first else { return nil }
    let type = votedType(of: records)
    let name = bestName(of: records, type: type)
    var id = ContentID()
    id.add(first.document.rawValue)
    id.add(first.start)
    id.add(first.end)
    let entity = Entity(
      id: id.text("e"), type: type, name: name, aliases: aliases(of: records, but: name),
      attributes: attributes(of: records), mentions: occurrences)
    return Made(entity: entity, records: set)
  }

  /// A chain without a name is kept when it is a group, an office, or the end of a relation; one of
  /// pronouns alone never.
  private func isWorthKeeping(_ record: ChainRecord) -> Bool {
    guard record.votes > 0, !record.form.tokens.isEmpty else { return false }
    if record.isNamed || record.type == .group { return true }
    // "the mayor", whom no document names.
    if record.type == .person { return false }
    if record.type == .agency, record.attributes.office != nil { return true }
    return usedChains[record.reading].contains(record.chain)
  }

  private func occurrences(of records: [ChainRecord]) -> [Entity.Occurrence] {
    records.flatMap { record in
      let reading = readings[record.reading]
      return reading.chains[record.chain].mentions.map { reading.mentions[$0].range }.sorted().map {
        Entity.Occurrence(
          document: reading.document.id, start: $0.start, end: $0.end,
          text: reading.document.quote($0))
      }
    }
  }

  /// The type most mentions speak for; of a named set only named chains vote.
  private func votedType(of records: [ChainRecord]) -> EntityType {
    let named = records.filter(\.isNamed)
    var votes: [EntityType: Double] = [:]
    for record in named.isEmpty ? records : named { votes[record.type, default: 0] += record.votes }
    return EntityType.allCases.max { (votes[$0] ?? 0, $1) < (votes[$1] ?? 0, $0) } ?? .other
  }

  /// The fullest name of a person; else the name that most documents use, then most mentions, the
  /// longer on a tie. A name in quotation marks or in capitals throughout is the last choice.
  private func bestName(of records: [ChainRecord], type: EntityType) -> String {
    let named = records.filter { $0.isNamed && $0.type == type }
    let ofType = records.filter { $0.type == type }
    let voters = named.isEmpty ? (ofType.isEmpty ? records : ofType) : named
    let names = Set(voters.map { readings[$0.reading].chains[$0.chain].name })
    if names.count == 1, let only = names.first { return only }
    var documents: [String: Int] = [:]
    var mentions: [String: Int] = [:]
    for record in voters {
      let reading = readings[record.reading]
      let chain = reading.chains[record.chain]
      documents[BodyKey.of(chain.name), default: 0] += 1
      for index in chain.mentions.prefix(EntityMaker.countedMentions)
      where reading.mentions[index].kind == .name {
        let text = reading.document.quote(reading.mentions[index].range)
        mentions[BodyKey.of(text), default: 0] += 1
      }
    }
    func merit(_ name: String) -> (Int, Int, Int, Int) {
      let isShouted = name.utf8.count > 5 && name == name.uppercased()
      let isQuoted = name.first.map { !$0.isLetter && !$0.isNumber } ?? true
      let words = type == .person ? NameForm(name).tokens.count : 0
      let key = BodyKey.of(name)
      return (
        words, isShouted || isQuoted ? 0 : documents[key] ?? 0, mentions[key] ?? 0,
        name.utf8.count
      )
    }
    let ranked = names.map { ($0, merit($0)) }
    return ranked.max { $0.1 == $1.1 ? $0.0 > $1.0 : $0.1 < $1.1 }?.0 ?? ""
  }

  /// How many mentions of a chain are counted to choose a name.
  private static let countedMentions = 64

  /// The forms the texts use, as they stand there, without pronouns.
  private func aliases(of records: [ChainRecord], but name: String) -> [String] {
    var forms: Set<String> = []
    for record in records {
      let reading = readings[record.reading]
      let chain = reading.chains[record.chain]
      forms.insert(chain.name)
      forms.formUnion(chain.aliases)
      for index in chain.mentions where reading.mentions[index].kind != .pronoun {
        forms.insert(reading.document.quote(reading.mentions[index].range))
      }
    }
    forms.remove(name)
    forms.remove("")
    return forms.sorted()
  }

  /// What most documents say; the first said on a tie.
  private func attributes(of records: [ChainRecord]) -> Attributes {
    func most<Value: Hashable>(_ value: KeyPath<Attributes, Value?>) -> Value? {
      var counts: [Value: Int] = [:]
      var order: [Value] = []
      for record in records {
        guard let said = record.attributes[keyPath: value] else { continue }
        if counts[said] == nil { order.append(said) }
        counts[said, default: 0] += 1
      }
      guard let top = counts.values.max() else { return nil }
      return order.first { counts[$0] == top }
    }
    return Attributes(
      honorific: most(\.honorific), role: most(\.role), country: most(\.country),
      office: most(\.office), seat: most(\.seat), count: most(\.count), noun: most(\.noun))
  }
}

/// A name for counting how often it is used: folded, without article.
private enum BodyKey {
  static func of(_ name: String) -> String { NameForm(name).withoutArticle.key }
}
