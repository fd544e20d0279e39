import ArgumentParser
import Dragnet
import DragnetText

/// `dragnet show`
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one entity: its names, its relations and the sentences behind them.",
    discussion: """
      An entity is named as people would: by its name, any alias, any part that fits no other, or \
      its id.

      Example:
        dragnet show network.json "harbour police"
      """)

  @OptionGroup var source: NetworkOptions
  @Argument(help: "The entity.") var name: String
  @Flag(help: "Write JSON.") var json = false
  @Flag(help: "Show every sentence; otherwise three for each relation.") var all = false

  private struct Answer: Encodable {
    let entity: Entity
    let rankings: [String: RankedEntity]
    let relations: [Relation]
    let conflicts: [Conflict]
  }

  func run() throws {
    try source.run { network in
      let entity = try network.entity(named: name)
      let answer = Answer(
        entity: entity,
        rankings: network.rankings.compactMapValues { $0.first { $0.entity == entity.id } },
        relations: network.relations.filter { $0.from == entity.id || $0.to == entity.id },
        conflicts: network.conflicts.filter { $0.entities.contains(entity.id) })
      if json {
        try Output.write(try jsonText(answer))
      } else {
        try Output.print(text(answer, in: network))
      }
    }
  }

  private func text(_ answer: Answer, in network: Network) -> String {
    let quotations = Quotations(network)
    let entity = answer.entity
    var lines = ["\(singleLine(entity.name)) (\(entity.type.rawValue), \(entity.id))"]
    if !entity.aliases.isEmpty {
      lines.append("also called: " + entity.aliases.map { singleLine($0) }.joined(separator: "; "))
    }
    for (label, value) in facts(entity.attributes) {
      lines.append("\(label): \(singleLine(value))")
    }
    let places = answer.rankings.sorted { $0.key < $1.key }.map { measure, place in
      let count = network.rankings[measure]?.count ?? 0
      return "\(measure) \(scoreText(place.score)), rank \(place.rank) of \(count)"
    }
    lines += places
    var counts: [DocumentID: Int] = [:]
    for mention in entity.mentions { counts[mention.document, default: 0] += 1 }
    let mentions = network.documents.compactMap { document in
      counts[document.id].map { "\(quotations.document(document.id)) (\($0))" }
    }
    lines.append("mentioned in: " + mentions.joined(separator: "; "))
    for relation in answer.relations {
      lines.append("\n" + quotations.line(relation))
      lines += quotations.quotes(relation.evidence, limit: all ? .max : 3, indent: 2)
    }
    if !answer.conflicts.isEmpty {
      lines.append("\nvalues that differ:")
      lines += answer.conflicts.map { conflict in
        let values = conflict.values.map { singleLine($0.value) }.joined(separator: " / ")
        return "  \(singleLine(conflict.about)): \(values) (\(conflict.verdict.words))"
      }
    }
    return lines.joined(separator: "\n")
  }

  private func facts(_ attributes: Attributes) -> [(String, String)] {
    let facts: [(String, String?)] = [
      ("honorific", attributes.honorific), ("role", attributes.role), ("office", attributes.office),
      ("seat", attributes.seat), ("country", attributes.country),
      ("number of people", attributes.count.map(String.init)), ("known as", attributes.noun),
    ]
    return facts.compactMap { fact in fact.1.map { (fact.0, $0) } }
  }
}
