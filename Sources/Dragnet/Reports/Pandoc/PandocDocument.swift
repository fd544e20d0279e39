import Foundation

/// Why a document of Pandoc could not be read.
public enum PandocError: Error, Equatable, CustomStringConvertible {
  /// It is not the JSON that `pandoc -t json` writes.
  case malformed(String)
  /// It was written by a Pandoc whose documents are of another form.
  case oldVersion(String)

  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .malformed(let reason):
      "the input is no document of Pandoc (\(reason)); give what 'pandoc -t json' writes"
    case .oldVersion(let version):
      "the document is of Pandoc's form \(version); the oldest that is read is 1.21 (Pandoc 2.10)"
    }
  }
}

/// A document as Pandoc hands it to its filters.
public struct PandocDocument: Sendable {
  private var root: JSONValue

  /// Reads what `pandoc -t json` writes.
  public init(json: Data) throws(PandocError) {
    do { root = try JSONDecoder().decode(JSONValue.self, from: json) } catch {
      throw .malformed("not JSON")
    }
    guard root["blocks"]?.array != nil, let version = root["pandoc-api-version"]?.array else {
      throw .malformed("blocks or pandoc-api-version are missing")
    }
    let numbers = version.compactMap(\.number)
    guard numbers.count >= 2, (numbers[0], numbers[1]) >= (1, 21) else {
      throw .oldVersion(numbers.map(String.init).joined(separator: "."))
    }
  }

  /// The document as JSON.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(root)
  }

  /// True when figures are blocks of their own.
  var hasFigures: Bool {
    let version = (root["pandoc-api-version"]?.array ?? []).compactMap(\.number)
    return version.count >= 2 && (version[0], version[1]) >= (1, 23)
  }

  /// The smallest level of a heading of the document, for a heading at its end.
  var headingLevel: Int {
    let levels = (root["blocks"]?.array ?? []).compactMap { block in
      block["t"] == "Header" ? block["c"]?.array?.first?.number : nil
    }
    return levels.min() ?? 1
  }

  /// The words of a value of the metadata, by the keys that lead to it; nil where there is none.
  public func metadata(_ keys: String...) -> String? {
    var value = root["meta"]
    for (index, key) in keys.enumerated() {
      value = index == 0 ? value?[key] : value?["c"]?[key]
    }
    return value.map(PandocDocument.words).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func words(_ value: JSONValue) -> String {
    switch value {
    case .object(let parts) where parts["t"] == "Space" || parts["t"] == "SoftBreak": " "
    case .object(let parts) where parts["t"] == "Str" || parts["t"] == "MetaString":
      parts["c"]?.text ?? ""
    case .object(let parts): parts["c"].map(words) ?? ""
    case .array(let parts): parts.map(words).joined()
    default: ""
    }
  }

  /// The texts of the `dragnet` blocks, in the order of the document.
  public var questions: [String] {
    var found: [String] = []
    PandocDocument.walk(root["blocks"] ?? []) { found.append($0) }
    return found
  }

  private static func walk(_ value: JSONValue, _ body: (String) -> Void) {
    if let question = question(value) { return body(question) }
    switch value {
    case .array(let parts): for part in parts { walk(part, body) }
    case .object(let parts): if let content = parts["c"] { walk(content, body) }
    default: break
    }
  }

  /// The text of a code block of the class `dragnet`.
  private static func question(_ value: JSONValue) -> String? {
    guard value["t"] == "CodeBlock", let parts = value["c"]?.array, parts.count == 2,
      let attributes = parts[0].array, attributes.count == 3,
      (attributes[1].array ?? []).contains(where: { ["dragnet", "{dragnet}"].contains($0.text) })
    else { return nil }
    return parts[1].text
  }

  /// Puts blocks in the place of each `dragnet` block, and more at the end.
  mutating func replaceQuestions(_ answers: [[JSONValue]], ending: [JSONValue]) {
    guard case .object(var parts) = root, let blocks = parts["blocks"] else { return }
    var rest = answers[...]
    let filled = PandocDocument.filled(blocks, &rest).array ?? []
    parts["blocks"] = .array(filled + ending)
    root = .object(parts)
  }

  private static func filled(_ value: JSONValue, _ answers: inout ArraySlice<[JSONValue]>)
    -> JSONValue
  {
    switch value {
    case .array(let parts):
      return .array(
        parts.flatMap { part -> [JSONValue] in
          question(part) == nil ? [filled(part, &answers)] : answers.popFirst() ?? []
        })
    case .object(var parts):
      if let content = parts["c"] { parts["c"] = filled(content, &answers) }
      return .object(parts)
    default: return value
    }
  }
}
