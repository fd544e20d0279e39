internal import CCMark
import Foundation

/// One node of a parsed Markdown text, valid as long as the text it is of.
@safe struct MarkdownNode {
  private let node: OpaquePointer

  init(_ node: OpaquePointer) { unsafe self.node = node }

  private var kind: cmark_node_type { unsafe cmark_node_get_type(node) }

  var isCodeBlock: Bool { kind == CMARK_NODE_CODE_BLOCK }
  var isHeading: Bool { kind == CMARK_NODE_HEADING }
  var isImage: Bool { kind == CMARK_NODE_IMAGE }
  var isHTMLBlock: Bool { kind == CMARK_NODE_HTML_BLOCK }

  /// Lines of the text, from 1.
  var lines: ClosedRange<Int> {
    let (first, last) = unsafe (
      Int(cmark_node_get_start_line(node)), Int(cmark_node_get_end_line(node))
    )
    return first...max(first, last)
  }

  /// What follows the opening fence.
  var fenceInfo: String { unsafe text(cmark_node_get_fence_info(node)) }
  /// What a code block or a piece of text holds.
  var literal: String { unsafe text(cmark_node_get_literal(node)) }
  /// Where an image or a link leads.
  var address: String { unsafe text(cmark_node_get_url(node)) }

  /// Level of a heading, 1...6.
  var level: Int {
    get { unsafe Int(cmark_node_get_heading_level(node)) }
    nonmutating set { _ = unsafe cmark_node_set_heading_level(node, Int32(newValue)) }
  }

  /// The words in it, without marks.
  var words: String {
    var result = ""
    guard let iterator = unsafe cmark_iter_new(node) else { return result }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return result }
      guard event == CMARK_EVENT_ENTER, let part = unsafe cmark_iter_get_node(iterator) else {
        continue
      }
      switch unsafe cmark_node_get_type(part) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        result += unsafe text(cmark_node_get_literal(part))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: result += " "
      default: break
      }
    }
  }

  /// Puts HTML in the place of a block.
  func replaceBlock(with html: String) { replace(with: html, CMARK_NODE_CUSTOM_BLOCK) }
  /// Puts HTML in the place of an image or another part of a line.
  func replaceInline(with html: String) { replace(with: html, CMARK_NODE_CUSTOM_INLINE) }

  /// Puts HTML before what a heading holds.
  func insertFirst(_ html: String) {
    guard let custom = unsafe cmark_node_new(CMARK_NODE_CUSTOM_INLINE) else { return }
    _ = unsafe cmark_node_set_on_enter(custom, html)
    if unsafe cmark_node_prepend_child(node, custom) == 0 { unsafe cmark_node_free(custom) }
  }

  private func replace(with html: String, _ kind: cmark_node_type) {
    guard let custom = unsafe cmark_node_new(kind) else { return }
    _ = unsafe cmark_node_set_on_enter(custom, html)
    if unsafe cmark_node_replace(node, custom) == 0 {
      unsafe cmark_node_free(custom)
    } else {
      unsafe cmark_node_free(node)
    }
  }

  private func text(_ characters: UnsafePointer<CChar>?) -> String {
    unsafe characters.map { unsafe String(cString: $0) } ?? ""
  }
}
