import { commands, type GuideFacts } from './guide-commands.ts';

/** How a pack is checked, in German. */
export function germanGuide({ name, on, knownAt, head }: GuideFacts): string {
  return `# So wird dieses Paket geprüft

Was es enthält: die Berichte von ${name} zum ${on}, nach dem Stand von Position ${knownAt} des Protokolls,
die Sichten, aus denen sie gesetzt wurden, und die Nachweisdateien dahinter.
Sie brauchen kein Netz und nichts von uns: \`openssl\` (3.0 oder neuer), \`sha256sum\` und was jedes System daneben
hat (\`find\`, \`cut\`, \`sort\`, \`uniq\`), genügen.
Entpacken Sie es in einen leeren Ordner, öffnen Sie dort ein Terminal, und führen Sie die vier Befehle aus.

## 1. Nichts darin wurde geändert

    ${commands.sums}

Keine Ausgabe heißt: in Ordnung. Eine genannte Datei wurde geändert oder fehlt.

    ${commands.strays}

Auch hier heißt keine Ausgabe: in Ordnung. Die Liste umfasst jede Datei des Pakets außer sich selbst und ihrer
Signatur. Was genannt wird, fehlt oder wurde hinzugelegt: Eine Datei, die die Liste nicht nennt, gehört nicht
zum Paket.

## 2. Die Liste stammt von uns

    ${commands.list}

## 3. Das Protokoll stand, wo die Berichte sagen

    ${commands.head}

Beide müssen „Signature Verified Successfully“ antworten. Zeile 3 von \`head/head.txt\` ist die Position,
Zeile 4 das Siegel des Protokolls dort:

    ${head}

Jeder Bericht trägt dasselbe Siegel: vollständig an seinem Ende, unter „Prüfangaben zu diesem Exemplar“, in einer
Arbeitsmappe auf dem Blatt „Zum Dokument“, auf der einen Seite der Vorstandsübersicht im letzten
Absatz; und in der Fußzeile auf die ersten acht und letzten vier Ziffern gekürzt. Es versiegelt jeden
Eintrag davor: Niemand kann ändern, was früher erfasst wurde, und dieses Siegel behalten.

## Der Schlüssel

Eine Signatur besagt so viel wie der Schlüssel dahinter. Vergleichen Sie den Fingerabdruck mit einem, den Sie
auf anderem Weg erhalten haben, etwa aus einem früheren Paket oder einem gedruckten Bericht, in dem er neben
dem vollständigen Siegel steht (die Vorstandsübersicht hat keinen):

    ${commands.key}

## Was wo liegt

| Ordner oder Datei | was |
|---|---|
| reports/ | die Berichte, als Dokumente |
| views/ | woraus jeder gesetzt wurde, als JSON |
| files/ | Dateien von Nachweisen, Dokumenten und veröffentlichten Berichten; der Name ist der SHA-256 des Inhalts |
| manifest.json | jede Datei mit dem, was sie ist; bei Nachweisdateien Titel und Maßnahmen; was ausgelassen wurde und warum |
| head/ | der signierte Endstand des Protokolls und der öffentliche Schlüssel |
`;
}
