import { Suspense, useState } from 'react';
import { To, useAddress, useAnswer, useExpected, useIsPast, useReadOnly, useWords } from '../../app/index.ts';
import { PublishDialog, ReportPaper, TakeMenu } from '../../publishing/index.ts';
import {
  Button,
  EmptyState,
  LinkButton,
  Menu,
  Page,
  Skeleton,
  TextLink,
  ToggleGroup,
  Toolbar,
  useWide,
} from '../../ui/index.ts';
import { checkIds } from './checks/groups.ts';
import { ImportDialog } from './deeds/import-dialog.tsx';
import { Filters } from './filters.tsx';
import { StatementList } from './rows/statement-list.tsx';
import { Standing } from './standing.tsx';
import { useStatement, useVersions } from './statement/use-statement.ts';
import css from './statement-room.module.css';
import { VersionsDialog } from './versions-dialog.tsx';

/** Clause 6.1.3 d: every control, whether it is necessary and why; beside it the document as it prints. */
export function StatementRoom() {
  const { frameworks } = useAnswer('organisations show');
  return frameworks.some(({ framework }) => framework === 'iso27001-2022') ? <Statement /> : <NotAdopted />;
}

function NotAdopted() {
  const say = useWords('statement');
  const go = (
    <LinkButton kind="primary" render={(dress) => <To room="frameworks" {...dress} />}>
      {say('adopt')}
    </LinkButton>
  );
  return (
    <Page title={say('title')}>
      <EmptyState title={say('not-adopted')} actions={go}>
        {say('not-adopted-say')}
      </EmptyState>
    </Page>
  );
}

const reads = { show: ['list', 'paper'], versions: ['open'], do: { ids: [...checkIds] } };

function Statement() {
  const say = useWords('statement');
  const isWide = useWide(1360);
  const [{ show }, change] = useAddress();
  const { view, lines, shown, counts } = useStatement();
  useExpected(reads);
  const shows = isWide ? 'both' : show === 'paper' ? 'paper' : 'list';
  return (
    <Page title={say('title')} meta={view.scope.name} actions={<Deeds view={view} />}>
      {!isWide && (
        <ToggleGroup
          label={say('show')}
          hideLabel
          isOfView
          options={[
            { value: 'list', label: say('show-list') },
            { value: 'paper', label: say('show-paper') },
          ]}
          value={show === 'paper' ? 'paper' : 'list'}
          onChange={(value) => change({ show: value === 'paper' ? value : undefined })}
        />
      )}
      <div className={css.room}>
        {shows !== 'paper' && (
          <div className={css.work}>
            <Standing view={view} lines={lines} counts={counts} />
            <Filters lines={lines} shown={shown.length} />
            <StatementList view={view} lines={lines} shown={shown} />
          </div>
        )}
        {shows !== 'list' && <Paper scope={view.scope.id} />}
      </div>
    </Page>
  );
}

type View = ReturnType<typeof useStatement>['view'];

function Deeds({ view }: { readonly view: View }) {
  const say = useWords('statement');
  const [{ versions }, change] = useAddress();
  const [isPublishing, setPublishing] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const mayNotDecide = useReadOnly('applicability.decide');
  const mayNotPublish = useReadOnly('reports.publish');
  const isPast = useIsPast();
  const { next } = useVersions(view.scope.id);
  const isPhone = !useWide(480);
  const seeVersions = () => change({ versions: 'open' });
  return (
    <>
      <Toolbar label={say('deeds')}>
        {!isPhone && (
          <Button onPress={() => setImporting(true)} reason={mayNotDecide} reasonAs="tooltip">
            {say('import')}
          </Button>
        )}
        <TakeMenu report="statement-of-applicability" choices={{ scope: view.scope.id }} isSign={isPhone} />
        {isPhone ? (
          <Menu
            label={say('more-deeds')}
            iconOnly
            items={[
              { id: 'versions', label: say('versions'), onAction: seeVersions },
              {
                id: 'import',
                label: say('import'),
                reason: mayNotDecide,
                onAction: () => setImporting(true),
              },
            ]}
          />
        ) : (
          <Button onPress={seeVersions}>{say('versions')}</Button>
        )}
        {!isPast && (
          <Button
            kind="primary"
            onPress={() => setPublishing(true)}
            reason={mayNotPublish ?? (next === undefined ? say('publish-not-yet') : undefined)}
            reasonAs="tooltip"
          >
            {next === undefined ? say('publish-next') : say('publish', { version: next })}
          </Button>
        )}
      </Toolbar>
      {next !== undefined && (
        <PublishDialog
          report="statement-of-applicability"
          choices={{ scope: view.scope.id }}
          version={next}
          isOpen={isPublishing}
          onClose={() => setPublishing(false)}
        />
      )}
      {isImporting && <ImportDialog view={view} onClose={() => setImporting(false)} />}
      {versions === 'open' && (
        <Suspense fallback={null}>
          <VersionsDialog scope={view.scope.id} />
        </Suspense>
      )}
    </>
  );
}

function Paper({ scope }: { readonly scope: string }) {
  const say = useWords('statement');
  return (
    <aside className={css.paper} aria-label={say('paper')}>
      <header className={css.paperHead}>
        <b>{say('paper')}</b>
        <small>
          {say('paper-flows')}{' '}
          <TextLink
            render={(dress) => (
              <To
                room="documents"
                search={{ report: 'statement-of-applicability', scope, pages: 'pdf' }}
                {...dress}
              />
            )}
          >
            {say('paper-pages')}
          </TextLink>
        </small>
      </header>
      <Suspense fallback={<Skeleton lines={12} />}>
        <ReportPaper report="statement-of-applicability" choices={{ scope }} isSmall />
      </Suspense>
    </aside>
  );
}
