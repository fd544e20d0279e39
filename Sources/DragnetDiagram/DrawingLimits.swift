import Foundation

/// What a drawing may take before it is given up.
///
/// No engine of Graphviz can be interrupted, so a drawing with a limit is made by a program of its own,
/// `dragnet-draw`, which the system ends by signal when it takes more. Without a limit a drawing is made
/// in the process, bounded only by the size of the diagram.
public struct DrawingLimits: Sendable, Hashable {
  /// Processor seconds, and half as many again by the clock; nil sets no limit.
  public var seconds: Int?
  /// Of address space, which the program needs some hundred megabytes of for itself; nil sets no limit.
  public var megabytes: Int?
  /// Path of `dragnet-draw`; nil takes what the variable `DRAGNET_DRAW` of the environment names, or the
  /// file of that name beside the running program.
  public var program: String?

  /// Makes limits; by default there are none.
  public init(seconds: Int? = nil, megabytes: Int? = nil, program: String? = nil) {
    self.seconds = seconds
    self.megabytes = megabytes
    self.program = program
  }

  /// Where the program is.
  func programPath() throws(DrawingError) -> String {
    let environment = ProcessInfo.processInfo.environment["DRAGNET_DRAW"]
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    let beside = own.map { ($0 as NSString).deletingLastPathComponent + "/dragnet-draw" }
    let path = program ?? environment ?? beside ?? "dragnet-draw"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw .programMissing(path: path)
    }
    return path
  }
}

extension Diagram {
  /// Places the diagram like `draw(layout:theme:)`, but gives up at a limit.
  ///
  /// - Throws: `DrawingError.limitReached` at a limit, `programMissing` without the program, and what
  ///   drawing in the process throws.
  public func draw(
    layout: Layout = .automatic, theme: Theme = .light, limits: DrawingLimits
  ) throws(DrawingError) -> Drawing {
    guard limits.seconds != nil || limits.megabytes != nil else {
      return try draw(layout: layout, theme: theme)
    }
    let request = DrawingRequest(diagram: self, theme: theme, layout: layout)
    let answer = try DrawingProgram(limits).run(request)
    do {
      return try JSONDecoder().decode(DrawingRecord.self, from: answer).drawing(theme: theme)
    } catch let error as DrawingError {
      throw error
    } catch {
      throw .programFailed("its answer could not be read: \(error)")
    }
  }

  /// Places and renders the diagram, and gives up at a limit.
  ///
  /// - Throws: as `draw(layout:theme:limits:)`.
  public func render(
    _ format: Format, layout: Layout = .automatic, theme: Theme = .light,
    limits: DrawingLimits = DrawingLimits(), options: SVGOptions = SVGOptions()
  ) throws(DrawingError) -> [UInt8] {
    guard limits.seconds != nil || limits.megabytes != nil else {
      return try draw(layout: layout, theme: theme).render(format, options: options)
    }
    let request = DrawingRequest(
      diagram: self, theme: theme, layout: layout, format: format, options: options)
    return Array(try DrawingProgram(limits).run(request))
  }
}
