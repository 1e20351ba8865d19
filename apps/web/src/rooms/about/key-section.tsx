import { forgetKeyHere, useWords } from '../../app/index.ts';
import { Button, Note, Section } from '../../ui/index.ts';

/** Until there is sign-in, whoever has the key can do everything: said plainly, with a way to put it away. */
export function KeySection() {
  const say = useWords('about');
  return (
    <Section title={say('key')}>
      <Note tone="part">{say('key.says')}</Note>
      <p>{say('key.where')}</p>
      <Button onPress={forgetKeyHere}>{say('key.forget')}</Button>
    </Section>
  );
}
