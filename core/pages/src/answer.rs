//! What goes back to a browser, whoever made it: a page, another address, a file, or nothing at all.

use axum::body::Body;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{Response as Plain, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::fields::escape;
use crate::guard::{self, Keep};

/// How a browser takes a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Beside the pages.
    Inline,
    /// Among what is downloaded.
    Saved,
}

/// A page.
pub fn html(html: String) -> Response {
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], html).into_response()
}

/// Another address, with what the browser is to remember.
pub fn go(to: &str, cookies: &[String]) -> Response {
    let mut response = Plain::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let headers = response.headers_mut();
    let to = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    headers.insert(header::LOCATION, to);
    let cookies = cookies.iter();
    for cookie in cookies.filter_map(|cookie| HeaderValue::from_str(cookie).ok()) {
        headers.append(header::SET_COOKIE, cookie);
    }
    response
}

/// A file, under a name in any script (RFC 8187).
pub fn file(name: &str, kind: &'static str, bytes: Vec<u8>, shown: Shown) -> Response {
    // `+` means a space only in forms.
    let name = escape(name).replace('+', "%20");
    let shown = match shown {
        Shown::Inline => "inline",
        Shown::Saved => "attachment",
    };
    let disposition = HeaderValue::from_str(&format!("{shown}; filename*=UTF-8''{name}"));
    let mut response = ([(header::CONTENT_TYPE, HeaderValue::from_static(kind))], bytes).into_response();
    if let Ok(disposition) = disposition {
        let named: HeaderName = header::CONTENT_DISPOSITION;
        response.headers_mut().insert(named, disposition);
    }
    response
}

/// An answer without words, for what is no person.
pub fn bare(status: StatusCode) -> Response {
    let mut response = status.into_response();
    guard::seal(&mut response, Keep::Nothing);
    response
}
