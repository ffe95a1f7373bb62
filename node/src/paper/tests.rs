//! Papers in three languages: every glyph is there, and what is read stands in its order.

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
        tint: "#1d5c52",
        logo: None,
    }
}

fn ltr(text: &str) -> Vec<Words> {
    vec![Words {
        text: text.to_owned(),
        ltr: true,
    }]
}

fn fact(label: &str, pieces: Vec<Words>) -> Fact {
    Fact {
        label: label.to_owned(),
        pieces,
    }
}

fn signature(label: &str) -> Signature {
    Signature {
        label: label.to_owned(),
        name: Some("خديجة بناني".to_owned()),
    }
}

const AMOUNT: &str = "1\u{202f}234,50";
const DATE: &str = "01/03/2026";
const PHONE: &str = "+212 537 55 12 34";
const NUMBER: &str = "2026-A-0012";

fn amount() -> Vec<Words> {
    vec![Words::plain(format!("\u{2068}{AMOUNT}\u{2069} درهم"))]
}

fn slip(rtl: bool) -> Slip {
    Slip {
        head: head(rtl),
        number: Words::ltr(NUMBER),
        cancelled: Some("ملغى · Annulé".to_owned()),
        facts: vec![
            fact("المبلغ · Montant", amount()),
            fact("تاريخ الأداء", ltr(DATE)),
            fact("المنخرط(ة)", vec![Words::plain("خَدِيجَة بناني – Khadîja Bennani")]),
            fact("الأرقام", vec![Words::plain("٠١٢٣٤٥٦٧٨٩")]),
            fact("Tifinagh", vec![Words::plain("ⵅⴰⴷⵉⵊⴰ")]),
        ],
        signatures: vec![signature("أمين المال"), signature("Le trésorier")],
    }
}

fn receipt(rtl: bool) -> Receipt {
    Receipt {
        head: head(rtl),
        number_label: "رقم".to_owned(),
        number: Words::ltr(NUMBER),
        copies: ["نسخة للتسليم", "souche à conserver"].map(str::to_owned),
        cancelled: Some("ملغى · Annulé".to_owned()),
        notice: Some("هبة عينية: لم يُسلَّم أي مبلغ مالي · don en nature".to_owned()),
        from: fact("المنخرط(ة)", vec![Words::plain("خديجة بناني")]),
        amount: fact("المبلغ", amount()),
        letters: Some("المبلغ بالحروف · en lettres".to_owned()),
        lines: vec![
            fact("الفترة", vec![Words::plain("واجبات 2026")]),
            fact("وصف الهبة", vec![Words::plain("عشرة حواسيب مستعملة ".repeat(20))]),
        ],
        day: fact("تاريخ الأداء", ltr(DATE)),
        signatures: vec![signature("توقيع من سلّم المبلغ"), signature("ختم وتوقيع")],
    }
}

fn list() -> List {
    let row = vec![vec![Words::plain("خديجة بناني")], ltr(PHONE), amount(), ltr(DATE)];
    List {
        head: head(true),
        about: "120 منخرطا".to_owned(),
        columns: ["الرقم", "الاسم", "الهاتف", "المبلغ", "التاريخ"]
            .map(str::to_owned)
            .to_vec(),
        rows: vec![row; 120],
        signed: true,
    }
}

fn boxes_in(sheets: &Sheets) -> Vec<String> {
    let runs = sheets.runs();
    assert!(runs.len() > 10, "the paper is empty");
    let boxes = runs.into_iter().filter(|run| run.has_box);
    boxes.map(|run| run.text).collect()
}

#[test]
fn no_paper_has_a_glyph_that_no_font_has() {
    for rtl in [true, false] {
        assert_eq!(boxes_in(&slip(rtl).set().unwrap()), Vec::<String>::new());
        assert_eq!(boxes_in(&receipt(rtl).set().unwrap()), Vec::<String>::new());
    }
    let mut chinese = slip(true);
    chinese.facts.push(fact("名", Vec::new()));
    assert!(!boxes_in(&chinese.set().unwrap()).is_empty(), "the test can fail");
}

/// The texts that are not set in one run: what the trap of Annex 9 shows in pieces is in several.
fn torn<'t>(sheets: &Sheets, texts: &[&'t str]) -> Vec<&'t str> {
    let found = sheets.runs();
    let is_whole = |text: &&&str| found.iter().any(|run| run.text.contains(**text));
    texts.iter().filter(|text| !is_whole(text)).copied().collect()
}

#[test]
fn amounts_dates_and_telephones_keep_their_order_on_every_paper() {
    let nothing: [&str; 0] = [];
    for rtl in [true, false] {
        let slip = slip(rtl).set().unwrap();
        assert_eq!(torn(&slip, &[AMOUNT, DATE, NUMBER, PHONE]), nothing);
        let receipt = receipt(rtl).set().unwrap();
        assert_eq!(torn(&receipt, &[AMOUNT, DATE, NUMBER, PHONE]), nothing);
    }
    let list = list().set().unwrap();
    assert_eq!(torn(&list, &[AMOUNT, DATE, PHONE]), nothing);
    // Written as people first would, they come to pieces: the test can fail.
    let mut slip = slip(true);
    let wrong = ["1 234,50", "2026-03-01", "+212 522-123456"];
    for text in wrong {
        let raw = Words {
            text: format!("قدره {text} درهم"),
            ltr: false,
        };
        slip.facts.push(fact("المبلغ", vec![raw]));
    }
    assert_eq!(torn(&slip.set().unwrap(), &wrong), wrong);
    // The same texts, as every paper takes what somebody typed.
    let nearest = slip.facts.len() - wrong.len();
    for raw in &mut slip.facts[nearest..] {
        raw.pieces = vec![Words::plain(&raw.pieces[0].text)];
    }
    assert_eq!(torn(&slip.set().unwrap(), &wrong), nothing);
}

#[test]
fn a_text_of_the_other_direction_is_read_as_its_own_letters_are() {
    let mut french = slip(false);
    french.facts = vec![fact("Siège", vec![Words::plain("44 شارع، الطابق 77")])];
    let found = french.set().unwrap().runs();
    let left_of = |digits: &str| {
        let run = found.iter().find(|run| run.text.contains(digits));
        run.map(|run| run.left).unwrap()
    };
    assert!(left_of("44") > left_of("77"), "{found:?}");
}

#[test]
fn a_receipt_is_twice_on_one_page_and_a_sign_that_is_no_picture_is_left_out() {
    let mut receipt = receipt(true);
    let plain = receipt.set().unwrap();
    assert_eq!(plain.pages(), 1);
    let found = plain.runs();
    let copies = found.iter().filter(|run| run.text.contains(NUMBER)).count();
    assert_eq!(copies, 2);
    receipt.head.logo = Some(b"no picture".to_vec());
    assert_eq!(receipt.set().unwrap().picture(1), plain.picture(1));
    receipt.head.logo = Some(include_bytes!("../../../tests/fixtures/point.png").to_vec());
    let signed = receipt.set().unwrap();
    assert_ne!(signed.picture(1), plain.picture(1));
    assert_eq!(signed.pages(), 1);
}

#[test]
fn a_page_is_a_picture_that_loads_nothing() {
    let sheets = receipt(true).set().unwrap();
    let picture = sheets.picture(1).unwrap();
    assert!(picture.starts_with("<svg"), "{}", &picture[..80]);
    for loaded in ["<script", "<foreignObject", "href=\"http", "url(http"] {
        assert!(!picture.contains(loaded), "{loaded}");
    }
    assert!(sheets.picture(0).is_none() && sheets.picture(2).is_none());
}

#[test]
fn a_long_list_has_pages_and_a_number_for_each_row() {
    let document = list().set().unwrap();
    assert!(document.pages() > 3, "{} pages", document.pages());
    assert_eq!(boxes_in(&document), Vec::<String>::new());
    assert!(document.pdf().unwrap().starts_with(b"%PDF"));
}
