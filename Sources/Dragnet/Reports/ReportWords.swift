import DragnetText
import Foundation

/// Text as it may stand in HTML, in an element or a quoted attribute.
///
/// Marks that turn the direction of writing around, and characters HTML does not allow, are written
/// out as `[U+202E]`: they could make a quotation read as something it does not say.
func htmlEscaped(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\t", "\n", "\r": result += " "
    case _ where scalar.isHiddenControl: result += "[\(scalar.codeName)]"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

extension Unicode.Scalar {
  /// True for control characters and for the marks that embed, override or isolate a direction of
  /// writing: what a reader cannot see and what can change what is seen.
  public var isHiddenControl: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: true
    case _ where value & 0xFFFE == 0xFFFE: true  // not characters
    default: false
    }
  }

  /// The name of the code point: `U+202E`.
  public var codeName: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// A number of things in words: *one document*, *12 documents*.
func countInWords(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]
  let number = words.indices.contains(count) ? words[count] : String(count)
  return number + " " + (count == 1 ? noun : plural ?? noun + "s")
}

/// Several things in words: *a*, *a and b*, *a, b and c*.
func listed(_ items: [String]) -> String {
  guard items.count > 1, let last = items.last else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " and " + last
}

/// A text that starts with a capital.
func capitalized(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}

/// A score with three decimals; a whole number without any.
public func scoreText(_ score: Double) -> String {
  guard score.isFinite, abs(score) < 1e12 else { return String(score) }
  if score == score.rounded() { return String(Int(score)) }
  let thousandths = Int((abs(score) * 1000).rounded())
  let decimals = String(thousandths % 1000)
  return (score < 0 ? "−" : "") + String(thousandths / 1000) + "."
    + String(repeating: "0", count: 3 - decimals.count) + decimals
}

/// The English name of a country by its ISO 3166-1 code; the code itself where it is not known.
func countryName(_ code: String) -> String {
  countryNames[code] ?? code
}

private let countryNames = Dictionary(
  Country.all.compactMap { country in country.names.first.map { (country.code, $0) } },
  uniquingKeysWith: { first, _ in first })

extension CalendarDate {
  /// The date in English: *12 October 2023*.
  var words: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return [day.map(String.init), month.map { months[$0 - 1] }, String(year)]
      .compactMap { $0 }.joined(separator: " ")
  }
}

extension EntityType {
  /// The plural in English.
  var plural: String {
    switch self {
    case .person: "people"
    case .organization: "organizations"
    case .agency: "agencies"
    case .place: "places"
    case .group: "groups"
    case .other: "other named things"
    }
  }
}

extension Verdict {
  /// True when the values cannot all be right.
  public var isConflict: Bool { self == .conflict || self == .internalConflict }

  /// The verdict in a few words.
  public var words: String {
    switch self {
    case .same: "same value"
    case .refines: "one refines the other"
    case .partOfTotal: "part of a total"
    case .restates: "same value, other unit"
    case .otherScope: "of different things"
    case .otherTime: "of different times"
    case .conflict: "conflict"
    case .internalConflict: "contradicts itself"
    case .notComparable: "not comparable"
    }
  }
}
