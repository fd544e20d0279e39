import DragnetText
import Foundation

/// Headline, day, outlet and author as the text of a page states them; nil where it does not.
struct PageFacts: Equatable {
  var title: String?
  var source: String?
  var published: CalendarDate?
  var byline: String?

  init(of text: String, lines: [PageLine], furniture: PageFurniture) {
    var kinds: [PageFurniture.Kind?] = []
    var pieces = furniture.pieces[...]
    for line in lines {
      kinds.append(pieces.first?.range == line.range ? pieces.removeFirst().kind : nil)
    }
    let page = Page(lines: lines, kinds: kinds)
    title = page.headline.map { page.withoutOutlet(text.utf8Slice(lines[$0].range)) }
    source = page.outlet
    published = page.day
    byline = page.author
  }
}

extension String {
  /// The bytes of a range as they stand in the text.
  fileprivate func utf8Slice(_ range: TextRange) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.start)
    return String(decoding: utf8[start..<utf8.index(start, offsetBy: range.count)], as: UTF8.self)
  }
}

/// The lines of a page with their kinds, and the questions `PageFacts` asks.
private struct Page {
  let lines: [PageLine]
  let kinds: [PageFurniture.Kind?]
  /// Index of the first line of prose, at most the number of lines.
  let prose: Int

  init(lines: [PageLine], kinds: [PageFurniture.Kind?]) {
    self.lines = lines
    self.kinds = kinds
    prose = lines.indices.first { kinds[$0] == nil && lines[$0].isSentence } ?? lines.count
  }

  /// Index of the headline: above the prose, no sentence; one that is repeated or has five words
  /// goes before a kicker or a name.
  var headline: Int? {
    guard prose < lines.count else { return nil }
    let candidates = lines.indices[..<prose].filter { index in
      kinds[index] == nil && lines[index].range.count <= 250
        && (lines[index].isHeadlineLike || isQuestion(lines[index]))
        && !NewsDate.dates(in: lines[index].tokens).contains { $0.tokens.lowerBound == 0 }
        && !isImprint(lines[index])
    }
    return candidates.first { lines[$0].words.count >= 5 } ?? candidates.first
  }

  /// *Example Weekly, March 5, 2019*: a short line that ends in a day.
  private func isImprint(_ line: PageLine) -> Bool {
    guard line.tokens.count <= 9, let last = NewsDate.dates(in: line.tokens).last else {
      return false
    }
    return last.tokens.upperBound == line.tokens.count
  }

  private func isQuestion(_ line: PageLine) -> Bool {
    (3...32).contains(line.words.count) && (line.text.hasSuffix("?") || line.text.hasSuffix("!"))
  }

  /// *Headline | Outlet* without the outlet.
  func withoutOutlet(_ headline: String) -> String {
    outletAfterBar(headline).map { _, end in String(headline[..<end]) } ?? headline
  }

  private func outletAfterBar(_ headline: String) -> (name: String, end: String.Index)? {
    for bar in [" | ", " – ", " — ", " - "] {
      guard let range = headline.range(of: bar, options: .backwards) else { continue }
      let name = headline[range.upperBound...]
      if name.split(separator: " ").count <= 5, Self.isOutlet(name) {
        return (String(name), range.lowerBound)
      }
    }
    return nil
  }

  // MARK: Outlet

  /// Copyright line, author's biography, masthead, headline's end, agency in the dateline.
  var outlet: String? {
    let owners = lines.indices.filter { kinds[$0] == .copyright }.compactMap { owner(lines[$0]) }
    if let owner = owners.last { return owner }
    for index in lines.indices where kinds[index] == .biography {
      if let name = employer(lines[index]) { return name }
    }
    let head = lines.indices[..<min(prose, 4)].first { index in
      kinds[index] == nil && lines[index].tokens.count <= 5 && index != headline
        && Self.isOutlet(lines[index].text)
    }
    if let head { return lines[head].text }
    if let headline, let (name, _) = outletAfterBar(lines[headline].text) { return name }
    return agency
  }

  /// The name in *© 2024 The Example. All rights reserved.*
  private func owner(_ line: PageLine) -> String? {
    var name: [String] = []
    let start = line.tokens.firstIndex { $0.contains("©") } ?? 0
    for token in line.tokens[start...] {
      let word = token.lowercased().trimming { !$0.isLetter && !$0.isNumber }
      let isLead =
        word.isEmpty || word == "copyright" || word == "c" || word == "by"
        || word.prefix(4).allSatisfy(\.isNumber)
      if isLead, name.isEmpty { continue }
      if word == "all" || token == "|" || token == "-" || token == "–" || isLead { break }
      name.append(token.trimming { ",;|.©".contains($0) })
      if ".,;|".contains(token.last ?? " ") { break }
    }
    let tokens = name.map { $0[...] }
    guard name.count <= 8, CaptionRules.isName(tokens[...]), name[0].startsWithCapital else {
      return nil
    }
    return name.joined(separator: " ")
  }

  /// The *Example* of *She is a reporter for Example.*
  private func employer(_ line: PageLine) -> String? {
    guard let trade = line.words.firstIndex(where: { FurniturePhrases.writerTrades.contains($0) }),
      let joint = line.tokens.indices.first(where: { index in
        index > trade && index <= trade + 6
          && ["for", "at", "with"].contains(line.tokens[index].lowercased())
      })
    else { return nil }
    var name: [String] = []
    for token in line.tokens[(joint + 1)...].prefix(7) {
      let isJoiner = ["the", "of", "and", "&"].contains(String(token))
      guard token.startsWithCapital || isJoiner else { break }
      name.append(token.trimming { ".,;".contains($0) })
      if ".,;".contains(token.last ?? " ") { break }
    }
    while let last = name.last, !last.startsWithCapital { name.removeLast() }
    if name.first == "the" { name.removeFirst() }
    return name.isEmpty ? nil : name.joined(separator: " ")
  }

  /// True for a name as outlets have them: *The Example Times*.
  private static func isOutlet(_ text: some StringProtocol) -> Bool {
    let tokens = text.split(separator: " ").map { Substring($0) }
    return (1...5).contains(tokens.count) && CaptionRules.isName(tokens[...])
      && tokens.contains { outletWords.contains($0.lowercased()) }
      && !FurniturePhrases.menu.matchWhole(tokens.map { $0.lowercased() })
  }

  private static let outletWords: Set<String> = [
    "times", "post", "herald", "news", "daily", "tribune", "gazette", "guardian", "journal",
    "chronicle",
    "observer", "mail", "star", "telegraph", "independent", "standard", "press", "insider",
    "express",
    "mirror", "globe", "bulletin", "courier", "dispatch", "examiner", "inquirer", "monitor",
    "register",
    "sentinel", "weekly", "broadcasting", "newspaper", "advertiser", "echo", "argus", "tabloid",
    "enquirer",
    "messenger", "mercury", "today", "wire", "newswire",
  ]

  /// The agency in *OSLO, March 5 (Reuters) -* of a text without other marks of an outlet.
  private var agency: String? {
    guard prose < lines.count else { return nil }
    let tokens = lines[prose].tokens.prefix(10)
    for (index, token) in tokens.enumerated() where token.hasPrefix("(") {
      let name = token.trimming { !$0.isLetter }
      let isClosed = token.contains(")")
      let isBeforeDash =
        ["-", "–", "—", "--"].contains(tokens.dropFirst(index + 1).first ?? "")
        || token.hasSuffix("—") || token.hasSuffix("-") || token.hasSuffix("–")
      if isClosed, isBeforeDash, Self.agencies.contains(name) { return name }
    }
    return nil
  }

  private static let agencies: Set<String> = [
    "Reuters", "REUTERS", "AP", "AFP", "Xinhua", "EFE", "dpa", "DPA", "ANSA", "Bernama", "BERNAMA",
    "PTI", "ANI",
    "IANS", "Kyodo", "Yonhap", "UPI", "TASS", "Interfax", "Bloomberg", "PNA", "ANTARA", "VNA",
    "Lusa",
    "Andina", "PAP", "AAP", "CNN", "BNS", "STA", "MTI", "APA", "APP", "UNB", "KUNA", "SPA", "WAM",
  ]

  // MARK: Day

  var day: CalendarDate? {
    let stamped = lines.indices.filter { index in
      kinds[index] == .date || kinds[index] == .byline || kinds[index] == .readingTime
    }
    func first(_ isWanted: (Int) -> Bool) -> CalendarDate? {
      for index in stamped where isWanted(index) {
        if let found = NewsDate.dates(in: lines[index].tokens).first { return found.date }
      }
      return nil
    }
    func says(_ index: Int, _ words: Set<String>) -> Bool {
      lines[index].words.prefix(6).contains { words.contains($0) }
    }
    let top = headline ?? -1
    return first { says($0, ["published", "posted", "issued"]) }
      ?? first { kinds[$0] != .date && $0 <= prose + 1 }
      ?? first { $0 > top && $0 <= prose + 1 && !says($0, ["updated", "modified"]) }
      ?? dateline
      ?? first { $0 <= prose + 1 && says($0, ["updated", "modified"]) }
      ?? first { $0 > prose + 1 && $0 == lines.count - 1 }
      ?? first { $0 < top && !isPageClock($0) } ?? masthead ?? yearlessDateline
  }

  /// *Saturday 15 March 2025 | Crime desk*, *\*Monthly letter, 6 May 2025\**: a day in a line above
  /// the prose that is no headline.
  private var masthead: CalendarDate? {
    for index in lines.indices[..<min(prose + 1, lines.count)]
    where index != headline && !isPageClock(index) {
      let tokens = lines[index].tokens
      let isSetOff =
        tokens.first.map { "*_".contains($0.first ?? " ") && $0.count > 1 } ?? false
        || hasImprint(tokens)
      guard index < prose && tokens.count <= 20 || isSetOff,
        let found = NewsDate.dates(in: Array(tokens.prefix(24))).first
      else { continue }
      return found.date
    }
    return nil
  }

  /// *Example Watch bulletin, Oslo, 6 May 2025. You receive …*: names and a day before the first stop.
  private func hasImprint(_ tokens: [Substring]) -> Bool {
    guard let found = NewsDate.dates(in: Array(tokens.prefix(14))).first,
      found.tokens.lowerBound > 0,
      found.tokens.upperBound == tokens.count
        || tokens[found.tokens.upperBound - 1].hasSuffix(".")
    else { return false }
    return tokens[..<found.tokens.lowerBound].allSatisfy {
      $0.startsWithCapital
        || Page.imprintWords.contains($0.lowercased().trimming { !$0.isLetter })
        || !$0.contains(where: \.isLetter)
    }
  }

  private static let imprintWords: Set<String> = [
    "bulletin", "edition", "weekend", "newsletter", "issue", "no", "of", "by", "the", "special",
    "report", "press", "release", "letter", "monthly", "weekly", "daily", "from", "and", "number",
    "correspondent", "desk", "statement", "in", "for", "evening", "morning", "online",
  ]

  /// *OSLO, March 14 (Example Press) –* of a page whose copyright line has the year.
  private var yearlessDateline: CalendarDate? {
    guard prose < lines.count else { return nil }
    let years = lines.indices.filter { kinds[$0] == .copyright || lines[$0].text.contains("©") }
      .flatMap { lines[$0].tokens }.map { $0.trimming { !$0.isNumber } }.filter { $0.count == 4 }
    guard Set(years).count == 1, let year = years.first else { return nil }
    let tokens = Array(lines[prose].tokens.prefix(10))
    for index in tokens.indices.dropLast(2) {
      let after = tokens[index + 2]
      guard after.hasPrefix("(") || ["-", "–", "—", "--"].contains(String(after)) else { continue }
      return NewsDate.dates(in: [tokens[index], tokens[index + 1], year[...]]).first?.date
    }
    return nil
  }

  /// The first line of a page, weekday and all: the day the page was fetched.
  private func isPageClock(_ index: Int) -> Bool {
    let weekdays: Set<String> = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
      "wed", "thu", "fri", "sat", "sun",
    ]
    let isBesideMenu =
      index + 1 < lines.count && kinds[index + 1] == .navigation
      || index > 0 && kinds[index - 1] == .navigation
    return isBesideMenu || index == 0 && lines[index].words.contains { weekdays.contains($0) }
  }

  /// *05-03-2019 (CITY) …*, *CITY, 5 March 2019 — …*: the day at the head of the prose.
  private var dateline: CalendarDate? {
    guard prose < lines.count else { return nil }
    let tokens = lines[prose].tokens
    guard let found = NewsDate.dates(in: Array(tokens.prefix(9))).first,
      found.tokens.lowerBound <= 4, found.tokens.upperBound < tokens.count
    else { return nil }
    let isHead =
      tokens[found.tokens.upperBound...].prefix(3).contains { token in
        ["-", "–", "—", "--", "|", ":"].contains(token) || token.hasPrefix("(")
      } || tokens[found.tokens.upperBound - 1].hasSuffix(":")
    let isPlace = tokens[..<found.tokens.lowerBound].allSatisfy {
      $0.startsWithCapital || $0.hasPrefix("(")
    }
    return isHead && isPlace ? found.date : nil
  }

  // MARK: Author

  var author: String? {
    for index in lines.indices where kinds[index] == .byline {
      if let name = FurnitureFinder.bylineName(lines[index]) { return name }
    }
    let name = lines.indices.first { kinds[$0] == .biography }.map { lines[$0] }
    guard let name, (2...5).contains(name.tokens.count), CaptionRules.isName(name.tokens[...])
    else { return nil }
    return name.text
  }
}
