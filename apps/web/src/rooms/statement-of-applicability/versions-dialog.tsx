import { useAddress, useWords } from '../../app/index.ts';
import { ChangesSince, Versions } from '../../publishing/index.ts';
import { Dialog, Section } from '../../ui/index.ts';
import { useVersions } from './statement/use-statement.ts';

const report = 'statement-of-applicability';

/** The published versions, and what changed between two of them or to now. */
export function VersionsDialog({ scope }: { readonly scope: string }) {
  const say = useWords('statement');
  const [{ from, to = 'now' }, change] = useAddress();
  const { numbers } = useVersions(scope);
  const before = Number(from);
  const close = () => change({ versions: undefined, from: undefined, to: undefined });
  return (
    <Dialog isOpen onClose={close} title={say('versions')} size="l">
      <Versions
        report={report}
        scope={scope}
        onCompare={({ version }) => change({ from: String(version), to: 'now' })}
      />
      {numbers.includes(before) && (
        <Section title={say('changes')} level={3}>
          <ChangesSince
            {...{ report, scope, to, from: before, versions: numbers }}
            onChoose={(one, other) => change({ from: String(one), to: other })}
          />
        </Section>
      )}
    </Dialog>
  );
}
