import DragnetText

/// When something was said, and whether it was said to hold only then.
enum Statement {
  private static let passing: Set<String> = [
    "initially", "earlier", "previously", "originally", "updated", "revised", "rose", "risen",
    "climbed", "increased", "grew", "grown",
  ]

  /// Why two numbers may both have been right when they were said: the later is published later, and
  /// one of the two says that it holds for the time being. Nil when nothing tells.
  static func later(_ a: Answer, _ b: Answer, in view: CaseView) -> String? {
    guard let left = view.readings[a.reading].document.published,
      let right = view.readings[b.reading].document.published, left != right
    else { return nil }
    let (early, late) = left < right ? (a, b) : (b, a)
    let isGrowing =
      (early.number ?? 0) < (late.number ?? 0)
      && (isRunning(late) || isPerfect(late) && isWeekLater(min(left, right), max(left, right)))
    guard isPassing(early) || isPassing(late) || isGrowing else { return nil }
    return "\(early.text) was said on \(min(left, right)), \(late.text) on \(max(left, right)), "
      + "and the number was still changing"
  }

  /// *Three have resigned since the vote*: counted up to the day of the text.
  private static func isRunning(_ answer: Answer) -> Bool {
    let words = NameForm(answer.evidence.sentence).tokens
    return words.contains("since") && !Set(words).isDisjoint(with: ["have", "has"])
  }

  /// *have been charged*: counted up to the day of the text too, where it came out long after.
  private static func isPerfect(_ answer: Answer) -> Bool {
    let words = NameForm(answer.evidence.sentence).tokens
    return zip(words, words.dropFirst()).contains { one, next in
      ["have", "has"].contains(one) && (next == "been" || next == "died")
    }
  }

  private static func isWeekLater(_ early: CalendarDate, _ late: CalendarDate) -> Bool {
    guard let day = early.day, let month = early.month, let other = late.day,
      let next = late.month
    else { return false }
    let days = (late.year - early.year) * 365 + (next - month) * 30 + other - day
    return days >= 7
  }

  private static func isPassing(_ answer: Answer) -> Bool {
    let words = NameForm(answer.evidence.sentence).tokens
    if words.contains(where: passing.contains) { return true }
    return zip(words, words.dropFirst()).contains { one, next in
      (one == "so" && next == "far") || (one == "as" && next == "of")
        || (one == "at" && next == "first")
    }
  }
}
