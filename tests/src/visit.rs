//! A program that shows pages, and people who visit them.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use tawro_core::schema::Schema;
use tawro_core::text::Words;
use tawro_node::folder::Folder;
use tawro_node::web::{self, App, Setting};
use tempfile::TempDir;
use tokio::sync::oneshot;

pub const PASSPHRASE: &str = "نخلة ريح قارب";
/// Of whoever sits at the second computer.
pub const SECOND_PASSPHRASE: &str = "ثلاثة قوارب بيضاء";

/// A running program.
pub struct World {
    pub address: SocketAddr,
    home: PathBuf,
    /// Gone when the world is.
    _kept: Option<TempDir>,
    stop: Option<oneshot::Sender<()>>,
    running: Option<thread::JoinHandle<()>>,
}

impl World {
    /// A program over an empty folder.
    pub fn empty() -> Self {
        let kept = tempfile::tempdir().unwrap();
        let mut world = Self::over(&kept.path().join("folder"));
        world._kept = Some(kept);
        world
    }

    /// A program over a folder that is there already, or not yet.
    pub fn over(home: &Path) -> Self {
        Self::speaking(home, |words| words)
    }

    /// The same with words of one's own.
    pub fn speaking(home: &Path, change: fn(Words) -> Words) -> Self {
        let (address, stop, running) = start(home, change);
        Self {
            address,
            home: home.to_owned(),
            _kept: None,
            stop: Some(stop),
            running: Some(running),
        }
    }

    /// An association of this name, and its founder let in.
    pub fn founded(name: &str) -> (Self, Visitor) {
        let world = Self::empty();
        let founder = world.found(name);
        (world, founder)
    }

    /// Founds an association of this name, and lets its founder in.
    pub fn found(&self, name: &str) -> Visitor {
        let mut founder = self.visitor();
        let form = [
            ("name", name),
            ("who", "خديجة"),
            ("function", "secretary"),
            ("passphrase", PASSPHRASE),
            ("again", PASSPHRASE),
        ];
        let reply = founder.post("/start", &form);
        assert_eq!(
            (reply.status, reply.to()),
            (303, "/start/lists"),
            "{}",
            reply.body
        );
        founder.token();
        founder
    }

    pub fn visitor(&self) -> Visitor {
        Visitor {
            address: self.address,
            cookies: vec![("tawro-lang".to_owned(), "en".to_owned())],
            token: String::new(),
        }
    }

    /// The program ends and begins again: sessions are gone, records are not.
    pub fn restart(&mut self) {
        self.end();
        let (address, stop, running) = start(&self.home, |words| words);
        self.address = address;
        self.stop = Some(stop);
        self.running = Some(running);
    }

    fn end(&mut self) {
        drop(self.stop.take());
        if let Some(running) = self.running.take() {
            running.join().unwrap();
        }
    }
}

impl Drop for World {
    fn drop(&mut self) {
        self.end();
    }
}

fn start(
    home: &Path,
    change: fn(Words) -> Words,
) -> (SocketAddr, oneshot::Sender<()>, thread::JoinHandle<()>) {
    let (stop, stopped) = oneshot::channel::<()>();
    let words = tawro_node::import::with_words(Words::builtin()).unwrap();
    let setting = Setting {
        home: home.to_owned(),
        schema: Arc::new(Schema::builtin()),
        words: Arc::new(change(web::with_sentences(words))),
        device: "A".to_owned(),
        desktop: None,
    };
    let (tell, told) = std::sync::mpsc::channel();
    // A thread of its own, for tests that run inside a runtime.
    let running = thread::spawn(move || {
        let mut runtime = tokio::runtime::Builder::new_multi_thread();
        let runtime = runtime.worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = web::listen(([127, 0, 0, 1], 0).into()).await.unwrap();
            let folder = Folder::take(&setting.home).unwrap();
            let app = Arc::new(App::new(setting, folder));
            tell.send(listener.local_addr().unwrap()).unwrap();
            let until = async {
                let _ended = stopped.await;
            };
            web::serve(app, listener, until).await.unwrap();
        });
    });
    (told.recv().unwrap(), stop, running)
}

/// A browser without a screen: cookies, the token of its session, forms.
#[derive(Clone)]
pub struct Visitor {
    pub address: SocketAddr,
    pub cookies: Vec<(String, String)>,
    pub token: String,
}

pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    pub fn to(&self) -> &str {
        self.header("location")
    }

    /// What stands between two marks, the first time.
    pub fn between(&self, before: &str, after: &str) -> &str {
        let rest = self.body.split_once(before).map(|(_, rest)| rest);
        rest.and_then(|rest| rest.split_once(after))
            .map(|(text, _)| text)
            .unwrap_or_default()
    }
}

impl Visitor {
    pub fn get(&mut self, path: &str) -> Reply {
        self.send("GET", path, &[], b"")
    }

    pub fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Reply {
        let body = encode(form);
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.send("POST", path, &[kind], body.as_bytes())
    }

    /// The same with the session's token, as every form of a page has it.
    pub fn act(&mut self, path: &str, form: &[(&str, &str)]) -> Reply {
        let token = self.token.clone();
        let mut all = vec![("token", token.as_str())];
        all.extend(form);
        self.post(path, &all)
    }

    /// Sends a form with a file, as a browser does.
    pub fn send_file(&mut self, path: &str, form: &[(&str, &str)], name: &str, bytes: &[u8]) -> Reply {
        let token = self.token.clone();
        let mut body = Vec::new();
        let mut part = |disposition: &str, bytes: &[u8]| {
            let head = format!("--limit\r\ncontent-disposition: form-data; {disposition}\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        };
        part("name=\"token\"", token.as_bytes());
        for (field, text) in form {
            part(&format!("name=\"{field}\""), text.as_bytes());
        }
        part(&format!("name=\"file\"; filename=\"{name}\""), bytes);
        body.extend_from_slice(b"--limit--\r\n");
        let kind = ("content-type", "multipart/form-data; boundary=limit");
        self.send("POST", path, &[kind], &body)
    }

    /// Follows what an act answered.
    pub fn follow(&mut self, reply: &Reply) -> Reply {
        let to = reply.to().to_owned();
        assert_eq!(reply.status, 303, "{}", reply.body);
        self.get(&to)
    }

    /// Reads the session's token off a page.
    pub fn token(&mut self) {
        let page = self.get("/settings");
        assert_eq!(page.status, 200, "{}", page.body);
        page.between("name=\"token\" value=\"", "\"")
            .clone_into(&mut self.token);
        assert!(!self.token.is_empty());
    }

    pub fn log_in(&mut self, passphrase: &str) -> Reply {
        let reply = self.post("/login", &[("passphrase", passphrase), ("then", "/")]);
        if reply.status == 303 {
            self.token();
        }
        reply
    }

    /// Adds a row, and returns its id.
    pub fn add(&mut self, name: &str, texts: &[(&str, &str)]) -> String {
        let form: Vec<(String, &str)> = texts
            .iter()
            .flat_map(|(name, text)| [(format!("was.{name}"), ""), ((*name).to_owned(), *text)])
            .collect();
        let form: Vec<(&str, &str)> = form.iter().map(|(name, text)| (name.as_str(), *text)).collect();
        let reply = self.act(&format!("/r/{name}/new"), &form);
        let id = reply
            .to()
            .strip_prefix("/id/")
            .unwrap_or_else(|| panic!("{}", reply.body));
        id.to_owned()
    }

    pub fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
        let host = self.address.to_string();
        let mut head = format!("{method} {path} HTTP/1.1\r\nconnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "host") {
            head.push_str(&format!("host: {host}\r\n"));
        }
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        head.push_str(&format!("cookie: {}\r\n", cookies.join("; ")));
        head.push_str(&format!("content-length: {}\r\n\r\n", body.len()));
        let mut stream = TcpStream::connect(self.address).unwrap();
        // A body that is refused half way is a reply all the same.
        let _refused = stream
            .write_all(head.as_bytes())
            .and_then(|()| stream.write_all(body));
        let mut bytes = Vec::new();
        let _cut = stream.read_to_end(&mut bytes);
        let reply = read(&bytes);
        for (name, value) in &reply.headers {
            if name == "set-cookie" {
                let (name, value) = value.split(';').next().unwrap().split_once('=').unwrap();
                self.cookies.retain(|(known, _)| known != name);
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        reply
    }
}

fn read(bytes: &[u8]) -> Reply {
    let end = bytes
        .windows(4)
        .position(|part| part == b"\r\n\r\n")
        .unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1))
        .unwrap_or("0");
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers: Vec<_> = headers
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let mut body = bytes.get(end + 4..).unwrap_or_default().to_vec();
    if headers
        .iter()
        .any(|(name, value)| name == "transfer-encoding" && value == "chunked")
    {
        body = unchunk(&body);
    }
    Reply {
        status: status.parse().unwrap_or(0),
        headers,
        // What keeps numbers in order inside Arabic text is nothing to compare with.
        body: tawro_core::text::plain(&String::from_utf8_lossy(&body)),
        bytes: body,
    }
}

fn unchunk(mut bytes: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(at) = bytes.windows(2).position(|part| part == b"\r\n") {
        let size = usize::from_str_radix(std::str::from_utf8(&bytes[..at]).unwrap_or("0"), 16).unwrap_or(0);
        if size == 0 || at + 2 + size > bytes.len() {
            break;
        }
        whole.extend_from_slice(&bytes[at + 2..at + 2 + size]);
        bytes = bytes.get(at + 4 + size..).unwrap_or_default();
    }
    whole
}

pub fn encode(form: &[(&str, &str)]) -> String {
    let escape = tawro_pages::fields::escape;
    let pairs: Vec<String> = form
        .iter()
        .map(|(name, value)| format!("{}={}", escape(name), escape(value)))
        .collect();
    pairs.join("&")
}

const SOON: Duration = Duration::from_millis(100);

/// Asks until something is answered.
pub fn until(what: &str, mut ask: impl FnMut() -> Option<Reply>) -> Reply {
    let began = Instant::now();
    loop {
        if let Some(reply) = ask() {
            return reply;
        }
        assert!(began.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::sleep(SOON);
    }
}

/// Waits until a page shows a text.
pub fn shows(visitor: &mut Visitor, path: &str, text: &str) -> Reply {
    until(&format!("{path} never shows {text}"), || {
        let page = visitor.get(path);
        page.body.contains(text).then_some(page)
    })
}

/// The first computer invites, the second asks, both show the same digits, the first admits.
pub fn join(first: &mut Visitor, second: &mut Visitor) {
    assert_eq!(first.act("/together/invite", &[]).status, 303);
    let code = first.get("/together").between("class=\"code\">", "<").to_owned();
    let form = [
        ("code", code.as_str()),
        ("who", "عمر"),
        ("passphrase", SECOND_PASSPHRASE),
        ("again", SECOND_PASSPHRASE),
    ];
    assert_eq!(second.post("/start/join", &form).status, 303);
    let asked = until("nobody asks", || {
        let looked = first.act("/together/look", &[]);
        (looked.status == 303).then_some(looked)
    });
    let digits = first.follow(&asked).between("class=\"code\">", "<").to_owned();
    assert_eq!(digits.chars().filter(char::is_ascii_digit).count(), 6, "{digits}");
    shows(second, "/start/join", &digits);
    assert_eq!(
        first
            .act("/together/admit", &[("same", "yes"), ("role", "member")])
            .status,
        303
    );
    until("the second never belongs", || {
        let page = second.get("/start/join");
        (page.to() == "/login").then_some(page)
    });
    assert_eq!(second.log_in(SECOND_PASSPHRASE).status, 303);
}
