# Le tableau de bord de qui mène le programme.

dash-overview = Vue d'ensemble
dash-outputs = Réalisations du programme
dash-outputs-about = Ce que le programme a fait lui-même, d'après ses registres.
dash-periods = Périodes
dash-periods-none = Aucune période n'est ouverte
dash-sync = État de la synchronisation
dash-print = Imprimer
dash-about = Ces chiffres sont la somme de ce qui est publié. Aucun chiffre d'une seule association n'apparaît ici.

## L'entrée

dash-login = Entrer
dash-password = Mot de passe
dash-enter = Entrer
dash-login-wrong = Ce mot de passe n'est pas le bon.
dash-login-unset = Aucun mot de passe n'est défini. Définissez-le sur la machine du relais :
dash-login-wait = { $count ->
    [one] Trop d'essais. Réessayez dans { $count } seconde.
   *[other] Trop d'essais. Réessayez dans { $count } secondes.
 }

## Vue d'ensemble

dash-newest = Dernière période publiée : { $period }. Ont répondu : { $reports } sur { $asked }.
dash-newest-none = Aucune période n'est encore publiée.
dash-open = – période ouverte jusqu'au { $day }. Ont répondu : { $reports } sur { $asked }.
dash-open-past = – le dernier jour, le { $day }, est passé ; la période n'est pas encore close. Ont répondu : { $reports } sur { $asked }.
dash-missing = N'ont pas encore répondu
dash-missing-none = Tout le monde a répondu.
dash-remind = Texte de rappel
dash-targets = Cibles et réalisations
dash-reached = Cibles atteintes : { $reached } sur { $count }.
dash-of-target = sur { $target }
dash-figure = Chiffre
dash-period = Période
dash-answers = Réponses
dash-of = { $number } sur { $of }
dash-percent = { $percent } %
dash-none = rien à comparer
dash-aim-none = Sans cible
dash-aim-unknown = Pas encore de chiffre à comparer
dash-aim-reached = Cible atteinte
dash-aim-behind = Pas encore atteinte : il manque { $missing }
dash-trend-better = en progrès
dash-trend-worse = en recul
dash-trend-same = inchangé
dash-not-asked = Non demandé pour cette période
dash-withheld = Non publié : { $why }
dash-answered = { $number } sur { $of }
dash-partial = partiel : { $answered }
dash-concerns-some = { $answered } ; les autres ne sont pas concernées ou n'ont pas répondu
dash-nothing-yet = Aucun chiffre publié

## Un indicateur

dash-over-periods = D'une période à l'autre
dash-years = Somme de l'année
dash-years-about = La somme des périodes publiées de l'année, et rien d'autre. Qui compte dans deux périodes compte deux fois.
dash-of-periods = { $count ->
    [one] { $count } période publiée
   *[other] { $count } périodes publiées
 }
dash-numbers = Chiffres
dash-how = Comment il est compté
dash-axis = Axe de la stratégie Nassij
dash-direction = Sens souhaité
dash-baseline = Point de départ
dash-baseline-late = { $value } (mesuré après le début du programme)
dash-target = Cible du programme entier
dash-target-is = cible : { $target }
dash-actual = Réalisé à ce jour
dash-filled = cases remplies : { $count } sur { $of }

## Les périodes

dash-state = État
dash-state-open = Ouverte : les chiffres arrivent
dash-state-frozen = Close : ce qui compte est fixé
dash-state-opened = Additionnée, pas encore publiée
dash-state-published = Publiée
dash-closes = Dernier jour
dash-close = Le dernier jour est passé. Les chiffres sont encore reçus tant que la période n'est pas close ; ce qui vient après entre dans la suivante de la même année. Pour la clore :
dash-tables-label = Tableaux
dash-tables = publiés : { $open } ; non publiés : { $withheld }
dash-export = Les chiffres publiés en fichier
dash-export-about = Tous les tableaux publiés, avec le nom des cases dans la langue de la page.
dash-report = Rapport pour le ministère
dash-report-about = Dans la langue de la page, avec tout ce qui est publié jusqu'à la fin de cette période ; à imprimer et à signer.
dash-report-year = Il réunit les périodes publiées de l'année. Le rapport d'une seule période est sur sa page.
dash-begin-next = Pour ouvrir la période suivante :
dash-reminder-label = Texte de rappel pour WhatsApp
dash-reminder = Bonjour, un rappel de { $owner } : les chiffres de votre association ({ $period }) ne nous sont pas encore parvenus. Le dernier jour est le { $day }. Page « Ce qui part » : relisez, donnez votre accord, cela part seul ; sans connexion, enregistrez le fichier et envoyez-le-nous. Nous vous aidons volontiers. Merci !
dash-reminder-late = Bonjour, un rappel de { $owner } : les chiffres de votre association ({ $period }) ne nous sont pas encore parvenus, et le dernier jour était le { $day }. Nous les prenons tant que la période n'est pas close : ne tardez pas. Page « Ce qui part » : relisez, donnez votre accord, cela part seul ; sans connexion, enregistrez le fichier et envoyez-le-nous. Nous vous aidons volontiers. Merci !
dash-copy = Copier le texte
dash-copied = Copié
dash-ledger = Registre des additions
dash-ledger-about = Les chiffres sont additionnés une seule fois, et cela s'inscrit dans un registre qui ne change plus. Chaque association peut comparer ces empreintes à celles qu'elle a reçues.
dash-ledger-at = Jour
dash-ledger-tables = Tableaux ouverts
dash-ledger-manifest = Empreinte de la liste des rapports
dash-ledger-published = Empreinte de ce qui est publié

## La synchronisation

dash-sync-about = Quand les ordinateurs de chaque association ont joint le relais pour la dernière fois. Le relais ne lit pas leurs registres.
dash-sync-none = Aucune association n'est encore invitée.
dash-sync-unnamed = Association sans nom ici
dash-sync-name = Association
dash-sync-health = État
dash-sync-last = Dernier contact
dash-sync-well = en contact régulier
dash-sync-quiet = sans contact depuis deux semaines
dash-sync-silent = sans contact depuis deux mois
dash-sync-never = inscrite, jamais en contact
dash-sync-invited = invitée, pas encore inscrite
dash-sync-expired = code expiré

## Ce qui ne va pas

dash-trouble-title = La page ne s'affiche pas
dash-trouble-code = Pour le support :
dash-trouble-nowhere = Il n'y a pas de page à cette adresse.
dash-trouble-nowhere-next = Commencez par la vue d'ensemble.
dash-trouble-stale = Cette page est d'une session précédente.
dash-trouble-stale-next = Ouvrez-la de nouveau, puis réessayez.
dash-trouble-form = L'envoi n'a pas pu être lu.
dash-trouble-form-next = Ouvrez la page de nouveau, puis réessayez.
dash-trouble-memory = La mémoire ne suffit pas pour vérifier le mot de passe.
dash-trouble-memory-next = Fermez d'autres programmes sur la machine du relais, puis réessayez.
dash-trouble-ledger_broken = Le registre des ouvertures a été modifié, ou il y manque quelque chose : les chiffres ne sont pas montrés.
dash-trouble-ledger_broken-next = Reprenez le dossier du relais d'une copie intacte.
dash-trouble-unknown = Les données du relais n'ont pas pu être lues.
dash-trouble-unknown-next = Réessayez ; si cela se répète, donnez le code ci-dessous au support.

dash-progress = Fiches de progrès
dash-progress-about = Ce que chaque association montre d’elle-même sous son nom, parce qu’elle l’a choisi point par point. Personne d’autre ne le voit, et elle le retire quand elle veut.
dash-progress-none = Aucune association n'a encore rien montré. Chacune choisit ce qu'elle montre, chez elle, sur la page « Fiche de progrès ».
dash-progress-facts = Point
dash-progress-said = Oui, de celles qui le montrent
dash-progress-came = Reçue le
dash-progress-no = Pas encore
dash-progress-yes = Acquis
