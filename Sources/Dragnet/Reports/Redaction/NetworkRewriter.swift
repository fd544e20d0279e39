import DragnetText

/// Writes a network anew with roles in the place of names, so that every range still quotes.
struct NetworkRewriter {
  private(set) var network: Network
  /// Ids that held a name, and what they are now.
  private(set) var ids: [String: String] = [:]
  private let replacer: NameReplacer
  private var offsets: [DocumentID: EditedOffsets] = [:]
  private var texts: [DocumentID: [UInt8]] = [:]

  /// - Parameter roles: by id of an entity.
  init(_ network: Network, roles: [String: String], replacer: NameReplacer) {
    self.network = network
    self.replacer = replacer
    renameIDs()
    rewriteDocuments()
    rewriteEntities(roles)
    for index in self.network.relations.indices { rewriteRelation(index) }
    for index in self.network.conflicts.indices { rewriteConflict(index) }
    self.network.rankings = network.rankings.mapValues { ranking in
      ranking.map { place in
        var place = place
        place.entity = ids[place.entity] ?? place.entity
        return place
      }
    }
  }

  private mutating func renameIDs() {
    let all =
      network.documents.map(\.id.rawValue) + network.entities.map(\.id)
      + network.relations.map(\.id) + network.conflicts.map(\.id)
    for id in all where replacer.isNamed(in: id) && ids[id] == nil {
      ids[id] = "x\(ids.count + 1)"
    }
  }

  private func renamed(_ id: String) -> String { ids[id] ?? id }

  private func renamed(_ id: DocumentID) -> DocumentID {
    ids[id.rawValue].map(DocumentID.init) ?? id
  }

  private mutating func rewriteDocuments() {
    for index in network.documents.indices {
      var document = network.documents[index]
      let edits = replacer.edits(in: document.text)
      offsets[document.id] = EditedOffsets(edits)
      let before = document
      document.text = NameReplacer.apply(edits, to: document.text)
      texts[document.id] = Array(document.text.utf8)
      document.name = replacer.redacted(document.name)
      document.title = document.title.map(replacer.redacted)
      document.source = document.source.map(replacer.redacted)
      document.origin = replacer.redacted(document.origin)
      // A digest would tell whoever has the document that it is the one.
      if document != before { document.sha256 = "" }
      document.id = renamed(document.id)
      network.documents[index] = document
    }
  }

  private mutating func rewriteEntities(_ roles: [String: String]) {
    for index in network.entities.indices {
      var entity = network.entities[index]
      if let role = roles[entity.id] {
        entity.name = role
        entity.aliases = []
      } else {
        entity.name = replacer.redacted(entity.name)
        let aliases = Set(entity.aliases.map(replacer.redacted))
        entity.aliases = aliases.subtracting([entity.name]).sorted()
      }
      entity.id = renamed(entity.id)
      entity.attributes.honorific = entity.attributes.honorific.map(replacer.redacted)
      entity.attributes.role = entity.attributes.role.map(replacer.redacted)
      entity.attributes.office = entity.attributes.office.map(replacer.redacted)
      entity.attributes.seat = entity.attributes.seat.map(replacer.redacted)
      entity.attributes.noun = entity.attributes.noun.map(replacer.redacted)
      entity.mentions = entity.mentions.map { mention in
        var mention = mention
        (mention.start, mention.end, mention.text) = moved(
          mention.document, mention.start, mention.end, mention.text)
        mention.document = renamed(mention.document)
        return mention
      }
      network.entities[index] = entity
    }
  }

  private func moved(
    _ document: DocumentID, _ start: Int, _ end: Int, _ words: String
  ) -> (Int, Int, String) {
    guard let offsets = offsets[document], let text = texts[document] else {
      return (start, end, replacer.redacted(words))
    }
    let range = (offsets.start(start), offsets.end(end))
    guard 0 <= range.0, range.0 <= range.1, range.1 <= text.count else {
      return (start, end, replacer.redacted(words))
    }
    return (range.0, range.1, String(decoding: text[range.0..<range.1], as: UTF8.self))
  }

  private func rewritten(_ evidence: [Evidence]) -> [Evidence] {
    evidence.map { one in
      var one = one
      (one.start, one.end, one.sentence) = moved(one.document, one.start, one.end, one.sentence)
      one.document = renamed(one.document)
      one.speaker = one.speaker.map(replacer.redacted)
      return one
    }
  }

  private mutating func rewriteRelation(_ index: Int) {
    var relation = network.relations[index]
    relation.id = renamed(relation.id)
    relation.from = renamed(relation.from)
    relation.to = renamed(relation.to)
    relation.type = replacer.redacted(relation.type)
    relation.originIDs = Set(relation.originIDs.map(replacer.redacted)).sorted()
    relation.evidence = rewritten(relation.evidence)
    network.relations[index] = relation
  }

  private mutating func rewriteConflict(_ index: Int) {
    var conflict = network.conflicts[index]
    conflict.id = renamed(conflict.id)
    conflict.about = replacer.redacted(conflict.about)
    conflict.reason = replacer.redacted(conflict.reason)
    conflict.entities = conflict.entities.map(renamed)
    conflict.values = conflict.values.map { value in
      var value = value
      value.value = replacer.redacted(value.value)
      value.unit = value.unit.map(replacer.redacted)
      value.documents = value.documents.map(renamed)
      value.evidence = rewritten(value.evidence)
      return value
    }
    network.conflicts[index] = conflict
  }
}
