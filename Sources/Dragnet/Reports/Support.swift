import DragnetText

/// A claim that a figure rests on, as its report remembers it.
///
/// Made from what the documents say, never from ids or places in a text: a word changed elsewhere in
/// a document puts no figure out of date.
public struct Support: Sendable, Hashable {
  /// Which claim it is: 8 hexadecimal digits.
  public let key: String
  /// What the claim says: 8 hexadecimal digits.
  public let digest: String
  /// The claim in words.
  public let words: String

  /// Makes a support of the parts that tell which claim it is, and those that tell what it says.
  public init(_ identity: [String], says content: [String], words: String) {
    key = Support.digits(identity)
    digest = Support.digits(content)
    self.words = words
  }

  private static func digits(_ parts: [String]) -> String {
    var id = ContentID()
    for part in parts { id.add(part) }
    return String(id.text("s").suffix(16).prefix(8))
  }
}

/// What a report remembers of the claims behind a figure.
public struct Basis: Sendable, Hashable {
  /// Keys and digests, `key:digest`, sorted.
  let entries: [String]

  init(_ supports: [Support]) { entries = Set(supports.map { "\($0.key):\($0.digest)" }).sorted() }

  /// Reads what `text` wrote.
  init(text: String) { entries = Set(text.split(separator: " ").map(String.init)).sorted() }

  /// One line, for the marker of a figure.
  var text: String { entries.joined(separator: " ") }

  /// How the claims differ from those a case has now.
  func difference(from supports: [Support]) -> Difference {
    let old = Set(entries)
    let oldKeys = Set(entries.map { String($0.prefix(8)) })
    let newKeys = Set(supports.map(\.key))
    var difference = Difference()
    var seen: Set<String> = []
    for support in supports where !old.contains("\(support.key):\(support.digest)") {
      guard seen.insert(support.key + support.digest).inserted else { continue }
      if oldKeys.contains(support.key) {
        difference.changed.append(support.words)
      } else {
        difference.added.append(support.words)
      }
    }
    let now = Set(supports.map { "\($0.key):\($0.digest)" })
    let gone = entries.filter { !now.contains($0) }
    difference.goneCount = gone.count { !newKeys.contains(String($0.prefix(8))) }
    // One of several claims of a kind is gone, and nothing came in its place.
    let lost = gone.count { newKeys.contains(String($0.prefix(8))) } - difference.changed.count
    difference.goneCount += max(0, lost)
    return difference
  }

  /// Which claims are new, say something else, or are gone.
  public struct Difference: Sendable, Hashable {
    /// Claims that say something else now.
    public fileprivate(set) var changed: [String] = []
    /// Claims that were not there.
    public fileprivate(set) var added: [String] = []
    /// How many claims are gone; a report does not keep their words.
    public fileprivate(set) var goneCount = 0

    /// True when all is as it was.
    public var isEmpty: Bool { changed.isEmpty && added.isEmpty && goneCount == 0 }
  }
}
