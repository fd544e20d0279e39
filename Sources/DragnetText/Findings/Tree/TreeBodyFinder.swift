/// Reads off the tree what bodies are to each other, and where they sit: *the fraud squad of Y*, *Y, through
/// its coastal directorate*, *led by X with help from Y*, *X, with seat in Oslo*.
struct TreeBodyFinder {
  let finder: RelationFinder
  let tree: SentenceTree
  let parties: PartyFinder
  let acts: TreeActFinder

  /// Nouns for what is a part of a larger body.
  private static let units: Set<String> = [
    "unit", "squad", "team", "directorate", "division", "department", "branch", "bureau", "section",
    "brigade", "desk", "wing", "arm", "office", "command", "service", "force",
    "committee", "secretariat", "laboratory", "academy", "faculty", "subsidiary", "inspectorate",
    "detachment", "station", "group", "centre", "center",
  ]
  private static let help: Set<String> = ["help", "support", "assistance", "cooperation", "aid"]
  private static let seats: Set<String> = [
    "seat", "headquarters", "base", "office", "domicile", "address",
  ]

  /// Adds what a noun says of bodies.
  func read(_ noun: Int, _ result: inout [FoundRelation]) {
    part(noun, &result)
    helper(noun, &result)
    seat(noun, &result)
  }

  /// *the fraud squad of the national police*, *the police's fraud squad*.
  private func part(_ noun: Int, _ result: inout [FoundRelation]) {
    guard let draft = parties.draft(at: noun), isBody(draft), finder.drafts[draft].kind == .name,
      TreeBodyFinder.units.contains(lastWord(of: draft))
    else { return }
    for child in tree.children(of: noun, by: ["nmod", "nmod:poss"]) {
      guard tree.label(of: child) == "nmod:poss" || tree.preposition(of: child) == "of" else {
        continue
      }
      for whole in parties.single(child) where isBody(whole.draft) && !whole.isIndirect {
        if let found = finder.found("part_of", Party(draft: draft), whole, 0.7, at: noun) {
          result.append(found)
        }
      }
    }
  }

  private func lastWord(of draft: Int) -> String {
    tree.advice.words[finder.drafts[draft].head]?.lemma ?? ""
  }

  /// *was led by X, with help from Y and Z*, *X raided the house with the support of Y*.
  private func helper(_ noun: Int, _ result: inout [FoundRelation]) {
    guard TreeBodyFinder.help.contains(tree.advice.words[noun]?.lemma ?? ""),
      tree.preposition(of: noun) == "with", let verb = tree.head(of: noun),
      let act = acts.act(at: verb)
    else { return }
    for child in tree.children(of: noun, by: ["nmod"])
    where ["from", "of", "by"].contains(tree.preposition(of: child) ?? "") {
      for helper in parties.parties(child) where finder.isActing(helper.draft) {
        for actor in act.actors where actor != helper && finder.isActing(actor.draft) {
          if let found = finder.found("helped", helper, actor, 0.65, at: noun) {
            result.append(found)
          }
        }
      }
    }
  }

  /// *X, with seat in Oslo*, *X, with headquarters in Oslo*.
  private func seat(_ noun: Int, _ result: inout [FoundRelation]) {
    guard TreeBodyFinder.seats.contains(tree.advice.words[noun]?.lemma ?? ""),
      tree.preposition(of: noun) == "with", let head = tree.head(of: noun)
    else { return }
    for child in tree.children(of: noun, by: ["nmod"]) where tree.preposition(of: child) == "in" {
      for place in parties.parties(child) where finder.drafts[place.draft].type == .place {
        for body in parties.single(head) where isBody(body.draft) && !body.isIndirect {
          if let found = finder.found("based_in", body, place, 0.7, at: noun) {
            result.append(found)
          }
        }
      }
    }
  }

  private func isBody(_ draft: Int) -> Bool {
    finder.drafts[draft].type == .organization || finder.drafts[draft].type == .agency
  }
}
