import ArgumentParser
import Dragnet

/// `dragnet conflicts`
struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "List the questions on which the documents give more than one value.",
    discussion: """
      Contradictions come first, then differences that arithmetic, units, dates or scope explain, \
      with the reason.

      Example:
        dragnet conflicts network.json --open
      """)

  @OptionGroup var source: NetworkOptions
  @Flag(help: "Write JSON.") var json = false
  @Flag(help: "Leave out what is no contradiction.") var open = false
  @Flag(help: "Show every sentence; otherwise one for each value.") var all = false

  func run() throws {
    try source.run { network in
      let conflicts = network.conflicts.filter { !open || $0.verdict.isConflict }
      if json {
        try Output.write(try jsonText(conflicts))
      } else if conflicts.isEmpty {
        try Output.print("No question was found on which the documents give values that differ.")
      } else {
        let quotations = Quotations(network)
        let texts = conflicts.map { text($0, quotations) }
        try Output.print(texts.joined(separator: "\n\n"))
      }
    }
  }

  private func text(_ conflict: Conflict, _ quotations: Quotations) -> String {
    let entities = conflict.entities.map(quotations.name).joined(separator: ", ")
    var lines = [
      "\(Output.strong(singleLine(conflict.about)))\(entities.isEmpty ? "" : " (\(entities))"): "
        + Output.verdict(conflict.verdict),
      "  \(singleLine(conflict.reason))",
    ]
    for value in conflict.values {
      let documents = value.documents.map(quotations.document).joined(separator: "; ")
      lines.append("  \(Output.strong(singleLine(value.value)))  \(documents)")
      lines += quotations.quotes(value.evidence, limit: all ? .max : 1, indent: 4)
    }
    return lines.joined(separator: "\n")
  }
}
