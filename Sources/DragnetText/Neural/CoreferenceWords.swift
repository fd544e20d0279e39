/// The word lists that coreference was trained with, as the header of the weights gives them.
struct CoreferenceWords: Decodable, Sendable {
  /// Pronouns by class; a pronoun of the first list has class 1.
  var pronouns: [[String]]
  /// Words that tell that a man is meant.
  var male: [String]
  /// Words that tell that a woman is meant.
  var female: [String]
  /// Words that do not tell mentions apart.
  var stop: [String]
  /// Number of each label of the tree that tells something about a mention.
  var roles: [String: Int]
  /// Distances at which a new class of distance begins, ascending.
  var steps: [Int]
  /// Rows of the scorer's table that each of the ten fields chooses from.
  var fields: [Int]

  /// True when every number that follows from the lists is a row of the scorer's table.
  var isSound: Bool {
    fields == [10, 10, 121, 27, 16, 121, 16, 5, 121, 9] && pronouns.count <= 10
      && steps.count <= 9 && roles.values.allSatisfy { (0...10).contains($0) }
  }
}

/// The word lists ready for look-ups.
struct CoreferenceTables: Sendable {
  let pronouns: [String: Int]
  let male: Set<String>
  let female: Set<String>
  let stop: Set<String>
  let roles: [String: Int]
  let steps: [Int]
  /// First row of each field in the scorer's table.
  let offsets: [Int32]

  /// Makes the tables.
  init(_ words: CoreferenceWords) {
    var pronouns: [String: Int] = [:]
    for (number, line) in words.pronouns.enumerated() {
      for word in line { pronouns[word] = number + 1 }
    }
    self.pronouns = pronouns
    male = Set(words.male)
    female = Set(words.female)
    stop = Set(words.stop)
    roles = words.roles
    steps = words.steps
    var offset: Int32 = 0
    offsets = words.fields.map { rows in
      defer { offset += Int32(rows) }
      return offset
    }
  }

  /// Class of a distance: how many steps it reaches.
  func bucket(_ distance: Int) -> Int { steps.count { distance >= $0 } }
}
