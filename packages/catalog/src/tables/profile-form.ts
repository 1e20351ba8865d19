import form from '../../data/workbooks/organizational-profile.json' with { type: 'json' };

/** One column of a profile's workbook. */
export interface ProfileColumn {
  /** What of a profile stands in it. */
  readonly member: string;
  /** Exactly as the publisher writes it. */
  readonly heading: string;
  /** What else stands over it, in small letters without punctuation. */
  readonly also: readonly string[];
  /** The organisation's own words, worked out, or both: the latter below the mark. */
  readonly from: 'own' | 'derived' | 'mixed';
  /** What is to stand in it, in our own words. */
  readonly about: string;
}

/** The workbook in which a publisher has profiles exchanged. */
export interface ProfileForm {
  readonly id: string;
  readonly sheet: string;
  readonly descriptions: { readonly sheet: string; readonly headings: readonly string[] };
  /** A line of its own in a cell: what stands below it was worked out and is not taken in again. */
  readonly mark: string;
  /** Names of the tiers 1 to 4. */
  readonly tiers: readonly string[];
  /** In the publisher's order. */
  readonly columns: readonly ProfileColumn[];
}

// The compiler widens the literals of `from`; profile-form.test.ts checks them.
const shipped = form as unknown as ProfileForm;

/** The Organizational Profile template of NIST: 19 columns, one row for each outcome and heading. */
export function profileForm(): ProfileForm {
  return shipped;
}
