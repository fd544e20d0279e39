import DragnetText

/// A few sentences put together from what a case says: words, names, hedges and the sentences they
/// rest on. Each way of writing a report turns the pieces into its own marks.
public struct Prose: Sendable, Hashable, ExpressibleByStringLiteral {
  /// A piece of it. Text is plain: whatever stands in it is shown as it is.
  public enum Piece: Sendable, Hashable {
    /// Words.
    case text(String)
    /// Words that stand out.
    case strong(String)
    /// What ties two entities: *located in*.
    case label(String)
    /// A reservation of the texts: *alleged*, *denied*.
    case hedge(String)
    /// An entity, by its id and name.
    case entity(id: String, name: String)
    /// A document, by its id and short name.
    case document(DocumentID, name: String)
    /// The sentences the words before it rest on; shown as numbers of notes.
    case notes([Evidence])
    /// The words of a document.
    case quote(String)
  }

  /// In the order they are read.
  public var pieces: [Piece]

  /// Makes prose.
  public init(_ pieces: [Piece] = []) { self.pieces = pieces }
  /// Makes prose of words.
  public init(_ text: String) { pieces = text.isEmpty ? [] : [.text(text)] }
  /// Makes prose of words.
  public init(stringLiteral text: String) { self.init(text) }

  /// True when there is nothing to read.
  public var isEmpty: Bool { pieces.isEmpty }

  /// The words alone, without notes.
  public var plain: String {
    pieces.map { piece in
      switch piece {
      case .text(let text), .strong(let text), .label(let text), .hedge(let text): text
      case .entity(_, let name), .document(_, let name): name
      case .quote(let text): "“\(text)”"
      case .notes: ""
      }
    }.joined()
  }

  /// Every sentence it rests on, in the order they are cited.
  public var evidence: [Evidence] {
    pieces.flatMap { piece -> [Evidence] in
      if case .notes(let evidence) = piece { evidence } else { [] }
    }
  }

  /// One after the other.
  public static func + (a: Prose, b: Prose) -> Prose { Prose(a.pieces + b.pieces) }
  /// Adds to the end.
  public static func += (a: inout Prose, b: Prose) { a.pieces += b.pieces }
}

extension [Prose] {
  /// One after the other with words between.
  func joined(separator: String) -> Prose {
    var result = Prose()
    for (index, part) in enumerated() {
      if index > 0 { result += Prose(separator) }
      result += part
    }
    return result
  }

  /// *a*, *a and b*, *a, b and c*.
  var listed: Prose {
    guard count > 1, let last else { return first ?? Prose() }
    return dropLast().map(\.self).joined(separator: ", ") + " and " + last
  }
}
