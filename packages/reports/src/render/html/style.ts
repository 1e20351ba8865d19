/** The look's tokens, light and, on a screen that is set so, dark; the page as it stands on screen and prints. No fonts are fetched: the reader's own serve. */
export const style = `
:root{--ink:#1B1D22;--ink2:#454952;--ink3:#60646C;--line2:#CDC8BC;--edge:#8B877D;--bar:#2F4171;--paper:#FFFFFF;
--met:#1A6A45;--partly:#8A5100;--gap:#B0261C;--supported:#0C6472;--unknown:#595E67;--stale:#6B5A3C;--conflict:#78308C;--excluded:#60646C;--sunken:#F3F1EB;--accent:#27448F;
--l0:#F1EFE8;--l1:#E3E4E6;--l2:#C5CCDD;--l3:#8C9BC2;--l4:#3A4F88;--on0:#1B1D22;--on1:#1B1D22;--on2:#1B1D22;--on3:#1B1D22;--on4:#FFFFFF;
--sans:"IBM Plex Sans",system-ui,sans-serif;--serif:"Source Serif 4",Georgia,serif}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--ink:#ECEAE4;--ink2:#BFC1C6;--ink3:#9B9FA8;--line2:#434852;--edge:#747A85;--bar:#B4C1E6;--paper:#15171B;
--met:#72CB9C;--partly:#E6B566;--gap:#FF9C90;--supported:#6FC9D8;--unknown:#A9AEB8;--stale:#CDB98F;--conflict:#DA9FEA;--excluded:#9B9FA8;--sunken:#101216;--accent:#A5B8F7;
--l0:#1E2126;--l1:#282D36;--l2:#38435F;--l3:#5C70A8;--l4:#A5B8F7;--on0:#ECEAE4;--on1:#ECEAE4;--on2:#ECEAE4;--on3:#FFFFFF;--on4:#121828}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:2rem;background:var(--paper);color:var(--ink);font:.875rem/1.45 var(--sans);
font-variant-numeric:lining-nums tabular-nums;overflow-wrap:anywhere}
header,footer{color:var(--ink3)}
footer{margin-top:2rem;border-top:1px solid var(--line2);padding-top:.5rem}
h1,h2,h3,h4,.title{font-family:var(--serif);font-weight:500;line-height:1.25;break-after:avoid}
h1{color:var(--ink);font-size:2.125rem;margin:.25rem 0}
.level-1,.contents h2{font-size:1.25rem;margin:2rem 0 .5rem}
.level-2{font-size:1rem;margin:1.5rem 0 .5rem}
.level-3{font:600 .875rem/1.45 var(--sans);margin:1rem 0 .25rem}
p{max-width:44rem;margin:.25rem 0 .75rem;white-space:pre-line}
.status{font:1.25rem/1.4 var(--serif);color:var(--ink2)}
.lead{font:1.0625rem/1.5 var(--serif);color:var(--ink)}
a{color:var(--accent)}
.contents ul{margin:.25rem 0;padding:0;list-style:none}
.contents li{margin:.3rem 0}
.contents li li{margin-inline-start:1.25rem}
.contents a{text-decoration:none}
.contents a:hover{text-decoration:underline}
.columns{display:flex;flex-wrap:wrap;gap:.5rem 2rem}
.columns>div{flex:1 1 18rem;min-width:0}
.points{max-width:48rem;margin:.5rem 0;padding-inline-start:1.5rem}
.points li{margin:.35rem 0;padding-inline-start:.25rem;white-space:pre-line}
.points b{font-weight:600}
ol.points li::marker{font-family:var(--serif);color:var(--accent)}
.panel{margin:1.5rem 0;padding:1rem 1.25rem;background:var(--sunken);break-inside:avoid}
.title{margin:0;font-size:1.25rem;color:var(--ink)}
dl{display:grid;grid-template-columns:10.5rem 1fr;gap:.375rem 1rem;margin:0;padding:.75rem 0;border-block:1px solid var(--ink)}
.record{padding:.25rem 0 .75rem;border-block:0;border-bottom:1px solid var(--line2);break-inside:avoid}
dt{color:var(--ink3)}
dd{margin:0;white-space:pre-line}
.figures{display:flex;flex-wrap:wrap;gap:1rem 2rem;list-style:none;margin:2rem 0;padding:0}
.figures li{display:flex;gap:.75rem;align-items:center;max-width:15rem}
.figures b{flex:none;font:500 2.125rem/1.2 var(--serif)}
.note{display:grid;grid-template-columns:9rem 1fr;gap:1rem;margin:0 0 .5rem}
.note b{font-weight:600}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;table-layout:fixed}
.wide{min-width:50rem}
caption{text-align:start;font-weight:600;padding:.5rem 0 .25rem;border-top:1px solid var(--ink)}
.said caption{position:absolute;width:1px;height:1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:start;vertical-align:top;padding:.375rem .5rem .375rem 0;border-bottom:1px solid var(--line2);white-space:pre-line;hyphens:auto}
thead td{border-bottom:1px solid var(--ink)}
thead th{overflow-wrap:normal;font-weight:500;color:var(--ink2);vertical-align:bottom;border-bottom:1px solid var(--ink)}
tbody th{font-weight:400;overflow-wrap:break-word}
th .line:first-child:not(:only-child){font-weight:600}
tr{break-inside:avoid}
.form td{height:2.75rem;vertical-align:bottom}
.end{text-align:end;padding-inline-end:1rem}
.line{display:block}
.quiet{color:var(--ink3)}
.mark{display:grid;grid-template-columns:.75rem 1fr;gap:.4rem}
.mark svg{width:.75rem;height:.75rem;margin-top:.25rem}
.symbols{position:absolute;width:0;height:0}
@media print{@page{size:A4;margin:18mm}body{max-width:none;padding:0;font-size:9.5pt}table{font-size:8.5pt}.wide{min-width:0}.page-break{break-after:page}.scroll{overflow:visible}}
@media (max-width:40rem){body{padding:1rem}dl,.note{grid-template-columns:1fr;gap:.125rem}}
`;
