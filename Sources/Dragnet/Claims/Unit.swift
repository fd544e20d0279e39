/// What is counted or measured, with its measure in a unit that can be compared.
struct Unit {
  /// Things are compared with things of one kind: the head noun, or the dimension of a measure.
  let kind: String
  /// What one of them is in the unit of `kind`: 1000 for a tonne, where the kind is *kilogram*.
  let factor: Double

  private static let measures: [String: (String, Double)] = [
    "kilogram": ("kilogram", 1), "kilo": ("kilogram", 1), "kg": ("kilogram", 1),
    "gram": ("kilogram", 0.001), "tonne": ("kilogram", 1000), "ton": ("kilogram", 1000),
    "pound": ("kilogram", 0.45359237), "ounce": ("kilogram", 0.028349523125),
    "litre": ("litre", 1), "liter": ("litre", 1), "gallon": ("litre", 3.785411784),
    "barrel": ("litre", 158.987294928), "kilometre": ("kilometre", 1),
    "kilometer": ("kilometre", 1), "km": ("kilometre", 1), "mile": ("kilometre", 1.609344),
    "metre": ("kilometre", 0.001), "meter": ("kilometre", 0.001),
    "foot": ("kilometre", 0.0003048), "hectare": ("hectare", 1), "acre": ("hectare", 0.40468564224),
    "square metre": ("hectare", 0.0001), "square meter": ("hectare", 0.0001),
    "square kilometre": ("hectare", 100), "square kilometer": ("hectare", 100),
    "square mile": ("hectare", 258.9988110336), "square foot": ("hectare", 0.000009290304),
  ]

  /// Reads a unit as quantities give it: *mobile phone*, *kilogram of ivory*.
  init(_ unit: String) {
    let words = unit.split(separator: " ").map(String.init)
    let square = words.prefix(2).joined(separator: " ")
    if let (kind, factor) = Unit.measures[square], words.first == "square" {
      self.kind = kind
      self.factor = factor
    } else if let first = words.first, let (kind, factor) = Unit.measures[first],
      words.count == 1 || words[1] == "of"
    {
      self.kind = kind
      self.factor = factor
    } else {
      kind = words.last.flatMap(WordStems.noun) ?? unit
      factor = 1
    }
  }

  /// True for a measure: its numbers are rounded, and stand for nothing without it.
  var isMeasure: Bool { Unit.measures[kind] != nil }
}
