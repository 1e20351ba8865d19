import { pathOfRoom, type Room } from '../../../app/index.ts';

/** Opens an organisation that was just made. The page is loaded anew: all that was asked before knew nothing of it. */
export function open(organisation: string, room: Room = 'home', search = ''): void {
  window.location.assign(`${pathOfRoom(organisation, room)}${search}`);
}
