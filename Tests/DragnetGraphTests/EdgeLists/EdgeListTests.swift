import DragnetGraph
import Foundation
import Testing

@Suite struct EdgeListTests {
  /// Writes bytes to a file of their own, reads them, and takes the file away.
  func read(
    _ bytes: some Sequence<UInt8>, directed: Bool = false,
    thirdColumn: EdgeList.ThirdColumn = .ignored, names: EdgeList.Names = .automatic
  ) throws -> EdgeList {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("edges-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    do {
      return try EdgeList(
        path: file.path, directed: directed, thirdColumn: thirdColumn, names: names)
    } catch GraphError.badLine(_, let line, let reason) {
      throw GraphError.badLine(path: "file", line: line, reason: reason)
    }
  }

  func failure(
    _ text: String, thirdColumn: EdgeList.ThirdColumn = .ignored
  ) -> String {
    do {
      _ = try read(text.utf8, thirdColumn: thirdColumn)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    "0\t1\n1\t3\n", "0,1\n1,3\n", "0 1\n1  3\n", "0;1\r\n1;3\r\n", "# c\n\n0\t1\n% c\n1\t3",
    "source,target\n0,1\n1,3\n", "who,whom\n0,1\n1,3\n", "\u{FEFF}0\t1\n1\t3\n",
    "\"0\",\"1\"\n1,3\n", " 0 1 \n1 3 9 x\n",
    "1 3\n1 0\n",
  ])
  func `numbers name nodes, and gaps are isolated nodes`(text: String) throws {
    let list = try read(text.utf8)
    #expect(list.names == nil)
    #expect(list.graph.nodeCount == 4)
    #expect(list.graph.edgeCount == 2)
    #expect(list.graph.edge(from: 0, to: 1) == 0)
    #expect(list.graph.edge(from: 3, to: 1) == 1)
    #expect(list.graph.outDegree(of: 2) == 0)
    #expect(list.node(named: "3") == 3)
    #expect(list.node(named: "4") == nil)
  }

  @Test func `names that differ after a doubled quote are two`() throws {
    let list = try read("\"Ze \"\"x\"\"\",Ann\n\"Ze \"\"y\"\"\",Ann\n".utf8)
    #expect(list.graph.nodeCount == 3)
    #expect(list.graph.edgeCount == 2)
  }

  @Test func `words are numbered by their bytes, whatever the order of the lines`() throws {
    let list = try read("Zoë,Ann B.\n\"Lee, Kim\",Zoë\n".utf8)
    #expect(list.names == ["Ann B.", "Lee, Kim", "Zoë"])
    #expect(list.graph.edge(from: 0, to: 2) == 0)
    #expect(list.graph.edge(from: 1, to: 2) == 1)
    #expect(list.node(named: "Lee, Kim") == 1)
    #expect(list.node(named: "Lee") == nil)
    let other = try read("\"Lee, Kim\",Zoë\nAnn B.,Zoë\n".utf8)
    #expect(other.names == list.names)
    #expect(other.graph.neighbors(of: 2) == list.graph.neighbors(of: 2))
  }

  @Test func `one word among numbers makes all of them words`() throws {
    let list = try read("10 9\n9 x\n".utf8)
    #expect(list.names == ["10", "9", "x"])
  }

  @Test func `telephone numbers can be read as words`() throws {
    let text = "447700900123 447700900456\n447700900456 1\n"
    #expect(
      failure(text)
        == "file:1: node number 447700900123 is past 2147483645; read the names as words")
    let list = try read(text.utf8, names: .words)
    #expect(list.names == ["1", "447700900123", "447700900456"])
  }

  @Test func `the third column is read only when its meaning is said`() throws {
    let text = "0 1 2.5\n1 2 4e-1\n0 1 1\n".utf8
    let plain = try read(text).graph
    #expect(plain.edgeLengths == nil && plain.edgeStrengths == nil)
    #expect(plain.parallelEdgeCount == 1)
    #expect(try read(text, thirdColumn: .lengths).graph.edgeLengths == [1, 0.4])
    #expect(try read(text, thirdColumn: .strengths).graph.edgeStrengths == [3.5, 0.4])
  }

  @Test func `lines keep their direction when asked`() throws {
    let list = try read("1 0\n0 1\n2 1\n".utf8, directed: true)
    #expect(list.graph.edgeCount == 3)
    #expect(list.graph.neighbors(of: 2) == [1])
    #expect(list.graph.neighbors(of: 1) == [0])
  }

  @Test(arguments: [
    ("0 1\n2\n", "file:2: an edge needs two nodes"),
    ("a b\nc\n", "file:2: an edge needs two nodes"),
    ("0 1\n# c\n\n5", "file:4: an edge needs two nodes"),
    (
      "0 99999999999999999999\n",
      "file:1: node number 99999999999999999999 is past 2147483645; read the names as words"
    ),
    (
      "0 4294967296\n", "file:1: node number 4294967296 is past 2147483645; read the names as words"
    ),
  ])
  func `a bad line is named by its number`(text: String, message: String) {
    #expect(failure(text) == message)
  }

  @Test(arguments: [
    ("0 1 1\n1 2\n", "file:2: there is no third column to read"),
    ("0 1 -1\n", "file:1: '-1' is not a finite number, zero or more"),
    ("0 1 nan\n", "file:1: 'nan' is not a finite number, zero or more"),
    ("a b inf\n", "file:1: 'inf' is not a finite number, zero or more"),
    ("0 1 x\n", "file:1: 'x' is not a finite number, zero or more"),
  ])
  func `a bad value is named by its line`(text: String, message: String) {
    #expect(failure(text, thirdColumn: .lengths) == message)
  }

  @Test func `an empty file is an empty graph`() throws {
    #expect(try read([]).graph.nodeCount == 0)
    #expect(try read("# nothing\n".utf8).graph.nodeCount == 0)
  }

  @Test func `a stray huge number asks for no gigabytes`() {
    #expect(failure("0 2000000000\n").contains("read the names as words"))
  }

  @Test func `bytes of any kind make words or an error, never a crash`() throws {
    #expect(throws: GraphError.self) { try read([0, 255, 254, 10, 0, 0, 13]) }
    let list = try read([0xFF, 0x20, 0xFE, 0x0A])
    #expect(list.graph.edgeCount == 1)
  }

  @Test func `gzip is unpacked and a cut file is named as such`() throws {
    let packed: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x33, 0x54, 0x30, 0xE2, 0x32,
      0x52, 0x30, 0xE6, 0x02, 0x00, 0xF5, 0xF1, 0x2B, 0x96, 0x08, 0x00, 0x00, 0x00,
    ]
    let list = try read(packed)
    #expect(list.graph.edgeCount == 2)
    // Two members in one file are read one after the other.
    #expect(try read(packed + packed).graph.parallelEdgeCount == 2)
    #expect {
      try read(packed.dropLast(12))
    } throws: { error in
      "\(error)".contains("cut off")
    }
    var damaged = packed
    damaged[packed.count - 6] ^= 0xFF
    #expect { try read(damaged) } throws: { "\($0)".contains("damaged") }
  }

  @Test func `what is no file is named with the reason`() {
    #expect(
      throws: GraphError.unreadableFile(path: "/nowhere", reason: "No such file or directory")
    ) {
      try EdgeList(path: "/nowhere")
    }
    #expect(throws: GraphError.unreadableFile(path: "/tmp", reason: "is a folder, not a file")) {
      try EdgeList(path: "/tmp")
    }
  }
}
