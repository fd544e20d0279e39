internal import CLibXML2

/// An element or a run of text of a web page.
struct HTMLNode {
  /// Name in lower case; empty for text.
  var tag: String
  /// Values of the attributes that anything here asks for.
  var attributes: [String: String]
  /// The characters, for text.
  var text: String
  /// Index of the element it stands in; -1 at the top.
  var parent: Int
  /// Index after its last descendant.
  var end: Int
}

/// A web page as its nodes in the order they begin, so a subtree is a range.
///
/// Parsed by libxml2, which repairs what is broken as browsers did before HTML 5.
struct HTMLTree {
  private(set) var nodes: [HTMLNode] = []

  /// Parses a page.
  ///
  /// - Throws: `damaged` for a page of more than two million nodes or 1000 levels, which no page
  ///   made for people has.
  init(_ page: String) throws(DocumentError) {
    parserIsReady
    guard let context = unsafe htmlNewParserCtxt() else { throw .unreadable("no memory for it") }
    defer { unsafe htmlFreeParserCtxt(context) }
    let builder = unsafe HTMLBuilder(context)
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    let bytes = page.utf8.map { CChar(bitPattern: $0) }
    if let document = unsafe htmlCtxtReadMemory(
      context, bytes, Int32(clamping: bytes.count), nil, "UTF-8", Int32(options))
    {
      unsafe xmlFreeDoc(document)
    }
    nodes = try builder.finished()
  }

  /// All characters in a node, without those of scripts and styles.
  func text(in index: Int) -> String {
    nodes[index..<nodes[index].end].map(\.text).joined()
  }

  /// Indices of the elements of a name, in order.
  func elements(_ tag: String) -> [Int] { nodes.indices.filter { nodes[$0].tag == tag } }
}

/// Collects nodes from the parser's events.
@safe private final class HTMLBuilder {
  private let context: htmlParserCtxtPtr
  private var nodes: [HTMLNode] = []
  private var open: [Int] = []
  /// What there is too much of.
  private var excess: String?

  private static let kept: Set<String> = [
    "class", "id", "role", "hidden", "aria-hidden", "style", "itemprop", "property", "name",
    "content", "datetime", "type", "rel", "href", "pubdate", "itemtype", "http-equiv",
  ]

  /// Listens to a parser, which the builder must outlive.
  init(_ context: htmlParserCtxtPtr) {
    unsafe self.context = context
    unsafe context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    let handler = unsafe context.pointee.sax
    guard let handler = unsafe handler else { return }
    // The handlers that build libxml2's own tree would take the builder for a parser.
    unsafe handler.pointee = htmlSAXHandler()
    unsafe handler.pointee.startElement = { builder, name, attributes in
      unsafe HTMLBuilder.from(builder).start(name, attributes)
    }
    unsafe handler.pointee.endElement = { builder, name in
      unsafe HTMLBuilder.from(builder).finish(name)
    }
    unsafe handler.pointee.characters = { builder, bytes, count in
      unsafe HTMLBuilder.from(builder).add(bytes, count)
    }
    unsafe handler.pointee.ignorableWhitespace = { builder, bytes, count in
      unsafe HTMLBuilder.from(builder).add(bytes, count)
    }
    unsafe handler.pointee.cdataBlock = { builder, bytes, count in
      unsafe HTMLBuilder.from(builder).add(bytes, count)
    }
  }

  private static func from(_ pointer: UnsafeMutableRawPointer?) -> HTMLBuilder {
    guard let pointer = unsafe pointer else { preconditionFailure("the parser has a builder") }
    return unsafe Unmanaged<HTMLBuilder>.fromOpaque(pointer).takeUnretainedValue()
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard excess == nil, let name = unsafe name else { return }
    if open.count >= 1000 { excess = "its elements are nested more than 1000 deep" }
    if nodes.count >= 2_000_000 { excess = "it has more than two million elements" }
    if excess != nil { unsafe xmlStopParser(context) }
    var attributes: [String: String] = [:]
    var index = 0
    while let list = unsafe list, let key = unsafe list[index] {
      let key = unsafe String(cString: key)
      if Self.kept.contains(key) {
        attributes[key] = unsafe list[index + 1].map { unsafe String(cString: $0) } ?? ""
      }
      index += 2
    }
    open.append(nodes.count)
    unsafe append(tag: String(cString: name), attributes: attributes, text: "")
  }

  private func append(tag: String, attributes: [String: String], text: String) {
    let parent = (tag.isEmpty ? open.last : open.dropLast().last) ?? -1
    nodes.append(
      HTMLNode(
        tag: tag, attributes: attributes, text: text, parent: parent, end: nodes.count + 1))
  }

  private func finish(_ name: UnsafePointer<xmlChar>?) {
    guard excess == nil, let name = unsafe name else { return }
    let tag = unsafe String(cString: name)
    guard let last = open.last, nodes[last].tag == tag else { return }
    open.removeLast()
    nodes[last].end = nodes.count
  }

  private func add(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard excess == nil, let bytes = unsafe bytes else { return }
    let text = unsafe String(
      decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
    if let last = nodes.indices.last, nodes[last].tag.isEmpty,
      nodes[last].parent == (open.last ?? -1)
    {
      nodes[last].text += text
    } else {
      append(tag: "", attributes: [:], text: text)
    }
  }

  /// The nodes, elements that were never closed closed at the end.
  func finished() throws(DocumentError) -> [HTMLNode] {
    if let excess { throw .damaged(format: "HTML", detail: excess) }
    for index in open { nodes[index].end = nodes.count }
    return nodes
  }
}
