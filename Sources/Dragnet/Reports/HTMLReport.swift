import DragnetText
import Foundation

/// A report on a network as one page that needs nothing else: no script, no other file, no request
/// to any host. Every statement carries the numbers of the sentences it rests on.
///
/// The page follows the reader's light or dark setting and prints on A4. Of a large network it shows
/// what stands first, and says how much more the tables hold.
public struct HTMLReport: Sendable {
  let network: Network
  let title: String
  let map: InlineSVG?
  let measured: String

  let notes: EvidenceNotes
  /// The entities with a card, the highest ranked first.
  let shown: [Entity]
  private let shownIDs: Set<String>
  /// The relations listed, in the order of the network.
  let relations: [Relation]
  /// The conflicts listed, in the order of the network.
  let conflicts: [Conflict]
  let entityByID: [String: Entity]
  let documentByID: [DocumentID: Network.Text]
  let documentLabels: [DocumentID: String]

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - title: The headline; by default the names of the highest ranked entities.
  ///   - map: An SVG drawing of the network, with links as `address(of:)` gives them.
  ///   - entityLimit: How many entities get a card, the highest ranked first.
  ///   - relationLimit: How many relations are listed: those between the highest ranked entities,
  ///     which the map shows, then the most widely stated.
  ///   - conflictLimit: How many conflicts are listed.
  public init(
    network: Network, title: String? = nil, map: String? = nil, entityLimit: Int = 200,
    relationLimit: Int = 1_000, conflictLimit: Int = 200
  ) {
    self.network = network
    measured = "Measured: \(MeasuredNetwork(network).description)."
    self.map = map.flatMap(InlineSVG.init)
    entityByID = Dictionary(
      network.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    documentByID = Dictionary(
      network.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    documentLabels = network.documentLabels
    let ranked = network.entitiesByRank
    shown = Array(ranked.prefix(entityLimit))
    let shownIDs = Set(shown.map(\.id))
    self.shownIDs = shownIDs
    let top = Set(ranked.prefix(60).map(\.id))
    let kept = network.relations.filter { shownIDs.contains($0.from) || shownIDs.contains($0.to) }
      .sorted { a, b in
        let (isTopA, isTopB) = (
          top.contains(a.from) && top.contains(a.to), top.contains(b.from) && top.contains(b.to)
        )
        return isTopA == isTopB ? a.isMoreWidelyStated(than: b) : isTopA
      }.prefix(relationLimit)
    let keptIDs = Set(kept.map(\.id))
    relations = network.relations.filter { keptIDs.contains($0.id) }
    conflicts = Array(network.conflicts.prefix(conflictLimit))
    notes = EvidenceNotes(
      relations: relations, conflicts: conflicts, documents: network.documents)
    self.title = title ?? network.suggestedTitle
  }

  /// The name of the file a report is written to, which links from other files lead to.
  public static let fileName = "report.html"

  /// Where a link on a relation leads: to its first sentence in the report's file.
  public func address(of relation: Relation) -> String? {
    notes.numbers(of: relation.evidence).first.map {
      "\(HTMLReport.fileName)#\(EvidenceNotes.anchor($0))"
    }
  }

  /// Where a link on an entity leads: to its card in the report's file.
  public func address(of entity: Entity) -> String? {
    shownIDs.contains(entity.id) ? "\(HTMLReport.fileName)#entity-\(entity.id)" : nil
  }

  /// The whole page.
  ///
  /// - Complexity: linear in the length of the page.
  public var html: String {
    let sources = ([HTMLReport.style] + (map?.styles ?? [])).map { "'sha256-\(base64Digest($0))'" }
      .joined(separator: " ")
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \(sources); \
      base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="Dragnet \(htmlEscaped(network.dragnet.version))">
      <title>\(htmlEscaped(title))</title>
      <style>\(HTMLReport.style)</style>
      </head>
      <body>
      <a class="skip" href="#summary">Skip to the summary</a>
      \(header)
      <main>
      \(summarySection)
      \(mapSection)
      \(rankingSection)
      \(conflictsSection)
      \(relationsSection)
      \(entitiesSection)
      \(evidenceSection)
      \(sourcesSection)
      \(methodSection)
      </main>
      </body>
      </html>

      """
  }

  private var header: String {
    var contents = [("summary", "Summary")]
    if map != nil { contents.append(("map", "Map")) }
    contents += [
      ("ranking", "Who is central"), ("conflicts", "Where the documents disagree"),
      ("relations", "What is said"), ("entities", "Entities"), ("evidence", "Evidence"),
      ("sources", "Sources"), ("method", "Method and limits"),
    ]
    let items = contents.map { "<li><a href=\"#\($0.0)\">\($0.1)</a></li>" }.joined(separator: "\n")
    return """
      <header>
      <p class="kicker">Network report</p>
      <h1>\(htmlEscaped(title))</h1>
      <nav aria-label="Contents"><ol>
      \(items)
      </ol></nav>
      </header>
      """
  }

  private var mapSection: String {
    guard let map else { return "" }
    return """
      <section id="map" aria-labelledby="map-heading"\(map.isWide ? " class=\"wide\"" : "")>
      <h2 id="map-heading">Map</h2>
      <figure>
      <div class="drawing" role="region" tabindex="0" aria-label="Network map, scrollable">
      \(map.svg)
      </div>
      <figcaption>\(htmlEscaped(mapCaption)) Lines lead to the sentences they rest on. \
      The <a href="#relations">table of relations</a> says the same in words.</figcaption>
      </figure>
      </section>
      """
  }

  /// The name of an entity, leading to its card where it has one.
  func link(to id: String) -> String {
    guard let entity = entityByID[id] else { return htmlEscaped(id) }
    let name = htmlEscaped(entity.name)
    guard shownIDs.contains(id) else { return name }
    return "<a class=\"entity\" href=\"#entity-\(htmlEscaped(id))\">\(name)</a>"
  }

  /// The numbers of notes, leading to them; the first few when there is a limit.
  func citations(_ numbers: [Int], limit: Int = .max) -> String {
    guard !numbers.isEmpty else { return "" }
    let links = numbers.prefix(limit).map {
      "<a href=\"#\(EvidenceNotes.anchor($0))\" aria-label=\"Evidence \($0)\">\($0)</a>"
    }
    let more = numbers.count > limit ? " and \(numbers.count - limit) more" : ""
    return "<span class=\"notes\">[\(links.joined(separator: ", "))\(more)]</span>"
  }

  /// How a relation is said, where it is not said as plain fact: *alleged*, *denied*.
  func qualifiers(_ relation: Relation) -> [String] {
    (relation.modality == .fact ? [] : [relation.modality.rawValue])
      + (relation.polarity == .denied ? ["denied"] : [])
  }

  /// A relation as a line: who, what, whom, and how it is said.
  func line(_ relation: Relation) -> String {
    let marks = qualifiers(relation).map { " <em class=\"hedge\">\($0)</em>" }.joined()
    return link(to: relation.from) + " <span class=\"label\">" + htmlEscaped(relation.labelWords)
      + "</span>"
      + (relation.directed ? " <span class=\"arrow\" aria-hidden=\"true\">→</span> " : " ")
      + link(to: relation.to) + marks
  }
}
