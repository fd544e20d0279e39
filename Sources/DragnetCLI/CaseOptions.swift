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

  /// True when nothing was given.
  var isEmpty: Bool { judgements == nil }

  /// Makes the network of readings, and names on standard error what could not be applied.
  func makeNetwork(from readings: [Reading]) throws -> Network {
    let said = try judgements.map { file in
      try Judgements(
        parsing: String(decoding: try InputFile(path: file).read(), as: UTF8.self),
        file: fileName(file))
    }
    let network = Investigation.makeNetwork(from: readings, judgements: said ?? Judgements())
    noteWhatFailed(in: network)
    return network
  }

  /// Refuses what only documents or readings can be made a network with.
  func refuseForNetwork(_ name: String) throws {
    guard !isEmpty else { return }
    throw ValidationError(
      "\(name) is made already; give --judgements to map, extract or a folder of documents")
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

  private func fileName(_ path: String) -> String { path == "-" ? "standard input" : path }
}
