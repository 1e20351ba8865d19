/** What somebody may do. Reading comes in two widths: `programme.read` sees all, `own.read` only what is theirs. */
export const permissions = [
  'programme.read',
  'own.read',
  'governance.write',
  'actions.write',
  'actions.close',
  'people.write',
  'controls.write',
  'claims.write',
  'claims.confirm',
  'evidence.record',
  'evidence.assign',
  'frequencies.write',
  'collectors.write',
  'applicability.decide',
  'profiles.write',
  'reports.publish',
  'relations.write',
  'relations.confirm',
  'requirements.assess',
  'ledger.verify',
  'records.erase',
  'calendar.share',
] as const;

export type Permission = (typeof permissions)[number];

/** Parts that people have. */
export const personRoles = ['isms_manager', 'internal_auditor', 'control_owner'] as const;
export const roles = [...personRoles, 'evidence_collector'] as const;
export type Role = (typeof roles)[number];

/**
 * Which role may do what: an auditor judges and reads everything, a control owner reads what is theirs and closes the
 * actions among it, a collector sends evidence and reads nothing.
 */
export const mayDo: Readonly<Record<Role, readonly Permission[]>> = {
  isms_manager: permissions,
  internal_auditor: ['programme.read', 'own.read', 'requirements.assess', 'ledger.verify', 'calendar.share'],
  control_owner: ['own.read', 'actions.close', 'calendar.share'],
  evidence_collector: ['evidence.record'],
};
