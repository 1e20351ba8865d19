import { languages, say } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { claimTable, columnNamed, controlTable, headingsOf, languageOf } from './columns.ts';
import { valueKey } from './values.ts';

const forms = [controlTable, claimTable];

describe.each(forms)('given the headings of $name', (form) => {
  it('when they are looked up, then each names one field alone', () => {
    const named = new Map<string, string>();
    const twice = form.columns.flatMap((column) =>
      headingsOf(form, column).filter((key) => {
        const other = named.get(key) ?? column.member;
        named.set(key, column.member);
        return other !== column.member;
      }),
    );
    expect(twice).toEqual([]);
  });

  it.each(languages)('when a field is called as we call it in %s, then it is understood', (language) => {
    const understood = form.columns.map(
      ({ member }) => columnNamed(form, say(language, `import.field.${member}`))?.member,
    );
    expect(understood).toEqual(form.columns.map(({ member }) => member));
  });

  it.each(languages)(
    'when a value is one that we say may be written in %s, then it is understood',
    (language) => {
      for (const { member, words } of form.columns) {
        if (!words) continue;
        const said = say(language, `import.values.${member}`).split(', ');
        const meant = said.map((word) => words.get(valueKey(word)));
        expect(new Set(meant), `${member} in ${language}`).toEqual(new Set(words.values()));
        expect(said).toHaveLength(new Set(words.values()).size);
      }
    },
  );
});

describe('given headings of the trade', () => {
  it.each([
    ['Nr.', 'code'],
    ['Kennung', 'code'],
    ['Lfd. Nr.', 'code'],
    ['N°', 'code'],
    ['Réf.', 'code'],
    ['Maßnahme', 'name'],
    ['Massnahme', 'name'],
    ['Bezeichnung', 'name'],
    ['Intitulé', 'name'],
    ['Verantwortliche(r)', 'owner'],
    ['Eigentümer/in', 'owner'],
    ['Responsable', 'owner'],
    ['Umsetzung', 'implementation'],
    ['Mise en oeuvre', 'implementation'],
    ['HÄUFIGKEIT', 'frequency'],
    ['Ha\u0308ufigkeit', 'frequency'],
    ['Turnus', 'frequency'],
    ['Périodicité', 'frequency'],
  ])('when “%s” stands there, then it is the %s', (heading, member) => {
    expect(columnNamed(controlTable, heading)?.member).toBe(member);
  });

  it.each([
    ['nicht umgesetzt', 'planned'],
    ['Teilweise umgesetzt', 'partly'],
    ['umgesetzt', 'operating'],
    ['Mis en œuvre', 'operating'],
    ['partiellement', 'partly'],
    ['prévu', 'planned'],
  ])('when “%s” is the implementation, then it is %s', (word, value) => {
    expect(columnNamed(controlTable, 'Umsetzung')?.words?.get(valueKey(word))).toBe(value);
  });
});

describe('given a heading in another language than English', () => {
  it.each([
    ['Umsetzung', 'de'],
    ['Häufigkeit', 'de'],
    ['Périodicité', 'fr'],
    ['Mise en œuvre', 'fr'],
    ['Implementation', undefined],
    ['Status', undefined],
  ])('when “%s” is looked up, then its language is %s', (heading, language) => {
    const column = columnNamed(controlTable, heading);
    expect(column && languageOf(column, heading)).toBe(language);
  });
});
