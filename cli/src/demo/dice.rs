//! What the demo draws: the same for the same seed, so that its figures can be counted again.

use tawro_core::command::Command;
use tawro_core::id::RecordId;
use tawro_core::record::view::Draft;
use tawro_core::schema::Date;

/// SplitMix64 (Steele, Lea, Flood 2014): small, and nothing rests on it.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `from` to `to`, both among them.
    pub(super) fn within(&mut self, from: i64, to: i64) -> i64 {
        let many = to.abs_diff(from) + 1;
        from + i64::try_from(self.next() % many).unwrap_or(0)
    }

    /// One of several, of which there is at least one.
    pub(super) fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[usize::try_from(self.next()).unwrap_or(0) % of.len()]
    }

    /// Yes, so often of a hundred times.
    pub(super) fn percent(&mut self, often: i64) -> bool {
        self.within(1, 100) <= often
    }

    /// A day of a year, up to a month; none is beyond the 28th.
    pub(super) fn day(&mut self, year: i64, months: (i64, i64)) -> Date {
        day(year, self.within(months.0, months.1), self.within(1, 28))
    }

    fn id(&mut self) -> RecordId {
        let halves = [self.next(), self.next()].map(u64::to_be_bytes);
        let mut id = [0; RecordId::LEN];
        id.copy_from_slice(halves.as_flattened());
        RecordId(id)
    }
}

/// A day of the calendar.
pub(super) fn day(year: i64, month: i64, day: i64) -> Date {
    Date::new(year, Some(month), Some(day)).expect("no day of the demo is beyond the 28th of its month")
}

/// Records on their way into a computer, each with an id that was drawn.
pub(super) struct Book {
    pub(super) dice: Dice,
    commands: Vec<Command>,
}

impl Book {
    pub(super) fn new(dice: Dice) -> Self {
        let commands = Vec::new();
        Self { dice, commands }
    }

    /// Adds a record; others may refer to it by the id that comes back.
    pub(super) fn put(&mut self, draft: impl Into<Draft>) -> RecordId {
        let id = self.dice.id();
        self.put_as(id, draft);
        id
    }

    /// The same under an id that follows from what it is.
    pub(super) fn put_as(&mut self, id: RecordId, draft: impl Into<Draft>) {
        let Draft { kind, cells } = draft.into();
        self.add(kind, id, cells);
    }

    pub(super) fn add(&mut self, kind: &str, id: RecordId, cells: Vec<(String, tawro_core::schema::Scalar)>) {
        self.commands.push(Command::Add {
            kind: kind.to_owned(),
            id: Some(id),
            cells,
        });
    }

    /// All of it as one command.
    pub(super) fn command(self) -> Command {
        Command::Many(self.commands)
    }
}
