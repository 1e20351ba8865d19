import type { Action, Obligation, Programme, Reason } from '@concord/programme';
import { openActions } from '../../actions/open-actions.ts';
import { isInForce, obligationsNaming, type Place } from '../../obligations/in-force.ts';
import { maySee, type Reader } from '../../reader.ts';

/** The framework whose Annex A the statement goes through. */
export const annexA = 'iso27001-2022';

export interface ObligationShown {
  readonly id: string;
  readonly kind: Obligation['kind'];
  readonly title: string;
}

export interface ActionShown {
  readonly id: string;
  readonly title: string;
  /** Id of the person who has it. */
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
}

/** What stands beside a row; those that the reader may not see as counts. */
export interface Linked {
  readonly obligations: readonly ObligationShown[];
  readonly hiddenObligations: number;
  readonly actions: readonly ActionShown[];
  readonly hiddenActions: number;
}

/** Registers laid out by what their records are about, as long as the registers are the same. */
export interface Links {
  /** Open on the day, the first due first; by `kind/id` of what they close. */
  readonly actionsOn: (subjects: readonly string[]) => readonly Action[];
  /** In force on the day, in or around the scope, that name this requirement of Annex A. */
  readonly obligationsOn: (requirement: string) => readonly Obligation[];
  /** The one of this id, while it is in force on the day: what has ended is no reason any more. */
  readonly obligation: (id: string) => Obligation | undefined;
}

export function linksOf({ governance }: Pick<Programme, 'governance'>, place: Place): Links {
  return {
    actionsOn: (subjects) => openActions(governance.actions, subjects, place.on),
    obligationsOn: (requirement) => obligationsNaming(governance, { framework: annexA, requirement }, place),
    obligation: (id) => {
      const found = governance.obligations.get(id);
      return found && isInForce(found, place.on) ? found : undefined;
    },
  };
}

/** The obligations that the reasons of a decision point at, then those that name the requirement, each once. */
export function obligationsLinked(
  links: Links,
  reasons: readonly Reason[],
  naming: readonly Obligation[],
): readonly Obligation[] {
  const pointed = reasons.flatMap(({ obligation }) => links.obligation(obligation ?? '') ?? []);
  return [...new Set([...pointed, ...naming])];
}

export function linkedShown(
  { obligations, actions }: { obligations: readonly Obligation[]; actions: readonly Action[] },
  reader: Reader,
): Linked {
  const open = <T extends { owner?: string | undefined }>(each: T) => maySee(reader, each.owner);
  const [theirObligations, theirActions] = [obligations.filter(open), actions.filter(open)];
  return {
    obligations: theirObligations.map(({ id, kind, title }) => ({ id, kind, title })),
    hiddenObligations: obligations.length - theirObligations.length,
    actions: theirActions.map(({ id, title, owner, due }) => ({ id, title, owner, due })),
    hiddenActions: actions.length - theirActions.length,
  };
}
