import { ToRequirement } from '../../../app/index.ts';
import { Id, TextLink } from '../../../ui/index.ts';

interface RequirementLinkProps {
  readonly framework: string;
  readonly requirement: string;
  readonly title?: string | undefined;
}

export function RequirementLink({ framework, requirement, title }: RequirementLinkProps) {
  return (
    <TextLink plain render={(dress) => <ToRequirement {...{ framework, requirement }} {...dress} />}>
      <Id>{requirement}</Id> {title}
    </TextLink>
  );
}
