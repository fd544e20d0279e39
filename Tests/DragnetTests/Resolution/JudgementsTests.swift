import DragnetText
import TestSupport
import Testing

@testable import Dragnet

@Suite struct JudgementsTests {
  /// One text for each list of people, all of one case.
  private func readings(_ documents: [[String]]) -> [Reading] {
    documents.enumerated().map { index, people in
      var draft = ReadingDraft(
        "\(index).txt", [(people + ["Vega Corp met Orla Finn."]).joined(separator: ". ")])
      for name in people { draft.chain(name, .person) }
      draft.chain("Vega Corp", .organization)
      draft.chain("Orla Finn", .person)
      return draft.reading
    }
  }

  /// The documents of every entity but those that tie the case, with the fates of the judgements.
  private func network(
    _ documents: [[String]], _ file: String
  ) throws -> (sets: [[String]], judgements: [KeptJudgement]) {
    let network = Investigation.makeNetwork(
      from: readings(documents), judgements: try Judgements(parsing: file, file: "j.txt"))
    let sets = network.entities.filter { $0.name != "Vega Corp" && $0.name != "Orla Finn" }
      .map { entity in entity.mentions.map { "\($0.text)@\($0.document.rawValue.dropFirst(2))" } }
    return (sets.map { $0.sorted() }.sorted { $0[0] < $1[0] }, network.judgements ?? [])
  }

  @Test func `a person joins what names do not`() throws {
    let made = try network(
      [["Rui Almada"], ["The Fox"]], "same\tperson Rui Almada\tperson the fox\ta nickname")
    #expect(made.sets == [["Rui Almada@0.txt", "The Fox@1.txt"]])
    let judgement = try #require(made.judgements.first)
    #expect(judgement.by == .person && judgement.outcome == .applied && judgement.line == 1)
    #expect(judgement.reasons == ["a nickname"])
    #expect(judgement.between.map(\.text) == ["Rui Almada", "The Fox"])
  }

  @Test func `a person parts two of one name by their documents`() throws {
    let made = try network(
      [["Rui Almada"], ["Rui Almada"], ["R. Almada"]],
      """
      # one is the son
      different\tperson Rui Almada @ 0.txt\tperson Rui Almada @ 1.txt
      same\tperson R. Almada\tperson Rui Almada @ 1.txt
      """)
    #expect(made.sets == [["R. Almada@2.txt", "Rui Almada@1.txt"], ["Rui Almada@0.txt"]])
  }

  @Test func `of a chain of joins the weakest is cut`() throws {
    // Ann Bee Cole – Ann Cole .9, A. Cole – either .8: the initial is the weakest.
    let texts = [["Ann Bee Cole"], ["Ann Cole"], ["A. Cole"]]
    #expect(try network(texts, "").sets.count == 1)
    let made = try network(texts, "different\tperson Ann Bee Cole\tperson A. Cole")
    #expect(made.sets == [["A. Cole@2.txt"], ["Ann Bee Cole@0.txt", "Ann Cole@1.txt"]])
    #expect(
      made.judgements.contains { $0.by == .dragnet && $0.outcome == .overruled })
  }

  @Test func `a person's same carries a person's different along`() throws {
    let texts = [["Ann Cole"], ["Zoe Dahl"], ["Ann Cole"]]
    let made = try network(
      texts,
      """
      same\tperson Ann Cole @ 0.txt\tperson Zoe Dahl
      different\tperson Zoe Dahl\tperson Ann Cole @ 2.txt
      """)
    #expect(made.sets == [["Ann Cole@0.txt", "Zoe Dahl@1.txt"], ["Ann Cole@2.txt"]])
  }

  @Test func `contradictory lines are named and the different one holds`() throws {
    let made = try network(
      [["Ann Cole"], ["Zoe Dahl"], ["Ida Ek"]],
      """
      same\tperson Ann Cole\tperson Zoe Dahl
      same\tperson Zoe Dahl\tperson Ida Ek

      different\tperson Ann Cole\tperson Ida Ek
      """)
    #expect(made.sets == [["Ann Cole@0.txt", "Zoe Dahl@1.txt"], ["Ida Ek@2.txt"]])
    let faulty = made.judgements.filter { $0.outcome == .contradicted }
    #expect(faulty.map(\.line) == [2])
    #expect(faulty.first?.reasons == ["line 4 says that they differ"])
  }

  @Test func `lines that match nothing say what the name is`() throws {
    let made = try network(
      [["Ann Cole"]],
      """
      same\torganization Ann Cole\tperson Ann Cole
      same\tperson Ann Cole @ 7.txt\tperson Ann Cole
      different\tperson Ann Cole\tperson Ann Cole
      """)
    #expect(
      made.judgements.filter { $0.by == .person }.map(\.outcome) == [
        .unmatched, .unmatched, .contradicted,
      ])
    #expect(
      made.judgements[0].reasons == [
        "no organization is called 'Ann Cole'; the name is that of: person"
      ])
  }

  @Test func `words tell two of one name in one document apart`() throws {
    var draft = ReadingDraft("a.txt", ["The smith Cole met Vega Corp.", "Cole, the baker, left."])
    draft.chain("Cole", .person, ["Cole"])
    draft.chain("Vega Corp", .organization)
    var reading = draft.reading
    let start = reading.sentences[1].range.start
    reading.mentions.append(
      Mention(
        range: TextRange(start, start + 4), kind: .name, type: .person, chain: 2, confidence: 0.9))
    reading.chains.append(Chain(type: .person, name: "Cole", mentions: [2]))
    let file = """
      different\tperson Cole @ a.txt “smith Cole”\tperson Cole @ a.txt "Cole, the baker"
      """
    let network = Investigation.makeNetwork(
      from: [reading], judgements: try Judgements(parsing: file, file: "j"))
    #expect(network.judgements?.first?.outcome == .applied)
    #expect(network.entities.filter { $0.type == .person }.count == 2)
  }

  @Test func `groups are joined and parted as a person says`() throws {
    let joined = try Judgements(
      parsing: "different\tgroup 31 Filipino seamen\tgroup 30 Filipinos", file: "j")
    func groups(_ judgements: Judgements) -> Int {
      Investigation.makeNetwork(from: HarborCase.readings, judgements: judgements).entities
        .count { $0.type == .group }
    }
    #expect(groups(Judgements()) == 1)
    #expect(groups(joined) == 2)
  }

  @Test(arguments: [
    ("maybe\tperson A\tperson B", "'maybe' is no decision; use same or different"),
    ("same\tperson A", "expected same, the one and the other, parted by tabs"),
    ("same\tperson A\tB", "'B' does not start with a type"),
    ("same\tperson\tperson B", "a name is missing after 'person'"),
    ("same\tperson A @ b.txt \"\"\tperson B", "'person A @ b.txt \"\"' needs a name"),
  ])
  func `a bad line is named`(line: String, reason: String) {
    do throws(JudgementsError) {
      _ = try Judgements(parsing: "# head\n\n\(line)", file: "j.txt")
      Issue.record("read without error")
    } catch {
      #expect(error.description.hasPrefix("j.txt:3: \(reason)"))
    }
  }

  @Test func `every written side is read back`() throws {
    var random = SeededGenerator(seed: 7)
    let words = ["Ann", "@", "“q”", "O'Neil", "张", "\"x\"", "a.txt", "é"]
    for _ in 0..<200 {
      let name = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        words.randomElement(using: &random)!
      }.joined(separator: " ")
      let side = Judgements.Side(
        type: .person, name: "N " + name, document: "a b.txt",
        words: Bool.random(using: &random) ? "some words" : nil)
      let read = try Judgements(parsing: "same\t\(side)\t\(side)", file: "j")
      #expect(read.lines.first?.left == side)
    }
  }

  @Test func `what was judged survives the file, and quotes`() throws {
    let network = Investigation.makeNetwork(from: HarborCase.readings)
    let kept = try #require(network.judgements)
    #expect(kept.count >= 5)
    #expect(kept.allSatisfy { !$0.reasons.isEmpty })
    let read = try Network(jsonData: try network.jsonData(), file: "n.json")
    #expect(read.judgements == kept)
    var damaged = network
    damaged.judgements?[0].between[0].start += 1
    let data = try damaged.jsonData()
    #expect(throws: NetworkFileError.self) { try Network(jsonData: data, file: "n.json") }
  }
}
