/// `conflicts`: the questions on which the documents give more than one value.
struct ConflictsBlock: ReportBlock {
  static let form = BlockForm(
    "conflicts", summary: "The questions on which the documents give more than one value.",
    options: [
      .init("about", .text, meaning: "words of the question, or the name of an entity"),
      .init("show", .words(["all", "open"]), meaning: "open leaves out what can be explained"),
      .init("limit", .number(1...1000), meaning: "the most questions (50)"),
    ], example: #"conflicts about="containers seized""#)

  private let about: String?
  private let place: BlockPlace
  private let isOpenOnly: Bool
  private let limit: Int

  init(_ arguments: BlockArguments) {
    about = arguments.value("about")
    place = arguments.place(of: "about")
    isOpenOnly = arguments.value("show") == "open"
    limit = arguments.number("limit") ?? 50
  }

  func makeFigure(of matter: ReportCase) throws(BlockError) -> Figure {
    let all = matter.network.conflicts.filter { !isOpenOnly || $0.verdict.isConflict }
    let found = all.filter { answers($0, in: matter) }
    if let about, found.isEmpty, !all.isEmpty {
      let near = all.prefix(6).map { "'\($0.about)'" }.joined(separator: ", ")
      throw BlockError(
        place, "no two values about '\(about)' differ in this case", expected: "words of \(near)")
    }
    guard !found.isEmpty else {
      return Figure(
        .text,
        parts: [
          .paragraph("No question was found on which the documents give more than one value.")
        ])
    }
    let shown = found.prefix(limit)
    let rows = shown.flatMap { conflict in
      conflict.values.enumerated().map { row($1, of: conflict, isFirst: $0 == 0, in: matter) }
    }
    let open = found.count { $0.verdict.isConflict }
    var caption = "On \(countInWords(found.count, "question")) the documents give values that differ"
    caption += open == 0 ? "; none is a contradiction." : "; \(open) of them cannot all be right."
    if found.count > shown.count { caption += " The first \(shown.count) are shown." }
    return Figure(
      .table, caption: Prose(caption),
      parts: [
        .table(
          FigureTable(
            "Values that differ",
            columns: [
              .init("Question"), .init("Value"), .init("Given by"), .init("Verdict"),
              .init("Evidence"),
            ], rows: rows))
      ], supports: shown.map(matter.support))
  }

  /// True when the words of `about` stand in the question, or it names one of the entities.
  private func answers(_ conflict: Conflict, in matter: ReportCase) -> Bool {
    guard let about else { return true }
    let words = wordsOf(matter.safe(about))
    let question = Set(wordsOf(conflict.about))
    if !words.isEmpty, words.allSatisfy(question.contains) { return true }
    guard let entity = try? matter.entity(about, at: place) else { return false }
    return conflict.entities.contains(entity.id)
  }

  private func wordsOf(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private func row(
    _ value: Conflict.Value, of conflict: Conflict, isFirst: Bool, in matter: ReportCase
  ) -> [Prose] {
    let speakers = Set(value.evidence.compactMap(\.speaker)).sorted()
    var given = value.documents.map { matter.mention($0) }.joined(separator: ", ")
    if !speakers.isEmpty { given += Prose(", as said by \(listed(speakers))") }
    let verdict =
      isFirst
      ? Prose([
        conflict.verdict.isConflict
          ? .hedge(conflict.verdict.words) : .text(conflict.verdict.words),
        .text(": \(conflict.reason)"),
      ]) : Prose()
    return [
      isFirst ? Prose([.strong(capitalized(conflict.about))]) : Prose(),
      Prose([.strong(value.value)]), given, verdict, Prose([.notes(value.evidence)]),
    ]
  }
}
