/// What a drawing can be written as.
public enum Format: String, Sendable, Codable, CaseIterable {
  /// Vector graphics for the web, with links and tooltips.
  case svg
  /// One page, fonts embedded.
  case pdf
  /// Pixels, two to a point.
  case png
  /// Graphviz's language, with positions; for other tools.
  case dot
  /// Positions and sizes of everything, for programs.
  case json
  /// An HTML `<map>` for the pixels of `png`: links and tooltips by area.
  case imageMap = "cmapx"
}

extension Drawing {
  /// The drawing as a file of a format. The same drawing gives the same bytes.
  ///
  /// - Parameter idPrefix: put before every id of an SVG, so that several can stand on one page.
  public func render(
    _ format: Format, idPrefix: String = "dragnet-"
  ) throws(DrawingError) -> [UInt8] {
    try render(format, options: SVGOptions(idPrefix: idPrefix))
  }

  /// The drawing as a file of a format. The same drawing gives the same bytes.
  ///
  /// - Parameter options: what an SVG carries beside the drawing; an image map takes its prefix only.
  public func render(_ format: Format, options: SVGOptions) throws(DrawingError) -> [UInt8] {
    switch format {
    case .json: return json()
    case .dot: return try output { Graphviz.plainGraph(of: self)?.finished("dot") }
    case .png:
      return try output { Graphviz.graph(of: self, dpi: 144)?.finished("png") }
    case .pdf:
      return Drawing.undated(try output { Graphviz.graph(of: self)?.finished("pdf") })
    case .svg:
      let texts = texts
      var setting = sketch.typesetting
      if !texts.allSatisfy(setting.knows) {
        setting = try Graphviz.run { [setting] in
          var grown = setting
          grown.learn(texts)
          return grown
        }
      }
      return SVGDocument(drawing: self, options: options, typesetting: setting).bytes()
    case .imageMap:
      let raw = try output { Graphviz.graph(of: self, dpi: 144, hasAreas: true)?.finished("cmapx") }
      return ImageMap(drawing: self, prefix: Wording.identifier(options.idPrefix)).rewrite(raw)
    }
  }

  /// The drawing as SVG text, with a script or a second theme if so asked.
  public func svg(_ options: SVGOptions) throws(DrawingError) -> String {
    String(decoding: try render(.svg, options: options), as: UTF8.self)
  }

  /// The drawing as SVG text.
  public func svg(idPrefix: String = "dragnet-") throws(DrawingError) -> String {
    String(decoding: try render(.svg, idPrefix: idPrefix), as: UTF8.self)
  }

  /// All words it shows.
  private var texts: [TextBlock] {
    (sketch.isMap ? [] : sketch.nodeTexts()) + labelTexts
      + (backdrop + furniture).compactMap(\.text)
  }

  private func output(
    _ work: @escaping @Sendable () -> [UInt8]?
  ) throws(DrawingError) -> [UInt8] {
    guard let bytes = try Graphviz.run(work) else {
      throw .graphviz("rendering failed without a message")
    }
    return bytes
  }

  /// The PDF with its time of making set to a constant, in place.
  private static func undated(_ pdf: [UInt8]) -> [UInt8] {
    let key = Array("/CreationDate (D:".utf8)
    guard let start = pdf.indices.first(where: { pdf[$0...].starts(with: key) }) else { return pdf }
    var result = pdf
    let digits = Array("20000101000000".utf8)
    for (offset, digit) in digits.enumerated() where start + key.count + offset < pdf.count {
      result[start + key.count + offset] = digit
    }
    return result
  }
}
