import DragnetDiagram
import DragnetText

/// An answer of a case to one question: a picture, a table or a few sentences, with the caption, the
/// words for those who do not see it, and what it rests on.
///
/// A figure knows no format. `Report` writes it as HTML, as Markdown or into a Pandoc document.
public struct Figure: Sendable, Hashable {
  /// What a figure is counted and named as.
  public enum Form: String, Sendable, Hashable {
    /// *Figure 3*: a diagram, with a table that says the same.
    case picture
    /// *Table 3*.
    case table
    /// Text without a number.
    case text
  }

  /// A part of what stands below the picture.
  public enum Part: Sendable, Hashable {
    /// A paragraph.
    case paragraph(Prose)
    /// A list.
    case list([Prose])
    /// Names and what is said of each: *Role*, *Country*.
    case facts([Fact])
    /// A table.
    case table(FigureTable)
  }

  /// One line of a list of facts.
  public struct Fact: Sendable, Hashable {
    /// What it tells.
    public var name: String
    /// What it says.
    public var text: Prose

    /// Makes a fact.
    public init(_ name: String, _ text: Prose) {
      self.name = name
      self.text = text
    }
  }

  /// What it is.
  public var form: Form
  /// What it shows, in a sentence or two; the report puts the number before it.
  public var caption: Prose
  /// The heading of a text; empty for none.
  public var heading: String
  /// The diagram, for a picture. Its lines lead to `#` and an anchor of the report.
  public var diagram: Diagram?
  /// How the diagram is placed.
  public var layout: Layout
  /// The diagram in words, from what the case says.
  public var alternativeText: String
  /// What stands below the picture.
  public var parts: [Part]
  /// The claims it rests on: when one of them is another, the figure is out of date.
  public var supports: [Support]
  /// The entity whose card it is: links to the entity lead here.
  public var entity: String?

  /// Makes a figure.
  public init(
    _ form: Form, caption: Prose = Prose(), heading: String = "", diagram: Diagram? = nil,
    layout: Layout = .automatic, alternativeText: String = "", parts: [Part] = [],
    supports: [Support] = [], entity: String? = nil
  ) {
    self.form = form
    self.caption = caption
    self.heading = heading
    self.diagram = diagram
    self.layout = layout
    self.alternativeText = alternativeText
    self.parts = parts
    self.supports = supports
    self.entity = entity
  }

  /// Every sentence that caption and parts cite.
  public var evidence: [Evidence] {
    caption.evidence
      + parts.flatMap { part -> [Evidence] in
        switch part {
        case .paragraph(let prose): prose.evidence
        case .list(let items): items.flatMap(\.evidence)
        case .facts(let facts): facts.flatMap(\.text.evidence)
        case .table(let table): table.rows.flatMap { $0.flatMap(\.evidence) }
        }
      }
  }
}

/// A table of a figure. The first cell of a row names the row.
public struct FigureTable: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// Its heading.
    public var title: String
    /// True when its cells are numbers, set to the right.
    public var isNumber: Bool

    /// Makes a column.
    public init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  /// What the table holds, for those who come to it without the figure.
  public var title: String
  /// The columns.
  public var columns: [Column]
  /// A cell for each column.
  public var rows: [[Prose]]

  /// Makes a table.
  public init(_ title: String, columns: [Column], rows: [[Prose]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}
