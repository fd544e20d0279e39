/// What the word rules know by heart.
enum WordTables {
  /// Words that keep the period after them, in lower case without it.
  static let abbreviations: Set<String> = words(
    """
    mr mrs ms dr prof rev hon st ft mt sr jr messrs mme mlle gen lt col sgt capt cpl pvt maj adm cmdr
    brig gov sen rep pres supt insp det asst atty
    inc ltd co corp bros llc plc assn dept univ
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    vs etc al cf viz approx est ca no nos vol vols pp fig figs eq ed eds art sec ch para cl
    ave blvd rd hwy bldg apt ext tel
    ph e.g i.e a.k.a a.m p.m
    calif conn fla ill kan mass mich minn miss neb nev okla ore pa tenn tex va wash wis ariz ark colo
    """)

  /// Of those, what is another word in lower case or at the end of a sentence.
  static let capitalized: Set<String> = words(
    """
    mar jun sat sun mon wed fri no art ed ill miss mass wash ore pa ark st gen col sec co det rep
    hon fig ch dec jan feb oct nov apr aug sep sept jul tue thu rd ave est conn va minn tenn tex wis
    """)

  /// First parts of words that keep their hyphen.
  static let prefixes: Set<String> = words(
    """
    anti co counter cross e ex inter intra mid mini micro multi non over post pre pro pseudo psycho re
    semi socio sub un ultra
    """)

  /// Endings of site and file names.
  static let sites: Set<String> = words(
    """
    com org net gov edu mil int info biz co uk us ca de fr au nz ie in eu ru cn jp io tv me ly fm
    doc xls pdf txt html htm jpg jpeg png gif zip exe ppt docx xlsx csv url
    """)

  /// Words written with a slash.
  static let slashed: Set<String> = words("l/c w/o c/o n/a s/he i/s w/out km/h a/c w/e b/c h/w")

  /// Units that stand apart from the number before them.
  static let units: Set<String> = words(
    """
    am pm a.m p.m a.m. p.m. km kg m cm mm ft lb lbs oz g mg mph kph k b bn mn mln tn hr hrs min mins
    sec kw mw kb mb gb tb hz khz mhz ghz ml l yr yrs x in yd mi ha sqm sq c f
    """)

  /// Letters that are money before a number.
  static let moneys: Set<String> = words(
    "RM USD EUR GBP JPY CNY RMB CHF CAD AUD NZD HKD SGD INR MYR KES ZAR NGN PEN BRL MXN RUB TRY Rs Rp Ksh"
  )

  /// Two words written as one, and the length of the first.
  static let glued: [String: Int] = [
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "dont": 2, "didnt": 3,
    "doesnt": 4, "isnt": 2, "wasnt": 3, "wouldnt": 5, "couldnt": 5, "shouldnt": 6, "arent": 3,
    "havent": 4, "hasnt": 3, "cant": 2, "wont": 2, "im": 1, "ive": 1, "youre": 3, "thats": 4,
    "theres": 5,
    "whats": 4, "alot": 1, "hes": 2, "shes": 3, "youll": 3, "outta": 3, "youve": 3, "theyre": 4,
    "aint": 2, "werent": 4, "hadnt": 3,
  ]

  /// What follows an apostrophe in a clitic.
  static let clitics: Set<String> = words("s m d re ve ll t")

  /// Words that lost their beginning.
  static let clipped: Set<String> = words("em til cause bout n tis twas round")

  /// Marks that are one word when repeated.
  static let repeatable: Set<UInt32> = scalars("-–—*=_~<>#|+`…•/")

  /// Marks that end sentences, one word in any mixture.
  static let enders: Set<UInt32> = scalars(".!?…")

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static func scalars(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.map(\.value))
  }
}
