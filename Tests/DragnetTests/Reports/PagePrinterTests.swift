import Testing

@testable import Dragnet

struct PagePrinterTests {
  @Test func `the parts of a page are numbered from 0, in their order, without moving a byte`() {
    let first = "a /ID (node00000181) b (node00000180) (node00000181)(node00000190) (node12) (node"
    let second = first.replacing("18", with: "27").replacing("190", with: "301")
    let wanted = "a /ID (node00000001) b (node00000000) (node00000001)(node00000002) (node12) (node"
    for text in [first, second] {
      let found = PagePrinter.renumbered(Array(text.utf8))
      #expect(String(decoding: found, as: UTF8.self) == wanted)
    }
  }
}
