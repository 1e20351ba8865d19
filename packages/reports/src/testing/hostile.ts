import type { StatementOfApplicability } from '@concord/views';
import { sampleView } from './sample.ts';

/** Texts that would do something if anything read them as more than text. */
export const HOSTILE = [
  '#panic("x")',
  '$x$ $ integral $',
  '*b* _i_ `raw`',
  '<label> @label',
  '#include "/document.typ"',
  '\\u{41} \\ // comment /* open',
  '</td><script>alert(1)</script>',
  '" onmouseover="alert(1)',
  '=HYPERLINK("http://example.test","x")',
  'a\u202efdp.exe',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u2705 \u{1f512}',
  'سياسة أمن المعلومات',
  'מדיניות אבטחת מידע',
  'half a pair \ud83d',
  'line one\nline two\r\nline three',
  '{{count}} $t(soa.title)',
] as const;

/** The sample with a hostile text in each place a person types into, one after the other. */
export function hostileView(): StatementOfApplicability {
  const view = sampleView();
  const text = (nth: number) => HOSTILE[nth % HOSTILE.length]!;
  return {
    ...view,
    organisation: { ...view.organisation, name: 'W'.repeat(300) },
    scope: { ...view.scope, name: HOSTILE.join(' ') },
    scopeStatement: { ...view.scopeStatement!, statement: 'x'.repeat(5000), interfaces: HOSTILE.join(' ') },
    further: view.further.map((row, nth) => ({
      ...row,
      title: text(nth),
      owner: text(nth + 1),
      actions: [{ id: 'x', title: text(nth + 2), owner: text(nth + 3), due: '2027-01-31' }],
    })),
    checks: view.checks.map((finding, nth) => ({ ...finding, message: text(nth), mend: text(nth + 1) })),
    rows: view.rows.map((row, nth) => {
      if (row.applicability === 'excluded')
        return { ...row, exclusionReason: 'Because it is so. '.repeat(278) };
      return {
        ...row,
        title: `${row.title} ${text(nth)}`,
        word: text(nth + 2),
        owner: text(nth + 6),
        obligations: row.obligations.map((each) => ({ ...each, title: text(nth + 7) })),
        reasons: [{ kind: 'risk' as const, text: nth === 7 ? 'y'.repeat(5000) : text(nth + 3) }],
        controls: row.controls.map((control) => ({ ...control, code: text(nth + 4), name: text(nth + 5) })),
      };
    }),
  };
}
