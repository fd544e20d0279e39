/// The article of a web page as paragraphs, without menus, teasers, forms and banners.
///
/// An element is scored by the prose in it: text in paragraphs of some length that is not mostly
/// links. Elements that call themselves navigation, comments or promotion are dropped unless much of
/// the page's prose is in them; then the walk goes down from the article or the page as long as
/// one child holds nearly all the prose.
struct HTMLText {
  /// Paragraphs, headings, list items and table rows in order.
  private(set) var paragraphs: [String] = []

  private let nodes: [HTMLNode]
  private var isDropped: [Bool]
  private var isLinked: [Bool]
  /// Characters of prose of the block that begins at a node.
  private var prose: [Int]
  /// Sums of `prose` before each node.
  private var proseBefore: [Int] = []

  init(_ tree: HTMLTree) {
    nodes = tree.nodes
    isDropped = [Bool](repeating: false, count: nodes.count)
    isLinked = isDropped
    prose = [Int](repeating: 0, count: nodes.count)
    guard !nodes.isEmpty else { return }
    dropAlways()
    scoreProse()
    dropUnlikely()
    scoreProse()
    collect(from: articleRoot())
  }

  // MARK: What is dropped

  private static let unread: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas",
    "select", "textarea", "button", "audio", "video", "map", "head", "title", "input", "label",
    "figcaption", "datalist", "progress", "meter",
  ]

  private mutating func dropAlways() {
    for index in nodes.indices {
      let node = nodes[index]
      if node.parent >= 0 {
        isDropped[index] = isDropped[node.parent]
        isLinked[index] = isLinked[node.parent]
      }
      if node.tag == "a", node.attributes["href"] != nil { isLinked[index] = true }
      let isHidden =
        node.attributes["hidden"] != nil || node.attributes["aria-hidden"] == "true"
        || node.attributes["style"].map { style in
          style.lowercased().filter { $0 != " " }.contains("display:none")
        } ?? false
      if Self.unread.contains(node.tag) || isHidden && node.tag != "body" {
        isDropped[index] = true
      }
    }
  }

  /// Elements named so are dropped when less than two fifths of the prose is in them.
  private static let unlikelyNames: Set<String> = [
    "ad", "ads", "advert", "advertisement", "adslot", "dfp", "sponsor", "sponsored", "promo",
    "promotion",
    "outbrain", "taboola", "recirc", "trending", "popular", "mostread", "signup", "subscribe",
    "subscription", "banner", "modal", "popup", "overlay", "breadcrumb", "breadcrumbs", "nav",
    "navbar",
    "navigation", "menu", "footer", "masthead", "toolbar", "sidebar", "widget", "widgets", "share",
    "sharing",
    "social", "tags", "taglist", "caption", "credit", "pagination", "pager", "skip", "sr-only",
    "visually",
    "byline", "timestamp", "meta", "bio", "tweet", "instagram", "login", "register", "donate",
    "rail", "toc",
    "teaser", "teasers", "flyout", "drawer", "ticker", "topbar", "shortcuts",
  ]

  /// Elements named so are dropped unless nearly all prose is in them.
  private static let foreignNames: Set<String> = [
    "comment", "comments", "disqus", "respond", "cookie", "cookies", "consent", "gdpr", "onetrust",
    "related",
    "recommended", "recommendations", "newsletter", "readmore", "nextarticle", "moreon",
  ]

  private static let unlikelyTags: Set<String> = [
    "nav", "aside", "footer", "form", "header", "dialog", "menu",
  ]
  private static let unlikelyRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert",
    "alertdialog", "menu", "menubar", "toolbar", "tooltip",
  ]

  private mutating func dropUnlikely() {
    let total = prose(in: 0..<nodes.count)
    for index in nodes.indices {
      let node = nodes[index]
      if node.parent >= 0, isDropped[node.parent] { isDropped[index] = true }
      if node.tag.isEmpty || ["html", "body", "main", "article", "p"].contains(node.tag) {
        continue
      }
      let names = Self.names(of: node)
      let share = prose(in: index..<node.end)
      let isUnlikely =
        Self.unlikelyTags.contains(node.tag) || !names.isDisjoint(with: Self.unlikelyNames)
        || node.attributes["role"].map { Self.unlikelyRoles.contains($0) } ?? false
      if isUnlikely, share * 5 <= total * 2 { isDropped[index] = true }
      if !names.isDisjoint(with: Self.foreignNames), share * 10 <= total * 9 {
        isDropped[index] = true
      }
    }
  }

  /// The words in a node's class and id: *post-relatedLinks* gives *post*, *related*, *links*.
  private static func names(of node: HTMLNode) -> Set<String> {
    var names: Set<String> = []
    for value in [node.attributes["class"], node.attributes["id"]].compactMap(\.self) {
      var name = ""
      var isAfterSmall = false
      for character in value.prefix(400) {
        if !character.isLetter || character.isUppercase && isAfterSmall {
          names.insert(name.lowercased())
          name = ""
        }
        if character.isLetter { name.append(character) }
        isAfterSmall = character.isLowercase
      }
      names.insert(name.lowercased())
    }
    return names
  }

  // MARK: Where the prose is

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
  ]

  /// Counts the text that stands in each block itself, and keeps what reads as prose.
  private mutating func scoreProse() {
    var plain = [Int](repeating: 0, count: nodes.count)
    var linked = plain
    var block = plain
    for (index, node) in nodes.enumerated() {
      block[index] =
        Self.blocks.contains(node.tag) ? index : node.parent < 0 ? 0 : block[node.parent]
      guard node.tag.isEmpty, !isDropped[index] else { continue }
      let count = node.text.utf8.count { $0 > 32 }
      if isLinked[index] { linked[block[index]] += count } else { plain[block[index]] += count }
    }
    var sum = 0
    proseBefore = [0]
    for index in nodes.indices {
      let isHeading = nodes[index].tag.count == 2 && nodes[index].tag.hasPrefix("h")
      let isProse = !isHeading && plain[index] >= 40 && linked[index] * 2 <= plain[index]
      prose[index] = isProse ? plain[index] + linked[index] : 0
      sum += prose[index]
      proseBefore.append(sum)
    }
  }

  private func prose(in range: Range<Int>) -> Int {
    proseBefore[range.upperBound] - proseBefore[range.lowerBound]
  }

  private func prose(of index: Int) -> Int { prose(in: index..<nodes[index].end) }

  /// The smallest element with 85 percent of the prose of the page, or of what the page says is
  /// its article.
  private func articleRoot() -> Int {
    let total = prose(in: 0..<nodes.count)
    func largest(_ isWanted: (HTMLNode) -> Bool) -> Int? {
      let best = nodes.indices.filter { isWanted(nodes[$0]) && !isDropped[$0] }
        .max { prose(of: $0) < prose(of: $1) }
      return best.flatMap { prose(of: $0) * 2 >= max(total, 1) ? $0 : nil }
    }
    let start =
      largest { $0.attributes["itemprop"]?.contains("articleBody") ?? false }
      ?? largest { $0.tag == "article" }
      ?? largest { $0.tag == "main" || $0.attributes["role"] == "main" }
      ?? largest { $0.tag == "body" } ?? 0
    var root = start
    let needed = prose(of: start) * 85 / 100
    guard needed > 0 else { return start }
    while true {
      var child = root + 1
      var next: Int?
      while child < nodes[root].end, next == nil {
        if prose(of: child) >= needed, prose[child] < needed { next = child }
        child = nodes[child].end
      }
      guard let next else { return root }
      root = next
    }
  }

  // MARK: Collecting

  private mutating func collect(from root: Int) {
    var writer = ParagraphWriter()
    var open: [Int] = []
    var index = root
    let end = root == 0 ? nodes.count : nodes[root].end
    while index < end {
      while let last = open.last, nodes[last].end <= index {
        writer.close(nodes[last].tag)
        open.removeLast()
      }
      if isDropped[index] {
        index = nodes[index].end
        continue
      }
      let node = nodes[index]
      if node.tag.isEmpty {
        let isPre = open.contains { nodes[$0].tag == "pre" }
        writer.add(node.text, isLinked: isLinked[index], isPreformatted: isPre)
      } else if node.tag == "br" {
        writer.breakLine()
      } else if Self.blocks.contains(node.tag) {
        writer.open(node.tag)
        open.append(index)
      }
      index += 1
    }
    writer.endParagraph()
    paragraphs = writer.paragraphs
  }
}

/// Joins runs of text to paragraphs.
private struct ParagraphWriter {
  private(set) var paragraphs: [String] = []
  private var current = ""
  private var linkedCount = 0
  private var count = 0
  private var cellsInRow = 0

  mutating func open(_ tag: String) {
    if tag == "td" || tag == "th" {
      if cellsInRow > 0, !current.isEmpty { current += "\t" }
      cellsInRow += 1
    } else {
      endParagraph()
    }
  }

  mutating func close(_ tag: String) {
    if tag == "td" || tag == "th" { return }
    endParagraph()
  }

  mutating func breakLine() {
    while current.last == " " { current.removeLast() }
    if current.last == "\n" { endParagraph() } else if !current.isEmpty { current += "\n" }
  }

  mutating func add(_ text: String, isLinked: Bool, isPreformatted: Bool) {
    let text = text.contains("&apos;") ? text.replacing("&apos;", with: "'") : text
    var run = ""
    var last = current.unicodeScalars.last
    for scalar in text.unicodeScalars where scalar != "\r" {
      let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\u{C}"
      if isSpace, !isPreformatted {
        if last == nil || last == " " || last == "\n" || last == "\t" { continue }
        run.unicodeScalars.append(" ")
        last = " "
      } else {
        // A line break inside a sentence is a matter of looks.
        if run.isEmpty, current.last == "\n", scalar.properties.isLowercase, !isPreformatted {
          current.removeLast()
          run = " "
        }
        run.unicodeScalars.append(scalar)
        last = scalar
        if !isSpace {
          count += 1
          if isLinked { linkedCount += 1 }
        }
      }
    }
    current += run
  }

  /// Ends a paragraph; one that is mostly links and no sentence is left out.
  mutating func endParagraph() {
    let text = current.trimming { $0 == " " || $0 == "\n" || $0 == "\t" }
    let isSentence = text.last.map { ".!?\"”’'".contains($0) } ?? false
    let isLinks =
      linkedCount * 10 > count * 6 && (!isSentence || linkedCount == count && count < 120)
    if !text.isEmpty, !isLinks { paragraphs.append(text) }
    current = ""
    (linkedCount, count, cellsInRow) = (0, 0, 0)
  }
}
