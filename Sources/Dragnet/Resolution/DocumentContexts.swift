import DragnetText

/// Which named entities each document speaks of: two documents that share some speak of one case.
struct DocumentContexts {
  /// By reading: the roots of the named sets it speaks of, rarest first, at most `limit`.
  let shared: [[Int]]
  /// By reading: all of them.
  private let all: [Set<Int>]
  /// By reading: the countries that any of its chains is of.
  let countries: [Set<String>]

  /// Most entities by which a document is known.
  static let limit = 16

  init(
    readings: [Reading], records: [ChainRecord], prototypes: [Prototype], clusters: Clusters
  ) {
    var sets = [Set<Int>](repeating: [], count: readings.count)
    var countries = [Set<String>](repeating: [], count: readings.count)
    for (index, prototype) in prototypes.enumerated() {
      let root = clusters.root(of: index)
      for member in prototype.members {
        let record = records[member]
        if let country = record.attributes.country { countries[record.reading].insert(country) }
        if record.isNamed, record.type != .group { sets[record.reading].insert(root) }
      }
    }
    var documentCounts: [Int: Int] = [:]
    for set in sets {
      for root in set { documentCounts[root, default: 0] += 1 }
    }
    all = sets
    self.countries = countries
    shared = sets.map { set in
      let repeated = set.filter { (documentCounts[$0] ?? 0) > 1 }
      let rarestFirst = repeated.sorted {
        (documentCounts[$0] ?? 0, $0) < (documentCounts[$1] ?? 0, $1)
      }
      return Array(rarestFirst.prefix(DocumentContexts.limit))
    }
  }

  /// How many named entities two documents share.
  func sharedCount(_ a: Int, _ b: Int) -> Int {
    all[a].count <= all[b].count ? all[a].count { all[b].contains($0) } : sharedCount(b, a)
  }
}
