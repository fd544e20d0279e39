/// Words that decide what may be a relation.
extension RelationFinder {
  /// Nouns that stand for the body they belong to.
  static let standIns: Set<String> = [
    "members", "member", "representatives", "representative", "officials", "official", "staff",
    "officers", "officer", "agents", "employees", "executives", "troops", "soldiers", "forces",
    "spokesman", "spokeswoman", "spokesperson", "leaders", "leadership", "operatives", "fighters",
    "gunmen", "militants", "investigators", "detectives", "delegation", "team", "units",
    "affiliates",
    "operators", "inspectors", "personnel", "diplomats", "associates", "report", "reports",
    "article", "investigation", "lawmakers", "supporters", "activists", "followers", "shareholders",
    "hackers", "prosecutors", "lawyers", "police",
  ]
  /// Verbs too vague to be a relation when not listed.
  static let vague: Set<String> = [
    "be", "have", "do", "say", "include", "become", "face", "see", "know", "want", "get", "make",
    "give", "follow", "use", "need", "like", "let", "put", "keep", "go", "come", "feel", "seem",
    "leave", "mean", "look", "show", "begin", "start", "try", "call", "ask", "add", "tell", "take",
    "believe", "think", "hope", "expect", "describe", "consider", "mention", "note", "note",
    "state",
    "declare", "claim", "confirm", "reveal", "find", "report", "hear", "remain", "concern",
    "involve",
    "affect", "receive", "cost", "reach", "exceed", "require", "allow", "cause", "total",
    "comprise",
    "consist", "impersonate", "cite", "quote", "pose", "cut", "happen", "occur", "lose", "win",
    "play", "offer", "promise", "hit", "announce", "park", "host", "bring", "form", "earn",
    "depart", "speak", "mean", "voice", "develop", "produce", "create", "turn", "set", "base",
    "change", "continue", "help", "send", "hold", "run", "carry", "write", "read", "open", "close",
    "move", "place", "build", "enter", "pass", "draw", "watch", "look", "feature", "name", "love",
    "enjoy", "remember", "understand", "learn", "last", "mark", "represent", "contain", "cover",
    "match", "reflect", "share", "appear", "issue", "raise", "release", "serve", "deal", "add",
    "increase", "reduce", "conclude", "roll", "prompt", "teach", "lack", "link", "surround",
    "number", "suggest", "discuss", "view", "exist", "fly", "approach", "choose", "exercise",
    "occupy",
    "prefer", "live", "stand", "sit", "walk", "arrive", "fall", "rise", "grow", "stop", "end",
    "dominate",
    "follow", "precede", "resemble", "predict", "imagine", "regard", "recall", "decide", "admit",
    "approve", "insist", "prove", "deny", "reject", "refute", "dispute", "doubt", "question",
    "attempt", "fail", "refuse", "decline", "plan", "intend", "wish", "suspect", "assume",
    "contemplate", "propose", "seek", "pursue", "miss", "avoid", "prevent", "experience",
    "encounter", "notice", "recognize", "recognise", "expose", "outline", "undergo", "happen",
    "travel", "drive", "sail", "sound", "step", "stem", "spend", "rely", "land", "apply", "prepare",
    "surpass", "outnumber", "cross", "drop", "register", "celebrate", "await", "wait", "wonder",
  ]

  /// Verbs that add nothing to the noun they take: *opened an investigation into*.
  static let carrying: Set<String> = [
    "have", "open", "launch", "begin", "start", "conduct", "carry", "lead", "sign", "make", "stage",
    "mount", "order", "pay", "hold", "complete", "impose", "maintain", "reach", "file", "secure",
    "establish", "build", "forge", "keep", "send", "issue", "approve", "take", "finish", "bring",
    "receive", "accept", "deny", "reject", "buy", "own", "control", "perform", "carry_out", "win",
    "announce", "earn", "obtain", "gain",
  ]

  /// Roles that hold either way round.
  static let mutualRoles: Set<String> = [
    "spouse_of", "sibling_of", "related_to", "associate_of", "competes_with", "neighbour_of",
  ]
}
