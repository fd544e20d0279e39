/// What the encoder sees at once: whole consecutive sentences of a document between two marks.
struct ReadingWindow: Sendable, Equatable {
  /// Where the words of one sentence stand in the window.
  struct Place: Sendable, Equatable {
    /// Position of the first piece of each word.
    var first: [Int32] = []
    /// Position of its last piece.
    var last: [Int32] = []
  }

  /// Pieces in the usual window, and in one that holds a single long sentence.
  static let room = 126
  static let longRoom = 254

  /// Pieces with the marks around them, 3...256.
  var ids: [Int32] = [WordPieces.start]
  /// A row of the table of shapes for each position; 7 for the marks.
  var shapes: [Int32] = [7]
  /// The sentences as they were cut or given, in order.
  var places: [Place] = []
  /// What is known of the place before each word.
  var seams: [SentenceSeam] = []

  /// Whether the encoder has a say in where sentences begin.
  var hasOpenSeams: Bool {
    seams.contains { if case .open = $0 { true } else { false } }
  }

  /// Appends a sentence: the pieces of each word, the row of its shape, and what is known of the
  /// place before it, by default that the sentence is given.
  mutating func append(_ pieces: [[Int32]], _ rows: [Int32], _ seams: [SentenceSeam]? = nil) {
    self.seams += seams ?? SentenceSeam.given(pieces.count)
    var place = Place()
    for (some, row) in zip(pieces, rows) {
      place.first.append(Int32(ids.count))
      ids += some
      shapes += repeatElement(row, count: some.count)
      place.last.append(Int32(ids.count - 1))
    }
    places.append(place)
  }

  /// Closes the window with its mark.
  mutating func close() {
    ids.append(WordPieces.end)
    shapes.append(7)
  }

  /// Ranges of words that together make a sentence and have at most `longRoom` pieces each: cut
  /// after the last comma, semicolon, colon or dash of the second half, or where it is full.
  static func cuts(_ pieces: [[Int32]], isPause: (Int) -> Bool) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var size = 0
    var index = 0
    while index < pieces.count {
      size += pieces[index].count
      guard size > longRoom else {
        index += 1
        continue
      }
      let half = start + (index - start) / 2
      let pause = (half..<index).last(where: isPause).map { $0 + 1 } ?? index
      result.append(start..<pause)
      start = pause
      index = pause
      size = 0
    }
    if start < pieces.count { result.append(start..<pieces.count) }
    return result
  }
}

/// Puts the sentences of a document into windows: as many whole sentences as fit into `room` pieces;
/// a longer sentence stands alone.
struct WindowPacker {
  private var open = ReadingWindow()
  private var size = 0

  /// Adds the next sentence; gives the window before it, if it did not fit in there.
  ///
  /// - Precondition: it has no more than `longRoom` pieces.
  mutating func append(
    _ pieces: [[Int32]], _ rows: [Int32], _ seams: [SentenceSeam]? = nil
  ) -> ReadingWindow? {
    let count = pieces.reduce(0) { $0 + $1.count }
    precondition(
      count <= ReadingWindow.longRoom, "a sentence is cut before it is put into a window")
    let full = size + count > ReadingWindow.room ? close() : nil
    open.append(pieces, rows, seams)
    size += count
    return full
  }

  /// The window of the last sentences.
  mutating func close() -> ReadingWindow? {
    guard !open.places.isEmpty else { return nil }
    defer { (open, size) = (ReadingWindow(), 0) }
    open.close()
    return open
  }
}
