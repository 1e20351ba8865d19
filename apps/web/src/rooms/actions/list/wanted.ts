import type { AnswerOf } from '@concord/operations/client';

export type ActionRow = AnswerOf<'actions list'>['rows'][number];

export const standings = ['open', 'late', 'done', 'dropped', 'all'] as const;
export type ActionStanding = (typeof standings)[number];

export const subjectKinds = [
  'control',
  'requirement',
  'obligation',
  'party',
  'issue',
  'document',
  'evidence',
  'target',
  'scope',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Whoever looks, so that an address means its reader; and nobody, for an address leaves out what is empty. */
export const mine = 'me';
export const nobody = '-';

/** What the list is narrowed by. */
export interface WantedActions {
  readonly standing: ActionStanding;
  readonly owner?: string | undefined;
  readonly about?: SubjectKind | undefined;
  readonly text: string;
}

type Search = Readonly<Record<string, string | undefined>>;

/** Open ones unless the address says otherwise; what it cannot mean is passed over, for people type addresses. */
export function wantedIn({ status, owner, about, q }: Search): WantedActions {
  return {
    standing: standings.find((each) => each === status) ?? 'open',
    owner,
    about: subjectKinds.find((each) => each === about),
    text: (q ?? '').trim().toLocaleLowerCase(),
  };
}

export function isWanted(
  row: ActionRow,
  { standing, owner, about, text }: WantedActions,
  me: string,
): boolean {
  return (
    isStanding(row, standing) &&
    isOwned(row.owner, owner, me) &&
    (about === undefined || row.closes.some(({ kind }) => kind === about)) &&
    [row.title, row.what, row.ownerName ?? '', ...row.about].some((said) =>
      said.toLocaleLowerCase().includes(text),
    )
  );
}

function isStanding({ status, overdue }: ActionRow, standing: ActionStanding): boolean {
  return standing === 'all' || (standing === 'late' ? overdue : status === standing);
}

/** Whether something belongs to whom the address names. */
export function isOwned(owner: string | undefined, wanted: string | undefined, me: string): boolean {
  if (wanted === undefined) return true;
  if (wanted === nobody) return owner === undefined;
  return owner === (wanted === mine ? me : wanted);
}

export type ActionState = 'late' | 'open' | 'done' | 'dropped';

export function stateOf({ status, overdue }: Pick<ActionRow, 'status' | 'overdue'>): ActionState {
  return overdue ? 'late' : status;
}

/** Open before closed, mine before others', then by the day; what was closed last comes first. */
export function inOrder(rows: readonly ActionRow[], me: string): readonly ActionRow[] {
  const keyOf = ({ status, owner, due = '9999', title }: ActionRow) =>
    `${status === 'open' ? 0 : 1}${owner === me ? 0 : 1}${due} ${title}`;
  const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  return [...rows].sort((one, other) =>
    one.status !== 'open' && other.status !== 'open'
      ? compare(other.closedOn ?? '', one.closedOn ?? '')
      : compare(keyOf(one), keyOf(other)),
  );
}
