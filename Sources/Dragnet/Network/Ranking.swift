/// The place of one entity in a ranking.
public struct RankedEntity: Sendable, Codable, Hashable {
  /// Id of the entity.
  public var entity: String
  /// The measure's score.
  public var score: Double
  /// Place, from 1; equal scores share a place.
  public var rank: Int
  /// Lower end of the interval, where one was computed.
  public var low: Double?
  /// Upper end of the interval, where one was computed.
  public var high: Double?

  /// Makes a place in a ranking.
  public init(entity: String, score: Double, rank: Int, low: Double? = nil, high: Double? = nil) {
    self.entity = entity
    self.score = score
    self.rank = rank
    self.low = low
    self.high = high
  }
}
