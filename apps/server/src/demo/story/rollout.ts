import type { StarterControl } from '@concord/catalog';
import type { Part, Step } from '../step.ts';
import type { Calendar } from './ground/calendar.ts';
import type { Chance } from './ground/chance.ts';

/** Where a control stands when the history ends. `working` is fresh; `due` is within grace. */
export type Ending =
  | 'working'
  | 'due'
  | 'stale'
  | 'failed'
  | 'unshown'
  | 'planned'
  | 'partly'
  | 'retired'
  | 'not-of-use';

const endings: Readonly<Record<Exclude<Ending, 'working'>, readonly string[]>> = {
  planned: ['AST-08', 'PRI-02', 'SUP-08', 'IAM-11', 'INC-10'],
  partly: ['NET-03', 'BCM-05', 'AST-02', 'NET-05'],
  retired: ['DEV-06'],
  'not-of-use': ['NET-06'],
  failed: ['SUP-07', 'PHY-07', 'IAM-10', 'IAM-03', 'OPS-05'],
  stale: ['NET-01', 'OPS-01', 'PHY-08', 'COM-05', 'SUP-05', 'INC-04'],
  due: ['AUD-01', 'GOV-07', 'LOG-02', 'CRY-02', 'COM-01'],
  unshown: ['DEV-04', 'AST-07'],
};

export function endingOf(code: string): Ending {
  const found = Object.entries(endings).find(([, codes]) => codes.includes(code));
  return (found?.[0] as Ending | undefined) ?? 'working';
}

const corporate = [
  'Managing Director',
  'Company Secretary',
  'Legal Counsel',
  'Head of HR',
  'Facilities Manager',
  'Communications Lead',
  'Procurement Lead',
  'Data Protection Officer',
];
const operations = ['IT Operations Lead', 'Security Operations Lead', 'Head of Engineering', 'OT Engineer'];

/** Four people stand for all roles: whoever the library suggests is one of three. */
export function ownerOf({ suggestedOwner }: Pick<StarterControl, 'suggestedOwner'>): Part {
  if (corporate.includes(suggestedOwner)) return 'corporate';
  return operations.includes(suggestedOwner) ? 'operations' : 'ciso';
}

/** First and last day on which controls of a priority begin to operate. */
const begins = { 1: [24, 150], 2: [95, 380], 3: [290, 460] } as const;

/** The day on which each control begins to operate; what is urgent first. */
export function operatingFrom({ code, priority }: StarterControl, chance: Chance): number {
  const [first, last] = begins[priority];
  const at = first + chance.below(last - first);
  // A year has to have gone by for the evidence of some to have lapsed.
  if (endingOf(code) === 'stale') return Math.min(at, 60 + chance.below(40));
  if (endingOf(code) === 'retired') return 30;
  return endingOf(code) === 'unshown' ? 500 + chance.below(25) : at;
}

const owned = 12;

/** Owners first, then control by control: begun, put into practice. */
export function rollOut(
  { controls, from }: { controls: readonly StarterControl[]; from: ReadonlyMap<string, number> },
  calendar: Calendar,
  chance: Chance,
): Step[] {
  return controls.flatMap((control, place): Step[] => {
    const { code } = control;
    const ending = endingOf(code);
    const owner = ownerOf(control);
    const begin = from.get(code) ?? 0;
    const set = (at: number, input: object | Part, implementation?: string): Step => ({
      day: calendar.workday(at),
      by: 'ciso',
      command: 'controls set',
      input: ({ made }) => ({
        control: code,
        ...(typeof input === 'string' ? { owner: made(input) } : input),
        ...(implementation === undefined ? {} : { implementation }),
      }),
    });
    const given = set(owned + (place % 9), owner);
    if (ending === 'planned' || ending === 'not-of-use') return [given];
    const partly = set(Math.max(owned + 10, begin - 14 - chance.below(40)), {}, 'partly');
    if (ending === 'partly') return [given, partly];
    const works = set(begin, {}, 'operating');
    return begin > 70 || chance.happens(40) ? [given, partly, works] : [given, works];
  });
}
