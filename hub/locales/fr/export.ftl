# Comment les chiffres publiés sont titrés et leurs codes dits, dans les fichiers, le rapport et le tableau de bord.

figure-indicator = Indicateur
figure-source = Origine des chiffres
figure-unit = Ce qui est compté
figure-start = Premier jour
figure-end = Dernier jour
figure-table = Tableau
figure-cell = Case
figure-value = Nombre
figure-status = État
figure-reason = Pourquoi ce n'est pas publié
figure-associations = Associations ayant répondu
figure-of = Associations interrogées
figure-target = Cible
# Titre d'une colonne de codes, à côté de ce qu'ils veulent dire.
figure-code = { $heading } (code)
# Le tout dont c'est une part ou une moyenne.
figure-of-label = { $label } : sur combien
unit-number = nombre
figure-status-published = Publié
figure-status-partial = Partiel : moins de 80 % ont répondu
figure-status-withheld = Non publié
figure-reason-no_report = Personne n'a répondu
figure-reason-too_few = Trop peu de personnes ou d'associations derrière
