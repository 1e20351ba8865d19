import type { Why } from './node.ts';

/** A key of the words and what it says, so that the reason can be said in any language. */
export interface Lead {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

type Asked = Pick<Why, 'kind' | 'claims' | 'judgement' | 'inferences' | 'applicability'>;

/** Why it stands where it stands, in one sentence: the first thing that a person would say. */
export function leadOf(why: Asked, day: (date: string) => string): Lead {
  const says = leads[why.kind];
  return says ? says(why, day) : { key: `lead.${why.kind}`, params: {} };
}

type Says = (why: Asked, day: (date: string) => string) => Lead;

const leads: Readonly<Partial<Record<Why['kind'], Says>>> = {
  assessed: judged,
  claimed: ({ claims }, day) => {
    const controls = claims
      .filter(({ capped, gone, allows }) => !capped && !gone && allows.join() === 'F')
      .flatMap((claim) => claim.controls);
    const until = controls.flatMap(({ graceUntil, freshUntil }) => graceUntil ?? freshUntil ?? []).sort()[0];
    return {
      key: until === undefined ? 'lead.claimed' : 'lead.claimed-until',
      params: {
        codes: codesOf(controls),
        count: controls.length,
        day: until === undefined ? '' : day(until),
      },
    };
  },
  inferred: ({ inferences }) => ({
    key: 'lead.inferred',
    params: { from: [...new Set(inferences.flatMap(({ sources }) => sources))].slice(0, 6).join(', ') },
  }),
  stale: (why, day) => {
    if (why.judgement?.lapsed)
      return { key: 'lead.stale-judged', params: { day: day(why.judgement.validUntil) } };
    return waiting(why, 'stale', 'lead.stale');
  },
  unclaimed: ({ claims }) => ({
    key: claims.some(({ state }) => state === 'proposed') ? 'lead.proposed' : 'lead.unclaimed',
    params: {},
  }),
  unknown: (why) => waiting(why, 'failed', 'lead.unknown'),
  gap: (why, day) => (why.judgement ? judged(why, day) : { key: 'lead.gap', params: {} }),
  excluded: ({ applicability }) => ({
    key: 'lead.excluded',
    params: { reason: applicability?.exclusionReason ?? '' },
  }),
};

function judged({ judgement }: Asked, day: (date: string) => string): Lead {
  if (!judgement) return { key: 'lead.gap', params: {} };
  const { assessedOn, validUntil } = judgement;
  return {
    key: `lead.judged-${judgement.judgement}`,
    params: { day: day(assessedOn), until: day(validUntil) },
  };
}

/** Names the controls of the claims that count which are not shown to work, where there are any. */
function waiting({ claims }: Asked, standing: 'stale' | 'failed', key: string): Lead {
  const counting = claims.filter(({ capped, gone }) => !capped && !gone).flatMap(({ controls }) => controls);
  const named = counting.filter((member) => member.standing === standing);
  if (named.length === 0) return { key: `${key}-plain`, params: {} };
  return { key, params: { codes: codesOf(named), count: new Set(named.map(({ id }) => id)).size } };
}

function codesOf(members: readonly { readonly code: string }[]): string {
  return [...new Set(members.map(({ code }) => code))].join(', ');
}
