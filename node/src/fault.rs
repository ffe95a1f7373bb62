//! What goes wrong at a node, for whoever opens one: each fault in its sort, with a stable code.

use tawro_core::code::CodeFault;
use tawro_core::command;
use tawro_core::membership::draft::DraftRefusal;
use tawro_core::membership::invite::{MailboxFault, OfferFault};
use tawro_core::membership::{LabelTooLong, MemberFault, SequenceRefusal};
use tawro_core::programme::EditionFault;
use tawro_core::replica::{ExecuteFault, MembersFault, ReplicaFault, StoreFault};
use tawro_core::sync::PeerFault;
use tawro_core::wire::{ProposalRefusal, Refusal};
use tawro_quic::{IdentityError, LinkFault, close};
use thiserror::Error;

use crate::backup::BackupFault;
use crate::error::{Fault, FileError, Who};
use crate::export::ExportFault;
use crate::files::FileFault;
use crate::folder::FolderError;
use crate::import::{ImportFault, LookupFault};
use crate::keys::KeysError;
use crate::paper::PaperFault;
use crate::reporting::ReportFault;
use crate::store::StoreError;

/// Anything that a node refuses or fails at.
#[derive(Debug, Error)]
pub enum NodeError {
    /// The folder: in use, empty, not to be read.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The keys: a wrong passphrase, a damaged file.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// A command that the person can mend.
    #[error(transparent)]
    Execute(#[from] ExecuteFault),
    /// The person's functions do not allow it.
    #[error("the functions of this login do not allow it")]
    NotAllowed,
    /// A file that is no copy, or a copy that is not whole.
    #[error(transparent)]
    Backup(#[from] BackupFault),
    /// A photo or scan that is not kept.
    #[error(transparent)]
    Attached(#[from] FileFault),
    /// A paper that cannot be made.
    #[error(transparent)]
    Paper(#[from] PaperFault),
    /// Numbers that do not leave.
    #[error(transparent)]
    Report(#[from] ReportFault),
    /// An edition of the programme that is not taken in, or not made.
    #[error(transparent)]
    Edition(#[from] EditionFault),
    /// The records, or what lies beneath them.
    #[error(transparent)]
    Replica(#[from] ReplicaFault),
    /// A decision about members.
    #[error(transparent)]
    Members(#[from] MembersFault),
    /// A decision about members that cannot be put down.
    #[error(transparent)]
    Draft(#[from] DraftRefusal),
    /// A sheet that gives no plan.
    #[error(transparent)]
    Import(#[from] ImportFault),
    /// A sheet that cannot be written.
    #[error(transparent)]
    Export(#[from] ExportFault),
    /// The records could not be read for a sheet.
    #[error(transparent)]
    Lookup(#[from] LookupFault),
    /// This device's key cannot be used.
    #[error(transparent)]
    Identity(#[from] IdentityError),
    /// The network, or the other end of it.
    #[error(transparent)]
    Link(LinkFault),
    /// The hub broke the protocol.
    #[error(transparent)]
    Peer(#[from] PeerFault),
    /// The hub said no.
    #[error("the hub refuses")]
    Refused(Refusal),
    /// The hub answered something else than was asked.
    #[error("the hub answered something else")]
    OtherAnswer,
    /// The hub claims more of this device's own log than it shows, so nothing new is sealed for it.
    #[error("the hub claims more of this device's log than it shows")]
    Unshown,
    /// The hub's name leads nowhere.
    #[error("{host} is not known")]
    Unknown {
        /// The name.
        host: String,
    },
    /// The association is not enrolled at any hub.
    #[error("not enrolled")]
    NotEnrolled,
    /// The recovery code says no hub's address, and none was given beside it.
    #[error("the hub's address is not known")]
    NoAddress,
    /// The hub did not order a decision about members.
    #[error("the hub did not order the decision")]
    NotOrdered {
        /// Why, if it said so.
        refusal: Option<ProposalRefusal>,
    },
    /// The association is enrolled already.
    #[error("enrolled already")]
    Enrolled,
    /// The hub does not know what the ticket says it knows: it is another.
    #[error("the hub does not know the ticket")]
    FalseHub,
    /// A code that cannot be read.
    #[error(transparent)]
    Code(#[from] CodeFault),
    /// A code of another kind: a ticket where an invitation is needed, and so on.
    #[error("another kind of code")]
    OtherCode,
    /// What lay in the invitation's mailbox is not what it should be.
    #[error(transparent)]
    Mailbox(#[from] MailboxFault),
    /// Another asks by the invitation than the one whose six digits were shown.
    #[error("another device asks by the invitation")]
    OtherRequest,
    /// The membership is not what the offer promised.
    #[error(transparent)]
    Offer(#[from] OfferFault),
    /// The device's label is too long.
    #[error(transparent)]
    Label(#[from] LabelTooLong),
    /// The membership that a hub showed does not hold.
    #[error("the membership shown does not hold at position {position}")]
    History {
        /// Where.
        position: u32,
        /// Why.
        #[source]
        fault: Option<MemberFault>,
    },
    /// Nobody came, or nobody answered, in the time that was given.
    #[error("nobody came in time")]
    TimedOut,
    /// The invitation ended, and this device was not admitted by it.
    #[error("the invitation ended without admitting this device")]
    NotAdmitted,
    /// The person said no.
    #[error("the person said no")]
    Declined,
    /// The recovery code opens nothing of this association.
    #[error("the recovery code is not in force")]
    RecoveryCode,
    /// No device of that letter, id or label.
    #[error("no such device")]
    NoSuchDevice,
}

impl From<LinkFault> for NodeError {
    fn from(fault: LinkFault) -> Self {
        match fault {
            // The word itself may be lost when the connection closes right behind it.
            LinkFault::Closed { code } if code == u64::from(close::REFUSED) => {
                Self::Refused(Refusal::NotHere)
            }
            LinkFault::Closed { code } if code == u64::from(close::BUSY) => Self::Refused(Refusal::Busy),
            other => Self::Link(other),
        }
    }
}

impl From<command::Refusal> for NodeError {
    fn from(refusal: command::Refusal) -> Self {
        Self::Execute(ExecuteFault::Refused(refusal))
    }
}

impl From<StoreFault> for NodeError {
    fn from(fault: StoreFault) -> Self {
        match fault.0.downcast::<StoreError>() {
            Ok(error) => Self::Store(*error),
            Err(other) => Self::Replica(ReplicaFault::Store(StoreFault(other))),
        }
    }
}

impl NodeError {
    /// Why a decision about members would not hold.
    fn about_members(&self) -> Option<&MemberFault> {
        match self {
            Self::Draft(DraftRefusal::Fault(fault))
            | Self::Members(MembersFault::Draft(DraftRefusal::Fault(fault)))
            | Self::Members(MembersFault::Sequence(SequenceRefusal::Fault(fault))) => Some(fault),
            _ => None,
        }
    }

    /// Whether it passes by itself: the hub cannot be reached, or is too busy, for now.
    pub fn passes(&self) -> bool {
        match self {
            Self::Link(fault) => !matches!(fault, LinkFault::OtherKey | LinkFault::OtherProtocol),
            Self::Unknown { .. } | Self::Refused(Refusal::Busy | Refusal::Quota) => true,
            _ => false,
        }
    }

    /// The store's own error beneath, if that is the cause.
    fn beneath(&self) -> Option<&StoreError> {
        let fault = match self {
            Self::Store(error) => return Some(error),
            Self::Replica(ReplicaFault::Store(fault)) => fault,
            Self::Execute(ExecuteFault::Replica(ReplicaFault::Store(fault))) => fault,
            Self::Members(MembersFault::Replica(ReplicaFault::Store(fault))) => fault,
            _ => return None,
        };
        fault.0.downcast_ref()
    }
}

fn members(fault: &MemberFault) -> &'static str {
    match fault {
        MemberFault::NotAllowed { .. } | MemberFault::LastAdmin => "members_refused",
        MemberFault::SelfRemoval | MemberFault::SequencerRemoval => "self_removal",
        MemberFault::TooManyDevices { .. } => "too_many_devices",
        _ => "decision_not_ordered",
    }
}

fn not_ordered(refusal: Option<ProposalRefusal>) -> &'static str {
    match refusal {
        Some(ProposalRefusal::NotAllowed) => "decision_not_allowed",
        Some(ProposalRefusal::NotSequencer) => "decision_other_hub",
        _ => "decision_not_ordered",
    }
}

impl Fault for NodeError {
    fn code(&self) -> &'static str {
        if let Some(store) = self.beneath() {
            return store.code();
        }
        match self {
            Self::Folder(error) => error.code(),
            Self::Keys(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::File(error) => error.code(),
            Self::Execute(ExecuteFault::Refused(refusal)) => refusal.code(),
            Self::NotAllowed => "not_allowed",
            Self::Backup(fault) => fault.code(),
            Self::Attached(fault) => fault.code(),
            Self::Report(fault) => fault.code(),
            Self::Edition(fault) => fault.code(),
            Self::Execute(ExecuteFault::ReadOnly) => "device_read_only",
            Self::Execute(ExecuteFault::Replica(_)) | Self::Replica(_) => "records_damaged",
            Self::Members(_) | Self::Draft(_) => self.about_members().map_or("decision_not_ordered", members),
            Self::Import(fault) => fault.code(),
            Self::Export(_) => "export_failed",
            Self::Paper(_) => "paper_failed",
            Self::Lookup(_) => "records_damaged",
            Self::Identity(_) => "device_key",
            Self::Link(LinkFault::OtherKey) => "hub_other_key",
            Self::Link(LinkFault::OtherProtocol) => "hub_other_version",
            Self::Link(LinkFault::NoAnswer | LinkFault::Unreachable { .. }) => "hub_no_answer",
            Self::Link(_) => "hub_cut",
            Self::Peer(_) | Self::OtherAnswer => "hub_protocol",
            Self::Refused(Refusal::NotHere) => "hub_not_here",
            Self::Refused(Refusal::Ticket) => "code_not_valid",
            Self::Refused(Refusal::Quota) => "hub_quota",
            Self::Refused(Refusal::Busy) => "hub_busy",
            Self::Refused(Refusal::Version) => "hub_other_version",
            Self::Refused(_) => "hub_refused",
            Self::Unshown => "hub_unshown",
            Self::Unknown { .. } => "hub_unknown",
            Self::NotEnrolled => "not_enrolled",
            Self::NoAddress => "no_address",
            Self::NotOrdered { refusal } => not_ordered(*refusal),
            Self::Enrolled => "enrolled_already",
            Self::FalseHub => "hub_false",
            Self::Code(_) => "code_unreadable",
            Self::OtherCode => "code_other_kind",
            Self::Mailbox(_) => "invite_mailbox",
            Self::OtherRequest => "invite_other_request",
            Self::Offer(_) | Self::History { .. } => "hub_history",
            Self::Label(_) => "label_too_long",
            Self::TimedOut => "timed_out",
            Self::NotAdmitted => "not_admitted",
            Self::Declined => "declined",
            Self::RecoveryCode => "recovery_code",
            Self::NoSuchDevice => "no_such_device",
        }
    }

    fn who(&self) -> Who {
        if let Some(store) = self.beneath() {
            return store.who();
        }
        match self {
            Self::Folder(error) => error.who(),
            Self::Backup(fault) => fault.who(),
            Self::Keys(error) => error.who(),
            Self::Store(error) => error.who(),
            Self::File(error) => error.who(),
            Self::Execute(ExecuteFault::Replica(_))
            | Self::Replica(_)
            | Self::Lookup(_)
            | Self::Identity(_) => Who::Us,
            Self::Link(LinkFault::OtherKey)
            | Self::Peer(_)
            | Self::OtherAnswer
            | Self::FalseHub
            | Self::Mailbox(_)
            | Self::OtherRequest
            | Self::Offer(_)
            | Self::History { .. } => Who::Peer,
            Self::Link(_) | Self::Refused(Refusal::Busy | Refusal::Quota) | Self::Unknown { .. } => {
                Who::Operator
            }
            _ => Who::Person,
        }
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        if let Some(store) = self.beneath() {
            return store.facts();
        }
        match self {
            Self::Folder(error) => error.facts(),
            Self::Keys(error) => error.facts(),
            Self::Store(error) => error.facts(),
            Self::File(error) => error.facts(),
            Self::Unknown { host } => vec![("host", host.clone())],
            Self::Link(LinkFault::Unreachable { address }) => vec![("address", address.to_string())],
            Self::Members(_) | Self::Draft(_) => match self.about_members() {
                Some(MemberFault::TooManyDevices { limit }) => vec![("limit", limit.to_string())],
                _ => Vec::new(),
            },
            Self::Code(fault) => vec![("reason", fault.to_string())],
            Self::Report(fault) => fault.facts(),
            Self::Edition(fault) => fault.facts(),
            _ => Vec::new(),
        }
    }
}
