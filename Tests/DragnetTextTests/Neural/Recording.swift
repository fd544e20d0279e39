import Foundation
import Testing

@testable import DragnetText

/// What the training program computed on ten sentences, each a document of its own.
struct Recording: Decodable {
  let sentences: [Sentence]
  let document: Whole

  /// The ten sentences as one document.
  struct Whole: Decodable {
    let seams: Seams?
  }

  /// For each of its words, whether white space is before it, and how the scorer of sentences scores it.
  struct Seams: Decodable {
    let spaced: [Bool]
    let scores: [Float?]
  }

  struct Sentence: Decodable {
    let text: String
    let words: [String]
    let pieces: [[Int32]]
    let shapes, ids: [Int32]
    let upos, xpos, labels: [String]
    let heads: [Int]
    /// Heads of the mentions that may be ends of relations.
    let ends: [Int]
    let stages: [String: Stage]

    /// The window that holds this sentence alone.
    var window: ReadingWindow {
      var window = ReadingWindow()
      window.append(pieces, shapes)
      window.close()
      return window
    }
  }

  /// Some numbers of one tensor: each `step`-th of the flat tensor.
  struct Stage: Decodable {
    let shape: [Int]
    let largest: Float
    let step: Int
    let values: [Float]

    /// The greatest distance from the recording, as a share of the largest number of the tensor.
    func distance(_ flat: (Int) -> Float) -> Float {
      values.enumerated().reduce(0) { worst, item in
        let apart = abs(item.element - flat(item.offset * step)) / largest
        return apart.isNaN ? .infinity : max(worst, apart)
      }
    }
  }
}

/// The weights that are shipped, loaded once.
enum ShippedWeights {
  static let file = Result { () throws -> WeightsFile in
    let folder = try ResourceFile.folder()
    return try WeightsFile(folder.appendingPathComponent("english.weights"))
  }
  /// One for all tests: unoptimized, loading takes seconds.
  static let reader = Result { try NeuralReader() }
  static let whole = Result { try ReadingModel(file.get(), arithmetic: .whole) }
  static let plain = Result { try ReadingModel(file.get(), arithmetic: .plain) }
}
