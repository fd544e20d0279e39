import DragnetDiagram
import Foundation
import Testing

@Suite(.serialized) struct LimitTests {
  /// The program beside the test bundle.
  private static let program: String = {
    let places = [
      Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent(),
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
    ]
    let found = places.compactMap { $0?.appendingPathComponent("dragnet-draw").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { fatalError("no program named dragnet-draw beside the tests") }
    return found
  }()

  private func limits(seconds: Int? = nil, megabytes: Int? = nil) -> DrawingLimits {
    DrawingLimits(seconds: seconds, megabytes: megabytes, program: LimitTests.program)
  }

  @Test func `a drawing with a limit it keeps is the one without`() throws {
    var diagram = sampleDiagram(12)
    diagram.clusters = [.init(id: "c", label: "Together", nodes: ["n1", "n2", "n3"])]
    let plain = try diagram.draw(theme: .dark)
    let limited = try diagram.draw(theme: .dark, limits: limits(seconds: 60, megabytes: 4_000))
    for format in [Format.svg, .json, .dot, .imageMap] {
      let isSame = try plain.render(format) == limited.render(format)
      #expect(isSame, "\(format)")
    }
    let isSame =
      try diagram.render(.svg, theme: .dark, limits: limits(seconds: 60)) == plain.render(.svg)
    #expect(isSame)
  }

  @Test(arguments: Layout.allCases.filter { $0 != .automatic && $0 != .fdp })
  func `clusters come out alike in every process, in any order`(layout: Layout) throws {
    var diagram = sampleDiagram(9)
    diagram.clusters = (0..<3).map { group in
      .init(
        id: "c\(group)", label: "Group \(group)", nodes: (0..<3).map { "n\(3 * group + $0)" })
    }
    var turned = diagram
    turned.nodes.reverse()
    turned.lines.reverse()
    turned.clusters.reverse()
    let drawing = try diagram.draw(layout: layout)
    for format in [Format.svg, .dot, .pdf] {
      let here = try drawing.render(format)
      // Addresses in memory are others in another process.
      for other in [diagram, turned] {
        let isSame =
          try other.render(format, layout: layout, limits: limits(seconds: 60)) == here
        #expect(isSame, "\(format)")
      }
    }
  }

  /// A graph in which every node is tied to many others: hard for dot.
  private var hard: Diagram {
    var diagram = chainDiagram(300)
    for index in 0..<850 {
      let (a, b) = (index * 7 % 300, index * index * 13 % 299)
      diagram.lines.append(.init(id: "x\(index)", from: "n\(a)", to: "n\(b)", family: "harm"))
    }
    diagram.form = .shapes
    return diagram
  }

  @Test func `a drawing that takes too long is ended, and the next one is drawn`() throws {
    let start = ContinuousClock.now
    #expect(throws: DrawingError.limitReached("1 second")) {
      try hard.draw(layout: .dot, limits: limits(seconds: 1))
    }
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(try sampleDiagram(4).draw(limits: limits(seconds: 60)).nodes.count == 4)
  }

  @Test func `a drawing that takes too much memory is ended`() throws {
    #expect(throws: DrawingError.limitReached("40 megabytes")) {
      try sampleDiagram(4).draw(limits: limits(megabytes: 40))
    }
  }

  @Test func `without the program a drawing with a limit is refused, one without is drawn`() throws
  {
    let nowhere = DrawingLimits(seconds: 5, program: "/nowhere/dragnet-draw")
    #expect(throws: DrawingError.programMissing(path: "/nowhere/dragnet-draw")) {
      try sampleDiagram(4).draw(limits: nowhere)
    }
    let without = DrawingLimits(program: "/nowhere/dragnet-draw")
    #expect(try sampleDiagram(4).draw(limits: without).nodes.count == 4)
  }

  @Test func `errors come through from the program as they are`() throws {
    var twins = chainDiagram(2)
    twins.nodes[1].id = "n0"
    #expect(throws: DrawingError.duplicateID("n0")) {
      try twins.draw(limits: limits(seconds: 20))
    }
    #expect {
      try chainDiagram(200).draw(layout: .circo, limits: limits(seconds: 20))
    } throws: { error in
      guard case .tooLarge(.circo, 200, _, 60, _)? = error as? DrawingError else { return false }
      return true
    }
  }
}
