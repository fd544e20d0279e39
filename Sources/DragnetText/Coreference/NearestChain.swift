/// Finds the chain nearest to a word, in time that does not grow with the document.
extension ChainBuilder {
  /// The nearest chain before that fits.
  func recent(_ fits: (ChainDraft) -> Bool) -> Int? {
    var best: Int?
    for index in chains.indices.suffix(ChainBuilder.memory).reversed() where fits(chains[index]) {
      if best == nil || chains[index].last > chains[best ?? 0].last { best = index }
    }
    return best
  }

  /// The chain with the last mention before a word; when none is before, the first after.
  func nearest(_ word: Int, _ fits: (ChainDraft) -> Bool) -> Int? {
    nearestBefore(word, fits) ?? nearestAfter(word, fits)
  }

  func nearestBefore(_ word: Int, _ fits: (ChainDraft) -> Bool) -> Int? {
    var best: Int?
    var bestWord = -1
    for index in candidates(word) where fits(chains[index]) {
      let position = lastStart(in: chains[index], before: word)
      if let position, position > bestWord {
        best = index
        bestWord = position
      }
    }
    return best
  }

  func nearestAfter(_ word: Int, _ fits: (ChainDraft) -> Bool) -> Int? {
    var next: Int?
    var nextWord = Int.max
    for index in candidates(word) where fits(chains[index]) {
      let position = firstStart(in: chains[index], from: word)
      if let position, position < nextWord {
        next = index
        nextWord = position
      }
    }
    return next
  }

  /// Chains opened around a word; few enough that a huge document stays linear.
  func candidates(_ word: Int) -> Range<Int> {
    guard chains.count > ChainBuilder.memory else { return chains.indices }
    var low = 0
    var high = chains.count
    while low < high {
      let middle = (low + high) / 2
      if chains[middle].first < word { low = middle + 1 } else { high = middle }
    }
    let from = max(0, low - ChainBuilder.memory)
    let to = min(chains.count, low + 50)
    return from..<to
  }

  /// First word of a chain's last draft before a word.
  func lastStart(in chain: ChainDraft, before word: Int) -> Int? {
    let sorted = chain.drafts[..<chain.sortedCount]
    let joined = chain.drafts[chain.sortedCount...]
    let ends = [sorted[..<split(sorted, word)].last, joined[..<split(joined, word)].last]
    return ends.compactMap { $0.map { drafts[$0].words.lowerBound } }.max()
  }

  /// First word of a chain's first draft at a word or after it.
  func firstStart(in chain: ChainDraft, from word: Int) -> Int? {
    let sorted = chain.drafts[..<chain.sortedCount]
    let joined = chain.drafts[chain.sortedCount...]
    let starts = [sorted[split(sorted, word)...].first, joined[split(joined, word)...].first]
    return starts.compactMap { $0.map { drafts[$0].words.lowerBound } }.min()
  }

  /// Place of the first of some drafts, in the order of the text, at a word or after it.
  func split(_ some: ArraySlice<Int>, _ word: Int) -> Int {
    var low = some.startIndex
    var high = some.endIndex
    while low < high {
      let middle = (low + high) / 2
      if drafts[some[middle]].words.lowerBound < word { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
