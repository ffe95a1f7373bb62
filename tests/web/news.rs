//! The programme's desk and its news: made by who runs it, read by all, taken in by who manages.

use tawro_core::programme::Programme;
use tawro_tests::visit::World;

use crate::programme::run_programme;
use crate::roles::person;

const HERE: &str = "/programme/news";

#[test]
fn the_programme_as_agreed_is_looked_at_and_written_for_the_relay() {
    let (_world, mut founder) = World::founded("النخيل");
    assert_eq!(founder.get("/programme").status, 403, "nobody's who runs none");
    run_programme(&mut founder, "1");
    founder.post("/language", &[("lang", "fr")]);
    let desk = founder.get("/programme");
    assert!(
        desk.body.contains("Il n’y a encore rien à publier"),
        "{}",
        desk.body
    );
    let taken = founder.act("/programme/agreed", &[]);
    assert_eq!(taken.status, 303, "{}", taken.body);
    let desk = founder.get("/programme");
    assert!(!desk.body.contains("/programme/agreed"), "once is enough");
    for told in [
        "Stratégie Nassij 2022-2026",
        "Modèles de lettres",
        "25 associations",
    ] {
        assert!(desk.body.contains(told), "{told}: {}", desk.body);
    }
    let file = founder.get("/programme/file");
    let programme = Programme::from_bytes(&file.bytes).unwrap();
    assert_eq!((programme.courses().len(), programme.targets().len()), (3, 3));
    // What cannot be read as a period stays here, and is one press away.
    let wrong = founder.add("report_period", &[("period", "الصيف")]);
    let desk = founder.get("/programme").body;
    assert!(desk.contains(&format!("href=\"/id/{wrong}\"")), "{desk}");
}

#[test]
fn news_are_everybodys_and_a_file_that_no_relay_signed_is_refused() {
    let (world, mut founder) = World::founded("الأمل");
    let page = founder.get(HERE);
    assert_eq!(page.status, 200);
    assert!(
        page.body.contains("Nothing of the programme is here yet"),
        "{}",
        page.body
    );
    let take = format!("{HERE}/take");
    let refused = founder.send_file(&take, &[], "edition", b"no edition");
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(
        refused.body.contains("not enrolled at a relay"),
        "{}",
        refused.body
    );
    let mut reader = person(&world, &mut founder, "assistant");
    let page = reader.get(HERE);
    assert_eq!(page.status, 200);
    assert!(
        !page.body.contains("type=\"file\""),
        "who does not manage takes nothing in"
    );
    assert_eq!(reader.send_file(&take, &[], "edition", b"x").status, 403);
}
