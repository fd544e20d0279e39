import DragnetText

/// What makes two numbers of one question no rivals: another place, all together, a part and its whole.
extension AmountQuestions {
  /// Why a value is of another scope than the others, with the one it is told from.
  func scope(
    of value: StatedValue, among others: [StatedValue]
  ) -> (value: StatedValue, verdict: Verdict, reason: String)? {
    let shown = answer(value).text
    let smaller = others.filter { $0.number < value.number && !$0.isOverall }
    if value.isOverall, smaller.count == others.count, let one = smaller.first,
      one.reading != value.reading
    {
      return (one, .partOfTotal, "\(shown) is said of all together")
    }
    let isShared = values(agreeing: value, among: others)
    guard !value.places.isEmpty, !isShared else { return nil }
    let elsewhere = others.filter { other in
      other.reading != value.reading && !other.places.isEmpty
        && !other.places.contains { place in
          value.places.contains {
            $0 == place || view.isPart($0, of: place) || view.isPart(place, of: $0)
          }
        }
    }
    guard elsewhere.count == others.filter({ !$0.places.isEmpty }).count,
      let one = elsewhere.first, let here = value.places.min(), let there = one.places.min(),
      !isOneCountry(here, there),
      2 * min(one.number, value.number) < max(one.number, value.number)
    else { return nil }
    return (
      one, .otherScope,
      "\(shown) is said of \(view.entities[here].name), \(answer(one).text) of "
        + view.entities[there].name
    )
  }

  /// Two towns of one country may be two tales of one find.
  func isOneCountry(_ one: Int, _ other: Int) -> Bool {
    guard let left = view.entities[one].attributes.country,
      let right = view.entities[other].attributes.country
    else { return false }
    return left == right
  }

  /// True where another document gives the number, as far as both are exact.
  func values(agreeing value: StatedValue, among others: [StatedValue]) -> Bool {
    others.contains { $0.reading != value.reading && agree(answer($0), answer(value)) }
  }

  /// Two numbers of which a document makes the smaller a part of the larger.
  func partSaid(_ answers: [Answer]) -> String? {
    let numbers = Set(answers.compactMap(\.number)).sorted()
    guard numbers.count == 2 else { return nil }
    let isSaid = answers.contains { answer in
      view.placesOf[answer.reading].isPart(numbers[0], of: numbers[1])
        || answer.number == numbers[1] && says(answer.evidence.sentence, numbers[0])
    }
    let shown = numbers.map { NumberText.text($0, .exact) }
    return isSaid ? "\(shown[0]) are part of \(shown[1])" : nil
  }

  /// *26 searches, 23 of them in homes*.
  func says(_ sentence: String, _ part: Double) -> Bool {
    let words = sentence.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    return words.indices.dropLast(2).contains { index in
      NumberText.number(in: words[index]).map { Double($0) == part } ?? false
        && words[index + 1] == "of"
        && ["them", "these", "those", "which"].contains(words[index + 2])
    }
  }

  /// *12 + 2 = 14*: the number of one document, made of what another counts beside its own.
  func sum(_ values: [StatedValue]) -> String? {
    let numbers = Set(values.map(\.number)).sorted()
    guard numbers.count == 2, let small = numbers.first, let large = numbers.last else {
      return nil
    }
    for value in values where value.number == small {
      let reading = view.readings[value.reading]
      let own = reading.quantities[value.place]
      let beside = reading.quantities.filter {
        $0.property == .count && $0.sentence == own.sentence && $0.range != own.range
          && $0.event == own.event && $0.number == large - small
      }
      if let other = beside.first, let number = other.number {
        return "\(NumberText.text(small, .exact)) + \(NumberText.text(number, .exact)) = "
          + NumberText.text(large, .exact)
      }
    }
    return nil
  }
}
