/// How much two lengths of paths may differ, relative to their size, and still count as equal: sums of
/// the same lengths in another order differ by rounding.
let lengthTolerance = 1e-10

/// Dijkstra's search from one node, over lengths that are not negative. `distance` must be infinite
/// everywhere; `order` gets the reached nodes, nearest first.
///
/// - Returns: how many nodes were reached, the source included.
/// - SeeAlso: Dijkstra, "A note on two problems in connexion with graphs", *Numerische Mathematik* 1
///   (1959).
func lengthSearch<Queue: NodeQueue>(
  from source: Int, offsets: Span<UInt32>, targets: Span<UInt32>, lengths: Span<Double>,
  queue: inout Queue, isSettled: inout MutableSpan<Bool>, distance: inout MutableSpan<Double>,
  order: inout MutableSpan<UInt32>
) -> Int {
  var reached = 0
  distance[source] = 0
  queue.push(UInt32(source), at: 0)
  while let next = queue.pop() {
    let node = Int(next)
    if unsafe isSettled[unchecked: node] { continue }
    unsafe isSettled[unchecked: node] = true
    unsafe order[unchecked: reached] = next
    reached += 1
    let here = unsafe distance[unchecked: node]
    for arc in unsafe Int(offsets[unchecked: node])..<Int(offsets[unchecked: node + 1]) {
      let target = unsafe targets[unchecked: arc]
      let there = unsafe here + lengths[unchecked: arc]
      if unsafe there < distance[unchecked: Int(target)] {
        unsafe distance[unchecked: Int(target)] = there
        queue.push(target, at: there)
      }
    }
  }
  return reached
}

/// Brandes' algorithm for one source, over lengths above zero. `distance` must be infinite, `sigma` and
/// `isSettled` zero everywhere, and are so again afterwards.
///
/// Adds w(s) δ(v) to `scores`, and what the source gives each arc to `arcScores`, unless it is empty.
///
/// - Returns: the largest number of paths met.
func sweepLengths<Queue: NodeQueue>(
  from source: Int, weight: Double, offsets: Span<UInt32>, targets: Span<UInt32>,
  lengths: Span<Double>, weights: Span<Double>, queue: inout Queue,
  isSettled: inout MutableSpan<Bool>, distance: inout MutableSpan<Double>,
  sigma: inout MutableSpan<Double>, share: inout MutableSpan<Double>,
  order: inout MutableSpan<UInt32>, scores: inout MutableSpan<Double>,
  arcScores: inout MutableSpan<Double>
) -> Double {
  var mostPaths = 0.0
  let hasArcs = !arcScores.isEmpty
  let (below, above) = (1 - lengthTolerance, 1 + lengthTolerance)
  var reached = 0
  distance[source] = 0
  sigma[source] = 1
  queue.push(UInt32(source), at: 0)
  while let next = queue.pop() {
    let node = Int(next)
    if unsafe isSettled[unchecked: node] { continue }
    unsafe isSettled[unchecked: node] = true
    unsafe order[unchecked: reached] = next
    reached += 1
    let here = unsafe distance[unchecked: node]
    let paths = unsafe sigma[unchecked: node]
    for arc in unsafe Int(offsets[unchecked: node])..<Int(offsets[unchecked: node + 1]) {
      let target = unsafe targets[unchecked: arc]
      let there = unsafe here + lengths[unchecked: arc]
      let before = unsafe distance[unchecked: Int(target)]
      if there > before * above { continue }
      if there < before * below {
        unsafe distance[unchecked: Int(target)] = there
        unsafe sigma[unchecked: Int(target)] = paths
        queue.push(target, at: there)
      } else {
        unsafe sigma[unchecked: Int(target)] += paths
      }
    }
  }
  var place = reached
  while place > 0 {
    place -= 1
    let node = unsafe Int(order[unchecked: place])
    let here = unsafe distance[unchecked: node]
    let paths = unsafe sigma[unchecked: node]
    mostPaths = max(mostPaths, paths)
    var sum = 0.0
    let arcs = unsafe Int(offsets[unchecked: node])..<Int(offsets[unchecked: node + 1])
    for arc in arcs {
      let target = unsafe Int(targets[unchecked: arc])
      let found = unsafe distance[unchecked: target]
      let gap = unsafe here + lengths[unchecked: arc] - found
      // Chosen without a jump: nobody can guess which arcs lie on shortest paths.
      let isShortest = abs(gap) <= found * lengthTolerance
      let part = unsafe isShortest ? share[unchecked: target] : 0
      sum += part
      if hasArcs { unsafe arcScores[unchecked: arc] += weight * paths * part }
    }
    let delta = paths * sum
    unsafe share[unchecked: node] = (weights[unchecked: node] + delta) / paths
    if node != source { unsafe scores[unchecked: node] += weight * delta }
  }
  for place in 0..<reached {
    let node = unsafe Int(order[unchecked: place])
    unsafe isSettled[unchecked: node] = false
    unsafe distance[unchecked: node] = .infinity
    unsafe sigma[unchecked: node] = 0
  }
  return mostPaths
}
