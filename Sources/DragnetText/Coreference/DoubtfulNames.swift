extension Reading {
  /// The reading without names that were guessed, once, and of which nothing is said.
  ///
  /// A capitalized word of unknown kind that stands in a text once and takes no part in a finding, a
  /// value or an attribution is more often no name at all than one a reader would miss.
  ///
  /// - Parameter threshold: a mention with this confidence or less is a guess.
  /// - Complexity: linear in the size of the reading.
  func droppingDoubtfulNames(threshold: Double = 0.55) -> Reading {
    var isUsed = [Bool](repeating: false, count: mentions.count)
    for finding in findings {
      isUsed[finding.from] = true
      isUsed[finding.to] = true
    }
    for quantity in quantities { quantity.subject.map { isUsed[$0] = true } }
    for attribution in attributions { attribution.mention.map { isUsed[$0] = true } }
    let isKept = chains.map { chain in
      isToldApart(chain.mentions)
        || chain.mentions.contains {
          isUsed[$0] || mentions[$0].kind == .name && mentions[$0].confidence > threshold
        } || !chain.mentions.contains { mentions[$0].kind == .name }
    }
    return isKept.allSatisfy { $0 } ? self : keepingChains(isKept)
  }

  /// True where mentions stand in more than one place.
  private func isToldApart(_ indices: [Int]) -> Bool {
    guard let first = indices.first else { return false }
    return indices.contains { !mentions[$0].range.overlaps(mentions[first].range) }
  }

  /// The reading with some of its chains, and nothing that refers to another.
  private func keepingChains(_ isKept: [Bool]) -> Reading {
    let newChain = places(of: isKept)
    let newMention = places(of: mentions.map { isKept[$0.chain] })
    var reading = self
    reading.mentions = mentions.filter { isKept[$0.chain] }.map { mention in
      var mention = mention
      mention.chain = newChain[mention.chain]
      return mention
    }
    reading.chains = zip(chains, isKept).filter(\.1).map { chain, _ in
      var chain = chain
      chain.mentions = chain.mentions.map { newMention[$0] }
      return chain
    }
    for index in reading.findings.indices {
      reading.findings[index].from = newMention[reading.findings[index].from]
      reading.findings[index].to = newMention[reading.findings[index].to]
    }
    for index in reading.quantities.indices {
      reading.quantities[index].subject = reading.quantities[index].subject.map { newMention[$0] }
    }
    for index in reading.attributions.indices {
      reading.attributions[index].mention = reading.attributions[index].mention.map {
        newMention[$0]
      }
    }
    return reading
  }

  /// For each index, how many kept ones stand before it.
  private func places(of isKept: [Bool]) -> [Int] {
    var count = 0
    return isKept.map { kept in
      defer { if kept { count += 1 } }
      return count
    }
  }
}
