import DragnetDiagram
import Foundation
import Testing

@Suite struct DeterminismTests {
  private static let steady = Layout.allCases.filter { $0 != .automatic && $0 != .fdp }

  @Test(arguments: steady)
  func `the same diagram gives the same bytes`(layout: Layout) throws {
    let first = try sampleDiagram(16).draw(layout: layout)
    let second = try sampleDiagram(16).draw(layout: layout)
    for format in Format.allCases {
      let isSame = try first.render(format) == second.render(format)
      #expect(isSame, "\(format)")
    }
  }

  @Test(arguments: steady)
  func `the order in which parts are given leaves no trace`(layout: Layout) throws {
    let diagram = sampleDiagram(16)
    var turned = diagram
    turned.nodes.reverse()
    turned.lines.reverse()
    let isSame = try diagram.draw(layout: layout).svg() == turned.draw(layout: layout).svg()
    #expect(isSame)
  }

  @Test(arguments: steady)
  func `the order of clusters leaves no trace`(layout: Layout) throws {
    var diagram = sampleDiagram(9)
    diagram.clusters = (0..<3).map { group in
      .init(id: "c\(group)", label: "Group \(group)", nodes: (0..<3).map { "n\(3 * group + $0)" })
    }
    var turned = diagram
    turned.clusters.reverse()
    let first = try diagram.draw(layout: layout)
    let second = try turned.draw(layout: layout)
    for format in [Format.svg, .pdf, .png, .dot] {
      let isSame = try first.render(format) == second.render(format)
      #expect(isSame, "\(format)")
    }
  }

  @Test func `eight drawings at once come out as one by one`() async throws {
    let diagrams = (0..<8).map { sampleDiagram(8 + $0, seed: UInt64($0)) }
    let layouts: [Layout] = [.neato, .dot, .sfdp, .twopi]
    let alone = try diagrams.enumerated().map { try $1.draw(layout: layouts[$0 % 4]).svg() }
    let together = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for (index, diagram) in diagrams.enumerated() {
        group.addTask { (index, try diagram.draw(layout: layouts[index % 4]).svg()) }
      }
      return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
    }
    for (index, svg) in alone.enumerated() { #expect(together[index] == svg, "\(index)") }
  }

  @Test func `a thread with a small stack draws the same`() throws {
    let diagram = chainDiagram(150)
    let expected = try diagram.draw(layout: .dot).svg()
    let done = DispatchSemaphore(value: 0)
    let box = Box()
    let thread = Thread {
      box.svg = try? diagram.draw(layout: .dot).svg()
      done.signal()
    }
    thread.stackSize = 256 << 10
    thread.start()
    done.wait()
    #expect(box.svg == expected)
  }

  /// Written by one thread, read after it has ended.
  private final class Box: @unchecked Sendable { var svg: String? }
}
