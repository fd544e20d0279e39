/// Why a theme could not be read from a file.
public struct ThemeError: Error, Equatable, CustomStringConvertible {
  /// The file.
  public let file: String
  /// The line at fault, from 1.
  public let line: Int
  /// What is wrong and what would be right.
  public let words: String

  /// `FILE:LINE: WORDS`.
  public var description: String { "\(file):\(line): \(words)" }
}

extension Theme {
  /// A built-in theme: *light*, *dark*, *print* or *safe*; nil for other names.
  public static func named(_ name: String) -> Theme? {
    [light, dark, print, colorBlindSafe].first { $0.name == name }
  }

  /// Reads a theme that somebody wrote. It starts from a built-in one (`base`, *light* if not said) and
  /// replaces what it names; `docs/themes.md` lists what can be named.
  ///
  /// - Parameters:
  ///   - bytes: the file's content, at most a megabyte of JSON.
  ///   - file: its name, for messages.
  /// - Throws: `ThemeError` with file and line.
  public init(json bytes: [UInt8], file: String) throws(ThemeError) {
    do throws(LinedJSON.Fault) {
      guard bytes.count <= 1 << 20 else {
        throw LinedJSON.Fault(line: 1, words: "the file is over a megabyte; no theme is")
      }
      self = try ThemeReader.theme(from: try LinedJSON.read(bytes))
    } catch {
      throw ThemeError(file: file, line: error.line, words: error.words)
    }
  }
}

/// Turns the values of a theme's file into a theme.
private enum ThemeReader {
  typealias Fault = LinedJSON.Fault

  static func theme(from json: LinedJSON) throws(Fault) -> Theme {
    let members = try members(of: json, "a theme")
    var theme = Theme.light
    theme.name = "custom"
    if let base = members.first(where: { $0.key == "base" }) {
      let name = try text(base.value, base.key)
      guard let found = Theme.named(name) else {
        throw Fault(
          line: base.value.line,
          words: "there is no theme '\(name)'; use light, dark, print or safe")
      }
      theme = found
      theme.name = "custom"
    }
    for (key, line, value) in members {
      switch key {
      case "base": break
      case "name": theme.name = try text(value, key)
      case "paper": theme.paper = try color(value, key)
      case "ink": theme.ink = try color(value, key)
      case "secondary": theme.secondary = try color(value, key)
      case "faint": theme.faint = try color(value, key)
      case "alert": theme.alert = try color(value, key)
      case "otherFamily": theme.otherFamily = try color(value, key)
      case "font": theme.font = try font(value, key)
      case "titleFont": theme.titleFont = try font(value, key)
      case "otherKind": theme.otherKind = try style(value, key, over: theme.otherKind)
      case "kinds":
        for (kind, _, own) in try self.members(of: value, key) {
          theme.kinds[kind] = try style(own, kind, over: theme.kinds[kind] ?? theme.otherKind)
        }
      case "families":
        for (family, _, own) in try self.members(of: value, key) {
          theme.families[family] = try color(own, family)
        }
      case "palette": theme.palette = try colors(value, key)
      default:
        throw Fault(
          line: line,
          words:
            "a theme has no \"\(key)\"; it has base, name, paper, ink, secondary, faint, alert, "
            + "font, titleFont, kinds, otherKind, families, otherFamily, palette")
      }
    }
    return theme
  }

  private static func style(
    _ json: LinedJSON, _ kind: String, over base: Theme.NodeStyle
  ) throws(Fault) -> Theme.NodeStyle {
    var style = base
    for (key, line, value) in try members(of: json, kind) {
      switch key {
      case "fill": style.fill = try color(value, key)
      case "stroke": style.stroke = try color(value, key)
      case "text": style.text = try color(value, key)
      case "shape":
        let name = try text(value, key)
        guard let shape = Theme.Shape(rawValue: name) else {
          throw Fault(
            line: value.line,
            words:
              "there is no shape '\(name)'; use rounded, doubleRounded, box, doubleBox, ellipse, "
              + "note, plaque or plain")
        }
        style.shape = shape
      default:
        throw Fault(line: line, words: "a kind has no \"\(key)\"; it has shape, fill, stroke, text")
      }
    }
    return style
  }

  private static func members(
    of json: LinedJSON, _ name: String
  ) throws(Fault) -> [(key: String, line: Int, value: LinedJSON)] {
    guard case .object(let members) = json.value else {
      throw Fault(line: json.line, words: "\(name) should be an object: { … }")
    }
    return members
  }

  private static func text(_ json: LinedJSON, _ key: String) throws(Fault) -> String {
    guard case .text(let text) = json.value, !text.isEmpty else {
      throw Fault(line: json.line, words: "\"\(key)\" should be a text in quotes")
    }
    return text
  }

  private static func color(_ json: LinedJSON, _ key: String) throws(Fault) -> String {
    let color = try text(json, key)
    guard Theme.isColor(color) else {
      throw Fault(
        line: json.line, words: "\"\(key)\" should be a color such as \"#1A2B3C\", not '\(color)'")
    }
    return color.uppercased()
  }

  private static func colors(_ json: LinedJSON, _ key: String) throws(Fault) -> [String] {
    guard case .list(let list) = json.value, !list.isEmpty, list.count <= 200 else {
      throw Fault(line: json.line, words: "\"\(key)\" should be a list of 1 to 200 colors: [ … ]")
    }
    var colors: [String] = []
    for element in list { colors.append(try color(element, key)) }
    return colors
  }

  /// Names go into attributes of three languages, so they hold letters, digits and little else.
  private static func font(_ json: LinedJSON, _ key: String) throws(Fault) -> String {
    let font = try text(json, key)
    let isPlain = font.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || " ,-_.".unicodeScalars.contains($0)
    }
    guard isPlain, font.count <= 200 else {
      throw Fault(
        line: json.line,
        words:
          "\"\(key)\" should be names of fonts with commas between them, letters and digits only")
    }
    return font
  }
}
