//! Help: what a coach needs to know, and nothing about anybody.

use tawro_tests::visit::World;

#[test]
fn the_report_counts_and_names_nobody() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let person = [
        ("given_name/ar", "سناء"),
        ("family_name/ar", "الصالحي"),
        ("phone", "0661234567"),
        ("cnie", "AB123456"),
    ];
    founder.add("member", &person);
    let page = founder.get("/help");
    assert_eq!(page.status, 200);
    let report = page.between("id=\"report\"", "</section>");
    assert!(report.contains("Members: 1"), "{report}");
    assert!(report.contains(env!("CARGO_PKG_VERSION")), "{report}");
    for known in [
        "سناء",
        "الصالحي",
        "661234567",
        "234567",
        "AB123456",
        "الأمل",
        "خديجة",
    ] {
        assert!(!report.contains(known), "{known} in {report}");
    }
}

#[test]
fn who_may_not_see_a_register_is_not_told_how_much_is_in_it() {
    let (world, mut founder) = World::founded("جمعية الأمل");
    founder.add("donor", &[("organisation/ar", "تعاونية النخيل")]);
    let (name, passphrase) = ("كريم", "a passphrase of his own");
    let form = [
        ("name", name),
        ("function", "archivist"),
        ("passphrase", passphrase),
        ("again", passphrase),
    ];
    assert_eq!(founder.act("/logins", &form).status, 303);
    let mut archivist = world.visitor();
    assert_eq!(archivist.log_in(passphrase).status, 303);
    assert!(founder.get("/help").body.contains("Donors: 1"));
    let page = archivist.get("/help");
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("Donors"), "{}", page.body);
}
