# Ce que le programme dit à chaque association, et le bureau où cela se prépare.

news-title = Nouvelles du programme
news-link-about = Annonces, échéances légales, modèles de lettres, formations et cibles.
news-edition = Édition { $number }, du { $day }
news-nothing = Rien du programme n’est encore ici
news-nothing-about = Quand YES vous remet le fichier d’une édition, la personne qui gère ce programme l’enregistre ici. Il contient ce qui est public, et aucun nom.
news-file = Fichier d’une édition
news-take = Enregistrer
news-taken = L’édition est enregistrée.
news-already = Cette édition est déjà ici.
news-programme = Le programme
news-since = Depuis { $day }
news-partners = Partenaires : { $names }
news-and = {", "}
news-law-about = Ce que la loi demande à chaque association, tel que YES l’a noté. Ce n’est pas un conseil : en cas de doute, demandez à un juriste ou à un comptable.
news-law-next = Prochaine échéance : { $day }
news-unchecked = Pas encore vérifié par un juriste
news-checked = Vérifié par { $who }
news-checked-on = Vérifié par { $who }, le { $day }
news-write = Écrire cette lettre
news-of = Portée
news-whole = tout le programme
news-baseline-on = { $number } ({ $day })
news-no-baseline = inconnue
news-late = Mesurée après coup
news-days = du { $from } au { $to }
news-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
 }
news-no-link = Pas encore publié
news-guides = Guide pratique
news-period-closes = { $period } : rapports reçus jusqu’au { $day }
news-period-published = { $period } : chiffres publiés le { $day }

## Le bureau

publish-title = Ce qui est publié
publish-link-about = Tout ce que lisent les associations du programme, et son fichier.
publish-about = Chaque association lit ce qui est dans ces registres : les champs publics, et eux seuls. Les personnes, les associations et les remarques n’y sont jamais.
publish-last = Dernière édition ici : { $number }, du { $day }
publish-none = Aucune édition n’est encore revenue ici.
publish-agreed-about = Le programme tel que convenu peut être écrit pour vous : son nom et ses partenaires, cibles, formations, capsules, échéances légales et modèles de lettres. Ce qui est déjà là reste.
publish-agreed = Enregistrer le programme tel que convenu
publish-taken-in = { $count ->
    [0] Tout y était déjà.
    [one] { $count } fiche est écrite. Relisez-la avant de publier.
   *[other] { $count } fiches sont écrites. Relisez-les avant de publier.
 }
publish-left-out = Ces fiches restent ici tant qu’elles ne sont pas corrigées : il y manque quelque chose, ou la période ne se lit pas.
publish-same = La dernière édition dit exactement ceci : il n’y a rien de nouveau à publier.
publish-file = Écrire le fichier de la prochaine édition
publish-file-about = La personne qui gère le serveur relais le numérote et le signe : tawro hub programme take FICHIER
publish-preview = Voici ce que chaque association lira :
publish-nothing = Il n’y a encore rien à publier.

hint-target-baseline_on = Au plus tard le jour où le programme a commencé. Après, elle est marquée comme mesurée après coup.
hint-report_period-period = Une année 2026, un semestre 2026-H1, un trimestre 2026-Q3 ou un mois 2026-09. Le dernier jour des rapports en découle.
hint-legal_deadline-checked_by = Le juriste ou le comptable qui l’a relu. Chaque association lit ce nom.
hint-letter_model-checked_by = Le juriste qui l’a relu. Chaque association lit ce nom.
hint-letter_model-text = Mettez entre crochets ce qui change : [date].
hint-course-place = Chaque association du programme le lit.

trouble-edition_malformed = Ce n’est pas une édition du programme, ou c’est celle d’une version plus récente.
trouble-edition_malformed-next = Redemandez le fichier à YES, et mettez ce programme à jour.
trouble-edition_not_signed = Ce fichier n’est pas signé par le serveur relais où l’association est inscrite.
trouble-edition_not_signed-next = Demandez le fichier à YES même, et n’utilisez pas celui-ci.
trouble-edition_older = C’est l’édition { $found } ; la { $held } est déjà ici.
trouble-edition_older-next = Il n’y a rien à faire. Demandez la plus récente à YES.
trouble-edition_forked = Il y a deux éditions { $number } différentes.
trouble-edition_forked-next = Dites-le à YES : son serveur relais a peut-être été refait.
trouble-edition_not_public = Quelque chose n’y est pas public.
trouble-edition_not_public-next = Dites-le à YES. Rien n’a été enregistré.
trouble-edition_unknown = Quelque chose y vient d’une version plus récente.
trouble-edition_unknown-next = Mettez ce programme à jour.
trouble-edition_unfit = Une valeur n’y est pas à sa place.
trouble-edition_unfit-next = Dites-le à YES. Rien n’a été enregistré.
trouble-edition_too_many = Il y a { $found } fiches ; { $limit } peuvent être publiées.
trouble-edition_too_many-next = Supprimez les annonces passées, puis réessayez.
trouble-edition_too_long = C’est trop long pour être publié.
trouble-edition_too_long-next = Raccourcissez les modèles de lettres, puis réessayez.
trouble-edition_empty = Il n’y a rien à publier.
trouble-edition_empty-next = Remplissez d’abord les registres du programme.
trouble-edition_unchanged = L’édition { $number } le dit déjà.
trouble-edition_unchanged-next = Il n’y a rien à faire.
