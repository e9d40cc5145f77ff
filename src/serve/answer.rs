//! From a request to an answer.

use hyper::body::Bytes;
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::http::uri::Authority;
use hyper::{HeaderMap, Method, Response, StatusCode};

use super::body::Content;
use super::hosts::Hosts;
use super::range::{Wanted, wanted};
use super::rebuild::States;
use super::snapshot::{Answer, Found, Snapshot};

/// The address of the events.
const EVENTS: &str = "/_/reload";

/// The address of the script that listens to them.
const LISTENER: &str = "/_/reload.js";

/// The longest path and query, in bytes.
const MAX_ADDRESS: usize = 8 << 10;

/// Returns the answer to `request`.
pub(super) fn answer(request: &Parts, hosts: &Hosts, states: &States) -> Response<Content> {
    let mut response = match refusal(request, hosts) {
        Some(response) => response,
        None => admitted(request, states),
    };
    let headers = response.headers_mut();
    set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, header::CONTENT_SECURITY_POLICY, "default-src 'self'");
    set(headers, header::REFERRER_POLICY, "same-origin");
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    if request.method == Method::HEAD {
        *response.body_mut() = Content::empty();
    }
    response
}

/// Returns the answer to a request that asks for nothing that this server gives to anybody.
fn refusal(request: &Parts, hosts: &Hosts) -> Option<Response<Content>> {
    match authority(request) {
        None => return Some(closing(StatusCode::BAD_REQUEST, "one valid Host is needed")),
        Some(authority) if !hosts.admit(&authority) => {
            let text = "this server goes by another name; start it with `--host` and the name that you use";
            return Some(closing(StatusCode::MISDIRECTED_REQUEST, text));
        }
        Some(_) => {}
    }
    if request.method != Method::GET && request.method != Method::HEAD {
        let mut response = closing(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD are answered");
        set(response.headers_mut(), header::ALLOW, "GET, HEAD");
        return Some(response);
    }
    if has_body(&request.headers) {
        return Some(closing(StatusCode::PAYLOAD_TOO_LARGE, "a request has no body here"));
    }
    let length = request.uri.path_and_query().map_or(0, |address| address.as_str().len());
    (length > MAX_ADDRESS).then(|| closing(StatusCode::URI_TOO_LONG, "the address is too long"))
}

fn admitted(request: &Parts, states: &States) -> Response<Content> {
    let snapshot = states.borrow().snapshot.clone();
    match request.uri.path() {
        EVENTS if is_foreign(request) => closing(StatusCode::FORBIDDEN, "other sites may not listen"),
        EVENTS => {
            let mut response = Response::new(Content::events(states.clone()));
            set(response.headers_mut(), header::CONTENT_TYPE, "text/event-stream");
            set(response.headers_mut(), header::CACHE_CONTROL, "no-store");
            response
        }
        LISTENER => file(request, &snapshot.script()),
        _ => from_site(request, &snapshot),
    }
}

fn from_site(request: &Parts, snapshot: &Snapshot) -> Response<Content> {
    match snapshot.find(request.uri.path()) {
        Found::File(answer) => file(request, &answer),
        Found::Folder(mut reference) => {
            if let Some(query) = request.uri.query() {
                reference.push('?');
                reference.push_str(query);
            }
            let mut response = plain(StatusCode::TEMPORARY_REDIRECT, "");
            // An address that came in a request line fits into a header; what doesn't is left out.
            if let Ok(location) = HeaderValue::try_from(reference) {
                response.headers_mut().insert(header::LOCATION, location);
            }
            response
        }
        Found::Nothing(Some(page)) => whole(StatusCode::NOT_FOUND, &page),
        Found::Nothing(None) => plain(StatusCode::NOT_FOUND, "there is nothing at this address"),
    }
}

/// Answers with a file: whole, a part of it, or the word that it has not changed.
fn file(request: &Parts, answer: &Answer) -> Response<Content> {
    let text = |name: HeaderName| request.headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let known = request.headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut response = if known.flat_map(|tags| tags.split(',')).any(|tag| is_same(tag, &answer.etag)) {
        let mut response = Response::new(Content::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response
    } else {
        let range = text(header::RANGE).filter(|_| request.method == Method::GET);
        let is_current = text(header::IF_RANGE).is_none_or(|tag| tag == answer.etag);
        match range.filter(|_| is_current).map(|range| wanted(range, answer.bytes.len())) {
            None | Some(Wanted::Whole) => whole(StatusCode::OK, answer),
            Some(Wanted::Part(part)) => {
                let mut response = with_bytes(StatusCode::PARTIAL_CONTENT, answer.bytes.slice(part.clone()));
                set(response.headers_mut(), header::CONTENT_TYPE, answer.media_type);
                let place = format!("bytes {}-{}/{}", part.start(), part.end(), answer.bytes.len());
                set_text(response.headers_mut(), header::CONTENT_RANGE, &place);
                response
            }
            Some(Wanted::Beyond) => {
                let mut response = plain(StatusCode::RANGE_NOT_SATISFIABLE, "the file has no such part");
                let place = format!("bytes */{}", answer.bytes.len());
                set_text(response.headers_mut(), header::CONTENT_RANGE, &place);
                return response;
            }
        }
    };
    set_text(response.headers_mut(), header::ETAG, &answer.etag);
    set(response.headers_mut(), header::ACCEPT_RANGES, "bytes");
    response
}

/// Tells whether `tag` of an `If-None-Match` is `etag`, weak or not.
fn is_same(tag: &str, etag: &str) -> bool {
    let tag = tag.trim();
    tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag
}

/// Returns the host that the request is for, where it names exactly one.
fn authority(request: &Parts) -> Option<Authority> {
    let mut hosts = request.headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return None };
    let named: Authority = host.to_str().ok()?.parse().ok()?;
    match request.uri.authority() {
        Some(absolute) if *absolute != named => None,
        _ => Some(named),
    }
}

/// Tells whether a page of another site sent the request.
fn is_foreign(request: &Parts) -> bool {
    let host = request.headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let is_own = |origin: &HeaderValue| {
        let origin = origin.to_str().unwrap_or_default();
        let site = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
        site.is_some_and(|site| site.eq_ignore_ascii_case(host))
    };
    let crosses = request.headers.get("sec-fetch-site").is_some_and(|site| site == "cross-site");
    crosses || !request.headers.get_all(header::ORIGIN).iter().all(is_own)
}

fn has_body(headers: &HeaderMap) -> bool {
    let length = headers.get(header::CONTENT_LENGTH);
    headers.contains_key(header::TRANSFER_ENCODING) || length.is_some_and(|length| length != "0")
}

fn whole(status: StatusCode, answer: &Answer) -> Response<Content> {
    let mut response = with_bytes(status, answer.bytes.clone());
    set(response.headers_mut(), header::CONTENT_TYPE, answer.media_type);
    response
}

/// Returns an answer in words.
pub(super) fn plain(status: StatusCode, text: &'static str) -> Response<Content> {
    let mut response = with_bytes(status, Bytes::from_static(text.as_bytes()));
    set(response.headers_mut(), header::CONTENT_TYPE, "text/plain; charset=utf-8");
    response
}

/// Returns an answer after which the connection is closed, for more of the request may follow.
fn closing(status: StatusCode, text: &'static str) -> Response<Content> {
    let mut response = plain(status, text);
    set(response.headers_mut(), header::CONNECTION, "close");
    response
}

fn with_bytes(status: StatusCode, bytes: Bytes) -> Response<Content> {
    let length = HeaderValue::from(bytes.len());
    let mut response = Response::new(Content::bytes(bytes));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_LENGTH, length);
    response
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}

/// Sets a header to `value`, which is of digits, quotes and ASCII words.
fn set_text(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    headers.insert(name, HeaderValue::from_str(value).expect("the value was put together of ASCII here"));
}
