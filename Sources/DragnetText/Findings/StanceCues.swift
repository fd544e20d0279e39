/// Words that say how far what they govern holds.
enum StanceCues {
  /// Verbs whose whole complement is denied by their subject.
  static let denying: Set<String> = ["deny", "refute", "disprove", "debunk"]
  /// Verbs that deny only a claim or a clause: *rejected claims that*, but not *rejected X*.
  static let rejecting: Set<String> = [
    "reject", "dismiss", "dispute", "contest", "rebuff", "rebut", "discredit", "ridicule",
    "contradict", "rubbish", "repudiate", "disavow", "exclude", "rule", "withdraw", "retract",
    "drop",
  ]
  /// Verbs that put forward what follows, with what they make of it.
  static let claiming: [String: Modality] = [
    "claim": .alleged, "allege": .alleged, "suggest": .alleged, "contend": .alleged,
    "accuse": .alleged, "speculate": .alleged, "imply": .alleged, "insinuate": .alleged,
    "doubt": .alleged, "question": .alleged, "suspect": .believed, "believe": .believed,
    "think": .believed, "fear": .believed, "assume": .believed, "presume": .believed,
    "suppose": .believed, "imagine": .believed, "hope": .planned,
  ]
  /// Verbs whose gerund is only thought of.
  static let considering: Set<String> = [
    "consider", "contemplate", "propose", "weigh", "discuss", "mull", "envisage", "study",
    "suggest", "plan", "intend", "explore", "threaten", "risk", "oppose", "recommend",
  ]
  /// Verbs that keep someone from what follows *from*.
  static let preventing: Set<String> = [
    "prevent", "stop", "block", "bar", "ban", "prohibit", "keep", "discourage", "deter", "refrain",
    "abstain", "restrain", "exclude", "dissuade", "forbid",
  ]
  /// Verbs whose gerund did not happen.
  static let avoiding: Set<String> = ["avoid", "forgo", "escape", "resist", "miss"]
  /// Verbs that ask for what their infinitive says, without saying that it happened.
  static let commanding: Set<String> = [
    "ask", "order", "tell", "urge", "want", "invite", "instruct", "require", "advise", "encourage",
    "permit", "allow", "authorize", "hire", "recruit", "pay", "request", "beg", "command",
    "challenge",
    "promise", "swear", "choose", "arrange", "campaign", "bid", "negotiate", "wish", "like",
    "decide", "plan", "propose", "train", "prepare", "forbid",
  ]
  /// Verbs that end a plan.
  static let cancelling: Set<String> = [
    "cancel", "scrap", "abandon", "drop", "block", "reject", "withdraw", "terminate", "shelve",
    "thwart", "foil", "halt", "veto", "abort", "collapse", "fail", "prevent", "stop", "rebuff",
  ]
  static let collapsing: Set<String> = ["collapse", "fail"]
  static let affirming: Set<String> = ["true", "correct", "accurate", "right"]
  static let falsifying: Set<String> = [
    "false", "untrue", "wrong", "incorrect", "baseless", "unfounded", "groundless", "fabricated",
    "nonsense", "lies",
  ]
  /// Verbs that free someone from a charge.
  static let clearing: Set<String> = ["clear", "acquit", "exonerate", "absolve", "exculpate"]

  /// Nouns for what is claimed but not shown.
  static let claims: [String: Modality] = [
    "claim": .alleged, "allegation": .alleged, "accusation": .alleged, "rumor": .alleged,
    "rumour": .alleged, "charge": .alleged, "suggestion": .alleged, "insinuation": .alleged,
    "speculation": .alleged, "assertion": .alleged, "report": .alleged, "complaint": .alleged,
    "idea": .alleged, "notion": .alleged, "story": .alleged, "theory": .alleged,
    "suspicion": .believed, "belief": .believed, "fear": .believed, "impression": .believed,
    "possibility": .believed, "chance": .believed, "evidence": .fact, "proof": .fact,
    "indication": .believed, "sign": .believed, "doubt": .alleged, "plot": .alleged,
    "conspiracy": .alleged,
  ]
  /// Nouns for what is only meant to happen.
  static let plans: Set<String> = [
    "bid", "attempt", "plan", "offer", "proposal", "effort", "intention", "hope", "decision",
    "deal", "agreement", "pledge", "promise", "desire", "scheme", "option", "request", "order",
    "ambition", "move", "pact", "willingness", "readiness", "threat", "right", "permission",
  ]
  /// Nouns for what did not happen.
  static let failures: Set<String> = [
    "failure", "refusal", "inability", "unwillingness", "reluctance",
  ]
  /// Adjectives that say that a claim is wrong or a plan came to nothing.
  static let voiding: Set<String> = [
    "no", "false", "baseless", "unfounded", "untrue", "groundless", "fabricated", "debunked",
    "failed", "abortive", "unsuccessful", "abandoned", "cancelled", "canceled", "scrapped",
    "aborted", "rejected", "blocked", "collapsed", "thwarted", "foiled", "botched", "doomed",
    "discredited", "refuted", "little", "without", "neither",
  ]
  static let doubtful: Set<String> = [
    "alleged", "suspected", "apparent", "supposed", "purported", "reported", "rumored", "rumoured",
    "claimed",
  ]
  static let intended: Set<String> = [
    "planned", "proposed", "attempted", "intended", "possible", "potential", "future",
    "prospective",
  ]
  /// Adjectives before an infinitive.
  static let unable: Set<String> = ["unable", "unwilling", "reluctant", "powerless", "unlikely"]
  static let willing: Set<String> = [
    "ready", "willing", "likely", "due", "poised", "eager", "keen", "prepared", "free", "about",
    "set", "determined", "desperate", "obliged", "entitled",
  ]
  static let hearsay: [String: Modality] = [
    "allegedly": .alleged, "reportedly": .alleged, "supposedly": .alleged,
    "purportedly": .alleged, "wrongly": .alleged, "falsely": .alleged,
    "wrongfully": .alleged, "mistakenly": .alleged, "ostensibly": .alleged, "apparently": .believed,
    "probably": .believed, "possibly": .believed, "perhaps": .believed, "maybe": .believed,
    "presumably": .believed,
  ]
  static let conditional: Set<String> = [
    "if", "whether", "unless", "lest", "assuming", "supposing",
  ]
  static let negative: Set<String> = ["no", "nobody", "none", "neither", "nothing", "nor"]
  /// Words that end what an earlier word governs.
  static let boundaries: Set<String> = [
    "but", ";", "although", "though", "while", "whereas", "because", "since", "after", "before",
    "when", "who", "which", "whose", "despite", "however",
  ]
}
