export { calendarCommands } from './operations.ts';
export { calendarEvolvers, isCalendarOpen } from './share.ts';
