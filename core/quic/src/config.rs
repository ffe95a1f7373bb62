//! The two configurations, and the limits that keep one peer from costing another anything.

use std::sync::Arc;
use std::time::Duration;

use quinn::congestion::CubicConfig;
use quinn::crypto::rustls::{HandshakeData, QuicClientConfig, QuicServerConfig};
use quinn::{ClientConfig, Connection, IdleTimeout, ServerConfig, TransportConfig, VarInt};
use rustls::client::{AlwaysResolvesClientRawPublicKeys, Resumption};
use rustls::crypto::{CryptoProvider, ring};
use rustls::server::{AlwaysResolvesServerRawPublicKeys, NoServerSessionStorage};

use tawro_core::wire::{ALPN, STATISTICS_ALPN};

use crate::identity::{Identity, IdentityError};
use crate::verify::{Pin, Verifier};

/// How much a connection may hold at once.
///
/// The sum of the windows bounds the memory one peer can make us keep; quinn's own defaults do not
/// bound a connection at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Streams in both directions that the peer may have open at once.
    pub bidi_streams: u32,
    /// Streams in one direction that the peer may have open at once.
    pub uni_streams: u32,
    /// Bytes of one stream we hold unread.
    pub stream_window: u32,
    /// Bytes of all streams of a connection we hold unread.
    pub connection_window: u32,
    /// Bytes we hold written but not yet acknowledged.
    pub send_window: u64,
    /// Silence after which a connection is given up; the shorter one of both ends counts.
    pub idle: Duration,
    /// How often an idle connection is kept open; `None` lets it end. One end is enough.
    pub keep_alive: Option<Duration>,
    /// Bytes sent before the first acknowledgement arrives. Large on purpose: a day's changes of an
    /// association leave in one round trip, which on a rural link is most of the time they take.
    pub initial_window: u64,
    /// Hands several packets to the system at once; `false` for machines whose driver gets it wrong.
    pub segmentation_offload: bool,
}

impl Limits {
    /// For a hub, which serves many that it does not know.
    pub fn hub() -> Self {
        Self {
            bidi_streams: 16,
            uni_streams: 4,
            stream_window: 256 << 10,
            connection_window: 1 << 20,
            send_window: 1 << 20,
            idle: Duration::from_secs(60),
            keep_alive: None,
            initial_window: 128 << 10,
            segmentation_offload: true,
        }
    }

    /// For a node, which talks to one hub that it chose.
    pub fn node() -> Self {
        Self {
            bidi_streams: 32,
            uni_streams: 32,
            stream_window: 1 << 20,
            connection_window: 8 << 20,
            send_window: 2 << 20,
            keep_alive: Some(Duration::from_secs(20)),
            ..Self::hub()
        }
    }

    fn transport(&self) -> Arc<TransportConfig> {
        let mut cubic = CubicConfig::default();
        cubic.initial_window(self.initial_window);
        let idle = VarInt::from_u64(self.idle.as_millis() as u64)
            .map(IdleTimeout::from)
            .ok();
        let mut transport = TransportConfig::default();
        transport
            .max_concurrent_bidi_streams(self.bidi_streams.into())
            .max_concurrent_uni_streams(self.uni_streams.into())
            .stream_receive_window(self.stream_window.into())
            .receive_window(self.connection_window.into())
            .send_window(self.send_window)
            .max_idle_timeout(idle)
            .keep_alive_interval(self.keep_alive)
            .datagram_receive_buffer_size(None)
            .datagram_send_buffer_size(0)
            .enable_segmentation_offload(self.segmentation_offload)
            .congestion_controller_factory(Arc::new(cubic));
        Arc::new(transport)
    }
}

/// What is spoken on a connection, as both ends agree in the handshake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// Records and membership, by the key of a device.
    Sync,
    /// Numbers and the programme, by the association's statistics key.
    Statistics,
}

impl Protocol {
    const ALL: [Self; 2] = [Self::Sync, Self::Statistics];

    fn alpn(self) -> &'static [u8] {
        match self {
            Self::Sync => ALPN,
            Self::Statistics => STATISTICS_ALPN,
        }
    }

    /// What was agreed on for a connection; none for one that this crate's configurations did not make.
    pub fn of(connection: &Connection) -> Option<Self> {
        let data = connection.handshake_data()?.downcast::<HandshakeData>().ok()?;
        let agreed = data.protocol?;
        Self::ALL.into_iter().find(|protocol| protocol.alpn() == agreed)
    }
}

/// Makes the configuration of the end that accepts: it asks every client for its key and takes
/// any; what a key may do is the caller's to decide, after every handshake. Both protocols are spoken.
///
/// # Errors
/// [`IdentityError`] when the TLS library finds no use for the key.
pub fn server_config(identity: &Identity, limits: &Limits) -> Result<ServerConfig, IdentityError> {
    let mut tls = rustls::ServerConfig::builder_with_provider(provider())
        .with_protocol_versions(&[&rustls::version::TLS13])
        .map_err(IdentityError::Malformed)?
        .with_client_cert_verifier(Verifier::new(Pin::Learn))
        .with_cert_resolver(Arc::new(AlwaysResolvesServerRawPublicKeys::new(
            identity.certified_key(),
        )));
    tls.alpn_protocols = Protocol::ALL.map(|protocol| protocol.alpn().to_vec()).to_vec();
    // A ticket outlives a revocation: a client that resumes is not asked for its key again.
    tls.send_tls13_tickets = 0;
    tls.session_storage = Arc::new(NoServerSessionStorage {});
    tls.max_early_data_size = 0;
    let crypto = QuicServerConfig::try_from(tls).map_err(|_| IdentityError::NoInitialCipher)?;
    let mut config = ServerConfig::with_crypto(Arc::new(crypto));
    config
        .transport_config(limits.transport())
        .max_incoming(INCOMING_MAX)
        .incoming_buffer_size(INCOMING_BYTES_EACH)
        .incoming_buffer_size_total(INCOMING_BYTES_TOTAL);
    Ok(config)
}

/// Makes the configuration of the end that connects to sync, proving `identity` and expecting `pin`.
///
/// # Errors
/// [`IdentityError`] when the TLS library finds no use for the key.
pub fn client_config(identity: &Identity, pin: Pin, limits: &Limits) -> Result<ClientConfig, IdentityError> {
    client_config_for(Protocol::Sync, identity, pin, limits)
}

/// The same for what is spoken.
///
/// # Errors
/// [`IdentityError`] when the TLS library finds no use for the key.
pub fn client_config_for(
    protocol: Protocol,
    identity: &Identity,
    pin: Pin,
    limits: &Limits,
) -> Result<ClientConfig, IdentityError> {
    let mut tls = rustls::ClientConfig::builder_with_provider(provider())
        .with_protocol_versions(&[&rustls::version::TLS13])
        .map_err(IdentityError::Malformed)?
        .dangerous()
        .with_custom_certificate_verifier(Verifier::new(pin))
        .with_client_cert_resolver(Arc::new(AlwaysResolvesClientRawPublicKeys::new(
            identity.certified_key(),
        )));
    tls.alpn_protocols = vec![protocol.alpn().to_vec()];
    tls.resumption = Resumption::disabled();
    tls.enable_early_data = false;
    // No name is checked, so none is sent: it would only tell the network whom we talk to.
    tls.enable_sni = false;
    let crypto = QuicClientConfig::try_from(tls).map_err(|_| IdentityError::NoInitialCipher)?;
    let mut config = ClientConfig::new(Arc::new(crypto));
    config.transport_config(limits.transport());
    Ok(config)
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}

/// Handshakes that may wait at once, and the bytes kept for one and for all of them.
const INCOMING_MAX: usize = 4_096;
const INCOMING_BYTES_EACH: u64 = 64 << 10;
const INCOMING_BYTES_TOTAL: u64 = 32 << 20;
