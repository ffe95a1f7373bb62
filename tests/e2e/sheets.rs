//! The workbooks that ship with the project, through a real node: everyone once, again, and undone.

use tawro_core::schema::Scalar;
use tawro_core::text::Words;
use tawro_node::driver::Node;
use tawro_node::import::{Request, with_words};
use tawro_node::store::{ListQuery, ListRow};

use tawro_tests::place::Place;

fn list(node: &mut Node) -> Vec<ListRow> {
    let query = ListQuery {
        limit: 10_000,
        ..ListQuery::default()
    };
    node.db().read(|tx| tx.list("member", &query)).unwrap()
}

#[test]
fn members_come_in_once_and_go_again_without_a_trace() {
    let place = Place::without_hub();
    let mut node = place.found("a");
    let words = with_words(Words::builtin()).unwrap();
    for (name, persons) in [("members-ar.xlsx", 120), ("adherents-fr.xlsx", 60)] {
        let before = list(&mut node).len();
        let file = std::fs::read(format!("{}/fixtures/sheets/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let request = Request {
            space: node.space(),
            kind: "member",
            file: &file,
            mapping: None,
        };
        let plan = node.import(&request, &words, &mut |_, _| {}).unwrap();
        assert!(plan.errors.is_empty(), "{:?}", plan.errors);
        let rows = list(&mut node);
        assert_eq!(rows.len(), before + persons);
        let phone = |row: &ListRow| matches!(row.cells.get("phone"), Some(Scalar::Text(text)) if text.starts_with("+212"));
        assert!(rows.iter().all(phone));
        node.import(&request, &words, &mut |_, _| {}).unwrap();
        assert_eq!(
            list(&mut node).len(),
            before + persons,
            "a second import creates nobody"
        );
        let undone = node.undo_import(plan.import).unwrap().unwrap();
        assert_eq!(undone.deleted, 2 * persons);
        assert_eq!(list(&mut node).len(), before);
        node.import(&request, &words, &mut |_, _| {}).unwrap();
        assert_eq!(list(&mut node).len(), before + persons, "and back");
    }
}
