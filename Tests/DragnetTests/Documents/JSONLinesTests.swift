import DragnetText
import Testing

@testable import Dragnet

struct JSONLinesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `reads documents with what their lines state`() throws {
    let path = try folder.write(
      "case.jsonl",
      """
      {"name":"a","text":"The mayor resigned.\\nHe gave no reason.","published":"2023-10-07","source":"Ledger"}

      {"name":"b","text":"The council met.","published":"2023-10-07T23:10:00+02:00","extra":{"x":1}}\r
      {"name":"c","text":"The council voted.","published":null}
      """)
    let loaded = DocumentLoader().loadJSONLines(path)
    #expect(loaded.failures.isEmpty)
    #expect(loaded.documents.map(\.name) == ["a", "b", "c"])
    #expect(loaded.documents[0].text == "The mayor resigned.\nHe gave no reason.")
    #expect(
      loaded.documents.map { $0.published?.description } == ["2023-10-07", "2023-10-07", nil])
    #expect(loaded.documents[0].source == "Ledger")
    #expect(DocumentLoader().load([folder.path]).documents == loaded.documents)
  }

  @Test func `names each bad line by its number and reads the others`() throws {
    let path = try folder.write(
      "case.jsonl",
      """
      {"name":"a","text":"The mayor resigned."}
      not json
      {"name":"b"}
      {"name":3,"text":"x"}
      {"name":"c","text":"  "}
      {"name":"d","text":"x","published":"soon"}
      {"name":"e","text":"a\\u0000b"}
      [1,2]
      {"name":"f","text":"The council met."}
      {"name":"g","text":"cut o
      """)
    let loaded = DocumentLoader().loadJSONLines(path)
    #expect(loaded.documents.map(\.name) == ["a", "f"])
    #expect(loaded.failures.map(\.line) == [2, 3, 4, 5, 6, 7, 8, 10])
    #expect(loaded.failures[1].description == "\(path):3: the line has no \"text\"")
    #expect(loaded.failures[2].reason == .badLine("\"name\" is no text"))
    #expect(loaded.failures[3].reason == .empty)
  }

  @Test func `hands over lines in order and survives one over the limit`() throws {
    let lines = (0..<2_000).map { number in
      let text = number == 700 ? String(repeating: "x ", count: 2_000) : "Council \(number) met."
      return "{\"name\":\"\(number)\",\"text\":\"\(text)\"}"
    }
    let path = try folder.write("case.jsonl", lines.joined(separator: "\n"))
    var numbers: [Int] = []
    var failed: [Int] = []
    DocumentLoader(maximumSize: 1_000).readJSONLines(path) { line, result in
      numbers.append(line)
      if case .failure(let failure) = result {
        #expect(failure.reason == .tooLarge(size: nil, limit: 1_000))
        failed.append(line)
      }
    }
    #expect(numbers == Array(1...2_000))
    #expect(failed == [701])
  }

  @Test func `names a file that is not there`() {
    let loaded = DocumentLoader().loadJSONLines(folder.path + "/none.jsonl")
    #expect(
      loaded.failures.map(\.description) == [
        folder.path + "/none.jsonl: there is no such file or folder"
      ])
  }
}
