# Le rapport d'indicateurs remis au ministère.

## Qui et quoi, comme le programme le dit

report-programme = نتطوروا – NET-Tawro: من أجل رقمنة العمل الجمعوي
report-operator = YES – جمعية المجتمع التمكيني للشباب
report-partner = Ministère délégué auprès du Chef du gouvernement, chargé des Relations avec le Parlement
report-territory = Province de Khémisset (إقليم الخميسات), Maroc
report-frame = Stratégie Nassij (نسيج) 2022-2026
report-label-programme = Programme
report-label-operator = Porteur du programme
report-label-partner = En partenariat avec
report-label-territory = Territoire
report-label-frame = Cadre
report-label-period = Période du rapport
report-label-periods = Périodes publiées

## Titre et période

report-title = Rapport d'indicateurs du programme
report-page = Page
report-days = { $period } : du { $first } au { $last }

## Résumé

report-summary = En bref
report-on-target = Cibles atteintes : { $reached } sur { $stated }.
report-behind = Pas encore atteintes : { $behind }.
report-no-figure = Sans chiffre publié à comparer : { $behind }.
report-answers = Associations ayant répondu
report-silent = Associations qui n'ont pas répondu
report-figures = Indicateurs dont le chiffre est publié
report-figures-partial = dont partiels (moins de { $percent } % ont répondu)
report-figures-withheld = Indicateurs dont le chiffre n'est pas publié
report-figures-waiting = Indicateurs en attente de données
report-of = { $number } sur { $of }
report-targets = Réalisé et cibles de tout le programme
report-so-far = Réalisé à la fin de la période
report-missing = Reste
report-reached = Atteinte
report-is-behind = Pas encore atteinte
report-not-known = Pas encore de chiffre
report-label-in-period = { $label } ({ $period })
report-baseline = Départ : { $number }
report-baseline-late = Départ : { $number } (mesuré après le début du programme)
report-none-stated = Le programme n'énonce aucune cible pour ces indicateurs.

## Comment le lire

report-reading = Comment lire ce rapport
report-reading-sources = Les chiffres viennent soit des registres du programme lui-même (formations, capsules, guide, accompagnement), soit des chiffres ou des constats des associations, réunis.
report-reading-of = À côté de chaque chiffre : combien d'associations ont répondu, sur combien d'associations interrogées. Si moins de { $percent } % ont répondu, le chiffre est partiel, et c'est dit à côté. Si une question ne concerne pas toutes les associations, il est dit que les autres ne sont pas concernées ou n'ont pas répondu.
report-reading-protected = Ce rapport ne contient le chiffre d'aucune association ni d'aucune personne : chaque tableau est publié en entier ou pas du tout, et il ne l'est pas si trop peu se trouve derrière une de ses cases. On ne dit pas combien.
report-reading-empty = Les cases où il n'y a rien sont retirées des tableaux.
report-reading-twice = Qui bénéficie de deux associations compte deux fois ; qui bénéficie dans deux périodes compte une fois dans chacune.
report-reading-target = La cible est celle de tout le programme. On lui compare la somme des périodes publiées jusqu'à la fin de la période du rapport, ou le dernier chiffre publié si l'indicateur ne s'additionne pas.
report-reading-late = Ce qu'une association corrige après la clôture d'une période entre dans les chiffres de la suivante.
report-reading-year = Le chiffre de l'année est la somme de ce qui est publié de ses périodes ; il est dit combien. D'un indicateur qui ne s'additionne pas, c'est le dernier chiffre publié de l'année.

## Chiffres

report-axes = Indicateurs selon les axes de la stratégie Nassij
report-axis = Axe { $number } : { $axis }
report-in-period = Chiffres : { $period }
report-together = Chiffres des périodes publiées, ensemble
report-unit = Unité
report-answered = Associations ayant répondu
report-state = État
report-concerns-some = les autres : non concernées ou sans réponse
report-value-of = sur { $of }
report-mean-of = total de { $number } pour { $of }
report-sum-of = { $count ->
    [one] somme de { $count } période
   *[other] somme de { $count } périodes
 }
report-last-of = dernier chiffre : { $period }
report-status-published = Publié
report-status-partial = Partiel
report-status-withheld = Non publié : { $why }
report-not-asked = Non demandé dans cette période
report-never-asked = Pas encore demandé
report-made-of = De quoi il est fait
report-all-empty = rien dans aucune case
report-table-state = { $table } – { $state }
report-closed = { $indicator } : { $tables }
report-breakdown = Détail : { $indicator }
report-group = Groupe

## Définitions et signature

report-definitions = Ce que compte chaque indicateur
report-code = Code
report-meaning = Ce qui est compté
report-signed = Signature
report-place = Fait à { $place }, le { $day }
report-president = Le président ou la présidente de l'association
report-coordinator = Le coordinateur ou la coordinatrice du programme
report-stamp = Nom, signature et cachet
