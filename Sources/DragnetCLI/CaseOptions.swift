import ArgumentParser
import Dragnet
import DragnetText

/// What a person knows of a case beside its documents.
struct CaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Decisions on who is who that overrule the program: 'same' or 'different', the one and the \
      other, parted by tabs, a line each; docs/judgements.md has examples.
      """, valueName: "file"),
    completion: .file())
  var judgements: String?

  @Option(
    help: ArgumentHelp(
      """
      Grades of sources by the Admiralty code: the name of an outlet or document, a tab, and A to F \
      with 1 to 6, a line each; docs/grades.md has examples.
      """, valueName: "file"),
    completion: .file())
  var grades: String?

  @Flag(help: "Give every relation its credence, which follows from the grades of its origins.")
  var gradeWeights = false

  func validate() throws {
    if gradeWeights && grades == nil { throw ValidationError("--grade-weights needs --grades") }
    if grades == "-" && judgements == "-" {
      throw ValidationError("--grades and --judgements cannot both be standard input")
    }
  }

  /// True when nothing was given.
  var isEmpty: Bool { judgements == nil && grades == nil }

  /// Makes the network of readings, and names on standard error what could not be applied.
  func makeNetwork(from readings: [Reading]) throws -> Network {
    let said = try judgements.map { file in
      try Judgements(parsing: try text(of: file), file: fileName(file))
    }
    let graded = try grades.map { file in
      try Grades(parsing: try text(of: file), file: fileName(file))
    }
    let network = Investigation.makeNetwork(
      from: readings, judgements: said ?? Judgements(), grades: graded ?? Grades(),
      weighsGrades: gradeWeights)
    noteWhatFailed(in: network)
    for line in graded?.unused(in: network) ?? [] {
      Output.note(
        "dragnet: \(fileName(grades ?? "")):\(line.number): no document is of '\(line.source)'")
    }
    return network
  }

  /// Refuses what only documents or readings can be made a network with.
  func refuseForNetwork(_ name: String) throws {
    guard !isEmpty else { return }
    throw ValidationError(
      "\(name) is made already; give --judgements and --grades to map, extract or a folder of documents"
    )
  }

  private func noteWhatFailed(in network: Network) {
    guard let file = judgements.map(fileName) else { return }
    for judgement in network.judgements ?? [] where judgement.by == .person {
      let reason = judgement.reasons.last ?? ""
      let place = "dragnet: \(file):\(judgement.line ?? 0): "
      switch judgement.outcome {
      case .unmatched: Output.note(place + "not applied, it matches nothing: " + reason)
      case .contradicted: Output.note(place + "not applied, it contradicts: " + reason)
      case .applied, .heldBack, .overruled: break
      }
    }
  }

  private func text(of file: String) throws -> String {
    String(decoding: try InputFile(path: file).read(), as: UTF8.self)
  }

  private func fileName(_ path: String) -> String { path == "-" ? "standard input" : path }
}
