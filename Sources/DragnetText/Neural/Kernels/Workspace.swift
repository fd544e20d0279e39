internal import CNeuralKernels
internal import COneDNN
import Synchronization

/// The memory that one thread works in while it reads. Not shared: a thread borrows one from the model.
@safe final class Workspace: @unchecked Sendable {
  /// The set of instructions that kernels use.
  let path: Int32
  /// The queue of oneDNN's calls, which run at once.
  let stream: dnnl_stream_t?
  /// Where oneDNN works during a call.
  let scratch: AlignedBuffer<UInt8>
  /// [block, widest output]: sums of the latest product.
  let sums: AlignedBuffer<Int32>
  /// One row of outputs.
  let row: AlignedBuffer<Float>
  /// [block, widest input]: rows on their way into a product.
  let blockBytes: AlignedBuffer<UInt8>
  let blockSteps: AlignedBuffer<Float>
  /// Keys of one head and scores of four rows of attention.
  let attention: AlignedBuffer<Float>
  /// Rows between two products of 32 bits; empty in whole numbers.
  let plain: AlignedBuffer<Float>
  let plainRows: AlignedBuffer<Float>
  /// What grows with the batch.
  var rows = BatchRows(capacity: 0, width: 0)
  private(set) var times = StageTimes()
  /// Looking at the clock costs 1%, so it is done only when asked for.
  private let isTimed: Bool

  init(_ size: WorkspaceSize, path: Int32, isTimed: Bool) {
    self.path = path
    self.isTimed = isTimed
    scratch = AlignedBuffer(count: max(1, size.scratch), zero: 0)
    sums = AlignedBuffer(count: WholeProduct.block * size.outputs, zero: 0)
    row = AlignedBuffer(count: size.outputs, zero: 0)
    blockBytes = AlignedBuffer(count: WholeProduct.block * size.inputs, zero: 0)
    blockSteps = AlignedBuffer(count: WholeProduct.block, zero: 0)
    attention = AlignedBuffer(count: 36 * (size.positions + 16), zero: 0)
    plain = AlignedBuffer(count: size.isPlain ? WholeProduct.block * size.inputs : 0, zero: 0)
    plainRows = AlignedBuffer(count: size.isPlain ? WholeProduct.block * size.inputs : 0, zero: 0)
    var made: dnnl_stream_t?
    unsafe OneDNN.check(
      dnnl_stream_create(&made, OneDNN.engine, dnnl_stream_default_flags.rawValue))
    unsafe stream = made
  }

  deinit { unsafe dnnl_stream_destroy(stream) }

  /// Makes room for the rows of a batch.
  func reserve(_ positions: Int, width: Int) {
    if rows.capacity < positions { rows = BatchRows(capacity: positions, width: width) }
  }

  /// Does `work`, and notes how long it took.
  @inline(__always)
  func time<Result>(_ stage: StageTimes.Stage, _ work: () -> Result) -> Result {
    guard isTimed else { return work() }
    let start = ContinuousClock.now
    defer { times.add(ContinuousClock.now - start, to: stage) }
    return work()
  }
}

/// How large a workspace must be.
struct WorkspaceSize: Sendable {
  /// Widest rows that go into a product, and that come out of one.
  var inputs = 0
  var outputs = 0
  /// Longest window.
  var positions = 0
  /// Bytes that oneDNN works in.
  var scratch = 0
  /// Whether products are of 32 bits.
  var isPlain = false

  /// Makes room for a product.
  mutating func fit(_ product: Linear) {
    inputs = max(inputs, product.inputs)
    outputs = max(outputs, product.outputs)
    scratch = max(scratch, product.scratchSize)
  }
}

/// What the encoder keeps of every position of a batch. Blocks of the last rows may run over the end.
@safe struct BatchRows {
  let capacity: Int
  let x: AlignedBuffer<Float>  // [positions, width]
  let qkv: AlignedBuffer<Float>  // [positions, 3 · width]
  let context: AlignedBuffer<Float>  // [positions, width]
  let bytes: AlignedBuffer<UInt8>  // [positions, width]
  let steps: AlignedBuffer<Float>  // [positions]

  init(capacity: Int, width: Int) {
    let rows = capacity + WholeProduct.block
    self.capacity = capacity
    x = AlignedBuffer(count: rows * width, zero: 0)
    qkv = AlignedBuffer(count: rows * 3 * width, zero: 0)
    context = AlignedBuffer(count: rows * width, zero: 0)
    bytes = AlignedBuffer(count: rows * width, zero: 0)
    steps = AlignedBuffer(count: rows, zero: 0)
  }
}

/// Workspaces that no thread uses at the moment.
final class WorkspacePool: Sendable {
  private let free = Mutex<[Workspace]>([])
  private let make: @Sendable () -> Workspace

  init(_ make: @escaping @Sendable () -> Workspace) { self.make = make }

  /// Lends a workspace for the time of `work`, and holds oneDNN to one thread: documents are what is
  /// read in parallel.
  func borrow<Result>(_ work: (Workspace) -> Result) -> Result {
    let workspace = free.withLock { $0.popLast() } ?? make()
    omp_set_num_threads(1)
    defer { free.withLock { $0.append(workspace) } }
    return work(workspace)
  }

  /// Where the time of all that was lent went.
  var times: StageTimes {
    free.withLock { $0.reduce(into: StageTimes()) { $0.add($1.times) } }
  }
}
