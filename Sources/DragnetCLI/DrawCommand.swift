import ArgumentParser
import Dragnet
import DragnetDiagram
import Foundation

/// `dragnet draw`
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw a network, or one entity and those around it.",
    discussion: """
      Without --format, the end of the file's name decides; on standard output it is SVG.

      Example:
        dragnet draw network.json --focus "harbour police" -o police.pdf
      """)

  @OptionGroup var source: NetworkOptions
  @Option(help: "What to write.") var format: DiagramFormat?
  @Option(help: "Colors: light, dark or print.") var theme: ThemeName = .light
  @Option(help: "How nodes are placed.") var layout: Layout = .automatic
  @Option(help: ArgumentHelp("Draw this entity and those it is linked to.", valueName: "name"))
  var focus: String?
  @Option(help: ArgumentHelp("Draw at most this many entities.", valueName: "count"))
  var limit = 60
  @Option(help: "The headline.") var title: String?
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file, not to standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit takes a number from 1") }
  }

  func run() throws {
    let format = try chosenFormat()
    try source.run { network in
      let diagram =
        try focus.flatMap {
          network.egoDiagram(
            around: try network.entity(named: $0).id, title: title, limit: limit)
        } ?? network.overviewDiagram(title: title ?? network.suggestedTitle, limit: limit)
      let bytes = try diagram.draw(layout: layout, theme: theme.theme).render(format.format)
      try OutputFile(path: output).write(Data(bytes))
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
