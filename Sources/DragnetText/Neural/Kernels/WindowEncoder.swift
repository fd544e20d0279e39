internal import CNeuralKernels

/// Weight and bias of a normalization of rows.
struct Norm: Sendable {
  let weight: AlignedBuffer<Float>  // [width]
  let bias: AlignedBuffer<Float>  // [width]

  init(weight: [Float], bias: [Float]) {
    self.weight = AlignedBuffer(weight, count: weight.count, zero: 0)
    self.bias = AlignedBuffer(bias, count: bias.count, zero: 0)
  }
}

/// One layer of the encoder.
struct EncoderLayer: Sendable {
  let qkv: Linear  // [3 · width, width]; queries come scaled by 1/√32
  let out: Linear  // [width, width]
  let up: Linear  // [inner, width]
  let down: Linear  // [width, inner]
  let norm1, norm2: Norm
}

/// Tables that turn pieces into rows.
struct Embeddings: Sendable {
  let words: WholeRows  // [pieces, width]
  let positions: [Float]  // [positions, width]
  let shapes: [Float]  // [shapes, width]
  let norm: Norm
}

/// The encoder: pieces of windows to vectors of words.
///
/// The rows of several windows go through a product together, in blocks that stay in the cache; attention
/// looks only at the positions of its own window. Nothing is padded, so a window gives the same
/// numbers in any batch.
struct WindowEncoder: Sendable {
  let width, heads: Int
  let embeddings: Embeddings
  let layers: [EncoderLayer]
  /// [3, layers]: what each layer adds to the vectors for tags, trees and spans.
  let mixes: [Float]

  /// Rows that go through a layer together. More would push each other out of the cache, fewer would
  /// load the weights more often.
  private static let batch = 512

  /// The vectors of the words of all windows, in order.
  ///
  /// - Parameter observe: gets the output of the embeddings, as -1, and of every layer, [positions, width].
  func encode(
    _ windows: [ReadingWindow], _ workspace: Workspace, observe: ((Int, Matrix) -> Void)? = nil
  ) -> WordVectors {
    let words = windows.reduce(0) { $0 + $1.places.reduce(0) { $0 + $1.first.count } }
    var made = WordVectors(words: words, width: width)
    var next = 0
    var word = 0
    while next < windows.count {
      var some = 1
      var positions = windows[next].ids.count
      while next + some < windows.count,
        positions + windows[next + some].ids.count <= WindowEncoder.batch
      {
        positions += windows[next + some].ids.count
        some += 1
      }
      workspace.reserve(positions, width: width)
      let batch = Batch(windows[next..<next + some], positions: positions)
      encode(batch, workspace, into: &made, at: word, observe)
      word += batch.first.count
      next += some
    }
    return made
  }

  private func encode(
    _ batch: Batch, _ workspace: Workspace, into made: inout WordVectors, at word: Int,
    _ observe: ((Int, Matrix) -> Void)?
  ) {
    let rows = workspace.rows
    let path = workspace.path
    let count = Int64(batch.positions)
    workspace.time(.embeddings) {
      embed(batch, workspace)
      unsafe dragnet_to_bytes(
        path, rows.x.start, count, Int64(width), rows.bytes.start, rows.steps.start)
    }
    unsafe observe?(-1, Matrix(copying: rows.x.start, rows: batch.positions, columns: width))
    for (number, layer) in layers.enumerated() {
      attend(layer, batch, workspace)
      for start in stride(from: 0, to: batch.positions, by: WholeProduct.block) {
        let some = min(WholeProduct.block, batch.positions - start)
        feed(layer, rows: start..<start + some, workspace)
      }
      unsafe observe?(number, Matrix(copying: rows.x.start, rows: batch.positions, columns: width))
      workspace.time(.rows) { mix(number, batch, workspace, into: &made, at: word) }
    }
  }

  /// `x = LN(words[piece] + positions[t] + shapes[shape])`.
  private func embed(_ batch: Batch, _ workspace: Workspace) {
    let x = unsafe workspace.rows.x.start
    var row = 0
    for window in batch.windows {
      let forms = window.shapes.map { UInt8(truncatingIfNeeded: $0) }
      unsafe dragnet_embed(
        workspace.path, embeddings.words.numbers, embeddings.words.scales, embeddings.positions,
        embeddings.shapes, window.ids, forms, Int64(window.ids.count), Int64(width),
        x + row * width)
      row += window.ids.count
    }
    unsafe dragnet_norm(
      workspace.path, x, nil, Int64(batch.positions), Int64(width), embeddings.norm.weight.start,
      embeddings.norm.bias.start)
  }

  /// Queries, keys and values of all rows, then the attention of every window.
  private func attend(_ layer: EncoderLayer, _ batch: Batch, _ workspace: Workspace) {
    let rows = workspace.rows
    for start in stride(from: 0, to: batch.positions, by: WholeProduct.block) {
      let count = min(WholeProduct.block, batch.positions - start)
      let out = unsafe rows.qkv.start + start * 3 * width
      switch layer.qkv {
      case .plain(let product):
        unsafe product.apply(rows.x.start + start * width, count: count, out, path: workspace.path)
      case .whole(let product):
        let sums = unsafe workspace.time(.products) {
          unsafe product.sums(
            rows.bytes.start + start * width, rows.steps.start + start, count: count, workspace)
        }
        workspace.time(.rows) {
          unsafe dragnet_from_sums(workspace.path, sums, out, Int64(3 * width))
        }
      }
    }
    workspace.time(.attention) {
      var row = 0
      for window in batch.windows {
        unsafe dragnet_attention(
          workspace.path, rows.qkv.start + row * 3 * width, Int64(window.ids.count), Int64(heads),
          rows.context.start + row * width, workspace.attention.start)
        row += window.ids.count
      }
      if case .whole = layer.out {
        unsafe dragnet_to_bytes(
          workspace.path, rows.context.start, Int64(batch.positions), Int64(width),
          rows.bytes.start, rows.steps.start)
      }
    }
  }

  /// What follows attention, for one block of rows.
  private func feed(_ layer: EncoderLayer, rows range: Range<Int>, _ workspace: Workspace) {
    let rows = workspace.rows
    let path = workspace.path
    let x = unsafe rows.x.start + range.lowerBound * width
    let bytes = unsafe rows.bytes.start + range.lowerBound * width
    let steps = unsafe rows.steps.start + range.lowerBound
    let count = range.count
    switch (layer.out, layer.up, layer.down) {
    case (.whole(let out), .whole(let up), .whole(let down)):
      let inner = unsafe workspace.blockBytes.start
      let innerSteps = unsafe workspace.blockSteps.start
      var sums = unsafe workspace.time(.products) {
        unsafe out.sums(bytes, steps, count: count, workspace)
      }
      workspace.time(.norm) {
        unsafe dragnet_norm_bytes(
          path, sums, x, layer.norm1.weight.start, layer.norm1.bias.start, workspace.row.start,
          bytes, steps)
      }
      unsafe sums = workspace.time(.products) {
        unsafe up.sums(bytes, steps, count: count, workspace)
      }
      workspace.time(.gelu) {
        unsafe dragnet_gelu_bytes(path, sums, workspace.row.start, inner, innerSteps)
      }
      unsafe sums = workspace.time(.products) {
        unsafe down.sums(inner, innerSteps, count: count, workspace)
      }
      workspace.time(.norm) {
        unsafe dragnet_norm_bytes(
          path, sums, x, layer.norm2.weight.start, layer.norm2.bias.start, workspace.row.start,
          bytes, steps)
      }
    case (.plain(let out), .plain(let up), .plain(let down)):
      let inner = unsafe workspace.plain.start
      let added = unsafe workspace.plainRows.start
      unsafe out.apply(
        rows.context.start + range.lowerBound * width, count: count, added, path: path)
      unsafe dragnet_norm(
        path, x, added, Int64(count), Int64(width), layer.norm1.weight.start,
        layer.norm1.bias.start)
      unsafe up.apply(x, count: count, inner, path: path)
      unsafe dragnet_gelu(path, inner, Int64(count * up.outputs))
      unsafe down.apply(inner, count: count, added, path: path)
      unsafe dragnet_norm(
        path, x, added, Int64(count), Int64(width), layer.norm2.weight.start,
        layer.norm2.bias.start)
    default: preconditionFailure("a layer has one arithmetic")
    }
  }

  /// Adds a layer's output to the vectors of the words.
  private func mix(
    _ layer: Int, _ batch: Batch, _ workspace: Workspace, into made: inout WordVectors, at word: Int
  ) {
    let parts = (0..<3).map { mixes[$0 * layers.count + layer] }
    let offset = word * width
    unsafe made.tags.values.withUnsafeMutableBufferPointer { tags in
      unsafe made.trees.values.withUnsafeMutableBufferPointer { trees in
        unsafe made.spans.values.withUnsafeMutableBufferPointer { spans in
          guard let a = tags.baseAddress, let b = trees.baseAddress, let c = spans.baseAddress
          else { return }
          unsafe dragnet_mix(
            workspace.path, workspace.rows.x.start, Int64(width), batch.first, batch.last,
            Int64(batch.first.count), parts, a + offset, b + offset, c + offset)
        }
      }
    }
  }
}

/// The windows that go through the layers together.
private struct Batch {
  let windows: ArraySlice<ReadingWindow>
  let positions: Int
  /// Rows of the first and last piece of every word.
  let first, last: [Int32]

  init(_ windows: ArraySlice<ReadingWindow>, positions: Int) {
    self.windows = windows
    self.positions = positions
    var first: [Int32] = []
    var last: [Int32] = []
    var row: Int32 = 0
    for window in windows {
      for place in window.places {
        for position in place.first { first.append(row + position) }
        for position in place.last { last.append(row + position) }
      }
      row += Int32(window.ids.count)
    }
    self.first = first
    self.last = last
  }
}

extension Matrix {
  /// A copy of rows that lie elsewhere.
  fileprivate init(copying from: UnsafePointer<Float>, rows: Int, columns: Int) {
    unsafe self.init(rows: rows, columns: columns) { to in
      unsafe to.baseAddress?.update(from: from, count: rows * columns)
    }
  }
}
