/** What is to be evidence: a file, or an address where it lies. */
export type Taken = { readonly file: File } | { readonly link: string };

/** What pasted text is: an address if it is nothing else, or a text of its own. */
export function takenFrom(text: string, name: string): Taken | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (isAddress(trimmed)) return { link: trimmed };
  return { file: new File([text], name, { type: 'text/plain' }) };
}

/** A title to begin with: the name of the file without its ending. */
export function titleFrom(taken: Taken): string {
  return 'file' in taken ? taken.file.name.replace(/\.[^.]{1,5}$/, '') : '';
}

/** Whether it is an address of the web, whole and nothing else. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}
