/** How drawings stand on the page: solid is met, hatched is possible and not proven, outlined is a gap. */
export const drawnStyle = `
.interval{display:flex;gap:2px;height:.75rem}
.interval i,.legend i,.bar i{border:1px solid var(--bar)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;margin:.5rem 0 1rem;padding:0}
.legend i{display:inline-block;width:1.25rem;height:.5rem;margin-inline-end:.5rem}
.legend .is-target{width:3px;height:.9rem;vertical-align:-.1rem}
.legend-title{margin:.75rem 0 0}
.is-met,.is-done{background:var(--bar)}
.is-possible{background:repeating-linear-gradient(135deg,var(--bar) 0 1px,var(--paper) 1px 4px)}
.interval .is-gap,.legend .is-gap,.bar .is-gap{border-color:var(--edge)}
.bars{min-width:34rem}
.bars th:first-child{width:18%;font-weight:600}
.bars td:nth-child(3){width:15%}
.bars .change{width:12%}
.bars thead th:first-child{font-weight:500}
.bars td:nth-child(2){width:28%;padding-inline-end:1rem}
.bars td,.bars tbody th{vertical-align:middle}
.bar{display:block;position:relative;height:1.1rem}
.bar i{position:absolute;top:.2rem;bottom:.2rem}
.bar .is-target,.legend .is-target{border:0;background:var(--ink)}
.bar .is-target{top:0;bottom:0;width:3px;margin-left:-2px;box-shadow:0 0 0 1.5px var(--paper)}
.heat{min-width:50rem;border-collapse:separate;border-spacing:3px}
.heat th{position:sticky;left:0;width:8.5rem;padding:.3rem .5rem .3rem 0;border:0;background:var(--paper)}
.heat td{padding:.3rem .4rem;border:0;font-size:.75rem;line-height:1.35;overflow-wrap:break-word}
.heat td b{font-size:.9375rem;font-weight:600}
.heat .filler{background:none}
.is-l0{background:var(--l0);color:var(--on0)}
.is-l1{background:var(--l1);color:var(--on1)}
.is-l2{background:var(--l2);color:var(--on2)}
.is-l3{background:var(--l3);color:var(--on3)}
.is-l4{background:var(--l4);color:var(--on4)}
.heat .is-none,.legend .is-none{border:1px dashed var(--edge)}
.legend .is-l0,.legend .is-l1,.legend .is-l2,.legend .is-l3,.legend .is-l4{height:.75rem;border-color:var(--edge)}
.timeline{min-width:46rem}
.timeline th:first-child{width:30%}
.timeline tbody th{font-weight:500}
.timeline td:nth-child(2){position:relative;width:44%;padding:0 1rem 0 0}
.timeline td,.timeline tbody th{vertical-align:middle}
.timeline tfoot td{border:0}
.days{position:absolute;inset:0 1rem 0 0}
.days i{position:absolute;top:calc(50% - .3rem);height:.6rem;min-width:2px;border:1px solid var(--bar);background:var(--paper)}
.days .is-done{background:var(--bar)}
.days .is-late,.legend .is-late{border:2px solid var(--gap)}
.days .is-late::after,.legend .is-late::after{content:"";position:absolute;left:calc(100% + .25rem);top:-.05rem;border:.3rem solid transparent;border-top:0;border-bottom:.55rem solid var(--gap)}
.legend .is-late{position:relative;margin-inline-end:1.25rem}
.days .tick,.days .day{top:0;bottom:0;height:auto;min-width:0;width:0;border:0;border-left:1px solid var(--line2)}
.days .day{border-left:2px solid var(--ink);margin-left:-1px}
.days .is-before,.days .is-after{min-width:0;background:none;border:.35rem solid transparent;height:0}
.days .is-before{left:0;border-left:0;border-right-color:var(--bar)}
.days .is-after{right:0;border-right:0;border-left-color:var(--bar)}
.labels{display:block;position:relative;height:1.25rem;font-size:.8125rem;white-space:nowrap}
.labels>*{position:absolute;bottom:0}
.labels b{bottom:auto;text-align:center;font-weight:600}
@media screen and (max-width:40rem){.heat th{width:6.5rem}
.bars,.bars tbody{display:block;min-width:0}
.bars thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.bars tr{display:grid;grid-template-columns:1fr auto auto;gap:.125rem 1rem;padding:.5rem 0;border-bottom:1px solid var(--line2)}
.bars tbody th,.bars tbody td{width:auto!important;padding:0;border:0}
.bars tbody td:nth-child(2),.bars tbody td:last-child{grid-column:1/-1}
.bars tbody td:nth-child(2){grid-row:2}
.timeline{min-width:0}
.timeline th:first-child{width:55%}
.timeline td:nth-child(2),.of-timeline{display:none}}
@media print{.bars,.heat,.timeline{min-width:0}.heat{break-inside:avoid}.heat th{position:static}
.interval i,.bar i,.legend i,.days i,.heat td,.panel{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
