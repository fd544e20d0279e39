import Dragnet
import DragnetText
import Foundation
import Testing

@Suite struct HostileCaseTests {
  @Test(
    arguments: [
      ("no space", String(repeating: "a", count: 20_000)),
      (
        "brackets",
        String(repeating: "(", count: 5_000) + "x" + String(repeating: ")", count: 5_000)
      ),
      ("digits", String(repeating: "7391 ", count: 2_000)),
      ("scripts", String(repeating: "Москва 北京市 שלום مرحبا Ana met Åse. ", count: 200)),
      (
        "markup",
        String(repeating: "<b>John & \"Smith\"</b> met <script>Ann Lee</script>. ", count: 200)
      ),
      ("right to left", String(repeating: "\u{202E}Police\u{202C} arrested משה. ", count: 200)),
    ])
  func `a hostile text goes through the whole chain`(name: String, text: String) throws {
    let document = Document(id: DocumentID("h"), name: "<\(name)>.txt", text: text)
    let result = Investigation(reader: try LexiconReader()).network(from: [document])
    #expect(result.failures.isEmpty)
    let json = try result.network.jsonData()
    #expect(try Network(jsonData: json, file: "network.json") == result.network)
    for file in try NetworkFiles(result.network).files
    where file.name.hasSuffix(".html") || file.name.hasSuffix(".svg") {
      #expect(!String(decoding: file.contents, as: UTF8.self).contains("<script>Ann"))
    }
  }
}
