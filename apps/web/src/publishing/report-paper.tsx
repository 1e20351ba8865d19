import { useLateText, useWords, WentWrong } from '../app/index.ts';
import { PaperFrame, Skeleton } from '../ui/index.ts';
import { choicesOf, type ReportChoices, type ReportName } from './reports.ts';

interface ReportPaperProps {
  readonly report: ReportName;
  readonly choices?: ReportChoices | undefined;
  readonly isSmall?: boolean | undefined;
}

/** A report as it would be handed out now. */
export function ReportPaper({ report, choices = {}, isSmall }: ReportPaperProps) {
  const say = useWords('publishing');
  const input = { ...choicesOf(report, choices), format: 'html' };
  const { data, error, isFetching, refetch } = useLateText('report', input);
  if (error) return <WentWrong error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={12} />;
  const title = say('paper', { report: say(`report-${report}`) });
  return <PaperFrame title={title} document={data} isStale={isFetching} isSmall={isSmall} />;
}
