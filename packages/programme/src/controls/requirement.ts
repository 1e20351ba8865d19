export { adoptedRequirement } from '../governance/index.ts';

export function requirementKey(frameworkId: string, requirement: string): string {
  return `${frameworkId}/${requirement}`;
}
