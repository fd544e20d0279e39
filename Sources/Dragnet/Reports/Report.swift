import DragnetText
import Foundation

/// A Markdown text whose fenced `dragnet` blocks are questions about a case, and their answers.
///
///     let network = try Network(contentsOf: URL(fileURLWithPath: "case/network.json"))
///     let report = Report("# Harbor\n\n```dragnet\nranking betweenness\n```\n", network: network)
///     for failure in report.failures { print(failure) }
///     try Data(report.html().text.utf8).write(to: URL(fileURLWithPath: "harbor.html"))
///
/// A block that is wrong, or that the case cannot answer, breaks itself only. The same template and
/// the same network give the same bytes.
public struct Report: Sendable {
  /// One block and its answer.
  public struct Block: Sendable {
    /// The question in one line, options in order; as written where it could not be read.
    public let question: String
    /// Line and column of the question in the template.
    public let place: BlockPlace
    /// *Figure 2*, *Table 1*; nil for text and for what is broken.
    public let label: String?
    /// The name that links in the text lead to.
    public let name: String?
    /// The author's words before the caption.
    public let caption: String?
    /// The answer, or what is wrong, with its place in the template.
    public let answer: Result<Figure, BlockError>

    /// The answer, if there is one.
    public var figure: Figure? { try? answer.get() }
    /// The anchor of the block in a page.
    var anchor: String {
      name ?? label?.lowercased().replacing(" ", with: "-") ?? "block-\(place.line)"
    }
  }

  /// The headline: the first heading of the template, else the title of its front matter, else its
  /// name.
  public let title: String
  /// The blocks in the order of the template.
  public let blocks: [Block]
  /// The case.
  public let matter: ReportCase
  /// The template, without front matter.
  let template: Template
  /// Where images of the template are looked for.
  let folder: URL?

  /// Reads a template and answers its blocks.
  ///
  /// - Parameters:
  ///   - template: GitHub's Markdown. Front matter between lines of `---` is left out; its `title` is
  ///     used.
  ///   - name: the name of the template in messages and, without a heading, the title.
  ///   - network: the case.
  ///   - kinds: the kinds of block known.
  ///   - folder: where images of the template are; nil for nowhere.
  /// - Complexity: equal blocks are answered once.
  public init(
    _ template: String, name: String = "report.md", network: Network,
    kinds: BlockKinds = .standard, folder: URL? = nil
  ) {
    self.init(
      template, name: name, matter: ReportCase(network), kinds: kinds, folder: folder)
  }

  /// Reads a template and answers its blocks from a case, whose names may be roles: then they are in
  /// the text of the template too.
  public init(
    _ text: String, name: String = "report.md", matter: ReportCase,
    kinds: BlockKinds = .standard, folder: URL? = nil
  ) {
    self.init(
      template: Template(text, name: name), matter: matter, kinds: kinds, folder: folder)
  }

  init(template: Template, matter: ReportCase, kinds: BlockKinds, folder: URL?) {
    var answers: [String: Result<Figure, BlockError>] = [:]
    var counts: [Figure.Form: Int] = [:]
    var names: Set<String> = []
    blocks = template.blocks.map { source in
      Report.answer(
        source, of: matter, kinds: kinds, answers: &answers, counts: &counts, names: &names)
    }
    self.template = template.redacted(for: matter)
    self.matter = matter
    self.folder = folder
    title = self.template.title
  }

  /// What keeps names out of the report, if anything does.
  public var redactedCase: RedactedCase? { matter.redacted }

  /// What is wrong, by block, in the order of the template.
  public var failures: [BlockError] {
    blocks.compactMap { if case .failure(let error) = $0.answer { error } else { nil } }
  }

  private static func answer(
    _ source: Template.Block, of matter: ReportCase, kinds: BlockKinds,
    answers: inout [String: Result<Figure, BlockError>], counts: inout [Figure.Form: Int],
    names: inout Set<String>
  ) -> Block {
    func broken(_ question: String, _ error: BlockError) -> Block {
      var error = error.redacted(for: matter)
      error.place = source.place(of: error.place)
      return Block(
        question: matter.safe(question), place: source.place(of: BlockPlace(line: 1, column: 1)), label: nil,
        name: nil, caption: nil, answer: .failure(error))
    }
    let syntax: BlockSyntax
    do { syntax = try BlockSyntax(source.text) } catch { return broken(source.firstLine, error) }
    let question = syntax.normalized
    let key = syntax.withoutCommonOptions.normalized
    // Places of errors are those of the first of equal blocks; a broken one is read again.
    if answers[key] == nil || (try? answers[key]?.get()) == nil {
      answers[key] = Result { () throws(BlockError) in
        try kinds.block(syntax).makeFigure(of: matter)
      }
    }
    let options = Dictionary(
      syntax.options.map { ($0.name, $0.value) }, uniquingKeysWith: { a, _ in a })
    if let id = options["id"] {
      guard id.text.wholeMatch(of: /[A-Za-z][A-Za-z0-9_-]*/) != nil else {
        return broken(
          question,
          BlockError(
            id.place, "'\(id.text)' is no name for links",
            expected: "a letter, then letters, digits, - and _"))
      }
      guard matter.safe(id.text) == id.text else {
        return broken(
          question,
          BlockError(id.place, "the id holds a name that is to be replaced", expected: "another id"))
      }
      guard names.insert(id.text).inserted else {
        return broken(
          question,
          BlockError(id.place, "the id \(id.text) is taken", expected: "another name"))
      }
    }
    switch answers[key] {
    case .failure(let error)?: return broken(question, error)
    case .success(let figure)?:
      return Block(
        question: matter.safe(question), place: source.place(of: syntax.kind.place),
        label: label(figure.form, &counts), name: options["id"]?.text,
        caption: options["caption"].map { matter.safe($0.text) }, answer: .success(figure))
    case nil: preconditionFailure("every block has an answer")
    }
  }

  private static func label(_ form: Figure.Form, _ counts: inout [Figure.Form: Int]) -> String? {
    guard form != .text else { return nil }
    counts[form, default: 0] += 1
    return "\(form == .picture ? "Figure" : "Table") \(counts[form] ?? 0)"
  }
}

extension BlockSyntax {
  /// The block without the options that change its caption and name only.
  fileprivate var withoutCommonOptions: BlockSyntax {
    var block = self
    let common = Set(BlockForm.common.map(\.name))
    block.options.removeAll { common.contains($0.name) }
    return block
  }
}
