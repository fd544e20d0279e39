import Foundation
import Testing

@testable import DragnetText

@Suite struct SentenceSeamTests {
  /// Numbers of the signs seen between two words.
  private func signs(
    _ before: String, _ word: String, isCut: Bool = false, isSpaced: Bool = true
  ) -> [Int] {
    guard
      case .open(let bits) = SentenceSeam.between(before, word, isCut: isCut, isSpaced: isSpaced)
    else { return [] }
    return (0..<SentenceSeam.signs).filter { bits >> UInt16($0) & 1 == 1 }
  }

  @Test func `signs tell how both words are written`() {
    #expect(signs(".", "The", isCut: true) == [0, 1, 2, 3, 7, 14])
    #expect(signs("Jana", "On") == [1, 7, 12])
    #expect(signs(",", "which") == [1, 6, 10, 14])
    #expect(signs("“", "NATO", isSpaced: false) == [7, 8, 14])
    #expect(signs("12:", "3", isSpaced: false) == [4, 9, 13])
    #expect(signs(")", "(") == [1, 5, 11, 14, 15])
    #expect(signs("Ärger", "éclat") == [1, 10, 12])
    #expect(signs("", "") == [1, 14, 15])
  }

  @Test func `the scores of seams agree with the recording`() throws {
    let recording = try fixture("recorded-f32", as: Recording.self)
    let seams = try #require(recording.document.seams)
    var packer = WindowPacker()
    var windows: [ReadingWindow] = []
    var before = ""
    var number = 0
    for sentence in recording.sentences {
      let known = sentence.words.enumerated().map { index, word -> SentenceSeam in
        defer { (before, number) = (word, number + 1) }
        if number == 0 { return .begins }
        return .between(before, word, isCut: index == 0, isSpaced: seams.spaced[number])
      }
      if let window = packer.append(sentence.pieces, sentence.shapes, known) {
        windows.append(window)
      }
    }
    if let last = packer.close() { windows.append(last) }
    let model = try ShippedWeights.plain.get()
    let vectors = model.observed(windows) { _, _ in }
    let scores = model.withWorkspace { model.boundaries.scores(windows, vectors, $0) }
    #expect(scores.count == seams.scores.count)
    var asked = 0
    for (score, recorded) in zip(scores, seams.scores) {
      guard let recorded else { continue }
      asked += 1
      #expect(abs(score - recorded) < 0.01)
    }
    #expect(asked > 100)
  }

  @Test func `sentences that are given stay as they are`() throws {
    let text = "thanks for the call see you on Monday Jana"
    let document = Document(id: DocumentID("a"), name: "a", text: text)
    let words = text.split(separator: " ").map {
      TextRange(
        text.utf8.distance(from: text.startIndex, to: $0.startIndex),
        text.utf8.distance(from: text.startIndex, to: $0.endIndex))
    }
    let reader = try ShippedWeights.reader.get()
    let parse = reader.parse(document, sentences: [words])
    #expect(parse.sentences.map(\.words) == [0..<9])
    let halves = reader.parse(document, sentences: [Array(words[..<5]), Array(words[5...])])
    #expect(halves.sentences.map(\.words) == [0..<5, 5..<9])
  }

  @Test func `a sentence begins where rules see no mark`() throws {
    let text = "Call me at the office 555 1234 Thanks for your help"
    let parse = try ShippedWeights.reader.get().parse(
      Document(id: DocumentID("a"), name: "a", text: text))
    let starts = parse.sentences.map {
      String(decoding: Array(text.utf8)[$0.range.start..<$0.range.end].prefix(6), as: UTF8.self)
    }
    #expect(starts == ["Call m", "Thanks"])
  }

  @Test func `a paragraph begins a sentence`() throws {
    let text = "The ministers met in the old town\n\nand the council of the port."
    let parse = try ShippedWeights.reader.get().parse(
      Document(id: DocumentID("a"), name: "a", text: text))
    #expect(parse.sentences.contains { $0.range.start == 35 })
  }
}
