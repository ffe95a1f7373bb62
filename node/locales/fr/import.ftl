# Les mots auxquels l'import reconnaît les colonnes.
import-record-id = Identifiant de la fiche
    .aliases = Identifiant fiche
import-party-id = Identifiant de la fiche de la personne
import-who = Identité
    .aliases = Adhérent | Bénéficiaire | Noms complets | Nom du donateur | Identité de l'adhérent
import-given-first = Prénom et nom
    .aliases = Prénom & nom | Prénom nom | Prénoms et noms | Prénom / nom
import-family-first = Nom et prénom
    .aliases = Nom & prénom | Nom prénom | Noms et prénoms | Nom et prénoms | Nom / prénom
import-name-alone = Nom
    .aliases = Noms
import-totals = Total
    .aliases = Totaux | Total général | Somme | Sous-total | Montant total
import-groups = Identité
    .aliases = Informations | Informations personnelles | État civil | Coordonnées | Contact | Contacts | Adhésion | Données personnelles
import-fillers = en arabe
    .aliases = arabe | français | latin | latine | lettres | dh | dhs | mad | dirhams | dirham | personnel | personnelle | adhérent | adhérente | membre | obligatoire | facultatif | mm | jj | aaaa | ar | fr | n° | numéro

# Lignes non reprises telles quelles : ce qui ne va pas, et que faire.
import-row-no_name = Cette ligne n'a pas de nom et n'a pas été importée.
import-row-no_name-next = Écrivez le nom, puis importez de nouveau le fichier.
import-row-formula = La cellule contient une formule ; les formules ne sont pas importées.
import-row-formula-next = Copiez la cellule, collez-la au même endroit comme valeur, puis importez de nouveau.
import-row-broken = La cellule contient une erreur du tableur.
import-row-broken-next = Corrigez-la, puis importez de nouveau.
import-row-too_long = Le texte de la cellule est trop long et a été laissé de côté.
import-row-too_long-next = Raccourcissez-le, puis importez de nouveau.
import-row-title = Cette ligne ressemble à un titre ou à une note et n'a pas été importée.
import-row-title-next = Si c'est une personne, complétez sa ligne.
import-row-repeated = C'est la même personne qu'à la ligne { $first } ; elle n'a pas été ajoutée deux fois.
import-row-repeated-next = Comparez les deux lignes et supprimez-en une.
import-row-several_match = Plusieurs fiches correspondent à cette ligne ; aucune n'a été changée.
import-row-several_match-next = Fusionnez les doublons, puis importez de nouveau.
import-row-conflict_open = Deux valeurs différentes attendent une décision pour cette information ; elle n'a pas été changée.
import-row-conflict_open-next = Choisissez la bonne, puis importez de nouveau.
import-row-deleted_since = Cette fiche a déjà été importée, puis supprimée ; elle reste supprimée.
import-row-deleted_since-next = Restaurez-la si c'était une erreur.
import-row-reference_unknown = Aucune fiche ne porte ce nom ou ce numéro : { $found }.
import-row-reference_unknown-next = Ajoutez-la d'abord, puis importez de nouveau.
import-row-reference_several = Plusieurs fiches portent ce nom : { $found }.
import-row-reference_several-next = Écrivez le numéro à la place du nom.
import-row-id_unknown = Aucune fiche n'a cet identifiant ; la ligne a été ajoutée comme nouvelle fiche.
import-row-id_unknown-next = Rien à faire si le tableau vient d'une autre association ; sinon, vérifiez l'identifiant.
import-row-no_person = Cette information concerne une personne, mais la ligne n'a pas de nom ; elle a été laissée de côté.
import-row-no_person-next = Écrivez le nom, puis importez de nouveau.

import-fault-empty = Le fichier est vide.
import-fault-empty-next = Choisissez le fichier qui contient la liste.
import-fault-wrong_kind = Ce fichier n'est pas un tableau ({ $found }).
import-fault-wrong_kind-next = Enregistrez la liste en XLSX, ODS ou CSV, puis importez-la.
import-fault-password = Le fichier est protégé par un mot de passe.
import-fault-password-next = Ouvrez-le dans le tableur, retirez le mot de passe, puis importez de nouveau.
import-fault-too_large = Le fichier dépasse ce qui peut être lu ({ $what } : { $max } au plus).
import-fault-too_large-next = Partagez-le en plusieurs fichiers.
import-fault-damaged = Le fichier est abîmé ou incomplet.
import-fault-damaged-next = Ouvrez-le dans le tableur, enregistrez-le de nouveau, puis importez-le.
import-fault-no_header = La ligne des titres est introuvable.
import-fault-no_header-next = Écrivez au-dessus de chaque colonne son nom, par exemple : Nom, Prénom, Téléphone.
import-fault-unknown_kind = Il n'y a pas de registre nommé { $kind }.
import-fault-unknown_kind-next = Choisissez un registre de la liste : tawro record kinds.
import-fault-mapping_syntax = Le fichier de correspondance est illisible à la ligne { $line }.
import-fault-mapping_syntax-next = Écrivez sur chaque ligne : titre de la colonne = information.
import-fault-mapping_column = Le fichier de correspondance nomme une colonne absente du tableau : { $column }.
import-fault-mapping_column-next = Écrivez la colonne comme elle est nommée dans le tableau.
import-fault-mapping_field = Le fichier de correspondance nomme une information absente de ce registre : { $field }.
import-fault-mapping_field-next = Choisissez une information de ce registre : tawro record kinds.
import-fault-lookup = Les fiches enregistrées n'ont pas pu être lues.
import-fault-lookup-next = Réessayez ; si cela se répète, vérifiez les données : tawro node doctor.

import-why-same_card = même numéro de CNIE
import-why-same_number = même numéro d'adhérent
import-why-same_phone = même téléphone
import-why-same_name = même nom
import-why-same_name_across = même nom dans une autre écriture
import-why-same_birth_date = même date de naissance
import-why-same_birth_year = même année de naissance

# Les mots de l'export.
export-yes = oui
export-no = non
