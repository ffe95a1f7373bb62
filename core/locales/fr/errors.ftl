# Ce que l'on dit d'une case illisible, d'une demande refusée, de ce qui est à regarder.
# Chaque code a une phrase qui dit ce qui est arrivé, et une autre (-next) qui dit que faire.

## Valeurs

value-too_long = { $limit ->
    [65536] Le texte est trop long : { $found } octets, au plus { $limit }.
   *[other] { $found ->
        [one] Le texte est trop long : { $found } caractère, au plus { $limit }.
       *[other] Le texte est trop long : { $found } caractères, au plus { $limit }.
    }
}
value-too_long-next = Raccourcissez-le, ou gardez le long texte dans un document à part.
value-control_character = Le texte contient un signe qui ne s'écrit pas sur une ligne.
value-control_character-next = Videz la case et saisissez-la à nouveau.
value-wrong_shape = Ce qui est enregistré n'est pas du type que ce champ accepte.
value-wrong_shape-next = Saisissez la valeur à nouveau.
value-not_canonical = Ce qui est enregistré n'a pas sa forme habituelle.
value-not_canonical-next = Saisissez la valeur à nouveau.
value-not_a_number = Ce n'est pas un nombre.
value-not_a_number-next = Écrivez des chiffres, comme 1234 ou 1234,50.
value-ambiguous_number = Ce nombre se lit de plusieurs façons : { $candidates }.
value-ambiguous_number-next = Écrivez-le sans séparateur de milliers, comme 1234 ou 1234,50.
value-too_precise = { $limit ->
    [0] Il faut ici un nombre entier, sans décimales.
   *[other] { $found ->
        [one] { $found } décimale, au plus { $limit }.
       *[other] { $found } décimales, au plus { $limit }.
    }
}
value-too_precise-next = Supprimez les décimales de trop.
value-out_of_range = La valeur est hors des limites : de { $min } à { $max }.
value-out_of_range-next = Vérifiez la valeur et corrigez-la.
value-other_currency = Le montant est dans une autre devise ({ $found }) ; ce champ attend des dirhams.
value-other_currency-next = Écrivez le montant en dirhams, ou la devise dans son champ.
value-not_a_date = Ce n'est pas une date.
value-not_a_date-next = Écrivez jour/mois/année comme 28/06/1962, ou mois et année, ou l'année seule.
value-ambiguous_date = { $count ->
    [one] Cette date n'existe pas comme elle est écrite ; est-ce { $candidates } ?
   *[other] Cette date se lit de plusieurs façons : { $candidates }.
}
value-ambiguous_date-next = Écrivez le jour, le mois, puis l'année en quatre chiffres, comme 28/06/1962.
value-no_such_day = Le calendrier n'a pas ce jour.
value-no_such_day-next = Vérifiez le jour et le mois ; si seule l'année est connue, écrivez l'année seule.
value-not_a_flag = Ce champ attend oui ou non.
value-not_a_flag-next = Écrivez oui ou non, ou laissez la case vide.
value-not_a_cnie = Ce n'est pas un numéro de carte nationale.
value-not_a_cnie-next = Écrivez une ou deux lettres, puis les chiffres, comme XA123456.
value-not_a_phone = { $found ->
    [0] Ce n'est pas un numéro de téléphone : il n'a pas de chiffres.
    [one] Ce n'est pas un numéro de téléphone : il a { $found } chiffre.
   *[other] Ce n'est pas un numéro de téléphone : il a { $found } chiffres.
}
value-not_a_phone-next = Écrivez dix chiffres qui commencent par 05, 06 ou 07, ou un numéro étranger avec + et l'indicatif du pays.
value-several_phones = La case contient { $count } numéros de téléphone : { $candidates }.
value-several_phones-next = Gardez-en un ici et mettez les autres dans le champ des téléphones.
value-not_an_email = Ce n'est pas une adresse électronique.
value-not_an_email-next = Écrivez-la comme nom@exemple.ma, sans espaces.
value-not_a_series = Ce n'est pas un numéro de carnet.
value-not_a_series-next = Écrivez-le comme 2026-A-0012.
value-not_a_reference = { $found ->
    [one] Ce n'est pas l'identifiant d'une fiche : { $found } caractère, il en faut 26.
   *[other] Ce n'est pas l'identifiant d'une fiche : { $found } caractères, il en faut 26.
}
value-not_a_reference-next = Copiez l'identifiant en entier depuis la liste.
value-unknown_code = { $count ->
    [0] Ce mot n'est pas dans la liste.
   *[other] Ce mot n'est pas dans la liste. Est-ce : { $candidates } ?
}
value-unknown_code-next = Choisissez une valeur de la liste.
value-ambiguous_code = Ce mot a plusieurs sens : { $candidates }.
value-ambiguous_code-next = Choisissez-en un dans la liste.
value-no_such_member = Ce champ n'a pas de partie { $member }.
value-no_such_member-next = Les langues sont ar, fr, en et zgh ; les éléments d'une liste s'écrivent comme ils sont enregistrés.

## Ce qui est refusé

refusal-unknown_kind = Il n'y a pas de genre de fiche nommé { $kind }.
refusal-unknown_kind-next = Choisissez l'un de ceux qui existent.
refusal-unknown_field = { $kind } n'a pas de champ { $field }.
refusal-unknown_field-next = Regardez les champs de ce genre de fiche.
refusal-not_found = Il n'y a pas de fiche { $record }.
refusal-not_found-next = Copiez l'identifiant depuis la liste.
refusal-exists = La fiche { $record } existe déjà.
refusal-exists-next = Modifiez-la plutôt que d'en ajouter une autre.
refusal-conflict_open = Le champ { $field } a deux valeurs différentes ; il faut d'abord choisir.
refusal-conflict_open-next = Comparez les deux valeurs et gardez la bonne.
refusal-no_conflict = Le champ { $field } n'a qu'une valeur ; il n'y a rien à choisir.
refusal-no_conflict-next = Modifiez-le comme tout autre champ.
refusal-too_long = Le texte de { $field } est trop long : { $bytes } octets, au plus { $max }.
refusal-too_long-next = Raccourcissez-le, ou gardez le long texte dans un document à part.
refusal-change_too_large = C'est plus qu'une modification ne contient : { $bytes } octets, au plus { $max }.
refusal-change_too_large-next = Écrivez les champs en plusieurs fois.
refusal-deleted = Cette fiche est sortie des listes.
refusal-deleted-next = Rétablissez-la d'abord, puis modifiez-la.
refusal-unknown_base = La fiche a changé d'une façon qui n'est pas encore arrivée sur cet ordinateur.
refusal-unknown_base-next = Ouvrez-la à nouveau et refaites votre modification.
refusal-merge_cycle = Une fiche ne peut se remplacer elle-même.
refusal-merge_cycle-next = Défaites d'abord l'autre fusion.
refusal-merge_kinds = Deux fiches de genres différents ne peuvent n'en faire qu'une.
refusal-merge_kinds-next = Fusionnez deux personnes, ou deux donateurs, entre eux.
refusal-unreadable = La fiche est illisible sur le disque.
refusal-unreadable-next = Copiez d'abord le dossier de données, puis faites-le examiner.
refusal-internal = Le programme a rencontré une faute qui est la sienne.
refusal-internal-next = Rien n'a été écrit. Merci de signaler cette faute.

## Ce qui est à regarder

issue-conflict = Deux valeurs différentes
issue-conflict-next = Deux personnes ont écrit sans voir ce qu'écrivait l'autre. Choisissez la bonne valeur.
issue-missing_required = Champ nécessaire vide
issue-missing_required-next = Complétez-le quand vous connaissez la valeur.
issue-deleted_while_edited = Supprimée et modifiée en même temps
issue-deleted_while_edited-next = L'un l'a supprimée, l'autre l'a modifiée sans le savoir. Rétablissez-la ou supprimez-la à nouveau.
issue-reference_missing = Renvoie à une fiche absente d'ici
issue-reference_missing-next = Elle arrivera peut-être ; sinon choisissez-en une autre.
issue-reference_deleted = Renvoie à une fiche supprimée
issue-reference_deleted-next = Rétablissez la fiche supprimée, ou choisissez-en une autre.
issue-reference_erased = Renvoie à une fiche effacée pour de bon
issue-reference_erased-next = Choisissez une autre fiche, ou videz le champ.
issue-not_unique = Valeur déjà prise par une autre fiche
issue-not_unique-next = Est-ce la même personne deux fois, ou une faute de frappe ?
issue-series_doubled = Numéro de carnet donné deux fois
issue-series_doubled-next = Aucun n'est renuméroté : annulez l'un des deux et donnez un nouveau numéro.
issue-unknown_value = Valeur inconnue de ce programme
issue-unknown_value-next = Elle vient peut-être d'une version plus récente. Mettez à jour, ou corrigez.
issue-unknown_kind = Genre de fiche inconnu de ce programme
issue-unknown_kind-next = Mettez à jour pour la voir en entier ; rien n'en est perdu.
