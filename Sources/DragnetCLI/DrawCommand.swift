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
      Without --format, the end of the file's name decides; on standard output it is SVG. What did \
      not fit on a picture is always said on it.

      Examples:
        dragnet draw network.json --focus "harbour police" -o police.pdf
        dragnet draw network.json --kind timeline -o days.svg --table days.csv
        dragnet draw network.json --kind contradiction --question "people rescued" -o rescued.png
      """)

  @OptionGroup var source: NetworkOptions
  @OptionGroup(title: "What is drawn") var figure: FigureArguments
  @Option(help: "What to write.") var format: DiagramFormat?
  @Option(help: "Colors: light, dark or print.") var theme: ThemeName = .light
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
    if table == "-", output == "-" {
      throw ValidationError("standard output takes the picture or the table, not both")
    }
  }

  func run() throws {
    let format = try chosenFormat()
    try source.run { network in
      let drawn = try figure.figure(of: network)
      let layout = layout == .automatic ? drawn.layout : layout
      let bytes = try drawn.diagram.draw(layout: layout, theme: theme.theme).render(format.format)
      try OutputFile(path: output).write(Data(bytes))
      if drawn.isEmpty { Output.note("dragnet: \(drawn.caption)") }
      if let table {
        var rows = CSVTable(header: drawn.columns)
        for row in drawn.rows { rows.append(row.map(CSVTable.Cell.text)) }
        try OutputFile(path: table).write(rows.text)
      }
    }
  }

  private func chosenFormat() throws -> DiagramFormat {
    let ending = URL(fileURLWithPath: output).pathExtension.lowercased()
    let format = format ?? DiagramFormat(rawValue: ending) ?? (output == "-" ? .svg : nil)
    guard let format else {
      throw ValidationError("give --format, or a file that ends in .svg, .pdf, .png or .dot")
    }
    if output == "-", format.isBinary, isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("a terminal cannot show \(format.rawValue); give a file with -o")
    }
    return format
  }
}

/// The formats a drawing is written in.
enum DiagramFormat: String, CaseIterable, ExpressibleByArgument {
  case svg, pdf, png, dot

  var isBinary: Bool { self == .pdf || self == .png }

  var format: Format {
    switch self {
    case .svg: .svg
    case .pdf: .pdf
    case .png: .png
    case .dot: .dot
    }
  }
}

/// The themes by name.
enum ThemeName: String, CaseIterable, ExpressibleByArgument {
  case light, dark, print

  var theme: Theme {
    switch self {
    case .light: .light
    case .dark: .dark
    case .print: .print
    }
  }
}

extension Layout: ExpressibleByArgument {}
