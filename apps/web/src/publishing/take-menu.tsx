import { useState } from 'react';
import { download, isRefusal, tell, usePlace, useWhen, useWords } from '../app/index.ts';
import { Menu } from '../ui/index.ts';
import { choicesOf, formatsOf, type ReportChoices, type ReportName } from './reports.ts';

interface TakeMenuProps {
  readonly report: ReportName;
  readonly choices?: ReportChoices | undefined;
  readonly size?: 's' | 'm' | undefined;
}

/** Takes the report along in one of its formats. */
export function TakeMenu({ report, choices = {}, size }: TakeMenuProps) {
  const say = useWords('publishing');
  const { organisation } = usePlace();
  const when = useWhen();
  const [isGoing, setGoing] = useState(false);
  const take = async (format: string) => {
    setGoing(true);
    try {
      await download(organisation, 'report', { ...when, ...choicesOf(report, choices), format });
    } catch (error) {
      const notices = isRefusal(error) ? [error.problem.detail] : [];
      tell({ says: say('take-failed'), notices, tone: 'failed' });
    } finally {
      setGoing(false);
    }
  };
  const items = formatsOf(report).map((format) => ({
    id: format,
    label: say(`format-${format}`),
    description: say(`format-${format}-for`),
    onAction: () => void take(format),
  }));
  return <Menu label={say(isGoing ? 'taking' : 'take')} mark="download" items={items} size={size} />;
}
