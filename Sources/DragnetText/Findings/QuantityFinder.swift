/// A quantity whose subject is still a draft.
struct FoundQuantity {
  var quantity: Quantity
  var words: Range<Int>
  var subject: Int?
  /// Index into the found quantities.
  var partOf: Int?
  var restates: Int?
}

/// Finds counts, sums, dates, durations and ages.
struct QuantityFinder {
  let scene: Scene
  let drafts: [Draft]
  let chainOf: [Int?]
  let relations: RelationTable
  /// The country the document is mostly about.
  let country: String?

  static let times: Set<String> = [
    "day", "week", "month", "year", "hour", "minute", "decade",
  ]

  /// The quantities of a sentence in the order of the text.
  /// `earlier` holds those of the sentences before, for totals.
  func quantities(_ sentence: ParsedSentence, earlier: [FoundQuantity]) -> [FoundQuantity] {
    let offset = earlier.count
    var found: [FoundQuantity] = []
    counts(sentence, &found)
    things(sentence, &found)
    money(sentence, &found)
    durations(sentence, &found)
    ages(sentence, &found)
    heads(sentence, &found)
    treeCounts(sentence, &found)
    dates(sentence, &found)
    found.sort {
      ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound)
    }
    link(&found)
    for index in found.indices {
      if found[index].partOf == nil, let total = total(of: found[index], earlier) {
        found[index].quantity.event = found[index].quantity.event ?? earlier[total].quantity.event
        found[index].partOf = total - offset
      }
      if let part = found[index].partOf { found[index].partOf = part + offset }
      if let restated = found[index].restates { found[index].restates = restated + offset }
    }
    return found
  }

  func make(
    _ property: Quantity.Property, _ words: Range<Int>, _ sentence: ParsedSentence
  ) -> FoundQuantity {
    FoundQuantity(
      quantity: Quantity(
        property: property,
        range: TextRange(
          scene.words[words.lowerBound].start, scene.words[words.upperBound - 1].end),
        sentence: sentence.number),
      words: words)
  }

  /// The total a copula speaks of: *Of the 32, 31 were Kenyans*, *31 of them were Kenyans*.
  private func total(of quantity: FoundQuantity, _ earlier: [FoundQuantity]) -> Int? {
    guard let subject = quantity.subject, drafts[subject].isCopula,
      let own = quantity.quantity.number
    else { return nil }
    let start = quantity.words.lowerBound
    let named =
      start >= 2 && scene.words[start - 1].tag == .comma
      ? NumberReader.value([scene.lower(start - 2)]) : nil
    return earlier.indices.suffix(40).last { index in
      guard earlier[index].quantity.property == .count, let number = earlier[index].quantity.number
      else { return false }
      return named.map { $0 == number } ?? (number >= own)
    }
  }

  // MARK: Counts

  private func counts(_ sentence: ParsedSentence, _ found: inout [FoundQuantity]) {
    for index in drafts.indices(startingIn: sentence.draft.words) {
      let draft = drafts[index]
      guard draft.type == .group, let count = draft.attributes.count, chainOf[index] != nil else {
        continue
      }
      var result = make(.count, draft.words, sentence)
      result.quantity.number = Double(count)
      result.quantity.unit = draft.attributes.noun ?? "person"
      result.quantity.approximation = approximation(before: draft.words.lowerBound)
      // "the four men charged with her" are not all who were.
      if !isBesideOthers(draft.words.upperBound) {
        result.quantity.event =
          isRemanded(after: draft.words, sentence)
          ? "remanded" : standing(after: draft.words, sentence) ?? event(of: index, sentence)
      }
      result.subject = index
      found.append(result)
    }
  }

  /// *seven of the suspects were remanded in custody*: not all who were arrested.
  func isRemanded(after words: Range<Int>, _ sentence: ParsedSentence) -> Bool {
    let limit = min(words.upperBound + 4, sentence.draft.words.upperBound)
    return (words.upperBound..<max(words.upperBound, limit)).contains {
      scene.lower($0) == "remanded"
    }
  }

  /// *charged with her*, *arrested alongside them*.
  private func isBesideOthers(_ index: Int) -> Bool {
    scene.lower(index).hasSuffix("ed")
      && ["with", "alongside"].contains(scene.lower(index + 1))
      && ["her", "him", "them"].contains(scene.lower(index + 2))
  }

  /// The label of the verb a mention takes part in.
  private func event(of draft: Int, _ sentence: ParsedSentence) -> String? {
    for clause in sentence.clauses where !clause.group.isCopula {
      let chunks = sentence.chunks
      let isPatient = (clause.group.isPassive ? clause.subjects : clause.objects).contains {
        chunks[$0].draft == draft
      }
      if isPatient { return label(of: clause, sentence) }
    }
    for clause in sentence.clauses where !clause.group.isCopula && !clause.group.isPassive {
      if clause.subjects.contains(where: { sentence.chunks[$0].draft == draft }) {
        return relations.subjectLabel(clause.group.lemma) ?? label(clause.group.lemma)
      }
    }
    return nil
  }

  func label(_ lemma: String) -> String {
    relations.objectLabel(lemma) ?? (lemma == "find" ? "found" : lemma)
  }

  func approximation(before index: Int) -> Quantity.Approximation {
    let one = scene.lower(index - 1)
    let two = scene.lower(index - 2)
    if one == "than" {
      if scene.lower(index - 3) == "no", ["more", "fewer", "less"].contains(two) {
        return two == "more" ? .atMost : .atLeast
      }
      return two == "more" ? .atLeast : two == "fewer" || two == "less" ? .atMost : .exact
    }
    if one == "least" { return .atLeast }
    if one == "over" || one == "above" { return .atLeast }
    if one == "to", two == "up" { return .atMost }
    if one == "most", two == "at" { return .atMost }
    if one == "under" || one == "below" { return .atMost }
    if [
      "about", "around", "some", "nearly", "almost", "approximately", "roughly", "estimated",
      "circa",
    ].contains(one) {
      return .about
    }
    return .exact
  }

  // MARK: Money

  private func money(_ sentence: ParsedSentence, _ found: inout [FoundQuantity]) {
    var index = sentence.draft.words.lowerBound
    let limit = sentence.draft.words.upperBound
    while index < limit {
      guard let (words, number, currency) = sum(at: index, limit) else {
        index += 1
        continue
      }
      var result = make(.money, words, sentence)
      result.quantity.number = number
      result.quantity.currency = currency
      result.quantity.approximation = approximation(before: words.lowerBound)
      // "the sum of", "the amount of" say nothing that the verb does not.
      let noun = noun(ofSum: words, sentence)
      let isVague = ["sum", "amount", "total", "equivalent"].contains(noun ?? "")
      result.quantity.event =
        (isVague ? nil : noun) ?? event(at: words, sentence) ?? noun ?? cry(after: sentence)
      result.subject = onlyPerson(in: sentence)
      found.append(result)
      index = words.upperBound
    }
  }

  /// *Two million pounds! Stolen from the till*: what the next sentence says became of a sum that
  /// stands alone.
  private func cry(after sentence: ParsedSentence) -> String? {
    let next = sentence.number + 1
    guard sentence.clauses.isEmpty, next < scene.sentences.count,
      let first = scene.sentences[next].words.first
    else { return nil }
    return ["gone", "stolen"].contains(scene.lower(first)) ? label("steal") : nil
  }

  /// The one person a sentence names, if it names just one.
  private func onlyPerson(in sentence: ParsedSentence) -> Int? {
    let people = drafts.indices(startingIn: sentence.draft.words).filter {
      drafts[$0].type == .person && chainOf[$0] != nil
    }
    return Set(people.map { chainOf[$0] }).count == 1 ? people.first : nil
  }

  private func sum(at index: Int, _ limit: Int) -> (Range<Int>, Double, String)? {
    if let half = halfSum(at: index, limit) { return half }
    let word = scene.words[index]
    if word.shape == .symbol || (word.isCapitalized && word.end - word.start <= 4) {
      guard let code = scene.lexicon.currencySymbols[scene.text(index..<(index + 1))],
        index + 1 < limit,
        scene.words[index + 1].shape == .number || scene.words[index + 1].shape == .mixed
      else { return nil }
      guard let (value, end) = amount(index + 1, limit) else { return nil }
      return (index..<end, value, code)
    }
    guard
      word.shape == .number || word.shape == .mixed
        || (word.tag == .number && NumberReader.value([word.lower]) != nil),
      let (value, end) = amount(index, limit), end < limit
    else { return nil }
    var next = end
    if scene.hits[next].demonym > 0 { next += scene.hits[next].demonym }
    guard next < limit else { return nil }
    let name = scene.lower(next)
    if next > end, let code = scene.lexicon.currencyNames[scene.lowerText(end..<(next + 1))] {
      return (index..<(next + 1), value, code)
    }
    guard var code = scene.lexicon.currencyNames[name] else { return nil }
    if let own = ownCurrency(name) { code = own }
    // "won", "real", "dong" are also words: they need a capital sum before them.
    if ["won", "real", "kip", "dong", "sol", "bolivar"].contains(name), value < 10 { return nil }
    return (index..<(next + 1), value, code)
  }

  /// *half a million dollars*, *half a billion euros*.
  private func halfSum(at index: Int, _ limit: Int) -> (Range<Int>, Double, String)? {
    guard scene.lower(index) == "half", index + 3 < limit,
      ["a", "an"].contains(scene.lower(index + 1)), NumberReader.isScale(scene.lower(index + 2)),
      let value = NumberReader.value([scene.lower(index + 2)]),
      let currency = scene.lexicon.currencyNames[scene.lower(index + 3)]
    else { return nil }
    return (index..<(index + 4), value / 2, currency)
  }

  /// Pesos in a text on Chile are Chilean: codes begin with the code of their country.
  private func ownCurrency(_ name: String) -> String? {
    guard
      [
        "peso", "pesos", "rupee", "rupees", "dinar", "dinars", "rial", "riyal", "riyals",
        "shillings",
      ].contains(name),
      let country
    else { return nil }
    let initial = name.utf8.first.map { $0 & 0xDF } ?? 0
    return scene.lexicon.currencySymbols.keys.sorted().first {
      $0.utf8.count == 3 && $0.hasPrefix(country) && $0.utf8.last == initial
    }
  }

  private func amount(_ start: Int, _ limit: Int) -> (Double, Int)? {
    var end = start + 1
    while end < min(limit, start + 5), NumberReader.isScale(scene.lower(end)),
      scene.lower(end).utf8.count > 1
    {
      end += 1
    }
    guard let value = NumberReader.value(scene.words[start..<end].map(\.lower)) else { return nil }
    return (value, end)
  }

  /// The label of the verb whose object, subject or neighbour the words are.
  func event(at words: Range<Int>, _ sentence: ParsedSentence) -> String? {
    if let clause = describing(words, sentence) { return label(of: clause, sentence) }
    if let clause = governor(of: words, sentence) { return label(of: clause, sentence) }
    var best: (distance: Int, label: String)?
    for clause in sentence.clauses where !clause.group.isCopula {
      let distance =
        abs(clause.group.word - words.lowerBound)
        + (clause.group.word > words.lowerBound && !clause.group.isPassive ? 8 : 0)
      if distance < (best?.distance ?? 40) {
        best = (distance, label(clause.group.lemma))
      }
    }
    return best?.label
  }

  /// *the $500 that was found*, *the $500 found in the house*: the clause that describes the words.
  private func describing(_ words: Range<Int>, _ sentence: ParsedSentence) -> Clause? {
    guard let tree = sentence.tree else { return nil }
    let head = tree.advice.head(of: words)
    // "$500 in cash that was found"
    let cash = tree.children(of: head, by: ["nmod"]).filter { scene.lower($0) == "cash" }
    let verbs = ([head] + cash).flatMap {
      tree.children(of: $0, by: ["acl", "acl:relcl"])
    }.filter { verb in
      tree.children(of: verb).allSatisfy { tree.scene.lower($0) != "to" }
    }
    // "$500 for the land, which was sold" describes the land.
    guard let verb = verbs.first, verb >= words.upperBound, verb - words.upperBound <= 6,
      !(words.upperBound..<verb).contains(where: {
        scene.words[$0].tag == .comma || scene.lower($0) == "for"
      })
    else { return nil }
    return sentence.clauses.first { $0.group.word == verb && !$0.group.isCopula }
  }

  /// The clause whose verb the words hang on, where a tree tells.
  func governor(of words: Range<Int>, _ sentence: ParsedSentence) -> Clause? {
    guard let advice = scene.advice else { return nil }
    var word = advice.head(of: words)
    for _ in 0..<12 {
      if let clause = sentence.clauses.first(where: { $0.group.word == word }) {
        return clause.group.isCopula ? nil : clause
      }
      guard let said = advice.words[word], sentence.draft.words.contains(said.head) else {
        return nil
      }
      word = said.head
    }
    return nil
  }

  // MARK: Time

  private func durations(_ sentence: ParsedSentence, _ found: inout [FoundQuantity]) {
    for index in sentence.draft.words.dropLast() where scene.words[index].tag == .number {
      let next = index + 1
      let unit = scene.lower(next)
      let singular = unit.hasSuffix("s") ? String(unit.dropLast()) : unit
      // "at 21:40 hours" is an hour of the day.
      guard QuantityFinder.times.contains(singular), scene.lower(index - 1) != ":",
        let number = NumberReader.value([scene.lower(index)])
      else { continue }
      let isAge = scene.lower(next + 1) == "old"
      let words = index..<(isAge ? next + 2 : next + 1)
      var result = make(isAge ? .age : .duration, words, sentence)
      result.quantity.number = number
      result.quantity.unit = singular
      if !isAge {
        let clause = sentence.clauses.last { $0.group.word < index && !$0.group.isCopula }
        let isGap = ["after", "before", "later", "earlier", "ago"].contains(scene.lower(next + 1))
        result.quantity.event = isGap ? nil : clause.map { label($0.group.lemma) }
        let patients = clause.map { $0.group.isPassive ? $0.subjects : $0.objects } ?? []
        result.subject = patients.compactMap { sentence.chunks[$0].draft }
          .first { chainOf[$0] != nil }
      }
      result.quantity.approximation = approximation(before: index)
      found.append(result)
    }
  }

  private func dates(_ sentence: ParsedSentence, _ found: inout [FoundQuantity]) {
    for date in sentence.dates
    where !["since", "until", "till", "before", "after"].contains(
      scene.lower(date.words.lowerBound - 1)) && !isDateline(date.words, sentence)
      && !isOfEventNoun(date.words, sentence)
    {
      let clause =
        main(before: date.words, sentence) ?? governor(of: date.words, sentence)
        ?? sentence.clauses.last { $0.group.word < date.words.lowerBound && !$0.group.isCopula }
        ?? sentence.clauses.first { !$0.group.isCopula }
      guard let clause else { continue }
      var result = make(.date, date.words, sentence)
      result.quantity.date = date.date
      result.quantity.words = scene.text(date.words)
      let chunks = sentence.chunks
      let mover =
        (clause.group.isPassive || clause.objects.isEmpty ? clause.subjects : clause.objects)
        .compactMap { chunks[$0].draft }.first { chainOf[$0] != nil }
      result.subject =
        sentence.acts == nil
        ? mover
        : patient(of: clause, sentence).flatMap {
          drafts[$0].type == .person ? $0 : nil
        } ?? mover
      let to = clause.obliques.first {
        ["to", "in", "into", "at"].contains($0.preposition)
          && chunks[$0.noun].draft.map { drafts[$0].type == .place } ?? false
      }
      var label =
        clause.objects.isEmpty && !clause.group.isPassive
          && self.label(of: clause, sentence) != "emerge"
        ? relations.subjectLabel(clause.group.lemma) ?? self.label(of: clause, sentence)
        : self.label(of: clause, sentence)
      // "detained in Lund on 5 May" dates the arrest, not a stay.
      if let to, self.label(of: clause, sentence) != "arrested" {
        label =
          relations.rule(clause.group.lemma, .patient, to.preposition)?.label
          ?? relations.rule(clause.group.lemma, .prepositional, to.preposition)?.label ?? label
      }
      result.quantity.event = label
      found.append(result)
    }
  }

  /// *OSLO, March 14 (Example Press) –*: the day of the text.
  private func isDateline(_ words: Range<Int>, _ sentence: ParsedSentence) -> Bool {
    let start = sentence.draft.words.lowerBound
    let limit = min(start + 16, sentence.draft.words.upperBound)
    guard words.upperBound <= limit,
      let dash = (words.upperBound..<limit).first(where: { scene.words[$0].tag == .dash }),
      dash - words.upperBound <= 8
    else { return false }
    return !sentence.clauses.contains { $0.group.word < dash }
      && scene.words[start].isCapitalized && words.lowerBound > start
  }

  /// *her death in March*: the noun is dated, not the verb.
  private func isOfEventNoun(_ words: Range<Int>, _ sentence: ParsedSentence) -> Bool {
    guard let tree = sentence.tree, let noun = tree.head(of: tree.advice.head(of: words)) else {
      return false
    }
    return tree.part(of: noun) == .noun
      && QuantityFinder.datedNouns.contains(tree.advice.words[noun]?.lemma ?? "")
  }

  private static let datedNouns: Set<String> = [
    "death", "murder", "killing", "assassination", "birth", "election", "marriage", "divorce",
    "resignation", "appointment", "dismissal", "funeral", "wedding", "birthday", "anniversary",
  ]

  /// *detained X, to whom it was addressed, on 5 May*: what follows the comma that ends a relative
  /// clause belongs to the verb before it.
  private func main(before words: Range<Int>, _ sentence: ParsedSentence) -> Clause? {
    let low = sentence.draft.words.lowerBound
    guard words.lowerBound - 2 > low, scene.lower(words.lowerBound - 1) == "on",
      scene.words[words.lowerBound - 2].tag == .comma,
      let relative = sentence.chunks.lastIndex(where: {
        $0.kind == .relative && $0.words.upperBound < words.lowerBound
      })
    else { return nil }
    return sentence.clauses.last { $0.verb < relative && $0.group.form == .finite }
  }

  // MARK: Wholes and parts

  /// *31 – 20 women and 11 men*; *$10,000 (£6,100)*.
  private func link(_ found: inout [FoundQuantity]) {
    for index in found.indices {
      let words = found[index].words
      if found[index].quantity.property == .money, index > 0,
        found[index - 1].quantity.property == .money,
        isBracket(after: found[index - 1].words.upperBound, before: words.lowerBound),
        found[index - 1].quantity.currency != found[index].quantity.currency
      {
        found[index].restates = index - 1
      }
    }
    let counts = found.indices.filter { found[$0].quantity.property == .count }
    for (position, total) in counts.enumerated() {
      guard let whole = found[total].quantity.number else { continue }
      var sum = 0.0
      var parts: [Int] = []
      let isPeople = found[total].subject != nil || found[total].quantity.unit == "person"
      for part in counts[(position + 1)...].prefix(8) {
        if isPeople, found[part].subject == nil, found[part].quantity.unit != "person" { continue }
        sum += found[part].quantity.number ?? 0
        parts.append(part)
        if sum == whole, parts.count > 1 {
          for part in parts { found[part].partOf = total }
          break
        }
        if sum > whole { break }
      }
      markFaultyParts(of: total, counts[(position + 1)...].prefix(6), &found)
    }
  }

  /// True for an opening bracket between two sums, alone or with words that say that both are one.
  private func isBracket(after end: Int, before start: Int) -> Bool {
    guard end < start, start - end <= 4 else { return false }
    return scene.words[end].tag == .open
      && (end + 1..<start).allSatisfy { QuantityFinder.equating.contains(scene.lower($0)) }
  }

  private static let equating: Set<String> = [
    "equivalent", "to", "about", "around", "some", "roughly", "approximately", "nearly", "almost",
    "or", "the", "of", "equal", "worth", "approx",
  ]

  /// *31 – 20 women and 12 men*: parts that are meant to make the whole and do not.
  ///
  /// Only what follows the whole at once, after a dash, a colon or a bracket, and ends in *and*, is
  /// meant so; *31, including 20 women and 4 men* is not.
  private func markFaultyParts(
    of total: Int, _ rest: ArraySlice<Int>, _ found: inout [FoundQuantity]
  ) {
    let end = found[total].words.upperBound
    guard rest.count > 1, end < scene.words.count, let whole = found[total].quantity.number,
      !rest.contains(where: { found[$0].partOf == total }),
      [.dash, .colon, .open].contains(scene.words[end].tag),
      let first = rest.first, found[first].words.lowerBound <= end + 2
    else { return }
    var parts = [first]
    for part in rest.dropFirst() {
      let from = found[parts[parts.count - 1]].words.upperBound
      let between = from..<max(from, found[part].words.lowerBound)
      guard between.count <= 3 else { break }
      parts.append(part)
      if between.contains(where: { scene.lower($0) == "and" }) { break }
    }
    guard let last = parts.last, parts.count > 1,
      scene.lower(found[last].words.lowerBound - 1) == "and"
    else { return }
    let sum = parts.reduce(0) { $0 + (found[$1].quantity.number ?? 0) }
    guard sum != whole, abs(sum - whole) <= 0.25 * whole else { return }
    for part in parts where found[part].partOf == nil { found[part].partOf = total }
  }
}
