import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { parseSearch, writeSearch } from './place/address.ts';
import { FirstPlace } from './shell/first-place.tsx';
import { NotFound } from './shell/not-found.tsx';
import { OpenOrganisation } from './shell/open-organisation.tsx';
import { Root } from './shell/root.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

const first = createRoute({ getParentRoute: () => root, path: '/', component: FirstPlace });

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../rooms/set-up/set-up-room.tsx'), 'SetUpRoom'),
});

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/o/$organisation',
  component: OpenOrganisation,
});

const requirement = createRoute({
  getParentRoute: () => organisation,
  path: '/requirements/$framework/$requirement',
  component: lazyRouteComponent(() => import('../rooms/requirement/requirement-room.tsx'), 'RequirementRoom'),
});

/** A room of an organisation, fetched when it is opened. */
function room<Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) {
  return createRoute({ getParentRoute: () => organisation, path, component });
}

const rooms = [
  room(
    '/',
    lazyRouteComponent(() => import('../rooms/home/home-room.tsx'), 'HomeRoom'),
  ),
  room(
    '/guide',
    lazyRouteComponent(() => import('../rooms/guide/guide-room.tsx'), 'GuideRoom'),
  ),
  room(
    '/library',
    lazyRouteComponent(() => import('../rooms/library/library-room.tsx'), 'LibraryRoom'),
  ),
  room(
    '/evidence',
    lazyRouteComponent(() => import('../rooms/evidence/evidence-room.tsx'), 'EvidenceRoom'),
  ),
  room(
    '/actions',
    lazyRouteComponent(() => import('../rooms/actions/actions-room.tsx'), 'ActionsRoom'),
  ),
  room(
    '/what-if',
    lazyRouteComponent(() => import('../rooms/what-if/what-if-room.tsx'), 'WhatIfRoom'),
  ),
  room(
    '/statement-of-applicability',
    lazyRouteComponent(
      () => import('../rooms/statement-of-applicability/statement-room.tsx'),
      'StatementRoom',
    ),
  ),
  room(
    '/csf-profile',
    lazyRouteComponent(() => import('../rooms/csf-profile/csf-profile-room.tsx'), 'CsfProfileRoom'),
  ),
  room(
    '/nis2',
    lazyRouteComponent(() => import('../rooms/nis2/nis2-room.tsx'), 'Nis2Room'),
  ),
  room(
    '/frameworks',
    lazyRouteComponent(() => import('../rooms/frameworks/frameworks-room.tsx'), 'FrameworksRoom'),
  ),
  room(
    '/documents',
    lazyRouteComponent(() => import('../rooms/documents/documents-room.tsx'), 'DocumentsRoom'),
  ),
  room(
    '/history',
    lazyRouteComponent(() => import('../rooms/history/history-room.tsx'), 'HistoryRoom'),
  ),
  room(
    '/about',
    lazyRouteComponent(() => import('../rooms/about/about-room.tsx'), 'AboutRoom'),
  ),
];

const tree = root.addChildren([first, setUp, organisation.addChildren([requirement, ...rooms])]);

export const router = createRouter({
  routeTree: tree,
  parseSearch: parseSearch as never,
  stringifySearch: writeSearch as never,
  defaultPreload: 'intent',
  scrollRestoration: true,
  scrollToTopSelectors: ['#room'],
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
