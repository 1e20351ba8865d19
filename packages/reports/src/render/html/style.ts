/** The look's tokens, light and, on a screen that is set so, dark; the page as it stands on screen and prints. No fonts are fetched: the reader's own serve. */
export const style = `
:root{--ink:#1B1D22;--ink2:#454952;--ink3:#60646C;--line2:#CDC8BC;--edge:#8B877D;--bar:#2F4171;--paper:#FFFFFF;
--met:#1A6A45;--partly:#8A5100;--gap:#B0261C;--supported:#0C6472;--unknown:#595E67;--stale:#6B5A3C;--conflict:#78308C;--excluded:#60646C;
--sans:"IBM Plex Sans",system-ui,sans-serif;--serif:"Source Serif 4",Georgia,serif}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--ink:#ECEAE4;--ink2:#BFC1C6;--ink3:#9B9FA8;--line2:#434852;--edge:#747A85;--bar:#B4C1E6;--paper:#15171B;
--met:#72CB9C;--partly:#E6B566;--gap:#FF9C90;--supported:#6FC9D8;--unknown:#A9AEB8;--stale:#CDB98F;--conflict:#DA9FEA;--excluded:#9B9FA8}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:2rem;background:var(--paper);color:var(--ink);font:.875rem/1.45 var(--sans);
font-variant-numeric:lining-nums tabular-nums;overflow-wrap:anywhere}
header,footer{color:var(--ink3)}
footer{margin-top:2rem;border-top:1px solid var(--line2);padding-top:.5rem}
h1,h2,h3{font-family:var(--serif);font-weight:500;line-height:1.25;break-after:avoid}
h1{color:var(--ink);font-size:2.125rem;margin:.25rem 0}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
h3{font-size:1rem;margin:1.5rem 0 .5rem}
p{max-width:44rem;margin:.25rem 0 .75rem;white-space:pre-line}
.status{font:1.25rem/1.4 var(--serif);color:var(--ink2)}
dl{display:grid;grid-template-columns:8rem 1fr;gap:.375rem 1rem;margin:0;padding:.75rem 0;border-block:1px solid var(--ink)}
dt{color:var(--ink3)}
dd{margin:0;white-space:pre-line}
.figures{display:flex;flex-wrap:wrap;gap:1rem 2rem;list-style:none;margin:2rem 0;padding:0}
.figures li{display:flex;gap:.75rem;align-items:center;max-width:15rem}
.figures b{flex:none;font:500 2.125rem/1.2 var(--serif)}
.interval{display:flex;gap:2px;height:.75rem}
.interval i,.legend i{border:1px solid var(--bar)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;margin:.5rem 0;padding:0}
.legend i{display:inline-block;width:1.25rem;height:.5rem;margin-inline-end:.5rem}
.is-met{background:var(--bar)}
.is-possible{background:repeating-linear-gradient(135deg,var(--bar) 0 1px,transparent 1px 4px)}
.interval .is-gap,.legend .is-gap{border-color:var(--edge)}
.note{display:grid;grid-template-columns:8rem 1fr;gap:1rem;margin:0}
.note b{font-weight:600}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;table-layout:fixed}
.wide{min-width:50rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:start;vertical-align:top;padding:.375rem .5rem .375rem 0;border-bottom:1px solid var(--line2);white-space:pre-line}
thead th{overflow-wrap:normal;font-weight:500;color:var(--ink2);vertical-align:bottom;border-bottom:1px solid var(--ink)}
tbody th{font-weight:400;overflow-wrap:break-word}
tr{break-inside:avoid}
.form td{height:2.75rem;vertical-align:bottom}
.line{display:block}
.quiet{color:var(--ink3)}
.mark{display:grid;grid-template-columns:.75rem 1fr;gap:.4rem}
.mark svg{width:.75rem;height:.75rem;margin-top:.25rem}
.symbols{position:absolute;width:0;height:0}
@media print{@page{size:A4;margin:18mm}body{max-width:none;padding:0;font-size:9.5pt}table{font-size:8.5pt}.wide{min-width:0}.page-break{break-after:page}.scroll{overflow:visible}
.is-met,.is-possible{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@media (max-width:40rem){body{padding:1rem}dl,.note{grid-template-columns:1fr;gap:.125rem}}
`;
