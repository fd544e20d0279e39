import Foundation

/// Why a name does not lead to one entity of a network.
public enum LookupError: Error, Equatable, CustomStringConvertible {
  /// Several entities answer to the name, the most mentioned first.
  case ambiguous(name: String, candidates: [Entity])
  /// No entity answers to the name; `near` holds names that are spelled alike, the nearest first.
  case notFound(name: String, near: [String])

  /// What happened and what to do about it.
  public var description: String {
    switch self {
    case .ambiguous(let name, let candidates):
      "'\(name)' may mean \(candidates.count) entities; give more of the name, or the id:"
        + candidates.prefix(20).map { entity in
          let alias = entity.aliases.first.map { ", also '\($0)'" } ?? ""
          return "\n  \(entity.name) (\(entity.type.rawValue)\(alias); \(entity.id))"
        }.joined() + (candidates.count > 20 ? "\n  and \(candidates.count - 20) more" : "")
    case .notFound(let name, let near):
      near.isEmpty
        ? "no entity is called '\(name)'"
        : "no entity is called '\(name)'; near it: "
          + near.map { "'\($0)'" }.joined(separator: ", ")
    }
  }
}

extension Network {
  /// The entity a person means by a name: its id, its name, an alias, or an unambiguous part.
  ///
  /// Case, accents, kinds of quotes, white space and a leading article do not matter. The name is
  /// looked for as an id, then as a whole name, as a whole alias, as words within a name or alias in
  /// any order, and last as beginnings of such words. The first of these that any entity answers
  /// decides: one answer is taken, several are ambiguous.
  ///
  /// - Complexity: O(*c*) for *c* characters of all names, and a spelling comparison with each name
  ///   when nothing is found.
  public func entity(named name: String) throws(LookupError) -> Entity {
    if let entity = entities.first(where: { $0.id == name }) { return entity }
    let wanted = foldedName(name)
    guard !wanted.isEmpty else { throw .notFound(name: name, near: []) }
    let words = wanted.split(separator: " ").map(String.init)
    let folded = entities.map { FoldedEntity($0) }

    let rules: [(FoldedEntity) -> Bool] = [
      { $0.name == wanted },
      { $0.aliases.contains(wanted) },
      { $0.words.contains { spoken in words.allSatisfy(spoken.contains) } },
      { entity in
        entity.words.contains { spoken in
          words.allSatisfy { word in spoken.contains { $0.hasPrefix(word) } }
        }
      },
    ]
    for rule in rules {
      let found = folded.indices.filter { rule(folded[$0]) }.map { entities[$0] }
      if found.count == 1 { return found[0] }
      if found.count > 1 {
        throw .ambiguous(
          name: name,
          candidates: found.sorted {
            ($1.mentions.count, $0.name, $0.id) < ($0.mentions.count, $1.name, $1.id)
          })
      }
    }
    throw .notFound(name: name, near: namesNear(wanted, words: words.count))
  }

  /// Up to five names spelled like a folded name, the nearest first; an entity is named once.
  private func namesNear(_ wanted: String, words: Int) -> [String] {
    let wanted = Array(wanted.unicodeScalars.prefix(80))
    let limit = max(1, wanted.count / 3)
    var found: [(distance: Int, name: String)] = []
    for entity in entities {
      var best = limit + 1
      for name in [entity.name] + entity.aliases {
        let spoken = foldedName(name).split(separator: " ").prefix(40)
        for start in spoken.indices {
          let part = spoken[start...].prefix(words).joined(separator: " ")
          best = min(best, editDistance(wanted, Array(part.unicodeScalars.prefix(80))))
        }
      }
      if best <= limit { found.append((best, entity.name)) }
    }
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(5).map(\.name)
  }
}

/// The names of an entity in the form they are compared in.
private struct FoldedEntity {
  let name: String
  let aliases: Set<String>
  /// The words of each name.
  let words: [Set<String>]

  init(_ entity: Entity) {
    name = foldedName(entity.name)
    let aliases = entity.aliases.map(foldedName)
    self.aliases = Set(aliases)
    words = ([name] + aliases).map { Set($0.split(separator: " ").map(String.init)) }
  }
}

/// A name in lower case, without accents, marks and leading article, its words one space apart.
private func foldedName(_ name: String) -> String {
  let plain = name.folding(
    options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  var words = plain.split { !($0.isLetter || $0.isNumber) }.map(String.init)
  if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
  return words.joined(separator: " ")
}

/// Levenshtein's distance: the fewest insertions, deletions and replacements.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
