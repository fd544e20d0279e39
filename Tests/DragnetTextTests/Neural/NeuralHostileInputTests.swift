import Foundation
import TestSupport
import Testing

@testable import DragnetText

/// Texts that nobody wrote to be read. Small here; docs/reader.md has the figures of large ones.
@Suite(.serialized) struct NeuralHostileInputTests {
  private static let fragments: [(String, String)] =
    HostileInputTests.fragments + [
      ("combining marks", "e\u{301}\u{302}\u{303}"), ("emoji", "👩‍👩‍👧 "),
      ("zero width", "a\u{200B}\u{FEFF}"),
      ("nulls", "\u{0}a\u{0} "), ("ideographs", "北京"), ("replacement", "\u{FFFD}"),
      ("Spanish", "El juez ordenó la detención de los sospechosos en Lima. "),
      ("window marks", "[CLS] [SEP] ##ing "), ("soft hyphens", "pol\u{AD}ice "),
      ("tabs", "\t\t|\t"),
    ]

  private func document(_ text: String) -> Document {
    Document(id: DocumentID("h"), name: "h.txt", text: text)
  }

  @Test(arguments: fragments)
  func `parses a hostile text and keeps every range in it`(name: String, fragment: String) throws {
    let text = String(repeating: fragment, count: 150)
    let parse = try ShippedWeights.reader.get().parse(document(text))
    #expect(faults(of: parse, in: text).isEmpty)
  }

  /// A rule that looks at the word before must find that there is none, and so at the end.
  @Test(arguments: UInt64(0)..<6)
  func `a text may begin and end anywhere`(seed: UInt64) throws {
    let text = Self.article + Self.article
    var generator = SeededGenerator(seed: seed)
    let reader = try ShippedWeights.reader.get()
    for _ in 0..<40 {
      let start = Int.random(in: 0..<Self.article.count, using: &generator)
      let length = [12, 40, 160, 400].randomElement(using: &generator) ?? 12
      let part = String(text.dropFirst(start).prefix(length))
      let reading = try reader.read(document(part))
      #expect(reading.mentions.allSatisfy { $0.range.end <= part.utf8.count })
    }
  }

  private static let article = """
    Broker Ada Lund, 41, a Danish national who owns 70% of Kestrel Line, was arrested in Riga on Monday,
    police said. Her lawyer, Ivo Berg of the firm Berg & Sons, denies that the 41-year-old paid Mayor
    Olga Brink; the Dane, he said, "had met her twice". Prosecutors in Lima, led by Dr. Hanne Friis,
    charged three others: (a) Piet Okafor (29), resident in Ghent; (b) his brother, Sam; and (c) the
    company's accountant. The first accused has been held in Ila prison since 3 May 2021.

    FRAUD SQUAD RAIDS HARBOUR OFFICE

    The Fraud Squad of the National Police, with help from Europol, seized $1.2 million (£900,000),
    two cars and 14 phones. "We have nothing to do with it," said Kestrel Line, whose licence Malta
    has revoked.

    """

  @Test(arguments: UInt64(0)..<8)
  func `reads random bytes`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<600).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let text = String(decoding: bytes, as: UTF8.self)
    let reader = try ShippedWeights.reader.get()
    #expect(faults(of: reader.parse(document(text)), in: text).isEmpty)
    let reading = try reader.read(document(text))
    #expect(reading.tokens.allSatisfy { $0.range.end <= text.utf8.count })
  }

  /// What does not hold together.
  private func faults(of parse: Parse, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    func isWhole(_ range: TextRange) -> Bool {
      // A range begins and ends at the first byte of a character, or at the end of the text.
      0 <= range.start && range.start < range.end && range.end <= bytes.count
        && [range.start, range.end].allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
    }
    var faults: [String] = []
    var end = 0
    for word in parse.words {
      if !isWhole(word.range) || word.range.start < end { faults.append("word \(word)") }
      end = word.range.end
    }
    for sentence in parse.sentences {
      let roots = parse.words[sentence.words].count { $0.head == nil }
      if roots != 1 || !isWhole(sentence.range) { faults.append("sentence \(sentence)") }
    }
    faults += parse.mentions.filter { !isWhole($0.range) }.map { "mention \($0)" }
    faults += parse.names.filter { !isWhole($0.range) }.map { "name \($0)" }
    return faults
  }

  @Test func `line ends alone are an empty parse`() throws {
    let parse = try ShippedWeights.reader.get().parse(
      document(String(repeating: "\n", count: 20_000)))
    #expect(parse.words.isEmpty && parse.sentences.isEmpty && parse.language == nil)
  }

  @Test func `a text without a space has words of bounded length`() throws {
    let parse = try ShippedWeights.reader.get().parse(
      document(String(repeating: "x", count: 30_000)))
    #expect(parse.words.count > 1)
    #expect(parse.words.allSatisfy { $0.range.count <= 1_100 })
  }

  @Test(arguments: [
    ("El juez ordenó la detención de los sospechosos, que están en la cárcel. ", Language.spanish),
    ("قال إن الرئيس سافر إلى القاهرة في الصباح. ", .arabic),
    ("השוטר אמר כי האיש נעצר בתל אביב. ", .hebrew),
    ("The judge ordered that the suspects be held in the prison of the city. ", .english),
  ])
  func `names the language, and reads what is not English by patterns alone`(
    sentence: String, language: Language
  ) throws {
    let text = String(repeating: sentence, count: 12)
    let reader = try ShippedWeights.reader.get()
    #expect(reader.parse(document(text)).language == language)
    let reading = try reader.read(document(text))
    #expect(reading.tokens.contains { $0.upos != nil } == (language == .english))
  }

  @Test(arguments: fragments.filter { ["no space", "quotes", "names", "they"].contains($0.0) })
  func `time grows no faster than the text`(name: String, fragment: String) throws {
    let reader = try ShippedWeights.reader.get()
    func seconds(_ count: Int) -> Double {
      let some = document(String(repeating: fragment, count: count))
      let times = (0..<2).map { _ in
        let start = processorSeconds()
        _ = reader.parse(some)
        return processorSeconds() - start
      }
      return times.min() ?? 0
    }
    let (small, large) = (seconds(40), seconds(320))
    // Eight times the text; a quadratic step would take 64 times as long.
    #expect(large < 30 * small + 0.5, "\(name): \(small) s, then \(large) s")
  }

  /// The time this thread had of a processor, so that a busy machine does not count.
  private func processorSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func `tokens of a reading say what the parse says, in the sentences they stand in`() throws
  {
    let text =
      "Kenyan police arrested six Chadians in Oslo. They don't know Ana Sousa.\n\nA crosshead\n"
    let reader = try ShippedWeights.reader.get()
    let reading = try reader.read(document(text))
    #expect(reading.tokens == reader.parse(document(text)).words.tokens)
    for sentence in reading.sentences {
      #expect(!sentence.tokens.isEmpty)
      for token in reading.tokens[sentence.tokens] {
        #expect(sentence.range.contains(token.range))
        #expect(token.upos != nil && token.xpos != nil && token.lemma != nil && token.label != nil)
      }
    }
    #expect(Set(reading.sentences.flatMap { Array($0.tokens) }) == Set(reading.tokens.indices))
    let clitic = reading.tokens.first { reading.document.quote($0.range) == "n't" }
    #expect(clitic?.lemma == "not" && clitic?.upos == "PART")
  }
}
