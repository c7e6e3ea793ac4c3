"""How the page looks, on the screen and on paper (A4 or Letter)."""

STYLE = """
:root { color-scheme: light; --ink: #1c2430; --soft: #5b6675; --line: #d9dee5; --band: #f4f6f8; --blue: #0072b2; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; }
body { font: 15px/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 2.25rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink); font-size: 1.15rem; }
header p { margin: .4rem 0 0; color: var(--soft); }
a { color: var(--blue); }
table { width: 100%; border-collapse: collapse; font-size: .92rem; }
th { text-align: left; color: var(--soft); font-weight: 600; border-bottom: 1px solid var(--ink); }
th, td { padding: .35rem .75rem .35rem 0; vertical-align: top; overflow-wrap: break-word; }
tbody tr { border-top: 1px solid var(--line); }
.events { table-layout: fixed; }
.events th:nth-child(1) { width: 18%; }
.events th:nth-child(2), .events th:nth-child(5), .events th:nth-child(6) { width: 12%; }
td:last-child { white-space: nowrap; }
.events td:last-child { white-space: normal; }
.events tr.quote { border-top: 0; }
.events tr.quote td { padding-top: 0; color: var(--soft); font-size: .86rem; }
.cancelled td:nth-child(5), .denied td:nth-child(5) { color: #b3261e; text-decoration: line-through; }
.planned td:nth-child(5), .proposed td:nth-child(5), .unknown td:nth-child(5) { font-style: italic; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: 0 0 1rem; padding: 0; list-style: none; }
.counts b { font-size: 1.35rem; }
.scroll { overflow-x: auto; }
.chart { display: block; width: 100%; min-width: 40rem; height: auto; }
.chart { font: 12px system-ui, "Liberation Sans", sans-serif; }
.chart text { fill: var(--ink); }
.chart .tick { fill: var(--soft); font-size: 11px; }
.chart line { stroke: var(--line); }
.chart .band { fill: var(--band); }
.real { fill: var(--blue); }
.unsure { fill-opacity: .35; stroke: var(--blue); stroke-width: .75; stroke-dasharray: 1 2; }
.planned, .proposed { fill: #e5f1f9; stroke: var(--blue); stroke-width: 1.2; stroke-dasharray: 4 2; }
.cancelled, .denied { fill: #fbe9e7; stroke: #b3261e; stroke-width: 1.2; }
.unknown { fill: #fff3cd; stroke: #8a6d00; stroke-dasharray: 1 2; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0 0; }
.legend { color: var(--soft); font-size: .85rem; }
ol { padding-left: 2rem; }
@media (max-width: 40rem) {
  .events thead { display: none; }
  .events tr { display: block; padding: .3rem 0; }
  .events td { display: inline-block; padding: 0 .5rem 0 0; }
  .events td:first-child { display: block; width: auto; color: var(--soft); }
  .events td:empty { display: none; }
}
@media print {
  @page { margin: 16mm; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .chart { min-width: 0; }
  h2, .chart { break-inside: avoid; break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  tr:has(+ tr.quote) { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
