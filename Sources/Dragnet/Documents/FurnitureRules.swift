/// What a line's own words and shape tell about it.
enum FurnitureRules {
  typealias Kind = PageFurniture.Kind

  /// The kind of a line by itself; nil for the article's own lines.
  static func kind(of line: PageLine) -> Kind? {
    let words = line.words
    if words.isEmpty { return .navigation }
    if words.count > 120 { return nil }
    if isRights(line) { return .copyright }
    if isEmbed(line) { return .embed }
    if words.count <= 90, FurniturePhrases.cookies.matchAnywhere(in: words), !isReported(line) {
      return .cookies
    }
    if words.count <= 30, FurniturePhrases.comments.matchStart(of: words), !isReported(line) {
      return .comments
    }
    if isAdvertisement(line) { return .advertisement }
    if isReadingTime(line) { return .readingTime }
    if isClock(line) { return .date }
    if isTagList(line) { return .tags }
    if isMenu(line) { return .navigation }
    if isSharing(line) { return .share }
    if isTeaser(line) { return .teaser }
    if isRequest(line) { return .subscribe }
    if CaptionRules.isCredit(line) { return .credit }
    if isAuthorCredit(line) { return .byline }
    return nil
  }

  /// True when someone is quoted: pages do not quote anyone in their furniture.
  private static func isReported(_ line: PageLine) -> Bool {
    line.words.contains {
      ["said", "says", "told", "according", "announced", "added", "reported", "ruled"].contains($0)
    }
  }

  private static func isRights(_ line: PageLine) -> Bool {
    let words = line.words
    let isMarked = line.text.hasPrefix("©") || line.text.lowercased().hasPrefix("(c) ")
    let namesYear = words.prefix(8).contains(where: isYear)
    if isMarked || words[0] == "copyright", namesYear { return true }
    if line.text.contains("©"), words.count <= 25, words.contains(where: isYear) { return true }
    return FurniturePhrases.rights.matchAnywhere(in: words)
      && (words.count <= 60 || isMarked) && !isReported(line)
  }

  /// Four digits of a year, or two years with a dash.
  static func isYear(_ word: String) -> Bool {
    let digits = word.prefix(4)
    guard let year = Int(digits), (1900...2199).contains(year) else { return false }
    return word.utf8.count == 4 || word.utf8.count == 9
  }

  private static func isEmbed(_ line: PageLine) -> Bool {
    if let dash = line.text.first, "—–-".contains(dash), line.text.contains("(@") { return true }
    if FurniturePhrases.embed.matchStart(of: line.words) { return true }
    return line.words.count <= 80
      && line.tokens.contains { $0.contains("pic.twitter.com/") || $0.contains("//t.co/") }
  }

  private static func isAdvertisement(_ line: PageLine) -> Bool {
    let words = line.words.filter { $0 != "-" }
    if FurniturePhrases.advertisement.matchWhole(words) { return true }
    // "Advertisement: Silver Roofing - call today!"
    if words.count <= 16, let first = words.first,
      first.hasPrefix("advert") || first == "sponsored",
      line.text.lowercased().hasPrefix(first + ":")
    {
      return true
    }
    return words.count <= 8 && !line.endsSentence
      && FurniturePhrases.advertisement.matchStart(of: words)
      && (words[0].hasPrefix("advert") || words[0] == "sponsored" || words[0] == "promoted")
  }

  private static func isReadingTime(_ line: PageLine) -> Bool {
    let words = line.words
    guard words.count <= 14, !line.endsSentence else { return false }
    if words.starts(with: ["reading", "time"]) || words.starts(with: ["read", "time"]) {
      return true
    }
    return words.indices.dropFirst().contains { index in
      (words[index] == "read" || words[index] == "listen" || words[index] == "watch")
        && (isMinutes(words[index - 1]) || words[index - 1].hasSuffix("-minute")
          || words[index - 1].hasSuffix("-min"))
    }
  }

  private static func isMinutes(_ word: String) -> Bool {
    let unit = word.drop { $0.isNumber }
    return ["min", "mins", "minute", "minutes"].contains(unit)
  }

  /// A line that gives a day or a time and nothing else.
  static func isClock(_ line: PageLine) -> Bool {
    guard line.words.count <= 18, line.text.utf8.contains(where: { (48...57).contains($0) })
    else { return false }
    let dates = NewsDate.dates(in: line.tokens)
    let inDate = Set(dates.flatMap(\.tokens))
    var isTimed = !dates.isEmpty
    let namesMonth = line.tokens.contains { NewsDate.month($0) != nil }
    for (index, token) in line.tokens.enumerated() where !inDate.contains(index) {
      let word = token.lowercased().trimming { !$0.isLetter && !$0.isNumber }
      if word.isEmpty || FurniturePhrases.clockFiller.contains(word) { continue }
      if isTime(word) {
        isTimed = true
      } else if Int(word) != nil, namesMonth || line.words.contains("ago") {
        isTimed = true
      } else if NewsDate.month(token) == nil {
        return false
      }
    }
    return isTimed
  }

  /// *14:05*, *2.05pm*, *1405hrs*.
  private static func isTime(_ word: String) -> Bool {
    guard let first = word.first, first.isNumber else { return false }
    let rest = word.drop { $0.isNumber || $0 == ":" || $0 == "." }
    return rest.isEmpty && word.contains(":")
      || ["am", "pm", "a.m", "p.m", "hrs", "h", "gmt", "ist", "z"].contains(rest)
  }

  private static func isTagList(_ line: PageLine) -> Bool {
    if line.tokens.allSatisfy({ $0.hasPrefix("#") && $0.count > 1 }) { return true }
    guard line.words.count <= 40, !line.endsSentence else { return false }
    return FurniturePhrases.tagLabel.matchWhole(line.words)
      || label(of: line).map { FurniturePhrases.tagLabel.matchWhole($0) } ?? false
  }

  /// The words before a colon, when it stands among the first five tokens.
  static func label(of line: PageLine) -> [String]? {
    guard let end = line.tokens.prefix(5).firstIndex(where: { $0.hasSuffix(":") || $0 == "|" })
    else { return nil }
    let words = line.tokens[...end].map {
      $0.lowercased().trimming { !$0.isLetter && !$0.isNumber }
    }
    return words.filter { !$0.isEmpty }
  }

  private static func isMenu(_ line: PageLine) -> Bool {
    let words = line.words
    if words.count <= 7,
      FurniturePhrases.control.matchWhole(words)
        || FurniturePhrases.menu.matchWhole(words) && !line.endsSentence
    {
      return true
    }
    if line.tokens.count == 1, line.text.contains("://") || line.text.hasPrefix("www.") {
      return true
    }
    return isTrail(line) || isRow(words, of: FurniturePhrases.menu, atLeast: 3) || isGlued(line)
  }

  /// *Home > World > Asia*, *News | Sport | Business*.
  private static func isTrail(_ line: PageLine) -> Bool {
    let hasMark = line.text.utf8.contains { $0 == 62 || $0 == 124 || $0 >= 128 }
    guard line.words.count <= 60, hasMark else { return false }
    let parts = line.text.split { ">»›|•·→".contains($0) }.map {
      $0.split(separator: " ").map { $0.lowercased().trimming { !$0.isLetter && !$0.isNumber } }
        .filter { !$0.isEmpty }
    }.filter { !$0.isEmpty }
    guard parts.count > 1, !line.endsSentence else { return false }
    let known = parts.count { FurniturePhrases.menu.matchWhole($0) }
    return known * 2 >= parts.count && known > 1 || parts[0] == ["home"]
      || parts[0] == ["you", "are", "here"]
  }

  /// True when the words are nothing but `phrases`, at least so many of them.
  private static func isRow(_ words: [String], of phrases: Phrases, atLeast: Int) -> Bool {
    guard words.count <= 60 else { return false }
    var (index, count) = (0, 0)
    while index < words.count {
      let length = (1...4).reversed().first { length in
        index + length <= words.count && phrases.matchWhole(Array(words[index..<(index + length)]))
      }
      guard let length else { return false }
      index += length
      count += 1
    }
    return count >= atLeast
  }

  /// *SportWeather Video…*: entries of a menu without space between them.
  private static func isGlued(_ line: PageLine) -> Bool {
    guard let token = line.tokens.first else { return false }
    let parts = camelParts(token)
    return parts.count > 1 && parts.prefix(2).allSatisfy { FurniturePhrases.menu.matchWhole([$0]) }
  }

  /// A token cut before each capital that follows a small letter, in lower case.
  private static func camelParts(_ token: Substring) -> [String] {
    var parts: [String] = []
    var isAfterSmall = false
    for character in token {
      if character.isUppercase, isAfterSmall || parts.isEmpty {
        parts.append("")
      } else if parts.isEmpty {
        return []
      }
      isAfterSmall = character.isLowercase
      if character.isLetter || character == "-" {
        parts[parts.count - 1] += character.lowercased()
      }
    }
    // Names of networks with a capital inside are one part.
    let inner = ["linked": "in", "you": "tube", "tik": "tok", "whats": "app"]
    for index in parts.indices.dropLast().reversed() where inner[parts[index]] == parts[index + 1] {
      parts[index] += parts.remove(at: index + 1)
    }
    return parts
  }

  private static func isSharing(_ line: PageLine) -> Bool {
    let words = line.words
    guard words.count <= 24 else { return false }
    let names = words.filter { word in !word.allSatisfy { $0.isNumber || ".,km+".contains($0) } }
    if names.isEmpty { return false }
    if isRow(names, of: FurniturePhrases.sharing, atLeast: 1) { return true }
    if names.count < words.count, names.count == 1,
      ["views", "comments", "comment", "likes", "shares", "reads"].contains(names[0])
    {
      return true
    }
    if line.tokens.allSatisfy({ token in
      let parts = camelParts(token)
      return parts.count > 1 && parts.allSatisfy { FurniturePhrases.sharing.matchWhole([$0]) }
    }) {
      return true
    }
    if ["share", "tweet", "pin"].contains(words[0]), words.count > 1, words.count <= 8,
      ["this", "on", "via", "to", "article", "story", "with", "it", "post"].contains(words[1])
    {
      return true
    }
    return ["follow", "find", "like", "join"].contains(words[0]) && words.contains("on")
      && !isReported(line) && words.dropFirst().contains { isNetwork($0) }
  }

  private static func isNetwork(_ word: String) -> Bool {
    [
      "facebook", "twitter", "instagram", "x", "threads", "whatsapp", "telegram", "linkedin",
      "youtube", "tiktok", "mastodon", "bluesky",
    ].contains(word)
  }

  private static func isTeaser(_ line: PageLine) -> Bool {
    let words = line.words
    guard words.count <= 36 else { return false }
    if let label = label(of: line) {
      if FurniturePhrases.teaser.matchStart(of: label) { return true }
    }
    if FurniturePhrases.listHead.matchWhole(words) { return true }
    guard FurniturePhrases.teaser.matchStart(of: words), !isReported(line) else { return false }
    let isImperative = ["read", "also", "see", "watch", "learn", "icymi"].contains(words[0])
    return !line.isSentence || isImperative
  }

  /// *Related: …*, *WATCH | …*: headlines may open so too, so this counts below the first prose.
  static func isLabelledTeaser(_ line: PageLine) -> Bool {
    guard line.words.count <= 36, let label = label(of: line) else { return false }
    return FurniturePhrases.labelledTeaser.matchWhole(label)
  }

  private static func isRequest(_ line: PageLine) -> Bool {
    let words = line.words
    guard words.count <= 50, !isReported(line) else { return false }
    if words.count <= 45, FurniturePhrases.appeal.matchAnywhere(in: words) { return true }
    guard line.text.first != "\"", FurniturePhrases.request.matchStart(of: words) else {
      return false
    }
    if words.starts(with: ["subscribe", "to"]) || words.starts(with: ["sign", "up", "for"]) {
      return true
    }
    if line.tokens.contains(where: { $0.contains("@") && $0.contains(".") }) { return true }
    // "US" in capitals is a country. A request comes to "us" at once, or is to get in touch "with us".
    let tokens = line.tokens.map { $0.trimming { !$0.isLetter } }
    let speaksOfUs = tokens.indices.contains { index in
      tokens[index] == "us" && (index < 4 || tokens[index - 1] == "with")
    }
    if speaksOfUs || FurniturePhrases.ownObject.matchAnywhere(in: words) {
      return !line.text.contains("\"")
    }
    return !FurniturePhrases.ambiguousRequest.matchStart(of: words)
      && FurniturePhrases.readerObject.matchAnywhere(in: words.filter { $0 != "us" })
  }

  private static func isAuthorCredit(_ line: PageLine) -> Bool {
    let words = line.words
    guard words.count <= 40 else { return false }
    if FurniturePhrases.credits.matchStart(of: words) {
      return line.tokens.dropFirst(2).first?.startsWithCapital ?? false
        || line.text.hasPrefix("(")
    }
    return words.count <= 24
      && ["contributed to this", "contributed reporting"].contains {
        line.key.contains($0)
      }
  }
}
