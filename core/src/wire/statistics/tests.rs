//! Questions and answers about statistics: what goes in comes out, and nothing else gets in.

use proptest::prelude::*;

use super::*;
use crate::wire::FrameReader;

fn questions() -> Vec<Question> {
    vec![
        Question::Calls { known: Vec::new() },
        Question::Calls {
            known: vec![[1; 32], [2; 32]],
        },
        Question::Report(vec![7; 200]),
        Question::Notices {
            known: vec![[3; 32]; KNOWN_MAX],
        },
        Question::Sheet(vec![8; 100]),
        Question::Edition { above: 0 },
        Question::Edition { above: u32::MAX },
    ]
}

fn answers() -> Vec<Answer> {
    let mut all = Answer::item(&[9; PART_MAX + 10]);
    all.extend(Answer::item(&[]));
    all.extend([
        Answer::Taken,
        Answer::Rejected {
            code: "report_late".to_owned(),
        },
    ]);
    let denials = [
        Denial::NoSeat,
        Denial::Busy,
        Denial::Malformed,
        Denial::Unknown,
        Denial::Other(900),
    ];
    all.extend(denials.map(Answer::Denied));
    all.push(Answer::Unknown { kind: 5 });
    all
}

fn frames(stream: &[u8], limit: usize) -> Vec<Frame> {
    let mut reader = FrameReader::with_limit(limit);
    reader.push(stream);
    std::iter::from_fn(|| reader.next_frame().unwrap()).collect()
}

#[test]
fn what_is_asked_and_answered_reads_back() {
    let asked: Vec<u8> = questions().iter().flat_map(Question::to_frame).collect();
    let frames_asked = frames(&asked, QUESTION_MAX);
    let read: Result<Vec<_>, _> = frames_asked.iter().map(Question::from_frame).collect();
    assert_eq!(read, Ok(questions()));
    let answered: Vec<u8> = answers().iter().flat_map(Answer::to_frame).collect();
    let frames_answered = frames(&answered, ANSWER_MAX);
    let read: Result<Vec<_>, _> = frames_answered.iter().map(Answer::from_frame).collect();
    assert_eq!(read, Ok(answers()));
}

#[test]
fn the_bytes_of_the_first_release_never_change() {
    let hex = |bytes: Vec<u8>| data_encoding::HEXLOWER.encode(&bytes);
    let known = || vec![[0xab; 32]];
    let hash = "ab".repeat(32);
    let asked = [
        (
            Question::Calls { known: Vec::new() },
            "0400000081a10080".to_owned(),
        ),
        (
            Question::Calls { known: known() },
            format!("2600000081a100815820{hash}"),
        ),
        (Question::Report(vec![1, 2]), "03000000820102".to_owned()),
        (
            Question::Notices { known: known() },
            format!("2600000083a100815820{hash}"),
        ),
        (Question::Edition { above: 3 }, "0400000084a10003".to_owned()),
        (Question::Sheet(vec![1, 2]), "03000000850102".to_owned()),
    ];
    for (question, golden) in asked {
        assert_eq!(hex(question.to_frame()), golden, "{question:?}");
    }
    let late = Answer::Rejected {
        code: "report_late".to_owned(),
    };
    let answered = [
        (Answer::Part(vec![1]), "02000000a001"),
        (Answer::Item(vec![1, 2]), "03000000a10102"),
        (Answer::Taken, "01000000a2"),
        (late, "0f000000a3a1006b7265706f72745f6c617465"),
        (Answer::Denied(Denial::NoSeat), "04000000a4a10001"),
        (Answer::Denied(Denial::Unknown), "04000000a4a10004"),
    ];
    for (answer, golden) in answered {
        assert_eq!(hex(answer.to_frame()), golden, "{answer:?}");
    }
}

#[test]
fn a_report_of_the_greatest_length_fits_a_question_and_no_longer_one_is_buffered() {
    assert_eq!(REPORT_MAX, crate::share::REPORT_BYTES_MAX);
    const { assert!(crate::share::SHEET_BYTES_MAX < REPORT_MAX) };
    let frame = Question::Report(vec![0; REPORT_MAX]).to_frame();
    assert_eq!(frames(&frame, QUESTION_MAX).len(), 1);
    let mut reader = FrameReader::with_limit(QUESTION_MAX);
    // The length alone is enough to refuse it.
    reader.push(&Question::Report(vec![0; REPORT_MAX + 1]).to_frame()[..5]);
    let len = QUESTION_MAX + 1;
    assert_eq!(reader.next_frame(), Err(FrameFault::Length { len }));
}

#[test]
fn more_than_may_be_known_is_refused_and_so_is_half_a_hash() {
    let body = |known: Vec<Vec<u8>>| Frame {
        kind: CALLS,
        body: cbor(&KnownBody { known }),
    };
    assert!(Question::from_frame(&body(vec![vec![1; 32]; KNOWN_MAX])).is_ok());
    let refused = Err(FrameFault::Body { kind: CALLS });
    assert_eq!(
        Question::from_frame(&body(vec![vec![1; 32]; KNOWN_MAX + 1])),
        refused
    );
    assert_eq!(Question::from_frame(&body(vec![vec![1; 31]])), refused);
    // A list that says it has 2^32 hashes.
    let endless = Frame {
        kind: CALLS,
        body: vec![0xa1, 0, 0x9a, 0xff, 0xff, 0xff, 0xff],
    };
    assert_eq!(Question::from_frame(&endless), refused);
}

#[test]
fn a_reason_is_a_code_and_nothing_that_could_be_shown() {
    for code in ["<b>", "Late", "a b", &"a".repeat(CODE_MAX + 1)] {
        let body = cbor(&RejectedBody { code });
        let frame = Frame { kind: REJECTED, body };
        assert_eq!(
            Answer::from_frame(&frame),
            Err(FrameFault::Body { kind: REJECTED }),
            "{code}"
        );
    }
}

#[test]
fn a_question_of_a_newer_release_is_told_apart_and_an_answer_is_skipped() {
    let frame = |kind| Frame {
        kind,
        body: Vec::new(),
    };
    let unknown = FrameFault::UnknownCritical { kind: 0x90 };
    assert_eq!(Question::from_frame(&frame(0x90)), Err(unknown));
    assert_eq!(Answer::from_frame(&frame(0x90)), Err(unknown));
    assert_eq!(
        Answer::from_frame(&frame(0x10)),
        Ok(Answer::Unknown { kind: 0x10 })
    );
}

#[test]
fn parts_are_put_together_up_to_a_limit() {
    let mut items = Items::new(10);
    assert_eq!(items.piece(&[1; 6], IsLast::No), Ok(None));
    assert!(items.inside_item());
    assert_eq!(
        items.piece(&[2; 4], IsLast::Yes).map(|item| item.unwrap().len()),
        Ok(10)
    );
    assert!(!items.inside_item());
    assert_eq!(items.piece(&[1; 6], IsLast::No), Ok(None));
    assert_eq!(items.piece(&[1; 5], IsLast::Yes), Err(TooLong));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn an_item_comes_whole_through_its_parts(len in 0usize..3 * PART_MAX) {
        let bytes: Vec<u8> = (0..len).map(|at| at as u8).collect();
        let mut items = Items::new(len);
        let mut whole = None;
        for answer in Answer::item(&bytes) {
            prop_assert!(whole.is_none());
            prop_assert!(answer.to_frame().len() <= 4 + ANSWER_MAX);
            whole = match answer {
                Answer::Part(part) => items.piece(&part, IsLast::No),
                Answer::Item(last) => items.piece(&last, IsLast::Yes),
                _ => Err(TooLong),
            }.unwrap();
        }
        prop_assert_eq!(whole, Some(bytes));
    }

    #[test]
    fn questions_of_any_content_read_back(
        known in proptest::collection::vec(any::<[u8; 32]>(), 0..=KNOWN_MAX), above: u32,
        report in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let all = [
            Question::Calls { known: known.clone() }, Question::Notices { known },
            Question::Edition { above }, Question::Sheet(report.clone()), Question::Report(report),
        ];
        for question in all {
            let frame = frames(&question.to_frame(), QUESTION_MAX).remove(0);
            prop_assert_eq!(Question::from_frame(&frame), Ok(question));
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..400), kind in any::<u8>(),
    ) {
        let mut reader = FrameReader::with_limit(QUESTION_MAX);
        reader.push(&bytes);
        while let Ok(Some(_)) = reader.next_frame() {}
        let frame = Frame { kind, body: bytes };
        let _ = Question::from_frame(&frame);
        let _ = Answer::from_frame(&frame);
    }

    #[test]
    fn changed_frames_never_panic(
        which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), byte in any::<u8>(),
    ) {
        let questions = questions();
        let mut bytes = which.get(&questions).to_frame();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let mut reader = FrameReader::with_limit(QUESTION_MAX);
        reader.push(&bytes);
        while let Ok(Some(frame)) = reader.next_frame() {
            let _ = Question::from_frame(&frame);
            let _ = Answer::from_frame(&frame);
        }
    }
}
