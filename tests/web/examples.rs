//! Examples to look around with: offered where nothing is, taken away by one act, brought back by its undo.

use tawro_tests::visit::World;

#[test]
fn examples_come_and_go_by_one_press_each() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let home = founder.get("/");
    assert!(home.body.contains("action=\"/examples\""), "{}", home.body);
    let reply = founder.act("/examples", &[]);
    let home = founder.follow(&reply);
    assert!(home.body.contains("action=\"/examples/remove\""), "{}", home.body);
    assert!(!home.body.contains("action=\"/examples\""));
    assert!(founder.get("/r/member").body.contains("El Alaoui"));
    let reply = founder.act("/examples/remove", &[]);
    let home = founder.follow(&reply);
    assert!(!home.body.contains("/examples"), "{}", home.body);
    assert!(!founder.get("/r/member").body.contains("El Alaoui"));
    let undo = format!("/restore?ids={}", home.between("/restore?ids=", "\""));
    founder.act(&undo, &[]);
    assert!(founder.get("/r/member").body.contains("El Alaoui"));
    assert!(founder.get("/").body.contains("action=\"/examples/remove\""));
}
