import Dragnet

/// A table in plain text: columns as wide as their widest cell, two spaces apart.
struct TextTable {
  /// One column.
  struct Column {
    let title: String
    let isNumber: Bool

    /// A column of words, or of numbers that stand to the right.
    init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row: one cell for each column, of one line each.
  mutating func add(_ cells: [String]) {
    precondition(cells.count == columns.count, "a row has one cell for each column")
    rows.append(cells.map(singleLine))
  }

  /// The table, its titles first, without a line end at the end.
  var text: String {
    var widths = columns.map { displayWidth($0.title) }
    for row in rows {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], displayWidth(cell))
      }
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (index, cell) in cells.enumerated() {
        let gap = String(repeating: " ", count: widths[index] - displayWidth(cell))
        text += (index > 0 ? "  " : "") + (columns[index].isNumber ? gap + cell : cell + gap)
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    return ([line(columns.map(\.title))] + rows.map(line)).joined(separator: "\n")
  }
}

/// A text without line ends, and with what a terminal would obey written out.
func singleLine(_ text: String) -> String {
  Output.neutralized(text.split { $0.isNewline || $0 == "\t" }.joined(separator: " "))
}

/// How many columns of a terminal a text takes: wide characters of East Asia take two, marks that
/// combine take none.
func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { width, scalar in
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      width + 2
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0x20D0...0x20FF, 0xF8F0...0xF8F3: width
    default: width + 1
    }
  }
}
