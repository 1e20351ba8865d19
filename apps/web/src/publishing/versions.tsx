import type { AnswerOf } from '@concord/operations/client';
import { download, useAnswer, useFormat, usePlace, useWords } from '../app/index.ts';
import { Button, EmptyState, type SimpleColumn, SimpleTable } from '../ui/index.ts';
import { choicesOf, type ReportName } from './reports.ts';

type Version = AnswerOf<'reports versions'>['rows'][number];

interface VersionsProps {
  readonly report: ReportName;
  readonly scope?: string | undefined;
  readonly profile?: string | undefined;
  /** Asks what changed since a version. */
  readonly onCompare: (version: Pick<Version, 'version' | 'scope' | 'profile'>) => void;
}

/** The published versions, the last first: each can be had again as it was handed out. */
export function Versions({ report, scope, profile, onCompare }: VersionsProps) {
  const say = useWords('publishing');
  const { rows } = useAnswer('reports versions', {
    report,
    ...(scope ? { scope } : {}),
    ...(profile ? { profile } : {}),
  });
  const columns = useColumns(report, onCompare);
  const empty = (
    <EmptyState title={say('no-versions')} level={3}>
      {say('no-versions-say')}
    </EmptyState>
  );
  return (
    <SimpleTable
      caption={say('versions-of', { name: say(`report-${report}`) })}
      columns={columns}
      rows={[...rows].reverse()}
      keyOf={({ id }) => id}
      empty={empty}
      stacks
    />
  );
}

function useColumns(
  report: ReportName,
  onCompare: VersionsProps['onCompare'],
): readonly SimpleColumn<Version>[] {
  const say = useWords('publishing');
  const format = useFormat();
  return [
    {
      id: 'version',
      header: say('version'),
      isRowHeader: true,
      cell: ({ version }) => format.number(version),
    },
    { id: 'on', header: say('state-of'), cell: ({ on }) => format.day(on) },
    { id: 'by', header: say('by'), cell: ({ publishedBy }) => publishedBy.name },
    { id: 'note', header: say('note'), cell: ({ note }) => note ?? '' },
    {
      id: 'since',
      header: say('since'),
      cell: ({ drift }) => (drift ? say('changes', { count: drift.changes }) : ''),
    },
    {
      id: 'deeds',
      header: say('deeds'),
      hideHeader: true,
      cell: (version) => <VersionDeeds report={report} version={version} onCompare={onCompare} />,
    },
  ];
}

interface VersionDeedsProps {
  readonly report: ReportName;
  readonly version: Version;
  readonly onCompare: VersionsProps['onCompare'];
}

function VersionDeeds({ report, version, onCompare }: VersionDeedsProps) {
  const say = useWords('publishing');
  const { organisation } = usePlace();
  const { scope, profile, version: number, format } = version;
  const take = () =>
    download(organisation, 'reports download', { ...choicesOf(report, { scope, profile }), version: number });
  return (
    <>
      <Button
        size="s"
        kind="quiet"
        mark="download"
        aria-label={say('take-version', { version: number })}
        onPress={() => void take()}
        reason={version.file ? undefined : say('erased')}
        reasonAs="tooltip"
      >
        {format.toUpperCase()}
      </Button>
      <Button
        size="s"
        kind="quiet"
        aria-label={say('compare-version', { version: number })}
        onPress={() => onCompare(version)}
      >
        {say('compare')}
      </Button>
    </>
  );
}
