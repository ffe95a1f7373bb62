//! The programme that an association runs for others: whether it does, and what its records add up to.

use std::collections::BTreeSet;
use std::sync::Arc;

use tawro_core::command::only_id;
use tawro_core::id::{RecordId, SpaceId};
use tawro_core::record::Row;
use tawro_core::schema::{Scalar, Schema, key, papers, presence, programme};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::store::{Db, StoreError, Tx};

/// What a course came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CourseSum {
    /// Sessions that were not called off.
    pub sessions: usize,
    /// Who came, session by session: whoever came to two counts twice.
    pub came: i64,
    /// How many of these are women.
    pub women: i64,
    /// Persons who came to any of them, by name.
    pub persons: usize,
    /// Of each of [`programme::RATED`]: answers that call it good, and answers that rate it.
    pub content: [(usize, usize); programme::RATED.len()],
    /// The mean of the points before and after, of those who took both tests.
    pub points: Option<[i64; 2]>,
    /// Certificates that were given and not cancelled.
    pub certificates: usize,
}

/// How far an association that takes part has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParticipantSum {
    /// Its people who are trained.
    pub trainees: usize,
    /// Visits to it.
    pub visits: usize,
    /// Their hours.
    pub hours: i64,
    /// Items of its plan.
    pub items: usize,
    /// How many of these are done.
    pub done: usize,
    /// Its maturity each time that all of it was assessed, the first first: the code of the round, and how
    /// much of a hundred.
    pub maturity: Vec<(String, i64)>,
}

/// What an association uses of what is declared, by its own record.
pub(crate) fn shown(db: &mut Db, declared: &Schema, space: SpaceId) -> Result<Arc<Schema>, StoreError> {
    let own = only_id(&space, key::ASSOCIATION);
    let row = db.read(|tx| tx.projected(own))?;
    let cells = row.filter(|row| !row.deleted).map(|row| row.cells);
    Ok(Arc::new(programme::shown(declared, cells.as_ref())))
}

impl Node {
    /// What a course came to.
    pub fn course_sum(&mut self, course: RecordId) -> Result<CourseSum, NodeError> {
        self.may_see(programme::COURSE)?;
        let mut sessions = self.read(|_, tx| {
            let of = (programme::OF_COURSE, programme::COURSE);
            naming(presence::ACTIVITY, of, course, tx)
        })?;
        sessions.retain(|session| programme::takes_place(&session.cells));
        let mut sum = CourseSum {
            sessions: sessions.len(),
            ..CourseSum::default()
        };
        let mut persons = BTreeSet::new();
        for session in &sessions {
            let present = self.present(session.id)?;
            sum.came += present.all;
            sum.women += present.sexes[0];
            persons.extend(present.persons.into_keys());
        }
        sum.persons = persons.len();
        self.read(|_, tx| {
            let of = (programme::OF_SESSION, presence::ACTIVITY);
            for session in &sessions {
                for answer in naming(programme::ANSWER, of, session.id, tx)? {
                    for (rated, (good, all)) in programme::RATED.iter().zip(&mut sum.content) {
                        let content = programme::is_content(&answer.cells, rated);
                        *all += usize::from(content.is_some());
                        *good += usize::from(content == Some(true));
                    }
                }
            }
            let of = (programme::COURSE, programme::COURSE);
            sum.points = means(&naming(programme::TEST, of, course, tx)?);
            let given = naming(programme::CERTIFICATE, of, course, tx)?;
            let counts = given.iter().filter(|one| !papers::is_cancelled(&one.cells));
            sum.certificates = counts.count();
            Ok(sum)
        })
    }

    /// How far an association that takes part has come.
    pub fn participant_sum(&mut self, participant: RecordId) -> Result<ParticipantSum, NodeError> {
        self.may_see(programme::PARTICIPANT)?;
        self.read(|_, tx| {
            let mut of = |kind| {
                naming(
                    kind,
                    (programme::PARTICIPANT, programme::PARTICIPANT),
                    participant,
                    tx,
                )
            };
            let visits = of(programme::VISIT)?;
            let items = of(programme::PLAN_ITEM)?;
            let mut assessed: Vec<(String, String, i64)> = of(programme::MATURITY)?
                .iter()
                .filter_map(|row| {
                    let [round, day] = programme::ASSESSED.map(|key| text(row, key));
                    Some((day, round, programme::maturity_of(&row.cells)?))
                })
                .collect();
            assessed.sort();
            Ok(ParticipantSum {
                trainees: of(programme::TRAINEE)?.len(),
                visits: visits.len(),
                hours: visits.iter().map(|visit| programme::hours(&visit.cells)).sum(),
                items: items.len(),
                done: items
                    .iter()
                    .filter(|item| programme::is_done(&item.cells))
                    .count(),
                maturity: assessed.into_iter().map(|(_, round, of)| (round, of)).collect(),
            })
        })
    }
}

/// The records of a kind that name one in a field, which refers to another kind; also those that name a
/// record that was merged into it.
fn naming(
    kind: &str,
    (field, to): (&str, &str),
    id: RecordId,
    tx: &mut Tx<'_>,
) -> Result<Vec<Row>, NodeError> {
    let mut rows = Vec::new();
    for one in tx.one_with(to, id)? {
        tx.each_of(kind, field, one, &mut |row| {
            let counts = !row.deleted && row.merged_into.is_none();
            rows.extend(counts.then(|| row.clone()));
        })?;
    }
    Ok(rows)
}

fn text(row: &Row, key: &str) -> String {
    let text = row.cells.get(key).and_then(Scalar::as_text);
    text.unwrap_or_default().to_owned()
}

/// The means of those who took both tests, in whole points.
fn means(tests: &[Row]) -> Option<[i64; 2]> {
    let both = tests.iter().filter_map(|test| {
        let [before, after] = programme::POINTS.map(|key| test.cells.get(key).and_then(Scalar::as_integer));
        Some([before?, after?])
    });
    let both: Vec<[i64; 2]> = both.collect();
    let count = i64::try_from(both.len()).ok().filter(|count| *count > 0)?;
    let mean = |at: usize| (both.iter().map(|points| points[at]).sum::<i64>() + count / 2) / count;
    Some([mean(0), mean(1)])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::driver::Founding;

    fn founded(home: &Path) -> Node {
        let founding = Founding {
            device: "A",
            passphrase: "نخلة ريح قارب",
        };
        let (mut node, _) = Node::found(home, &founding, Arc::new(Schema::builtin())).unwrap();
        add(&mut node, key::ASSOCIATION, &[("name/ar", "جمعية تجريبية")]);
        node
    }

    fn running(home: &Path) -> Node {
        let mut node = founded(home);
        runs(&mut node, "1");
        node
    }

    fn runs(node: &mut Node, runs: &str) {
        let own = node.only(key::ASSOCIATION);
        node.set(own, &[("runs_programme".to_owned(), runs.to_owned())])
            .unwrap();
    }

    fn add(node: &mut Node, name: &str, pairs: &[(&str, &str)]) -> RecordId {
        let texts = pairs
            .iter()
            .map(|(field, text)| ((*field).to_owned(), (*text).to_owned()));
        node.add(name, &texts.collect::<Vec<_>>()).unwrap()
    }

    fn trainee(node: &mut Node, given: &str, more: &[(&str, &str)]) -> (RecordId, RecordId) {
        let name = [
            ("given_name/ar", given),
            ("family_name/ar", "العلوي"),
            ("sex", "2"),
        ];
        let id = add(node, programme::TRAINEE, &[name.as_slice(), more].concat());
        (id, node.show(id).unwrap().row.referred.unwrap())
    }

    #[test]
    fn what_is_used_follows_from_what_the_association_says_and_is_kept() {
        let place = tempfile::tempdir().unwrap();
        let home = place.path().join("a");
        let mut node = founded(&home);
        let knows = |node: &Node| node.schema().register(programme::TRAINEE).is_some();
        assert!(!knows(&node));
        let refused = node.add(programme::COURSE, &[("title/ar".to_owned(), "x".to_owned())]);
        assert!(refused.is_err());
        runs(&mut node, "1");
        assert!(knows(&node));
        let course = add(&mut node, programme::COURSE, &[("title/ar", "الأرشفة")]);
        let session = [("title/ar", "حصة"), (programme::OF_COURSE, &course.to_string())];
        add(&mut node, presence::ACTIVITY, &session);
        // Rows are those of all that is declared, whatever is shown.
        runs(&mut node, "0");
        assert!(!knows(&node) && node.show(course).is_ok());
        assert_eq!(node.check().unwrap().differing, 0);
        node.rebuild(&mut |_, _| {}).unwrap();
        assert_eq!(node.check().unwrap().differing, 0);
        drop(node);
        let mut node = Node::open(&home, "نخلة ريح قارب", Arc::new(Schema::builtin())).unwrap();
        assert!(!knows(&node));
        runs(&mut node, "1");
        assert_eq!(node.course_sum(course).unwrap().sessions, 1);
    }

    #[test]
    fn a_course_adds_up_its_sessions() {
        let place = tempfile::tempdir().unwrap();
        let mut node = running(&place.path().join("a"));
        let course = add(&mut node, programme::COURSE, &[("title/ar", "الأرشفة")]).to_string();
        let session = |node: &mut Node, state: &str| {
            let cells = [
                ("title/ar", "حصة"),
                (programme::OF_COURSE, course.as_str()),
                ("state", state),
            ];
            add(node, presence::ACTIVITY, &cells)
        };
        let (first, second) = (session(&mut node, "done"), session(&mut node, "planned"));
        let off = session(&mut node, "cancelled");
        let (one, person) = trainee(&mut node, "سناء", &[]);
        let (_, other) = trainee(&mut node, "ليلى", &[]);
        trainee(&mut node, "هند", &[("left_on", "01/03/2026")]);
        // Who has left is expected no more, and whoever is no trainee never was.
        add(
            &mut node,
            "person",
            &[("given_name/ar", "عمر"), ("family_name/ar", "بناني")],
        );
        assert_eq!(node.expected(first).unwrap().len(), 2);
        let meeting = add(&mut node, presence::ACTIVITY, &[("title/ar", "اجتماع")]);
        assert_eq!(node.expected(meeting).unwrap().len(), 0);
        node.tick(first, &[person, other], &[]).unwrap();
        node.tick(second, &[person], &[]).unwrap();
        node.tick(off, &[person], &[]).unwrap();
        for (points, content) in [(("40", "70"), "5"), (("51", "80"), "3")] {
            let (before, after) = points;
            let session = first.to_string();
            add(
                &mut node,
                programme::ANSWER,
                &[("session", &session), ("content", content)],
            );
            let cells = [
                ("trainee", one.to_string()),
                ("course", course.clone()),
                ("points_before", before.to_owned()),
                ("points_after", after.to_owned()),
            ];
            let cells: Vec<_> = cells.iter().map(|(key, text)| (*key, text.as_str())).collect();
            add(&mut node, programme::TEST, &cells);
            // Who took one test alone says nothing of what was learnt.
            add(&mut node, programme::TEST, &cells[..3]);
        }
        let sum = node.course_sum(course.parse().unwrap()).unwrap();
        let expected = CourseSum {
            sessions: 2,
            came: 3,
            women: 3,
            persons: 2,
            content: [(1, 2), (0, 0), (0, 0)],
            points: Some([46, 75]),
            certificates: 0,
        };
        assert_eq!(sum, expected);
    }

    #[test]
    fn what_belongs_to_a_merged_association_counts_for_the_one_that_stays() {
        let place = tempfile::tempdir().unwrap();
        let mut node = running(&place.path().join("a"));
        let named = |node: &mut Node, name: &str| add(node, programme::PARTICIPANT, &[("name/ar", name)]);
        let (twice, stays) = (named(&mut node, "جمعية النخيل"), named(&mut node, "النخيل"));
        for (of, hours) in [(twice, "2"), (stays, "3")] {
            let visit = [
                ("participant", of.to_string()),
                ("visited_on", "05/04/2026".to_owned()),
                ("hours", hours.to_owned()),
            ];
            let visit: Vec<_> = visit.iter().map(|(key, text)| (*key, text.as_str())).collect();
            add(&mut node, programme::VISIT, &visit);
        }
        assert_eq!(node.participant_sum(stays).unwrap().hours, 3);
        node.merge(twice, stays).unwrap();
        let sum = node.participant_sum(stays).unwrap();
        assert_eq!((sum.visits, sum.hours), (2, 5));
    }
}
