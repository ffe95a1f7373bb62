//! The records of an invented association: those whom it is made of and helps, what it does, who gives.

use tawro_core::command::{Command, one_id};
use tawro_core::id::{RecordId, SpaceId};
use tawro_core::indicator::Milieu;
use tawro_core::record::view::{
    Activity, Attendance, Beneficiary, Convention, Donation, Donor, DuesPeriod, Grant, Member, Partner,
    Payment, Service, Tranche,
};
use tawro_core::schema::papers::Given;
use tawro_core::schema::presence::{self, Group};
use tawro_core::schema::{Money, programme};

use super::dice::{Book, Dice, day};
use super::people::{self, GROWN, HELPED, Reach, Someone};
use super::places::Place;

/// The year of the demo's period, and its months.
pub(super) const YEAR: i64 = 2025;
pub(super) const MONTHS: (i64, i64) = (1, 6);

/// All of it as one command, for the computer of the association of this space.
pub(super) fn records(place: &Place, space: &SpaceId) -> Command {
    let mut book = Book::new(Dice::new(SEED + place.number as u64));
    let members = members(&mut book, place);
    let helped = beneficiaries(&mut book, place);
    activities(&mut book, place, space, &[members, helped].concat());
    gifts(&mut book);
    partners(&mut book, place);
    book.command()
}

/// Any would do; with another the demo shows other numbers.
const SEED: u64 = 2_025_000;

fn dirhams(amount: i64) -> Money {
    Money(amount * 100)
}

/// Members with their dues. In one association of four, many cannot be reached: such a register is not whole.
fn members(book: &mut Book, place: &Place) -> Vec<Someone> {
    let is_whole = place.number % 4 != 3;
    let dues = DuesPeriod::draft()
        .label(YEAR.to_string())
        .starts_on(day(YEAR, 1, 1))
        .ends_on(day(YEAR, 12, 28))
        .amount_active(dirhams(100))
        .amount_founder(dirhams(200));
    let dues = book.put(dues);
    let mut members = Vec::new();
    for number in 0..book.dice.within(12, 30) {
        let reach = match is_whole || book.dice.percent(40) {
            true => Reach::Phone,
            false => Reach::Nobody,
        };
        let who = people::person(book, &place.commune, GROWN, reach);
        let joined = book.dice.day(book_year(number), (1, 12));
        let member = Member::draft()
            .person(who.id)
            .category(if number < 3 { "founder" } else { "active" })
            .status("active")
            .joined_on(joined);
        let member = book.put(member);
        members.push(who);
        if book.dice.percent(55) {
            let paid = book.dice.day(YEAR, (1, 9));
            let payment = Payment::draft()
                .membership(member)
                .period(dues)
                .amount(dirhams(if number < 3 { 200 } else { 100 }))
                .paid_on(paid)
                .mode("cash");
            book.put(payment);
        }
    }
    members
}

/// Founders came first.
fn book_year(number: i64) -> i64 {
    if number < 3 { 2019 } else { 2020 + number % 5 }
}

/// Those whom it helps, each with what they allowed; a part of them came in the period.
fn beneficiaries(book: &mut Book, place: &Place) -> Vec<Someone> {
    let mut helped = Vec::new();
    for number in 1..=book.dice.within(24, 52) {
        let who = people::person(book, &place.commune, HELPED, Reach::Nobody);
        let entered = match book.dice.percent(65) {
            true => book.dice.day(YEAR, MONTHS),
            false => book.dice.day(YEAR - 1, (3, 12)),
        };
        let consent = people::allows(book, who, entered);
        let draft = Beneficiary::draft()
            .person(who.id)
            .beneficiary_no(format!("B-{number:03}"))
            .entered_on(entered)
            .consent(consent);
        let draft = match who.is_young {
            true => draft.guardian_name(people::guardian(book)),
            false => draft,
        };
        let enrolment = book.put(draft);
        if book.dice.percent(15) {
            let given = book.dice.day(YEAR, (1, 9));
            let kind = *book.dice.one(&["food", "school", "lessons", "guidance"]);
            let service = Service::draft().enrolment(enrolment).given_on(given);
            book.put(service.service_type(kind).quantity(1));
        }
        helped.push(who);
    }
    helped
}

/// What took place and who came, by name and in numbers; one is planned, one was cancelled.
fn activities(book: &mut Book, place: &Place, space: &SpaceId, known: &[Someone]) {
    for number in 0..book.dice.within(4, 7) {
        let (kind, title) = match number {
            0 => ("meeting", "اجتماع المكتب"),
            _ => *book.dice.one(&ACTIVITIES),
        };
        let state = match number {
            2 => "cancelled",
            3 => "planned",
            _ => "done",
        };
        let (held, hours) = (book.dice.day(YEAR, MONTHS), book.dice.within(2, 6));
        let activity = Activity::draft()
            .title("ar", title)
            .activity_type(kind)
            .domain(place.domain.to_string())
            .commune(&place.commune)
            .starts_on(held)
            .hours(hours)
            .state(state);
        let activity = book.put(activity);
        if state == "done" {
            came(book, space, activity, known);
            if kind != "meeting" {
                counted(book, place, space, activity);
            }
        }
    }
}

/// Persons by name; a few were expected and did not come.
fn came(book: &mut Book, space: &SpaceId, activity: RecordId, known: &[Someone]) {
    for who in known {
        let drawn = book.dice.within(1, 100);
        let id = one_id(
            space,
            presence::ATTENDANCE,
            &presence::person_is(activity, who.id),
        );
        if drawn <= 28 {
            book.add(presence::ATTENDANCE, id, presence::of_person(activity, who.id));
        } else if drawn <= 30 {
            let missed = Attendance::draft().activity(activity).person(who.id);
            book.put_as(id, missed.present(false));
        }
    }
}

/// People of whom only a number is known.
fn counted(book: &mut Book, place: &Place, space: &SpaceId, activity: RecordId) {
    let milieu = programme::milieu_of(&place.commune).unwrap_or(Milieu::Rural.code());
    for sex in presence::SEXES {
        for age_band in ["6-14", "18-24", "35-49", "60_up"] {
            if book.dice.percent(45) {
                let group = Group {
                    sex: sex.to_owned(),
                    age_band: age_band.to_owned(),
                    milieu: milieu.to_owned(),
                };
                let people = book.dice.within(2, 24);
                let id = one_id(space, presence::ATTENDANCE, &presence::group_is(activity, &group));
                let cells = presence::of_group(activity, &group, people);
                book.add(presence::ATTENDANCE, id, cells);
            }
        }
    }
}

/// Gifts: most of money, one in five of things.
fn gifts(book: &mut Book) {
    for number in 0..book.dice.within(0, 3) {
        let donor = Donor::draft()
            .organisation("ar", DONORS[usize::try_from(number).unwrap_or(0) % DONORS.len()])
            .donor_type("company")
            .origin("national");
        let donor = book.put(donor);
        for _ in 0..book.dice.within(1, 3) {
            let given = book.dice.day(YEAR, (1, 8));
            let amount = dirhams(book.dice.within(2, 60) * 100);
            let gift = Donation::draft().donor(donor).given_on(given);
            match book.dice.percent(80) {
                true => book.put(gift.nature("cash").amount(amount).mode("transfer")),
                false => book.put(
                    gift.nature(Given::InKind.key())
                        .description("أدوات مدرسية")
                        .estimated_value(amount),
                ),
            };
        }
    }
}

/// Partners, agreements with them, and of public money the accounts that were due, sent in time or not.
fn partners(book: &mut Book, place: &Place) {
    let town_hall = Partner::draft()
        .organisation("ar", "الجماعة الترابية")
        .org_type("11")
        .seat_commune(&place.commune)
        .partner_state("active");
    let town_hall = book.put(town_hall);
    for number in 0..book.dice.within(0, 2) {
        let starts = book.dice.day(YEAR, (1, 4));
        let amount = dirhams(book.dice.within(5, 80) * 1_000);
        let convention = Convention::draft()
            .number(format!("{}/{YEAR}", number + 1))
            .subject("ar", "دعم أنشطة القرب")
            .partner(town_hall)
            .starts_on(starts)
            .ends_on(day(YEAR + 1, 3, 28))
            .amount(amount)
            .state(if number == 0 { "running" } else { "draft" });
        book.put(convention);
    }
    if place.number % 5 < 3 {
        let sent = day(YEAR, if place.number.is_multiple_of(2) { 2 } else { 4 }, 20);
        let grant = Grant::draft()
            .title("ar", "منحة الجماعة")
            .funder(town_hall)
            .public_money(true)
            .amount(dirhams(20_000))
            .state("granted")
            .accounts_due(day(YEAR, 3, 15))
            .accounts_sent_on(sent);
        let grant = book.put(grant);
        let received = book.dice.day(YEAR, (2, 8));
        let tranche = Tranche::draft()
            .grant(grant)
            .number("1")
            .received_on(received)
            .received_amount(dirhams(10_000));
        book.put(tranche);
    }
}

const ACTIVITIES: [(&str, &str); 6] = [
    ("awareness", "لقاء تحسيسي"),
    ("literacy", "دروس محو الأمية"),
    ("sport", "دوري رياضي"),
    ("environment", "حملة تشجير"),
    ("health_campaign", "قافلة طبية"),
    ("training", "ورشة تكوينية"),
];

const DONORS: [&str; 3] = ["مقاولة النخيل", "صيدلية الأطلس", "تعاونية الزيتون"];
