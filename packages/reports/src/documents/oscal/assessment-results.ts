import { oscalIdOf, say } from '@concord/catalog';
import type {
  AssessmentExchanged,
  EvidenceExchanged,
  JudgementExchanged,
  JudgementsExchange,
} from '@concord/views';
import { statementId } from './catalog.ts';
import { componentUuid, systemComponent } from './parts/component.ts';
import { metadataOf, partyUuid } from './parts/metadata.ts';
import { dayAt, line, listed, ownProps, uriOf } from './parts/prop.ts';
import {
  absentResource,
  backMatter,
  frameworkResource,
  libraryResource,
  refersTo,
} from './parts/resource.ts';
import { recordUuid } from './parts/uuid.ts';

/** Assessors' judgements as findings, a result for each framework and scope; what evidence showed as observations. */
export function writeAssessmentResults(view: JudgementsExchange): object {
  const plan = absentResource(view, 'assessment-plan');
  const frameworks = [
    ...new Map(view.assessments.map(({ framework }) => [framework.id, framework])).values(),
  ];
  const about = [frameworks.map(({ id }) => id).join(' '), ...inScope(view)];
  return {
    'assessment-results': {
      uuid: recordUuid(view, 'document', 'assessment-results', ...about, String(view.position), view.on),
      metadata: metadataOf(view, {
        title: say(view.language, 'oscal.title.assessment-results', { organisation: view.organisation.name }),
        roles: ['assessor', 'control-owner'],
      }),
      'import-ap': { href: refersTo(plan) },
      results: [...view.assessments.map((each) => resultOf(view, each)), evidenceResult(view)],
      ...backMatter([
        plan,
        ...frameworks.map((each) => frameworkResource(view, each)),
        libraryResource(view),
      ]),
    },
  };
}

/** Of one scope there is another document than of all of them, and other evidence in it. */
function inScope({ scope }: JudgementsExchange): string[] {
  return scope === undefined ? [] : [scope];
}

function resultOf(view: JudgementsExchange, assessment: AssessmentExchanged): object {
  const { framework, scope, judgements } = assessment;
  const days = judgements.map(({ assessedOn }) => assessedOn).sort();
  const reviewed = [...new Set(judgements.map(({ requirement }) => oscalIdOf(framework.id, requirement)))];
  const named = { framework: framework.title, scope: scope.name };
  return {
    uuid: recordUuid(view, 'result', scope.id, framework.id),
    title: line(say(view.language, 'oscal.result', named)),
    description: say(view.language, 'oscal.result.why', named),
    start: dayAt(days[0] ?? view.on),
    end: dayAt(days.at(-1) ?? view.on),
    props: ownProps({ framework: framework.id, scope: scope.id }),
    'reviewed-controls': {
      links: [{ href: refersTo(frameworkResource(view, framework)), rel: 'reference' }],
      'control-selections': [{ 'include-controls': reviewed.map((id) => ({ 'control-id': id })) }],
    },
    observations: judgements.map((each) => judged(view, each)),
    findings: judgements.filter(({ latest }) => latest).map((each) => findingOf(view, assessment, each)),
  };
}

function originOf(view: JudgementsExchange, by: string): object {
  return { origins: [{ actors: [{ type: 'party', 'actor-uuid': partyUuid(view, by) }] }] };
}

function judged(view: JudgementsExchange, { id, title, judgement, ...said }: JudgementExchanged): object {
  return {
    uuid: recordUuid(view, 'judgement', id),
    title: line(`${said.requirement} ${title}`),
    description: said.reasons || '–',
    props: ownProps({ judgement, requirement: said.requirement }),
    methods: ['EXAMINE'],
    types: [said.latest ? 'control-objective' : 'historic'],
    ...originOf(view, said.by),
    collected: dayAt(said.assessedOn),
    ...(judgement === 'met' ? { expires: dayAt(said.validUntil) } : {}),
  };
}

/** OSCAL knows satisfied and not; what is met in part is not, and our word stands beside it. */
function findingOf(
  view: JudgementsExchange,
  { framework }: AssessmentExchanged,
  { id, requirement, title, judgement, reasons, by }: JudgementExchanged,
): object {
  const isMet = judgement === 'met';
  const reason = { met: 'pass', partly: 'other', 'not-met': 'fail' }[judgement];
  return {
    uuid: recordUuid(view, 'finding', id),
    title: line(`${requirement} ${title}`),
    description: reasons || '–',
    props: ownProps({ judgement }),
    ...originOf(view, by),
    target: {
      type: 'statement-id',
      'target-id': statementId(oscalIdOf(framework.id, requirement)),
      status: { state: isMet ? 'satisfied' : 'not-satisfied', reason },
    },
    'related-observations': [{ 'observation-uuid': recordUuid(view, 'judgement', id) }],
  };
}

/** What was collected of controls, whatever they are claimed for. */
function evidenceResult(view: JudgementsExchange): object {
  const { evidence, controls } = view;
  const known = new Set(controls.map(({ id }) => id));
  const components = controls.map((control) => systemComponent(view, control));
  return {
    uuid: recordUuid(view, 'result', 'evidence', ...inScope(view)),
    title: say(view.language, 'oscal.evidence'),
    description: say(view.language, 'oscal.evidence.why'),
    start: dayAt(evidence[0]?.collectedOn ?? view.on),
    end: dayAt(evidence.at(-1)?.collectedOn ?? view.on),
    ...(components.length === 0 ? {} : { 'local-definitions': { components } }),
    'reviewed-controls': {
      links: [{ href: refersTo(libraryResource(view)), rel: 'reference' }],
      'control-selections': [
        controls.length === 0
          ? { 'include-all': {} }
          : { 'include-controls': controls.map(({ code }) => ({ 'control-id': oscalIdOf('', code) })) },
      ],
    },
    ...listed(
      'observations',
      evidence.map((piece) => observed(view, piece, known)),
    ),
  };
}

function observed(view: JudgementsExchange, piece: EvidenceExchanged, known: ReadonlySet<string>): object {
  const { id, title, outcome, collectedOn, validUntil, controls, collected, by } = piece;
  const subjects = controls.filter((control) => known.has(control));
  return {
    uuid: recordUuid(view, 'evidence', id),
    title: line(title),
    description: say(view.language, `oscal.outcome.${outcome}`),
    props: ownProps({ outcome, kind: piece.kind }),
    methods: [collected ? 'TEST' : 'EXAMINE'],
    types: ['control-objective'],
    ...(collected ? {} : originOf(view, by)),
    ...listed(
      'subjects',
      subjects.map((control) => ({
        'subject-uuid': componentUuid(view, control),
        type: 'component',
      })),
    ),
    'relevant-evidence': [evidenceNamed(piece)],
    collected: dayAt(collectedOn),
    ...(validUntil === undefined ? {} : { expires: dayAt(validUntil) }),
  };
}

function evidenceNamed({ title, file, link }: EvidenceExchanged): object {
  const said = { sha256: file?.hash };
  return {
    ...(link === undefined ? {} : { href: uriOf(link) }),
    description: file?.name || title || '–',
    ...listed('props', ownProps(said)),
  };
}
