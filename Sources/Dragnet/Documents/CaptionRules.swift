/// Recognizes image captions by the credit they carry, and lines that only credit a source.
enum CaptionRules {
  /// True for a caption with a credit, or a credit alone.
  static func isCredit(_ line: PageLine) -> Bool {
    guard line.words.count <= 75 else { return false }
    return opensAsCaption(line) || endsInBracketedCredit(line) || endsInCredit(line)
      || line.words.count <= 45 && FurniturePhrases.stockImage.matchAnywhere(in: line.words)
  }

  private static func opensAsCaption(_ line: PageLine) -> Bool {
    if line.tokens.count > 2, line.tokens[0] == "FILE",
      ["-", "–", "—", "PHOTO", "PHOTO:", "PHOTO-"].contains(line.tokens[1])
    {
      return true
    }
    if FurniturePhrases.captionStart.matchStart(of: line.words) { return true }
    guard let label = FurnitureRules.label(of: line),
      FurniturePhrases.captionLabel.matchWhole(label)
    else { return false }
    let start = line.tokens.firstIndex { $0.hasSuffix(":") || $0 == "|" } ?? 0
    return isName(line.tokens[(start + 1)...])
  }

  /// *(Photo by Jane Doe)*, *[AP Photo/Jane Doe]*, *(Jane Doe/AFP)*; not *(Reuters)* alone, which
  /// signs a text.
  private static func endsInBracketedCredit(_ line: PageLine) -> Bool {
    let text = line.text.hasSuffix(".") ? line.text.dropLast() : line.text[...]
    guard let last = text.last, last == ")" || last == "]",
      let open = text.lastIndex(of: last == ")" ? "(" : "[")
    else { return false }
    let tokens = text[text.index(after: open)...].dropLast().split { " /|:".contains($0) }
    guard (1...12).contains(tokens.count), isName(tokens[...]) else { return false }
    let inside = text[open...]
    return tokens.contains { FurniturePhrases.pictureWords.contains($0.lowercased()) }
      || inside.contains("/") && tokens.count > 1 && tokens.contains { isAgency($0) }
  }

  private static func isAgency(_ token: Substring) -> Bool {
    [
      "AFP", "AP", "REUTERS", "Reuters", "EPA", "EPA-EFE", "EFE", "Bloomberg", "Xinhua", "ANSA",
      "DPA", "dpa",
      "PA", "Getty", "Shutterstock", "NurPhoto", "Sipa", "Zuma", "UPI", "Kyodo", "Yonhap", "PTI",
      "ANI",
      "Anadolu", "TASS", "Tass", "Jazeera",
    ].contains(String(token))
  }

  /// *… Image: Name.*, *… | © Name*, *… — AFP pic*, *… REUTERS/Jane Doe*, *… via Getty Images*.
  private static func endsInCredit(_ line: PageLine) -> Bool {
    let tokens = line.tokens
    for index in tokens.indices.suffix(10) {
      let token = tokens[index]
      let rest = tokens[(index + 1)...]
      let word = token.lowercased().trimming { !$0.isLetter }
      if token.hasPrefix("REUTERS/") || token.hasPrefix("Photo/") || token.hasPrefix("AFP/") {
        return isName(rest) || rest.isEmpty
      }
      if token.contains("©") { return isName(rest) || rest.isEmpty && index > 0 }
      if token.hasSuffix(":"), token.startsWithCapital,
        FurniturePhrases.captionLabel.matchWhole([word])
      {
        return isName(rest)
      }
      if ["Photo", "Photos", "Photograph", "Picture", "Pictures", "Image", "Images"].contains(
        token), rest.count > 1,
        ["by", "via", "courtesy"].contains(rest[index + 1])
      {
        return isName(rest.dropFirst())
      }
      if ["-", "–", "—", "|"].contains(token), rest.count <= 7, isName(rest),
        rest.contains(where: {
          FurniturePhrases.pictureWords.contains($0.lowercased().trimming { !$0.isLetter })
        })
      {
        return true
      }
    }
    return false
  }

  /// One to ten tokens that begin with capitals, joined as names are.
  static func isName(_ tokens: ArraySlice<Substring>) -> Bool {
    guard (1...10).contains(tokens.count) else { return false }
    return tokens.contains { $0.startsWithCapital }
      && tokens.allSatisfy { token in
        token.startsWithCapital || !token.contains { $0.isLetter }
          || isJoiner(token.lowercased().trimming { !$0.isLetter })
          || token.hasPrefix("@") || token.contains(".com") || token.contains("/")
      }
  }

  private static func isJoiner(_ word: String) -> Bool {
    FurniturePhrases.nameJoiners.contains(word) || FurniturePhrases.pictureWords.contains(word)
  }
}
