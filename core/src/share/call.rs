//! What a hub asks with: the tasks of a period, each with the roll of those it asks, signed.

use minicbor::{Decode, Encode};

use super::canon::{self, Malformed};
use super::roll::ROLL_BYTES_MAX;
use super::{Roll, TASK_BYTES_MAX, Task};
use crate::crypto::{self, BadSignature, DeviceSecret, SIGNATURE_LEN};
use crate::id::{DeviceId, StatisticsKey};

const PURPOSE: &str = "statistics-call";
/// One for associations, one for the register of who runs the programme.
const TASKS_MAX: usize = 2;
/// The heads of a few lists, and a signature.
const FRAME_BYTES_MAX: usize = 128;

/// The tasks of a period as they travel to those who are asked.
///
/// A node takes it from whoever brings it, checks that its own hub signed it, and looks for the tasks
/// that ask it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    asks: Vec<(Task, Roll)>,
    signature: [u8; SIGNATURE_LEN],
}

impl Call {
    /// Signs tasks and who is asked, one task or two; nothing if a roll is not the one that its task names.
    pub fn sign(asks: Vec<(Task, Roll)>, hub: &DeviceSecret) -> Option<Self> {
        let signature = hub.sign(PURPOSE, &canon::to_bytes(&travelling(&asks)));
        let call = Self { asks, signature };
        call.fits().then_some(call)
    }

    /// Checks that this hub signed it.
    pub fn verify(&self, hub: &DeviceId) -> Result<(), BadSignature> {
        let signed = canon::to_bytes(&travelling(&self.asks));
        crypto::verify(PURPOSE, &hub.0, &signed, &self.signature)
    }

    /// Each task with its roll.
    pub fn asks(&self) -> &[(Task, Roll)] {
        &self.asks
    }

    /// The task that asks this key, if one does.
    pub fn of(&self, key: &StatisticsKey) -> Option<&(Task, Roll)> {
        self.asks.iter().find(|(_, roll)| roll.seat(key).is_some())
    }

    /// The one encoding.
    pub fn to_bytes(&self) -> Vec<u8> {
        canon::to_bytes(&Wire {
            asks: travelling(&self.asks),
            signature: self.signature,
        })
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote, and only that. Nothing is verified yet.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let limit = TASKS_MAX * (TASK_BYTES_MAX + ROLL_BYTES_MAX) + FRAME_BYTES_MAX;
        let wire: Wire = canon::from_bytes(bytes, limit)?;
        let read = |ask: Ask| Ok((Task::from_bytes(&ask.task)?, Roll::from_bytes(&ask.roll)?));
        let call = Self {
            asks: wire
                .asks
                .into_iter()
                .map(read)
                .collect::<Result<_, Malformed>>()?,
            signature: wire.signature,
        };
        call.fits().then_some(call).ok_or(Malformed)
    }

    fn fits(&self) -> bool {
        (1..=TASKS_MAX).contains(&self.asks.len()) && self.asks.iter().all(|(task, roll)| task.asks(roll))
    }
}

fn travelling(asks: &[(Task, Roll)]) -> Vec<Ask> {
    let ask = |(task, roll): &(Task, Roll)| Ask {
        task: task.to_bytes(),
        roll: roll.to_bytes(),
    };
    asks.iter().map(ask).collect()
}

#[derive(Encode, Decode)]
struct Wire {
    #[cbor(n(0), decode_with = "canon::list::<_, _, TASKS_MAX>")]
    asks: Vec<Ask>,
    #[cbor(n(1), with = "minicbor::bytes")]
    signature: [u8; SIGNATURE_LEN],
}

#[derive(Encode, Decode)]
struct Ask {
    #[cbor(n(0), with = "minicbor::bytes")]
    task: Vec<u8>,
    #[cbor(n(1), with = "minicbor::bytes")]
    roll: Vec<u8>,
}
