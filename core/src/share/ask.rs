//! From an indicator's definition to what a task asks, and from its figure to the numbers that answer.

use super::task::may_have;
use super::{Asked, Unit};
use crate::crypto;
use crate::indicator::{self, Figure, Indicator, Leaves, Method, Source};

/// Behind the code of a share or a mean stands this where its other number is meant: what it is of.
const OF: &str = ":of";

/// What a task asks of an indicator: its number, and of a share or a mean also what it is of. Nothing of one
/// that waits for records.
///
/// Percentages and means never travel: they are two numbers, each with a gate of its own.
pub fn asked(indicator: &Indicator) -> Vec<Asked> {
    if let Method::Waits(_) = &indicator.method {
        return Vec::new();
    }
    let [code, code_of] = codes(indicator);
    let number = Asked {
        code,
        source: indicator.source,
        unit: unit(indicator),
        bound: indicator.bound,
        unkind_when_negative: indicator.unkind,
        tables: indicator
            .tables
            .iter()
            .copied()
            .filter(|table| may_have(indicator.source, *table))
            .collect(),
        definition: crypto::derive(
            "indicator-definition",
            indicator::write(std::slice::from_ref(indicator)).as_bytes(),
        ),
    };
    let of = indicator.is_pair().then(|| Asked {
        code: code_of,
        ..number.clone()
    });
    std::iter::once(number).chain(of).collect()
}

/// The numbers that answer what [`asked`] asks of it, in the same order. Of a fact that does not concern the
/// association there is none, and nothing is said.
pub fn answers(indicator: &Indicator, figure: &Figure) -> Vec<Option<Leaves>> {
    match figure.of {
        Some(of) if indicator.is_pair() => vec![Some(figure.leaves), Some(of)],
        Some(of) => vec![(of.iter().any(|of| *of > 0)).then_some(figure.leaves)],
        None => vec![Some(figure.leaves)],
    }
}

/// The code of the indicator that an asked code belongs to, and whether it is what the number is of.
pub fn indicator_of(code: &str) -> (&str, bool) {
    match code.strip_suffix(OF) {
        Some(code) => (code, true),
        None => (code, false),
    }
}

/// The codes under which the numbers of an indicator travel: its own, and that of what a share or a mean is of.
pub fn codes(indicator: &Indicator) -> [String; 2] {
    let code = indicator.code.to_string();
    let of = format!("{code}{OF}");
    [code, of]
}

/// How a number is protected: persons in small cells, all else by who contributed.
fn unit(indicator: &Indicator) -> Unit {
    let is_of_people = match &indicator.method {
        Method::Counting(counting) => counting.is_of_people(),
        _ => false,
    };
    // What YES's own register knows by the hundred is of persons (trainees, who answered), or as few as they.
    let is_of_people = is_of_people || indicator.source == Source::Own;
    match indicator.unit {
        indicator::Unit::People | indicator::Unit::Heads => Unit::Persons,
        indicator::Unit::Percent | indicator::Unit::Points | indicator::Unit::Hours if is_of_people => {
            Unit::Persons
        }
        indicator::Unit::Dirhams => Unit::Dirhams,
        indicator::Unit::Associations if indicator.source == Source::Fact => Unit::Associations,
        _ => Unit::Number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::StatisticsKey;
    use crate::indicator::{IndicatorCode, Table, catalogue, not_stated};
    use crate::share::{Count, Day, Mode, Roll, Seat, Task, Terms};

    fn of(code: &str) -> &'static Indicator {
        let code: IndicatorCode = code.parse().unwrap();
        catalogue().iter().find(|one| one.code == code).unwrap()
    }

    fn task(of: impl Fn(&Indicator) -> bool) -> Task {
        let seat = |byte| Seat {
            key: StatisticsKey([byte; 32]),
            milieu: None,
            domain: None,
        };
        let day = |text: &str| -> Day { text.parse().unwrap() };
        let terms = Terms {
            start: day("2026-07-01"),
            end: day("2026-09-30"),
            mode: Mode::One {
                operator: "YES".to_owned(),
            },
            k: 5,
            roll: Roll::new((1..=6).map(seat)).unwrap().hash(),
            indicators: catalogue().iter().filter(|one| of(one)).flat_map(asked).collect(),
        };
        Task::new(terms).unwrap()
    }

    #[test]
    fn the_catalogue_makes_a_task_that_holds() {
        let pooled = task(|one| one.source != Source::Own);
        assert!(pooled.indicators.iter().any(|asked| asked.code == "NT-G12"));
        let fact = pooled
            .indicators
            .iter()
            .find(|asked| asked.code == "NT-R08")
            .unwrap();
        assert_eq!(
            (fact.unit, fact.tables.as_slice()),
            (Unit::Associations, [Table::Total].as_slice())
        );
    }

    #[test]
    fn a_share_travels_as_two_numbers() {
        let score = of("NT-R12");
        let codes: Vec<String> = asked(score).into_iter().map(|asked| asked.code).collect();
        assert_eq!(codes, ["NT-R12", "NT-R12:of"]);
        assert_eq!(indicator_of("NT-R12:of"), ("NT-R12", true));
        let figure = Figure {
            indicator: score.code,
            leaves: not_stated(70),
            of: Some(not_stated(1)),
        };
        assert_eq!(
            answers(score, &figure),
            [Some(not_stated(70)), Some(not_stated(1))]
        );
    }

    #[test]
    fn a_fact_that_concerns_nobody_says_nothing() {
        let accounts = of("NT-G07");
        let figure = |number, of| Figure {
            indicator: accounts.code,
            leaves: not_stated(number),
            of: Some(not_stated(of)),
        };
        assert_eq!(answers(accounts, &figure(0, 1)), [Some(not_stated(0))]);
        assert_eq!(answers(accounts, &figure(0, 0)), [None]);
        let waits = of("NT-R04");
        assert!(asked(waits).is_empty());
    }

    #[test]
    fn the_numbers_of_an_association_fit_what_is_asked() {
        let task = task(|one| one.code.to_string() == "NT-G12");
        let figure = Figure {
            indicator: of("NT-G12").code,
            leaves: not_stated(41),
            of: None,
        };
        let [Some(leaves)] = answers(of("NT-G12"), &figure)[..] else {
            panic!("one number");
        };
        let (count, waits) = Count::prepare(&task.indicators[0], &task.mode, leaves, 0);
        assert_eq!((count.total(), waits), (41, 0));
    }
}
