import tiers from '../../data/scales/csf-tiers.json' with { type: 'json' };

/** One step of a scale, with what it means for governance and for management in our own words. */
export interface ScaleStep {
  readonly value: number;
  readonly name: string;
  readonly governance: string;
  readonly management: string;
}

/** A publisher's scale with its steps in ascending order. */
export interface Scale {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly source: string;
  readonly licence: string;
  readonly sourceNote: string;
  readonly steps: readonly ScaleStep[];
}

/** The four CSF Tiers (CSWP 29, Appendix B): chosen for a whole profile, no maturity of a single outcome. */
export function csfTiers(): Scale {
  return tiers;
}
