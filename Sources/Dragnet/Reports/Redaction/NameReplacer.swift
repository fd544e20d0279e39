import Foundation

/// Finds names in any text and puts roles in their place: in any case, with other accents, spaces,
/// hyphens or line ends between their words or none at all, in the plural and before a possessive.
struct NameReplacer: Sendable {
  /// A name and what stands for it.
  struct Form: Sendable, Hashable {
    let letters: [Unicode.Scalar]
    let role: String
    /// True for a single part of a person's name: taken for it only where it starts with a capital.
    let needsCapital: Bool
  }

  /// A replaced piece of a text.
  struct Edit {
    /// UTF-8 offsets before.
    let start: Int
    let end: Int
    let words: String
  }

  /// By first letter, the longest first.
  private let forms: [Unicode.Scalar: [Form]]

  init(_ names: [(name: String, role: String, needsCapital: Bool)]) {
    var known: Set<[Unicode.Scalar]> = []
    var forms: [Form] = []
    for (name, role, needsCapital) in names {
      let letters = FoldedText(name).units.map(\.scalar)
      guard !letters.isEmpty, known.insert(letters).inserted else { continue }
      forms.append(Form(letters: letters, role: role, needsCapital: needsCapital))
    }
    self.forms = Dictionary(grouping: forms, by: { $0.letters[0] })
      .mapValues { $0.sorted { $0.letters.count > $1.letters.count } }
  }

  /// The text with roles in the place of names.
  func redacted(_ text: String) -> String {
    let edits = edits(in: text)
    return edits.isEmpty ? text : NameReplacer.apply(edits, to: text)
  }

  /// True when a name stands in the text.
  func isNamed(in text: String) -> Bool { !edits(in: text).isEmpty }

  /// What to replace, in the order of the text, without overlaps.
  func edits(in text: String) -> [Edit] {
    guard !forms.isEmpty else { return [] }
    let folded = FoldedText(text)
    let units = folded.units
    let bytes = Array(text.utf8)
    var edits: [Edit] = []
    var index = 0
    while index < units.count {
      guard units[index].startsWord, let candidates = forms[units[index].scalar],
        let (last, form) = match(at: index, candidates, in: folded)
      else {
        index += 1
        continue
      }
      let start = units[index].start
      edits.append(
        Edit(
          start: start, end: units[last].end,
          words: isSentenceStart(start, bytes) ? capitalized(form.role) : form.role))
      index = last + 1
    }
    return edits
  }

  /// The longest name that starts at a unit and ends with a word; a plural ending belongs to it.
  private func match(
    at start: Int, _ candidates: [Form], in text: FoldedText
  ) -> (last: Int, form: Form)? {
    for form in candidates where !form.needsCapital || text.units[start].isCapital {
      guard start + form.letters.count <= text.units.count else { continue }
      var isSame = true
      for (offset, letter) in form.letters.enumerated() {
        let unit = text.units[start + offset]
        let isNear = offset == 0 || unit.start - text.units[start + offset - 1].end <= 12
        guard unit.scalar == letter, isNear else {
          isSame = false
          break
        }
      }
      guard isSame else { continue }
      let last = start + form.letters.count - 1
      if text.endsWord(at: last) { return (last, form) }
      let next = last + 1
      if text.units[next].scalar == "s", text.endsWord(at: next) { return (next, form) }
    }
    return nil
  }

  private func isSentenceStart(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    var index = offset - 1
    while index >= 0, [32, 34, 40].contains(bytes[index]) || bytes[index] >= 0x80 { index -= 1 }
    return index < 0 || [10, 13, 33, 46, 63].contains(bytes[index])
  }

  /// Makes the edits.
  static func apply(_ edits: [Edit], to text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var place = 0
    for edit in edits {
      result += bytes[place..<edit.start]
      result += Array(edit.words.utf8)
      place = edit.end
    }
    result += bytes[place...]
    return String(decoding: result, as: UTF8.self)
  }
}

/// Where the bytes of a text are after its edits.
struct EditedOffsets {
  private let edits: [NameReplacer.Edit]
  /// By edit: where its words start in the edited text.
  private let newStarts: [Int]

  init(_ edits: [NameReplacer.Edit]) {
    self.edits = edits
    var shift = 0
    newStarts = edits.map { edit in
      let start = edit.start + shift
      shift += edit.words.utf8.count - (edit.end - edit.start)
      return start
    }
  }

  /// The start of a range. Inside what was replaced, the start of what is there now.
  func start(_ offset: Int) -> Int { moved(offset, isStart: true) }
  /// The end of a range. Inside what was replaced, the end of what is there now.
  func end(_ offset: Int) -> Int { moved(offset, isStart: false) }

  private func moved(_ offset: Int, isStart: Bool) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].start < offset || (isStart && edits[middle].start == offset) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return offset }
    let edit = edits[low - 1]
    let newEnd = newStarts[low - 1] + edit.words.utf8.count
    if offset >= edit.end { return newEnd + (offset - edit.end) }
    return isStart ? newStarts[low - 1] : newEnd
  }
}
