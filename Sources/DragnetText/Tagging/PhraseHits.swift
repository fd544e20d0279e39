/// The longest phrases of the lexicon that start at each word.
struct PhraseHits {
  /// What starts at one word; lengths are in words, 0 for nothing.
  struct Hit {
    var place = 0
    var placeIndex = 0
    var demonym = 0
    var demonymIndex = 0
    var body = 0
    var bodyIndex = 0
    var known = 0
    var knownIndex = 0
    var title = 0
    var isHonorific = false
  }

  private var hits: [Hit] = [Hit()]
  private var index: [Int32]
  private static let longest = 7

  /// Looks up all words. Names need their capitals.
  init(_ words: [Word], _ sentences: [SentenceDraft], lexicon: Lexicon, userNames: Int) {
    index = [Int32](repeating: 0, count: words.count)
    for sentence in sentences {
      for start in sentence.words where !words[start].lower.isEmpty {
        guard var entry = lexicon.phrases[words[start].lower] else { continue }
        var hit = Hit()
        var found = false
        var key = words[start].lower
        var length = 1
        while true {
          if PhraseHits.record(entry, length, words, start, lexicon, userNames, &hit) {
            found = true
          }
          guard entry.hasLonger, length < PhraseHits.longest,
            start + length < sentence.words.upperBound
          else { break }
          key += " " + words[start + length].lower
          length += 1
          guard let longer = lexicon.phrases[key] else { break }
          entry = longer
        }
        if found {
          index[start] = Int32(hits.count)
          hits.append(hit)
        }
      }
    }
  }

  private static func record(
    _ entry: Entry, _ length: Int, _ words: [Word], _ start: Int, _ lexicon: Lexicon,
    _ userNames: Int, _ hit: inout Hit
  ) -> Bool {
    var found = false
    let last = words[start + length - 1]
    let isExact = !entry.isExactCase || words[start].shape == .upper || words[start].shape == .mixed
    let isCapital =
      words[start].isCapitalized
      && (length == 1 || last.isCapitalized || !last.isWord || last.lower == "'s"
        || last.lower == "city")
    if entry.place >= 0, isCapital, isExact {
      hit.place = length
      hit.placeIndex = Int(entry.place)
      found = true
    }
    if entry.demonym >= 0, isCapital {
      hit.demonym = length
      hit.demonymIndex = Int(entry.demonym)
      found = true
    }
    if entry.known >= 0, Int(entry.known) >= userNames || (isCapital && isExact) {
      hit.known = length
      hit.knownIndex = Int(entry.known)
      found = true
    }
    if entry.body >= 0 {
      hit.body = length
      hit.bodyIndex = Int(entry.body)
      found = true
    }
    if entry.title != .none, entry.title == .role || words[start].isCapitalized {
      hit.title = length
      hit.isHonorific = entry.title == .honorific
      found = true
    }
    return found
  }

  subscript(word: Int) -> Hit { hits[Int(index[word])] }
}
