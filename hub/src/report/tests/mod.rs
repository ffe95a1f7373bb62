//! The report says every published figure, in three languages, and PDF and DOCX say the same.

mod files;
mod sample;

use tawro_core::indicator::{Age, Table, catalogue};
use tawro_core::share::indicator_of;
use tawro_core::text::{Lang, Words, plain};

use super::block::{Block, Cell, Row};
use super::{Report, ReportFault};
use crate::export;
use crate::published::Shown;
use crate::published::goals;
use sample::{made, shown, try_made, words};

/// The rows of the tables below a heading, each with the group it stands in.
fn rows_below(report: &Report, starts: &str) -> Vec<(String, Vec<Cell>)> {
    let blocks = report.document.blocks.iter();
    let below = blocks
        .skip_while(|block| !matches!(block, Block::Heading { text, .. } if plain(text).starts_with(starts)));
    let (mut rows, mut group) = (Vec::new(), String::new());
    for block in below.skip(1) {
        match block {
            Block::Heading { .. } => break,
            Block::Table(table) => {
                for row in &table.rows {
                    match row {
                        Row::Group(text) => group = plain(text),
                        Row::Cells(cells) => rows.push((group.clone(), cells.clone())),
                    }
                }
            }
            _ => {}
        }
    }
    rows
}

/// Every row of figures of one period, whatever axis it stands under.
fn row_of(report: &Report, code: &str) -> Vec<Cell> {
    let tables = report.document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.columns.len() == 6 => Some(table),
        _ => None,
    });
    let mut rows = tables.flat_map(|table| &table.rows).filter_map(|row| match row {
        Row::Cells(cells)
            if cells[0]
                .below
                .as_deref()
                .is_some_and(|below| plain(below) == code) =>
        {
            Some(cells.clone())
        }
        _ => None,
    });
    rows.next().unwrap_or_default()
}

/// A number as a report writes it.
fn written(number: u64) -> String {
    tawro_core::text::format::number(number as i64)
}

fn said(cell: &Cell) -> String {
    plain(&format!(
        "{} {}",
        cell.text,
        cell.below.as_deref().unwrap_or_default()
    ))
}

/// Whether a cell says a number, whole and not as part of another.
fn says(cell: &Cell, number: u64) -> bool {
    said(cell)
        .split([' ', '\u{a0}'])
        .any(|word| word == written(number))
}

/// What people call the group of a row.
fn groups(row: &export::Row, words: &Words, lang: Lang) -> Vec<String> {
    let age = |code: &str| {
        let age = Age::ALL.into_iter().find(|age| age.code() == code);
        format!("figures-age-{}", tawro_pages::called::age_key(age.unwrap()))
    };
    let keys = [
        row.cell.sex.map(|code| format!("figures-sex-{code}")),
        row.cell.age.map(age),
        row.cell.milieu.map(|code| format!("milieu-{code}")),
        row.cell.domain.as_ref().map(|code| format!("domain-{code}")),
    ];
    let keys = keys.into_iter().flatten();
    keys.map(|key| words.label(lang, &key).unwrap()).collect()
}

#[test]
fn every_figure_of_the_export_is_in_the_report_with_all_that_belongs_to_it() {
    let shown = shown();
    let words = words();
    for lang in Lang::ALL {
        let report = made("2026-Q2", lang);
        let rows = export::rows(&shown.periods[1].tasks, catalogue(), &goals(catalogue(), None));
        assert!(rows.len() > 150, "{} rows", rows.len());
        for row in &rows {
            let (code, _) = indicator_of(&row.indicator);
            let indicator = catalogue()
                .iter()
                .find(|one| one.code.to_string() == code)
                .unwrap();
            let label = plain(&indicator.label(&words, lang).unwrap());
            let told = format!("{lang:?} {row:?}");
            if row.cell.table == Table::Total.code() {
                let cells = row_of(&report, code);
                assert_eq!(plain(&cells[0].text), label, "{told}");
                let unit = words
                    .label(lang, &format!("unit-{}", indicator.unit.code()))
                    .unwrap();
                assert_eq!(plain(&cells[2].text), unit, "{told}");
                let state = said(&cells[5]);
                let Some(value) = row.value else {
                    let why = words.label(lang, "figure-reason-too_few").unwrap();
                    assert!(state.contains(&why), "{told}: {state}");
                    continue;
                };
                assert!(says(&cells[1], value), "{told}: {cells:?}");
                if let Some(target) = row.target {
                    assert!(says(&cells[3], target), "{told}");
                }
                if row.source != "own" {
                    let numbers = [row.associations, row.of];
                    assert!(numbers.iter().all(|number| says(&cells[4], *number)), "{told}");
                }
                let partial = words.label(lang, "report-status-partial").unwrap();
                assert_eq!(
                    state.contains(&partial),
                    row.status == "partial",
                    "{told}: {state}"
                );
                continue;
            }
            let table = words.label(lang, &format!("table-{}", row.cell.table)).unwrap();
            let heading = words.sentence(lang, "report-breakdown", &[("indicator", label.as_str().into())]);
            let heading = plain(&heading.unwrap());
            let found = rows_below(&report, &heading);
            let of_table = found.iter().filter(|(group, _)| *group == table);
            let groups = groups(row, &words, lang);
            let has = |value: u64| {
                of_table.clone().any(|(_, cells)| {
                    says(&cells[1], value)
                        && groups.iter().all(|group| plain(&cells[0].text).contains(group))
                        && (row.source == "own"
                            || [row.associations, row.of]
                                .iter()
                                .all(|number| says(&cells[2], *number)))
                })
            };
            match row.value {
                // An empty cell is left out, and one that is withheld has no row.
                None | Some(0) => {}
                Some(value) => assert!(has(value), "{told}: {found:?}"),
            }
        }
    }
}

#[test]
fn an_empty_cell_is_left_out_and_a_withheld_table_says_why() {
    let report = made("2026-Q2", Lang::Fr);
    let activities = rows_below(&report, "Détail\u{a0}: Activités");
    let groups: Vec<&str> = activities.iter().map(|(group, _)| group.as_str()).collect();
    assert!(groups.contains(&"Selon le milieu du siège"), "{groups:?}");
    let shown = activities.iter().any(|(_, cells)| cells[0].text == "Rural");
    assert!(!shown, "the second cell is empty: {activities:?}");
    let closed = report.document.blocks.iter().any(|block| {
        matches!(block, Block::Paragraph { text, .. }
            if plain(text).starts_with("Bénéficiaires comptés sans nom") && text.contains("Trop peu de personnes"))
    });
    assert!(closed);
}

#[test]
fn the_summary_says_what_is_behind_and_how_many_were_silent_but_not_who() {
    let mut named = shown();
    named.standings.push(crate::published::Standing {
        period: "2026-Q2".parse().unwrap(),
        state: crate::published::State::Published,
        asked: 26,
        reports: 25,
        missing: vec!["Association silencieuse".to_owned()],
    });
    let report = try_made(&named, "2026-Q2", Lang::Fr).unwrap();
    let text = text_of(&report);
    assert!(text.contains("Cibles atteintes\u{a0}: 3 sur 3."), "{text}");
    assert!(text.contains("Associations qui n'ont pas répondu | 1"), "{text}");
    assert!(!text.contains("silencieuse"));
    // A target that is not reached is named, with what is missing.
    let mut few = shown();
    for table in few
        .periods
        .iter_mut()
        .flat_map(|period| &mut period.tasks)
        .flat_map(|task| &mut task.tables)
    {
        if let tawro_core::share::Outcome::Published(cells) = &mut table.outcome
            && table.indicator == "NT-O11"
        {
            cells[0].value = 1;
        }
    }
    let text = text_of(&try_made(&few, "2026-Q2", Lang::Fr).unwrap());
    assert!(text.contains("Cibles atteintes\u{a0}: 2 sur 3."), "{text}");
    assert!(
        text.contains("Pas encore atteintes\u{a0}: Capsules publiées."),
        "{text}"
    );
    assert!(
        text.contains("Capsules publiées / capsules | 2 | 4 | 2 | Pas encore atteinte"),
        "{text}"
    );
}

/// The blocks as text: cells parted by `|`, what stands below after `/`.
fn text_of(report: &Report) -> String {
    let mut text = String::new();
    let mut line = |words: &str| {
        text.push_str(&plain(words));
        text.push('\n');
    };
    for block in &report.document.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => line(text),
            Block::List { items } => items.iter().for_each(|item| line(item)),
            Block::Signatures(signatures) => line(&signatures.place),
            Block::Table(table) => {
                for row in &table.rows {
                    match row {
                        Row::Group(text) => line(text),
                        Row::Cells(cells) => {
                            let cells = cells.iter().map(|cell| match &cell.below {
                                Some(below) => format!("{} / {below}", cell.text),
                                None => cell.text.clone(),
                            });
                            line(&cells.collect::<Vec<_>>().join(" | "));
                        }
                    }
                }
            }
        }
    }
    text
}

#[test]
fn later_figures_are_not_in_an_earlier_report_and_a_year_is_the_sum_of_its_periods() {
    let courses = |report: &Report, columns: usize| -> String {
        let tables = report.document.blocks.iter().filter_map(|block| match block {
            Block::Table(table) if table.columns.len() == columns => Some(table),
            _ => None,
        });
        let rows = tables.flat_map(|table| &table.rows);
        let mut rows = rows.filter_map(|row| match row {
            Row::Cells(cells) if said(&cells[0]).starts_with("Courses held") => Some(cells),
            _ => None,
        });
        said(&rows.next().unwrap()[1]).trim().to_owned()
    };
    let [first, second] = ["2026-Q1", "2026-Q2"].map(|period| made(period, Lang::En));
    let number = |report: &Report| row_of(report, "NT-O02")[1].text.clone();
    let numbers = [number(&first), number(&second)].map(|text| plain(&text).parse::<u64>().unwrap());
    assert_ne!(numbers[0], numbers[1]);
    // The table of targets has five columns and comes first.
    assert_eq!(courses(&first, 5), numbers[0].to_string());
    assert_eq!(courses(&second, 5), (numbers[0] + numbers[1]).to_string());
    for period in ["2026", "2026-H1"] {
        let year = made(period, Lang::En);
        let text = text_of(&year);
        let sum = format!(
            "NT-O02 | {} | courses | 3 | sum of 2 periods",
            numbers[0] + numbers[1]
        );
        assert!(text.contains(&sum), "{text}");
        assert!(text.contains("newest figure: 2nd quarter of 2026"), "{text}");
        assert!(text.contains("Figures: 1st quarter of 2026"), "{text}");
    }
}

#[test]
fn of_a_period_that_is_not_published_there_is_no_report() {
    for (shown, period) in [
        (Shown::default(), "2026-Q2"),
        (shown(), "2026-Q3"),
        (shown(), "2026-05"),
    ] {
        let fault = try_made(&shown, period, Lang::Ar).unwrap_err();
        assert!(matches!(fault, ReportFault::NotPublished { .. }), "{fault}");
        assert_eq!(fault.code(), "period_not_published");
    }
}

#[test]
fn the_programme_and_its_partners_are_named_as_the_programme_states_them() {
    for lang in Lang::ALL {
        let text = text_of(&made("2026-Q2", lang));
        for name in [
            "نتطوروا – NET-Tawro: من أجل رقمنة العمل الجمعوي",
            "جمعية المجتمع التمكيني للشباب",
            "YES",
            "إقليم الخميسات",
        ] {
            assert!(text.contains(name), "{name} in {lang:?}");
        }
    }
    let arabic = text_of(&made("2026-Q2", Lang::Ar));
    assert!(arabic.contains("الوزارة المنتدبة لدى رئيس الحكومة المكلفة بالعلاقات مع البرلمان"));
}

/// The outline of a report: each heading by its level, each table by its columns.
#[test]
fn the_outline_stands() {
    let report = made("2026-Q2", Lang::Fr);
    let outline: Vec<String> = report
        .document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level: 3, .. } | Block::Paragraph { .. } => None,
            Block::Heading { level, text } => Some(format!("{level} {}", plain(text))),
            Block::List { items } => Some(format!("list of {}", items.len())),
            Block::Table(table)
                if table.columns.len() == 3 || table.columns.len() == 2 && table.has_head() =>
            {
                None
            }
            Block::Table(table) => Some(format!("table of {}", table.columns.len())),
            Block::Signatures(_) => Some("signatures".to_owned()),
        })
        .collect();
    let nbsp = |text: &str| text.replace(" :", "\u{a0}:");
    let expected = [
        "table of 2",
        "1 En bref",
        "table of 2",
        "2 Réalisé et cibles de tout le programme",
        "table of 5",
        "1 Comment lire ce rapport",
        "list of 7",
        "1 Indicateurs selon les axes de la stratégie Nassij",
        "2 Axe 1 : Politiques publiques et participation citoyenne",
        "table of 6",
        "2 Axe 2 : Organisation et structure des associations",
        "table of 6",
        "2 Axe 3 : Partenariat et diversité des ressources",
        "table of 6",
        "2 Axe 4 : Cadre légal et conformité",
        "table of 6",
        "2 Axe 5 : Numérique",
        "table of 6",
        "1 Ce que compte chaque indicateur",
        "table of 3",
        "1 Signature",
        "signatures",
    ];
    // The definitions are a table of three columns too, like those in detail.
    let expected: Vec<String> = expected
        .iter()
        .map(|line| nbsp(line))
        .filter(|line| line != "table of 3")
        .collect();
    assert_eq!(outline, expected);
}

#[test]
fn no_word_is_missing_in_any_language() {
    for lang in Lang::ALL {
        for period in ["2026-Q2", "2026"] {
            let text = text_of(&made(period, lang));
            assert!(!text.contains('⟦'), "{lang:?}: {text}");
        }
    }
}
