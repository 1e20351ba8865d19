/** A document as text, ready for a frame in which nothing runs, and what it is dressed in. */
export interface Paper {
  readonly html: string;
  readonly style: string;
}

const tag = /<[a-z][^<>]*>/gi;

/**
 * The page allows no style that stands in a document, so it is taken out here and put on from outside once the frame
 * stands. Paper is white, whatever the screen is; as it prints, a table is as wide as the sheet and nothing scrolls.
 */
export function paperOf(document: string, asPrinted = false): Paper {
  const styles: string[] = [];
  const bare = document.replace(/<style[^>]*>([\s\S]*?)<\/style>/gi, (_, style: string) => {
    styles.push(style);
    return '';
  });
  const html = bare
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/gi, '')
    .replace(tag, (each) => each.replace(/ style="/g, ' data-style="'));
  const light = styles
    .join('\n')
    .replaceAll(/@media[^{]*prefers-color-scheme:\s*dark[^{]*/g, '@media not all');
  const style = asPrinted ? light.replaceAll(/@media\s+print\b/g, '@media all') : light;
  return { html, style };
}

/**
 * The letters that the app brings, as rules for a frame: a document names them as they are named in print, and an
 * address without its beginning leads nowhere from there.
 */
export function facesFor(rules: readonly string[], origin: string): string {
  return rules
    .map((rule) =>
      rule
        .replace(/(font-family:\s*["']?[^;"']+?) Variable(?=["']?\s*;)/, '$1')
        .replace(/url\((["']?)\//g, (_, quote: string) => `url(${quote}${origin}/`),
    )
    .join('\n');
}
