extension Theme {
  /// Kinds every theme draws though it does not name them: what stands beside the things a network is
  /// about. Their colors are made of the theme's own.
  ///
  /// - `question`, `value`: what is asked, and what is answered.
  /// - `document`, `source`, `origin`: where it stands, who published it, who it came from.
  /// - `event`, `quote`, `word`: something that happened, a sentence, a word of one.
  /// - `event-` and a family: something that happened, in the color of that family.
  /// - `tally`: a number.
  /// - `more`, `community`: many folded into one.
  /// - `new`, `gone`, `changed`, `same`: what became of it since.
  func derivedStyle(ofKind kind: String) -> NodeStyle? {
    let quiet = Theme.mixed(paper, faint, share: 0.35)
    func tinted(_ shape: Shape, _ color: String) -> NodeStyle {
      NodeStyle(shape: shape, fill: Theme.mixed(paper, color, share: 0.14), stroke: color, text: ink)
    }
    switch kind {
    case "question": return NodeStyle(shape: .box, fill: quiet, stroke: ink, text: ink)
    case "value", "event": return NodeStyle(shape: .rounded, fill: paper, stroke: ink, text: ink)
    case "document": return NodeStyle(shape: .note, fill: paper, stroke: secondary, text: ink)
    case "source": return NodeStyle(shape: .rounded, fill: quiet, stroke: secondary, text: ink)
    case "origin": return NodeStyle(shape: .plaque, fill: quiet, stroke: ink, text: ink)
    case "quote", "word": return NodeStyle(shape: .plain, fill: paper, stroke: paper, text: ink)
    case "tally": return NodeStyle(shape: .ellipse, fill: paper, stroke: secondary, text: ink)
    case "more": return NodeStyle(shape: .rounded, fill: paper, stroke: faint, text: secondary)
    case "community": return NodeStyle(shape: .ellipse, fill: quiet, stroke: secondary, text: ink)
    case "new": return tinted(.doubleRounded, color(ofFamily: "new"))
    case "gone": return tinted(.note, color(ofFamily: "gone"))
    case "changed": return tinted(.plaque, color(ofFamily: "changed"))
    case "same": return NodeStyle(shape: .rounded, fill: paper, stroke: secondary, text: secondary)
    default:
      guard kind.hasPrefix("event-") else { return nil }
      return tinted(.rounded, color(ofFamily: String(kind.dropFirst(6))))
    }
  }

  /// Families every theme draws though it does not name them: how an answer stands, what became of a
  /// line since.
  func derivedColor(ofFamily family: String) -> String? {
    // A theme of one hue tells by dashes and words.
    guard tellsFamilies else { return nil }
    switch family {
    case "conflict", "gone": return families["harm"]
    case "support", "same": return secondary
    case "dissolved", "new": return families["place"]
    case "changed": return alert
    default: return nil
    }
  }
}
