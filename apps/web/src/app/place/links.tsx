import { Link, useNavigate } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, useCallback } from 'react';
import { type Search, withoutEmpty } from './address.ts';
import { usePlace } from './place.tsx';
import { pathOfRequirement, pathOfRoom, type Room } from './rooms.ts';
import { useWhen } from './when.ts';

type Anchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>;

interface ToProps extends Anchor {
  readonly room: Room;
  readonly search?: Search;
  /** Is the current one only where the whole address is the same: for links between states of one room. */
  readonly exactly?: boolean;
}

/** A link to a room of this organisation. The day and position that are looked at go along. */
export function To({ room, search = {}, ...anchor }: ToProps) {
  const path = pathOfRoom(usePlace().organisation, room);
  return <Along path={path} search={search} {...anchor} />;
}

interface ToRequirementProps extends Anchor {
  readonly framework: string;
  readonly requirement: string;
}

/** A link to the proof of a requirement. */
export function ToRequirement({ framework, requirement, ...anchor }: ToRequirementProps) {
  const path = pathOfRequirement(usePlace().organisation, framework, requirement);
  return <Along path={path} search={{}} {...anchor} />;
}

/** A room is where one is only at its own address. */
const whole = { exact: true, includeSearch: false };
const same = { exact: true, includeSearch: true };

interface AlongProps extends Anchor {
  readonly path: string;
  readonly search: Search;
  readonly exactly?: boolean;
}

function Along({ path, search, exactly = false, ...anchor }: AlongProps) {
  const along = useAlong();
  const members = withoutEmpty({ ...along, ...search });
  const active = exactly ? same : whole;
  return <Link to={path as never} search={members as never} activeOptions={active} {...anchor} />;
}

function useAlong(): Search {
  const { on, knownAt } = useWhen();
  return { on, knownAt: knownAt === undefined ? undefined : String(knownAt) };
}

/** Goes to a room, as a link does. */
export function useGo(): (room: Room, search?: Search) => void {
  const { organisation } = usePlace();
  const along = useAlong();
  const navigate = useNavigate();
  return useCallback(
    (room, search = {}) => {
      const members = withoutEmpty({ ...along, ...search });
      void navigate({ to: pathOfRoom(organisation, room) as never, search: members as never });
    },
    [navigate, organisation, along.on, along.knownAt],
  );
}
