/// What an SVG carries beside the drawing.
public struct SVGOptions: Sendable, Hashable, Codable {
  /// Put before every id, so that several drawings can stand on one page.
  public var idPrefix: String
  /// True adds a script to the file: zoom and pan, highlighting of neighbors, search, switches for
  /// families of lines and for what is contested. Without scripts the file shows the same drawing. Leave
  /// it off where the SVG is put into a page.
  public var isInteractive: Bool
  /// A second theme, which the file takes on where its reader prefers dark colors. It should differ from
  /// the drawing's own in colors only.
  public var darkTheme: Theme?

  /// Makes options; by default a drawing without script that always looks the same.
  public init(
    idPrefix: String = "dragnet-", isInteractive: Bool = false, darkTheme: Theme? = nil
  ) {
    self.idPrefix = idPrefix
    self.isInteractive = isInteractive
    self.darkTheme = darkTheme
  }
}
