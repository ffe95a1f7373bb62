//! The dashboard over a real socket: who is let in, what is public, and that no association's number is on it.

use tawro_core::text::{Lang, format};
use tawro_tests::board::{ANSWERED, ASSOCIATIONS, Board, OPEN, PUBLISHED, dirhams, enter, every_path, name};

/// Ends of the addresses of files.
const FILES: [&str; 3] = ["csv", "json", "xlsx"];

#[test]
fn every_page_answers_in_three_languages_and_leads_nowhere_else() {
    let board = Board::full();
    for lang in ["ar", "fr", "en"] {
        let mut coordinator = board.coordinator(lang);
        for path in every_path() {
            let page = coordinator.get(&path);
            assert_eq!(page.status, 200, "{path} in {lang}: {}", page.body);
            assert!(
                !page.body.contains('⟦'),
                "{path} in {lang} lacks words: {}",
                page.body
            );
            assert!(page.body.contains(&format!("<html lang=\"{lang}\"")), "{path}");
            for foreign in ["http://", "https://", "style=\""] {
                let there = page.body.replace("http://www.w3.org/2000/svg", "");
                // An association's site is written there, and not linked to.
                let there = there.replace("https://amal.example", "");
                assert!(!there.contains(foreign), "{path} names {foreign}");
            }
            assert!(page.bytes.len() < 100_000, "{path}: {} bytes", page.bytes.len());
            assert!(
                page.header("content-security-policy")
                    .starts_with("default-src 'none'")
            );
            assert_eq!(page.header("cache-control"), "no-store");
        }
    }
}

#[test]
fn without_a_period_every_page_says_so() {
    let board = Board::empty();
    board.hub.set_password("three white boats").unwrap();
    let mut coordinator = board.visitor("ar");
    assert_eq!(enter(&mut coordinator, "three white boats").status, 303);
    for path in [
        "/",
        "/outputs",
        "/periods",
        "/sync",
        "/progress",
        "/indicator/NT-O02",
        "/indicator/NT-R04",
    ] {
        let page = coordinator.get(path);
        assert_eq!(page.status, 200, "{path}: {}", page.body);
        assert!(!page.body.contains('⟦'), "{path}: {}", page.body);
    }
    for nowhere in [
        "/indicator/NT-O99",
        "/indicator/x",
        "/period/2026-Q3",
        "/export/2026-Q3.csv",
        "/x",
    ] {
        assert_eq!(coordinator.get(nowhere).status, 404, "{nowhere}");
    }
}

/// A number as pages and files may write it.
fn ways(number: u64) -> Vec<String> {
    let grouped = format::number(i64::try_from(number).unwrap());
    vec![number.to_string(), grouped]
}

#[test]
fn no_number_of_one_association_is_on_any_page_or_in_any_file() {
    let board = Board::full();
    let mut seen = String::new();
    for lang in Lang::ALL {
        let mut coordinator = board.coordinator(lang.tag());
        for path in every_path() {
            seen.push_str(&coordinator.get(&path).body);
        }
        for (period, ending) in PUBLISHED
            .iter()
            .flat_map(|period| FILES.map(|ending| (period, ending)))
        {
            let file = coordinator.get(&format!("/export/{period}.{ending}"));
            assert_eq!(file.status, 200, "{period}.{ending}");
            match ending {
                "xlsx" => seen.push_str(&sheet(&file.bytes)),
                _ => seen.push_str(&file.body),
            }
        }
    }
    // What is searched for can be found: the sums are there.
    let sum: u64 = (1..=ASSOCIATIONS)
        .map(|number| dirhams(number, PUBLISHED[3]))
        .sum();
    assert!(ways(sum).iter().all(|way| alone(&seen, way).is_some()), "{sum}");
    for period in PUBLISHED.iter().chain([&OPEN]) {
        for number in 1..=ASSOCIATIONS {
            let ways = ways(dirhams(number, period));
            let found = ways.iter().find_map(|way| alone(&seen, way));
            assert_eq!(found, None, "association {number} in {period}");
        }
    }
}

/// What stands around a number that is no part of a longer one, nor of a hash.
fn alone<'s>(text: &'s str, number: &str) -> Option<&'s str> {
    let part = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let places = text.match_indices(number);
    let mut places = places.map(|(at, _)| (&text[..at], &text[at..], &text[at + number.len()..]));
    let found =
        places.find(|(before, _, after)| !part(before.chars().next_back()) && !part(after.chars().next()));
    found.map(|(_, from, _)| from.lines().next().unwrap_or_default())
}

/// All that stands in a workbook.
fn sheet(bytes: &[u8]) -> String {
    use calamine::{Reader, Xlsx};
    let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let sheets = book.worksheets().into_iter();
    let cells = sheets.flat_map(|(_, range)| {
        range
            .rows()
            .flatten()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    });
    cells.collect::<Vec<_>>().join("\n")
}

#[test]
fn only_who_knows_the_password_comes_in_and_guessing_becomes_slow() {
    let board = Board::full();
    let mut visitor = board.visitor("en");
    for path in every_path() {
        let page = visitor.get(&path);
        assert_eq!(page.status, 303, "{path}");
        assert!(page.to().starts_with("/login?then="), "{path}");
    }
    let file = format!("/export/{}.csv", PUBLISHED[0]);
    assert_eq!(visitor.get(&file).status, 303);
    for _ in 0..5 {
        assert_eq!(enter(&mut visitor, "three black boats").status, 422);
    }
    let page = enter(&mut visitor, "three black boats");
    assert!(page.body.contains("Too many tries"), "{}", page.body);
    // The brake holds for the right one too: who guesses learns nothing by it.
    assert_eq!(enter(&mut visitor, tawro_tests::board::PASSWORD).status, 422);
}

#[test]
fn a_period_whose_last_day_is_past_says_so_and_how_it_is_closed() {
    let board = Board::begun(PUBLISHED[0]);
    let path = format!("/period/{}", PUBLISHED[0]);
    let command = format!("tawro hub period freeze {}", PUBLISHED[0]);
    let mut coordinator = board.coordinator("en");
    let (front, page) = (coordinator.get("/").body, coordinator.get(&path));
    assert!(
        front.contains("is past") && !front.contains("open until"),
        "{front}"
    );
    assert!(page.body.contains(&command), "{}", page.body);
    let reminder = page.between("id=\"reminder\"", "</p>");
    assert!(reminder.contains("the last day was"), "{reminder}");
    board.hub.set_view(tawro_hub::View::Public).unwrap();
    let public = board.visitor("en").get(&path).body;
    assert!(!public.contains(&command), "{public}");
}

#[test]
fn the_report_is_taken_along_by_who_is_let_in() {
    let board = Board::full();
    let mut coordinator = board.coordinator("ar");
    let page = coordinator.get(&format!("/period/{}", PUBLISHED[1])).body;
    let periods = coordinator.get("/periods").body;
    for (of, page) in [(PUBLISHED[1], &page), ("2026", &periods)] {
        for (ending, starts) in [("pdf", b"%PDF".as_slice()), ("docx", b"PK")] {
            let link = format!("/report/{of}.{ending}");
            assert!(page.contains(&link), "{link}: {page}");
            let file = coordinator.get(&link);
            assert_eq!(file.status, 200, "{link}");
            assert!(file.bytes.starts_with(starts), "{link}");
        }
    }
    for nowhere in [
        format!("/report/{OPEN}.pdf"),
        "/report/2026.txt".to_owned(),
        "/report/x.pdf".to_owned(),
    ] {
        assert_eq!(coordinator.get(&nowhere).status, 404, "{nowhere}");
    }
    board.hub.set_view(tawro_hub::View::Public).unwrap();
    assert_eq!(board.visitor("ar").get("/report/2026.pdf").status, 303);
}

#[test]
fn a_new_password_ends_what_the_old_one_opened() {
    let board = Board::empty();
    board.hub.set_password("three white boats").unwrap();
    let mut coordinator = board.visitor("en");
    assert_eq!(enter(&mut coordinator, "three white boats").status, 303);
    assert_eq!(coordinator.get("/sync").status, 200);
    board.hub.set_password("three white boats").unwrap();
    assert_eq!(coordinator.get("/sync").status, 303, "its salt is another");
    assert_eq!(enter(&mut coordinator, "three white boats").status, 303);
    assert_eq!(coordinator.get("/sync").status, 200);
}

#[test]
fn leaving_needs_the_token_of_the_session_and_ends_it() {
    let board = Board::full();
    let mut coordinator = board.coordinator("en");
    assert_eq!(coordinator.post("/leave", &[("token", "x")]).status, 403);
    let elsewhere = [("origin", "https://evil.example")];
    assert_eq!(coordinator.send("POST", "/leave", &elsewhere, b"").status, 421);
    let page = coordinator.get("/");
    coordinator.token = page.between("name=\"token\" value=\"", "\"").to_owned();
    let old = coordinator.cookies.clone();
    assert_eq!(coordinator.act("/leave", &[]).status, 303);
    coordinator.cookies = old;
    assert_eq!(coordinator.get("/").status, 303, "the session is over");
    let rebound = [("host", "evil.example:7440")];
    assert_eq!(coordinator.send("GET", "/", &rebound, b"").status, 421);
}

#[test]
fn what_is_public_names_nobody_and_says_nothing_of_sync() {
    let board = Board::full();
    board.hub.ticket("جمعية مدعوة").unwrap();
    let missing = name(ANSWERED + 1);
    let mut coordinator = board.coordinator("ar");
    let open = coordinator.get(&format!("/period/{OPEN}"));
    assert!(open.body.contains(&missing) && open.body.contains("id=\"reminder\""));
    assert!(coordinator.get("/").body.contains(&missing));
    assert!(coordinator.get("/sync").body.contains("جمعية مدعوة"));
    let progress = coordinator.get("/progress").body;
    assert!(progress.contains(&name(1)) && progress.contains(&name(2)) && !progress.contains(&name(3)));
    assert!(progress.contains("amal.example"));

    board.hub.set_view(tawro_hub::View::Public).unwrap();
    let mut visitor = board.visitor("ar");
    for path in every_path()
        .iter()
        .filter(|path| !["/sync", "/progress"].contains(&path.as_str()))
    {
        let page = visitor.get(path);
        assert_eq!(page.status, 200, "{path}");
        let named = (1..=ASSOCIATIONS).find(|number| page.body.contains(&name(*number)));
        assert_eq!(named, None, "{path}");
        assert!(!page.body.contains("id=\"reminder\""), "{path}");
    }
    for named in ["/sync", "/progress"] {
        assert_eq!(visitor.get(named).status, 303);
    }
    board.hub.set_view(tawro_hub::View::Closed).unwrap();
    assert_eq!(visitor.get("/").status, 303);
}

#[test]
fn targets_are_compared_and_what_is_withheld_says_why() {
    let board = Board::full();
    let mut coordinator = board.coordinator("en");
    let page = coordinator.get("/");
    assert!(page.body.contains("Targets reached: 2 of 3."), "{}", page.body);
    assert!(
        page.body.contains("Not reached yet: 3 missing"),
        "capsules: {}",
        page.body
    );
    assert!(
        page.body
            .contains(&format!("Reported: {ANSWERED} of {ASSOCIATIONS}"))
    );
    let waits = coordinator.get("/indicator/NT-R04");
    assert!(
        waits.body.contains("No data yet. It waits for:"),
        "{}",
        waits.body
    );
    let persons = coordinator.get("/indicator/NT-G12");
    assert!(persons.body.contains("<svg") && persons.body.contains("By sex and age"));
    assert!(persons.body.contains("cells filled: 8 of 15"), "{}", persons.body);
}
