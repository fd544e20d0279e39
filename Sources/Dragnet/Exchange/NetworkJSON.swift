import DragnetText
import Foundation

/// Why a network file could not be read.
public enum NetworkFileError: Error, Equatable, CustomStringConvertible {
  /// The file is missing or cannot be opened.
  case unreadable(file: String, reason: String)
  /// It is not JSON, or not JSON of a network.
  case malformed(file: String, key: String, reason: String)
  /// It was written by a later Dragnet.
  case newerSchema(file: String, found: Int, supported: Int)
  /// Its parts contradict each other: a range that does not quote, an id that names nothing.
  case damaged(file: String, key: String, reason: String)

  /// What happened, where, and what to do about it.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file): \(reason)"
    case .malformed(let file, let key, let reason):
      key.isEmpty ? "\(file): \(reason)" : "\(file): \(key): \(reason)"
    case .newerSchema(let file, let found, let supported):
      "\(file): written with schema \(found), this Dragnet reads up to \(supported); update Dragnet"
    case .damaged(let file, let key, let reason): "\(file): \(key): \(reason); make the file anew"
    }
  }
}

extension Network {
  /// The bytes of `network.json`: sorted keys, two spaces of indentation, UTF-8, a last line end.
  ///
  /// The format is described in `docs/network-json.md`.
  public func jsonData() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .throw
    var json = PiecewiseJSON(encoder)
    try json.add("conflicts", list: conflicts)
    try json.add("documents", list: documents)
    try json.add("dragnet", dragnet)
    try json.add("entities", list: entities)
    if let judgements { try json.add("judgements", list: judgements) }
    try json.add("rankings", rankings)
    try json.add("relations", list: relations)
    var data = json.finished()
    data.append(0x0a)
    return data
  }

  /// Reads the bytes of a `network.json` and checks that every range quotes and every id is known.
  ///
  /// - Parameter file: the name that errors give.
  public init(jsonData data: Data, file: String) throws(NetworkFileError) {
    let decoder = JSONDecoder()
    if let stamp = try? decoder.decode(StampOnly.self, from: data).dragnet,
      stamp.schema > Stamp.current.schema
    {
      throw .newerSchema(file: file, found: stamp.schema, supported: Stamp.current.schema)
    }
    do {
      self = try decoder.decode(Network.self, from: data)
    } catch let error as DecodingError {
      throw NetworkFileError(error, file: file)
    } catch {
      throw .malformed(file: file, key: "", reason: "\(error)")
    }
    try NetworkCheck(self, file: file).run()
  }

  /// Reads a `network.json`.
  public init(contentsOf url: URL) throws(NetworkFileError) {
    let data: Data
    do {
      data = try Data(contentsOf: url)
    } catch {
      throw .unreadable(file: url.path, reason: error.localizedDescription)
    }
    try self.init(jsonData: data, file: url.path)
  }

  private struct StampOnly: Decodable { let dragnet: Stamp }
}

extension NetworkFileError {
  fileprivate init(_ error: DecodingError, file: String) {
    let (context, missing): (DecodingError.Context, String?) =
      switch error {
      case .keyNotFound(let key, let context): (context, key.stringValue)
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .dataCorrupted(let context):
        (context, nil)
      @unknown default: (.init(codingPath: [], debugDescription: "\(error)"), nil)
      }
    let key = KeyPathText.text(context.codingPath)
    if let missing {
      self = .malformed(file: file, key: key, reason: "the key \"\(missing)\" is missing")
    } else if context.codingPath.isEmpty {
      self = .malformed(file: file, key: "", reason: "not a network in JSON")
    } else {
      self = .malformed(file: file, key: key, reason: context.debugDescription)
    }
  }
}

/// Writes coding paths as a user would: `relations[3].evidence[0].start`.
enum KeyPathText {
  static func text(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}
