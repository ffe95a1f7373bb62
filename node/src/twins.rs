//! Persons who may be there twice: found by what they share, scored, and kept apart once somebody said so.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use tawro_core::command::Refusal;
use tawro_core::id::RecordId;
use tawro_core::schema::{FieldType, Kind, Scalar, presence};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::import::{Facts, Likeness, Why, key_of_name, titles};
use crate::store::{Alike, Tx};
use crate::view::projected;

/// Two persons who may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twin {
    /// One of them.
    pub one: RecordId,
    /// The other.
    pub other: RecordId,
    /// How likely, 0 to 100.
    pub score: u32,
    /// What they share.
    pub why: Vec<Why>,
}

/// Those who may be there twice, as far as it was looked.
#[derive(Debug, Clone, Default)]
pub struct Twins {
    /// The likeliest first, at most [`TWINS_MAX`].
    pub all: Vec<Twin>,
    /// There may be others, which come once these are decided.
    pub has_more: bool,
}

/// As many as somebody decides in one sitting.
pub const TWINS_MAX: usize = 50;

/// Below it two who share something are two: a family has one telephone, a village few names.
const SCORE_MIN: u32 = 60;
/// What the indexes must show of two persons before they are compared: a telephone, which stands in none
/// of them, may bring what is missing.
const WEIGHT_MIN: i32 = 30;
/// Of those who share a name, a card or a day, each is held against so many that stand next to them.
const NEIGHBOURS: usize = 6;
/// So many pairs are compared by all that is known of them.
const COMPARED_MAX: usize = 2_000;
/// Whom somebody may mean when they look for the other record of one person.
const LIKELY_MAX: usize = 8;

impl Node {
    /// Persons who may be there twice. However many persons there are, no more is read of them than three
    /// indexes, and of the likeliest the rows.
    pub fn twins(&mut self) -> Result<Twins, NodeError> {
        self.may_write(presence::PERSON)?;
        let mut twins = self.all_twins()?;
        twins.has_more |= twins.all.len() > TWINS_MAX;
        twins.all.truncate(TWINS_MAX);
        Ok(twins)
    }

    /// How many pairs of persons may be one, as far as they are compared at once.
    pub(crate) fn count_twins(&mut self) -> Result<u64, NodeError> {
        Ok(self.all_twins()?.all.len() as u64)
    }

    fn all_twins(&mut self) -> Result<Twins, NodeError> {
        let schema = self.schema().clone();
        let Some(kind) = schema.kind(presence::PERSON) else {
            return Ok(Twins::default());
        };
        self.read(|_, tx| {
            let apart = apart(tx)?;
            let (pairs, has_more) = likely(lines(kind, tx)?, &apart);
            let mut known = Known::new(kind);
            let mut all = Vec::new();
            for (one, other) in pairs {
                all.extend(known.twin(one, other, tx)?.filter(|twin| twin.score >= SCORE_MIN));
            }
            all.sort_by_key(|twin| (Reverse(twin.score), twin.one, twin.other));
            Ok(Twins { all, has_more })
        })
    }

    /// Who may be the same person as this one, the likeliest first.
    pub fn twins_of(&mut self, id: RecordId) -> Result<Vec<Twin>, NodeError> {
        self.may_write(presence::PERSON)?;
        let schema = self.schema().clone();
        let Some(kind) = schema.kind(presence::PERSON) else {
            return Ok(Vec::new());
        };
        self.read(|_, tx| {
            let apart = apart(tx)?;
            let mut known = Known::new(kind);
            let facts = known.facts(id, tx)?.clone();
            let alike = Alike {
                names: titles(kind, &projected(id, tx)?.cells),
                exact: Vec::new(),
                words: facts.phones.iter().chain(&facts.cnie).cloned().collect(),
            };
            let mut all = Vec::new();
            for row in tx.find_alike(kind.key, &alike, LIKELY_MAX)? {
                if row.id != id && !apart.contains(&ordered(id, row.id)) {
                    all.extend(known.twin(id, row.id, tx)?);
                }
            }
            all.sort_by_key(|twin| (Reverse(twin.score), twin.other));
            all.truncate(LIKELY_MAX);
            Ok(all)
        })
    }

    /// Says that two persons are two, or forgets it. This computer alone keeps it.
    pub fn keep_apart(&mut self, one: RecordId, other: RecordId, are_two: bool) -> Result<(), NodeError> {
        self.may_write(presence::PERSON)?;
        let said: Option<&[u8]> = are_two.then_some(&[1]);
        let key = said_of(ordered(one, other));
        self.in_transaction(|_, tx| {
            for record in [one, other] {
                let is_person = tx.kind_of(record)?.as_deref() == Some(presence::PERSON);
                if !is_person || one == other {
                    return Err(Refusal::NotFound { record }.into());
                }
            }
            Ok(tx.put(&key, said)?)
        })
    }
}

/// What the indexes know of a person, each as a number that is equal where it is; 0 for nothing.
#[derive(Debug, Clone, Copy)]
struct Line {
    id: RecordId,
    name: u64,
    card: u64,
    /// A day as 19620628; where only the year is known, 19620000.
    born: u32,
}

impl Line {
    /// How much two persons are alike by that alone, in the points of [`Likeness`].
    fn weight(&self, other: &Self) -> i32 {
        let name = if self.name != 0 && self.name == other.name {
            45
        } else {
            0
        };
        let card = match (self.card, other.card) {
            (0, _) | (_, 0) => 0,
            (one, other) if one == other => 70,
            _ => -40,
        };
        let born = match (self.born, other.born) {
            (0, _) | (_, 0) => 0,
            (one, other) if one == other && one % 10_000 != 0 => 30,
            (one, other) if one / 10_000 == other / 10_000 => 20,
            _ => -30,
        };
        // One card is looked at, whatever else differs.
        if card > 0 { card } else { name + card + born }
    }
}

/// Every person who stands, as the indexes know them.
fn lines(kind: &Kind, tx: &mut Tx<'_>) -> Result<Vec<Line>, NodeError> {
    let first = |is: fn(&FieldType) -> bool| kind.fields.iter().find(|field| is(&field.ty));
    let card = first(|ty| *ty == FieldType::Cnie);
    let born = first(|ty| *ty == FieldType::Date);
    let mut lines: HashMap<RecordId, Line> = HashMap::new();
    tx.each_name(kind.key, &mut |id, name| {
        let key = key_of_name(&unfolded(name));
        // One name alone is half of every village.
        let name = if key.contains(' ') { hash(&key) } else { 0 };
        let (card, born) = (0, 0);
        lines.insert(id, Line { id, name, card, born });
    })?;
    if let Some(card) = card {
        tx.each_value(kind.key, card.key, &mut |id, text| {
            lines.entry(id).and_modify(|line| line.card = hash(text));
        })?;
    }
    if let Some(born) = born {
        tx.each_value(kind.key, born.key, &mut |id, text| {
            lines.entry(id).and_modify(|line| line.born = day(text));
        })?;
    }
    Ok(lines.into_values().collect())
}

/// A folded name with the one ending back that is heard otherwise than it folds: `حياة` is Hayat.
fn unfolded(name: &str) -> String {
    let word = |word: &str| match word.strip_suffix("اه") {
        Some(stem) => format!("{stem}ات"),
        None => word.to_owned(),
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A stored date as one number, the parts that are not known 0.
fn day(text: &str) -> u32 {
    let figures: String = text.chars().filter(char::is_ascii_digit).take(8).collect();
    format!("{figures:0<8}").parse().unwrap_or_default()
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    // 0 is nothing.
    hasher.finish().max(1)
}

type Pair = (RecordId, RecordId);

/// The pairs to be compared, and whether some were left out: whoever shares a card, a name or a day
/// stands beside each other when they are sorted by it.
fn likely(mut lines: Vec<Line>, apart: &BTreeSet<Pair>) -> (Vec<Pair>, bool) {
    let by: [fn(&Line) -> u64; 3] = [|line| line.card, |line| line.name, |line| u64::from(line.born)];
    let mut found: Vec<(Reverse<i32>, Pair)> = Vec::new();
    let mut has_more = false;
    let mut keep_best = |found: &mut Vec<(Reverse<i32>, Pair)>| {
        found.sort_unstable();
        found.dedup();
        has_more |= found.len() > COMPARED_MAX;
        found.truncate(COMPARED_MAX);
    };
    for key in by {
        lines.sort_unstable_by_key(|line| (key(line), line.born, line.id));
        let runs = lines.chunk_by(|one, other| key(one) == key(other));
        for run in runs.filter(|run| run.first().is_some_and(|line| key(line) != 0)) {
            for (at, one) in run.iter().enumerate() {
                let others = run.iter().skip(at + 1);
                let undecided = others.filter(|other| !apart.contains(&ordered(one.id, other.id)));
                for other in undecided.take(NEIGHBOURS) {
                    let (weight, pair) = (one.weight(other), ordered(one.id, other.id));
                    if weight >= WEIGHT_MIN {
                        found.push((Reverse(weight), pair));
                    }
                }
            }
            if found.len() > 8 * COMPARED_MAX {
                keep_best(&mut found);
            }
        }
        keep_best(&mut found);
    }
    (found.into_iter().map(|(_, pair)| pair).collect(), has_more)
}

/// What is known of persons, each read once.
struct Known<'k> {
    kind: &'k Kind,
    facts: BTreeMap<RecordId, Facts>,
}

impl<'k> Known<'k> {
    fn new(kind: &'k Kind) -> Self {
        Self {
            kind,
            facts: BTreeMap::new(),
        }
    }

    fn facts(&mut self, id: RecordId, tx: &mut Tx<'_>) -> Result<&Facts, NodeError> {
        if !self.facts.contains_key(&id) {
            let cells: BTreeMap<String, Scalar> = projected(id, tx)?.cells;
            self.facts.insert(id, Facts::of(self.kind, &cells));
        }
        Ok(&self.facts[&id])
    }

    /// How two persons compare; nothing where they share nothing.
    fn twin(&mut self, one: RecordId, other: RecordId, tx: &mut Tx<'_>) -> Result<Option<Twin>, NodeError> {
        let facts = self.facts(one, tx)?.clone();
        let likeness = Likeness::of(&facts, self.facts(other, tx)?);
        let why = likeness.why();
        Ok((!why.is_empty()).then(|| Twin {
            one,
            other,
            score: likeness.score(),
            why,
        }))
    }
}

fn ordered(one: RecordId, other: RecordId) -> Pair {
    (one.min(other), one.max(other))
}

/// Under this lies what was said of two persons.
const APART: &str = "apart/";

fn said_of((one, other): Pair) -> String {
    format!("{APART}{one}/{other}")
}

/// The pairs of which somebody said that they are two.
fn apart(tx: &mut Tx<'_>) -> Result<BTreeSet<Pair>, NodeError> {
    let said = tx.scan(APART)?.into_iter().filter_map(|(key, _)| {
        let (one, other) = key.strip_prefix(APART)?.split_once('/')?;
        Some((one.parse().ok()?, other.parse().ok()?))
    });
    Ok(said.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: u8, name: u64, card: u64, born: u32) -> Line {
        Line {
            id: RecordId([id; 16]),
            name,
            card,
            born,
        }
    }

    fn pairs(lines: &[Line]) -> Vec<(u8, u8)> {
        let (pairs, _) = likely(lines.to_vec(), &BTreeSet::new());
        pairs
            .into_iter()
            .map(|(one, other)| (one.0[0], other.0[0]))
            .collect()
    }

    #[test]
    fn a_date_is_a_number_whatever_is_known_of_it() {
        assert_eq!(day("1962-06-28"), 19_620_628);
        assert_eq!(day("1962-06"), 19_620_600);
        assert_eq!(day("1962"), 19_620_000);
        assert_eq!(day(""), 0);
    }

    #[test]
    fn a_folded_name_has_the_key_of_the_name_itself() {
        for name in ["حياة بناني", "Hayat Bennani", "إبراهيم الطاهري", "Brahim Tahiri"]
        {
            let folded = tawro_core::text::fold(name);
            assert_eq!(key_of_name(&unfolded(&folded)), key_of_name(name), "{name}");
        }
        assert_eq!(key_of_name("بناني حياة"), key_of_name("Hayat Bennani"));
    }

    #[test]
    fn one_card_comes_first_then_name_and_day_and_another_year_not_at_all() {
        let lines = [
            line(1, 7, 0, 19_620_628),
            line(2, 7, 0, 19_620_628),
            line(3, 7, 0, 19_710_101),
            line(4, 8, 5, 19_550_101),
            line(5, 9, 5, 20_010_101),
            line(6, 0, 0, 0),
            line(7, 0, 0, 0),
        ];
        assert_eq!(pairs(&lines), [(1, 2), (4, 5)]);
        let apart = BTreeSet::from([(RecordId([1; 16]), RecordId([2; 16]))]);
        assert_eq!(likely(lines.to_vec(), &apart).0.len(), 1);
    }

    #[test]
    fn a_name_that_thousands_share_costs_no_more_than_their_number() {
        let crowd: Vec<Line> = (0..20_000_u32)
            .map(|at| {
                let mut id = [0; 16];
                id[..4].copy_from_slice(&at.to_be_bytes());
                Line {
                    id: RecordId(id),
                    name: 7,
                    card: 0,
                    born: 0,
                }
            })
            .collect();
        let (pairs, has_more) = likely(crowd, &BTreeSet::new());
        assert_eq!((pairs.len(), has_more), (COMPARED_MAX, true));
    }
}
