/// A kind of block: a question that users put into a report, and the figure that answers it.
///
/// A new kind is one new file: a type that conforms, and its name in `BlockKinds.standard`. Programs
/// that use the library add their own to that list.
public protocol ReportBlock: Sendable {
  /// How the block is written.
  static var form: BlockForm { get }

  /// Takes the values and options, which fit `form`.
  init(_ arguments: BlockArguments) throws(BlockError)

  /// Answers the question from a case.
  func makeFigure(of matter: ReportCase) throws(BlockError) -> Figure
}

/// How a kind of block is written: its name, its values in their order, its options.
public struct BlockForm: Sendable, Hashable {
  /// A value or an option.
  public struct Parameter: Sendable, Hashable {
    /// What may stand there.
    public enum Values: Sendable, Hashable {
      /// Any text.
      case text
      /// A whole number of a range.
      case number(ClosedRange<Int>)
      /// One of these words.
      case words([String])
    }

    /// Its name.
    public let name: String
    /// What may stand there.
    public let values: Values
    /// True for a value that must be given.
    public let isRequired: Bool
    /// What it means, in a few words.
    public let meaning: String

    /// Describes a value or an option.
    public init(_ name: String, _ values: Values, isRequired: Bool = false, meaning: String) {
      self.name = name
      self.values = values
      self.isRequired = isRequired
      self.meaning = meaning
    }

    /// What may stand there, in words.
    var expectation: String {
      switch values {
      case .text: "a text: \(meaning)"
      case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
      case .words(let words): "one of " + words.joined(separator: ", ")
      }
    }
  }

  /// The word a block starts with.
  public let name: String
  /// What it shows, in one sentence.
  public let summary: String
  /// The values, in their order.
  public let values: [Parameter]
  /// The options, in any order.
  public let options: [Parameter]
  /// A block as one would write it.
  public let example: String

  /// Describes a kind of block.
  public init(
    _ name: String, summary: String, values: [Parameter] = [], options: [Parameter] = [],
    example: String
  ) {
    self.name = name
    self.summary = summary
    self.values = values
    self.options = options
    self.example = example
  }

  /// Options that every block takes.
  static let common: [Parameter] = [
    Parameter("caption", .text, meaning: "words to put before the caption"),
    Parameter("id", .text, meaning: "a name that links in the text lead to"),
  ]
}

/// The kinds of block a report knows.
public struct BlockKinds: Sendable {
  /// In the order they are listed in.
  public let kinds: [any ReportBlock.Type]

  /// Makes a list. Of two kinds of one name the last counts.
  public init(_ kinds: [any ReportBlock.Type]) { self.kinds = kinds }

  /// The kinds that Dragnet brings.
  public static let standard = BlockKinds([
    SummaryBlock.self, MapBlock.self, EgoBlock.self, PathBlock.self, RankingBlock.self,
    ConflictsBlock.self, TimelineBlock.self, EvidenceBlock.self, EntityBlock.self,
    SourcesBlock.self, MethodBlock.self,
  ])

  /// These and further ones.
  public func adding(_ more: (any ReportBlock.Type)...) -> BlockKinds {
    BlockKinds(kinds + more)
  }

  /// Reads one block and checks it against the form of its kind.
  func block(_ syntax: BlockSyntax) throws(BlockError) -> any ReportBlock {
    guard let kind = kinds.last(where: { $0.form.name == syntax.kind.text }) else {
      throw BlockError(
        syntax.kind.place, "there is no block '\(syntax.kind.text)'",
        expected: "one of " + kinds.map { $0.form.name }.joined(separator: ", "))
    }
    return try kind.init(BlockArguments(syntax, form: kind.form))
  }
}
