import DragnetText

/// The parts of a page that are not its article: menus, share lines, teasers, credits, copyright.
///
/// Recognized line by line, by wordings and shapes that news pages share. A line of prose that only
/// contains such words is not furniture: requests count when they open the line and speak to the
/// reader, credits when they end it, names of sections when nothing else stands there.
public struct PageFurniture: Sendable, Equatable {
  /// What a piece of furniture is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Menus, breadcrumbs and controls.
    case navigation
    /// Buttons and lines that ask to share or to follow.
    case share
    /// Requests to subscribe, sign up, donate or write in.
    case subscribe
    /// Leads to other articles, and lists of them.
    case teaser
    /// Image captions and picture or source credits.
    case credit
    /// Advertisement marks.
    case advertisement
    /// Copyright and rights lines.
    case copyright
    /// How long the article takes to read.
    case readingTime
    /// A line that only gives a date or the time.
    case date
    /// Who wrote it, or helped.
    case byline
    /// What the page says about its author.
    case biography
    /// Comment boxes.
    case comments
    /// Consent banners and script notices.
    case cookies
    /// Lists of tags and topics.
    case tags
    /// Embedded posts of social networks.
    case embed
    /// A headline or caption that stood before.
    case repetition
    /// A running head or foot of a printed page.
    case runningHead
    /// Front matter, images and link definitions of Markdown.
    case markup
  }

  /// One line that is furniture.
  public struct Piece: Sendable, Equatable {
    /// Where the line stands, without the white space around it.
    public let range: TextRange
    /// What it is.
    public let kind: Kind
  }

  /// The lines that are furniture, in order, not overlapping.
  public let pieces: [Piece]

  /// Looks for furniture in a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(of text: String) {
    self.init(lines: PageLine.lines(of: text))
  }

  init(lines: [PageLine]) {
    var finder = FurnitureFinder(lines: lines)
    let kinds = finder.kinds()
    pieces = zip(lines, kinds).compactMap { line, kind in
      kind.map { Piece(range: line.range, kind: $0) }
    }
  }

  /// The ranges of the pieces, in order, not overlapping.
  public var ranges: [TextRange] { pieces.map(\.range) }
}
