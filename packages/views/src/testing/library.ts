import { given, type Story } from '@concord/programme/testing';

export const iso = 'iso27001-2022';
export const csf = 'nist-csf-2.0';
export const nis2 = 'nis2-directive';
export const regulation = 'nis2-2024-2690';

/** An organisation with some frameworks, all four unless said otherwise, and nothing done yet. */
export function start(...frameworks: string[]): Story {
  return given(...(frameworks.length > 0 ? frameworks : [iso, csf, nis2, regulation]));
}

/** A quarterly control that operates, unless said otherwise. */
export function addControl(story: Story, code: string, said: object = {}): string {
  const stated = { implementation: 'operating', frequency: 'quarterly', ...said };
  return story.done('controls add', { code, name: `Name of ${code}`, ...stated });
}

/** A confirmed claim that these controls, together where there are several, meet a requirement. */
export function claim(
  story: Story,
  controls: string | readonly string[],
  [framework, requirement]: readonly [string, string],
  said: object = {},
): string {
  const members = typeof controls === 'string' ? [controls] : controls;
  const id = story.done('claims state', { controls: members, framework, requirement, ...said });
  story.done('claims confirm', { claim: id });
  return id;
}

let sent = 0;

/** A result for a control, from a source of its own. */
export function show(story: Story, control: string, said: object = {}): string {
  sent += 1;
  const link = `https://example.org/${sent}`;
  return story.done('evidence add', {
    controls: [control],
    outcome: 'works',
    title: `Result ${sent}`,
    link,
    ...said,
  });
}

export function judge(
  story: Story,
  [framework, requirement]: readonly [string, string],
  said: object = {},
): string {
  return story.done('requirements assess', {
    framework,
    requirement,
    reasons: 'Looked',
    judgement: 'met',
    ...said,
  });
}

export function exclude(
  story: Story,
  [framework, requirement]: readonly [string, string],
  said: object = {},
): string {
  const decision = { framework, requirement, applicable: false, exclusionReason: 'We have none' };
  return story.done('applicability decide', { ...decision, ...said });
}
