/// The eigenvector of the largest eigenvalue of a symmetric matrix, from a guess.
///
/// Each step takes the best vector of the plane of the last vector, its residual and the last change:
/// Knyazev, "Toward the Optimal Preconditioned Eigensolver: LOBPCG", *SIAM Journal on Scientific
/// Computing* 23 (2001), for one vector and without preconditioner. One product with the matrix a
/// step, and as few steps as Lanczos' method needs, without keeping its vectors. A vector outside the
/// space that the guess and the matrix span is never reached: with the largest eigenvalue in two
/// pieces of a graph, both keep their part of the guess.
///
/// - Parameter multiply: puts the matrix times its first argument into the second.
/// - Returns: the vector of length 1, and ‖A x − λ x‖ / λ.
func largestEigenvector(
  from guess: [Double], tolerance: Double, limit: Int,
  multiply: (_ x: [Double], _ y: inout [Double]) -> Void
) -> (vector: [Double], residual: Double, steps: Int) {
  var x = guess
  var ax = guess
  scale(&x, by: 1 / dot(x.span, x.span).squareRoot())
  multiply(x, &ax)
  var change: [Double] = []
  var aChange: [Double] = []
  var rest = x
  var aRest = ax
  var residual = Double.infinity
  for step in 0...limit {
    let lambda = dot(x.span, ax.span)
    for index in x.indices { rest[index] = ax[index] - lambda * x[index] }
    residual = dot(rest.span, rest.span).squareRoot() / abs(lambda)
    if !(residual > tolerance) || step == limit { return (x, residual, step) }
    // The residual, at right angles to x, and to the last change too.
    subtract(dot(rest.span, x.span), of: x, from: &rest)
    if !change.isEmpty { subtract(dot(rest.span, change.span), of: change, from: &rest) }
    scale(&rest, by: 1 / dot(rest.span, rest.span).squareRoot())
    multiply(rest, &aRest)
    let best = bestCombination(
      lambda, dot(x.span, aRest.span), dot(rest.span, aRest.span),
      change.isEmpty
        ? nil
        : (
          dot(x.span, aChange.span), dot(rest.span, aChange.span),
          dot(change.span, aChange.span)
        ))
    if change.isEmpty {
      (change, aChange) = (rest, aRest)
      scale(&change, by: best.y)
      scale(&aChange, by: best.y)
    } else {
      combine(&change, by: best.z, rest, by: best.y)
      combine(&aChange, by: best.z, aRest, by: best.y)
    }
    combine(&x, by: best.x, change, by: 1)
    combine(&ax, by: best.x, aChange, by: 1)
    let length = 1 / dot(x.span, x.span).squareRoot()
    scale(&x, by: length)
    scale(&ax, by: length)
    // Keep the change at right angles to x, and of length 1.
    let overlap = dot(change.span, x.span)
    subtract(overlap, of: x, from: &change)
    subtract(overlap, of: ax, from: &aChange)
    let size = dot(change.span, change.span).squareRoot()
    if size > 0 {
      scale(&change, by: 1 / size)
      scale(&aChange, by: 1 / size)
    } else {
      (change, aChange) = ([], [])
    }
    // Rounding gathers in A x, which is only updated: look again from time to time.
    if step % 16 == 15 { multiply(x, &ax) }
  }
  return (x, residual, limit)
}

/// The eigenvector of the largest eigenvalue of a symmetric matrix of three rows, or of two, by Jacobi's
/// rotations.
private func bestCombination(
  _ a00: Double, _ a01: Double, _ a11: Double, _ last: (Double, Double, Double)?
) -> SIMD3<Double> {
  // Without a third vector a third eigenvalue below the others stands in.
  let (a02, a12, a22) = last ?? (0, 0, -1 - 2 * (abs(a00) + abs(a01) + abs(a11)))
  var a = [[a00, a01, a02], [a01, a11, a12], [a02, a12, a22]]
  var v: [SIMD3<Double>] = [SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1)]
  for _ in 0..<30 {
    if a[0][1] == 0 && a[0][2] == 0 && a[1][2] == 0 { break }
    for (p, q) in [(0, 1), (0, 2), (1, 2)] where a[p][q] != 0 {
      let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
      let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
      let c = 1 / (t * t + 1).squareRoot()
      let s = t * c
      let r = 3 - p - q
      let (app, aqq, apq) = (a[p][p], a[q][q], a[p][q])
      let (arp, arq) = (a[r][p], a[r][q])
      a[p][p] = app - t * apq
      a[q][q] = aqq + t * apq
      a[p][q] = 0
      a[q][p] = 0
      a[r][p] = c * arp - s * arq
      a[p][r] = a[r][p]
      a[r][q] = s * arp + c * arq
      a[q][r] = a[r][q]
      (v[p], v[q]) = (c * v[p] - s * v[q], s * v[p] + c * v[q])
    }
  }
  var best = 0
  for index in 1..<3 where a[index][index] > a[best][best] { best = index }
  let vector = v[best]
  return vector.x < 0 ? -vector : vector
}

private func scale(_ x: inout [Double], by factor: Double) {
  for index in x.indices { x[index] *= factor }
}

private func subtract(_ factor: Double, of y: [Double], from x: inout [Double]) {
  for index in x.indices { x[index] -= factor * y[index] }
}

private func combine(
  _ x: inout [Double], by first: Double, _ y: [Double], by second: Double
) {
  for index in x.indices { x[index] = first * x[index] + second * y[index] }
}
