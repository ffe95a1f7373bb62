//! Invented people of the demo: names, ages and numbers that nobody has.

use tawro_core::id::RecordId;
use tawro_core::record::view::{Consent, Person};
use tawro_core::schema::{Date, consent};

use super::dice::Book;

/// An invented person who was put into a book.
#[derive(Debug, Clone, Copy)]
pub(super) struct Someone {
    pub(super) id: RecordId,
    /// May not be of age yet.
    pub(super) is_young: bool,
}

/// Whether a person can be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Phone,
    Nobody,
}

/// Years in which people were born, and how many of a hundred: children, the young, the middle, the old.
pub(super) type Ages = [(i64, (i64, i64)); 4];

/// Of whom an association helps.
pub(super) const HELPED: Ages = [
    (22, (2008, 2017)),
    (33, (1991, 2007)),
    (30, (1966, 1990)),
    (15, (1944, 1965)),
];
/// Of whom it is made, and of whom YES trains.
pub(super) const GROWN: Ages = [
    (0, (2008, 2008)),
    (45, (1991, 2006)),
    (45, (1966, 1990)),
    (10, (1950, 1965)),
];

/// Puts a person of one of these ages in. Of a few neither the day of birth nor the sex was written down, as
/// it goes.
pub(super) fn person(book: &mut Book, commune: &str, ages: Ages, reach: Reach) -> Someone {
    let dice = &mut book.dice;
    let is_woman = dice.percent(58);
    let given = *dice.one(if is_woman { &WOMEN } else { &MEN });
    let family = *dice.one(&FAMILIES);
    let mut drawn = dice.within(1, 100);
    let group = ages.iter().find(|(part, _)| {
        drawn -= part;
        drawn <= 0
    });
    let (_, (first, last)) = *group.unwrap_or(&ages[1]);
    let year = dice.within(first, last);
    let (birth, number) = (dice.day(year, (1, 12)), dice.within(0, 99_999_999));
    let draft = Person::draft()
        .given_name("ar", given)
        .family_name("ar", family)
        .commune(commune);
    let draft = match dice.percent(96) {
        true => draft.sex(if is_woman { "2" } else { "1" }),
        false => draft,
    };
    let draft = match dice.percent(95) {
        true => draft.birth_date(birth),
        false => draft,
    };
    let draft = match reach {
        Reach::Phone => draft.phone(format!("+2126{number:08}")),
        Reach::Nobody => draft,
    };
    Someone {
        id: book.put(draft),
        is_young: year >= YOUNG_SINCE,
    }
}

/// Puts in that somebody allowed what the association does for them.
pub(super) fn allows(book: &mut Book, who: Someone, day: Date) -> RecordId {
    let draft = Consent::draft()
        .person(who.id)
        .purpose(consent::PURPOSES[0])
        .given_on(day)
        .method("paper");
    book.put(draft)
}

/// Who is called so is somebody's father, mother or guardian.
pub(super) fn guardian(book: &mut Book) -> String {
    format!("{} {}", book.dice.one(&WOMEN), book.dice.one(&FAMILIES))
}

/// Whoever was born then or later may not have been of age in the demo's period.
const YOUNG_SINCE: i64 = 2007;

const WOMEN: [&str; 14] = [
    "فاطمة",
    "خديجة",
    "مليكة",
    "سعاد",
    "نجاة",
    "لطيفة",
    "زينب",
    "إيمان",
    "سناء",
    "حادة",
    "رقية",
    "هنية",
    "نعيمة",
    "كلثوم",
];

const MEN: [&str; 14] = [
    "محمد",
    "أحمد",
    "يوسف",
    "إدريس",
    "عزيز",
    "حسن",
    "رشيد",
    "موحى",
    "سعيد",
    "العربي",
    "إبراهيم",
    "خالد",
    "عمر",
    "لحسن",
];

const FAMILIES: [&str; 14] = [
    "الزموري",
    "العلوي",
    "بنعلي",
    "المرابط",
    "الورديغي",
    "حجي",
    "أمزيان",
    "الشاوي",
    "الناصري",
    "بوزيان",
    "الغازي",
    "أوحدو",
    "الإدريسي",
    "الحياني",
];
