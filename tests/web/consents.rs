//! Consents: asked where somebody is enrolled, pictures apart, shown on the card and withdrawn there.

use tawro_tests::visit::World;

use crate::roles::person;

const NAME: [(&str, &str); 4] = [
    ("was.given_name/ar", ""),
    ("given_name/ar", "سناء"),
    ("was.family_name/ar", ""),
    ("family_name/ar", "العلوي"),
];

#[test]
fn whoever_is_enrolled_says_what_they_allow_and_may_withdraw_each_alone() {
    let (world, mut founder) = World::founded("الأمل");
    let allowed = [
        ("consent.purpose", "services"),
        ("consent.purpose", "statistics"),
        ("consent.picture", "photo"),
        ("consent.method", "paper"),
        ("consent.given_on", "24/11/2026"),
    ];
    let form = founder.get("/r/beneficiary/new").body;
    assert!(form.contains("name=\"consent.purpose\"") && !form.contains("name=\"text.consent\""));
    let added = founder.act("/r/beneficiary/new", &[NAME.as_slice(), &allowed].concat());
    let page = founder.follow(&added);
    assert!(!page.body.contains("No consent is written down"), "{}", page.body);
    assert!(!page.body.contains("No pictures"));
    assert_eq!(page.body.matches("/withdraw\"").count(), 3, "{}", page.body);
    // Each stands there once, and is written from there alone.
    assert_eq!(page.body.matches("<h2>Consents</h2>").count(), 1, "{}", page.body);
    assert_eq!(page.body.matches("/r/consent/new").count(), 1, "{}", page.body);
    assert!(founder.get("/r/consent").body.contains("3 records"));
    let all = page.body.clone();
    let ids: Vec<&str> = all
        .split("action=\"/id/")
        .filter_map(|part| part.split_once("/withdraw\"").map(|(id, _)| id))
        .filter(|id| !id.contains('/'))
        .collect();
    assert_eq!(ids.len(), 3);
    let mut treasurer = person(&world, &mut founder, "treasurer");
    assert_eq!(
        treasurer.act(&format!("/id/{}/withdraw", ids[0]), &[]).status,
        403
    );
    for id in ids {
        assert_eq!(founder.act(&format!("/id/{id}/withdraw"), &[]).status, 303);
        founder.act(&format!("/id/{id}/withdraw"), &[]);
    }
    let card = founder.get(added.to()).body;
    assert_eq!(card.matches("withdrawn on").count(), 3, "{card}");
    assert!(card.contains("No consent is written down") && card.contains("No pictures"));
}

#[test]
fn what_is_wrong_with_a_consent_keeps_the_form_and_writes_nobody() {
    let (_world, mut founder) = World::founded("الأمل");
    let minor = [
        ("was.birth_date", ""),
        ("birth_date", "01/01/2020"),
        ("consent.purpose", "services"),
    ];
    let minor = [NAME.as_slice(), &minor].concat();
    let bad: [&[(&str, &str)]; 3] = [
        &[("consent.given_on", "someday")],
        &[
            ("consent.given_on", "24/11/2026"),
            ("consent.method", "oral_witness"),
            ("guardian_name", "عمر"),
        ],
        &[("consent.given_on", "24/11/2026")],
    ];
    for (form, said) in bad
        .into_iter()
        .zip(["x-consent-given_on", "x-consent-witness", "under 18"])
    {
        let page = founder.act("/r/beneficiary/new", &[minor.as_slice(), form].concat());
        assert_eq!(page.status, 422, "{said}");
        assert!(
            page.body.contains(said) && page.body.contains("سناء"),
            "{said}: {}",
            page.body
        );
        assert!(page.body.contains("value=\"services\" checked"), "{said}");
    }
    assert!(founder.get("/r/person").body.contains("0 records"), "all or none");
    // Nobody is kept from being written down without one: the card says that it is missing.
    let added = founder.act("/r/beneficiary/new", &NAME);
    assert!(founder.follow(&added).body.contains("No consent is written down"));
}
