import DragnetText
import Foundation
import Synchronization

/// What was read, and what could not be.
public struct LoadedDocuments: Sendable {
  /// Ordered by name, then id, whatever order the paths were given in.
  public var documents: [Document] = []
  /// Ordered by path, then line.
  public var failures: [DocumentFailure] = []
  /// Places that hold a document with the name and content of one in `documents`, sorted.
  public var repeated: [String] = []

  /// Nothing yet.
  public init() {}

  /// Adds what was read elsewhere.
  public mutating func merge(_ other: LoadedDocuments) {
    let known = Set(documents.map(\.id))
    documents += other.documents.filter { !known.contains($0.id) }
    repeated += other.documents.filter { known.contains($0.id) }.map(\.name) + other.repeated
    failures += other.failures
    sort()
  }

  /// Takes results in any order, the first of equal documents.
  init(_ results: [(place: String, result: Result<Document, DocumentFailure>)]) {
    var known: Set<DocumentID> = []
    for (place, result) in results {
      switch result {
      case .success(let document) where known.insert(document.id).inserted:
        documents.append(document)
      case .success: repeated.append(place)
      case .failure(let failure): failures.append(failure)
      }
    }
    sort()
  }

  private mutating func sort() {
    documents.sort { a, b in
      a.name == b.name ? a.id.rawValue < b.id.rawValue : bytewise(a.name, b.name)
    }
    failures.sort { a, b in
      a.path == b.path ? (a.line ?? 0) < (b.line ?? 0) : bytewise(a.path, b.path)
    }
    repeated.sort(by: bytewise)
  }
}

/// Reads documents from files, folders, standard input and JSON lines.
///
/// Text, Markdown, HTML, e-mail, PDF and Word files. A document that cannot be read becomes a
/// failure with its reason and never costs the others. Files are read side by side; the result is
/// the same for any number of threads and any order of paths.
public struct DocumentLoader: Sendable {
  /// Largest document that is read, in bytes.
  public var maximumSize: Int
  /// Seconds that reading one PDF may take.
  public var timeLimit: Int
  /// A folder that is passed over: where results are written, so that they are not read back.
  public var excludedFolder: String?

  /// Called with the number of files done and of all files, one call at a time.
  public typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  /// Makes a loader that refuses what is larger than 64 MB or takes longer than a minute.
  public init(maximumSize: Int = 64 << 20, timeLimit: Int = 60) {
    self.maximumSize = maximumSize
    self.timeLimit = timeLimit
  }

  var reader: DocumentReader { DocumentReader(maximumSize: maximumSize, timeLimit: timeLimit) }

  /// Reads files, and all files below folders. `-` stands for one plain text on standard input.
  ///
  /// Hidden files in folders are left out. A file given twice is read once. Names are relative to
  /// the folder that was given. A file that ends in `.jsonl` holds one document a line.
  public func load(_ paths: [String], progress: Progress? = nil) -> LoadedDocuments {
    let found = FileFinder(
      paths: paths.filter { $0 != "-" }, excluding: excludedFolder)
    let done = Mutex(0)
    let total = found.files.count
    let parts = inParallel(found.files) { file in
      let part = load(file)
      if let progress {
        done.withLock { count in
          count += 1
          progress(count, total)
        }
      }
      return part
    }
    var results = parts.flatMap { $0 }
    results += found.failures.map { ($0.path, .failure($0)) }
    var loaded = LoadedDocuments(results)
    if paths.contains("-") { loaded.merge(loadStandardInput()) }
    return loaded
  }

  /// Reads one plain text from standard input, to its end.
  public func loadStandardInput(named name: String = "standard input") -> LoadedDocuments {
    let result: Result<Document, DocumentFailure>
    do throws(DocumentError) {
      let bytes = try bytes(of: STDIN_FILENO, limit: maximumSize)
      result = .success(try reader.plainText(bytes: bytes, name: name))
    } catch {
      result = .failure(DocumentFailure(path: name, reason: error))
    }
    return LoadedDocuments([(name, result)])
  }

  /// Reads one document from its bytes; the name's ending tells the format, where it has one.
  ///
  /// - Throws: why the bytes are no document.
  public func document(from bytes: [UInt8], named name: String) throws(DocumentError) -> Document {
    guard bytes.count <= maximumSize else {
      throw .tooLarge(size: bytes.count, limit: maximumSize)
    }
    return try reader.document(bytes: bytes, name: name)
  }

  private func load(
    _ file: FileFinder.File
  ) -> [(place: String, result: Result<Document, DocumentFailure>)] {
    if ["jsonl", "ndjson"].contains(DocumentFormat.ending(of: file.name)) {
      var results: [(place: String, result: Result<Document, DocumentFailure>)] = []
      readJSONLines(file.path) { line, result in results.append(("\(file.path):\(line)", result)) }
      return results
    }
    do throws(DocumentError) {
      let bytes = try fileBytes(path: file.path, limit: maximumSize)
      let document = try reader.document(bytes: bytes, name: file.name, path: file.path)
      return [(file.path, .success(document))]
    } catch {
      return [(file.path, .failure(DocumentFailure(path: file.path, reason: error)))]
    }
  }
}

/// Applies `work` to every item on all cores; the results stand in the order of the items.
func inParallel<Item: Sendable, Value: Sendable>(
  _ items: [Item], _ work: @Sendable (Item) -> Value
) -> [Value] {
  let results = Mutex([Value?](repeating: nil, count: items.count))
  DispatchQueue.concurrentPerform(iterations: items.count) { index in
    let value = work(items[index])
    results.withLock { $0[index] = value }
  }
  return results.withLock { $0.compactMap(\.self) }
}
