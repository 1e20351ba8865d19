import type { AnswerOf } from '@concord/operations/client';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { TextLink } from '../../ui/index.ts';
import { usePlace } from '../place/place.tsx';
import { useWhen } from '../place/when.ts';
import { useWords } from '../words/use-words.ts';
import { entryOf } from './entries.ts';

/** Something that a command was about, as it is called now. */
export type About = AnswerOf<'batches list'>['rows'][number]['about'][number];

interface AboutLinksProps {
  readonly about: readonly About[];
  /** How many are named. */
  readonly most: number;
  /** There are others that are not in the list. */
  readonly isMore?: boolean;
}

/** What a command was about, each by code and name and leading to it. */
export function AboutLinks({ about, most, isMore = false }: AboutLinksProps) {
  const say = useWords('app');
  const named = about.slice(0, most);
  const more = about.length - named.length;
  return (
    <>
      {named.map((each, nth) => (
        <Fragment key={`${each.kind} ${each.id}`}>
          {nth > 0 && ', '}
          <AboutLink about={each} />
        </Fragment>
      ))}
      {isMore && named.length > 0 && ` ${say('and-more')}`}
      {!isMore && more > 0 && ` ${say('and-so-many-more', { count: more })}`}
    </>
  );
}

/** What an about is called: its code, where it has one of its own, and its name. */
function aboutCalled({ code, title }: About): string {
  return code === title ? title : `${code} ${title}`.trim();
}

function AboutLink({ about }: { readonly about: About }) {
  const { organisation } = usePlace();
  const { on, knownAt } = useWhen();
  const called = aboutCalled(about);
  // People and collectors have no page of their own, nor has what is there no more.
  if (about.kind === 'person' || about.kind === 'collector' || about.kind === 'gone') return called;
  const { path, search } = entryOf(about, { organisation, kind: '' });
  const along = { ...(on && { on }), ...(knownAt && { knownAt: String(knownAt) }), ...search };
  return (
    <TextLink
      plain
      render={(dress) => (
        <Link to={path as never} search={along as never} {...dress}>
          {called}
        </Link>
      )}
    >
      {called}
    </TextLink>
  );
}
