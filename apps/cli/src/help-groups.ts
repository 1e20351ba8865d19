/** One command as the overview lists it. */
export interface Listed {
  readonly name: string;
  readonly summary: string;
}

/** What commands are about, by their first word, in the order in which somebody comes to need them. */
const subjects: readonly (readonly [about: string, words: string])[] = [
  ['Begin and run', 'backup demo me openapi organisations restore serve set-up'],
  ['Organisation and context', 'documents entities issues nis2-class obligations parties people scopes'],
  [
    'Frameworks and crosswalks',
    'activities catalogue crosswalk crosswalks designations framework frameworks relations',
  ],
  ['Controls and claims', 'claims controls frequencies library'],
  ['Evidence', 'collectors evidence files'],
  ['Applicability, targets and judgements', 'applicability necessity points profiles requirements targets'],
  ['Actions and what is due', 'actions calendar'],
  ['Views and questions', 'find view what-if why'],
  ['Reports and exports', 'export report reports'],
  ['The ledger and what it proves', 'batches head history position public-key records undo verify'],
];

const others = 'Others';

/** The commands sorted by name, those about the same below one heading. */
export function groupCommands(
  commands: readonly Listed[],
): readonly { readonly about: string; readonly commands: readonly Listed[] }[] {
  const sorted = [...commands].sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...subjects.map(([about]) => about), others]
    .map((about) => ({ about, commands: sorted.filter(({ name }) => subjectOf(name) === about) }))
    .filter((group) => group.commands.length > 0);
}

function subjectOf(name: string): string {
  const [first = ''] = name.split(' ');
  return subjects.find(([, words]) => words.split(' ').includes(first))?.[0] ?? others;
}
