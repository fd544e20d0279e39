/// Which figures of a written report no longer match the case.
public struct ReportCheck: Sendable {
  /// A figure that does not match.
  public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
      /// The case has other claims than those the figure was made of.
      case outOfDate(Basis.Difference)
      /// The template asks for it, the written report does not have it.
      case missing
      /// The written report has it, the template does not ask for it.
      case leftOver
    }

    /// *Figure 2*; nil for text.
    public let label: String?
    /// The question.
    public let question: String
    /// Where it stands in the template; nil when it is left over.
    public let place: BlockPlace?
    /// What is wrong.
    public let problem: Problem

    /// In one line: which figure, where, what is wrong.
    public var description: String {
      let name = [label, "'\(question)'"].compactMap(\.self).joined(separator: " ")
      let start = (place.map { "\($0.line):\($0.column): " } ?? "") + name
      switch problem {
      case .missing: return "\(start) is not in the report"
      case .leftOver: return "\(start) is in the report, and no block asks for it"
      case .outOfDate(let difference):
        var parts: [String] = []
        func add(_ what: String, _ words: [String]) {
          guard !words.isEmpty else { return }
          let named = words.prefix(3).joined(separator: "; ")
          let more = words.count > 3 ? " and \(words.count - 3) more" : ""
          parts.append("\(countInWords(words.count, "claim")) \(what) (\(named)\(more))")
        }
        add("changed", difference.changed)
        add("new", difference.added)
        if difference.goneCount > 0 {
          parts.append("\(countInWords(difference.goneCount, "claim")) gone")
        }
        return "\(start) is out of date: \(parts.joined(separator: ", "))"
      }
    }
  }

  /// Every figure that does not match, in the order of the template; what is left over last.
  public let findings: [Finding]
  /// How many figures were compared.
  public let count: Int
}

extension Report {
  /// Compares a written report, HTML or Markdown, with what the template and the case give now.
  ///
  /// A figure matches when it rests on the same claims: same relations with the same sentences,
  /// origins, dates and reservations, same values, same places in a ranking. Where a sentence stands
  /// in its document does not matter, nor what the template says around the blocks.
  public func check(_ written: String) -> ReportCheck {
    var markers: [String: [FigureMarker]] = [:]
    for marker in FigureMarker.all(in: written) {
      markers[marker.question, default: []].append(marker)
    }
    var findings: [ReportCheck.Finding] = []
    var count = 0
    for block in blocks {
      guard let figure = block.figure else { continue }
      count += 1
      func found(_ problem: ReportCheck.Finding.Problem) {
        findings.append(
          .init(
            label: block.label, question: block.question, place: block.place, problem: problem))
      }
      guard var candidates = markers[block.question], !candidates.isEmpty else {
        found(.missing)
        continue
      }
      let marker = candidates.removeFirst()
      markers[block.question] = candidates
      let difference = Basis(text: marker.rests).difference(from: figure.supports)
      if !difference.isEmpty { found(.outOfDate(difference)) }
    }
    for marker in markers.values.joined().sorted(by: { $0.question < $1.question }) {
      findings.append(
        .init(
          label: marker.label.isEmpty ? nil : marker.label, question: marker.question, place: nil,
          problem: .leftOver))
    }
    return ReportCheck(findings: findings, count: count)
  }
}
