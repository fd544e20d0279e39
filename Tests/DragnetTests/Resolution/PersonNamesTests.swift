import Testing

@testable import Dragnet

@Suite struct PersonNamesTests {
  private func judge(_ a: String, _ b: String) -> Judgement {
    PersonNames.judge(
      PersonNames.parts(of: NameForm(a)), PersonNames.parts(of: NameForm(b)))
  }

  @Test(
    arguments: [
      ("Olga Brandt", "Olga Brandt"), ("Olga Maria Brandt", "Olga Brandt"),
      ("Mr Olav Brandt", "Olav Brandt"), ("Tan Sri Hamid Yusof", "Hamid Yusof"),
      ("Núria Peña", "Nuria Pena"), ("Li Wenjun", "Wenjun Li"),
      ("Juan Tan Ochoa", "Tan Ochoa"),
    ])
  func `names that agree in parts and order are one person's`(a: String, b: String) {
    #expect(judge(a, b).decision == .same)
    #expect(!judge(a, b).isOnlyIfUnique)
    #expect(judge(b, a).decision == .same)
  }

  @Test(
    arguments: [
      ("O. Brandt", "Olga Brandt"), ("Brandt", "Olga Brandt"), ("Olga", "Olga Brandt"),
      ("Olga Brannt", "Olga Brant"), ("Rajendran Pillai", "Rajendren Pillai"),
    ])
  func `vague or misspelled names join one candidate only`(a: String, b: String) {
    #expect(judge(a, b).decision == .same)
    #expect(judge(a, b).isOnlyIfUnique)
  }

  @Test(
    arguments: [
      ("Olga Brandt", "Peter Brandt"), ("Fernando Ruiz", "Fernanda Ruiz"),
      ("Olga Brandt", "Olga Lind"), ("John Hay Jr", "John Hay"), ("Ana Ruiz", "Ina Ruiz"),
    ])
  func `two first names, last names or generations are two people`(a: String, b: String) {
    #expect(judge(a, b).decision == .different)
  }

  @Test func `names with nothing in common are not judged`() {
    #expect(judge("Olga Brandt", "Peter Lind").decision == .unsure)
  }
}
