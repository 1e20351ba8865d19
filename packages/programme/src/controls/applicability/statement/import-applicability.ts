import { type SentDocument, starterLibrary } from '@concord/catalog';
import { z } from 'zod';
import {
  type Circumstances,
  count,
  type Decision,
  id,
  type Notice,
  refuse,
  text,
  valueOn,
} from '../../../foundation/index.ts';
import { adoptedEdition, refuseUnadopted } from '../../../governance/index.ts';
import {
  type ApplicabilityDecision,
  applicabilityKey,
  applicabilityScope,
  reasonKinds,
} from '../../applicability.ts';
import { Faults, type PersonNamed } from '../../library/index.ts';
import type { WithControls } from '../../state.ts';
import { decideEach, type Placed, saysSame } from '../decisions/many.ts';
import { BesideTaken, type PlacedBeside } from './beside.ts';
import { type StatementSheet, statementOn } from './columns.ts';
import { readStatement, type StatementRead } from './read-rows.ts';

export const importApplicabilityInput = z.strictObject({
  framework: id.describe('Id of the framework that the statement decides of'),
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'is no SHA-256 of a file')
    .meta({
      fromFile: 'sent',
      description:
        'XLSX, CSV or TSV; SHA-256 of a file sent before with `files add`; on the command line a path will do',
    }),
  sheet: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Only this sheet; every one that decides when left out'),
  scope: id.optional().describe('Scope of the decisions; the scope of the adoption when left out'),
  reasonKind: z
    .enum(reasonKinds)
    .default('business')
    .describe('Kind of a justification that does not say its own'),
  reasonOtherwise: text(1000)
    .optional()
    .describe('Reason for what is applicable and gives none; such a row is at fault when left out'),
  position: count
    .pipe(z.number().min(1))
    .optional()
    .describe('Position of the ledger that the file shows; what was decided anew since is at fault'),
});

export type StatementTakenIn = Omit<z.infer<typeof importApplicabilityInput>, 'file'> & {
  readonly document: SentDocument;
  readonly people: readonly PersonNamed[];
};

const mostRows = 5000;

/**
 * Takes in the decisions of a Statement of Applicability that was kept elsewhere, or of one that we wrote. Whom that names,
 * when it is looked at again and which obligations it names comes in where it is found here, else it stays as it is and
 * is told; what is in place follows from the controls and is not taken in.
 * All or nothing: every fault is in `errors` of the refusal `table.faults`, with its cell.
 */
export function importApplicability(
  state: WithControls,
  input: StatementTakenIn,
  now: Circumstances,
): Decision {
  const edition = adoptedEdition(state.governance, input.framework);
  if (!edition) return refuseUnadopted(state, input.framework);
  const faults = new Faults();
  const sheets = sheetsOf(input, faults);
  if ('refusal' in sheets) return sheets;
  const { byCode } = state.controls;
  const { reasonKind, reasonOtherwise, document } = input;
  const ofStarter = new Set(starterLibrary().controls.map(({ code }) => code));
  const isOwn = (code: string) => byCode.has(code) || ofStarter.has(code);
  const read = readStatement({ faults, edition, reasonKind, reasonOtherwise, isOwn }, sheets);
  const scope = applicabilityScope(state, input);
  const { framework, people } = input;
  const taken = new BesideTaken(state, {
    framework,
    scope,
    people,
    today: now.today,
    strangers: faults.strangers,
  });
  const placed = read.placed.map((each) =>
    withBeside(state, input, { placed: each, taken, today: now.today }),
  );
  const made = decideEach(state, { ...input, placed }, now);
  if ('errors' in made) for (const error of made.errors) faults.take(error);
  const beside = faults.strangers.told();
  const refused = faults.refusal(document.name);
  if (refused) return { refusal: { ...refused.refusal, beside } };
  if ('errors' in made) throw new Error('what was refused is a fault');
  const { facts, ...counts } = made;
  const told = [...noticesOf(read, sheets), ...taken.notices()];
  return { facts, notices: [{ code: 'applicability.decided', params: counts }, ...told], beside };
}

function sheetsOf({ document, sheet }: StatementTakenIn, faults: Faults) {
  const { name } = document;
  const all = document.kind === 'sheets' ? document.sheets : [];
  if (sheet !== undefined && !all.some((each) => each.name === sheet)) {
    const known = all.map((each) => each.name).join(', ') || '–';
    return refuse('refused', 'table.sheet', { sheet, known, at: 'sheet' });
  }
  const wanted = all.filter((each) => sheet === undefined || each.name === sheet);
  const sheets = wanted.flatMap((each) => statementOn(each, faults) ?? []);
  if (sheets.length === 0) return refuse('refused', 'table.no-statement', { file: name, at: 'file' });
  const rows = sheets.reduce((sum, each) => sum + each.rows.length, 0);
  if (rows <= mostRows) return sheets;
  return refuse('refused', 'table.too-many-rows', { file: name, count: rows, limit: mostRows, at: 'file' });
}

interface ToTake {
  readonly placed: PlacedBeside;
  readonly taken: BesideTaken;
  readonly today: string;
}

/** What the file says beside a decision and is here; where it says nothing, what is kept of the decision that holds. */
function withBeside(state: WithControls, input: StatementTakenIn, { placed, taken, today }: ToTake): Placed {
  const { at, decision, beside } = placed;
  const key = applicabilityKey(applicabilityScope(state, input), input.framework, decision.requirement);
  const before = valueOn(state.controls.applicability.get(key) ?? [], today);
  const kept = before?.applicable === decision.applicable ? before : undefined;
  const reasons = kept ? answering(kept, decision.reasons) : decision.reasons;
  const said = {
    owner: kept?.owner,
    reviewOn: kept?.reviewOn,
    ...taken.owner(beside),
    ...taken.review(beside),
  };
  const whole = { ...taken.withObligations({ ...decision, reasons }, beside), ...said };
  taken.dated(beside);
  // What changes is not looked at again on a day that is past.
  if ((kept && saysSame(kept, whole)) || !taken.reviewPassed(whole.reviewOn)) return { at, decision: whole };
  return { at, decision: { ...whole, reviewOn: undefined } };
}

/** Each reason with the obligation that the same one has in the decision that holds. */
function answering(
  kept: ApplicabilityDecision,
  reasons: Placed['decision']['reasons'],
): Placed['decision']['reasons'] {
  const left = [...kept.reasons];
  return reasons.map((reason) => {
    const at = left.findIndex(({ kind, text: said }) => kind === reason.kind && said === reason.text);
    const [same] = at < 0 ? [] : left.splice(at, 1);
    return same?.obligation === undefined ? reason : { ...reason, obligation: same.obligation };
  });
}

const mostNamed = 12;

function named(codes: readonly string[]): string {
  return [...codes.slice(0, mostNamed), ...(codes.length > mostNamed ? ['…'] : [])].join(', ');
}

function noticesOf({ open, own, inPlace }: StatementRead, sheets: readonly StatementSheet[]): Notice[] {
  const others = [...new Set(sheets.flatMap((each) => each.others))];
  return [
    ...(open > 0 ? [{ code: 'applicability.left-open', params: { count: open } }] : []),
    ...(own.length === 0
      ? []
      : [{ code: 'applicability.own-passed-over', params: { count: own.length, codes: named(own) } }]),
    ...(inPlace > 0 ? [{ code: 'applicability.in-place-left', params: { count: inPlace } }] : []),
    ...(others.length > 0
      ? [{ code: 'applicability.columns-left', params: { columns: others.slice(0, 12).join(', ') } }]
      : []),
  ];
}
