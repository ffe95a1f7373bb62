//! A programme for other associations: run from its first course to a certificate by who runs one, and
//! unknown to everybody else.

use tawro_tests::visit::{Visitor, World};

use crate::pages::wait_for_work;
use crate::roles::person;

/// Trainees as a list of a past course has them; the last comes from an association that nobody knows.
const SHEET: &str = "\
لائحة المشاركين في الدورة الثالثة,,,\n\
الاسم الكامل,الجنس,رقم الهاتف,الجمعية\n\
سناء العلوي,أنثى,0661000001,جمعية النخيل\n\
عمر بناني,ذكر,0661000002,جمعية النخيل\n\
ليلى الزموري,أنثى,0661000003,جمعية مجهولة\n";

/// Says on the association's page whether it runs a programme, `1` or `0`.
pub(crate) fn run_programme(visitor: &mut Visitor, runs: &str) {
    let at = visitor.get("/r/association").to().to_owned();
    let form = visitor.get(&format!("{at}/edit"));
    let base = form.between("name=\"base\" value=\"", "\"").to_owned();
    let was = form
        .between("name=\"was.runs_programme\" value=\"", "\"")
        .to_owned();
    let said = [
        ("base", base.as_str()),
        ("was.runs_programme", &was),
        ("runs_programme", runs),
    ];
    let written = visitor.act(&format!("{at}/edit"), &said);
    assert_eq!(written.status, 303, "{}", written.body);
}

/// What stands under a record's sum.
fn says(visitor: &mut Visitor, id: &str, label: &str, figure: &str) {
    let card = visitor.get(&format!("/id/{id}")).body;
    let line = format!("<dt>{label}</dt><dd><bdi>{figure}</bdi></dd>");
    assert!(card.contains(&line), "{line}: {card}");
}

fn association(visitor: &mut Visitor) -> String {
    let cells = [
        ("name/ar", "جمعية النخيل"),
        ("seat_commune", "04.291.01.05"),
        ("domain", "1"),
        ("signed_on", "15/01/2024"),
    ];
    visitor.add("participant", &cells)
}

fn course(visitor: &mut Visitor) -> String {
    let cells = [
        ("title/ar", "قواعد البيانات والتسيير"),
        ("topics", "databases"),
        ("hours", "12"),
    ];
    visitor.add("course", &cells)
}

fn session(visitor: &mut Visitor, course: &str) -> String {
    let cells = [
        ("of_course", course),
        ("title/ar", "اليوم الأول"),
        ("activity_type", "training"),
        ("starts_on", "05/04/2025"),
    ];
    visitor.add("activity", &cells)
}

/// Takes the list in, and names the trainees' persons as the page of who came has them.
fn trainees(visitor: &mut Visitor, session: &str) -> Vec<String> {
    let sent = visitor.send_file("/r/trainee/import/look", &[], "list.csv", SHEET.as_bytes());
    assert_eq!(sent.status, 200, "{}", sent.body);
    // Whose association nobody knows is told, and taken in without it.
    assert!(sent.body.contains("جمعية مجهولة"), "{}", sent.body);
    visitor.act("/r/trainee/import/do", &[]);
    let list = wait_for_work(visitor);
    assert!(list.body.contains("3 records"), "{}", list.body);
    let page = visitor.get(&format!("/id/{session}/present")).body;
    let ids: Vec<String> = page
        .split("name=\"came\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect();
    assert_eq!(ids.len(), 3, "the trainees stand there first: {page}");
    ids
}

#[test]
fn a_course_is_held_from_its_list_to_its_certificates() {
    let (_world, mut founder) = World::founded("جمعية تجريبية");
    run_programme(&mut founder, "1");
    for path in ["/", "/part/activities"] {
        assert!(founder.get(path).body.contains("/part/programme"), "{path}");
    }
    let palms = association(&mut founder);
    let course = course(&mut founder);

    // A session is written from the card of its course, and is a training.
    let card = founder.get(&format!("/id/{course}")).body;
    let to = format!("/r/activity/new?of_course={course}");
    assert!(card.contains(&to), "{card}");
    let form = founder.get(&to).body;
    assert!(form.contains("<option value=\"training\" selected>"), "{form}");
    let session = session(&mut founder, &course);

    let people = trainees(&mut founder, &session);
    says(&mut founder, &palms, "Its trainees", "2");
    says(&mut founder, &palms, "Urban or rural", "Urban");
    let came = [("came", people[0].as_str()), ("came", &people[1]), ("go", "")];
    founder.act(&format!("/id/{session}/present"), &came);
    assert!(founder.get(&format!("/id/{session}")).body.contains("2 came"));
    says(&mut founder, &course, "Sessions", "1");
    says(&mut founder, &course, "Presences, all sessions", "2");
    says(&mut founder, &course, "Persons ticked by name", "2");
    assert!(
        founder
            .get(&format!("/id/{session}/sign"))
            .bytes
            .starts_with(b"%PDF")
    );

    // A session that was called off counts no more.
    let off = [
        ("of_course", course.as_str()),
        ("title/ar", "ملغاة"),
        ("state", "cancelled"),
    ];
    founder.add("activity", &off);
    says(&mut founder, &course, "Sessions", "1");
    answered(&mut founder, &course, &session);
    tested_and_certified(&mut founder, &course);
}

/// Two papers are keyed in; nothing in the form asks who it was.
fn answered(visitor: &mut Visitor, course: &str, session: &str) {
    let form = visitor
        .get(&format!("/r/questionnaire/new?session={session}"))
        .body;
    let boxes: Vec<&str> = form
        .split("name=\"was.")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(
        boxes,
        ["session", "content", "organisation", "logistics", "remark"]
    );
    for (content, logistics) in [("5", "2"), ("4", "3")] {
        let answer = [
            ("session", session),
            ("content", content),
            ("organisation", "4"),
            ("logistics", logistics),
        ];
        visitor.add("questionnaire", &answer);
    }
    says(
        visitor,
        course,
        "Quality of the content: good or very good",
        "2 of 2",
    );
    says(visitor, course, "Logistics: good or very good", "0 of 2");
    let six = [
        ("was.session", ""),
        ("session", session),
        ("was.content", ""),
        ("content", "6"),
    ];
    assert_eq!(visitor.act("/r/questionnaire/new", &six).status, 422);
}

fn tested_and_certified(visitor: &mut Visitor, course: &str) {
    let list = visitor.get("/r/trainee").body;
    let trainee = list
        .split("href=\"/id/")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap()
        .to_owned();
    let points = [
        ("trainee", trainee.as_str()),
        ("course", course),
        ("points_before", "٤٠"),
        ("points_after", "75"),
    ];
    visitor.add("course_test", &points);
    says(visitor, course, "Points before, on average", "40 of 100");
    says(visitor, course, "Points after, on average", "75 of 100");
    let beyond = [
        ("was.trainee", ""),
        ("trainee", trainee.as_str()),
        ("was.course", ""),
        ("course", course),
        ("was.points_after", ""),
        ("points_after", "750"),
    ];
    let refused = visitor.act("/r/course_test/new", &beyond);
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("0 to 100"), "{}", refused.body);

    let given = [
        ("trainee", trainee.as_str()),
        ("course", course),
        ("issued_on", "06/04/2025"),
    ];
    let certificate = visitor.add("certificate", &given);
    let card = visitor.get(&format!("/id/{certificate}")).body;
    assert!(card.contains("-A-0001"), "{card}");
    assert!(
        visitor
            .get(&format!("/id/{certificate}/paper"))
            .bytes
            .starts_with(b"%PDF")
    );
    says(visitor, course, "Certificates given", "1");
}

#[test]
fn a_visit_is_written_at_the_door_and_the_plan_is_followed() {
    let (_world, mut founder) = World::founded("جمعية تجريبية");
    run_programme(&mut founder, "1");
    let palms = association(&mut founder);
    let item = [
        ("what", "ترتيب الأرشيف"),
        ("participant", palms.as_str()),
        ("due_on", "10/03/2025"),
    ];
    let item = founder.add("coaching_item", &item);
    assert!(founder.get("/due").body.contains("ترتيب الأرشيف"));

    let card = founder.get(&format!("/id/{palms}")).body;
    let to = format!("/r/coaching_visit/new?participant={palms}");
    assert!(card.contains(&to), "{card}");
    let form = founder.get(&to);
    assert_eq!(form.body.matches("name=\"was.").count(), 6, "a short form");
    let today = form
        .body
        .split("name=\"visited_on\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
        .to_owned();
    assert_eq!(today.len(), 10, "today stands there: {}", form.body);
    // From the card of what was agreed both are known.
    let card = founder.get(&format!("/id/{item}")).body.replace("&#38;", "&");
    let to = format!("/r/coaching_visit/new?item={item}&participant={palms}");
    assert!(card.contains(&to), "{card}");

    let visit = [
        ("participant", palms.as_str()),
        ("visited_on", &today),
        ("hours", "2"),
        ("item", &item),
        ("next_on", &today),
    ];
    founder.add("coaching_visit", &visit);
    founder.add("coaching_visit", &visit[..3]);
    says(&mut founder, &palms, "Visits", "2");
    says(&mut founder, &palms, "Hours of coaching", "4");
    says(&mut founder, &palms, "Items of the plan done", "0 of 1");
    assert!(founder.get("/due").body.contains("Next visit on"));

    let levels = [
        ("participant", palms.as_str()),
        ("assessed_on", "20/01/2024"),
        ("round", "baseline"),
        ("communication", "1"),
        ("archive", "0"),
        ("databases", "1"),
        ("administration", "1"),
        ("security", "2"),
    ];
    let assessed = founder.add("maturity", &levels);
    says(&mut founder, &assessed, "Digital maturity", "33 of 100");
    says(&mut founder, &palms, "Digital maturity (Baseline)", "33 of 100");
    // A part that nobody looked at is no zero.
    let half = founder.add("maturity", &levels[..5]);
    let card = founder.get(&format!("/id/{half}")).body;
    assert!(!card.contains("of 100"), "{card}");
}

#[test]
fn whoever_runs_no_programme_meets_nothing_of_it() {
    let (world, mut founder) = World::founded("جمعية الأمل");
    let activity = founder.add("activity", &[("title/ar", "ورشة"), ("starts_on", "24/11/2026")]);
    let shown = [
        "/",
        "/start/lists",
        "/search?q=a",
        "/help",
        "/fields",
        "/guide",
        "/guide/whole/pages",
        "/part/activities",
        "/part/people",
        "/r/activity",
        "/r/activity/new",
        "/r/person/new",
        &format!("/id/{activity}/present"),
        &format!("/id/{activity}"),
    ];
    for path in shown {
        let page = founder.get(path);
        assert_eq!(page.status, 200, "{path}");
        for said in [
            "programme\"",
            "of_course",
            "rainee",
            "Participating",
            "coaching",
            "متدرب",
        ] {
            assert!(!page.body.contains(said), "{path} says {said}");
        }
    }
    let none = [
        "/part/programme",
        "/guide/programme",
        "/r/course",
        "/r/trainee",
        "/r/trainee/import",
        "/r/coaching_visit/new",
        "/print/trainee/look",
    ];
    for path in none {
        assert_eq!(founder.get(path).status, 404, "{path}");
    }
    for name in ["trainee", "no_such_kind"] {
        assert_eq!(founder.get(&format!("/r/{name}/export")).status, 422, "{name}");
    }
    let unseen = [("was.title/ar", ""), ("title/ar", "دورة")];
    assert_eq!(founder.act("/r/course/new", &unseen).status, 404);

    // It is there as soon as the association says so, for whom it concerns, and hidden again without a loss.
    run_programme(&mut founder, "1");
    let course = course(&mut founder);
    let mut coordinator = person(&world, &mut founder, "coordinator");
    let mut treasurer = person(&world, &mut founder, "treasurer");
    assert_eq!(coordinator.get(&format!("/id/{course}")).status, 200);
    assert_eq!(treasurer.get(&format!("/id/{course}")).status, 403);
    assert!(!treasurer.get("/").body.contains("/part/programme"));
    run_programme(&mut founder, "0");
    assert_eq!(founder.get(&format!("/id/{course}")).status, 404);
    assert!(!founder.get("/search?q=قواعد").body.contains(&course));
    run_programme(&mut founder, "1");
    assert_eq!(founder.get(&format!("/id/{course}")).status, 200);
    assert!(founder.get("/search?q=قواعد").body.contains(&course));
}
