import DragnetText
import Testing

@testable import Dragnet

@Suite struct GroupProfileTests {
  private func profile(
    _ count: Int?, _ noun: String, country: String? = nil, suffered: Set<String> = [],
    did: Set<String> = [], reading: Int = 0
  ) -> GroupProfile {
    var draft = ReadingDraft("a.txt", ["people"])
    draft.chain(
      "people", .group, named: false,
      attributes: Attributes(country: country, count: count, noun: noun))
    return GroupProfile(
      ChainRecord(reading: 0, chain: 0, of: draft.reading), in: draft.reading, suffered: suffered,
      did: did)
  }

  @Test func `numbers that differ a little do not part people of one origin and event`() {
    let some = profile(31, "filipino", country: "PH", suffered: ["rescued"])
    let others = profile(30, "seaman", country: "PH", suffered: ["held"])
    // A trade of its own is overruled by what happened to them.
    #expect(some.judge(others).decision == .same)
    #expect(
      some.judge(profile(3, "filipino", country: "PH", suffered: ["held"])).decision == .different)
  }

  @Test func `victims and suspects, two nationalities, men and women are different people`() {
    let victims = profile(6, "victim")
    #expect(victims.judge(profile(6, "suspect")).decision == .different)
    #expect(
      profile(6, "person", country: "PH", suffered: ["rescued"])
        .judge(profile(6, "person", country: "VN", suffered: ["rescued"])).decision == .different)
    #expect(
      profile(2, "man", suffered: ["held"]).judge(profile(2, "woman", suffered: ["held"])).decision
        == .different)
  }

  @Test func `those who escaped are told from those who were held`() {
    let escaped = profile(2, "woman", did: ["escaped_from"])
    #expect(escaped.judge(profile(2, "victim", did: ["escaped"])).decision == .same)
    #expect(escaped.judge(profile(2, "woman", suffered: ["held"])).decision == .different)
  }

  @Test func `without an event in common a number alone joins nobody`() {
    #expect(profile(6, "person").judge(profile(6, "person")).decision == .same)
    #expect(profile(6, "person").judge(profile(6, "worker")).decision == .unsure)
    #expect(profile(nil, "person").judge(profile(nil, "person")).decision == .unsure)
  }
}
