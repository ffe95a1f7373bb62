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

/// How many rows with content are looked at: titles and addresses above a table take fewer.
const ROWS_TRIED: usize = 40;

/// Finds the header whose labels say most, by a judge of one label, with what they say in all.
///
/// `worth` tells how well a label names a field, 0 not at all. The earliest of equal headers counts,
/// and two rows only if they say more than either alone. Nothing if no label means anything.
pub(crate) fn find(grid: &Grid, worth: impl Fn(&str) -> u32) -> Option<(u32, Header)> {
    let tried = &grid.lines[..grid.lines.len().min(ROWS_TRIED)];
    let all = |labels: &[String]| labels.iter().map(|label| worth(label)).sum::<u32>();
    let singles: Vec<Vec<String>> = tried.iter().map(labels).collect();
    let worths: Vec<u32> = singles.iter().map(|labels| all(labels)).collect();
    let mut best: Option<(u32, Header)> = None;
    for (at, line) in tried.iter().enumerate() {
        let mut found = (worths[at], line.number, singles[at].clone());
        if let Some(below) = tried.get(at + 1).filter(|below| below.number == line.number + 1) {
            let labels = over_two(grid, line, below, &worth);
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
/// Of the two together, the lower and the upper alone, the one that says most; a group's text
/// counts for every column that it spans.
fn over_two(grid: &Grid, upper: &Line, lower: &Line, worth: &impl Fn(&str) -> u32) -> Vec<String> {
    let upper_labels = labels(upper);
    let lower_labels = labels(lower);
    let mut group = String::new();
    (0..upper_labels.len().max(lower_labels.len()))
        .map(|column| {
            let own = upper_labels.get(column).filter(|label| !label.is_empty());
            let below = lower_labels.get(column).cloned().unwrap_or_default();
            let spanned = grid
                .area(upper.number, column as u32)
                .is_some_and(|area| (area.left as usize) < column);
            match own {
                Some(own) => group.clone_from(own),
                None if spanned || (grid.merges.is_empty() && !below.is_empty()) => {}
                None => group.clear(),
            }
            let both = one_line(&format!("{group} {below}"));
            let mut best = if below.is_empty() {
                group.clone()
            } else {
                both.clone()
            };
            for label in [both, below, group.clone()] {
                if worth(&label) > worth(&best) {
                    best = label;
                }
            }
            best
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
        find(&book.grids[0], worth).map(|(_, header)| (header.first, header.last, header.labels))
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
    fn a_row_of_data_is_no_second_row_of_a_header() {
        assert_eq!(
            found("Nom;Prénom\nTazi;\n").map(|(first, last, _)| (first, last)),
            Some((1, 1))
        );
        assert_eq!(found("a;b\n1;2\n"), None);
    }
}
