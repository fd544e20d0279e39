import DragnetText

extension CalendarDate {
  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static let weekdays = [
    "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
  ]

  /// As read: *Wednesday 5 February 2025*, *March 2024*, *2019*.
  var inWords: String {
    guard let month else { return String(year) }
    let name = "\(CalendarDate.monthNames[month - 1]) \(year)"
    return day.map { "\(weekday(month, $0)) \($0) \(name)" } ?? name
  }

  /// By Zeller's congruence (1882), in which January and February end the year before.
  private func weekday(_ month: Int, _ day: Int) -> String {
    let (shifted, of) = month < 3 ? (month + 12, year - 1) : (month, year)
    let number = day + 13 * (shifted + 1) / 5 + of + of / 4 - of / 100 + of / 400
    return CalendarDate.weekdays[number % 7]
  }
}

/// A date as a text gives it, perhaps without its year: *3 May*, *Feb. 14th*, *August*.
struct PartialDate: Hashable {
  let month: Int
  let day: Int?

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let names: [String: Int] = {
    let full = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var names: [String: Int] = ["sept": 9]
    for (place, name) in full.enumerated() {
      names[name] = place + 1
      names[months[place]] = place + 1
    }
    return names
  }()

  /// Reads a month with or without a day; nil for anything else, a year included.
  init?(_ words: String) {
    var month: Int?
    var day: Int?
    for word in NameForm(words).tokens {
      if let found = PartialDate.names[word] {
        guard month == nil else { return nil }
        month = found
      } else if let number = Int(word.prefix { $0.isNumber }) {
        let ending = word.drop { $0.isNumber }
        guard day == nil, (1...31).contains(number), ["", "st", "nd", "rd", "th"].contains(ending)
        else { return nil }
        day = number
      } else if !["the", "of", "on", "in", "early", "late", "mid"].contains(word) {
        return nil
      }
    }
    guard let month else { return nil }
    self.month = month
    self.day = day
  }

  /// The date in a year, or nil when there is no such day.
  func date(in year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: day)
  }
}
