//! YES's own computer in the demo: who takes part, the third course, its trainees, capsules, guide and visits.
//!
//! The courses are the programme's own; who came to them, and everything else here, is invented.

use tawro_core::command::{Command, one_id, only_id};
use tawro_core::id::{RecordId, SpaceId};
use tawro_core::record::view::{
    Activity, Answer, Association, Capsule, Course, GuideEdition, Maturity, Participant, Trainee, Visit,
};
use tawro_core::schema::{key, presence};
use tawro_core::text::Lang;

use super::dice::{Book, Dice, day};
use super::people::{self, GROWN, Reach, Someone};
use super::places::Place;
use super::records::{MONTHS, YEAR};

/// Where YES and the first course are at home, and where the other two took place.
pub(super) const KHEMISSET: &str = "04.291.01.01";
const TIFLET: &str = "04.291.01.05";

/// What YES says of itself: with it, its computer knows the records of a programme.
pub(super) fn itself(space: &SpaceId) -> Command {
    let mut book = Book::new(Dice::new(SEED));
    let draft = Association::draft()
        .name("ar", "جمعية المجتمع التمكيني للشباب")
        .acronym("YES")
        .commune(KHEMISSET)
        .runs_programme(true);
    book.put_as(only_id(space, key::ASSOCIATION), draft);
    book.command()
}

/// All that YES writes down in the period.
pub(super) fn register(places: &[Place], space: &SpaceId) -> Command {
    let mut book = Book::new(Dice::new(SEED + 1));
    let participants: Vec<RecordId> = places.iter().map(|place| participant(&mut book, place)).collect();
    let sessions = courses(&mut book);
    let mut trainees = Vec::new();
    for (place, participant) in places.iter().zip(&participants) {
        for _ in 0..book.dice.within(2, 4) {
            trainees.push(trainee(&mut book, place, *participant));
        }
    }
    for session in sessions {
        attended(&mut book, space, session, &trainees);
    }
    outputs(&mut book);
    for participant in participants {
        coached(&mut book, participant);
    }
    book.command()
}

const SEED: u64 = 2_025_900;

fn participant(book: &mut Book, place: &Place) -> RecordId {
    let signed = book.dice.day(YEAR, (1, 3));
    let (lang, name) = &place.name;
    let draft = Participant::draft()
        .name(lang.tag(), name)
        .seat_commune(&place.commune)
        .domain(place.domain.to_string())
        .signed_on(signed);
    book.put(draft)
}

/// The three courses of the programme; of the third, in this period, the two days on which it was held.
fn courses(book: &mut Book) -> [RecordId; 2] {
    let first = Course::draft()
        .title("ar", "التواصل الرقمي والتسويق الرقمي والهوية البصرية")
        .topics("communication", true)
        .topics("marketing", true)
        .topics("identity", true)
        .commune(KHEMISSET);
    book.put(first);
    let second = Course::draft()
        .title("ar", "الأرشفة الرقمية والأمن الرقمي")
        .topics("archive", true)
        .topics("security", true)
        .commune(TIFLET);
    book.put(second);
    let place = "المركب السوسيو رياضي المندمج سعيد بلقولة";
    let third = Course::draft()
        .title("ar", "إنشاء قواعد البيانات والتسيير الإداري الإلكتروني")
        .topics("databases", true)
        .topics("administration", true)
        .commune(TIFLET)
        .place(place)
        .starts_on(day(YEAR, 4, 5))
        .ends_on(day(YEAR, 4, 6));
    let third = book.put(third);
    [5, 6].map(|date| {
        let session = Activity::draft()
            .title("ar", "إنشاء قواعد البيانات والتسيير الإداري الإلكتروني")
            .activity_type("training")
            .of_course(third)
            .commune(TIFLET)
            .place(place)
            .starts_on(day(YEAR, 4, date))
            .hours(6)
            .state("done");
        book.put(session)
    })
}

fn trainee(book: &mut Book, place: &Place, participant: RecordId) -> Someone {
    let who = people::person(book, &place.commune, GROWN, Reach::Phone);
    let entered = book.dice.day(YEAR, (2, 3));
    let consent = people::allows(book, who, entered);
    let draft = Trainee::draft()
        .person(who.id)
        .participant(participant)
        .entered_on(entered)
        .consent(consent);
    book.put(draft);
    who
}

fn attended(book: &mut Book, space: &SpaceId, session: RecordId, trainees: &[Someone]) {
    for who in trainees {
        if book.dice.percent(88) {
            let id = one_id(space, presence::ATTENDANCE, &presence::person_is(session, who.id));
            book.add(presence::ATTENDANCE, id, presence::of_person(session, who.id));
            if book.dice.percent(70) {
                let rating = *book.dice.one(&["5", "4", "4", "3"]);
                let answer = Answer::draft().session(session).content(rating);
                book.put(answer.organisation(rating).logistics("4"));
            }
        }
    }
}

/// Capsules and copies of the guide.
fn outputs(book: &mut Book) {
    for (title, topic, month) in CAPSULES {
        let capsule = Capsule::draft()
            .title("ar", title)
            .language(Lang::Ar.tag())
            .topic(topic)
            .published_on(day(YEAR, month, 10));
        book.put(capsule);
    }
    for (language, copies) in [(Lang::Ar, 400), (Lang::Fr, 150)] {
        let edition = GuideEdition::draft()
            .edition("1")
            .language(language.tag())
            .published_on(day(YEAR, 5, 20))
            .copies(copies);
        book.put(edition);
    }
}

/// Visits to an association, and how far it has come.
fn coached(book: &mut Book, participant: RecordId) {
    for _ in 0..book.dice.within(1, 3) {
        let (visited, hours) = (book.dice.day(YEAR, MONTHS), book.dice.within(1, 4));
        let visit = Visit::draft().participant(participant).visited_on(visited);
        book.put(visit.hours(hours));
    }
    let assessed = book.dice.day(YEAR, (5, 6));
    let levels = [(); 5].map(|()| *book.dice.one(&["0", "1", "1", "2", "2", "3"]));
    let maturity = Maturity::draft()
        .participant(participant)
        .assessed_on(assessed)
        .round("mid")
        .communication(levels[0])
        .archive(levels[1])
        .databases(levels[2])
        .administration(levels[3])
        .security(levels[4]);
    book.put(maturity);
}

/// Invented titles; the programme has four capsules.
const CAPSULES: [(&str, &str, i64); 4] = [
    ("مثال: لماذا الرقمنة؟", "communication", 2),
    ("مثال: أرشيف جمعيتك", "archive", 3),
    ("مثال: كلمة سر قوية", "security", 5),
    ("مثال: سجل المنخرطين", "databases", 6),
];
