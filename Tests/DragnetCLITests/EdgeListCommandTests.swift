import Foundation
import Testing

/// `rank` and `path` on text edge lists.
@Suite struct EdgeListCommandTests {
  /// A kite a–b–c with a tail c–d; one edge twice, one self-loop.
  static let kite = "source,target\na,b\nb,c\na,c\nc,d\nb,a\nd,d\n"

  struct Ranking: Decodable {
    struct Place: Decodable {
      let node: String
      let rank: Int
      let score: Double
    }
    let measure: String
    let nodes: Int
    let edges: Int
    let directed: Bool
    let ranking: [Place]

    var scores: [String: Double] {
      Dictionary(ranking.map { ($0.node, $0.score) }, uniquingKeysWith: { first, _ in first })
    }
  }

  static func ranking(
    of text: String, name: String = "g.csv", _ arguments: String
  ) async throws -> Ranking {
    let program = try Program()
    defer { try? FileManager.default.removeItem(at: program.folder) }
    try program.write(name, text)
    let result = try await program.shell("\"$DRAGNET\" rank \(name) --json \(arguments)")
    #expect(result.status == 0, "\(result.messages)")
    return try JSONDecoder().decode(Ranking.self, from: Data(result.output.utf8))
  }

  @Test func `rank lists nodes by name, and says what was read`() async throws {
    try await Program.inNewFolder { program in
      try program.write("g.csv", EdgeListCommandTests.kite)
      let table = try await program.run("rank", "g.csv")
      #expect(table.status == 0)
      #expect(
        table.output == """
          rank  node  betweenness
             1  c               2
             2  a               0
             2  b               0
             2  d               0

          """)
      #expect(
        table.messages == """
          g.csv: 4 nodes, 4 edges (undirected), 1 parallel edge merged, 1 self-loop left out
          betweenness: all nodes

          """)
      let csv = try await program.run("rank", "g.csv", "--csv", "--limit", "1", "--by", "degree")
      #expect(csv.output == "rank,node,degree\r\n1,c,3\r\n")
    }
  }

  /// Worked out by hand on the kite.
  @Test(
    arguments: [
      ("betweenness", ["a": 0, "b": 0, "c": 2, "d": 0]),
      ("closeness", ["a": 0.75, "b": 0.75, "c": 1, "d": 0.6]),
      ("harmonic", ["a": 2.5, "b": 2.5, "c": 3, "d": 2]),
      ("eccentricity", ["a": 2, "b": 2, "c": 1, "d": 2]),
      ("degree", ["a": 2, "b": 2, "c": 3, "d": 1]),
      ("degree --directed", ["a": 3, "b": 3, "c": 3, "d": 1]),
      ("in-degree --directed", ["a": 1, "b": 1, "c": 2, "d": 1]),
      ("out-degree --directed", ["a": 2, "b": 2, "c": 1, "d": 0]),
      ("betweenness --directed", ["a": 0, "b": 0, "c": 2, "d": 0]),
      ("core", ["a": 2, "b": 2, "c": 2, "d": 1]),
      ("triangles", ["a": 1, "b": 1, "c": 1, "d": 0]),
      ("clustering", ["a": 1, "b": 1, "c": 1.0 / 3, "d": 0]),
      ("effective-size", ["a": 1, "b": 1, "c": 7.0 / 3, "d": 1]),
      ("efficiency", ["a": 0.5, "b": 0.5, "c": 7.0 / 9, "d": 1]),
    ] as [(String, [String: Double])])
  func `every node has the score of the measure asked for`(
    measure: String, expected: [String: Double]
  ) async throws {
    let found = try await EdgeListCommandTests.ranking(
      of: EdgeListCommandTests.kite, "--by \(measure)")
    #expect(found.nodes == 4)
    #expect(found.directed == measure.hasSuffix("--directed"))
    #expect(Set(found.scores.keys) == Set(expected.keys))
    for (node, score) in expected {
      #expect(abs(try #require(found.scores[node]) - score) < 1e-12, "\(node)")
    }
  }

  @Test(arguments: ["eigenvector", "katz", "pagerank", "authorities", "hubs"])
  func `the best tied node leads the measures that iterate`(measure: String) async throws {
    let found = try await EdgeListCommandTests.ranking(
      of: EdgeListCommandTests.kite, "--by \(measure)")
    #expect(found.measure == measure)
    #expect(found.ranking.map(\.node) == ["c", "a", "b", "d"])
    #expect(found.ranking.map(\.rank) == [1, 2, 2, 4])
    #expect(found.ranking[0].score > found.ranking[1].score)
  }

  @Test func `numbers mean nodes 0 to the largest, and undefined scores are left out`()
    async throws
  {
    let text = "1\t3\n3\t4\n"
    let degree = try await EdgeListCommandTests.ranking(
      of: text, name: "g.tsv", "--by degree")
    #expect(degree.scores == ["0": 0, "1": 1, "2": 0, "3": 2, "4": 1])
    let constraint = try await EdgeListCommandTests.ranking(
      of: text, name: "g.tsv", "--by constraint")
    #expect(constraint.ranking.map(\.node) == ["3", "1", "4"])
    #expect(constraint.ranking.map(\.score) == [0.5, 1, 1])
    let words = try await EdgeListCommandTests.ranking(
      of: "99999999999\t1\n", name: "g.tsv", "--by degree --words")
    #expect(words.scores == ["99999999999": 1, "1": 1])
  }

  @Test func `the third column is lengths or strengths only when asked for, and never both`()
    async throws
  {
    let text = "a b 1\nb c 1\na c 5\n"
    func rank(_ arguments: String) async throws -> [String: Double] {
      try await EdgeListCommandTests.ranking(of: text, name: "g.txt", arguments).scores
    }
    #expect(try await rank("") == ["a": 0, "b": 0, "c": 0])
    #expect(try await rank("--lengths") == ["a": 0, "b": 1, "c": 0])
    #expect(try await rank("--strengths") == ["a": 0, "b": 0, "c": 0])
    #expect(try await rank("--strengths --by strength") == ["a": 6, "b": 2, "c": 6])
    let plain = try await rank("--by pagerank")
    let strong = try await rank("--by pagerank --strengths")
    let b = try #require(strong["b"])
    #expect(abs(try #require(plain["b"]) - 1.0 / 3) < 1e-9)
    #expect(b < 0.2)
  }

  @Test func `names come out of JSON as they went in`() async throws {
    let found = try await EdgeListCommandTests.ranking(
      of: "Zoë \\ Co\tb\u{1B}[31m\n", name: "g.tsv", "--by degree")
    #expect(found.scores == ["Zoë \\ Co": 1, "b\u{1B}[31m": 1])
  }

  @Test func `gzip, standard input and pipes are read like files, in any order of lines`()
    async throws
  {
    try await Program.inNewFolder { program in
      try program.write("g.csv", EdgeListCommandTests.kite)
      let script = """
        gzip -k g.csv; { echo source,target; tail -n +2 g.csv | sort -r; } > other.edges
        mkfifo pipe; cat g.csv > pipe &
        "$DRAGNET" rank g.csv > 1; "$DRAGNET" rank g.csv.gz > 2; "$DRAGNET" rank other.edges > 3
        cat g.csv.gz | "$DRAGNET" rank - > 4; "$DRAGNET" rank pipe --threads 1 > 5
        cmp 1 2 && cmp 1 3 && cmp 1 4 && cmp 1 5
        """
      let result = try await program.shell(script)
      #expect(result.status == 0, "\(result.output)\(result.messages)")
      #expect(try program.text("1").contains("1  c"))
    }
  }

  @Test(
    arguments: [
      ("empty.tsv", "", "", "no line joins two nodes"),
      ("comment.tsv", "# nothing\n", "", "no line joins two nodes"),
      ("loop.tsv", "0\t0\n", "", "no line joins two nodes"),
      ("one.tsv", "0\n", "", "one.tsv:1: an edge needs two nodes"),
      ("cut.tsv", "0\t1\n1\t2\n2", "", "cut.tsv:3: an edge needs two nodes"),
      ("ids.tsv", "0\t1\n1\t4294967296\n", "", "ids.tsv:2: node number 4294967296 is past"),
      ("negative.tsv", "0\t1\t-1\n", "--lengths", "negative.tsv:1: '-1' is not a finite number"),
      ("nan.tsv", "0 1 2\n1 2 NaN\n", "--lengths", "nan.tsv:2: 'NaN' is not a finite number"),
      ("short.tsv", "0 1 2\n1 2\n", "--strengths", "short.tsv:2: there is no third column"),
      ("zero.tsv", "0 1 0\n", "--lengths", "length 0"),
      ("binary.tsv", "\u{1}\u{2}\u{3}", "", "binary.tsv:1: an edge needs two nodes"),
    ] as [(String, String, String, String)])
  func `a file that is no edge list is refused with the place and the reason`(
    name: String, text: String, arguments: String, message: String
  ) async throws {
    try await Program.inNewFolder { program in
      try program.write(name, text)
      let result = try await program.shell("\"$DRAGNET\" rank \(name) \(arguments)")
      #expect(result.status == 1)
      #expect(result.output.isEmpty)
      #expect(result.messages.contains(message), "\(result.messages)")
    }
  }

  @Test func `a gzip file cut in the middle is refused`() async throws {
    try await Program.inNewFolder { program in
      let script = """
        seq 1 20000 | awk '{ print $1 "\\t" $1 * 7 % 9973 }' | gzip > whole.tsv.gz
        head -c 20000 whole.tsv.gz > cut.tsv.gz
        "$DRAGNET" rank whole.tsv.gz --by degree --limit 1 && "$DRAGNET" rank cut.tsv.gz
        """
      let result = try await program.shell(script)
      #expect(result.status == 1)
      #expect(result.messages.contains("cut.tsv.gz: the gzip file is cut off"))
    }
  }

  @Test(arguments: [
    "rank g.csv --types person", "rank g.csv --relations met", "rank g.csv --min-confidence 0.5",
    "rank g.csv --lengths --strengths", "rank g.csv --by strength", "path g.csv a d --svg p.svg",
    "path g.csv a d --limit 0", "rank n.json --lengths", "rank n.json --words",
  ])
  func `what does not fit the file is wrong usage`(arguments: String) async throws {
    try await Program.inNewFolder { program in
      try program.write("g.csv", EdgeListCommandTests.kite)
      try program.write("n.json", try QueryTests.makeNetwork())
      let result = try await program.shell("\"$DRAGNET\" \(arguments)")
      #expect(result.status == 64)
      #expect(result.output.isEmpty)
    }
  }

  @Test func `path lists the shortest paths, and longer ones with a limit`() async throws {
    try await Program.inNewFolder { program in
      try program.write("g.csv", EdgeListCommandTests.kite)
      let shortest = try await program.run("path", "g.csv", "a", "D")
      #expect(shortest.output == "One path, measured in hops\n\n2  a – c – d\n")
      let more = try await program.run("path", "g.csv", "a", "d", "--limit", "5")
      #expect(
        more.output == "2 paths, measured in hops\n\n2  a – c – d\n3  a – b – c – d\n")
      let against = try await program.run("path", "g.csv", "d", "a", "--directed")
      #expect(against.status == 0)
      #expect(against.output == "No path leads from d to a.\n")
      let json = try await program.run("path", "g.csv", "a", "d", "--json")
      #expect(json.output.contains("\"length\" : 2,"))
      try program.write("roads.tsv", "0 1 0.5\n1 2 0.5\n0 2 3\n")
      let roads = try await program.run("path", "roads.tsv", "0", "2", "--lengths")
      #expect(roads.output == "One path, measured in lengths\n\n1  0 – 1 – 2\n")
    }
  }

  @Test(arguments: [
    ("path g.csv a kim", "no node is called 'kim'"),
    ("path g.csv a C.", "no node is called 'C.'"),
    ("path g.csv a a", "are the same node"),
    ("path n.tsv 0 7", "no node is called '7'; the nodes are 0 to 2"),
    ("path big.csv ann le", "near it: 'Lee'"),
    ("show g.csv a", "only rank and path read edge lists"),
    ("rank nowhere.csv", "nowhere.csv: there is no such file"),
  ])
  func `a node or file that is not there is named`(
    arguments: String, message: String
  ) async throws {
    try await Program.inNewFolder { program in
      try program.write("g.csv", EdgeListCommandTests.kite)
      try program.write("n.tsv", "0\t1\n1\t2\n")
      try program.write("big.csv", "Ann,Lee\n")
      let result = try await program.shell("\"$DRAGNET\" \(arguments)")
      #expect(result.status == 1)
      #expect(result.output.isEmpty)
      #expect(result.messages.contains(message), "\(result.messages)")
    }
  }

  @Test(.timeLimit(.minutes(1))) func `control-C ends long work at once`() async throws {
    try await Program.inNewFolder { program in
      let script = """
        awk 'BEGIN { for (n = 0; n < 50000; n++) for (k = 1; k < 5; k++)
          print n "\\t" (n * 7919 + k * 104729) % 50021 }' > large.tsv
        timeout -s INT 6 "$DRAGNET" rank large.tsv --by betweenness
        """
      let result = try await program.shell(script)
      #expect(result.status == 124)
      #expect(result.output.isEmpty)
      #expect(result.messages.hasPrefix("large.tsv: "))
    }
  }

  @Test func `a network ranks by the other measures too, and path lists longer ways`()
    async throws
  {
    try await Program.inNewFolder { program in
      try program.write("n.json", try QueryTests.makeNetwork())
      for measure in ["harmonic", "core", "strength", "constraint", "katz"] {
        let result = try await program.run("rank", "n.json", "--by", measure, "--limit", "1")
        #expect(result.status == 0)
        #expect(result.output.contains("Bo Lind") || measure == "core")
      }
      let path = try await program.run("path", "n.json", "ana", "police", "--limit", "3")
      #expect(path.output.hasPrefix("One path of 3 steps"))
    }
  }
}
