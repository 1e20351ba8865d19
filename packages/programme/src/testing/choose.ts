import { Temporal } from 'temporal-polyfill';
import type { Story } from './story.ts';

export function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}

export function before(story: Story, days: number): string {
  return Temporal.PlainDate.from(story.today).subtract({ days }).toString();
}

export function codeAt(story: Story, at: number): string | undefined {
  const codes = [...story.programme.controls.controls.values()].map((control) => control.code).sort();
  return codes[at % Math.max(1, codes.length)];
}

export function scopeAt(story: Story, at: number): string {
  const scopes = [...story.programme.governance.scopes.keys()].sort();
  return pick(scopes, at);
}
