import DragnetText

/// A chain of one reading with what resolution compares it by. A class, as it is passed around in
/// every comparison and never changes.
final class ChainRecord: Sendable {
  /// Place of its reading among the readings.
  let reading: Int
  /// Place in `Reading.chains`.
  let chain: Int
  let type: EntityType
  let attributes: Attributes
  /// The name, folded, without article and legal form.
  let form: NameForm
  /// Names the document says are the same, folded likewise.
  let aliases: [NameForm]
  /// True when at least one mention is a proper name.
  let isNamed: Bool
  /// Confidence summed over mentions that are not pronouns: its vote on the type. Counts threefold where
  /// the document says what it is.
  let votes: Double

  init(reading readingIndex: Int, chain chainIndex: Int, of reading: Reading) {
    let chain = reading.chains[chainIndex]
    let mentions = chain.mentions.map { reading.mentions[$0] }
    self.reading = readingIndex
    self.chain = chainIndex
    type = chain.type
    attributes = chain.attributes
    let name = NameForm(chain.name).withoutLegalForm
    form = name
    aliases = Array(Set(chain.aliases.map { NameForm($0).withoutLegalForm }))
      .filter { !$0.tokens.isEmpty && $0 != name }
      .sorted { $0.key < $1.key }
    isNamed = mentions.contains { $0.kind == .name }
    let said = mentions.reduce(0) { $0 + ($1.kind == .pronoun ? 0 : $1.confidence) }
    let isTold = attributes.office != nil || attributes.honorific != nil
    votes = isTold ? 3 * said : said
  }

  /// The name and the names said to be the same.
  var names: [NameForm] { [form] + aliases }

  /// All that two chains are compared by.
  var look: String {
    let said = [
      type.rawValue, isNamed ? "n" : "-", attributes.honorific ?? "", attributes.country ?? "",
      attributes.office ?? "", attributes.seat ?? "",
    ]
    return (said + names.map(\.key)).joined(separator: "|")
  }

  /// Chains with equal signatures need no judging: what is compared is all equal. Nil for chains
  /// that only their own document can speak of.
  var signature: String? {
    guard !form.tokens.isEmpty else { return nil }
    let country = attributes.country ?? "-"
    switch type {
    case .person:
      return isNamed && form.tokens.count > 1 ? "p|" + names.map(\.key).joined(separator: "|") : nil
    case .agency:
      let seat = NameForm(attributes.seat ?? "-").key
      return attributes.office == nil && !isNamed
        ? nil
        : "a|\(attributes.office ?? "-")|\(country)|\(seat)|\(isNamed)|"
          + names.map(\.key).joined(separator: "|")
    case .group:
      return nil
    case .organization, .place, .other:
      return isNamed
        ? "\(type.rawValue)|\(country)|" + names.map(\.key).joined(separator: "|") : nil
    }
  }
}

/// Chains of several documents that are alike in everything that is compared.
struct Prototype {
  /// The one they are alike to.
  let record: ChainRecord
  /// Indices of the records, ascending.
  var members: [Int]
}
