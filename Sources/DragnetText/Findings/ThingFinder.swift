/// Counts of things: *six paintings*, *480 kilograms of ivory*, *12 shipping containers*.
extension QuantityFinder {
  private static let measures: Set<String> = [
    "kilogram", "kilo", "kg", "gram", "tonne", "ton", "pound", "ounce", "litre", "liter", "gallon",
    "barrel", "kilometre", "kilometer", "km", "mile", "metre", "meter", "foot", "hectare", "acre",
    "square metre", "square meter",
  ]
  private static let unmeasured: Set<String> = [
    "percent", "%", "cent", "time", "degree", "point", "second", "night", "other", "one", "page",
    "p.m", "a.m", "o'clock", "quarter", "half", "third", "way", "side", "figure", "score", "dozen",
    "hundred", "thousand", "million", "billion", "series", "news",
  ]
  private static let irregular: [String: String] = [
    "men": "man", "women": "woman", "children": "child", "people": "person", "feet": "foot",
    "police": "police officer", "fish": "fish", "sheep": "sheep", "cattle": "cattle",
    "aircraft": "aircraft", "lives": "life", "knives": "knife", "wives": "wife",
    "thieves": "thief", "kg": "kg", "km": "km",
  ]

  /// The counts of a sentence that no group of people stands for.
  func things(_ sentence: ParsedSentence, _ found: inout [FoundQuantity]) {
    for (index, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .noun && !isGroup(chunk.draft) {
      guard let (number, start, end) = leadingNumber(chunk.words), end < chunk.words.upperBound,
        var unit = unit(end..<chunk.words.upperBound, of: number)
      else { continue }
      var words = start..<chunk.words.upperBound
      let next = index + 2
      if QuantityFinder.measures.contains(unit), next < sentence.chunks.count,
        sentence.chunks[next - 1].head == "of", sentence.chunks[next].kind == .noun
      {
        unit += " of " + sentence.chunks[next].head
        words = start..<sentence.chunks[next].words.upperBound
      }
      guard !found.contains(where: { $0.words.overlaps(words) }) else { continue }
      var result = make(.count, words, sentence)
      result.quantity.number = number
      result.quantity.unit = unit
      result.quantity.approximation = approximation(before: start)
      result.quantity.event =
        isRemanded(after: words, sentence)
        ? "remanded"
        : standing(after: words, sentence) ?? event(ofChunk: index, sentence) ?? event(
          ofChunk: next, sentence)
          ?? event(at: words, sentence)
      found.append(result)
    }
  }

  private func isGroup(_ draft: Int?) -> Bool {
    guard let draft else { return false }
    return drafts[draft].type == .group || drafts[draft].kind == .name
  }

  /// The number at the start of a noun phrase, after an article, and where its words begin and end.
  private func leadingNumber(_ words: Range<Int>) -> (Double, Int, Int)? {
    var start = words.lowerBound
    if scene.lower(start) == "half", words.count > 2,
      ["a", "an"].contains(scene.lower(start + 1))
    {
      return (0.5, start, start + 2)
    }
    // "14 March 2025 five people": a date that ran into the noun phrase.
    if let month = words.dropLast().last(where: { DateFinder.isMonth(scene.lower($0)) }) {
      start = month + 1
      if start < words.upperBound, scene.lower(start).utf8.count == 4,
        scene.words[start].shape == .number
      {
        start += 1
      }
    }
    while start < words.upperBound,
      scene.words[start].tag == .determiner || scene.words[start].tag == .adjective,
      NumberReader.value([scene.lower(start)]) == nil
    {
      start += 1
    }
    var end = start
    // "a dozen", "a hundred"
    if start + 1 < words.upperBound, ["a", "an"].contains(scene.lower(start)),
      NumberReader.isScale(scene.lower(start + 1))
    {
      end = start + 1
    }
    while end < words.upperBound,
      scene.words[end].tag == .number || scene.words[end].shape == .number
        || (end > start && NumberReader.isScale(scene.lower(end)))
    {
      end += 1
    }
    guard end > start, scene.words[start].shape != .ordinal,
      let value = NumberReader.value(scene.words[start..<end].map(\.lower)), value > 0,
      !(value == 1 && scene.words[start].shape != .number),
      !["m", "k", "b"].contains(scene.lower(start))
    else { return nil }
    return (value, start, end)
  }

  /// What is counted, singular; nil for what is no plural, for time, money and shares.
  func unit(_ words: Range<Int>, of number: Double) -> String? {
    let head = scene.lower(words.upperBound - 1)
    guard scene.words[words.upperBound - 1].tag == .noun,
      !scene.words[words.upperBound - 1].isCapitalized, head.utf8.count > 1,
      scene.lexicon.currencyNames[head] == nil
    else { return nil }
    let singular: String
    if let known = QuantityFinder.irregular[head] {
      singular = known
    } else if head.hasSuffix("ies"), head.utf8.count > 4 {
      singular = head.dropLast(3) + "y"
    } else if ["ses", "xes", "ches", "shes", "zes"].contains(where: head.hasSuffix) {
      singular = String(head.dropLast(head.hasSuffix("ses") && !head.hasSuffix("sses") ? 1 : 2))
    } else if head.hasSuffix("s"), !head.hasSuffix("ss") {
      singular = String(head.dropLast())
    } else if QuantityFinder.measures.contains(head), number <= 1 {
      singular = head
    } else {
      return nil
    }
    guard !QuantityFinder.unmeasured.contains(singular), !QuantityFinder.times.contains(singular)
    else { return nil }
    let before = words.dropLast().filter {
      scene.words[$0].tag == .noun && !scene.words[$0].isCapitalized
    }
    return (before.map { scene.lower($0) } + [singular]).joined(separator: " ")
  }

  /// The label of the verb a chunk takes part in.
  private func event(ofChunk index: Int, _ sentence: ParsedSentence) -> String? {
    for clause in sentence.clauses where !clause.group.isCopula {
      let patients = clause.group.isPassive ? clause.subjects : clause.objects
      if patients.contains(index) { return label(of: clause, sentence) }
    }
    for clause in sentence.clauses
    where !clause.group.isCopula && !clause.group.isPassive && clause.subjects.contains(index) {
      return relations.subjectLabel(clause.group.lemma) ?? label(clause.group.lemma)
    }
    return nil
  }

  /// The noun that says what a sum is: *a reward of $500*, *put the value at $500*, *worth $500*,
  /// *bail was set at $500*.
  func noun(ofSum words: Range<Int>, _ sentence: ParsedSentence) -> String? {
    var index = words.lowerBound - 1
    let low = max(sentence.draft.words.lowerBound, index - 7)
    while index >= low, QuantityFinder.leadIns.contains(scene.lower(index)) { index -= 1 }
    if ((index + 1)..<words.lowerBound).contains(where: { scene.lower($0) == "worth" }) {
      return "worth"
    }
    guard index >= low else { return nil }
    let before = scene.lower(index)
    if before == "worth" || before == "valued" { return "worth" }
    // "the market value of the land at $5 million"
    let lead = (max(low, index - 5)..<max(low, index)).first {
      ["value", "price", "cost", "worth"].contains(scene.lower($0)) && scene.lower($0 + 1) == "of"
    }
    if let lead { return scene.lower(lead) }
    if index + 1 < words.lowerBound, scene.words[index].tag == .noun,
      !scene.words[index].isCapitalized, isNoun(index, of: words, sentence)
    {
      return before
    }
    // "Bail was set at", "the gallery put their value at", "the loss is estimated at"
    guard
      let clause = sentence.clauses.last(where: {
        $0.group.word < words.lowerBound && QuantityFinder.fixing.contains($0.group.lemma)
      })
    else { return nil }
    let fixed =
      clause.group.isPassive || clause.objects.isEmpty || clause.group.lemma == "be"
      ? clause.subjects : clause.objects
    // "Bail for X was set": the noun that the subject hangs on.
    let left = sentence.chunks.indices.filter { $0 < clause.verb }
    return (fixed + left).lazy.map { sentence.chunks[$0] }.first {
      $0.kind == .noun && $0.draft == nil
        && [.noun, .name].contains(scene.words[$0.words.upperBound - 1].tag)
    }?.head
  }

  /// *robbed six people in two towns of $500*: the nearest noun need not be the one the sum belongs to.
  private func isNoun(_ index: Int, of words: Range<Int>, _ sentence: ParsedSentence) -> Bool {
    guard let tree = sentence.tree else { return true }
    let head = tree.head(of: tree.advice.head(of: words))
    return head == index || head.map { tree.part(of: $0) != .verb } ?? true
  }

  private static let leadIns: Set<String> = [
    "of", "at", "to", "about", "around", "some", "nearly", "almost", "approximately", "roughly",
    "estimated", "over", "more", "than", "least", "up", "an", "a", "under", "most", "well", "just",
    "between", "as", "much", "the", "worth",
  ]
  private static let fixing: Set<String> = [
    "set", "fix", "put", "estimate", "value", "be", "stand", "reach", "total", "amount", "come",
    "exceed",
  ]
}
