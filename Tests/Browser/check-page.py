#!/usr/bin/env python3
"""Opens a page in headless Chromium, at desktop and phone width, in light and dark, and reports what
is wrong with it: accessibility errors that axe-core finds, text that runs out of the window, requests
to any host. Writes one line per problem and ends with status 1 when there is one.

    check-page.py PAGE.html [--shots FOLDER]

Needs chromium and chromedriver (Debian: chromium chromium-driver) and the script that the Python
package axe-playwright-python carries (AXE may name another axe.min.js). Ends with status 77 when one of
them is missing, and says which.
"""

import base64
import glob
import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

SKIPPED = 77
VIEWS = [("desktop", 1280, 900, False), ("phone", 390, 844, True)]

OVERFLOW = """
const found = [];
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > width)
  found.push('the page is ' + document.documentElement.scrollWidth + ' px wide in a window of ' + width);
for (const element of document.querySelectorAll('h1,h2,h3,p,li,td,th,dd,figcaption,summary')) {
  if (element.closest('.table,.drawing,pre')) continue;
  const box = element.getBoundingClientRect();
  if (box.width && box.right > width + 1)
    found.push(element.tagName + ' runs out: ' + element.textContent.slice(0, 60));
}
return found;
"""

AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations']}).then(
  result => done(result.violations.map(v => v.id + ' (' + v.impact + '): ' + v.help + ' — ' +
    v.nodes.length + ' places, first ' + v.nodes[0].html.slice(0, 200) + ' ' +
    (v.nodes[0].any[0] ? v.nodes[0].any[0].message : ''))),
  error => done(['axe failed: ' + error]));
"""


def skip(reason):
    print("skipped: " + reason, file=sys.stderr)
    sys.exit(SKIPPED)


def axe_script():
    path = os.environ.get("AXE")
    for name in ("axe_playwright_python", "axe_core_python"):
        spec = importlib.util.find_spec(name) if not path else None
        if spec and spec.submodule_search_locations:
            found = glob.glob(os.path.join(spec.submodule_search_locations[0], "axe.min.js"))
            path = found[0] if found else path
    if not path or not os.path.exists(path):
        skip("axe.min.js is not there; pip install axe-playwright-python, or set AXE")
    with open(path, encoding="utf-8") as file:
        return file.read()


class Browser:
    def __init__(self):
        for program in ("chromium", "chromedriver"):
            if not shutil.which(program):
                skip(program + " is not installed")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.driver = subprocess.Popen(
            ["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{port}"
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]}
        body = {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": {"performance": "ALL", "browser": "ALL"}}}}
        for _ in range(100):
            try:
                answer = self.call("POST", "/session", body)
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        else:
            skip("chromedriver did not start")
        self.base += "/session/" + answer["sessionId"]

    def call(self, method, path, body=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(
            self.base + path, data=data, method=method, headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)["value"]

    def cdp(self, command, **params):
        return self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": params})

    def run(self, script, kind="sync"):
        return self.call("POST", "/execute/" + kind, {"script": script, "args": []})

    def close(self):
        try:
            self.call("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()


def main():
    page = os.path.abspath(sys.argv[1])
    shots = sys.argv[sys.argv.index("--shots") + 1] if "--shots" in sys.argv else None
    axe = axe_script()
    browser = Browser()
    problems = []
    try:
        for name, width, height, is_mobile in VIEWS:
            browser.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height,
                        deviceScaleFactor=1, mobile=is_mobile)
            for scheme in ("light", "dark"):
                browser.cdp("Emulation.setEmulatedMedia",
                            features=[{"name": "prefers-color-scheme", "value": scheme}])
                browser.call("POST", "/url", {"url": "file://" + page})
                browser.run("document.querySelectorAll('details').forEach(d => d.open = true)")
                view = f"{name}, {scheme}: "
                problems += [view + text for text in browser.run(OVERFLOW)]
                browser.run(axe)
                problems += [view + text for text in browser.run(AXE, "async")]
                if shots:
                    browser.call("POST", "/url", {"url": "file://" + page})
                    size = browser.cdp("Page.getLayoutMetrics")["cssContentSize"]
                    clip = {"x": 0, "y": 0, "width": width, "height": min(size["height"], 6000), "scale": 1}
                    data = browser.cdp("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
                    path = os.path.join(shots, f"{name}-{scheme}.png")
                    os.makedirs(shots, exist_ok=True)
                    with open(path, "wb") as file:
                        file.write(base64.b64decode(data["data"]))
        for entry in browser.call("POST", "/se/log", {"type": "performance"}):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if not url.startswith(("file:", "data:", "about:")):
                    problems.append("a request leaves the page: " + url)
        for entry in browser.call("POST", "/se/log", {"type": "browser"}):
            problems.append("console: " + entry["message"][:300])
    finally:
        browser.close()
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


main()
