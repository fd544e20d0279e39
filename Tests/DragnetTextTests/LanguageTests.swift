import Testing

@testable import DragnetText

@Suite struct LanguageTests {
  @Test(
    arguments: [
      (
        .english,
        "The police said on Monday that they had arrested two men who were in the city of Riga."
      ),
      (
        .french,
        "La police a arrêté deux hommes dans la ville de Lyon, selon le ministère, qui ne dit pas plus."
      ),
      (
        .german,
        "Die Polizei hat am Montag zwei Männer in der Stadt Kassel festgenommen, wie das Amt mitteilte."
      ),
      (
        .spanish,
        "La policía detuvo a dos hombres en la ciudad de Lima, según el ministerio, que no dijo más."
      ),
      (
        .portuguese,
        "A polícia prendeu dois homens na cidade do Porto, mas não disse em que dia foram presos os dois."
      ),
      (
        .italian,
        "La polizia ha arrestato due uomini nella città di Bari, che sono stati portati in carcere con gli altri."
      ),
      (
        .dutch,
        "De politie heeft maandag twee mannen aangehouden in de stad Gent, maar het is niet bekend wie ze zijn."
      ),
      (
        .swedish,
        "Polisen har gripit två män som var på väg till staden, men det är inte känt vad de ska ha gjort."
      ),
      (
        .polish,
        "Policja zatrzymała dwóch mężczyzn w mieście, ale nie wiadomo, co się stało i czy to oni są winni."
      ),
      (
        .indonesian,
        "Polisi menangkap dua orang yang akan pergi ke kota itu, dan tidak ada yang tahu dari mana mereka."
      ),
      (
        .turkish,
        "Polis iki kişiyi gözaltına aldı ve bu olay ile ilgili daha çok bilgi için bir açıklama yaptı."
      ),
      (
        .russian,
        "Полиция задержала двух мужчин в городе, но пока не ясно, что они сделали и кто они."
      ),
      (.arabic, "قالت الشرطة إنها اعتقلت رجلين في المدينة يوم الاثنين ولم تذكر ما فعلاه هناك"),
      (.chinese, "警方 星期一 在 城里 逮捕 了 两 名 男子 但 没有 说明 原因 也 没有"),
      (.japanese, "警察 は 月曜日 に 市内 で 男 を 二人 逮捕 した と 発表 した が"),
    ] as [(Language, String)])
  func `tells the language of a sentence`(language: Language, text: String) {
    #expect(LanguageGuess.language(of: text.split(separator: " ").map(String.init)) == language)
  }

  @Test func `does not guess from a few words or none`() {
    #expect(LanguageGuess.language(of: ["La", "police"]) == nil)
    #expect(LanguageGuess.language(of: []) == nil)
    #expect(LanguageGuess.language(of: Array(repeating: "4,200", count: 40)) == nil)
    #expect(LanguageGuess.language(of: Array(repeating: "Smith", count: 40)) == nil)
  }

  @Test func `names of other languages do not make a text foreign`() {
    let text = """
      The mayor of San José de la Costa said that El Comercio and La República were wrong about the
      case of the Banco de Crédito del Perú and of Los Hermanos de la Caridad.
      """
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    #expect(LanguageGuess.language(of: words) == .english)
  }
}
