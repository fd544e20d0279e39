extension HTMLReport {
  /// The style sheet of the page. Every pair of text and ground has a contrast of at least 4.5 to 1.
  static let style = """
    :root {
      color-scheme: light dark;
      --ground: #fdfcfa; --sheet: #ffffff; --ink: #1d1c1a; --soft: #5d5a55; --rule: #d9d5cd;
      --link: #1c4f82; --mark: #fdeeb5; --alert: #9c2415; --calm: #35603c; --target: #fff6d6;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "Book Antiqua",
        Georgia, "Liberation Serif", serif;
      --sans: system-ui, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
      --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #171614; --sheet: #1f1d1b; --ink: #e9e6df; --soft: #aaa59b; --rule: #3d3a35;
        --link: #8fbbe8; --mark: #5a4a12; --alert: #f2998a; --calm: #93c79b; --target: #322c16;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
    body {
      margin: 0 auto; padding: 2.5rem 1.25rem 5rem; max-width: 68rem;
      background: var(--ground); color: var(--ink);
      font: 1.0625rem/1.6 var(--serif); overflow-wrap: break-word;
    }
    p, blockquote, dl.terms, ol.evidence { max-width: 44rem; }
    h1 { max-width: 56rem; }
    p { margin: 0 0 .75em; }
    a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
    a:focus-visible, [tabindex]:focus-visible { outline: .18rem solid var(--link); outline-offset: .15rem; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--sheet); z-index: 1; }

    h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
    h1 { font-size: clamp(1.7rem, 4.2vw, 2.5rem); margin: 0 0 1.25rem; letter-spacing: -.01em; }
    h2 { font-size: 1.6rem; margin: 3.5rem 0 1rem; padding-top: .9rem; border-top: 1px solid var(--rule); }
    h3 { font-size: 1.13rem; margin: 0 0 .4rem; }
    #evidence h3 { margin-top: 2rem; }
    .kicker, nav, .kind, figcaption, table, .card dl, .card ul, .place, ol.evidence ul, .terms dt {
      font-family: var(--sans); }
    .kicker { margin: 0 0 .4rem; color: var(--soft); font-size: .85rem; letter-spacing: .06em;
      text-transform: uppercase; }
    nav ol { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.1rem;
      font-size: .9rem; }
    nav a { display: inline-block; padding: .2rem 0; }
    .kind { color: var(--soft); font-size: .8rem; font-weight: 400; }
    .notes { font: .8em var(--sans); white-space: normal; }
    .label { font-style: italic; }
    .arrow { color: var(--soft); }
    .entity, .card a, td a { text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); }
    .hedge { color: var(--alert); font-style: normal; font-size: .88em; }
    small { color: var(--soft); white-space: nowrap; }

    figure { margin: 0; }
    .drawing { overflow: auto; background: var(--sheet); border: 1px solid var(--rule); border-radius: .25rem; }
    .drawing svg { display: block; width: 100%; min-width: 56rem; height: auto; }
    figcaption { margin-top: .6rem; color: var(--soft); font-size: .85rem; max-width: 48rem; }

    .table { overflow-x: auto; margin-bottom: 1.5rem; }
    table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.45; }
    caption { caption-side: top; text-align: left; padding: 0 0 .7rem; color: var(--soft); }
    caption span { display: block; max-width: min(52rem, 100vw - 2.5rem); }
    th, td { text-align: left; vertical-align: top; padding: .42rem .9rem .42rem 0; border-bottom: 1px solid var(--rule); }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { font-weight: 600; font-size: .8rem; border-bottom: 1.5px solid var(--ink); vertical-align: bottom; }
    tbody th { font-weight: 500; }
    th[scope=row] { min-width: 11rem; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .nowrap { white-space: nowrap; }
    .relations td:first-child { min-width: 18rem; }
    .question th { padding-top: 1.4rem; font-weight: 400; }
    .question .what { font-weight: 600; font-size: 1rem; }
    .question .about, .question .reason { display: block; color: var(--soft); max-width: 44rem; }
    .verdict { display: inline-block; margin-left: .4rem; padding: 0 .5em; border: 1px solid currentColor;
      border-radius: 1em; font-size: .78rem; color: var(--calm); white-space: nowrap; }
    .verdict.open { color: var(--alert); font-weight: 600; }
    .value { font-weight: 600; min-width: 7rem; }
    .file { display: block; color: var(--soft); font-size: .8rem; font-weight: 400; overflow-wrap: anywhere; }
    .hash { font: .72rem/1.5 var(--mono); color: var(--soft); overflow-wrap: anywhere; min-width: 12rem; }

    .cards { columns: 24rem 2; column-gap: 2.5rem; }
    .card { break-inside: avoid; margin-bottom: 1.5rem; padding-top: .8rem; border-top: 1px solid var(--rule); }
    dl { margin: 0; }
    .card dl { font-size: .84rem; line-height: 1.5; }
    .card dt { float: left; clear: left; margin-right: .5em; color: var(--soft); }
    .card dt::after { content: ":"; }
    .card dd { margin: 0; }
    .card ul, ol.evidence ul { margin: .4rem 0 0; padding-left: 1.1rem; font-size: .84rem; line-height: 1.5; }
    .others { columns: 24rem 2; column-gap: 2.5rem; padding-left: 1.1rem; font: .84rem/1.5 var(--sans); }
    .others li { break-inside: avoid; margin-bottom: .25rem; }
    .terms dt { font-weight: 600; font-size: .9rem; margin-top: .5rem; }
    .terms dd { margin: 0; }
    .terms { margin-bottom: 1rem; }

    ol.evidence { padding-left: 2.4rem; }
    ol.evidence > li { margin-bottom: 1.2rem; padding: .2rem .4rem; break-inside: avoid; }
    ol.evidence > li::marker { font: .85rem var(--sans); color: var(--soft); }
    blockquote { margin: 0; unicode-bidi: isolate; color: var(--soft); }
    mark { background: var(--mark); color: var(--ink); padding: .05em 0; }
    .place { margin: .15rem 0 0; color: var(--soft); font-size: .78rem; }
    :target { background: var(--target); outline: .35rem solid var(--target); }

    @media screen and (prefers-color-scheme: dark) {
      .drawing svg { filter: invert(.92) hue-rotate(180deg); }
    }
    @media (max-width: 40rem) {
      body { font-size: 1rem; padding: 1.5rem 1rem 3rem; }
      h2 { margin-top: 2.5rem; }
      .cards { columns: auto; }
      ol.evidence { padding-left: 1.9rem; }
    }
    @page { size: A4; margin: 18mm 17mm 20mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
    @page drawing { size: A4 landscape; margin: 12mm; }
    @media print {
      :root { --ground: #fff; --sheet: #fff; --ink: #000; --soft: #444; --rule: #bbb; --link: #000;
        --mark: #f3e6b0; --alert: #8c1d10; --calm: #2c5233; --target: transparent; }
      body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.45; }
      nav, .skip { display: none; }
      a { text-decoration: none; }
      h1 { font-size: 24pt; }
      h2 { font-size: 15pt; margin-top: 9mm; break-after: avoid; }
      h3 { break-after: avoid; }
      tr, .card, ol.evidence > li { break-inside: avoid; }
      .question { break-after: avoid; }
      thead { display: table-header-group; }
      table { font-size: 8.5pt; }
      thead th { font-size: 7.5pt; }
      th, td { padding: .22rem .6rem .22rem 0; }
      th[scope=row] { min-width: 38mm; }
      #ranking, #conflicts, #relations, #evidence { break-before: page; }
      caption, thead { break-after: avoid; }
      tbody:first-of-type tr:first-child { break-before: avoid; }
      .table, .drawing { overflow: visible; }
      .drawing { border: 0; break-inside: avoid; }
      .drawing svg { min-width: 0; max-height: 225mm; }
      .wide { page: drawing; }
      .wide h2 { margin-top: 0; }
      .wide .drawing svg { max-height: 150mm; }
      .card dl, .card ul, ol.evidence ul, .place { font-size: 8.5pt; }
      .hash { font-size: 6.5pt; min-width: 0; }
      mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      .cards, .others { columns: 2; }
      .others { font-size: 8.5pt; }
    }
    """
}
