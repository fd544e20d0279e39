import DragnetText
import Foundation

extension DocumentLoader {
  /// Reads documents given one per line: `{"name", "text", "published"?, "source"?}`.
  ///
  /// `-` is standard input. Other keys are ignored, blank lines too. What the line states goes
  /// before what the text shows.
  public func loadJSONLines(_ path: String) -> LoadedDocuments {
    var results: [(place: String, result: Result<Document, DocumentFailure>)] = []
    let place = path == "-" ? "standard input" : path
    readJSONLines(path) { line, result in results.append(("\(place):\(line)", result)) }
    return LoadedDocuments(results)
  }

  /// Reads documents given one per line and hands each over as soon as it is read, in their order.
  ///
  /// Holds no more than a few hundred lines at a time, so the file may be of any length; a line may
  /// have `maximumSize` bytes.
  /// - Parameter deliver: gets the line's number, from 1, and the document or why it is none; 0 when
  ///   the file cannot be read on. What it throws ends the reading.
  public func readJSONLines(
    _ path: String,
    deliver: (_ line: Int, _ result: Result<Document, DocumentFailure>) throws -> Void
  ) rethrows {
    let place = path == "-" ? "standard input" : path
    let opened = Result { () throws(DocumentError) in try open(path) }
    guard case .success(let descriptor) = opened else {
      if case .failure(let error) = opened {
        try deliver(0, .failure(DocumentFailure(path: place, reason: error)))
      }
      return
    }
    defer { if path != "-" { close(descriptor) } }
    var lines = LineReader(descriptor: descriptor, limit: maximumSize)
    while true {
      switch Result(catching: { () throws(DocumentError) in try lines.nextBatch() }) {
      case .failure(let error):
        return try deliver(0, .failure(DocumentFailure(path: place, reason: error)))
      case .success(nil): return
      case .success(let batch?):
        let results = inParallel(batch) { line in
          Result { () throws(DocumentError) in try document(line: line) }
            .mapError { DocumentFailure(path: place, line: line.number, reason: $0) }
        }
        for (line, result) in zip(batch, results) { try deliver(line.number, result) }
      }
    }
  }

  /// Opens what can be read line by line: a file, or a pipe on standard input.
  private func open(_ path: String) throws(DocumentError) -> Int32 {
    if path == "-" { return STDIN_FILENO }
    switch try FileStatus(path: path).kind {
    case .file: break
    case .folder: throw .notAFile(kind: "folder")
    case .other(let kind): throw .notAFile(kind: kind)
    }
    let descriptor = unsafe Foundation.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw DocumentError(systemError: errno) }
    return descriptor
  }

  private struct Entry: Decodable {
    let name: String
    let text: String
    let published: String?
    let source: String?
  }

  private func document(line: LineReader.Line) throws(DocumentError) -> Document {
    guard let bytes = line.bytes else { throw .tooLarge(size: nil, limit: maximumSize) }
    let entry: Entry
    do {
      entry = try JSONDecoder().decode(Entry.self, from: Data(bytes))
    } catch DecodingError.keyNotFound(let key, _) {
      throw .badLine("the line has no \"\(key.stringValue)\"")
    } catch DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty {
      throw .badLine("\"\(context.codingPath[0].stringValue)\" is no text")
    } catch DecodingError.valueNotFound(_, let context) where !context.codingPath.isEmpty {
      throw .badLine("\"\(context.codingPath[0].stringValue)\" is null")
    } catch {
      throw .badLine("the line is no JSON object")
    }
    guard !entry.name.isEmpty else { throw .badLine("\"name\" is empty") }
    var extract = Extract(text: entry.text)
    if let published = entry.published, !published.isEmpty {
      guard let date = CalendarDate(published) ?? NewsDate.date(in: published) else {
        throw .badLine("\"published\" is no date such as 2019-03-05")
      }
      extract.published = date
    }
    extract.source = entry.source.flatMap { $0.isEmpty ? nil : $0 }
    return try reader.document(extract, name: entry.name, bytes: Array(entry.text.utf8))
  }
}
