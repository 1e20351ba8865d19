import { say } from '@concord/catalog';
import type { PackAsked } from '@concord/operations';
import { describe, expect, it } from 'vitest';
import { packGuide } from './guide.ts';

const asked = { name: 'A | B', on: '2026-11-22', knownAt: 7, head: 'ab12' } as PackAsked;
const guideIn = (language: string) => packGuide({ ...asked, language });
const commandsIn = (guide: string) => guide.match(/^ {4}.*$/gm);

describe('the guide of a pack', () => {
  it('is written in the language that was asked for, and in English where we speak none of it', () => {
    const titles = ['en', 'de', 'de-AT', 'fr', 'it'].map((language) => guideIn(language).split('\n')[0]);
    expect(titles).toEqual([
      '# How to check this pack',
      '# So wird dieses Paket geprüft',
      '# So wird dieses Paket geprüft',
      '# Comment vérifier ce dossier',
      '# How to check this pack',
    ]);
  });

  it('has the same commands, the same seal and the same files in each language', () => {
    const english = guideIn('en');
    const rows = (guide: string) => guide.match(/^\| [a-z]+(\/|\.json) /gm);
    for (const other of ['de', 'fr'].map(guideIn)) {
      expect(commandsIn(other)).toEqual(commandsIn(english));
      expect(rows(other)).toEqual(rows(english));
      expect(other).toContain('A \\| B');
    }
    const whole = {
      en: 'Record of this copy',
      de: 'Prüfangaben zu diesem Exemplar',
      fr: 'Données de contrôle de cet exemplaire',
    };
    for (const [language, heading] of Object.entries(whole)) {
      expect(say(language, 'document.record')).toBe(heading);
      expect(guideIn(language)).toContain(heading);
      expect(guideIn(language)).toContain(say(language, 'document.workbook.about'));
    }
    // The one page for the board has it whole, too: no report is left out.
    const onThePage = {
      en: 'in its last paragraph',
      de: 'im letzten\nAbsatz',
      fr: 'son dernier\nparagraphe',
    };
    for (const [language, place] of Object.entries(onThePage)) expect(guideIn(language)).toContain(place);
    expect(commandsIn(english)).toHaveLength(6);
  });
});
