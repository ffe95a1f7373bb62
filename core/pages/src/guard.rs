//! What keeps other sites, and other programs, away from pages on this machine.
//!
//! A page on loopback is reached by every site that the person's browser shows. Three things keep
//! them out: the `Host` must be this machine (a foreign name may be made to lead here, which is called
//! DNS rebinding), what changes something must come from our own pages (`Sec-Fetch-Site`, `Origin`)
//! and carry the session's token, and the cookie is not sent from anywhere else (`SameSite=Strict`).

use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, Response};

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// It names another machine.
    Host,
    /// It comes from another site's page.
    Origin,
}

/// From where pages may be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// From this machine, by its own names alone.
    Here,
    /// From wherever the network lets somebody, by any name: who runs the program asked for that.
    Network,
}

/// Whether a request is for this machine and, if it changes something, from our own pages.
pub fn check(reach: Reach, method: &Method, headers: &HeaderMap) -> Result<(), Foreign> {
    let host = text(headers, &header::HOST).unwrap_or_default();
    if host.is_empty() || (reach == Reach::Here && !is_here(host)) {
        return Err(Foreign::Host);
    }
    if method.is_safe() {
        return Ok(());
    }
    let site = text(headers, &HeaderName::from_static("sec-fetch-site"));
    if site.is_some_and(|site| site != "same-origin" && site != "none") {
        return Err(Foreign::Origin);
    }
    let origin = text(headers, &header::ORIGIN);
    // On a network something that encrypts may stand before the pages.
    let own = origin.map(|origin| match (origin.split_once("://"), reach) {
        (Some(("http", own)), _) | (Some(("https", own)), Reach::Network) => own == host,
        _ => false,
    });
    match own {
        Some(false) => Err(Foreign::Origin),
        _ => Ok(()),
    }
}

/// Loopback by its names, with or without a port.
fn is_here(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "127.0.0.1" | "localhost" | "[::1]")
}

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

/// The value of a cookie.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let pairs = headers.get_all(header::COOKIE).iter();
    pairs
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// How long a browser may keep an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Not at all: it shows what people entrusted to the association.
    Nothing,
    /// For an hour: it is part of the program.
    Hour,
}

/// Puts the headers on an answer that every answer has.
pub fn seal<B>(response: &mut Response<B>, keep: Keep) {
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    let cache = match keep {
        Keep::Nothing => "no-store",
        Keep::Hour => "max-age=3600",
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
}

/// Only what the program itself serves is shown, run or sent to; no page may frame these.
const HEADERS: [(&str, &str); 6] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(method: Method, pairs: &[(&'static str, &'static str)]) -> Result<(), Foreign> {
        let headers = pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        check(Reach::Here, &method, &headers)
    }

    #[test]
    fn only_this_machine_is_answered() {
        let host = |host| asked(Method::GET, &[("host", host)]);
        assert_eq!(host("127.0.0.1:7420"), Ok(()));
        assert_eq!(host("localhost"), Ok(()));
        assert_eq!(host("[::1]:7420"), Ok(()));
        assert_eq!(host("evil.example:7420"), Err(Foreign::Host));
        assert_eq!(host("127.0.0.1.evil.example"), Err(Foreign::Host));
        assert_eq!(asked(Method::GET, &[]), Err(Foreign::Host));
    }

    #[test]
    fn what_changes_something_comes_from_our_own_pages() {
        let post = |name, value| asked(Method::POST, &[("host", "127.0.0.1:7420"), (name, value)]);
        assert_eq!(post("origin", "http://127.0.0.1:7420"), Ok(()));
        assert_eq!(post("origin", "http://127.0.0.1:9999"), Err(Foreign::Origin));
        assert_eq!(post("origin", "https://evil.example"), Err(Foreign::Origin));
        assert_eq!(post("origin", "null"), Err(Foreign::Origin));
        assert_eq!(post("sec-fetch-site", "same-origin"), Ok(()));
        assert_eq!(post("sec-fetch-site", "cross-site"), Err(Foreign::Origin));
        assert_eq!(post("sec-fetch-site", "same-site"), Err(Foreign::Origin));
    }

    #[test]
    fn on_a_network_any_name_leads_here_and_other_sites_stay_away() {
        let asked = |method: Method, pairs: &[(&'static str, &'static str)]| {
            let pairs = pairs.iter();
            let headers =
                pairs.map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
            check(Reach::Network, &method, &headers.collect())
        };
        assert_eq!(asked(Method::GET, &[("host", "yes.example:7440")]), Ok(()));
        assert_eq!(asked(Method::GET, &[]), Err(Foreign::Host));
        let post = |origin| asked(Method::POST, &[("host", "yes.example"), ("origin", origin)]);
        assert_eq!(post("https://yes.example"), Ok(()));
        assert_eq!(post("https://evil.example"), Err(Foreign::Origin));
    }

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert("cookie", HeaderValue::from_static("a=1; tawro=2; tawro-lang=fr"));
        assert_eq!(cookie(&headers, "tawro"), Some("2"));
        assert_eq!(cookie(&headers, "tawro-lang"), Some("fr"));
        assert_eq!(cookie(&headers, "awro"), None);
    }
}
