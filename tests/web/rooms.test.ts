import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectNoOverflow,
  faultsOf,
  hasBrowser,
  type Opened,
  openApp,
  openBrowser,
  sideScrollersOf,
} from '../testing/browser.ts';
import { makePlace, type Place, type Served, serve } from '../testing/vocabulary.ts';

/** Every room, and a state of it that shows much. */
const rooms = {
  home: '',
  guide: '/guide',
  library: '/library',
  evidence: '/evidence',
  actions: '/actions',
  'what if': '/what-if',
  'statement of applicability': '/statement-of-applicability',
  'CSF profile': '/csf-profile',
  'NIS 2': '/nis2',
  frameworks: '/frameworks',
  'a framework': '/frameworks?framework=iso27001-2022',
  'a proof': '/requirements/iso27001-2022/A.5.18',
  documents: '/documents',
  history: '/history',
  about: '/about',
} as const;

const looks = [
  ['light and wide', { colorScheme: 'light', viewport: { width: 1440, height: 900 }, locale: 'en-GB' }],
  [
    'dark, narrow and German',
    { colorScheme: 'dark', viewport: { width: 390, height: 844 }, locale: 'de-DE' },
  ],
  [
    'at 320 pixels and French',
    { colorScheme: 'light', viewport: { width: 320, height: 640 }, locale: 'fr-FR' },
  ],
] as const;

describe.skipIf(!hasBrowser)('every room of the app, with the demo', () => {
  let place: Place;
  let served: Served;
  let browser: Browser;
  let organisation: string;

  beforeAll(async () => {
    place = makePlace();
    served = await serve(place);
    const loaded = await served.ask('POST', '/api/v1/demo', {});
    organisation = loaded.body.organisation;
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await served?.end('SIGTERM');
    place?.remove();
  });

  describe.each(looks)('%s', (_, look) => {
    let opened: Opened;

    beforeAll(async () => {
      opened = await openApp(browser, served, look);
    });

    afterAll(() => opened.close());

    it.each(Object.entries(rooms))(
      'given the room %s, when it is opened, then axe finds nothing, nothing runs out of the page or scrolls sideways and the browser does not complain',
      async (_name, path) => {
        const { page, complaints } = opened;
        await page.goto(`${served.base}/o/${organisation}${path}`);
        await page.locator('h1').first().waitFor();
        await page.waitForLoadState('networkidle');
        expect(await page.locator('h1').count()).toBe(1);
        expect(await faultsOf(page)).toEqual([]);
        await expectNoOverflow(page);
        expect(await sideScrollersOf(page)).toEqual([]);
        expect(complaints).toEqual([]);
      },
    );
  });
});
