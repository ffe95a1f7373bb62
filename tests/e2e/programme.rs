//! The programme on its way from the desk of who runs it to every association: what is public, and nobody's name.

use std::collections::BTreeMap;

use tawro_core::crypto::DeviceSecret;
use tawro_core::programme::{Edition, Taken};
use tawro_core::schema::Schema;
use tawro_core::schema::programme::{COURSE, PARTICIPANT, TRAINEE};
use tawro_core::schema::published::ANNOUNCEMENT;
use tawro_node::driver::Node;
use tawro_node::fault::NodeError;
use tawro_tests::place::Place;

use crate::egress::{ARABIC, LATIN};
use crate::search::Needles;

/// As many as the programme has.
const ASSOCIATIONS: usize = 25;
/// What is published, to be found where the names are not.
const ANNOUNCED: &str = "افتتاحالتسجيل";

fn add(node: &mut Node, kind: &str, pairs: &[(&str, &str)]) {
    let texts = pairs
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    node.add(kind, &texts.collect::<Vec<_>>()).unwrap();
}

/// Whoever runs the programme: its courses and trainees, all of them called by the planted words.
async fn desk(place: &Place) -> Node {
    let mut desk = place.found("yes");
    add(
        &mut desk,
        "association",
        &[("name/ar", "YES"), ("runs_programme", "1")],
    );
    let name = [
        ("given_name/ar", ARABIC),
        ("family_name/fr", LATIN),
        ("post", LATIN),
        ("remarks", ARABIC),
    ];
    add(&mut desk, TRAINEE, &name);
    add(&mut desk, PARTICIPANT, &[("name/ar", ARABIC), ("remarks", LATIN)]);
    add(
        &mut desk,
        COURSE,
        &[("title/fr", "Archivage"), ("trainer", LATIN), ("note", ARABIC)],
    );
    desk.take_in_agreed().unwrap();
    place.enrol(&mut desk).await;
    desk
}

fn announce(desk: &mut Node, title: &str) -> Vec<u8> {
    add(desk, ANNOUNCEMENT, &[("title/ar", title), ("note", ARABIC)]);
    let drawn = desk.draw_programme().unwrap();
    assert_eq!(drawn.left_out, []);
    drawn.programme.to_bytes()
}

fn refused(node: &mut Node, bytes: &[u8]) -> &'static str {
    match node.take_edition(bytes) {
        Err(NodeError::Edition(fault)) => fault.code(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_five_associations_read_the_programme_and_no_name_is_in_it() {
    let place = Place::new();
    let mut desk = desk(&place).await;
    let file = announce(&mut desk, ANNOUNCED);
    let first = place.hub.publish_programme(&file).unwrap();
    let bytes = first.to_bytes();
    let (names, announced) = (Needles::new(&[ARABIC, LATIN]), Needles::new(&[ANNOUNCED]));
    let mut searched = 0;
    let mut search = |bytes: &[u8]| {
        searched += bytes.len();
        assert!(
            !announced.found(bytes).is_empty(),
            "the search finds what is there"
        );
        assert_eq!(names.found(bytes), Vec::<String>::new());
    };
    search(&file);
    search(&bytes);

    let mut nodes = BTreeMap::new();
    for number in 1..=ASSOCIATIONS {
        let name = format!("a{number}");
        let mut node = place.found(&name);
        place.enrol(&mut node).await;
        assert_eq!(node.take_edition(&bytes).unwrap(), Taken::New(first.clone()));
        assert_eq!(node.take_edition(&bytes).unwrap(), Taken::Already);
        search(&node.edition().unwrap().unwrap().to_bytes());
        let (found, read) = names.found_in(&place.home(&name));
        assert_eq!((found, read > 0), (Vec::new(), true), "{name}");
        nodes.insert(name, node);
    }
    let (found, read) = names.found_in(&place.home("hub"));
    assert_eq!(found, Vec::<String>::new());
    println!(
        "copies of {} bytes at {ASSOCIATIONS} associations: {searched} bytes of editions and {read} of the hub \
         searched, no name found",
        bytes.len()
    );

    // The next one replaces it everywhere; what is older, or of another hub, is refused.
    let second = place
        .hub
        .publish_programme(&announce(&mut desk, "تأجيل"))
        .unwrap();
    let stranger = DeviceSecret::from_bytes(&[8; 64]);
    let told = second.programme().clone();
    let forged = Edition::next(told, Some(&first), &Schema::builtin(), &stranger, second.issued()).unwrap();
    for node in nodes.values_mut().take(3) {
        assert_eq!(refused(node, &forged.to_bytes()), "edition_not_signed");
        node.take_edition(&second.to_bytes()).unwrap();
        assert_eq!(refused(node, &bytes), "edition_older");
        assert_eq!(node.edition().unwrap().as_ref(), Some(&second));
        assert_eq!(node.edition().unwrap().unwrap().programme().targets().len(), 3);
    }
    // The desk reads what all others read.
    desk.take_edition(&second.to_bytes()).unwrap();
    assert_eq!(desk.edition().unwrap().unwrap().number(), 2);
}
