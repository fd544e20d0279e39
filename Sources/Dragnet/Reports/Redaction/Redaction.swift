import DragnetText
import Foundation

/// Why a list of names to replace could not be read.
public enum RedactionError: Error, Equatable, CustomStringConvertible {
  /// A line has no name.
  case noName(file: String, line: Int)
  /// The role of one name holds a name that is to be replaced.
  case roleNames(file: String, line: Int, role: String)
  /// The list is empty.
  case empty(file: String)

  /// What is wrong, where, and what was expected.
  public var description: String {
    switch self {
    case .noName(let file, let line):
      "\(file):\(line): there is no name; expected a name, or a name, a tab and a role"
    case .roleNames(let file, let line, let role):
      "\(file):\(line): the role '\(role)' holds a name that is to be replaced"
    case .empty(let file): "\(file): there is no name in it; expected one name a line"
    }
  }
}

/// Names that a report must not show, and the roles that stand for them.
///
/// A name that an entity of the case bears stands for all its names. What is replaced: names of
/// entities and documents, sentences, values, speakers, origins, ids, and the template's own text.
public struct Redaction: Sendable {
  struct Entry {
    let name: String
    let role: String?
    let line: Int
  }

  let entries: [Entry]
  let file: String

  /// Reads a list: a name a line, on request a tab and the role that stands for it. Lines that start
  /// with `#` are remarks.
  ///
  /// - Parameter file: the name of the list in messages.
  public init(parsing text: String, file: String) throws(RedactionError) {
    var entries: [Entry] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let plain = line.drop { $0 == "\u{FEFF}" }
      if plain.trimmed.isEmpty || plain.trimmed.hasPrefix("#") { continue }
      let parts = plain.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts[0].trimmed
      guard !FoldedText(name).units.isEmpty else { throw .noName(file: file, line: index + 1) }
      let role = parts.count > 1 ? singleLine(parts[1].trimmed) : ""
      entries.append(Entry(name: name, role: role.isEmpty ? nil : role, line: index + 1))
    }
    guard !entries.isEmpty else { throw .empty(file: file) }
    self.entries = entries
    self.file = file
  }
}

/// A case whose listed names are roles, and what is needed to keep them so.
public struct RedactedCase: Sendable {
  /// The network with roles.
  public let network: Network
  /// The network as it was, to look names up in.
  let original: Network
  /// Ids that changed, because they held a name.
  let ids: [String: String]
  let replacer: NameReplacer
  /// Names of the list that no entity bears: they are replaced where they stand, as they stand.
  public let unknownNames: [String]

  /// Puts roles in the place of names.
  ///
  /// - Complexity: O(*c* · *f*) at worst, for *c* characters of the case and *f* forms of names that
  ///   start alike.
  public init(_ network: Network, _ redaction: Redaction) throws(RedactionError) {
    original = network
    var names: [(name: String, role: String, needsCapital: Bool)] = []
    var roles: [String: String] = [:]
    var unknown: [String] = []
    let common = CommonWords(network)
    for (index, entry) in redaction.entries.enumerated() {
      let folded = FoldedText(entry.name).units.map(\.scalar)
      let entities = network.entities.filter { entity in
        ([entity.name] + entity.aliases).contains {
          FoldedText($0).units.map(\.scalar) == folded
        }
      }
      let kind = entities.first.map { $0.type.title } ?? "Name"
      let known = entities.lazy.compactMap { roles[$0.id] }.first
      let role = entry.role ?? known ?? "\(kind) \(RedactedCase.letters(index))"
      names.append((entry.name, role, false))
      if entities.isEmpty { unknown.append(entry.name) }
      for entity in entities {
        roles[entity.id] = roles[entity.id] ?? role
        for name in [entity.name] + entity.aliases.filter({ common.isName($0, of: entity) }) {
          names.append((name, role, false))
        }
        names += common.parts(of: entity).map { ($0, role, true) }
      }
    }
    replacer = NameReplacer(names)
    for entry in redaction.entries {
      if let role = entry.role, replacer.isNamed(in: role) {
        throw .roleNames(file: redaction.file, line: entry.line, role: role)
      }
    }
    unknownNames = unknown
    let rewriter = NetworkRewriter(network, roles: roles, replacer: replacer)
    self.network = rewriter.network
    ids = rewriter.ids
  }

  /// True when a name of the list, or another name of its entity, stands in a text.
  public func isNamed(in text: String) -> Bool { replacer.isNamed(in: text) }

  /// *A*, *B*, … *Z*, *AA*.
  private static func letters(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? letter : letters(index / 26 - 1) + letter
  }
}

/// Tells names from common words by how the documents of a case write them.
private struct CommonWords {
  /// Words that stand in the documents in small letters.
  private let small: Set<String>

  init(_ network: Network) {
    var small: Set<String> = []
    for document in network.documents {
      for word in document.text.split(whereSeparator: { !$0.isLetter }) {
        if word.first?.isLowercase == true { small.insert(String(word)) }
      }
    }
    self.small = small
  }

  /// False for *the police* and *Authorities*, which stand for anyone of the kind.
  func isName(_ alias: String, of entity: Entity) -> Bool {
    let words = alias.split { !$0.isLetter && !$0.isNumber }
    if words.dropFirst().contains(where: { $0.first?.isUppercase == true && !isCommon($0) }) {
      return true
    }
    return words.first.map { $0.first?.isUppercase == true && !isCommon($0) } ?? false
  }

  private func isCommon(_ word: Substring) -> Bool { small.contains(word.lowercased()) }

  /// The parts of a person's name, each a name by itself: not titles, particles and initials.
  func parts(of entity: Entity) -> [String] {
    guard entity.type == .person else { return [] }
    let titles = Set((entity.attributes.honorific ?? "").lowercased().split(separator: " "))
    return entity.name.split { !$0.isLetter }.map(String.init).filter { part in
      part.count > 1 && part.first?.isUppercase == true
        && !titles.contains(part.lowercased()[...])
    }
  }
}
