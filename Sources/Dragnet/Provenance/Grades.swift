import DragnetText

/// Why a file of grades could not be read.
public enum GradesError: Error, Equatable, CustomStringConvertible {
  /// A line grades nothing.
  case badLine(file: String, line: Int, reason: String)

  /// Where and what.
  public var description: String {
    switch self {
    case .badLine(let file, let line, let reason): "\(file):\(line): \(reason)"
    }
  }
}

/// Grades of sources, as a person gives them.
///
/// A file has one source a line, in UTF-8, parted by tabs: its name, a grade like `B2`, and why. A name
/// is that of a document's file, of its outlet, or of the origin it has its news from; the first of
/// these that is graded counts. Empty lines and lines that start with `#` are skipped.
public struct Grades: Sendable, Equatable {
  /// One graded source.
  public struct Line: Sendable, Hashable {
    /// Its name as given.
    public var source: String
    /// Its grade.
    public var grade: Grade
    /// Its number in the file, from 1.
    public var number: Int

    /// Makes a line.
    public init(source: String, grade: Grade, number: Int) {
      self.source = source
      self.grade = grade
      self.number = number
    }
  }

  /// The sources, in the order of the file.
  public let lines: [Line]
  private let gradeOf: [String: Grade]

  /// Makes a list; by default an empty one. Of two lines for one source the last counts.
  public init(lines: [Line] = []) {
    self.lines = lines
    gradeOf = Dictionary(
      lines.map { (Grades.key($0.source), $0.grade) }, uniquingKeysWith: { _, last in last })
  }

  /// Reads the text of a file of grades.
  ///
  /// - Parameter file: the file's name, for messages.
  /// - Throws: `GradesError.badLine` for the first line that grades nothing, or one that a line before
  ///   has graded otherwise.
  public init(parsing text: String, file: String) throws(GradesError) {
    var lines: [Line] = []
    var seen: [String: Line] = [:]
    for (number, fields) in TabbedLines.fields(of: text) {
      func bad(_ reason: String) -> GradesError {
        .badLine(file: file, line: number, reason: reason)
      }
      guard fields.count >= 2, !fields[0].isEmpty else {
        throw bad("expected a source, a tab and a grade")
      }
      guard let grade = Grade(fields[1]) else {
        throw bad("'\(fields[1].prefix(40))' is no grade; use A to F, then 1 to 6 or nothing: B2")
      }
      let line = Line(source: fields[0], grade: grade, number: number)
      if let first = seen[Grades.key(fields[0])], first.grade != grade {
        throw bad("'\(fields[0])' was graded \(first.grade) in line \(first.number)")
      }
      seen[Grades.key(fields[0])] = line
      lines.append(line)
    }
    self.init(lines: lines)
  }

  /// The grade of a document: of its file, else of its outlet, else of its origin.
  public func grade(name: String, source: String?, origin: String) -> Grade? {
    for known in [name, source, origin] {
      if let known, let grade = gradeOf[Grades.key(known)] { return grade }
    }
    return nil
  }

  /// Lines whose source published none of the documents and is the origin of none.
  public func unused(in network: Network) -> [Line] {
    let known = Set(
      network.documents.flatMap { [$0.name, $0.source, $0.origin].compactMap { $0 } }
        .map(Grades.key))
    return lines.filter { !known.contains(Grades.key($0.source)) }
  }

  private static func key(_ name: String) -> String {
    let key = NameForm(name).withoutArticle.key
    return key.isEmpty ? name : key
  }
}

extension Network {
  /// Gives every document its grade, and where wanted every relation its credence.
  ///
  /// - Parameter weighting: true to compute `Relation.credence`.
  mutating func apply(_ grades: Grades, weighting: Bool) {
    for index in documents.indices {
      let document = documents[index]
      documents[index].grade = grades.grade(
        name: document.name, source: document.source, origin: document.origin)
    }
    guard weighting else { return }
    let texts = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    for index in relations.indices {
      // An origin counts as much as the best graded document that has the news from it.
      var weights: [String: Double] = [:]
      for evidence in relations[index].evidence {
        guard let text = texts[evidence.document] else { continue }
        let weight = text.grade?.weight ?? Grade.unjudged
        weights[text.origin] = max(weights[text.origin] ?? 0, weight)
      }
      let doubt = weights.keys.sorted().reduce(1.0) { $0 * (1 - (weights[$1] ?? 0)) }
      relations[index].credence = min(99, (100 * (1 - doubt)).rounded()) / 100
    }
  }
}
