/** What turns the direction of writing or steers a terminal, written as its number: `\\u202e`. Lines stay lines. */
export function printable(text: string): string {
  const number = (mark: string) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return text.replace(/(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, number);
}
