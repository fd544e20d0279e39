import DragnetText

/// Finds out which documents speak of one case, so that *the victims* of two are compared only then.
///
/// Two documents speak of one case when two of the entities that each mentions most are the same,
/// at least one of them no place, and they were published within `days` of each other as far as
/// both say when, within `longDays` where both are people or organizations: a trial comes months after the deed; and
/// so do documents tied by a third. Entities that a tenth of a large archive
/// mentions tie nothing. A notice that names everyone once is tied by three people or organizations that few documents name,
/// one that names nobody by three telling numbers of the same things.
struct CaseFinder {
  /// By reading: the case it belongs to, named by the first of its readings.
  let caseOf: [Int]
  /// By reading: the countries that any of its chains is of.
  let countries: [Set<String>]

  /// Most entities by which a document is known.
  private static let limit = 8
  /// Most days between the publication of two documents of one case that no third lies between.
  private static let days = 45
  private static let longDays = 500
  /// Most documents that name someone who is rare.
  private static let rareLimit = 12
  /// How many rare ones tie two documents.
  private static let rareTies = 3
  /// In archives larger than this, what is everywhere ties nothing.
  private static let smallArchive = 1000

  init(
    readings: [Reading], records: [ChainRecord], prototypes: [Prototype], clusters: Clusters
  ) {
    var mentionCounts = [[Int: Int]](repeating: [:], count: readings.count)
    var countries = [Set<String>](repeating: [], count: readings.count)
    var isPlace: [Int: Bool] = [:]
    var isOwn: [Int: Bool] = [:]
    for (index, prototype) in prototypes.enumerated() {
      let root = clusters.root(of: index)
      for member in prototype.members {
        let record = records[member]
        if let country = record.attributes.country { countries[record.reading].insert(country) }
        let isKnown = record.isNamed || (record.type == .agency && record.attributes.country != nil)
        guard isKnown, record.type != .group else { continue }
        mentionCounts[record.reading][root, default: 0] +=
          readings[record.reading].chains[record.chain].mentions.count
        isPlace[root] = record.type == .place
        isOwn[root] = record.type == .person || record.type == .organization
      }
    }
    var documentCounts: [Int: Int] = [:]
    for counts in mentionCounts {
      for root in counts.keys { documentCounts[root, default: 0] += 1 }
    }
    let ceiling =
      readings.count > CaseFinder.smallArchive ? readings.count / 10 : readings.count
    var readingsOfPair: [UInt64: [Int]] = [:]
    for (reading, counts) in mentionCounts.enumerated() {
      let shared = counts.filter { (2...max(2, ceiling)).contains(documentCounts[$0.key] ?? 0) }
      let salient = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .prefix(CaseFinder.limit).map(\.key).sorted()
      for (place, one) in salient.enumerated() {
        for other in salient[(place + 1)...] where isPlace[one] != true || isPlace[other] != true {
          readingsOfPair[UInt64(one) << 32 | UInt64(other), default: []].append(reading)
        }
      }
    }
    var cases = Clusters(count: readings.count)
    let days = readings.map { $0.document.published.map(CaseFinder.dayNumber) }
    for (pair, members) in readingsOfPair.sorted(by: { $0.key < $1.key }) where members.count > 1 {
      let isFirm = isOwn[Int(pair >> 32)] == true && isOwn[Int(pair & 0xffff_ffff)] == true
      let limit = isFirm ? CaseFinder.longDays : CaseFinder.days
      // Documents without a date stand last, tied to the latest.
      let ordered = members.sorted { (days[$0] ?? .max, $0) < (days[$1] ?? .max, $1) }
      for (one, other) in zip(ordered, ordered.dropFirst()) {
        if let early = days[one], let late = days[other], late - early > limit {
          continue
        }
        cases.join(one, other)
      }
    }
    let rare = CaseFinder.sharingRare(mentionCounts, documentCounts, isOwn)
    for pair in CaseFinder.sharingNumbers(readings) {
      let (one, other) = (Int(pair >> 32), Int(pair & 0xffff_ffff))
      guard let left = days[one], let right = days[other], abs(left - right) <= CaseFinder.days
      else { continue }
      cases.join(one, other)
    }
    for pair in rare {
      let (one, other) = (Int(pair >> 32), Int(pair & 0xffff_ffff))
      if let left = days[one], let right = days[other],
        abs(left - right) > CaseFinder.longDays
      {
        continue
      }
      cases.join(one, other)
    }
    // Roots depend on the order of the joins; the first member of a set does not.
    var firstOf: [Int: Int] = [:]
    for index in readings.indices where firstOf[cases.root(of: index)] == nil {
      firstOf[cases.root(of: index)] = index
    }
    caseOf = readings.indices.map { firstOf[cases.root(of: $0)] ?? $0 }
    self.countries = countries
  }

  /// Pairs of documents that name `rareTies` of those whom few documents name; O(mentions · `rareLimit`).
  private static func sharingRare(
    _ mentionCounts: [[Int: Int]], _ documentCounts: [Int: Int], _ isOwn: [Int: Bool]
  ) -> [UInt64] {
    var naming: [Int: [Int]] = [:]
    for (reading, counts) in mentionCounts.enumerated() {
      for root in counts.keys
      where isOwn[root] == true && (2...rareLimit).contains(documentCounts[root] ?? 0) {
        naming[root, default: []].append(reading)
      }
    }
    var ties: [UInt64: Int] = [:]
    for readings in naming.values {
      for (place, one) in readings.enumerated() {
        for other in readings[(place + 1)...] {
          ties[UInt64(one) << 32 | UInt64(other), default: 0] += 1
        }
      }
    }
    return ties.filter { $0.value >= rareTies }.keys.sorted()
  }

  /// A number of a kind of thing, as texts on one matter share it.
  private struct Told: Hashable {
    let kind: String
    let number: Double
  }

  /// Pairs of documents that give `rareTies` of the same telling numbers of things or sums, each given by
  /// few; O(quantities · `rareLimit`).
  private static func sharingNumbers(_ readings: [Reading]) -> [UInt64] {
    var telling: [Told: [Int]] = [:]
    for (index, reading) in readings.enumerated() {
      var seen: Set<Told> = []
      for quantity in reading.quantities
      where quantity.property == .count || quantity.property == .money {
        guard let number = quantity.number, NumberText.isTelling(number) else { continue }
        let kind = quantity.currency ?? Unit(quantity.unit ?? "").kind
        let told = Told(kind: kind, number: number)
        if seen.insert(told).inserted { telling[told, default: []].append(index) }
      }
    }
    var ties: [UInt64: Int] = [:]
    for readings in telling.values where (2...rareLimit).contains(readings.count) {
      for (place, one) in readings.enumerated() {
        for other in readings[(place + 1)...] {
          ties[UInt64(one) << 32 | UInt64(other), default: 0] += 1
        }
      }
    }
    return ties.filter { $0.value >= rareTies }.keys.sorted()
  }

  /// Days, near enough to count what lies between.
  private static func dayNumber(_ date: CalendarDate) -> Int {
    date.year * 365 + ((date.month ?? 7) - 1) * 30 + (date.day ?? 15)
  }
}
