# Ce que donnent les fiches du programme de formation et d’accompagnement.

programme-figures = Bilan
programme-sessions = Séances
programme-came = Présences, toutes séances
programme-women = Dont femmes
programme-persons = Personnes notées par leur nom
programme-certificates = Attestations remises
programme-content = { $rated } : bien ou très bien
programme-before = Points avant, en moyenne
programme-after = Points après, en moyenne
programme-milieu = Milieu
programme-trainees = Personnes formées
programme-visits = Visites
programme-hours = Heures d’accompagnement
programme-done = Actions du plan faites
programme-maturity = Maturité numérique
programme-maturity-round = Maturité numérique ({ $round })
programme-of = { $part } sur { $all }
programme-of-hundred = { $number } sur 100
