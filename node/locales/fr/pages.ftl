# What the association's pages say.
page-program = NET-Tawro
page-home = Accueil
part-people = Personnes
part-people-about = Adhérents, bénéficiaires, familles, consentements.
part-giving = Argent
part-giving-about = Cotisations et paiements, donateurs et dons.
part-activities = Activités
part-activities-about = Ce que l’association organise, et qui y a pris part.
part-mail = Courrier
part-mail-about = Le registre du courrier, arrivée et départ.
part-partners = Partenaires
part-partners-about = Les partenaires, et les conventions signées avec eux.
part-programme = Formation et accompagnement
part-programme-about = Formations et personnes formées, associations participantes et leur accompagnement. Les séances sont sous « Activités ».
part-association = Association
part-association-about = La fiche de l’association, qui utilise le programme, et ce qui protège ses informations.
page-yes = oui
page-no = non
value-money = { $amount } DH
value-nothing = rien
value-unnamed = sans nom

## Entrer

login-title = Entrer
login-who = Qui êtes-vous ?
login-passphrase = Phrase secrète
login-left = Votre session s’est terminée avant l’enregistrement. Entrez : ce que vous avez écrit vous attend.
login-enter = Entrer
login-brought = La copie est ramenée, avec tout ce qu’elle contient, sur cet ordinateur. Entrez avec la phrase secrète que vous aviez.
login-wait = { $count ->
    [one] Trop d’essais. Attendez { $count } seconde.
   *[other] Trop d’essais. Attendez { $count } secondes.
}
login-forgotten = Phrase secrète oubliée ?
login-forgotten-about = Le président ou le secrétaire général peut vous en donner une nouvelle, à la page « Qui utilise le programme ». Si plus personne ne connaît la sienne, la feuille du code de secours ramène ce qui a été envoyé au serveur relais.

## Commencer

start-title = Ouvrir les registres de l’association sur cet ordinateur
start-about = Les informations restent sur cet ordinateur, chiffrées. Internet n’est pas nécessaire.
start-step-name = L’association et vous
start-step-lists = Vos listes
start-step-paper = La feuille de secours
start-association = L’association
start-name = Nom de l’association
start-place = Commune
start-you = Vous
start-who = Votre nom
start-function = Votre fonction dans l’association
start-passphrase = Phrase secrète
start-passphrase-hint = Huit caractères au moins. Trois mots sans rapport font une bonne phrase.
start-again = La phrase secrète encore une fois
start-go = Continuer

## Accueil

home-hello = Bonjour { $name }
home-paper = La feuille de secours n’est pas encore imprimée. Si tous les ordinateurs de l’association sont perdus, elle ramène ce qui a été envoyé au serveur relais.
home-paper-do = L’imprimer maintenant
home-copy = Toutes les informations de l’association ne sont que sur cet ordinateur. S’il est perdu, elles le sont aussi.
home-copy-do = Les copier sur une clé USB
home-empty = Rien encore
home-empty-about = Commencez par faire entrer vos listes depuis un fichier, ou ajoutez le premier adhérent à la main.
home-empty-do = Importer les listes
home-examples-about = Voulez-vous voir le programme rempli avant de commencer ?
home-examples-do = Ajouter des exemples
home-examples-added = Des exemples sont ajoutés. Promenez-vous, puis retirez-les tous depuis cette page.
home-examples-here = Certaines fiches sont des exemples : elles ne concernent personne de réel.
home-examples-remove = Retirer tous les exemples

## Mes réglages

settings-title = Mes réglages
settings-digits = Chiffres
settings-save = Enregistrer
settings-icon = Icône sur le bureau
settings-icon-about = Elle ouvre le programme en deux clics, sans rien taper.
settings-icon-do = Placer l’icône
settings-icon-done = L’icône est dans le menu des programmes, et sur le bureau s’il y en a un. Si elle ne s’ouvre pas, clic droit, puis autorisez son lancement.
settings-passphrase = Changer la phrase secrète
settings-old = Phrase actuelle
settings-new = Nouvelle phrase
settings-passphrase-done = La phrase secrète est changée.
closed-title = Le programme est fermé
closed-about = Tout est enregistré. Vous pouvez fermer cette page.

## Ce qui ne va pas

trouble-title = Ce n’est pas possible
trouble-home = Page d’accueil
trouble-code = Code de l’erreur, pour qui vous aide :
trouble-unknown = Une erreur que nous n’attendions pas. Rien de ce qui était enregistré n’est perdu.
trouble-unknown-next = Essayez encore. Si elle revient, demandez de l’aide et donnez le code écrit dessous.
trouble-nowhere = Cette page n’existe pas
trouble-nowhere-next = La fiche a peut-être été supprimée, ou l’adresse est mal écrite.
trouble-not_in = Il faut d’abord entrer
trouble-not_in-next = Écrivez votre phrase secrète.
trouble-stale = Cette page était ouverte avant que vous n’entriez
trouble-stale-next = Revenez à la page, rechargez-la et recommencez.
trouble-form_large = C’est plus que ce que cette page accepte
trouble-form_large-next = Raccourcissez le texte, ou choisissez un fichier plus petit.
trouble-form_broken = L’envoi n’est pas arrivé entier
trouble-form_broken-next = Revenez et envoyez encore.
trouble-page = Cette page ne peut pas être affichée
trouble-page-next = Essayez encore.
trouble-not_allowed = Votre fonction ne le permet pas
trouble-not_allowed-next = Le président ou le secrétaire général peut le faire, ou changer votre fonction dans « Qui utilise le programme ».
trouble-wrong_passphrase = Ce n’est pas la bonne phrase secrète.
trouble-wrong_passphrase-next = Vérifiez la langue du clavier et les majuscules, puis essayez encore.
trouble-empty_passphrase = La phrase secrète est vide.
trouble-empty_passphrase-next = Écrivez-la, puis entrez.
trouble-passphrase_taken = Cette phrase ne peut pas servir.
trouble-passphrase_taken-next = Choisissez-en une autre.
trouble-passphrase_short = La phrase secrète est trop courte.
trouble-passphrase_short-next = Écrivez au moins huit caractères, par exemple trois mots.
trouble-passphrase_differs = Les deux phrases sont différentes.
trouble-passphrase_differs-next = Écrivez deux fois la même.
trouble-needed = C’est nécessaire.
trouble-needed-next = Remplissez la case.
trouble-folder_in_use = Le programme est déjà ouvert sur cet ordinateur
trouble-folder_in_use-next = Fermez-le là-bas, ou redémarrez l’ordinateur.
trouble-disk_full = Le disque est plein
trouble-disk_full-next = Supprimez des fichiers inutiles, puis essayez encore. Rien de ce qui était enregistré n’est perdu.
trouble-device_read_only = Cet ordinateur ne fait que lire
trouble-device_read_only-next = Un ordinateur qui a tous les droits peut lui permettre d’écrire.
trouble-last_login = Cette personne ne peut pas être retirée
trouble-last_login-next = Celle qui a préparé cet ordinateur reste, et personne ne se retire soi-même.
trouble-database_damaged = La base d’informations est abîmée
trouble-database_damaged-next = Copiez le dossier du programme avant toute chose, puis demandez de l’aide.
trouble-keys_damaged = Le fichier des clés est abîmé
trouble-keys_damaged-next = Copiez le dossier du programme avant toute chose, puis demandez de l’aide.
trouble-code_unreadable = Ce code n’est pas juste.
trouble-code_unreadable-next = Relisez les chiffres, groupe par groupe.
trouble-code_other_kind = C’est un code d’une autre sorte.
trouble-code_other_kind-next = Écrivez le code de la feuille de secours.

## Lists
list-add = Ajouter
list-import = Importer un fichier
list-export = Exporter
list-search = Chercher dans ce registre
list-filter = Filtrer
list-columns = Colonnes
list-apply = Appliquer
list-all = Tout montrer
list-nothing = vide
list-keep = Garder cette vue sous un nom
list-view-name = Nom de la vue
list-keep-do = Garder
list-forget = Oublier la vue
list-rows = { $count ->
    [one] { $count } fiche.
   *[other] { $count } fiches.
}
list-empty = Il n’y a rien ici.
list-name = Nom
list-tick-all = Cocher toute la page
list-first = Début
list-next = Suite
list-many = Agir sur ce qui est coché
list-fill = Écrire
list-delete = Supprimer
list-none-ticked = Rien n’est coché.
list-fill-none = Choisissez d’abord la valeur, puis appuyez sur « Écrire ».
list-deleted = { $count ->
    [one] { $count } fiche supprimée. Elle reste dans la corbeille.
   *[other] { $count } fiches supprimées. Elles restent dans la corbeille.
}
list-filled = { $count ->
    [one] Écrit dans { $count } fiche.
   *[other] Écrit dans { $count } fiches.
}
list-unfilled = { $count ->
    [one] { $count } fiche est comme avant.
   *[other] { $count } fiches sont comme avant.
}

## Forms
edit-title = Modifier : { $name }
edit-new = Ajouter : { $kind }
edit-save = Enregistrer
edit-cancel = Annuler
edit-faults = Quelques cases sont à revoir. Tout ce que vous avez écrit est là.
edit-draft = Ce que vous aviez écrit sans l’enregistrer est revenu.
edit-draft-drop = Recommencer
edit-disputed = Deux valeurs différentes : choisissez sur la page de la fiche
edit-reference = Écrivez pour chercher
edit-nobody = Personne de ce nom.
edit-alike = Peut-être déjà inscrit :
edit-alike-use = C’est la même personne, prendre sa fiche
edit-alike-there = déjà dans ce registre, ouvrir sa fiche
edit-added = C’est enregistré.
edit-saved = C’est enregistré.
edit-unchanged = Rien n’a changé.
hint-date = Jour/mois/année, ou l’année seule.
hint-phone = Dix chiffres, comme 0661234567.
hint-email = Comme nom@exemple.ma.
hint-cnie = Une ou deux lettres puis des chiffres, comme XA123456.
hint-money = En dirhams, comme 150 ou 150.50.
hint-points = Un nombre entier de 0 à 100.
hint-association-runs_programme = Avec « oui » paraît la partie Formation et accompagnement : formations, personnes formées, visites. Avec « non » elle est cachée, et rien n’est effacé.
hint-set = S’il y en a plusieurs, séparez-les par ;
script-ar = en arabe
script-fr = en lettres latines
script-en = en anglais
script-zgh = en amazighe

## One record
card-edit = Modifier
card-history = Historique
card-deleted = Cette fiche est supprimée.
card-restore = Rétablir
card-restored = { $count ->
    [one] { $count } fiche rétablie.
   *[other] { $count } fiches rétablies.
}
card-merged = Cette fiche a été fusionnée avec une autre.
card-merged-open = L’ouvrir
card-differ = Deux personnes ont écrit sans voir ce qu’écrivait l’autre. Les deux valeurs sont gardées ; choisissez la bonne.
card-choose = C’est la bonne
card-decided = C’est décidé.
card-device = sur { $device }
card-brought = apporté par { $device }
card-from-sheet = d’un fichier entré
card-another = Ajouter à cette fiche :
card-updated = Dernier changement : { $when }
history-title = Historique : { $name }
history-before = avant :
history-after = après :
history-back = Remettre ce qu’il y avait avant
history-taken-back = Ce qu’il y avait avant est revenu.
history-nothing = Ces cases ont changé depuis : rien n’a été remis.

## Search, bin, differences
search-title = Recherche : { $text }
search-nothing = Rien avec ces mots. Essayez une partie du nom, en arabe ou en lettres latines.
search-more = Plus dans le registre
trash-title = Corbeille
trash-about = Ce qui a été supprimé reste ici et peut revenir.
trash-nothing = La corbeille est vide.
differences-title = Valeurs différentes
differences-about = Là où deux personnes ont écrit deux choses dans une même case. Rien n’est perdu.
differences-nothing = Il n’y a pas de valeurs différentes.

## Who uses the program
logins-title = Qui utilise le programme
logins-about = Chacun a sa phrase secrète, et sa fonction dit ce qu’il voit et écrit.
logins-you = vous
logins-first = a préparé cet ordinateur
logins-reset = Lui donner une nouvelle phrase secrète
logins-remove = Le retirer de cet ordinateur
logins-remove-ask = Cette personne ne pourra plus entrer ici. Continuer ?
logins-removed = C’est fait.
logins-add = Ajouter une personne
logins-name = Nom
logins-added = { $name } peut entrer maintenant.

## The recovery paper
paper-title = Feuille de secours
paper-about = Ce qui ramène les informations depuis le serveur relais si tous les ordinateurs sont perdus.
paper-why = Si tous les ordinateurs se perdent, ou si toutes les phrases secrètes sont oubliées, cette feuille seule ramène les informations envoyées au serveur relais, chez YES, chiffrées. Qui n’a pas encore inscrit l’association est gardé par la copie sur clé USB. Gardez-la en lieu sûr, hors du local.
paper-make = Créer le code et l’imprimer
paper-again = Créer un nouveau code
paper-again-ask = L’ancienne feuille ne servira plus. Continuer ?
paper-is-there = La feuille existe : son code a été retapé une fois.
paper-what = Code de secours des informations de l’association. Qui le tient peut tout ouvrir.
paper-print = Imprimer
paper-once = Ce code ne sera plus montré. Imprimez-le ou recopiez-le avant de quitter la page.
paper-check = Vérifier la feuille
paper-check-about = Retapez le code depuis la feuille, pour être sûr qu’il y est bien.
paper-typed = Le code de la feuille
paper-check-do = Vérifier
paper-later = Plus tard
paper-checked = Le code est bon. Gardez la feuille en lieu sûr.
trouble-paper_other = C’est un code juste, mais ce n’est pas celui en vigueur.
trouble-paper_other-next = C’est peut-être une ancienne feuille. Prenez la dernière, ou créez un nouveau code.

## Lists from files
lists-title = Importer vos listes
lists-about = Prenez vos listes comme elles sont, dans un fichier Excel ou autre. Vous verrez ce qui sera écrit avant que ce le soit, et tout peut être annulé.
lists-import = Choisir un fichier
lists-blank = Télécharger une liste vide à remplir
lists-later = Plus tard
lists-next = Suite : la feuille de secours
sheet-title = Importer : { $kind }
sheet-file = Fichier
sheet-file-hint = Excel (xlsx, xls), LibreOffice (ods) ou csv.
sheet-look = Regarder
sheet-promise = Rien n’est écrit avant que vous ayez vu le résultat et dit oui.
sheet-nothing-yet = Rien n’est encore écrit. Voici ce qui se passerait :
sheet-created = nouvelles fiches
sheet-updated = fiches modifiées
sheet-unchanged = sans changement
sheet-skipped = lignes laissées
sheet-columns = Ce que veut dire chaque colonne
sheet-look-again = Regarder encore
sheet-ignore = laissée de côté
sheet-errors = Ce qui n’a pas pu être lu
sheet-errors-about = Ces lignes entrent sans ces cases. Corrigez le fichier et faites-le entrer de nouveau si vous voulez : personne ne sera en double.
sheet-row = Ligne
sheet-column = Colonne
sheet-what = Problème
sheet-duplicates = Peut-être déjà inscrits
sheet-duplicates-about = Ils entreront comme de nouvelles personnes. Comparez ensuite, et fusionnez si c’est la même.
sheet-row-n = ligne { $count }
sheet-alike-open = ouvrir la fiche semblable
sheet-more = { $count ->
    [one] et { $count } autre.
   *[other] et { $count } autres.
}
sheet-do = Importer
sheet-other = Un autre fichier
sheet-no-change = Rien de nouveau dans ce fichier.
sheet-told = Le fichier est entré. Nouvelles : { $created }, modifiées : { $updated }, laissées : { $skipped }.
sheet-undone-told = L’entrée est annulée. Supprimées : { $deleted }, remises : { $put }, gardées car modifiées depuis : { $kept }.
work-title = En cours
work-about = La page avance seule. Vous pouvez la quitter : le travail continue.
trouble-no_file = Aucun fichier n’est arrivé.
trouble-no_file-next = Choisissez le fichier encore une fois.
trouble-nobody_found = Rien ne correspond à « { $text } ».
trouble-nobody_found-next = Vérifiez l’écriture, ou ajoutez d’abord sa fiche dans son registre.
trouble-several_found = Plusieurs correspondent à « { $text } ».
trouble-several_found-next = Écrivez le nom entier, ou choisissez parmi les propositions.
guide-chapters = Chapitres du guide
guide-title = Guide pratique
guide-about = Ce que fait chaque page, pas à pas, et les trois cours du programme. Le point d’interrogation d’une page ouvre son chapitre.
guide-pages = Les pages
guide-courses = Les trois cours
guide-whole = Tous ces chapitres à la suite, pour les imprimer

## Copies
copies-title = Copie sur clé USB
copies-about = Une copie entière de ce que cet ordinateur contient, chiffrée. Une fois écrite, elle est relue sur la clé et rétablie une fois, pour être sûr qu’elle est entière.
copies-last = Dernière copie : { $when }
copies-never = Il n’y a pas encore de copie.
copies-plug = Branchez une clé USB, puis appuyez sur le bouton.
copies-look = Chercher la clé
copies-make = Copier ici
copies-download = Enregistrer la copie par le navigateur
copies-download-about = Un fichier enregistré par le navigateur reste sur cet ordinateur : mettez-le sur une clé USB, sinon il ne compte pas comme copie.
copies-back = Pour rétablir une copie : lancez le programme sur un ordinateur vide et choisissez « J’ai une copie sur une clé USB ».
copies-made = { $count ->
    [one] La copie est entière, { $count } fiche : { $file }
   *[other] La copie est entière, { $count } fiches : { $file }
}
bring-title = Rétablir une copie
bring-about = La copie est lue entièrement avant que rien ne soit écrit. Ensuite, entrez avec votre phrase secrète habituelle.
bring-do = Rétablir
bring-file = Fichier de la copie
bring-new = Pas de copie : commencer
start-bring = J’ai une copie sur une clé USB
trouble-no_stick = Cette clé n’est plus là.
trouble-no_stick-next = Rebranchez-la et essayez encore.
trouble-backup_not_one = Ce fichier n’est pas une copie de ce programme.
trouble-backup_not_one-next = Choisissez un fichier qui finit par .tawro.
trouble-backup_newer = Cette copie vient d’une version plus récente.
trouble-backup_newer-next = Mettez le programme à jour, puis essayez encore.
trouble-backup_damaged = Cette copie est abîmée.
trouble-backup_damaged-next = Prenez une autre copie, ou recopiez le fichier depuis la clé.
trouble-backup_not_whole = Ce qui a été écrit n’est pas entier, et a été effacé.
trouble-backup_not_whole-next = Essayez une autre clé.

## Help

help-title = Aide
help-first = Cherchez d’abord dans le guide : chaque chapitre répond à ce qui arrive le plus souvent.
help-report = Un compte rendu pour votre accompagnateur
help-report-about = Voici ce qu’il faut à votre accompagnateur pour comprendre. Il ne contient ni nom, ni numéro de téléphone, ni information sur qui que ce soit. Copiez-le et envoyez-le avec une phrase qui dit ce que vous faisiez.
help-program = Programme
help-day = Aujourd’hui
help-elsewhere = Ce qui n’existe qu’ici
help-copied = Dernière copie sur clé USB
help-relay = Serveur relais
help-hindered = Ce qui empêche d’envoyer
help-unapplied = Reçu, pas encore lu
help-never = aucune

## Safety
safety-title = Sécurité
safety-about = Dix choses qui protègent les informations.
safety-summary = { $good } sur { $all } vont bien.
safety-open = Ouvrir
safety-so = Oui, c’est fait
safety-not-so = Ce n’est plus vrai
safety-is-good = bien
safety-is-careful = à faire
safety-is-unsaid = sans réponse
safety-paper = La feuille de secours
safety-paper-do = Imprimez-la, retapez son code une fois, gardez-la hors du local.
safety-copy = Une copie sur clé USB tous les trente jours
safety-copy-do = Copiez chaque semaine, et gardez la clé ailleurs.
safety-second = Un deuxième ordinateur qui a tout
safety-second-do = Inscrivez l’association au serveur relais et ajoutez un deuxième ordinateur : perdre une machine ne perd plus rien.
safety-logins = Une phrase secrète pour chacun
safety-logins-do = Ajoutez toutes les personnes qui s’en servent ; ne partagez pas une phrase.
safety-functions = Une fonction pour chaque personne
safety-functions-do = La fonction dit ce que chacun voit.
safety-differences = Les valeurs différentes
safety-differences-do = Ouvrez la liste et choisissez la bonne valeur de chaque case.
safety-clock = L’horloge de l’ordinateur
safety-clock-do = Réglez la date : les reçus et le courrier la portent.
safety-screen = Un mot de passe pour l’ordinateur lui-même
safety-screen-do = Mettez un mot de passe au compte du système, et verrouillez l’écran en partant.
safety-phone = Courriel et WhatsApp avec double vérification
safety-phone-do = Activez la vérification en deux étapes dans leurs réglages.
safety-updates = La mise à jour du système et du programme
safety-updates-do = Mettez le système à jour quand Internet est là, et demandez la dernière version à votre accompagnateur.

## Papers
print-list = Imprimer la liste
print-sign = Feuille à signer
print-slip = Imprimer le reçu
print-attendance = Feuille de présence : { $kind }
print-number = N°
print-signature = Signature
print-page = Page
print-correspondence = Fiche d’enregistrement du courrier
print-cancelled = Annulé
print-signs-one = Signature de qui remet
print-signs-other = Cachet et signature du trésorier
print-message = Texte prêt pour WhatsApp
print-copy = Copier le texte
print-copied = Copié
look-save = Enregistrer le fichier (PDF)
look-print = Ouvrir pour imprimer
look-name = Nom du fichier :
look-pictures = Image du document
look-picture = Image du document : { $title }, page { $page } sur { $pages }
look-more = { $count ->
    [one] et { $count } autre page dans le fichier.
   *[other] et { $count } autres pages dans le fichier.
}
file-payment = recu
file-donation = recu-don
file-correspondence = courrier
print-number-of = N°
print-receipt-dues = Reçu de cotisation
print-receipt-money = Reçu de don en argent
print-receipt-in_kind = Reçu de don en nature
print-copy-give = (exemplaire à remettre)
print-copy-keep = (souche à conserver)
print-in-kind = Don en nature : aucune somme n’a été versée ; la valeur indiquée est une estimation.
print-in-letters = Montant en lettres
print-signs-giver = Signature de la personne qui remet le don
print-signs-clerk = Signature de la personne chargée du registre
print-signs-stamp = Cachet de l’association
print-letter = Imprimer la lettre
print-paper = Imprimer la fiche
print-card = Carte d’adhérent
print-cards = Cartes d’adhérents
print-card-until = Valable jusqu’au
print-convention = Fiche de convention de partenariat
print-signs-president = Signature du (de la) président(e) de l’association
print-signs-partner = Signature du partenaire
file-card = carte
file-cards = cartes-adherents
file-convention = convention
letter-reference = Réf. :
letter-place-day = { $place }, le { $day }
letter-to = À :
letter-subject = Objet :
letter-attachments = Pièces jointes :
letter-closing = Veuillez agréer l’expression de nos salutations distinguées.
letter-closing-words = salutations | respectueu | considération | sentiments | Salutations | Respectueu | Cordialement | cordialement
card-is-holds = Carte authentique
card-is-holds-about = Un ordinateur de l’association l’a imprimée, et rien n’y a été changé.
card-is-left = Carte qui ne vaut plus aujourd’hui
card-is-left-about = Un ordinateur de l’association l’a imprimée, mais l’adhésion de son titulaire n’est pas en cours. Ouvrez sa fiche pour savoir pourquoi.
card-is-expired = Elle était authentique, sa durée est passée
card-is-expired-about = Un ordinateur de l’association l’a imprimée. Renouvelez-la si son titulaire est toujours adhérent.
card-is-put_out = Carte à laquelle on ne peut se fier
card-is-put_out-about = Un ordinateur retiré de l’association l’a imprimée. Imprimez une nouvelle carte à son titulaire.
card-is-unknown = Carte de l’association, titulaire inconnu ici
card-is-unknown-about = La fiche de son titulaire n’est pas encore arrivée sur cet ordinateur.
card-is-foreign = Ce n’est pas une carte de notre association, ou elle a été modifiée
card-is-foreign-about = Aucun ordinateur de l’association ne l’a imprimée avec ce code. Relisez le code une fois avant de conclure.
card-is-of = Titulaire
card-is-by = Imprimée sur l’ordinateur
print-some = { $shown } sur { $all }
print-cards-none = Personne dans cette liste n’a d’adhésion en cours. Les cartes sont pour les adhérents actuels.
print-cards-some = Cartes des { $shown } premières lignes de la liste seulement. Filtrez la liste pour les autres.
message-dues = Bonjour. { $owner } a bien reçu votre paiement de { $money } le { $day }. Reçu n° { $number }. Merci.
message-money = Bonjour. { $owner } a bien reçu votre don de { $money } le { $day }. Reçu n° { $number }. Un grand merci.
message-in_kind = Bonjour. { $owner } a bien reçu votre don en nature ({ $what }) le { $day }. Reçu n° { $number }. Un grand merci.
message-in_kind-unsaid = Bonjour. { $owner } a bien reçu votre don en nature le { $day }. Reçu n° { $number }. Un grand merci.

## Working together
together-title = Travailler à plusieurs
together-alone = Tout est sur cet ordinateur seulement
together-all-safe = Tout ce qui est écrit ici est arrivé au serveur relais
together-only-here = { $count ->
    [one] { $count } changement n’existe que sur cet ordinateur
   *[other] { $count } changements n’existent que sur cet ordinateur
}
together-connected = Le serveur relais est joint en ce moment.
together-never = Le serveur relais n’a pas été joint depuis l’ouverture du programme.
together-last = Dernier contact : { $when }.
together-enrol = S’inscrire au serveur relais
together-enrol-about = Une fois l’association inscrite, plusieurs ordinateurs travaillent ensemble. Le serveur relais ne peut pas lire ce qui y passe.
together-ticket = Code d’inscription donné par YES, l’association qui dirige le programme
together-enrol-do = Inscrire
together-enrolled = L’association est inscrite. L’envoi est en cours.
together-computers = Ordinateurs de l’association
together-this = cet ordinateur
together-has-all = a tout
together-lacks = { $count ->
    [one] il lui manque { $count } envoi
   *[other] il lui manque { $count } envois
}
together-seen = vu la dernière fois : { $when }
together-remove = Retirer cet ordinateur
together-remove-ask = Il ne recevra plus rien et rien ne sera accepté de lui. Continuer ?
together-removed = L’ordinateur est retiré.
together-add = Ajouter un ordinateur
together-add-about = Créez un code, tapez-le sur le nouvel ordinateur, puis comparez six chiffres sur les deux écrans.
together-invite = Créer un code
together-invited = Le code est prêt.
together-code = Tapez ces chiffres sur le nouvel ordinateur, sous « J’ai un code d’un autre ordinateur ». Ils servent une fois, pendant deux jours.
together-picture = Les mêmes chiffres, à lire avec l’appareil photo d’un téléphone
together-look = C’est tapé là-bas, continuer
together-asks = L’ordinateur « { $name } » demande à entrer. Les six chiffres sont-ils les mêmes sur les deux écrans ?
together-role = Ce que cet ordinateur peut faire
together-role-member = lire et écrire
together-role-admin = tout, et ajouter ou retirer des ordinateurs
together-role-reader = lire seulement
together-same = Oui, les mêmes
together-differ = Non, différents
together-admitted = L’ordinateur est des vôtres.
together-declined = Personne n’est entré, et le code ne vaut plus rien.
trouble-nobody_yet = Aucun ordinateur ne demande encore à entrer.
trouble-nobody_yet-next = Tapez le code sur le nouvel ordinateur, vérifiez qu’il a Internet, puis appuyez encore.
trouble-hub_no_answer = Le serveur relais ne répond pas.
trouble-hub_no_answer-next = Le travail continue ici. Vérifiez Internet.
trouble-hub_cut = La liaison avec le serveur relais a été coupée.
trouble-hub_cut-next = Nous réessayons tout seuls.
trouble-hub_unknown = L’adresse du serveur relais est introuvable.
trouble-hub_unknown-next = Vérifiez Internet.
trouble-hub_not_here = Le serveur relais ne connaît pas cet ordinateur.
trouble-hub_not_here-next = Il a peut-être été retiré. Demandez à qui gère les ordinateurs.
trouble-code_not_valid = Ce code ne vaut plus rien.
trouble-code_not_valid-next = Demandez-en un nouveau.
trouble-not_enrolled = L’association n’est pas inscrite au serveur relais.
trouble-not_enrolled-next = Tapez le code d’inscription donné par YES.
trouble-timed_out = Personne n’est venu à temps.
trouble-timed_out-next = Essayez encore.
trouble-declined = Cet ordinateur a été refusé.
trouble-declined-next = Demandez un nouveau code et comparez les six chiffres.
hindered-not_a_writer = Cet ordinateur ne fait que lire : ce qui y est écrit reste ici.
hindered-outdated = Une version plus récente sert ailleurs. Mettez cet ordinateur à jour.
hindered-no_key = La clé du jour n’est pas arrivée : les changements restent ici.
noticed-fork = L’appareil a été copié, ou triche : deux historiques portent son nom. Retirez-le, puis ajoutez-le de nouveau.
noticed-healed = Ce dossier de données a été copié ou ramené en arrière. C’est remarqué et réparé ; rien n’est perdu.
noticed-hub_lost_data = Le serveur relais avait perdu des données qu’il avait signées. Elles lui ont été redonnées.
noticed-withheld = Le serveur relais ne montre pas quelque chose qu’un autre appareil a vu. Prévenez ceux qui le gèrent.
noticed-left_out = YES a laissé de côté des nombres de votre association que son serveur relais avait pris. La page « Ce qui part pour les statistiques » dit que faire.
noticed-split_membership = Le serveur relais montre deux listes d’appareils différentes. Cessez de l’utiliser et prévenez ceux qui le gèrent.
noticed-false_receipt = Le serveur relais a envoyé un accusé à la signature fausse. Prévenez ceux qui le gèrent.
noticed-not_admitted = Un appareil a écrit ce qu’il n’a pas le droit d’écrire ; c’est refusé.
noticed-proposal_refused = Une décision sur les appareils a été refusée par le serveur relais. Regardez la liste des appareils, et décidez à nouveau si c’est encore voulu.
noticed-carried = Ce qu’un appareil retiré avait écrit, et sur quoi d’autres ont bâti, a été renvoyé par celui-ci. Rien n’en est perdu.
noticed-left_behind = Une partie de ce qu’un appareil retiré ou copié avait écrit ne peut être lue sur cet ordinateur. Elle n’a pas été renvoyée ; un autre appareil l’a peut-être encore.
start-join = J’ai un code d’un autre ordinateur
join-title = Rejoindre une association
join-about = Sur l’autre ordinateur : « Travailler à plusieurs », puis « Créer un code ». Tapez les chiffres ici. Internet est nécessaire pour cette étape seulement.
join-code = Chiffres du code
join-asking = Nous attendons l’autre ordinateur. Appuyez là-bas sur « C’est tapé là-bas, continuer ».
join-digits = Comparez ces six chiffres avec l’autre écran, et répondez là-bas.
trouble-not_admitted = Cet ordinateur n’a pas été admis.
trouble-not_admitted-next = Demandez un nouveau code à l’autre ordinateur.
trouble-hub_false = Ce n’est pas le serveur relais qui a donné le code.
trouble-hub_false-next = N’utilisez pas ce code. Demandez à qui tient le serveur relais.
due-title = Ce qui est à faire
due-about = Chaque date qui attend quelque chose dans les quatre-vingt-dix jours, et celles qui sont passées.
due-nothing = Rien n’attend.
due-late = en retard
owing-open = Qui doit encore
owing-title = Cotisations dues : { $period }
owing-about = { $count ->
    [one] { $count } adhérent doit encore quelque chose. Reste : { $amount } DH.
   *[other] { $count } adhérents doivent encore quelque chose. Reste : { $amount } DH.
}
owing-nobody = Tout le monde a payé pour cette période.
owing-left = Reste
owing-pay = Noter le paiement
owing-reminder = Bonjour { $name }. Nous vous rappelons la cotisation de { $owner } pour { $period }. Il reste { $amount } DH. Merci.

## photos and scans

files-title = Photos et documents joints
files-none = Rien pour l’instant.
files-add = Ajouter une photo ou un document
files-add-title = Ajouter une photo ou un document à { $name }
files-added = Le fichier est ajouté.
files-again = Le fichier n’est pas encore ajouté. Corrigez ce qui est indiqué à côté des champs, et choisissez le fichier de nouveau.
files-file = Fichier
files-file-hint = Une photo (JPEG, PNG, WebP) ou un PDF, dix mégaoctets au plus.
files-title-hint = Laissé vide, la pièce prend le nom du fichier.
files-agreed-hint = Accepter d’être photographié n’est pas accepter que ses données soient gardées : demandez à chaque personne, et aux parents d’un mineur.
files-who = Toute personne qui peut voir cette fiche voit la pièce jointe. Elle est gardée chiffrée sur cet ordinateur et dans les copies sur clé ; elle ne passe pas encore sur les autres ordinateurs de l’association.
files-identity = Copie d’une carte d’identité : supprimez-la dès qu’elle ne sert plus.
files-no-agreement = Des personnes y figurent sans accord écrit ici : ne la publiez pas.
files-elsewhere = Le fichier est sur l’ordinateur où il a été ajouté.
files-details = Détails
files-kilobytes = { $size } ko
files-megabytes = { $size } Mo
trouble-copy_large = La copie est trop grande pour le navigateur.
trouble-copy_large-next = Branchez une clé USB et appuyez sur « Copier ici » : elle y tient tout entière.
trouble-file_other = Ce fichier n’est ni une photo ni un PDF.
trouble-file_other-next = Choisissez une photo (JPEG, PNG, WebP) ou un PDF.
trouble-file_heic = C’est une photo HEIC, que beaucoup d’ordinateurs ne montrent pas.
trouble-file_heic-next = Dans les réglages de l’appareil photo de l’iPhone, choisissez « Le plus compatible » pour prendre des photos JPEG, ou envoyez-la en JPEG.
trouble-file_large = Le fichier dépasse dix mégaoctets.
trouble-file_large-next = Photographiez avec moins de détail, ou numérisez en noir et blanc.
trouble-file_cut = Le fichier est incomplet ou abîmé.
trouble-file_cut-next = Ouvrez-le pour voir s’il est bon, puis choisissez-le de nouveau.
trouble-file_points = L’image est plus grande que ce qui peut être montré.
trouble-file_points-next = Réduisez l’image, puis choisissez-la de nouveau.
trouble-file_elsewhere = Ce fichier est sur l’ordinateur où il a été ajouté.
trouble-file_elsewhere-next = Ouvrez la fiche sur cet ordinateur : les fichiers ne passent pas encore d’un ordinateur à l’autre.

## Nos propres champs

group-own = Nos propres champs
own-title = Nos propres champs
own-about = Ajoutez à un registre une information dont votre association a besoin et qui n’y est pas. Elle est ensuite dans le formulaire, la fiche, la liste, la recherche, et dans les feuilles qui entrent et sortent.
own-link-about = Des informations que votre association ajoute aux registres.
own-empty = Aucun champ ajouté pour l’instant
own-example = Par exemple : taille de t-shirt, numéro de casier, moyen de transport.
own-law = Ne demandez ici rien sur la santé, la religion, les opinions politiques ou le syndicat : la loi 09‑08 interdit de recueillir ces informations sans autorisation. Ne demandez aux gens que ce dont vous avez besoin.
own-add = Ajouter un champ
own-add-do = Ajouter le champ
own-name-ar = Nom du champ en arabe
own-name-fr = Nom du champ en français
own-name-hint = Une langue suffit. C’est à ce nom que la colonne est reconnue dans vos feuilles.
own-kind = Registre
own-kind-hint = Ce qui s’ajoute aux « Personnes » est dans tous les registres de personnes.
own-type = Type d’information
own-type-hint = Il ne change plus ensuite.
own-choices = Choix
own-choices-hint = Pour un choix dans une liste seulement : un choix par ligne, trente au plus. Pour les deux langues, mettez = entre elles : صغير = Petit
own-personal = C’est une information sur une personne
own-personal-hint = Laissez la coche, sauf si l’information ne parle de personne. Ce qui s’ajoute à un registre de personnes est toujours une information sur une personne.
own-tag-personal = sur une personne
own-tag-retired = n’est plus utilisé
own-rename = Changer le nom
own-change = Changer le nom ou les choix
own-choice-ar = Choix en arabe
own-choice-fr = Choix en français
own-choice-off = n’est plus proposé
own-more = D’autres choix
own-more-hint = Un choix par ligne. Pour les deux langues, mettez = entre elles : صغير = Petit
own-retire = Ne plus l’utiliser
own-use-again = L’utiliser à nouveau
own-added = Le champ est ajouté, il est dans le registre dès maintenant.
own-retired = Le champ n’est plus proposé. Ce qui y est écrit reste dans les fiches.
own-used-again = Le champ est utilisé à nouveau.
own-unfit-no_name = Il n’a pas de nom : il n’est pas dans le registre.
own-unfit-long_name = Son nom est trop long : il n’est pas dans le registre.
own-unfit-unknown_type = Son type vient d’une version plus récente du programme : il sera ici après la mise à jour.
own-unfit-unknown_kind = Son registre n’est pas connu ici : il n’est pas montré.
own-unfit-too_many = Il y a trop de champs : celui-ci n’est pas dans le registre.
trouble-own_no_name = Il manque un nom.
trouble-own_no_name-next = Écrivez-le en arabe ou en français.
trouble-own_long_name = Le nom est trop long.
trouble-own_long_name-next = Soixante lettres au plus.
trouble-own_same_name = Ce registre a déjà un champ de ce nom.
trouble-own_same_name-next = Prenez un autre nom, ou utilisez le champ qui existe.
trouble-own_too_many = L’association utilise déjà quarante champs ajoutés : c’est le maximum.
trouble-own_too_many-next = Cessez d’abord d’en utiliser un dont vous n’avez plus besoin.
trouble-own_no_choices = Il manque les choix.
trouble-own_no_choices-next = Écrivez un choix par ligne.
trouble-own_many_choices = Il y a trop de choix.
trouble-own_many_choices-next = Trente au plus : ne proposez plus ceux qui ne servent plus.
trouble-own_no_list = Vous avez écrit des choix, mais le type n’est pas « Choix dans une liste ».
trouble-own_no_list-next = Choisissez ce type, ou effacez les choix.
trouble-own_same_choice = Ce choix est écrit deux fois.
trouble-own_same_choice-next = Donnez à chaque choix un nom à lui.

kept-open = Tout ce qui est gardé sur cette personne
kept-title = Ce qui est gardé sur { $name }
kept-record = Registre
kept-field = Rubrique
kept-value = Ce qui est écrit
kept-deleted = { $kind } (dans la corbeille)
kept-hides = Certains registres ne sont pas de votre fonction : ils n’y figurent pas.
kept-more = Ce n’est que le début de ce qui est gardé.
kept-portable = Enregistrer en tableau (Excel)
card-sum = Total : { $amount }
keeps-begin = Préparer le registre d’après ce que le programme garde
keeps-begin-about = Le programme ajoute une ligne pour chaque registre qui garde des données de personnes ; vous complétez le reste : base légale, durée de conservation, destinataires.
keeps-all-there = Chaque registre qui garde des données de personnes a sa ligne ici.
keeps-begun = { $count ->
    [one] Une ligne ajoutée. Complétez ce qui y manque.
   *[other] { $count } lignes ajoutées. Complétez ce qui y manque.
}
keeps-security = Données chiffrées sur les ordinateurs de l’association ; à chaque personne sa phrase secrète et ses fonctions.
keeps-purpose-member = Gérer les adhésions et les cotisations, convoquer aux assemblées.
keeps-purpose-beneficiary = Inscrire les bénéficiaires et suivre les services rendus.
keeps-purpose-donor = Suivre les dons et en remettre les reçus.
keeps-purpose-partner = Joindre les représentants des partenaires.
keeps-purpose-volunteer = Organiser le travail des bénévoles et leurs heures.
keeps-purpose-trainee = Organiser les formations et remettre les attestations.
keeps-purpose-participant = Joindre les représentants des associations participantes et les accompagner.
keeps-purpose-functioning = Adapter les activités aux difficultés des participants.
keeps-purpose-attachment = Documenter les activités et garder les pièces des dossiers.
owing-no-period = Ajoutez d’abord l’année de cotisation et ce que doit chaque catégorie.
owing-own = Qui a sur sa fiche un montant à lui doit ce montant, et non celui de l’année.
copies-none = Aucune clé sur cet ordinateur. Branchez-la, attendez un peu, puis cherchez de nouveau.
