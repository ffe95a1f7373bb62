//! The files every page needs: style, script, icon. They are part of the program.

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::guard::{self, Keep};

/// Their addresses and contents.
const FILES: [(&str, &str, &[u8]); 4] = [
    (
        "/static/style.css",
        "text/css; charset=utf-8",
        include_bytes!("../static/style.css"),
    ),
    (
        "/static/pages.js",
        "text/javascript; charset=utf-8",
        include_bytes!("../static/pages.js"),
    ),
    // htmx 2.0.11, as its authors publish it (0BSD).
    (
        "/static/htmx.js",
        "text/javascript; charset=utf-8",
        include_bytes!("../static/htmx.min.js"),
    ),
    (
        "/static/icon.svg",
        "image/svg+xml",
        include_bytes!("../static/icon.svg"),
    ),
];

/// Their routes.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    FILES.iter().fold(Router::new(), |router, (path, kind, bytes)| {
        router.route(path, get(async move || file(kind, bytes)))
    })
}

fn file(kind: &'static str, bytes: &'static [u8]) -> Response {
    let mut response = ([(CONTENT_TYPE, kind)], bytes).into_response();
    guard::seal(&mut response, Keep::Hour);
    response
}
