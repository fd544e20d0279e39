/// Short news texts about invented cases, the same for the same seed.
///
/// Ten texts, on average, tell of one case: a firm, its director, a detective, a witness, a port. A few
/// cases have hundreds of texts. Last names are shared by the people of many cases, as they are in an
/// archive, and a name is spelled out once in a text and shortened afterwards.
struct InventedArchive {
  /// One text as `--jsonl` takes it.
  struct Text: Encodable {
    let name: String
    let text: String
    let published: String
    let source: String
  }

  private struct Case {
    let firm: String
    let boss: (first: String, last: String)
    let detective: (first: String, last: String)
    let witness: (first: String, last: String)
    let town: String
    let country: (name: String, people: String)
    let arrested: Int
    let sum: Int
    let day: Int
  }

  private static let first = [
    "Anna", "Peter", "Maria", "John", "Laura", "David", "Elena", "Thomas", "Sofia", "Daniel",
    "Clara",
    "Martin", "Julia", "Robert", "Nina", "Paul", "Eva", "Simon", "Alice", "Victor", "Helen",
    "Oscar",
    "Rosa", "Frank", "Irene", "George", "Diana", "Henry", "Carla", "Adam",
  ]
  private static let starts = [
    "Bar", "Cor", "Del", "Fen", "Gar", "Hol", "Jan", "Kel", "Lor", "Mar", "Nor", "Or", "Pel", "Ros",
    "Sal", "Tor", "Ver", "Wol", "Zan", "Bri",
  ]
  private static let middles = ["a", "e", "i", "o", "an", "en", "in", "er", "al", "ov"]
  private static let ends = [
    "berg", "dell", "ford", "holm", "ker", "land", "mont", "nez", "quist", "rath", "sen", "ston",
    "tano", "vich", "wick", "zell",
  ]
  private static let trades = ["Shipping", "Timber", "Freight", "Mining", "Textiles", "Trading"]
  private static let countries = [
    ("Norway", "Norwegian"), ("Portugal", "Portuguese"), ("Kenya", "Kenyan"), ("Chile", "Chilean"),
    ("Finland", "Finnish"), ("Ghana", "Ghanaian"), ("Austria", "Austrian"), ("Peru", "Peruvian"),
  ]
  private static let outlets = [
    "Harbour Ledger", "Northern Courier", "Valley Tribune", "Coast Gazette", "Evening Chronicle",
  ]

  let count: Int
  private let cases: [Case]
  private var random: Dice

  /// Prepares an archive.
  init(count: Int, seed: UInt64) {
    self.count = count
    var random = Dice(seed: seed)
    cases = (0..<max(1, count / 10)).map { _ in InventedArchive.makeCase(&random) }
    self.random = random
  }

  /// The texts, one after the other.
  mutating func forEach(_ body: (Text) throws -> Void) rethrows {
    for index in 0..<count {
      // The square of a uniform draw: early cases are told often, most once or twice.
      let draw = Double(random.below(1 << 20)) / Double(1 << 20)
      let place = Int(draw * draw * Double(cases.count))
      try body(text(index, of: cases[min(place, cases.count - 1)]))
    }
  }

  private mutating func text(_ index: Int, of told: Case) -> Text {
    let boss = "\(told.boss.first) \(told.boss.last)"
    let outlet = InventedArchive.outlets[random.below(InventedArchive.outlets.count)]
    let slip = random.below(5) == 0 ? 1 : 0
    let all = [
      "\(told.country.people) police arrested \(told.arrested + slip) men in \(told.town) on Monday.",
      "\(boss), director of \(told.firm), was arrested.",
      "Detective \(told.detective.first) \(told.detective.last) accused Mr \(told.boss.last) of fraud.",
      "\(told.firm) paid \(told.witness.first) \(told.witness.last) \(told.sum + 1000 * slip) euros.",
      "\(told.witness.last) met \(told.boss.last) in \(told.town), \(told.country.name).",
      "The \(told.country.people) foreign ministry declined to comment on \(told.firm).",
      "Officers raided the offices of \(told.firm) and seized \(told.arrested * 3 + slip) phones.",
    ]
    let start = random.below(3)
    let sentences = all[start..<min(all.count, start + 3 + random.below(3))]
    let day = told.day + random.below(20)
    let digits = String(index)
    let zeros = String(repeating: "0", count: max(0, 7 - digits.count))
    return Text(
      name: "text-\(zeros)\(digits).txt",
      text: "\(told.firm) under investigation\n\n" + sentences.joined(separator: " "),
      published: "\(2010 + day / 360)-\(two(1 + day / 30 % 12))-\(two(1 + day % 28))",
      source: outlet)
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func makeCase(_ random: inout Dice) -> Case {
    let town = word(&random)
    let country = countries[random.below(countries.count)]
    return Case(
      firm: "\(word(&random)) \(trades[random.below(trades.count)])",
      boss: person(&random), detective: person(&random), witness: person(&random), town: town,
      country: (country.0, country.1), arrested: 3 + random.below(20),
      sum: 1000 * (5 + random.below(90)), day: random.below(3000))
  }

  private static func person(_ random: inout Dice) -> (first: String, last: String) {
    (first[random.below(first.count)], word(&random))
  }

  private static func word(_ random: inout Dice) -> String {
    starts[random.below(starts.count)] + middles[random.below(middles.count)]
      + ends[random.below(ends.count)]
  }
}

/// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", *OOPSLA*
/// (2014).
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number in 0..<limit.
  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return (Int((bits ^ (bits >> 31)) >> 32) * limit) >> 32
  }
}
