//! The words of published figures: of files, of the report and of the dashboard.

use tawro_core::text::{Lang, Words};

const FILES: [(Lang, &str); 9] = [
    (Lang::Ar, include_str!("../locales/ar/export.ftl")),
    (Lang::Fr, include_str!("../locales/fr/export.ftl")),
    (Lang::En, include_str!("../locales/en/export.ftl")),
    (Lang::Ar, include_str!("../locales/ar/report.ftl")),
    (Lang::Fr, include_str!("../locales/fr/report.ftl")),
    (Lang::En, include_str!("../locales/en/report.ftl")),
    (Lang::Ar, include_str!("../locales/ar/dashboard.ftl")),
    (Lang::Fr, include_str!("../locales/fr/dashboard.ftl")),
    (Lang::En, include_str!("../locales/en/dashboard.ftl")),
];

/// The given words, which hold those of the frame of pages, with the hub's.
pub fn with_sentences(words: Words) -> Words {
    FILES.into_iter().fold(words, |words, (lang, text)| {
        words
            .with_ftl(lang, text)
            .expect("the files that ship are Fluent and name no key twice, as a test shows")
    })
}
