export { actionList, actionSheet, actionStatuses } from './actions.ts';
export {
  issueList,
  issueSheet,
  obligationList,
  obligationSheet,
  partyList,
  partySheet,
  scopeList,
} from './context.ts';
export { documentList, documentSheet, documentStatuses } from './documents.ts';
export { entityList, entitySheet } from './entities.ts';
export { standings } from './register.ts';
export { requirementAsked, subjectAsked } from './subject.ts';
