/// The look of a report: light and dark, wide and narrow, on paper.
enum ReportStyle {
  /// The style sheet. Every pair of text and ground has a contrast of at least 4.5 to 1.
  static let sheet = colors + text + figures + notes + narrow + paper

  private static let colors = """
    :root {
      color-scheme: light dark;
      --ground: #fdfcfa; --sheet: #ffffff; --ink: #1d1c1a; --soft: #5d5a55; --rule: #d9d5cd;
      --link: #1c4f82; --mark: #fdeeb5; --alert: #9c2415; --calm: #35603c; --target: #fff6d6;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "Book Antiqua",
        Georgia, "Liberation Serif", serif;
      --sans: "Helvetica Neue", Arial, "Liberation Sans", system-ui, sans-serif;
      --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #171614; --sheet: #1f1d1b; --ink: #e9e6df; --soft: #b3aea4; --rule: #3d3a35;
        --link: #8fbbe8; --mark: #5a4a12; --alert: #f2998a; --calm: #93c79b; --target: #322c16;
      }
    }

    """

  private static let text = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 1.0625rem/1.6 var(--serif); overflow-wrap: break-word; }
    .report { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.25rem 5rem; }
    .report > p, .report > ul, .report > ol, .report > blockquote, .report > pre, .text > p,
    .text dl { max-width: 44rem; }
    p { margin: 0 0 .75em; }
    a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
    a:focus-visible, [tabindex]:focus-visible, summary:focus-visible {
      outline: .18rem solid var(--link); outline-offset: .15rem; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--sheet); z-index: 1; }
    h1, h2, h3, h4, h5, h6 { font-family: var(--serif); font-weight: 600; line-height: 1.2;
      text-wrap: balance; }
    h1 { font-size: clamp(1.7rem, 4.2vw, 2.5rem); margin: 0 0 1.25rem; letter-spacing: -.01em;
      max-width: 56rem; }
    h2 { font-size: 1.6rem; margin: 3.2rem 0 1rem; padding-top: .9rem; border-top: 1px solid var(--rule); }
    h3 { font-size: 1.2rem; margin: 2rem 0 .6rem; }
    h4, h5, h6 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
    nav { font: .9rem/1.5 var(--sans); }
    nav ol { list-style: none; margin: 0 0 1.5rem; padding: 0; display: flex; flex-wrap: wrap;
      gap: .25rem 1.1rem; }
    nav a { display: inline-block; padding: .2rem 0; }
    img { max-width: 100%; height: auto; }
    pre, code { font-family: var(--mono); font-size: .86em; }
    pre { overflow-x: auto; padding: .8rem 1rem; background: var(--sheet); border: 1px solid var(--rule); }
    blockquote { margin: 0 0 .75em; padding-left: 1rem; border-left: .2rem solid var(--rule);
      color: var(--soft); }
    q { unicode-bidi: isolate; quotes: "“" "”"; color: var(--soft); }
    .label { font-style: italic; }
    .hedge, .missing { color: var(--alert); font-style: normal; font-size: .92em; }
    .entity { text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); }
    .notes { font: .8em var(--sans); }
    .broken { border: 2px solid var(--alert); padding: .8rem 1rem; margin: 1.5rem 0; }
    .broken p { margin: 0; }
    .broken pre { margin: .5rem 0 0; }

    """

  private static let figures = """
    figure { margin: 1.8rem 0 2.2rem; }
    figcaption { color: var(--soft); font: .875rem/1.5 var(--sans); max-width: 52rem; }
    figcaption b { color: var(--ink); }
    .picture figcaption { margin-top: .6rem; }
    .tabular figcaption { margin-bottom: .7rem; }
    .drawing { overflow: auto; border: 1px solid var(--rule); border-radius: .25rem; }
    .drawing svg { display: block; width: auto; max-width: 100%; height: auto; margin: 0 auto; }
    .roomy .drawing svg { min-width: min(40rem, 200vw); }
    .drawing:focus-visible { outline-offset: -.18rem; }
    .twin { margin-top: .5rem; }
    .twin summary { font: .875rem/1.5 var(--sans); color: var(--link); cursor: pointer;
      width: fit-content; padding: .2rem 0; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font: .875rem/1.45 var(--sans); }
    .report > table { width: auto; margin-bottom: 1rem; }
    th, td { text-align: left; vertical-align: top; padding: .42rem .9rem .42rem 0;
      border-bottom: 1px solid var(--rule); }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { font-weight: 600; font-size: .8rem; border-bottom: 1.5px solid var(--ink);
      vertical-align: bottom; }
    tbody th { font-weight: 500; min-width: 9rem; }
    td.long, th.long { min-width: 13rem; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .card { break-inside: avoid-page; border-top: 1px solid var(--rule); padding-top: .8rem;
      margin: 0 0 1.5rem; }
    .card > h2, .card > h3, .card > h4 { margin: 0 0 .4rem; font-size: 1.13rem; border: 0; padding: 0; }
    dl { margin: 0 0 .6rem; font: .875rem/1.5 var(--sans); }
    dt { display: inline; color: var(--soft); }
    dt::after { content: ": "; }
    dd { display: inline; margin: 0; }
    .card ul { margin: .4rem 0 0; padding-left: 1.1rem; font: .875rem/1.5 var(--sans); }
    .text dl div { margin-bottom: .4rem; }

    """

  private static let notes = """
    #evidence { margin-top: 3rem; }
    .source h3 { margin-top: 1.8rem; margin-bottom: .1rem; }
    .place { margin: .1rem 0 0; color: var(--soft); font: .8rem/1.5 var(--sans); overflow-wrap: anywhere; }
    ol.evidence { padding-left: 2.4rem; max-width: 46rem; }
    ol.evidence > li { margin-bottom: .9rem; break-inside: avoid; }
    ol.evidence > li::marker { font: .85rem var(--sans); color: var(--soft); }
    ol.evidence blockquote { margin: 0; padding: 0; border: 0; unicode-bidi: isolate; }
    mark { background: var(--mark); color: var(--ink); padding: .05em 0; }
    :target { background: var(--target); outline: .35rem solid var(--target); }
    .anchor:target { outline: 0; }

    """

  private static let narrow = """
    @media (max-width: 40rem) {
      body { font-size: 1rem; }
      .report { padding: 1.5rem 1rem 3rem; }
      h2 { margin-top: 2.5rem; }
      ol.evidence { padding-left: 1.9rem; }
    }

    """

  private static let paper = """
    @page { size: A4; margin: 16mm 16mm 18mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
    @media print {
      :root { color-scheme: light; --ground: #fff; --sheet: #fff; --ink: #000; --soft: #444;
        --rule: #bbb; --link: #000; --mark: #f3e6b0; --alert: #8c1d10; --calm: #2c5233;
        --target: transparent; }
      body { font-size: 9.5pt; line-height: 1.4; }
      .report { max-width: none; padding: 0; }
      nav, .skip, .twin summary { display: none; }
      a { text-decoration: none; }
      h1 { font-size: 22pt; margin-bottom: 5mm; }
      h2 { font-size: 14pt; margin: 7mm 0 3mm; padding-top: 2mm; break-after: avoid; }
      h3, h4, .source h3 { break-after: avoid; font-size: 10.5pt; }
      .source h3 { margin-top: 4mm; }
      figure { margin: 4mm 0; }
      .picture .drawing, .picture figcaption { break-inside: avoid; }
      .tabular figcaption, thead { break-after: avoid; }
      .drawing, .table { overflow: visible; }
      .drawing { border: 0; }
      .roomy .drawing svg { min-width: 0; }
      .drawing svg { max-height: 200mm; }
      tr, ol.evidence > li { break-inside: avoid; }
      thead { display: table-header-group; }
      table, figcaption, dl, .card ul { font-size: 8pt; }
      thead th { font-size: 7.5pt; }
      th, td { padding: .16rem .6rem .16rem 0; }
      tbody th { min-width: 24mm; }
      td.long, th.long { min-width: 0; }
      .more td { border-top: 0; }
      .card { break-inside: auto; margin-bottom: 3mm; padding-top: 1.5mm; }
      .card li { break-inside: avoid; }
      ol.evidence { max-width: none; columns: 2; column-gap: 8mm; padding-left: 0; margin: 2mm 0;
        list-style-position: inside; }
      ol.evidence > li { margin-bottom: 1.6mm; font-size: 8pt; line-height: 1.3; }
      ol.evidence > li::marker { font: 8pt var(--sans); }
      ol.evidence blockquote { display: inline; color: #000; }
      ol.evidence .place { display: inline; font-size: 6.5pt; }
      .around { display: none; }
      .place { font-size: 7.5pt; }
      mark { background: none; }
      .twin::details-content { display: block; content-visibility: visible; block-size: auto; }
    }

    """
}
