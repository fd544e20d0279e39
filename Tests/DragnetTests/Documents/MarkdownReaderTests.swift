import DragnetText
import Testing

@testable import Dragnet

struct MarkdownReaderTests {
  @Test func `keeps the text and marks what is not prose`() throws {
    let text = """
      ---
      title: "The cranes of Zel"
      date: 2024-03-05
      author: Ada Brink
      ---
      # The cranes of Zel

      ![A crane](crane.jpg)

      Police arrested [the director](https://zel.example/lind) of the port on Monday.

      ```
      code = 1
      ```

      [1]: https://zel.example
      """
    let document = try DocumentLoader().document(from: Array(text.utf8), named: "a.md")
    #expect(document.text == text)
    #expect(document.title == "The cranes of Zel")
    #expect(document.published?.description == "2024-03-05")
    #expect(document.byline == "Ada Brink")
    let furniture = document.furniture.map(document.quote)
    #expect(furniture.contains("![A crane](crane.jpg)"))
    #expect(furniture.contains("code = 1") && furniture.contains("[1]: https://zel.example"))
    #expect(!furniture.contains { $0.contains("Police") })
  }
}
