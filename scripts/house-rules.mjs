// What compiler, lint and plan can not say: sizes of files and folders, names, and what foundation may know.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const kept = ['packages', 'apps', 'scripts', 'bench'];
const linesInFile = 250;
const filesInFolder = 12;
const linesInFoundation = 150;
const foundation = 'packages/programme/src/foundation/';
const forTests = /\.test\.(?:ts|mjs)$|\/testing\//;
const code = /\.(?:tsx?|mjs)$/;
/** The dress of the component beside it, and words by language, are not counted as files of a folder. */
const besideCode = /\.module\.css$|\/words\/[a-z]{2}\//;

/** Files that are longer than the limit, and why each has to be. */
const longForAReason = {};

const unused = new Set(
  'manager managers service services helper helpers util utils utility utilities common shared base impl handle dto'.split(
    ' ',
  ),
);

/** Words of the field. Foundation could serve any trade, so none of them stands in it, not even in a comment. */
const field = new Set(
  (
    'control controls risk risks evidence framework frameworks requirement requirements audit audits auditor policy ' +
    'policies supplier suppliers incident incidents claim claims finding findings weakness weaknesses asset assets ' +
    'scope scopes obligation obligations crosswalk certificate certificates applicability treatment threat ' +
    'vulnerability security compliance governance assurance isms soa iso nist csf nis board'
  ).split(' '),
);

/** One line for each rule of the house that the files (`{path, text}`) break. */
export function breaches(files) {
  const written = files.filter(({ path }) => code.test(path));
  return [
    ...written.flatMap(tooLong),
    ...tooFull(files),
    ...files.flatMap(({ path }) => namedByNothing(path)),
    ...written.flatMap(exportsNamedByNothing),
    ...foundationBreaches(written.filter(({ path }) => path.startsWith(foundation) && !forTests.test(path))),
  ];
}

function tooLong({ path, text }) {
  const lines = text.trimEnd().split('\n').length;
  const excused = path in longForAReason;
  if (forTests.test(path)) return [];
  if (lines > linesInFile && !excused)
    return [`too-long: ${path} has ${lines} lines, at most ${linesInFile}`];
  if (lines <= linesInFile && excused) return [`excuse-not-needed: ${path} has ${lines} lines`];
  return [];
}

function tooFull(files) {
  const folders = new Map();
  for (const { path } of files) {
    if (!forTests.test(path) && !besideCode.test(path) && path.includes('/src/')) {
      folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
    }
  }
  return [...folders]
    .filter(([, count]) => count > filesInFolder)
    .map(([folder, count]) => `too-full: ${folder} has ${count} files, at most ${filesInFolder}`);
}

function namedByNothing(path) {
  const bad = path
    .split('/')
    .flatMap(wordsOf)
    .filter((word) => unused.has(word));
  return bad.map((word) => `name: ${path} says "${word}"`);
}

function exportsNamedByNothing({ path, text }) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const exported = source.statements.flatMap(exportedNames);
  const marked = source.statements
    .filter((each) => ts.isInterfaceDeclaration(each) && /^I[A-Z]/.test(each.name.text))
    .map((each) => `name: ${path} marks the interface ${each.name.text} with an I`);
  const empty = exported.flatMap((name) =>
    wordsOf(name)
      .filter((word) => unused.has(word))
      .map((word) => `name: ${path} exports ${name}, which says "${word}"`),
  );
  return [...empty, ...marked];
}

function exportedNames(statement) {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    return clause && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : [];
  }
  const exported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!exported) return [];
  if (!ts.isVariableStatement(statement)) return statement.name ? [statement.name.text] : [];
  return statement.declarationList.declarations.flatMap(namesBound);
}

function namesBound({ name }) {
  return ts.isIdentifier(name) ? [name.text] : name.elements.filter((each) => each.name).flatMap(namesBound);
}

function foundationBreaches(files) {
  const lines = files.map(({ text }) => linesOfCode(text)).reduce((sum, count) => sum + count, 0);
  const long =
    lines < linesInFoundation ? [] : [`foundation: ${lines} lines of code, under ${linesInFoundation}`];
  const knowing = files.flatMap(({ path, text }) => {
    // Words of Unicode and of dates, not of the field.
    const words = text
      .replaceAll(/control characters?|ISO 8601|z\.iso/g, '')
      .split(/[^A-Za-z]+/)
      .flatMap(wordsOf);
    return [...new Set(words)]
      .filter((word) => field.has(word))
      .map((word) => `foundation: ${path} says "${word}"`);
  });
  return [...long, ...knowing];
}

function linesOfCode(text) {
  const bare = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  return bare.split('\n').filter((line) => line.trim() !== '').length;
}

/** `recordEvidence` and `risk-register.ts` as the words they are made of, in lower case. */
function wordsOf(name) {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());
}

/** Every file of the house itself; data and golden files are not looked into. */
function filesBelow(root) {
  return kept.flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replace(/^\//, ''))
      .filter((path) => !/(?:^|\/)(?:node_modules|data|golden|vectors|results)\//.test(path))
      .map((path) => ({ path, text: code.test(path) ? readFileSync(join(root, path), 'utf8') : '' })),
  );
}

/** Sources that git leaves out would be missing from a fresh clone. */
function ignoredByGit(root) {
  const parameters = ['ls-files', '--others', '--ignored', '--exclude-standard', '--', ...kept];
  const { stdout, status } = spawnSync('git', parameters, { cwd: root, encoding: 'utf8' });
  if (status !== 0) return [];
  return stdout
    .split('\n')
    .filter((path) => code.test(basename(path)) && !path.includes('node_modules/'))
    .map((path) => `ignored: ${path} is left out by .gitignore`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = filesBelow(root);
  const complaints = [...breaches(files), ...ignoredByGit(root)];
  for (const complaint of complaints) console.error(complaint);
  console.log(`${files.length} files looked at, ${complaints.length} breaches`);
  process.exitCode = complaints.length === 0 && files.length > 0 ? 0 : 1;
}
