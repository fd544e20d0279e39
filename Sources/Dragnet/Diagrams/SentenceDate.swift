import DragnetText

/// The one date a sentence names, as precise as it is written.
///
/// Reads *7 October 2023*, *7 Oct*, *Oct. 7, 2023*, *September 2023* and *2023-10-07*. A date without
/// a year takes the year the document was published in, or else the one all dated documents of the
/// case share. A sentence that names several different dates has none: which of them belongs to the
/// claim is not known here.
struct SentenceDate {
  private let years: [DocumentID: Int]
  private let yearOfCase: Int?

  init(_ network: Network) {
    let dated = network.documents.compactMap { text in
      text.published.map { (text.id, $0.year) }
    }
    years = Dictionary(dated, uniquingKeysWith: { a, _ in a })
    let all = Set(dated.map(\.1))
    yearOfCase = all.count == 1 ? all.first : nil
  }

  /// The date a piece of evidence names, or nil.
  func date(of evidence: Evidence) -> CalendarDate? {
    let found = Set(dates(in: evidence.sentence, year: years[evidence.document] ?? yearOfCase))
    // "On 7 October … in October 2023": the finest that all others hold.
    guard let finest = found.max(by: { precision($0) < precision($1) }) else { return nil }
    return found.allSatisfy { $0.contains(finest) } ? finest : nil
  }

  private func precision(_ date: CalendarDate) -> Int {
    date.day != nil ? 3 : date.month != nil ? 2 : 1
  }

  private func dates(in sentence: String, year fallback: Int?) -> [CalendarDate] {
    let words = sentence.prefix(4_000).split { !($0.isLetter || $0.isNumber || $0 == "-") }
      .map { $0.lowercased() }
    var found: [CalendarDate] = []
    for index in words.indices {
      if let date = CalendarDate(words[index]), date.day != nil { found.append(date) }
      guard let month = SentenceDate.months[words[index]] else { continue }
      let before = index > 0 ? day(words[index - 1]) : nil
      let after = index + 1 < words.count ? day(words[index + 1]) : nil
      let day = before ?? after
      let next = index + (before == nil && after != nil ? 2 : 1)
      let written = next < words.count ? SentenceDate.year(words[next]) : nil
      // "may" and "march" alone are verbs far more often than months.
      if day == nil, written == nil, words[index].count < 6 { continue }
      guard let year = written ?? fallback,
        let date = CalendarDate(year: year, month: month, day: day)
      else { continue }
      found.append(date)
    }
    return found
  }

  private func day(_ word: String) -> Int? {
    var digits = Substring(word)
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) {
      digits = word.dropLast(2)
    }
    guard digits.count <= 2, let day = Int(digits), (1...31).contains(day) else { return nil }
    return day
  }

  private static func year(_ word: String) -> Int? {
    guard word.count == 4, let year = Int(word), (1800...2199).contains(year) else { return nil }
    return year
  }

  private static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var months = ["sept": 9]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    return months
  }()
}
