import type { Page } from 'playwright-core';

/** A change on its way from a page, and another that comes before it. */
export interface Overtaken {
  /** How the page's change is sent. */
  readonly method: 'PATCH' | 'PUT';
  readonly mine: () => Promise<unknown>;
  readonly theirs: () => Promise<unknown>;
}

/**
 * Sends mine from the page and holds it until theirs is recorded: so mine rests on what stood before theirs, however soon
 * the page hears of it.
 */
export async function overtaken(page: Page, { method, mine, theirs }: Overtaken): Promise<void> {
  let letGo = () => {};
  const isTheirs = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/api\//, async (route) => {
    if (route.request().method() === method) await isTheirs;
    await route.fallback();
  });
  try {
    const sent = page.waitForRequest((request) => request.method() === method);
    await mine();
    await sent;
    await theirs();
  } finally {
    letGo();
  }
}
