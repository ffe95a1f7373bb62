//! A field of the association's own on two computers: whichever comes first, it or what stands in it.

use std::collections::BTreeSet;

use tawro_core::command::Command;
use tawro_core::id::RecordId;
use tawro_core::schema::own::{self, key_of};
use tawro_core::schema::{FieldType, Scalar};
use tawro_node::driver::Node;
use tawro_node::net::Goal;
use tawro_node::own::NewField;
use tawro_node::store::{Filter, ListQuery, Test};

use tawro_tests::place::{Place, add_person, set, sight, text};

fn field(node: &mut Node, ty: &str, name: &str, choices: &[&str]) -> RecordId {
    let names = |name: &str| vec![("ar", name.to_owned())];
    let field = NewField {
        names: names(name),
        kind: "person".to_owned(),
        ty: ty.to_owned(),
        personal: false,
        choices: choices.iter().map(|name| names(name)).collect(),
    };
    node.add_own_field(&field).unwrap()
}

fn found(node: &mut Node, search: &str) -> usize {
    let query = ListQuery {
        search: search.to_owned(),
        ..ListQuery::default()
    };
    node.list("person", &query).unwrap().len()
}

fn is_known(node: &Node, field: RecordId) -> bool {
    node.schema()
        .kind("person")
        .unwrap()
        .field(&key_of(field))
        .is_some()
}

async fn agree(nodes: &mut [&mut Node]) {
    for _ in 0..2 {
        for node in &mut *nodes {
            node.sync(Goal::InSync).await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_and_what_stands_in_it_come_in_either_order() {
    let place = Place::new();
    let mut a = place.found("a");
    place.enrol(&mut a).await;
    let mut b = place.second(&mut a, "b").await;
    // The field first, what stands in it later.
    let locker = field(&mut a, "text", "رقم الخزانة", &[]);
    agree(&mut [&mut a, &mut b]).await;
    assert!(is_known(&a, locker) && is_known(&b, locker), "live, at both");
    let person = add_person(&mut b, "خديجة");
    set(&mut b, person, &key_of(locker), "غرنوق");
    agree(&mut [&mut b, &mut a]).await;
    assert_eq!((found(&mut a, "غرنو"), found(&mut b, "غرنو")), (1, 1));

    // Both in one round, at a computer that knew of neither.
    let mut c = place.second(&mut a, "c").await;
    assert!(is_known(&c, locker));
    assert_eq!(found(&mut c, "غرنو"), 1);

    // What stands in it first: the field is gone at one computer while another writes it.
    let base = b.heads(locker).unwrap();
    b.execute(&Command::Delete { id: locker, base }).unwrap();
    assert!(!is_known(&b, locker));
    assert_eq!(found(&mut b, "غرنو"), 0);
    set(&mut a, person, &key_of(locker), "بلشون");
    agree(&mut [&mut a, &mut b, &mut c]).await;
    assert!([&a, &b, &c].iter().all(|node| !is_known(node, locker)));
    let kept = sight(&mut b).into_iter().find(|row| row.id == person).unwrap();
    assert_eq!(
        kept.cells[&key_of(locker)],
        text("بلشون"),
        "kept, though nobody knows it"
    );
    let base = c.heads(locker).unwrap();
    c.execute(&Command::Restore { id: locker, base }).unwrap();
    agree(&mut [&mut c, &mut b, &mut a]).await;
    for node in [&mut a, &mut b, &mut c] {
        assert_eq!(found(node, "بلشو"), 1);
    }
    assert_eq!(sight(&mut a), sight(&mut b));
    assert_eq!(sight(&mut a), sight(&mut c));
}

#[test]
fn a_field_is_there_again_when_the_folder_is_opened_again() {
    let place = Place::without_hub();
    let mut node = place.found("a");
    let size = field(&mut node, "choice", "المقاس", &["صغير", "كبير"]);
    let paid = field(&mut node, "amount", "الضمانة", &[]);
    let schema = node.schema().clone();
    let kind = schema.kind("person").unwrap();
    let Some(FieldType::Code(vocabulary)) = kind.field(&key_of(size)).map(|field| &field.ty) else {
        panic!("a choice");
    };
    let codes = schema.vocabulary(vocabulary).unwrap().codes();
    let people: Vec<RecordId> = ["خديجة", "عمر", "ليلى"]
        .map(|name| add_person(&mut node, name))
        .into();
    for (person, code) in people.iter().zip([codes[0], codes[1], codes[0]]) {
        set(&mut node, *person, &key_of(size), code);
    }
    let base = node.heads(people[1]).unwrap();
    let cells = vec![(key_of(paid), Scalar::Integer(5_000))];
    node.execute(&Command::Set {
        id: people[1],
        base,
        cells,
    })
    .unwrap();
    let before = sight(&mut node);
    drop(node);
    let mut node = place.open("a");
    assert_eq!(sight(&mut node), before);
    let mut listed = |cell: RecordId, test: Test| {
        let filters = vec![Filter {
            cell: key_of(cell),
            test,
        }];
        let query = ListQuery {
            filters,
            ..ListQuery::default()
        };
        let rows = node.list("person", &query).unwrap();
        assert_eq!(node.count("person", &query).unwrap(), rows.len() as u64);
        rows.iter().map(|row| row.id).collect::<BTreeSet<_>>()
    };
    let some = |all: &[usize]| all.iter().map(|at| people[*at]).collect::<BTreeSet<_>>();
    assert_eq!(listed(size, Test::Is(Scalar::from(codes[0]))), some(&[0, 2]));
    assert_eq!(listed(paid, Test::Filled), some(&[1]));
    assert_eq!(listed(paid, Test::AtLeast(Scalar::Integer(4_999))), some(&[1]));
    assert_eq!(listed(paid, Test::AtLeast(Scalar::Integer(5_001))), some(&[]));
    assert_eq!(listed(size, Test::Empty), some(&[]));
    let sorted = ListQuery {
        sort: Some(tawro_node::store::Sort {
            field: key_of(size),
            descending: false,
        }),
        ..ListQuery::default()
    };
    assert_eq!(node.list("person", &sorted).unwrap().len(), 3);
}

#[test]
fn one_that_is_retired_or_says_nonsense_keeps_nobody_from_opening() {
    let place = Place::without_hub();
    let mut node = place.found("a");
    let size = field(&mut node, "text", "المقاس", &[]);
    let person = add_person(&mut node, "خديجة");
    set(&mut node, person, &key_of(size), "غرنوق");
    node.retire_own_field(size, true).unwrap();
    let is_retired = |node: &Node| {
        let kind = node.schema().kind("person").unwrap();
        kind.field(&key_of(size)).unwrap().is_retired()
    };
    assert!(is_retired(&node));
    let nonsense = vec![
        ("label/ar".to_owned(), text("x")),
        (own::TYPE.to_owned(), text("hologram")),
        (own::APPLIES_TO.to_owned(), text("person")),
    ];
    node.execute(&Command::Add {
        kind: own::FIELD.to_owned(),
        id: None,
        cells: nonsense,
    })
    .unwrap();
    drop(node);
    let mut node = place.open("a");
    assert!(is_retired(&node));
    assert_eq!(found(&mut node, "غرنو"), 1, "what was written is found still");
    let told: Vec<bool> = node
        .own_fields()
        .unwrap()
        .iter()
        .map(|field| field.unfit.is_some())
        .collect();
    assert_eq!(told.iter().filter(|unfit| **unfit).count(), 1);
}
