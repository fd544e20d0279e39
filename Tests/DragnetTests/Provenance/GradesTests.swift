import DragnetText
import Foundation
import Testing

@testable import Dragnet

@Suite struct GradesTests {
  @Test func `every grade is written as it is read`() {
    for letter in "ABCDEF" {
      for digit in ["", "1", "2", "3", "4", "5", "6"] {
        #expect(Grade("\(letter)\(digit)")?.description == "\(letter)\(digit)")
        #expect(Grade("\(letter)\(digit)".lowercased()) == Grade("\(letter)\(digit)"))
      }
    }
    for text in ["", "G", "B0", "B7", "2B", "B22", "B2 ", "Ä", "B２"] { #expect(Grade(text) == nil) }
  }

  @Test(arguments: [
    ("A", 0.9), ("A1", 0.9), ("B2", 0.7), ("A5", 0.1), ("E1", 0.1), ("C", 0.5), ("F2", 0.7),
    ("D6", 0.3), ("F6", 0.5), ("F", 0.5),
  ])
  func `the lower of letter and digit counts`(text: String, weight: Double) {
    #expect(Grade(text)?.weight == weight)
  }

  @Test func `a document is graded by its file, then its outlet, then its origin`() throws {
    let grades = try Grades(
      parsing: "# head\r\nthe daily\tB2\twhy not\r\nWIRE.txt\tc\r\nHerald\tE5\n", file: "g.txt")
    #expect(grades.grade(name: "x", source: "Daily", origin: "Herald") == Grade("B2"))
    #expect(grades.grade(name: "wire.txt", source: "Daily", origin: "") == Grade("C"))
    #expect(grades.grade(name: "x", source: nil, origin: "Herald") == Grade("E5"))
    #expect(grades.grade(name: "x", source: "Wire", origin: "Y") == nil)
  }

  @Test(arguments: [
    ("Daily", "g.txt:1: expected a source, a tab and a grade"),
    ("\n\tB2", "g.txt:2: expected a source, a tab and a grade"),
    ("Daily\tgood", "g.txt:1: 'good' is no grade; use A to F, then 1 to 6 or nothing: B2"),
    ("Daily\tB2\nThe Daily\tB3", "g.txt:2: 'The Daily' was graded B2 in line 1"),
  ])
  func `a bad line is named`(text: String, message: String) {
    do throws(GradesError) {
      _ = try Grades(parsing: text, file: "g.txt")
      Issue.record("read without error")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func `grades change neither confidence nor anything else but themselves`() throws {
    let grades = try Grades(parsing: "Daily\tB\nHerald\tD4\nNobody\tA", file: "g")
    let plain = Investigation.makeNetwork(from: HarborCase.readings)
    var graded = Investigation.makeNetwork(
      from: HarborCase.readings, grades: grades, weighsGrades: true)
    #expect(grades.unused(in: graded).map(\.source) == ["Nobody"])
    #expect(graded.documents.map { $0.grade?.description } == ["B", "D4", "B"])
    for index in graded.documents.indices { graded.documents[index].grade = nil }
    for index in graded.relations.indices { graded.relations[index].credence = nil }
    #expect(graded == plain)
  }

  @Test func `credence counts each origin once, by hand`() throws {
    let grades = try Grades(parsing: "Daily\tB\nHerald\tD4", file: "g")
    let network = Investigation.makeNetwork(
      from: HarborCase.readings, grades: grades, weighsGrades: true)
    let rescued = try #require(network.relations.first { $0.type == "rescued" })
    // Daily .7 and Herald .3: 1 − .3 · .7.
    #expect(rescued.originIDs == ["Daily", "Herald"] && rescued.credence == 0.79)
    let accused = try #require(network.relations.first { $0.type == "accused" })
    // The wire has its news from the Daily.
    #expect(accused.credence == 0.7)
    let ungraded = Investigation.makeNetwork(from: HarborCase.readings, weighsGrades: true)
    #expect(ungraded.relations.first { $0.type == "rescued" }?.credence == 0.75)
  }

  @Test func `the file keeps grades, the tables show them only where there are any`() throws {
    let grades = try Grades(parsing: "Daily\tB", file: "g")
    let network = Investigation.makeNetwork(
      from: HarborCase.readings, grades: grades, weighsGrades: true)
    let data = try network.jsonData()
    #expect(try Network(jsonData: data, file: "n") == network)
    #expect(network.relationsTable().header.suffix(2) == ["grades", "credence"])
    #expect(network.evidenceTable().text.contains(",B\r\n"))
    #expect(network.conflictsTable().text.contains(",B\r\n"))
    let plain = Investigation.makeNetwork(from: HarborCase.readings)
    #expect(plain.relationsTable().header.last == "documents")
    let text = String(decoding: data, as: UTF8.self)
    let damaged = Data(text.replacing("\"grade\" : \"B\"", with: "\"grade\" : \"Q\"").utf8)
    #expect(throws: NetworkFileError.self) { try Network(jsonData: damaged, file: "n") }
  }
}
