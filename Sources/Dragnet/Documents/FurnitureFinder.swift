/// Judges the lines of a page in their context.
struct FurnitureFinder {
  typealias Kind = PageFurniture.Kind

  private let lines: [PageLine]
  private var found: [Kind?] = []
  /// Index of the first line of prose; the number of lines when there is none.
  private var firstProse = 0
  /// Index of the last line of prose; -1 when there is none.
  private var lastProse = -1

  init(lines: [PageLine]) { self.lines = lines }

  /// The kind of every line, nil for the article's own.
  mutating func kinds() -> [Kind?] {
    found = lines.map(FurnitureRules.kind)
    firstProse = lines.indices.first { isProse($0) } ?? lines.count
    lastProse = lines.indices.last { isProse($0) } ?? -1
    keepTimelines()
    markLabelledTeasers()
    markMenus()
    markLists()
    markBylines()
    markBiography()
    markCaptionHeads()
    markRepetitions()
    return found
  }

  private func isProse(_ index: Int) -> Bool { found[index] == nil && lines[index].isSentence }

  /// Dates that head the entries of a timeline belong to the article.
  private mutating func keepTimelines() {
    guard firstProse < lastProse else { return }
    for index in firstProse..<lastProse where found[index] == .date {
      let isStamp = lines[index].words.contains {
        ["published", "updated", "posted", "modified", "ago"].contains($0)
      }
      if !isStamp, isProse(index + 1) { found[index] = nil }
    }
  }

  private mutating func markLabelledTeasers() {
    for index in lines.indices
    where index > firstProse && found[index] == nil && FurnitureRules.isLabelledTeaser(lines[index])
    {
      found[index] = .teaser
    }
  }

  /// A run of very short lines with menu entries or controls among them is a menu.
  private mutating func markMenus() {
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, lines[end].words.count <= 3, !lines[end].endsSentence { end += 1 }
      let run = start..<end
      if run.count >= 4, run.count(where: { found[$0] == .navigation || found[$0] == .share }) >= 2
      {
        for index in run where found[index] == nil { found[index] = .navigation }
      }
      start = max(end, start + 1)
    }
  }

  /// What stands below the head of a list of articles, up to the next prose, belongs to the list.
  private mutating func markLists() {
    var isInList = false
    for index in lines.indices where index > firstProse {
      let line = lines[index]
      if found[index] == .teaser, FurniturePhrases.listHead.matchWhole(line.words) {
        isInList = true
      } else if isInList, found[index] == nil {
        let isItem = !line.isSentence || line.words.count <= 20 && !line.text.hasSuffix(".")
        isInList = isItem
        if isItem { found[index] = .teaser }
      }
    }
  }

  /// *By Jane Doe* above the prose, right below its start, or at the end.
  private mutating func markBylines() {
    for index in lines.indices
    where found[index] == nil && (index <= firstProse + 1 || index > lastProse)
      && Self.bylineName(lines[index]) != nil
    {
      found[index] = .byline
    }
  }

  /// The name a line *By Jane Doe, Staff Writer* gives, nil for other lines.
  static func bylineName(_ line: PageLine) -> String? {
    guard line.tokens.count > 1, line.tokens.count <= 16, line.tokens[0].lowercased() == "by" else {
      return nil
    }
    let dates = NewsDate.dates(in: line.tokens).first?.tokens.lowerBound
    var name: [Substring] = []
    for (index, token) in line.tokens.enumerated().dropFirst() {
      if ["|", "-", "–", "—", "•", "·", "/"].contains(token) || index == dates { break }
      name.append(token)
      if token.hasSuffix(",") || token.hasSuffix(";") { break }
    }
    let calendar: Set<String> = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "the",
    ]
    guard (1...8).contains(name.count), CaptionRules.isName(name[...]),
      let first = name.first, first.startsWithCapital, NewsDate.month(first) == nil,
      !calendar.contains(first.lowercased()), !line.isSentence
    else { return nil }
    return name.joined(separator: " ").trimming { ",;:|.".contains($0) }
  }

  /// Below the article: a name alone, then *Name is a reporter for …* and what follows it.
  private mutating func markBiography() {
    guard let start = lines.indices.suffix(8).first(where: { isBiography($0) }) else { return }
    let author = lines[start].tokens.first.map(String.init) ?? ""
    if start > 0, found[start - 1] == nil, !lines[start - 1].endsSentence,
      lines[start - 1].words.count <= 5
    {
      found[start - 1] = .biography
    }
    found[start] = .biography
    for index in (start + 1)..<max(start + 1, lines.count) where found[index] == nil {
      let opening = lines[index].tokens.first.map(String.init) ?? ""
      guard ["He", "She", "They", "His", "Her", "Their", author].contains(opening) else { break }
      found[index] = .biography
    }
  }

  private func isBiography(_ index: Int) -> Bool {
    let line = lines[index]
    guard index > firstProse, found[index] == nil, line.words.count >= 4, line.words.count <= 90
    else { return false }
    if line.words.starts(with: ["about", "the", "author"]) { return true }
    let head = line.words.prefix(8)
    guard
      let verb = head.firstIndex(where: {
        ["is", "was", "covers", "writes", "reports"].contains($0)
      }),
      verb > 0, CaptionRules.isName(line.tokens[..<min(verb, line.tokens.count)])
    else { return false }
    let hasTrade =
      ["covers", "writes", "reports"].contains(line.words[verb])
      || line.words[verb...].prefix(12).contains { FurniturePhrases.writerTrades.contains($0) }
    guard hasTrade else { return false }
    if line.words.starts(with: ["the", "author", "is"])
      || line.words.starts(with: ["the", "writer", "is"])
    {
      return true
    }
    let above = index > 0 ? lines[index - 1].words : []
    let isNamedAbove = (1...5).contains(above.count) && above.contains(line.words[0])
    let isByAuthor = lines.contains { candidate in
      Self.bylineName(candidate)?.lowercased().split(separator: " ").contains(
        Substring(line.words[0]))
        ?? false
    }
    let invitesContact =
      line.tokens.contains { $0.hasPrefix("@") || $0.contains("@") }
      || line.key.contains("follow h") || line.key.contains("can be reached")
    return isNamedAbove || isByAuthor || invitesContact
  }

  /// The image text right above its caption, in a page that parts its paragraphs by blank lines.
  private mutating func markCaptionHeads() {
    for index in lines.indices.dropFirst()
    where found[index] == .credit && lines[index].followsDirectly && found[index - 1] == nil
      && lines[index].words.count >= 4
    {
      let above = lines[index - 1]
      if !above.endsSentence, above.words.count <= 15, !above.followsDirectly,
        index - 1 > firstProse
      {
        found[index - 1] = .credit
      }
    }
  }

  /// A headline or caption that stood before, whole or cut short by an ellipsis.
  private mutating func markRepetitions() {
    var seen: Set<String> = []
    for index in lines.indices {
      let line = lines[index]
      let isRepeatable = line.isHeadlineLike || line.words.count >= 8
      let isNew = seen.insert(line.key).inserted
      if found[index] == nil, isRepeatable, !isNew { found[index] = .repetition }
    }
    // A headline is cut short in a trail above it: only the top of a page is looked at.
    let top = lines.prefix(60)
    let keys = top.map(\.key)
    for index in top.indices where found[index] == nil && isCut(lines[index]) {
      let isCopy = keys.contains { $0.count > keys[index].count && $0.hasPrefix(keys[index]) }
      if isCopy { found[index] = .repetition }
    }
  }

  private func isCut(_ line: PageLine) -> Bool {
    line.words.count >= 4 && line.words.count <= 40
      && (line.text.hasSuffix("...") || line.text.hasSuffix("…"))
  }
}
