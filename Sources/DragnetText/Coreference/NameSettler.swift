/// Settles guessed types over the whole document: the same name is the same kind of thing everywhere.
struct NameSettler {
  /// Corrects the guesses in place; returns which drafts stay.
  static func settle(_ drafts: inout [Draft], ignored: Set<String>) -> [Bool] {
    var votes: [String: [EntityType: Double]] = [:]
    var people: [String: Bool] = [:]
    var counts: [String: Int] = [:]
    var starts: [String: EntityType] = [:]
    for draft in drafts where draft.kind == .name {
      let key = draft.name.lowercased()
      counts[key, default: 0] += 1
      votes[key, default: [:]][draft.type, default: 0] +=
        draft.isGuess ? draft.confidence * 0.5 : draft.confidence * 2
      for alias in draft.aliases {
        votes[alias.lowercased(), default: [:]][draft.type, default: 0] += 2
      }
      if draft.type == .organization || draft.type == .agency, !draft.isGuess {
        let parts = key.split(separator: " ")
        if parts.count > 1 { starts[String(parts[0]), default: draft.type] = draft.type }
        if parts.count > 2 { starts[parts[0] + " " + parts[1], default: draft.type] = draft.type }
      }
      if draft.type == .person, !draft.isGuess || draft.confidence >= 0.6 {
        let parts = key.split(separator: " ")
        if parts.count > 1 {
          for part in parts where part.utf8.count > 2 { people[String(part)] = true }
        }
      }
    }
    var keep = [Bool](repeating: true, count: drafts.count)
    for index in drafts.indices where drafts[index].isDropped { keep[index] = false }
    for index in drafts.indices where keep[index] && drafts[index].kind == .name {
      let key = drafts[index].name.lowercased()
      if ignored.contains(key) {
        keep[index] = false
        continue
      }
      guard drafts[index].isGuess else { continue }
      if !key.contains(" "), people[key] != nil {
        drafts[index].type = .person
        drafts[index].confidence = 0.8
        continue
      }
      if let type = starts[key] {
        drafts[index].type = type
        drafts[index].confidence = 0.75
        continue
      }
      if let vote = votes[key]?.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
        drafts[index].type = vote.key
        if vote.value >= 1.5 { drafts[index].confidence = 0.8 }
      }
      if drafts[index].type == .other, counts[key, default: 0] < 2, !drafts[index].isQuoted {
        keep[index] = false
      }
    }
    return keep
  }
}
