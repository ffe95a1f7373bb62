//! What a peer sends: frames in any pieces, messages, entries in their short form.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tawro_core::id::SpaceId;
use tawro_core::wire::{Frame, FrameReader, Message, Packer, Unpacker};

const SPACE: SpaceId = SpaceId([7; 32]);

fuzz_target!(|data: &[u8]| {
    let Some((how, bytes)) = data.split_first() else {
        return;
    };
    // Odd: one frame, so that no mutation has to guess a length. Even: a stream, in pieces.
    if how % 2 == 1 {
        let Some((kind, body)) = bytes.split_first() else {
            return;
        };
        let (kind, body) = (*kind, body.to_vec());
        if let Ok(message) = Message::from_frame(&Frame { kind, body }) {
            understood(&message, &mut Unpacker::new(SPACE));
        }
    } else {
        stream(bytes, usize::from(how / 2) + 1);
    }
});

/// However the bytes are cut, the same messages come out, up to the same fault.
fn stream(bytes: &[u8], piece: usize) {
    let mut unpacker = Unpacker::new(SPACE);
    let mut whole = FrameReader::new();
    whole.push(bytes);
    let mut cut = FrameReader::new();
    let mut pieces = bytes.chunks(piece);
    loop {
        let expected = whole.next_message();
        let mut found = cut.next_message();
        while found == Ok(None) {
            match pieces.next() {
                Some(piece) => cut.push(piece),
                None => break,
            }
            found = cut.next_message();
        }
        assert_eq!(expected, found);
        match found {
            Ok(Some(message)) => understood(&message, &mut unpacker),
            Ok(None) => {
                assert_eq!(whole.inside_frame(), cut.inside_frame());
                return;
            }
            Err(_) => return,
        }
    }
}

/// What was read is written and read again, the same.
fn understood(message: &Message, unpacker: &mut Unpacker) {
    let written = message.to_frame();
    let mut reader = FrameReader::new();
    reader.push(&written);
    assert_eq!(reader.next_message().as_ref(), Ok(&Some(message.clone())));
    assert!(!reader.inside_frame());
    let Message::Entries(bytes) = message else {
        return;
    };
    let Ok(entries) = unpacker.unpack(bytes) else {
        return;
    };
    let mut packer = Packer::new(SPACE);
    let mut packed = Vec::new();
    for entry in &entries {
        packer.pack(entry, &mut packed);
    }
    let again = Unpacker::new(SPACE).unpack(&packed);
    assert_eq!(again.as_ref(), Ok(&entries));
}
