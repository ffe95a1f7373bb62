//! Two ends on the loopback interface: who gets in, who does not, and what the fault is called.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

use std::net::SocketAddr;
use std::time::Duration;

use quinn::{Endpoint, VarInt};
use tawro_core::id::InviteId;
use tawro_core::wire::{Mail, MailSlot, Message};

use tawro_quic::{
    Identity, Limits, LinkFault, Pin, accept, client_config, close, connect, open, peer_key, server_config,
};

fn identity(seed: u8) -> Identity {
    let mut der = vec![
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ];
    der.extend_from_slice(&[seed; 32]);
    Identity::from_pkcs8(&der).unwrap()
}

fn any() -> SocketAddr {
    "127.0.0.1:0".parse().unwrap()
}

fn hub() -> (Endpoint, SocketAddr) {
    let endpoint = Endpoint::server(server_config(&identity(1), &Limits::hub()).unwrap(), any()).unwrap();
    let address = endpoint.local_addr().unwrap();
    (endpoint, address)
}

async fn dial(address: SocketAddr, pin: Pin) -> (Endpoint, Result<quinn::Connection, LinkFault>) {
    let endpoint = Endpoint::client(any()).unwrap();
    let config = client_config(&identity(2), pin, &Limits::node()).unwrap();
    let connection = connect(&endpoint, config, address).await;
    (endpoint, connection)
}

#[tokio::test]
async fn each_end_learns_the_key_the_other_proved() {
    let (endpoint, address) = hub();
    let accept = tokio::spawn(async move { endpoint.accept().await.unwrap().await.unwrap() });
    let (_client, connection) = dial(address, Pin::Key(identity(1).device())).await;
    assert_eq!(peer_key(&connection.unwrap()), Some(identity(1).device()));
    assert_eq!(peer_key(&accept.await.unwrap()), Some(identity(2).device()));
}

#[tokio::test]
async fn a_first_contact_takes_any_key_and_says_which() {
    let (endpoint, address) = hub();
    let accept = tokio::spawn(async move { endpoint.accept().await.unwrap().await });
    let (_client, connection) = dial(address, Pin::Learn).await;
    assert_eq!(peer_key(&connection.unwrap()), Some(identity(1).device()));
    assert!(accept.await.unwrap().is_ok());
}

#[tokio::test]
async fn another_key_than_the_pinned_one_is_named_so() {
    let (endpoint, address) = hub();
    let accept = tokio::spawn(async move { endpoint.accept().await.unwrap().await });
    let (_client, connection) = dial(address, Pin::Key(identity(9).device())).await;
    let fault = connection.unwrap_err();
    assert_eq!(fault, LinkFault::OtherKey);
    assert!(!fault.may_pass());
    assert!(accept.await.unwrap().is_err());
}

#[tokio::test]
async fn another_protocol_is_named_so() {
    let (endpoint, address) = hub();
    tokio::spawn(async move { endpoint.accept().await.unwrap().await });
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let mut tls = rustls::ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&rustls::version::TLS13])
        .unwrap()
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth();
    tls.alpn_protocols = vec![b"tawro-sync/9".to_vec()];
    let crypto = quinn::crypto::rustls::QuicClientConfig::try_from(tls).unwrap();
    let client = Endpoint::client(any()).unwrap();
    let config = quinn::ClientConfig::new(std::sync::Arc::new(crypto));
    let fault = connect(&client, config, address).await.unwrap_err();
    assert_eq!(fault, LinkFault::OtherProtocol);
}

#[tokio::test]
async fn a_client_without_a_key_does_not_get_in() {
    let (endpoint, address) = hub();
    let accept = tokio::spawn(async move { endpoint.accept().await.unwrap().await });
    let mut tls = rustls::ClientConfig::builder_with_provider(std::sync::Arc::new(
        rustls::crypto::ring::default_provider(),
    ))
    .with_protocol_versions(&[&rustls::version::TLS13])
    .unwrap()
    .with_root_certificates(rustls::RootCertStore::empty())
    .with_no_client_auth();
    tls.alpn_protocols = vec![tawro_core::wire::ALPN.to_vec()];
    let crypto = quinn::crypto::rustls::QuicClientConfig::try_from(tls).unwrap();
    let client = Endpoint::client(any()).unwrap();
    let config = quinn::ClientConfig::new(std::sync::Arc::new(crypto));
    assert!(connect(&client, config, address).await.is_err());
    assert!(accept.await.unwrap().is_err());
}

#[tokio::test]
async fn nothing_is_resumed_on_a_second_connection() {
    let (endpoint, address) = hub();
    tokio::spawn(async move {
        while let Some(incoming) = endpoint.accept().await {
            let connection = incoming.await.unwrap();
            tokio::spawn(async move {
                let mut stream = connection.open_uni().await.unwrap();
                stream.write_all(b"welcome").await.unwrap();
                stream.finish().unwrap();
                connection.closed().await;
            });
        }
    });
    let endpoint = Endpoint::client(any()).unwrap();
    let config = client_config(&identity(2), Pin::Learn, &Limits::node()).unwrap();
    for _ in 0..2 {
        let connecting = endpoint.connect_with(config.clone(), address, "tawro").unwrap();
        let Err(connecting) = connecting.into_0rtt() else {
            panic!("early data was offered")
        };
        let connection = connecting.await.unwrap();
        let mut stream = connection.accept_uni().await.unwrap();
        assert_eq!(stream.read_to_end(100).await.unwrap(), b"welcome");
        connection.close(VarInt::from_u32(close::DONE), b"");
    }
}

#[tokio::test]
async fn the_reason_of_a_close_arrives() {
    let (endpoint, address) = hub();
    tokio::spawn(async move {
        let connection = endpoint.accept().await.unwrap().await.unwrap();
        connection.close(VarInt::from_u32(close::REFUSED), b"");
        endpoint.wait_idle().await;
    });
    let (_client, connection) = dial(address, Pin::Learn).await;
    let fault = match connection {
        Ok(connection) => LinkFault::from(connection.closed().await),
        Err(fault) => fault,
    };
    assert_eq!(
        fault,
        LinkFault::Closed {
            code: u64::from(close::REFUSED)
        }
    );
    assert!(!fault.may_pass());
}

#[tokio::test]
async fn nobody_there_is_no_answer() {
    let silent = std::net::UdpSocket::bind(any()).unwrap();
    let endpoint = Endpoint::client(any()).unwrap();
    let config = client_config(
        &identity(2),
        Pin::Learn,
        &Limits {
            idle: Duration::from_millis(300),
            ..Limits::node()
        },
    );
    let fault = connect(&endpoint, config.unwrap(), silent.local_addr().unwrap())
        .await
        .unwrap_err();
    assert_eq!(fault, LinkFault::NoAnswer);
    assert!(fault.may_pass());
}

async fn pair() -> (Endpoint, quinn::Connection, quinn::Connection) {
    let (endpoint, address) = hub();
    let accept = tokio::spawn(async move { endpoint.accept().await.unwrap().await.unwrap() });
    let (client, connection) = dial(address, Pin::Learn).await;
    (client, connection.unwrap(), accept.await.unwrap())
}

fn letter(bytes: Vec<u8>) -> Message {
    let (invite, slot) = (InviteId([1; 16]), MailSlot::Offer);
    Message::MailboxItem(Mail {
        invite,
        slot,
        sealed: Some(bytes),
    })
}

#[tokio::test]
async fn messages_arrive_whole_in_order_and_to_the_last() {
    let (_client, ours, theirs) = pair().await;
    let sent = [
        Message::Bye,
        letter(vec![7; 300_000]),
        Message::Notify { topic: 1 },
        letter(vec![8; 900_000]),
    ];
    let expected = sent.clone();
    let reading = tokio::spawn(async move {
        let (mut sender, mut receiver) = accept(&theirs).await.unwrap();
        let mut got = Vec::new();
        while let Some(message) = receiver.next().await.unwrap() {
            got.push(message);
        }
        sender
            .send(&[Message::Notify {
                topic: got.len() as u32,
            }])
            .await
            .unwrap();
        sender.finish().await.unwrap();
        got
    });
    let (mut sender, mut receiver) = open(&ours).await.unwrap();
    sender.send(&sent[..2]).await.unwrap();
    sender.send(&sent[2..]).await.unwrap();
    sender.finish().await.unwrap();
    assert_eq!(receiver.next().await, Ok(Some(Message::Notify { topic: 4 })));
    assert_eq!(receiver.next().await, Ok(None));
    assert_eq!(reading.await.unwrap(), expected);
}

#[tokio::test]
async fn a_stream_cut_inside_a_message_or_without_sense_is_named_so() {
    let (_client, ours, theirs) = pair().await;
    let frame = letter(vec![1; 100]).to_frame();
    for (bytes, fault) in [
        (&frame[..50], LinkFault::Cut),
        (&[0xff, 0xff, 0xff, 0x7f, 1][..], LinkFault::Broken),
        (&[1, 0, 0, 0, 0xfe][..], LinkFault::OtherProtocol),
    ] {
        let (mut raw, _) = ours.open_bi().await.unwrap();
        raw.write_all(bytes).await.unwrap();
        raw.finish().unwrap();
        let (_, mut receiver) = accept(&theirs).await.unwrap();
        assert_eq!(receiver.next().await, Err(fault));
    }
}
