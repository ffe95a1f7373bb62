//! How a saved document is packed: one byte says how, so that a dictionary can come later.

use zstd::bulk::{Compressor, Decompressor};

use super::StoreError;

/// As it is: small ones that compression does not shorten.
const PLAIN: u8 = 0;
/// Its length (four bytes, little-endian), then one zstd frame without a dictionary.
const ZSTD: u8 = 1;
const LEVEL: i32 = 3;
/// A document has at most some thousand changes of 192 KiB; one larger than this is damage.
const DOCUMENT_BYTES_MAX: usize = 256 * 1024 * 1024;

/// Packs and unpacks; kept between documents, since its tables are larger than most of them.
pub(super) struct Codec {
    compressor: Compressor<'static>,
    decompressor: Decompressor<'static>,
}

impl Codec {
    pub(super) fn new() -> Self {
        Self {
            compressor: Compressor::new(LEVEL).expect("zstd gives its tables unless memory is out"),
            decompressor: Decompressor::new().expect("zstd gives its tables unless memory is out"),
        }
    }

    pub(super) fn pack(&mut self, bytes: &[u8]) -> Vec<u8> {
        if let (Ok(len), Ok(frame)) = (u32::try_from(bytes.len()), self.compressor.compress(bytes))
            && frame.len() + 4 < bytes.len()
        {
            let mut packed = Vec::with_capacity(5 + frame.len());
            packed.push(ZSTD);
            packed.extend_from_slice(&len.to_le_bytes());
            packed.extend_from_slice(&frame);
            return packed;
        }
        let mut packed = Vec::with_capacity(1 + bytes.len());
        packed.push(PLAIN);
        packed.extend_from_slice(bytes);
        packed
    }

    /// Unpacks what [`Self::pack`] made; nothing packed is nothing.
    pub(super) fn unpack(&mut self, packed: &[u8]) -> Result<Vec<u8>, StoreError> {
        let damaged = || StoreError::damaged("document");
        let Some((how, rest)) = packed.split_first() else {
            return Ok(Vec::new());
        };
        match *how {
            PLAIN => Ok(rest.to_vec()),
            ZSTD => {
                let (len, frame) = rest.split_first_chunk::<4>().ok_or_else(damaged)?;
                let len = u32::from_le_bytes(*len) as usize;
                if len > DOCUMENT_BYTES_MAX {
                    return Err(damaged());
                }
                let bytes = self.decompressor.decompress(frame, len).map_err(|_| damaged())?;
                if bytes.len() == len {
                    Ok(bytes)
                } else {
                    Err(damaged())
                }
            }
            _ => Err(damaged()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_unpacks_and_damage_is_noticed() {
        let mut codec = Codec::new();
        let long = "الجمعية ".repeat(500).into_bytes();
        for bytes in [&b""[..], b"short", &[0xff; 300], &long] {
            let packed = codec.pack(bytes);
            assert_eq!(codec.unpack(&packed).unwrap(), bytes);
            assert!(packed.len() <= bytes.len() + 1);
        }
        let good = codec.pack(&long);
        assert!(good.len() < long.len() / 10);
        for bad in [
            &good[..3],
            &good[..20],
            &[9, 1, 2][..],
            &[1, 255, 255, 255, 255, 0][..],
        ] {
            assert!(matches!(codec.unpack(bad), Err(StoreError::Damaged { .. })));
        }
    }
}
