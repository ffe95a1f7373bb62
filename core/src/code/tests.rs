//! Codes as people mistype them.

use proptest::prelude::*;

use super::*;

fn ticket() -> Code {
    Code::Ticket {
        secret: [7; 16].into(),
        hub: "192.0.2.7".parse().unwrap(),
    }
}

fn read(text: &str) -> Result<Code, CodeFault> {
    text.parse()
}

/// The group of two zero bytes at a place.
fn zero_group(index: usize) -> String {
    let (value, check) = groups::write(index, [0, 0]);
    format!("{value:05}{check}")
}

#[test]
fn a_code_has_groups_of_six_digits_and_reads_back() {
    let text = ticket().to_string();
    assert_eq!(text.len(), 11 * 7 - 1);
    assert!(
        text.split('-')
            .all(|group| group.len() == 6 && group.bytes().all(|b| b.is_ascii_digit()))
    );
    assert_eq!(read(&text), Ok(ticket()));
    let check = |code: Code| assert_eq!(code.to_string().parse(), Ok(code));
    let hub = |text: &str| text.parse::<HubAddress>().unwrap();
    check(Code::Invite {
        secret: [1; 16].into(),
        hub: hub("192.0.2.7:9000"),
    });
    check(Code::Invite {
        secret: [2; 16].into(),
        hub: hub("hub.example.org"),
    });
    check(Code::Invite {
        secret: [3; 16].into(),
        hub: hub("hub.example.org:443"),
    });
    check(Code::Ticket {
        secret: [4; 16].into(),
        hub: hub("[2001:db8::1]:443"),
    });
    check(Code::Ticket {
        secret: [4; 16].into(),
        hub: hub(&"x".repeat(64)),
    });
    check(Code::Recovery {
        secret: [5; 20].into(),
        hub: None,
        space: [6; 5],
    });
    check(Code::Recovery {
        secret: [5; 20].into(),
        hub: Some(hub(&"x".repeat(64))),
        space: [6; 5],
    });
    check(Code::Recovery {
        secret: [5; 20].into(),
        hub: Some(hub("10.0.0.1:1")),
        space: [6; 5],
    });
}

#[test]
fn other_digits_and_any_separators_are_read() {
    let text = ticket().to_string();
    let arabic: String = text
        .chars()
        .map(|c| {
            c.to_digit(10)
                .map_or(' ', |d| char::from_u32(0x0660 + d).unwrap())
        })
        .collect();
    assert_eq!(read(&arabic), Ok(ticket()));
    let persian: String = text
        .chars()
        .filter_map(|c| c.to_digit(10).and_then(|d| char::from_u32(0x06F0 + d)))
        .collect();
    assert_eq!(read(&persian), Ok(ticket()));
    assert_eq!(read(&text.replace('-', "\u{200f} ـ / \n")), Ok(ticket()));
}

#[test]
fn a_letter_is_named_with_its_group() {
    let text = ticket().to_string().replacen('-', " O", 1);
    assert_eq!(read(&text), Err(CodeFault::NotADigit { group: 2, found: 'O' }));
    let text = ticket().to_string().replace('2', "२");
    assert!(matches!(
        read(&text),
        Err(CodeFault::NotADigit { found: '२', .. })
    ));
}

#[test]
fn every_wrong_digit_is_caught_and_its_group_named() {
    let text = ticket().to_string();
    for (at, right) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        for wrong in ('0'..='9').filter(|wrong| *wrong != right) {
            let mut typed = text.clone();
            typed.replace_range(at..=at, &wrong.to_string());
            assert_eq!(
                read(&typed),
                Err(CodeFault::Group { group: at / 7 + 1 }),
                "{typed}"
            );
        }
    }
}

#[test]
fn swapped_neighbours_are_caught_in_every_group_of_every_place() {
    for index in 0..10 {
        let before: String = (0..index).map(zero_group).collect();
        for value in (0..=u16::MAX).step_by(97) {
            let (value, check) = groups::write(index, value.to_be_bytes());
            let group = format!("{value:05}{check}");
            for at in 0..5 {
                let mut typed = group.clone().into_bytes();
                typed.swap(at, at + 1);
                let typed = String::from_utf8(typed).unwrap();
                if typed != group {
                    let read = groups::read(&(before.clone() + &typed));
                    assert_eq!(read.err(), Some(CodeFault::Group { group: index + 1 }));
                }
            }
        }
    }
}

#[test]
fn a_swapped_doubled_or_forgotten_group_is_caught() {
    let text = ticket().to_string();
    let groups: Vec<&str> = text.split('-').collect();
    let check = |typed: Vec<&str>, group| {
        assert_eq!(
            read(&typed.join("-")),
            Err(CodeFault::Group { group }),
            "{typed:?}"
        );
    };
    for at in 1..groups.len() {
        let mut swapped = groups.clone();
        swapped.swap(at - 1, at);
        check(swapped, at);
        let mut doubled = groups.clone();
        doubled.insert(at, groups[at - 1]);
        check(doubled, at + 1);
        let mut forgotten = groups.clone();
        forgotten.remove(at - 1);
        check(forgotten, at);
    }
}

#[test]
fn what_is_missing_is_said() {
    let text = ticket().to_string();
    assert_eq!(read(""), Err(CodeFault::Empty));
    assert_eq!(read(" - "), Err(CodeFault::Empty));
    assert_eq!(
        read(&text[..text.len() - 1]),
        Err(CodeFault::Incomplete { group: 11, digits: 5 })
    );
    assert_eq!(
        read(&text[..text.len() - 7]),
        Err(CodeFault::Missing { group: 10 })
    );
    assert_eq!(read(&text[..6]), Err(CodeFault::Missing { group: 1 }));
}

#[test]
fn more_than_the_code_is_refused() {
    let mut bytes = ticket().to_bytes().to_vec();
    bytes.extend_from_slice(&[0, 0]);
    assert_eq!(Code::from_bytes(&bytes), Err(CodeFault::TooLong { groups: 11 }));
    let endless: String = (0..48).map(zero_group).collect();
    assert_eq!(read(&endless), Err(CodeFault::TooLong { groups: 47 }));
}

#[test]
fn kinds_are_told_apart() {
    let (mut bytes, ticket) = (ticket().to_bytes().to_vec(), ticket());
    bytes[0] = INVITE << 4 | bytes[0] & 0x0f;
    assert!(matches!(Code::from_bytes(&bytes), Ok(Code::Invite { .. })));
    bytes[0] = 9 << 4 | bytes[0] & 0x0f;
    assert_eq!(Code::from_bytes(&bytes), Err(CodeFault::UnknownKind { kind: 9 }));
    bytes[0] = TICKET << 4;
    assert_eq!(Code::from_bytes(&bytes), Err(CodeFault::Address));
    assert_ne!(
        ticket.to_string(),
        Code::Invite {
            secret: [7; 16].into(),
            hub: "192.0.2.7".parse().unwrap()
        }
        .to_string()
    );
}

#[test]
fn an_address_is_read_as_people_write_it() {
    let check = |text: &str, expected: Result<&str, AddressFault>| {
        assert_eq!(
            text.parse::<HubAddress>().map(|a| a.to_string()),
            expected.map(str::to_owned),
            "{text}"
        );
    };
    check("Hub.Example.org", Ok("hub.example.org:7421"));
    check(" 192.0.2.7:80 ", Ok("192.0.2.7:80"));
    check("[2001:db8::1]", Ok("[2001:db8::1]:7421"));
    check("[2001:db8::1]:80", Ok("[2001:db8::1]:80"));
    check("2001:db8::1", Err(AddressFault::Host));
    check("", Err(AddressFault::Host));
    check(":80", Err(AddressFault::Host));
    check("hub.example.org:0", Err(AddressFault::Port));
    check("hub.example.org:99999", Err(AddressFault::Port));
    check("جمعية", Err(AddressFault::Host));
    check(&"x".repeat(65), Err(AddressFault::Host));
}

#[test]
fn no_secret_is_printed_by_debug() {
    let code = Code::Recovery {
        secret: [0xab; 20].into(),
        hub: None,
        space: [0; 5],
    };
    let text = format!("{code:?}");
    assert!(
        !text.contains("171") && !text.to_lowercase().contains("ab, ab"),
        "{text}"
    );
}

#[test]
fn a_comparison_is_six_digits() {
    assert_eq!(comparison(&[1; 32]).len(), 6);
    assert!(comparison(&[1; 32]).bytes().all(|b| b.is_ascii_digit()));
    assert_ne!(comparison(&[1; 32]), comparison(&[2; 32]));
}

proptest! {
    #[test]
    fn reading_never_panics(text in ".{0,700}", digits in "[0-9]{0,700}", bytes in prop::collection::vec(any::<u8>(), 0..120)) {
        _ = read(&text);
        _ = read(&digits);
        if let Ok(code) = Code::from_bytes(&bytes) {
            prop_assert_eq!(read(&code.to_string()), Ok(code));
        }
    }

    #[test]
    fn any_code_reads_back(secret: [u8; 20], space: [u8; 5], ip: [u8; 4], port in 1u16.., host in "[a-z][a-z0-9.-]{0,62}") {
        let ip: HubAddress = format!("{}:{port}", std::net::Ipv4Addr::from(ip)).parse().unwrap();
        let host: HubAddress = format!("{host}:{port}").parse().unwrap();
        for hub in [None, Some(ip), Some(host)] {
            let code = Code::Recovery { secret: secret.into(), hub, space };
            prop_assert_eq!(read(&code.to_string()), Ok(code));
        }
    }
}
