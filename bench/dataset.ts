import { randomUUID } from 'node:crypto';
import { assessableOf, editionHash, type Framework, framework } from '@concord/catalog';
import { appendOf, emptyTail, type Fact, type LedgerStore, sealBatch } from '@concord/ledger';

/** How big the programme is. Claims are spread evenly over the requirements of the four lead frameworks. */
export interface Size {
  readonly controls: number;
  readonly claims: number;
  /** What the actor is there; an owner has every tenth control. */
  readonly role?: 'isms_manager' | 'control_owner';
}

const lead = ['iso27001-2022', 'nist-csf-2.0', 'nis2-directive', 'nis2-2024-2690'].map(
  (id) => framework(id) as Framework,
);

/** A programme of a size, as facts: everything operating, quarterly, with one fresh piece of evidence each. */
export function* programmeFacts(actor: string, today: string, size: Size): Generator<Fact> {
  yield fact('OrganisationCreated', 'organisation', 'organisation', { name: 'Bench', zone: 'UTC' }, ['name']);
  yield fact('PersonAdded', 'person', actor, {});
  yield fact('RoleGranted', 'person', actor, {
    role: size.role ?? 'isms_manager',
    scope: 'organisation',
    from: '2020-01-01',
  });
  for (const each of lead) {
    const data = { framework: each.id, edition: editionHash(each), scope: 'organisation' };
    yield fact('FrameworkAdopted', 'adoption', each.id, data);
  }
  yield* libraryFacts(actor, today, size);
}

function* libraryFacts(actor: string, today: string, { controls, claims }: Size): Generator<Fact> {
  const asked = lead.flatMap((each) =>
    assessableOf(each).map((requirement) => [each.id, requirement.id] as const),
  );
  const ids = Array.from({ length: controls }, () => randomUUID());
  for (const [at, id] of ids.entries()) {
    yield fact('ControlAdded', 'control', id, controlData(at, actor), ['name', 'statement', 'family']);
    const evidence = {
      controls: [id],
      kind: 'link',
      outcome: 'works',
      title: 'Review',
      link: 'https://example.org/r',
      collectedOn: today,
    };
    yield fact('EvidenceRecorded', 'evidence', randomUUID(), evidence, ['title', 'link']);
  }
  for (let at = 0; at < claims; at += 1) {
    const [framework, requirement] = asked[at % asked.length] as readonly [string, string];
    const contribution = at % 3 === 0 ? 'meets' : 'contributes';
    const claim = {
      framework,
      requirement,
      controls: [ids[(at * 7) % controls]],
      contribution,
      confidence: 'high',
    };
    const id = randomUUID();
    yield fact('ClaimStated', 'claim', id, claim);
    yield fact('ClaimConfirmed', 'claim', id, {});
  }
}

function controlData(at: number, actor: string) {
  return {
    code: `C-${String(at).padStart(5, '0')}`,
    name: `Control number ${at} of the library`,
    statement: 'What is done, by whom and when, in a sentence or two of ordinary length, as people write it.',
    family: `Family ${at % 23}`,
    owner: at % 10 === 0 ? actor : `owner-${at % 10}`,
    frequency: 'quarterly',
    design: 'accepted',
    scopes: [],
    conditionHolds: true,
    implementation: 'operating',
  };
}

function fact(type: string, kind: string, id: string, data: object, erasable: string[] = []): Fact {
  return { type, version: 1, record: { kind, id }, data: data as Record<string, unknown>, erasable };
}

const batchSize = 5000;

/** Appends facts in large batches; resolves with how many there are. */
export async function fill(store: LedgerStore, organisation: string, facts: Iterable<Fact>): Promise<number> {
  let tail = emptyTail;
  let batch: Fact[] = [];
  const flush = async () => {
    const at = new Date().toISOString();
    const sealed = sealBatch(
      tail,
      { organisation, at, actor: 'bench', via: 'system', batch: randomUUID(), operation: 'bench' },
      batch,
    );
    if ((await store.append(organisation, tail, appendOf([sealed]))) !== 'appended')
      throw new Error('beaten');
    tail = sealed.tail;
    batch = [];
  };
  for (const each of facts) {
    batch.push(each);
    if (batch.length === batchSize) await flush();
  }
  if (batch.length > 0) await flush();
  return tail.position;
}
