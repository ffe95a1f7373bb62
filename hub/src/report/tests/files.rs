//! PDF and DOCX, read again.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use quick_xml::events::Event;
use tawro_core::text::{Lang, plain};

use super::made;
use crate::report::Report;
use crate::report::block::{Block, Row};

fn is_arabic(letter: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&letter)
}

/// Every text of a report, in its order.
fn texts(report: &Report) -> Vec<String> {
    let mut texts = vec![
        report.operator.clone(),
        report.programme.clone(),
        report.document.title.clone(),
        report.document.subtitle.clone(),
    ];
    for block in &report.document.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => texts.push(text.clone()),
            Block::List { items } => texts.extend(items.clone()),
            Block::Signatures(it) => {
                texts.push(it.place.clone());
                for hand in &it.hands {
                    texts.extend([hand.clone(), it.stamp.clone()]);
                }
            }
            Block::Table(table) => {
                let headings = table.columns.iter().map(|column| column.heading.clone());
                texts.extend(headings.filter(|heading| !heading.is_empty()));
                for row in &table.rows {
                    match row {
                        Row::Group(text) => texts.push(text.clone()),
                        Row::Cells(cells) => {
                            let cells = cells
                                .iter()
                                .flat_map(|cell| [Some(cell.text.clone()), cell.below.clone()]);
                            texts.extend(cells.flatten());
                        }
                    }
                }
            }
        }
    }
    texts.iter().map(|text| plain(text)).collect()
}

#[test]
fn every_word_is_in_the_pdf_and_none_has_a_letter_without_a_picture() {
    for lang in Lang::ALL {
        let report = made("2026-Q2", lang);
        let sheets = report.sheets().unwrap();
        let runs = sheets.runs();
        let boxes: Vec<&str> = runs
            .iter()
            .filter(|run| run.has_box)
            .map(|run| run.text.as_str())
            .collect();
        assert_eq!(boxes, Vec::<&str>::new());
        let set: BTreeSet<String> = runs.iter().map(|run| plain(&run.text)).collect();
        let is_set = |word: &str| set.iter().any(|run| run.contains(word));
        let texts = texts(&report);
        // Arabic letters that join at different heights are set one by one, so they are counted.
        let count = |texts: &mut dyn Iterator<Item = &str>| -> usize {
            texts
                .map(|text| text.chars().filter(|letter| is_arabic(*letter)).count())
                .sum()
        };
        let in_pdf = count(&mut runs.iter().map(|run| run.text.as_str()));
        assert!(in_pdf >= count(&mut texts.iter().map(String::as_str)), "{lang:?}");
        for text in texts {
            // Words that hold several directions are set in several runs.
            let words = text.split_whitespace().filter(|word| {
                !word.contains(is_arabic)
                    && !word.contains(['/', '-', '\u{202f}', '(', ')', '.', ',', ':', ';', '·', '–', '%'])
            });
            let missing: Vec<&str> = words.filter(|word| !is_set(word)).collect();
            assert_eq!(missing, Vec::<&str>::new(), "{lang:?}: {text}");
        }
        for whole in ["01/04/2026", "30/06/2026", "28/11/2026"] {
            assert!(is_set(whole), "{whole} is torn in {lang:?}");
        }
        assert!(sheets.pages() > 4 && report.pdf().unwrap().starts_with(b"%PDF"));
    }
}

#[test]
fn an_amount_keeps_its_order_in_arabic() {
    let report = made("2026-Q2", Lang::Ar);
    let amount = texts(&report)
        .into_iter()
        .find(|text| text.starts_with("1\u{202f}23"));
    let amount = amount.expect("the sample has sums in dirhams");
    let runs = report.sheets().unwrap().runs();
    assert!(
        runs.iter().any(|run| run.text.contains(&amount)),
        "{amount:?} is torn"
    );
}

/// What a DOCX holds, as a reader finds it.
#[derive(Default)]
struct Found {
    /// The text of each paragraph that has one.
    paragraphs: Vec<String>,
    names: Vec<String>,
    /// Right-to-left runs, and how many of them hold no Arabic letter.
    rtl_runs: usize,
    digits_from_right: Vec<String>,
}

impl Found {
    fn count(&self, name: &str) -> usize {
        self.names.iter().filter(|found| *found == name).count()
    }
}

fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn read(text: &str) -> Found {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut found, mut paragraph, mut run, mut rtl, mut in_text) =
        (Found::default(), String::new(), String::new(), false, false);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return found,
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                match name.as_str() {
                    "w:p" => paragraph.clear(),
                    "w:r" => (run, rtl) = (String::new(), false),
                    "w:t" => in_text = true,
                    _ => {}
                }
                found.names.push(name);
            }
            Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                rtl |= name == "w:rtl";
                let value = tag.try_get_attribute("w:val").unwrap();
                let value = value.map(|value| value.value.into_owned());
                found.names.push(format!("{name}={}", value.unwrap_or_default()));
                found.names.push(name);
            }
            Event::Text(text) if in_text => run.push_str(&text),
            Event::GeneralRef(letter) if in_text => {
                let code = letter.resolve_char_ref().unwrap();
                let named = match &*letter {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    _ => '"',
                };
                run.push(code.unwrap_or(named));
            }
            Event::End(tag) => match tag.name().as_ref() {
                "w:t" => in_text = false,
                "w:r" => {
                    found.rtl_runs += usize::from(rtl);
                    if rtl && run.contains('/') && run.contains(|letter: char| letter.is_ascii_digit()) {
                        found.digits_from_right.push(run.clone());
                    }
                    paragraph.push_str(&run);
                }
                "w:p" if !paragraph.is_empty() => {
                    let text = std::mem::take(&mut paragraph);
                    found.paragraphs.push(plain(&text));
                }
                _ => {}
            },
            _ => {}
        }
    }
}

#[test]
fn the_document_says_what_the_pdf_says_with_headings_and_heads_of_tables() {
    for lang in Lang::ALL {
        let report = made("2026-Q2", lang);
        let docx = report.docx().unwrap();
        let found = read(&part(&docx, "word/document.xml"));
        assert_eq!(found.paragraphs, texts(&report), "{lang:?}");
        let blocks = || report.document.blocks.iter();
        for level in 1..=3 {
            let headings =
                blocks().filter(|block| matches!(block, Block::Heading { level: own, .. } if *own == level));
            assert_eq!(found.count(&format!("w:pStyle=Heading{level}")), headings.count());
        }
        let heads = blocks().filter(|block| matches!(block, Block::Table(table) if table.has_head()));
        assert_eq!(found.count("w:tblHeader"), heads.count());
        for name in [
            "word/styles.xml",
            "word/numbering.xml",
            "word/settings.xml",
            "word/footer1.xml",
            "docProps/core.xml",
            "_rels/.rels",
            "word/_rels/document.xml.rels",
            "[Content_Types].xml",
        ] {
            assert!(!read(&part(&docx, name)).names.is_empty(), "{name}");
        }
        let styles = read(&part(&docx, "word/styles.xml"));
        let used = found
            .names
            .iter()
            .filter_map(|name| name.strip_prefix("w:pStyle="));
        let known = part(&docx, "word/styles.xml");
        for style in used.collect::<BTreeSet<_>>() {
            assert!(known.contains(&format!("w:styleId=\"{style}\"")), "{style}");
        }
        assert!(styles.count("w:outlineLvl") == 3);
    }
}

#[test]
fn an_arabic_document_is_read_from_right_to_left_and_its_dates_are_not() {
    let [arabic, french] = [Lang::Ar, Lang::Fr]
        .map(|lang| read(&part(&made("2026-Q2", lang).docx().unwrap(), "word/document.xml")));
    assert_eq!(arabic.count("w:bidiVisual"), arabic.count("w:tbl"));
    // Each paragraph with words, and the page itself; the gaps behind tables have none.
    assert_eq!(arabic.count("w:bidi"), arabic.paragraphs.len() + 1);
    assert!(arabic.rtl_runs > 100);
    assert_eq!(arabic.digits_from_right, Vec::<String>::new());
    // The programme's own name is Arabic in every language, at the top and among the facts.
    assert_eq!((french.count("w:bidiVisual"), french.count("w:bidi")), (0, 2));
    assert_eq!(french.rtl_runs, 2);
}
