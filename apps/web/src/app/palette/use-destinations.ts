import { usePlace } from '../place/place.tsx';
import { pathOfRoom, roomGroups } from '../place/rooms.ts';
import { chooseTheme } from '../theme/theme.ts';
import { chooseLanguage } from '../words/language.ts';
import { useWords } from '../words/use-words.ts';
import { begunDeeds, type Setting, settings } from './destinations.ts';
import type { Entry } from './entries.ts';
import { type Called, fitting } from './fit.ts';

/** Something that can be gone to, or is done at once. */
export type Choice = Entry | Done;

interface Done extends Omit<Entry, 'path' | 'search'> {
  readonly act: () => void;
}

/** The pages, and what can be done, that a text fits. */
export function useDestinations(text: string, onLookBack: () => void): readonly Choice[] {
  const frame = useWords('app');
  const say = useWords('palette');
  const { organisation } = usePlace();
  const called = (name: string, title: string, more: readonly string[] = []) => ({
    code: '',
    title,
    also: [...more, ...say(`also.${name}`).split('; ')],
  });
  const pages = roomGroups
    .flatMap((each) => each.rooms)
    .map((room) => ({
      ...called(room, say(`full.${room}`, { defaultValue: frame(`room.${room}`) }), [frame(`room.${room}`)]),
      id: `room:${room}`,
      where: frame('find.room'),
      path: pathOfRoom(organisation, room),
      search: {},
    }));
  const begun = begunDeeds.map(({ deed, room, search }) => ({
    ...called(deed, say(`deed.${deed}`)),
    id: `deed:${deed}`,
    where: frame(`room.${room}`),
    path: pathOfRoom(organisation, room),
    search,
  }));
  const atOnce = settings.map((setting) => ({
    ...called(setting.deed, say(`deed.${setting.deed}`)),
    id: `deed:${setting.deed}`,
    where: say('setting'),
    act: () => put(setting),
  }));
  const lookBack = {
    ...called('look-back', say('deed.look-back')),
    id: 'deed:look-back',
    where: say('any-page'),
    act: onLookBack,
  };
  return fitting<Choice & Called>([...pages, ...begun, lookBack, ...atOnce], text);
}

function put(setting: Setting): void {
  if ('theme' in setting) chooseTheme(setting.theme);
  else void chooseLanguage(setting.language);
}
