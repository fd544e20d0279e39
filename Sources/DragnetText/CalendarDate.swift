/// A date as precise as its source: a year, a month of a year, or a day.
///
/// Written in ISO 8601 reduced form: `2019`, `2019-03`, `2019-03-05`.
public struct CalendarDate: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// Year of the proleptic Gregorian calendar, 1...9999.
  public let year: Int
  /// Month 1...12, or nil when only the year is known.
  public let month: Int?
  /// Day 1...31, or nil when only the month is known.
  public let day: Int?

  /// A date, or nil when there is no such day, month or year.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard (1...CalendarDate.dayCount(year: year, month: month)).contains(day) else {
          return nil
        }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2019`, `2019-03` or `2019-03-05`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } && !$0.isEmpty }),
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      let year = Int(parts[0])
    else { return nil }
    self.init(
      year: year, month: parts.count > 1 ? Int(parts[1]) : nil,
      day: parts.count > 2 ? Int(parts[2]) : nil)
  }

  /// Number of days in a month.
  public static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The ISO 8601 form, as long as the date is precise.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }

  /// True when `other` is this date or a more precise date within it (March holds 5 March).
  public func contains(_ other: CalendarDate) -> Bool {
    year == other.year && (month == nil || month == other.month)
      && (day == nil || day == other.day)
  }

  /// Orders by time; a less precise date stands before the dates within it.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }

  /// Reads the ISO form from a single string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a date such as 2019-03-05")
    }
    self = date
  }

  /// Writes the ISO form as a single string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
