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

## Les chiffres qui partent

error-above_bound = { $indicator } : { $value } dépasse { $bound }, le plus qui soit convenu pour une association.
error-above_bound-next = Vérifiez le chiffre. S'il est juste, demandez à YES de relever ce qui est convenu. Rien n'a été envoyé.
error-other_indicators = Ces chiffres ne sont pas ceux des indicateurs de cette période.
error-other_indicators-next = Recalculez la période.
error-withheld_number = { $indicator } n'est pas communiqué, et pourtant un chiffre s'y trouve.
error-withheld_number-next = Recalculez la période.
error-small_cell = { $indicator } : { $value } dans une case, c'est si peu qu'on pourrait savoir de qui il s'agit.
error-small_cell-next = Recalculez la période : un si petit nombre passe alors sous « non précisé ».
error-both_ways = { $indicator } est corrigé à la fois de { $plus } en plus et de { $minus } en moins.
error-both_ways-next = Gardez une seule correction : la différence des deux.
error-ledger_malformed = L'inscription { $at } de la liste des ouvertures est illisible.
error-ledger_malformed-next = Gardez la liste telle quelle et comparez-la avec une copie plus ancienne.
error-ledger_broken = La liste des ouvertures a été modifiée : l'inscription { $at } ne suit pas la précédente.
error-ledger_broken-next = Gardez la liste telle quelle et comparez-la avec une copie plus ancienne.
error-ledger_head_missing = La fin de la liste des ouvertures manque, ou la liste a été réécrite.
error-ledger_head_missing-next = Gardez la liste telle quelle et comparez-la avec une copie plus ancienne.
error-not_a_fact = { $indicator } est une affirmation, vraie ou non : elle n'admet pas d'autre chiffre.
error-not_a_fact-next = Recalculez la période.
error-report_malformed = Les chiffres sont arrivés sous une forme illisible.
error-report_malformed-next = Renvoyez-les ; si cela se répète, mettez le programme à jour.
error-report_other_task = Ces chiffres répondent à une autre période, ou à des termes qui ont changé depuis.
error-report_other_task-next = Lisez les nouveaux termes et acceptez-les avant de renvoyer.
error-report_not_registered = Cette association ne fait pas partie de celles interrogées cette année.
error-report_not_registered-next = Demandez à YES si elle est inscrite pour les chiffres de cette année.
error-report_unsigned = La signature sous les chiffres n'est pas celle de cette association.
error-report_unsigned-next = Renvoyez-les ; si cela se répète, prévenez YES.
error-report_out_of_range = L'un des chiffres dépasse ce qui est convenu pour cette période.
error-report_out_of_range-next = Vérifiez les chiffres. S'ils sont justes, demandez à YES de relever ce qui est convenu.
error-report_replayed = D'autres chiffres ont déjà été envoyés sous la même marque.
error-report_replayed-next = Recalculez la période et envoyez-la.
error-report_superseded = Des chiffres plus récents de cette association sont déjà là.
error-report_superseded-next = Si ceux-ci sont les bons, renvoyez-les comme correction.
error-report_late = La période est close ; ces chiffres sont arrivés après.
error-report_late-next = La différence entre comme correction dans la période suivante de la même année. Après la clôture de la dernière période de l'année, elle n'est plus comptée.
error-report_rejected = Le serveur relais n'a pas pris ces nombres, pour une raison que ce programme ne connaît pas.
error-report_rejected-next = Mettez le programme à jour, puis établissez le rapport de nouveau.
error-statistics_no_seat = Le serveur relais ne connaît pas la clé statistique de cette association.
error-statistics_no_seat-next = Donnez à YES la clé que montre la page « Ce qui part ». Les fiches se synchronisent quand même.
error-statistics_busy = Le serveur relais ne prend pas de nombres en ce moment.
error-statistics_busy-next = Rien n'est perdu : ils repartent d'eux-mêmes.
error-statistics_not_answered = Le serveur relais ne comprend pas ce que ce programme demande au sujet des nombres.
error-statistics_not_answered-next = L'un des deux programmes est plus ancien. Mettez-le à jour ; rien n'est perdu entre-temps.
error-newcomers_wait = Nouvelles dans la liste : { $found }. Les nouvelles entrent ensemble, à partir de { $needed }.
error-newcomers_wait-next = Gardez-les pour plus tard ; elles entrent dès qu'elles sont assez nombreuses.
error-seat_twice = Une association figure deux fois dans la liste de l'année.
error-seat_twice-next = Retirez-la une fois.
error-too_many_seats = Associations dans la liste de l'année : { $found } ; au plus { $limit }.
error-too_many_seats-next = Partagez la liste en plusieurs, chacune avec ses propres chiffres.
error-task_period = Du { $start } au { $end } : ce n'est pas une période d'une même année.
error-task_period-next = Choisissez un premier et un dernier jour de la même année.
error-task_operators = Celui qui additionne les chiffres n'a pas de nom, ou deux portent le même.
error-task_operators-next = Écrivez le nom de chacun.
error-task_k = Nombre minimal d'associations derrière un chiffre : { $found } ; il faut { $limit } ou plus.
error-task_k-next = Relevez ce nombre.
error-task_indicators = Indicateurs : { $found } ; de 1 à { $limit } sont possibles.
error-task_indicators-next = Ajoutez-en un, ou répartissez-les sur deux demandes.
error-task_code = Le code d'un indicateur manque, est trop long, ou figure deux fois : { $code }
error-task_code-next = Donnez à chaque indicateur un code court qui lui soit propre.
error-task_mixed = { $code } : des chiffres de YES et des associations sont mêlés.
error-task_mixed-next = Séparez-les, chacun dans sa propre demande.
error-task_bound = { $code } : { $bound } ne peut pas être le plus qu'une association puisse avoir.
error-task_bound-next = Écrivez environ le double du plus grand chiffre attendu, au moins 10 pour des personnes ; pour une affirmation, 1.
error-task_tables = { $code } a des tableaux que ce genre de chiffres n'a pas, ou dans le désordre.
error-task_tables-next = Commencez par le total et gardez l'ordre fixe des tableaux.
error-task_fact = { $code } : une affirmation compte des associations, et rien d'autre n'en compte.
error-task_fact-next = Vérifiez d'où viennent les chiffres et ce qu'ils comptent.

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

## Définitions d'indicateurs

definition-place = Ligne { $line }, position { $column }
definition-not_toml = Ce texte n'est pas du TOML.
definition-not_toml-next = Vérifiez guillemets et crochets à cet endroit.
definition-too_long = Les définitions sont trop longues : { $found } octets, { $limit } au plus.
definition-too_long-next = Retirez celles qui ne servent pas.
definition-too_many = Trop d'éléments dans { $key } : { $found }, { $limit } au plus.
definition-too_many-next = Raccourcissez la liste ou partagez l'indicateur.
definition-unknown_key = La clé { $key } n'a pas de sens ici.
definition-unknown_key-next = Vérifiez son orthographe, ou retirez-la.
definition-missing_key = La clé { $key } manque.
definition-missing_key-next = Ajoutez-la avec sa valeur.
definition-shape = { $expected ->
    [text] Il faut ici un texte entre guillemets.
    [number] Il faut ici un nombre entier.
    [flag] Il faut ici true ou false.
    [list] Il faut ici une liste entre crochets.
   *[table] Il faut ici une table.
}
definition-shape-next = Comparez avec la définition d'un autre indicateur.
definition-not_in_list = Le mot { $found } n'est pas dans la liste de { $key }. Connus : { $candidates }.
definition-not_in_list-next = Choisissez-en un dans la liste.
definition-code_form = Ce n'est pas le code d'un indicateur.
definition-code_form-next = Écrivez-le comme NT-O01, avec une petite lettre pour une ligne à part, comme NT-R09a.
definition-twice = { $found } est écrit deux fois.
definition-twice-next = N'en gardez qu'un.
definition-out_of_range = La valeur de { $key } est hors limites : de { $min } à { $max }.
definition-out_of_range-next = Écrivez un nombre entre les deux.
definition-unknown_kind = Aucune fiche n'est du type { $kind }.
definition-unknown_kind-next = Choisissez un type connu, ou dites dans waits_for ce que l'indicateur attend.
definition-sensitive_kind = Les fiches { $kind } sont des données sensibles (loi 09-08) : on n'en compte rien.
definition-sensitive_kind-next = Définissez l'indicateur sans elles.
definition-unknown_field = Il n'y a pas de champ { $field } dans { $kind }.
definition-unknown_field-next = Regardez les noms des champs de ce type de fiche.
definition-free_text = Le champ { $field } de { $kind } est un texte libre : on ne compte pas avec.
definition-free_text-next = Prenez un champ à codes ou une date.
definition-identifier = Le champ { $field } de { $kind } désigne une personne ou une pièce précise : on ne compte pas avec.
definition-identifier-next = Pour compter des personnes différentes, prenez le renvoi vers la fiche de la personne.
definition-sensitive = Le champ { $field } de { $kind } est une donnée sensible (loi 09-08) : on ne compte pas avec.
definition-sensitive-next = Définissez l'indicateur sans lui.
definition-personal = Le champ { $field } de { $kind } est une donnée personnelle qui n'est pas destinée aux statistiques.
definition-personal-next = Le sexe et la date de naissance servent d'eux-mêmes dans les tableaux ; définissez l'indicateur sans ce champ.
definition-own_field = Le champ { $field } de { $kind } a été ajouté par une association pour elle-même : il n'a pas de sens ailleurs.
definition-own_field-next = Prenez un champ que toutes les associations ont.
definition-several = Le champ { $field } de { $kind } a plusieurs valeurs : on ne compte pas avec.
definition-several-next = Prenez un champ à une seule valeur.
definition-place_field = Le champ { $field } de { $kind } est un lieu : aucun tableau ne descend sous la province.
definition-place_field-next = Prenez le tableau selon le milieu du siège.
definition-not_summed = Les nombres du champ { $field } de { $kind } ne sont pas destinés à être additionnés.
definition-not_summed-next = Demandez cette marque là où le champ est déclaré, ou comptez les fiches.
definition-leads_nowhere = Le champ { $field } de { $kind } ne mène à aucune fiche d'un type connu.
definition-leads_nowhere-next = Passez par des champs qui renvoient à des fiches.
definition-too_far = Le champ { $field } de { $kind } est à plus de deux fiches.
definition-too_far-next = Comptez à partir d'un type plus proche.
definition-other_type = { $expected ->
    [date] Le champ { $field } n'est pas une date.
    [number] Le champ { $field } n'est pas un nombre à additionner.
    [record] Le champ { $field } ne renvoie pas à une fiche.
    [person] Le champ { $field } ne renvoie pas à une personne.
   *[code] Le champ { $field } n'est ni un code d'une liste, ni un oui ou non.
}
definition-other_type-next = Choisissez un champ du type voulu.
definition-one_method = { $found ->
    [0] La définition ne dit pas d'où vient le nombre.
   *[other] La définition dit de plusieurs façons d'où vient le nombre.
}
definition-one_method-next = N'écrivez qu'une des clés rows, fact et waits_for.
definition-one_time = Il faut un temps, et un seul, à ces fiches.
definition-one_time-next = Écrivez when pour ce qui arrive dans la période, ou since et until pour ce qui court le dernier jour.
definition-no_total = Le tableau total manque.
definition-no_total-next = Le total est toujours publié : ajoutez total à tables.
definition-table_people = Le tableau { $table } partage des personnes, et cet indicateur ne connaît ni sexe ni âge.
definition-table_people-next = Retirez le tableau, ou dites dans person comment on arrive à la personne.
definition-source_unfit = La source { $found } ne va pas avec cette façon de compter.
definition-source_unfit-next = Un oui ou non a pour source fact ; tout le reste own ou pooled.
definition-unit_unfit = L'unité { $unit } ne va pas avec ce qui est compté.
definition-unit_unfit-next = Les montants sont en dirhams, les parts en pour cent ou en points, les constats en associations.
definition-unkind_unfit = Seul un constat (source fact) peut être gênant.
definition-unkind_unfit-next = Retirez unkind.
definition-kind_twice = Les fiches { $kind } seraient comptées deux fois.
definition-kind_twice-next = Réunissez les deux conditions en une.
definition-distinct_kinds = On ne distingue que des fiches d'un même type.
definition-distinct_kinds-next = Que of renvoie partout au même type.
definition-money_mixed = On n'additionne pas des montants à autre chose.
definition-money_mixed-next = Ne gardez que des montants, ou partagez l'indicateur.
definition-person_apart = Le chemin vers la personne ne passe pas par la fiche qui est comptée.
definition-person_apart-next = Commencez person par ce qui est dans of.
error-sheet_malformed = Ce fichier n’est pas une fiche de progrès, ou quelque chose y a changé.
error-sheet_malformed-next = Demandez à l’association de l’enregistrer de nouveau depuis « Fiche de progrès ».
error-sheet_unsigned = Cette fiche ne porte pas la signature de l’association.
error-sheet_unsigned-next = Demandez-lui un nouveau fichier.
error-sheet_not_registered = La fiche vient d’une association qui n’est pas inscrite ici.
error-sheet_not_registered-next = Inscrivez-la d’abord : tawro hub seat.
error-sheet_older = Une fiche plus récente de cette association est déjà là.
error-sheet_older-next = Rien à faire ; si c’est bien la nouvelle, qu’elle soit établie encore une fois.
error-report_too_many = Cette association a envoyé plus de révisions qu'une période n'en accepte.
error-report_too_many-next = Écrivez à YES : aucun autre envoi n'est accepté pour cette période.
error-sheet_ahead = La date de cette fiche est dans le futur.
error-sheet_ahead-next = Que l'association corrige la date de son ordinateur, puis établisse la fiche de nouveau.
