import Foundation

extension Theme {
  /// The contrast ratio of two colors `#RRGGBB`, 1...21, as WCAG 2.1 defines it; 1 where one of them is
  /// no color.
  public static func contrast(_ a: String, _ b: String) -> Double {
    guard let first = luminance(a), let second = luminance(b) else { return 1 }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// Where words do not stand out from their ground (less than 4.5 to 1), in words: what to change in a
  /// theme of one's own. Empty for the built-in themes.
  public var faintWords: [String] {
    var pairs = [("secondary on paper", secondary, paper), ("ink on paper", ink, paper)]
    pairs += (kinds.sorted { $0.key < $1.key } + [("otherKind", otherKind)]).map {
      ("text on fill of \($0.key)", $0.value.text, $0.value.fill)
    }
    pairs += families.sorted { $0.key < $1.key }.map {
      ("family \($0.key) on paper", $0.value, paper)
    }
    pairs.append(("otherFamily on paper", otherFamily, paper))
    return pairs.filter { Theme.contrast($0.1, $0.2) < 4.5 }.map(\.0)
  }

  /// A color moved towards the ink until words in it stand out from the paper (4.5 to 1).
  func legible(_ color: String) -> String {
    for step in 0...10 {
      let mixed = Theme.mixed(color, ink, share: Double(step) / 10)
      if Theme.contrast(mixed, paper) >= 4.5 { return mixed }
    }
    return ink
  }

  private static func luminance(_ color: String) -> Double? {
    guard let channels = channels(color) else { return nil }
    let linear = channels.map { channel -> Double in
      let share = Double(channel) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The paper as it looks under the shape of a cluster.
  func tint(of cluster: Diagram.Cluster, at index: Int) -> String {
    Theme.mixed(paper, color(of: cluster, at: index), share: 34.0 / 255)
  }

  /// The first color with a share of the second, 0...1.
  static func mixed(_ a: String, _ b: String, share: Double) -> String {
    guard let first = channels(a), let second = channels(b) else { return a }
    let digits = zip(first, second).map { x, y -> String in
      let value = Int((Double(x) + (Double(y) - Double(x)) * share).rounded())
      return (value < 16 ? "0" : "") + String(value, radix: 16, uppercase: true)
    }
    return "#" + digits.joined()
  }

  private static func channels(_ color: String) -> [Int]? {
    guard isColor(color), let value = Int(color.dropFirst(), radix: 16) else { return nil }
    return [value >> 16, value >> 8 & 255, value & 255]
  }
}
