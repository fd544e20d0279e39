/// Why a graph could not be made or a question about it not answered.
public enum GraphError: Error, Equatable {
  /// An edge names a node outside `0..<nodeCount`.
  case nodeOutOfRange(node: Int, nodeCount: Int)
}
