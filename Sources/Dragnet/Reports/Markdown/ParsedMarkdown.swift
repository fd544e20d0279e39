internal import CCMark
import Foundation

/// Registers the extensions of GitHub's Markdown, once.
private let extensionsAreReady: Void = cmark_gfm_core_extensions_ensure_registered()

/// Owns a parsed Markdown text and the parser whose extensions it needs to be written.
@safe struct ParsedMarkdown: ~Copyable {
  private let parser: OpaquePointer
  private let root: OpaquePointer

  /// Parses GitHub's Markdown with footnotes, tables, task lists and bare links. Any text is valid.
  ///
  /// Nil only when there is no memory.
  init?(_ text: String) {
    extensionsAreReady
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8
    guard let parser = unsafe cmark_parser_new(options) else { return nil }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      if let found = unsafe cmark_find_syntax_extension(name) {
        _ = unsafe cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    var text = text
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe cmark_parser_feed(parser, characters.baseAddress, characters.count)
      }
    }
    guard let root = unsafe cmark_parser_finish(parser) else {
      unsafe cmark_parser_free(parser)
      return nil
    }
    unsafe self.parser = parser
    unsafe self.root = root
  }

  deinit {
    unsafe cmark_node_free(root)
    unsafe cmark_parser_free(parser)
  }

  /// The headings, code blocks, images and blocks of HTML, parents before what they hold, in the
  /// order of the text. Whoever replaces them starts at the last: one goes with all that it holds.
  func nodes() -> [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    guard let iterator = unsafe cmark_iter_new(root) else { return [] }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return nodes }
      guard event == CMARK_EVENT_ENTER, let found = unsafe cmark_iter_get_node(iterator) else {
        continue
      }
      let node = unsafe MarkdownNode(found)
      if node.isHeading || node.isCodeBlock || node.isImage || node.isHTMLBlock {
        nodes.append(node)
      }
    }
  }

  /// The text as HTML. Raw HTML is left out, and so are links to scripts.
  func html() -> String {
    let extensions = unsafe cmark_parser_get_syntax_extensions(parser)
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES
    guard let text = unsafe cmark_render_html(root, options, extensions) else { return "" }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }
}
