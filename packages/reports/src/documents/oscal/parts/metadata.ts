import { say } from '@concord/catalog';
import type { ExchangeHead } from '@concord/views';
import { line, listed, ownProps, type Prop } from './prop.ts';
import { recordUuid } from './uuid.ts';

/** What a document says of itself beside what all of them do. */
export interface Titled {
  readonly title: string;
  /** The position of the ledger when left out. */
  readonly version?: string;
  /** Whose content it is, where that is not the organisation's. */
  readonly publisher?: string;
  /** Role that the people named have, by the id of its words. */
  readonly roles?: readonly string[];
  readonly props?: readonly Prop[];
  readonly remarks?: string;
}

/** Title, time, parties and where in the ledger it stands. The time is that of the last entry and never the clock's. */
export function metadataOf(view: ExchangeHead, titled: Titled): object {
  const { title, version, publisher, roles = [], props = [], remarks } = titled;
  const organisation = organisationParty(view);
  const published = publisher ? [publisherParty(view, publisher)] : [];
  const says = {
    position: view.position,
    on: view.on,
    head: view.head,
    'organisation-id': view.organisation.id,
  };
  return {
    title: line(title),
    'last-modified': view.recordedAt,
    version: line(version ?? String(view.position)),
    'oscal-version': '1.2.1',
    props: [...ownProps(says), ...props],
    roles: ['creator', ...(publisher ? ['publisher'] : []), ...roles].map((id) => ({
      id,
      title: say(view.language, `oscal.role.${id}`),
    })),
    parties: [...published, organisation, ...peopleParties(view)],
    'responsible-parties': [
      { 'role-id': 'creator', 'party-uuids': [organisation.uuid] },
      ...published.map(({ uuid }) => ({ 'role-id': 'publisher', 'party-uuids': [uuid] })),
    ],
    ...(remarks ? { remarks } : {}),
  };
}

interface Party {
  readonly uuid: string;
  readonly type: 'organization' | 'person';
  readonly name: string;
}

function organisationParty(view: ExchangeHead): Party {
  const { id, name } = view.organisation;
  return { uuid: recordUuid(view, 'organisation', id), type: 'organization', name: line(name) };
}

function publisherParty(view: ExchangeHead, name: string): Party {
  return { uuid: recordUuid(view, 'publisher', name), type: 'organization', name: line(name) };
}

/** People by name and no more: addresses are not for handing on. */
function peopleParties(view: ExchangeHead): Party[] {
  return Object.entries(view.people).map(([id, name]) => ({
    uuid: partyUuid(view, id),
    type: 'person',
    name: line(name || say(view.language, 'oscal.erased-person')),
  }));
}

/** The party of a person. */
export function partyUuid(view: ExchangeHead, person: string): string {
  return recordUuid(view, 'person', person);
}

/** Who has a role in something; nobody where nobody was named. */
export function responsible(view: ExchangeHead, role: string, person: string | undefined) {
  return listed(
    'responsible-roles',
    person ? [{ 'role-id': role, 'party-uuids': [partyUuid(view, person)] }] : [],
  );
}
