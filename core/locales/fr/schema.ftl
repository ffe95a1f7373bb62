# Noms des fiches, des champs et des codes.
# Une ligne par nom ; .aliases dit ce que l'on écrit en tête de colonne ou dans les cases, séparé par |.

## association

association = Association
association-plural = Associations
association-name = Dénomination
    .aliases = Nom de l'association | Association | Dénomination de l'association
association-acronym = Sigle
    .aliases = Acronyme
association-object = Objet
    .aliases = Buts | Objectifs | But de l'association
association-legal_status = Statut juridique
    .aliases = Situation juridique
association-founded_on = Date de création
    .aliases = Créée le | Date de constitution | Date de fondation
association-provisional_receipt_no = N° du récépissé provisoire
    .aliases = Récépissé provisoire
association-provisional_receipt_on = Date du récépissé provisoire
association-final_receipt_no = N° du récépissé définitif
    .aliases = Récépissé définitif
association-final_receipt_on = Date du récépissé définitif
association-authority = Autorité locale
    .aliases = Pachalik | Caïdat | Autorité
association-seat_address = Siège
    .aliases = Adresse du siège | Siège social | Adresse
association-commune = Commune
    .aliases = Commune territoriale
association-phone = Téléphone
    .aliases = Tél | Tél. | N° de téléphone
association-email = Courriel
    .aliases = E-mail | Email | Adresse électronique
association-website = Site web
    .aliases = Site internet | Site
association-bank_rib = RIB
    .aliases = Compte bancaire | N° de compte
association-tax_if = Identifiant fiscal (IF)
    .aliases = IF | Identifiant fiscal
association-tax_ice = ICE
    .aliases = Identifiant commun
association-domains = Domaines d'intervention
    .aliases = Domaine | Domaines | Domaine d'intervention
association-zones = Zones d'intervention
    .aliases = Zone | Zones | Zone d'intervention
association-rup_decree = Décret d'utilité publique
    .aliases = Utilité publique
association-cndp_ref = Référence CNDP
    .aliases = N° CNDP | CNDP
association-fiscal_year_start = Mois de début d'exercice
    .aliases = Début d'exercice
association-paper_colour = Couleur des documents
association-runs_programme = Anime un programme pour d'autres associations
association-note = Notes
    .aliases = Observations | Remarques

## household

household = Foyer
household-plural = Foyers
household-name = Nom du foyer
    .aliases = Foyer | Famille | Chef de famille
household-commune = Commune
household-douar = Douar
    .aliases = Quartier
household-address = Adresse
    .aliases = Domicile
household-household_size = Nombre de personnes
    .aliases = Taille du foyer | Nb de personnes
household-note = Notes
    .aliases = Observations | Remarques

## person

person = Personne
person-plural = Personnes
person-given_name = Prénom
    .aliases = Prénoms | Prénom(s) | Prenom
person-family_name = Nom
    .aliases = Nom de famille | Nom(s) | Nom patronymique
person-father_name = Nom du père
    .aliases = Prénom du père | Père
person-sex = Sexe
    .aliases = Genre | H/F | M/F | F/H
person-birth_date = Date de naissance
    .aliases = Date de naiss. | Date de naiss | Date naissance | Né(e) le | Né le | Née le | D.N. | DDN | Année de naissance | Naissance | Date naiss.
person-birth_place = Lieu de naissance
    .aliases = Né(e) à | Lieu naissance | Lieu de naiss.
person-nationality = Nationalité
person-cnie = CNIE
    .aliases = CIN | C.I.N | C.I.N. | N° CIN | N°CIN | N° de CIN | N° de la CIN | N° CNIE | N° de CNIE | C.N.I.E | CNI | N° CNI | Carte nationale | Carte d'identité | N° carte nationale | N° de la carte nationale | Numéro CIN | Pièce d'identité
person-phone = Téléphone
    .aliases = Tél | Tél. | Tel | N° Tél | N° de tél | N° téléphone | N° de téléphone | Numéro de téléphone | GSM | N° GSM | Portable | Tél portable | Téléphone portable | Mobile | Tél mobile | WhatsApp | Num tél
person-phones = Téléphones
    .aliases = Autre téléphone | Tél 2 | Téléphone 2 | Téléphones (tous) | Fixe | Tél fixe | Téléphone fixe
person-email = Courriel
    .aliases = E-mail | Email | Mail | Adresse e-mail | Adresse mail | Adresse électronique
person-commune = Commune
    .aliases = Commune de résidence | Commune rurale | Commune urbaine | Commune territoriale | Ville
person-douar = Douar
    .aliases = Quartier | Douar / quartier | Douar ou quartier
person-address = Adresse
    .aliases = Adresse complète | Adresse personnelle | Domicile | Lieu de résidence | Résidence
person-milieu = Milieu
    .aliases = Milieu de résidence | Urbain/rural | U/R
person-profession = Profession
    .aliases = Métier | Activité professionnelle | Fonction | Emploi
person-education = Niveau scolaire
    .aliases = Niveau d'études | Niveau d'instruction | Scolarité | Niveau d'éducation | Niveau d'étude
person-household = Foyer
    .aliases = Famille
person-relation = Lien de parenté
    .aliases = Lien | Parenté
person-note = Notes sur la personne

## membership

membership = Adhésion
membership-plural = Adhésions
member = Adhérent(e)
member-plural = Adhérents
membership-person = Adhérent(e)
    .aliases = Membre
membership-member_no = N° d'adhérent
    .aliases = N° adhérent | N° d'adhésion | N° adhésion | Numéro d'adhérent | N° membre | N° de membre | Matricule | N° inscription
membership-category = Qualité
    .aliases = Catégorie | Catégorie de membre | Qualité de membre | Type d'adhérent | Type de membre | Type d'adhésion
membership-joined_on = Date d'adhésion
    .aliases = Date adhésion | Adhésion | Adhéré le | Année d'adhésion | Date d'inscription | Membre depuis | Date d'entrée
membership-status = Situation de l'adhésion
    .aliases = Situation | État | Statut | Statut de l'adhérent | État de l'adhésion
membership-dues_amount = Cotisation
    .aliases = Cotisation (DH) | Cotisation (MAD) | Cotisation en DH | Montant de la cotisation | Montant cotisation | Cotisation annuelle | Cotisations | Droit d'adhésion | Frais d'adhésion | Montant | Montant payé | Montant versé
membership-card_no = N° de carte d'adhérent
    .aliases = N° carte adhérent | N° de carte | Carte d'adhérent
membership-sponsor = Parrain
    .aliases = Parrainé par | Adhérent parrain
membership-left_on = Date de départ
    .aliases = Date de sortie | Date de radiation | Date de démission | Parti(e) le
membership-left_reason = Motif de départ
    .aliases = Motif de sortie | Motif de radiation | Raison du départ
membership-remarks = Observations
    .aliases = Observation | Remarque | Remarques | Notes | Obs | Obs. | Note

## enrolment

enrolment = Prise en charge
enrolment-plural = Prises en charge
beneficiary = Bénéficiaire
beneficiary-plural = Bénéficiaires
enrolment-person = Bénéficiaire
enrolment-beneficiary_no = N° du bénéficiaire
    .aliases = N° bénéficiaire | N° de dossier | N° dossier
enrolment-project = Nom du projet (texte libre)
    .aliases = Nom du projet | Programme | Projet
enrolment-of_project = Projet (fiche)
enrolment-activity = Activité
enrolment-service = Service
    .aliases = Type de service | Type d'aide | Nature de l'aide | Prestation
enrolment-entered_on = Date d'entrée
    .aliases = Date de prise en charge | Bénéficiaire depuis | Date d'inscription | Date du service | Date d'aide
enrolment-exited_on = Date de sortie
    .aliases = Fin de prise en charge | Date de fin
enrolment-exit_reason = Motif de sortie
    .aliases = Raison de sortie
enrolment-guardian = Tuteur (fiche)
enrolment-guardian_name = Nom du tuteur
    .aliases = Tuteur | Tuteur légal | Parent ou tuteur | Nom du parent
enrolment-consent = Consentement
enrolment-remarks = Observations
    .aliases = Observation | Remarque | Remarques | Notes | Obs | Obs.

## consent

consent = Consentement
consent-plural = Consentements
consent-person = Personne concernée
    .aliases = Personne
consent-purpose = Finalité
    .aliases = But
consent-scope = Étendue
    .aliases = Données concernées | Portée
consent-given_on = Donné le
    .aliases = Date du consentement
consent-method = Mode de recueil
    .aliases = Méthode | Mode
consent-witness_name = Témoin
consent-text_version = Version du texte
    .aliases = Version
consent-language = Langue du texte
    .aliases = Langue
consent-guardian = Tuteur
    .aliases = Tuteur légal
consent-withdrawn_on = Retiré le
    .aliases = Date de retrait
consent-note = Notes
    .aliases = Observations | Remarques

## functioning

functioning = Fiche de fonctionnement
functioning-plural = Fiches de fonctionnement
functioning-person = Personne concernée
    .aliases = Personne
functioning-assessed_on = Date du recueil
    .aliases = Recueilli le
functioning-seeing = Voir
    .aliases = Vue | Vision
functioning-hearing = Entendre
    .aliases = Ouïe | Audition
functioning-walking = Marcher
    .aliases = Marche | Mobilité
functioning-remembering = Se souvenir, se concentrer
    .aliases = Mémoire | Concentration
functioning-self_care = Prendre soin de soi
    .aliases = Soins personnels
functioning-communicating = Communiquer
    .aliases = Communication
functioning-proxy_answered = Réponse par un proche
    .aliases = Répondu par un tiers

## activity

activity = Activité
activity-plural = Activités
activity-title = Intitulé
    .aliases = Titre | Activité | Nom de l'activité | Intitulé de l'activité | Thème
activity-activity_type = Type d'activité
    .aliases = Type | Nature de l'activité
activity-domain = Domaine
    .aliases = Secteur
activity-project = Nom du projet (texte libre)
    .aliases = Programme | Projet
activity-of_project = Projet (fiche)
activity-for_convention = Au titre de la convention
activity-of_course = Séance de la formation
activity-commune = Commune
activity-place = Lieu
    .aliases = Endroit | Lieu de l'activité | Salle
activity-starts_on = Date de début
    .aliases = Date | Début | Date de l'activité | Du
activity-ends_on = Date de fin
    .aliases = Fin | Au
activity-hours = Heures
    .aliases = Nombre d'heures | Durée (h) | Nb d'heures
activity-facilitator = Animateur(trice)
    .aliases = Animateur | Formateur | Encadrant | Intervenant
activity-state = État
    .aliases = Statut | Avancement
activity-cost = Coût
    .aliases = Dépenses | Budget
activity-places = Nombre de places
    .aliases = Places | Effectif prévu
activity-note = Notes
    .aliases = Observations | Remarques

## attendance

attendance = Présence
attendance-plural = Présences
attendance-activity = Activité
attendance-person = Participant(e)
    .aliases = Participant | Personne
attendance-attended_on = Date de présence
    .aliases = Date | Date de la séance
attendance-present = Présent(e)
    .aliases = Présence | Présent
attendance-hours = Heures
    .aliases = Nombre d'heures
attendance-certificate_no = N° d'attestation
    .aliases = Attestation | N° du certificat | Certificat
attendance-people = Nombre de participants
    .aliases = Effectif | Nombre | Nb de participants
attendance-sex = Sexe
    .aliases = Genre
attendance-age_band = Tranche d'âge
    .aliases = Âge
attendance-milieu = Milieu
    .aliases = Milieu de résidence
attendance-note = Notes
    .aliases = Observations | Remarques

## dues_period

dues_period = Exercice de cotisation
dues_period-plural = Exercices de cotisation
dues_period-label = Exercice
    .aliases = Année | Saison
dues_period-starts_on = Date de début
    .aliases = Début | Du
dues_period-ends_on = Date de fin
    .aliases = Fin | Au
dues_period-amount_active = Cotisation du membre actif
    .aliases = Membre actif
dues_period-amount_honorary = Cotisation du membre honoraire
    .aliases = Membre honoraire
dues_period-amount_founder = Cotisation du membre fondateur
    .aliases = Membre fondateur
dues_period-amount_adherent = Cotisation de l'adhérent(e)
    .aliases = Adhérent
dues_period-grace_days = Délai de grâce (jours)
    .aliases = Délai de grâce
dues_period-note = Notes
    .aliases = Observations | Remarques

## payment

payment = Paiement
payment-plural = Paiements
payment-membership = Adhérent(e)
    .aliases = Adhésion | Adhérent
payment-payer_name = Payé à sa place par
    .aliases = Payé par | Payeur | Nom du payeur
payment-period = Exercice
    .aliases = Année | Saison
payment-amount = Montant
    .aliases = Somme | Montant payé | Montant (DH)
payment-paid_on = Date de paiement
    .aliases = Date | Payé le | Date de versement
payment-mode = Mode de paiement
    .aliases = Mode | Moyen de paiement
payment-reference = Référence
    .aliases = N° de chèque | Réf. | Réf. du virement
payment-receipt_no = N° de reçu
    .aliases = N° reçu | Reçu | Reçu n°
payment-cashier = Encaissé par
    .aliases = Caissier | Trésorier
payment-cancelled = Annulé
    .aliases = Annulation
payment-note = Notes
    .aliases = Observations | Remarques

## donor

donor = Donateur(trice)
donor-plural = Donateurs
donor-organisation = Organisme donateur
    .aliases = Organisme | Organisation | Société | Entreprise | Raison sociale | Bailleur | Donateur
donor-person = Personne donatrice
    .aliases = Personne
donor-donor_type = Type de donateur
    .aliases = Type | Catégorie
donor-origin = Origine
    .aliases = National/étranger | Provenance
donor-anonymous = Souhaite l'anonymat
    .aliases = Anonyme | Anonymat
donor-org_id = Identifiant de l'organisation
    .aliases = Identifiant IATI
donor-office_phone = Téléphone du bureau
    .aliases = Tél bureau | Standard
donor-office_email = Courriel du bureau
    .aliases = E-mail du bureau | Courriel professionnel
donor-seat_address = Adresse du siège
    .aliases = Siège | Siège social
donor-donor_since = Donateur depuis
    .aliases = Premier don
donor-remarks = Observations
    .aliases = Observation | Remarque | Remarques | Notes | Obs.

## donation

donation = Don
donation-plural = Dons
donation-donor = Donateur(trice)
    .aliases = Donateur
donation-given_on = Date du don
    .aliases = Date | Reçu le | Date de réception
donation-nature = Nature du don
    .aliases = Nature | Type de don | Espèces/nature
donation-amount = Montant
    .aliases = Montant du don | Somme
donation-currency = Devise
    .aliases = Monnaie
donation-mode = Mode de versement
    .aliases = Mode | Mode de paiement
donation-description = Description
    .aliases = Détail | Désignation
donation-estimated_value = Valeur estimée
    .aliases = Valeur | Estimation
donation-purpose = Affectation
    .aliases = But | Destination
donation-campaign = Nom de la collecte (texte libre)
    .aliases = Collecte | Campagne
donation-of_campaign = Collecte (fiche)
donation-of_project = Projet bénéficiaire
donation-receipt_no = N° de reçu
    .aliases = Reçu | N° reçu
donation-declaration_due = Déclaration à faire avant le
    .aliases = Échéance de déclaration
donation-declaration_sent_on = Déclarée le
    .aliases = Date de déclaration
donation-declaration_ref = Référence de la déclaration
    .aliases = Réf. déclaration
donation-thanked_on = Remerciement envoyé le
    .aliases = Remercié le
donation-cancelled = Annulé
    .aliases = Annulation
donation-note = Notes
    .aliases = Observations | Remarques

## partner

partner = Partenaire
partner-plural = Partenaires
partner-organisation = Organisme partenaire
    .aliases = Organisme | Organisation | Partenaire | Nom du partenaire | Institution | Raison sociale
partner-org_type = Type d'organisme
    .aliases = Type | Type de partenaire | Catégorie
partner-sector = Domaine
    .aliases = Secteur | Secteur d'activité
partner-contact = Interlocuteur (fiche)
partner-contact_post = Fonction de l'interlocuteur
    .aliases = Fonction du contact | Qualité | Poste
partner-office_phone = Téléphone du bureau
    .aliases = Tél bureau | Téléphone | Tél | Tél. | Standard
partner-office_email = Courriel du bureau
    .aliases = Courriel | E-mail | Email | E-mail du bureau
partner-website = Site web
    .aliases = Site internet | Site
partner-seat_commune = Commune du siège
    .aliases = Commune | Ville
partner-seat_address = Adresse du siège
    .aliases = Adresse | Siège | Siège social
partner-partner_since = Partenaire depuis
    .aliases = Début du partenariat | Depuis
partner-partner_state = État du partenariat
    .aliases = État | Statut | Situation
partner-remarks = Observations
    .aliases = Observation | Remarque | Remarques | Notes | Obs.

## convention

convention = Convention
convention-plural = Conventions
convention-number = N° de la convention
    .aliases = N° convention
convention-subject = Objet
    .aliases = Objet de la convention | Intitulé
convention-partner = Partenaire
    .aliases = Partie
convention-signed_on = Date de signature
    .aliases = Signée le
convention-starts_on = Date de début
    .aliases = Début | Date d'effet
convention-ends_on = Date de fin
    .aliases = Fin | Échéance
convention-ends_on-due = Préavis à donner
convention-amount = Montant
    .aliases = Montant de la convention
convention-currency = Devise
    .aliases = Monnaie
convention-in_kind = Apports en nature
convention-obligations = Obligations
    .aliases = Engagements
convention-deliverables = Livrables
    .aliases = Résultats attendus
convention-renewal = Reconduction
    .aliases = Renouvellement
convention-notice_days = Préavis (jours)
    .aliases = Préavis
convention-state = État
    .aliases = Statut | Situation
convention-note = Notes
    .aliases = Observations | Remarques

## correspondence

correspondence = Courrier
correspondence-plural = Courriers
correspondence-direction = Sens
    .aliases = Arrivée/départ | Type de courrier
correspondence-reg_no = N° d'ordre
    .aliases = N° d'enregistrement | N° de registre
correspondence-registered_on = Date d'enregistrement
    .aliases = Date d'arrivée | Date de départ | Date d'envoi
correspondence-letter_no = N° de la lettre
    .aliases = N° du courrier | Réf. de la lettre
correspondence-letter_date = Date de la lettre
    .aliases = Date du courrier
correspondence-correspondent = Expéditeur ou destinataire
    .aliases = Expéditeur | Destinataire | Correspondant
correspondence-partner = Partenaire
correspondence-subject = Objet
    .aliases = Sujet
correspondence-body = Texte de la lettre
correspondence-signed_as = Signée par
correspondence-channel = Voie d'envoi
    .aliases = Canal | Mode d'envoi
correspondence-attachments = Nombre de pièces jointes
    .aliases = Pièces jointes | PJ
correspondence-assigned_to = Affecté à
    .aliases = Service destinataire | Transmis à
correspondence-answer_due = Réponse attendue le
    .aliases = Délai de réponse
correspondence-answered_by = Réponse
    .aliases = Répondu par
correspondence-archive_ref = Référence d'archive
    .aliases = Cote d'archive
correspondence-note = Notes
    .aliases = Observations | Remarques

## project

project = Projet
project-plural = Projets
project-title = Intitulé du projet
    .aliases = Projet | Nom du projet | Intitulé | Titre
project-code = Code du projet
    .aliases = Code
project-objective = Objectif
    .aliases = Objectifs | But
project-domain = Domaine
    .aliases = Secteur
project-state = État du projet
    .aliases = État | Avancement | Statut
project-funder = Bailleur de fonds
    .aliases = Bailleur | Financeur
project-budget = Budget
    .aliases = Coût | Montant
project-currency = Devise
    .aliases = Monnaie
project-starts_on = Date de début
    .aliases = Début | Du
project-ends_on = Date de fin
    .aliases = Fin | Au
project-communes = Communes d'intervention
    .aliases = Commune | Communes | Zone
project-target_groups = Publics visés
    .aliases = Cible | Groupes cibles
project-coordinator = Responsable du projet
    .aliases = Coordinateur | Chef de projet
project-note = Notes
    .aliases = Observations | Remarques

## campaign

campaign = Collecte de dons
campaign-plural = Collectes de dons
campaign-title = Intitulé de la collecte
    .aliases = Collecte | Campagne | Intitulé
campaign-purpose = Objet de la collecte
    .aliases = But | Objet
campaign-of_project = Projet bénéficiaire
    .aliases = Projet
campaign-starts_on = Début de la collecte
    .aliases = Début | Du
campaign-ends_on = Fin de la collecte
    .aliases = Fin | Au
campaign-ends_on-due = Rapport de collecte à envoyer
campaign-means = Moyens de collecte
    .aliases = Moyens
campaign-authority = Autorité qui autorise
    .aliases = Autorité
campaign-designated = Membre du bureau désigné
    .aliases = Membre désigné
campaign-requested_on = Autorisation demandée le
    .aliases = Date de la demande
campaign-authorisation_no = N° d'autorisation
    .aliases = Autorisation
campaign-authorised_on = Date d'autorisation
    .aliases = Autorisée le
campaign-bank_rib = Compte bancaire de la collecte
    .aliases = RIB | Compte bancaire
campaign-collected = Total collecté
    .aliases = Total | Montant collecté
campaign-remainder = Reliquat
    .aliases = Reste
campaign-report_sent_on = Rapport envoyé le
    .aliases = Date du rapport
campaign-note = Notes
    .aliases = Observations | Remarques

## grant

grant = Subvention
grant-plural = Subventions
grant-title = Intitulé de la subvention
    .aliases = Subvention | Intitulé
grant-funder = Bailleur de fonds
    .aliases = Bailleur | Financeur
grant-programme = Programme du bailleur
    .aliases = Programme | Appel à projets
grant-convention = Convention
    .aliases = N° de convention
grant-of_project = Projet financé
    .aliases = Projet
grant-amount = Montant accordé
    .aliases = Montant
grant-currency = Devise
    .aliases = Monnaie
grant-own_share = Apport de l'association
    .aliases = Apport propre | Cofinancement
grant-public_money = Argent public
    .aliases = Fonds publics | Subvention publique
grant-state = État de la subvention
    .aliases = État | Statut
grant-starts_on = Date de début
    .aliases = Début | Du
grant-ends_on = Date de fin
    .aliases = Fin | Au
grant-eligible_lines = Dépenses éligibles
    .aliases = Lignes éligibles
grant-interim_due = Rapport intermédiaire à remettre avant le
    .aliases = Échéance du rapport intermédiaire
grant-interim_sent_on = Rapport intermédiaire remis le
grant-final_due = Rapport final à remettre avant le
    .aliases = Échéance du rapport final
grant-final_sent_on = Rapport final remis le
grant-accounts_due = Comptes d'emploi à remettre avant le
    .aliases = Échéance des comptes
grant-accounts_sent_on = Comptes remis le
grant-note = Notes
    .aliases = Observations | Remarques

## tranche

tranche = Tranche de subvention
tranche-plural = Tranches des subventions
tranche-grant = Subvention
tranche-number = N° de la tranche
    .aliases = Tranche
tranche-amount = Montant prévu
    .aliases = Montant
tranche-condition = Condition de versement
    .aliases = Condition
tranche-due_on = Versement attendu le
    .aliases = Échéance
tranche-requested_on = Demandée le
    .aliases = Date de la demande
tranche-received_on = Reçue le
    .aliases = Date de réception
tranche-received_amount = Montant reçu
tranche-note = Notes
    .aliases = Observations | Remarques

## service

service = Service rendu
service-plural = Services rendus
service-enrolment = Bénéficiaire
    .aliases = Prise en charge
service-given_on = Date du service
    .aliases = Date | Rendu le
service-service_type = Type de service
    .aliases = Type | Nature
service-detail = Détail
    .aliases = Description
service-quantity = Quantité
    .aliases = Nombre | Qté
service-unit = Unité
service-value = Valeur
    .aliases = Valeur estimée
service-activity = Activité
service-given_by = Rendu par
    .aliases = Intervenant
service-note = Notes
    .aliases = Observations | Remarques

## volunteering

volunteering = Engagement bénévole
volunteering-plural = Engagements bénévoles
volunteer = Bénévole
volunteer-plural = Bénévoles
volunteering-person = Bénévole
    .aliases = Volontaire
volunteering-skills = Compétences
    .aliases = Savoir-faire | Spécialité
volunteering-availability = Disponibilité
    .aliases = Disponibilités
volunteering-of_project = Projet
volunteering-activity = Activité
volunteering-served_on = Date du bénévolat
    .aliases = Date
volunteering-hours = Heures données
    .aliases = Heures | Nombre d'heures
volunteering-agreement_on = Contrat de bénévolat signé le
    .aliases = Contrat de bénévolat
volunteering-remarks = Observations
    .aliases = Observation | Remarques | Notes

## asset

asset = Bien
asset-plural = Inventaire des biens
asset-label = Désignation
    .aliases = Bien | Libellé
asset-inventory_no = N° d'inventaire
    .aliases = N° inventaire
asset-category = Catégorie
    .aliases = Type
asset-serial_no = N° de série
asset-acquired_on = Date d'acquisition
    .aliases = Acquis le
asset-source = Origine du bien
    .aliases = Origine | Provenance
asset-value = Valeur
    .aliases = Prix
asset-of_project = Projet
asset-place = Emplacement
    .aliases = Lieu
asset-holder = Confié à
    .aliases = Détenteur
asset-condition = État du bien
    .aliases = État
asset-disposed_on = Sorti de l'inventaire le
asset-disposal = Mode de sortie
    .aliases = Motif de sortie
asset-note = Notes
    .aliases = Observations | Remarques

## processing

processing = Traitement de données personnelles
processing-plural = Registre des traitements (loi 09-08)
processing-name = Nom du traitement
    .aliases = Traitement
processing-purpose = Finalité
    .aliases = But
processing-people_kinds = Catégories de personnes
    .aliases = Personnes concernées
processing-data_kinds = Catégories de données
    .aliases = Données
processing-recipients = Destinataires
processing-basis = Base légale
    .aliases = Fondement
processing-holds_sensitive = Données sensibles
processing-goes_abroad = Transfert à l'étranger
processing-retention = Durée de conservation
    .aliases = Conservation
processing-security = Mesures de sécurité
    .aliases = Sécurité
processing-cndp_no = Référence CNDP
    .aliases = N° CNDP | N° de déclaration
processing-cndp_on = Date de déclaration ou d'autorisation
processing-note = Notes
    .aliases = Observations | Remarques

## rights_request

rights_request = Demande sur les données personnelles
rights_request-plural = Demandes des personnes concernées
rights_request-right = Droit exercé
    .aliases = Droit | Type de demande
rights_request-person = Personne concernée (fiche)
rights_request-asker = Nom du demandeur
    .aliases = Demandeur
rights_request-received_on = Reçue le
    .aliases = Date de réception
rights_request-received_on-due = Réponse à une demande sur les données personnelles
rights_request-identity_checked = Identité vérifiée
rights_request-request = Objet de la demande
    .aliases = Demande
rights_request-answer = Réponse
rights_request-answered_on = Répondu le
    .aliases = Date de réponse
rights_request-note = Notes
    .aliases = Observations | Remarques

## login

login = Compte d'accès
login-plural = Comptes d'accès
login-name = Nom d'utilisateur
    .aliases = Identifiant
login-person = Titulaire
    .aliases = Personne
login-functions = Fonctions
    .aliases = Fonction
login-language = Langue
    .aliases = Langue de l'application
login-disabled_on = Désactivé le

## attachment

attachment = Pièce jointe
attachment-plural = Photos et documents joints
attachment-title = Intitulé
    .aliases = Titre
attachment-about = Fiche concernée
attachment-attachment_type = Type de pièce
    .aliases = Type
attachment-taken_on = Date de prise de vue ou de réception
attachment-people_shown = On y voit des personnes
attachment-photo_agreed = Les personnes visibles ont accepté d'être photographiées
attachment-note = Remarques
attachment-mime_type = Format du fichier
attachment-size_bytes = Taille en octets
attachment-content_hash = Empreinte du fichier

## columns that are no field

column-full_name = Nom complet
    .aliases = Nom et prénom | Nom & prénom | Nom et prénoms | Nom - Prénom | Nom/Prénom | Noms et prénoms | Prénom et nom | Prénom & nom | Prénoms et noms | Prénom Nom | Nom Prénom | Nom de l'adhérent | Nom du membre | Nom du bénéficiaire
column-birth_date_and_place = Date et lieu de naissance
    .aliases = Date & lieu de naissance | Lieu et date de naissance | Né(e) le, à
column-row_number = N°
    .aliases = N | No | Num | Numéro | N° ordre | N° Ord. | #

## sex

sex-2 = Femme
    .aliases = F | Féminin | Fille | Fem | Mme | Mlle | Femelle
sex-1 = Homme
    .aliases = H | M | Masculin | Garçon | Masc | Mr | Mâle
sex-0 = Non connu
    .aliases = Inconnu | Non précisé | NP
sex-9 = Sans objet

## member_category

member_category-active = Membre actif
    .aliases = Actif | Active | Membre active | Actif(ve)
member_category-adherent = Adhérent(e)
    .aliases = Adhérent | Adhérente | Membre adhérent | Membre | Simple adhérent | Membre ordinaire
member_category-founder = Membre fondateur
    .aliases = Fondateur | Fondatrice | Membre fondatrice
member_category-honorary = Membre honoraire
    .aliases = Honoraire | Membre d'honneur | D'honneur

## member_status

member_status-active = En règle
    .aliases = Actif | Active | En cours | À jour | Membre actuel
member_status-pending = En attente
    .aliases = En cours d'examen | Demande
member_status-suspended = Suspendu(e)
    .aliases = Suspendu | Suspendue | Suspension
member_status-resigned = Démissionnaire
    .aliases = Démission | Démissionné | Retiré | Sorti
member_status-excluded = Exclu(e)
    .aliases = Exclu | Exclue | Radié | Radiée | Radiation | Exclusion
member_status-deceased = Décédé(e)
    .aliases = Décédé | Décédée | Décès | DCD

## left_reason

left_reason-resigned = Démission
    .aliases = Retrait
left_reason-excluded = Exclusion
    .aliases = Radiation
left_reason-dues_unpaid = Cotisation impayée
    .aliases = Non-paiement | Impayé
left_reason-moved = Déménagement
    .aliases = Déménagé
left_reason-deceased = Décès
    .aliases = Décédé
left_reason-other = Autre motif
    .aliases = Autre

## payment_mode

payment_mode-cash = Espèces
    .aliases = Cash | Numéraire | Liquide | En espèces
payment_mode-cheque = Chèque
    .aliases = Chèque bancaire | Chq | Par chèque
payment_mode-transfer = Virement
    .aliases = Virement bancaire | Transfert | Vrt
payment_mode-deposit = Versement
    .aliases = Versement bancaire | Dépôt
payment_mode-card = Carte bancaire
    .aliases = Carte | CB
payment_mode-mobile = Paiement mobile
    .aliases = Wafacash | Cash Plus | M-paiement | Mobile
payment_mode-other = Autre mode
    .aliases = Autre

## consent_purpose

consent_purpose-membership = Gestion des adhésions
    .aliases = Adhésion
consent_purpose-services = Services aux bénéficiaires
    .aliases = Services
consent_purpose-photo = Prise de photos
    .aliases = Photo | Photos | Droit à l'image
consent_purpose-publication = Publication
    .aliases = Publier
consent_purpose-newsletter = Lettre d'information
    .aliases = Newsletter
consent_purpose-share_funder = Transmission aux bailleurs
    .aliases = Bailleur | Bailleurs
consent_purpose-statistics = Statistiques
    .aliases = Statistique

## consent_scope

consent_scope-identity = Identité
consent_scope-contact = Coordonnées
consent_scope-photo = Image
    .aliases = Photo
consent_scope-health = Santé
    .aliases = Données de santé
consent_scope-social = Situation sociale
consent_scope-voice = Voix
    .aliases = Enregistrement

## consent_method

consent_method-paper = Formulaire papier signé
    .aliases = Papier | Formulaire papier
consent_method-tick = Case cochée
    .aliases = Case à cocher
consent_method-oral_witness = Oral devant témoin
    .aliases = Oral
consent_method-electronic = Électronique
    .aliases = En ligne

## donor_type

donor_type-individual = Particulier
    .aliases = Personne physique | Individu
donor_type-company = Entreprise
    .aliases = Société | Privé
donor_type-association = Association
    .aliases = ONG
donor_type-foundation = Fondation
donor_type-public_body = Organisme public
    .aliases = Public | Collectivité | État
donor_type-international = Organisation internationale
    .aliases = International
donor_type-anonymous = Donateur anonyme
    .aliases = Anonyme

## donor_origin

donor_origin-national = National
    .aliases = Marocain | Local | Maroc
donor_origin-foreign = Étranger
    .aliases = Étrangère
donor_origin-diaspora = Marocains du monde
    .aliases = MRE | Diaspora

## donation_nature

donation_nature-cash = En argent
    .aliases = Espèces | Numéraire | Argent | Financier
donation_nature-in_kind = En nature
    .aliases = Nature | Matériel
donation_nature-service = Service
    .aliases = Prestation | Bénévolat

## org_type (IATI)

org_type-10 = Administration publique
    .aliases = Gouvernement | État | Ministère
org_type-11 = Collectivité territoriale
    .aliases = Collectivité locale | Commune | Conseil provincial
org_type-15 = Autre organisme public
    .aliases = Établissement public
org_type-21 = ONG internationale
org_type-22 = ONG nationale
    .aliases = Association nationale
org_type-23 = ONG régionale
    .aliases = Association régionale
org_type-24 = ONG locale
    .aliases = Association locale | Association
org_type-30 = Partenariat public-privé
    .aliases = PPP
org_type-40 = Organisme multilatéral
    .aliases = Organisation internationale | Multilatéral
org_type-60 = Fondation
org_type-70 = Secteur privé
    .aliases = Entreprise | Société | Privé
org_type-71 = Secteur privé du pays donateur
org_type-72 = Secteur privé du pays bénéficiaire
org_type-73 = Secteur privé d'un pays tiers
org_type-80 = Enseignement et recherche
    .aliases = Université | École | Académique
org_type-90 = Autre organisme
    .aliases = Autre

## domain (ICNPO)

domain-1 = Culture, sport et loisirs
    .aliases = Culture et loisirs | Culture | Sport | Loisirs
domain-2 = Éducation et recherche
    .aliases = Éducation | Enseignement | Formation | Alphabétisation
domain-3 = Santé
domain-4 = Services sociaux
    .aliases = Social | Action sociale | Solidarité
domain-5 = Environnement
    .aliases = Environnement et protection animale | Écologie
domain-6 = Développement et logement
    .aliases = Développement | Développement local | Eau potable | Eau
domain-7 = Droit, plaidoyer et politique
    .aliases = Droits | Droits humains | Plaidoyer | Droits de l'Homme
domain-8 = Intermédiaires philanthropiques et bénévolat
    .aliases = Philanthropie | Bénévolat
domain-9 = Activités internationales
    .aliases = International
domain-10 = Religion
    .aliases = Religieux
domain-11 = Associations professionnelles et syndicats
    .aliases = Professionnel | Syndicats
domain-12 = Autres domaines
    .aliases = Autre | Autres

## education

education-none = Sans niveau
    .aliases = Aucun | Néant | Analphabète | Non scolarisé | Sans
education-koranic = École coranique
    .aliases = Coranique | M'sid | Enseignement originel
education-preschool = Préscolaire
    .aliases = Maternelle
education-primary = Primaire
    .aliases = Fondamental | Prim
education-lower_secondary = Secondaire collégial
    .aliases = Collège | Collégial
education-upper_secondary = Secondaire qualifiant
    .aliases = Lycée | Secondaire | Qualifiant | Bac | Baccalauréat
education-vocational = Formation professionnelle
    .aliases = Professionnel | OFPPT
education-higher = Supérieur
    .aliases = Universitaire | Licence | Master | Doctorat | Université | Bac+2 | Bac+3 | Bac+5

## milieu

milieu-urban = Urbain
    .aliases = U | Ville
milieu-rural = Rural
    .aliases = R | Campagne

## relation

relation-head = Chef de foyer
    .aliases = Chef de famille | Chef de ménage
relation-spouse = Conjoint(e)
    .aliases = Époux | Épouse | Conjoint | Mari | Femme
relation-child = Enfant
    .aliases = Fils | Fille
relation-parent = Parent
    .aliases = Père | Mère
relation-sibling = Frère ou sœur
    .aliases = Frère | Sœur
relation-grandchild = Petit-enfant
    .aliases = Petit-fils | Petite-fille
relation-grandparent = Grand-parent
    .aliases = Grand-père | Grand-mère
relation-in_law = Parent par alliance
    .aliases = Belle-famille | Gendre | Bru | Beau-père | Belle-mère
relation-other_relative = Autre parent
    .aliases = Oncle | Tante | Cousin | Neveu
relation-unrelated = Sans lien de parenté
    .aliases = Sans lien

## mail_direction

mail_direction-in = Arrivée
    .aliases = Entrant | Reçu | Arrivé
mail_direction-out = Départ
    .aliases = Sortant | Envoyé

## mail_channel

mail_channel-hand = Remise en main propre
    .aliases = En main propre | Main propre | Dépôt
mail_channel-post = Courrier postal
    .aliases = Poste | Courrier ordinaire
mail_channel-registered = Recommandé avec accusé de réception
    .aliases = Recommandé | LRAR
mail_channel-email = Courriel
    .aliases = E-mail | Mail
mail_channel-fax = Télécopie
mail_channel-bailiff = Huissier de justice
    .aliases = Huissier
mail_channel-messaging = Messagerie
    .aliases = WhatsApp

## activity_type

activity_type-training = Formation
    .aliases = Atelier | Session de formation | Stage
activity_type-awareness = Sensibilisation
    .aliases = Campagne de sensibilisation
activity_type-distribution = Distribution d'aides
    .aliases = Distribution | Aide | Panier de ramadan
activity_type-health_campaign = Caravane médicale
    .aliases = Campagne médicale
activity_type-sport = Activité sportive
    .aliases = Sport | Tournoi
activity_type-culture = Activité culturelle
    .aliases = Culture | Festival | Soirée
activity_type-camp = Colonie de vacances
    .aliases = Camp | Colonie
activity_type-trip = Excursion
    .aliases = Sortie | Voyage | Visite
activity_type-literacy = Alphabétisation
activity_type-tutoring = Soutien scolaire
    .aliases = Cours de soutien
activity_type-environment = Action environnementale
    .aliases = Reboisement | Campagne de propreté
activity_type-income = Activité génératrice de revenus
    .aliases = AGR
activity_type-advocacy = Plaidoyer
activity_type-meeting = Rencontre
    .aliases = Réunion | Conférence | Journée d'étude
activity_type-celebration = Fête
    .aliases = Célébration | Cérémonie
activity_type-other = Autre activité
    .aliases = Autre

## activity_state

activity_state-planned = Prévu
    .aliases = Planifié | Programmé | Prévue
activity_state-ongoing = En cours
activity_state-done = Réalisé
    .aliases = Fait | Terminé | Réalisée
activity_state-postponed = Reporté
    .aliases = Reportée
activity_state-cancelled = Annulé
    .aliases = Annulée

## currency (ISO 4217)

currency-MAD = Dirham marocain
    .aliases = Dirham | Dirhams | DH | DHS
currency-EUR = Euro
    .aliases = Euros | €
currency-USD = Dollar américain
    .aliases = Dollar | $
currency-GBP = Livre sterling
    .aliases = £
currency-CAD = Dollar canadien
currency-CHF = Franc suisse
currency-SAR = Riyal saoudien
currency-AED = Dirham des Émirats
currency-QAR = Riyal qatarien
currency-KWD = Dinar koweïtien

## legal_status

legal_status-declared = Association déclarée
    .aliases = Déclarée
legal_status-rup = Reconnue d'utilité publique
    .aliases = RUP | Utilité publique
legal_status-federation = Fédération ou union
    .aliases = Fédération | Union | Réseau
legal_status-branch = Section locale
    .aliases = Section | Branche | Filiale
legal_status-foreign = Association étrangère
    .aliases = Étrangère

## exit_reason

exit_reason-completed = Fin du programme
    .aliases = Terminé | Achevé
exit_reason-moved = Déménagement
    .aliases = Déménagé
exit_reason-withdrawn = Retrait
    .aliases = Abandon | Désistement
exit_reason-ineligible = N'est plus éligible
    .aliases = Non éligible
exit_reason-deceased = Décès
    .aliases = Décédé
exit_reason-other = Autre motif
    .aliases = Autre

## partner_state

partner_state-active = Actif
    .aliases = En cours | Active
partner_state-prospective = Pressenti
    .aliases = Potentiel | Prospect
partner_state-suspended = Suspendu
    .aliases = En pause
partner_state-ended = Terminé
    .aliases = Fini | Clos

## renewal

renewal-none = Non reconductible
    .aliases = Sans reconduction
renewal-tacit = Tacite reconduction
    .aliases = Tacite
renewal-express = Reconduction expresse
    .aliases = Expresse

## convention_state

convention_state-draft = Projet
    .aliases = Brouillon
convention_state-signed = Signée
    .aliases = Signé
convention_state-running = En cours
    .aliases = En vigueur
convention_state-completed = Achevée
    .aliases = Terminée | Exécutée
convention_state-terminated = Résiliée
    .aliases = Résiliation | Dénoncée
convention_state-disputed = En litige
    .aliases = Litige

## function

function-president = Président(e)
    .aliases = Président | Présidente
function-vice_president = Vice-président(e)
    .aliases = Vice-président | Vice-présidente
function-secretary = Secrétaire général(e)
    .aliases = Secrétaire général | Secrétaire générale | Secrétaire | SG
function-treasurer = Trésorier(ère)
    .aliases = Trésorier | Trésorière
function-archivist = Archiviste
function-coordinator = Coordinateur(trice)
    .aliases = Coordinateur | Coordinatrice
function-assistant = Assistant(e)
    .aliases = Assistant | Assistante

## attachment_type

attachment_type-photo = Photo
attachment_type-scan = Document numérisé
attachment_type-identity = Copie d'une carte d'identité
attachment_type-letter = Lettre
attachment_type-receipt = Reçu
attachment_type-logo = Logo de l'association
attachment_type-signature = Signature ou cachet
attachment_type-other = Autre

## paper_colour
paper_colour-green = Vert
paper_colour-blue = Bleu
paper_colour-burgundy = Bordeaux
paper_colour-brown = Brun
paper_colour-purple = Violet
paper_colour-graphite = Gris foncé

## language

language-ar = Arabe
language-fr = Français
language-en = Anglais
language-zgh = Amazighe
    .aliases = Tamazight | Berbère

## difficulty (Washington Group Short Set)

difficulty-1 = Non, aucune difficulté
    .aliases = Aucune difficulté
difficulty-2 = Oui, quelques difficultés
    .aliases = Quelques difficultés
difficulty-3 = Oui, beaucoup de difficultés
    .aliases = Beaucoup de difficultés
difficulty-4 = Ne peut pas du tout
    .aliases = Pas du tout
difficulty-7 = Refus de répondre
    .aliases = Refus
difficulty-9 = Ne sait pas

## age_band

age_band-0-5 = 0 à 5 ans
age_band-6-14 = 6 à 14 ans
age_band-15-17 = 15 à 17 ans
age_band-18-24 = 18 à 24 ans
age_band-25-34 = 25 à 34 ans
age_band-35-49 = 35 à 49 ans
age_band-50-59 = 50 à 59 ans
age_band-60_up = 60 ans et plus
    .aliases = 60+

## country (ISO 3166-1)

country-MA = Maroc
    .aliases = Marocain | Marocaine | Marocain(e)
country-DZ = Algérie
    .aliases = Algérien | Algérienne
country-TN = Tunisie
    .aliases = Tunisien | Tunisienne
country-LY = Libye
    .aliases = Libyen | Libyenne
country-MR = Mauritanie
    .aliases = Mauritanien | Mauritanienne
country-EG = Égypte
    .aliases = Égyptien | Égyptienne
country-SN = Sénégal
    .aliases = Sénégalais | Sénégalaise
country-ML = Mali
    .aliases = Malien | Malienne
country-CI = Côte d'Ivoire
    .aliases = Ivoirien | Ivoirienne
country-GN = Guinée
    .aliases = Guinéen | Guinéenne
country-CM = Cameroun
    .aliases = Camerounais | Camerounaise
country-NG = Nigéria
    .aliases = Nigérian | Nigériane
country-CD = RD Congo
    .aliases = Congolais | Congolaise
country-GH = Ghana
    .aliases = Ghanéen | Ghanéenne
country-SY = Syrie
    .aliases = Syrien | Syrienne
country-YE = Yémen
    .aliases = Yéménite
country-PS = Palestine
    .aliases = Palestinien | Palestinienne
country-IQ = Irak
    .aliases = Irakien | Irakienne
country-SD = Soudan
    .aliases = Soudanais | Soudanaise
country-FR = France
    .aliases = Français | Française
country-ES = Espagne
    .aliases = Espagnol | Espagnole
country-IT = Italie
    .aliases = Italien | Italienne
country-BE = Belgique
    .aliases = Belge
country-NL = Pays-Bas
    .aliases = Néerlandais | Néerlandaise
country-DE = Allemagne
    .aliases = Allemand | Allemande
country-GB = Royaume-Uni
    .aliases = Britannique
country-CH = Suisse
country-US = États-Unis
    .aliases = Américain | Américaine
country-CA = Canada
    .aliases = Canadien | Canadienne
country-SA = Arabie saoudite
    .aliases = Saoudien | Saoudienne
country-AE = Émirats arabes unis
    .aliases = Émirien | Émirienne
country-QA = Qatar
    .aliases = Qatarien | Qatarienne
country-TR = Turquie
    .aliases = Turc | Turque
country-CN = Chine
    .aliases = Chinois | Chinoise

## project_state

project_state-planned = Prévu
    .aliases = Planifié
project_state-ongoing = En cours
project_state-suspended = Suspendu
project_state-done = Achevé
    .aliases = Terminé | Réalisé
project_state-cancelled = Annulé

## campaign_authority

campaign_authority-governor = Gouverneur
campaign_authority-wali = Wali
campaign_authority-sgg = Secrétariat général du gouvernement (SGG)
    .aliases = SGG
campaign_authority-foreign_affairs = Ministère des affaires étrangères
    .aliases = Affaires étrangères

## campaign_means

campaign_means-transfer = Virement bancaire
    .aliases = Virement
campaign_means-online = En ligne
    .aliases = Internet
campaign_means-boxes = Troncs et urnes
    .aliases = Tronc | Urne
campaign_means-event = Manifestation
    .aliases = Événement | Gala
campaign_means-media = Médias
    .aliases = Radio | Télévision
campaign_means-messages = Messages téléphoniques
    .aliases = SMS
campaign_means-other = Autre moyen
    .aliases = Autre

## grant_state

grant_state-sought = Demandée
grant_state-granted = Accordée
grant_state-running = En cours
grant_state-closed = Clôturée
grant_state-refused = Refusée

## service_type

service_type-food = Denrées alimentaires
    .aliases = Panier | Alimentation
service_type-clothing = Vêtements et couvertures
    .aliases = Vêtements
service_type-school = Fournitures scolaires
service_type-money = Aide financière
service_type-care = Consultation ou soins
    .aliases = Soins
service_type-lessons = Soutien scolaire
    .aliases = Cours de soutien
service_type-training = Formation
service_type-guidance = Accompagnement et orientation
    .aliases = Orientation
service_type-equipment = Matériel
    .aliases = Équipement
service_type-other = Autre service
    .aliases = Autre

## asset_category

asset_category-furniture = Mobilier
asset_category-computing = Informatique
    .aliases = Ordinateur
asset_category-vehicle = Véhicule
    .aliases = Voiture
asset_category-premises = Local ou bâtiment
    .aliases = Local
asset_category-tools = Outils et machines
    .aliases = Outillage
asset_category-sport = Matériel sportif
    .aliases = Sport
asset_category-books = Livres et matériel pédagogique
    .aliases = Livres
asset_category-other = Autre bien
    .aliases = Autre

## asset_source

asset_source-purchase = Achat
asset_source-gift = Don
asset_source-grant = Subvention
asset_source-loan = Prêt

## asset_condition

asset_condition-new = Neuf
asset_condition-good = Bon état
    .aliases = Bon
asset_condition-worn = Usagé
asset_condition-broken = En panne
    .aliases = Hors d'usage
asset_condition-lost = Perdu

## processing_basis

processing_basis-consent = Consentement
processing_basis-legal_duty = Obligation légale
processing_basis-contract = Exécution d'un contrat
    .aliases = Contrat
processing_basis-vital = Intérêts vitaux
processing_basis-public_task = Mission d'intérêt public
processing_basis-legitimate = Intérêt légitime

## right

right-access = Accès
right-rectification = Rectification
right-opposition = Opposition
right-erasure = Effacement
    .aliases = Suppression

## cercle

cercle-khemisset = Cercle de Khémisset
    .aliases = Khémisset
cercle-oulmes = Cercle d'Oulmès
    .aliases = Oulmès
cercle-rommani = Cercle de Rommani
    .aliases = Rommani
cercle-tiflet = Cercle de Tiflet
    .aliases = Tiflet

## commune (HCP, census of 2024)

commune-04_291_01_01 = Khémisset
    .aliases = Khemissat | Khmisset | Khemiset | Khémissat | 042910101
commune-04_291_01_03 = Rommani
    .aliases = Romani | Roumani | Er-Rommani | Rommany | 042910103
commune-04_291_01_05 = Tiflet
    .aliases = Tifelt | Tiflat | Tifflet | 042910105
commune-04_291_01_17 = Sidi Allal El Bahraoui
    .aliases = Sidi Allal Bahraoui | Bahraoui | El Bahraoui | Kamouni | Camouni | Sidi Allal El Bahraui | 042910117
commune-04_291_03_01 = Aït Mimoune
    .aliases = Ait Mimoune | Aït Mimoun | Ait Mimoun | 042910301
commune-04_291_03_03 = Aït Ouribel
    .aliases = Ait Ouribel | Ait Ouribal | Ait Ouribl | 042910303
commune-04_291_03_05 = Aït Siberne
    .aliases = Ait Siberne | Ait Sibern | Ait Sibarn | 042910305
commune-04_291_03_07 = Aït Yadine
    .aliases = Ait Yadine | Ait Yadin | Ait Iadine | 042910307
commune-04_291_03_09 = El Ganzra
    .aliases = El Kansera | Kansera | El Kanzra | Ganzra | El Ganzera | 042910309
commune-04_291_03_11 = Majmaa Tolba
    .aliases = Majmaâ Tolba | Majma Tolba | Majmae Tolba | Mejmaa Tolba | Majmaa Ettolba | 042910311
commune-04_291_03_13 = Sfassif
    .aliases = Es-Sfassif | Sfasif | Essfassif | 042910313
commune-04_291_03_15 = Sidi Allal Lamsadder
    .aliases = Sidi Allal Lamsaddar | Sidi Allal El Msader | Sidi Allal Msaddar | Lamsadder | 042910315
commune-04_291_03_17 = Sidi El Rhandour
    .aliases = Sidi El Ghandour | Sidi Ghandour | Sidi Elghandour | Sidi Rhandour | 042910317
commune-04_291_05_01 = Aït Ichou
    .aliases = Ait Ichou | Ait Ishou | 042910501
commune-04_291_05_03 = Aït Ikkou
    .aliases = Ait Ikkou | Ait Ikou | 042910503
commune-04_291_05_05 = Bouqachmir
    .aliases = Bou Qachmir | Bouqchmir | Boukachmir | Bouqachmire | 042910505
commune-04_291_05_07 = Houderrane
    .aliases = Houderran | Houdrane | El Houderrane | Hudran | 042910507
commune-04_291_05_09 = Maaziz
    .aliases = Maâziz | El Maaziz | Mâaziz | Maazize | 042910509
commune-04_291_05_11 = Oulmès
    .aliases = Oulmes | Ouelmes | Walmas | Oulmas | 042910511
commune-04_291_05_13 = Tiddas
    .aliases = Tidas | Tedders | Tiddass | 042910513
commune-04_291_07_01 = Aïn Sbit
    .aliases = Ain Sbit | Ain Sebit | Ain Esbit | 042910701
commune-04_291_07_05 = Brachoua
    .aliases = El Brachoua | Lbrachoua | Brachwa | 042910705
commune-04_291_07_07 = Ezzhiliga
    .aliases = Zhiliga | Ez-zhiliga | Had Zhiliga | Zehiliga | Ezhiliga | 042910707
commune-04_291_07_09 = Jemaat Moul Blad
    .aliases = Jemâat Moul Blad | Jamaat Moul Blad | Jamaa Moul Blad | Jemaa Moul El Blad | 042910709
commune-04_291_07_11 = Laghoualem
    .aliases = El Ghoualem | Ghoualem | Laghoualam | Rhoualem | 042910711
commune-04_291_07_13 = Marchouch
    .aliases = Merchouch | Marchouche | 042910713
commune-04_291_07_15 = Moulay Driss Aghbal
    .aliases = My Driss Aghbal | Moulay Idriss Aghbal | Aghbal | My Driss Arhbal | 042910715
commune-04_291_09_02 = Aïn Johra-Sidi Boukhalkhal
    .aliases = Ain Johra-Sidi Boukhalkhal | Aïn Johra | Ain Johra | Sidi Boukhalkhal | Ain El Johra | 042910902
commune-04_291_09_03 = Aït Belkacem
    .aliases = Ait Belkacem | Ait Bel Kacem | Ait Belkassem | 042910903
commune-04_291_09_05 = Aït Bouyahia El Hajjama
    .aliases = Ait Bouyahia El Hajjama | Aït Bouyahya El Hajjama | Ait Bouyahya El Hajjama | Ait Bouyahia Hajjama | Ait Bouyahya Hajjama | El Hajjama | 042910905
commune-04_291_09_07 = Aït Malek
    .aliases = Ait Malek | Ait Malk | 042910907
commune-04_291_09_09 = Khemis Sidi Yahya
    .aliases = Khémis Sidi Yahya | Khmis Sidi Yahya | Khemis Sidi Yahia | El Khemis Sidi Yahya | 042910909
commune-04_291_09_11 = M'qam Tolba
    .aliases = Mqam Tolba | Maqam Tolba | Mkam Tolba | Meqam Tolba | M'kam Tolba | Makam Tolba | 042910911
commune-04_291_09_13 = Sidi Abderrazak
    .aliases = Sidi Abderazak | Sidi Abderrazzak | Sidi Abd Errazak | 042910913
commune-04_291_09_19 = Aït Ali Ou Lahcen
    .aliases = Ait Ali Ou Lahcen | Aït Ali Oulahcen | Ait Ali Oulahcen | Ait Ali Oulhcen | Ait Ali Ou Lahssen | 042910919

## groups

group-contact = Contact et domicile
group-background = Autres informations
group-funding = Financement
group-authorisation = Autorisation
group-result = Bilan
group-reports = Rapports
group-whereabouts = Emplacement et état
group-disposal = Sortie de l'inventaire
group-cndp = CNDP
group-levels = Niveaux

## fields of an association's own

custom_field = Champ ajouté
custom_field-plural = Champs ajoutés
custom_field-label = Nom du champ
custom_field-applies_to = Registre où il s'ajoute
custom_field-value_type = Type d'information
custom_field-personal = Information sur une personne
custom_field-position = Ordre
custom_field-retired = N'est plus utilisé
custom_choice = Choix d'un champ ajouté
custom_choice-plural = Choix des champs ajoutés
custom_choice-label = Choix
custom_choice-field = Champ ajouté
custom_choice-position = Ordre
custom_choice-retired = N'est plus utilisé
custom_type-text = Texte court
custom_type-note = Texte long
custom_type-number = Nombre
custom_type-amount = Montant en dirhams
custom_type-date = Date
custom_type-flag = Oui ou non
custom_type-phone = Numéro de téléphone
custom_type-choice = Choix dans une liste
