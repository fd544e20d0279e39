/// Solves `(I − a S M S) w = b` for a symmetric matrix M and a diagonal S, when `a S M S` has all
/// eigenvalues inside −1...1.
///
/// Hestenes and Stiefel, "Methods of Conjugate Gradients for Solving Linear Systems", *Journal of
/// Research of the NBS* 49 (1952). With eigenvalues in 1 ± *d* the error shrinks by
/// (√κ − 1)/(√κ + 1) a step, κ = (1 + *d*)/(1 − *d*), and faster where they huddle together.
///
/// - Parameter solution: a guess, and then the solution.
/// - Parameter norm: weights of the residual: the steps end when Σ norm · |residual| ≤ tolerance.
/// - Returns: the number of steps and the last Σ norm · |residual|.
func conjugateGradient(
  _ matrix: Matrix, factor: Double, scale: Span<Double>, rightSide: Span<Double>,
  norm: Span<Double>, tolerance: Double, limit: Int, solution: inout MutableSpan<Double>,
  residual: inout MutableSpan<Double>, direction: inout MutableSpan<Double>,
  scaled: inout MutableSpan<Double>, image: inout MutableSpan<Double>
) -> (steps: Int, residual: Double) {
  let count = rightSide.count
  for index in 0..<count { scaled[index] = scale[index] * solution[index] }
  rowSums(of: matrix, scaled.span, into: &image)
  var square = 0.0
  var left = 0.0
  for index in 0..<count {
    let value =
      rightSide[index] - solution[index] + factor * scale[index] * image[index]
    residual[index] = value
    direction[index] = value
    scaled[index] = scale[index] * value
    square += value * value
    left += norm[index] * abs(value)
  }
  var steps = 0
  while left > tolerance, steps < limit {
    steps += 1
    rowSums(of: matrix, scaled.span, into: &image)
    var curvature = 0.0
    for index in 0..<count {
      let value =
        unsafe direction[unchecked: index]
        - factor * scale[unchecked: index] * image[unchecked: index]
      unsafe image[unchecked: index] = value
      unsafe curvature += value * direction[unchecked: index]
    }
    let stride = square / curvature
    var newSquare = 0.0
    left = 0
    for index in 0..<count {
      unsafe solution[unchecked: index] += stride * direction[unchecked: index]
      let value = unsafe residual[unchecked: index] - stride * image[unchecked: index]
      unsafe residual[unchecked: index] = value
      newSquare += value * value
      unsafe left += norm[unchecked: index] * abs(value)
    }
    let turn = newSquare / square
    square = newSquare
    for index in 0..<count {
      let value = unsafe residual[unchecked: index] + turn * direction[unchecked: index]
      unsafe direction[unchecked: index] = value
      unsafe scaled[unchecked: index] = scale[unchecked: index] * value
    }
  }
  return (steps, left)
}

/// `conjugateGradient` with memory of its own: 32 bytes a row.
func solve(
  _ matrix: Matrix, factor: Double, scale: [Double], rightSide: [Double], norm: [Double],
  tolerance: Double, solution: inout [Double]
) -> (steps: Int, residual: Double) {
  var residual = [Double](repeating: 0, count: solution.count)
  var direction = residual
  var scaled = residual
  var image = residual
  var solutionSpan = solution.mutableSpan
  var residualSpan = residual.mutableSpan
  var directionSpan = direction.mutableSpan
  var scaledSpan = scaled.mutableSpan
  var imageSpan = image.mutableSpan
  return conjugateGradient(
    matrix, factor: factor, scale: scale.span, rightSide: rightSide.span, norm: norm.span,
    tolerance: tolerance, limit: 10_000, solution: &solutionSpan, residual: &residualSpan,
    direction: &directionSpan, scaled: &scaledSpan, image: &imageSpan)
}
