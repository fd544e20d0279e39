import DragnetText
import Foundation

/// What a web page states about itself: JSON-LD, Open Graph, meta elements, `<time>`.
struct HTMLFacts {
  var title: String?
  var source: String?
  var published: CalendarDate?
  var byline: String?

  init(_ tree: HTMLTree) {
    let linked = LinkedArticle(tree)
    let metas = Self.metas(tree)
    func meta(_ names: String...) -> String? {
      names.lazy.compactMap { metas[$0] }.first
    }
    source = Self.name(
      meta("og:site_name") ?? linked.publisher
        ?? meta("application-name", "publisher", "dc.publisher"))
    let heading = tree.elements("h1").lazy.map { Self.line(tree.text(in: $0)) }
      .first { !$0.isEmpty }
    let element = tree.elements("title").first.map { Self.line(tree.text(in: $0)) }
    let stated =
      linked.headline ?? meta("og:title", "twitter:title", "dc.title") ?? heading ?? element
    title = stated.flatMap { Self.headline(Self.line($0), outlet: source) }
    published =
      [
        linked.published,
        meta(
          "article:published_time", "datepublished", "og:published_time", "date", "pubdate",
          "publishdate", "publish-date", "publish_date", "dc.date", "dc.date.issued",
          "dcterms.date",
          "dcterms.created", "parsely-pub-date", "sailthru.date", "article.published",
          "publication_date", "citation_publication_date", "cxenseparse:recs:publishtime"),
        Self.time(tree),
      ].lazy.compactMap { $0.flatMap(NewsDate.date) }.first
    byline =
      Self.author(linked.author) ?? Self.author(
        meta("author", "article:author", "byl", "dc.creator", "parsely-author"))
      ?? Self.author(Self.marked(tree))
  }

  /// Contents of meta elements by name, property or itemprop in lower case; the first counts.
  private static func metas(_ tree: HTMLTree) -> [String: String] {
    var metas: [String: String] = [:]
    for index in tree.elements("meta") {
      let attributes = tree.nodes[index].attributes
      guard let content = attributes["content"], !line(content).isEmpty,
        let key = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"]
      else { continue }
      if metas[key.lowercased()] == nil { metas[key.lowercased()] = content }
    }
    return metas
  }

  /// The time element marked as the day of publication, or the page's only one.
  private static func time(_ tree: HTMLTree) -> String? {
    let times = tree.elements("time").filter { tree.nodes[$0].attributes["datetime"] != nil }
    let marked = times.first { index in
      let attributes = tree.nodes[index].attributes
      return attributes["pubdate"] != nil || attributes["itemprop"] == "datePublished"
        || attributes["class"].map { $0.contains("publish") } ?? false
    }
    let days = Set(times.compactMap { tree.nodes[$0].attributes["datetime"]?.prefix(10) })
    let found = marked ?? (days.count == 1 ? times.first : nil)
    return found.flatMap { tree.nodes[$0].attributes["datetime"] }
  }

  /// Text of the first element marked as the author's.
  private static func marked(_ tree: HTMLTree) -> String? {
    let found = tree.nodes.indices.first { index in
      let attributes = tree.nodes[index].attributes
      let names = (attributes["class"] ?? "").split(separator: " ")
      return attributes["rel"] == "author" || attributes["itemprop"] == "author"
        || names.contains("byline") || names.contains("author-name")
    }
    return found.map { tree.text(in: $0) }
  }

  /// One line with single spaces.
  static func line(_ text: String) -> String {
    text.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }

  private static func name(_ text: String?) -> String? {
    let name = line(text ?? "")
    return name.isEmpty || name.contains("://") || name.count > 80 ? nil : name
  }

  /// A name without *By*; nil for addresses and long texts.
  private static func author(_ text: String?) -> String? {
    guard var name = name(text) else { return nil }
    if name.lowercased().hasPrefix("by ") { name = String(name.dropFirst(3)) }
    return name.isEmpty || name.contains("@") || name.contains("/") ? nil : name
  }

  /// The headline without the outlet's name at its end.
  private static func headline(_ text: String, outlet: String?) -> String? {
    guard !text.isEmpty else { return nil }
    for bar in [" | ", " - ", " – ", " — ", " :: "] {
      guard let outlet, let range = text.range(of: bar, options: .backwards),
        text[range.upperBound...].lowercased() == outlet.lowercased()
      else { continue }
      return String(text[..<range.lowerBound])
    }
    return text
  }
}

/// The article that a page describes in JSON-LD.
private struct LinkedArticle {
  var headline: String?
  var published: String?
  var author: String?
  var publisher: String?

  init(_ tree: HTMLTree) {
    for index in tree.elements("script")
    where tree.nodes[index].attributes["type"]?.lowercased().contains("ld+json") ?? false {
      let data = Data(tree.text(in: index).utf8)
      guard data.count < 1 << 20, let value = try? JSONSerialization.jsonObject(with: data) else {
        continue
      }
      for item in Self.items(value, depth: 0) where isArticle(item) {
        headline = headline ?? item["headline"] as? String
        published = published ?? item["datePublished"] as? String
        author = author ?? Self.names(item["author"])
        publisher = publisher ?? Self.names(item["publisher"])
      }
    }
  }

  private func isArticle(_ item: [String: Any]) -> Bool {
    let types = item["@type"] as? [String] ?? (item["@type"] as? String).map { [$0] } ?? []
    return types.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
  }

  /// The objects at the top, in arrays and in `@graph`.
  private static func items(_ value: Any, depth: Int) -> [[String: Any]] {
    guard depth < 4 else { return [] }
    if let list = value as? [Any] { return list.flatMap { items($0, depth: depth + 1) } }
    guard let item = value as? [String: Any] else { return [] }
    return [item] + (item["@graph"].map { items($0, depth: depth + 1) } ?? [])
  }

  /// Names of a person, an organization or a list of them.
  private static func names(_ value: Any?) -> String? {
    if let name = value as? String { return name }
    if let item = value as? [String: Any] { return names(item["name"]) }
    let list = (value as? [Any] ?? []).prefix(10).compactMap { item in
      item as? String ?? (item as? [String: Any])?["name"] as? String
    }
    return list.isEmpty ? nil : list.joined(separator: ", ")
  }
}
