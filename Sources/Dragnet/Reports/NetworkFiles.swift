import DragnetDiagram
import Foundation

/// Everything a network is written as: the network itself, its map, its tables and its report.
public struct NetworkFiles: Sendable {
  /// One file.
  public struct File: Sendable, Equatable {
    /// Its name, without folder.
    public let name: String
    /// Its bytes.
    public let contents: Data
  }

  /// `network.json`, `map.svg`, `rankings.csv`, `conflicts.csv`, `entities.csv`, `relations.csv`,
  /// `evidence.csv` and `report.html`, in this order. Without `map.svg` when it could not be drawn.
  public let files: [File]
  /// Why there is no map, where there is none.
  public let drawingError: DrawingError?

  /// Makes the files. The same network gives the same bytes.
  ///
  /// - Parameter title: the headline of map and report; by default the highest ranked names.
  /// - Throws: when the network holds a number that JSON cannot, which none made here does.
  public init(_ network: Network, title: String? = nil) throws {
    let report = Dossier(network, title: title).report.html()
    let map = try? report.firstPicture?.get()
      .replacing("href=\"#", with: "href=\"\(Dossier.fileName)#")
    if case .failure(let error)? = report.firstPicture {
      drawingError = error
    } else {
      drawingError = nil
    }
    let texts: [(String, String?)] = [
      ("map.svg", map), ("rankings.csv", network.rankingsTable().text),
      ("conflicts.csv", network.conflictsTable().text),
      ("entities.csv", network.entitiesTable().text),
      ("relations.csv", network.relationsTable().text),
      ("evidence.csv", network.evidenceTable().text), (Dossier.fileName, report.text),
    ]
    files =
      [File(name: "network.json", contents: try network.jsonData())]
      + texts.compactMap { name, text in
        text.map { File(name: name, contents: Data($0.utf8)) }
      }
  }
}

extension Network {
  /// The overview of the network, drawn, with links into the report that is written beside it.
  public func mapDrawing(
    title: String, limit: Int = 60, layout: Layout = .automatic, theme: Theme = .light
  ) throws(DrawingError) -> Drawing {
    let dossier = Dossier(self, title: title)
    return try overviewDiagram(
      title: title, limit: limit,
      link: { dossier.address(of: $0) }, entityLink: { dossier.address(of: $0) }
    ).draw(layout: layout, theme: theme)
  }
}
