import DragnetDiagram
import Foundation
import Testing

@Suite struct InteractiveTests {
  private static let chromium = [
    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  private func sample() -> Diagram {
    var diagram = chainDiagram(4)
    diagram.nodes[0].label = "Ada Núñez"
    diagram.nodes[0].tooltip = "Ada Núñez (person)"
    diagram.nodes[0].link = "#evidence-1"
    diagram.nodes[0].size = 1
    diagram.nodes[0].data = ["Rank No": "1 \"first\" <b>", "id": "not this"]
    diagram.lines[1].family = "money"
    diagram.lines[2].labels = [.init("denied", isMarked: true)]
    return diagram
  }

  @Test func `a drawing for a page has no script, one for itself has`() throws {
    let drawing = try sample().draw()
    #expect(!(try drawing.svg()).contains("<script"))
    let own = try drawing.svg(SVGOptions(isInteractive: true))
    #expect(own.components(separatedBy: "<script").count == 2)
    for word in ["http:", "fetch", "XMLHttp", "import(", "eval"] {
      #expect(
        !(own.components(separatedBy: "<script").last ?? "").replacing(
          "http://www.w3.org", with: ""
        ).contains(word))
    }
  }

  @Test func `handles tell scripts what a part is`() throws {
    let svg = try sample().draw().svg()
    #expect(svg.contains("data-id=\"n0\" data-kind=\"person\" data-name=\"Ada Núñez\""))
    #expect(svg.contains("data-rank-no=\"1 &quot;first&quot; &lt;b&gt;\""))
    #expect(!svg.contains("not this"))
    #expect(
      svg.contains("data-family=\"money\" data-from=\"dragnet-n-n1\" data-to=\"dragnet-n-n2\""))
  }

  @Test func `the keyboard goes from the most important name on, and to lines at last`() throws {
    let svg = try sample().draw().svg(SVGOptions(isInteractive: true))
    let stops = svg.matches(of: /tabindex="(\d+)"/).compactMap { Int($0.1) }
    #expect(stops.sorted() == Array(1...7))
    #expect(svg.contains("<a xlink:href=\"#evidence-1\" tabindex=\"1\">"))
  }

  @Test func `one file holds both themes, and plain colors for programs without variables`() throws
  {
    let drawing = try sample().draw()
    let svg = try drawing.svg(SVGOptions(darkTheme: .dark))
    #expect(svg.contains("prefers-color-scheme:dark"))
    #expect(svg.contains("--d-paper:\(Theme.light.paper)"))
    #expect(svg.contains("--d-paper:\(Theme.dark.paper)"))
    #expect(svg.contains("fill=\"\(Theme.light.paper.lowercased())\""))
    #expect(!(try drawing.svg()).contains("prefers-color-scheme"))
    try expectWellFormed(svg)
  }

  /// What the browser shows of a page after its scripts ran; nil where there is no browser.
  private func browse(_ page: String, _ arguments: [String] = ["--dump-dom"]) throws -> String? {
    guard let chromium = InteractiveTests.chromium else {
      print("Chromium is not installed: the script of the SVG was not run.")
      return nil
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dragnet-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("page.html")
    try Data(page.utf8).write(to: file)
    let output = folder.appendingPathComponent("output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments =
      [
        "100", chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.path)/profile", "--virtual-time-budget=4000",
      ] + arguments.map { $0.replacing("FOLDER", with: folder.path) } + [file.absoluteString]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if let pdf = try? Data(contentsOf: folder.appendingPathComponent("page.pdf")) {
      return String(decoding: pdf, as: UTF8.self)
    }
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }

  @Test func `in a browser, search, zoom, hover, switches and keys do what they say`() throws {
    let svg = try sample().draw().svg(SVGOptions(isInteractive: true, darkTheme: .dark))
    let start = try #require(svg.firstRange(of: "<svg")).lowerBound
    let checks = #"""
      var said = [];
      function check(name, value) { said.push(name + "=" + value); }
      var svg = document.querySelector("svg"), view = svg.querySelector(".view");
      function byID(id) { return document.getElementById("dragnet-" + id); }
      function opacity(part) { return getComputedStyle(part).opacity; }
      document.querySelectorAll("style").forEach(function (s) { s.textContent += "*{transition:none!important}"; });
      check("tooltip", byID("n-n0").querySelector("title").textContent);
      check("link", byID("n-n0").querySelector("a").getAttribute("xlink:href"));
      var search = svg.querySelector("input[type=search]");
      search.value = "nunez";
      search.dispatchEvent(new Event("input"));
      check("found", svg.querySelector(".controls span").textContent);
      check("lit", byID("n-n0").classList.contains("lit") + "," + opacity(byID("n-n2")));
      search.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
      check("focus", document.activeElement.closest(".node").id);
      search.value = "";
      search.dispatchEvent(new Event("input"));
      svg.dispatchEvent(new KeyboardEvent("keydown", { key: "0", bubbles: true }));
      check("all", view.getAttribute("transform"));
      svg.dispatchEvent(new WheelEvent("wheel", { deltaY: -400, clientX: 50, clientY: 50, bubbles: true, cancelable: true }));
      check("zoom", /scale\((.*)\)/.exec(view.getAttribute("transform"))[1] > 1.5);
      byID("n-n1").dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
      check("near", [0, 1, 2, 3].map(function (i) { return byID("n-n" + i).classList.contains("lit"); }));
      var boxes = svg.querySelectorAll("input[type=checkbox]");
      check("switches", boxes.length);
      boxes[1].click();
      check("money", getComputedStyle(byID("l-l2")).display + "," + getComputedStyle(byID("l-l1")).display);
      boxes[1].click();
      boxes[2].click();
      check("contested", [1, 2, 3].map(function (i) { return byID("l-l" + i).classList.contains("off"); }));
      check("alone", byID("n-n0").classList.contains("alone"));
      check("paper", getComputedStyle(byID("page").querySelector("polygon")).fill);
      byID("n-n1").focus();
      check("ring", byID("n-n1").matches(":focus"));
      document.body.insertAdjacentHTML("beforeend", "<pre>" + said.join("\n") + "</pre>");
      """#
    let page =
      "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\(svg[start...])"
      + "<script>try{\(checks)}catch(e){document.body.append('FAILED '+e)}</script></body></html>"
    guard let shown = try browse(page) else { return }
    let failure = shown.firstRange(of: "FAILED").map { String(shown[$0.lowerBound...].prefix(200)) }
    #expect(failure == nil || shown.contains("<pre>"), "\(failure ?? "")")
    for expected in [
      "tooltip=Ada Núñez (person)", "link=#evidence-1", "found=1 found", "lit=true,0.14",
      "focus=dragnet-n-n0", "all=translate(0 0) scale(1)", "zoom=true",
      "near=true,true,true,false", "switches=3", "money=none,inline", "contested=true,true,false",
      "alone=true", "paper=rgb(251, 250, 247)", "ring=true",
    ] {
      #expect(shown.contains(expected), "\(expected)")
    }
  }

  @Test(arguments: ["A4", "A3"])
  func `a drawing prints on one page`(size: String) throws {
    let svg = try sampleDiagram(40).draw().svg(SVGOptions(isInteractive: true))
    let start = try #require(svg.firstRange(of: "<svg")).lowerBound
    let page =
      "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><style>@page{size:\(size);margin:0}"
      + "html,body{margin:0}svg{width:100%!important;height:auto!important;max-height:99vh}</style>"
      + "</head><body>\(svg[start...])</body></html>"
    guard
      let pdf = try browse(page, ["--no-pdf-header-footer", "--print-to-pdf=FOLDER/page.pdf"])
    else { return }
    #expect(pdf.hasPrefix("%PDF"))
    #expect(pdf.components(separatedBy: "/Type /Page\n").count == 2)
  }
}
