/// Colors, shapes and fonts by kind of node and family of line.
///
/// Colors are `#RRGGBB`. Kinds differ in shape as well as in color, so that they can be told apart
/// in black and white.
public struct Theme: Sendable, Hashable, Codable {
  /// The outline of a node.
  public enum Shape: String, Sendable, Hashable, Codable {
    /// A box with round corners.
    case rounded
    /// A box with round corners and a double border.
    case doubleRounded
    /// A box.
    case box
    /// A box with a double border.
    case doubleBox
    /// An ellipse.
    case ellipse
    /// A sheet with a folded corner.
    case note
    /// A box with a stroke across each corner.
    case plaque
    /// Words without an outline.
    case plain
  }

  /// How a kind of node is drawn.
  public struct NodeStyle: Sendable, Hashable, Codable {
    /// The outline.
    public var shape: Shape
    /// Color inside.
    public var fill: String
    /// Color of the border.
    public var stroke: String
    /// Color of the name.
    public var text: String

    /// Makes a style.
    public init(shape: Shape, fill: String, stroke: String, text: String) {
      self.shape = shape
      self.fill = fill
      self.stroke = stroke
      self.text = text
    }
  }

  /// Its name, a CSS class of the drawing: *light*, *dark*, *print*, *safe*.
  public var name: String
  /// Background.
  public var paper: String
  /// Headline.
  public var ink: String
  /// Subtitle, second lines, notes.
  public var secondary: String
  /// What stands back.
  public var faint: String
  /// The alert sign.
  public var alert: String
  /// Font families for everything but the headline, first choice first. The first should be
  /// installed where the drawing is made, or shapes are measured for another font.
  public var font: String
  /// Font families for the headline.
  public var titleFont: String
  /// By name of kind.
  public var kinds: [String: NodeStyle]
  /// For other kinds.
  public var otherKind: NodeStyle
  /// Colors by name of family.
  public var families: [String: String]
  /// For other families.
  public var otherFamily: String
  /// For clusters, in turn.
  public var palette: [String]

  /// Makes a theme.
  public init(
    name: String, paper: String, ink: String, secondary: String, faint: String, alert: String,
    font: String = "Liberation Sans,Arial,Helvetica,sans-serif",
    titleFont: String = "Liberation Serif,Times New Roman,Georgia,serif",
    kinds: [String: NodeStyle], otherKind: NodeStyle, families: [String: String],
    otherFamily: String, palette: [String] = Theme.communityColors
  ) {
    self.name = name
    self.paper = paper
    self.ink = ink
    self.secondary = secondary
    self.faint = faint
    self.alert = alert
    self.font = font
    self.titleFont = titleFont
    self.kinds = kinds
    self.otherKind = otherKind
    self.families = families
    self.otherFamily = otherFamily
    self.palette = palette
  }

  /// Tableau's twenty, paired by hue, the strong ones first (Stone, "How we designed the new color
  /// palettes in Tableau 10", 2016).
  public static let communityColors = [
    "#4E79A7", "#F28E2B", "#59A14F", "#E15759", "#76B7B2", "#B07AA1", "#EDC948", "#9C755F",
    "#FF9DA7", "#499894", "#B6992D", "#D37295", "#8CD17D", "#79706E",
  ]

  /// The color of a cluster.
  func color(of cluster: Diagram.Cluster, at index: Int) -> String {
    if let own = cluster.color, Theme.isColor(own) { return own }
    return palette.isEmpty ? otherFamily : palette[index % palette.count]
  }

  /// True for `#RRGGBB`.
  static func isColor(_ text: String) -> Bool {
    text.utf8.count == 7 && text.hasPrefix("#") && text.dropFirst().allSatisfy(\.isHexDigit)
  }

  /// How a kind is drawn.
  public func style(ofKind kind: String) -> NodeStyle {
    kinds[kind] ?? derivedStyle(ofKind: kind) ?? otherKind
  }
  /// The color of a family.
  public func color(ofFamily family: String) -> String {
    families[family] ?? derivedColor(ofFamily: family) ?? otherFamily
  }

  /// False when families share one color, so that a legend of them would say nothing.
  var tellsFamilies: Bool { Set(families.values).count > 2 }

  /// Whether a sample in a legend looks unlike the other samples of its sort.
  func tells(_ sample: Diagram.LegendEntry.Sample) -> Bool {
    switch sample {
    case .family: tellsFamilies
    case .kind(let kind) where kind.hasPrefix("event-"): tellsFamilies
    default: true
    }
  }

  /// Tints on warm white, for the screen and for color print.
  public static let light = Theme(
    name: "light", paper: "#FBFAF7", ink: "#1A1A1A", secondary: "#6B655C", faint: "#C9C5BC",
    alert: "#C2410C",
    kinds: kinds(
      person: ("#FCE9C8", "#B9781B", "#5A3A08"), organization: ("#F6D9D5", "#A8322A", "#5E1510"),
      agency: ("#D8E6F3", "#2B6CA3", "#123A5C"), place: ("#DDEEDF", "#3F8453", "#1C4A2A"),
      group: ("#E7E1F1", "#6A51A3", "#35235E"), other: ("#FFFFFF", "#444444", "#111111")),
    otherKind: NodeStyle(shape: .box, fill: "#ECECEC", stroke: "#8A8A8A", text: "#3F3F3F"),
    families: [
      "command": "#A8322A", "harm": "#B03A75", "enforcement": "#2B6CA3", "place": "#3A7A4D",
      "money": "#8A6623", "contact": "#5F5596", "reporting": "#6B6B6B",
    ],
    otherFamily: "#5C6166")

  /// Light on near-black, for the screen.
  public static let dark = Theme(
    name: "dark", paper: "#14171C", ink: "#F5F3EE", secondary: "#B9B4AA", faint: "#4A4F57",
    alert: "#FFB454",
    kinds: kinds(
      person: ("#5A4115", "#E0B060", "#FFF3DC"), organization: ("#5A201C", "#F08A80", "#FFE9E6"),
      agency: ("#1D3F5E", "#7FB8EC", "#E6F2FD"), place: ("#234A2F", "#7FCB94", "#E4F6E8"),
      group: ("#3A2E57", "#B6A3E6", "#EFEAFB"), other: ("#22262B", "#C9CDD2", "#F5F3EE")),
    otherKind: NodeStyle(shape: .box, fill: "#3B3B3B", stroke: "#A5A5A5", text: "#F0F0F0"),
    families: [
      "command": "#FF7B6B", "harm": "#F06BAA", "enforcement": "#6FB3F2", "place": "#7FCB94",
      "money": "#E0B873", "contact": "#B6A3E6", "reporting": "#9AA0A6",
    ],
    otherFamily: "#B4B9BE")

  /// White paper and dark lines, for black-and-white printers: kinds by shape, families by words.
  public static let print = Theme(
    name: "print", paper: "#FFFFFF", ink: "#000000", secondary: "#444444", faint: "#BBBBBB",
    alert: "#000000",
    kinds: kinds(
      person: ("#FFFFFF", "#222222", "#000000"), organization: ("#E4E4E4", "#111111", "#000000"),
      agency: ("#F4F4F4", "#222222", "#000000"), place: ("#FFFFFF", "#555555", "#000000"),
      group: ("#EFEFEF", "#333333", "#000000"), other: ("#FFFFFF", "#666666", "#000000")),
    otherKind: NodeStyle(shape: .box, fill: "#FFFFFF", stroke: "#777777", text: "#000000"),
    families: ["reporting": "#757575"], otherFamily: "#333333",
    palette: ["#333333", "#6E6E6E", "#4D4D4D", "#757575"])

  /// For color-blind readers: kinds and clusters in the eight hues of Okabe and Ito ("Color universal
  /// design", 2008); families in darker ones near them, chosen so that words in them can be read and
  /// that they stay apart under simulated protanopia, deuteranopia and tritanopia (Machado, Oliveira and
  /// Fernandes, 2009).
  public static let colorBlindSafe = Theme(
    name: "safe", paper: "#FFFFFF", ink: "#111111", secondary: "#555555", faint: "#BDBDBD",
    alert: "#B84A0A",
    kinds: kinds(
      person: ("#FDF3DD", "#B07800", "#111111"), organization: ("#FBE6DA", "#D55E00", "#111111"),
      agency: ("#DCEBF5", "#0072B2", "#111111"), place: ("#DAF0EA", "#00875F", "#111111"),
      group: ("#F8EAF2", "#B0568A", "#111111"), other: ("#FFFFFF", "#444444", "#111111")),
    otherKind: NodeStyle(shape: .box, fill: "#EEEEEE", stroke: "#777777", text: "#222222"),
    families: [
      "command": "#5E2900", "harm": "#693570", "enforcement": "#0075B3", "place": "#024C39",
      "money": "#8F6313", "contact": "#1D1776", "reporting": "#6A6D77",
    ],
    otherFamily: "#4A4A4A",
    palette: [
      "#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#F0E442", "#555555",
    ])

  private typealias Colors = (fill: String, stroke: String, text: String)

  private static func kinds(
    person: Colors, organization: Colors, agency: Colors, place: Colors, group: Colors,
    other: Colors
  ) -> [String: NodeStyle] {
    func style(_ shape: Shape, _ colors: Colors) -> NodeStyle {
      NodeStyle(shape: shape, fill: colors.fill, stroke: colors.stroke, text: colors.text)
    }
    return [
      "person": style(.rounded, person), "organization": style(.box, organization),
      "agency": style(.doubleBox, agency), "place": style(.ellipse, place),
      "group": style(.doubleRounded, group), "other": style(.note, other),
    ]
  }
}
