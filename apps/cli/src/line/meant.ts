import { nearestWords } from '@concord/operations';

/** Names that are close to what was typed, as a question; nothing where none is. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const near = nearestWords(typed, known).map((name) => `\`${name}\``);
  return near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
}

const mostListed = 15;

/** That a value is none of those that there are. */
export function notAmong(named: string, value: string, allowed: readonly string[]): string {
  return `${named} is one of ${listed(allowed)}, not “${value}”.${didYouMean(value, allowed)}`;
}

/** What there is, as far as it is read. */
export function listed(allowed: readonly string[]): string {
  return `${allowed.slice(0, mostListed).join(', ')}${allowed.length > mostListed ? ', …' : ''}`;
}

/** That there is no such command, with those that are written alike, or that begin with the same word. */
export function noCommand(words: readonly string[], commands: readonly string[]): string {
  const said = `There is no command “${words.join(' ')}”.`;
  const alike = commandsLike(words, commands);
  if (alike !== '') return `${said}${alike} \`concord help\` lists all.`;
  const [first = ''] = words;
  const below = commands.filter((name) => name.startsWith(`${first} `)).map((name) => `\`${name}\``);
  if (below.length > 0) return `${said} Those that begin with “${first}”: ${below.join(', ')}.`;
  const one = didYouMean(first, ofWords(1, commands));
  return `${said}${one} \`concord help\` lists ${one === '' ? 'them' : 'all'}.`;
}

/** What stands behind a command may follow it: as many words are held against it as it has, two at least. */
function commandsLike(words: readonly string[], commands: readonly string[]): string {
  const counts = [3, 2].filter((count) => count <= words.length);
  const meant = counts.map((count) => didYouMean(words.slice(0, count).join(' '), ofWords(count, commands)));
  return meant.find((each) => each !== '') ?? '';
}

function ofWords(count: number, commands: readonly string[]): readonly string[] {
  return commands.filter((name) => name.split(' ').length === count);
}

/** That there is no such option before a command. */
export function noOption(name: string, options: readonly string[]): string {
  return `There is no option --${name} for every command.${didYouMean(`--${name}`, options)} \`concord help\` lists them.`;
}
