/// Reads off the tree what a body does by way of a noun: *placed X under supervision*, *put X on its list
/// of wanted men*, *thanked its counterparts of X*.
struct TreeCareFinder {
  let finder: RelationFinder
  let tree: SentenceTree
  let parties: PartyFinder
  let acts: TreeActFinder

  private static let placing: Set<String> = ["place", "put", "keep", "bring", "add", "include"]
  private static let watching: Set<String> = [
    "supervision", "surveillance", "administration", "receivership", "oversight", "observation",
  ]

  /// Adds what a noun says of a body and whom it watches, seeks or works with.
  func read(_ noun: Int, _ result: inout [FoundRelation]) {
    placed(noun, &result)
    counterparts(noun, &result)
  }

  private func placed(_ noun: Int, _ result: inout [FoundRelation]) {
    guard let label = state(noun), let verb = tree.head(of: noun),
      TreeCareFinder.placing.contains(tree.lemma(of: verb)), let act = acts.act(at: verb)
    else { return }
    for actor in act.actors where finder.isActing(actor.draft) {
      for patient in act.patients where patient != actor && finder.isActing(patient.draft) {
        if let found = finder.found(label, actor, patient, 0.65, at: noun) { result.append(found) }
      }
    }
  }

  private func state(_ noun: Int) -> String? {
    let lemma = tree.advice.words[noun]?.lemma ?? ""
    switch tree.preposition(of: noun) {
    case "under": return TreeCareFinder.watching.contains(lemma) ? "supervise" : nil
    case "on", "to":
      let isWanted =
        lemma == "list" && tree.reach(of: noun).contains { tree.scene.lower($0) == "wanted" }
      return isWanted ? "search_for" : nil
    default: return nil
    }
  }

  /// *X thanks its counterparts of Y and Z*: they worked together.
  private func counterparts(_ noun: Int, _ result: inout [FoundRelation]) {
    guard ["counterpart", "colleague", "partner"].contains(tree.advice.words[noun]?.lemma ?? ""),
      let verb = tree.head(of: noun), ["thank", "thanks"].contains(tree.lemma(of: verb))
    else { return }
    let owners = tree.children(of: noun, by: ["nmod:poss"]).flatMap { parties.single($0) }
    var others = tree.children(of: noun, by: ["conj"]).flatMap { parties.parties($0) }
    for child in tree.children(of: noun, by: ["nmod"])
    where ["of", "from", "at", "in"].contains(tree.preposition(of: child) ?? "") {
      others += parties.parties(child)
    }
    for owner in owners where isBody(owner) {
      for other in others where other != owner && isBody(other) {
        if let found = finder.found("works_with", owner, other, 0.65, at: noun, isDirected: false) {
          result.append(found)
        }
      }
    }
  }

  private func isBody(_ party: Party) -> Bool {
    [.organization, .agency].contains(finder.drafts[party.draft].type)
  }
}
