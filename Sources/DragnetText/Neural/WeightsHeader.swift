/// What a weights file says of itself.
struct WeightsHeader: Decodable, Sendable {
  /// Name of the weights, such as `english`.
  let name: String
  let sizes: Sizes
  let tags: Tags
  /// Names of the classes of mentions from 1; class 0 is none.
  let mentionTypes: [String]
  /// Names of the classes of names from 1; class 0 is none.
  let nameTypes: [String]
  /// Names of the classes of relations.
  let relationLabels: [String]
  /// Added to the log probability of a mention before it is compared with none.
  let mentionBias: Float
  /// Added to the log probability of a name before it is compared with none.
  let nameBias: Float
  let coreference: CoreferenceWords
  let sections: [Section]

  /// Widths of the layers and heads.
  struct Sizes: Decodable, Sendable {
    let width, layers, heads, inner, positions, arc, label, span: Int
  }

  /// Names of the classes that words get, by their numbers.
  struct Tags: Decodable, Sendable {
    let upos, xpos, labels: [String]
  }

  /// Where one tensor or table lies; `offset` counts from the end of the header.
  struct Section: Decodable, Sendable {
    let name, kind: String
    let shape: [Int]
    let offset, bytes: Int
  }

  private enum CodingKeys: String, CodingKey {
    case name, sizes, tags, coreference, sections
    case mentionTypes = "mention_types"
    case nameTypes = "name_types"
    case relationLabels = "relation_labels"
    case mentionBias = "mention_bias"
    case nameBias = "name_bias"
  }
}
