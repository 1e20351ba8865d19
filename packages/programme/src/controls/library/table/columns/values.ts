import { frequencies } from '@concord/catalog';
import type { implementations } from '../../../inputs/control-input.ts';
import { unaccented } from './fold.ts';

/** The words that may stand in a column, each with what it means: as we keep it, and as the app shows it. */
export type Vocabulary = ReadonlyMap<string, string>;

/** Each word means one value, in whichever of our languages it is written. */
function vocabulary(words: Readonly<Record<string, readonly string[] | string>>): Vocabulary {
  return new Map(
    Object.entries(words).flatMap(([value, also]) => {
      const others = typeof also === 'string' ? also.split(';') : also;
      return [value, ...others].map((word): [string, string] => [valueKey(word), value]);
    }),
  );
}

/** How a word is looked up: of a value, its case and accents tell nothing. */
export function valueKey(word: string): string {
  return unaccented(word).replace(/\s+/g, ' ').trim();
}

const implementationWords: Readonly<Record<(typeof implementations)[number], string>> = {
  planned: `not implemented; is planned, not implemented; not started; open; to do; geplant; nicht umgesetzt;
    noch nicht umgesetzt; nicht begonnen; offen; prévu; prévue; planifié; planifiée; non mis en œuvre; non mise en œuvre;
    pas encore mis en œuvre; à faire`,
  partly: `partly implemented; partially implemented; is partly implemented; partial; partially; in progress; teilweise;
    teilweise umgesetzt; teils umgesetzt; teils; in umsetzung; in arbeit; partiel; partielle; partiellement; en partie;
    partiellement mis en œuvre; partiellement mise en œuvre; en place en partie; en cours`,
  operating: `operates; implemented; fully implemented; in operation; in place; done; umgesetzt; vollständig umgesetzt;
    in betrieb; eingeführt; erledigt; fertig; abgeschlossen; mis en œuvre; mise en œuvre; entièrement mis en œuvre; entièrement mise en œuvre;
    en place; en service; réalisé; réalisée`,
};

const frequencyWords: Readonly<Record<string, string>> = {
  continuous:
    'continuously; ongoing; laufend; fortlaufend; kontinuierlich; ständig; continu; continue; en continu; permanent',
  daily: 'every day; täglich; jeden tag; quotidien; quotidienne; chaque jour; tous les jours; journalier',
  weekly: 'every week; wöchentlich; jede woche; hebdomadaire; chaque semaine; toutes les semaines',
  monthly: 'every month; monatlich; jeden monat; mensuel; mensuelle; chaque mois; tous les mois',
  quarterly: `every quarter; every three months; vierteljährlich; quartalsweise; quartalsmäßig; jedes quartal;
    trimestriel; trimestrielle; chaque trimestre; tous les trois mois`,
  'half-yearly': `half yearly; semi-annual; semi-annually; semiannually; every six months; halbjährlich;
    jedes halbjahr; alle sechs monate; semestriel; semestrielle; chaque semestre; tous les six mois`,
  annual: `annually; yearly; every year; once a year; jährlich; jedes jahr; einmal im jahr; einmal jährlich; annuel;
    annuelle; chaque année; tous les ans; une fois par an`,
  'event-driven': `on event; as needed; when needed; ad hoc; bei anlass; anlassbezogen; bei bedarf; ereignisbezogen;
    ereignisgesteuert; à l’événement; en cas d’événement; sur événement; selon le besoin; au besoin; ponctuel; ponctuelle`,
  document: 'document review; dokument; dokumentenprüfung; revue du document',
};

const knownFrequencies = Object.fromEntries(
  frequencies().map(({ id, label }) => [id, `${label}; ${frequencyWords[id] ?? id}`]),
);

/** By member, of controls and of claims: which words may stand in a column where not all may. */
export const vocabularies = {
  frequency: vocabulary(knownFrequencies),
  design: vocabulary({
    draft: 'entwurf; in entwurf; ébauche; brouillon; projet',
    accepted:
      'approved; angenommen; freigegeben; genehmigt; accepté; acceptée; approuvé; approuvée; validé; validée',
  }),
  conditionHolds: vocabulary({
    yes: 'true; 1; y; x; ja; j; wahr; oui; o; vrai',
    no: 'false; 0; n; nein; falsch; non; faux',
  }),
  implementation: vocabulary(implementationWords),
  contribution: vocabulary({
    meets: 'erfüllt; satisfait; couvre',
    equals: 'entspricht; gleich; équivaut; égal',
    part: 'teil; teilweise; partie; en partie; partiel',
    contributes: 'trägt bei; beitrag; contribue',
  }),
  confidence: vocabulary({
    low: 'niedrig; gering; faible; basse',
    medium: 'mittel; moyenne; moyen',
    high: 'hoch; haute; élevée; élevé; forte',
  }),
  state: vocabulary({
    proposed: 'vorgeschlagen; proposé; proposée',
    confirmed: 'bestätigt; confirmé; confirmée',
  }),
} as const;
