import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOrganisation, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';
import { style } from './page/style.ts';
import { day, fillManyStates } from './page/testing/many-states.ts';

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

/** A server of its own; pages are asked for as a browser does. */
async function start(): Promise<RunningServer> {
  const place = makePlace();
  const running = await startServer(place, { clock: () => day });
  closing.push(async () => {
    await running.close();
    place.remove();
  });
  return running;
}

const page = async (ask: Ask, path: string) => {
  const { status, text, headers } = await ask('GET', path, undefined, { accept: 'text/html,*/*' });
  return { status, html: text, words: wordsIn(text), headers };
};

/** What is read: no tags, no style, one blank between words. */
function wordsIn(html: string): string {
  const text = html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
  return text.replace(/\s+/g, ' ').replace(/ ([,.;])/g, '$1');
}

const rowOf = (html: string, id: string) =>
  wordsIn(html.split('<tr ').find((row) => row.includes(`>${id}</a></th>`)) ?? '');

describe('given an empty data directory', () => {
  it('when the first page is asked for, then it says what Concord is and what to type first', async () => {
    const { ask } = await start();
    const { status, words, headers } = await page(ask, '/');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(words).toContain('Concord keeps one security programme for an organisation');
    expect(words).toContain('npx --no concord organisations create --name "Your organisation"');
    for (const framework of ['iso27001-2022', 'nist-csf-2.0', 'nis2-directive'])
      expect(words).toContain(`npx --no concord frameworks adopt ${framework}`);
    expect(words).toContain('npx --no concord library adopt --all');
    expect(words).toContain('npx --no concord demo load');
  });
});

describe('given an organisation with requirements in all states', () => {
  let ask: Ask;
  let inside: Ask;
  let html: string;
  let words: string;
  beforeAll(async () => {
    ({ ask } = await start());
    const { organisation } = await fillManyStates(ask);
    inside = within(ask, organisation);
    ({ html, words } = await page(ask, '/'));
  });

  it('then each view opens with a sentence whose numbers are those of the interface and add up', async () => {
    for (const [view, what] of [
      ['statement-of-applicability', 'controls of Annex A'],
      ['csf-profile', 'outcomes'],
      ['nis2-duties', 'duties'],
    ] as const) {
      const { numbers } = (await inside('GET', `/views/${view}`)).body;
      const sentence = new RegExp(
        `${numbers.met} of ${numbers.n} ${what} are met, by claim or as assessed\\. ${numbers.possible - numbers.met} more are possible: ([^.]*)\\.`,
      );
      const parts = sentence.exec(words)?.[1] ?? '';
      const counted = parts.split(', ').filter((part) => !part.includes('of them'));
      expect(counted.reduce((sum, part) => sum + Number.parseInt(part, 10), 0)).toBe(
        numbers.possible - numbers.met,
      );
      expect(parts).toContain(`${numbers.unclaimed}\u00a0unclaimed`.replace('\u00a0', ' '));
      const gap = numbers.n - numbers.possible;
      expect(html).toContain(
        `role="img" aria-label="Of ${numbers.n}: ${numbers.met} met, ${numbers.possible - numbers.met} more possible, ${gap} gap"`,
      );
    }
    expect(words).toContain('3 are gaps. 2 others are excluded, with a reason.');
  });

  it('then every requirement of every view stands in a row that links to why', async () => {
    for (const [view, framework] of [
      ['statement-of-applicability', 'iso27001-2022'],
      ['csf-profile', 'nist-csf-2.0'],
      ['nis2-duties', 'nis2-directive'],
    ]) {
      const { rows } = (await inside('GET', `/views/${view}`)).body;
      for (const { id, word } of rows) {
        expect(html).toContain(
          `<th scope="row" role="rowheader" class="id"><a href="/why/${framework}/${encodeURIComponent(id)}">${id}</a>`,
        );
        expect(rowOf(html, id)).toContain(word);
      }
    }
  });

  it.each([
    [
      'A.5.18',
      'met',
      'Access rights Met, by our claim Yes Risk R-017, forgotten accounts Law NIS 2 Art. 21(2)(i) Yes AC-01 1 fresh',
    ],
    ['A.5.2', 'partly', 'Partly met, as assessed Undecided'],
    ['A.5.3', 'gap', 'Gap, as assessed Undecided'],
    ['A.5.16', 'supported', 'Partly AC-02 1 due'],
    ['A.8.5', 'stale', 'Stale: unknown since 2026-08-12 Yes Risk R-003, stolen passwords Yes AC-03 1 stale'],
    ['A.5.24', 'conflict', 'Conflict Undecided'],
    [
      'A.7.11',
      'excluded',
      'Excluded No Both sites are rented with supplies; the landlord answers for them (T-12). – – –',
    ],
    [
      'A.8.13',
      'unknown',
      'Unknown: a control failed its last test Yes Contract Restore within 8 hours Yes BC-01 1 failed',
    ],
    ['A.8.15', 'unknown', 'Unknown Undecided – Partly LG-01 1 missing'],
    ['A.5.4', 'unknown', 'Unclaimed Undecided – No – –'],
    ['PR.AA-03', 'stale', 'Wanted, tier 3, high priority, by 31 Mar 2027'],
    ['GV.SC-05', 'unknown', 'Unclaimed Not wanted'],
    [
      '21(2)(i)',
      'met',
      'entity – No. A.5.9 to A.5.18 and A.6.1 to A.6.6 cover this AC-01, AC-02 1 fresh 1 due',
    ],
    ['23(4)(a)', 'met', 'Early warning Met, by our claim entity 24 hours Yes.'],
  ])('then %s has the mark "%s" beside its words', (id, mark, told) => {
    expect(rowOf(html, id)).toContain(told);
    expect(html.split('<tr ').find((row) => row.includes(`>${id}</a></th>`))).toContain(
      `<use href="#mark-${mark}"/>`,
    );
  });

  it('then rows stand under the headings of their framework', () => {
    for (const heading of ['A.7 Physical controls', 'GV Govern', 'Article 23 Reporting obligations'])
      expect(words).toContain(heading);
    expect(words).toContain('PR.AA Identity Management, Authentication, and Access Control 1–6 of 6 met');
  });

  it('then the foot says whose, when, at which position, with which head, and how to get the document', async () => {
    const { position, head } = (await inside('GET', '/views/csf-profile')).body;
    const foot = html.slice(html.indexOf('<footer>'));
    expect(wordsIn(foot)).toContain(
      `As of 24 Nov 2026 Known at position ${position} Ledger ends at position ${position} Head ${head.slice(0, 12)}…`,
    );
    expect(foot).toContain(`title="${head}"`);
    expect(wordsIn(foot)).toContain(
      'npx --no concord report statement-of-applicability --out statement-of-applicability.pdf',
    );
  });

  it('then nothing runs, and the style that is allowed is the style that is sent', async () => {
    const { headers } = await page(ask, '/');
    const hash = /style-src 'sha256-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
    const sent = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sent));
    expect(hash).toBe(Buffer.from(digest).toString('base64'));
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*form-action 'self'/);
    expect(html).not.toMatch(
      /<script|<link rel="(?!icon)|<img|<iframe|\ssrc=|\son\w+=|\sstyle=|href="(?!\/|#|data:image)|url\((?!#hatch)/i,
    );
  });

  it('then the word proven is ours nowhere, and colours come from the tokens alone', () => {
    const own = words.replaceAll('supported, not proven', '');
    expect(own).not.toMatch(/proven|satisfied/i);
    const [, ...rules] = style.split('}}');
    expect(rules.join()).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl/i);
  });

  describe('when another day and position are asked for', () => {
    it('then that day is shown as known there, and links keep it', async () => {
      const { words: then, html: markup } = await page(ask, '/?on=2026-11-10&known-at=40');
      expect(then).toContain(
        'This is what was known at position 40 of the ledger about 10 Nov 2026. Show today',
      );
      expect(then).toContain('As of 10 Nov 2026 Known at position 40 Ledger ends at');
      expect(markup).toContain('href="/why/iso27001-2022/A.5.1?on=2026-11-10&amp;known-at=40"');
      expect(then).toContain('--on 2026-11-10 --known-at 40 --out');
    });

    it('then before anything was adopted the views say so, without a command that is too late', async () => {
      const { words: then } = await page(ask, '/?known-at=1');
      expect(then.match(/This framework was not adopted then\./g)).toHaveLength(3);
      expect(then).not.toContain('frameworks adopt');
    });

    it.each([
      [
        'on=2026-02-31',
        '“2026-02-31” is no day of the calendar. Write it as 2026-11-24',
        'value="2026-02-31"',
      ],
      ['on=%22%3E%3Cb%3E', '“"><b>” is no day', 'value="&quot;&gt;&lt;b&gt;"'],
      ['known-at=0', '“0” is no position of this ledger. Write a whole number from 1 to', 'value="0"'],
      ['known-at=last', '“last” is no position', 'value="last"'],
      ['known-at=99999', '“99999” is no position', 'value="99999"'],
    ])('then %s is refused beside its field, and kept', async (query, told, kept) => {
      const { status, words: said, html: markup } = await page(ask, `/?${query}`);
      expect(status).toBe(400);
      expect(said).toContain(told);
      expect(markup).toContain(kept);
      expect(markup.match(/aria-invalid="true"/g)).toHaveLength(1);
      expect(markup).not.toContain('<table');
    });

    it('then two faults are told both', async () => {
      const { html: markup } = await page(ask, '/?on=tomorrow&known-at=x');
      expect(markup.match(/aria-invalid="true"/g)).toHaveLength(2);
    });
  });

  describe('when it is asked why', () => {
    it('then the sentences of the interface stand in order, and the chain goes down to the evidence', async () => {
      const { body } = await inside('GET', '/why/iso27001-2022/A.5.18');
      const { words: why, html: markup } = await page(ask, '/why/iso27001-2022/A.5.18');
      const listed = [...markup.matchAll(/<ol class="sentences">(.*?)<\/ol>/gs)]
        .map(([, list]) => list)
        .join();
      expect([...listed.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) => wordsIn(item ?? ''))).toEqual(
        body.sentences,
      );
      expect(why).toContain(
        'Claim: meets it confirmed, high confidence AC-01 Access rights are reviewed each quarter operates Fresh Access review, third quarter collected 2 Nov 2026; fresh until 2 Feb 2027',
      );
    });

    it('then hints stand apart, with links to the other end', async () => {
      const { html: markup } = await page(ask, '/why/iso27001-2022/A.5.18');
      const aside = /<aside.*?<\/aside>/s.exec(markup)?.[0] ?? '';
      expect(wordsIn(aside)).toContain('Hints, and nothing more');
      expect(aside).toContain('href="/why/nist-csf-2.0/PR.AA-05"');
      expect(markup.replace(aside, '')).not.toContain('href="/why/nist-csf-2.0/PR.AA-05"');
    });

    it('then an id with brackets and a judgement are shown too', async () => {
      expect((await page(ask, `/why/nis2-directive/${encodeURIComponent('21(2)(i)')}`)).words).toContain(
        'Claim of several controls together: meets it',
      );
      expect((await page(ask, '/why/iso27001-2022/A.5.3')).words).toContain('Judged not met on 3 Nov 2026');
    });

    it.each([
      ['/why/iso27001-2022/A.5.99', 404, 'has no requirement “A.5.99”'],
      ['/why/nis2-directive/21', 422, '21 is a heading or is there to read'],
      ['/why/nis2-2024-2690/11.2', 409, 'Adopt it first with frameworks adopt nis2-2024-2690'],
      [`/why/iso27001-2022/${'x'.repeat(200)}`, 400, 'The address cannot be read'],
      ['/why/iso27001-2022/A.5.1?on=soon', 400, '“soon” is no day'],
      ['/why/iso27001-2022', 404, 'There is nothing at this address'],
    ])('then %s answers %i with the mend', async (path, status, told) => {
      const answer = await page(ask, path);
      expect([answer.status, answer.words]).toEqual([status, expect.stringContaining(told)]);
      expect(answer.html).not.toMatch(/\bat \S+:\d+:\d+/);
    });
  });
});

describe('given several organisations', () => {
  it('then the page asks which, and the one that is chosen stays chosen', async () => {
    const { ask } = await start();
    const one = await createOrganisation(ask, 'One');
    await createOrganisation(ask, 'Two');
    const { html, words } = await page(ask, '/');
    expect(words).toContain('Which organisation?');
    expect(html).toContain(`href="/?organisation=${one}"`);
    const chosen = await page(ask, `/?organisation=${one}`);
    expect(chosen.words).toContain('One');
    expect(chosen.html).toContain(`<input type="hidden" name="organisation" value="${one}">`);
    expect(chosen.words).toContain(`npx --no concord --org ${one} frameworks adopt iso27001-2022`);
    const unknown = await page(ask, '/?organisation=three');
    expect([unknown.status, unknown.words]).toEqual([
      404,
      expect.stringContaining('There is no such organisation here: three'),
    ]);
  });
});

describe('given an organisation without frameworks and controls', () => {
  it('then each place says what fills it and what to type', async () => {
    const { ask } = await start();
    await createOrganisation(ask, 'New');
    const { words } = await page(ask, '/');
    expect(words.match(/This framework is not adopted\./g)).toHaveLength(3);
    expect(words).toContain('No controls yet');
    expect(words).not.toContain('--out statement-of-applicability.pdf');
  });
});

describe('given texts that would do something if anything read them as more than text', () => {
  const hostile = `</title></bdi><script>alert(1)</script>"'><img src=x onerror=alert(1)> gnp شركة {{n}} $t(page.what)`;
  // Names refuse a turned direction; longer texts keep what was typed.
  const turned = hostile.replace('gnp', '\u202egnp');

  it('then they stand there as typed, without the direction that hides them', async () => {
    const { ask } = await start();
    const { organisation } = await fillManyStates(ask, hostile);
    const inside = within(ask, organisation);
    await inside('POST', '/controls', { code: 'X-01', name: hostile, implementation: 'operating' });
    await inside('POST', '/evidence', {
      controls: ['X-01'],
      title: hostile,
      outcome: 'works',
      link: 'https://x.example/"onclick=',
      validUntil: '2027-01-01',
    });
    await inside('POST', '/claims', {
      controls: ['X-01'],
      framework: 'iso27001-2022',
      requirement: 'A.5.9',
      rationale: turned,
    });
    await inside('PUT', '/applicability/iso27001-2022/A.5.9', {
      applicable: true,
      reasons: [{ kind: 'law', text: turned }],
    });
    for (const path of ['/', '/why/iso27001-2022/A.5.9', '/?on=2026-11-01']) {
      const { status, html, words } = await page(ask, path);
      expect(status).toBe(200);
      expect(html).not.toMatch(/<script|<img|\u202e/);
      expect(words).toContain(
        `alert(1)</script>"'><img src=x onerror=alert(1)> gnp شركة {{n}} $t(page.what)`,
      );
    }
    const { html } = await page(ask, '/why/iso27001-2022/A.5.9');
    expect(html.match(/<bdi>&lt;\/title&gt;/g)?.length).toBeGreaterThan(4);
  });
});

describe('given who may see only their own', () => {
  it('then what is hidden is counted', async () => {
    const { controlsCell } = await import('./page/requirement-table.ts');
    const row = { controls: [{ code: 'A-1' }], moreControls: 3, hiddenControls: 1 } as never;
    expect(wordsIn(String(await controlsCell(row)))).toContain('A-1, 3 more, 1 that you may not see');
    const hidden = { controls: [], moreControls: 0, hiddenControls: 2 } as never;
    expect(String(await controlsCell(hidden))).toBe('2 that you may not see');
  });
});

describe('given a browser without the key', () => {
  it('then it reads a page, and the interface still answers in JSON', async () => {
    const { app } = await start();
    const get = (path: string, accept: string) =>
      app.fetch(new Request(`http://concord.test${path}`, { headers: { host: 'concord.test', accept } }));
    const read = await get('/', 'text/html');
    expect([read.status, read.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8']);
    expect(read.headers.get('www-authenticate')).toContain('Bearer');
    expect(wordsIn(await read.text())).toContain('This needs the token that was printed at start');
    expect((await get('/api/v1/organisations', 'text/html')).headers.get('content-type')).toBe(
      'application/problem+json',
    );
    expect((await get('/', '*/*')).headers.get('content-type')).toBe('application/problem+json');
  });
});
