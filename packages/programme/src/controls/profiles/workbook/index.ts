export { importProfile, importProfileInput, type ProfileTakenIn } from './import-profile.ts';
export { importTarget, importTargetInput, type TargetTakenIn } from './import-target.ts';
export { profileCells } from './members.ts';
export { isProfile } from './sheet.ts';
