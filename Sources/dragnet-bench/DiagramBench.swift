import ArgumentParser
import Dragnet
import DragnetDiagram
import DragnetText
import Foundation

/// `dragnet-bench diagram`: how tidy drawings are and what they cost, beside Graphviz's own programs.
struct DiagramBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagram",
    abstract: "Measure drawings: tidiness, processor time and memory, beside Graphviz's programs.",
    discussion: """
      Draws the overview of the documents, if any are given, and generated networks of the sizes asked \
      for: communities with more lines within than between. Where Graphviz's programs are installed, \
      they draw the same nodes, sizes and lines with their own defaults.

      Example:
        dragnet-bench diagram seeds --sizes 40,150,2000,50000 --repeats 9
      """)

  @Argument(help: "Files and folders of documents.") var documents: [String] = []
  @Option(help: "Numbers of nodes of the generated networks, with commas between them.")
  var sizes = "40,150,2000"
  @Option(help: "How often each drawing is timed; the median counts.") var repeats = 9
  @Flag(help: "Count what disturbs in every figure of the documents, and draw nothing else.")
  var figures = false
  @Option(
    help: "Layouts to draw with, with commas between them; by default those that suit the size.")
  var layouts = ""
  @Option(help: "Draw a small network so often and say how much memory is left behind.")
  var drawings = 0

  func validate() throws {
    guard repeats > 0 else { throw ValidationError("'--repeats' is 1 or more") }
    guard sizes.isEmpty || sizes.split(separator: ",").allSatisfy({ Int($0) != nil }) else {
      throw ValidationError("'--sizes' takes numbers with commas between them")
    }
    guard layouts.split(separator: ",").allSatisfy({ Layout(rawValue: String($0)) != nil }) else {
      throw ValidationError("'--layouts' takes names of layouts with commas between them")
    }
  }

  func run() throws {
    if figures { return try FigureBench.run(documents) }
    var figures: [(name: String, diagram: Diagram)] = []
    if !documents.isEmpty {
      let loaded = DocumentLoader().load(documents)
      let investigation = Investigation(reader: try LexiconReader(), threads: 1)
      let network = Investigation.makeNetwork(from: investigation.read(loaded.documents).readings)
      figures.append(("overview", network.overviewDiagram(title: network.suggestedTitle)))
    }
    figures += sizes.split(separator: ",").compactMap { Int($0) }.map {
      ("generated", Diagram.generated(nodeCount: $0))
    }
    for figure in figures {
      try compare(figure.name, figure.diagram, engines: engines(for: figure.diagram))
    }
    if drawings > 0 { try measureGrowth() }
  }

  private func engines(for diagram: Diagram) -> [Layout] {
    let chosen = layouts.split(separator: ",").compactMap { Layout(rawValue: String($0)) }
    if !chosen.isEmpty { return chosen }
    return diagram.nodes.count <= 60
      ? [.automatic, .dot] : diagram.nodes.count <= 200 ? [.automatic, .dot, .sfdp] : [.automatic]
  }

  private func compare(_ name: String, _ diagram: Diagram, engines: [Layout]) throws {
    for layout in engines {
      let isSmall = diagram.nodes.count <= 400
      let drawing = try diagram.draw(layout: layout)
      let rival = try Rival(diagram, drawing: drawing)
      // In turn, so that whatever else the machine does weighs on both alike.
      var (own, theirs): ([Double], [Double]) = ([], [])
      var size = 0
      for turn in 0..<repeats {
        let start = ProcessorTime.own
        size = try diagram.draw(layout: layout).render(.svg).count
        own.append(ProcessorTime.own - start)
        if let rival, isSmall || turn < 3 { theirs.append(try rival.timeSVG()) }
      }
      var words =
        "\(name) \(diagram.nodes.count) nodes \(diagram.lines.count) lines, \(layout.rawValue)"
      words += String(
        format: ": %.4f s, SVG %d KB, peak %d MB", median(own), size / 1_024, ProcessorTime.peak)
      print(words)
      if isSmall { print("  ours:     ", Tidy(drawing, diagram)) }
      if let rival {
        let start = try median((0..<repeats).map { _ in try rival.timeStart() })
        let whole = median(theirs)
        print(
          String(
            format: "  program %@: %.4f s, ratio %.2f; %.4f s to start, ratio without %.2f",
            rival.program, whole, median(own) / whole, start, median(own) / (whole - start)))
        if isSmall { print("  its default:", Tidy(rival, diagram)) }
      }
      // Long work says what it has, also to a file.
      fflush(nil)
    }
  }

  private func median(_ seconds: [Double]) -> Double {
    seconds.isEmpty ? 0 : seconds.sorted()[seconds.count / 2]
  }

  private func measureGrowth() throws {
    for layout in [Layout.automatic, .dot, .sfdp] {
      let diagram = Diagram.generated(nodeCount: 9)
      for _ in 0..<20 { _ = try diagram.draw(layout: layout).render(.svg) }
      let before = ProcessorTime.resident
      for _ in 0..<drawings { _ = try diagram.draw(layout: layout).render(.svg) }
      let grown = ProcessorTime.resident - before
      print(
        "\(drawings) drawings, \(layout.rawValue): \(grown) KB more,",
        String(format: "%.2f KB each", Double(grown) / Double(drawings)))
    }
  }
}

/// Processor seconds and memory of this process and its children.
enum ProcessorTime {
  static var own: Double { seconds(RUSAGE_SELF) }
  static var children: Double { seconds(RUSAGE_CHILDREN) }

  /// The most memory this process has held, in megabytes.
  static var peak: Int {
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1_024
  }

  /// What it holds now, in kilobytes.
  static var resident: Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4
  }

  private static func seconds(_ whose: __rusage_who) -> Double {
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(whose.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}
