//! Who takes part in the demo: invented associations, placed over the communes of the province by population.

use tawro_core::schema::{Schema, key};
use tawro_core::text::{Lang, Words};

/// The most who take part: as many as the programme equips.
pub(super) const ASSOCIATIONS: usize = 25;

/// An association as it is invented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// What it is called, in the language of its name.
    pub(super) name: (Lang, String),
    /// The code of the commune of its seat.
    pub(super) commune: String,
    /// What it works on first, by its group of ICNPO.
    pub(super) domain: u8,
    /// Its own number, from 0 on.
    pub(super) number: usize,
}

/// The code of each commune and who lives there, by the census of 2024 (HCP).
const COMMUNES: &str = include_str!("../../demo/communes.csv");

/// Invented names, each with what such an association works on.
const NAMES: [(Lang, &str, u8); 6] = [
    (Lang::Ar, "جمعية الأمل للتنمية", 6),
    (Lang::Fr, "Association Solidarité", 4),
    (Lang::Ar, "جمعية نساء الأطلس", 4),
    (Lang::Fr, "Amis du Patrimoine", 1),
    (Lang::Ar, "جمعية شباب المستقبل", 2),
    (Lang::Fr, "Association Savoir et Avenir", 2),
];

/// All who take part, the most populous commune first, each commune once before any a second time.
///
/// Seats go to communes by largest remainder: to each as many whole ones as its part of the people is of all
/// seats, and one more to those whose rest is largest.
pub(super) fn places(schema: &Schema, words: &Words) -> Vec<Place> {
    let mut seated = seats();
    seated.sort_by_key(|(code, people, _)| (std::cmp::Reverse(*people), *code));
    let mut places = Vec::new();
    for round in 0..ASSOCIATIONS {
        for (at, (code, _, _)) in seated.iter().enumerate().filter(|(_, seat)| seat.2 > round) {
            let (lang, name, domain) = NAMES[(at + round) % NAMES.len()];
            let commune = schema
                .vocabulary(key::COMMUNE)
                .and_then(|communes| communes.label(code, words, lang));
            places.push(Place {
                name: (lang, format!("{name} - {}", commune.unwrap_or_default())),
                commune: (*code).to_owned(),
                domain,
                number: places.len(),
            });
        }
    }
    places
}

/// Each commune with its people and its seats.
fn seats() -> Vec<(&'static str, u64, usize)> {
    let communes = COMMUNES.lines().skip(1).filter_map(|line| line.split_once(';'));
    let communes: Vec<(&str, u64)> = communes
        .filter_map(|(code, people)| Some((code, people.parse().ok()?)))
        .collect();
    let all: u64 = communes.iter().map(|(_, people)| people).sum();
    let part = |people: u64| {
        (
            people * ASSOCIATIONS as u64 / all,
            people * ASSOCIATIONS as u64 % all,
        )
    };
    let whole: u64 = communes.iter().map(|(_, people)| part(*people).0).sum();
    let mut by_rest: Vec<(u64, &str)> = communes
        .iter()
        .map(|(code, people)| (part(*people).1, *code))
        .collect();
    by_rest.sort_by_key(|(rest, code)| (std::cmp::Reverse(*rest), *code));
    by_rest.truncate(ASSOCIATIONS - usize::try_from(whole).unwrap_or(ASSOCIATIONS));
    let seats = communes.into_iter().map(|(code, people)| {
        let more = by_rest.iter().any(|(_, known)| *known == code);
        let whole = usize::try_from(part(people).0).unwrap_or(0);
        (code, people, whole + usize::from(more))
    });
    seats.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use tawro_core::indicator::Milieu;

    use super::*;

    #[test]
    fn every_commune_has_its_people_and_the_largest_have_most_seats() {
        let schema = Schema::builtin();
        let known: BTreeSet<&str> = schema
            .vocabulary(key::COMMUNE)
            .map(|communes| communes.codes().to_vec())
            .unwrap_or_default()
            .into_iter()
            .collect();
        let seats = seats();
        let listed: BTreeSet<&str> = seats.iter().map(|(code, _, _)| *code).collect();
        assert_eq!(listed, known);
        assert_eq!(seats.iter().map(|(_, people, _)| people).sum::<u64>(), 563_036);
        assert_eq!(
            seats.iter().map(|(_, _, seats)| seats).sum::<usize>(),
            ASSOCIATIONS
        );
        let of = |code: &str| {
            seats
                .iter()
                .find(|(known, _, _)| *known == code)
                .map(|seat| seat.2)
        };
        // Khémisset has 22.3 % of the people, Tiflet 18.4 %: 5.6 and 4.6 of 25.
        assert_eq!((of("04.291.01.01"), of("04.291.01.05")), (Some(6), Some(5)));
        assert_eq!(of("04.291.05.01"), Some(0), "Ait Ichou has 1 454 people");
    }

    #[test]
    fn each_is_another_and_both_milieus_are_many() {
        let places = places(&Schema::builtin(), &Words::builtin());
        assert_eq!(places.len(), ASSOCIATIONS);
        let names: BTreeSet<&str> = places.iter().map(|place| place.name.1.as_str()).collect();
        assert_eq!(names.len(), ASSOCIATIONS);
        assert!(names.contains("جمعية الأمل للتنمية - الخميسات"), "{names:?}");
        let urban = places
            .iter()
            .filter(|place| Milieu::of_commune(&place.commune) == Some(Milieu::Urban));
        assert_eq!(urban.count(), 13);
    }
}
