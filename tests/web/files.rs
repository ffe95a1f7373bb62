//! Photos and scans over the pages: added, shown, refused, kept from whom they do not concern.

use tawro_tests::visit::{PASSPHRASE, Reply, Visitor, World};

const PAPER: &[u8] = b"%PDF-1.7\n1 0 obj\n%%EOF\n";
/// A picture of one point.
const POINT: &[u8] = include_bytes!("../fixtures/point.png");

fn member(visitor: &mut Visitor) -> String {
    visitor.add(
        "member",
        &[("given_name/ar", "عمر"), ("family_name/ar", "العلوي")],
    )
}

fn attach(visitor: &mut Visitor, id: &str, what: &str, name: &str, bytes: &[u8]) -> Reply {
    let form = [("title", ""), ("attachment_type", what)];
    visitor.send_file(&format!("/id/{id}/attach"), &form, name, bytes)
}

/// Adds a file, and returns its address.
fn added(visitor: &mut Visitor, id: &str, what: &str, bytes: &[u8]) -> String {
    let reply = attach(visitor, id, what, "عقد الازدياد.pdf", bytes);
    let card = visitor.follow(&reply);
    assert_eq!(card.status, 200);
    format!("/file/{}", card.between("/file/", "\""))
}

fn person(world: &World, founder: &mut Visitor, function: &str) -> Visitor {
    let passphrase = format!("passphrase of {function}");
    let form = [
        ("name", function),
        ("function", function),
        ("passphrase", &passphrase),
        ("again", &passphrase),
    ];
    assert_eq!(founder.act("/logins", &form).status, 303);
    let mut visitor = world.visitor();
    assert_eq!(visitor.log_in(&passphrase).status, 303);
    visitor
}

#[test]
fn a_scan_is_added_shown_deleted_and_brought_back() {
    let (_world, mut founder) = World::founded("الأمل");
    let id = member(&mut founder);
    let form = founder.get(&format!("/id/{id}/attach"));
    assert_eq!(form.status, 200);
    let address = added(&mut founder, &id, "scan", PAPER);
    let card = founder.get(&format!("/id/{id}")).body;
    assert!(card.contains("عقد الازدياد") && card.contains("1 kB"), "{card}");
    let file = founder.get(&address);
    assert_eq!((file.status, file.bytes.as_slice()), (200, PAPER));
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert_eq!(file.header("cache-control"), "no-store");
    assert!(
        file.header("content-disposition")
            .starts_with("inline; filename*=")
    );
    assert!(
        file.header("content-security-policy")
            .starts_with("default-src 'none'")
    );

    let own = address.replace("/file/", "/id/");
    let page = founder.get(&own);
    assert!(page.body.contains("عمر العلوي"), "{}", page.body);
    assert!(!page.body.contains("size_bytes") && !page.body.contains("Fingerprint"));
    let deleted = founder.act(&format!("{own}/delete"), &[]);
    assert_eq!(deleted.to(), format!("/id/{id}"));
    assert!(!founder.get(&format!("/id/{id}")).body.contains("عقد الازدياد"));
    let restored = founder.act(&format!("/restore?ids={}", &own["/id/".len()..]), &[]);
    assert_eq!(restored.status, 303);
    assert_eq!(founder.get(&address).bytes, PAPER);
}

#[test]
fn a_photo_is_shown_small_and_says_who_did_not_agree() {
    let (_world, mut founder) = World::founded("الأمل");
    let id = member(&mut founder);
    let form = [("attachment_type", "photo"), ("people_shown", "1")];
    let reply = founder.send_file(&format!("/id/{id}/attach"), &form, "a.html", POINT);
    let card = founder.follow(&reply);
    assert!(card.body.contains("do not publish"), "{}", card.body);
    let address = format!("/file/{}", card.between("<img src=\"/file/", "\""));
    let file = founder.get(&address);
    assert_eq!(file.header("content-type"), "image/png");
    assert!(file.header("content-security-policy").ends_with("sandbox"));
    let copy = attach(&mut founder, &id, "identity", "a.png", POINT);
    let page = founder.follow(&copy).body;
    assert!(page.contains("delete it once it is not needed"), "{page}");
}

#[test]
fn what_is_no_photo_is_refused_beside_its_box_and_the_rest_is_kept() {
    let (_world, mut founder) = World::founded("الأمل");
    let id = member(&mut founder);
    let path = format!("/id/{id}/attach");
    let mut refused = |name: &str, bytes: &[u8], expected: &str| {
        let form = [("title", "عقد الازدياد"), ("attachment_type", "scan")];
        let reply = founder.send_file(&path, &form, name, bytes);
        assert_eq!(reply.status, 422, "{name}: {}", reply.body);
        assert!(reply.body.contains(expected), "{name}: {}", reply.body);
        assert!(reply.body.contains("value=\"عقد الازدياد\""));
        assert!(reply.body.contains("value=\"scan\" selected"));
    };
    refused(
        "a.png",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "neither a photo nor a PDF",
    );
    refused("a.pdf", b"<html><script>1</script>", "neither a photo nor a PDF");
    refused("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "Most Compatible");
    refused("a.png", &POINT[..40], "cut short");
    refused("a.jpg", &vec![0xff; 11 * 1024 * 1024], "more than ten megabytes");
    refused("", b"", "No file arrived");
    assert!(!founder.get(&format!("/id/{id}")).body.contains("/file/"));
    // What no form of ours may weigh is refused before it is read.
    let large = vec![0; 33 * 1024 * 1024];
    let reply = attach(&mut founder, &id, "scan", "a.pdf", &large);
    assert!(matches!(reply.status, 413 | 0), "{}", reply.status);
}

#[test]
fn a_photo_is_kept_from_whom_its_record_does_not_concern_by_every_address_of_it() {
    let (world, mut founder) = World::founded("الأمل");
    let id = member(&mut founder);
    let photo = added(&mut founder, &id, "photo", POINT);
    let own = photo.replace("/file/", "/id/");
    let mut archivist = person(&world, &mut founder, "archivist");
    let paths = [
        photo.clone(),
        own.clone(),
        format!("{own}/edit"),
        format!("{own}/history"),
        format!("/id/{id}/attach"),
        "/r/attachment".to_owned(),
        "/r/attachment/export".to_owned(),
        "/print/attachment".to_owned(),
    ];
    for path in &paths {
        let reply = archivist.get(path);
        assert_eq!(reply.status, 403, "{path}");
        assert!(!reply.body.contains("عقد الازدياد"), "{path}");
    }
    for path in ["edit", "delete", "back", "decide"] {
        let reply = archivist.act(&format!("{own}/{path}"), &[("cell", "title"), ("value", "x")]);
        assert_eq!(reply.status, 403, "{path}");
    }
    assert_eq!(attach(&mut archivist, &id, "scan", "a.pdf", PAPER).status, 403);
    assert!(!archivist.get("/search?q=الازدياد").body.contains(&own));

    // Who only looks at members looks at their photos, and leaves them as they are.
    let mut treasurer = person(&world, &mut founder, "treasurer");
    assert_eq!(treasurer.get(&photo).bytes, POINT);
    let card = treasurer.get(&format!("/id/{id}")).body;
    assert!(
        card.contains(&photo) && !card.contains(&format!("/id/{id}/attach")),
        "{card}"
    );
    assert_eq!(treasurer.act(&format!("{own}/delete"), &[]).status, 403);
    assert_eq!(attach(&mut treasurer, &id, "scan", "a.pdf", PAPER).status, 403);

    // Nobody who is not let in, and nobody who only knows an id of something else.
    assert_eq!(world.visitor().get(&photo).status, 303);
    assert_eq!(founder.get(&format!("/file/{id}")).status, 404);
    assert_eq!(founder.get("/r/attachment/new").status, 404);
    assert!(founder.get("/r/attachment").body.contains("عقد الازدياد"));
}

#[test]
fn a_wiped_computer_has_its_scans_again_from_the_stick() {
    let (world, mut founder) = World::founded("الأمل");
    let id = member(&mut founder);
    let address = added(&mut founder, &id, "scan", PAPER);
    let stick = founder.act("/copies/download", &[]);
    assert_eq!(stick.status, 200);
    drop(world);
    let empty = World::empty();
    let mut visitor = empty.visitor();
    let brought = visitor.send_file("/start/bring", &[], "copy.tawro", &stick.bytes);
    assert_eq!(brought.status, 303, "{}", brought.body);
    assert_eq!(visitor.log_in(PASSPHRASE).status, 303);
    assert_eq!(visitor.get(&address).bytes, PAPER);
    assert!(visitor.get(&format!("/id/{id}")).body.contains(&address));
}
