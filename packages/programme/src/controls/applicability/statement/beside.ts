import { localDate, type Notice } from '../../../foundation/index.ts';
import { holdsScope, type Obligation, type Strangers } from '../../../governance/index.ts';
import { type PersonNamed, somebody } from '../../library/index.ts';
import type { WithControls } from '../../state.ts';
import type { Placed } from '../decisions/many.ts';
import { isAnswered, withObligations } from '../decisions/reason.ts';

/** What a statement says beside a decision, as it is written there; '' where it says nothing. */
interface Beside {
  readonly owner: string;
  readonly review: string;
  /** Titles. */
  readonly obligations: readonly string[];
  /** It says when it was decided, or by whom in the cell of the answer. */
  readonly isDated: boolean;
}

export interface PlacedBeside extends Placed {
  readonly beside: Beside;
}

type Decision = Placed['decision'];

/** Where the statement decides, and when and from whose names it is read. */
interface Ground {
  readonly framework: string;
  readonly scope: string;
  readonly today: string;
  readonly people: readonly PersonNamed[];
  /** Hears who is nobody here. */
  readonly strangers: Strangers;
}

/** Takes in of what stands beside decisions whatever can be found here, and remembers the rest to be told. */
export class BesideTaken {
  readonly #state: WithControls;
  readonly #ground: Ground;
  readonly #personOf: (text: string) => string | undefined;
  /** Ids of obligations that hold, by title; several of one title tell nothing. */
  readonly #byTitle = new Map<string, readonly string[]>();
  readonly #obligationsLost = new Set<string>();
  readonly #ownersLost = new Set<string>();
  #reviewsLost = 0;
  #dated = 0;

  constructor(state: WithControls, ground: Ground) {
    this.#state = state;
    this.#ground = ground;
    this.#personOf = somebody(state, ground.people, ground.strangers);
    for (const { id, title, endedOn } of state.governance.obligations.values()) {
      const key = title.trim().toLowerCase();
      if (endedOn === undefined) this.#byTitle.set(key, [...(this.#byTitle.get(key) ?? []), id]);
    }
  }

  /** Who answers for it, or nothing where that is nobody here. */
  owner({ owner }: Beside): { owner?: string } {
    if (owner === '') return {};
    const id = this.#personOf(owner);
    if (id === undefined) this.#ownersLost.add(owner);
    return id === undefined ? {} : { owner: id };
  }

  /** The day of the next review, or nothing where it says none. */
  review({ review }: Beside): { reviewOn?: string } {
    if (review === '') return {};
    const day = localDate.safeParse(review.replace(/[ T]00:00(:00)?$/, ''));
    if (!day.success) this.#reviewsLost += 1;
    return day.success ? { reviewOn: day.data } : {};
  }

  /** A day that is past is nothing to be decided now. */
  reviewPassed(reviewOn: string | undefined): boolean {
    const isPast = reviewOn !== undefined && reviewOn < this.#ground.today;
    if (isPast) this.#reviewsLost += 1;
    return isPast;
  }

  /**
   * The decision with each obligation that is here beside a reason of its kind. One that names the requirement itself
   * stands in the statement by that, whatever the reasons say: it is no part of the decision.
   */
  withObligations(decision: Decision, { obligations: titles }: Beside): Decision {
    const obligations: string[] = [];
    for (const title of titles) {
      const found = this.#obligationOf(title);
      if (found && this.#names(found, decision)) continue;
      if (found && decision.reasons.some(({ kind }) => isAnswered(kind, found))) obligations.push(found.id);
      else this.#obligationsLost.add(title);
    }
    const linked = withObligations(this.#state, { ...decision, obligations });
    return 'refusal' in linked ? decision : { ...linked, obligations: [] };
  }

  #obligationOf(title: string): Obligation | undefined {
    const [only, ...others] = this.#byTitle.get(title.trim().toLowerCase()) ?? [];
    if (only === undefined || others.length > 0) return undefined;
    return this.#state.governance.obligations.get(only);
  }

  /** One for a part of the scope bears on the whole of it, and one for what lies around it on all within. */
  #names({ requirements, scope: theirs }: Obligation, { requirement }: Decision): boolean {
    const { framework, scope } = this.#ground;
    const { governance } = this.#state;
    return (
      requirements.some((each) => each.framework === framework && each.requirement === requirement) &&
      (holdsScope(governance, theirs, scope) || holdsScope(governance, scope, theirs))
    );
  }

  dated({ isDated }: Beside): void {
    if (isDated) this.#dated += 1;
  }

  notices(): Notice[] {
    const listed = (code: string, texts: ReadonlySet<string>): Notice[] =>
      texts.size === 0 ? [] : [{ code, params: { count: texts.size, named: firstOf([...texts]) } }];
    const counted = (code: string, count: number): Notice[] =>
      count === 0 ? [] : [{ code, params: { count } }];
    return [
      ...listed('applicability.obligations-left', this.#obligationsLost),
      ...listed('applicability.owners-left', this.#ownersLost),
      ...counted('applicability.reviews-left', this.#reviewsLost),
      ...counted('applicability.days-left', this.#dated),
    ];
  }
}

const mostNamed = 12;

/** The first of many, divided by semicolons: a title may have commas. */
function firstOf(texts: readonly string[]): string {
  return [...texts.slice(0, mostNamed), ...(texts.length > mostNamed ? ['…'] : [])].join('; ');
}
