/// The vectors of the mentions of a document, as far as later mentions may want them.
///
/// The last 8,192 are kept as they are, so that documents of up to about 30,000 words are read with
/// no rounding at all. Of older ones only the second half is kept, what they are as the earlier
/// mention of a pair, in steps of 1/127 of its largest number: an eighth of the room.
struct MentionVectors {
  private static let recentCount = 8192
  private static let blockRows = 1024

  let columns: Int
  /// How many there are.
  private(set) var count = 0
  /// A ring: mention `m` has row `m % recentCount`.
  private var recent: [Float] = []
  /// Blocks of older rows: arrays that never grow are never copied.
  private var older: [[Int8]] = []
  /// By older mention: what a step is worth.
  private var steps: [Float] = []

  init(columns: Int) { self.columns = columns }

  /// Adds the vectors of the mentions that follow.
  mutating func append(_ vectors: Matrix) {
    precondition(vectors.columns == columns, "vectors of mentions are equally wide")
    for row in 0..<vectors.rows {
      if count < MentionVectors.recentCount {
        recent += vectors.row(row)
      } else {
        let place = count % MentionVectors.recentCount * columns
        store(recent[place + columns / 2..<place + columns])
        recent.replaceSubrange(place..<place + columns, with: vectors.row(row))
      }
      count += 1
    }
  }

  /// The vectors of some mentions, in the order given; the first half of old ones is zero.
  func gathered(_ mentions: [Int32]) -> Matrix {
    var values: [Float] = []
    values.reserveCapacity(mentions.count * columns)
    for mention in mentions {
      let mention = Int(mention)
      if mention >= count - MentionVectors.recentCount {
        let place = mention % MentionVectors.recentCount * columns
        values += recent[place..<place + columns]
      } else {
        let step = steps[mention]
        let kept = columns - columns / 2
        let place = mention % MentionVectors.blockRows * kept
        values += repeatElement(0, count: columns / 2)
        for number in older[mention / MentionVectors.blockRows][place..<place + kept] {
          values.append(Float(number) * step)
        }
      }
    }
    return Matrix(rows: mentions.count, columns: columns, values: values)
  }

  private mutating func store(_ row: ArraySlice<Float>) {
    let largest = row.reduce(0) { max($0, abs($1)) }
    let step = largest / 127
    if steps.count % MentionVectors.blockRows == 0 {
      var block: [Int8] = []
      block.reserveCapacity(MentionVectors.blockRows * row.count)
      older.append(block)
    }
    steps.append(step)
    for value in row {
      older[older.count - 1].append(step > 0 ? Int8((value / step).rounded()) : 0)
    }
  }
}
