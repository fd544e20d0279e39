import DragnetText

/// Finds where each document first had its news from.
///
/// A document's origin is the outlet it says it has its news from; of several, the one that most
/// documents of the case name, then the one it names most, then first. Without one it is its own
/// outlet, or itself when the page names none. Copies of one text share the origin of the earliest.
enum OriginFinder {
  /// The name of the origin of every reading's document, in the order of the readings.
  static func origins(of readings: [Reading]) -> [String] {
    let named = readings.map(outlets)
    var documentCounts: [String: Int] = [:]
    for outlets in named {
      for key in Set(outlets.map(\.key)) { documentCounts[key, default: 0] += 1 }
    }
    let spellings = commonSpellings(named.joined(), sources: readings.compactMap(\.document.source))
    var origins = readings.indices.map { index in
      let document = readings[index].document
      let own = document.source.map { OutletName($0).key }
      var counts: [String: Int] = [:]
      for outlet in named[index] where outlet.key != own { counts[outlet.key, default: 0] += 1 }
      let order = named[index].map(\.key)
      let best = counts.keys.max { a, b in
        let left = (documentCounts[a] ?? 0, counts[a] ?? 0)
        let right = (documentCounts[b] ?? 0, counts[b] ?? 0)
        guard left == right else { return left < right }
        return (order.firstIndex(of: a) ?? 0) > (order.firstIndex(of: b) ?? 0)
      }
      guard let key = best ?? own else { return document.name }
      return spellings[key] ?? document.source ?? document.name
    }
    for copies in copiedTexts(readings) {
      guard let first = copies.min(by: { isEarlier(readings[$0], readings[$1]) }) else { continue }
      for copy in copies { origins[copy] = origins[first] }
    }
    return origins
  }

  /// Sets of documents with the same wording, by place.
  private static func copiedTexts(_ readings: [Reading]) -> [[Int]] {
    let places = Dictionary(grouping: readings.indices) { readings[$0].document.text }
    return places.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  private static func isEarlier(_ a: Reading, _ b: Reading) -> Bool {
    let late = CalendarDate(year: 9999)
    guard let left = a.document.published ?? late, let right = b.document.published ?? late,
      left != right
    else { return (a.document.name, a.document.id) < (b.document.name, b.document.id) }
    return left < right
  }

  /// The outlets a document attributes something to, in the order of the text.
  private static func outlets(of reading: Reading) -> [OutletName] {
    let reporters = Set(
      reading.findings.filter { $0.label == "reported_on" }.map {
        reading.mentions[$0.from].chain
      })
    return reading.attributions.compactMap { attribution in
      guard let mention = attribution.mention else {
        let name = OutletName(attribution.speaker)
        return name.soundsLikeOutlet ? name : nil
      }
      let chainIndex = reading.mentions[mention].chain
      let chain = reading.chains[chainIndex]
      guard chain.type == .organization else { return nil }
      let name = OutletName(chain.name)
      let isOutlet =
        name.soundsLikeOutlet || reporters.contains(chainIndex)
        || OutletName(chain.attributes.office ?? "").soundsLikeOutlet
      return isOutlet ? name : nil
    }
  }

  private static func commonSpellings(
    _ outlets: some Sequence<OutletName>, sources: [String]
  ) -> [String: String] {
    var counts: [String: [String: Int]] = [:]
    for outlet in outlets { counts[outlet.key, default: [:]][outlet.text, default: 0] += 1 }
    for source in sources { counts[OutletName(source).key, default: [:]][source, default: 0] += 1 }
    return counts.mapValues { spellings in
      spellings.keys.max {
        (spellings[$0] ?? 0, $1) < (spellings[$1] ?? 0, $0)
      } ?? ""
    }
  }
}

/// The name of a newspaper, agency or channel.
struct OutletName {
  /// As written.
  let text: String
  /// For comparison.
  let key: String

  private static let words: Set<String> = [
    "news", "newspaper", "times", "post", "herald", "tribune", "gazette", "press", "daily",
    "journal", "chronicle", "observer", "telegraph", "guardian", "media", "radio", "tv",
    "television", "broadcaster", "broadcasting", "outlet", "website", "magazine", "portal",
    "channel", "reporter", "courier", "mail", "today", "weekly", "wire", "newswire", "reuters",
    "afp", "ap", "bbc", "cnn", "dpa", "efe", "ansa", "xinhua", "bloomberg", "diario", "jornal",
    "zeitung", "standard", "bulletin", "blog", "star",
  ]

  init(_ name: String) {
    text = name
    key = NameForm(name).withoutLegalForm.key
  }

  /// True when a word of the name is one that names outlets.
  var soundsLikeOutlet: Bool {
    NameForm(text).tokens.contains { OutletName.words.contains($0) }
  }
}
