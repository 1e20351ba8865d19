/** A requirement of a framework, by the ids of both. */
export interface RequirementNamed {
  readonly framework: string;
  readonly requirement: string;
}

export const obligationKinds = ['legal', 'regulatory', 'contractual'] as const;

/** Clause 4.2, and A.5.31: something that law, an authority or a contract asks of the organisation. */
export interface Obligation {
  readonly id: string;
  readonly kind: (typeof obligationKinds)[number];
  readonly title: string;
  /** Where it is written, e.g. "Article 21(2)" or the number of a contract. */
  readonly reference: string;
  readonly asks: string;
  /** Id of the interested party that it is owed to. */
  readonly party?: string | undefined;
  /** What of the adopted frameworks it calls for. */
  readonly requirements: readonly RequirementNamed[];
  /** Id of a person. */
  readonly owner?: string | undefined;
  readonly reviewOn?: string | undefined;
  readonly scope: string;
  /** First day on which it no longer holds. */
  readonly endedOn?: string | undefined;
  readonly seq: number;
}

export const partyKinds = [
  'customer',
  'authority',
  'supplier',
  'staff',
  'owner',
  'partner',
  'insurer',
  'public',
  'other',
] as const;

/** Clause 4.2: somebody with an interest in how information is kept, and what they ask. */
export interface InterestedParty {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof partyKinds)[number];
  readonly asks: string;
  readonly owner?: string | undefined;
  readonly reviewOn?: string | undefined;
  readonly endedOn?: string | undefined;
  readonly seq: number;
}

/** Clause 4.1, with Amendment 1:2024: something inside or outside that bears on what the programme is to reach. */
export interface ContextIssue {
  readonly id: string;
  readonly kind: 'internal' | 'external';
  readonly title: string;
  /** What it does to the programme. */
  readonly effect: string;
  /** Whether it is about climate change, of which the amendment asks whether it is relevant. */
  readonly climate: boolean;
  readonly relevant: boolean;
  readonly owner?: string | undefined;
  readonly reviewOn?: string | undefined;
  readonly endedOn?: string | undefined;
  readonly seq: number;
}

/** What there is inside a scope; absent where nobody has said. Exclusions are held against it (methods: SOA-12). */
export interface ScopeFacts {
  readonly developsSoftware?: boolean | undefined;
  readonly ownPremises?: boolean | undefined;
  readonly suppliers?: boolean | undefined;
  readonly cloud?: boolean | undefined;
  readonly remoteWork?: boolean | undefined;
}

/** Clause 4.3: what a scope covers, where it ends, what crosses its edge and what is left out. One for each scope. */
export interface ScopeStatement {
  readonly scope: string;
  readonly statement: string;
  readonly boundaries: string;
  /** Interfaces and dependencies between what the organisation does and what others do. */
  readonly interfaces: string;
  readonly exclusions: string;
  readonly owner?: string | undefined;
  readonly reviewOn?: string | undefined;
  readonly statedOn: string;
  readonly facts: ScopeFacts;
  readonly seq: number;
}
