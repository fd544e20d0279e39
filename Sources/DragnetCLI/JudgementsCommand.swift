import ArgumentParser
import Dragnet
import DragnetText

/// `dragnet judgements`
struct JudgementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judgements",
    abstract: "List how it was decided who is who, the most doubtful first.",
    discussion: """
      Every judgement is shown with its probability, its reasons and what it rests on. --lines writes \
      the opposite of each as a file for --judgements wants it: keep the lines you agree with.

      Example:
        dragnet judgements network.json "Jane Doe"
        dragnet judgements network.json --below 0.8 --lines > doubts.txt
        dragnet map articles/ --judgements doubts.txt -o case/
      """)

  @OptionGroup var source: NetworkOptions
  @Argument(help: "Only what concerns this entity.") var name: String?
  @Option(help: "Only this decision.") var decision: KeptJudgement.Decision?
  @Option(
    help: ArgumentHelp("Only what is less probable than this, 0 to 1.", valueName: "probability"))
  var below: Double?
  @Flag(help: "Write JSON.") var json = false
  @Flag(help: "Write lines for --judgements that take the program's judgements back.")
  var lines = false

  func validate() throws {
    if json && lines { throw ValidationError("--json and --lines exclude each other") }
    if let below, !(0...1).contains(below) {
      throw ValidationError("--below takes a number from 0 to 1")
    }
  }

  func run() throws {
    try source.run { network in
      guard let all = network.judgements else {
        throw Failure("this network does not tell how it was decided who is who")
      }
      let entity = try name.map { try network.entity(named: $0).id }
      let found = all.filter { judgement in
        (decision == nil || judgement.decision == decision)
          && (below.map { judgement.probability < $0 } ?? true)
          && (entity == nil || judgement.between.contains { $0.entity == entity })
      }
      if json {
        try Output.write(try jsonText(found))
      } else if lines {
        let names = Dictionary(
          network.documents.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let text = found.flatMap { opposites(of: $0, names) }
        try Output.write(text.map { Output.neutralized($0) + "\n" }.joined())
      } else if found.isEmpty {
        try Output.print("No judgement was made.")
      } else {
        let quotations = Quotations(network)
        try Output.print(found.map { text($0, quotations) }.joined(separator: "\n\n"))
      }
    }
  }

  private func text(_ judgement: KeptJudgement, _ quotations: Quotations) -> String {
    let outcome =
      switch judgement.outcome {
      case .applied: ""
      case .heldBack: ", held back"
      case .overruled: ", overruled by a person"
      case .unmatched: ", matches nothing"
      case .contradicted: ", contradicted"
      }
    let head =
      judgement.by == .person
      ? "\(judgement.decision.rawValue), says line \(judgement.line ?? 0)"
      : "\(judgement.decision.rawValue), \(twoDecimals(judgement.probability))"
    let why = judgement.reasons.map { singleLine($0) }.joined(separator: "; ")
    var lines = [Output.strong(head) + outcome + (why.isEmpty ? "" : ": " + why)]
    lines += (judgement.sides ?? []).map { "  " + singleLine($0) }
    for place in judgement.between {
      let entity = place.entity.map { quotations.name($0) } ?? "no entity"
      lines.append(
        quotations.quote(
          Evidence(
            document: place.document, sentence: place.text, start: place.start, end: place.end),
          indent: 2) + ", in \(entity)")
    }
    return lines.joined(separator: "\n")
  }

  /// The lines that undo a judgement of the program: the first against each of the others.
  private func opposites(of judgement: KeptJudgement, _ names: [DocumentID: String]) -> [String] {
    guard judgement.by == .dragnet, let first = judgement.between.first else { return [] }
    let word = judgement.decision == .same && judgement.outcome == .applied ? "different" : "same"
    let why = "\(judgement.reasons.joined(separator: ", ")) (\(twoDecimals(judgement.probability)))"
    return judgement.between.dropFirst().map { other in
      let isTold = other.document != first.document || other.name != first.name
      let sides = [first, other].map { side(of: $0, names, quoting: !isTold) }
      return "\(word)\t\(sides[0])\t\(sides[1])\t\(singleField(why))"
    }
  }

  private func side(
    of place: KeptJudgement.Place, _ names: [DocumentID: String], quoting: Bool
  ) -> String {
    Judgements.Side(
      type: place.type, name: singleField(place.name),
      document: singleField(names[place.document] ?? ""),
      words: quoting ? singleField(place.text) : nil
    ).description
  }

  /// A text without tabs and line ends.
  private func singleField(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }
}

extension KeptJudgement.Decision: ExpressibleByArgument {}
