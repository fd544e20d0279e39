import Foundation
import TestSupport
import Testing

@testable import DragnetText

/// The kernels against plain loops, on every set of instructions of this processor.
struct KernelTests {
  private static let paths = InstructionPath.allCases.filter(\.isHere)

  /// Run with several values of DNNL_MAX_CPU_ISA, this shows that oneDNN is exact on all of them.
  @Test(
    arguments: [
      (1, 32, 16), (15, 96, 66), (16, 384, 384), (48, 128, 80), (49, 1536, 400), (64, 64, 16),
      (130, 384, 1152),
    ], paths)
  func `a product in whole numbers is exact`(
    shape: (rows: Int, inputs: Int, outputs: Int), path: InstructionPath
  ) {
    var random = SeededGenerator(seed: UInt64(shape.rows))
    let weights = WholeRows(
      rows: shape.outputs, columns: shape.inputs,
      numbers: (0..<shape.outputs * shape.inputs).map { _ in
        // Half of them as large as can be: sums of pairs must not saturate.
        Bool.random(using: &random)
          ? (Bool.random(using: &random) ? 63 : -63) : Int8.random(in: -63...63, using: &random)
      },
      scales: (0..<shape.outputs).map { _ in Float.random(in: 0.001...0.1, using: &random) })
    let bias = weights.scales.map { 7 * $0 - 0.2 }
    var x = matrix(shape.rows, shape.inputs, &random)
    for index in 0..<shape.inputs where index % 3 > 0 { x.values[index] = index % 3 == 1 ? 4 : -4 }

    let product = Linear(weights, bias: bias, .whole)
    let found = product.apply(x, workspace(product, path))
    for row in 0..<shape.rows {
      let expected = wholeProduct(Array(x.row(row)), weights, bias)
      #expect(Array(found.row(row).prefix(shape.outputs)) == expected)
    }
  }

  @Test func `a row of zeros gives the bias`() {
    let weights = WholeRows(
      rows: 2, columns: 32, numbers: Array(repeating: 5, count: 64), scales: [1, 2])
    let product = Linear(weights, bias: [0.5, -3], .whole)
    let found = product.apply(Matrix(rows: 1, columns: 32), workspace(product, .widest))
    #expect(found.row(0).prefix(2) == [0.5, -3])
  }

  @Test(arguments: paths)
  func `a product in 32 bits adds in the order of the inputs`(path: InstructionPath) {
    var random = SeededGenerator(seed: 3)
    let (x, w) = (matrix(9, 48, &random), matrix(21, 48, &random))
    let bias = (0..<21).map { Float($0) }
    let found = PlainProduct(w.values, inputs: 48, bias: bias).apply(x, path: path.rawValue)
    for row in 0..<9 {
      for output in 0..<21 {
        var sum: Float = 0
        for index in 0..<48 { sum += x[row, index] * w[output, index] }
        #expect(found[row, output] == sum + bias[output])
      }
    }
  }

  @Test(arguments: paths)
  func `gelu is that of the error function`(path: InstructionPath) {
    let values = (0..<1600).map { Float($0 - 800) / 100 }
    var found = Matrix(rows: 1, columns: 1600, values: values)
    found.applyGelu(path: path.rawValue)
    for (index, x) in values.enumerated() {
      let expected = Double(x) / 2 * (1 + erf(Double(x) / 2.0.squareRoot()))
      #expect(abs(Double(found[0, index]) - expected) < 2e-6)
    }
  }

  @Test(arguments: paths)
  func `log softmax is that of doubles`(path: InstructionPath) {
    var random = SeededGenerator(seed: 5)
    let rows = matrix(7, 32, &random).values.map { $0 * 10 }
    var found = rows
    found.makeLogSoftmax(rows: 7, count: 27, path: path.rawValue)
    for row in 0..<7 {
      let given = rows[row * 32..<row * 32 + 27].map(Double.init)
      let sum = log(given.reduce(0) { $0 + exp($1) })
      for (index, x) in given.enumerated() {
        #expect(abs(Double(found[row * 32 + index]) - (x - sum)) < 1e-5)
      }
    }
  }

  @Test func `threads that share a product get the same sums`() async {
    var random = SeededGenerator(seed: 8)
    let weights = WholeRows(
      rows: 160, columns: 384,
      numbers: (0..<160 * 384).map { _ in Int8.random(in: -63...63, using: &random) },
      scales: Array(repeating: 0.01, count: 160))
    let product = Linear(weights, .whole)
    let x = matrix(100, 384, &random)
    let expected = product.apply(x, workspace(product, .widest))
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { product.apply(x, workspace(product, .widest)) == expected }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  /// The product as `Training/FORMAT.md` has it.
  private func wholeProduct(_ x: [Float], _ weights: WholeRows, _ bias: [Float]) -> [Float] {
    let largest = x.reduce(0) { max($0, abs($1)) }
    let inverse = largest > 0 ? 127 / largest : 0
    let steps = x.map { Int(($0 * inverse).rounded(.toNearestOrEven)) }
    return (0..<weights.rows).map { output in
      var sum = 0
      for (index, step) in steps.enumerated() {
        sum += step * Int(weights.numbers[output * weights.columns + index])
      }
      return Float(sum) * ((largest / 127) * weights.scales[output]) + bias[output]
    }
  }

  private func matrix(
    _ rows: Int, _ columns: Int, _ random: inout SeededGenerator
  ) -> Matrix {
    Matrix(
      rows: rows, columns: columns,
      values: (0..<rows * columns).map { _ in Float.random(in: -2...2, using: &random) })
  }
}

/// A workspace for one product.
private func workspace(_ product: Linear, _ path: InstructionPath) -> Workspace {
  var room = WorkspaceSize()
  room.fit(product)
  return Workspace(room, path: path.rawValue, isTimed: false)
}
