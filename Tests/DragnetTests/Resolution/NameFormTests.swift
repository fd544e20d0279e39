import Testing

@testable import Dragnet

@Suite struct NameFormTests {
  @Test(
    arguments: [
      ("“The Ámbar’s”", "the ambar"), ("U.S. Steel", "us steel"),
      ("O’Neil & Sons", "oneil and sons"),
      ("Al-Rashid", "al rashid"), ("Łódź", "lodz"), ("北京", "北京"), ("", ""), ("…—", ""),
      ("soft\u{AD}hyphen", "softhyphen"), ("the sons' house", "the sons house"),
    ])
  func `folds case, accents, quotes and points away`(name: String, key: String) {
    #expect(NameForm(name).key == key)
  }

  @Test(
    arguments: [
      ("The Ambar Group Ltd.", "ambar group"), ("Sinar Maju Sdn Bhd", "sinar maju"),
      ("The", "the"), ("Ltd", "ltd"), ("La Boca", "boca"),
    ])
  func `drops the article and the legal form, never the last word`(name: String, key: String) {
    #expect(NameForm(name).withoutLegalForm.key == key)
  }

  @Test(
    arguments: [
      ("mohamad", "mohammad", true), ("brant", "brannt", true), ("ana", "ina", false),
      ("fernando", "fernanda", false), ("rajendran", "rajendren", true),
      ("margaret", "magreret", false), ("amsterdam", "amstredam", true),
      ("a380x1", "a380x2", false),
      ("york", "cork", false),
    ])
  func `tells spellings from other words`(a: String, b: String, areAlike: Bool) {
    #expect(Spelling.areAlike(a, b) == areAlike)
    #expect(Spelling.areAlike(b, a) == areAlike)
  }
}
