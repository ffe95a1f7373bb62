# What the pages say that are about many people at once.

## Who came
present-open = Qui est venu
present-title = Qui est venu : { $name }
present-back = Retour à la fiche de l’activité
present-by-name = Par leur nom
present-by-number = En nombre
present-came = { $count ->
    [one] { $count } personne est venue.
   *[other] { $count } personnes sont venues.
}
present-women = Femmes : { $number }
present-men = Hommes : { $number }
present-unsaid = Sexe non précisé : { $number }
present-ticked = Sont venus ({ $number })
present-others = Les autres
present-nobody = Personne d’autre ici. Cherchez un autre nom, ou ajoutez la personne plus bas.
present-search = Chercher une personne
present-among = Parmi
present-find = Chercher
present-kept = Cochez qui est venu, décochez qui ne l’est pas. Chaque bouton de cette page enregistre les coches avant d’aller plus loin.
present-save = Enregistrer les présences
present-next = Les suivants
present-next-came = La suite des présents
present-new = Quelqu’un qui n’est pas dans la liste
present-add = L’ajouter et le noter présent
present-add-sure = C’est une autre personne : l’ajouter
present-did-add = La personne est ajoutée et notée présente.
present-did-tick = { $count ->
    [one] { $count } présence notée.
   *[other] { $count } présences notées.
}
present-did-untick = { $count ->
    [one] { $count } présence retirée.
   *[other] { $count } présences retirées.
}
heads-about = Combien sont venus sans que leur nom soit noté. Ne comptez pas ici ceux qui le sont par leur nom.
heads-age = Âge
heads-cell = { $row }, { $column }
heads-sum = Total
heads-sex-unsaid = Sexe non précisé
heads-age-unsaid = Âge non précisé
heads-place = Milieu
heads-place-unsaid = Milieu non précisé
heads-place-about = Chaque milieu a ses nombres. Ce que vous avez écrit est enregistré avant de changer.
heads-beside = Autres nombres notés pour cette activité :
trouble-people_number = Écrivez un nombre entier de 0 à 100000.
trouble-people_number-next = Ou laissez la case vide.
trouble-people_changed = Quelqu’un d’autre a écrit { $number } ici entre-temps.
trouble-people_changed-next = Vérifiez le nombre, puis enregistrez encore une fois.

## What a person allowed
consent-part = Consentement
consent-part-about = Chaque finalité a son propre consentement, qui peut être retiré seul à tout moment. Ne cochez que ce que la personne a vraiment accepté.
consent-for = A accepté que ses données servent à :
consent-pictures = Les photos, un consentement à part :
consent-missing = Aucun consentement n’est noté
consent-missing-about = La loi 09-08 demande le consentement de la personne. Demandez-le-lui et notez-le.
consent-no-pictures = Pas de photos : aucun consentement pour les photos
consent-since = depuis le { $day }
consent-withdrawn-since = retiré le { $day }
consent-withdraw = Retirer le consentement
consent-withdrawn = Le consentement est retiré à partir d’aujourd’hui.
consent-add = Noter un autre consentement
trouble-minor_guardian = Cette personne a moins de 18 ans : son tuteur consent pour elle.
trouble-minor_guardian-next = Choisissez le tuteur, ou écrivez son nom.
