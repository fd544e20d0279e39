/// A way to set the labels of a line: in full, wrapped, or the first few with *+2* for the rest.
struct LabelForm: Sendable, Hashable, Codable {
  /// The most characters in a row.
  static let width = 30

  /// How many of the labels are written out, from the first.
  var count: Int
  /// True when a label takes two rows.
  var isWrapped = false
  /// As measured; the center means nothing.
  var size = Box(center: Point(x: 0, y: 0), width: 0, height: 0)

  /// The forms for a line, the fullest first; none when it has no words. Three labels are written out
  /// at most.
  static func all(for line: Diagram.Line) -> [LabelForm] {
    let labels = line.labels
    guard labels.contains(where: { !$0.text.isEmpty }) else { return [] }
    var forms: [LabelForm] = []
    for count in stride(from: min(labels.count, 3), to: 0, by: -1) {
      forms.append(LabelForm(count: count))
      let wraps = labels.prefix(count).contains { $0.text.contains(" ") && $0.text.count > 6 }
      if count <= 2, wraps { forms.append(LabelForm(count: count, isWrapped: true)) }
    }
    return forms
  }

  /// The characters in a row that bring a label to two rows.
  static func wrappingWidth(of label: Diagram.Label) -> Int {
    let longest = label.text.split(separator: " ").map(\.count).max() ?? 0
    return min(width, max(longest, (label.text.count + 1) / 2))
  }
}
