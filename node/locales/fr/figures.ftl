# Les indicateurs, et ce qui part de l’association pour les statistiques.

figures-title = Indicateurs
figures-link-about = Les nombres de l’association, période par période, et ce qu’il y a derrière chacun.
figures-about = Ces nombres se calculent ici, sur cet ordinateur. Rien n’en part sans votre accord.
figures-period = Période
figures-show = Afficher
figures-running = Cette période n’est pas encore finie.
figures-month = mois { $number } de { $year }
figures-quarter = trimestre { $number } de { $year }
figures-half = semestre { $number } de { $year }
figures-year = année { $year }
figures-of-period = Indicateurs : { $period }
figures-rest = { $count ->
    [one] { $count } autre indicateur
   *[other] { $count } autres indicateurs
 }
figures-of = { $number } sur { $of }
figures-percent = { $percent } pour cent
figures-mean = moyenne { $mean }
figures-none-yet = Rien à comparer encore
figures-unconcerned = Ne concerne pas l’association en cette période
figures-table = Par sexe et âge
figures-age = Âge
figures-all = Ensemble
figures-sex-2 = Femmes
figures-sex-1 = Hommes
figures-sex-0 = Non précisé
figures-age-under18 = moins de 18 ans
figures-age-18 = 18 à 34 ans
figures-age-35 = 35 à 59 ans
figures-age-60 = 60 ans et plus
figures-age-unknown = âge non précisé
figures-cell = { $sex }, { $age }
figures-behind = Derrière le nombre
figures-behind-about = Ces fiches ne se voient qu’ici, dans l’association.
figures-behind-none = Aucune fiche derrière ce nombre : le programme le tire de l’état de tous les registres.
figures-behind-more = { $count ->
    [one] et { $count } autre fiche.
   *[other] et { $count } autres fiches.
 }
figures-records = { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
 }
figures-back = Tous les indicateurs
leaves-title = Ce qui part
leaves-link = Ce qui part pour les statistiques
leaves-link-about = Chaque nombre qui part de l’association, vers qui, et votre accord.
leaves-about = Il ne part d’ici que les nombres écrits sur cette page, dans un fichier signé que vous portez vous-mêmes. Aucun nom, aucune fiche.
leaves-nothing = Rien n’est demandé encore
leaves-nothing-about = Quand YES envoie le fichier de la demande, choisissez-le ici. Avant cela, rien ne part.
leaves-ask = Fichier de la demande
leaves-take = Lire la demande
leaves-another = Lire une autre demande
leaves-taken = La demande est lue. Rien n’est encore parti.
leaves-key = Clé statistique de l’association, à donner à qui rassemble les nombres :
leaves-to-one = Qui lit ces nombres : { $operator }.
leaves-consent-one = { $operator } lit ces nombres sous le nom de votre association. Elle ne peut voir aucune personne. Ce qu’elle publie est additionné avec les nombres d’au moins quatre autres associations.
leaves-k = Chaque somme publiée réunit au moins { $count } associations.
leaves-number = Nombre
leaves-value = Ce qui part
leaves-bound = Limite
leaves-bound-about = Un nombre au-dessus de la limite n’est pas accepté. Il n’est pas coupé : il reste ici.
leaves-withhold = Ne pas l’envoyer
leaves-fate = État
leaves-what-of = { $label } : sur combien
leaves-nothing-leaves = rien
leaves-part = { $cell } : { $number }
leaves-correction-plus = correction de périodes précédentes de l’année : { $count } de plus
leaves-correction-minus = correction de périodes précédentes de l’année : { $count } de moins
leaves-is-leaves = part tel quel
leaves-is-moved = part, et les cases de 1 à 4 sont passées à « non précisé », pour que personne ne soit reconnu
leaves-is-withheld = retenu : ne part pas
leaves-is-few = ne part pas : si peu de personnes seraient reconnues
leaves-is-waits = pas encore de données : ne part pas
leaves-is-unconcerned = ne concerne pas l’association : ne part pas
leaves-is-unknown = ne part pas : ce programme ne connaît pas cette définition
leaves-is-above = au-dessus de la limite : demandez à YES, corrigez les fiches, ou retenez-le
leaves-agreed = { $who } a donné son accord à ces conditions le { $when }.
leaves-agree = Au nom de l’association, nous acceptons que ces nombres partent à ces conditions
leaves-make = Établir le rapport
leaves-correct = Établir un rapport corrigé
leaves-until = On peut corriger jusqu’au { $day }.
leaves-late = Le dernier jour était le { $day }. Ce qui arrive après attend la période suivante.
leaves-made = Le rapport { $number } est établi. Enregistrez son fichier et portez-le à YES.
leaves-reports = Rapports établis
leaves-report = Rapport { $number } : { $who }, { $when }
leaves-counts = c’est lui qui compte
leaves-save = Enregistrer le fichier
leaves-withdraw = Retirer tous les nombres
leaves-withdraw-about = Un rapport sans nombres prend la place du précédent, et votre accord est demandé de nouveau.
leaves-withdrawn = Un rapport sans nombres est établi. Portez son fichier à YES pour qu’il prenne la place du précédent.
leaves-changed = Les nombres ont changé depuis que vous les avez vus. Relisez-les, puis recommencez.

trouble-task_not_from_our_relay = Cette demande n’est pas signée par le serveur relais où l’association est inscrite.
trouble-task_not_from_our_relay-next = Demandez le fichier à YES même, et n’utilisez pas celui-ci.
trouble-task_not_asked_of_us = Cette demande ne concerne pas votre association.
trouble-task_not_asked_of_us-next = Donnez à YES la clé statistique de la page « Ce qui part », puis redemandez le fichier.
trouble-task_unreadable = Ce fichier n’est pas une demande de nombres.
trouble-task_unreadable-next = Redemandez le fichier à YES, ou la dernière version du programme.
trouble-task_two_operators = Cette demande est pour deux opérateurs ; cette version n’envoie qu’à un seul.
trouble-task_two_operators-next = Demandez la dernière version du programme à qui vous accompagne.
trouble-task_no_period = Les jours de la demande, du { $start } au { $end }, ne font ni mois, ni trimestre, ni semestre, ni année.
trouble-task_no_period-next = Dites-le à YES.
trouble-task_other_period = La demande porte sur { $found }, pas sur { $asked }.
trouble-task_other_period-next = Choisissez la période { $found }.
trouble-task_none = Rien n’est demandé sur { $period }.
trouble-task_none-next = Choisissez d’abord le fichier de la demande.
trouble-report_not_agreed = Personne n’a encore donné son accord à ces conditions.
trouble-report_not_agreed-next = Lisez-les, puis cochez l’accord.
trouble-report_other_terms = Les conditions ont changé depuis que vous les avez vues.
trouble-report_other_terms-next = Relisez-les, puis donnez votre accord.
trouble-report_no_such_number = { $code } n’est pas dans la demande.
trouble-report_no_such_number-next = Vérifiez le code de l’indicateur.
trouble-report_above_bound = { $code } : { $value } dépasse la limite de { $bound }. Rien n’est parti.
trouble-report_above_bound-next = Demandez à YES. Ou corrigez les fiches si c’est une erreur, ou cochez « Ne pas l’envoyer ».
trouble-report_unfit = Ces nombres ne conviennent pas à la demande. Rien n’est parti.
trouble-report_unfit-next = Donnez le code ci-dessous à qui vous accompagne.
trouble-report_no_key = Cet ordinateur n’a pas la clé statistique de l’association.
trouble-report_no_key-next = Établissez le rapport sur un autre ordinateur de l’association.
trouble-report_unreadable = Ce fichier n’est pas un rapport, ou quelque chose y a changé.
trouble-report_unreadable-next = Enregistrez-le de nouveau depuis la page « Ce qui part ».
trouble-report_unknown_task = Ce rapport répond à une demande que cet ordinateur ne connaît pas.
trouble-report_unknown_task-next = Ouvrez-le sur l’ordinateur où il a été établi.
trouble-report_no_period_runs = La date de cet ordinateur est hors des années que le programme connaît.
trouble-report_no_period_runs-next = Corrigez la date de l’ordinateur, puis recommencez.
trouble-sheet_card_too_long = Le nom de l’association ou l’adresse de son site est trop long pour la fiche.
trouble-sheet_card_too_long-next = Raccourcissez-le dans la fiche de l’association, ou décochez la carte publique.

## La fiche de progrès
progress-title = Fiche de progrès
progress-link = Fiche de progrès
progress-link-about = Ce que vous montrez à YES sous le nom de l’association, point par point, et retirez quand vous voulez.
progress-about = Ce sont des réponses par oui ou non sur le travail de l’association. YES ne voit que ce que vous cochez, sous le nom de l’association, pour savoir où aider. Aucune personne n’y figure, ni aucun de vos nombres.
progress-made = Dernière fiche : { $who }, { $when }
progress-nothing-shown = Elle ne montre rien : ce qui était montré avant est retiré.
progress-fact = Point
progress-says = Ce que disent les registres aujourd’hui
progress-show = Le montrer
progress-unconcerned = Ne concerne pas l’association
progress-stale = La fiche précédente dit : { $said }
progress-card = Montrer aussi notre carte publique
progress-card-about = Le nom et l’adresse du site tels qu’ils sont sur la fiche de l’association. Ils sont publics de toute façon.
progress-make = Établir la fiche
progress-make-about = Elle prend la place de la précédente. Sans aucune coche, tout est retiré.
progress-done = La fiche est établie. Enregistrez son fichier et portez-le à YES.
progress-taken-back = La fiche établie ne montre rien. Portez son fichier à YES pour qu’elle prenne la place de la précédente.
