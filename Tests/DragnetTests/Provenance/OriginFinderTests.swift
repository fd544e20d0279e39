import DragnetText
import Testing

@testable import Dragnet

@Suite struct OriginFinderTests {
  private func reading(
    _ name: String, source: String? = nil, published: String? = nil, attributes: [String] = [],
    text: String? = nil
  ) -> Reading {
    var draft = ReadingDraft(
      name, [text ?? "\(name) quotes \(attributes.joined(separator: ", "))."], source: source,
      published: published.flatMap { CalendarDate($0) })
    for outlet in attributes {
      draft.chain(outlet, .organization)
      draft.attribution(outlet)
    }
    return draft.reading
  }

  @Test func `documents that name one outlet share its origin`() {
    let origins = OriginFinder.origins(of: [
      reading("a", source: "Echo", attributes: ["The Harbour Post"]),
      reading("b", source: "Beat", attributes: ["Harbour Post"]),
      reading("c", source: "The Harbour Post"),
    ])
    #expect(origins[0] == origins[1])
    #expect(origins[0] == origins[2])
  }

  @Test func `of several outlets the one most documents name is the origin`() {
    let origins = OriginFinder.origins(of: [
      reading("a", attributes: ["Tin News", "Tin News", "Harbour Post"]),
      reading("b", attributes: ["Harbour Post"]),
    ])
    #expect(origins == ["Harbour Post", "Harbour Post"])
  }

  @Test func `without attribution a document is of its own outlet, or stands for itself`() {
    #expect(
      OriginFinder.origins(of: [reading("a", source: "Echo"), reading("b")]) == ["Echo", "b"])
  }

  @Test func `a spokesman or a company is no outlet`() {
    #expect(
      OriginFinder.origins(of: [reading("a", source: "Echo", attributes: ["Vega Shipping"])])
        == ["Echo"])
  }

  @Test func `copies of one text share the origin of the earliest`() {
    let origins = OriginFinder.origins(of: [
      reading("a", source: "Echo", published: "2024-05-02", text: "The same words."),
      reading("b", source: "Beat", published: "2024-05-01", text: "The same words."),
      reading("c", source: "Dawn", published: "2024-05-01", text: "Other words."),
    ])
    #expect(origins == ["Beat", "Beat", "Dawn"])
  }
}
