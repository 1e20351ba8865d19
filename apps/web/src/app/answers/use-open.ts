import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type Search, withoutEmpty } from '../place/address.ts';
import { pathOfRoom, type Room } from '../place/rooms.ts';
import { queryClient } from './query-client.ts';

/**
 * Opens an organisation that was just made. Which organisations there are is asked anew beforehand; what is on screen
 * stays until the room is there, so that no page in between is blank.
 */
export function useOpen(): (organisation: string, room?: Room, search?: Search) => Promise<void> {
  const navigate = useNavigate();
  return useCallback(
    async (organisation, room = 'home', search = {}) => {
      queryClient.removeQueries({ queryKey: ['answer', organisation] });
      await queryClient.refetchQueries({ queryKey: ['answer', '', 'me'] });
      await navigate({ to: pathOfRoom(organisation, room) as never, search: withoutEmpty(search) as never });
    },
    [navigate],
  );
}
