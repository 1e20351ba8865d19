import { useWords } from '../../../app/index.ts';
import { DropArea, Note, Stack } from '../../../ui/index.ts';

interface ChooseFileProps {
  readonly choose: (file: File) => void;
  readonly isPending: boolean;
  readonly failed: string | undefined;
}

const accept = ['.xlsx', '.csv', '.tsv', '.json'];

export function ChooseFile({ choose, isPending, failed }: ChooseFileProps) {
  const say = useWords('library');
  return (
    <Stack gap="s">
      <p>{say('import.lead')}</p>
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
