import type { Claim } from '@concord/programme';
import type { ViewAsked } from '../envelope.ts';
import { type EvidenceRow, evidenceList } from '../evidence/list.ts';
import { controlLibrary, type LibraryRow } from '../library/control-library.ts';
import { type Masked, visibleClaim } from '../reader.ts';
import { date, type FlatTable, flatTable, integer, paged, text, truth } from './flat-table.ts';

/** The control library, what is claimed of it, and what shows that it works: as the reader may see them. */
export function libraryTables(asked: ViewAsked): readonly FlatTable[] {
  return [...controlTables(asked), ...claimTables(asked), ...evidenceTables(asked)];
}

function controlTables(asked: ViewAsked): readonly FlatTable[] {
  const { programme } = asked;
  const records = () =>
    paged<LibraryRow>((offset, limit) =>
      controlLibrary(asked, { offset, limit, sort: 'code', direction: 'ascending', facets: false }),
    );
  const whole = ({ id }: LibraryRow) => programme.controls.controls.get(id);
  return [
    flatTable<LibraryRow>(
      { name: 'controls', meaning: 'What the organisation does: each control of the library once' },
      [
        text('id', 'Id of the control; never changes', ({ id }) => id),
        text('code', 'Code by which people know it', ({ code }) => code),
        text('name', 'Its name', ({ name }) => name),
        text('statement', 'What is done', (row) => whole(row)?.statement),
        text('family', 'Group in the library', ({ family }) => family),
        text('owner', 'Id of the person who answers for it (people.id)', ({ owner }) => owner),
        text('frequency', 'Id of how often it is shown to work', ({ frequency }) => frequency),
        text('design', 'draft or accepted', ({ design }) => design),
        text(
          'implementation',
          'How far it is in practice on the day',
          ({ implementation }) => implementation,
        ),
        text('freshness', 'How fresh what shows that it works is, on the day', ({ freshness }) => freshness),
        date(
          'fresh_until',
          'Last day on which that counts; none where it failed',
          ({ freshness, freshUntil }) => (freshness === 'failed' ? undefined : freshUntil),
        ),
        integer('claims', 'Claims on requirements that are not withdrawn', ({ claims }) => claims),
        integer(
          'unconfirmed',
          'Of these, claims that nobody has confirmed',
          ({ unconfirmed }) => unconfirmed,
        ),
        truth('retired', 'Whether it is retired on the day', ({ retired }) => retired),
        date('retired_on', 'Day on which it was retired', (row) => whole(row)?.retiredOn),
      ],
      records,
    ),
    flatTable<{ row: LibraryRow; scope: string }>(
      {
        name: 'control_scopes',
        meaning: 'Scopes that a control operates in; none means the whole organisation',
      },
      [
        text('control', 'controls.id', ({ row }) => row.id),
        text('scope', 'Id of the scope', ({ scope }) => scope),
      ],
      function* () {
        for (const row of records()) for (const scope of whole(row)?.scopes ?? []) yield { row, scope };
      },
    ),
  ];
}

function claimTables({ programme, reader }: ViewAsked): readonly FlatTable[] {
  const records = function* (): Generator<Masked<Claim>, void> {
    for (const claim of programme.controls.claims.values()) {
      if (claim.state === 'withdrawn') continue;
      const seen = visibleClaim(programme, reader, claim);
      if (reader.sees === 'all' || seen.controls.length > 0) yield seen;
    }
  };
  return [
    flatTable<Masked<Claim>>(
      {
        name: 'claims',
        meaning: 'What controls are said to be to a requirement; withdrawn claims are left out',
      },
      [
        text('id', 'Id of the claim', ({ id }) => id),
        text('framework', 'frameworks.id', ({ framework }) => framework),
        text('requirement', 'requirements.requirement', ({ requirement }) => requirement),
        text('contribution', 'meets, equals, part or contributes', ({ contribution }) => contribution),
        text('state', 'proposed or confirmed', ({ state }) => state),
        text('confidence', 'low, medium or high', ({ confidence }) => confidence),
        text('rationale', 'Why', ({ rationale }) => rationale),
        text('stated_by', 'people.id', ({ by }) => by),
        text('confirmed_by', 'people.id', ({ confirmedBy }) => confirmedBy),
        integer(
          'hidden_controls',
          'Controls of it that the reader may not see',
          ({ hiddenControls }) => hiddenControls,
        ),
        integer('position', 'Entry of the ledger that it came with', ({ seq }) => seq),
      ],
      records,
    ),
    flatTable<{ claim: string; control: string }>(
      {
        name: 'claim_controls',
        meaning: 'Controls of a claim; of a joint claim several, which meet it together',
      },
      [
        text('claim', 'claims.id', ({ claim }) => claim),
        text('control', 'controls.id', ({ control }) => control),
      ],
      function* () {
        for (const { id, controls } of records())
          for (const control of controls) yield { claim: id, control };
      },
    ),
  ];
}

function evidenceTables(asked: ViewAsked): readonly FlatTable[] {
  const records = () =>
    paged<EvidenceRow>((offset, limit) => {
      const list = evidenceList(asked, { offset, limit });
      return 'refusal' in list ? { total: 0, rows: [] } : list;
    });
  return [
    flatTable<EvidenceRow>(
      { name: 'evidence', meaning: 'Pieces of evidence collected by the day, the one recorded last first' },
      [
        text('id', 'Id of the piece', ({ id }) => id),
        text('title', 'What it is', ({ title }) => title),
        text('kind', 'upload, link or record', ({ kind }) => kind),
        text('outcome', 'What it shows: works, fails or neutral', ({ outcome }) => outcome),
        date('collected_on', 'Day on which it was collected', ({ collectedOn }) => collectedOn),
        date('covers_from', 'First day of the time it speaks of', ({ coversFrom }) => coversFrom),
        date('covers_to', 'Last day of that time', ({ coversTo }) => coversTo),
        text('freshness', 'How it stands on the day', ({ freshness }) => freshness),
        date('until', 'Last day on which it counts', ({ until }) => until),
        date('grace_until', 'Last day of grace after that', ({ graceUntil }) => graceUntil),
        text('link', 'Where it lies, when it is a link', ({ link }) => link),
        text('file_sha256', 'SHA-256 of the file', ({ file }) => file?.hash),
        text('file_name', 'Name of the file', ({ file }) => file?.name),
        integer('file_size', 'Bytes of the file', ({ file }) => file?.size),
        text('version_of', 'evidence.id that it replaces', ({ versionOf }) => versionOf),
        text('recorded_by', 'people.id; a collector has an id of its own', ({ by }) => by),
        integer(
          'hidden_controls',
          'Controls it serves that the reader may not see',
          ({ hiddenControls }) => hiddenControls,
        ),
        integer('position', 'Entry of the ledger that it came with', ({ seq }) => seq),
      ],
      records,
    ),
    flatTable<{ evidence: string; control: string }>(
      { name: 'evidence_controls', meaning: 'Controls that a piece of evidence serves' },
      [
        text('evidence', 'evidence.id', ({ evidence }) => evidence),
        text('control', 'controls.id', ({ control }) => control),
      ],
      function* () {
        for (const { id, controls } of records())
          for (const control of controls) yield { evidence: id, control };
      },
    ),
  ];
}
