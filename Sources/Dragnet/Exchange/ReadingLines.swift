import DragnetText
import Foundation

/// Readings as JSON lines: one reading a line, in any order, from any number of runs.
public enum ReadingLines {
  /// Why one line is no reading.
  public struct BadLine: Error, Equatable, CustomStringConvertible {
    /// The file it stands in.
    public let file: String
    /// Its number, from 1.
    public let line: Int
    /// What is wrong with it.
    public let reason: String

    /// Where and what.
    public var description: String { "\(file):\(line): \(reason)" }
  }

  /// One reading as a line, its line end included.
  public static func line(_ reading: Reading) throws -> Data {
    var line = Data()
    try write(reading) { line += $0 }
    return line
  }

  /// Writes one reading as a line, its line end included, piece by piece: the line of a long document
  /// is many times its length.
  public static func write(
    _ reading: Reading, to write: (Data) throws -> Void
  ) throws {
    try withoutActuallyEscaping(write) { write in
      var json = JSONPieces(write)
      json.add("{\"attributions\":")
      try json.add(elements: reading.attributions)
      json.add(",\"chains\":")
      try json.add(elements: reading.chains)
      json.add(",\"document\":")
      try json.add(reading.document)
      json.add(",\"findings\":")
      try json.add(elements: reading.findings)
      if let language = reading.language {
        json.add(",\"language\":")
        try json.add(language)
      }
      json.add(",\"mentions\":")
      try json.add(elements: reading.mentions)
      json.add(",\"quantities\":")
      try json.add(elements: reading.quantities)
      json.add(",\"sentences\":")
      try json.add(elements: reading.sentences)
      json.add(",\"tokens\":")
      try json.add(elements: reading.tokens)
      json.add("}\n")
      try json.end()
    }
  }

  /// Reads one line.
  ///
  /// - Parameter number: the number of the line, from 1, for the message.
  public static func reading(
    _ line: some Sequence<UInt8>, number: Int, file: String
  ) throws(BadLine) -> Reading {
    let reading: Reading
    do {
      reading = try JSONDecoder().decode(Reading.self, from: Data(line))
    } catch let error as DecodingError {
      throw BadLine(file: file, line: number, reason: describe(error))
    } catch {
      throw BadLine(file: file, line: number, reason: "\(error)")
    }
    if let reason = ReadingCheck.firstFault(in: reading) {
      throw BadLine(file: file, line: number, reason: reason)
    }
    return reading
  }

  /// Reads many lines. Empty ones are skipped; a bad one is reported and costs the others nothing.
  public static func readings(
    in data: Data, file: String
  ) -> (readings: [Reading], failures: [BadLine]) {
    var result = Results()
    let lines = data.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated()
      .filter { !$1.allSatisfy { $0 == 0x20 || $0 == 0x0d || $0 == 0x09 } }
      .map { LineReader.Line(number: $0 + 1, bytes: Array($1)) }
    result.add(lines, file: file, keepsTokens: true)
    return (result.readings, result.failures)
  }

  /// Reads what a file or a pipe gives, about a mebibyte of lines at a time and these in parallel.
  ///
  /// - Parameters:
  ///   - file: the name that errors give.
  ///   - keepsTokens: false where only what was found is wanted: the words take most of the memory.
  public static func readings(
    from handle: FileHandle, file: String, keepsTokens: Bool = true
  ) throws(DocumentError) -> (readings: [Reading], failures: [BadLine]) {
    var lines = LineReader(descriptor: handle.fileDescriptor, limit: .max)
    var result = Results()
    while let batch = try lines.nextBatch() {
      result.add(batch, file: file, keepsTokens: keepsTokens)
    }
    return (result.readings, result.failures)
  }

  /// What came of the lines so far.
  private struct Results {
    var readings: [Reading] = []
    var failures: [BadLine] = []

    mutating func add(_ lines: [LineReader.Line], file: String, keepsTokens: Bool) {
      let made = inParallel(lines) { line in
        Result { () throws(BadLine) in
          let read = try reading(line.bytes ?? [], number: line.number, file: file)
          return keepsTokens ? read : read.withoutTokens()
        }
      }
      for result in made {
        switch result {
        case .success(let reading): readings.append(reading)
        case .failure(let failure): failures.append(failure)
        }
      }
    }
  }

  private static func describe(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "\(KeyPathText.text(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(KeyPathText.text(context.codingPath)): \(context.debugDescription)"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty
        ? "not a reading in JSON"
        : "\(KeyPathText.text(context.codingPath)): \(context.debugDescription)"
    @unknown default: "not a reading in JSON"
    }
  }
}

/// Checks that a reading from a file holds together, so that nothing after it needs to.
enum ReadingCheck {
  /// What is wrong with a reading, or nil.
  static func firstFault(in reading: Reading) -> String? {
    let length = reading.document.text.utf8.count
    func outside(_ range: TextRange) -> Bool {
      range.start < 0 || range.end < range.start || range.end > length
    }
    func check<Element>(
      _ items: [Element], _ name: String, _ range: (Element) -> TextRange
    ) -> String? {
      items.firstIndex { outside(range($0)) }.map { "\(name)[\($0)] lies outside the text" }
    }
    let strayToken = reading.tokens.indices.first { outside(reading.tokens.range(at: $0)) }
      .map { "tokens[\($0)] lies outside the text" }
    return check(reading.sentences, "sentences", \.range)
      ?? strayToken
      ?? check(reading.mentions, "mentions", \.range)
      ?? check(reading.findings, "findings", \.range)
      ?? check(reading.quantities, "quantities", \.range)
      ?? check(reading.attributions, "attributions", \.range)
      ?? check(reading.document.furniture, "document.furniture") { $0 }
      ?? check(reading.document.pages, "document.pages") { $0 }
      ?? faultyReference(in: reading)
  }

  private static func faultyReference(in reading: Reading) -> String? {
    let mentions = reading.mentions.indices, chains = reading.chains.indices
    let sentences = reading.sentences.indices, quantities = reading.quantities.indices
    func within(_ index: Int?, _ range: Range<Int>) -> Bool { index.map(range.contains) ?? true }
    for (place, sentence) in reading.sentences.enumerated()
    where sentence.tokens.lowerBound < 0 || sentence.tokens.upperBound > reading.tokens.count {
      return "sentences[\(place)].tokens names tokens that are not there"
    }
    for (place, token) in reading.tokens.enumerated()
    where !within(token.head, reading.tokens.indices) {
      return "tokens[\(place)].head names a token that is not there"
    }
    for (place, mention) in reading.mentions.enumerated() where !chains.contains(mention.chain) {
      return "mentions[\(place)].chain names a chain that is not there"
    }
    for (place, chain) in reading.chains.enumerated() {
      guard chain.mentions.allSatisfy(mentions.contains), !chain.mentions.isEmpty,
        chain.mentions.allSatisfy({ reading.mentions[$0].chain == place })
      else { return "chains[\(place)].mentions names mentions that are not its own" }
    }
    for (place, finding) in reading.findings.enumerated() {
      guard mentions.contains(finding.from), mentions.contains(finding.to),
        sentences.contains(finding.sentence), (0...1).contains(finding.confidence)
      else { return "findings[\(place)] names what is not there" }
    }
    for (place, quantity) in reading.quantities.enumerated() {
      guard sentences.contains(quantity.sentence), within(quantity.subject, mentions),
        within(quantity.partOf, quantities), within(quantity.restates, quantities)
      else { return "quantities[\(place)] names what is not there" }
    }
    for (place, attribution) in reading.attributions.enumerated() {
      guard sentences.contains(attribution.sentence), within(attribution.mention, mentions) else {
        return "attributions[\(place)] names what is not there"
      }
    }
    return nil
  }
}
