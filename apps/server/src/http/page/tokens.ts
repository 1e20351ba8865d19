/** The colours, type and spaces of the look. No other file of the page names a colour. */
const light = `color-scheme:light;
--paper:#FBFAF7;--surface:#FFFFFF;--sunken:#F3F1EB;--hover:#EFECE4;--line:#E4E0D6;--line2:#CDC8BC;--edge:#8B877D;
--ink:#1B1D22;--ink2:#454952;--ink3:#60646C;--accent:#27448F;--on-accent:#FFFFFF;--bar:#2F4171;
--ok:#1A6A45;--part:#8A5100;--gap:#B0261C;--gap-t:#FBE8E5;--sup:#0C6472;--unk:#595E67;--conf:#78308C;
--stale:#6B5A3C;--stale-t:#F3ECDD`;

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
export const tokens = `:root{${light};${type}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}`;
