import { useWords } from '../../../app/index.ts';
import { DropArea, Note, Stack } from '../../../ui/index.ts';

interface ChooseFileProps {
  readonly choose: (file: File) => void;
  readonly isPending: boolean;
  readonly failed: string | undefined;
  /** Name of the file that was chosen before and that the server has no more. */
  readonly lost: string | undefined;
}

const accept = ['.xlsx', '.csv', '.tsv', '.json'];

export function ChooseFile({ choose, isPending, failed, lost }: ChooseFileProps) {
  const say = useWords('library');
  return (
    <Stack gap="s">
      <p>{say('import.lead')}</p>
      {lost !== undefined && (
        <Note tone="unk" title={say('import.lost', { name: lost })} live>
          {say('import.lost-says')}
        </Note>
      )}
      <DropArea
        label={say('import.drop')}
        hint={say('import.kinds')}
        accept={accept}
        isPending={isPending}
        onFiles={([file]) => file && choose(file)}
      />
      {failed !== undefined && (
        <Note tone="gap" mark="error" title={say('import.not-sent')} live>
          {failed}
        </Note>
      )}
      <p>{say('import.rules')}</p>
    </Stack>
  );
}
