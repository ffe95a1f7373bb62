//! How two entries compare: what they share, whether they are one, how likely they may be.

use std::collections::BTreeSet;

use tawro_core::schema::{FieldType, Kind, Scalar};
use tawro_core::text::{fold, name_key};

use crate::import::cells::Cells;

/// What an entry is recognised by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    /// Its names, one per language: folded words in alphabetical order, so that order does not count.
    pub(crate) names: BTreeSet<String>,
    /// Its names across scripts, likewise.
    pub(crate) name_keys: BTreeSet<String>,
    pub(crate) birth: Option<String>,
    pub(crate) cnie: BTreeSet<String>,
    pub(crate) phones: BTreeSet<String>,
    /// Values of fields that no two records share, as `member_no=12`.
    pub(crate) numbers: BTreeSet<String>,
}

impl Facts {
    /// The facts of a record's cells.
    pub(crate) fn of(kind: &Kind, cells: &Cells) -> Self {
        let mut facts = Self::default();
        facts.add_numbers(kind, cells);
        for (path, value) in cells {
            let Some((field, member)) = kind.cell(path) else {
                continue;
            };
            let text = value.as_text();
            match (&field.ty, text) {
                (FieldType::Cnie, Some(text)) => _ = facts.cnie.insert(text.to_owned()),
                (FieldType::Phone, Some(text)) if field.own.is_none() => {
                    _ = facts.phones.insert(text.to_owned())
                }
                (FieldType::Set(element), _) if **element == FieldType::Phone => {
                    facts
                        .phones
                        .extend(member.filter(|_| *value == Scalar::Flag(true)).map(str::to_owned));
                }
                (FieldType::Date, Some(text)) if is_first_date(kind, field.key) => {
                    facts.birth = Some(text.to_owned());
                }
                _ => {}
            }
        }
        for name in titles(kind, cells) {
            facts.names.insert(in_order(&fold(&name)));
            facts.name_keys.insert(key_of_name(&name));
        }
        facts.names.remove("");
        facts.name_keys.remove("");
        facts
    }

    /// The numbers of another record of the same entry, as those of a person's membership.
    pub(crate) fn add_numbers(&mut self, kind: &Kind, cells: &Cells) {
        for field in kind
            .fields
            .iter()
            .filter(|field| field.unique && field.ty.refers_to().is_none())
        {
            if field.ty == FieldType::Cnie {
                continue;
            }
            if let Some(number) = cells.get(field.key).and_then(Scalar::as_text) {
                self.numbers.insert(format!("{}={}", field.key, fold(number)));
            }
        }
    }

    /// Nothing but a name is known.
    pub(crate) fn is_bare(&self) -> bool {
        self.birth.is_none() && self.cnie.is_empty() && self.phones.is_empty() && self.numbers.is_empty()
    }

    /// Keys that two entries which are one share at least one of.
    pub(crate) fn sure_keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = self.cnie.iter().map(|cnie| format!("c{cnie}")).collect();
        keys.extend(self.numbers.iter().map(|number| format!("u{number}")));
        for name in &self.names {
            keys.extend(self.birth.iter().map(|birth| format!("b{name}|{birth}")));
            keys.extend(self.phones.iter().map(|phone| format!("p{name}|{phone}")));
            if self.is_bare() {
                keys.push(format!("n{name}"));
            }
        }
        keys
    }

    /// Keys that two entries which may be one share at least one of.
    pub(crate) fn loose_keys(&self) -> Vec<String> {
        let phones = self.phones.iter().map(|phone| format!("f{phone}"));
        let names = self.name_keys.iter().map(|name| format!("k{name}"));
        phones.chain(names).collect()
    }
}

/// The names of a record in each language in which all of it is there, or else as much as there is.
pub(crate) fn titles(kind: &Kind, cells: &Cells) -> Vec<String> {
    let mut plain = Vec::new();
    let mut languages: Vec<(&str, Vec<&str>)> = Vec::new();
    for title in &kind.title {
        for (path, value) in cells.range((*title).to_owned()..) {
            let Some(rest) = path.strip_prefix(title) else {
                break;
            };
            let Some(text) = value.as_text() else { continue };
            match rest.strip_prefix('/') {
                None if rest.is_empty() && !is_reference(kind, title) => plain.push(text),
                Some(language) => match languages.iter_mut().find(|(known, _)| *known == language) {
                    Some((_, words)) => words.push(text),
                    None => languages.push((language, vec![text])),
                },
                None => {}
            }
        }
    }
    if languages.is_empty() {
        return if plain.is_empty() {
            Vec::new()
        } else {
            vec![plain.join(" ")]
        };
    }
    languages
        .into_iter()
        .map(|(_, words)| [plain.as_slice(), &words].concat().join(" "))
        .collect()
}

/// The key of a whole name across scripts, whatever the order of its words.
pub(crate) fn key_of_name(name: &str) -> String {
    in_order(&name_key(name))
}

fn is_reference(kind: &Kind, field: &str) -> bool {
    kind.field(field)
        .is_some_and(|field| field.ty.refers_to().is_some())
}

fn is_first_date(kind: &Kind, key: &str) -> bool {
    kind.fields
        .iter()
        .find(|field| field.ty == FieldType::Date)
        .is_some_and(|field| field.key == key)
}

fn in_order(words: &str) -> String {
    let mut words: Vec<&str> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.sort_unstable();
    words.join(" ")
}

/// What one fact says of two entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Agreement {
    Same,
    /// As far as both are known: the year.
    Near,
    Differs,
    /// One of the two does not say.
    Unknown,
}

/// Why two entries may be one; a code of the report, with the key of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// One identity card.
    Cnie,
    /// One number of a series that is given once, as a member's number.
    Number,
    /// One telephone.
    Phone,
    /// One name.
    Name,
    /// One name, in two scripts.
    NameAcross,
    /// One date of birth.
    BirthDate,
    /// One year of birth.
    BirthYear,
}

impl Why {
    /// Its stable code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cnie => "same_card",
            Self::Number => "same_number",
            Self::Phone => "same_phone",
            Self::Name => "same_name",
            Self::NameAcross => "same_name_across",
            Self::BirthDate => "same_birth_date",
            Self::BirthYear => "same_birth_year",
        }
    }
}

/// How two entries compare.
#[derive(Debug, Clone)]
pub(crate) struct Likeness {
    cnie: Agreement,
    birth: Agreement,
    phone: bool,
    number: bool,
    name: bool,
    name_across: bool,
    name_unknown: bool,
    shares_word: bool,
    both_bare: bool,
}

impl Likeness {
    pub(crate) fn of(a: &Facts, b: &Facts) -> Self {
        let words = |facts: &Facts| -> BTreeSet<String> {
            facts
                .name_keys
                .iter()
                .flat_map(|name| name.split(' '))
                .map(str::to_owned)
                .collect()
        };
        Self {
            cnie: match (
                a.cnie.is_empty() || b.cnie.is_empty(),
                a.cnie.is_disjoint(&b.cnie),
            ) {
                (true, _) => Agreement::Unknown,
                (_, true) => Agreement::Differs,
                _ => Agreement::Same,
            },
            birth: births(a.birth.as_deref(), b.birth.as_deref()),
            phone: !a.phones.is_disjoint(&b.phones),
            number: !a.numbers.is_disjoint(&b.numbers),
            name: !a.names.is_disjoint(&b.names),
            name_across: !a.name_keys.is_disjoint(&b.name_keys),
            name_unknown: a.names.is_empty() || b.names.is_empty(),
            shares_word: !words(a).is_disjoint(&words(b)),
            both_bare: a.is_bare() && b.is_bare(),
        }
    }

    /// One name, or no name that differs.
    fn is_named_alike(&self) -> bool {
        self.name || self.name_across || self.name_unknown
    }

    /// They are one, and a sheet may update the other.
    pub(crate) fn is_same(&self) -> bool {
        let named = self.is_named_alike();
        let born = self.birth == Agreement::Same;
        let apart = self.cnie == Agreement::Differs || self.birth == Agreement::Differs;
        let by_card = self.cnie == Agreement::Same && (named || born || self.shares_word);
        let by_number = self.number && (named || born || self.phone);
        let by_all = self.name && born && self.phone;
        let by_name = self.name && (born || self.phone) && !apart;
        let by_name_alone = self.name && self.both_bare;
        by_card || by_number || by_all || by_name || by_name_alone
    }

    /// They are one row written twice in the same sheet: a shared telephone is not enough there,
    /// since father and son may share name and telephone, nor is a name alone; and one card on rows of
    /// two first names is a slip of the pen that a person must see.
    pub(crate) fn is_repeated(&self) -> bool {
        let by_card = self.cnie == Agreement::Same && self.is_named_alike();
        let strong = by_card || self.number || self.birth == Agreement::Same;
        self.is_same() && strong && self.birth != Agreement::Differs
    }

    /// How likely they are one, 0 to 100, for a person to decide.
    pub(crate) fn score(&self) -> u32 {
        let mut score: i32 = 0;
        for why in self.why() {
            score += match why {
                Why::Cnie => 70,
                Why::Number => 40,
                Why::Phone => 30,
                Why::Name => 45,
                Why::NameAcross => 40,
                Why::BirthDate => 30,
                Why::BirthYear => 20,
            };
        }
        if self.cnie == Agreement::Differs {
            score -= 40;
        }
        if self.birth == Agreement::Differs {
            score -= 30;
        }
        // A card is one person's: whatever else differs, somebody must look.
        if self.cnie == Agreement::Same {
            score = score.max(60);
        }
        let nothing_against = self.cnie == Agreement::Unknown && self.birth == Agreement::Unknown;
        if self.name && nothing_against {
            score = score.max(60);
        }
        score.clamp(0, 100) as u32
    }

    /// What they share.
    pub(crate) fn why(&self) -> Vec<Why> {
        let name = if self.name { Why::Name } else { Why::NameAcross };
        let birth = if self.birth == Agreement::Same {
            Why::BirthDate
        } else {
            Why::BirthYear
        };
        let reasons = [
            (Why::Cnie, self.cnie == Agreement::Same),
            (Why::Number, self.number),
            (name, self.name || self.name_across),
            (birth, matches!(self.birth, Agreement::Same | Agreement::Near)),
            (Why::Phone, self.phone),
        ];
        reasons
            .into_iter()
            .filter(|(_, holds)| *holds)
            .map(|(why, _)| why)
            .collect()
    }
}

/// Dates may be known to the year only: then the year is all that can agree.
fn births(a: Option<&str>, b: Option<&str>) -> Agreement {
    let (Some(a), Some(b)) = (a, b) else {
        return Agreement::Unknown;
    };
    if a == b && a.len() > 4 {
        return Agreement::Same;
    }
    if a.get(..4) == b.get(..4) {
        Agreement::Near
    } else {
        Agreement::Differs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(names: &[&str], birth: &str, cnie: &str, phone: &str) -> Facts {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Facts {
            names: names.iter().map(|name| in_order(&fold(name))).collect(),
            name_keys: names.iter().map(|name| in_order(&name_key(name))).collect(),
            birth: some(birth),
            cnie: some(cnie).into_iter().collect(),
            phones: some(phone).into_iter().collect(),
            numbers: BTreeSet::new(),
        }
    }

    #[test]
    fn entries_are_one_when_enough_agrees_and_nothing_speaks_against() {
        let check =
            |a: &Facts, b: &Facts, same: bool| assert_eq!(Likeness::of(a, b).is_same(), same, "{a:?} {b:?}");
        let omar = facts(&["Omar Tazi"], "1962-06-28", "X1", "+212600000001");
        check(&omar, &facts(&["Tazi Omar"], "1962-06-28", "", ""), true);
        check(&omar, &facts(&["OMAR TAZI"], "", "", "+212600000001"), true);
        check(&omar, &facts(&["Omar Taazi"], "1962-06-28", "X1", ""), true);
        check(
            &omar,
            &facts(&["Omar Tazi"], "1962-06-28", "X2", "+212600000001"),
            true,
        );
        check(&omar, &facts(&["Omar Tazi"], "1962-06-28", "X2", ""), false);
        check(
            &omar,
            &facts(&["Omar Tazi"], "1990-01-01", "", "+212600000001"),
            false,
        );
        check(&omar, &facts(&["Omar Tazi"], "1962", "", ""), false);
        check(&omar, &facts(&["Omar Tazi"], "", "", ""), false);
        check(&omar, &facts(&["Hassan Lahlou"], "", "X1", ""), false);
        check(
            &facts(&["Omar Tazi"], "", "", ""),
            &facts(&["Omar Tazi"], "", "", ""),
            true,
        );
    }

    #[test]
    fn one_card_on_two_first_names_is_no_repeated_row() {
        let check = |a: &Facts, b: &Facts, repeated: bool| {
            assert_eq!(Likeness::of(a, b).is_repeated(), repeated, "{a:?} {b:?}");
        };
        let ali = facts(&["Ali Bennani"], "", "X1", "");
        check(&ali, &facts(&["Sara Bennani"], "", "X1", ""), false);
        check(&ali, &facts(&["Bennani Ali"], "", "X1", ""), true);
        check(&ali, &facts(&[], "", "X1", ""), true);
    }

    #[test]
    fn likely_ones_are_suggested_and_others_not() {
        let check = |a: &Facts, b: &Facts, likely: bool| {
            assert_eq!(Likeness::of(a, b).score() >= 60, likely, "{a:?} {b:?}");
        };
        let omar = facts(&["Omar Tazi"], "1962-06-28", "X1", "+212600000001");
        check(&omar, &facts(&["Omar Tazi"], "1962", "", ""), true);
        check(&omar, &facts(&["Omar Tazi"], "", "", ""), true);
        check(&omar, &facts(&["Omar Tazi"], "1962-01-01", "X2", ""), false);
        check(&omar, &facts(&["Omar Tazi"], "1999-01-01", "", ""), false);
        check(&omar, &facts(&["Hassan Lahlou"], "", "", "+212600000001"), false);
        check(&omar, &facts(&["Hassan Lahlou"], "2001-05-05", "X1", ""), true);
        check(
            &omar,
            &facts(&["Omar Taazi"], "1962-06-28", "", "+212600000001"),
            true,
        );
    }
}
