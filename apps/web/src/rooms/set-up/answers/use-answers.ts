import { useCallback, useState } from 'react';
import { type Answers, firstOpen, forgetAnswers, keepAnswers, keptAnswers, noAnswers } from './answers.ts';

export type SetAnswers = (changed: Partial<Answers>) => void;

/** The answers so far, kept in this browser with every change, so that the set-up can be left and taken up again. */
export function useAnswers() {
  const [answers, setAnswers] = useState(() => withZone(keptAnswers(window.localStorage)));
  const set: SetAnswers = useCallback((changed) => {
    setAnswers((before) => {
      const next = { ...before, ...changed };
      keepAnswers(window.localStorage, next);
      return next;
    });
  }, []);
  const forget = useCallback(() => {
    forgetAnswers(window.localStorage);
    setAnswers(withZone(noAnswers));
  }, []);
  return { answers, set, forget, isBegun: answers.name.trim() !== '', open: firstOpen(answers) };
}

function withZone(answers: Answers): Answers {
  return answers.zone === '' ? { ...answers, zone: zoneHere() } : answers;
}

function zoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export type KeptAnswers = ReturnType<typeof useAnswers>;
