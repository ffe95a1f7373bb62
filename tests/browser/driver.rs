//! A browser without a screen, driven through WebDriver (W3C Recommendation), one session for each test.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// A running browser.
pub(crate) struct Browser {
    driver: Child,
    port: u16,
    session: String,
}

/// A page that does not come to what is waited for within so long never does.
const PATIENCE: Duration = Duration::from_secs(30);

impl Browser {
    pub(crate) fn open(width: u32, height: u32) -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Debian's chromium-driver is installed, as the README says");
        let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let port = lines
            .find_map(|line| {
                let line = line.ok()?;
                let rest = line.split_once("started successfully on port ")?.1;
                rest.trim_end_matches('.').parse().ok()
            })
            .expect("the driver says its port");
        let mut browser = Self {
            driver,
            port,
            session: String::new(),
        };
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            &format!("--window-size={width},{height}"),
        ];
        let wish = json!({"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"args": arguments}}}});
        let answer = browser.call("POST", "/session", &wish);
        browser.session = answer["sessionId"].as_str().unwrap().to_owned();
        browser
    }

    pub(crate) fn go(&mut self, url: &str) {
        self.ask("POST", "/url", &json!({ "url": url }));
    }

    pub(crate) fn url(&mut self) -> String {
        self.ask("GET", "/url", &Value::Null).as_str().unwrap().to_owned()
    }

    /// Runs a script in the page.
    pub(crate) fn run(&mut self, script: &str) -> Value {
        self.ask("POST", "/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// What a script gives that calls back.
    pub(crate) fn run_until(&mut self, script: &str) -> Value {
        self.ask("POST", "/execute/async", &json!({ "script": script, "args": [] }))
    }

    /// Presses keys, wherever the page has put the person.
    pub(crate) fn keys(&mut self, text: &str) {
        let strokes: Vec<Value> = text
            .chars()
            .flat_map(|key| {
                let key = key.to_string();
                [
                    json!({"type": "keyDown", "value": key}),
                    json!({"type": "keyUp", "value": key}),
                ]
            })
            .collect();
        let actions = json!({"actions": [{"type": "key", "id": "keys", "actions": strokes}]});
        self.ask("POST", "/actions", &actions);
    }

    /// Puts the person into a field by its label's own id, as a press of Tab would.
    pub(crate) fn into(&mut self, id: &str) {
        let found = self.run(&format!(
            "const e = document.getElementById('{id}'); if (e) {{ e.focus(); if (e.select) e.select(); }} return !!e;"
        ));
        assert_eq!(found, Value::Bool(true), "no {id} at {}", self.url());
    }

    /// Waits until a script is true.
    pub(crate) fn until(&mut self, condition: &str) {
        let began = Instant::now();
        while self.run(&format!("return !!({condition});")) != Value::Bool(true) {
            let text = self.run("return document.body.innerText;");
            assert!(
                began.elapsed() < PATIENCE,
                "never {condition} at {}: {text}",
                self.url()
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Gives files to a field.
    pub(crate) fn choose(&mut self, id: &str, path: &str) {
        let find = json!({"using": "css selector", "value": format!("#{id}")});
        let element = self.ask("POST", "/element", &find);
        let element = element
            .as_object()
            .unwrap()
            .values()
            .next()
            .unwrap()
            .as_str()
            .unwrap()
            .to_owned();
        self.ask(
            "POST",
            &format!("/element/{element}/value"),
            &json!({ "text": path }),
        );
    }

    fn ask(&mut self, method: &str, path: &str, body: &Value) -> Value {
        let path = format!("/session/{}{path}", self.session);
        self.call(method, &path, body)
    }

    fn call(&mut self, method: &str, path: &str, body: &Value) -> Value {
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\nconnection: close\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.port,
            body.len()
        )
        .unwrap();
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            if let Some((name, value)) = line.trim().split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap();
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut reply = vec![0; length];
        reader.read_exact(&mut reply).unwrap();
        let reply: Value = serde_json::from_slice(&reply).unwrap();
        let value = reply["value"].clone();
        assert!(value["error"].is_null(), "{method} {path}: {value}");
        value
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() && !std::thread::panicking() {
            self.ask("DELETE", "", &Value::Null);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
