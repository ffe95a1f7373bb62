# Ce que dit la ligne de commande : phrases, questions, et que faire ensuite.

## Questions
ask-passphrase = Phrase secrète :
ask-passphrase-again = La même encore une fois :
ask-ticket = Chiffres du code d'inscription :
ask-invite = Chiffres du code affiché par l'autre appareil :
ask-recovery = Chiffres du code de secours :
answer-yes = y yes oui o نعم
device-default = Ordinateur

## This computer
init-done = L'association { $name } est créée sur cet ordinateur ({ $device }). Aucun réseau n'est nécessaire.
recovery-code-once = Voici le code de secours. Il n'est montré qu'une fois : notez-le sur papier et gardez-le loin des ordinateurs.
recovery-code-why = Avec lui et le serveur relais, tout revient si tous les ordinateurs sont perdus. Sans lui et sans ordinateur, personne ne peut aider.
enrol-done = Inscrite au serveur relais { $hub }. Ce qui existait reste tel quel.
serve-start = Cet ordinateur reste en accord avec les autres. Ctrl+C pour arrêter.
serve-alone = Pas encore inscrite à un serveur relais : tout fonctionne sur cet ordinateur seul.
serve-connected = Connecté au serveur relais.
serve-lost = Le serveur relais est injoignable ; le travail continue, nouvel essai dans { $seconds } s.
serve-end = Arrêté. Rien n'est perdu.
sync-progress = Échange
sync-done = Échangé : { $sent } envoyés, { $received } reçus.
unsynced = { $count ->
    [0] Tout ce qui est sur cet ordinateur est aussi au serveur relais.
    [one] Une modification n'existe que sur cet ordinateur.
   *[other] { $count } modifications n'existent que sur cet ordinateur.
    }
invite-code = Tapez ces chiffres sur le nouvel appareil. Ils servent une fois, jusqu'au { $expires }.
invite-then = Puis acceptez-le ici : tawro node invite --accept
invite-waiting = En attente du nouvel appareil.
compare-digits = Comparez ces six chiffres sur les deux écrans : { $digits }
invite-confirm = { $label } veut se joindre. Affiche-t-il { $digits } ? (oui/non)
invite-admitted = { $label } fait maintenant partie de l'association.
join-waiting = En attente d'acceptation sur l'autre appareil.
join-done = Cet ordinateur fait maintenant partie de { $name } et a ses fiches.
revoke-confirm = Écarter { $label } pour de bon ? Il ne recevra plus rien de ce qui s'écrit. (oui/non)
revoke-done = { $label } est écarté. Ce qu'il détenait déjà, il le détient encore.
revoke-waiting = { $label } est bloqué sur cet ordinateur. Le retrait vaudra pour tous dès que le serveur relais l'aura enregistré.
recover-done = { $name } est de retour sur cet ordinateur. Les autres appareils sont écartés ; l'ancien code de secours ne vaut plus.
doctor-fine = Tout va bien : { $records } fiches, { $entries } paquets.
doctor-rebuilt = Toutes les lignes ont été reconstruites depuis { $records } fiches.
doctor-differs = { $count } lignes différaient de leurs fiches. Reconstruisez-les : tawro node doctor --rebuild
clock-wrong = L'horloge de cet ordinateur dit { $date }. Le travail est en sûreté, mais les heures affichées seront fausses : réglez l'horloge.
notice-fork = L'appareil { $device } a été copié, ou triche : deux historiques portent son nom. Retirez-le et faites-le rejoindre à nouveau.
notice-healed = Ce dossier de données a été copié ou ramené en arrière. C'est remarqué et réparé ; rien n'est perdu.
notice-hub_lost_data = Le serveur relais avait perdu des données qu'il avait signées. Elles lui ont été redonnées.
notice-withheld = Le serveur relais ne montre pas quelque chose qu'un autre appareil a vu. Prévenez ceux qui le gèrent.
notice-split_membership = Le serveur relais montre deux listes d'appareils différentes. Cessez de l'utiliser et prévenez ceux qui le gèrent.
notice-false_receipt = Le serveur relais a envoyé un accusé à la signature fausse. Prévenez ceux qui le gèrent.
notice-not_admitted = Un appareil a écrit ce qu'il n'a pas le droit d'écrire ; c'est refusé.
notice-update = Une version plus récente du programme est utilisée dans votre association. Mettez cet ordinateur à jour ; son travail continue.

## Headings
head-association = Association
head-space = Numéro de l'association
head-device = Appareil
head-label = Nommé
head-role = Droits
head-stored = Détient
head-applied = A lu
head-last-seen = Vu le
head-unsynced = Seulement sur cet ordinateur
head-hub = Serveur relais
head-id = Identifiant
head-name = Nom
head-kind = Genre
head-field = Champ
head-fields = Champs
head-type = Accepte
head-value = Valeur
head-before = Avant
head-author = Par
head-at = Quand
head-issues = À regarder
head-row = Ligne
head-column = Colonne
head-message = Quoi
head-records = Fiches
head-entries = Paquets
head-bytes = Octets
head-devices = Appareils
head-equal = Tous d'accord
head-code = Code
head-expires = Jusqu'au
head-required = Obligatoire
role-admin = écrire, admettre et retirer
role-member = écrire
role-reader = lire
role-removed = rien : retiré
this-device = celui-ci
not-enrolled = aucun pour l'instant
never = jamais
yes = oui
no = non
more-letters = (…)

## Records
record-added = Ajouté.
record-changed = Modifié.
record-unchanged = Tout y était déjà ; rien n'a été écrit.
record-resolved = Décidé : une seule valeur reste.
record-deleted = Retiré des listes. On peut le rétablir : tawro record restore { $id }
record-restored = De retour dans les listes.
record-merged = Les deux ne font plus qu'une personne. On peut défaire : tawro record unmerge { $id }
record-unmerged = Elles sont deux à nouveau.
list-count = { $count ->
    [0] Rien trouvé.
    [one] Une fiche.
   *[other] { $count } fiches.
    }
show-conflict = { $field } a { $count } valeurs. Décidez : tawro record resolve { $id } { $key }=…
no-conflicts = Personne ne diverge sur rien.

## Sheets
import-progress = Lecture de la feuille
import-mapping = Les colonnes ont été comprises ainsi (corriger avec --map) :
import-column = { $column } → { $field }
import-left-out = laissée de côté
import-dry-run = Regardé seulement ; rien n'a été changé.
import-done = { $rows } lignes : { $created } nouvelles, { $updated } mises à jour, { $skipped } laissées de côté.
import-undo-hint = Pour tout reprendre : tawro import --undo { $import }
import-duplicate = La ligne { $row } est peut-être { $id } ({ $why }). Si oui : tawro record merge NOUVELLE { $id }
import-undone = L'importation est reprise : { $count } fiches sont sorties des listes.
export-done = { $rows } lignes écrites dans { $file }.

## The relay
hub-init-done = Le hub { $name } est créé. Démarrez-le : tawro hub serve
hub-serving = À l'écoute sur { $address }. Ctrl+C pour arrêter.
hub-end = Arrêté. Ce qui a été confirmé est sur disque.
ticket-done = Code d'inscription pour { $name }. Il sert une fois.

## The demo
demo-hub = Un serveur relais démarre sur cette machine : { $address }
demo-founded-early = { $name } est créée avant tout serveur relais, et importe sa feuille : { $records } fiches.
demo-founded = { $name } est créée et importe sa feuille : { $records } fiches.
demo-enrolled = { $name } s'inscrit avec son code ; elle a maintenant { $devices } appareils.
demo-offline = { $name } : tous les appareils travaillent sans réseau ; deux changent le même numéro de téléphone.
demo-conflict = { $name } : après l'échange les deux numéros sont montrés, avec leurs auteurs ; l'un est choisi.
demo-revoked = { $name } : un ordinateur est perdu et écarté.
demo-equal = Les appareils de chaque association sont d'accord. Le serveur relais détient { $entries } paquets, { $bytes } octets, et n'en lit aucun.
demo-not-equal = Des appareils ne sont PAS d'accord. C'est une faute du programme : merci de la signaler.
demo-dir = Les dossiers de données sont dans { $dir } ; la phrase secrète de chacun est : demo
demo-serving = Le serveur relais continue sur { $address }. Ctrl+C pour arrêter.

## Refusals and failures: what happened, and what to do next
error-unknown = Cela n'a pas marché.
error-unknown-next = Rien n'est fait à moitié. La ligne ci-dessous aide celui qui cherche la cause.
error-unknown_kind = Il n'y a ni genre de fiche ni registre nommé { $kind }.
error-unknown_kind-next = Voir lesquels existent : tawro record kinds
error-unknown_field = { $kind } n'a pas de champ { $field }.
error-unknown_field-next = Voir ses champs : tawro record kinds { $kind }
error-not_found = Il n'y a pas de fiche { $id }.
error-not_found-next = Copiez l'identifiant depuis : tawro record list GENRE
error-bad_id = { $text } n'est pas un identifiant : { $found } caractères, il en faut { $expected }.
error-bad_id-next = Copiez-le en entier depuis : tawro record list GENRE
error-field_syntax = { $text } n'est pas de la forme champ=valeur.
error-field_syntax-next = Écrivez par exemple : phone=0661234567
error-conflict_open = Deux personnes ont écrit des valeurs différentes dans { $field } ; il faut d'abord en choisir une.
error-conflict_open-next = Regardez les deux et choisissez : tawro record show ID, puis tawro record resolve ID { $field }=…
error-value = { $field } : { $why }
error-value-next = Rien n'a été écrit. Corrigez et recommencez.
error-too_long = Le texte de { $field } dépasse { $limit } octets.
error-too_long-next = Raccourcissez-le, ou gardez le long texte dans un document à part.
error-change_too_large = C'est plus que ce qu'une modification peut contenir ({ $limit } octets).
error-change_too_large-next = Écrivez les champs en plusieurs fois.
error-deleted = Cette fiche est sortie des listes.
error-deleted-next = Rétablissez-la d'abord : tawro record restore ID
error-read_only = Cet appareil peut lire et non écrire.
error-read_only-next = Un administrateur de l'association peut changer cela.
error-no_conflict = Personne ne diverge sur { $field } : il n'y a rien à décider.
error-no_conflict-next = Pour le changer : tawro record set ID { $field }=…
error-wrong_passphrase = Cette phrase secrète n'ouvre pas le dossier de données.
error-wrong_passphrase-next = Rien n'est perdu. Vérifiez la langue du clavier et les majuscules, puis recommencez. Si elle est oubliée, un autre de vos appareils peut admettre cet ordinateur à nouveau.
error-passphrase_file = Le fichier de phrase secrète { $path } est illisible.
error-passphrase_file-next = Donnez un fichier dont la première ligne est la phrase secrète.
error-empty_passphrase = La phrase secrète est vide.
error-empty_passphrase-next = Quatre ou cinq mots se retiennent mieux et se devinent moins que des signes.
error-passphrase_differs = Les deux phrases secrètes ne sont pas les mêmes.
error-passphrase_differs-next = Rien n'a été créé. Recommencez.
error-no_passphrase = Aucune phrase secrète n'a été donnée, et il n'y a pas de terminal où la demander.
error-no_passphrase-next = Définissez TAWRO_PASSPHRASE, ou utilisez --passphrase-file.
error-folder_empty = Il n'y a pas encore d'association dans { $path }.
error-folder_empty-next = Créez-en une (tawro node init --name NOM), rejoignez-en une (tawro node join CODE), ou nommez un autre dossier avec --home.
error-folder_occupied = { $path } contient déjà quelque chose.
error-folder_occupied-next = Un dossier contient une association. Nommez un dossier vide avec --home.
error-folder_in_use = Une autre fenêtre ou un autre processus du programme utilise { $path }.
error-folder_in_use-next = Fermez l'autre fenêtre du programme, puis recommencez.
error-folder_newer = Une version plus récente du programme a écrit { $path } (version { $found } ; celle-ci connaît { $known }).
error-folder_newer-next = Il est laissé tel quel. Mettez le programme à jour sur cet ordinateur.
error-damaged = Le dossier de données est abîmé.
error-damaged-next = Copiez d'abord le dossier. Ensuite : tawro node doctor --rebuild, ou faites rejoindre cet ordinateur à nouveau.
error-disk_full = Le disque est plein.
error-disk_full-next = Rien n'a été écrit à moitié. Libérez de la place et recommencez.
error-file_failed = { $path } ne peut être lu ou écrit.
error-file_failed-next = Vérifiez qu'il existe, qu'il n'est pas ouvert ailleurs, ni protégé.
error-port_in_use = Un autre programme écoute sur { $address }.
error-port_in_use-next = Arrêtez-le, ou choisissez un autre port : --listen 0.0.0.0:7431
error-not_enrolled = L'association n'est pas encore inscrite à un serveur relais.
error-not_enrolled-next = Tout fonctionne sur cet ordinateur seul. Avec un code : tawro node enrol CODE
error-already_enrolled = L'association est déjà inscrite, chez { $hub }.
error-already_enrolled-next = Rien d'autre n'est nécessaire. Pour échanger maintenant : tawro node sync
error-hub_unreachable = Le serveur relais { $hub } est injoignable.
error-hub_unreachable-next = Rien n'est perdu ; le travail continue sans lui. Vérifiez la connexion Internet et recommencez.
error-hub_other_key = Ce qui répond chez { $hub } a une autre clé que le serveur relais de votre inscription.
error-hub_other_key-next = Rien n'a été envoyé. Demandez à ceux qui gèrent le serveur avant toute chose : quelqu'un s'est peut-être interposé.
error-hub_refused = Le serveur relais a refusé : { $reason }.
error-hub_refused-next = Rien n'est perdu. Si cet appareil a été retiré, un autre peut l'admettre à nouveau ; sinon demandez à ceux qui gèrent le serveur.
error-quota = Le serveur relais n'accepte plus rien de cette association pour l'instant.
error-quota-next = Rien n'est perdu ; ce sera envoyé plus tard. Si cela dure, demandez à ceux qui gèrent le serveur.
error-code_group = Le groupe { $group } du code n'est pas juste.
error-code_group-next = Comparez ses chiffres avec le papier ou l'autre écran, et retapez le code.
error-code_length = Le code a { $found } chiffres, ce n'est la longueur d'aucun code.
error-code_length-next = Tapez tous les groupes de six chiffres, dans l'ordre.
error-code_purpose = C'est un autre type de code ({ $found }) ; il faut ici : { $expected }.
error-code_purpose-next = Prenez le bon papier : inscription, ajout d'appareil et secours ont chacun leur code.
code-ticket = un code d'inscription
code-invite = un code d'ajout d'appareil
code-recovery = un code de secours
error-no_code = Aucun code n'a été donné.
error-no_code-next = Tapez ses chiffres après la commande.
error-code_used = Ce code a déjà servi.
error-code_used-next = Demandez-en un nouveau ; chacun sert une fois.
error-code_expired = Ce code est expiré.
error-code_expired-next = Demandez-en un nouveau sur un appareil de l'association.
error-code_unknown = Le serveur relais ne connaît pas ce code.
error-code_unknown-next = Comparez chaque chiffre ; il a peut-être aussi expiré ou servi.
error-not_admitted = L'autre côté n'a pas admis cet appareil.
error-not_admitted-next = Si les six chiffres étaient les mêmes, demandez un nouveau code et recommencez.
error-waited_too_long = Personne n'est venu à temps.
error-waited_too_long-next = Faites un nouveau code et recommencez, les deux appareils allumés.
error-unknown_device = L'association n'a pas d'appareil { $device }.
error-unknown_device-next = Les voir : tawro node devices
error-not_admin = Cet appareil ne peut ni admettre ni retirer les autres.
error-not_admin-next = Faites-le sur un appareil qui le peut : tawro node devices
error-last_admin = C'est le dernier appareil qui peut en admettre d'autres ; on ne peut le retirer.
error-last_admin-next = Admettez d'abord un autre administrateur : tawro node invite --role admin
error-declined = Pas fait, comme vous l'avez voulu.
error-declined-next = Dans un script, --yes répond à la question.
error-time = L'horloge de cet ordinateur est illisible.
error-time-next = Réglez-la et recommencez ; rien n'est perdu.
error-sheet = La feuille { $file } est illisible.
error-sheet-next = Enregistrez-la à nouveau en XLSX, ODS ou CSV depuis le programme d'origine.
error-mapping = Le fichier de correspondance { $file } est illisible.
error-mapping-next = C'est du JSON : {"{"}"en-tête": "champ"{"}"}. Voir celle qu'affiche un essai avec --json.
error-no_header = Aucune ligne de { $file } ne ressemble à des en-têtes pour { $kind }.
error-no_header-next = Nommez les colonnes en première ligne (voir tawro record kinds { $kind }), ou donnez --map.
error-too_large = { $file } est plus grand que ce que le programme importe en une fois.
error-too_large-next = Divisez la feuille et importez les parties.
error-unknown_import = Il n'y a pas eu ici d'importation { $import }.
error-unknown_import-next = L'identifiant est celui que l'importation a affiché.
error-file_type = { $file } n'a pas de forme connue.
error-file_type-next = Utilisez un nom en .xlsx ou .csv (ou .ods pour importer).
error-update_needed = Une version plus récente est utilisée ; celle-ci ne peut y prendre part.
error-update_needed-next = Mettez le programme à jour. Ce qui est sur cet ordinateur reste.
error-demo_unequal = La démonstration a fini avec des appareils en désaccord.
error-demo_unequal-next = C'est une faute du programme. Lancez-la avec --dir et signalez ce qu'elle affiche.
error-file_denied = Le système ne permet pas au programme d'utiliser { $path }.
error-file_denied-next = Prenez un dossier à vous, ou demandez à qui s'occupe de cet ordinateur.
error-file_missing = Il n'y a pas de fichier { $path }.
error-file_missing-next = Vérifiez le nom, et le dossier où vous êtes.
error-disk_read_only = { $path } est sur un disque où l'on ne peut écrire.
error-disk_read_only-next = Prenez un dossier sur un autre disque.
error-port_denied = Le système ne permet pas au programme d'écouter sur { $address }.
error-port_denied-next = Choisissez un port au-dessus de 1024 : --listen 0.0.0.0:7421
error-address_not_here = { $address } n'est pas une adresse de cet ordinateur.
error-address_not_here-next = Écoutez sur toutes : --listen 0.0.0.0:7421
error-listen_failed = Impossible d'écouter sur { $address }.
error-listen_failed-next = Choisissez un autre port : --listen 0.0.0.0:7431
error-exists = Une telle fiche existe déjà.
error-exists-next = Modifiez-la plutôt : tawro record set ID CHAMP=VALEUR
error-unknown_base = La fiche a changé d'une façon que cet ordinateur ne connaît pas.
error-unknown_base-next = Ouvrez-la à nouveau, et refaites votre modification.
error-merge_cycle = Une fiche ne peut se représenter elle-même, ni celle qui la représente.
error-merge_cycle-next = Défaites d'abord l'autre fusion : tawro record unmerge ID
error-merge_kinds = Deux fiches de genres différents ne peuvent n'en faire qu'une.
error-merge_kinds-next = Fusionnez deux personnes, ou deux donateurs, entre eux.
error-unreadable = Une fiche est illisible sur le disque.
error-unreadable-next = Copiez d'abord le dossier de données. Ensuite : tawro node doctor
error-internal = Le programme a rencontré une faute qui est la sienne.
error-internal-next = Rien n'a été écrit. Merci de signaler la ligne ci-dessous.
error-no_such_login = Personne de ce nom n'ouvre de session sur cet ordinateur.
error-no_such_login-next = Vérifiez le nom, ou demandez à un administrateur de l'association.
error-login_exists = Cette personne ouvre déjà une session sur cet ordinateur.
error-login_exists-next = Rien d'autre n'est nécessaire.
error-last_login = C'est la dernière personne qui peut ouvrir ce dossier de données.
error-last_login-next = Donnez d'abord accès à une autre personne.
error-logins_full = Pas plus de { $max } personnes peuvent ouvrir un dossier de données.
error-logins_full-next = Retirez quelqu'un qui n'en a plus besoin.
error-keys_missing = Le fichier de clés { $path } a disparu ; sans lui les données ne s'ouvrent pas.
error-keys_missing-next = Cherchez-le dans une copie du dossier. Sinon faites rejoindre cet ordinateur à nouveau, ou utilisez le code de secours.
error-keys_newer = Une version plus récente du programme a écrit le fichier de clés (version { $found } ; celle-ci connaît { $known }).
error-keys_newer-next = Il est laissé tel quel. Mettez le programme à jour sur cet ordinateur.
error-keys_damaged = Le fichier de clés { $path } est abîmé.
error-keys_damaged-next = Cherchez-le dans une copie du dossier. Sinon faites rejoindre cet ordinateur à nouveau, ou utilisez le code de secours.
error-memory_short = Vérifier la phrase secrète demande { $memory_mib } Mio de mémoire, et cet ordinateur n'en a pas tant de libre.
error-memory_short-next = Fermez d'autres programmes et recommencez.
