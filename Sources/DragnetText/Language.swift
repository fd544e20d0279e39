/// A language that a text may be of.
public enum Language: String, Sendable, Codable, CaseIterable {
  /// Languages told by their most frequent words.
  case english, french, german, spanish, portuguese, italian, dutch, danish, norwegian, swedish,
    polish, turkish, indonesian, romanian
  /// Languages told by their script; where several share one, the largest stands for them.
  case russian, greek, arabic, hebrew, hindi, thai, korean, japanese, chinese

  /// Its name in English.
  public var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// The first words of a document, which tell its language.
struct LanguageSample {
  private var words: [String] = []
  /// False while more words are wanted.
  private(set) var isComplete = false
  /// The language that they seem to be of, once the sample is complete.
  private(set) var language: Language?
  private static let size = 4000

  /// Adds the words of the next sentence, unless there are enough.
  mutating func add(_ sentence: [String]) {
    guard !isComplete else { return }
    words += sentence
    if words.count >= LanguageSample.size { close() }
  }

  /// Makes do with the words there are.
  mutating func close() {
    guard !isComplete else { return }
    isComplete = true
    language = LanguageGuess.language(of: words)
    words = []
  }

  /// True for what is to be read as English: also where there is too little to tell.
  var mayBeEnglish: Bool { language.map { $0 == .english } ?? true }
}

/// Tells the language of words by counting the ones that every text of a language has.
enum LanguageGuess {
  private static let least = 12
  private static let most = 4000

  /// The language that words are of, or nil when fewer than a dozen words or no known language can
  /// be told.
  ///
  /// A language is told by its script, or by its share of function words, which must be half again
  /// as high as that of the next.
  static func language(of words: some Sequence<String>) -> Language? {
    var counts: [Language: Int] = [:]
    var scripts: [Language: Int] = [:]
    var total = 0
    for word in words {
      guard let first = word.unicodeScalars.first, first.properties.isAlphabetic else { continue }
      total += 1
      if total > most { break }
      if let script = script(word) {
        scripts[script, default: 0] += 1
      } else if word.utf8.count <= 12 {
        for language in functionWords[word.lowercased()] ?? [] { counts[language, default: 0] += 1 }
      }
    }
    guard total >= least else { return nil }
    let order = Language.allCases
    let scripted = order.max { scripts[$0, default: 0] < scripts[$1, default: 0] }
    if let scripted, scripts[scripted, default: 0] * 2 > total {
      // Japanese is written with Chinese characters too.
      let isJapanese = scripted == .chinese && scripts[.japanese, default: 0] * 10 > total
      return isJapanese ? .japanese : scripted
    }
    let ranked = order.filter { counts[$0] != nil }.sorted {
      counts[$0, default: 0] > counts[$1, default: 0]
    }
    guard let best = ranked.first, let count = counts[best], count * 12 > total else { return nil }
    let next = ranked.dropFirst().first.flatMap { counts[$0] } ?? 0
    return count * 2 >= next * 3 ? best : best == .english ? .english : closest(counts, best)
  }

  /// Between near languages the first in count will do, unless English is nearly as likely.
  private static func closest(_ counts: [Language: Int], _ best: Language) -> Language? {
    counts[.english, default: 0] * 3 > counts[best, default: 0] * 2 ? nil : best
  }

  private static func script(_ word: String) -> Language? {
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0..<0x370: continue
      case 0x370...0x3FF, 0x1F00...0x1FFF: return .greek
      case 0x400...0x52F: return .russian
      case 0x590...0x5FF: return .hebrew
      case 0x600...0x77F: return .arabic
      case 0x900...0x97F: return .hindi
      case 0xE00...0xE7F: return .thai
      case 0x3040...0x30FF: return .japanese
      case 0xAC00...0xD7AF, 0x1100...0x11FF: return .korean
      case 0x3400...0x9FFF: return .chinese
      default: continue
      }
    }
    return nil
  }

  private static let lists: [(Language, String)] = [
    (
      .english,
      """
      the of and to in that is was for it with as his on be at by had not are but from or have
      an they which you were her all she there would their we him been has when who will no more
      if out said what up its about into than them can only other new some could time these two
      may then do first any my now such like our over man me even most made after also did many
      before must through
      """
    ),
    (
      .french,
      """
      le la les de des du et un une en dans que qui est pas pour au aux sur par avec ne se ce il
      elle sont plus cette ces son sa ses été ont être mais nous vous leur ou comme à selon l d
      qu n s c j
      """
    ),
    (
      .german,
      """
      der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an
      werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum
      war haben nur oder aber vor zur bis mehr durch
      """
    ),
    (
      .spanish,
      """
      el la los las de del que y en un una por con no se su para es al lo como más o pero sus le
      ha este sí porque esta entre cuando muy sin sobre también fue había era ser dos según
      """
    ),
    (
      .portuguese,
      """
      o a os as de do da dos das que e em um uma para com não no na nos nas por mais se foi ao
      pelo pela como mas são ele ela seu sua ou quando muito já também só até isso
      """
    ),
    (
      .italian,
      """
      il lo la i gli le di del della dei delle che e un una in è per con non si da al alla nel
      nella sono ha come più ma anche dal ed questo questa o suo sua degli stato
      """
    ),
    (
      .dutch,
      """
      de het een van en in is dat op te zijn voor met die niet aan er om ook als maar bij hij
      was door naar uit over nog wordt heeft dan werd ze zich hebben worden
      """
    ),
    (
      .danish,
      """
      og i det at er en til på som af den for med der ikke de et har fra var han men sig om være
      ved efter også blev kan vil skal eller hvor når nu
      """
    ),
    (
      .norwegian,
      """
      og i det at er en til på som av den for med ikke de et har fra var han men seg om være ved
      etter også ble kan vil skal eller hvor når nå
      """
    ),
    (
      .swedish,
      """
      och i det att är en till på som av den för med inte de ett har från var han men sig om
      vara vid efter också blev kan vill ska eller där när nu
      """
    ),
    (
      .polish,
      """
      i w na z do nie się że to jest o za od po jak przez przy dla tym ale są jego czy już był
      ze oraz które który która roku
      """
    ),
    (
      .turkish,
      """
      ve bir bu da de için ile olarak çok daha olan gibi kadar en ne sonra göre ancak olduğu ama
      her şey değil var mı ki
      """
    ),
    (
      .indonesian,
      """
      yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena tersebut bisa
      ada mereka lebih kata sudah atau saat oleh menjadi orang telah bagi adalah
      """
    ),
    (
      .romanian,
      """
      de și în a la cu pe nu care este din pentru un o să că mai sau prin fost au dar după ce fi
      sunt acest această al ale lui
      """
    ),
  ]

  private static let functionWords: [String: [Language]] = {
    var result: [String: [Language]] = [:]
    for (language, list) in lists {
      for word in list.split(whereSeparator: \.isWhitespace) {
        result[String(word), default: []].append(language)
      }
    }
    return result
  }()
}
