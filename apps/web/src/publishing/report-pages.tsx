import { useLateBytes, useWords, WentWrong } from '../app/index.ts';
import { PagesFrame, Skeleton } from '../ui/index.ts';
import { choicesOf, type ReportChoices, type ReportName } from './reports.ts';

interface ReportPagesProps {
  readonly report: ReportName;
  readonly choices: ReportChoices;
}

/** A report page by page, as its PDF has them. */
export function ReportPages({ report, choices }: ReportPagesProps) {
  const say = useWords('publishing');
  const input = { ...choicesOf(report, choices), format: 'pdf' };
  const { data: pdf, error, refetch } = useLateBytes('report', input);
  if (error) return <WentWrong error={error} onRetry={() => void refetch()} />;
  if (!pdf)
    return (
      <div role="status">
        {say('pages-setting')}
        <Skeleton lines={12} />
      </div>
    );
  return <PagesFrame title={say('pages', { report: say(`report-${report}`) })} pdf={pdf} />;
}
