import { useCallback } from 'react';
import { useLateAnswer } from '../answers/use-answer.ts';
import type { Format } from '../words/format.ts';
import { type Say, useFormat, useWords } from '../words/use-words.ts';
import { isId, type Value, valueIn } from './value-in.ts';

/** Says a value of a member of a record: codes in their words, people and scopes by name, days as the language writes them. */
export type SayValue = (member: string, value: unknown) => string;

export function useValueWords(): SayValue {
  const say = useWords('values');
  const format = useFormat();
  const nameOf = useNames();
  return useCallback(
    (member, value) => saidOf(member, valueIn(member, value), { say, format, nameOf }),
    [say, format, nameOf],
  );
}

/** Names of people, scopes and profiles by their ids, as far as the organisation tells them. */
function useNames(): (id: string) => string | undefined {
  const { data } = useLateAnswer('organisations show');
  return useCallback(
    (id) => {
      const named = data && [...data.people, ...data.scopes, ...data.profiles].find((each) => each.id === id);
      return named?.name || undefined;
    },
    [data],
  );
}

interface Speech {
  readonly say: Say;
  readonly format: Format;
  readonly nameOf: (id: string) => string | undefined;
}

function saidOf(member: string, value: Value, speech: Speech): string {
  const { say, format, nameOf } = speech;
  switch (value.kind) {
    case 'nothing':
      return say('nothing');
    case 'answer':
      return say(value.isYes ? 'yes' : 'no');
    case 'number':
      return format.number(value.number);
    case 'day':
      return format.day(value.day);
    case 'period':
      return say(`period-${value.unit}`, { count: value.count });
    case 'code':
      return say(`${member}.${value.code}`, {
        defaultValue: say(`any.${value.code}`, { defaultValue: value.code }),
      });
    case 'id':
      return nameOf(value.id) ?? (isId(value.id) ? say('unnamed') : value.id);
    case 'text':
      return value.text;
    default:
      return value.values.map((each) => saidOf(each.member, each.value, speech)).join(', ');
  }
}
