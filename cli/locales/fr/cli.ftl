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
enrol-paper = Notez l'adresse du serveur relais à côté du code de secours : { $hub }
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
recover-done = { $name } est de retour sur cet ordinateur. Les autres appareils sont écartés ; l'ancien code de secours ne vaut plus : déchirez son papier.
recover-again = Une récupération a été commencée dans ce dossier sans être terminée : elle continue. La phrase de passe est celle choisie alors.
recover-next-code = Voici le PROCHAIN code de secours ; il vaudra désormais à la place de l'ancien. Notez-le sur papier avant de continuer : { $code }
recover-confirm = Le prochain code est-il sur papier ? L'ancien sera épuisé maintenant. (oui/non)
doctor-fine = Tout va bien : { $records } fiches, { $entries } paquets.
doctor-rebuilt = Toutes les lignes ont été reconstruites depuis { $records } fiches.
error-rows_differ = { $count } lignes diffèrent de leurs fiches.
error-rows_differ-next = Les fiches sont entières. Reconstruisez les lignes : tawro node doctor --rebuild
doctor-progress = Reconstruction
clock-wrong = L'horloge de cet ordinateur dit { $date }. Le travail est en sûreté, mais les heures affichées seront fausses : réglez l'horloge.
notice-fork = L'appareil { $device } a été copié, ou triche : deux historiques portent son nom. Retirez-le et faites-le rejoindre à nouveau.
notice-healed = Ce dossier de données a été copié ou ramené en arrière. C'est remarqué et réparé ; rien n'est perdu.
notice-hub_lost_data = Le serveur relais avait perdu des données qu'il avait signées. Elles lui ont été redonnées.
notice-withheld = Le serveur relais ne montre pas quelque chose qu'un autre appareil a vu. Prévenez ceux qui le gèrent.
notice-split_membership = Le serveur relais montre deux listes d'appareils différentes. Cessez de l'utiliser et prévenez ceux qui le gèrent.
notice-false_receipt = Le serveur relais a envoyé un accusé à la signature fausse. Prévenez ceux qui le gèrent.
notice-not_admitted = Un appareil a écrit ce qu'il n'a pas le droit d'écrire ; c'est refusé.
notice-proposal_refused = Une décision sur les appareils a été refusée par le serveur relais. Regardez la liste des appareils, et décidez à nouveau si c'est encore voulu.
notice-carried = Ce qu'un appareil retiré avait écrit, et sur quoi d'autres ont bâti, a été renvoyé par celui-ci. Rien n'en est perdu.
notice-left_behind = Une partie de ce qu'un appareil retiré ou copié avait écrit ne peut être lue sur cet ordinateur. Elle n'a pas été renvoyée ; un autre appareil l'a peut-être encore.
hindrance-not_a_writer = Cet appareil ne peut plus que lire : ce qui y a été écrit reste ici. Demandez le droit d'écrire à un administrateur de votre association.
hindrance-outdated = Une version plus récente a décidé, à propos des appareils, quelque chose que celle-ci ne comprend pas : les changements restent ici. Mettez le programme à jour ; rien n'est perdu.
hindrance-no_key = La clé utilisée aujourd'hui n'est pas arrivée sur cet appareil : les changements restent ici. Synchronisez à nouveau ; si cela dure, un administrateur doit regarder la liste des appareils.
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
show-conflict-value = {"  "}{ $value } — { $by }, { $at }
brought-by = apporté par { $device }
no-conflicts = Personne ne diverge sur rien.

## Sheets
import-progress = Lecture de la feuille
import-mapping = Les colonnes ont été comprises ainsi (corriger avec --map) :
import-column = { $column } → { $field }
import-left-out = laissée de côté
import-dry-run = Regardé seulement ; rien n'a été changé.
import-done = { $rows } lignes : { $created } nouvelles, { $updated } mises à jour, { $unchanged } déjà connues, { $skipped } laissées de côté.
import-undo-hint = Pour tout reprendre : tawro import --undo { $import }
import-duplicate = La ligne { $row } est peut-être { $id } ({ $why }). Si oui : tawro record merge NOUVELLE { $id }
import-undone = L'importation est reprise : { $count } fiches sont sorties des listes.
import-kept = { $count } fiches ont été modifiées depuis et gardent la modification.
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
error-unknown_kind-next = Voir lesquels existent : tawro record kinds
error-unknown_field-next = Voir ses champs : tawro record kinds { $kind }
error-not_found-next = Copiez l'identifiant depuis : tawro record list GENRE
error-bad_id = { $text } n'est pas un identifiant : { $found } caractères, il en faut { $expected }.
error-bad_id-next = Copiez-le en entier depuis : tawro record list GENRE
error-field_syntax = { $text } n'est pas de la forme champ=valeur.
error-field_syntax-next = Écrivez par exemple : phone=0661234567
error-conflict_open-next = Regardez les deux et choisissez : tawro record show ID, puis tawro record resolve ID { $field }=…
error-deleted-next = Rétablissez-la d'abord : tawro record restore ID
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
error-folder_recovering = Une récupération a été commencée dans { $path } sans être terminée.
error-folder_recovering-next = Continuez-la : tawro node recover, avec l'ancien code ou le prochain. Ou nommez un autre dossier avec --home.
error-recover_declined = Rien n'est fait : l'ancien code de secours vaut toujours, et rien n'a été envoyé.
error-recover_declined-next = Notez le prochain code sur papier, puis relancez la même commande. Dans un script, --yes répond à la question.
error-no_address = Ce code de secours ne dit pas où est le serveur relais : il a été imprimé avant l'inscription.
error-no_address-next = L'adresse est peut-être notée à côté ; sinon, demandez aux responsables du serveur. Puis : tawro node recover CODE --hub HÔTE:PORT
error-decision_not_allowed = Le serveur relais refuse cette décision sur les appareils : d'après sa liste, cet appareil ne peut pas la prendre, ou l'invitation est finie.
error-decision_not_allowed-next = Rien n'a changé. Voyez ce que peut cet appareil : tawro node devices. Pour ajouter un autre appareil, créez un nouveau code : tawro node invite
error-decision_other_hub = C'est un autre serveur relais qui décide des appareils de cette association.
error-decision_other_hub-next = Rien n'a changé. Demandez aux responsables si le serveur a changé.
error-decision_not_ordered = Cette décision sur les appareils n'est pas prise : le serveur relais ne l'a pas ordonnée.
error-decision_not_ordered-next = Voyez qui fait partie de l'association (tawro node devices), et décidez à nouveau s'il le faut encore.
error-folder_in_use = Une autre fenêtre ou un autre processus du programme utilise { $path }.
error-folder_in_use-next = Fermez l'autre fenêtre du programme, puis recommencez.
error-disk_full = Le disque est plein.
error-disk_full-next = Rien n'a été écrit à moitié. Libérez de la place et recommencez.
error-file_failed = { $path } ne peut être lu ou écrit.
error-file_failed-next = Vérifiez qu'il existe, qu'il n'est pas ouvert ailleurs, ni protégé.
error-port_in_use = Un autre programme écoute sur { $address }.
error-port_in_use-next = Arrêtez-le, ou choisissez un autre port : --listen 0.0.0.0:7431
error-not_enrolled = L'association n'est pas encore inscrite à un serveur relais.
error-not_enrolled-next = Tout fonctionne sur cet ordinateur seul. Avec un code : tawro node enrol CODE
error-code_group = Le groupe { $group } du code n'est pas juste.
error-code_group-next = Comparez ses chiffres avec le papier ou l'autre écran, et retapez le code.
error-code_short = Il manque des groupes après le groupe { $group }.
error-code_short-next = Tapez tous les groupes de six chiffres, dans l'ordre.
error-code_long = Le code a au plus { $groups } groupes, et il en a été tapé davantage.
error-code_long-next = Tapez chaque groupe une fois, dans l'ordre.
error-no_code = Aucun code n'a été donné.
error-no_code-next = Tapez ses chiffres après la commande.
error-declined = Pas fait, comme vous l'avez voulu.
error-declined-next = Dans un script, --yes répond à la question.
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
error-disk_read_only = Le dossier de données est sur un disque où l'on ne peut écrire.
error-disk_read_only-next = Prenez un dossier sur un autre disque.
error-port_denied = Le système ne permet pas au programme d'écouter sur { $address }.
error-port_denied-next = Choisissez un port au-dessus de 1024 : --listen 0.0.0.0:7421
error-address_not_here = { $address } n'est pas une adresse de cet ordinateur.
error-address_not_here-next = Écoutez sur toutes : --listen 0.0.0.0:7421
error-listen_failed = Impossible d'écouter sur { $address }.
error-listen_failed-next = Choisissez un autre port : --listen 0.0.0.0:7431
error-exists-next = Modifiez-la plutôt : tawro record set ID CHAMP=VALEUR
error-merge_cycle-next = Défaites d'abord l'autre fusion : tawro record unmerge ID
error-unreadable-next = Copiez d'abord le dossier de données. Ensuite : tawro node doctor
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
error-no_home = Aucun emplacement n'est connu pour le dossier de données.
error-no_home-next = Nommez-le avec --home ou TAWRO_HOME.

## What a field accepts
type-text = une ligne
type-note = un long texte
type-localized = un texte ; CHAMP/ar, CHAMP/fr ou CHAMP/en pour une langue
type-integer = un nombre entier
type-money = un montant en dirhams : 1234,50
type-date = une date, autant qu'on la connaît : 28/06/1962, 06/1962 ou 1962
type-flag = oui ou non
type-card = le numéro d'une carte d'identité
type-telephone = un numéro de téléphone
type-mail = une adresse électronique
type-series = un numéro de carnet ; donné tout seul s'il manque
type-code = un code ou son nom
type-reference = l'identifiant d'une fiche
type-set = plusieurs, séparés par des virgules

## At the relay, and between devices
error-device_read_only = Cet appareil peut lire et non écrire.
error-device_read_only-next = Un administrateur de l'association peut changer cela.
error-records_damaged = Les fiches de cet ordinateur sont abîmées.
error-records_damaged-next = Copiez d'abord le dossier de données. Ensuite : tawro node doctor, ou faites rejoindre cet ordinateur à nouveau.
error-members_refused = Cet appareil ne peut pas décider cela.
error-members_refused-next = Seul un appareil aux pleins droits admet et retire, et le dernier d'entre eux reste. Voir : tawro node devices
error-self_removal = Un appareil ne s'écarte pas lui-même.
error-self_removal-next = Un autre appareil aux pleins droits le peut : tawro node revoke, sur celui-là.
error-too_many_devices = Une association a au plus { $limit } appareils.
error-too_many_devices-next = Écartez-en un qui ne sert plus : tawro node revoke
error-device_key = La clé de cet appareil est inutilisable.
error-device_key-next = Faites rejoindre cet ordinateur à nouveau, depuis un autre appareil de l'association.
error-hub_other_key = Ce qui répond à l'adresse du serveur relais a une autre clé que celui de votre inscription.
error-hub_other_key-next = Rien n'a été envoyé. Demandez à ceux qui gèrent le serveur avant toute chose : quelqu'un s'est peut-être interposé.
error-hub_false = Ce qui répond ne connaît pas ce code : ce n'est pas le serveur qui l'a émis.
error-hub_false-next = Rien n'a été envoyé. Demandez à ceux qui vous ont donné le code.
error-hub_other_version = Le serveur relais et ce programme sont de versions qui ne se comprennent pas.
error-hub_other_version-next = Mettez ce programme à jour. Ce qui est sur cet ordinateur reste, et le travail continue.
error-hub_no_answer = Le serveur relais ne répond pas.
error-hub_no_answer-next = Rien n'est perdu ; le travail continue sans lui. Vérifiez la connexion Internet et recommencez.
error-hub_unknown = Il n'y a pas d'ordinateur nommé { $host } sur Internet.
error-hub_unknown-next = Vérifiez la connexion Internet ; sinon demandez l'adresse à ceux qui gèrent le serveur.
error-hub_cut = La connexion au serveur relais a été coupée.
error-hub_cut-next = Ce qui a été confirmé est en sûreté ; le reste partira la prochaine fois. Recommencez.
error-hub_protocol = Le serveur relais a répondu comme il ne le doit pas.
error-hub_protocol-next = Rien n'est perdu. Prévenez ceux qui gèrent le serveur.
error-hub_not_here = Le serveur relais ne connaît pas cet appareil.
error-hub_not_here-next = Si cet appareil a été écarté, un autre de l'association peut l'admettre comme un nouveau. Ce qui est ici reste lisible.
error-hub_quota = Le serveur relais n'accepte plus rien de cette association pour l'instant.
error-hub_quota-next = Rien n'est perdu ; ce sera envoyé plus tard. Si cela dure, demandez à ceux qui gèrent le serveur.
error-hub_busy = Le serveur relais a trop à faire en ce moment.
error-hub_busy-next = Recommencez dans quelques minutes ; rien n'est perdu.
error-hub_refused = Le serveur relais refuse cela.
error-hub_refused-next = Rien n'est perdu. Demandez à ceux qui le gèrent.
error-hub_history = Le serveur relais montre un historique d'appareils qui ne tient pas.
error-hub_history-next = Rien n'a été repris. Demandez un nouveau code ; si cela se répète, prévenez ceux qui gèrent le serveur.
error-enrolled_already = L'association est déjà inscrite à un serveur relais.
error-enrolled_already-next = Rien d'autre n'est nécessaire. Pour échanger maintenant : tawro node sync
error-code_not_valid = Le serveur relais n'accepte pas ce code : il a servi, a expiré, ou n'a jamais été émis.
error-code_not_valid-next = Chaque code sert une fois. Demandez-en un nouveau.
error-code_unreadable = Le code est illisible : { $reason }.
error-code_unreadable-next = Comparez ses chiffres avec le papier ou l'autre écran, et retapez-le.
error-code_other_kind = Ce code sert à autre chose.
error-code_other_kind-next = Inscrire, ajouter un appareil et récupérer ont chacun leur code : prenez le bon.
error-invite_mailbox = Ce que l'autre appareil a laissé au serveur ne correspond pas à ce code.
error-invite_mailbox-next = N'admettez personne. Faites un nouveau code et recommencez.
error-invite_other_request = Un autre appareil que celui dont les chiffres ont été montrés demande par ce code.
error-invite_other_request-next = Personne n'a été admis. N'utilisez plus ce code : créez-en un nouveau (tawro node invite).
error-clock_wrong = L'horloge de cet ordinateur indique { $date } : un ticket créé maintenant serait fini avant de pouvoir servir.
error-clock_wrong-next = Réglez l'horloge de cet ordinateur, puis recommencez.
error-label_too_long = Le nom de cet ordinateur est trop long.
error-label_too_long-next = Donnez-en un plus court avec --device.
error-timed_out = Personne n'est venu à temps.
error-timed_out-next = Rien n'a été changé. Recommencez, les deux appareils allumés et connectés.
error-recovery_code = Ce code de secours n'ouvre rien : il a été remplacé, ou est celui d'une autre association.
error-recovery_code-next = Cherchez le papier le plus récent : utiliser un code en crée un nouveau. Après une récupération interrompue, essayez l'autre des deux papiers.
error-no_such_device = L'association n'a pas un tel appareil, ou en a plusieurs.
error-no_such_device-next = Donnez sa lettre, le début de son identifiant, ou son nom entier : tawro node devices

## The database
error-database_newer = Une version plus récente du programme a écrit ce dossier de données (version { $found } ; celle-ci connaît { $known }).
error-database_newer-next = Il est laissé tel quel. Mettez le programme à jour sur cet ordinateur.
error-database_foreign = La base de données de ce dossier n'est pas de ce programme.
error-database_foreign-next = Nommez le bon dossier avec --home.
error-database_wrong_key = La base de données { $path } ne s'ouvre pas avec les clés qui l'accompagnent.
error-database_wrong_key-next = Les deux viennent de dossiers différents. Remettez les fichiers comme ils étaient ensemble.
error-database_damaged = La base de données est abîmée : { $place }.
error-database_damaged-next = Copiez d'abord le dossier de données. Ensuite : tawro node doctor, ou faites rejoindre cet ordinateur à nouveau.
error-database_busy = Autre chose retient la base de données.
error-database_busy-next = Fermez ce qui copie ou vérifie le dossier (antivirus, sauvegarde), et recommencez.
error-database_file = La base de données ne s'ouvre pas : { $reason }.
error-database_file-next = Vérifiez que le dossier existe, et que vous pouvez y écrire.
error-database_refused = Le programme a rencontré une faute qui est la sienne.
error-database_refused-next = Rien n'a été écrit. Merci de signaler la ligne ci-dessous.
error-undeclared = Cette version ne connaît pas { $name }.
error-undeclared-next = Voir les genres et les champs : tawro record kinds
error-bad_address = { $text } n'est pas une adresse : il faut HÔTE:PORT.
error-bad_address-next = Écrivez par exemple : hub.example.org:7421

## A hub's folder
error-hub_missing = Il n'y a pas de hub dans { $path }.
error-hub_missing-next = Créez-en un (tawro hub init --name NOM), ou nommez son dossier avec --home.
error-hub_exists = Il y a déjà un hub dans { $path }.
error-hub_exists-next = Démarrez-le (tawro hub serve), ou nommez un autre dossier avec --home.
error-keys_unusable = La clé du hub est inutilisable.
error-keys_unusable-next = Remettez le dossier depuis une copie.
error-system = Le système n'a donné ni hasard ni fil d'exécution.
error-system-next = Fermez d'autres programmes et recommencez.
error-address_unknown = L'adresse du hub est inconnue, et un code ne pourrait dire où il est.
error-address_unknown-next = Démarrez-le une fois (tawro hub serve), ou créez-le avec --address.
error-newer_version = Une version plus récente du programme a écrit les données de ce hub.
error-newer_version-next = Elles sont laissées telles quelles. Mettez le programme à jour.
error-not_a_hub = La base de données de ce dossier n'est pas celle d'un hub.
error-not_a_hub-next = Nommez le dossier du hub avec --home.
error-store_damaged = Les données du hub sont abîmées.
error-store_damaged-next = Remettez-les depuis une copie : les appareils des associations redonnent ce qui manque.
error-archive_malformed = Ce fichier n'est pas une copie complète des données d'une association.
error-archive_malformed-next = Prenez une autre copie, ou refaites-la sur le premier hub.
error-archive_contradicts = Ce que dit la copie et ce que tient ce hub ne peuvent pas être vrais tous les deux.
error-archive_contradicts-next = Rien n'a été changé. Gardez les deux, et cherchez lequel des deux hubs l'association a utilisé en dernier.
error-store_busy = Autre chose retient les données du hub.
error-store_busy-next = Fermez ce qui copie ou vérifie le dossier, et recommencez.
error-store = Les données du hub ne peuvent être lues ou écrites.
error-store-next = Vérifiez que le dossier existe, et que vous pouvez y écrire.
error-file = { $path } ne peut être lu ou écrit.
error-file-next = Vérifiez qu'il existe, qu'il n'est pas ouvert ailleurs, ni protégé.
error-no_sheet = Aucune feuille n'a été nommée.
error-no_sheet-next = Écrivez : tawro import GENRE FICHIER
error-lookup = Les fiches de cet ordinateur sont illisibles.
error-lookup-next = Copiez d'abord le dossier de données. Ensuite : tawro node doctor
error-export_failed = La feuille ne peut être écrite.
error-export_failed-next = Rien n'a été écrit. Essayez l'autre forme (.csv au lieu de .xlsx), et signalez la ligne ci-dessous.
