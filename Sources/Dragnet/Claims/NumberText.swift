import DragnetText

/// Numbers as shown and as compared.
enum NumberText {
  private static let words: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
  ]

  /// A number in digits with what limits it: *at least 31*.
  static func text(_ number: Double, _ approximation: Quantity.Approximation) -> String {
    let whole = number.rounded()
    let isWhole = abs(number - whole) <= 1e-9 * abs(number) && abs(number) < 1e15
    let digits = isWhole ? String(Int(whole)) : String(number)
    return prefix(approximation) + digits
  }

  /// What limits a number, with a space behind it; empty for an exact one.
  static func prefix(_ approximation: Quantity.Approximation) -> String {
    switch approximation {
    case .exact: ""
    case .about: "about "
    case .atLeast: "at least "
    case .atMost: "at most "
    }
  }

  /// A small number in words, another in digits.
  static func spelled(_ number: Int) -> String {
    number <= 12 ? words.first { $0.value == number }?.key ?? String(number) : String(number)
  }

  /// Several of what is counted: *mobile phones*, *lorries*.
  static func plural(_ noun: String) -> String {
    let irregular = [("person", "people"), ("child", "children"), ("man", "men")]
    for (one, many) in irregular where noun.hasSuffix(one) {
      return noun.dropLast(one.count) + many
    }
    if ["s", "x", "ch", "sh"].contains(where: noun.hasSuffix) { return noun + "es" }
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    return noun + "s"
  }

  /// The measure of a unit: *kilogram* of *kilogram of ivory*, *square metre*.
  static func measure(_ unit: String) -> String {
    unit.range(of: " of ").map { String(unit[..<$0.lowerBound]) } ?? unit
  }

  /// The first number of some words: *31 dockers*, *Thirty-one dockers*.
  static func number(in text: String) -> Int? {
    for word in text.lowercased().split(whereSeparator: { $0.isWhitespace }) {
      let digits = word.filter { $0 != "," }
      if let number = Int(digits) { return number }
      let parts = word.split(separator: "-").map(String.init)
      let numbers = parts.compactMap { words[$0] }
      if !numbers.isEmpty, numbers.count == parts.count { return numbers.reduce(0, +) }
    }
    return nil
  }

  /// True when an answer leaves room for a number.
  static func allows(_ answer: Answer, _ number: Double) -> Bool {
    guard let said = answer.number else { return true }
    return switch answer.approximation {
    case .exact: said == number
    case .about: abs(said - number) <= 0.25 * max(abs(said), abs(number))
    case .atLeast: number >= said
    case .atMost: number <= said
    }
  }

  /// True for equal numbers, and for two of which one is the other rounded or cut to its last digit
  /// that is not nought (*1.8* of *1.784*), no more than a share apart.
  static func isRounding(_ a: Double, _ b: Double, within share: Double) -> Bool {
    let difference = abs(a - b), large = max(abs(a), abs(b))
    if difference <= 1e-9 * large { return true }
    guard difference <= share * large else { return false }
    return difference <= max(lastPlace(a), lastPlace(b)) * 0.9999
  }

  /// The value of the last digit that is not nought: 100 of *8,300*, 0.1 of *1.8*.
  private static func lastPlace(_ number: Double) -> Double {
    guard number != 0, abs(number) < 1e15, abs(number) > 1e-6 else { return 0 }
    var place = 1e-6
    var rest = (abs(number) * 1e6).rounded()
    guard rest < 9e15 else {
      place = 1
      rest = abs(number).rounded()
      return trailing(rest, place)
    }
    return trailing(rest, place)
  }

  private static func trailing(_ number: Double, _ place: Double) -> Double {
    var rest = number, place = place
    while rest >= 10, rest.truncatingRemainder(dividingBy: 10) == 0 {
      rest /= 10
      place *= 10
    }
    return place
  }

  /// True for a number that two texts hardly give by chance: more than a dozen, or with a point.
  static func isTelling(_ number: Double) -> Bool {
    number > 12 || number != number.rounded()
  }
}
