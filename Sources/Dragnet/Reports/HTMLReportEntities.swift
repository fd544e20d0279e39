import DragnetText

extension HTMLReport {
  /// The relations as a table: what the map shows, in words, the most widely stated first.
  var relationsSection: String {
    let sorted = relations.sorted { $0.isMoreWidelyStated(than: $1) }
    let rows = sorted.map { relation in
      """
      <tr id="relation-\(htmlEscaped(relation.id))"><td>\(line(relation))</td>\
      <td class="nowrap">\(relation.date?.words ?? "")</td>\
      <td class="number">\(relation.origins)</td>\
      <td class="number">\(twoDecimals(relation.confidence))</td>\
      <td>\(citations(notes.numbers(of: relation.evidence)))</td></tr>
      """
    }
    let left = network.relations.count - relations.count
    let more = left > 0 ? " \(left) more are in the relations file." : ""
    let table = """
      <div class="table" role="region" tabindex="0" aria-label="Relations, scrollable">
      <table class="relations">
      <caption><span>What the documents say of whom, the most widely stated first. <em>Origins</em> counts \
      independent places the news came from; <em>confidence</em> is the probability that the text \
      was read rightly, not that it is true.\(more)</span></caption>
      <thead><tr><th scope="col">Relation</th><th scope="col">When</th>\
      <th scope="col" class="number">Origins</th><th scope="col" class="number">Confidence</th>\
      <th scope="col">Evidence</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
    return """
      <section id="relations" aria-labelledby="relations-heading">
      <h2 id="relations-heading">What is said</h2>
      \(network.relations.isEmpty ? "<p>The documents state no relation between two entities.</p>" : table)
      </section>
      """
  }

  /// A card for each entity.
  var entitiesSection: String {
    var relationsByEntity: [String: [Relation]] = [:]
    for relation in relations {
      relationsByEntity[relation.from, default: []].append(relation)
      if relation.to != relation.from {
        relationsByEntity[relation.to, default: []].append(relation)
      }
    }
    let linkedIDs = Set(network.relations.flatMap { [$0.from, $0.to] })
    let linked = shown.filter { linkedIDs.contains($0.id) }
    let cards = linked.map { card($0, relationsByEntity[$0.id] ?? []) }
    let others = shown.filter { !linkedIDs.contains($0.id) }.map { entity in
      """
      <li id="entity-\(htmlEscaped(entity.id))">\(htmlEscaped(entity.name)) \
      <span class="kind">\(entity.type.rawValue)</span>: \(documentCounts(entity))</li>
      """
    }
    let list = """
      <h3>Named without a relation</h3>
      <ul class="others">
      \(others.joined(separator: "\n"))
      </ul>
      """
    let left = network.entities.count - shown.count
    let more = left > 0 ? "<p>\(left) more entities are in the entities file.</p>" : ""
    return """
      <section id="entities" aria-labelledby="entities-heading">
      <h2 id="entities-heading">Entities</h2>
      <div class="cards">
      \(cards.joined(separator: "\n"))
      </div>
      \(others.isEmpty ? "" : list)
      \(more)
      </section>
      """
  }

  /// The documents that mention an entity, and how often.
  private func documentCounts(_ entity: Entity) -> String {
    var counts: [DocumentID: Int] = [:]
    for mention in entity.mentions { counts[mention.document, default: 0] += 1 }
    return network.documents.compactMap { document in
      counts[document.id].map { "\(documentLink(document.id)) (\($0))" }
    }.joined(separator: ", ")
  }

  private func card(_ entity: Entity, _ relations: [Relation]) -> String {
    var facts: [(String, String)] = []
    func add(_ name: String, _ text: String?) {
      if let text { facts.append((name, htmlEscaped(text))) }
    }
    if !entity.aliases.isEmpty {
      let names = entity.aliases.prefix(12).map { "“\(htmlEscaped($0))”" }
      let more = entity.aliases.count > 12 ? " and \(entity.aliases.count - 12) more" : ""
      facts.append(("Also called", names.joined(separator: ", ") + more))
    }
    add("Role", entity.attributes.role)
    add("Kind of body", entity.attributes.office)
    add("Seat", entity.attributes.seat)
    add("Country", entity.attributes.country.map(countryName))
    add("Number of people", entity.attributes.count.map(String.init))
    facts.append(("Mentioned in", documentCounts(entity)))
    let list = relations.map { relation in
      "<li>\(line(relation)) \(citations(notes.numbers(of: relation.evidence)))</li>"
    }
    return """
      <article id="entity-\(htmlEscaped(entity.id))" class="card">
      <h3>\(htmlEscaped(entity.name)) <span class="kind">\(entity.type.rawValue)</span></h3>
      <dl>
      \(facts.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" }.joined(separator: "\n"))
      </dl>
      \(list.isEmpty ? "" : "<ul>\n\(list.joined(separator: "\n"))\n</ul>")
      </article>
      """
  }

  private func twoDecimals(_ confidence: Double) -> String {
    let hundredths = Int((min(max(confidence, 0), 1) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
