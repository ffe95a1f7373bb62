//! What is counted stays counted: the page says so, ends the agreement instead, and knows which report it was.

use tawro_hub::period::Early;
use tawro_tests::place::Place;
use tawro_tests::visit::{World, shows};

use crate::statistics::{NOW, asked_by_wire, make, others_report, third};

const PAGE: &str = "/indicators/leaves";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_counted_is_not_offered_to_be_taken_back() {
    let place = Place::new();
    let (_world, mut visitor) = World::founded("جمعية الأمل");
    let (mut periods, _) = asked_by_wire(&place, &mut visitor);
    make(&mut visitor);
    let before = shows(&mut visitor, PAGE, "The relay has report 1.");
    assert!(before.body.contains("Withdraw all numbers"), "{}", before.body);
    others_report(&mut periods);
    periods.freeze(third(), Early::Force, NOW).unwrap();

    // What the relay signed comes as a file before it comes by itself.
    let signed = periods.notice(third()).unwrap().to_bytes();
    let taken = visitor.send_file(&format!("{PAGE}/task"), &[], "told.notice", &signed);
    let page = visitor.follow(&taken);
    for words in [
        "What YES signed about this period was read",
        "are counted already and cannot be taken back",
        "Agree no longer",
    ] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    assert!(!page.body.contains("Withdraw all numbers"));
    let late = visitor.act(&format!("{PAGE}/withdraw"), &[("period", "2026-Q3")]);
    assert_eq!(late.status, 422);
    assert!(late.body.contains("End the agreement"), "{}", late.body);

    make(&mut visitor);
    let page = shows(&mut visitor, PAGE, "did not take report 2");
    assert!(page.body.contains("goes into the next period of the year"));
    let counts = page
        .body
        .split("<li")
        .find(|line| line.contains("this one counts"));
    assert!(
        counts.is_some_and(|line| line.contains("Report 1:")),
        "{}",
        page.body
    );
    let ended = visitor.act(&format!("{PAGE}/disagree"), &[("period", "2026-Q3")]);
    let page = visitor.follow(&ended);
    // Nothing of this period is left to agree to: what changed goes into the next one's report.
    assert!(!page.body.contains("name=\"agree\"") && !page.body.contains("Agree no longer"));
}
