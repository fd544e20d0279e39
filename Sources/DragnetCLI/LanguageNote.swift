import DragnetText

extension Output {
  /// Says on standard error that a document is not in English, if it is not: little is found there.
  static func noteLanguage(_ language: Language?, of name: String) {
    guard let language, language != .english else { return }
    note("dragnet: \(name): seems to be \(language.name); the reader knows English only")
  }
}
