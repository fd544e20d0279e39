/// Whether *he* or *she* is said of someone.
enum Gender: String, Sendable {
  case woman, man

  /// By a pronoun of one person: *he*, *hers*. Nil for others.
  init?(pronoun: String) {
    switch pronoun {
    case "he", "him", "his", "himself": self = .man
    case "she", "her", "hers", "herself": self = .woman
    default: return nil
    }
  }

  /// By a title before a name, or by a noun that is said of one person only: *Mrs*, *the mayor's sister*.
  init?(noun: String) {
    if Gender.womanNouns.contains(noun) || noun.hasSuffix("woman") {
      self = .woman
    } else if Gender.manNouns.contains(noun)
      || noun.hasSuffix("man") && !["human", "german", "woman"].contains(noun)
    {
      self = .man
    } else {
      return nil
    }
  }

  private static let womanNouns: Set<String> = [
    "mrs", "ms", "miss", "madam", "madame", "dame", "lady", "baroness", "countess", "duchess",
    "queen",
    "princess", "doña", "señora", "senora", "signora", "frau", "datin", "puan", "ibu", "begum",
    "smt",
    "girl", "wife", "mother", "daughter", "sister", "aunt", "niece", "widow", "actress", "nun",
    "waitress", "heiress", "grandmother", "granddaughter", "stepmother", "stepdaughter",
    "girlfriend",
    "bride", "mistress", "hostess", "sister-in-law", "mother-in-law", "daughter-in-law",
    "half-sister",
    "stepsister", "ex-wife", "mum", "mom", "stewardess", "midwife", "landlady",
  ]
  private static let manNouns: Set<String> = [
    "mr", "sir", "lord", "baron", "count", "duke", "king", "prince", "don", "señor", "senor",
    "signor",
    "monsieur", "herr", "encik", "pak", "bapak", "sheikh", "sultan", "emir", "imam", "pope",
    "rabbi",
    "boy", "husband", "father", "son", "brother", "uncle", "nephew", "widower", "monk", "priest",
    "waiter", "grandfather", "grandson", "stepfather", "stepson", "boyfriend", "groom",
    "brother-in-law", "father-in-law", "son-in-law", "half-brother", "stepbrother", "ex-husband",
    "dad", "tsar", "landlord", "guy",
  ]
}

extension Draft {
  /// What a mention tells by itself: its title, its noun, the given name.
  func gender(_ scene: Scene) -> Gender? {
    guard type == .person else { return nil }
    let titles = [attributes.honorific, attributes.role].compactMap {
      $0?.lowercased().split(separator: " ").last.map(String.init)
    }
    for title in titles {
      if let gender = Gender(noun: title.hasSuffix(".") ? String(title.dropLast()) : title) {
        return gender
      }
    }
    switch kind {
    case .nominal: return Gender(noun: scene.lower(head))
    case .name:
      let first = name.lowercased().split(separator: " ").first.map(String.init) ?? ""
      return scene.lexicon.gender(ofFirstName: first)
    case .pronoun: return nil
    }
  }
}

/// The genders of the chains of a document, as far as they are told.
struct ChainGenders {
  let scene: Scene
  private var known: [Int: Gender?] = [:]

  init(scene: Scene) { self.scene = scene }

  /// What most mentions of a chain tell; nil for a tie and where none does. Counted once a chain.
  mutating func gender(of chain: Int, _ builder: ChainBuilder) -> Gender? {
    if let gender = known[chain] { return gender }
    var women = 0, men = 0
    for index in builder.chains[chain].drafts.prefix(200) {
      switch builder.drafts[index].gender(scene) {
      case .woman: women += 1
      case .man: men += 1
      case nil: break
      }
    }
    let gender: Gender? = women == men ? nil : women > men ? .woman : .man
    known.updateValue(gender, forKey: chain)
    return gender
  }

  /// True unless a pronoun and a chain are of two genders.
  mutating func agree(_ pronoun: String, _ chain: Int, _ builder: ChainBuilder) -> Bool {
    guard let wanted = Gender(pronoun: pronoun) else { return true }
    return gender(of: chain, builder).map { $0 == wanted } ?? true
  }

  /// Notes that a pronoun was said of a chain of which nothing was known.
  mutating func note(_ pronoun: String, of chain: Int) {
    guard let gender = Gender(pronoun: pronoun), known[chain] == .some(nil) else { return }
    known.updateValue(gender, forKey: chain)
  }
}
