import { type Command, command } from '../../foundation/index.ts';
import type { WithGovernance } from '../governance.ts';
import { shareCalendar, shareCalendarInput, unshareCalendar, unshareCalendarInput } from './share.ts';

/** A calendar program cannot send a token: it is given an address with a key that opens one list and nothing else. */
export const calendarCommands: readonly Command<WithGovernance>[] = [
  command({
    name: 'calendar share',
    method: 'POST',
    path: '/calendar/sharing',
    permission: 'calendar.share',
    summary: 'Make a key for your own calendar, for a program that subscribes to it; it is shown this once',
    input: shareCalendarInput,
    key: 'shared',
    rule: shareCalendar,
  }),
  command({
    name: 'calendar unshare',
    method: 'POST',
    path: '/calendar/sharing/end',
    permission: 'calendar.share',
    summary: 'Take the key of your calendar away, at once',
    input: unshareCalendarInput,
    key: 'taken',
    rule: unshareCalendar,
  }),
];
