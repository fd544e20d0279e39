/// Reads numbers in digits and words.
enum NumberReader {
  private static let units: [String: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "a": 1, "an": 1,
  ]
  private static let scales: [String: Double] = [
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 1e6, "mln": 1e6, "m": 1e6,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "k": 1000, "lakh": 1e5,
    "crore": 1e7,
  ]

  /// True for a word that multiplies: *million*.
  static func isScale(_ lower: String) -> Bool { scales[lower] != nil }

  /// The value of lower-case number words and digits in a row, below 1e15; nil when they are none.
  static func value(_ words: [String]) -> Double? {
    var total = 0.0
    var current = 0.0
    var found = false
    for word in words {
      for part in word.split(separator: "-") {
        let part = String(part)
        if let unit = units[part] {
          current += unit
        } else if let scale = scales[part], found || part.utf8.count > 2 {
          current = scale >= 1000 ? (max(current, 1) * scale).rounded() : max(current, 1) * scale
          if scale >= 1000 {
            total += current
            current = 0
          }
        } else if let digits = digits(part) {
          current += digits
        } else if part != "and" {
          return nil
        }
        found = true
      }
    }
    let value = total + current
    return found && value < 1e15 ? value : nil
  }

  /// Plain digits with commas and a decimal point.
  static func digits(_ text: String) -> Double? {
    guard text.utf8.count <= 24 else { return nil }
    var plain = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x2E: plain.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x2C: continue
      default:
        // 1.3bn, 50k
        let tail = text.utf8.drop { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2C }
        guard let scale = scales[String(Substring(tail))], let value = Double(plain) else {
          return nil
        }
        return (value * scale).rounded()
      }
    }
    return Double(plain)
  }
}
