import type { PackAsked } from '@concord/operations';
import { commands, type GuideFacts } from './guide-commands.ts';
import { germanGuide } from './guide-de.ts';
import { frenchGuide } from './guide-fr.ts';

const guides: Readonly<Record<string, (facts: GuideFacts) => string>> = { de: germanGuide, fr: frenchGuide };

/** How a pack is checked with tools that every system has, in the language that was asked for. */
export function packGuide({ name, on, knownAt, head, language }: PackAsked): string {
  const [spoken = ''] = language.toLowerCase().split('-');
  const write = guides[spoken] ?? englishGuide;
  return write({ name: inLine(name), on, knownAt, head });
}

function englishGuide({ name, on, knownAt, head }: GuideFacts): string {
  return `# How to check this pack

What it holds: the reports of ${name} as of ${on}, from what was known at position
${knownAt} of its ledger, the views that they were set from, and the files of evidence behind them.
You need no network and nothing of ours: \`openssl\` (3.0 or later), \`sha256sum\` and what every system
has beside it (\`find\`, \`cut\`, \`sort\`, \`uniq\`) do all of it.
Unpack it into an empty folder, open a terminal there, and run the four commands.

## 1. Nothing in it was changed

    ${commands.sums}

Silence is good. A file that is named was changed or is missing.

    ${commands.strays}

Silence is good here, too. The list covers every file of the pack but itself and its signature; what is
named is missing, or was put beside it: a file that the list does not name does not belong to the pack.

## 2. The list is ours

    ${commands.list}

## 3. The ledger stood where the reports say

    ${commands.head}

Both have to answer "Signature Verified Successfully". Line 3 of \`head/head.txt\` is the position and
line 4 the seal of the ledger there:

    ${head}

Every report has the same seal: whole at its end, under “Record of this copy”, in a workbook on the sheet
“About”, on the one page of the board summary in its last paragraph; and shortened to its first eight and
last four digits in the footer. It seals every entry before it, so nobody can change what was
recorded earlier and keep this seal.

## The key

A signature says as much as the key behind it. Compare the fingerprint with one that you had by another
way, such as an earlier pack or a printed report, which has it next to the whole seal (the board summary
has none):

    ${commands.key}

## What is where

| folder or file | what |
|---|---|
| reports/ | the reports, as documents |
| views/ | what each was set from, as JSON |
| files/ | files of evidence, of documents and of published reports; the name is the SHA-256 of the content |
| manifest.json | every file with what it is; for files of evidence their titles and controls; what was left out and why |
| head/ | the signed head of the ledger and the public key |
`;
}

/** A name that somebody typed, as one line of text that is no markup. */
function inLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
