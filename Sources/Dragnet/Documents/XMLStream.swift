internal import CLibXML2

/// Sets libxml2 up, once, before threads use it.
let parserIsReady: Void = xmlInitParser()

/// Reads XML element by element through libxml2, without building a tree.
enum XMLStream {
  /// What comes next. Names are without their prefix.
  enum Event: Equatable {
    case start(String)
    case end(String)
    case text(String)
  }

  /// Calls `body` for each event in order.
  ///
  /// Entities are not expanded and nothing is fetched.
  /// - Throws: `damaged` where the XML breaks off.
  static func read(
    _ bytes: [UInt8], format: String, _ body: (Event) -> Void
  ) throws(DocumentError) {
    parserIsReady
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let status: Int32 = unsafe bytes.withUnsafeBytes { buffer in
      let characters = unsafe buffer.bindMemory(to: CChar.self)
      guard
        let reader = unsafe xmlReaderForMemory(
          characters.baseAddress, Int32(clamping: characters.count), nil, nil, Int32(options))
      else { return -1 }
      defer { unsafe xmlFreeTextReader(reader) }
      while true {
        let status = unsafe xmlTextReaderRead(reader)
        guard status == 1 else { return status }
        unsafe deliver(reader, body)
      }
    }
    guard status == 0 else { throw .damaged(format: format, detail: "its XML is broken") }
  }

  private static func deliver(_ reader: xmlTextReaderPtr, _ body: (Event) -> Void) {
    let kind = unsafe UInt32(bitPattern: xmlTextReaderNodeType(reader))
    switch kind {
    case XML_READER_TYPE_ELEMENT.rawValue:
      let name = unsafe text(xmlTextReaderConstLocalName(reader))
      body(.start(name))
      if unsafe xmlTextReaderIsEmptyElement(reader) == 1 { body(.end(name)) }
    case XML_READER_TYPE_END_ELEMENT.rawValue:
      unsafe body(.end(text(xmlTextReaderConstLocalName(reader))))
    case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
      XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue, XML_READER_TYPE_WHITESPACE.rawValue:
      unsafe body(.text(text(xmlTextReaderConstValue(reader))))
    default: break
    }
  }

  private static func text(_ bytes: UnsafePointer<xmlChar>?) -> String {
    unsafe bytes.map { unsafe String(cString: $0) } ?? ""
  }
}
