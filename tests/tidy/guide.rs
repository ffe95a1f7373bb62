//! The practical guide: both languages say the same, and name buttons and chapters that are there.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Fault, Source, project, report};

/// The languages it is written in.
const LANGUAGES: [&str; 2] = ["ar", "fr"];

/// Words that people meet on pages; what the command line says is no button.
const CATALOGUES: [&str; 3] = ["node/locales/", "core/locales/", "core/pages/locales/"];

/// The language and the name of a chapter.
fn chapter(source: &Source) -> Option<(&str, &str)> {
    let rest = source.path.strip_prefix("node/guide/")?;
    rest.strip_suffix(".md")?.split_once('/')
}

/// The place that a heading names, as `copies` in `## Copies {#copies}`.
fn place(line: &str) -> Option<&str> {
    line.split_once("{#")?.1.strip_suffix('}')
}

/// What stands where, without the words: headings with their places, steps, points and paragraphs.
fn outline(source: &Source) -> Vec<(usize, String)> {
    let shape = |line: &str| match line.trim_start() {
        "" => None,
        heading if heading.starts_with('#') => {
            let level = heading.chars().take_while(|c| *c == '#').count();
            Some(format!("heading {level} {}", place(heading).unwrap_or_default()))
        }
        point if point.starts_with("- ") => Some("point".to_owned()),
        step if step.starts_with(|c: char| c.is_ascii_digit()) && step.contains(". ") => {
            Some("step".to_owned())
        }
        _ => Some("paragraph".to_owned()),
    };
    let lines = source.text.lines().zip(1..);
    lines
        .filter_map(|(line, number)| Some((number, shape(line)?)))
        .collect()
}

/// Chapters of one language only, and chapters that are made differently in the other.
fn uneven_chapters(sources: &[Source]) -> Vec<Fault> {
    let mut chapters: BTreeMap<&str, BTreeMap<&str, &Source>> = BTreeMap::new();
    for (source, (lang, name)) in sources.iter().filter_map(|one| Some((one, chapter(one)?))) {
        chapters.entry(name).or_default().insert(lang, source);
    }
    let mut faults = Vec::new();
    for (name, versions) in chapters {
        let [Some(first), Some(second)] = LANGUAGES.map(|lang| versions.get(lang)) else {
            let there = versions.values().next().expect("a chapter has a file");
            faults.push(there.fault(0, format!("{name} is not in both languages")));
            continue;
        };
        let (ours, theirs) = (outline(first), outline(second));
        let differs = ours.iter().zip(&theirs).find(|(a, b)| a.1 != b.1);
        if let Some(((_, there), (line, here))) = differs {
            faults.push(second.fault(*line, format!("a {here} where {} has a {there}", first.path)));
        } else if ours.len() != theirs.len() {
            faults.push(second.fault(0, format!("ends elsewhere than {}", first.path)));
        }
    }
    faults
}

/// Chapters that the program does not ship, links to chapters or places that are not there, and places
/// that are named twice: chapters stand one below the other when they are printed.
fn lost_places(sources: &[Source]) -> Vec<Fault> {
    let shipped = sources
        .iter()
        .find(|source| source.path == "node/src/web/guide.rs");
    let mut places: BTreeSet<(String, String)> = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    let chapters = || sources.iter().filter_map(|one| Some((one, chapter(one)?)));
    for (source, (lang, name)) in chapters() {
        if !shipped.is_some_and(|code| code.text.contains(&format!("\"{name}\""))) {
            faults.push(source.fault(0, "is not shipped"));
        }
        places.insert((lang.to_owned(), format!("/guide/{name}")));
        for (line, number) in source.text.lines().zip(1..) {
            let Some(place) = place(line) else { continue };
            places.insert((lang.to_owned(), format!("/guide/{name}#{place}")));
            if !seen.insert((lang, place)) {
                faults.push(source.fault(number, format!("{place} is named twice")));
            }
        }
    }
    for (source, (lang, _)) in chapters() {
        for (line, number) in source.text.lines().zip(1..) {
            let links = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
            let lost = links.filter(|to| !places.contains(&(lang.to_owned(), (*to).to_owned())));
            faults.extend(lost.map(|to| source.fault(number, format!("{to} is nowhere"))));
        }
    }
    faults
}

/// As it is compared: whatever the apostrophe and the width of spaces, without those inside quotation marks.
fn plain(text: &str) -> String {
    text.trim().replace('\'', "’").replace('\u{a0}', " ")
}

/// What stands in « » is the word of a page, letter by letter: a guide that names a button otherwise is
/// found before somebody looks for that button.
fn unknown_buttons(sources: &[Source]) -> Vec<Fault> {
    let words = |lang: &str| -> BTreeSet<String> {
        let of_pages = sources.iter().filter(|source| {
            CATALOGUES
                .iter()
                .any(|place| source.path.starts_with(&format!("{place}{lang}/")))
        });
        let values =
            of_pages.flat_map(|source| source.text.lines().filter_map(|line| line.split_once(" = ")));
        values.map(|(_, value)| plain(value)).collect()
    };
    let words: BTreeMap<&str, BTreeSet<String>> =
        LANGUAGES.into_iter().map(|lang| (lang, words(lang))).collect();
    let mut faults = Vec::new();
    for (source, (lang, _)) in sources.iter().filter_map(|one| Some((one, chapter(one)?))) {
        for (line, number) in source.text.lines().zip(1..) {
            for rest in line.split('«').skip(1) {
                let quoted = plain(rest.split('»').next().unwrap_or_default());
                if !words.get(lang).is_some_and(|words| words.contains(&quoted)) {
                    faults.push(source.fault(number, format!("no page says « {quoted} »")));
                }
            }
        }
    }
    faults
}

#[test]
fn a_chapter_that_drifts_is_found() {
    let of = |path: &str, text: &str| Source::new(path, text);
    let sources = [
        of("node/src/web/guide.rs", "const ALL: [&str; 2] = [\"a\", \"b\"];"),
        of("node/locales/ar/pages.ftl", "list-add = إضافة\n"),
        of(
            "node/locales/fr/pages.ftl",
            "list-add = Ajouter\nedit-alike = C’est elle\n",
        ),
        of("node/guide/ar/a.md", "# أ\n\n## ب {#b}\n\n1. «إضافة»\n"),
        of(
            "node/guide/fr/a.md",
            "# A\n\n## B {#b}\n\n1. «\u{a0}Ajouter\u{a0}», « C'est elle »\n",
        ),
        of(
            "node/guide/ar/b.md",
            "# ج\n\n## د {#b}\n\n- «حذف» [هنا](/guide/a#b)\n",
        ),
        of("node/guide/fr/b.md", "# C\n\n## D {#d}\n\n1. [ici](/guide/a#x)\n"),
        of("node/guide/fr/c.md", "# E\n"),
    ];
    let told = |faults: Vec<Fault>| -> Vec<String> { faults.iter().map(Fault::to_string).collect() };
    assert_eq!(
        told(uneven_chapters(&sources)),
        [
            "node/guide/fr/b.md:3: a heading 2 d where node/guide/ar/b.md has a heading 2 b",
            "node/guide/fr/c.md:0: c is not in both languages",
        ]
    );
    assert_eq!(
        told(lost_places(&sources)),
        [
            "node/guide/ar/b.md:3: b is named twice",
            "node/guide/fr/c.md:0: is not shipped",
            "node/guide/fr/b.md:5: /guide/a#x is nowhere",
        ]
    );
    assert_eq!(
        told(unknown_buttons(&sources)),
        ["node/guide/ar/b.md:5: no page says « حذف »"]
    );
}

#[test]
fn both_languages_of_the_guide_say_the_same() {
    let sources = project();
    assert!(
        sources.iter().filter_map(chapter).count() >= 28,
        "the guide was not found"
    );
    report(&uneven_chapters(&sources));
    report(&lost_places(&sources));
}

#[test]
fn the_guide_names_buttons_as_pages_do() {
    report(&unknown_buttons(&project()));
}
