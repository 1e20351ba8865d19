import { useLongWork, useWords } from '../app/index.ts';
import { Menu } from '../ui/index.ts';
import { choicesOf, formatsOf, type ReportChoices, type ReportName } from './reports.ts';

interface TakeMenuProps {
  readonly report: ReportName;
  readonly choices?: ReportChoices | undefined;
  readonly size?: 's' | 'm' | undefined;
  /** Its sign alone, where there is no room for its word beside other deeds. */
  readonly isSign?: boolean | undefined;
}

/** Takes the report along in one of its formats. */
export function TakeMenu({ report, choices = {}, size, isSign }: TakeMenuProps) {
  const say = useWords('publishing');
  const start = useLongWork();
  const take = (format: string) => {
    const says = `${say(`report-${report}`)} (${say(`format-${format}`)})`;
    start('report', { ...choicesOf(report, choices), format }, says);
  };
  const items = formatsOf(report).map((format) => ({
    id: format,
    label: say(`format-${format}`),
    description: say(`format-${format}-for`),
    onAction: () => take(format),
  }));
  return <Menu label={say('take')} mark="download" items={items} size={size} iconOnly={isSign} />;
}
