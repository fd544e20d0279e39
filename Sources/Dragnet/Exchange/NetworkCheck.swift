import DragnetText

/// Checks that a network read from a file holds together: every range quotes the bytes it names,
/// every id names something, every number is in its range.
struct NetworkCheck {
  private let network: Network
  private let file: String
  private let texts: [DocumentID: Network.Text]
  private let entities: Set<String>

  init(_ network: Network, file: String) {
    self.network = network
    self.file = file
    texts = Dictionary(network.documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    entities = Set(network.entities.map(\.id))
  }

  func run() throws(NetworkFileError) {
    if texts.count < network.documents.count { try fail("documents", "an id is used twice") }
    if entities.count < network.entities.count { try fail("entities", "an id is used twice") }
    for (index, entity) in network.entities.enumerated() {
      for (place, mention) in entity.mentions.enumerated() {
        try check(
          mention.document, mention.start, mention.end, mention.text,
          at: "entities[\(index)].mentions[\(place)]")
      }
    }
    for (index, relation) in network.relations.enumerated() {
      let path = "relations[\(index)]"
      try check(entity: relation.from, at: path + ".from")
      try check(entity: relation.to, at: path + ".to")
      if !(0...1).contains(relation.confidence) {
        try fail(path + ".confidence", "\(relation.confidence) is not in 0...1")
      }
      if let credence = relation.credence, !(0...1).contains(credence) {
        try fail(path + ".credence", "\(credence) is not in 0...1")
      }
      try check(relation.evidence, at: path)
    }
    for (index, conflict) in network.conflicts.enumerated() {
      let path = "conflicts[\(index)]"
      for entity in conflict.entities { try check(entity: entity, at: path + ".entities") }
      for (place, value) in conflict.values.enumerated() {
        try check(value.evidence, at: path + ".values[\(place)]")
        for document in value.documents where texts[document] == nil {
          try fail(path + ".values[\(place)].documents", "no document has the id \(document)")
        }
      }
    }
    for (index, judgement) in (network.judgements ?? []).enumerated() {
      let path = "judgements[\(index)]"
      if !(0...1).contains(judgement.probability) {
        try fail(path + ".probability", "\(judgement.probability) is not in 0...1")
      }
      for (place, one) in judgement.between.enumerated() {
        let key = path + ".between[\(place)]"
        try check(one.document, one.start, one.end, one.text, at: key)
        if let entity = one.entity { try check(entity: entity, at: key + ".entity") }
      }
    }
    for (measure, ranking) in network.rankings.sorted(by: { $0.key < $1.key }) {
      for (place, ranked) in ranking.enumerated() {
        try check(entity: ranked.entity, at: "rankings.\(measure)[\(place)].entity")
      }
    }
  }

  private func check(_ evidence: [Evidence], at path: String) throws(NetworkFileError) {
    for (place, one) in evidence.enumerated() {
      try check(
        one.document, one.start, one.end, one.sentence, at: path + ".evidence[\(place)]")
    }
  }

  private func check(entity: String, at path: String) throws(NetworkFileError) {
    if !entities.contains(entity) { try fail(path, "no entity has the id \(entity)") }
  }

  private func check(
    _ document: DocumentID, _ start: Int, _ end: Int, _ quote: String, at path: String
  ) throws(NetworkFileError) {
    guard let text = texts[document]?.text else {
      try fail(path, "no document has the id \(document)")
      return
    }
    guard 0 <= start, start <= end, end <= text.utf8.count else {
      try fail(path, "bytes \(start)..<\(end) lie outside the text")
      return
    }
    let bytes = text.utf8
    let first = bytes.index(bytes.startIndex, offsetBy: start)
    let last = bytes.index(first, offsetBy: end - start)
    if !bytes[first..<last].elementsEqual(quote.utf8) {
      try fail(path, "bytes \(start)..<\(end) of the text are not the quoted words")
    }
  }

  private func fail(_ key: String, _ reason: String) throws(NetworkFileError) {
    throw .damaged(file: file, key: key, reason: reason)
  }
}
