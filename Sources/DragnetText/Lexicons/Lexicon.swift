import Foundation

/// The tables of `Resources`, loaded once and shared by all readers.
struct Lexicon: Sendable {
  private(set) var phrases: [String: Entry] = [:]
  private(set) var places: [Place] = []
  private(set) var demonyms: [Demonym] = []
  private(set) var bodies: [BodyKind] = []
  private(set) var knownBodies: [KnownBody] = []
  private(set) var groups: [String: GroupNoun] = [:]
  private(set) var firstNames: [String: Gender?] = [:]
  private(set) var words: [String: WordClasses] = [:]
  private(set) var verbs: [String: Verb] = [:]
  private(set) var currencySymbols: [String: String] = [:]
  private(set) var currencyNames: [String: String] = [:]
  private(set) var relations = RelationTable()
  /// Name of each country by code.
  private(set) var countryNames: [String: String] = [:]

  /// A form of a verb.
  struct Verb {
    var lemma: String
    var forms: VerbForms
  }

  /// Reads the tables of a folder.
  init(folder: URL) throws(ReadingError) {
    phrases.reserveCapacity(8192)
    verbs.reserveCapacity(8192)
    words.reserveCapacity(4096)
    for row in try ResourceFile("words.tsv", in: folder).rows { try addWords(row) }
    for row in try ResourceFile("verbs.tsv", in: folder).rows { try addVerbs(row) }
    for row in try ResourceFile("countries.tsv", in: folder).rows { try addCountry(row) }
    for row in try ResourceFile("cities.tsv", in: folder).rows { try addCities(row) }
    for row in try ResourceFile("regions.tsv", in: folder).rows { addRegion(row) }
    for row in try ResourceFile("bodies.tsv", in: folder).rows { try addBodies(row) }
    for row in try ResourceFile("organizations.tsv", in: folder).rows { try addOrganization(row) }
    for row in try ResourceFile("groups.tsv", in: folder).rows { try addGroups(row) }
    for row in try ResourceFile("titles.tsv", in: folder).rows { try addTitles(row) }
    for row in try ResourceFile("currencies.tsv", in: folder).rows { try addCurrency(row) }
    for row in try ResourceFile("relations.tsv", in: folder).rows { try relations.add(row) }
    for row in try ResourceFile("first-names.tsv", in: folder).rows { try addFirstNames(row) }
  }

  /// Classes of a word in lower case.
  func classes(_ lower: String) -> WordClasses {
    if let classes = words[lower] { return classes }
    guard lower.utf8.last == UInt8(ascii: "."), lower.utf8.count > 2 else { return [] }
    return words[String(lower.dropLast())] ?? []
  }
  /// True for an honorific or role of one word.
  func isTitle(_ lower: String) -> Bool { (phrases[lower]?.title ?? .none) != .none }
  /// True for a given name.
  func isFirstName(_ lower: String) -> Bool { firstNames[lower] != nil }
  /// Whose given name it is; nil where it is both women's and men's, or no given name.
  func gender(ofFirstName lower: String) -> Gender? { firstNames[lower] ?? nil }

  private mutating func addFirstNames(_ row: [Substring]) throws(ReadingError) {
    guard row.count == 2, ["woman", "man", "either"].contains(row[0]) else {
      throw damaged("first-names.tsv", row)
    }
    for name in row[1].parts(" ") {
      firstNames.updateValue(Gender(rawValue: String(row[0])), forKey: String(name))
    }
  }

  private func damaged(_ name: String, _ row: [Substring]) -> ReadingError {
    .missingResource(
      name: name, reason: "the file is damaged at \"\(row.prefix(3).joined(separator: " "))\"")
  }

  private mutating func addWords(_ row: [Substring]) throws(ReadingError) {
    guard row.count == 2, let kind = WordClasses.byName[String(row[0])] else {
      throw damaged("words.tsv", row)
    }
    for word in row[1].parts(" ") { words[String(word), default: []].insert(kind) }
  }

  private mutating func addVerbs(_ row: [Substring]) throws(ReadingError) {
    switch row.first {
    case "irregular" where row.count >= 4:
      let lemma = String(row[1])
      for past in row[2].parts("|") { addForm(String(past), lemma, .past) }
      for participle in row[3].parts("|") {
        addForm(String(participle), lemma, .participle)
      }
      addForm(lemma, lemma, .base)
      addForm(VerbSpelling.third(lemma), lemma, .third)
      addForm(row.count > 4 ? String(row[4]) : VerbSpelling.gerund(lemma), lemma, .gerund)
      if let last = lemma.utf8.last, "tnpgdm".utf8.contains(last), row.count == 4 {
        addForm(lemma + String(lemma.last ?? " ") + "ing", lemma, .gerund)
      }
    case "regular" where row.count == 2, "double" where row.count == 2:
      for word in row[1].parts(" ") {
        let lemma = String(word)
        let stem = row[0] == "double" ? lemma + String(lemma.last ?? " ") : lemma
        addForm(lemma, lemma, .base)
        addForm(VerbSpelling.third(lemma), lemma, .third)
        addForm(VerbSpelling.past(stem), lemma, [.past, .participle])
        addForm(VerbSpelling.gerund(stem), lemma, .gerund)
        if row[0] == "double" {
          addForm(lemma + "ed", lemma, [.past, .participle])
          addForm(lemma + "ing", lemma, .gerund)
        }
      }
    default: throw damaged("verbs.tsv", row)
    }
  }

  private mutating func addForm(_ form: String, _ lemma: String, _ forms: VerbForms) {
    if let known = verbs[form] {
      if known.lemma == lemma { verbs[form] = Verb(lemma: lemma, forms: known.forms.union(forms)) }
    } else {
      verbs[form] = Verb(lemma: lemma, forms: forms)
    }
  }

  /// Registers a phrase; returns its key. Clitics are parted as `WordSplitter` parts them.
  private mutating func addPhrase(_ text: some StringProtocol, _ change: (inout Entry) -> Void) {
    var parts: [String] = []
    for piece in text.parts(" ") {
      let word = piece.lowercased()
      if word.ends(in: "'s"), word.utf8.count > 2 {
        parts += [String(word.dropLast(2)), "'s"]
      } else if word.ends(in: "'"), word.utf8.count > 1 {
        parts += [String(word.dropLast()), "'"]
      } else if word.ends(in: ","), word.utf8.count > 1 {
        parts += [String(word.dropLast()), ","]
      } else {
        parts.append(word)
      }
    }
    guard let first = parts.first else { return }
    var key = first
    for part in parts.dropFirst() {
      phrases[key, default: Entry()].hasLonger = true
      key += " " + part
    }
    change(&phrases[key, default: Entry()])
  }

  private func isAcronym(_ text: some StringProtocol) -> Bool {
    text.utf8.count <= 6 && text.utf8.allSatisfy { !($0 >= 0x61 && $0 <= 0x7A) && $0 < 0x80 }
  }

  private mutating func addPlace(_ name: some StringProtocol, _ place: Place) {
    let index = Int16(places.count)
    places.append(place)
    let exact = isAcronym(name)
    addPhrase(name) {
      if $0.place < 0 { $0.place = index }
      if exact { $0.isExactCase = true }
    }
  }

  private mutating func addCountry(_ row: [Substring]) throws(ReadingError) {
    guard row.count >= 5, row[0].count == 2 else { throw damaged("countries.tsv", row) }
    let code = String(row[0])
    let name = String(row[1])
    countryNames[code] = name
    let country = Place(name: name, kind: .country, country: code)
    addPlace(row[1], country)
    for other in row[2].parts("|") { addPlace(other, country) }
    for capital in row[3].parts("|") {
      addPlace(
        capital, Place(name: String(capital), kind: .city, country: code, capitalOf: code))
    }
    let plurals = row.count > 5 ? row[5].parts("|") : []
    for form in row[4].parts("|") {
      let isInvariant = ["ese", "ish", "ch", "ss", "ois", "mi"].contains { form.ends(in: $0) }
      let isSingular = ["man", "woman"].contains { form.ends(in: $0) && form.count > 6 }
      addDemonym(
        form,
        Demonym(
          country: code, place: name, isPlural: isInvariant, isAdjective: !isSingular,
          isInvariant: isInvariant))
      if !isInvariant {
        let plural = form.ends(in: "woman") ? form.dropLast(2) + "en" : form + "s"
        addDemonym(
          plural,
          Demonym(
            country: code, place: name, isPlural: true, isAdjective: false, isInvariant: false))
      }
    }
    for plural in plurals {
      addDemonym(
        plural,
        Demonym(country: code, place: name, isPlural: true, isAdjective: false, isInvariant: false))
    }
  }

  private mutating func addDemonym(_ form: some StringProtocol, _ demonym: Demonym) {
    let index = Int16(demonyms.count)
    demonyms.append(demonym)
    addPhrase(form) { if $0.demonym < 0 { $0.demonym = index } }
  }

  private mutating func addCities(_ row: [Substring]) throws(ReadingError) {
    guard row.count == 2 else { throw damaged("cities.tsv", row) }
    for name in row[1].parts("|") where !name.utf8.contains(UInt8(ascii: ",")) {
      addPlace(name, Place(name: String(name), kind: .city, country: String(row[0])))
    }
  }

  private mutating func addRegion(_ row: [Substring]) {
    let name = String(row[0])
    let region = Place(name: name, kind: .region)
    addPlace(row[0], region)
    if row.count > 1 { for other in row[1].parts("|") { addPlace(other, region) } }
    guard row.count > 2 else { return }
    for form in row[2].parts("|") {
      addDemonym(
        form,
        Demonym(country: nil, place: name, isPlural: false, isAdjective: true, isInvariant: false))
      addDemonym(
        form + "s",
        Demonym(country: nil, place: name, isPlural: true, isAdjective: false, isInvariant: false))
    }
  }

  private mutating func addBodies(_ row: [Substring]) throws(ReadingError) {
    let classes: [Substring: BodyKind.Class] = [
      "agency": .agency, "unit": .unit, "organization": .organization, "staff": .staff,
    ]
    guard row.count == 3, let kind = classes[row[0]] else { throw damaged("bodies.tsv", row) }
    for phrase in row[2].parts("|") {
      let plural = phrase.ends(in: "s") && !phrase.ends(in: "ss") || phrase == "police"
      let index = Int16(bodies.count)
      bodies.append(BodyKind(kind: kind, office: String(row[1]), isPlural: plural))
      addPhrase(phrase) { if $0.body < 0 { $0.body = index } }
      // Plurals of organizations: gangs, banks.
      if kind == .organization, !phrase.ends(in: "s") {
        let many = Int16(bodies.count)
        bodies.append(BodyKind(kind: kind, office: String(row[1]), isPlural: true))
        addPhrase(VerbSpelling.third(String(phrase))) { if $0.body < 0 { $0.body = many } }
      }
    }
  }

  private mutating func addOrganization(_ row: [Substring]) throws(ReadingError) {
    guard row.count == 5, let type = EntityType(rawValue: String(row[0])) else {
      throw damaged("organizations.tsv", row)
    }
    let index = Int16(knownBodies.count)
    knownBodies.append(
      KnownBody(
        name: String(row[3]), type: type, office: String(row[1]),
        country: row[2].isEmpty ? nil : String(row[2])))
    for name in [row[3]] + row[4].parts("|") {
      let exact = isAcronym(name)
      addPhrase(name) {
        if $0.known < 0 { $0.known = index }
        if exact { $0.isExactCase = true }
      }
    }
  }

  private mutating func addGroups(_ row: [Substring]) throws(ReadingError) {
    let classes: [Substring: GroupNoun.Class] = [
      "victim": .victim, "suspect": .suspect, "member": .member, "neutral": .neutral,
    ]
    guard row.count == 2, let kind = classes[row[0]] else { throw damaged("groups.tsv", row) }
    for pair in row[1].parts(" ") {
      let forms = pair.parts("=")
      let singular = String(forms[0])
      let plural = forms.count > 1 ? String(forms[1]) : VerbSpelling.third(singular)
      if groups[plural] == nil {
        groups[plural] = GroupNoun(kind: kind, singular: singular, isPlural: true)
      }
      if groups[singular] == nil {
        groups[singular] = GroupNoun(kind: kind, singular: singular, isPlural: false)
      }
    }
  }

  private mutating func addTitles(_ row: [Substring]) throws(ReadingError) {
    guard row.count == 2 else { throw damaged("titles.tsv", row) }
    let title: Entry.Title = row[0] == "honorific" ? .honorific : .role
    for phrase in row[1].parts("|") {
      addPhrase(phrase) { if $0.title == .none || title == .role { $0.title = title } }
    }
  }

  private mutating func addCurrency(_ row: [Substring]) throws(ReadingError) {
    guard row.count == 3 else { throw damaged("currencies.tsv", row) }
    let code = String(row[0])
    for symbol in row[1].parts("|") where currencySymbols[String(symbol)] == nil {
      currencySymbols[String(symbol)] = code
    }
    for name in row[2].parts("|") where currencyNames[String(name)] == nil {
      currencyNames[String(name)] = code
    }
  }

  /// Adds names a user knows, before all others.
  mutating func add(_ names: KnownNames) {
    for name in names.entries {
      let index = Int16(clamping: knownBodies.count)
      knownBodies.append(KnownBody(name: name.name, type: name.type))
      for form in [name.name] + name.aliases {
        addPhrase(form) {
          $0.known = index
          $0.place = -1
          $0.demonym = -1
          $0.body = -1
        }
      }
    }
  }
}
