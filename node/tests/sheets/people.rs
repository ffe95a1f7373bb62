//! Invented people, and how volunteers write what they know of them.

use rand_chacha::ChaCha8Rng;
use rand_core::Rng;

/// Dice with the few throws that a generator needs.
pub(crate) struct Dice(pub(crate) ChaCha8Rng);

impl Dice {
    pub(crate) fn below(&mut self, most: usize) -> usize {
        (self.0.next_u32() as usize) % most
    }

    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            all.swap(at, self.below(at + 1));
        }
    }
}

/// What is true of one person.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) given: (&'static str, &'static str),
    pub(crate) family: (&'static str, &'static str),
    pub(crate) female: bool,
    /// Year, month, day.
    pub(crate) birth: (u32, u32, u32),
    pub(crate) cnie: String,
    /// E.164, the first one first.
    pub(crate) phones: Vec<String>,
    /// Code, Arabic, French.
    pub(crate) commune: (&'static str, &'static str, &'static str),
    pub(crate) dues: u32,
}

pub(crate) const WOMEN: &[(&str, &str)] = &[
    ("رقية", "Rkia"),
    ("عائشة", "Aïcha"),
    ("خديجة", "Khadija"),
    ("فاطمة الزهراء", "Fatima Zahra"),
    ("أمينة", "Amina"),
    ("إطو", "Itto"),
    ("سناء", "Sanae"),
    ("مريم", "Meryem"),
    ("هدى", "Houda"),
    ("ثورية", "Touria"),
];

pub(crate) const MEN: &[(&str, &str)] = &[
    ("محمد", "Mohammed"),
    ("عبد الرحمان", "Abderrahmane"),
    ("عبد الإله", "Abdelilah"),
    ("حمو", "Hammou"),
    ("الحسين", "Lahoucine"),
    ("نور الدين", "Nour Eddine"),
    ("مولاي إدريس", "Moulay Driss"),
    ("محمد أمين", "Mohamed Amine"),
    ("ياسين", "Yassine"),
    ("بوعزة", "Bouazza"),
    ("عمر", "Omar"),
];

pub(crate) const FAMILIES: &[(&str, &str)] = &[
    ("أزروال", "Azeroual"),
    ("أيت الحاج", "Aït El Haj"),
    ("الإدريسي", "Idrissi"),
    ("العلوي", "El Alaoui"),
    ("بنسعيد", "Bensaïd"),
    ("بن عبد الله", "Ben Abdallah"),
    ("بوطيب", "Boutayeb"),
    ("لحلو", "Lahlou"),
    ("الوردي", "El Ouardi"),
    ("أوعلي", "Ouali"),
    ("مرزوق", "Merzouk"),
    ("أولاد سعيد", "Oulad Saïd"),
    ("الزموري", "Zemmouri"),
];

pub(crate) const COMMUNES: &[(&str, &str, &str)] = &[
    ("04.291.01.01", "الخميسات", "Khémisset"),
    ("04.291.01.03", "الرماني", "Rommani"),
    ("04.291.01.05", "تيفلت", "Tiflet"),
    ("04.291.01.17", "سيدي علال البحراوي", "Sidi Allal El Bahraoui"),
    ("04.291.05.11", "والماس", "Oulmès"),
];

/// A sheet's people: no two share card or telephone, but some share a name.
pub(crate) fn people(dice: &mut Dice, count: usize) -> Vec<Person> {
    (0..count)
        .map(|at| {
            let female = dice.once_in(2);
            let phones = if dice.once_in(4) { 2 } else { 1 };
            Person {
                given: *dice.pick(if female { WOMEN } else { MEN }),
                family: *dice.pick(FAMILIES),
                female,
                birth: (
                    1945 + dice.below(60) as u32,
                    1 + dice.below(12) as u32,
                    1 + dice.below(28) as u32,
                ),
                cnie: format!(
                    "{}{}",
                    dice.pick(&["X", "XA", "AB", "A", "AD"]),
                    10_000 + at * 37 + dice.below(30)
                ),
                phones: (0..phones)
                    .map(|other| {
                        format!(
                            "+212{}{:08}",
                            6 + (at + other) % 2,
                            11_000_000 + at * 1_000 + other * 500 + dice.below(400)
                        )
                    })
                    .collect(),
                commune: *dice.pick(COMMUNES),
                dues: *dice.pick(&[0, 50, 100, 1_250]),
            }
        })
        .collect()
}

/// Digits as an Arabic keyboard gives them.
pub(crate) fn arabic_digits(text: &str) -> String {
    text.chars()
        .map(|c| match c.to_digit(10) {
            Some(digit) => char::from_u32(0x660 + digit).unwrap_or(c),
            None => c,
        })
        .collect()
}

/// A telephone as people write it.
pub(crate) fn phone(dice: &mut Dice, e164: &str) -> String {
    let national = format!("0{}", &e164[4..]);
    let pairs = |between: &str| {
        let digits: Vec<char> = national.chars().collect();
        digits
            .chunks(2)
            .map(|pair| pair.iter().collect::<String>())
            .collect::<Vec<_>>()
            .join(between)
    };
    match dice.below(7) {
        0 => pairs(" "),
        1 => pairs("-"),
        2 => pairs("."),
        3 => format!("+212 {}", &national[1..]),
        4 => format!("00212{}", &national[1..]),
        5 => arabic_digits(&national),
        _ => national,
    }
}
