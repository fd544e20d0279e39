import DragnetText

/// Finds out which documents speak of one case, so that *the victims* of two are compared only then.
///
/// Two documents speak of one case when two of the entities that each mentions most are the same,
/// at least one of them no place; and so do documents tied by a third. Entities that a tenth of a
/// large archive mentions tie nothing.
struct CaseFinder {
  /// By reading: the case it belongs to.
  let caseOf: [Int]
  /// By reading: the countries that any of its chains is of.
  let countries: [Set<String>]

  /// Most entities by which a document is known.
  private static let limit = 8
  /// In archives larger than this, what is everywhere ties nothing.
  private static let smallArchive = 1000

  init(
    readings: [Reading], records: [ChainRecord], prototypes: [Prototype], clusters: Clusters
  ) {
    var mentionCounts = [[Int: Int]](repeating: [:], count: readings.count)
    var countries = [Set<String>](repeating: [], count: readings.count)
    var isPlace: [Int: Bool] = [:]
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
      }
    }
    var documentCounts: [Int: Int] = [:]
    for counts in mentionCounts {
      for root in counts.keys { documentCounts[root, default: 0] += 1 }
    }
    let ceiling =
      readings.count > CaseFinder.smallArchive ? readings.count / 10 : readings.count
    var cases = Clusters(count: readings.count)
    var firstWithPair: [UInt64: Int] = [:]
    for (reading, counts) in mentionCounts.enumerated() {
      let shared = counts.filter { (2...max(2, ceiling)).contains(documentCounts[$0.key] ?? 0) }
      let salient = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .prefix(CaseFinder.limit).map(\.key).sorted()
      for (place, one) in salient.enumerated() {
        for other in salient[(place + 1)...] where isPlace[one] != true || isPlace[other] != true {
          let pair = UInt64(one) << 32 | UInt64(other)
          if let first = firstWithPair[pair] {
            cases.join(first, reading)
          } else {
            firstWithPair[pair] = reading
          }
        }
      }
    }
    caseOf = readings.indices.map { cases.root(of: $0) }
    self.countries = countries
  }
}
