//! Where a hub is: a host and a port, as short as they can be typed.

use std::fmt;
use std::net::Ipv4Addr;
use std::str::FromStr;

use thiserror::Error;

use super::CodeFault;

/// Bytes that a host name in a code may have.
pub const HOST_MAX: usize = 64;
/// The port of a hub unless an address says another.
pub const HUB_PORT: u16 = 7421;

pub(super) const NONE: u8 = 0;
const IPV4: u8 = 1;
const IPV4_PORT: u8 = 2;
const HOST: u8 = 3;
const HOST_PORT: u8 = 4;

/// Why a text is no hub address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AddressFault {
    /// The host is empty, too long, or has other characters than letters, digits, `.`, `-`, and `:` in brackets.
    #[error("not a host name")]
    Host,
    /// The port is not a number from 1 to 65535.
    #[error("not a port")]
    Port,
}

/// Host and port of a hub, as `hub.example.org:7421`, `192.0.2.7` or `[2001:db8::1]:7421`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HubAddress {
    host: String,
    port: u16,
}

impl HubAddress {
    /// The host: a name in lower case, an IPv4 address, or an IPv6 address in brackets.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.port
    }

    fn new(host: &str, port: u16) -> Result<Self, AddressFault> {
        let plain = |text: &str| {
            text.bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-')
        };
        let valid = match host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(inner) => inner.parse::<std::net::Ipv6Addr>().is_ok(),
            None => !host.is_empty() && plain(host),
        };
        if !valid || host.len() > HOST_MAX {
            return Err(AddressFault::Host);
        }
        if port == 0 {
            return Err(AddressFault::Port);
        }
        Ok(Self {
            host: host.to_ascii_lowercase(),
            port,
        })
    }

    fn ipv4(&self) -> Option<Ipv4Addr> {
        // Only the usual spelling: what is read back must be the same text.
        self.host
            .parse::<Ipv4Addr>()
            .ok()
            .filter(|ip| ip.to_string() == self.host)
    }

    pub(super) fn form(&self) -> u8 {
        match (self.ipv4().is_some(), self.port == HUB_PORT) {
            (true, true) => IPV4,
            (true, false) => IPV4_PORT,
            (false, true) => HOST,
            (false, false) => HOST_PORT,
        }
    }

    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        match self.ipv4() {
            Some(ip) => bytes.extend_from_slice(&ip.octets()),
            None => {
                // `new` bounds a host at 64 bytes.
                bytes.push(self.host.len() as u8);
                bytes.extend_from_slice(self.host.as_bytes());
            }
        }
        if self.port != HUB_PORT {
            bytes.extend_from_slice(&self.port.to_be_bytes());
        }
    }

    /// Reads what [`write`](Self::write) wrote in this form, with what follows; nothing if the bytes
    /// end before the address does.
    #[expect(
        clippy::type_complexity,
        reason = "an address that may be absent, and the rest"
    )]
    pub(super) fn read(form: u8, bytes: &[u8]) -> Result<Option<(Option<Self>, &[u8])>, CodeFault> {
        let host = match form {
            NONE => return Ok(Some((None, bytes))),
            IPV4 | IPV4_PORT => bytes
                .split_first_chunk::<4>()
                .map(|(octets, rest)| (Ipv4Addr::from(*octets).to_string(), rest)),
            HOST | HOST_PORT => bytes
                .split_first()
                .and_then(|(len, rest)| rest.split_at_checked(usize::from(*len)))
                .map(|(host, rest)| (String::from_utf8_lossy(host).into_owned(), rest)),
            _ => return Err(CodeFault::Address),
        };
        let with_port = form == IPV4_PORT || form == HOST_PORT;
        let Some((host, rest)) = host else { return Ok(None) };
        let (port, rest) = match rest.split_first_chunk::<2>() {
            _ if !with_port => (HUB_PORT, rest),
            Some((port, rest)) => (u16::from_be_bytes(*port), rest),
            None => return Ok(None),
        };
        let address = Self::new(&host, port).map_err(|_| CodeFault::Address)?;
        // One address, one form.
        if address.host != host || address.form() != form {
            return Err(CodeFault::Address);
        }
        Ok(Some((Some(address), rest)))
    }
}

impl FromStr for HubAddress {
    type Err = AddressFault;

    fn from_str(text: &str) -> Result<Self, AddressFault> {
        let text = text.trim();
        match text.rsplit_once(':') {
            // The last colon inside brackets belongs to the host.
            Some((host, port)) if !port.ends_with(']') => {
                Self::new(host, port.parse().map_err(|_| AddressFault::Port)?)
            }
            _ => Self::new(text, HUB_PORT),
        }
    }
}

impl fmt::Display for HubAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}
