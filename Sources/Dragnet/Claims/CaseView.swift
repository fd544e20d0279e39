import DragnetText

/// Readings, and the entities that were made of their chains, as the questions look at them.
struct CaseView {
  let readings: [Reading]
  let entities: [Entity]
  let relations: [Relation]
  /// By reading and chain: the index of its entity.
  let entityOf: [[Int?]]
  /// By reading: the case it belongs to.
  let caseOf: [Int]
  /// By reading: where its findings and values stand.
  let placesOf: [ReadingPlaces]
  /// By case: its smallest document id, which tells it from other cases whatever else was read.
  private let nameOfCase: [Int: String]
  private let indexOfID: [String: Int]
  private let wholes: [Int: Set<Int>]

  private static let containing: Set<String> = [
    "part_of", "located_in", "unit_of", "capital_of", "member_of", "based_in", "district_of",
  ]

  init(
    readings: [Reading], entities: [Entity], relations: [Relation], entityOf: [[Int?]],
    caseOf: [Int]
  ) {
    self.readings = readings
    self.entities = entities
    self.relations = relations
    self.entityOf = entityOf
    self.caseOf = caseOf
    placesOf = readings.map(ReadingPlaces.init)
    var names: [Int: String] = [:]
    for (reading, place) in zip(readings, caseOf) {
      let id = reading.document.id.rawValue
      names[place] = names[place].map { min($0, id) } ?? id
    }
    nameOfCase = names
    let indices = Dictionary(
      entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    indexOfID = indices
    var wholes: [Int: Set<Int>] = [:]
    for relation in relations
    where relation.polarity == .asserted && CaseView.containing.contains(relation.type) {
      guard let part = indices[relation.from], let whole = indices[relation.to],
        entities[part].type != .place || !CaseView.isCountry(entities[part])
      else { continue }
      wholes[part, default: []].insert(whole)
    }
    self.wholes = wholes
  }

  /// The entity a mention of a reading means.
  func entity(ofMention mention: Int?, in reading: Int) -> Int? {
    mention.flatMap { entityOf[reading][readings[reading].mentions[$0].chain] }
  }

  /// What tells a case from all others, in ids.
  func name(ofCase place: Int) -> String { nameOfCase[place] ?? "" }

  /// The index of the entity with this id.
  func index(of id: String) -> Int? { indexOfID[id] }

  /// The sentence that holds a value, as evidence.
  func evidence(sentence: Int, in reading: Int, speaker: String?) -> Evidence {
    Evidence(sentence, of: readings[reading], speaker: speaker)
  }

  /// True when the texts, or the countries they are of, put `part` within `whole`.
  func isPart(_ part: Int, of whole: Int) -> Bool {
    guard part != whole else { return false }
    let one = entities[part], other = entities[whole]
    if let country = one.attributes.country, country == other.attributes.country {
      if one.type == .place, other.type == .place, isCountry(whole), !isCountry(part) {
        return true
      }
      if one.type == .agency, other.type == .agency, Offices.isPart(one, of: other) { return true }
    }
    var seen: Set<Int> = [part]
    var open = [part]
    while let next = open.popLast() {
      for whole in wholes[next] ?? [] where seen.insert(whole).inserted { open.append(whole) }
    }
    return seen.contains(whole)
  }

  /// True for a country.
  func isCountry(_ index: Int) -> Bool { CaseView.isCountry(entities[index]) }

  private static func isCountry(_ entity: Entity) -> Bool {
    CountryWords.code(named: NameForm(entity.name).withoutArticle) != nil
  }
}

/// Which offices of one state belong to which.
enum Offices {
  /// True when a body like `part` belongs to a body like `whole` of the same state.
  static func isPart(_ part: Entity, of whole: Entity) -> Bool {
    guard let small = part.attributes.office, let large = whole.attributes.office else {
      return false
    }
    if ["embassy", "consulate", "high commission", "consulate general"].contains(small) {
      return large == "foreign ministry" || large == "government"
    }
    return large == "government" && small != "government"
  }
}
