//! Where a sheet's header stands: below titles, over one row or two.

use crate::import::sheet::{Grid, Line};

/// The header of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Its first row, as the sheet numbers it.
    pub first: u32,
    /// Its last row; data begin below.
    pub last: u32,
    /// What stands over each column; empty where nothing does.
    pub labels: Vec<String>,
}

/// Who tells what a label means.
pub(crate) struct Judge<'a> {
    /// How well it names a field, 0 not at all.
    pub(crate) worth: &'a dyn Fn(&str) -> u32,
    /// Whether it groups columns of the record itself, as `Identité` does.
    pub(crate) is_neutral: &'a dyn Fn(&str) -> bool,
}

/// How many rows with content are looked at: titles and addresses above a table take fewer.
const ROWS_TRIED: usize = 40;

/// Finds the header whose labels say most, by a judge of one label, with what they say in all.
///
/// The earliest of equal headers counts, and two rows only if they say more than either alone.
/// Nothing if no label means anything.
pub(crate) fn find(grid: &Grid, judge: &Judge<'_>) -> Option<(u32, Header)> {
    let tried = &grid.lines[..grid.lines.len().min(ROWS_TRIED)];
    let all = |labels: &[String]| labels.iter().map(|label| (judge.worth)(label)).sum::<u32>();
    let singles: Vec<Vec<String>> = (0..tried.len()).map(|at| alone(grid, tried, at, judge)).collect();
    let worths: Vec<u32> = singles.iter().map(|labels| all(labels)).collect();
    let mut best: Option<(u32, Header)> = None;
    for (at, line) in tried.iter().enumerate() {
        let mut found = (worths[at], line.number, singles[at].clone());
        if let Some(below) = tried.get(at + 1).filter(|below| below.number == line.number + 1) {
            let labels = over_two(grid, (line.number, &singles[at]), below, judge);
            let double = all(&labels);
            if double > worths[at].max(worths[at + 1]) {
                found = (double, below.number, labels);
            }
        }
        let (worth, last, labels) = found;
        if worth > best.as_ref().map_or(0, |(worth, _)| *worth) {
            best = Some((
                worth,
                Header {
                    first: line.number,
                    last,
                    labels,
                },
            ));
        }
    }
    best
}

/// The first rows of a sheet, each as a header of one row.
pub(crate) fn first_rows(grid: &Grid) -> impl Iterator<Item = Header> {
    grid.lines.iter().take(ROWS_TRIED).map(|line| Header {
        first: line.number,
        last: line.number,
        labels: labels(line),
    })
}

fn labels(line: &Line) -> Vec<String> {
    line.cells.iter().map(|cell| one_line(&cell.shown())).collect()
}

/// What stands over each column where a row of groups stands above a row of names.
///
/// Of the two together, the lower and the upper alone, the first that means something.
fn over_two(grid: &Grid, upper: (u32, &[String]), lower: &Line, judge: &Judge<'_>) -> Vec<String> {
    let lower_labels = labels(lower);
    let groups = groups(grid, upper, &lower_labels);
    let mut over = Vec::with_capacity(groups.len());
    for (at, (group, start)) in groups.iter().enumerate() {
        let below = lower_labels.get(at).map_or("", String::as_str);
        if below.is_empty() {
            over.push(group.clone());
            continue;
        }
        let both = one_line(&format!("{group} {below}"));
        let own = if is_foreign(&groups, *start, group, judge) {
            ""
        } else {
            below
        };
        let said = [both.as_str(), own, group.as_str()]
            .into_iter()
            .find(|label| (judge.worth)(label) > 0);
        over.push(said.unwrap_or(&both).to_owned());
    }
    over
}

/// Below a group that says nothing of this record, a name or a telephone is somebody else's.
fn is_foreign(groups: &[(String, usize)], start: usize, group: &str, judge: &Judge<'_>) -> bool {
    let spans = groups.iter().filter(|(_, other)| *other == start).count();
    !group.is_empty() && spans > 1 && (judge.worth)(group) == 0 && !(judge.is_neutral)(group)
}

/// The labels of a row by itself. Right below a row that is itself a header, those under a group
/// that is about somebody else say nothing.
fn alone(grid: &Grid, tried: &[Line], at: usize, judge: &Judge<'_>) -> Vec<String> {
    let mut own = labels(&tried[at]);
    let above = at.checked_sub(1).map(|above| &tried[above]);
    let Some(above) = above.filter(|above| above.number + 1 == tried[at].number) else {
        return own;
    };
    let upper = labels(above);
    let headings = upper.iter().filter(|label| !label.is_empty()).count();
    if headings > 1 && upper.iter().any(|label| (judge.worth)(label) > 0) {
        let groups = groups(grid, (above.number, &upper), &own);
        for (label, (group, start)) in own.iter_mut().zip(&groups) {
            if is_foreign(&groups, *start, group, judge) {
                label.clear();
            }
        }
    }
    own
}

/// The group over each column, with the column in which it begins. It reaches as far as its cell is
/// merged or, in a sheet without merged cells, as far as there are names below and nothing beside.
fn groups(
    grid: &Grid,
    (upper, upper_labels): (u32, &[String]),
    lower_labels: &[String],
) -> Vec<(String, usize)> {
    let mut group = (String::new(), 0);
    (0..upper_labels.len().max(lower_labels.len()))
        .map(|at| {
            let own = upper_labels.get(at).filter(|label| !label.is_empty());
            let spanned = grid
                .area(upper, at as u32)
                .is_some_and(|area| (area.left as usize) < at);
            let named = lower_labels.get(at).is_some_and(|label| !label.is_empty());
            match own {
                Some(own) => group = (own.clone(), at),
                None if spanned || (grid.merges.is_empty() && named) => {}
                None => group = (String::new(), at),
            }
            group.clone()
        })
        .collect()
}

/// A header is often broken over lines inside its cell.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::sheet;

    fn found(csv: &str) -> Option<(u32, u32, Vec<String>)> {
        let book = sheet::read(csv.as_bytes()).expect("a small text");
        let known = ["nom", "prénom", "naissance date", "naissance lieu", "téléphone"];
        let worth = |label: &str| {
            if known.contains(&label.to_lowercase().as_str()) {
                100
            } else {
                0
            }
        };
        let judge = Judge {
            worth: &worth,
            is_neutral: &|group| group == "Identité",
        };
        find(&book.grids[0], &judge).map(|(_, header)| (header.first, header.last, header.labels))
    }

    #[test]
    fn titles_above_are_passed_over() {
        let header = found("Association X;;\n\nListe 2026;;\nN°;Nom;Prénom\n1;Tazi;Omar\n");
        assert_eq!(
            header,
            Some((4, 4, vec!["N°".into(), "Nom".into(), "Prénom".into()]))
        );
    }

    #[test]
    fn groups_are_read_with_the_names_below_them() {
        let header = found("Nom;Prénom;Naissance;;Téléphone\n;;Date;Lieu;\nTazi;Omar;1962;Tiflet;06\n");
        let labels = ["Nom", "Prénom", "Naissance Date", "Naissance Lieu", "Téléphone"];
        assert_eq!(header, Some((1, 2, labels.map(String::from).to_vec())));
    }

    #[test]
    fn a_group_that_is_about_somebody_else_takes_its_columns_with_it() {
        let header = found("Nom;Tuteur;\n;Nom;Téléphone\nTazi;Ali;06\n");
        assert_eq!(header.map(|(first, last, _)| (first, last)), Some((1, 1)));
        let header = found("Identité;;Téléphone\nNom;Prénom;\nTazi;Omar;06\n");
        assert_eq!(
            header,
            Some((1, 2, ["Nom", "Prénom", "Téléphone"].map(String::from).to_vec()))
        );
    }

    #[test]
    fn a_row_of_data_is_no_second_row_of_a_header() {
        assert_eq!(
            found("Nom;Prénom\nTazi;\n").map(|(first, last, _)| (first, last)),
            Some((1, 1))
        );
        assert_eq!(found("a;b\n1;2\n"), None);
    }
}
