//! The program without a command: one on a computer, which shows its pages on loopback alone.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::Stdio;

use crate::run::{Place, Running};

const HERE: [&str; 4] = ["--ui", "127.0.0.1:0", "--no-browser", "--json"];

fn address(line: &str) -> SocketAddr {
    let value: serde_json::Value = serde_json::from_str(line).unwrap();
    let url = value["pages"].as_str().unwrap();
    url.strip_prefix("http://").unwrap().parse().unwrap()
}

fn get(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n"
    )
    .unwrap();
    let mut reply = String::new();
    stream.read_to_string(&mut reply).unwrap();
    reply
}

#[test]
fn the_second_start_finds_the_first_and_commands_name_who_holds_the_folder() {
    let place = Place::new();
    let computer = place.computer("a");
    let mut first = computer.command(&HERE);
    let mut child = first
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let _running = Running(child);
    let shown = address(&line);
    assert!(shown.ip().is_loopback());
    assert!(get(shown, "/start").contains("نتطوروا"));
    let second = computer.run(&HERE);
    assert!(second.status.success());
    assert_eq!(address(&String::from_utf8(second.stdout).unwrap()), shown);
    let refused = computer.run(&["record", "list", "member"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("folder_"));
}
