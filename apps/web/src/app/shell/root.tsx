import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Skeleton } from '../../ui/index.ts';
import { useLanguage } from '../words/use-words.ts';
import { Boundary } from './boundary.tsx';

/** Around everything: the language for the parts, and a place for what goes wrong before a room is open. */
export function Root() {
  const language = useLanguage();
  const { pathname } = useLocation();
  return (
    <I18nProvider locale={language === 'en' ? 'en-GB' : language}>
      <Boundary place={pathname}>
        <Suspense fallback={<Skeleton lines={8} />}>
          <Outlet />
        </Suspense>
      </Boundary>
    </I18nProvider>
  );
}
