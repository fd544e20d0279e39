import Testing
import TestSupport

@testable import DragnetDiagram

@Suite struct SoftShapeTests {
  @Test(arguments: UInt64(0)..<10)
  func `distances agree with a search of all seeds`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let area = Box(center: Point(x: 0, y: 0), width: 60, height: 36)
    let field = DistanceField(over: area, cell: 4, finest: 100, value: 0)
    var seeds = field.values.map { _ in Int.random(in: 0..<9, using: &random) == 0 }
    seeds[3] = true
    let found = field.distances(from: seeds)
    for index in seeds.indices {
      let place = field.place(index % field.columns, index / field.columns)
      let least = seeds.indices.filter { seeds[$0] }.map {
        (field.place($0 % field.columns, $0 / field.columns) - place).length
      }.min()
      #expect(abs(found[index] - (least ?? -1)) < 1e-9)
    }
  }

  @Test func `the contour of a disk is a circle, run counter-clockwise`() throws {
    let area = Box(center: Point(x: 0, y: 0), width: 100, height: 100)
    var field = DistanceField(over: area, cell: 4, finest: 100, value: 0)
    for index in field.values.indices {
      field.values[index] = 30 - field.place(index % field.columns, index / field.columns).length
    }
    let loops = field.contours()
    let loop = try #require(loops.first)
    #expect(loops.count == 1)
    #expect(loop.allSatisfy { abs($0.length - 30) < 0.3 })
    var twice = 0.0
    for (a, b) in zip(loop, loop.dropFirst() + loop.prefix(1)) { twice += a.x * b.y - b.x * a.y }
    // The area of a circle of radius 30, less a little for the straight stretches.
    #expect(abs(twice / 2 - 2_827.4) < 20)
  }

  private func square(_ x: Double, _ y: Double) -> Box {
    Box(center: Point(x: x, y: y), width: 40, height: 20)
  }

  private func shape(_ members: [Box], _ foreign: [Box]) -> SoftShape {
    SoftShape(
      around: members, avoiding: foreign, margin: 14, closing: 44, clearance: 7, keepsStrays: true)
  }

  @Test func `a shape flows round a node that does not belong`() throws {
    let members = [square(0, 0), square(200, 0), square(100, 120)]
    let stranger = square(100, 40)
    let shape = shape(members, [stranger])
    let islands = shape.outlines.map { $0.flattened() }
    for member in members {
      for corner in corners(of: member) {
        #expect(islands.contains { isInside(corner, $0) })
      }
    }
    // Inside an island and inside a hole of it, or in neither.
    for corner in corners(of: stranger) {
      #expect(islands.count { isInside(corner, $0) } % 2 == 0)
    }
  }

  @Test func `nodes near each other lie in one island, those far apart are joined by a bridge`() {
    #expect(shape([square(0, 0), square(90, 30), square(30, 90)], []).fills.count == 1)
    #expect(shape([square(0, 0), square(600, 30)], []).fills.count == 1)
  }

  @Test func `an island with a hole is filled along one closed curve`() throws {
    let ring = (0..<12).map { step in
      square(
        150 * [1, 0.87, 0.5, 0, -0.5, -0.87, -1, -0.87, -0.5, 0, 0.5, 0.87][step],
        150 * [0, 0.5, 0.87, 1, 0.87, 0.5, 0, -0.5, -0.87, -1, -0.87, -0.5][step])
    }
    let shape = shape(ring, [square(0, 0)])
    #expect(shape.outlines.count == 2)
    #expect(shape.fills.count == 1)
    let fill = try #require(shape.fills.first)
    #expect(fill.points.count % 3 == 1)
    #expect(!isInside(Point(x: 0, y: 0), fill.flattened()))
    #expect(isInside(Point(x: 150, y: 0), fill.flattened()))
  }

  private func corners(of box: Box) -> [Point] {
    [
      Point(x: box.minX, y: box.minY), Point(x: box.maxX, y: box.minY),
      Point(x: box.maxX, y: box.maxY), Point(x: box.minX, y: box.maxY),
    ]
  }

  @Test(arguments: [Layout.neato, .sfdp, .twopi, .dot])
  func `a cluster holds its members, no stranger, and a heading off all nodes`(
    layout: Layout
  ) throws {
    var diagram = sampleDiagram(18)
    diagram.clusters = [
      .init(id: "a", label: "The first", nodes: (0..<6).map { "n\($0)" }),
      .init(id: "b", label: "The second", nodes: (8..<13).map { "n\($0)" }),
    ]
    let drawing = try diagram.draw(layout: layout)
    for (cluster, drawn) in zip(diagram.clusters, drawing.clusters) {
      let islands = drawn.outline.map { $0.flattened() }
      for node in drawing.nodes {
        let count = islands.count { isInside(node.box.center, $0) }
        #expect((count % 2 == 1) == cluster.nodes.contains(node.id), "\(node.id) \(cluster.id)")
      }
      if let heading = drawn.label {
        #expect(!drawing.nodes.contains { $0.box.overlaps(heading) })
      }
    }
    #expect(drawing.clusters.contains { $0.label != nil })
  }

  @Test func `the default layout brings the members of a cluster together`() throws {
    var diagram = sampleDiagram(24)
    let members = Set(["n3", "n8", "n12", "n17", "n22"])
    func spread(_ diagram: Diagram) throws -> Double {
      let centers = try diagram.draw().nodes.filter { members.contains($0.id) }.map(\.box.center)
      let middle = centers.reduce(Point(x: 0, y: 0), +) * 0.2
      return centers.map { ($0 - middle).length }.reduce(0, +)
    }
    let apart = try spread(diagram)
    diagram.clusters = [.init(id: "c", label: "Together", nodes: members.sorted())]
    #expect(try spread(diagram) < 0.7 * apart)
  }
}
