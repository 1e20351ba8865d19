import { Banner, Button } from '../../ui/index.ts';
import { useAddress } from '../place/address.ts';
import { useFaults } from '../place/expected.ts';
import { useLedgerEnd } from '../store/ledger-end.ts';
import { useFormat, useWords } from '../words/use-words.ts';

const longest = 60;

/** Tells what in the address cannot be meant and what is shown instead; one press takes it out. */
export function AddressBand() {
  const say = useWords('app');
  const { number } = useFormat();
  const [, change] = useAddress();
  const end = useLedgerEnd() ?? 0;
  const faults = useFaults();
  if (faults.length === 0) return null;
  const isOfTime = faults.some(({ member }) => member === 'on' || member === 'knownAt');
  const without = Object.fromEntries(faults.map(({ member }) => [member, undefined]));
  const keyOf = (member: string, why: string) => (member === 'on' ? 'on' : why);
  return (
    <Banner
      tone="part"
      mark="warning"
      label={say('address.title')}
      live
      actions={
        <Button size="s" onPress={() => change(without, { replace: true })}>
          {say(isOfTime ? 'address.present' : 'address.without')}
        </Button>
      }
    >
      {faults
        .map(({ member, value, why, most = 0 }) => {
          const params = { member, value: value.slice(0, longest), end: number(end), most: number(most) };
          return say(`address.${keyOf(member, why)}`, params);
        })
        .join(' ')}
    </Banner>
  );
}
