import DragnetText
import Testing

@testable import Dragnet

struct HTMLReaderTests {
  private func read(_ page: String, name: String = "page.html") throws -> Document {
    try DocumentLoader().document(from: Array(page.utf8), named: name)
  }

  /// A page as content systems make them: banner, menu, article, teasers, comments, footer.
  private let page = """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
    <title>Harbour chief held over crane bribes - The Coast Ledger</title>
    <meta property="og:title" content="Harbour chief held over crane bribes">
    <meta property="og:site_name" content="The Coast Ledger"><style>.x{color:red}</style>
    <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle",
    "headline":"Harbour chief held over crane bribes","datePublished":"2024-03-05T08:00:00+02:00",
    "author":[{"@type":"Person","name":"Ada Brink"},{"name":"Jo Pell"}]}]}</script></head>
    <body class="single has-sidebar comments-open">
    <div id="cookie-banner"><p>We use cookies to give you the best experience on this website.
    By continuing you agree to our policy and to our partners.</p></div>
    <header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav></header>
    <main><article><header><h1>Harbour chief held over crane bribes</h1>
    <p class="byline">By <a rel="author" href="/ada">Ada Brink</a></p></header>
    <figure><img src="x.jpg"><figcaption>The harbour. Photo: Ada Brink</figcaption></figure>
    <div class="content"><p>Police in the port of Zel arrested the director, <b>Oskar&nbsp;Lind</b>,
    on Monday on suspicion of taking bribes, the prosecutor&rsquo;s office said.</p>
    <div class="ad-slot"><p>Buy one, get one free at the great supermarket, only this week!</p></div>
    <p>Investigators seized 1.2 million euros in cash<br>from his house, a court document says.</p>
    <h2>A crane too many</h2><ul><li>The first crane was bought in 2019.</li><li>The second never
    arrived.</li></ul><table><tr><th>Year</th><th>Paid</th></tr><tr><td>2019</td><td>4m</td></tr></table>
    <p>Lind&apos;s lawyer said her client denied <a href="/x">all accusations</a> and would appeal.</p>
    <form><p>Enter your address here to get the morning letter of the paper, with all the news.</p></form>
    <p><a href="/other">Read more: Mayor resigns after crane scandal in the north</a></p></div>
    <div class="share-buttons"><a href="#">Facebook</a> <a href="#">Twitter</a></div></article>
    <section class="related"><h3>Related</h3><ul><li><a href="/1">Mayor resigns over a boat</a></li></ul>
    </section><section id="comments"><p>I always knew that this man was a crook, he has been stealing
    from us for years and years and nobody did anything about it.</p></section></main>
    <footer><p>&copy; 2024 The Coast Ledger. All rights reserved.</p></footer>
    <script>document.write("<p>not text</p>")</script></body></html>
    """

  @Test func `finds the article and nothing around it`() throws {
    #expect(
      try read(page).text == """
        Harbour chief held over crane bribes

        Police in the port of Zel arrested the director, Oskar\u{A0}Lind, on Monday on suspicion \
        of taking bribes, the prosecutor’s office said.

        Investigators seized 1.2 million euros in cash from his house, a court document says.

        A crane too many

        The first crane was bought in 2019.

        The second never arrived.

        Year\tPaid

        2019\t4m

        Lind's lawyer said her client denied all accusations and would appeal.

        """)
  }

  @Test func `takes title, outlet, day and authors from what the page states`() throws {
    let document = try read(page)
    #expect(document.title == "Harbour chief held over crane bribes")
    #expect(document.source == "The Coast Ledger")
    #expect(document.published?.description == "2024-03-05")
    #expect(document.byline == "Ada Brink, Jo Pell")
    #expect(document.sha256 == sha256(Array(page.utf8)))
  }

  @Test func `reads an old page laid out by tables and breaks`() throws {
    let document = try read(
      """
      <html><head><title>Zel Courier: Court jails smuggler</title></head><body bgcolor=white>
      <table><tr><td><a href=1>News</a><br><a href=2>Sport</a></td><td>
      <h1>Court jails smuggler for nine years</h1><font size=2>By Tom Hale<br>Published: 12 June 2003
      </font><br><br>A court in Zel sentenced the smuggler Arne Holt to nine years in prison.<br><br>
      Holt had brought 12 tonnes of cigarettes across the border, the judge said.</td></tr></table>
      <center>Copyright 2003 Zel Courier. All rights reserved.</center>
      """)
    #expect(document.title == "Court jails smuggler for nine years")
    #expect(document.source == "Zel Courier")
    #expect(document.published?.description == "2003-06-12")
    #expect(document.byline == "Tom Hale")
    #expect(document.text.contains("nine years in prison.\n\nHolt had brought"))
    #expect(!document.text.contains("Sport"))
  }

  @Test func `keeps an article inside the form that some systems put around all`() throws {
    let prose = "The ministry suspended three officials over the licence affair on Friday. "
    let document = try read(
      "<body><form><div class=wrapper><div class=nav><a href=a>Home</a></div><p>\(prose)</p>"
        + "<p>\(prose)\(prose)</p></div></form></body>")
    #expect(document.text.hasPrefix("The ministry"))
    #expect(!document.text.contains("Home"))
  }

  @Test(
    arguments: [
      ("<meta charset=\"windows-1251\">", "windows-1251"),
      ("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "meta"),
      ("<?xml version='1.0' encoding='windows-1251'?>", "XML"),
    ])
  func `obeys the character set the page declares`(declaration: String, name: String) throws {
    let start = Array((declaration + "<html><body><p>").utf8)
    let bytes = start + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2] + Array(".</p></body></html>".utf8)
    let document = try DocumentLoader().document(from: bytes, named: "a.html")
    #expect(document.text == "Привет.\n")
  }

  @Test(
    arguments: [
      "<meta property='article:published_time' content='2023-10-09T22:00:00Z'>",
      "<meta name=date content='2023-10-09'>", "<time datetime='2023-10-09T10:00'>today</time>",
      "<meta itemprop=datePublished content='9 October 2023'>",
      "<time datetime='2020-01-01'>old</time><time pubdate datetime='2023-10-09'>new</time>",
    ])
  func `finds the day in any of its usual places`(mark: String) throws {
    let document = try read("<html><body>\(mark)<p>The council of Zel met.</p></body></html>")
    #expect(document.published?.description == "2023-10-09")
  }

  @Test func `recognizes a page by its content`() throws {
    #expect(
      try read("\n<!DOCTYPE html><p>The council met.</p>", name: "page").text
        == "The council met.\n")
  }

  @Test func `names a page without text`() {
    #expect(throws: DocumentError.noText(format: "HTML")) {
      try read("<html><body><script>run()</script></body></html>")
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["<div>", "<b><i>", "<table><tr><td>", "<p><ul><li>", "</x>", "<a href=#>"])
  func `survives hostile nesting`(tags: String) throws {
    let deep = String(repeating: tags, count: 30_000)
    do {
      _ = try read(
        "<html><body><p>The council met.</p>" + deep + String(repeating: "</y>", count: 30_000))
    } catch DocumentError.damaged(format: "HTML", _) {
    } catch DocumentError.noText {
    }
  }
}
