/// A date in a sentence.
struct FoundDate {
  var words: Range<Int>
  /// Resolved against the day of publication; nil where the year is not known.
  var date: CalendarDate?
}

/// Finds dates and resolves them against the day a document was published.
struct DateFinder {
  let scene: Scene
  let published: CalendarDate?

  private static let months: [String: Int] = {
    var table: [String: Int] = [:]
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    for (index, name) in names.enumerated() {
      table[name] = index + 1
      table[String(name.prefix(3))] = index + 1
      table[name.prefix(3) + "."] = index + 1
    }
    table["sept"] = 9
    table["sept."] = 9
    return table
  }()
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// True for the name of a month that is no other word.
  static func isMonth(_ lower: String) -> Bool {
    months[lower] != nil && !["may", "march", "mar", "sep", "dec", "jan"].contains(lower)
      || lower == "march"
  }

  /// The dates of a sentence in order, not overlapping.
  func dates(_ sentence: SentenceDraft) -> [FoundDate] {
    var result: [FoundDate] = []
    var index = sentence.words.lowerBound
    while index < sentence.words.upperBound {
      if let found = date(at: index, sentence.words.upperBound) {
        result.append(found)
        index = found.words.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  private func date(at index: Int, _ limit: Int) -> FoundDate? {
    let word = scene.words[index]
    if word.shape == .number || word.shape == .ordinal || word.shape == .mixed {
      if let numeric = numeric(word.lower) {
        return FoundDate(words: index..<(index + 1), date: numeric)
      }
      guard let day = day(word.lower) else { return year(at: index) }
      var next = index + 1
      if next + 1 < limit, scene.lower(next) == "of" { next += 1 }
      guard next < limit, scene.words[next].isCapitalized,
        let month = DateFinder.months[scene.lower(next)]
      else {
        return year(at: index)
      }
      let (year, end) = year(after: next + 1, limit)
      return FoundDate(words: index..<end, date: resolve(year, month, day))
    }
    if word.isCapitalized, let month = DateFinder.months[word.lower] {
      var next = index + 1
      if next + 1 < limit, scene.lower(next) == "the" { next += 1 }
      if next < limit, let day = day(scene.lower(next)) {
        let (year, end) = year(after: next + 1, limit)
        return FoundDate(words: index..<end, date: resolve(year, month, day))
      }
      guard
        word.lower != "may" && word.lower != "march"
          || ["in", "since", "until", "last", "of", "from", "early", "late", "mid"].contains(
            scene.lower(index - 1))
      else { return nil }
      let (year, end) = year(after: index + 1, limit)
      return FoundDate(words: index..<end, date: resolve(year, month, nil))
    }
    if let weekday = DateFinder.weekdays.firstIndex(of: word.lower) {
      return FoundDate(
        words: index..<(index + 1),
        date: before(weekday: weekday, isNext: scene.lower(index - 1) == "next"))
    }
    switch word.lower {
    case "today":
      return FoundDate(words: index..<(index + 1), date: published?.day == nil ? nil : published)
    case "yesterday":
      return FoundDate(
        words: index..<(index + 1),
        date: published.flatMap { CalendarArithmetic.adding(-1, to: $0) })
    default: return nil
    }
  }

  private func year(at index: Int) -> FoundDate? {
    guard let year = plainYear(scene.lower(index)),
      ["in", "since", "until", "during", "of", "by", "from"].contains(scene.lower(index - 1))
    else { return nil }
    return FoundDate(words: index..<(index + 1), date: CalendarDate(year: year))
  }

  private func plainYear(_ text: String) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), (1900...2100).contains(year) else {
      return nil
    }
    return year
  }

  private func year(after index: Int, _ limit: Int) -> (Int?, Int) {
    var next = index
    if next < limit, scene.words[next].tag == .comma { next += 1 }
    if next < limit, let year = plainYear(scene.lower(next)) { return (year, next + 1) }
    return (nil, index)
  }

  /// 7, 7th, 07.
  private func day(_ text: String) -> Int? {
    guard text.utf8.count <= 4 else { return nil }
    var digits = text
    for ending in ["st", "nd", "rd", "th"] where text.hasSuffix(ending) {
      digits = String(text.dropLast(2))
    }
    guard let day = Int(digits), (1...31).contains(day) else { return nil }
    return day
  }

  /// 2019-03-05, 5-3-2019.
  private func numeric(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let a = parts[0], let b = parts[1], let c = parts[2],
      text.utf8.count <= 10
    else { return nil }
    if a > 31 { return CalendarDate(year: a, month: b, day: c) }
    guard c > 1900 else { return nil }
    return b <= 12
      ? CalendarDate(year: c, month: b, day: a) : CalendarDate(year: c, month: a, day: b)
  }

  /// The last such date not far after the day of publication.
  private func resolve(_ year: Int?, _ month: Int, _ day: Int?) -> CalendarDate? {
    if let year { return CalendarDate(year: year, month: month, day: day) }
    guard let published, let now = published.month else { return nil }
    let later = month > now + 3
    let earlier = month + 9 <= now
    return CalendarDate(
      year: published.year + (later ? -1 : earlier ? 1 : 0), month: month, day: day)
  }

  private func before(weekday: Int, isNext: Bool) -> CalendarDate? {
    guard let published, let now = CalendarArithmetic.weekday(published) else { return nil }
    let back = (now - weekday + 7) % 7
    return CalendarArithmetic.adding(isNext ? 7 - back : -back, to: published)
  }
}

/// Days and weekdays of the proleptic Gregorian calendar.
enum CalendarArithmetic {
  /// Days since 1 March of year 0; nil for a date without a day.
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
  static func number(_ date: CalendarDate) -> Int? {
    guard let month = date.month, let day = date.day else { return nil }
    let year = month <= 2 ? date.year - 1 : date.year
    let shifted = (month + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * shifted + 2) / 5 + day - 1
  }

  /// Monday is 0.
  static func weekday(_ date: CalendarDate) -> Int? {
    number(date).map { ($0 + 2) % 7 }
  }

  /// The date some days later; nil outside 1...9999 or for a date without a day.
  static func adding(_ days: Int, to date: CalendarDate) -> CalendarDate? {
    guard var day = date.day, var month = date.month else { return nil }
    var year = date.year
    day += days
    while day < 1 {
      month -= 1
      if month < 1 { (month, year) = (12, year - 1) }
      day += CalendarDate.dayCount(year: year, month: month)
    }
    while day > CalendarDate.dayCount(year: year, month: month) {
      day -= CalendarDate.dayCount(year: year, month: month)
      month += 1
      if month > 12 { (month, year) = (1, year + 1) }
    }
    return CalendarDate(year: year, month: month, day: day)
  }
}
