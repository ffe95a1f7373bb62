//! The association's own fields: added on a page, and from then on fields as any other.

use tawro_tests::visit::{Reply, Visitor, World};

fn add(founder: &mut Visitor, form: &[(&str, &str)]) -> Reply {
    founder.act("/fields", form)
}

/// The key of the field that a form has under a label.
fn key_of(page: &Reply, label: &str) -> String {
    let before = page.body.split(&format!("\">{label}")).next().unwrap();
    let (_, key) = before.rsplit_once("for=\"b-").unwrap();
    key.to_owned()
}

fn import(visitor: &mut Visitor, sheet: &str) {
    let mut body = Vec::new();
    let part = |text: &str| format!("--limit\r\ncontent-disposition: form-data; {text}\r\n\r\n");
    body.extend_from_slice(part("name=\"token\"").as_bytes());
    body.extend_from_slice(format!("{}\r\n", visitor.token).as_bytes());
    body.extend_from_slice(part("name=\"file\"; filename=\"m.csv\"").as_bytes());
    body.extend_from_slice(format!("{sheet}\r\n--limit--\r\n").as_bytes());
    let kind = ("content-type", "multipart/form-data; boundary=limit");
    let looked = visitor.send("POST", "/r/member/import/look", &[kind], &body);
    assert_eq!(looked.status, 200, "{}", looked.body);
    visitor.act("/r/member/import/do", &[]);
    while visitor.get("/work").status == 200 {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

#[test]
fn a_field_is_in_the_form_the_list_the_search_and_sheets_both_ways() {
    let (_world, mut founder) = World::founded("الأمل");
    assert!(
        founder.get("/fields").body.contains("shirt size"),
        "an example where there is none yet"
    );
    let size = [
        ("ar", "مقاس القميص"),
        ("fr", "Taille de t-shirt"),
        ("kind", "membership"),
        ("type", "choice"),
        ("choices", "صغير = Petit\nكبير = Grand"),
    ];
    assert_eq!(add(&mut founder, &size).status, 303);
    let locker = [("fr", "Casier"), ("kind", "membership"), ("type", "text")];
    assert_eq!(add(&mut founder, &locker).status, 303);

    let form = founder.get("/r/member/new");
    let (size, locker) = (key_of(&form, "مقاس القميص"), key_of(&form, "Casier"));
    let petit = form.between(&format!("name=\"{size}\""), "</select>");
    let code = petit
        .split("<option value=\"")
        .nth(2)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let id = founder.add(
        "member",
        &[("given_name/ar", "خديجة"), (&size, &code), (&locker, "Zéphyr 7")],
    );
    let card = founder.get(&format!("/id/{id}"));
    assert!(
        card.body.contains("Our own fields") && card.body.contains("Zéphyr 7"),
        "{}",
        card.body
    );
    assert!(card.body.contains("صغير") && !card.body.contains(&code));
    assert!(founder.get(&format!("/id/{id}/history")).body.contains("Casier"));

    let list = founder.get(&format!("/r/member?col={size}&f.{size}={code}"));
    assert!(
        list.body.contains("1 record") && list.body.contains("صغير"),
        "{}",
        list.body
    );
    assert!(founder.get("/r/member?q=zeph").body.contains("خديجة"));
    assert!(!founder.get("/search?q=Casier").body.contains("Casier</a>"));

    import(
        &mut founder,
        "الاسم الشخصي;الاسم العائلي;Taille de t-shirt;Casier\nعمر;بناني;Grand;B 12\n",
    );
    let list = founder.get(&format!("/r/member?col={size}&col={locker}&q=عمر"));
    assert!(
        list.body.contains("كبير") && list.body.contains("B 12"),
        "{}",
        list.body
    );
    let sheet = founder.get("/r/member/export?format=csv");
    assert_eq!(sheet.status, 200);
    for text in ["مقاس القميص", "Casier", "Zéphyr 7", "كبير"] {
        assert!(
            sheet.body.contains(text) || sheet.header("content-type").contains("sheet"),
            "{text}"
        );
    }
}

#[test]
fn a_field_is_renamed_retired_and_taken_up_again() {
    let (_world, mut founder) = World::founded("الأمل");
    add(
        &mut founder,
        &[("fr", "Casier"), ("kind", "membership"), ("type", "text")],
    );
    let form = founder.get("/r/member/new");
    let key = key_of(&form, "Casier");
    let field = key.strip_prefix("x_").unwrap().to_owned();
    let id = founder.add("member", &[("given_name/ar", "خديجة"), (&key, "A 1")]);
    let page = founder.get("/fields");
    let base = page
        .between(&format!("name=\"base.{field}\" value=\""), "\"")
        .to_owned();
    let names = [
        (format!("base.{field}"), base.as_str()),
        (format!("ar.{field}"), "رقم الخزانة"),
        (format!("fr.{field}"), "Armoire"),
    ];
    let names: Vec<(&str, &str)> = names.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    assert_eq!(founder.act(&format!("/fields/{field}"), &names).status, 303);
    founder.post("/language", &[("lang", "fr")]);
    assert!(founder.get(&format!("/id/{id}")).body.contains("Armoire"));
    assert_eq!(founder.act(&format!("/fields/{field}/retire"), &[]).status, 303);
    assert!(
        !founder.get("/r/member/new").body.contains("Armoire"),
        "offered no more"
    );
    assert!(!founder.get("/r/member").body.contains("Armoire"));
    assert!(
        founder.get(&format!("/id/{id}")).body.contains("Armoire"),
        "what was written stays"
    );
    assert!(founder.get(&format!("/id/{id}/edit")).body.contains("Armoire"));
    // The undo that stands beside the sentence.
    assert_eq!(founder.act(&format!("/fields/{field}/again"), &[]).status, 303);
    assert!(founder.get("/r/member/new").body.contains("Armoire"));
}

#[test]
fn a_form_that_cannot_be_taken_comes_back_with_what_was_typed() {
    let (_world, mut founder) = World::founded("الأمل");
    let mut refused = |form: &[(&str, &str)], said: &str| {
        let reply = add(&mut founder, form);
        assert_eq!(reply.status, 422, "{said}");
        assert!(reply.body.contains(said), "{said}: {}", reply.body);
        let typed = form
            .iter()
            .find(|(name, _)| *name == "fr")
            .map_or("", |(_, text)| *text);
        assert!(reply.body.contains(&format!("value=\"{typed}\"")), "{said}");
    };
    let long = "a".repeat(61);
    refused(&[("kind", "membership"), ("type", "text")], "A name is missing");
    refused(
        &[("fr", &long), ("kind", "membership"), ("type", "text")],
        "too long",
    );
    refused(&[("fr", "Porte"), ("kind", "login"), ("type", "text")], "needed");
    refused(
        &[("fr", "Santé"), ("kind", "functioning"), ("type", "text")],
        "needed",
    );
    refused(
        &[("fr", "Porte"), ("kind", "membership"), ("type", "hologram")],
        "needed",
    );
    refused(
        &[("fr", "Porte"), ("kind", "membership"), ("type", "choice")],
        "choices are missing",
    );
    let many = (0..31).map(|n| format!("c{n}\n")).collect::<String>();
    let form = [
        ("fr", "Porte"),
        ("kind", "membership"),
        ("type", "choice"),
        ("choices", &many),
    ];
    refused(&form, "too many choices");
    refused(
        &[
            ("fr", "Porte"),
            ("kind", "membership"),
            ("type", "text"),
            ("choices", "a"),
        ],
        "no “Choice from a list”",
    );
    // A column of that name is the person's telephone, and stays it.
    refused(
        &[("fr", "Téléphone"), ("kind", "membership"), ("type", "text")],
        "has a field of this name",
    );
    let same = [("fr", "Casier"), ("kind", "membership"), ("type", "text")];
    assert_eq!(add(&mut founder, &same).status, 303);
    let again = add(
        &mut founder,
        &[("fr", "CASIER"), ("kind", "membership"), ("type", "date")],
    );
    assert_eq!(again.status, 422, "one column of a sheet would mean two fields");
}

#[test]
fn there_is_an_end_to_fields_also_for_one_that_is_taken_up_again() {
    let (_world, mut founder) = World::founded("الأمل");
    let mut field = |name: &str| {
        add(
            &mut founder,
            &[("fr", name), ("kind", "activity"), ("type", "flag")],
        )
    };
    for n in 0..40 {
        assert_eq!(field(&format!("Champ {n}")).status, 303, "{n}");
    }
    let more = field("Encore");
    assert!(more.status == 422 && more.body.contains("forty"), "{}", more.body);
    let page = founder.get("/fields");
    let first = page.between("action=\"/fields/", "\"").to_owned();
    assert_eq!(founder.act(&format!("/fields/{first}/retire"), &[]).status, 303);
    assert_eq!(
        add(
            &mut founder,
            &[("fr", "Encore"), ("kind", "activity"), ("type", "flag")]
        )
        .status,
        303
    );
    let again = founder.act(&format!("/fields/{first}/again"), &[]);
    assert!(
        again.status == 422 && again.body.contains("forty"),
        "{}",
        again.body
    );
}

#[test]
fn what_is_wrong_in_a_change_stands_beside_its_box_with_what_was_typed() {
    let (_world, mut founder) = World::founded("الأمل");
    let size = [
        ("fr", "Taille"),
        ("kind", "membership"),
        ("type", "choice"),
        ("choices", "Petit\nGrand"),
    ];
    assert_eq!(add(&mut founder, &size).status, 303);
    let page = founder.get("/fields");
    let bases: Vec<(String, String)> = page
        .body
        .split("name=\"base.")
        .skip(1)
        .map(|rest| {
            let mut parts = rest.split('"');
            let id = parts.next().unwrap().to_owned();
            (id, parts.nth(1).unwrap().to_owned())
        })
        .collect();
    assert_eq!(bases.len(), 3, "the field and its choices");
    let field = bases[0].0.clone();
    let mut change = |names: [&str; 3], more: &str| {
        let mut form = vec![(format!("more.{field}"), more.to_owned())];
        for ((id, base), name) in bases.iter().zip(names) {
            form.push((format!("base.{id}"), base.clone()));
            form.push((format!("fr.{id}"), name.to_owned()));
        }
        let form: Vec<(&str, &str)> = form.iter().map(|(name, text)| (&**name, &**text)).collect();
        founder.act(&format!("/fields/{field}"), &form)
    };
    for (names, more, at, said) in [
        (
            ["Téléphone", "Petit", "Grand"],
            "",
            format!("id=\"x-{field}\""),
            "of this name",
        ),
        (
            ["Taille", "", "Grand"],
            "",
            format!("id=\"x-{}\"", bases[1].0),
            "name is missing",
        ),
        (
            ["Taille", "Petit", "petit"],
            "",
            format!("id=\"x-{}\"", bases[2].0),
            "written twice",
        ),
        (
            ["Taille", "Petit", "Grand"],
            "GRAND",
            format!("id=\"mx-{field}\""),
            "written twice",
        ),
    ] {
        let reply = change(names, more);
        assert_eq!(reply.status, 422, "{said}");
        let beside = reply.between(&at, "</span>");
        assert!(beside.contains(said), "{said}: {beside}");
        assert!(reply.body.contains("<details open>"), "{said}");
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            assert!(reply.body.contains(&format!("value=\"{name}\"")), "{name}");
        }
        assert!(reply.body.contains(&format!(">{more}</textarea>")), "{more}");
    }
    assert_eq!(change(["Taille", "Petit", "Grand"], "Moyen").status, 303);
    assert!(founder.get("/fields").body.contains("Petit · Grand · Moyen"));
}

#[test]
fn only_who_manages_adds_changes_and_retires_a_field() {
    let (world, mut founder) = World::founded("الأمل");
    add(
        &mut founder,
        &[("fr", "Casier"), ("kind", "membership"), ("type", "text")],
    );
    let form = founder.get("/r/member/new");
    let field = key_of(&form, "Casier").strip_prefix("x_").unwrap().to_owned();
    for function in ["treasurer", "archivist", "coordinator", "assistant"] {
        let passphrase = format!("passphrase of {function}");
        let login = [
            ("name", function),
            ("function", function),
            ("passphrase", &passphrase),
            ("again", &passphrase),
        ];
        assert_eq!(founder.act("/logins", &login).status, 303);
        let mut visitor = world.visitor();
        assert_eq!(visitor.log_in(&passphrase).status, 303);
        let new = [("fr", "x"), ("kind", "membership"), ("type", "text")];
        assert_eq!(visitor.get("/fields").status, 403, "{function}");
        assert_eq!(add(&mut visitor, &new).status, 403, "{function}");
        for end in ["", "/retire", "/again"] {
            let reply = visitor.act(&format!("/fields/{field}{end}"), &[]);
            assert_eq!(reply.status, 403, "{function}{end}");
        }
        // Nor by the addresses that every kind has.
        let by_form = [("was.retired", ""), ("retired", "1")];
        assert_eq!(
            visitor.act(&format!("/id/{field}/edit"), &by_form).status,
            403,
            "{function}"
        );
        assert_eq!(
            visitor.act(&format!("/id/{field}/delete"), &[]).status,
            403,
            "{function}"
        );
    }
    assert!(founder.get("/fields").body.contains("Casier"));
    assert!(founder.get("/r/member/new").body.contains("Casier"));
}

#[test]
fn an_own_telephone_is_no_number_of_the_person_and_own_fields_stand_on_no_paper() {
    let (_world, mut founder) = World::founded("الأمل");
    let parent = [
        ("fr", "Téléphone du tuteur"),
        ("kind", "person"),
        ("type", "phone"),
    ];
    assert_eq!(add(&mut founder, &parent).status, 303);
    let parent = key_of(&founder.get("/r/member/new"), "Téléphone du tuteur");
    let child = [
        ("given_name/ar", "سلمى"),
        ("phone", "0661234567"),
        (&parent, "0677889900"),
    ];
    let id = founder.add("member", &child);
    let card = founder.get(&format!("/id/{id}")).body;
    let card = card.replace(['\u{a0}', '\u{202f}'], " ");
    // The one number is the first and one of all; the other stands once.
    assert_eq!(card.matches("06 77 88 99 00").count(), 1, "{card}");
    assert_eq!(card.matches("06 61 23 45 67").count(), 2, "{card}");

    let opinion = [("fr", "Avis interne"), ("kind", "convention"), ("type", "text")];
    assert_eq!(add(&mut founder, &opinion).status, 303);
    let opinion = key_of(&founder.get("/r/convention/new"), "Avis interne");
    let partner = founder.add("partner", &[("organisation/fr", "Commune")]);
    let mut picture = |said: &str| {
        let agreement = [
            ("number", "7/2026"),
            ("subject/fr", "Local"),
            ("partner", partner.as_str()),
            (&opinion, said),
        ];
        let id = founder.add("convention", &agreement);
        let card = founder.get(&format!("/id/{id}"));
        assert!(card.body.contains(said));
        let look = founder.get(&format!("/id/{id}/paper/look"));
        let picture = look.between("class=\"sheet\" src=\"", "\"").replace("&#38;", "&");
        founder.get(&picture).body
    };
    // A picture has no words to search: the paper is the same with and without the opinion.
    let with = picture("Peu fiables");
    assert!(with.starts_with("<svg"), "{with}");
    assert_eq!(picture(""), with);
}
