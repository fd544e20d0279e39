import DragnetText

/// A person's judgements as they bear on the chains that were read.
///
/// A side means the chains whose own name it is; only where there is none, those whose name differs
/// by the legal form, and only where there is none of those either, those that the text also calls so.
struct Overrules {
  /// What became of one judgement.
  struct Fate {
    let line: Judgements.Line
    /// Indices into the records: of the left side, of the right.
    var left: [Int]
    var right: [Int]
    /// Why it could not be applied; nil when it was.
    var fault: Fault?
  }

  /// Why a judgement bears on nothing.
  enum Fault: Equatable {
    /// A side names nothing that was read; the reason says which.
    case unmatched(String)
    /// It contradicts itself or others; the reason says whom.
    case contradicted(String)
  }

  /// By line, in the order of the file.
  var fates: [Fate]
  /// By record: the sides of *different* lines that mean it, `2 · line` the left, one more the right.
  private(set) var tags: [Int: Set<Int>] = [:]

  /// Nobody overrules anything.
  static let none = Overrules()

  private init() { fates = [] }

  init(_ judgements: Judgements, readings: [Reading], records: [ChainRecord]) {
    fates = []
    guard !judgements.lines.isEmpty else { return }
    let index = NameIndex(judgements, readings: readings, records: records)
    for (place, line) in judgements.lines.enumerated() {
      var fate = Fate(line: line, left: index.records(of: line.left), right: [], fault: nil)
      fate.right = index.records(of: line.right)
      if let missing = fate.left.isEmpty ? line.left : fate.right.isEmpty ? line.right : nil {
        fate.fault = .unmatched(index.absence(of: missing))
      } else if !line.isSame {
        // What one text calls by both names cannot be parted.
        let both = Set(fate.left).intersection(fate.right)
        fate.left.removeAll(where: both.contains)
        fate.right.removeAll(where: both.contains)
        if fate.left.isEmpty || fate.right.isEmpty {
          fate.fault = .contradicted("both sides name the same mentions")
        } else {
          for record in fate.left { tags[record, default: []].insert(2 * place) }
          for record in fate.right { tags[record, default: []].insert(2 * place + 1) }
        }
      }
      fates.append(fate)
    }
  }
}

/// Finds the chains that the sides of judgements mean.
private struct NameIndex {
  private let readings: [Reading]
  private let records: [ChainRecord]
  private var byName: [String: [Int]] = [:]
  private var byForm: [String: [Int]] = [:]
  private var byMention: [String: [Int]] = [:]

  init(_ judgements: Judgements, readings: [Reading], records: [ChainRecord]) {
    self.readings = readings
    self.records = records
    let names = judgements.lines.flatMap { [$0.left.name, $0.right.name] }
    let wanted = Set(names.map { NameForm($0).withoutArticle.key })
    let bare = Set(names.map { NameForm($0).withoutLegalForm.key })
    for (index, record) in records.enumerated() {
      let reading = readings[record.reading]
      let chain = reading.chains[record.chain]
      let name = NameForm(chain.name).withoutArticle.key
      if wanted.contains(name) { byName[name, default: []].append(index) }
      if bare.contains(record.form.key) { byForm[record.form.key, default: []].append(index) }
      var spoken = Set(chain.aliases)
      for mention in chain.mentions where reading.mentions[mention].kind != .pronoun {
        spoken.insert(reading.document.quote(reading.mentions[mention].range))
      }
      for key in Set(spoken.map { NameForm($0).withoutArticle.key }) where wanted.contains(key) {
        byMention[key, default: []].append(index)
      }
    }
  }

  func records(of side: Judgements.Side) -> [Int] {
    let name = NameForm(side.name)
    let tiers = [
      byName[name.withoutArticle.key], byForm[name.withoutLegalForm.key],
      byMention[name.withoutArticle.key],
    ]
    for tier in tiers {
      let found = (tier ?? []).filter { records[$0].type == side.type && isMeant(by: side, $0) }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func isMeant(by side: Judgements.Side, _ index: Int) -> Bool {
    let reading = readings[records[index].reading]
    guard let document = side.document else { return true }
    let name = reading.document.name
    guard name == document || name.hasSuffix("/" + document) else { return false }
    guard let words = side.words else { return true }
    let text = reading.document.text
    let places = text.ranges(of: words).map { range in
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return start..<(start + words.utf8.count)
    }
    return reading.chains[records[index].chain].mentions.contains { mention in
      let range = reading.mentions[mention].range
      return places.contains { $0.lowerBound < range.end && range.start < $0.upperBound }
    }
  }

  /// Why a side names nothing, with what it may have been meant to say.
  func absence(of side: Judgements.Side) -> String {
    let key = NameForm(side.name).withoutArticle.key
    let alike = (byName[key] ?? []) + (byMention[key] ?? [])
    let types = Set(alike.map { records[$0].type }).sorted().map(\.rawValue)
    let place = side.document.map { " in \($0)" } ?? ""
    let words = side.words.map { " within “\($0)”" } ?? ""
    let nothing = "no \(side.type.rawValue) is called '\(side.name)'\(place)\(words)"
    return alike.isEmpty
      ? nothing : nothing + "; the name is that of: " + types.joined(separator: ", ")
  }
}
