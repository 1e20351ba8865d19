import { Suspense, useState } from 'react';
import { useAddress, useAnswer, useExpected, useIsPast, useReadOnly, useWords } from '../../../app/index.ts';
import {
  ChangesSince,
  PublishDialog,
  type ReportName,
  ReportPages,
  ReportPaper,
  reportNamed,
  reports,
  TakeMenu,
  Versions,
} from '../../../publishing/index.ts';
import { Button, cx, Row, Section, SelectField, Skeleton, Stack, useWide } from '../../../ui/index.ts';
import { ChoiceFields, useChoices } from './choice-fields.tsx';
import css from './reports.module.css';

/** Every report: choose one, see its pages, take it along or publish it. */
export function ReportsView() {
  const [address] = useAddress();
  const { name } = reportNamed(address.report);
  return (
    <div className={css.view}>
      <ReportList chosen={name} />
      <Chosen key={name} name={name} />
    </div>
  );
}

function ReportList({ chosen }: { readonly chosen: ReportName }) {
  const say = useWords('documents');
  const named = useWords('publishing');
  const [, change] = useAddress();
  const isWide = useWide(900);
  const choose = (report: string | undefined) => change({ report, from: undefined, to: undefined });
  if (!isWide) {
    const options = reports.map(({ name }) => ({ id: name, label: named(`report-${name}`) }));
    return <SelectField label={say('report')} options={options} value={chosen} onChange={choose} />;
  }
  return (
    <nav aria-label={say('reports')}>
      <ul className={css.reports}>
        {reports.map(({ name }) => (
          <li key={name}>
            <button
              type="button"
              className={cx(css.report, name === chosen && css.chosen)}
              aria-current={name === chosen ? 'true' : undefined}
              onClick={() => choose(name)}
            >
              <b>{named(`report-${name}`)}</b>
              <small>{say(`for-${name}`)}</small>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Chosen({ name }: { readonly name: ReportName }) {
  const say = useWords('documents');
  const named = useWords('publishing');
  const choices = useChoices(name);
  const [{ pages }, change] = useAddress();
  const showsVersions = pages === 'versions';
  return (
    <Section
      title={named(`report-${name}`)}
      link={
        <Row>
          <TakeMenu report={name} choices={choices} size="s" />
          <Button size="s" onPress={() => change({ pages: showsVersions ? undefined : 'versions' })}>
            {say(showsVersions ? 'pages' : 'versions')}
          </Button>
          <Publish name={name} />
        </Row>
      }
    >
      <Stack>
        <ChoiceFields name={name} />
        <Suspense fallback={<Skeleton lines={12} />}>
          {showsVersions ? <Published name={name} /> : <Paper name={name} />}
        </Suspense>
      </Stack>
    </Section>
  );
}

/** As one text that flows, or page by page as the PDF has them. */
function Paper({ name }: { readonly name: ReportName }) {
  const say = useWords('documents');
  const choices = useChoices(name);
  const [{ pages }, change] = useAddress();
  const isPdf = pages === 'pdf';
  return (
    <Stack gap="s">
      <Row>
        <small>{say(isPdf ? 'paper.pages' : 'paper.flows')}</small>
        <Button
          size="s"
          reason={isPdf || navigator.pdfViewerEnabled ? undefined : say('paper.no-viewer')}
          onPress={() => change({ pages: isPdf ? undefined : 'pdf' })}
        >
          {say(isPdf ? 'paper.show-flowing' : 'paper.show-pages')}
        </Button>
      </Row>
      <div className={css.pages}>
        {isPdf ? (
          <ReportPages report={name} choices={choices} />
        ) : (
          <ReportPaper report={name} choices={choices} />
        )}
      </div>
    </Stack>
  );
}

/** The number of the next version is that of the scope and profile that are chosen. */
function useNext(name: ReportName): number {
  const { scope, profile } = useChoices(name);
  const { rows } = useAnswer('reports versions', {
    report: name,
    ...(scope ? { scope } : {}),
    ...(profile ? { profile } : {}),
  });
  const last = rows.at(-1);
  const alike = rows.filter((row) => row.scope === last?.scope && row.profile === last?.profile);
  return Math.max(0, ...alike.map(({ version }) => version)) + 1;
}

function Publish({ name }: { readonly name: ReportName }) {
  const say = useWords('documents');
  const [isOpen, setOpen] = useState(false);
  const choices = useChoices(name);
  const version = useNext(name);
  const denied = useReadOnly('reports.publish');
  // The number of the next version is that of now.
  if (useIsPast()) return null;
  return (
    <>
      <Button size="s" kind="primary" onPress={() => setOpen(true)} reason={denied} reasonAs="tooltip">
        {say('publish')}
      </Button>
      <PublishDialog {...{ report: name, choices, version, isOpen }} onClose={() => setOpen(false)} />
    </>
  );
}

function Published({ name }: { readonly name: ReportName }) {
  const say = useWords('documents');
  const { scope, profile } = useChoices(name);
  const [{ from, to = 'now' }, change] = useAddress();
  const { rows } = useAnswer('reports versions', { report: name });
  const versions = [...new Set(rows.map(({ version }) => version))];
  const told = versions.map(String);
  useExpected({ from: { ids: told }, to: { ids: ['now', ...told] } });
  const before = Number(from);
  return (
    <Stack>
      <Versions
        report={name}
        scope={scope}
        profile={profile}
        onCompare={(of) =>
          change({ from: String(of.version), to: 'now', scope: of.scope, profile: of.profile })
        }
      />
      {versions.includes(before) && (
        <Section title={say('changes')} level={3}>
          <ChangesSince
            {...{ report: name, scope, profile, to, from: before, versions }}
            onChoose={(one, other) => change({ from: String(one), to: other })}
          />
        </Section>
      )}
    </Stack>
  );
}
