internal import CNeuralKernels

/// A set of instructions that the kernels were compiled for. All give the same bits.
enum InstructionPath: Int32, CaseIterable, Sendable {
  case plain = 0
  case avx2 = 1
  case avx512 = 2

  /// The widest that this processor has.
  static let widest = InstructionPath(rawValue: dragnet_neural_path()) ?? .plain
}
