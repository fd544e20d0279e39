import Foundation

/// Cuts words into the pieces of the encoder's vocabulary, one word at a time.
///
/// What a word is cut into depends on nothing but the word, so every form is cut once.
struct WordPieces: Sendable {
  /// What stands for a part without pieces, and before and after a window.
  static let unknown: Int32 = 100
  static let start: Int32 = 101
  static let end: Int32 = 102
  /// Pieces kept of one word.
  static let most = 12

  private let table: PieceTable

  /// Makes the pieces of a vocabulary: one piece a line, the line number from 0 is its id.
  init(vocabulary lines: some Collection<UInt8>) { table = PieceTable(lines: lines) }

  /// The pieces of a word: 1...12 of them.
  func pieces(of word: String) -> [Int32] {
    var result: [Int32] = []
    for part in WordPieces.parts(of: word) {
      append(part, &result)
      if result.count >= WordPieces.most { break }
    }
    if result.isEmpty { return [WordPieces.unknown] }
    return Array(result.prefix(WordPieces.most))
  }

  /// The pieces of one part; all of it is unknown when any of it is.
  private func append(_ part: [UInt8], _ result: inout [Int32]) {
    let isShort = part.count <= 100 || part.count { $0 & 0xC0 != 0x80 } <= 100
    let first = result.count
    var rest = part[...]
    var root = PieceTable.start
    while !rest.isEmpty {
      guard isShort, let (id, length) = table.longest(rest, from: root) else {
        result.removeSubrange(first...)
        result.append(WordPieces.unknown)
        return
      }
      result.append(id)
      rest = rest.dropFirst(length)
      root = PieceTable.middle
    }
  }

  /// A word cleaned, without accents, in lower case and cut at spaces and marks, in UTF-8.
  static func parts(of word: String) -> [[UInt8]] {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return asciiParts(of: word) }
    var cleaned = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: cleaned.append(" ")
      case 0, 0xFFFD: continue
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse: continue
        default: break
        }
        if isIdeograph(scalar.value) {
          cleaned.append(" ")
          cleaned.append(scalar)
          cleaned.append(" ")
        } else {
          cleaned.append(scalar.properties.isWhitespace ? " " : scalar)
        }
      }
    }
    var parts: [[UInt8]] = []
    var open: [UInt8] = []
    func close() {
      if !open.isEmpty { parts.append(open) }
      open = []
    }
    for plain in String(cleaned).decomposedStringWithCanonicalMapping.unicodeScalars
    where plain.properties.generalCategory != .nonspacingMark {
      for scalar in plain.properties.lowercaseMapping.unicodeScalars {
        if scalar.properties.isWhitespace {
          close()
        } else if isMark(scalar) {
          close()
          parts.append(Array(String(scalar).utf8))
        } else {
          open.append(contentsOf: String(scalar).utf8)
        }
      }
    }
    close()
    return parts
  }

  private static func asciiParts(of word: String) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var open: [UInt8] = []
    for byte in word.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: open.append(byte)
      case 0x41...0x5A: open.append(byte | 0x20)
      case 0x09, 0x0A, 0x0D, 0x20:
        if !open.isEmpty { parts.append(open) }
        open = []
      case 0...0x1F, 0x7F: continue
      default:
        if !open.isEmpty { parts.append(open) }
        open = []
        parts.append([byte])
      }
    }
    if !open.isEmpty { parts.append(open) }
    return parts
  }

  private static func isIdeograph(_ value: UInt32) -> Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F,
      0x2B740...0x2B81F, 0x2B920...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
      true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: return true
    case 0..<0x80: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}
