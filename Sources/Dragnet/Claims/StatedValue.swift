import DragnetText

/// A number one document states, with what tells which question it answers.
struct StatedValue {
  let reading: Int
  /// Index in `Reading.quantities`.
  let place: Int
  /// Index in `Reading.sentences`.
  let sentence: Int
  /// What can be compared with it: *money*, *kilogram*, *count vehicle*.
  let dimension: String
  /// In the unit of `dimension`.
  let number: Double
  let approximation: Quantity.Approximation
  /// ISO 4217 code of a sum.
  let currency: String?
  /// The same sum in other currencies, as the text restates it in brackets.
  let restated: [(currency: String, number: Double)]
  /// Kind of the event, where the text says one that tells.
  let event: String?
  /// Stems of what is measured, or of what a sum is.
  let stuff: Set<String>
  /// Stems of the other words of its sentence.
  let words: Set<String>
  /// Entities its sentence names, without places.
  let entities: Set<Int>
  /// Places its sentence names, or the one before it.
  let places: Set<Int>
  /// True where the text speaks of all there is.
  let isOverall: Bool
}

/// Collects the stated values of all documents.
struct StatedValueCollector {
  let view: CaseView

  init(_ view: CaseView) { self.view = view }

  /// What a sentence is about.
  private struct Context {
    let words: Set<String>
    let entities: Set<Int>
    let places: Set<Int>
    let isOverall: Bool
  }

  /// The values of a reading that `dimension` gives a kind to. O(n) in the length of the text.
  func values(of index: Int, dimension: (Quantity) -> (kind: String, factor: Double)?)
    -> [StatedValue]
  {
    let reading = view.readings[index]
    var contexts: [Int: Context] = [:]
    var mentions: [Int: [Mention]]?
    return reading.quantities.indices.compactMap { place in
      let quantity = reading.quantities[place]
      guard let number = quantity.number, let (kind, factor) = dimension(quantity) else {
        return nil
      }
      let named = mentions ?? mentionsBySentence(of: index)
      mentions = named
      let context = contexts[quantity.sentence] ?? self.context(quantity.sentence, index, named)
      contexts[quantity.sentence] = context
      guard quantity.restates == nil else { return nil }
      let own = WordStems.stems(of: quantity.unit ?? "")
      let stuff = stuff(of: quantity, in: reading)
      let brackets = reading.quantities[(place + 1)...].prefix(3).filter { $0.restates == place }
      let label = brackets.reduce(quantity.event) { label, bracket in
        label.flatMap { EventClass.light.contains($0) ? nil : $0 } ?? bracket.event
      }
      let event = label.map {
        quantity.property == .money ? EventClass.ofSum($0) : EventClass.ofThings($0)
      }
      return StatedValue(
        reading: index, place: place, sentence: quantity.sentence, dimension: kind,
        number: number * factor,
        approximation: quantity.approximation, currency: quantity.currency,
        restated: brackets.compactMap { bracket in
          bracket.currency.flatMap { code in bracket.number.map { (code, $0) } }
        },
        event: event.flatMap { EventClass.light.contains($0) ? nil : $0 }, stuff: stuff,
        words: context.words.subtracting(stuff).subtracting(own), entities: context.entities,
        places: context.places, isOverall: context.isOverall)
    }
  }

  private func mentionsBySentence(of index: Int) -> [Int: [Mention]] {
    var found: [Int: [Mention]] = [:]
    for mention in view.readings[index].mentions {
      guard let sentence = view.placesOf[index].sentence(holding: mention.range) else { continue }
      found[sentence, default: []].append(mention)
    }
    return found
  }

  private func context(_ sentence: Int, _ index: Int, _ mentions: [Int: [Mention]]) -> Context {
    let reading = view.readings[index]
    let text = reading.document.quote(reading.sentences[sentence].range)
    func entities(_ sentence: Int, _ isWanted: (Mention) -> Bool) -> Set<Int> {
      Set((mentions[sentence] ?? []).filter(isWanted).compactMap { view.entityOf[index][$0.chain] })
    }
    var places = entities(sentence) { $0.type == .place && $0.kind == .name }
    if places.isEmpty, sentence > 0 {
      places = entities(sentence - 1) { $0.type == .place && $0.kind == .name }
    }
    let stems = WordStems.stems(of: text.prefix(2000))
    // Names count once, as entities.
    let named = entities(sentence) { $0.kind == .name }
    let names = named.reduce(into: Set<String>()) {
      $0.formUnion(WordStems.stems(of: view.entities[$1].name))
    }
    return Context(
      words: stems.subtracting(names),
      entities: entities(sentence) { $0.type != .place && $0.type != .group },
      places: places,
      isOverall: !stems.isDisjoint(with: StatedValueCollector.overall))
  }

  private static let overall = WordStems.stems(of: "both altogether overall combined worldwide")

  // MARK: What is measured

  private func stuff(of quantity: Quantity, in reading: Reading) -> Set<String> {
    let unit = quantity.unit ?? ""
    if quantity.property == .count {
      let measured = Unit(unit)
      guard measured.isMeasure else {
        return WordStems.stems(of: unit.split(separator: " ").dropLast().joined(separator: " "))
      }
      if let of = unit.range(of: " of ") {
        // *of Kilimani*: a name says where, not what.
        let named = reading.document.quote(quantity.range).split(separator: " ").last
        if named?.first?.isUppercase == true { return [] }
        return WordStems.stems(of: unit[of.upperBound...])
      }
    }
    let sentence = reading.sentences[quantity.sentence].range
    let text = reading.document.quote(
      TextRange(max(sentence.start, quantity.range.start - 60), quantity.range.start))
    let tail = reading.document.quote(
      TextRange(
        quantity.range.end, max(quantity.range.end, min(sentence.end, quantity.range.end + 24))))
    if quantity.property == .money {
      let near = WordStems.stems(of: text).union(WordStems.stems(of: tail))
      return near.intersection(StatedValueCollector.moneyNouns)
    }
    return WordStems.stems(of: text.split(separator: ",").last ?? "")
  }

  /// True for a noun that says what a sum is.
  static func isMoneyNoun(_ word: String) -> Bool {
    !WordStems.stems(of: word).isDisjoint(with: moneyNouns)
  }

  /// Nouns that say what a sum is.
  private static let moneyNouns = WordStems.stems(
    of: """
      cash bribe kickback fine penalty ransom bail bond value worth valued price cost loan debt salary
      wage reward damage damages loss losses profit budget donation fee fees compensation tax taxes
      investment turnover revenue prize bounty deposit
      """)
}
