//! Papers in three languages: every glyph is there, and what is read stands in its order.

use typst::layout::{Frame, FrameItem};

use super::*;

fn head(rtl: bool) -> Head {
    Head {
        owner: "جمعية الأمل للتنمية – Association Amal – ⵜⴰⵎⵙⵙⵓⵔⵜ".to_owned(),
        lines: vec![vec![Words {
            text: "+212 537 55 12 34".to_owned(),
            ltr: true,
        }]],
        title: if rtl {
            "وصل الأداء"
        } else {
            "Reçu de paiement"
        }
        .to_owned(),
        lang: if rtl { "ar" } else { "fr" }.to_owned(),
        rtl,
        day: Words {
            text: "24/11/2026".to_owned(),
            ltr: true,
        },
        page: if rtl { "صفحة" } else { "Page" }.to_owned(),
    }
}

fn ltr(text: &str) -> Vec<Words> {
    vec![Words {
        text: text.to_owned(),
        ltr: true,
    }]
}

fn slip(rtl: bool) -> Slip {
    Slip {
        head: head(rtl),
        number: Words {
            text: "2026-A-0012".to_owned(),
            ltr: true,
        },
        cancelled: Some("ملغى · Annulé".to_owned()),
        facts: vec![
            (
                "المبلغ · Montant".to_owned(),
                vec![Words::plain("\u{2068}1\u{202f}234,50\u{2069} درهم")],
            ),
            ("تاريخ الأداء".to_owned(), ltr("01/03/2026")),
            (
                "المنخرط(ة)".to_owned(),
                vec![Words::plain("خَدِيجَة بناني – Khadîja Bennani")],
            ),
            ("الأرقام".to_owned(), vec![Words::plain("٠١٢٣٤٥٦٧٨٩")]),
            ("Tifinagh".to_owned(), vec![Words::plain("ⵅⴰⴷⵉⵊⴰ")]),
        ],
        signatures: vec!["أمين المال".to_owned(), "Le trésorier".to_owned()],
    }
}

/// How many glyphs there are, and which texts have one that no font has.
fn missing(frame: &Frame, count: &mut usize, found: &mut Vec<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => missing(&group.frame, count, found),
            FrameItem::Text(text) => {
                *count += text.glyphs.len();
                if text.glyphs.iter().any(|glyph| glyph.id == 0) {
                    found.push(text.text.to_string());
                }
            }
            _ => {}
        }
    }
}

fn boxes_in(document: &PagedDocument) -> Vec<String> {
    let (mut count, mut found) = (0, Vec::new());
    for page in document.pages() {
        missing(&page.frame, &mut count, &mut found);
    }
    assert!(count > 50, "the paper is empty");
    found
}

#[test]
fn no_paper_has_a_glyph_that_no_font_has() {
    for rtl in [true, false] {
        assert_eq!(boxes_in(&set(SLIP, &slip(rtl)).unwrap()), Vec::<String>::new());
    }
    let mut chinese = slip(true);
    chinese.facts.push(("名".to_owned(), Vec::new()));
    assert!(
        !boxes_in(&set(SLIP, &chinese).unwrap()).is_empty(),
        "the test can fail"
    );
}

#[test]
fn a_long_list_has_pages_and_a_number_for_each_row() {
    let row = vec![
        vec![Words::plain("خديجة بناني")],
        ltr("06 61 23 45 67"),
        Vec::new(),
    ];
    let list = List {
        head: head(true),
        about: "120 منخرطا".to_owned(),
        columns: ["الرقم", "الاسم", "الهاتف", "التوقيع"].map(str::to_owned).to_vec(),
        rows: vec![row; 120],
        signed: true,
    };
    let document = set(LIST, &list).unwrap();
    assert!(document.pages().len() > 3, "{} pages", document.pages().len());
    assert_eq!(boxes_in(&document), Vec::<String>::new());
    assert!(list.pdf().unwrap().starts_with(b"%PDF"));
}
