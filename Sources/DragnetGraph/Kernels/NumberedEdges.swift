/// Reads edges between numbered nodes, or nil when a name is not a number.
func parseNumbers(
  _ bytes: UnsafeBufferPointer<UInt8>, layout: EdgeListLayout, path: String, readsValues: Bool
) throws(GraphError) -> ParsedEdges? {
  var edges = ParsedEdges()
  var line = layout.line - 1
  var largest = -1
  let separator = layout.separator
  var isNumbered = true
  var failure: GraphError?
  // An edge takes four bytes at least. Of what is set aside here only what is used becomes memory.
  let capacity = (bytes.count - layout.start) / 4 + 1
  var targets = unsafe [UInt32](unsafeUninitializedCapacity: capacity) { _, _ in }
  edges.sources = unsafe [UInt32](unsafeUninitializedCapacity: capacity) { sources, sourceCount in
    unsafe targets = [UInt32](unsafeUninitializedCapacity: capacity) { targets, targetCount in
      var count = 0
      defer { (sourceCount, targetCount) = (count, count) }
      var position = layout.start
      let end = bytes.count
      while position < end {
        line += 1
        var byte = unsafe bytes[position]
        // The usual line: digits, one separator, digits, end of line.
        var source = 0
        let first = position
        while byte &- 48 < 10 {
          source = source &* 10 &+ Int(byte &- 48)
          position += 1
          byte = unsafe position < end ? bytes[position] : newline
        }
        let sourceDigits = position - first
        if sourceDigits > 0, byte == separator {
          position += 1
          byte = unsafe position < end ? bytes[position] : newline
          var target = 0
          let second = position
          while byte &- 48 < 10 {
            target = target &* 10 &+ Int(byte &- 48)
            position += 1
            byte = unsafe position < end ? bytes[position] : newline
          }
          let targetDigits = position - second
          if targetDigits > 0, !readsValues, byte == newline, max(sourceDigits, targetDigits) < 10 {
            unsafe sources[count] = UInt32(truncatingIfNeeded: source)
            unsafe targets[count] = UInt32(truncatingIfNeeded: target)
            largest = max(largest, source, target)
            count += 1
            position += 1
            continue
          }
        }
        // Anything else: field by field.
        var cursor = FieldCursor(position: first, separator: separator)
        defer { position = cursor.position }
        guard let from = unsafe cursor.next(bytes) else {
          unsafe cursor.skipLine(bytes)
          continue
        }
        if unsafe bytes[from.lowerBound] == UInt8(ascii: "#")
          || bytes[from.lowerBound] == UInt8(ascii: "%")
        {
          unsafe cursor.skipLine(bytes)
          continue
        }
        guard let to = unsafe cursor.next(bytes) else {
          failure = .badLine(path: path, line: line, reason: "an edge needs two nodes")
          return
        }
        var ends = [0, 0]
        for (slot, field) in [from, to].enumerated() {
          guard !field.isEmpty, unsafe bytes[field].allSatisfy({ $0 &- 48 < 10 }) else {
            isNumbered = false
            return
          }
          let number =
            field.count < 19 ? unsafe bytes[field].reduce(0) { $0 * 10 + Int($1 &- 48) } : .max
          guard number < Int(Int32.max) - 1 else {
            let name = unsafe String(decoding: bytes[field].prefix(40), as: UTF8.self)
            failure = .badLine(
              path: path, line: line,
              reason: "node number \(name) is past \(Int32.max - 2); read the names as words")
            return
          }
          ends[slot] = number
          largest = max(largest, number)
        }
        if readsValues {
          do throws(GraphError) {
            edges.values.append(
              try unsafe parseThird(&cursor, bytes, path: path, line: line))
          } catch {
            failure = error
            return
          }
        }
        unsafe sources[count] = UInt32(ends[0])
        unsafe targets[count] = UInt32(ends[1])
        count += 1
        unsafe cursor.skipLine(bytes)
      }
    }
  }
  if let failure { throw failure }
  guard isNumbered else { return nil }
  edges.targets = targets
  edges.nodeCount = largest + 1
  // Eight bytes a node are set aside later: a stray number must not ask for gigabytes.
  if edges.nodeCount > 1 << 24, edges.nodeCount / 64 > edges.sources.count {
    throw .unreadableFile(
      path: path,
      reason: "\(edges.sources.count) edges name nodes up to \(largest); read the names as words")
  }
  return edges
}

/// Reads the third column of a line.
func parseThird(
  _ cursor: inout FieldCursor, _ bytes: UnsafeBufferPointer<UInt8>, path: String, line: Int
) throws(GraphError) -> Double {
  guard let field = unsafe cursor.next(bytes) else {
    throw .badLine(path: path, line: line, reason: "there is no third column to read")
  }
  guard let value = unsafe parseValue(bytes[field]) else {
    let text = unsafe String(decoding: bytes[field].prefix(40), as: UTF8.self)
    throw .badLine(
      path: path, line: line, reason: "'\(text)' is not a finite number, zero or more")
  }
  return value
}
