//! The fixed table plan: which tables may ever be published, and the cells of each in their order.

use crate::schema::{Date, presence, programme};

/// A sex as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Women and girls.
    Female,
    /// Men and boys.
    Male,
    /// Not asked, not written down, or too few to be told apart.
    NotStated,
}

/// An age as it is counted, in whole years at the end of the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    /// 0 to 17.
    Under18,
    /// 18 to 34, the programme's youth.
    From18To34,
    /// 35 to 59.
    From35To59,
    /// 60 and more.
    From60,
    /// Not asked, not written down, or too few to be told apart.
    NotStated,
}

/// What an association sends: one number for each leaf, in the order of [`LEAVES`].
///
/// Everything else that is published is a sum of leaves, or of associations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Leaf {
    /// The sex.
    pub sex: Sex,
    /// The age.
    pub age: Age,
}

/// Where an association has its seat, which is public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Milieu {
    /// An urban commune.
    Urban,
    /// A rural commune.
    Rural,
}

/// What an association works on first, which is public: its group of ICNPO, 1 to 12.
///
/// Source: International Classification of Nonprofit Organizations, revision 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Domain(u8);

/// A table that may be published, always as a whole.
///
/// There is no other, and nothing smaller than the province by place: at 25 associations most communes
/// hold fewer than five, so that a table by commune would tell one association's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// One number for the province.
    Total,
    /// By sex.
    Sex,
    /// By age.
    Age,
    /// By sex and age together: the leaves themselves.
    SexAge,
    /// By the milieu of the association's seat.
    Milieu,
    /// By the association's domain.
    Domain,
}

/// One cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// Of [`Table::Total`].
    Total,
    /// Of [`Table::Sex`].
    Sex(Sex),
    /// Of [`Table::Age`].
    Age(Age),
    /// Of [`Table::SexAge`].
    SexAge(Leaf),
    /// Of [`Table::Milieu`].
    Milieu(Milieu),
    /// Of [`Table::Domain`].
    Domain(Domain),
}

impl Sex {
    /// All, in their fixed order.
    pub const ALL: [Self; 3] = [Self::Female, Self::Male, Self::NotStated];

    /// Its code in exports and on pages: that of ISO/IEC 5218, which the records use too.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Female => "2",
            Self::Male => "1",
            Self::NotStated => "0",
        }
    }

    /// Reads a code of ISO/IEC 5218; what is neither female nor male is not stated.
    pub fn from_code(code: &str) -> Self {
        match code {
            "2" => Self::Female,
            "1" => Self::Male,
            _ => Self::NotStated,
        }
    }
}

impl Age {
    /// All, in their fixed order.
    pub const ALL: [Self; 5] = [
        Self::Under18,
        Self::From18To34,
        Self::From35To59,
        Self::From60,
        Self::NotStated,
    ];

    /// Its code in exports and on pages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Under18 => "0-17",
            Self::From18To34 => "18-34",
            Self::From35To59 => "35-59",
            Self::From60 => "60+",
            Self::NotStated => "unknown",
        }
    }

    /// The group that somebody born then belongs to on the last day of a month; none if that was later.
    ///
    /// Of a year alone the birthday is not known: it is taken to have been, as in
    /// [`is_minor`](crate::schema::consent::is_minor).
    pub fn of_birth(birth: Date, last: Date) -> Self {
        let is_to_come = birth.month() > last.month();
        let years = last.year() - birth.year() - i64::from(is_to_come);
        u16::try_from(years).map_or(Self::NotStated, Self::of_years)
    }

    /// The group that a band as records have it lies in, as `18-24` or `60_up`; they never lie in two.
    pub fn of_band(band: &str) -> Self {
        let digits = band.find(|c: char| !c.is_ascii_digit()).unwrap_or(band.len());
        band[..digits].parse().map_or(Self::NotStated, Self::of_years)
    }

    /// The group that an age in whole years belongs to.
    pub const fn of_years(years: u16) -> Self {
        match years {
            0..=17 => Self::Under18,
            18..=34 => Self::From18To34,
            35..=59 => Self::From35To59,
            _ => Self::From60,
        }
    }
}

/// All leaves in the order in which their numbers travel: sex by sex, in each age by age.
pub const LEAVES: [Leaf; Sex::ALL.len() * Age::ALL.len()] = {
    let mut leaves = [Leaf {
        sex: Sex::NotStated,
        age: Age::NotStated,
    }; Sex::ALL.len() * Age::ALL.len()];
    let mut place = 0;
    while place < leaves.len() {
        leaves[place] = Leaf {
            sex: Sex::ALL[place / Age::ALL.len()],
            age: Age::ALL[place % Age::ALL.len()],
        };
        place += 1;
    }
    leaves
};

impl Leaf {
    /// Its place in [`LEAVES`].
    pub fn place(self) -> usize {
        self.sex as usize * Age::ALL.len() + self.age as usize
    }
}

impl Milieu {
    /// All, in their fixed order.
    pub const ALL: [Self; 2] = [Self::Urban, Self::Rural];

    /// Its code in exports and on pages, as in the records.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Urban => "urban",
            Self::Rural => "rural",
        }
    }

    /// The milieu of a commune, by its HCP code: region, province, cercle, commune, as `04.291.01.03`.
    ///
    /// The municipalities of a province, which the census takes as urban, stand under `01` where the others
    /// have the number of their cercle (HCP, census of 2024).
    pub fn of_commune(code: &str) -> Option<Self> {
        let milieu = programme::milieu_of(code)?;
        Self::ALL.into_iter().find(|known| known.code() == milieu)
    }
}

impl Domain {
    /// The group of that number, if there is one: 1 to 12.
    pub const fn new(group: u8) -> Option<Self> {
        if group >= 1 && group <= 12 {
            Some(Self(group))
        } else {
            None
        }
    }

    /// All, in their fixed order.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=12).map(Self)
    }

    /// Its number, 1 to 12.
    pub const fn group(self) -> u8 {
        self.0
    }
}

impl Table {
    /// All, from the coarsest on, in which order they are gated.
    pub const ALL: [Self; 6] = [
        Self::Total,
        Self::Sex,
        Self::Age,
        Self::SexAge,
        Self::Milieu,
        Self::Domain,
    ];

    /// Its code in definitions and exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Sex => "sex",
            Self::Age => "age",
            Self::SexAge => "sex_age",
            Self::Milieu => presence::GROUPED_BY[2],
            Self::Domain => "domain",
        }
    }

    /// Its cells in their fixed order.
    pub fn cells(self) -> Vec<Cell> {
        match self {
            Self::Total => vec![Cell::Total],
            Self::Sex => Sex::ALL.map(Cell::Sex).to_vec(),
            Self::Age => Age::ALL.map(Cell::Age).to_vec(),
            Self::SexAge => LEAVES.map(Cell::SexAge).to_vec(),
            Self::Milieu => Milieu::ALL.map(Cell::Milieu).to_vec(),
            Self::Domain => Domain::all().map(Cell::Domain).collect(),
        }
    }
}

impl Cell {
    /// The table it is a cell of.
    pub const fn table(self) -> Table {
        match self {
            Self::Total => Table::Total,
            Self::Sex(_) => Table::Sex,
            Self::Age(_) => Table::Age,
            Self::SexAge(_) => Table::SexAge,
            Self::Milieu(_) => Table::Milieu,
            Self::Domain(_) => Table::Domain,
        }
    }

    /// Whether a leaf of an association of that milieu and domain is added up in this cell.
    ///
    /// An association whose milieu or domain is not known is in the total alone.
    pub fn holds(self, leaf: Leaf, milieu: Option<Milieu>, domain: Option<Domain>) -> bool {
        match self {
            Self::Total => true,
            Self::Sex(sex) => leaf.sex == sex,
            Self::Age(age) => leaf.age == age,
            Self::SexAge(own) => leaf == own,
            Self::Milieu(own) => milieu == Some(own),
            Self::Domain(own) => domain == Some(own),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leaf_stands_where_it_says() {
        for (place, leaf) in LEAVES.iter().enumerate() {
            assert_eq!(leaf.place(), place);
        }
    }

    #[test]
    fn each_table_by_persons_holds_each_leaf_once() {
        for table in [Table::Total, Table::Sex, Table::Age, Table::SexAge] {
            for leaf in LEAVES {
                let holding = table
                    .cells()
                    .into_iter()
                    .filter(|cell| cell.holds(leaf, None, None));
                assert_eq!(holding.count(), 1, "{table:?} {leaf:?}");
            }
        }
    }

    #[test]
    fn the_province_has_four_urban_communes() {
        let schema = crate::schema::Schema::builtin();
        let communes = schema.vocabulary(crate::schema::key::COMMUNE).unwrap().codes();
        let count = |milieu| {
            let of = |code: &&&str| Milieu::of_commune(code) == Some(milieu);
            communes.iter().filter(of).count()
        };
        assert_eq!((count(Milieu::Urban), count(Milieu::Rural)), (4, 31));
        assert_eq!(Milieu::of_commune("04.291.01.05"), Some(Milieu::Urban), "Tiflet");
        for text in ["", "Tiflet", "04.291.01", "04.291.01.05.01", "04.291.ab.05"] {
            assert_eq!(Milieu::of_commune(text), None, "{text}");
        }
    }

    #[test]
    fn ages_meet_without_a_gap() {
        let (before, after) = (Age::of_years(17), Age::of_years(18));
        assert_eq!((before, after), (Age::Under18, Age::From18To34));
        assert_eq!(
            (Age::of_years(34), Age::of_years(35)),
            (Age::From18To34, Age::From35To59)
        );
        assert_eq!(
            (Age::of_years(59), Age::of_years(60)),
            (Age::From35To59, Age::From60)
        );
        assert_eq!(Age::of_years(u16::MAX), Age::From60);
    }

    #[test]
    fn an_age_is_that_of_the_last_day_of_a_month() {
        let check = |birth: &str, last: &str, age: Age| {
            let [birth, last] = [birth, last].map(|day| Date::from_iso(day).unwrap());
            assert_eq!(Age::of_birth(birth, last), age, "{birth} {last}");
        };
        check("2008-09-30", "2026-09-30", Age::From18To34);
        check("2008-10-01", "2026-09-30", Age::Under18);
        check("2008-10", "2026-09-30", Age::Under18);
        check("2008-09", "2026-09-30", Age::From18To34);
        check("2008", "2026-09-30", Age::From18To34);
        check("2009", "2026-12-31", Age::Under18);
        check("1966-12-31", "2026-12-31", Age::From60);
        check("1800", "2026-12-31", Age::From60);
        check("2026-12", "2026-09-30", Age::NotStated);
        check("2027", "2026-12-31", Age::NotStated);
    }

    #[test]
    fn every_band_of_the_records_lies_in_one_group() {
        let schema = crate::schema::Schema::builtin();
        let bands = schema.vocabulary("age_band").unwrap().codes();
        for band in bands {
            let group = Age::of_band(band);
            assert!(group != Age::NotStated, "{band}");
            if let Some((_, last)) = band.split_once('-') {
                assert_eq!(group, Age::of_years(last.parse().unwrap()), "{band}");
            }
        }
        assert_eq!(
            (Age::of_band(""), Age::of_band("all")),
            (Age::NotStated, Age::NotStated)
        );
    }
}
