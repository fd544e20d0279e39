import DragnetDiagram

extension Network {
  /// What is new, gone and changed since an earlier network of the same case, on one picture: what is
  /// new with a double border and a plus, what is gone on a sheet with dotted lines and a minus, what
  /// changed on a plaque; what stayed, in grey, as far as it is needed for context.
  ///
  /// Entities are matched by id, by a place where both are mentioned, or by type and name. `limit` is
  /// the most entities (60), changes first.
  ///
  /// - Complexity: O(*n* log *n* + *m* log *m* + *k*) for *k* mentions.
  public func differenceFigure(
    since earlier: Network, _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> CaseFigure {
    let difference = NetworkDifference(from: earlier, to: self)
    let columns = ["What", "Change", "Before", "After"]
    let title = options.title ?? "What has changed"
    let shown = difference.shown(limit: max(options.limit ?? 60, 2))
    guard !shown.isEmpty else {
      return .empty(
        .difference, title: title, why: "Nothing has changed since the earlier network.",
        columns: columns)
    }
    let nodes = difference.parts.filter { shown.contains($0.id) }.map { part in
      Diagram.Node(
        id: part.id, kind: part.change.rawValue,
        label: part.change.sign + part.entity.name,
        detail: part.change == .changed
          ? "was: \(part.before?.name ?? "") (\(part.before?.type.title.lowercased() ?? ""))"
          : part.entity.type.title.lowercased(),
        tooltip: "\(part.entity.name): \(part.change.words)",
        link: options.links.entity(part.entity), size: part.change == .same ? 0.1 : 0.35,
        classes: ["entity", "change-" + part.change.rawValue])
    }
    let names = Dictionary(
      difference.parts.map { ($0.id, $0.entity.name) }, uniquingKeysWith: { a, _ in a })
    let drawn = difference.ties.filter { tie in
      guard let fold = tie.after ?? tie.before else { return false }
      return shown.contains(fold.from) && shown.contains(fold.to)
    }
    let lines = drawn.compactMap { tie in
      (tie.after ?? tie.before).map { line(of: tie, $0, names: names, options.links) }
    }
    let diagram = Diagram(
      title: title, subtitle: difference.summary, nodes: nodes, lines: lines,
      legend: legend(nodes), notes: notes(difference, shown: shown.count, since: earlier))
    return CaseFigure(
      kind: .difference, diagram: diagram, layout: .neato, caption: difference.summary,
      altText: "A network with its changes. " + difference.summary + " "
        + difference.parts.filter { $0.change == .new }.prefix(5).map { $0.entity.name }
        .joined(separator: ", "),
      columns: columns, rows: difference.rows(names: names))
  }

  private func line(
    of tie: NetworkDifference.Tie, _ fold: Fold, names: [String: String], _ links: FigureLinks
  ) -> Diagram.Line {
    let isSame = tie.change == .same
    return Diagram.Line(
      id: tie.id, from: fold.from, to: fold.to, family: tie.change.rawValue,
      labels: isSame ? [] : tie.words.map { Diagram.Label(shortened($0, to: 30)) },
      tooltip: "\(names[fold.from] ?? "") – \(names[fold.to] ?? ""): \(tie.change.words)"
        + (tie.words.isEmpty ? "" : ": " + tie.words.joined(separator: ", ")),
      link: fold.relations.lazy.compactMap(links.relation).first,
      width: isSame ? 0.8 : 2, dash: tie.change == .gone ? .dotted : .solid,
      direction: isSame ? .none : .forward, emphasis: isSame ? .faint : .normal,
      classes: ["relation", "change-" + tie.change.rawValue])
  }

  private func legend(_ nodes: [Diagram.Node]) -> [Diagram.LegendEntry] {
    [NetworkDifference.Change.new, .gone, .changed, .same].filter { change in
      nodes.contains { $0.kind == change.rawValue }
    }.map { .init(.kind($0.rawValue), capitalized($0.words)) }
  }

  private func notes(
    _ difference: NetworkDifference, shown: Int, since earlier: Network
  ) -> [String] {
    var notes: [String] = []
    let old = Set(earlier.conflicts.map(\.about)), new = Set(conflicts.map(\.about))
    let raised = new.subtracting(old).sorted(), settled = old.subtracting(new).sorted()
    if !raised.isEmpty {
      notes.append("New questions: \(raised.prefix(5).joined(separator: "; ")).")
    }
    if !settled.isEmpty {
      notes.append("Questions no longer open: \(settled.prefix(5).joined(separator: "; ")).")
    }
    let changed = difference.parts.filter { $0.change != .same }.count
    let rest = difference.parts.count - shown
    if rest > 0 {
      notes.append(
        "Left out: \(counted(rest, "entity", plural: "entities")) of \(difference.parts.count)"
          + (changed > shown ? ", changed ones among them." : ", unchanged and far from changes."))
    }
    return notes
  }
}

extension NetworkDifference.Change {
  /// Before the name.
  var sign: String {
    switch self {
    case .new: "+ "
    case .gone: "− "
    case .changed, .same: ""
    }
  }

  var words: String {
    switch self {
    case .new: "new"
    case .gone: "gone"
    case .changed: "other name or type"
    case .same: "as before"
    }
  }
}

extension NetworkDifference {
  /// *3 entities and 5 links are new; …*
  var summary: String {
    func count(_ change: Change) -> String {
      let nodes = parts.filter { $0.change == change }.count
      let lines = ties.filter { $0.change == change }.count
      return "\(counted(nodes, "entity", plural: "entities")) and \(counted(lines, "link"))"
    }
    return "New: \(count(.new)). Gone: \(count(.gone)). Changed: \(count(.changed))."
  }

  /// What changed and what it touches, changes and tied ones first.
  func shown(limit: Int) -> Set<String> {
    var tied: [String: Int] = [:]
    for tie in ties where tie.change != .same {
      guard let fold = tie.after ?? tie.before else { continue }
      tied[fold.from, default: 0] += 1
      tied[fold.to, default: 0] += 1
    }
    let order = parts.filter { $0.change != .same || tied[$0.id] != nil }.sorted { a, b in
      (tied[b.id] ?? 0, a.change == .same ? 1 : 0, a.entity.name, a.id)
        < (tied[a.id] ?? 0, b.change == .same ? 1 : 0, b.entity.name, b.id)
    }
    return Set(order.prefix(limit).map(\.id))
  }

  func rows(names: [String: String]) -> [[String]] {
    parts.filter { $0.change != .same }.map {
      [
        $0.entity.name, $0.change.words, $0.before?.name ?? "", $0.after?.name ?? "",
      ]
    }
      + ties.filter { $0.change != .same }.map { tie in
        let fold = tie.after ?? tie.before
        return [
          "\(names[fold?.from ?? ""] ?? "") – \(names[fold?.to ?? ""] ?? "")",
          tie.change == .changed
            ? "changed" : tie.change.words,
          tie.before.map { Tie.claims($0).sorted().joined(separator: ", ") } ?? "",
          tie.after.map { Tie.claims($0).sorted().joined(separator: ", ") } ?? "",
        ]
      }
  }
}
