import ArgumentParser
import Dragnet
import DragnetDiagram

/// Which figure of a case is drawn, and of what.
struct FigureArguments: ParsableArguments {
  @Option(help: "What to draw; see above.") var kind: CaseFigureKind?
  @Option(help: "The headline.") var title: String?
  @Option(
    help: ArgumentHelp(
      "Draw at most this many: entities, dated claims, questions, documents.", valueName: "count"))
  var limit: Int?
  @Option(
    help: ArgumentHelp("The ranking that sets what is large and what stays.", valueName: "measure"))
  var by: String = Network.mainMeasure
  @Option(help: ArgumentHelp("Draw this entity and those it is linked to.", valueName: "name"))
  var focus: String?
  @Option(
    help: ArgumentHelp("How many steps to go from --focus, 1 or 2.", valueName: "steps"))
  var radius = 1
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "An entity that paths join; give it two times or more, with --kind paths.",
      valueName: "name"))
  var between: [String] = []
  @Option(
    help: ArgumentHelp(
      "The earlier network.json, or a folder that holds one; with --kind difference.",
      valueName: "network"))
  var since: String?
  /// One of the two pictures of a difference.
  enum Panel: String, CaseIterable, ExpressibleByArgument {
    case before, after
  }

  @Option(help: "With --kind difference: one side only, everything at the same place on both.")
  var panel: Panel?
  @Option(
    help: ArgumentHelp(
      "Draw this sentence of a document, or of a CoNLL-U file, counted from 1.", valueName: "number"
    ))
  var sentence: Int?
  @Option(
    help: ArgumentHelp(
      "Draw the links that stand out at one of their ends only; smaller keeps fewer, 0 to 1.",
      valueName: "significance"))
  var backbone: Double?
  @Option(
    help: ArgumentHelp(
      "Draw entities only that keep this many neighbors when those with fewer are taken away.",
      valueName: "neighbors"))
  var core: Int?
  @Flag(help: "Draw three or more alike, of one type and with the same links, as one.")
  var foldAlike = false
  @Option(
    help:
      "Communities: shapes behind their members (the default), none, or each folded into one node.")
  var communities: MapChoice.Communities?
  @Option(
    help: ArgumentHelp(
      "Words of the question to draw, or to draw the overview around.", valueName: "words"))
  var question: String?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1") }
    if focus != nil, let kind, kind != .ego {
      throw ValidationError("--focus draws one entity; leave --kind out, or give --kind ego")
    }
    if kind == .ego, focus == nil { throw ValidationError("--kind ego needs --focus NAME") }
    if kind == .sentence, sentence == nil {
      throw ValidationError("--kind sentence needs --sentence NUMBER")
    }
    if let sentence {
      guard sentence > 0 else { throw ValidationError("--sentence takes a number from 1") }
      if let kind, kind != .sentence {
        throw ValidationError("--sentence goes with --kind sentence")
      }
    }
    guard (1...2).contains(radius) else { throw ValidationError("--radius takes 1 or 2") }
    if kind == .paths, between.count < 2 {
      throw ValidationError("--kind paths needs --between NAME two times or more")
    }
    if !between.isEmpty, kind != .paths {
      throw ValidationError("--between goes with --kind paths")
    }
    if (kind == .difference) != (since != nil) {
      throw ValidationError("--kind difference and --since NETWORK go together")
    }
    if panel != nil, kind != .difference {
      throw ValidationError("--panel goes with --kind difference")
    }
    if question != nil, ![nil, .overview, .contradiction].contains(kind) {
      throw ValidationError("--question goes with --kind contradiction or overview")
    }
    if let backbone, !(backbone > 0 && backbone <= 1) {
      throw ValidationError("--backbone takes a number above 0, up to 1")
    }
    if let core, core < 1 { throw ValidationError("--core takes a number from 1") }
    let reduces = backbone != nil || core != nil || foldAlike || communities != nil
    if reduces, focus != nil || ![nil, .overview].contains(kind) {
      throw ValidationError(
        "--backbone, --core, --fold-alike and --communities go with --kind overview")
    }
  }

  var options: FigureOptions { FigureOptions(title: title, limit: limit, measure: by) }

  /// Refuses what only a case has.
  func refuseForEdgeList() throws {
    let asksForCase =
      ![nil, .overview].contains(kind) || focus != nil || question != nil || backbone != nil
      || core != nil || foldAlike || communities != nil
    if asksForCase {
      throw ValidationError("an edge list is drawn whole; only --title and --limit go with it")
    }
  }

  /// The communities of a network, each as a map of its own.
  func communityFigures(of network: Network) throws -> [CaseFigure] {
    try network.communities(options, choosing: try choice(in: network)).map { part in
      var options = options
      options.title = part.heading
      return try network.overviewFigure(
        options,
        choosing: MapChoice(
          foldsAlike: foldAlike, communities: .none, entities: Set(part.entities)))
    }
  }

  /// The figure that was asked for. `drillDown` gives the address of a community's own picture.
  func figure(
    of network: Network, drillDown: ((Int) -> String)? = nil
  ) throws -> CaseFigure {
    switch kind ?? (focus == nil ? .overview : .ego) {
    case .timeline: return try network.timelineFigure(options)
    case .contradictions: return try network.contradictionsFigure(options)
    case .contradiction: return try network.contradictionFigure(try conflict(in: network), options)
    case .sources: return try network.sourcesFigure(options)
    case .hierarchy: return try network.hierarchyFigure(options)
    case .flow: return try network.flowFigure(options)
    case .mentions: return try network.mentionsFigure(options)
    case .ego:
      let entity = try network.entity(named: focus ?? "")
      guard let figure = try network.egoFigure(around: entity.id, radius: radius, options) else {
        throw Failure("the network has no entity \(entity.name)")
      }
      return figure
    case .paths: return try paths(in: network)
    case .difference: return try difference(to: network)
    case .overview, .sentence:
      var options = options
      let addresses = (0..<200).map { drillDown?($0) }
      options.links.community = { addresses.indices.contains($0) ? addresses[$0] : nil }
      return try network.overviewFigure(options, choosing: try choice(in: network))
    }
  }

  private func choice(in network: Network) throws -> MapChoice {
    MapChoice(
      backbone: backbone, core: core,
      question: question == nil ? nil : try conflict(in: network).id, foldsAlike: foldAlike,
      communities: communities ?? .shapes)
  }

  private func paths(in network: Network) throws -> CaseFigure {
    var ends: [Entity] = []
    for name in between { ends.append(try network.entity(named: name)) }
    guard Set(ends.map(\.id)).count == ends.count else {
      throw Failure("two of the names after --between mean the same entity")
    }
    guard ends.count == 2 else { return try network.pathsFigure(among: ends.map(\.id), options) }
    let found = try network.paths(from: ends[0], to: ends[1], limit: limit ?? 4)
    return try network.pathsFigure(found, options)
  }

  private func difference(to network: Network) throws -> CaseFigure {
    let earlier = try earlierNetwork()
    guard let panel else { return try network.differenceFigure(since: earlier, options) }
    let panels = try network.differencePanels(since: earlier, options)
    return panel == .before ? panels.before : panels.after
  }

  private func earlierNetwork() throws -> Network {
    let path = since ?? ""
    switch try NetworkFile(path: path) {
    case .json(let data, let name):
      return try Network(jsonData: data, file: name)
    case .folder:
      let inside = OutputFolder.join(path, "network.json")
      let data = try InputFile(path: inside).read()
      return try Network(jsonData: data, file: inside)
    case .edges: throw Failure("\(path) is an edge list; --since takes a network.json")
    }
  }

  /// The question whose words hold all the words asked for; unasked, the first.
  private func conflict(in network: Network) throws -> Conflict {
    guard let first = network.conflicts.first else {
      throw Failure("the documents give one answer to every question; there is nothing to draw")
    }
    guard let question else { return first }
    let wanted = question.lowercased().split { !($0.isLetter || $0.isNumber) }
    let found = network.conflicts.filter { conflict in
      conflict.id == question
        || (!wanted.isEmpty && wanted.allSatisfy { conflict.about.lowercased().contains($0) })
    }
    guard let conflict = found.first else {
      throw Failure(
        "no question holds the words '\(question)'; the questions are:"
          + network.conflicts.prefix(20).map { "\n  \($0.about)" }.joined())
    }
    if found.count > 1 {
      Output.note("dragnet: \(found.count) questions hold these words; drawing '\(conflict.about)'")
    }
    return conflict
  }
}

extension CaseFigureKind: ExpressibleByArgument {}

extension MapChoice.Communities: ExpressibleByArgument {}
