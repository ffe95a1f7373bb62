# Les indicateurs : le nom de chacun, une phrase qui dit ce qui est compté, et ce qu'attend celui qui n'a pas
# encore de données.

indicator-waits = Pas encore de données. En attente de : { $awaited }.

## Réalisations du programme

indicator-NT-O01 = Associations bénéficiaires
indicator-NT-O01-means = Nombre d'associations qui ont signé l'engagement envers le programme pendant la période.
indicator-NT-O02 = Formations tenues
indicator-NT-O02-means = Nombre de formations dont une séance a eu lieu pendant la période ; une formation qui s'étend sur deux périodes compte dans chacune.
indicator-NT-O03 = Heures de formation
indicator-NT-O03-means = Total des heures de présence, par nom, de tous les participants aux activités de formation.
indicator-NT-O04 = Participants aux formations
indicator-NT-O04-means = Personnes venues à une activité de formation au moins, chacune une seule fois.
indicator-NT-O05 = Part des femmes
indicator-NT-O05-means = Les femmes, parmi tous les participants aux formations.
indicator-NT-O06 = Part des jeunes
indicator-NT-O06-means = Les 18 à 34 ans, parmi tous les participants aux formations.
indicator-NT-O07 = Assiduité
indicator-NT-O07-means = Présences constatées, parmi celles qui étaient attendues.
indicator-NT-O08 = Formation suivie jusqu'au bout
indicator-NT-O08-means = Personnes présentes à 80 % au moins des heures de toutes les séances jusqu'à la fin de la période, parmi les inscrits.
indicator-NT-O09 = Progrès des connaissances
indicator-NT-O09-means = Écart moyen entre la note après et la note avant, pour qui a passé les deux tests.
indicator-NT-O10 = Satisfaction
indicator-NT-O10-means = Réponses qui donnent 4 ou 5 sur 5 au contenu, parmi celles qui le notent.
indicator-NT-O11 = Capsules publiées
indicator-NT-O11-means = Nombre de capsules vidéo publiées.
indicator-NT-O12 = Lectures des capsules
indicator-NT-O12-means = Nombre de fois que les capsules ont été lues, y compris sans Internet.
indicator-NT-O13 = Diffusion du guide
indicator-NT-O13-means = Exemplaires sur papier des éditions du guide parues pendant la période.
indicator-NT-O14 = Visites d'accompagnement
indicator-NT-O14-means = Nombre de visites d'accompagnement faites.
indicator-NT-O15 = Heures d'accompagnement
indicator-NT-O15-means = Heures d'accompagnement reçues par les associations ; on en tire la moyenne par association.
indicator-NT-O16 = Plan d'accompagnement réalisé
indicator-NT-O16-means = Points des plans d'accompagnement menés à bien, parmi tous les points.

## Résultats numériques

indicator-NT-R01 = Associations avec un site publié
indicator-NT-R01-means = L'association a-t-elle un site de cinq pages au moins, mis à jour depuis moins de 90 jours ?
indicator-NT-R02 = Sites en arabe et dans une autre langue
indicator-NT-R02-means = Le site de l'association est-il en arabe et dans une autre langue au moins ?
indicator-NT-R03 = Identité visuelle utilisée
indicator-NT-R03-means = L'identité visuelle est-elle complète, et trois documents au moins l'ont-ils portée dans la période ?
indicator-NT-R04 = Archivage numérique en service
indicator-NT-R04-means = L'archive a-t-elle 50 documents au moins, neuf sur dix classés, et un versement depuis moins de 30 jours ?
indicator-NT-R05 = Documents numérisés
indicator-NT-R05-means = Nombre de documents numérisés et versés à l'archive.
indicator-NT-R06 = Documents avec une durée de conservation
indicator-NT-R06-means = Documents de l'archive dont la durée de conservation est fixée, parmi tous.
indicator-NT-R07 = Intégrité de l'archive
indicator-NT-R07-means = Fichiers trouvés intacts, parmi ceux qui ont été vérifiés dans la période.
indicator-NT-R08 = Base des adhérents complète
indicator-NT-R08-means = Connaît-on pour neuf adhérents sur dix au moins le nom, le sexe, l'année de naissance, la qualité, un contact et l'état des cotisations ?
indicator-NT-R09 = Bases des bénéficiaires, donateurs et partenaires utilisées
indicator-NT-R09-means = A-t-on écrit dans chacun des trois registres pendant la période ?
indicator-NT-R09a = Base des bénéficiaires utilisée
indicator-NT-R09a-means = A-t-on écrit dans le registre des bénéficiaires pendant la période ?
indicator-NT-R09b = Base des donateurs utilisée
indicator-NT-R09b-means = A-t-on écrit dans le registre des donateurs pendant la période ?
indicator-NT-R09c = Base des partenaires utilisée
indicator-NT-R09c-means = A-t-on écrit dans le registre des partenaires pendant la période ?
indicator-NT-R10 = Taux de doublons
indicator-NT-R10-means = Paires de personnes qui n'en font peut-être qu'une et que nul n'a examinées, parmi toutes les personnes.
indicator-NT-R11 = Sauvegarde vérifiée
indicator-NT-R11-means = Existe-t-il une copie de moins de 30 jours, relue et trouvée intacte ?
indicator-NT-R12 = Niveau de sécurité numérique
indicator-NT-R12-means = Note sur 100 : les contrôles de sécurité de l'application qui sont bons.
indicator-NT-R13 = Maturité numérique
indicator-NT-R13-means = Note sur 100 dans cinq domaines, évaluée au début, au milieu et à la fin de l'accompagnement.
indicator-NT-R14 = Actes administratifs numériques
indicator-NT-R14-means = Lettres envoyées, paiements et dons enregistrés ; les procès-verbaux et les convocations ne sont pas encore comptés.
indicator-NT-R15 = Autonomie
indicator-NT-R15-means = L'application a-t-elle servi huit semaines sur douze au moins sans visite d'accompagnement ?

## Gouvernance, conformité, participation

indicator-NT-G01 = Dossier légal à jour
indicator-NT-G01-means = Le mandat du bureau court-il, le récépissé définitif est-il reçu, les changements ont-ils été déclarés sous 30 jours ?
indicator-NT-G02 = Assemblées générales tenues
indicator-NT-G02-means = L'assemblée s'est-elle tenue dans le délai des statuts, avec un procès-verbal définitif ?
indicator-NT-G03 = Femmes dans les bureaux
indicator-NT-G03-means = Sièges occupés par des femmes, parmi tous les sièges des bureaux.
indicator-NT-G04 = Jeunes dans les bureaux
indicator-NT-G04-means = Sièges occupés par des personnes de 35 ans au plus, parmi tous les sièges des bureaux.
indicator-NT-G05 = Cotisations encaissées
indicator-NT-G05-means = Cotisations payées, parmi celles qui étaient dues pour la période.
indicator-NT-G06 = Rapport financier
indicator-NT-G06-means = Le rapport financier annuel a-t-il été approuvé par l'assemblée ?
indicator-NT-G07 = Comptes des fonds publics
indicator-NT-G07-means = Les comptes dus pour des fonds publics ont-ils tous été envoyés à temps ? Ne concerne que les associations qui en devaient dans la période.
indicator-NT-G08 = Conformité à la loi 09-08
indicator-NT-G08-means = Le registre des traitements est-il tenu, sans demande sur les données personnelles hors délai ?
indicator-NT-G09 = Partenariats
indicator-NT-G09-means = Nombre de conventions en cours le dernier jour de la période.
indicator-NT-G09a = Montant des partenariats
indicator-NT-G09a-means = Total des conventions en cours le dernier jour de la période, en dirhams ; les autres monnaies ne sont pas comptées.
indicator-NT-G10 = Ressources mobilisées
indicator-NT-G10-means = Cotisations, dons en argent et tranches de subvention reçus pendant la période, en dirhams ; les autres monnaies ne sont pas comptées.
indicator-NT-G10a = Ressources : cotisations
indicator-NT-G10a-means = Cotisations payées pendant la période, en dirhams.
indicator-NT-G10b = Ressources : dons
indicator-NT-G10b-means = Dons en argent reçus pendant la période, en dirhams ; ni les dons en nature ni les autres monnaies ne sont comptés.
indicator-NT-G10c = Ressources : subventions
indicator-NT-G10c-means = Tranches de subvention reçues pendant la période, en dirhams ; les autres monnaies ne sont pas comptées.
indicator-NT-G11 = Activités
indicator-NT-G11-means = Activités commencées pendant la période, sauf celles prévues, reportées ou annulées.
indicator-NT-G12 = Bénéficiaires
indicator-NT-G12-means = Personnes connues par leur nom, inscrites, servies ou présentes à une activité pendant la période, chacune une fois par association ; qui l'est de deux associations compte deux fois.
indicator-NT-G12a = Bénéficiaires comptés sans nom
indicator-NT-G12a-means = Personnes comptées aux activités de la période sans que leur nom soit noté ; qui vient deux fois compte deux fois.
indicator-NT-G13 = Heures de bénévolat
indicator-NT-G13-means = Total des heures données par les bénévoles pendant la période.
indicator-NT-G14 = Participation citoyenne
indicator-NT-G14-means = Activités de plaidoyer commencées pendant la période, sauf celles prévues, reportées ou annulées.
indicator-NT-G15 = Mise en réseau
indicator-NT-G15-means = L'association a-t-elle tenu au moins une activité avec une autre association ?

## Qualité du système

indicator-NT-S01 = Rapports reçus
indicator-NT-S01-means = Rapports reçus, parmi ceux qui étaient attendus.
indicator-NT-S02 = Rapports à temps
indicator-NT-S02-means = Rapports reçus avant la clôture de la période, parmi ceux qui étaient attendus.
indicator-NT-S03 = Délai de la seconde copie
indicator-NT-S03-means = Heures médianes entre l'écriture d'une fiche et sa présence sur un second appareil.
indicator-NT-S04 = Valeurs différentes non tranchées
indicator-NT-S04-means = Champs où deux valeurs différentes attendent que quelqu'un choisisse.
indicator-NT-S05 = Chiffres recalculés
indicator-NT-S05-means = Rapports dont le nouveau calcul a donné les mêmes chiffres, parmi ceux qui ont été contrôlés.

## Axes de la stratégie Nassij

axis-policies = Politiques publiques et participation citoyenne
axis-organisation = Organisation et structure des associations
axis-partnership = Partenariat et diversité des ressources
axis-law = Cadre légal et conformité
axis-digital = Numérique

## D'où viennent les chiffres

source-own = Registres du programme
source-fact = Constat sur chaque association
source-pooled = Chiffres des associations réunis

## Unités

unit-associations = associations
unit-people = personnes
unit-heads = présences
unit-hours = heures
unit-dirhams = dirhams
unit-percent = pour cent
unit-points = points
unit-courses = formations
unit-capsules = capsules
unit-plays = lectures
unit-copies = exemplaires
unit-visits = visites
unit-documents = documents
unit-acts = actes
unit-agreements = conventions
unit-activities = activités
unit-differences = différences

## Sens

direction-up = Plus c'est haut, mieux c'est
direction-down = Plus c'est bas, mieux c'est

## Tableaux

table-total = Total
table-sex = Par sexe
table-age = Par âge
table-sex_age = Par sexe et âge
table-milieu = Selon le milieu du siège
table-domain = Selon le domaine de l'association

## Ce qui est attendu

awaited-reckoning = un calcul que cette version ne fait pas encore
awaited-player = compteur de lectures des capsules
awaited-site = site de l'association
awaited-identity = identité visuelle et documents qui la portent
awaited-archive = archives
awaited-usage = semaines d'utilisation de l'application
awaited-mandate = mandats du bureau
awaited-assembly = assemblées générales et procès-verbaux
awaited-joint_activity = activités tenues par plusieurs associations
awaited-report = des rapports que le programme ne garde pas encore
