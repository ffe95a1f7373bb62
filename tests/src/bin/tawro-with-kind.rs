//! The program with one kind more, declared here and nowhere else: what a test drives through it.

use std::process::ExitCode;

use tawro_core::schema::FieldType::{Code, Date, Integer, Phone, Reference, Set, Text};
use tawro_core::schema::{Field, Kind, Schema, Vocabulary};
use tawro_core::text::{Lang, Words};

/// What people call the kind, its fields and its codes.
const WORDS: [(Lang, &str); 3] = [
    (
        Lang::Ar,
        "beehive = خلية نحل\nbeehive-plural = خلايا النحل\nbeehive-mark = علامة الخلية\nbeehive-race = السلالة\n\
         beehive-frames = عدد الإطارات\nbeehive-placed_on = تاريخ الوضع\nbeehive-keeper = النحال\n\
         beehive-keeper_phone = هاتف النحال\nbeehive-products = المنتوجات\n\
         bee_race-yellow = صفراء\nbee_race-black = سوداء\nbee_product-honey = عسل\nbee_product-wax = شمع\n",
    ),
    (
        Lang::Fr,
        "beehive = Ruche\nbeehive-plural = Ruches\nbeehive-mark = Marque de la ruche\nbeehive-race = Race\n\
         beehive-frames = Nombre de cadres\nbeehive-placed_on = Posée le\nbeehive-keeper = Apiculteur\n\
         beehive-keeper_phone = Téléphone de l'apiculteur\nbeehive-products = Produits\n\
         bee_race-yellow = Jaune\nbee_race-black = Noire\nbee_product-honey = Miel\nbee_product-wax = Cire\n",
    ),
    (
        Lang::En,
        "beehive = Beehive\nbeehive-plural = Beehives\nbeehive-mark = Mark of the hive\nbeehive-race = Race\n\
         beehive-frames = Number of frames\nbeehive-placed_on = Placed on\nbeehive-keeper = Keeper\n\
         beehive-keeper_phone = Telephone of the keeper\nbeehive-products = Products\n\
         bee_race-yellow = Yellow\nbee_race-black = Black\nbee_product-honey = Honey\nbee_product-wax = Wax\n",
    ),
];

fn main() -> ExitCode {
    tawro::run(schema(), words(), std::env::args_os())
}

fn schema() -> Schema {
    let beehive = Kind::new(
        "beehive",
        vec![
            Field::new("mark", Text).required().unique(),
            Field::new("race", Code("bee_race")),
            Field::new("frames", Integer),
            Field::new("placed_on", Date),
            Field::new("keeper", Reference("person")),
            Field::new("keeper_phone", Phone),
            Field::new("products", Set(Box::new(Code("bee_product")))),
        ],
    );
    let races = [
        ("yellow", ["صفراء", "Jaune", "Yellow"]),
        ("black", ["سوداء", "Noire", "Black"]),
    ];
    let products = [
        ("honey", ["عسل", "Miel", "Honey"]),
        ("wax", ["شمع", "Cire", "Wax"]),
    ];
    Schema::builtin()
        .with_vocabulary(vocabulary("bee_race", &races))
        .and_then(|schema| schema.with_vocabulary(vocabulary("bee_product", &products)))
        .and_then(|schema| schema.with(beehive))
        .expect("the invented kind names only what is declared before it")
}

fn vocabulary(key: &'static str, codes: &[(&'static str, [&str; 3])]) -> Vocabulary {
    let names: Vec<&'static str> = codes.iter().map(|(code, _)| *code).collect();
    let spellings = codes
        .iter()
        .flat_map(|(code, texts)| texts.iter().map(move |text| (*code, *text)));
    spellings.fold(Vocabulary::new(key, &names), |vocabulary, (code, text)| {
        vocabulary.spelling(code, text)
    })
}

fn words() -> Words {
    WORDS.into_iter().fold(Words::builtin(), |words, (lang, text)| {
        words
            .with_ftl(lang, text)
            .expect("the invented words are Fluent and new")
    })
}
