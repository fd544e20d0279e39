import DragnetDiagram
import DragnetText
import Foundation

/// Answers the `dragnet` blocks of a Pandoc document, so that they come out as DOCX, LaTeX, EPUB,
/// Typst and whatever else Pandoc writes.
public struct PandocFilter: Sendable {
  /// What came of it.
  public struct Outcome: Sendable {
    /// The document with its blocks answered.
    public var document: PandocDocument
    /// The pictures it refers to, by path as it names them.
    public var files: [(name: String, contents: Data)]
    /// What is wrong with which block, from 1; the place is in the block.
    public var failures: [(block: Int, error: BlockError)]
  }

  private let matter: ReportCase
  private let kinds: BlockKinds
  private let target: String
  private let folder: String

  /// Prepares a filter.
  ///
  /// - Parameters:
  ///   - target: the format Pandoc writes, as it tells its filters: *docx*, *latex*, *html*.
  ///   - folder: the folder for pictures, relative to where Pandoc runs.
  public init(
    _ matter: ReportCase, target: String, folder: String = "dragnet-figures",
    kinds: BlockKinds = .standard
  ) {
    self.matter = matter
    self.target = target
    self.folder = folder
    self.kinds = kinds
  }

  /// Answers the blocks of a document.
  public func apply(to document: PandocDocument) -> Outcome {
    let report = Report(questions: document.questions, matter: matter, kinds: kinds)
    var writer = PandocWriter(report, folder: folder, target: target, document: document)
    let answers = report.blocks.map { writer.blocks($0) }
    var outcome = Outcome(document: document, files: [], failures: [])
    outcome.document.replaceQuestions(answers, ending: writer.evidence)
    outcome.files = writer.files
    for (index, block) in report.blocks.enumerated() {
      if case .failure(let error) = block.answer { outcome.failures.append((index + 1, error)) }
    }
    outcome.failures += writer.failures
    return outcome
  }
}

extension Report {
  /// Answers questions without a template around them.
  public init(questions: [String], matter: ReportCase, kinds: BlockKinds = .standard) {
    self.init(template: Template(questions: questions), matter: matter, kinds: kinds, folder: nil)
  }
}
