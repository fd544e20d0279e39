/// A country or territory as the tables know it.
public struct Country: Sendable, Hashable {
  /// ISO 3166-1 alpha-2 code.
  public let code: String
  /// Its names, the usual one first.
  public let names: [String]
  /// What is and who are of it: *Norwegian*, *Danish*, *Danes*.
  public let demonyms: [String]

  /// All countries, in the order of the table; none when the table is missing.
  public static let all: [Country] = {
    guard let folder = try? ResourceFile.folder(),
      let file = try? ResourceFile("countries.tsv", in: folder)
    else { return [] }
    return file.rows.compactMap { row in
      guard row.count > 4 else { return nil }
      func list(_ column: Int) -> [String] {
        column < row.count ? row[column].split(separator: "|").map(String.init) : []
      }
      return Country(
        code: String(row[0]), names: list(1) + list(2), demonyms: list(4) + list(5))
    }
  }()
}
