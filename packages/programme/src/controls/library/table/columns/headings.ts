/** What people write over a column of controls, by its member, in English | German | French; each names one member. */
export const controlHeadings: Readonly<Record<string, string>> = {
  code: `control code; control id; control no; control number; control ref; id; ref; reference; no; nr; number; n |
    nummer; kennung; kürzel; kennzeichen; referenz; lfd nr; maßnahmennummer; maßnahmen nr; maßnahme nr; maßnahmen id;
    maßnahmenkennung; kontroll id; kontrollnummer | numéro; num; référence; réf; identifiant; code mesure; code de la mesure;
    id mesure; n mesure; numéro de la mesure; identifiant de la mesure`,
  name: `control name; title; control title; control; measure | maßnahme; maßnahmen; maßnahmenname; bezeichnung; titel;
    name der maßnahme; titel der maßnahme; bezeichnung der maßnahme; kontrolle; sicherheitsmaßnahme | nom; titre; intitulé;
    libellé; mesure; mesures; mesure de sécurité; contrôle; nom de la mesure; intitulé de la mesure; titre de la mesure`,
  family: `group; domain; control family; category; area; topic | familie; maßnahmenfamilie; gruppe; bereich; kategorie;
    thema; themenbereich; themengebiet | famille; famille de mesures; groupe; domaine; catégorie; thème`,
  statement: `control statement; description; control description; what is done | beschreibung; maßnahmenbeschreibung;
    beschreibung der maßnahme; erläuterung; inhalt; was getan wird | descriptif; énoncé; description de la mesure;
    ce qui est fait; contenu`,
  owner: `control owner; owned by; responsible; responsible person; accountable | verantwortlich; verantwortliche;
    verantwortlicher; verantwortliche r; verantwortliche person; verantwortung; verantwortlichkeit; zuständig;
    zuständige person; zuständigkeit; eigentümer; eigentümer in; eigentümerin; maßnahmeneigentümer; maßnahmenverantwortlicher;
    maßnahmenverantwortliche | responsable; responsable de la mesure; propriétaire; pilote; porteur; en charge`,
  frequency: `how often; interval | häufigkeit; turnus; intervall; frequenz; wie oft; rhythmus; durchführungsintervall |
    fréquence; périodicité; intervalle; tous les combien`,
  design: 'design status | gestaltung; ausgestaltung; entwurfsstand | conception; état de la conception',
  scopes: `scope | geltungsbereich; geltungsbereiche; anwendungsbereich; anwendungsbereiche | périmètre; périmètres;
    domaine d application; champ d application`,
  condition: 'applies if | bedingung; voraussetzung; gilt wenn | condition d application; s applique si',
  conditionHolds: `| bedingung erfüllt; bedingung trifft zu; voraussetzung erfüllt | condition remplie; condition vérifiée`,
  implementation: `implementation status; status; state; implemented | umsetzung; umsetzungsstatus; umsetzungsgrad;
    umsetzungsstand; stand der umsetzung; stand; umgesetzt | mise en œuvre; état; statut; état de mise en œuvre;
    statut de mise en œuvre; avancement; implémentation; mis en œuvre`,
  effective: `since; effective; implementation date; implemented on; implemented since | umgesetzt seit; umgesetzt am; seit;
    umsetzung seit; umsetzungsdatum; datum der umsetzung; in betrieb seit | depuis; date de mise en œuvre;
    mise en œuvre depuis; en service depuis; en place depuis; date d effet`,
  test: `how to test; test procedure | prüfung; prüfverfahren; prüfschritte; prüfanweisung; wirksamkeitsprüfung; testverfahren |
    vérification; procédure de test; méthode de vérification; comment vérifier; contrôle à effectuer`,
  usualEvidence: `evidence; evidence examples | nachweis; nachweise; übliche nachweise; belege | preuve; preuves;
    preuves habituelles; éléments de preuve; justificatifs`,
  source: 'origin | quelle; herkunft | origine; source de la mesure',
};

/** The same for claims. */
export const claimHeadings: Readonly<Record<string, string>> = {
  framework: 'standard | rahmenwerk; regelwerk; norm | référentiel; norme; cadre',
  requirement: `requirement id; clause | anforderung; anforderungs id; anforderungsnummer; klausel | exigence; id exigence;
    numéro de l exigence`,
  controls:
    'control; code; codes | maßnahme; maßnahmen; kontrolle; kontrollen | mesure; mesures; contrôle; contrôles',
  contribution: '| beitrag; trägt bei | apport',
  rationale: 'reason; why; justification | begründung; grund; warum | motif; raison; pourquoi',
  confidence: '| sicherheit; vertrauen; zuversicht | confiance; certitude',
  state: 'status | stand; zustand | état; statut',
};
