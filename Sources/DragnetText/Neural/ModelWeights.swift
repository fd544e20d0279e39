/// How the parts of the model are taken out of the weights file.
extension WeightsFile {
  /// A product and its bias.
  func linear(
    _ name: String, _ shape: [Int], _ arithmetic: Arithmetic, _ room: inout WorkspaceSize
  ) throws(ReadingError) -> Linear {
    let rows = try rows("\(name).weight", shape)
    let made = Linear(rows, bias: try floats("\(name).bias", [shape[0]]), arithmetic)
    room.fit(made)
    return made
  }

  /// A score for pairs of rows.
  func biaffine(
    _ name: String, size: Int, classes: Int, _ arithmetic: Arithmetic,
    _ room: inout WorkspaceSize
  ) throws(ReadingError) -> Biaffine {
    Biaffine(
      w: try rows("\(name).w", [classes * size, size]),
      u: try floats("\(name).u", [classes, size]), v: try floats("\(name).v", [classes, size]),
      c: try floats("\(name).c", [classes]), arithmetic, &room)
  }

  /// A score for spans. Lengths beyond 32 words score as 32.
  func spanScorer(
    _ name: String, classes: Int, _ arithmetic: Arithmetic, _ room: inout WorkspaceSize
  ) throws(ReadingError) -> SpanScorer {
    let scorer = try biaffine(name, size: header.sizes.span, classes: classes, arithmetic, &room)
    return SpanScorer(
      scorer, widths: try floats("\(name)_width", [32, classes]), longest: header.sizes.positions)
  }

  /// A normalization.
  func norm(_ name: String) throws(ReadingError) -> Norm {
    let width = header.sizes.width
    return Norm(
      weight: try floats("\(name).weight", [width]), bias: try floats("\(name).bias", [width]))
  }
}

extension WeightsHeader {
  /// Refuses sizes that the kernels are not made for.
  func check(_ file: WeightsFile) throws(ReadingError) {
    let whole = [sizes.width, sizes.inner, sizes.arc, sizes.label, sizes.span]
    guard whole.allSatisfy({ (16...8192).contains($0) && $0 % 16 == 0 }),
      sizes.width == 32 * sizes.heads, (1...64).contains(sizes.layers),
      (2...4096).contains(sizes.positions)
    else { throw file.damaged("its layers have sizes that this Dragnet cannot read") }
    guard (1...15).contains(mentionTypes.count), (1...15).contains(nameTypes.count),
      !tags.upos.isEmpty, !tags.xpos.isEmpty, tags.labels.count > 1, tags.labels.count < 1000,
      (1...1000).contains(relationLabels.count)
    else { throw file.damaged("it has no tags or types, or too many") }
    guard coreference.fields.allSatisfy({ (1...10_000).contains($0) }),
      (1...100).contains(coreference.fields.count)
    else { throw file.damaged("its fields of coreference are wrong") }
  }
}

extension WindowEncoder {
  init(
    _ file: WeightsFile, _ arithmetic: Arithmetic, _ room: inout WorkspaceSize
  ) throws(ReadingError) {
    let sizes = file.header.sizes
    width = sizes.width
    heads = sizes.heads
    mixes = try file.floats("mixes", [3, sizes.layers])
    embeddings = Embeddings(
      words: try file.rows("words", kind: "rows8", [file.count(ofLines: "vocabulary"), width]),
      positions: try file.floats("positions", [sizes.positions, width]),
      shapes: try file.floats("shapes", [64, width]), norm: try file.norm("norm"))
    var layers: [EncoderLayer] = []
    for number in 0..<sizes.layers {
      let name = "layers.\(number)"
      layers.append(
        EncoderLayer(
          qkv: try file.linear("\(name).qkv", [3 * width, width], arithmetic, &room),
          out: try file.linear("\(name).out", [width, width], arithmetic, &room),
          up: try file.linear("\(name).up", [sizes.inner, width], arithmetic, &room),
          down: try file.linear("\(name).down", [width, sizes.inner], arithmetic, &room),
          norm1: try file.norm("\(name).norm1"), norm2: try file.norm("\(name).norm2")))
    }
    self.layers = layers
    room.positions = sizes.positions
    if case .plain = arithmetic { room.isPlain = true }
  }
}

extension AntecedentWeights {
  /// Numbers that each mention is known by as the later of a pair, and as the earlier.
  private static let size = 128
  private static let hidden = 64

  init(
    _ file: WeightsFile, _ arithmetic: Arithmetic, _ room: inout WorkspaceSize
  ) throws(ReadingError) {
    let size = AntecedentWeights.size
    let hidden = AntecedentWeights.hidden
    let fields = file.header.coreference.fields
    let rows = fields.reduce(0, +)
    let part = "antecedents"
    reduce = try file.linear(
      "\(part).reduce", [2 * size, 3 * file.header.sizes.width], arithmetic, &room)
    bilinear = try file.linear("\(part).bilinear", [size, size], arithmetic, &room)
    later = try file.linear("\(part).later", [hidden, size], arithmetic, &room)
    earlier = try file.linear("\(part).earlier", [hidden, size], arithmetic, &room)
    table = Matrix(
      rows: rows, columns: hidden, values: try file.floats("\(part).table", [rows, hidden]))
    score = try file.floats("\(part).score", [hidden])
    none = try file.floats("\(part).none", [size + 1])
    self.fields = fields.count
  }
}
