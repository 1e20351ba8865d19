/** The rooms of an organisation: the part of the address behind it, in the order of the rail. */
export const roomGroups = [
  { group: 'start', rooms: ['home', 'guide'] },
  { group: 'programme', rooms: ['library', 'evidence', 'actions', 'what-if'] },
  { group: 'views', rooms: ['statement-of-applicability', 'csf-profile', 'nis2', 'frameworks'] },
  { group: 'record', rooms: ['documents', 'history', 'about'] },
] as const;

export type Room = (typeof roomGroups)[number]['rooms'][number];

/** Where a room lies; home is the organisation itself. */
export function pathOfRoom(organisation: string, room: Room): string {
  const base = `/o/${encodeURIComponent(organisation)}`;
  return room === 'home' ? base : `${base}/${room}`;
}

export function pathOfRequirement(organisation: string, framework: string, requirement: string): string {
  const place = [organisation, 'requirements', framework, requirement].map(encodeURIComponent).join('/');
  return `/o/${place}`;
}
