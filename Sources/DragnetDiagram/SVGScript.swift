/// The script of an interactive SVG. PLACEHOLDER
enum SVGScript {
  static func element(prefix: String) -> String { "" }
}
