//! Full names taken apart: which words are the given name, which the family's.
//!
//! Nobody can tell from one name alone. The header, the capitals of French lists, particles such as
//! `Ait` and `بن` and the commonest given names tell for the column as a whole; every row of a
//! column is then read in one order.

use std::collections::HashSet;
use std::sync::LazyLock;

use tawro_core::text::fold;

/// Which name stands first in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameOrder {
    /// `محمد بنعلي`.
    GivenFirst,
    /// `BENALI Mohammed`.
    FamilyFirst,
}

/// A name in two parts; one of them may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct SplitName {
    /// The person's own.
    pub given: String,
    /// The family's.
    pub family: String,
}

/// The words of a text by their script: a cell may hold a name twice, `محمد بنعلي / Mohammed Benali`.
pub(crate) fn by_script(text: &str) -> (String, String) {
    let (mut arabic, mut latin) = (Vec::new(), Vec::new());
    for word in
        text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '(' | ')' | '،' | ',' | ';' | '|' | '*'))
    {
        let Some(letter) = word.chars().find(|c| c.is_alphabetic()) else {
            continue;
        };
        let script = if is_arabic(letter) {
            &mut arabic
        } else {
            &mut latin
        };
        script.push(word.trim_matches(['-', '_', '.', ':']));
    }
    (arabic.join(" "), latin.join(" "))
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// The order of a whole column.
///
/// A header that names both parts is believed unless the names speak clearly against it.
pub(crate) fn order_of<'a>(names: impl Iterator<Item = &'a str>, told: Option<NameOrder>) -> NameOrder {
    let (mut given_first, mut family_first) = (0usize, 0usize);
    for name in names {
        let words = Words::of(name);
        match words.evidence() {
            Some(NameOrder::GivenFirst) => given_first += 1,
            Some(NameOrder::FamilyFirst) => family_first += 1,
            None => {}
        }
    }
    let clear = |most: usize, least: usize| most >= 3 && most > 8 * least;
    match told {
        Some(NameOrder::GivenFirst) if !clear(family_first, given_first) => NameOrder::GivenFirst,
        Some(NameOrder::FamilyFirst) if !clear(given_first, family_first) => NameOrder::FamilyFirst,
        _ if family_first > given_first => NameOrder::FamilyFirst,
        _ => NameOrder::GivenFirst,
    }
}

/// Takes a name of one script apart. A name of one word is a given name if it is a common one.
pub(crate) fn split(name: &str, order: NameOrder) -> SplitName {
    let words = Words::of(name);
    let count = words.plain.len();
    if count <= 1 {
        let is_given = words.plain.is_empty() || words.is_given(0);
        let whole = words.join(0, count);
        return match is_given {
            true => SplitName {
                given: whole,
                family: String::new(),
            },
            false => SplitName {
                given: String::new(),
                family: whole,
            },
        };
    }
    if let Some((from, to)) = words.capitals() {
        let given = [words.join(0, from), words.join(to, count)]
            .join(" ")
            .trim()
            .to_owned();
        return SplitName {
            given,
            family: words.join(from, to),
        };
    }
    match order {
        NameOrder::GivenFirst => {
            let at = words.given_end();
            SplitName {
                given: words.join(0, at),
                family: words.join(at, count),
            }
        }
        NameOrder::FamilyFirst => {
            let at = words.family_end();
            SplitName {
                given: words.join(at, count),
                family: words.join(0, at),
            }
        }
    }
}

/// The words of a name, as written and folded.
struct Words<'a> {
    plain: Vec<&'a str>,
    folded: Vec<String>,
}

impl<'a> Words<'a> {
    fn of(name: &'a str) -> Self {
        let plain: Vec<&str> = name
            .split_whitespace()
            .skip_while(|word| is_civil_title(word))
            .collect();
        let folded = plain.iter().map(|word| fold(word)).collect();
        Self { plain, folded }
    }

    fn join(&self, from: usize, to: usize) -> String {
        self.plain[from..to].join(" ")
    }

    fn word(&self, at: usize) -> &str {
        self.folded.get(at).map_or("", String::as_str)
    }

    /// Whether a common given name, or the beginning of a compound one, stands here.
    fn is_given(&self, at: usize) -> bool {
        let word = self.word(at);
        let servant = word.starts_with("abd") || word == "عبد" || word.starts_with("عبدال");
        servant || HONOURS.contains(&word) || is_common(word)
    }

    /// How many words the given name that begins here has.
    fn given_length(&self, at: usize) -> usize {
        let word = self.word(at);
        let next = self.word(at + 1);
        let own = match word {
            _ if HONOURS.contains(&word) && !next.is_empty() => return 1 + self.given_length(at + 1),
            "عبد" => 2,
            "abd" | "abdel" | "abdul" | "abdou"
                if matches!(next, "el" | "al" | "er" | "ar" | "es" | "ed") =>
            {
                3
            }
            "abd" | "abdel" | "abdul" | "abder" | "abdes" => 2,
            _ if COMPOUNDS.contains(&(word, next)) => 2,
            _ => 1,
        };
        let faith = |at: usize| {
            matches!(
                self.word(at),
                "الدين" | "eddine" | "ddine" | "dine" | "el-dine" | "ed-dine" | "addine"
            )
        };
        let own = own.min(self.folded.len() - at).max(1);
        if faith(at + own) { own + 1 } else { own }
    }

    /// Where the given name that stands first ends; at least one word is left for the family.
    fn given_end(&self) -> usize {
        let count = self.folded.len();
        let mut end = self.given_length(0);
        while end < count && self.is_given(end) && !is_particle(self.word(end)) {
            let length = self.given_length(end);
            if end + length >= count {
                break;
            }
            end += length;
        }
        // A compound that takes every word is a given name without a family: عبد الرحمان.
        end.min(count)
    }

    /// Where the family name that stands first ends; at least one word is left for the given name.
    fn family_end(&self) -> usize {
        let count = self.folded.len();
        let mut end = 0;
        while end + 1 < count && is_particle(self.word(end)) {
            end += 1;
        }
        end += self.given_length(end).min(count - end);
        let given = (end..count).find(|&at| self.is_given(at));
        given.unwrap_or(end).clamp(1, count - 1)
    }

    /// Where the words in capitals stand, if they begin or end a name whose other words are not.
    fn capitals(&self) -> Option<(usize, usize)> {
        let loud: Vec<bool> = self.plain.iter().map(|word| is_loud(word)).collect();
        let first = loud.iter().position(|loud| *loud)?;
        let last = loud.iter().rposition(|loud| *loud)? + 1;
        let together = loud[first..last].iter().all(|loud| *loud);
        let aside = (first == 0) != (last == loud.len());
        (together && aside).then_some((first, last))
    }

    /// What one name says about the order, if anything.
    fn evidence(&self) -> Option<NameOrder> {
        let count = self.folded.len();
        if count < 2 {
            return None;
        }
        if let Some((from, _)) = self.capitals() {
            return Some(if from == 0 {
                NameOrder::FamilyFirst
            } else {
                NameOrder::GivenFirst
            });
        }
        let last = (0..count)
            .rev()
            .find(|&at| at + self.given_length(at) == count)
            .unwrap_or(count - 1);
        let before_last = last > 0 && is_particle(self.word(last - 1));
        let first_given = self.is_given(0) && !is_particle(self.word(0));
        let last_given = self.is_given(last) && !before_last;
        match (first_given, last_given) {
            (true, false) => Some(NameOrder::GivenFirst),
            (false, true) => Some(NameOrder::FamilyFirst),
            _ if is_particle(self.word(0)) && !before_last => Some(NameOrder::FamilyFirst),
            _ if before_last && !is_particle(self.word(0)) => Some(NameOrder::GivenFirst),
            _ => None,
        }
    }
}

/// All in capitals, in a script that has them, and more than an initial.
fn is_loud(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.clone().count() > 1 && letters.all(char::is_uppercase)
}

fn is_common(folded: &str) -> bool {
    static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
        include_str!("given_names.txt")
            .split_whitespace()
            .map(fold)
            .collect()
    });
    NAMES.contains(folded)
}

/// Words that begin a family name and never stand alone.
fn is_particle(folded: &str) -> bool {
    PARTICLES.contains(&folded)
}

/// After folding.
const PARTICLES: &[&str] = &[
    "ايت",
    "ات",
    "بن",
    "ابن",
    "بنت",
    "ال",
    "ولد",
    "اولاد",
    "ابو",
    "ابا",
    "بني",
    "بو",
    "ait",
    "ben",
    "ibn",
    "bent",
    "el",
    "al",
    "bel",
    "ould",
    "oulad",
    "ouled",
    "abou",
    "bou",
    "bani",
    "beni",
    "aboul",
];

/// Forms of respect that belong to a given name, after folding.
const HONOURS: &[&str] = &["مولاي", "سيدي", "لالا", "لاله", "للا", "moulay", "my", "sidi", "lalla"];

/// Given names of two words whose second is none of its own, after folding.
const COMPOUNDS: &[(&str, &str)] = &[
    ("فاطمه", "الزهرا"),
    ("فاطمه", "الزهره"),
    ("ام", "كلثوم"),
    ("ام", "الخير"),
    ("ابو", "بكر"),
    ("نور", "الهدي"),
    ("fatima", "zahra"),
    ("fatima", "ezzahra"),
    ("fatima", "zohra"),
    ("fatim", "zahra"),
    ("fatima-ezzahra", "zahra"),
    ("oum", "keltoum"),
    ("oum", "kaltoum"),
    ("abou", "bakr"),
    ("nour", "elhouda"),
];

/// Forms of address that are no part of a name.
fn is_civil_title(word: &str) -> bool {
    let bare = fold(word.trim_end_matches(['.', ':']));
    matches!(
        bare.as_str(),
        "m" | "mr" | "mme" | "mlle" | "mrs" | "ms" | "monsieur" | "madame" | "السيد" | "السيده" | "الانسه"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart_where_families_begin() {
        use NameOrder::{FamilyFirst, GivenFirst};
        let check = |name: &str, order, given: &str, family: &str| {
            let wanted = SplitName {
                given: given.into(),
                family: family.into(),
            };
            assert_eq!(split(name, order), wanted, "{name}");
        };
        check("رقية لحلو", GivenFirst, "رقية", "لحلو");
        check("عبد الرحمان أيت الحاج", GivenFirst, "عبد الرحمان", "أيت الحاج");
        check("أيت الحاج عبد الرحمان", FamilyFirst, "عبد الرحمان", "أيت الحاج");
        check("Aït El Haj Ahmed", FamilyFirst, "Ahmed", "Aït El Haj");
        check("Ahmed Aït El Haj", GivenFirst, "Ahmed", "Aït El Haj");
        check("فاطمة الزهراء العلوي", GivenFirst, "فاطمة الزهراء", "العلوي");
        check("محمد أمين بنعلي", GivenFirst, "محمد أمين", "بنعلي");
        check("أحمد عمر", GivenFirst, "أحمد", "عمر");
        check("مولاي إدريس العلوي", GivenFirst, "مولاي إدريس", "العلوي");
        check(
            "Alaoui Ismaili Mohammed",
            FamilyFirst,
            "Mohammed",
            "Alaoui Ismaili",
        );
        check("Nour Eddine Tazi", GivenFirst, "Nour Eddine", "Tazi");
        check("BEN ALI Mohammed", GivenFirst, "Mohammed", "BEN ALI");
        check("Mme Aïcha EL OUARDI", FamilyFirst, "Aïcha", "EL OUARDI");
        check("بن عبد الله محمد", FamilyFirst, "محمد", "بن عبد الله");
        check("عبد الرحمان", GivenFirst, "عبد الرحمان", "");
        check("لحلو", GivenFirst, "", "لحلو");
        check("", GivenFirst, "", "");
    }

    #[test]
    fn the_column_tells_the_order() {
        use NameOrder::{FamilyFirst, GivenFirst};
        let check = |names: &[&str], told, wanted| {
            assert_eq!(order_of(names.iter().copied(), told), wanted, "{names:?}")
        };
        check(&["التازي محمد", "أيت الحاج عائشة"], None, FamilyFirst);
        check(&["محمد التازي", "عائشة أيت الحاج"], None, GivenFirst);
        check(
            &["محمد التازي", "عائشة الوردي", "عمر لحلو", "حسن لحلو"],
            Some(FamilyFirst),
            GivenFirst,
        );
        check(&["عمر يوسف", "لحلو عمر"], Some(GivenFirst), GivenFirst);
        check(&[], None, GivenFirst);
    }

    #[test]
    fn a_name_written_twice_is_read_twice() {
        assert_eq!(
            by_script("محمد بنعلي / Mohammed Benali"),
            ("محمد بنعلي".into(), "Mohammed Benali".into())
        );
        assert_eq!(by_script("Jean-Paul"), (String::new(), "Jean-Paul".into()));
    }
}
