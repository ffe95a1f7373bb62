//! The closed lists from which a definition chooses, each word with its stable code.

/// An enum of plain words, with all of them and the code of each.
macro_rules! terms {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $word:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $word,)+ }

        impl $name {
            /// All, in the order in which people see them.
            pub const ALL: &'static [Self] = &[$(Self::$word,)+];

            /// Its stable code, in definitions, exports and keys of words.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$word => $code,)+ }
            }

            /// The one that has this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.code() == code)
            }
        }
    };
}

pub(super) use terms;

terms! {
    /// The axes of the Nassij strategy 2022-2026 for associations.
    ///
    /// Source: the minister delegate's statement of April 2022 as MAP reported it (mapexpress.ma), which names
    /// five. To be checked against the published strategy before a report is printed.
    Axis {
        /// Public policies with and for civil society, and taking part in them.
        Policies = "policies",
        /// Associations' organisation and structure.
        Organisation = "organisation",
        /// Partnership with the state, and means that come from more than one place.
        Partnership = "partnership",
        /// The law that associations live under, and keeping to it.
        Law = "law",
        /// Digital tools.
        Digital = "digital",
    }
}

terms! {
    /// Whose numbers an indicator is made of; never two of them in one.
    Source {
        /// YES's own register: courses, trainees, capsules, coaching.
        Own = "own",
        /// A statement about each association, published as "n of N".
        Fact = "fact",
        /// Numbers of associations, added up.
        Pooled = "pooled",
    }
}

terms! {
    /// What is counted.
    Unit {
        /// Associations.
        Associations = "associations",
        /// Persons, each once in an association.
        People = "people",
        /// Heads that were counted at activities: who came twice is counted twice.
        Heads = "heads",
        /// Hours.
        Hours = "hours",
        /// Whole dirhams.
        Dirhams = "dirhams",
        /// Hundredths of a whole that is counted beside it.
        Percent = "percent",
        /// Points of a scale.
        Points = "points",
        /// Courses.
        Courses = "courses",
        /// Video capsules.
        Capsules = "capsules",
        /// Plays of a capsule.
        Plays = "plays",
        /// Copies of the guide.
        Copies = "copies",
        /// Visits.
        Visits = "visits",
        /// Documents.
        Documents = "documents",
        /// Administrative acts.
        Acts = "acts",
        /// Agreements.
        Agreements = "agreements",
        /// Activities.
        Activities = "activities",
        /// Differences between two values.
        Differences = "differences",
    }
}

terms! {
    /// Which way is better.
    Direction {
        /// The more the better.
        Up = "up",
        /// The less the better.
        Down = "down",
    }
}

terms! {
    /// How rows become a number.
    Measure {
        /// So many rows.
        Count = "count",
        /// So many different records that they name.
        Distinct = "distinct",
        /// What stands in a field of theirs, added up.
        Sum = "sum",
        /// Whether there is one: 1 or 0.
        Flag = "flag",
        /// So many, of so many: two counts.
        Share = "share",
        /// A sum, of so many rows in which the field is filled.
        Mean = "mean",
    }
}

terms! {
    /// Records that an indicator waits for: the program does not keep them yet.
    Awaited {
        /// A rule by which the program computes it from what is kept.
        Reckoning = "reckoning",
        /// How often a capsule was played.
        Player = "player",
        /// The association's website.
        Site = "site",
        /// The association's visual identity, and the papers that bear it.
        Identity = "identity",
        /// The archive.
        Archive = "archive",
        /// In which weeks the program was used.
        Usage = "usage",
        /// Who sits in the bureau, and until when.
        Mandate = "mandate",
        /// Assemblies and their minutes.
        Assembly = "assembly",
        /// Who holds an activity together with whom.
        JointActivity = "joint_activity",
        /// The reports that reach YES.
        Report = "report",
    }
}
