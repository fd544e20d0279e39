import Dispatch
import DragnetText
import Synchronization

/// The chain from documents to a network. Start reading here.
///
///     documents ─► readings ─► resolution ─► entities ─► relations, conflicts ─► network ─► rankings
///
/// The same documents give the same network, byte for byte, in whatever order they come and on
/// however many threads they are read.
public struct Investigation: Sendable {
  /// A document that could not be read, and why.
  public struct Failure: Sendable, Equatable {
    /// The file's name.
    public let name: String
    /// What went wrong.
    public let error: ReadingError

    /// Makes a failure.
    public init(name: String, error: ReadingError) {
      self.name = name
      self.error = error
    }
  }

  private let reader: any Reader
  private let threads: Int

  /// Prepares an investigation.
  ///
  /// - Parameter threads: how many documents are read at a time; fewer than 1 means 1.
  public init(reader: any Reader, threads: Int = 1) {
    self.reader = reader
    self.threads = max(1, threads)
  }

  /// Reads documents. One that cannot be read is reported and costs the others nothing.
  ///
  /// - Parameters:
  ///   - keepsTokens: false where only what was found is wanted: the words take most of the memory.
  ///   - progress: told how many documents are done, one call at a time.
  /// - Returns: readings and failures, both in the order of the documents.
  public func read(
    _ documents: [Document], keepsTokens: Bool = true,
    progress: @Sendable (_ done: Int) -> Void = { _ in }
  ) -> (readings: [Reading], failures: [Failure]) {
    let next = Atomic(0)
    let results = Mutex<[(Int, Result<Reading, ReadingError>)]>([])
    DispatchQueue.concurrentPerform(iterations: min(threads, documents.count)) { _ in
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < documents.count else { return }
        let result = Result { () throws(ReadingError) in
          let reading = try reader.read(documents[place])
          return keepsTokens ? reading : reading.withoutTokens()
        }
        results.withLock {
          $0.append((place, result))
          progress($0.count)
        }
      }
    }
    var readings: [Reading] = []
    var failures: [Failure] = []
    for (place, result) in results.withLock({ $0 }).sorted(by: { $0.0 < $1.0 }) {
      switch result {
      case .success(let reading): readings.append(reading)
      case .failure(let error): failures.append(Failure(name: documents[place].name, error: error))
      }
    }
    return (readings, failures)
  }

  /// Reads documents and makes their network.
  public func network(from documents: [Document]) -> (network: Network, failures: [Failure]) {
    let (readings, failures) = read(documents, keepsTokens: false)
    return (Investigation.makeNetwork(from: readings), failures)
  }

  /// Joins readings from anywhere, in any order, into one network. A document read twice counts once.
  ///
  /// - Parameters:
  ///   - judgements: a person's decisions on who is who; what became of each stands among the
  ///     network's judgements.
  ///   - grades: how far a person trusts the sources.
  ///   - weighsGrades: true to give every relation its credence, which follows from the grades.
  public static func makeNetwork(
    from readings: [Reading], judgements: Judgements = Judgements(), grades: Grades = Grades(),
    weighsGrades: Bool = false
  ) -> Network {
    let readings = inOrder(readings)
    let resolution = Resolver.resolve(readings, judgements: judgements)
    let made = EntityMaker.entities(of: resolution, in: readings)
    let entities = made.map(\.entity)
    let origins = OriginFinder.origins(of: readings)

    var entityOf = readings.map { [Int?](repeating: nil, count: $0.chains.count) }
    for (index, entity) in made.enumerated() {
      for record in entity.records.map({ resolution.records[$0] }) {
        entityOf[record.reading][record.chain] = index
      }
    }
    let relations = RelationMaker.relations(
      readings: readings, origins: origins, entities: entities, entityOf: entityOf)

    let conflicts = ConflictFinder.conflicts(
      CaseView(
        readings: readings, entities: entities, relations: relations, entityOf: entityOf,
        caseOf: resolution.caseOf))

    var network = Network(
      documents: zip(readings, origins).map { Network.Text($0.document, origin: $1) },
      entities: entities, relations: relations, conflicts: conflicts,
      judgements: JudgementKeeper.judgements(
        of: resolution, in: readings, entities: entities, entityOf: entityOf))
    network.apply(grades, weighting: weighsGrades)
    network.rankings = MeasuredNetwork(network).rankings()
    return network
  }

  /// Readings by document name, each document once. Of two that read one document otherwise, say with
  /// other known names, the one whose line comes first in the alphabet: any rule will do that does not
  /// ask which was given first.
  private static func inOrder(_ readings: [Reading]) -> [Reading] {
    let sorted = readings.sorted {
      ($0.document.name, $0.document.id) < ($1.document.name, $1.document.id)
    }
    var result: [Reading] = []
    result.reserveCapacity(sorted.count)
    for reading in sorted {
      guard let last = result.last, last.document.id == reading.document.id else {
        result.append(reading)
        continue
      }
      if last != reading, isBefore(reading, last) { result[result.count - 1] = reading }
    }
    return result
  }

  private static func isBefore(_ a: Reading, _ b: Reading) -> Bool {
    guard let left = try? ReadingLines.line(a), let right = try? ReadingLines.line(b) else {
      return false
    }
    return left.lexicographicallyPrecedes(right)
  }
}

extension Network.Text {
  /// A document as the network carries it.
  init(_ document: Document, origin: String) {
    self.init(
      id: document.id, name: document.name, title: document.title, source: document.source,
      published: document.published, sha256: document.sha256, origin: origin, text: document.text)
  }
}
