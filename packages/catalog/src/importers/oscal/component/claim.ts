import { type Framework, requirementOf } from '../../../framework.ts';
import type { Findings } from '../../draft/finding.ts';
import { findId } from '../../draft/identity.ts';
import { recogniseFramework } from '../../draft/name.ts';
import { member, oneOrMore, records, type Spot, text, textAt } from '../../draft/spot.ts';
import { idOfOscal } from '../identifier.ts';
import { nameOfReference } from '../reference.ts';
import { ownProps } from '../statement.ts';
import type { ComponentRead } from './control.ts';
import { type ComponentReading, type MemberRead, type RecordRead, recordOf } from './record.ts';

interface Ground {
  readonly definition: Spot;
  readonly reading: ComponentReading;
  readonly findings: Findings;
  /** What each source came to: a framework's id, or nothing. */
  readonly sources: Map<string, string | undefined>;
  /** Frameworks that were found missing, each told once. */
  readonly unadopted: Set<string>;
}

/** Controls can be claimed together up to so many. */
const mostTogether = 100;

/** Every implemented requirement of the components and of the capabilities, as a claim of their controls. */
export function readClaims(
  definition: Spot,
  { components, reading }: { components: readonly ComponentRead[]; reading: ComponentReading },
  findings: Findings,
): readonly RecordRead[] {
  const ground: Ground = { definition, reading, findings, sources: new Map(), unadopted: new Set() };
  const codes = new Map(components.map(({ uuid, code }) => [uuid, code]));
  const alone = components.flatMap(({ spot, code }) => claimsOf(ground, spot, [code]));
  const together = records(member(definition, 'capabilities'), findings).flatMap((spot) => {
    const members = membersOf(spot, codes, findings);
    return members.length === 0 ? [] : claimsOf(ground, spot, members);
  });
  return joined([...alone, ...together], findings);
}

function membersOf(
  capability: Spot,
  codes: ReadonlyMap<string, string>,
  findings: Findings,
): readonly string[] {
  const incorporated = records(member(capability, 'incorporates-components'), findings);
  const members = incorporated.map((one) => codes.get(textAt(one, 'component-uuid', findings)));
  const lost = members.indexOf(undefined);
  if (lost !== -1) findings.fault(`${incorporated[lost]!.at}.component-uuid`, 'import.component-unknown');
  if (members.length > mostTogether)
    findings.fault(`${capability.at}.incorporates-components`, 'import.capability-large', {
      count: members.length,
      limit: mostTogether,
    });
  return lost === -1 && members.length <= mostTogether ? [...new Set(members as string[])].sort() : [];
}

function claimsOf(ground: Ground, holder: Spot, controls: readonly string[]): readonly RecordRead[] {
  const { findings } = ground;
  return oneOrMore(member(holder, 'control-implementations'), findings).flatMap((implementation) => {
    const framework = frameworkOf(ground, member(implementation, 'source'));
    if (framework === undefined) return [];
    return oneOrMore(member(implementation, 'implemented-requirements'), findings).flatMap(
      (requirement) => claimOf(ground, requirement, { framework, controls }) ?? [],
    );
  });
}

/** The adopted framework that a source names; what nobody knows can not be claimed, and is told. */
function frameworkOf(ground: Ground, source: Spot): Framework | undefined {
  const { reading, findings, sources, unadopted } = ground;
  const href = text(source, findings);
  if (!sources.has(href)) sources.set(href, frameworkNamedBy(ground, href));
  const id = sources.get(href);
  if (id === undefined) {
    findings.notice('import.source-left-out', href);
    return undefined;
  }
  const adopted = reading.adopted.get(id);
  if (adopted === undefined && !unadopted.has(id)) {
    unadopted.add(id);
    findings.fault(source.at, 'table.framework-not-adopted', { column: 'source', value: id });
  }
  return adopted;
}

function frameworkNamedBy({ definition, reading, findings }: Ground, href: string): string | undefined {
  const named = recogniseFramework(nameOfReference(href, definition, findings), reading.known);
  return reading.known.some((one) => one.id === named) ? named : reading.framework;
}

interface Ends {
  readonly framework: Framework;
  readonly controls: readonly string[];
}

function claimOf({ findings }: Ground, spot: Spot, { framework, controls }: Ends): RecordRead | undefined {
  const written = textAt(spot, 'control-id', findings);
  const id = findId(framework, idOfOscal(written))?.id ?? idOfOscal(written);
  if (requirementOf(framework, id)?.assessable === false) {
    findings.notice('import.not-assessed', `${framework.id} ${id}`);
    return undefined;
  }
  const props = ownProps(spot, findings);
  const own = (name: string) => ({ values: props.get(name) ?? [], spot: member(spot, 'props') });
  const isOwn = props.has('contribution');
  return recordOf(spot.at, {
    framework: { values: [framework.id] },
    requirement: { values: [id], spot: member(spot, 'control-id') },
    controls: { values: controls },
    contribution: isOwn ? own('contribution') : { values: ['contributes'] },
    confidence: isOwn ? own('confidence') : { values: ['medium'] },
    rationale: isOwn
      ? { values: [textAt(spot, 'remarks', findings)], spot: member(spot, 'remarks') }
      : { values: [wordsOf(spot, findings)], spot: member(spot, 'description') },
    state: own('state'),
  });
}

/** All that is said of how a requirement is implemented, with its statements, and its parameters put in. */
function wordsOf(spot: Spot, findings: Findings): string {
  const statements = records(member(spot, 'statements'), findings).map((one) =>
    `${textAt(one, 'statement-id', findings)}: ${textAt(one, 'description', findings)}`.trim(),
  );
  const set = new Map<string, string>();
  for (const one of records(member(spot, 'set-parameters'), findings)) {
    const { value } = member(one, 'values');
    set.set(textAt(one, 'param-id', findings), Array.isArray(value) ? value.join(', ') : '');
  }
  const told = [textAt(spot, 'description', findings), ...statements, textAt(spot, 'remarks', findings)]
    .filter((one) => one !== '')
    .join('\n')
    .replace(/\{\{ *insert: *param, *([^{} ]+) *\}\}/gu, (inserted, id: string) => set.get(id) ?? inserted);
  return [told, ...[...set].map(([id, value]) => `${id} = ${value}`)].filter((one) => one !== '').join('\n');
}

/** Others say the same for several profiles of one framework: it is one claim, with all the words. */
function joined(claims: readonly RecordRead[], findings: Findings): readonly RecordRead[] {
  const found = new Map<string, RecordRead>();
  for (const claim of claims) {
    const said = (name: string) => claim.members.get(name)?.values ?? [];
    const about = ['framework', 'requirement', 'controls', 'contribution'].map(said);
    const key = JSON.stringify(about);
    const first = found.get(key);
    if (first === undefined) found.set(key, claim);
    else {
      findings.notice('import.claims-joined', `${said('framework')[0]} ${said('requirement')[0]}`);
      found.set(key, { ...first, members: withRationale(first, claim) });
    }
  }
  return [...found.values()];
}

function withRationale(first: RecordRead, again: RecordRead): RecordRead['members'] {
  const [one, other] = [first.members.get('rationale'), again.members.get('rationale')];
  const words = [...new Set([...(one?.values ?? []), ...(other?.values ?? [])])];
  const read: MemberRead = { at: (one ?? other)?.at ?? first.at, values: [words.join('\n\n')] };
  return words.length === 0 ? first.members : new Map([...first.members, ['rationale', read]]);
}
