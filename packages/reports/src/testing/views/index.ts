export { bookRow, bookView } from './book.ts';
export { changesView } from './changes.ts';
export { clauseRow, clauseView, documentOfNeed, need } from './clauses.ts';
export { piece, registerView } from './register.ts';
