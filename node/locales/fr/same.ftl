# Ce que les pages disent d’une personne qui a deux fiches.

## Fusionner
same-open = Une autre fiche de cette personne ?
same-title = Une personne, deux fiches : { $name }
same-back = Retour à la fiche
same-pick = Choisissez l’autre fiche de la même personne, puis comparez les deux. Rien n’est fusionné avant que vous n’appuyiez.
same-likely = Les plus ressemblantes
same-nobody = Aucune autre fiche trouvée. Cherchez le nom, le téléphone ou la carte nationale.
same-beside = Les deux fiches côte à côte
same-about = Une seule fiche reste. Là où les deux diffèrent, choisissez ce qui est juste ; ce qu’une seule contient est gardé. Les paiements, les présences et tout ce qui appartient à l’autre passent à la fiche qui reste. Rien n’est perdu : on peut revenir en arrière.
same-differs = à choisir
same-together = les deux gardés
same-stays = la première est gardée
same-has = Ce qui lui appartient
same-merge = Fusionner les deux fiches
same-did = Les deux fiches n’en font plus qu’une.
same-changed = Quelqu’un a modifié l’une des deux depuis que vous avez ouvert la page. Regardez de nouveau, puis fusionnez.
same-part = Séparer les deux fiches
same-parted = Les deux fiches sont séparées.
trouble-same_self = C’est la fiche elle-même.
trouble-same_self-next = Choisissez une autre fiche.
trouble-same_deleted = L’une des deux est dans la corbeille.
trouble-same_deleted-next = Sortez-la d’abord de la corbeille, ou choisissez-en une autre.
trouble-same_merged = Cette fiche est déjà fusionnée avec une autre.
trouble-same_merged-next = Ouvrez-la pour voir avec laquelle, ou pour les séparer.
trouble-same_kind = Ce n’est pas une personne.
trouble-same_kind-next = Choisissez une autre personne, un adhérent ou un bénéficiaire.

## Peut-être inscrits deux fois
twice-title = Peut-être inscrits deux fois
twice-open-about = Trouver qui a deux fiches, et les fusionner.
twice-about = Des personnes qui ont la même carte nationale, le même nom, la même date de naissance ou le même téléphone, même si le nom est écrit en d’autres lettres. C’est vous qui décidez : rien n’est fusionné tout seul.
twice-count = { $count ->
    [one] { $count } cas à regarder.
   *[other] { $count } cas à regarder.
}
twice-more = Les plus ressemblants d’abord ; les autres viennent quand ceux-ci sont décidés.
twice-nobody = Personne ne semble inscrit deux fois.
twice-score = ressemblance { $number } sur 100
twice-compare = Comparer
twice-apart = Deux personnes différentes
twice-apart-did = Ce cas ne sera plus montré sur cet ordinateur.
twice-again-did = Ce cas est de nouveau montré.
twice-unseen = Beaucoup de cas se ressemblent ; tous n’ont pas été comparés, et aucun de ceux qui l’ont été n’est inscrit deux fois.
trouble-same_disputed = Dans l’autre fiche, deux valeurs différentes attendent un choix.
trouble-same_disputed-next = Ouvrez-la et choisissez d’abord la bonne valeur, puis revenez fusionner.
