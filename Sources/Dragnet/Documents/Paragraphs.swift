/// Text that was broken into lines to fit a page, back in paragraphs.
enum Paragraphs {
  /// Joins the lines of each paragraph; blank lines stay.
  static func unwrapped(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return unwrapped(lines, compounds: compounds(in: text)).joined(separator: "\n\n") + "\n"
  }

  /// The paragraphs of lines. A blank line ends one; so does a line much shorter than its
  /// neighbors, and a sentence that ends before the margin.
  static func unwrapped(_ lines: [String], compounds: Set<Substring>) -> [String] {
    lines.split { $0.allSatisfy(\.isWhitespace) }.flatMap { block -> [String] in
      let lines = block.map { $0.trimming(\.isWhitespace) }
      let width = lines.map(\.utf8.count).max() ?? 0
      var paragraphs: [String] = []
      var current = ""
      for (index, line) in lines.enumerated() {
        current = current.isEmpty ? line : joined(current, line, compounds)
        let isLast = index + 1 == lines.count
        let endsSentence = line.last.map { ".!?:\"”’)".contains($0) } ?? false
        let isShort = line.utf8.count * 100 < width * (endsSentence ? 78 : 50)
        if isLast || isShort || startsItem(lines[index + 1]) {
          paragraphs.append(current)
          current = ""
        }
      }
      return paragraphs
    }
  }

  /// Words with a hyphen inside a line: they keep it at a line's end.
  static func compounds(in text: String) -> Set<Substring> {
    Set(text.split(whereSeparator: \.isWhitespace).filter { $0.contains("-") && $0.last != "-" })
  }

  private static func joined(_ a: String, _ b: String, _ compounds: Set<Substring>) -> String {
    guard a.last == "-", a.dropLast().last?.isLetter ?? false, b.first?.isLowercase ?? false else {
      return a + " " + b
    }
    let head = a.lastIndex(where: \.isWhitespace).map { a[a.index(after: $0)...] } ?? a[...]
    let tail = b.prefix { $0.isLetter || $0 == "-" }
    let isCompound = compounds.contains(Substring(head + tail))
    return (isCompound ? a : String(a.dropLast())) + b
  }

  /// Bullets, numbers of lists, quoted lines of a message.
  private static func startsItem(_ line: String) -> Bool {
    guard let first = line.first else { return false }
    if "•▪‣◦*>–—-".contains(first) { return true }
    let digits = line.prefix { $0.isNumber }
    let rest = line.dropFirst(digits.count)
    return (1...3).contains(digits.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }
}
