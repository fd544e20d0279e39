/// The script of an interactive SVG: zoom and pan, highlighting of neighbors, search, switches.
///
/// It builds its own controls, so that a reader without scripts sees the drawing alone. It reads nothing
/// but the drawing and sends nothing anywhere.
enum SVGScript {
  /// The `<script>` element for a drawing with an id prefix.
  static func element(prefix: String) -> String {
    "<script>//<![CDATA[\n(\(source))(\"\(prefix)\");\n//]]></script>\n"
  }

  private static let source = #"""
    function (prefix) {
      "use strict";
      var svg = document.getElementById(prefix + "diagram");
      var page = document.getElementById(prefix + "page");
      if (!svg || !page) return;
      var SVG = "http://www.w3.org/2000/svg", HTML = "http://www.w3.org/1999/xhtml";
      var all = function (selector) {
        return Array.prototype.slice.call(svg.querySelectorAll(selector));
      };
      var make = function (name, text, parent, attributes) {
        var made = document.createElementNS(HTML, name);
        if (text) made.textContent = text;
        for (var key in attributes || {}) made.setAttribute(key, attributes[key]);
        parent.appendChild(made);
        return made;
      };

      // Nodes, the lines at each, and the label of each line.
      var nodes = all(".node"), lines = all(".line"), labelOf = {}, linesAt = {}, nameOf = {};
      nodes.forEach(function (node) { linesAt[node.id] = []; });
      all(".label").forEach(function (label) { labelOf[label.getAttribute("data-line")] = label; });
      all(".name").forEach(function (name) {
        var match = /name-of-(\S+)/.exec(name.getAttribute("class"));
        if (match) nameOf[prefix + match[1]] = name;
      });
      lines.forEach(function (line) {
        [line.getAttribute("data-from"), line.getAttribute("data-to")].forEach(function (id) {
          if (linesAt[id]) linesAt[id].push(line);
        });
      });

      // A layer that moves under the controls.
      var view = document.createElementNS(SVG, "g");
      view.setAttribute("class", "view");
      page.parentNode.insertBefore(view, page);
      view.appendChild(page);
      var box = svg.viewBox.baseVal, bar = 200;
      var frame = { x: box.x, y: box.y, width: box.width, height: box.height };
      var scale = 1, shift = { x: 0, y: 0 };
      var show = function () {
        view.setAttribute(
          "transform", "translate(" + shift.x + " " + shift.y + ") scale(" + scale + ")");
      };
      var zoom = function (factor, at) {
        var next = Math.min(Math.max(scale * factor, 0.3), 60);
        at = at || { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
        shift.x = at.x - (at.x - shift.x) * next / scale;
        shift.y = at.y - (at.y - shift.y) * next / scale;
        scale = next;
        show();
      };
      var reset = function () { scale = 1; shift = { x: 0, y: 0 }; show(); };
      var place = function (event) {
        var point = svg.createSVGPoint();
        point.x = event.clientX;
        point.y = event.clientY;
        return point.matrixTransform(svg.getScreenCTM().inverse());
      };
      var center = function (part) {
        var here = part.getBBox(), up = page.transform.baseVal.consolidate().matrix;
        var x = up.a * (here.x + here.width / 2) + up.e, y = up.d * (here.y + here.height / 2) + up.f;
        if (scale < 2) scale = 2;
        shift.x = frame.x + frame.width / 2 - x * scale;
        shift.y = frame.y + frame.height / 2 - y * scale;
        show();
      };

      // What is lit stands out, the rest steps back.
      var lit = [];
      var light = function (parts) {
        lit.forEach(function (part) { part.classList.remove("lit"); });
        lit = parts;
        lit.forEach(function (part) { part.classList.add("lit"); });
        svg.classList.toggle("has-lit", lit.length > 0);
      };
      var withLabel = function (line) { return labelOf[line.id] ? [line, labelOf[line.id]] : [line]; };
      var ends = function (line) {
        return [line.getAttribute("data-from"), line.getAttribute("data-to")]
          .map(function (id) { return document.getElementById(id); })
          .filter(function (end) { return end; });
      };
      var withName = function (node) { return nameOf[node.id] ? [node, nameOf[node.id]] : [node]; };
      var surroundings = function (part) {
        if (part.classList.contains("label")) {
          part = document.getElementById(part.getAttribute("data-line")) || part;
        }
        var own = linesAt[part.id];
        var parts = own ? withName(part) : withLabel(part);
        (own || [part]).forEach(function (line) {
          if (line.classList.contains("off")) return;
          parts = parts.concat(withLabel(line));
          ends(line).forEach(function (end) { parts = parts.concat(withName(end)); });
        });
        return parts;
      };
      var found = [];
      var over = function (event) {
        var part = event.target.closest && event.target.closest(".node,.line,.label");
        light(part && svg.contains(part) ? surroundings(part) : found);
      };
      svg.addEventListener("pointerover", over);
      svg.addEventListener("focusin", over);
      svg.addEventListener("pointerleave", function () { light(found); });

      // The controls stand above the drawing, in room of their own.
      var holder = document.createElementNS(SVG, "foreignObject");
      [["x", frame.x], ["y", frame.y - bar], ["width", frame.width], ["height", bar]]
        .forEach(function (pair) { holder.setAttribute(pair[0], pair[1]); });
      holder.setAttribute("class", "controls");
      svg.insertBefore(holder, view);
      var controls = make("div", "", holder, { role: "toolbar", "aria-label": "Controls" });
      var search = make("input", "", controls, {
        type: "search", placeholder: "Search names", "aria-label": "Search names"
      });
      var count = make("span", "", controls, { "aria-live": "polite" });
      [["+", "Zoom in", function () { zoom(1.4); }], ["−", "Zoom out", function () { zoom(1 / 1.4); }],
        ["⤢", "Show all", reset]].forEach(function (entry) {
        make("button", entry[0], controls, { type: "button", "aria-label": entry[1], title: entry[1] })
          .addEventListener("click", entry[2]);
      });

      var plain = function (text) {
        return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
      };
      var words = nodes.map(function (node) {
        var title = node.querySelector("title");
        return plain((node.getAttribute("data-name") || "") + " " + (title ? title.textContent : ""));
      });
      var matches = [];
      search.addEventListener("input", function () {
        var wanted = plain(search.value.trim());
        matches = wanted ? nodes.filter(function (_, i) { return words[i].indexOf(wanted) >= 0; }) : [];
        found = [].concat.apply([], matches.map(withName));
        count.textContent = wanted ? matches.length + " found" : "";
        light(found);
        svg.classList.toggle("has-lit", wanted !== "");
      });
      search.addEventListener("keydown", function (event) {
        if (event.key === "Enter" && matches.length) {
          var next = matches.shift();
          matches.push(next);
          center(next);
          (next.querySelector("a") || next).focus({ preventScroll: true });
        }
        if (event.key === "Escape") { search.value = ""; search.dispatchEvent(new Event("input")); }
        event.stopPropagation();
      });

      // Switches: families of lines, and only what is contested.
      var hidden = {}, onlyMarked = false;
      var filter = function () {
        lines.forEach(function (line) {
          var off = hidden[line.getAttribute("data-family")]
            || (onlyMarked && !line.classList.contains("marked"));
          withLabel(line).forEach(function (part) { part.classList.toggle("off", !!off); });
        });
        nodes.forEach(function (node) {
          var own = linesAt[node.id];
          var alone = own.length > 0
            && own.every(function (line) { return line.classList.contains("off"); })
            && !(onlyMarked && node.classList.contains("marked"));
          withName(node).forEach(function (part) { part.classList.toggle("alone", alone); });
        });
      };
      var toggle = function (text, isOn, change) {
        var label = make("label", "", controls);
        var box = make("input", "", label, { type: "checkbox" });
        box.checked = isOn;
        label.appendChild(document.createTextNode(" " + text));
        box.addEventListener("change", function () { change(box.checked); filter(); });
      };
      var families = [];
      lines.forEach(function (line) {
        var family = line.getAttribute("data-family");
        if (family && families.indexOf(family) < 0) families.push(family);
      });
      families.sort();
      if (families.length > 1 && families.length < 13) {
        families.forEach(function (family) {
          toggle(family, true, function (isOn) { hidden[family] = !isOn; });
        });
      }
      if (all(".line.marked").length) {
        toggle("contested only", false, function (isOn) { onlyMarked = isOn; });
      }

      // Wheel and drag.
      svg.addEventListener("wheel", function (event) {
        event.preventDefault();
        zoom(Math.pow(1.0015, -event.deltaY), place(event));
      }, { passive: false });
      var drag = null;
      svg.addEventListener("pointerdown", function (event) {
        if (event.button === 0 && !holder.contains(event.target)) {
          drag = { from: place(event), shift: { x: shift.x, y: shift.y }, moved: false };
        }
      });
      svg.addEventListener("pointermove", function (event) {
        if (!drag) return;
        var here = place(event);
        var dx = here.x - drag.from.x, dy = here.y - drag.from.y;
        if (!drag.moved && Math.abs(dx) + Math.abs(dy) < 4) return;
        drag.moved = true;
        shift = { x: drag.shift.x + dx, y: drag.shift.y + dy };
        show();
      });
      window.addEventListener("pointerup", function () { setTimeout(function () { drag = null; }); });
      svg.addEventListener("click", function (event) {
        if (drag && drag.moved) event.preventDefault();
      }, true);
      svg.addEventListener("dragstart", function (event) { event.preventDefault(); });
      svg.addEventListener("keydown", function (event) {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === "+" || event.key === "=") zoom(1.4);
        else if (event.key === "-") zoom(1 / 1.4);
        else if (event.key === "0") reset();
        else if (event.key === "/") search.focus();
        else return;
        event.preventDefault();
      });

      var style = document.createElementNS(SVG, "style");
      var own = "#" + prefix + "diagram";
      var rule = function (parts, state, declarations) {
        return parts.map(function (part) { return own + state + part; }).join(",")
          + "{" + declarations + "}";
      };
      var ink = getComputedStyle(svg).getPropertyValue("--d-ink");
      style.textContent = [
        rule([""], "", "touch-action:none;cursor:grab"),
        rule([" .node", " .line", " .label", " .name"], "", "transition:opacity .12s"),
        rule(
          [" .node:not(.lit)", " .line:not(.lit)", " .label:not(.lit)", " .name:not(.lit)"],
          ".has-lit", "opacity:.14"),
        rule([" .off"], "", "display:none"), rule([" .alone"], "", "opacity:.2"),
        rule([" .controls div"], "", "display:flex;flex-wrap:wrap;gap:4px 10px;padding:8px 25px;"
          + "align-items:center;font:11px sans-serif;color:" + ink),
        rule([" .controls input[type=search]"], "", "width:130px;font:inherit;padding:2px 5px"),
        rule([" .controls button"], "", "font:inherit;min-width:22px;padding:1px 5px"),
        rule([" .controls label"], "", "white-space:nowrap"),
        "@media print{" + rule([" .controls"], "", "display:none") + "}"
      ].join("\n");
      svg.insertBefore(style, holder);
      bar = Math.min(Math.max(controls.offsetHeight, 36), 160);
      holder.setAttribute("y", frame.y - bar);
      holder.setAttribute("height", bar);
      svg.setAttribute(
        "viewBox", [frame.x, frame.y - bar, frame.width, frame.height + bar].join(" "));
      svg.setAttribute("height", (frame.height + bar) + "pt");
      var paper = page.querySelector("polygon");
      if (paper) svg.style.background = getComputedStyle(paper).fill;
    }
    """#
}
