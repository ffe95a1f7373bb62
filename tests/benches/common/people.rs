//! Made-up persons in Arabic and French, with words of the benches' own, the same for the same seed.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use tawro_core::schema::{Scalar, Schema};

/// Draws persons and what is edited in them.
pub(crate) struct People {
    dice: ChaCha8Rng,
    communes: Vec<&'static str>,
    drawn: u32,
}

pub(crate) type Cells = Vec<(String, Scalar)>;

impl People {
    pub(crate) fn new(schema: &Schema, seed: u64) -> Self {
        let communes = schema.vocabulary("commune").map(|all| all.codes().to_vec());
        Self {
            dice: ChaCha8Rng::seed_from_u64(seed),
            communes: communes.unwrap_or_default(),
            drawn: 0,
        }
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.dice.next_u32() as usize % bound.max(1)
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// A person of 21 cells, about 280 bytes of values.
    pub(crate) fn person(&mut self) -> Cells {
        let given = self.below(GIVEN.len());
        let family = self.below(FAMILY.len());
        let father = self.below(GIVEN.len());
        self.drawn += 1;
        let (address, phone, email) = (self.address(), self.phone(), self.email(given, family));
        let commune = self.below(self.communes.len());
        let commune = self.communes[commune];
        let birth = format!(
            "{}-{:02}-{:02}",
            1940 + self.below(66),
            1 + self.below(12),
            1 + self.below(28)
        );
        let values = [
            ("given_name/ar", GIVEN[given].0.to_owned()),
            ("given_name/fr", GIVEN[given].1.to_owned()),
            ("family_name/ar", FAMILY[family].0.to_owned()),
            ("family_name/fr", FAMILY[family].1.to_owned()),
            ("father_name/ar", GIVEN[father].0.to_owned()),
            ("father_name/fr", GIVEN[father].1.to_owned()),
            ("sex", self.one(&["1", "2"]).to_owned()),
            ("birth_date", birth),
            ("birth_place", self.one(PLACES).to_owned()),
            ("nationality", "MA".to_owned()),
            ("cnie", format!("QB{:06}", self.drawn)),
            ("phone", phone.clone()),
            ("email", email),
            ("commune", commune.to_owned()),
            ("douar", self.one(PLACES).to_owned()),
            ("address", address),
            ("milieu", self.one(&["rural", "urban"]).to_owned()),
            ("profession", self.one(TRADES).to_owned()),
            (
                "education",
                self.one(&["none", "primary", "lower_secondary"]).to_owned(),
            ),
            ("note", self.note()),
        ];
        let mut cells: Cells = values
            .into_iter()
            .map(|(cell, value)| (cell.to_owned(), Scalar::Text(value)))
            .collect();
        cells.push((format!("phones/{phone}"), Scalar::Flag(true)));
        cells
    }

    /// One cell of a person, as somebody corrects it.
    pub(crate) fn edit(&mut self) -> (String, Scalar) {
        let (given, family) = (self.below(GIVEN.len()), self.below(FAMILY.len()));
        let (cell, value) = match self.below(8) {
            0 => ("given_name/ar", GIVEN[given].0.to_owned()),
            1 => ("family_name/fr", FAMILY[family].1.to_owned()),
            2 => ("phone", self.phone()),
            3 => ("address", self.address()),
            4 => ("profession", self.one(TRADES).to_owned()),
            5 => ("douar", self.one(PLACES).to_owned()),
            6 => ("email", self.email(given, family)),
            _ => ("note", self.note()),
        };
        (cell.to_owned(), Scalar::Text(value))
    }

    fn phone(&mut self) -> String {
        format!("+2126{:08}", self.below(100_000_000))
    }

    fn email(&mut self, given: usize, family: usize) -> String {
        let name = GIVEN[given].1.to_lowercase();
        let family = FAMILY[family].1.to_lowercase().replace(' ', "");
        format!("{name}.{family}{}@exemple.ma", self.below(1_000))
    }

    fn address(&mut self) -> String {
        let place = self.one(PLACES);
        match self.below(2) {
            0 => format!("زنقة {} رقم {}", place, 1 + self.below(200)),
            _ => format!("{}, rue {}, {place}", 1 + self.below(200), 1 + self.below(40)),
        }
    }

    fn note(&mut self) -> String {
        let (first, second) = (self.one(NOTES), self.one(NOTES));
        format!("{first} {second} {}", self.below(1_000))
    }
}

const GIVEN: &[(&str, &str)] = &[
    ("زكرياء", "Zakaria"),
    ("الحسين", "Lahoucine"),
    ("مليكة", "Malika"),
    ("رقية", "Rkia"),
    ("إبراهيم", "Brahim"),
    ("تودة", "Touda"),
    ("يوسف", "Youssef"),
    ("سعاد", "Souad"),
    ("نجاة", "Najat"),
    ("عبد الكريم", "Abdelkrim"),
    ("حادة", "Hadda"),
    ("موحى", "Moha"),
    ("إيطو", "Itto"),
    ("عزيز", "Aziz"),
    ("لطيفة", "Latifa"),
    ("سفيان", "Soufiane"),
    ("زينب", "Zineb"),
    ("العربي", "Larbi"),
    ("كلثوم", "Keltoum"),
    ("بوشعيب", "Bouchaib"),
    ("غزلان", "Ghizlane"),
    ("المصطفى", "Mostafa"),
    ("هنية", "Hnia"),
    ("عدنان", "Adnane"),
];

const FAMILY: &[(&str, &str)] = &[
    ("أوبلال", "Oubella"),
    ("الزموري", "Zemmouri"),
    ("أيت علي", "Ait Ali"),
    ("بوزيان", "Bouziane"),
    ("المرابط", "Mrabet"),
    ("الدكالي", "Doukkali"),
    ("أزولاي", "Azoulay"),
    ("حجي", "Hajji"),
    ("العسري", "Lasri"),
    ("أمزيان", "Ameziane"),
    ("الورديغي", "Ouardighi"),
    ("بنجلون", "Benjelloun"),
    ("الغازي", "El Ghazi"),
    ("أوحدو", "Ouhaddou"),
    ("الشاوي", "Chaoui"),
    ("برادة", "Berrada"),
    ("الناصري", "Naciri"),
    ("أكوجيل", "Agoujil"),
    ("السرغيني", "Serghini"),
    ("مخلوف", "Makhlouf"),
    ("الحياني", "Hayani"),
    ("تيجاني", "Tijani"),
];

const PLACES: &[&str] = &[
    "تيغسالين",
    "Aguelmous",
    "أيت سعدلي",
    "Lahri",
    "القباب",
    "Tighassaline",
    "سيدي لامين",
    "Boumia",
    "تونفيت",
    "Imtchimen",
    "أغبالو",
    "Zaida",
];

const TRADES: &[&str] = &[
    "نجار",
    "Coopératrice, tissage de tapis",
    "راعي غنم",
    "Enseignante du préscolaire",
    "عامل فلاحي موسمي",
    "Chauffeur de grand taxi",
    "خياطة تقليدية",
    "Apiculteur",
    "بائع متجول",
    "Sans profession déclarée",
];

const NOTES: &[&str] = &[
    "يفضل الاتصال بعد صلاة العصر",
    "Carte à renouveler avant l'assemblée générale",
    "حضر اجتماع الربيع",
    "Dossier complété par le trésorier",
    "تنقصه نسخة من بطاقة التعريف",
    "Habite loin du centre, prévenir deux jours avant",
    "متطوع في حملة التشجير",
    "Demande un reçu à chaque versement",
];
