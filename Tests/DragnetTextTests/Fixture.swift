import Foundation
import Testing

/// A recorded case, written by `Training/reader/cases.py`.
func fixture<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
  let url = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/\(name).json")
  return try JSONDecoder().decode(type, from: Data(contentsOf: url))
}
