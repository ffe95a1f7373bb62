# Mots du programme de formation et d'accompagnement.
# Chaque libellé tient en une ligne ; .aliases donne ce que l'on écrit en tête de colonne ou dans une case, séparé par |.

## participant

participant = Association participante
participant-plural = Associations participantes
participant-name = Nom de l'association participante
    .aliases = Association | Nom de l'association | Dénomination
participant-acronym = Sigle
    .aliases = Acronyme
participant-seat_commune = Commune du siège
    .aliases = Siège | Commune de l'association
participant-domain = Domaine d'action
    .aliases = Domaine | Domaine d'intervention
participant-signed_on = Engagement signé le
    .aliases = Date d'engagement | Date de signature
participant-contact = Interlocuteur(trice)
    .aliases = Interlocuteur | Contact | Responsable
participant-contact_post = Fonction de l'interlocuteur
    .aliases = Fonction | Qualité
participant-office_phone = Téléphone de l'association
participant-office_email = Courriel de l'association
participant-left_on = A quitté le programme le
    .aliases = Date de départ
participant-remarks = Observations
    .aliases = Remarques | Notes

## course

course = Formation
course-plural = Formations
course-title = Intitulé de la formation
    .aliases = Intitulé | Titre | Formation
course-topics = Thèmes
    .aliases = Thème | Axes
course-trainer = Formateur(trice)
    .aliases = Formateur | Formatrice | Intervenant
course-commune = Commune
course-place = Lieu
    .aliases = Salle | Endroit
course-starts_on = Date de début
    .aliases = Date | Du
course-ends_on = Date de fin
    .aliases = Au
course-hours = Heures
    .aliases = Nombre d'heures | Durée (h)
course-of_project = Projet (fiche)
course-note = Notes
    .aliases = Observations | Remarques

## trainee

trainee = Personne formée
trainee-plural = Personnes formées
trainee-person = Personne formée
    .aliases = Participant | Stagiaire
trainee-participant = Vient de l'association
    .aliases = Association | Nom de l'association | Association participante
trainee-post = Fonction dans l'association
    .aliases = Fonction | Qualité | Poste
trainee-entered_on = Inscription le
    .aliases = Date d'inscription
trainee-left_on = Départ le
    .aliases = Date de départ
trainee-guardian = Tuteur (fiche)
trainee-guardian_name = Nom du tuteur
    .aliases = Tuteur
trainee-consent = Consentement
trainee-remarks = Observations
    .aliases = Remarques | Notes

## questionnaire

questionnaire = Questionnaire
questionnaire-plural = Questionnaires
questionnaire-session = Séance
    .aliases = Activité
questionnaire-content = Qualité du contenu
    .aliases = Contenu
questionnaire-organisation = Organisation
questionnaire-logistics = Accueil et moyens
    .aliases = Logistique | Accueil
questionnaire-remark = Remarque
    .aliases = Remarques | Observations | Suggestions

## course_test

course_test = Test
course_test-plural = Tests avant et après
course_test-trainee = Personne formée
    .aliases = Participant | Stagiaire
course_test-course = Formation
course_test-points_before = Points avant la formation (sur 100)
    .aliases = Avant | Test avant | Note avant
course_test-points_after = Points après la formation (sur 100)
    .aliases = Après | Test après | Note après
course_test-note = Notes
    .aliases = Observations | Remarques

## certificate

certificate = Attestation
certificate-plural = Attestations
certificate-number = N° de l'attestation
    .aliases = Attestation
certificate-trainee = Remise à
    .aliases = Participant | Personne formée
certificate-course = Pour la formation
    .aliases = Formation
certificate-issued_on = Remise le
    .aliases = Date de remise
certificate-cancelled = Annulée
certificate-note = Notes
    .aliases = Observations | Remarques

## coaching_item

coaching_item = Action du plan d'accompagnement
coaching_item-plural = Plans d'accompagnement
coaching_item-what = Action convenue
    .aliases = Action
coaching_item-participant = Association participante
    .aliases = Association
coaching_item-topic = Thème
coaching_item-due_on = Échéance
    .aliases = Avant le
coaching_item-done_on = Faite le
    .aliases = Réalisée le
coaching_item-note = Notes
    .aliases = Observations | Remarques

## coaching_visit

coaching_visit = Visite d'accompagnement
coaching_visit-plural = Visites d'accompagnement
coaching_visit-participant = Association participante
    .aliases = Association
coaching_visit-visited_on = Date de la visite
    .aliases = Date
coaching_visit-hours = Heures
    .aliases = Nombre d'heures | Durée (h)
coaching_visit-item = Action du plan
    .aliases = Action
coaching_visit-next_on = Prochaine visite le
    .aliases = Prochaine date | Prochain rendez-vous
coaching_visit-note = Notes
    .aliases = Observations | Remarques

## maturity

maturity = Évaluation de maturité numérique
maturity-plural = Évaluations de maturité numérique
maturity-participant = Association participante
    .aliases = Association
maturity-assessed_on = Date de l'évaluation
    .aliases = Date
maturity-round = Étape
    .aliases = Phase
maturity-communication = Communication, identité et site
    .aliases = Communication
maturity-archive = Archives
    .aliases = Archivage
maturity-databases = Bases de données
maturity-administration = Gestion administrative électronique
    .aliases = Gestion administrative
maturity-security = Sécurité numérique
    .aliases = Sécurité
maturity-note = Notes
    .aliases = Observations | Remarques

## capsule

capsule = Capsule vidéo
capsule-plural = Capsules vidéo
capsule-title = Titre de la capsule
    .aliases = Titre | Capsule
capsule-language = Langue
capsule-topic = Thème
capsule-published_on = Publiée le
    .aliases = Date de publication
capsule-link = Lien
    .aliases = Adresse
capsule-plays = Nombre de vues
    .aliases = Vues
capsule-note = Notes
    .aliases = Observations | Remarques

## guide_edition

guide_edition = Édition du guide
guide_edition-plural = Éditions du guide
guide_edition-edition = Édition
    .aliases = N° d'édition
guide_edition-language = Langue
guide_edition-published_on = Publiée le
    .aliases = Date de publication
guide_edition-link = Lien
    .aliases = Adresse
guide_edition-copies = Exemplaires imprimés
    .aliases = Exemplaires
guide_edition-downloads = Téléchargements
guide_edition-note = Notes
    .aliases = Observations | Remarques

## programme_profile

programme_profile = Le programme
programme_profile-plural = Le programme
programme_profile-name = Nom du programme
    .aliases = Programme
programme_profile-operator = Porteur du programme
    .aliases = Porteur
programme_profile-territory = Territoire
programme_profile-policy = Politique de référence
    .aliases = Politique
programme_profile-started_on = Lancé le
    .aliases = Début | Date de lancement

## programme_partner

programme_partner = Partenaire du programme
programme_partner-plural = Partenaires du programme
programme_partner-name = Nom tel que le programme le cite
    .aliases = Partenaire | Nom

## target

target = Cible
target-plural = Cibles
target-statement = La cible en toutes lettres
    .aliases = Cible
target-indicator = Indicateur
    .aliases = Code de l'indicateur
target-year = Année (vide : tout le programme)
    .aliases = Année
target-value = Valeur visée
    .aliases = Valeur | Valeur cible
target-baseline = Valeur de départ
    .aliases = Situation de départ | Référence
target-baseline_on = Mesurée le
    .aliases = Date de la valeur de départ
target-note = Remarques

## report_period

report_period = Période de rapport
report_period-plural = Périodes de rapport
report_period-period = Période (2026, 2026-H1, 2026-Q3 ou 2026-09)
    .aliases = Période
report_period-published_on = Chiffres publiés le
    .aliases = Publiée le
report_period-note = Remarques

## legal_deadline

legal_deadline = Obligation légale
legal_deadline-plural = Calendrier légal
legal_deadline-what = Ce qu'il faut faire
    .aliases = Quoi | Obligation
legal_deadline-due_rule = Délai
    .aliases = Quand
legal_deadline-due_on = Jour
    .aliases = Date | Échéance
legal_deadline-yearly = Revient chaque année
    .aliases = Annuel
legal_deadline-source = Source
    .aliases = Loi | Base légale
legal_deadline-checked_by = Vérifié par
legal_deadline-checked_on = Vérifié le
legal_deadline-note = Remarques

## letter_model

letter_model = Modèle de lettre
letter_model-plural = Modèles de lettres
letter_model-name = Objet de la lettre
    .aliases = Nom | Lettre
letter_model-language = Langue de la lettre
    .aliases = Langue
letter_model-text = Texte de la lettre
    .aliases = Texte
letter_model-source = Source
    .aliases = Loi | Base légale
letter_model-checked_by = Vérifié par
letter_model-checked_on = Vérifié le
letter_model-note = Remarques

## announcement

announcement = Annonce
announcement-plural = Annonces
announcement-title = Titre de l'annonce
    .aliases = Titre
announcement-text = Texte de l'annonce
    .aliases = Texte
announcement-announced_on = Annoncée le
    .aliases = Date
announcement-until = Valable jusqu'au
    .aliases = Jusqu'au
announcement-link = Lien
announcement-note = Remarques

group-baseline = Avant le programme
group-checked = Vérification

## topic

topic-communication = Communication numérique
    .aliases = Communication
topic-marketing = Marketing numérique
    .aliases = Marketing
topic-identity = Identité visuelle
    .aliases = Identité
topic-website = Site web
    .aliases = Site
topic-archive = Archivage numérique
    .aliases = Archivage | Archives
topic-security = Sécurité numérique
    .aliases = Sécurité
topic-databases = Bases de données
topic-administration = Gestion administrative électronique
    .aliases = Gestion administrative
topic-other = Autre thème
    .aliases = Autre

## rating

rating-5 = 5 – Très bien
    .aliases = Très bien | Excellent
rating-4 = 4 – Bien
    .aliases = Bien
rating-3 = 3 – Moyen
    .aliases = Moyen
rating-2 = 2 – Faible
    .aliases = Faible
rating-1 = 1 – Très faible
    .aliases = Très faible

## maturity_round

maturity_round-baseline = Départ
    .aliases = État initial
maturity_round-mid = Mi-parcours
maturity_round-end = Fin
    .aliases = État final

## level_communication

level_communication-0 = 0 – Ni logo, ni page, ni site
level_communication-1 = 1 – Un logo ou une page, sans régularité
level_communication-2 = 2 – Une identité cohérente et une page tenue à jour
level_communication-3 = 3 – Un site que l'association tient elle-même et un plan de communication

## level_archive

level_archive-0 = 0 – Des papiers sans ordre
level_archive-1 = 1 – Des papiers classés et quelques fichiers sur un ordinateur
level_archive-2 = 2 – Des fichiers classés en dossiers, avec une copie
level_archive-3 = 3 – Des archives numériques aux noms réglés, avec durées de conservation et copies éprouvées

## level_databases

level_databases-0 = 0 – Pas de listes écrites
level_databases-1 = 1 – Des listes sur papier ou dans des fichiers épars
level_databases-2 = 2 – Des tableaux à jour des adhérents et des bénéficiaires
level_databases-3 = 3 – Une base des adhérents, bénéficiaires, donateurs et partenaires, utilisée chaque semaine

## level_administration

level_administration-0 = 0 – Tout est sur papier
level_administration-1 = 1 – Lettres et procès-verbaux s'écrivent à l'ordinateur
level_administration-2 = 2 – Registre du courrier, reçus et cartes sont sur l'ordinateur
level_administration-3 = 3 – La gestion de chaque jour est numérique et les rapports en sortent

## level_security

level_security-0 = 0 – Ni phrases secrètes, ni copies
level_security-1 = 1 – Une phrase secrète pour tous et des copies de temps à autre
level_security-2 = 2 – Une phrase secrète par personne et une copie par mois
level_security-3 = 3 – Des phrases personnelles, des copies éprouvées hors du siège et des règles écrites
