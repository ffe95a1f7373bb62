//! A pseudo-language: Tamazight can come as files of words alone, since no page says anything else.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

use tawro_core::text::{Lang, Words};
use tawro_tests::visit::World;

use crate::pages::every_path;
use crate::programme::run_programme;

/// Every Latin letter as a Tifinagh one, every word longer by half: as long as a translation may be.
fn pseudo(text: &str) -> Cow<'_, str> {
    let letter = |c: char| match c.is_ascii_alphabetic() {
        true => char::from_u32(0x2d30 + u32::from(c.to_ascii_lowercase() as u8 - b'a')).unwrap_or(c),
        false => c,
    };
    let words = text.split(' ').map(|word| {
        let longer = word.chars().filter(char::is_ascii_alphabetic).count() / 2;
        let written: String = word.chars().map(letter).collect();
        written + &"ⵜ".repeat(longer)
    });
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// What a person reads or hears of a page: its text, and the attributes that are read out.
fn read(page: &str) -> Vec<String> {
    let mut said = Vec::new();
    for piece in page.split('<').skip(1) {
        let Some((tag, text)) = piece.split_once('>') else {
            continue;
        };
        let is_hidden = ["script", "style", "option value=\"", "html"]
            .iter()
            .any(|of| tag.starts_with(of));
        for attribute in [
            " title=\"",
            " aria-label=\"",
            " placeholder=\"",
            " alt=\"",
            " data-ask=\"",
            " data-copied=\"",
        ] {
            let value = tag
                .split_once(attribute)
                .and_then(|(_, rest)| rest.split_once('"'));
            said.extend(value.map(|(value, _)| value.to_owned()));
        }
        if !is_hidden || tag.starts_with("option") {
            said.push(text.trim().to_owned());
        }
    }
    said
}

/// Words in Latin letters, but for entities and the ending of a file.
fn latin(text: &str) -> Option<String> {
    let text = text
        .replace("&amp;", " ")
        .replace("&quot;", " ")
        .replace("&#39;", " ")
        .replace(".pdf", " ");
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    words.filter(|word| word.len() > 2).map(str::to_owned).next()
}

/// Said in Latin letters in every language: names of the program, of languages and of kinds of files.
const SAME: [&str; 5] = ["NET", "Tawro", "Fran", "English", "linux"];

#[test]
fn no_page_says_what_is_in_no_file_of_words() {
    let kept = tempfile::tempdir().unwrap();
    let world = World::speaking(&kept.path().join("folder"), |words: Words| {
        words.changed(Lang::En, pseudo)
    });
    let mut founder = world.found("جمعية الأمل");
    run_programme(&mut founder, "1");
    let name = [
        ("given_name/ar", "عمر"),
        ("family_name/ar", "العلوي"),
        ("sex", "1"),
    ];
    let id = founder.add("member", &name);
    let mut left = BTreeSet::new();
    let paths = every_path(&id);
    // The guide is written in Arabic and French.
    for path in paths.iter().filter(|path| !path.starts_with("/guide")) {
        let page = founder.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.contains('ⵜ'), "{path} speaks something else");
        // Where a stick is, the computer says and no file of words.
        for text in read(&page.body)
            .into_iter()
            .filter(|text| !Path::new(text).is_dir())
        {
            let word = latin(&text).filter(|word| !SAME.contains(&word.as_str()));
            left.extend(word.map(|_| format!("{path}: {text}")));
        }
    }
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn a_sentence_in_a_template_would_be_found() {
    let page = "<body><p title=\"ⴰⵣⵓⵍ\">ⴰⵣⵓⵍ</p><button aria-label=\"Close\">×</button><p>Hello</p></body>";
    let found: Vec<String> = read(page).iter().filter_map(|text| latin(text)).collect();
    assert_eq!(found, ["Close", "Hello"]);
}
