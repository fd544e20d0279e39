import ArgumentParser
import Dragnet
import DragnetText

/// What of a network is measured.
struct MeasureArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Count these relations only, separated by commas. By default all but reported_on.",
      valueName: "labels"))
  var relations: LabelList?

  @Option(
    help: ArgumentHelp(
      "Count entities of these types only, separated by commas. By default all but other.",
      valueName: "types"))
  var types: TypeList?

  @Flag(
    help: """
      Follow relations from the one who acts to the one acted upon only; in an edge list, edges from \
      the first node to the second.
      """)
  var directed = false

  @Option(
    help: ArgumentHelp("Leave out relations with less confidence, 0 to 1.", valueName: "number"))
  var minConfidence: Double = 0

  @Option(
    help: ArgumentHelp(
      "Leave out relations with less credence, 0 to 1; needs a network made with --grade-weights.",
      valueName: "number"))
  var minCredence: Double = 0

  /// Refuses what a graph without entities does not have.
  func refuseForEdgeList() throws {
    if relations != nil || types != nil || minConfidence > 0 || minCredence > 0 {
      throw ValidationError(
        "--relations, --types, --min-confidence and --min-credence are for networks of entities, not edge lists"
      )
    }
  }

  func validate() throws {
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence takes a number from 0 to 1")
    }
    guard (0...1).contains(minCredence) else {
      throw ValidationError("--min-credence takes a number from 0 to 1")
    }
  }

  /// The options as the library takes them.
  ///
  /// A label that no relation of the network has is named on standard error.
  func options(for network: Network) -> MeasureOptions {
    var options = MeasureOptions(
      isDirected: directed, minimumConfidence: minConfidence, minimumCredence: minCredence)
    if minCredence > 0, network.relations.allSatisfy({ $0.credence == nil }) {
      Output.note("dragnet: no relation has a credence; make the network with --grade-weights")
    }
    if let types { options.types = types.types }
    if let relations {
      options.relations = relations.labels
      let present = Set(network.relations.map(\.type))
      for label in relations.labels.subtracting(present).sorted() {
        Output.note(
          "dragnet: no relation is labelled '\(label)'; the network has "
            + present.sorted().joined(separator: ", "))
      }
    }
    return options
  }
}

/// Labels of relations, separated by commas.
struct LabelList: ExpressibleByArgument {
  let labels: Set<String>

  init?(argument: String) {
    labels = Set(
      argument.split(separator: ",").map {
        $0.split(separator: " ").joined(separator: "_").lowercased()
      }.filter { !$0.isEmpty })
    guard !labels.isEmpty else { return nil }
  }
}

/// Types of entities, separated by commas.
struct TypeList: ExpressibleByArgument {
  let types: Set<EntityType>

  init?(argument: String) {
    let names = argument.split(separator: ",").map { $0.lowercased() }
    types = Set(names.compactMap { EntityType(rawValue: $0.filter { $0 != " " }) })
    guard !types.isEmpty, types.count == Set(names).count else { return nil }
  }

  static var allValueStrings: [String] { EntityType.allCases.map(\.rawValue) }
}

extension Measure: ExpressibleByArgument {}
