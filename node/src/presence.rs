//! Who came to an activity: by name and in numbers, ticked, counted and taken back.

use std::collections::{BTreeMap, BTreeSet};

use tawro_core::command::{Command, Refusal, one_id};
use tawro_core::id::RecordId;
use tawro_core::record::{Row, resolve_merged};
use tawro_core::schema::presence::{self, Came, Group};
use tawro_core::schema::{Scalar, programme};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::form::{self, Text};
use crate::store::{Tx, sort_key};
use crate::view::{profile, projected};

/// Who came.
#[derive(Debug, Clone, Default)]
pub struct Present {
    /// Those who are named, merges followed, each with the records that say so.
    pub persons: BTreeMap<RecordId, Vec<RecordId>>,
    /// Those who were only counted: a group, and the record that counts it.
    pub groups: BTreeMap<Group, Count>,
    /// Further counts of a group that is counted already, as sheets bring them.
    pub beside: Vec<(RecordId, Group, i64)>,
    /// How many of all are women, and men.
    pub sexes: [i64; 2],
    /// How many came.
    pub all: i64,
}

/// How many people of a group came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The record that says so.
    pub record: RecordId,
    /// How many.
    pub people: i64,
    /// Two numbers stand there.
    pub disputed: bool,
}

/// A group's number as a form has it: what stood there when it was opened, and what shall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Who is counted.
    pub group: Group,
    /// What the person saw.
    pub was: i64,
    /// What the person wrote.
    pub now: i64,
}

impl Node {
    /// Who came to an activity.
    pub fn present(&mut self, activity: RecordId) -> Result<Present, NodeError> {
        self.may_see(presence::ATTENDANCE)?;
        let space = self.space();
        self.read(|_, tx| {
            is_activity(activity, tx)?;
            let mut rows = Vec::new();
            tx.each_of(presence::ATTENDANCE, presence::OF, activity, &mut |row| {
                if !row.deleted && row.merged_into.is_none() {
                    rows.extend(presence::read(&row.cells).map(|came| (came, row.id, disputed(row))));
                }
            })?;
            let mut present = Present::default();
            for (came, record, disputed) in rows {
                match came {
                    Came::One(_, false) => {}
                    Came::One(person, true) => {
                        present
                            .persons
                            .entry(stands(person, tx)?)
                            .or_default()
                            .push(record);
                    }
                    Came::Many(group, people) => {
                        let own = one_id(
                            &space,
                            presence::ATTENDANCE,
                            &presence::group_is(activity, &group),
                        );
                        let count = Count {
                            record,
                            people,
                            disputed,
                        };
                        present.add(group, count, record == own);
                    }
                }
            }
            present.sum(tx)?;
            Ok(present)
        })
    }

    /// Who is expected at an activity or came: their titles, each once, by name. At a session of a course all
    /// trainees are.
    pub fn expected(&mut self, activity: RecordId) -> Result<Vec<String>, NodeError> {
        self.may_see(presence::EXPECTED)?;
        let mut all: BTreeSet<RecordId> = self.present(activity)?.persons.into_keys().collect();
        let is_of_course = self.is_of_course(activity)?;
        self.read(|_, tx| {
            let mut named = Vec::new();
            let mut expect = |row: &Row| {
                let who = row.cells.get(presence::WHO).and_then(Scalar::as_text);
                let counts = !row.deleted && row.merged_into.is_none();
                named.extend(who.and_then(|id| id.parse::<RecordId>().ok()).filter(|_| counts));
            };
            tx.each_of(presence::EXPECTED, presence::OF, activity, &mut expect)?;
            if is_of_course {
                tx.each(
                    programme::TRAINEE,
                    &mut |row| match programme::has_left(&row.cells) {
                        true => {}
                        false => expect(row),
                    },
                )?;
            }
            for person in named {
                all.insert(stands(person, tx)?);
            }
            let mut titles = Vec::with_capacity(all.len());
            for person in all {
                titles.extend(tx.title(person)?);
            }
            titles.sort_by_cached_key(|title| sort_key(title));
            Ok(titles)
        })
    }

    /// Whether an activity is a session of a course, as far as this association has courses.
    pub(crate) fn is_of_course(&mut self, activity: RecordId) -> Result<bool, NodeError> {
        let has_courses = self.schema().kind(programme::COURSE).is_some();
        let row = self.read(|_, tx| Ok(tx.projected(activity)?))?;
        Ok(has_courses && row.is_some_and(|row| row.cells.contains_key(programme::OF_COURSE)))
    }

    /// Writes that some came, and takes back that others did; all or none. Tells how many of each.
    ///
    /// # Errors
    /// A refusal where somebody is no person, or the activity none.
    pub fn tick(
        &mut self,
        activity: RecordId,
        came: &[RecordId],
        not: &[RecordId],
    ) -> Result<(usize, usize), NodeError> {
        self.may_write(presence::ATTENDANCE)?;
        let present = self.present(activity)?;
        let space = self.space();
        let fresh: BTreeSet<RecordId> = came.iter().copied().collect();
        let fresh = fresh
            .into_iter()
            .filter(|person| !present.persons.contains_key(person));
        let fresh: Vec<(RecordId, RecordId)> = fresh
            .map(|person| {
                let parts = presence::person_is(activity, person);
                (person, one_id(&space, presence::ATTENDANCE, &parts))
            })
            .collect();
        for (person, _) in &fresh {
            self.read(|_, tx| is_kind(*person, presence::PERSON, tx))?;
        }
        self.bring_back(fresh.iter().map(|(_, record)| *record))?;
        let (ticked, mut taken) = (fresh.len(), 0);
        let mut commands = Vec::new();
        for (person, record) in fresh {
            let cells = presence::of_person(activity, person);
            commands.push(self.upsert(record, cells, vec![presence::was_there()])?);
        }
        for person in not {
            let Some(records) = present.persons.get(person) else {
                continue;
            };
            for record in records {
                commands.push(Command::Delete {
                    id: *record,
                    base: self.heads(*record)?,
                });
            }
            taken += 1;
        }
        self.execute(&Command::Many(commands))?;
        Ok((ticked, taken))
    }

    /// Adds a person and writes that they came, both or neither.
    pub fn tick_new(&mut self, activity: RecordId, texts: &[Text]) -> Result<RecordId, NodeError> {
        self.may_write(presence::ATTENDANCE)?;
        self.read(|_, tx| is_activity(activity, tx))?;
        let (schema, space) = (self.schema().clone(), self.space());
        let profile = profile(&schema, presence::PERSON)?;
        let (person, add) = form::add(&profile, &space, texts, &mut crate::driver::dice())?;
        let tick = Command::Add {
            kind: presence::ATTENDANCE.to_owned(),
            id: Some(one_id(
                &space,
                presence::ATTENDANCE,
                &presence::person_is(activity, person),
            )),
            cells: presence::of_person(activity, person),
        };
        self.execute(&Command::Many(vec![add, tick]))?;
        Ok(person)
    }

    /// Writes the numbers of groups; nobody of a group takes its count back. Tells what stands there
    /// now in those that somebody else changed meanwhile: then nothing is written.
    pub fn count_heads(
        &mut self,
        activity: RecordId,
        counted: &[Counted],
    ) -> Result<Vec<(Group, i64)>, NodeError> {
        self.may_write(presence::ATTENDANCE)?;
        let present = self.present(activity)?;
        let stands = |group: &Group| present.groups.get(group).map_or(0, |count| count.people);
        let changed: Vec<&Counted> = counted.iter().filter(|one| one.was != one.now).collect();
        let overtaken: Vec<(Group, i64)> = changed
            .iter()
            .map(|one| (one, stands(&one.group)))
            .filter(|(one, now)| *now != one.was && *now != one.now)
            .map(|(one, now)| (one.group.clone(), now))
            .collect();
        if !overtaken.is_empty() {
            return Ok(overtaken);
        }
        let space = self.space();
        let record = |group: &Group| {
            let own = || one_id(&space, presence::ATTENDANCE, &presence::group_is(activity, group));
            present.groups.get(group).map_or_else(own, |count| count.record)
        };
        let filled = changed.iter().filter(|one| one.now != 0);
        self.bring_back(filled.map(|one| record(&one.group)))?;
        let mut commands = Vec::new();
        for one in changed {
            let id = record(&one.group);
            match one.now {
                0 if present.groups.contains_key(&one.group) => commands.push(Command::Delete {
                    id,
                    base: self.heads(id)?,
                }),
                0 => {}
                people => {
                    let cells = presence::of_group(activity, &one.group, people);
                    let count = (presence::PEOPLE.to_owned(), people.into());
                    commands.push(self.upsert(id, cells, vec![count])?);
                }
            }
        }
        self.execute(&Command::Many(commands))?;
        Ok(Vec::new())
    }

    /// Brings back those of the records that were deleted. A deleted record takes no new value: this
    /// comes before what is written in it.
    fn bring_back(&mut self, ids: impl Iterator<Item = RecordId>) -> Result<(), NodeError> {
        let mut deleted = Vec::new();
        for id in ids {
            let row = self.read(|_, tx| Ok(tx.projected(id)?))?;
            deleted.extend(row.filter(|row| row.deleted).map(|row| row.id));
        }
        match deleted.is_empty() {
            true => Ok(()),
            false => self.restore_all(&deleted),
        }
    }

    /// Adds a record with `cells`, or writes `change` where it is there already.
    fn upsert(
        &mut self,
        id: RecordId,
        cells: Vec<(String, Scalar)>,
        change: Vec<(String, Scalar)>,
    ) -> Result<Command, NodeError> {
        let row = self.read(|_, tx| Ok(tx.projected(id)?))?;
        Ok(match row {
            Some(row) => Command::Set {
                id,
                base: row.heads,
                cells: change,
            },
            None => Command::Add {
                kind: presence::ATTENDANCE.to_owned(),
                id: Some(id),
                cells,
            },
        })
    }
}

impl Present {
    /// How many people stand in the groups of which `is_meant` holds, each group's own count alone.
    pub fn counted(&self, is_meant: impl Fn(&Group) -> bool) -> i64 {
        let meant = self.groups.iter().filter(|(group, _)| is_meant(group));
        meant.map(|(_, count)| count.people).sum()
    }

    fn add(&mut self, group: Group, count: Count, is_own: bool) {
        let known = self.groups.get(&group);
        let (kept, other) = match known {
            None => (Some(count), None),
            Some(known) if is_own => (Some(count), Some(known.clone())),
            Some(_) => (None, Some(count)),
        };
        self.beside
            .extend(other.map(|other| (other.record, group.clone(), other.people)));
        if let Some(kept) = kept {
            self.groups.insert(group, kept);
        }
    }

    fn sum(&mut self, tx: &mut Tx<'_>) -> Result<(), NodeError> {
        let counts = self.groups.iter().map(|(group, count)| (group, count.people));
        let beside = self.beside.iter().map(|(_, group, people)| (group, *people));
        for (group, people) in counts.chain(beside) {
            self.all += people;
            for (sum, sex) in self.sexes.iter_mut().zip(presence::SEXES) {
                *sum += if group.sex == sex { people } else { 0 };
            }
        }
        for person in self.persons.keys() {
            self.all += 1;
            let row = tx.projected(*person)?;
            let sex = row
                .as_ref()
                .and_then(|row| row.cells.get(presence::GROUPED_BY[0]));
            let sex = sex.and_then(Scalar::as_text);
            for (sum, known) in self.sexes.iter_mut().zip(presence::SEXES) {
                *sum += i64::from(sex == Some(known));
            }
        }
        Ok(())
    }
}

fn disputed(row: &Row) -> bool {
    row.conflicts.iter().any(|cell| cell == presence::PEOPLE)
}

fn is_activity(id: RecordId, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    is_kind(id, presence::ACTIVITY, tx)
}

fn is_kind(id: RecordId, kind: &str, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    let row = projected(id, tx)?;
    match row.kind == kind {
        true => Ok(()),
        false => Err(Refusal::NotFound { record: id }.into()),
    }
}

/// The record that stands for a person, merges followed.
pub(crate) fn stands(person: RecordId, tx: &mut Tx<'_>) -> Result<RecordId, NodeError> {
    let mut fault = None;
    let stands = resolve_merged(person, &mut |id| match tx.projected(id) {
        Ok(row) => row.and_then(|row| row.merged_into),
        Err(error) => {
            fault = Some(error);
            None
        }
    });
    fault.map_or(Ok(stands), |error| Err(error.into()))
}
