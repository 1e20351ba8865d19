/** The colours and type of the look; nothing below this names a colour. */
const light = `color-scheme:light;
--paper:#FBFAF7;--surface:#FFFFFF;--sunken:#F3F1EB;--hover:#EFECE4;--line:#E4E0D6;--line2:#CDC8BC;--edge:#8B877D;
--ink:#1B1D22;--ink2:#454952;--ink3:#60646C;--accent:#27448F;--on-accent:#FFFFFF;--bar:#2F4171;
--ok:#1A6A45;--part:#8A5100;--gap:#B0261C;--gap-t:#FBE8E5;--sup:#0C6472;--unk:#595E67;--conf:#78308C;
--stale:#6B5A3C;--stale-t:#F3ECDD`;

/** For the one drawing that stands outside the page: dark enough on white, light enough on black. */
export const accentOnAnyGround = '#7F9BE6';

const dark = `color-scheme:dark;
--paper:#15171B;--surface:#1C1F24;--sunken:#101216;--hover:#24282E;--line:#2D3138;--line2:#434852;--edge:#747A85;
--ink:#ECEAE4;--ink2:#BFC1C6;--ink3:#9B9FA8;--accent:#A5B8F7;--on-accent:#121828;--bar:#B4C1E6;
--ok:#72CB9C;--part:#E6B566;--gap:#FF9C90;--gap-t:#3D1D1A;--sup:#6FC9D8;--unk:#A9AEB8;--conf:#DA9FEA;
--stale:#CDB98F;--stale-t:#2F2A1D`;

// Sizes in rem, so that the reader's own letter size counts: 1 rem is 16 px unless they chose otherwise.
const type = `
--t12:.75rem/1rem;--t13:.8125rem/1.25rem;--t14:.875rem/1.25rem;--t16:1rem/1.5rem;--t20:1.25rem/1.75rem;
--t26:1.625rem/2rem;--sans:"IBM Plex Sans Variable","IBM Plex Sans",system-ui,sans-serif;
--serif:"Source Serif 4 Variable","Source Serif 4",Georgia,serif;--mono:ui-monospace,"Liberation Mono",Menlo,monospace`;

/** Paper is always light; a screen follows what its reader prefers. */
const tokens = `:root{${light};${type}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}`;

const ground = `
*{box-sizing:border-box}
html{scroll-padding-top:3rem}
body{margin:0;min-width:0;background:var(--paper);color:var(--ink);font:var(--t13) var(--sans);font-variant-numeric:lining-nums tabular-nums;
overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
h1,h2,h3,p,ul,ol,dl,dd{margin:0}
ul,ol{padding:0}
ul[role=list]{list-style:none}
h1{font:500 var(--t26) var(--serif);letter-spacing:-.008em;text-wrap:balance}
h2{font:500 var(--t20) var(--serif)}
h3{font:600 var(--t14) var(--sans)}
h2 small{font:400 var(--t13) var(--sans);color:var(--ink3);margin-inline-start:.5rem}
small{font:var(--t12) var(--sans);color:var(--ink3)}
b{font-weight:600}
.quiet{color:var(--ink3)}
a{color:var(--accent);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:3px}
a:hover{text-decoration-thickness:2px}
:focus-visible,input:focus-within{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
main:focus{outline:0}
.rule{border-top:1px solid var(--ink);padding-top:.75rem;margin-top:1.5rem}
.lede,.sentence{font:400 var(--t16) var(--serif);max-width:46rem}
.lede{color:var(--ink2);margin-top:.5rem}
code{font:var(--t13) var(--mono);background:var(--sunken);border-radius:3px;padding:0 .25rem}
.commands{display:grid;gap:.25rem;margin:.5rem 0 .75rem;max-width:60rem}
.commands code{display:block;padding:.5rem .75rem;border-radius:4px;border:1px solid var(--line);white-space:pre-wrap;user-select:all}
.commands span{display:inline-block;max-width:100%}
.note,.as-of{padding:.5rem .75rem;border-inline-start:3px solid;border-radius:0 4px 4px 0;margin:.75rem 0;max-width:60rem}
.note.is-gap{border-color:var(--gap);background:var(--gap-t)}
.as-of{border-color:var(--stale);background:var(--stale-t);margin-top:0}
`;

const frame = `
.skip{position:absolute;inset-inline-start:1rem;top:-6rem;padding:.5rem .75rem;background:var(--accent);color:var(--on-accent);z-index:2}
.skip:focus{top:.5rem}
.symbols{position:absolute}
.top{display:flex;flex-wrap:wrap;align-items:start;justify-content:space-between;gap:.75rem 2rem;padding:.75rem 2rem;border-bottom:1px solid var(--line);background:var(--sunken)}
.brand{display:inline-flex;align-items:center;gap:.5rem;font:600 var(--t20) var(--serif);color:var(--ink);text-decoration:none}
.brand .mark{width:1.25rem;height:1.25rem;color:var(--accent)}
.selection{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:start}
.field{display:grid;grid-template-columns:auto 9.5rem;gap:.125rem .5rem;align-items:center}
.field small{grid-column:2;max-width:15rem}
.field .fault{color:var(--gap)}
label{color:var(--ink2)}
input,button{font:var(--t13) var(--sans);height:2rem;border-radius:4px;color:var(--ink);background:var(--surface);border:1px solid var(--edge);padding:0 .5rem;max-width:100%}
input[aria-invalid]{border-color:var(--gap);outline-color:var(--gap)}
button{font-weight:500;padding:0 .75rem;cursor:pointer}
button:hover{background:var(--hover)}
main,footer{max-width:90rem;margin:0 auto;padding:1.25rem 2rem}
footer{margin-top:2rem;border-top:1px solid var(--ink);color:var(--ink2);font:var(--t12) var(--sans);padding-bottom:2rem}
footer dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,auto));gap:.75rem 2rem;margin-bottom:1rem}
dt{color:var(--ink3)}
footer p{max-width:46rem}
footer code{font-size:.75rem;line-height:1rem}
.crumbs{color:var(--ink3);margin-bottom:.25rem}
.choice{padding-inline-start:0;list-style:none}
.choice li{padding:.375rem 0;font:var(--t16) var(--sans);border-bottom:1px solid var(--line)}
.steps{padding-inline-start:1.25rem}
.steps li,.sentences li{padding-inline-start:.25rem}
.overview ul{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr));gap:1rem 2rem}
.overview li{display:grid;gap:.25rem;align-content:start}
.overview a{font-weight:600;font-size:.875rem;justify-self:start}
.figure{font:500 var(--t26) var(--serif)}
`;

const views = `
.view{margin-top:3rem}
.view>.sentence{margin:.25rem 0 .75rem}
.view>h2:focus,.view h3:focus{outline:0}
.interval{display:block;border-radius:1px}
.frame{fill:none;stroke:var(--bar);stroke-width:2}
.bar{fill:var(--bar)}
.measure{max-width:46rem;margin-bottom:.75rem}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-top:.5rem;color:var(--ink2)}
.legend b{color:var(--ink)}
.swatch{margin-inline-end:.5rem}
.small-interval{display:inline-flex;align-items:center;gap:.5rem;font:400 var(--t12) var(--sans);color:var(--ink3);white-space:nowrap;margin-inline-start:.5rem}
.small-interval .interval{width:6rem;height:.5rem}
.groups ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.75rem 0}
.view section{margin-top:1.25rem}
.mark{width:.875rem;height:.875rem;flex:none;margin-top:.1875rem}
.cut{fill:none;stroke:var(--paper);stroke-width:1.7}
.standing{display:inline-flex;gap:.375rem;align-items:flex-start;margin-inline-end:.75rem;vertical-align:top}
.is-met>.mark,.is-sheet-fresh>.mark,.mark.is-met{color:var(--ok)}
.is-partly,.is-sheet-due{color:var(--part)}
.is-gap:not(.note),.is-sheet-missing,.is-sheet-failed,.fault{color:var(--gap)}
.is-supported{color:var(--sup)}
.is-unknown{color:var(--unk)}
.is-stale,.is-sheet-stale{color:var(--stale)}
.is-conflict{color:var(--conf)}
.is-excluded{color:var(--ink3)}
.marks{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(24rem,100%),1fr));gap:.25rem 2rem;margin-top:.5rem}
.marks .mark,.hints .mark,.hint .mark{margin:0 .375rem 0 0;vertical-align:-.125rem}
.back{margin-top:.75rem}
table{width:100%;border-collapse:collapse;table-layout:fixed}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{text-align:start;vertical-align:top;padding:.3125rem .75rem .3125rem 0;border-top:1px solid var(--line);font-weight:400}
thead th{font:500 var(--t12) var(--sans);color:var(--ink3);border:0;box-shadow:inset 0 -1px var(--edge);background:var(--paper);position:sticky;top:0}
td.title{font-weight:500}
td.none{color:var(--ink3)}
th.id{white-space:nowrap}
.code{display:inline-block;max-width:100%}
tbody th.id a{color:var(--ink2)}
.part th{padding-top:.75rem;font-weight:500;color:var(--ink2)}
.reason{display:block}
.reason b{font-weight:500;color:var(--ink2)}
th.id{width:7%}
th.title{width:20%}
.table-outcome th.title{width:auto}
th.state{width:15%}
th.applicable{width:8%}
th.in-place{width:6%}
th.reasons{width:20%}
th.addressee{width:9%}
th.deadline{width:13%}
th.target,th.beyond{width:17%}
th.controls,th.evidence{width:12%}
td.evidence .standing{display:flex;margin:0}
tbody tr:hover>*{background:var(--hover)}
`;

const why = `
.sentences{padding-inline-start:1.5rem;font:400 var(--t16) var(--serif);max-width:46rem}
.rule>h2+*{margin-top:.5rem}
.asked div{display:grid;grid-template-columns:11rem 1fr;gap:.125rem 1rem;padding:.25rem 0;max-width:60rem}
.rule>p{max-width:46rem}
.rule>p+ol,.rule>p+ul{margin-top:.5rem}
.chain,.chain ul{list-style:none}
.chain ul{margin-inline-start:.375rem;padding-inline-start:1rem;border-inline-start:1px solid var(--line2)}
.chain li{padding:.25rem 0}
.chain .standing{margin-inline-end:.25rem}
.hint{color:var(--sup);margin-inline-start:.5rem}
.hints{border-top:1px dashed var(--sup)}
.hints li{padding:.125rem 0}
.hints .mark{color:var(--sup)}
h1+.sentence{margin-top:.5rem}
h1+.sentence .mark{margin-top:.3125rem}
`;

/** Where the columns have no room a row is two lines and what else there is to say of it; its columns then name themselves. */
const narrow = `
@media screen and (max-width:70rem){
.top,main,footer{padding-inline:1rem}
.selection{width:100%}
.field{grid-template-columns:4.5rem minmax(0,9.5rem)}
.field small{max-width:none}
table,tbody,.part,.part th{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody tr{display:flex;flex-wrap:wrap;gap:0 .75rem;position:relative;padding:.5rem 0 .5rem 5.25rem;border-top:1px solid var(--line)}
tbody tr.part{display:block;padding:.75rem 0 0}
tbody th,tbody td{border:0;padding:0}
tbody th.id{position:absolute;inset-inline-start:0;width:auto}
tbody td.title{flex:0 0 100%}
td.none{display:none}
tbody td[data-label]::before{content:attr(data-label) ": ";color:var(--ink3)}
h2 small{display:block;margin:0}
tbody td[data-label]{font:var(--t12) var(--sans);line-height:1.25rem}
td.state .standing{margin:0}
td.evidence .standing{display:inline-flex;margin-inline-end:.5rem}
td.reasons{flex:0 0 100%}
.asked div{grid-template-columns:1fr}
.small-interval{margin-inline-start:0}
h3 .small-interval{display:flex}
}
@media (max-width:24rem){.field{grid-template-columns:1fr;width:100%}.field small{grid-column:1}}
`;

const print = `
@media print{
@page{size:A4 landscape;margin:14mm}
html{font-size:80%}
.skip,.selection,.overview,.groups,.back,.choice{display:none}
main,footer,.top{padding-inline:0;max-width:none;background:none}
a{color:inherit;text-decoration:none}
thead th{position:static;box-shadow:none;border-bottom:1px solid var(--edge)}
tr,li,h2,h3{break-inside:avoid}
h2,h3,thead,.part{break-after:avoid}
svg,.note,.as-of{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.head::after{content:" " attr(title)}
}`;

/** The whole of the page's style. */
export const style = [tokens, ground, frame, views, why, narrow, print].join('');
