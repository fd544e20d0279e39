internal import CNeuralKernels
internal import COneDNN

/// `y = x · wᵀ + b` in whole numbers: rows of 8 bits times weights of 7 bits, through oneDNN.
///
/// Rows are shifted by 128 so that they are without sign, which is what processors multiply fastest; the
/// shift is taken back from the sums. With weights of 7 bits no path of oneDNN saturates and no sum
/// reaches 2²⁴, so all processors give the same sums. Immutable, shared by threads.
@safe final class WholeProduct: @unchecked Sendable {
  /// Rows that are multiplied in one call: sums and weights of that many stay in the cache.
  static let block = 64
  /// Rows of the shorter calls that do what is left.
  private static let remainder = 16

  let inputs: Int
  /// Outputs, rounded up to a multiple of 16; those beyond are zero.
  let outputs: Int
  private let primitives: (full: dnnl_primitive_t?, part: dnnl_primitive_t?)
  private let weights: dnnl_memory_t?
  private let packed: AlignedBuffer<UInt8>
  private let offsets: AlignedBuffer<Int32>
  private let scales: AlignedBuffer<Float>
  private let bias: AlignedBuffer<Float>
  /// Bytes that oneDNN wants to work in during a call.
  let scratchSize: Int

  /// Packs the weights. `bias` is empty or as long as there are rows of weights.
  init(_ rows: WholeRows, bias given: [Float] = []) {
    inputs = rows.columns
    outputs = (rows.rows + 15) / 16 * 16
    var sums = [Int32](repeating: 0, count: rows.rows)
    for row in sums.indices {
      var sum: Int32 = 0
      for index in row * inputs..<(row + 1) * inputs { sum += Int32(rows.numbers[index]) }
      sums[row] = 128 * sum
    }
    offsets = AlignedBuffer(sums, count: outputs, zero: 0)
    scales = AlignedBuffer(rows.scales, count: outputs, zero: 0)
    bias = AlignedBuffer(given, count: outputs, zero: 0)

    // Asking for the order it likes best, once; the shorter calls take the same order.
    let anyOrder = OneDNN.matrix(inputs, outputs, dnnl_s8, dnnl_format_tag_any)
    let full = unsafe WholeProduct.plan(WholeProduct.block, inputs, outputs, anyOrder)
    var liked = unsafe dnnl_primitive_desc_query_md(full, dnnl_query_weights_md, 0).pointee
    let part = unsafe WholeProduct.plan(WholeProduct.remainder, inputs, outputs, liked)
    scratchSize = unsafe max(WholeProduct.scratch(full), WholeProduct.scratch(part))
    packed = unsafe AlignedBuffer(count: dnnl_memory_desc_get_size(&liked), zero: 0)
    var memory: dnnl_memory_t?
    unsafe OneDNN.check(dnnl_memory_create(&memory, &liked, OneDNN.engine, packed.start))
    unsafe weights = memory
    unsafe primitives = (WholeProduct.make(full), WholeProduct.make(part))
    pack(rows, as: &liked)
  }

  deinit {
    unsafe dnnl_primitive_destroy(primitives.full)
    unsafe dnnl_primitive_destroy(primitives.part)
    unsafe dnnl_memory_destroy(weights)
  }

  /// Sums of `count` rows of bytes, at most `block`, in the sums of `workspace`.
  ///
  /// - Parameter bytes: room for `count` rows, rounded up to a multiple of 16.
  /// - Parameter steps: what one step of each row is worth.
  func sums(
    _ bytes: UnsafeMutablePointer<UInt8>, _ steps: UnsafePointer<Float>, count: Int,
    _ workspace: Workspace
  ) -> dragnet_sums {
    let out = unsafe workspace.sums.start
    if count > WholeProduct.block - WholeProduct.remainder {
      unsafe multiply(primitives.full, bytes, out, WholeProduct.block, workspace)
    } else {
      for row in stride(from: 0, to: count, by: WholeProduct.remainder) {
        unsafe multiply(
          primitives.part, bytes + row * inputs, out + row * outputs, WholeProduct.remainder,
          workspace)
      }
    }
    return unsafe dragnet_sums(
      sums: out, offsets: offsets.start, scales: scales.start, bias: bias.start, steps: steps,
      rows: Int64(count), outputs: Int64(outputs))
  }

  private func multiply(
    _ primitive: dnnl_primitive_t?, _ bytes: UnsafeMutablePointer<UInt8>,
    _ out: UnsafeMutablePointer<Int32>, _ rows: Int, _ workspace: Workspace
  ) {
    var source: dnnl_memory_t?
    var target: dnnl_memory_t?
    var scratch: dnnl_memory_t?
    var sourceShape = OneDNN.matrix(rows, inputs, dnnl_u8, dnnl_ab)
    var targetShape = OneDNN.matrix(rows, outputs, dnnl_s32, dnnl_ab)
    var scratchShape = OneDNN.matrix(1, max(1, scratchSize), dnnl_u8, dnnl_ab)
    unsafe OneDNN.check(dnnl_memory_create(&source, &sourceShape, OneDNN.engine, bytes))
    unsafe OneDNN.check(dnnl_memory_create(&target, &targetShape, OneDNN.engine, out))
    unsafe OneDNN.check(
      dnnl_memory_create(&scratch, &scratchShape, OneDNN.engine, workspace.scratch.start))
    let parts = unsafe [
      dnnl_exec_arg_t(arg: DNNL_ARG_SRC, memory: source),
      dnnl_exec_arg_t(arg: DNNL_ARG_WEIGHTS, memory: weights),
      dnnl_exec_arg_t(arg: DNNL_ARG_DST, memory: target),
      dnnl_exec_arg_t(arg: DNNL_ARG_SCRATCHPAD, memory: scratch),
    ]
    unsafe OneDNN.check(dnnl_primitive_execute(primitive, workspace.stream, 4, parts))
    unsafe dnnl_memory_destroy(source)
    unsafe dnnl_memory_destroy(target)
    unsafe dnnl_memory_destroy(scratch)
  }

  /// Puts the weights in the order that `liked` describes.
  private func pack(_ rows: WholeRows, as liked: inout dnnl_memory_desc_t) {
    var numbers = rows.numbers
    numbers += repeatElement(0, count: outputs * inputs - numbers.count)
    var plainShape = OneDNN.matrix(inputs, outputs, dnnl_s8, dnnl_ba)
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      var plain: dnnl_memory_t?
      var plan: dnnl_primitive_desc_t?
      var reorder: dnnl_primitive_t?
      var stream: dnnl_stream_t?
      unsafe OneDNN.check(
        dnnl_memory_create(&plain, &plainShape, OneDNN.engine, numbers.baseAddress))
      unsafe OneDNN.check(
        dnnl_reorder_primitive_desc_create(
          &plan, &plainShape, OneDNN.engine, &liked, OneDNN.engine, nil))
      unsafe OneDNN.check(dnnl_primitive_create(&reorder, plan))
      unsafe OneDNN.check(
        dnnl_stream_create(&stream, OneDNN.engine, dnnl_stream_default_flags.rawValue))
      let parts = unsafe [
        dnnl_exec_arg_t(arg: DNNL_ARG_FROM, memory: plain),
        dnnl_exec_arg_t(arg: DNNL_ARG_TO, memory: weights),
      ]
      unsafe OneDNN.check(dnnl_primitive_execute(reorder, stream, 2, parts))
      unsafe dnnl_stream_wait(stream)
      unsafe dnnl_stream_destroy(stream)
      unsafe dnnl_primitive_destroy(reorder)
      unsafe dnnl_primitive_desc_destroy(plan)
      unsafe dnnl_memory_destroy(plain)
    }
  }

  /// How oneDNN would multiply `rows` rows.
  private static func plan(
    _ rows: Int, _ inputs: Int, _ outputs: Int, _ weights: dnnl_memory_desc_t
  ) -> dnnl_primitive_desc_t? {
    var source = OneDNN.matrix(rows, inputs, dnnl_u8, dnnl_ab)
    var target = OneDNN.matrix(rows, outputs, dnnl_s32, dnnl_ab)
    var weights = weights
    var task = dnnl_matmul_desc_t()
    unsafe OneDNN.check(dnnl_matmul_desc_init(&task, &source, &weights, nil, &target))
    // Scratch memory of the caller, so that threads can share the primitive.
    var how: dnnl_primitive_attr_t?
    unsafe OneDNN.check(dnnl_primitive_attr_create(&how))
    unsafe OneDNN.check(dnnl_primitive_attr_set_scratchpad_mode(how, dnnl_scratchpad_mode_user))
    var made: dnnl_primitive_desc_t?
    unsafe OneDNN.check(dnnl_primitive_desc_create(&made, &task, how, OneDNN.engine, nil))
    unsafe dnnl_primitive_attr_destroy(how)
    return unsafe made
  }

  private static func scratch(_ plan: dnnl_primitive_desc_t?) -> Int {
    guard let shape = unsafe dnnl_primitive_desc_query_md(plan, dnnl_query_scratchpad_md, 0) else {
      return 0
    }
    return unsafe Int(dnnl_memory_desc_get_size(shape))
  }

  /// Makes the primitive of a plan, and frees the plan.
  private static func make(_ plan: dnnl_primitive_desc_t?) -> dnnl_primitive_t? {
    var made: dnnl_primitive_t?
    unsafe OneDNN.check(dnnl_primitive_create(&made, plan))
    unsafe dnnl_primitive_desc_destroy(plan)
    return unsafe made
  }
}
