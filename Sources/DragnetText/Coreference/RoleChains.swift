/// Chains of people whom a document only calls by what they are: *the mayor*.
extension ChainBuilder {
  /// Nouns that tell nobody from others, or only whose they are.
  private static let commonRoles: Set<String> = [
    "lawyer", "attorney", "solicitor", "barrister", "officer", "official", "agent", "inspector",
    "detective", "suspect", "victim", "witness", "defendant", "friend", "member", "player",
    "spokesman",
    "spokeswoman", "spokesperson", "resident", "student", "farmer", "doctor", "nurse", "teacher",
    "neighbour", "neighbor", "father", "mother", "brother", "sister", "husband", "wife", "son",
    "daughter", "uncle", "cousin", "nephew", "partner", "associate", "accomplice", "aide",
    "adviser",
    "advisor", "assistant", "dealer", "smuggler", "trafficker", "representative", "executive",
    "clerk",
    "minister", "secretary", "chief", "head", "director", "chairman", "manager",
  ]

  /// Opens a chain for every definite role that nobody of the document is known to have.
  mutating func addRoles() {
    var chainOfRole: [String: Int] = [:]
    for index in drafts.indices
    where keep[index] && chainOf[index] == nil && drafts[index].kind == .nominal
      && drafts[index].type == .person && drafts[index].isDefinite
    {
      guard let role = drafts[index].attributes.role, drafts[index].possessor == nil,
        drafts[index].body == nil, !ChainBuilder.commonRoles.contains(role)
      else { continue }
      if let chain = chainOfRole[role] {
        join(index, to: chain)
      } else {
        open(index, names: [])
        chainOfRole[role] = chainOf[index]
      }
    }
    sortChains()
  }
}
