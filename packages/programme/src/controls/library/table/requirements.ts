import { nearestRequirements, requirementOf } from '@concord/catalog';
import { adoptedEdition, knownFrameworks } from '../../../governance/index.ts';
import type { WithControls } from '../../state.ts';
import type { Faults } from './faults.ts';

interface Spot {
  readonly at: string;
  readonly heading: string;
}

type Looked = { readonly id: string } | { readonly code: string; readonly near?: string };

/** Requirements that guesses are made for: each costs a walk over the framework. */
const mostGuesses = 50;

/** Frameworks and requirements as a workbook names them; each is looked up once. */
export class Requirements {
  readonly #faults: Faults;
  readonly #state: WithControls;
  readonly #looked = new Map<string, Looked>();
  readonly #frameworks = new Map<string, string>();
  #guesses = 0;

  constructor(faults: Faults, state: WithControls) {
    this.#faults = faults;
    this.#state = state;
    for (const id of state.governance.adoptions.keys()) this.#frameworks.set(id.toLowerCase(), id);
  }

  /** The id of an adopted framework. */
  framework(named: string, { at, heading: column }: Spot): string | undefined {
    const adopted = this.#frameworks.get(named.toLowerCase());
    if (adopted !== undefined) return adopted;
    const known = knownFrameworks(this.#state.governance).split(', ');
    const shipped = known.find((id) => id.toLowerCase() === named.toLowerCase());
    if (shipped !== undefined)
      return this.#faults.add(at, 'framework-not-adopted', { column, value: shipped });
    const near = this.#faults.nearest(named, known);
    const params = { column, value: named };
    if (near !== undefined) return this.#faults.add(at, 'framework-near', { ...params, near });
    return this.#faults.add(at, 'framework', { ...params, known: known.join(', ') });
  }

  /** The id of a requirement that can be claimed, in the edition that was adopted. */
  requirement(framework: string, named: string, { at, heading: column }: Spot): string | undefined {
    const key = `${framework}/${named}`;
    const looked = this.#looked.get(key) ?? this.#look(framework, named);
    this.#looked.set(key, looked);
    if ('id' in looked) return looked.id;
    const { code, near } = looked;
    return this.#faults.add(at, code, { column, value: named, framework, ...(near ? { near } : {}) });
  }

  #look(framework: string, named: string): Looked {
    const edition = adoptedEdition(this.#state.governance, framework);
    const requirement = edition && requirementOf(edition, named);
    if (requirement) return requirement.assessable ? requirement : { code: 'requirement-group' };
    this.#guesses += 1;
    const near =
      edition && this.#guesses <= mostGuesses ? nearestRequirements(edition, named).join(', ') : '';
    return near === '' ? { code: 'requirement' } : { code: 'requirement-near', near };
  }
}
