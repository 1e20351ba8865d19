import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import css from './tabs.module.css';

export interface TabOf {
  readonly id: string;
  readonly label: string;
  readonly count?: number | undefined;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly TabOf[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** Content of the selected one. */
  readonly children: ReactNode;
  /** At the end of the line: "Save this view". */
  readonly actions?: ReactNode;
}

/** Several views of one thing, of which one is shown. */
export function Tabs({ label, tabs, selected, onSelect, children, actions }: TabsProps) {
  return (
    <AriaTabs
      className={css.tabs ?? ''}
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(String(key))}
      keyboardActivation="manual"
    >
      <div className={css.line}>
        <TabList aria-label={label} className={css.list ?? ''}>
          {tabs.map(({ id, label: word, count }) => (
            <Tab key={id} id={id} className={css.tab ?? ''}>
              {word}
              {count !== undefined && <span className={css.count}> {count}</span>}
            </Tab>
          ))}
        </TabList>
        {actions !== undefined && <div className={css.actions}>{actions}</div>}
      </div>
      {tabs.map(({ id }) => (
        <TabPanel key={id} id={id} className={css.panel ?? ''}>
          {id === selected && children}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
