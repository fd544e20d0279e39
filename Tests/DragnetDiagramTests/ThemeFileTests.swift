import Foundation
import Testing

@testable import DragnetDiagram

@Suite struct ThemeFileTests {
  @Test func `a theme replaces what it names and keeps the rest of its base`() throws {
    let text = """
      {
        "base": "dark", "name": "night desk", "ink": "#ffeedd",
        "kinds": { "person": { "shape": "ellipse", "fill": "#102030" }, "ship": { "stroke": "#0000FF" } },
        "families": { "money": "#00FF00" }, "palette": ["#111111", "#222222"]
      }
      """
    let theme = try Theme(json: Array(text.utf8), file: "desk.json")
    #expect(theme.name == "night desk")
    #expect(theme.ink == "#FFEEDD")
    #expect(theme.paper == Theme.dark.paper)
    #expect(theme.style(ofKind: "person").shape == .ellipse)
    #expect(theme.style(ofKind: "person").fill == "#102030")
    #expect(theme.style(ofKind: "person").stroke == Theme.dark.style(ofKind: "person").stroke)
    #expect(theme.style(ofKind: "ship").stroke == "#0000FF")
    #expect(theme.color(ofFamily: "money") == "#00FF00")
    #expect(theme.palette == ["#111111", "#222222"])
    try expectWellFormed(try sampleDiagram(6).draw(theme: theme).svg())
  }

  @Test(
    arguments: [
      ("{\n\"ink\": \"red\"\n}", 2, "color such as"),
      ("{\n\n\"inkk\": \"#000000\"}", 3, "has no \"inkk\""),
      ("{\"base\": \"neon\"}", 1, "no theme 'neon'"),
      ("{\n\"kinds\": {\n\"person\": {\"shape\": \"star\"}}}", 3, "no shape 'star'"),
      ("{\n\"kinds\": {\n\"person\": {\"size\": 3}}}", 3, "a kind has no \"size\""),
      ("{\"kinds\": [1]}", 1, "should be an object"),
      ("{\"palette\": []}", 1, "list of 1 to 200"),
      ("{\"ink\": \"#000000\",\n\"ink\": \"#111111\"}", 2, "stands twice"),
      ("{\"font\": \"x\\\" onload=\\\"y\"}", 1, "names of fonts"),
      ("{\"ink\": \"#0000\n00\"}", 1, "'\"' is missing"), ("", 1, "file ends"),
      ("{\"ink\": \"#000000\"", 1, "',' or '}'"), ("{} {}", 1, "more after the end"),
      (String(repeating: "[", count: 10_000), 1, "nested too deep"), ("\u{0}", 1, "cannot stand"),
    ] as [(String, Int, String)])
  func `a mistake is named with its line`(text: String, line: Int, words: String) {
    #expect {
      try Theme(json: Array(text.utf8), file: "my.json")
    } throws: { error in
      guard let error = error as? ThemeError else { return false }
      return error.line == line && error.words.contains(words)
        && "\(error)".hasPrefix("my.json:\(line): ")
    }
  }

  @Test func `broken UTF-8 in a theme is an error or a name, never a crash`() throws {
    let bytes = Array("{\"name\": \"".utf8) + [0xFF, 0xC3, 0x28] + Array("\"}".utf8)
    #expect(try Theme(json: bytes, file: "x").name.contains("\u{FFFD}"))
  }

  @Test(arguments: ["light", "dark", "print", "safe"])
  func `every built-in theme is found by its name and can be read`(name: String) throws {
    let theme = try #require(Theme.named(name))
    #expect(theme.name == name)
    #expect(theme.faintWords == [])
  }

  @Test func `the theme for black-and-white printers has no hue`() {
    let theme = Theme.print
    let kinds = theme.kinds.values.flatMap { [$0.fill, $0.stroke, $0.text] }
    let page = [theme.paper, theme.ink, theme.secondary, theme.faint, theme.alert]
    for color in kinds + page + theme.palette + theme.families.values + [theme.otherFamily] {
      let digits = Array(color.dropFirst())
      #expect(digits[0..<2] == digits[2..<4] && digits[2..<4] == digits[4..<6], "\(color)")
    }
  }

  @Test func `a legend leaves out samples that look the same`() {
    #expect(Theme.light.tells(.kind("event-money")) && Theme.light.tells(.family("money")))
    #expect(!Theme.print.tells(.kind("event-money")) && !Theme.print.tells(.family("money")))
    #expect(Theme.print.tells(.kind("person")) && Theme.print.tells(.dash(.dashed)))
  }

  @Test func `faint words are told`() throws {
    var theme = Theme.light
    theme.families["money"] = "#EEEEEE"
    #expect(theme.faintWords == ["family money on paper"])
  }

  /// What each color looks like to people who lack one kind of cone, in linear light (Machado, Oliveira
  /// and Fernandes, 2009, severity 1).
  private static let sights: [String: [[Double]]] = [
    "all cones": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
      [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.303900],
    ],
  ]

  @Test(arguments: ["all cones", "protanopia", "deuteranopia", "tritanopia"])
  func `families of the safe theme stay apart for color-blind eyes`(sight: String) throws {
    let matrix = try #require(ThemeFileTests.sights[sight])
    let colors = Theme.colorBlindSafe.families.values.sorted()
    for (index, a) in colors.enumerated() {
      for b in colors[(index + 1)...] {
        let (p, q) = (lab(a, matrix), lab(b, matrix))
        let distance = zip(p, q).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
        // Two surfaces side by side are told apart from about 2.3; lines far apart need more.
        #expect(distance > 18, "\(a) \(b)")
      }
    }
  }

  /// CIELAB of a color as seen through a matrix.
  private func lab(_ color: String, _ matrix: [[Double]]) -> [Double] {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    let light = [value >> 16, value >> 8 & 255, value & 255].map { channel -> Double in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    func times(_ m: [[Double]], _ v: [Double]) -> [Double] {
      m.map { zip($0, v).map(*).reduce(0, +) }
    }
    let seen = times(matrix, light).map { min(max($0, 0), 1) }
    let xyz = times(
      [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
      ], seen)
    let f = zip(xyz, [0.95047, 1, 1.08883]).map { value, white -> Double in
      let t = value / white
      return t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }
}
