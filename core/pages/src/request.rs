//! What a request says about whoever asks: their session, how they want to be spoken to, where they come from.

use axum::http::header;
use axum::http::request::Parts;
use tawro_core::text::{Digits, Lang};

use crate::guard;

/// The cookie that holds the language.
pub const LANG: &str = "tawro-lang";
/// The cookie that holds the digits.
pub const DIGITS: &str = "tawro-digits";
/// What [`DIGITS`] holds for Arabic-Indic ones.
pub const ARABIC_INDIC: &str = "arab";
/// The cookie that holds a session, with the port behind it: cookies are shared by all ports of a machine, so
/// that two programs on one computer need two names.
const SESSION: &str = "tawro";

/// What cookies and headers say.
#[derive(Debug, Clone)]
pub struct Wishes {
    /// The cookie of their session.
    pub session: Option<String>,
    /// What that cookie is called.
    pub session_cookie: String,
    /// The language they read, Arabic unless they said otherwise.
    pub lang: Lang,
    /// Nobody said yet in which language they read.
    pub is_new_here: bool,
    /// Their digits.
    pub digits: Digits,
    /// The address with its query.
    pub here: String,
    /// The page of ours on which something was pressed.
    pub came_from: Option<String>,
}

impl Wishes {
    /// Those of a request.
    pub fn of(parts: &Parts) -> Self {
        let cookie = |name: &str| guard::cookie(&parts.headers, name);
        let here = parts.uri.path_and_query();
        let session_cookie = session_cookie(parts);
        let lang = cookie(LANG).and_then(Lang::from_tag);
        Self {
            session: cookie(&session_cookie).map(str::to_owned),
            session_cookie,
            is_new_here: lang.is_none(),
            lang: lang.unwrap_or_default(),
            digits: match cookie(DIGITS) {
                Some(ARABIC_INDIC) => Digits::ArabicIndic,
                _ => Digits::Western,
            },
            here: here.map_or("/", |here| here.as_str()).to_owned(),
            came_from: referer(parts),
        }
    }

    /// The cookie by which somebody is let in: for as long as the browser runs, and for our own pages.
    pub fn let_in(&self, session: &str) -> String {
        let name = &self.session_cookie;
        format!("{name}={session}; Path=/; HttpOnly; SameSite=Strict")
    }
}

/// A cookie that stays for a year and tells nothing about anybody.
pub fn lasting(name: &str, value: &str) -> String {
    format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax")
}

/// An address of these pages, or the first one: nobody is sent elsewhere by a link they were given.
pub fn local(to: &str) -> &str {
    let ours =
        to.starts_with('/') && !to.starts_with("//") && !to.contains(|c: char| c == '\\' || c.is_control());
    if ours { to } else { "/" }
}

fn session_cookie(parts: &Parts) -> String {
    let host = parts.headers.get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
    match host.rsplit_once(':') {
        Some((_, port)) => format!("{SESSION}-{port}"),
        None => SESSION.to_owned(),
    }
}

/// The path of the page that asks; none of another site's.
fn referer(parts: &Parts) -> Option<String> {
    let text = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let own = format!("http://{}", text(header::HOST)?);
    let path = text(header::REFERER)?.strip_prefix(&own)?;
    Some(path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(local("/r/member?q=a"), "/r/member?q=a");
        for elsewhere in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "",
            "x",
        ] {
            assert_eq!(local(elsewhere), "/", "{elsewhere}");
        }
    }
}
