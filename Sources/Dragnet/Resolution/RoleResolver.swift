import DragnetText

/// Joins *the mayor* of one document to the one person whom other documents of the case call mayor.
///
/// Linear in the chains.
struct RoleResolver {
  let readings: [Reading]
  let records: [ChainRecord]
  let prototypes: [Prototype]
  let caseOf: [Int]

  private struct Key: Hashable {
    let number: Int
    let role: String
  }

  /// Words before a role that make it another's: *former mayor*, *deputy mayor*.
  private static let others: Set<String> = [
    "former", "ex", "late", "deputy", "vice", "interim", "acting", "assistant", "new", "next",
    "then",
    "incoming", "outgoing",
  ]

  /// Pairs of a nameless prototype and the only named one with its role, in the order of the text.
  ///
  /// - Parameter root: the set of a prototype.
  func joins(_ root: (Int) -> Int) -> [Resolution.Pair] {
    var nameless: [(prototype: Int, key: Key)] = []
    var named: [Key: [Int]] = [:]
    for (index, prototype) in prototypes.enumerated() where prototype.record.type == .person {
      if !prototype.record.isNamed {
        guard let role = prototype.record.attributes.role, prototype.members.count == 1 else {
          continue
        }
        nameless.append((index, Key(number: caseOf[prototype.record.reading], role: role)))
        continue
      }
      for member in prototype.members {
        let number = caseOf[records[member].reading]
        for role in roles(of: records[member]) {
          named[Key(number: number, role: role), default: []].append(index)
        }
      }
    }
    return nameless.compactMap { one in
      let holders = Set((named[one.key] ?? []).map(root))
      guard holders.count == 1, let other = named[one.key]?.first else { return nil }
      return Resolution.Pair(
        a: min(one.prototype, other), b: max(one.prototype, other),
        judgement: .same(0.6, "the only \(one.key.role) of the case"))
    }
  }

  /// What a document says that a person is, without what makes it another's.
  private func roles(of record: ChainRecord) -> Set<String> {
    let reading = readings[record.reading]
    var roles: Set<String> = []
    if let role = record.attributes.role { roles.insert(role) }
    for index in reading.chains[record.chain].mentions.prefix(64)
    where reading.mentions[index].kind == .nominal {
      let words = NameForm(reading.document.quote(reading.mentions[index].range)).withoutArticle
      let said = words.tokens.prefix { !["of", "for", "in", "from", "with"].contains($0) }
      guard RoleResolver.others.isDisjoint(with: said), let last = said.last else { continue }
      roles.insert(last)
    }
    return roles
  }
}
