import { commands, type GuideFacts } from './guide-commands.ts';

/** How a pack is checked, in French. */
export function frenchGuide({ name, on, knownAt, head }: GuideFacts): string {
  return `# Comment vérifier ce dossier

Ce qu’il contient : les rapports de ${name} au ${on}, selon ce qui était connu à la position
${knownAt} de son registre, les vues dont ils sont tirés et les fichiers de preuve qui les appuient.
Il ne faut ni réseau ni rien de chez nous : \`openssl\` (3.0 ou plus récent), \`sha256sum\` et ce que tout système a
à côté (\`find\`, \`cut\`, \`sort\`, \`uniq\`) suffisent.
Décompressez-le dans un dossier vide, ouvrez-y un terminal et lancez les quatre commandes.

## 1. Rien n’y a été modifié

    ${commands.sums}

Le silence est bon signe. Un fichier nommé a été modifié ou manque.

    ${commands.strays}

Ici aussi, le silence est bon signe. La liste couvre tous les fichiers du dossier, sauf elle-même et sa
signature. Ce qui est nommé manque ou a été ajouté : un fichier que la liste ne nomme pas n’en fait pas partie.

## 2. La liste est la nôtre

    ${commands.list}

## 3. Le registre en était où le disent les rapports

    ${commands.head}

Les deux doivent répondre « Signature Verified Successfully ». La ligne 3 de \`head/head.txt\` est la position,
la ligne 4 le sceau du registre à cet endroit :

    ${head}

Chaque rapport porte le même sceau : entier à la fin, sous « Données de contrôle de cet exemplaire », dans un
classeur sur la feuille « À propos », sur la page unique de la synthèse pour la direction dans son dernier
paragraphe ; et réduit à ses huit premiers et quatre derniers chiffres en pied de page. Il scelle chaque
entrée qui précède : personne ne peut modifier ce qui a été enregistré plus tôt et garder ce sceau.

## La clé

Une signature vaut ce que vaut la clé qui la porte. Comparez l’empreinte avec une autre, obtenue par une autre
voie, par exemple un dossier antérieur ou un rapport imprimé, où elle figure à côté du sceau entier (la
synthèse pour la direction n’en a pas) :

    ${commands.key}

## Où se trouve quoi

| dossier ou fichier | quoi |
|---|---|
| reports/ | les rapports, sous forme de documents |
| views/ | ce dont chacun est tiré, en JSON |
| files/ | fichiers de preuves, de documents et de rapports publiés ; le nom est le SHA-256 du contenu |
| manifest.json | chaque fichier et ce qu’il est ; pour les preuves, titres et mesures ; ce qui a été omis et pourquoi |
| head/ | l’empreinte signée du registre et la clé publique |
`;
}
