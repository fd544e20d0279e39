/// Shapes and lines to draw, with their words, and nothing about how they are placed.
///
/// All text is plain: whatever stands in it is shown as it is. It is never read as markup, so names
/// from untrusted documents are safe. Control and bidirectional override characters are replaced,
/// long text is wrapped and cut with *…*; the tooltip keeps more of it.
public struct Diagram: Sendable, Hashable, Codable {
  /// How much a shape or a line stands out.
  public enum Emphasis: String, Sendable, Hashable, Codable {
    /// In pale grey, behind the rest.
    case faint
    /// As the theme draws its kind.
    case normal
    /// With a heavier border.
    case strong
    /// In inverted colors: what the diagram is about.
    case focus
  }

  /// A shape with a name.
  public struct Node: Sendable, Hashable, Identifiable, Codable {
    /// Unique in the diagram.
    public var id: String
    /// Name of a kind of the theme; an unknown kind is drawn as the theme's fallback.
    public var kind: String
    /// The name.
    public var label: String
    /// A small second line.
    public var detail: String?
    /// Shown on hover and read out.
    public var tooltip: String?
    /// Where a click leads: `http`, `https`, `mailto`, a relative path or `#fragment`. Anything else
    /// is dropped.
    public var link: String?
    /// Importance, 0...1; sets the size of the type.
    public var size: Double
    /// How much it stands out.
    public var emphasis: Emphasis
    /// Marks it with the theme's alert sign (*≠*).
    public var isMarked: Bool
    /// CSS classes beside `node` and `kind-…`.
    public var classes: [String]
    /// Running text below, in small italics, 36 characters wide and nine rows at most: a quotation.
    public var body: String? = nil
    /// Its center, when the caller has placed it: kept exactly by every layout but dot, osage and
    /// patchwork, and by these when every node has one.
    public var position: Point?
    /// For scripts: `data-KEY="VALUE"` in an SVG. Keys are brought to small letters, digits and `-`.
    public var data: [String: String]

    /// Makes a node.
    public init(
      id: String, kind: String, label: String, detail: String? = nil, tooltip: String? = nil,
      link: String? = nil, size: Double = 0, emphasis: Emphasis = .normal, isMarked: Bool = false,
      classes: [String] = [], position: Point? = nil, data: [String: String] = [:]
    ) {
      self.id = id
      self.kind = kind
      self.label = label
      self.detail = detail
      self.tooltip = tooltip
      self.link = link
      self.size = size
      self.emphasis = emphasis
      self.isMarked = isMarked
      self.classes = classes
      self.position = position
      self.data = data
    }
  }

  /// Which ends of a line carry an arrow.
  public enum Direction: String, Sendable, Hashable, Codable {
    /// At `to`.
    case forward
    /// At `from`.
    case backward
    /// At both ends.
    case both
    /// At neither.
    case none
  }

  /// How a line is stroked.
  public enum Dash: String, Sendable, Hashable, Codable {
    /// Without gaps.
    case solid
    /// In dashes.
    case dashed
    /// In dots.
    case dotted
  }

  /// A few words on a line.
  public struct Label: Sendable, Hashable, Codable {
    /// The words.
    public var text: String
    /// Which way they read, where the line carries words for both ways; shown as an arrow sign.
    public var direction: Direction
    /// Name of a family of the theme; nil takes the line's.
    public var family: String?
    /// True for what is not said as fact; set in italics.
    public var isTentative: Bool
    /// Marks it with the theme's alert sign (*≠*).
    public var isMarked: Bool

    /// Makes a label.
    public init(
      _ text: String, direction: Direction = .none, family: String? = nil,
      isTentative: Bool = false, isMarked: Bool = false
    ) {
      self.text = text
      self.direction = direction
      self.family = family
      self.isTentative = isTentative
      self.isMarked = isMarked
    }
  }

  /// A line between two nodes.
  public struct Line: Sendable, Hashable, Identifiable, Codable {
    /// Unique in the diagram.
    public var id: String
    /// Id of the node it starts at.
    public var from: String
    /// Id of the node it ends at.
    public var to: String
    /// Name of a family of the theme; an unknown family is drawn as the theme's fallback.
    public var family: String
    /// One below the other on the line.
    public var labels: [Label]
    /// Shown on hover and read out.
    public var tooltip: String?
    /// Where a click leads, as for nodes.
    public var link: String?
    /// Of the stroke, in points, 0.25...8.
    public var width: Double
    /// How it is stroked.
    public var dash: Dash
    /// Which ends carry an arrow.
    public var direction: Direction
    /// How much it stands out.
    public var emphasis: Emphasis
    /// CSS classes beside `line` and `family-…`.
    public var classes: [String]
    /// For scripts: `data-KEY="VALUE"` in an SVG, as for nodes.
    public var data: [String: String]
    /// Its way from tip to tip, as 3*k* + 1 control points of cubic Bézier pieces; used when every node
    /// has a position. Nil leaves the way to the layout.
    public var course: [Point]? = nil

    /// Makes a line.
    public init(
      id: String, from: String, to: String, family: String, labels: [Label] = [],
      tooltip: String? = nil, link: String? = nil, width: Double = 1, dash: Dash = .solid,
      direction: Direction = .forward, emphasis: Emphasis = .normal, classes: [String] = [],
      data: [String: String] = [:]
    ) {
      self.id = id
      self.from = from
      self.to = to
      self.family = family
      self.labels = labels
      self.tooltip = tooltip
      self.link = link
      self.width = width
      self.dash = dash
      self.direction = direction
      self.emphasis = emphasis
      self.classes = classes
      self.data = data
    }
  }

  /// Nodes that belong together, on a soft shape behind everything, with a heading. Every layout draws
  /// it; all but circo and twopi also bring the nodes together. In points the nodes take its color.
  public struct Cluster: Sendable, Hashable, Identifiable, Codable {
    /// Unique in the diagram.
    public var id: String
    /// Its heading.
    public var label: String
    /// Ids of its nodes. A node stands in one cluster at most.
    public var nodes: [String]
    /// `#RRGGBB`; nil takes the next of the theme's palette.
    public var color: String?

    /// Makes a cluster.
    public init(id: String, label: String, nodes: [String], color: String? = nil) {
      self.id = id
      self.label = label
      self.nodes = nodes
      self.color = color
    }
  }

  /// A line of the legend.
  public struct LegendEntry: Sendable, Hashable, Codable {
    /// What the sample shows.
    public enum Sample: Sendable, Hashable, Codable {
      /// A shape of this kind.
      case kind(String)
      /// A line of this family.
      case family(String)
      /// A line stroked so.
      case dash(Dash)
      /// The theme's alert sign.
      case mark
    }

    /// What the sample shows.
    public var sample: Sample
    /// What it means.
    public var text: String

    /// Makes an entry.
    public init(_ sample: Sample, _ text: String) {
      self.sample = sample
      self.text = text
    }
  }

  /// What nodes are drawn as.
  public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
    /// Shapes up to 400 nodes and 1,200 lines, points above.
    case automatic
    /// Shapes that hold their names.
    case shapes
    /// Points sized by importance, with the names of the most important: a map.
    case points
  }

  /// Which way ranked layouts grow.
  public enum Flow: String, Sendable, Hashable, Codable {
    /// From top to bottom.
    case down
    /// From left to right.
    case right
  }

  /// The headline.
  public var title: String
  /// The sentence below the headline.
  public var subtitle: String
  /// In any order: the order does not change the drawing.
  public var nodes: [Node]
  /// In any order.
  public var lines: [Line]
  /// In any order.
  public var clusters: [Cluster]
  /// Sets of node ids that dot puts on one level.
  public var ranks: [[String]]
  /// Which way dot grows.
  public var flow: Flow
  /// What nodes are drawn as.
  public var form: Form
  /// Behind everything; of use when every node has a position.
  public var backdrop: [Backdrop] = []
  /// Shown in this order.
  public var legend: [LegendEntry]
  /// Small print below the drawing, one paragraph each: what was left out, what to beware of.
  public var notes: [String]

  /// Makes a diagram.
  public init(
    title: String = "", subtitle: String = "", nodes: [Node] = [], lines: [Line] = [],
    clusters: [Cluster] = [], ranks: [[String]] = [], flow: Flow = .down,
    form: Form = .automatic, legend: [LegendEntry] = [], notes: [String] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.nodes = nodes
    self.lines = lines
    self.clusters = clusters
    self.ranks = ranks
    self.flow = flow
    self.form = form
    self.legend = legend
    self.notes = notes
  }
}
