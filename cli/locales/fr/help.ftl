# Ce que dit --help de chaque commande et de chaque argument.

help = NET-Tawro : les fiches d'une association sur ses propres ordinateurs, mises d'accord par un serveur relais qui ne peut pas les lire.
help-usage = Usage :
help-commands = Commandes{" "}
help-arguments = À donner{" "}
help-options = Options{" "}
help-everywhere = Options de toutes les commandes{" "}
help--home = Le dossier de données [par défaut : un dossier du programme dans votre propre dossier ; ou TAWRO_HOME]
help--json = Afficher les données en JSON, pour des programmes
help--passphrase_file = Lire la phrase secrète sur la première ligne d'un fichier (sinon TAWRO_PASSPHRASE, sinon une question)
help--lang = Langue des phrases, des tableaux et de cette aide : ar, fr ou en [par défaut : TAWRO_LANG, sinon celle du système, sinon l'arabe]
help--help = Afficher cette aide
help--version = Afficher la version
help--examples =
    Pour commencer :
      tawro demo                                    le voir à l'œuvre
      tawro node init --name "Al Amal"              créer une association sur cet ordinateur
      tawro import member members.xlsx --dry-run    regarder une feuille avant de l'importer
      tawro record list member --search khadija     trouve aussi خديجة

    L'aide d'une commande : tawro record list --help
    Toute commande de lecture accepte --json. Code de sortie : 0 fait, 1 refusé ou échoué, 2 mal tapé.
help-help = Afficher l'aide d'une commande

help-demo = Tout voir sur cette machine : un serveur relais, 25 associations, et les chiffres qui en sortent
help-demo--associations = Combien d'associations participent, de 3 à 25 [par défaut : 25]
help-demo--dir = Laisser les dossiers de données dans ce dossier, qui doit être vide ou ne pas exister
help-demo--no_serve = S'arrêter quand tous sont d'accord, sans laisser tourner le serveur relais
help-demo--examples =
    Exemples :
      tawro demo                          la jouer, puis laisser le serveur relais jusqu'à Ctrl+C
      tawro demo --no-serve --json        la jouer une fois, chiffres pour des programmes
      tawro demo --dir a-regarder         laisser les dossiers de données (phrase secrète : demo)

help-node = Cet ordinateur parmi ceux de l'association : créer, inscrire, échanger, accepter, écarter, récupérer
help-node-init = Créer une association sur cet ordinateur ; aucun réseau n'est nécessaire
help-node-init--name = Le nom de l'association
help-node-init--commune = Sa commune, par code HCP ou par son nom
help-node-init--device = Comment on appelle cet ordinateur [par défaut : son propre nom]
help-node-init--login = Qui travaille ici avec la phrase secrète, tel que les auteurs sont montrés [par défaut : votre nom sur ce système]
help-node-init--examples =
    Exemple :
      tawro node init --name "Al Amal" --commune 04.291.01.01

    Affiche le code de secours UNE SEULE FOIS. Notez-le sur papier : avec lui et le serveur relais, tout
    revient si tous les ordinateurs sont perdus ; sans lui et sans ordinateur, personne ne peut rien.
help-node-enrol = Inscrire l'association à un serveur relais avec le code reçu ; ce qui existait reste tel quel
help-node-enrol--ticket = Les chiffres du code d'inscription (demandés s'ils manquent)
help-node-enrol--examples =
    Exemple :
      tawro node enrol 123456 234567 …    avec ou sans espaces
help-node-serve = Rester connecté au serveur relais et garder cet ordinateur d'accord, jusqu'à Ctrl+C
help-node-sync = Échanger une fois avec le serveur relais, maintenant
help-node-status = Ce qui n'existe que sur cet ordinateur, et quel appareil a quoi
help-node-invite = Créer un code pour qu'un ordinateur ou un téléphone de plus se joigne
help-node-invite--accept = Attendre le nouvel appareil et l'accepter
help-node-invite--yes = Accepter sans demander si les six chiffres sont les mêmes
help-node-invite--role = Ce que le nouvel appareil pourra faire : admin (écrire, accepter et écarter), member (écrire), reader (lire) [par défaut : member]
help-node-invite--examples =
    Exemples :
      tawro node invite                   affiche le code ; accepter plus tard avec --accept
      tawro node invite --accept          affiche le code, attend, montre six chiffres à comparer
      tawro node invite --accept --yes    accepte le premier venu sans demander (scripts)
help-node-join = Rejoindre une association avec le code qu'affiche l'un de ses ordinateurs
help-node-join--code = Les chiffres du code (demandés s'ils manquent)
help-node-join--device = Comment on appelle cet ordinateur [par défaut : son propre nom]
help-node-join--login = Qui travaille ici avec la phrase secrète, tel que les auteurs sont montrés [par défaut : votre nom sur ce système]
help-node-devices = Les ordinateurs et téléphones de l'association
help-node-revoke = Écarter un ordinateur perdu ou volé : il ne recevra plus rien de ce qui s'écrit
help-node-revoke--device = La lettre, le nom ou le début de l'identifiant de l'appareil
help-node-revoke--yes = Ne pas redemander
help-node-revoke--examples =
    Exemple :
      tawro node revoke B                 pour voir les lettres : tawro node devices
help-node-recover = Faire revenir une association avec son code de secours quand tous les ordinateurs sont perdus
help-node-recover--code = Les chiffres du code de secours (demandés s'ils manquent)
help-node-recover--hub = L'adresse du serveur relais, HOST:PORT, si elle n'est pas dans le code
help-node-recover--device = Comment on appelle cet ordinateur [par défaut : son propre nom]
help-node-recover--login = Qui travaille ici avec la phrase secrète, tel que les auteurs sont montrés [par défaut : votre nom sur ce système]
help-node-recover--yes = Ne pas demander si le prochain code est sur papier
help-node-recover--examples =
    Exemple :
      tawro node recover 123456 234567 …  les chiffres du papier, avec ou sans espaces

    D'abord s'affiche le prochain code de secours, à noter sur papier ; ensuite l'ancien est épuisé. En
    cas d'interruption, la même commande continue : dans le même dossier, avec l'un ou l'autre code.
help-node-doctor = Vérifier le dossier de données : listes et fiches, ce qui a été envoyé, clés
help-node-doctor--rebuild = Reconstruire toutes les listes à partir des fiches

help-record = Les fiches : lister, montrer, ajouter, modifier, et décider entre deux valeurs
help-record-kinds = Les genres de fiche, leurs champs et ce que chacun accepte
help-record-kinds--kind = Un seul genre ou registre, avec ses listes de codes
help-record-list = Les fiches d'un genre ou d'un registre
help-record-list--kind = Genre ou registre, comme member ; les voir tous : tawro record kinds
help-record-list--search = Seulement les fiches où un mot commence ainsi : nom, mot ou numéro
help-record-list--limit = Pas plus que ce nombre
help-record-list--examples =
    Exemples :
      tawro record list member
      tawro record list member --search khadija   trouve aussi خديجة
      tawro record list person --json
help-record-show = Une fiche, avec toutes les valeurs d'un champ sur lequel deux personnes diffèrent
help-record-show--id = Son identifiant, dans la dernière colonne de la liste
help-record-add = Ajouter une fiche
help-record-add--kind = Genre ou registre, comme member ; les voir tous : tawro record kinds
help-record-add--fields = Ce qu'elle contient, champ par champ
help-record-add--examples =
    Exemples :
      tawro record add member given_name/ar=خديجة family_name/ar=بناني phone=0661234567
      tawro record add person given_name=Khadija birth_date=1962 sex=F

    Les champs et ce qu'ils acceptent : tawro record kinds member
help-record-set = Modifier des champs d'une fiche ; champ= sans rien après le vide
help-record-set--id = Son identifiant, dans la dernière colonne de la liste
help-record-set--fields = Ce qu'elle doit contenir, champ par champ
help-record-resolve = Décider entre les valeurs d'un champ sur lequel deux personnes diffèrent
help-record-resolve--id = Son identifiant, dans la dernière colonne de la liste
help-record-resolve--field = Le champ et la valeur qui doit rester
help-record-resolve--examples =
    Exemple :
      tawro record show ID                montre les deux valeurs, avec auteur, appareil et heure
      tawro record resolve ID phone=0661234567
help-record-history = Tout ce qui a jamais été écrit dans une fiche, par qui et quand
help-record-history--id = Son identifiant, dans la dernière colonne de la liste
help-record-conflicts = Toutes les fiches sur lesquelles deux personnes diffèrent
help-record-delete = Retirer une fiche des listes ; on peut la rétablir
help-record-delete--id = Son identifiant, dans la dernière colonne de la liste
help-record-restore = Rétablir une fiche retirée
help-record-restore--id = Son identifiant ; le retrait l'a affiché
help-record-merge = Dire que deux fiches sont une seule personne ou chose : la seconde reste et reçoit ce qui lui manque
help-record-merge--from = L'identifiant de la fiche abandonnée
help-record-merge--into = L'identifiant de la fiche qui reste
help-record-unmerge = Défaire une fusion
help-record-unmerge--id = L'identifiant de la fiche abandonnée

help-import = Importer une feuille (XLSX, ODS, CSV), en regardant d'abord si vous voulez
help-import--kind = Genre ou registre, comme member, beneficiary, donor, partner ; les voir tous : tawro record kinds
help-import--file = La feuille
help-import--map = Un fichier qui dit quelle colonne est quel champ
help-import--dry_run = Dire ce qui serait fait, et ne rien faire
help-import--undo = Reprendre toute une importation, par son identifiant
help-import--examples =
    Exemples :
      tawro import member members.xlsx --dry-run      regarde et rend compte, ne change rien
      tawro import member members.xlsx                pour de vrai ; une seconde fois met à jour
      tawro import member members.csv --map map.txt   les colonnes selon votre propre liste
      tawro import --undo IMPORT                      reprend toute une importation

    Ce pour quoi chaque colonne a été prise est affiché ; --map le reprend corrigé, en lignes
    "titre de colonne = champ" ou comme le JSON qu'affiche --json. C'est retenu pour les feuilles aux
    mêmes titres.
help-export = Écrire un registre ou un genre de fiche dans une feuille qui se réimporte sans perte
help-export--kind = Genre ou registre, comme member ; les voir tous : tawro record kinds
help-export--file = Où écrire : un nom finissant par .xlsx ou .csv
help-export--force = Remplacer le fichier de ce nom s'il existe déjà

help-hub = Le serveur relais de YES : le démarrer, donner des codes d'inscription, voir qui est actif
help-hub-init = Créer un serveur relais sur cet ordinateur
help-hub-init--name = Qui le gère
help-hub-init--address = L'adresse où les associations l'atteignent, HOST:PORT
help-hub-init--max_mib = Combien de Mio chaque association peut stocker [par défaut : 2048]
help-hub-init--max_kib_per_second = Combien de Kio par seconde chacune peut envoyer à la longue [par défaut : 512]
help-hub-init--max_entries_per_second = Combien de paquets par seconde chacune peut envoyer à la longue [par défaut : 50]
help-hub-init--examples =
    Exemple :
      tawro hub init --name YES --address hub.example.org:7421

    L'adresse est ce que les codes d'inscription disent aux associations : elles doivent l'atteindre.
help-hub-serve = Faire tourner le serveur relais jusqu'à Ctrl+C
help-hub-serve--listen = Où écouter [par défaut : 127.0.0.1:7421]
help-hub-serve--dashboard = Où montrer le tableau de bord, ou off [par défaut : 127.0.0.1:7440]
help-hub-serve--max_mib = Combien de Mio chaque association peut stocker [par défaut : comme réglé avant]
help-hub-serve--max_kib_per_second = Combien de Kio par seconde chacune peut envoyer à la longue [par défaut : comme réglé avant]
help-hub-serve--max_entries_per_second = Combien de paquets par seconde chacune peut envoyer à la longue [par défaut : comme réglé avant]
help-hub-serve--examples =
    Exemples :
      tawro hub serve                             pour les programmes de cet ordinateur seulement
      tawro hub serve --listen 0.0.0.0:7421       pour les associations : toutes les adresses d'ici
      TAWRO_LOG=warn tawro hub serve              journal plus court ; sinon qui est venu et ce qui a été refusé, par identifiants, sur la sortie d'erreur
help-hub-dashboard = Le tableau de bord : son mot de passe, et qui le voit
help-hub-dashboard-password = Définir le mot de passe du tableau de bord, à la place du précédent
help-hub-dashboard-public = Si ce qui est publié est visible de qui ouvre le tableau de bord
help-hub-dashboard-public--view = on : oui ; off : non, seulement avec le mot de passe
help-hub-ticket = Créer un code avec lequel une association s'inscrit
help-hub-ticket--name = Pour qui : pour votre propre liste seulement
help-hub-status = Combien le serveur relais détient, et pour qui
help--ui = Où montrer les pages [par défaut : 127.0.0.1:7420]
help--no_browser = Ne pas ouvrir le navigateur
help-backup = Des copies de tout ce que contient cet ordinateur, en un fichier chiffré
help-backup-create = Faire une copie, la relire et la rétablir une fois pour voir si elle est entière
help-backup-create--file = Où l'écrire
help-backup-verify = Relire une copie
help-backup-verify--file = La copie
help-backup-restore = Rétablir une copie dans un dossier vide
help-backup-restore--file = La copie
help-hub-seat = Enregistrer une association dont on peut demander les chiffres
help-hub-seat--name = Son nom, tel que sur son code d'inscription
help-hub-seat--key = Sa clé de statistiques, telle que son ordinateur la montre
help-hub-seat--commune = La commune de son siège, par code HCP : les chiffres distinguent par elle le rural de l'urbain
help-hub-seat--domain = Son premier domaine, par son numéro dans l'ICNPO : 1 à 12
help-hub-seat--operator = C'est celle qui mène le programme ; on ne lui demande que le registre du programme
help-hub-seat--examples =
    Exemple :
      tawro hub seat "Al Amal" --key KEY --commune 04.291.01.05 --domain 4

    Qui est interrogé est arrêté avec la première période d'une année. Les nouvelles entrent ensuite par cinq.
help-hub-unseat = Laisser partir une association qui ne participe plus, ou inscrite par erreur
help-hub-unseat--name = Son nom, comme elle est inscrite
help-hub-period = Périodes de collecte : commencer, recevoir les envois, figer, publier
help-hub-period--examples =
    Dans l'ordre :
      tawro hub period open 2026-Q3
      tawro hub period task 2026-Q3 FILE        à remettre aux associations
      tawro hub period take FILE …              les envois qui reviennent
      tawro hub period status 2026-Q3
      tawro hub period freeze 2026-Q3
      tawro hub period publish 2026-Q3
      tawro hub period manifest 2026-Q3 FILE    à remettre aux associations
      tawro hub export 2026-Q3 figures.xlsx
help-hub-period-open = Commencer une période : arrêter ce qui est demandé, et à qui
help-hub-period-open--period = Un mois, un trimestre, un semestre ou une année : 2026-09, 2026-Q3, 2026-H2, 2026
help-hub-period-task = Écrire ce qui est demandé dans un fichier que les associations prennent
help-hub-period-task--period = La période, comme 2026-Q3
help-hub-period-task--file = Vers quel fichier
help-hub-period-task--force = Remplacer le fichier de ce nom s'il existe
help-hub-period-take = Recevoir des envois d'associations ; ce qui ne va pas est dit
help-hub-period-take--files = Les fichiers reçus
help-hub-period-status = Où en est une période, qui n'a rien envoyé, ce qui a été rejeté
help-hub-period-status--period = La période, comme 2026-Q3
help-hub-period-cancel = Annuler une période ouverte par erreur, avant que des chiffres arrivent
help-hub-period-cancel--period = La période, comme 2026-Q3
help-hub-period-freeze = Terminer la réception et signer quels envois comptent
help-hub-period-freeze--period = La période, comme 2026-Q3
help-hub-period-freeze--force = Le faire bien que des envois soient encore attendus
help-hub-period-publish = Additionner une seule fois les envois qui comptent, et publier ce qui peut l'être
help-hub-period-publish--period = La période, comme 2026-Q3
help-hub-period-manifest = Écrire quels envois comptent, et ce qui est publié, dans un fichier que les associations vérifient
help-hub-period-manifest--period = La période, comme 2026-Q3
help-hub-period-manifest--file = Vers quel fichier
help-hub-period-manifest--force = Remplacer le fichier de ce nom s'il existe
help-hub-export = Écrire les chiffres publiés d'une période dans un fichier
help-hub-export--period = La période, comme 2026-Q3
help-hub-export--file = Vers quel fichier : un nom qui finit par .json, .csv ou .xlsx
help-hub-export--force = Remplacer le fichier de ce nom s'il existe
help-hub-report = Établir le rapport d'indicateurs pour le ministère, à imprimer ou à modifier
help-hub-report--period = Une période publiée, comme 2026-Q3, ou une année dont des périodes le sont, comme 2026
help-hub-report--file = Vers quel fichier : un nom qui finit par .pdf ou .docx
help-hub-report--force = Remplacer le fichier de ce nom s'il existe

help-indicators = Les nombres de l’association : les calculer, les expliquer, établir le rapport qui part
help-indicators-list = Chaque indicateur, ce qu’il compte et ce qu’il attend
help-indicators-preview = Les nombres d’une période ; si quelque chose est demandé, exactement ce qui partirait
help-indicators-preview--period = Un mois, un trimestre, un semestre ou une année : 2026-09, 2026-Q3, 2026-H1, 2026
help-indicators-preview--task = Le fichier de ce que demande YES, à regarder avant de le prendre
help-indicators-explain = Quelles fiches sont derrière un nombre ; cela ne se voit qu’ici
help-indicators-explain--period = Un mois, un trimestre, un semestre ou une année
help-indicators-explain--code = Le code d’un indicateur, comme NT-G12
help-indicators-key = La moitié publique de la clé qui signe les nombres de l’association, à donner à YES
help-indicators-report = Établir le rapport signé que demande YES ; il part de lui-même, ou dans un fichier que vous portez
help-indicators-report--period = Un mois, un trimestre, un semestre ou une année
help-indicators-report--task = Le fichier de ce que demande YES [par défaut : ce qui est venu du serveur relais]
help-indicators-report--out = Où écrire le rapport en fichier [par défaut : nulle part]
help-indicators-report--withhold = Codes des indicateurs qu’on n’envoie pas : ceux-là, et aucun autre [par défaut : ceux que le dernier rapport a retenus]
help-indicators-report--withhold_none = Ne rien retenir, pas même ce que le dernier rapport a retenu
help-indicators-report--agree = Donner, au nom de l’association, son accord aux conditions que cet appel montre
help-indicators-report--examples =
    Exemple :
      tawro indicators preview 2026-Q3 --task ask.task                     tout regarder d’abord
      tawro indicators report 2026-Q3 --task ask.task --out our.report --agree
      tawro indicators report 2026-Q3 --task ask.task --out our2.report --withhold NT-G12
      tawro indicators report 2026-Q3 --withhold-none                      ne plus rien retenir
help-indicators-audit = Voir si un rapport est signé, est celui qui a été gardé, et dit ce que disent les fiches
help-indicators-audit--file = Le rapport
help-indicators-notice = Prendre d’un fichier quels rapports comptent et ce qui est publié, et voir où en est le sien
help-indicators-notice--file = Ce que YES a écrit avec : tawro hub period manifest
help-indicators-sheet = La fiche de progrès : des réponses par oui ou non que l’association montre à YES sous son nom. Sans --out, elle s’affiche seulement
help-indicators-sheet--show = Les codes de ce qui est montré ; ce qui n’est pas nommé est retiré
help-indicators-sheet--card = Montrer aussi la carte publique : le nom et l’adresse du site
help-indicators-sheet--out = Vers quel fichier, à porter à YES
help-indicators-sheet--examples =
    Exemple :
      tawro indicators sheet --show NT-R08 NT-R09 --card --out progress.sheet
help-hub-sheet = Les fiches de progrès que les associations montrent sous leur nom
help-hub-sheet--examples =
    Exemple :
      tawro hub sheet take *.sheet
      tawro hub sheet list
help-hub-sheet-take = Recevoir des fiches d’associations
help-hub-sheet-take--files = Les fichiers reçus
help-hub-sheet-list = Ce que montre chaque association

help-programme = Ce que le programme dit à chaque association : annonces, échéances légales, lettres, cibles
help-programme-show = La dernière édition enregistrée
help-programme-publish = Écrire ce que le serveur relais doit signer, là où le programme est porté : les champs publics seuls
help-programme-publish--file = Dans quel fichier
help-programme-publish--force = Remplacer le fichier de ce nom s’il y en a un
help-programme-take = Enregistrer une édition signée par le serveur relais où l’association est inscrite
help-programme-take--file = Le fichier que YES remet
help-hub-programme = Éditions du programme : prendre ce que le bureau a écrit, numéroter, signer, remettre
help-hub-programme-take = Vérifier ce que le bureau a écrit et le signer comme prochaine édition
help-hub-programme-take--file = Le fichier du bureau
help-hub-programme-show = La dernière édition
help-hub-programme-write = Écrire la dernière édition dans un fichier que les associations enregistrent
help-hub-programme-write--file = Dans quel fichier
help-hub-programme-write--force = Remplacer le fichier de ce nom s’il y en a un
