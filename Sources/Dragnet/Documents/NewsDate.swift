import DragnetText

/// Finds days in the notations newspapers use.
///
/// *March 5, 2019*, *5 Mar. 2019*, *5th of March 2019*, *2019-03-05*, *05.03.2019*,
/// *23/04/2019*. Where day and month could be swapped (*05/06/2023*), it finds none. A day without
/// a year is none either.
enum NewsDate {
  /// A day and the tokens that give it.
  struct Found: Equatable {
    let date: CalendarDate
    let tokens: Range<Int>
  }

  /// All days in a line's tokens, in order.
  static func dates(in tokens: [Substring]) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < tokens.count {
      if let date = numeric(tokens[index]) {
        found.append(Found(date: date, tokens: index..<(index + 1)))
      } else if let (date, count) = written(tokens[index...]) {
        found.append(Found(date: date, tokens: index..<(index + count)))
        index += count - 1
      }
      index += 1
    }
    return found
  }

  /// The first day a text names, which may stand inside a time stamp; nil when it names none.
  static func date(in text: String) -> CalendarDate? {
    let text = text.prefix(200)
    return dates(in: text.split { $0 == " " || $0 == "T" || $0 == "\n" || $0 == "\t" }).first?.date
      ?? dates(in: text.split { $0 == " " || $0 == "\n" || $0 == "\t" }).first?.date
  }

  /// Number of the month a word names, in full or abbreviated as newspapers do.
  static func month(_ word: some StringProtocol) -> Int? {
    let name = word.lowercased().trimming { !$0.isLetter }
    guard name.count >= 3 else { return nil }
    if name == "sept" { return 9 }
    return months.firstIndex { $0 == name || name.count == 3 && $0.hasPrefix(name) }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// *5 Mar[ch][,] 2019*, *5th of March 2019*, *March 5[th], 2019*.
  private static func written(_ tokens: ArraySlice<Substring>) -> (CalendarDate, Int)? {
    let tokens = Array(tokens.prefix(4))
    guard tokens.count >= 3 else { return nil }
    if let month = month(tokens[0]), let day = day(tokens[1]), let year = year(tokens[2]) {
      return CalendarDate(year: year, month: month, day: day).map { ($0, 3) }
    }
    guard let day = day(tokens[0]) else { return nil }
    let next = tokens[1].lowercased() == "of" ? 2 : 1
    guard next + 1 < tokens.count, let month = month(tokens[next]),
      let year = year(tokens[next + 1])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day).map { ($0, next + 2) }
  }

  private static func day(_ token: Substring) -> Int? {
    var digits = token.trimming { !$0.isNumber && !$0.isLetter }
    for ending in ["st", "nd", "rd", "th"] where digits.hasSuffix(ending) {
      digits.removeLast(2)
    }
    guard (1...2).contains(digits.count), let day = Int(digits), (1...31).contains(day) else {
      return nil
    }
    return day
  }

  private static func year(_ token: Substring) -> Int? {
    let digits = token.trimming { !$0.isNumber && !$0.isLetter }
    guard digits.count == 4, let year = Int(digits), (1800...2199).contains(year) else {
      return nil
    }
    return year
  }

  /// Digits with -, / or . between them, a time of day after *T* allowed.
  private static func numeric(_ token: Substring) -> CalendarDate? {
    var text = token.trimming { !$0.isNumber && !$0.isLetter }
    if let time = text.firstIndex(of: "T") { text = String(text[..<time]) }
    guard text.utf8.count <= 10, let mark = text.first(where: { "-/.".contains($0) }) else {
      return nil
    }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let first = Int(parts[0]), let second = Int(parts[1]), let third = Int(parts[2])
    else { return nil }
    if parts[0].count == 4, (1800...2199).contains(first) {
      return CalendarDate(year: first, month: second, day: third)
    }
    guard parts[2].count == 4, (1800...2199).contains(third) else { return nil }
    if first > 12 || first == second || mark == "." {
      return CalendarDate(year: third, month: second, day: first)
    }
    return second > 12 ? CalendarDate(year: third, month: first, day: second) : nil
  }
}

extension StringProtocol {
  /// The text without the characters at both ends that match.
  func trimming(_ isUnwanted: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isUnwanted($0) }),
      let last = lastIndex(where: { !isUnwanted($0) })
    else { return "" }
    return String(self[first...last])
  }
}
