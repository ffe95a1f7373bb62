//! Searching bytes for words, however somebody might have written them down.

use std::io::Read;
use std::path::Path;

use data_encoding::{BASE32, BASE32HEX, BASE64, BASE64URL, Encoding, HEXLOWER, HEXUPPER};
use tawro_core::text::fold;

/// Every way to write a word that the search knows, each with its name.
pub(crate) struct Needles(Vec<(String, Vec<u8>)>);

impl Needles {
    pub(crate) fn new(words: &[&str]) -> Self {
        let mut all = Vec::new();
        for word in words {
            let mut spellings = vec![
                (*word).to_owned(),
                word.to_lowercase(),
                word.to_uppercase(),
                fold(word),
            ];
            spellings.sort();
            spellings.dedup();
            for spelling in &spellings {
                let utf16: Vec<u16> = spelling.encode_utf16().collect();
                let little: Vec<u8> = utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect();
                let big: Vec<u8> = utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect();
                for (name, bytes) in [
                    ("utf-8", spelling.clone().into_bytes()),
                    ("utf-16le", little),
                    ("utf-16be", big),
                ] {
                    encoded(&format!("{spelling} {name}"), &bytes, &mut all);
                    all.push((format!("{spelling} {name}"), bytes));
                }
            }
        }
        Self(all)
    }

    /// What is found in bytes, by name; also inside whatever was packed with zstd.
    pub(crate) fn found(&self, bytes: &[u8]) -> Vec<String> {
        let mut found = self.plainly(bytes);
        for at in places(bytes, &ZSTD_MAGIC) {
            let mut unpacked = Vec::new();
            // The frame's end is unknown here and often cut; what came out before counts.
            if let Ok(decoder) = zstd::stream::read::Decoder::new(&bytes[at..]) {
                let _cut = decoder.take(UNPACKED_MAX).read_to_end(&mut unpacked);
            }
            found.extend(
                self.plainly(&unpacked)
                    .into_iter()
                    .map(|name| format!("{name}, packed")),
            );
        }
        found
    }

    fn plainly(&self, bytes: &[u8]) -> Vec<String> {
        let is_in = |(_, needle): &&(String, Vec<u8>)| places(bytes, needle).next().is_some();
        self.0
            .iter()
            .filter(is_in)
            .map(|(name, _)| name.clone())
            .collect()
    }

    /// What is found in the files of a folder and in their names; says how many bytes were read.
    pub(crate) fn found_in(&self, folder: &Path) -> (Vec<String>, usize) {
        let (mut found, mut read) = (Vec::new(), 0);
        for file in std::fs::read_dir(folder).unwrap() {
            let file = file.unwrap();
            let name = file.file_name().to_string_lossy().into_owned();
            found.extend(self.found(name.as_bytes()));
            if file.path().is_dir() {
                let inner = self.found_in(&file.path());
                found.extend(inner.0);
                read += inner.1;
                continue;
            }
            let bytes = std::fs::read(file.path()).unwrap();
            read += bytes.len();
            found.extend(
                self.found(&bytes)
                    .into_iter()
                    .map(|what| format!("{what} in {name}")),
            );
        }
        (found, read)
    }
}

/// A word inside base64 or base32 looks different at each distance from the beginning.
fn encoded(name: &str, bytes: &[u8], all: &mut Vec<(String, Vec<u8>)>) {
    for (hex, code) in [("hex", &HEXLOWER), ("HEX", &HEXUPPER)] {
        all.push((format!("{name} {hex}"), code.encode(bytes).into_bytes()));
    }
    let codes: [(&str, &Encoding); 4] = [
        ("base64", &BASE64),
        ("base64url", &BASE64URL),
        ("base32", &BASE32),
        ("base32hex", &BASE32HEX),
    ];
    for (code_name, code) in codes {
        let bits = code.bit_width();
        for before in 0..5 {
            let padded = [vec![0; before], bytes.to_vec()].concat();
            let text = code.encode(&padded).into_bytes();
            let inner = text[(before * 8).div_ceil(bits)..padded.len() * 8 / bits].to_vec();
            if bits == 5 {
                all.push((format!("{name} {code_name} lower"), inner.to_ascii_lowercase()));
            }
            all.push((format!("{name} {code_name}"), inner));
        }
    }
}

/// Where a needle stands in bytes.
pub(crate) fn places<'a>(bytes: &'a [u8], needle: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let first = needle[0];
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + bytes.get(from..)?.iter().position(|byte| *byte == first)?;
            from = at + 1;
            if bytes[at..].starts_with(needle) {
                return Some(at);
            }
        }
    })
}

const ZSTD_MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
const UNPACKED_MAX: u64 = 4 << 20;

#[test]
fn a_word_is_found_however_it_is_written() {
    let needles = Needles::new(&["Qzoxwuvjik", "ضغظثذخشقصعف"]);
    let within = |bytes: &[u8]| [b"\0\x01 some bytes before", bytes, b"and behind\xff"].concat();
    let text = "the qzoxwuvjik sentence";
    let arabic = "قال ضغظثذخشقصعف ومضى";
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    for plain in [
        text.as_bytes().to_vec(),
        arabic.as_bytes().to_vec(),
        wide(text),
        wide(arabic),
    ] {
        let packed = zstd::bulk::compress(
            &[plain.clone(), b"again and again and again".repeat(9)].concat(),
            9,
        );
        for written in [
            plain.clone(),
            BASE64.encode(&plain).into_bytes(),
            BASE64URL.encode(&plain).into_bytes(),
            BASE32.encode(&plain).into_bytes(),
            tawro_core::id::base32(&plain).into_bytes(),
            HEXLOWER.encode(&plain).into_bytes(),
            HEXUPPER.encode(&plain).into_bytes(),
            packed.unwrap(),
        ] {
            assert!(
                !needles.found(&within(&written)).is_empty(),
                "{}",
                String::from_utf8_lossy(&written)
            );
        }
    }
    assert!(!needles.found("QZOXWUVJIK".as_bytes()).is_empty());
    assert!(needles.found(&within(b"nothing of it")).is_empty());
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a"), within(text.as_bytes())).unwrap();
    assert_eq!(needles.found_in(folder.path()).0.len(), 1);
}
