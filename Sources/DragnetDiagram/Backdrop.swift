/// What stands behind a diagram whose nodes the caller has placed: the lanes and the axis of a
/// timeline, the rows of a table. In the coordinates of the nodes' positions.
public enum Backdrop: Sendable, Hashable, Codable {
  /// Where words begin as seen from their place.
  public enum Alignment: String, Sendable, Hashable, Codable {
    /// To the right of it.
    case left
    /// Around it.
    case center
    /// To the left of it.
    case right
  }

  /// How words are set.
  public enum Style: String, Sendable, Hashable, Codable {
    /// Bold, in the color of the headline.
    case heading
    /// Small, in the color of the notes.
    case remark
  }

  /// A rectangle in the color of the paper, or tinted a little.
  case band(Box, isTinted: Bool)
  /// A thin line.
  case rule(from: Point, to: Point)
  /// Plain text, wrapped at `width` characters into three rows at most.
  case words(String, at: Point, alignment: Alignment, style: Style, width: Int)
}

extension Backdrop {
  /// The backdrop with all words measured. Use only inside `Graphviz.run`.
  static func furniture(of backdrop: [Backdrop], theme: Theme) -> [Furniture] {
    let texts = backdrop.map { $0.text(theme) }
    let sizes = Graphviz.measure(texts, font: theme.font)
    return backdrop.indices.map { index in
      switch backdrop[index] {
      case .band(let box, let isTinted): return .band(box, isTinted: isTinted)
      case .rule(let start, let end): return .rule(from: start, to: end)
      case .words(_, let place, let alignment, _, _):
        let size = sizes[index]
        let side =
          switch alignment {
          case .left: size.width / 2
          case .center: 0.0
          case .right: -size.width / 2
          }
        let box = Box(
          center: Point(x: place.x + side, y: place.y), width: size.width, height: size.height)
        return .text(texts[index], box, role: "backdrop")
      }
    }
  }

  private func text(_ theme: Theme) -> TextBlock {
    guard case .words(let words, _, let alignment, let style, let width) = self else {
      return TextBlock(rows: [])
    }
    let isHeading = style == .heading
    return TextBlock(
      rows: Wording.wrap(words, width: max(width, 4), lines: 3).map {
        [
          TextBlock.Run(
            text: $0, size: isHeading ? 12 : 9, color: isHeading ? theme.ink : theme.secondary,
            isBold: isHeading)
        ]
      },
      alignment: alignment == .left ? .left : alignment == .right ? .right : .center)
  }
}

extension Furniture {
  /// Its words.
  var text: TextBlock? {
    switch self {
    case .text(let text, _, _), .name(let text, _, _, _), .heading(let text, _, _): text
    case .shape, .line, .band, .rule: nil
    }
  }

  /// The ground it covers.
  var box: Box {
    switch self {
    case .text(_, let box, _), .name(_, let box, _, _), .heading(_, let box, _),
      .shape(_, let box, _), .band(let box, _):
      box
    case .rule(let start, let end), .line(_, _, let start, let end):
      Box(center: start, width: 0, height: 0).union(Box(center: end, width: 0, height: 0))
    }
  }
}

extension Theme {
  /// A little darker or lighter than the paper.
  var wash: String { Theme.mixed(paper, faint, share: 0.22) }
}
