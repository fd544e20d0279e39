import DragnetText

/// A reading written by hand: sentences of a text, and what is found in them by their words.
struct ReadingDraft {
  private(set) var reading: Reading
  private var chainNames: [String: Int] = [:]

  /// Starts a reading of a text made of these sentences.
  init(
    _ name: String, _ sentences: [String], source: String? = nil, published: CalendarDate? = nil
  ) {
    let text = sentences.joined(separator: "\n")
    reading = Reading(
      document: Document(
        id: DocumentID("d-" + name), name: name, text: text, source: source, published: published))
    var start = 0
    for sentence in sentences {
      let end = start + sentence.utf8.count
      reading.sentences.append(Sentence(range: TextRange(start, end), tokens: 0..<0))
      start = end + 1
    }
  }

  /// Adds a chain whose mentions are these words, each found after the one before it.
  mutating func chain(
    _ name: String, _ type: EntityType, _ words: [String]? = nil, named: Bool = true,
    attributes: Attributes = Attributes(), aliases: [String] = []
  ) {
    let chain = reading.chains.count
    var mentions: [Int] = []
    var from = 0
    for word in words ?? [name] {
      let range = find(word, from: from)
      from = range.end
      mentions.append(reading.mentions.count)
      reading.mentions.append(
        Mention(
          range: range, kind: named ? .name : .nominal, type: type, chain: chain, confidence: 0.9))
    }
    reading.chains.append(
      Chain(type: type, name: name, mentions: mentions, attributes: attributes, aliases: aliases))
    chainNames[name] = chain
  }

  /// Adds a finding between two chains in the sentence of that number.
  mutating func finding(
    _ from: String, _ label: String, _ to: String, sentence: Int = 0, isDirected: Bool = true,
    polarity: Polarity = .asserted, modality: Modality = .fact, date: CalendarDate? = nil,
    speaker: String? = nil, confidence: Double = 0.8
  ) {
    reading.findings.append(
      Finding(
        label: label, from: first(from), to: first(to), isDirected: isDirected,
        sentence: sentence, range: reading.sentences[sentence].range, polarity: polarity,
        modality: modality, date: date, speaker: speaker, confidence: confidence))
  }

  /// Adds a value whose words stand in the sentence of that number.
  mutating func quantity(
    _ property: Quantity.Property, _ words: String, sentence: Int = 0, number: Double? = nil,
    approximation: Quantity.Approximation = .exact, unit: String? = nil, currency: String? = nil,
    date: CalendarDate? = nil, event: String? = nil, subject: String? = nil, partOf: Int? = nil,
    restates: Int? = nil
  ) {
    let start = reading.sentences[sentence].range.start
    reading.quantities.append(
      Quantity(
        property: property, range: find(words, from: start), sentence: sentence, number: number,
        approximation: approximation, unit: unit, currency: currency, date: date,
        words: property == .description || property == .date ? words : nil, event: event,
        subject: subject.map(first),
        partOf: partOf, restates: restates))
  }

  /// Adds the state a chain is left in, whose words stand in the sentence of that number.
  mutating func state(
    _ words: String, dimension: String, value: String, of subject: String, sentence: Int
  ) {
    let start = reading.sentences[sentence].range.start
    var quantity = Quantity(property: .state, range: find(words, from: start), sentence: sentence)
    quantity.event = dimension
    quantity.unit = value
    quantity.words = words
    quantity.subject = first(subject)
    reading.quantities.append(quantity)
  }

  /// Adds the country that an adjective of the sentence of that number gives a chain.
  mutating func origin(_ adjective: String, country: String, of subject: String, sentence: Int) {
    let start = reading.sentences[sentence].range.start
    var quantity = Quantity(
      property: .description, range: find(adjective, from: start), sentence: sentence)
    quantity.event = "nationality"
    quantity.words = country
    quantity.subject = first(subject)
    reading.quantities.append(quantity)
  }

  /// Adds an attribution to a chain.
  mutating func attribution(_ speaker: String, sentence: Int = 0) {
    reading.attributions.append(
      Attribution(
        range: reading.sentences[sentence].range, sentence: sentence, speaker: speaker,
        mention: chainNames[speaker].map { reading.chains[$0].mentions[0] }))
  }

  private func first(_ name: String) -> Int {
    guard let chain = chainNames[name] else { preconditionFailure("no chain \(name)") }
    return reading.chains[chain].mentions[0]
  }

  private func find(_ words: String, from: Int) -> TextRange {
    let text = Array(reading.document.text.utf8), wanted = Array(words.utf8)
    for start in from...max(from, text.count - wanted.count)
    where start + wanted.count <= text.count
      && text[start..<(start + wanted.count)].elementsEqual(wanted)
    {
      return TextRange(start, start + wanted.count)
    }
    preconditionFailure("'\(words)' does not stand in the text after byte \(from)")
  }
}
