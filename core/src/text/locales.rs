//! The files of words, and the plain reading of their labels that parsing needs without Fluent.

use crate::text::Lang;

/// Labels of kinds, fields and codes.
pub(crate) const LABELS: [(Lang, &str); 6] = [
    (Lang::Ar, include_str!("../../locales/ar/schema.ftl")),
    (Lang::Fr, include_str!("../../locales/fr/schema.ftl")),
    (Lang::En, include_str!("../../locales/en/schema.ftl")),
    (Lang::Ar, include_str!("../../locales/ar/programme.ftl")),
    (Lang::Fr, include_str!("../../locales/fr/programme.ftl")),
    (Lang::En, include_str!("../../locales/en/programme.ftl")),
];

/// What indicators are called, what they mean, and what they wait for.
pub(crate) const INDICATORS: [(Lang, &str); 3] = [
    (Lang::Ar, include_str!("../../locales/ar/indicators.ftl")),
    (Lang::Fr, include_str!("../../locales/fr/indicators.ftl")),
    (Lang::En, include_str!("../../locales/en/indicators.ftl")),
];

/// Every file, labels and sentences.
#[cfg(feature = "text")]
pub(crate) const FILES: [(Lang, &str); 12] = [
    LABELS[0],
    LABELS[1],
    LABELS[2],
    LABELS[3],
    LABELS[4],
    LABELS[5],
    INDICATORS[0],
    INDICATORS[1],
    INDICATORS[2],
    (Lang::Ar, include_str!("../../locales/ar/errors.ftl")),
    (Lang::Fr, include_str!("../../locales/fr/errors.ftl")),
    (Lang::En, include_str!("../../locales/en/errors.ftl")),
];

/// The keys of a file of labels, each with everything that people write for it.
///
/// Labels have one line and no placeables, a rule that a test keeps, so that what a vocabulary's
/// code may be called is known with and without the feature `text`.
pub(crate) fn spellings(file: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut key = "";
    file.lines().flat_map(move |line| {
        let (name, text) = line.split_once('=').unwrap_or_default();
        let name = name.trim();
        let attribute = line.starts_with(' ');
        if !attribute && !name.starts_with('#') {
            key = name;
        }
        let of_key = (name == ".aliases") == attribute && !key.is_empty() && !name.starts_with('#');
        let texts = if of_key { text } else { "" };
        let key = key;
        texts
            .split('|')
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(move |text| (key, text))
    })
}
