import ArgumentParser
import Dragnet
import DragnetDiagram
import Foundation

/// `dragnet draw`
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw a case: its network, its paths, its contradictions, its days.",
    discussion: """
      What is drawn is told by --kind:
        overview        the main entities and what ties them (unasked)
        ego             one entity and those around it: --focus NAME, --radius 1 or 2
        paths           the ways between two or more: --between A --between B
        hierarchy       who leads, owns and belongs to whom, from the top down
        flow            who and what went where, step by step
        timeline        what happened when, a lane for each main entity
        contradictions  every question on which the documents differ
        contradiction   one question, its rival values and who gives them: --question WORDS
        sources         who published, and from whom they have it
        mentions        which document speaks of whom
        difference      what is new, gone and changed since another network: --since NETWORK
        sentence        the parts of one sentence: --sentence NUMBER; NETWORK is a document, whose
                        sentences 'dragnet read' numbers, or a CoNLL-U file
      An edge list is drawn whole, up to 50,000 nodes. A large case is brought to what can be read by \
      --limit, --backbone, --core, --question, --fold-alike and --communities; with --communities \
      folded and -o map.svg the communities are drawn too, as map-1.svg, map-2.svg, …, and linked.
      Without --format, the end of the file's name decides; on standard output it is SVG. What did \
      not fit on a picture is always said on it.

      Example:
        dragnet draw network.json --focus "harbour police" -o police.pdf
        dragnet draw network.json --kind timeline -o days.svg --table days.csv
        dragnet draw network.json --communities shapes --fold-alike -o map.svg
        dragnet draw article.txt --sentence 3 -o sentence.svg
        dragnet draw network.json --kind contradiction --question "people rescued" -o rescued.png
      """)

  @OptionGroup var source: NetworkOptions
  @OptionGroup(title: "What is drawn") var figure: FigureArguments
  @OptionGroup(title: "Reading, when NETWORK is an edge list") var edgeList: EdgeListOptions
  @Option(help: "What to write.") var format: Format?
  @Option(
    help: ArgumentHelp(
      "Colors: light, dark, print, safe or a file (docs/themes.md).", valueName: "theme"))
  var theme: ThemeArgument = .light
  @Flag(help: "Put a script into the SVG: zoom, search, switches; it follows dark colors, too.")
  var interactive = false
  @Option(help: ArgumentHelp("Give up after this much processor time.", valueName: "seconds"))
  var timeLimit: Int?
  @Option(help: ArgumentHelp("Give up when this much memory is used.", valueName: "megabytes"))
  var memoryLimit: Int?
  @Option(help: "How nodes are placed; by default as the kind needs it.")
  var layout: Layout = .automatic
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file, not to standard output.", valueName: "file"),
    completion: .file())
  var output = "-"
  @Option(
    help: ArgumentHelp("Write what the picture shows as a table, CSV, too.", valueName: "file"),
    completion: .file())
  var table: String?

  func validate() throws {
    for limit in [timeLimit, memoryLimit].compactMap(\.self) where !(1...1_000_000).contains(limit)
    {
      throw ValidationError("a limit is a number from 1 to 1,000,000")
    }
    if table == "-", output == "-" {
      throw ValidationError("standard output takes the picture or the table, not both")
    }
  }

  func run() throws {
    let format = try chosenFormat()
    if let number = figure.sentence {
      let parse = try SentenceSource(path: source.network, loader: source.reading.loader)
        .sentence(number)
      return try write(try parse.figure(title: figure.title), as: format)
    }
    try source.run(
      edges: { try drawNodes(of: $0, as: format) }, network: { try drawCase($0, as: format) })
  }

  private func drawNodes(of file: NetworkFile.Edges, as format: Format) throws {
    try figure.refuseForEdgeList()
    let list = try edgeList.read(file, isDirected: false)
    let name = URL(fileURLWithPath: file.name).lastPathComponent
    try write(try list.overviewFigure(name: name, figure.options), as: format)
  }

  private func drawCase(_ network: Network, as format: Format) throws {
    try edgeList.refuseForNetwork()
    let isFolded = figure.communities == .folded && output != "-"
    let address: ((Int) -> String)? = isFolded ? { drillDown($0) } : nil
    try write(try figure.figure(of: network, drillDown: address), as: format)
    if isFolded { try writeCommunities(of: network, as: format) }
  }

  /// The name of the picture of a community: *map-2.svg* beside *map.svg*.
  private func drillDown(_ community: Int) -> String {
    let url = URL(fileURLWithPath: output)
    let stem = url.deletingPathExtension().lastPathComponent
    return "\(stem)-\(community).\(url.pathExtension.isEmpty ? "svg" : url.pathExtension)"
  }

  /// Draws each community by itself, beside the map that folds them.
  private func writeCommunities(of network: Network, as format: Format) throws {
    let folder = URL(fileURLWithPath: output).deletingLastPathComponent()
    for (place, part) in try figure.communityFigures(of: network).enumerated() {
      let path = folder.appendingPathComponent(drillDown(place + 1)).path
      try write(part, as: format, to: path)
    }
  }

  private func write(
    _ drawn: CaseFigure, as format: Format, to path: String? = nil
  ) throws {
    let layout = layout == .automatic ? drawn.layout : layout
    let theme = try theme.theme()
    let bytes = try drawn.diagram.render(
      format, layout: layout, theme: theme,
      limits: DrawingLimits(seconds: timeLimit, megabytes: memoryLimit),
      options: SVGOptions(
        isInteractive: interactive, darkTheme: interactive && theme == .light ? .dark : nil))
    try OutputFile(path: path ?? output).write(Data(bytes))
    if drawn.isEmpty { Output.note("dragnet: \(drawn.caption)") }
    guard let table, path == nil else { return }
    var rows = CSVTable(header: drawn.columns)
    for row in drawn.rows { rows.append(row.map(CSVTable.Cell.text)) }
    try OutputFile(path: table).write(rows.text)
  }

  private func chosenFormat() throws -> Format {
    let ending = URL(fileURLWithPath: output).pathExtension.lowercased()
    let format = format ?? Format(rawValue: ending) ?? (output == "-" ? .svg : nil)
    guard let format else {
      throw ValidationError(
        "give --format, or a file that ends in .svg, .pdf, .png, .dot, .json or .cmapx")
    }
    if output == "-", format.isBinary, isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("a terminal cannot show \(format.rawValue); give a file with -o")
    }
    return format
  }
}

extension Format: ExpressibleByArgument {
  var isBinary: Bool { self == .pdf || self == .png }
}

extension Layout: ExpressibleByArgument {}
