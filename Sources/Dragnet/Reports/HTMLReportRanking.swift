extension HTMLReport {
  /// The measures with a column, in the order of the columns.
  private var measures: [String] {
    let known = ["betweenness", "degree", "closeness", "eigenvector", "pagerank"]
    return known.filter { network.rankings[$0] != nil }
      + network.rankings.keys.filter { !known.contains($0) }.sorted()
  }

  /// The table of the highest ranked entities, with every measure.
  var rankingSection: String {
    """
    <section id="ranking" aria-labelledby="ranking-heading">
    <h2 id="ranking-heading">Who is central</h2>
    \(rankingTable)
    </section>
    """
  }

  private var rankingTable: String {
    let limit = 25
    guard let first = measures.first, let all = network.rankings[first], !all.isEmpty else {
      return "<p>Nothing was ranked: the network has no entities.</p>"
    }
    let linked = Set((network.rankings["degree"] ?? all).filter { $0.score > 0 }.map(\.entity))
    let main = all.filter { linked.contains($0.entity) }
    var scores: [String: [String: RankedEntity]] = [:]
    for measure in measures {
      for ranked in network.rankings[measure] ?? [] {
        scores[measure, default: [:]][ranked.entity] = ranked
      }
    }
    let rows = main.prefix(limit).map { ranked in
      let entity = entityByID[ranked.entity]
      let cells = measures.map { measure in
        "<td class=\"number\">\(scores[measure]?[ranked.entity].map(score) ?? "–")</td>"
      }.joined()
      let documents = Set(entity?.mentions.map(\.document) ?? []).count
      return """
        <tr><td class="number">\(ranked.rank)</td><th scope="row">\(link(to: ranked.entity))</th>\
        <td>\(entity?.type.rawValue ?? "")</td>\(cells)<td class="number">\(documents)</td></tr>
        """
    }
    let heads = measures.map {
      "<th scope=\"col\" class=\"number\">\(htmlEscaped(measureName($0)))</th>"
    }
    let more =
      main.count > limit || main.count < all.count
      ? " The first \(min(limit, main.count)) of \(all.count), without those that no relation ties "
        + "to another; all are in the rankings file." : ""
    return """
      <div class="table" role="region" tabindex="0" aria-label="Ranking, scrollable">
      <table>
      <caption><span>Entities by \(htmlEscaped(first)). \(htmlEscaped(measured))\(more)</span></caption>
      <thead><tr><th scope="col" class="number">Rank</th><th scope="col">Entity</th>\
      <th scope="col">Kind</th>\(heads.joined())\
      <th scope="col" class="number">Documents</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
  }

  private func measureName(_ measure: String) -> String {
    measure == "pagerank" ? "PageRank" : capitalized(measure)
  }

  /// A score, with its interval where there is one.
  private func score(_ ranked: RankedEntity) -> String {
    guard let low = ranked.low, let high = ranked.high else { return scoreText(ranked.score) }
    return "\(scoreText(ranked.score)) <small>\(scoreText(low))–\(scoreText(high))</small>"
  }
}
