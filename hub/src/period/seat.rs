//! Who may be asked, and who is: seats, and the roll of a year that is made of them.

use tawro_core::id::StatisticsKey;
use tawro_core::indicator::{Domain, Milieu};
use tawro_core::share::{Roll, RollFault, Seat};

use crate::period::store::{Rows, Seated};
use crate::period::{PeriodFault, Periods};

/// Who is asked for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Associations: for their numbers, and for statements about them.
    Associations,
    /// Who runs the programme: for its own register.
    Operator,
}

/// An association that is registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSeat {
    /// Its name, as on its ticket.
    pub name: String,
    /// Its statistics key, as its own computer shows it.
    pub key: StatisticsKey,
    /// The milieu of its seat, if it is known.
    pub milieu: Option<Milieu>,
    /// Its domain, if it is known.
    pub domain: Option<Domain>,
    /// What it is asked for.
    pub asked: Asked,
}

impl Asked {
    pub(super) const ALL: [Self; 2] = [Self::Associations, Self::Operator];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Associations => "associations",
            Self::Operator => "operator",
        }
    }
}

impl Periods {
    /// Registers an association; the same twice changes nothing. It is asked from the next year on whose
    /// first period is begun, and later if too few enter with it.
    ///
    /// # Errors
    /// A name, a key or the operator's place that is another's.
    pub fn register(&mut self, new: &NewSeat) -> Result<(), PeriodFault> {
        self.register_all(std::slice::from_ref(new))
    }

    /// Registers all of them, or none.
    ///
    /// # Errors
    /// As of one.
    pub fn register_all(&mut self, all: &[NewSeat]) -> Result<(), PeriodFault> {
        self.store
            .write(|rows| all.iter().try_for_each(|new| register(rows, new)))
    }
}

impl Periods {
    /// Lets an association go that takes part no longer, or was registered by mistake. Who was on no roll yet is
    /// forgotten; who was stays on that of its year, is on none of later years, and is not missed.
    ///
    /// # Errors
    /// Nobody of that name.
    pub fn unregister(&mut self, name: &str) -> Result<(), PeriodFault> {
        let name = name.trim();
        self.store.write(|rows| match rows.seat_leave(name)? {
            true => Ok(()),
            false => Err(PeriodFault::NoSuchSeat {
                name: name.to_owned(),
            }),
        })
    }
}

fn register(rows: &Rows<'_>, new: &NewSeat) -> Result<(), PeriodFault> {
    let name = new.name.trim();
    if name.is_empty() || name.len() > NAME_BYTES_MAX {
        let limit = NAME_BYTES_MAX;
        return Err(PeriodFault::SeatName { limit });
    }
    let seat = Seat {
        key: new.key,
        milieu: new.milieu,
        domain: new.domain,
    };
    let in_the_way = rows.seats_in_the_way(name, &seat.key, new.asked)?;
    let Some(held) = in_the_way.into_iter().next() else {
        return rows.seat_put(name, &seat, new.asked);
    };
    let is_same = (held.seat, held.name.as_str(), held.asked) == (seat, name, new.asked);
    match held.name {
        _ if is_same => Ok(()),
        name if held.seat.key == seat.key => Err(PeriodFault::KeyTaken { name }),
        held_name if held_name == name => Err(PeriodFault::NameTaken { name: held_name }),
        name => Err(PeriodFault::OperatorTaken { name }),
    }
}

/// The roll of a year: the one that is fixed, or made now of last year's and the newcomers; nothing if nobody
/// is on it. Too few newcomers wait for the next year.
pub(super) fn roll_of_year(rows: &Rows<'_>, asked: Asked, year: u16) -> Result<Option<Roll>, PeriodFault> {
    if let Some(fixed) = rows.roll(asked, year)? {
        return Ok(Some(fixed));
    }
    let seats = rows.seats()?;
    let stays = |held: &&Seated| held.asked == asked && !held.leaves;
    let seats: Vec<&Seated> = seats.iter().filter(stays).collect();
    let all = || seats.iter().map(|held| held.seat);
    let roll = match rows.last_roll(asked)? {
        Some((later, _)) if later > year => return Err(PeriodFault::YearPast { later }),
        Some((_, last)) => match last.next(all()) {
            Err(RollFault::NewcomersWait { .. }) => {
                last.next(seats.iter().filter(|held| held.entered).map(|held| held.seat))?
            }
            made => made?,
        },
        None => Roll::new(all())?,
    };
    if roll.is_empty() {
        return Ok(None);
    }
    rows.roll_put(asked, year, &roll)?;
    Ok(Some(roll))
}

const NAME_BYTES_MAX: usize = 200;
