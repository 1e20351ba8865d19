import type { Refusal } from '@concord/programme';
import { type InParts, inOnePart } from '../pauses/in-parts.ts';
import { type ActionsExchange, actionsExchange } from './actions.ts';
import { type FrameworkExchange, frameworkExchange } from './framework.ts';
import type { ExchangeAsked } from './head.ts';
import { type JudgementsExchange, judgementsExchange } from './judgements.ts';
import { type LibraryExchange, libraryExchange } from './library.ts';
import { type MappingExchange, mappingExchange } from './mappings.ts';
import { type SelectionExchange, selectionExchange } from './selection.ts';
import { type StatementExchange, statementExchange } from './statement.ts';

export type { ActionsExchange } from './actions.ts';
export type { FrameworkExchange } from './framework.ts';
export type { ExchangeAsked, ExchangeHead, FrameworkNamed, ScopeNamed } from './head.ts';
export type {
  AssessmentExchanged,
  EvidenceExchanged,
  JudgementExchanged,
  JudgementsExchange,
} from './judgements.ts';
export type { ClaimExchanged, ControlExchanged, LibraryExchange } from './library.ts';
export type { MapExchanged, MappingExchange, MappingExchanged } from './mappings.ts';
export type { SelectionExchange } from './selection.ts';
export type { StatementExchange } from './statement.ts';

/** What is handed to others, as a document that machines read. */
export type Exchange =
  | ActionsExchange
  | FrameworkExchange
  | JudgementsExchange
  | LibraryExchange<'component-definition'>
  | LibraryExchange<'library-catalog'>
  | MappingExchange
  | SelectionExchange
  | StatementExchange;

/** What somebody chooses of a document; each kind takes those that mean something to it. */
export interface ExchangeChoices {
  readonly framework?: string | undefined;
  readonly profile?: string | undefined;
  readonly crosswalk?: string | undefined;
}

type Exchanged = (asked: ExchangeAsked, choices: ExchangeChoices) => InParts<Exchange | { refusal: Refusal }>;

/** The kinds of document, each with the choices it takes and how its content is found. */
export const exchanges = {
  catalog: {
    takes: ['framework'],
    of: (asked, { framework }) =>
      framework === undefined
        ? libraryExchange(asked, 'library-catalog')
        : inOnePart(() => frameworkExchange(asked, framework)),
  },
  profile: {
    takes: ['framework', 'profile', 'scope'],
    of: (asked, choices) => inOnePart(() => selectionExchange(asked, choices)),
  },
  'component-definition': { takes: [], of: (asked) => libraryExchange(asked, 'component-definition') },
  ssp: { takes: ['scope'], of: (asked) => statementExchange(asked) },
  'assessment-results': { takes: ['framework', 'scope'], of: judgementsExchange },
  poam: { takes: [], of: (asked) => inOnePart(() => actionsExchange(asked)) },
  'mapping-collection': {
    takes: ['crosswalk'],
    of: (asked, choices) => inOnePart(() => mappingExchange(asked, choices)),
  },
} as const satisfies Record<string, { takes: readonly string[]; of: Exchanged }>;

export type ExchangeKind = keyof typeof exchanges;
export const exchangeKinds = Object.keys(exchanges) as [ExchangeKind, ...ExchangeKind[]];
