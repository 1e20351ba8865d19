export { ActionDialog } from './actions/action-dialog.tsx';
export { ask, isNoMore, useAnswer, useLateAnswer } from './answers/use-answer.ts';
export { useOpen } from './answers/use-open.ts';
export { askAllRows, type Paged, usePaged } from './answers/use-paged.ts';
export { useLateBytes, useLateText } from './answers/use-text.ts';
export { type Far, forgetKeyHere, isOutrun, isRefusal, Unreachable } from './client/index.ts';
export { changedFrom, useAsOpened } from './deeds/as-opened.ts';
export { BegunNote } from './deeds/begun-note.tsx';
export { mostOf } from './deeds/conflict/compared.ts';
export { loadDemo, removeDemo } from './deeds/demo.ts';
export { download, fetchBytes, type SentFile, saveAs, sendFile } from './deeds/files.ts';
export { type Trial, useForetold } from './deeds/foretold/use-foretold.ts';
export { useUnsent } from './deeds/kept/store.ts';
export { useWaiting } from './deeds/kept/use-waiting.ts';
export { tell } from './deeds/notices.ts';
export { type Edit, useEdit } from './deeds/typed-over/use-edit.ts';
export { useTypedOver } from './deeds/typed-over/use-typed-over.ts';
export { type AttemptError, useAttempt } from './deeds/use-attempt.ts';
export { type Deed, foretell, useDeed } from './deeds/use-deed.ts';
export { useDraft, useDraftPlace } from './deeds/use-draft.ts';
export {
  dropDraft,
  dropFile,
  formsOf,
  gotBack,
  type KeptDraft,
  keepDraft,
  keepFile,
  keepForm,
  keptFile,
  mostBytes,
  namedTogether,
  readDrafts,
  toKeep,
  useDrafts,
} from './drafts/index.ts';
export { useFileCheck } from './files/use-file-check.ts';
export { AddressBand } from './history/address-band.tsx';
export { useLongWork } from './long-work/use-long-work.ts';
export { type About, AboutLinks } from './palette/about-links.tsx';
export { AddPerson } from './people/add-person.tsx';
export { AddStrangers, ChooseStrangers, type Stranger, useMayAddStrangers } from './people/add-strangers.tsx';
export { PersonField } from './people/person-field.tsx';
export { type Search, useAddress } from './place/address.ts';
export { useExpected } from './place/expected.ts';
export { To, ToRequirement, useGo } from './place/links.tsx';
export { useMaybePlace, usePlace } from './place/place.tsx';
export { useReadOnly } from './place/read-only.ts';
export { pathOfRequirement, pathOfRoom, type Room } from './place/rooms.ts';
export { isDay } from './place/said.ts';
export { useIsLeaving } from './place/use-is-leaving.ts';
export { useIsPast, useWhen } from './place/when.ts';
export { WordField } from './place/word-field.tsx';
export { Boundary, WentWrong } from './shell/boundary.tsx';
export { chooseTheme, themes, useTheme } from './theme/theme.ts';
export { dayAfter, daysBetween, type Format } from './words/format.ts';
export { chooseLanguage, type Language, languages } from './words/language.ts';
export { type Say, useFormat, useLanguage, useWords } from './words/use-words.ts';
