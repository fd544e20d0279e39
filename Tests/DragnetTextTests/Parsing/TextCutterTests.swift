import TestSupport
import Testing

@testable import DragnetText

@Suite struct TextCutterTests {
  /// The words, parted by spaces, of each sentence.
  private func cut(_ text: String, furniture: [TextRange] = []) -> [String] {
    let bytes = Array(text.utf8)
    return TextCutter(bytes: bytes, furniture: furniture).sentences().map { words in
      words.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
        .joined(separator: " ")
    }
  }

  @Test(
    arguments: [
      ("don't can't cannot won’t", "do n't ca n't can not wo n’t"),
      ("the bank's, the students' and James’s", "the bank 's , the students ' and James ’s"),
      ("well-known pro-European re-entry", "well - known pro-European re-entry"),
      ("S$13,000 (US$10,000), RM47,329, €1,500", "S$ 13,000 ( US$ 10,000 ) , RM 47,329 , € 1,500"),
      ("35% of 10km at 5pm in the 1990s", "35 % of 10 km at 5 pm in the 1990s"),
      ("O'Brien's cousin at ten o'clock", "O'Brien 's cousin at ten o'clock"),
      ("the '60s and 'em", "the '60s and 'em"),
      ("on 11/28/2000 at 10:30, 2019-2020", "on 11/28/2000 at 10:30 , 2019 - 2020"),
      ("and/or w/o AT&T", "and / or w/o AT&T"),
      ("wait... what?! no -- yes", "wait ... what ?! no -- yes"),
      (
        "see https://example.org/a?b=(c). @user #tag",
        "see https://example.org/a?b=(c) . @user #tag"
      ),
      ("mail a.b@example.org, or example.org", "mail a.b@example.org , or example.org"),
      ("call 713-853-3989 or 345-9945", "call 713-853-3989 or 345-9945"),
      ("ﬁve naïve 👨‍👩‍👧🇳🇴🙂 ok", "ﬁve naïve 👨‍👩‍👧 🇳🇴 🙂 ok"),
      ("M'sians ‘quoted’ \"too\"", "M'sians ‘ quoted ’ \" too \""),
      ("great :) really ;-)", "great :) really ;-)"),
    ])
  func `cuts words as Universal Dependencies does`(text: String, expected: String) {
    #expect(cut(text).joined(separator: " ") == expected)
  }

  @Test(
    arguments: [
      (
        "Mr. Ito met Dr. Osei of the U.S. Army. They left.",
        ["Mr. Ito met Dr. Osei of the U.S. Army .", "They left ."]
      ),
      (
        "LIMA, Oct 9 (Reuters) – The court sat. It rose.",
        ["LIMA , Oct 9 ( Reuters ) – The court sat .", "It rose ."]
      ),
      (
        "“We won.” He left. “Stop!” he cried.",
        ["“ We won . ”", "He left .", "“ Stop ! ” he cried ."]
      ),
      ("\"One.\" \"Two,\" he said.", ["\" One . \"", "\" Two , \" he said ."]),
      ("In the U.S. The minister said so.", ["In the U.S.", "The minister said so ."]),
      ("It fell by 3.5 per cent.It rose.", ["It fell by 3.5 per cent .", "It rose ."]),
      ("He was fined. [12] She was not.", ["He was fined . [ 12 ]", "She was not ."]),
      ("1. Read it. 2. Sign it.", ["1 . Read it .", "2 . Sign it ."]),
      ("great place. we came back", ["great place .", "we came back"]),
      ("We sell rope, nets etc. Call us.", ["We sell rope , nets etc .", "Call us ."]),
      (
        "TWO HELD IN RAID ON BANK\n\nPolice held two.",
        ["TWO HELD IN RAID ON BANK", "Police held two ."]
      ),
      ("• One thing\n• Another", ["• One thing", "• Another"]),
      ("Name\tAge\nSmith\t44", ["Name Age", "Smith 44"]),
    ] as [(String, [String])])
  func `cuts sentences where they end`(text: String, expected: [String]) {
    #expect(cut(text) == expected)
  }

  @Test func `leaves furniture out`() {
    let text = "Police held two. Subscribe now! They paid."
    #expect(cut(text, furniture: [TextRange(17, 31)]) == ["Police held two .", "They paid ."])
  }

  @Test(arguments: UInt64(0)..<40)
  func `words lie in order and leave nothing but space out`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let alphabet = Array(
      "aB1 .,'’\"“-–/:;@#$&()[]!?\n\t…é漢🙂\u{200D}\u{FE0F}\u{AD}\u{200B}_%+=<*".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<300 { text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &chance)]) }
    let bytes = Array(String(text).utf8)
    var end = 0
    for word in TextCutter(bytes: bytes, furniture: []).sentences().joined() {
      #expect(word.start >= end && word.end > word.start)
      #expect(isSpace(bytes[end..<word.start]))
      #expect(String(validating: bytes[word.start..<word.end], as: UTF8.self) != nil)
      end = word.end
    }
    #expect(isSpace(bytes[end...]))
  }

  private func isSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.value == 0x200B
    }
  }

  @Test(
    arguments: [
      ("no space", "a", 400_000),
      ("only line ends", "\n", 400_000),
      ("dots in words", "a.b", 100_000),
      ("apostrophes", "'", 300_000),
      ("brackets and faces", "(:)", 100_000),
      ("open quotes", ". \" ", 100_000),
      ("right to left", "قال إن الرئيس سافر. ", 10_000),
    ] as [(String, String, Int)])
  func `odd text is read in good time`(name: String, unit: String, count: Int) {
    let text = String(repeating: unit, count: count)
    let clock = ContinuousClock()
    let time = clock.measure {
      let words = TextCutter(bytes: Array(text.utf8), furniture: []).sentences().joined()
      #expect(words.allSatisfy { $0.count <= 1100 })
    }
    #expect(time < .seconds(30), "\(name)")
  }
}
