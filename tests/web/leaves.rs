//! Indicators and what leaves: in three languages, to the byte, and only for who manages.

use tawro_core::crypto::DeviceSecret;
use tawro_core::id::StatisticsKey;
use tawro_core::indicator::catalogue;
use tawro_core::share::{Intake, Mode, Notice, Report, Roll, Seat, SignedSheet, Task, Terms, asked};
use tawro_tests::visit::{Reply, Visitor, World};

use crate::roles::person;

const HERE: &str = "/indicators/leaves";

/// What YES asks about the third quarter of 2026, in a year in which this association alone is asked.
fn task(k: u8, codes: &[&str]) -> Vec<u8> {
    let seat = Seat {
        key: StatisticsKey([7; 32]),
        milieu: None,
        domain: None,
    };
    let chosen = catalogue()
        .iter()
        .filter(|one| codes.contains(&one.code.to_string().as_str()));
    let terms = Terms {
        start: "2026-07-01".parse().unwrap(),
        end: "2026-09-30".parse().unwrap(),
        mode: Mode::One {
            operator: "YES".to_owned(),
        },
        k,
        roll: Roll::new([seat]).unwrap().hash(),
        indicators: chosen.flat_map(asked).collect(),
    };
    Task::new(terms).unwrap().to_bytes()
}

/// What some hub signed of it: nobody reported.
fn notice() -> Vec<u8> {
    let seat = Seat {
        key: StatisticsKey([7; 32]),
        milieu: None,
        domain: None,
    };
    let task = Task::from_bytes(&task(5, &["NT-G11"])).unwrap();
    let hub = DeviceSecret::from_bytes(&[3; 64]);
    let intake = Intake::new(task, Roll::new([seat]).unwrap()).unwrap();
    let manifest = intake.freeze([0; 32], &hub).manifest;
    Notice::sign(vec![(manifest, None)], &hub).unwrap().to_bytes()
}

/// Women born in 1999 who came to an activity in August; gives one of their names.
fn held(founder: &mut Visitor, women: usize) -> String {
    let activity = [
        ("title/ar", "دورة الخياطة"),
        ("starts_on", "12/08/2026"),
        ("state", "done"),
    ];
    let activity = founder.add("activity", &activity);
    let mut last = String::new();
    for at in 0..women {
        last = format!(
            "سناء {}",
            ["أولى", "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة"][at]
        );
        let person = [
            ("given_name/ar", last.as_str()),
            ("family_name/ar", "العلوي"),
            ("sex", "2"),
            ("birth_date", "1999"),
        ];
        let person = founder.add("person", &person);
        let came = [
            ("activity", activity.as_str()),
            ("person", &person),
            ("present", "1"),
        ];
        founder.add("attendance", &came);
    }
    last
}

fn sends(founder: &mut Visitor, more: &[(&str, &str)]) -> Reply {
    let page = founder.get(HERE);
    fill(founder, &page, more)
}

/// Sends the form of that page.
fn fill(founder: &mut Visitor, page: &Reply, more: &[(&str, &str)]) -> Reply {
    let field = |name: &str| {
        page.between(&format!("name=\"{name}\" value=\""), "\"")
            .to_owned()
    };
    let (terms, seen) = (field("terms"), field("seen"));
    let shown = page.body.between_all("name=\"shown\" value=\"", "\"");
    let mut form = vec![
        ("period", "2026-Q3"),
        ("terms", terms.as_str()),
        ("seen", seen.as_str()),
    ];
    form.extend(shown.iter().map(|code| ("shown", code.as_str())));
    form.extend(more);
    founder.act(HERE, &form)
}

fn report(founder: &mut Visitor, revision: u32) -> Report {
    let file = founder.get(&format!("{HERE}/file?period=2026-Q3&revision={revision}"));
    assert_eq!(file.status, 200, "{}", file.body);
    assert!(file.header("content-disposition").contains("tawro-2026-Q3"));
    Report::from_bytes(&file.bytes).unwrap()
}

#[test]
fn a_number_leads_to_the_records_behind_it_and_none_is_zero_for_want_of_records() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let name = held(&mut founder, 6);
    let page = founder.get("/indicators?period=2026-Q3");
    assert!(page.body.contains("3rd quarter of 2026"), "{}", page.body);
    let archive = page.between("id=\"NT-R04\"", "</section>");
    assert!(
        archive.contains("No data yet") && !archive.contains("class=\"figure\""),
        "{archive}"
    );
    let place = |code: &str| page.body.find(&format!("id=\"{code}\"")).unwrap();
    assert!(place("NT-G12") < place("NT-R04"), "what there is comes first");
    assert!(
        !page.body.contains("id=\"NT-O01\""),
        "of a programme only whoever runs one is told"
    );
    let people = page.between("id=\"NT-G12\"", "</section>").to_owned();
    assert!(
        people.contains("<bdi>6</bdi>") && people.contains("people"),
        "{people}"
    );
    let to = people.between_all("href=\"", "\"");
    let cell = to
        .iter()
        .find(|to| to.contains("sex=2") && to.contains("age=18"))
        .unwrap();
    let behind = founder.get(&cell.replace("&#38;", "&").replace("&amp;", "&"));
    assert!(behind.body.contains(&name), "{}", behind.body);
    assert_eq!(behind.body.matches("class=\"name\" href=\"/id/").count(), 6);
    let nobody = founder.get("/indicators/behind?period=2026-Q3&code=NT-G12&sex=1");
    assert!(!nobody.body.contains(&name));
    for nowhere in ["code=NT-Z99", "code=NT-G12&sex=x", "code=NT-G12&age=x"] {
        assert_eq!(
            founder.get(&format!("/indicators/behind?{nowhere}")).status,
            404,
            "{nowhere}"
        );
    }
    founder
        .cookies
        .push(("tawro-digits".to_owned(), "arab".to_owned()));
    founder.post("/language", &[("lang", "ar")]);
    assert!(
        founder
            .get("/indicators?period=2026-Q3")
            .body
            .contains("<bdi>٦</bdi>")
    );
}

trait Between {
    fn between_all(&self, before: &str, after: &str) -> Vec<String>;
}

impl Between for String {
    fn between_all(&self, before: &str, after: &str) -> Vec<String> {
        let rest = self.split(before).skip(1);
        rest.filter_map(|rest| Some(rest.split(after).next()?.to_owned()))
            .collect()
    }
}

#[test]
fn what_is_agreed_to_is_what_leaves_and_what_changes_is_asked_again() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    held(&mut founder, 6);
    let refused = founder.send_file(&format!("{HERE}/task"), &[], "ask.task", b"photo");
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains("does not ask for numbers, nor tell"),
        "{}",
        refused.body
    );
    let told = founder.send_file(&format!("{HERE}/task"), &[], "told.notice", &notice());
    assert_eq!(told.status, 422, "enrolled nowhere, nobody's signature is known");
    assert!(
        told.body.contains("name=\"file\"") && !told.body.contains("does not ask"),
        "{}",
        told.body
    );
    let codes = ["NT-G11", "NT-G12"];
    let taken = founder.send_file(&format!("{HERE}/task"), &[], "ask.task", &task(5, &codes));
    let page = founder.follow(&taken);
    for words in [
        "YES",
        "It cannot see any person",
        "at least four others",
        "Activities",
        "leaves as it is",
    ] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    let unasked = sends(&mut founder, &[]);
    assert_eq!(unasked.status, 422);
    assert!(unasked.body.contains("Nobody agreed"), "{}", unasked.body);
    let made = sends(&mut founder, &[("agree", "yes"), ("withhold", "NT-G11")]);
    let page = founder.follow(&made);
    assert!(
        page.body.contains("agreed to these terms") && page.body.contains("خديجة"),
        "{}",
        page.body
    );
    let first = report(&mut founder, 1);
    let counts = first.contribution().counts();
    assert_eq!((counts[0].withheld, counts[1].total()), (true, 6));
    assert!(first.verify().is_ok());
    // The same terms are not asked again; what was seen and is not so any more is shown first.
    let page = founder.get(HERE);
    assert!(!page.body.contains("name=\"agree\""));
    let seen = page.between("name=\"seen\" value=\"", "\"").to_owned();
    held(&mut founder, 0);
    let stale = founder.act(HERE, &[("period", "2026-Q3"), ("seen", &seen)]);
    assert_eq!(stale.status, 422, "{}", stale.body);
    assert!(
        stale.body.contains("changed since you saw them"),
        "{}",
        stale.body
    );
    assert_eq!(sends(&mut founder, &[]).status, 303);
    let second = report(&mut founder, 2);
    assert_eq!(second.contribution().counts()[0].total(), 2);

    let again = founder.send_file(&format!("{HERE}/task"), &[], "ask.task", &task(6, &codes));
    assert!(
        founder.follow(&again).body.contains("name=\"agree\""),
        "other terms"
    );
    assert_eq!(sends(&mut founder, &[("agree", "yes")]).status, 303);
    let back = founder.act(&format!("{HERE}/withdraw"), &[("period", "2026-Q3")]);
    assert!(founder.follow(&back).body.contains("name=\"agree\""));
    let gone = report(&mut founder, 2);
    assert!(gone.contribution().counts().iter().all(|count| count.withheld));
}

#[test]
fn what_was_withheld_is_shown_as_it_leaves_before_it_leaves() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    held(&mut founder, 6);
    let man = [
        ("given_name/ar", "عمر"),
        ("family_name/ar", "العلوي"),
        ("sex", "1"),
        ("birth_date", "1960"),
    ];
    let man = founder.add("person", &man);
    let activity = [
        ("title/ar", "لقاء"),
        ("starts_on", "13/08/2026"),
        ("state", "done"),
    ];
    let activity = founder.add("activity", &activity);
    let came = [
        ("activity", activity.as_str()),
        ("person", &man),
        ("present", "1"),
    ];
    founder.add("attendance", &came);
    let codes = ["NT-G11", "NT-G12"];
    founder.send_file(&format!("{HERE}/task"), &[], "ask.task", &task(5, &codes));
    let made = sends(&mut founder, &[("agree", "yes"), ("withhold", "NT-G12")]);
    assert!(
        founder
            .follow(&made)
            .body
            .contains("name=\"shown\" value=\"NT-G12\"")
    );
    let again = sends(&mut founder, &[]);
    assert_eq!(again.status, 422, "the one man was never shown as he leaves");
    for words in ["have not seen yet", "leaves, and cells of 1 to 4 went"] {
        assert!(again.body.contains(words), "{words}: {}", again.body);
    }
    assert!(!again.body.contains("name=\"shown\""));
    assert_eq!(fill(&mut founder, &again, &[]).status, 303);
    let counts = report(&mut founder, 2).contribution().counts().to_vec();
    assert_eq!((counts[1].withheld, counts[1].total()), (false, 7));
}

#[test]
fn an_agreement_is_ended_without_a_report() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    founder.send_file(&format!("{HERE}/task"), &[], "ask.task", &task(5, &["NT-G12"]));
    assert!(!founder.get(HERE).body.contains("Agree no longer"));
    assert_eq!(sends(&mut founder, &[("agree", "yes")]).status, 303);
    let page = founder.get(HERE);
    assert!(page.body.contains("Withdraw all numbers") && !page.body.contains("Agree no longer"));
    assert!(page.body.contains("From this computer only") && !page.body.contains("several computers"));
    let ended = founder.act(&format!("{HERE}/disagree"), &[("period", "2026-Q3")]);
    let page = founder.follow(&ended);
    assert!(page.body.contains("name=\"agree\""), "{}", page.body);
    assert_eq!(
        founder
            .get(&format!("{HERE}/file?period=2026-Q3&revision=2"))
            .status,
        404,
        "no report is made of it"
    );
}

#[test]
fn the_page_says_in_three_languages_that_few_persons_stay() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    held(&mut founder, 3);
    founder.send_file(&format!("{HERE}/task"), &[], "ask.task", &task(5, &["NT-G12"]));
    for (lang, words) in [
        ("ar", "لا يخرج: عدد قليل"),
        ("fr", "ne part pas : si peu de personnes"),
        ("en", "does not leave: so few persons"),
    ] {
        founder.post("/language", &[("lang", lang)]);
        let page = founder.get(HERE);
        assert!(page.body.contains(words), "{lang}: {}", page.body);
        assert!(!page.body.contains('⟦'), "{lang}: {}", page.between("⟦", "⟧"));
        assert!(page.bytes.len() < 100_000);
    }
}

#[test]
fn only_who_manages_sees_numbers_or_sends_them() {
    let (world, mut founder) = World::founded("الأمل");
    founder.send_file(&format!("{HERE}/task"), &[], "ask.task", &task(5, &["NT-G11"]));
    for function in ["treasurer", "archivist", "coordinator", "assistant"] {
        let mut visitor = person(&world, &mut founder, function);
        let file = format!("{HERE}/file?period=2026-Q3&revision=1");
        for path in ["/indicators", "/indicators/behind?code=NT-G11", HERE, &file] {
            assert_eq!(visitor.get(path).status, 403, "{function} at {path}");
        }
        for act in ["", "/task", "/withdraw", "/disagree"] {
            let path = &format!("{HERE}{act}");
            let acted = visitor.act(path, &[("period", "2026-Q3"), ("agree", "yes")]);
            assert_eq!(acted.status, 403, "{function} acts at {path}");
        }
        assert!(
            !visitor.get("/part/association").body.contains("/indicators"),
            "{function}"
        );
    }
    assert!(
        founder
            .get("/part/association")
            .body
            .contains("href=\"/indicators\"")
    );
}

#[test]
fn facts_are_shown_one_by_one_and_taken_back() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let here = "/indicators/progress";
    let page = founder.get(here);
    assert!(
        page.body.contains("NT-R08") && !page.body.contains(" checked"),
        "{}",
        page.body
    );
    let sheet = |founder: &mut Visitor| {
        let file = founder.get(&format!("{here}/file"));
        assert_eq!(file.status, 200, "{}", file.body);
        let sheet = SignedSheet::from_bytes(&file.bytes).unwrap();
        assert!(sheet.verify().is_ok());
        sheet
    };
    assert_eq!(founder.get(&format!("{here}/file")).status, 404);
    let show = |founder: &mut Visitor, form: &[(&str, &str)]| {
        let page = founder.get(here);
        let seen = page.between("name=\"seen\" value=\"", "\"").to_owned();
        let mut form = form.to_vec();
        form.push(("seen", &seen));
        assert_eq!(founder.act(here, &form).status, 303);
    };
    // What nobody saw is not signed.
    let unseen = [("show", "NT-R08"), ("seen", "00")];
    assert_eq!(founder.act(here, &unseen).status, 303);
    assert_eq!(founder.get(&format!("{here}/file")).status, 404);
    show(&mut founder, &[("show", "NT-R08"), ("card", "yes")]);
    let first = sheet(&mut founder);
    assert_eq!(first.sheet().facts, [("NT-R08".to_owned(), false)].into());
    assert_eq!(first.sheet().card.as_ref().unwrap().name_ar, "جمعية الأمل");
    assert_eq!(founder.get(here).body.matches(" checked").count(), 2);
    // Nothing ticked takes all of it back, by a sheet that is newer.
    show(&mut founder, &[]);
    let second = sheet(&mut founder);
    assert!(second.sheet().facts.is_empty() && second.sheet().card.is_none());
    assert!(second.sheet().made > first.sheet().made);
}
