import Synchronization

/// Whether kernels may choose wider vectors than the portable ones when the processor has them.
package enum VectorPath {
  private static let portableOnly = Atomic(false)

  /// True to keep to the portable path, which is the reference. For tests and benchmarks.
  package static var isPortableOnly: Bool {
    get { portableOnly.load(ordering: .relaxed) }
    set { portableOnly.store(newValue, ordering: .relaxed) }
  }
}
