//! What a form sent: names and texts, and at most one file; bounded before it is read.

use axum::extract::multipart::MultipartError;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody, RawFormRejection};
use axum::extract::{FromRequest, Multipart, RawForm, Request};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;

/// Names and texts in the order in which they were sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The text of a name; empty if it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.maybe(name).unwrap_or_default()
    }

    /// The text of a name, if it was sent.
    pub fn maybe(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, text)| text.as_str())
    }

    /// Every text of a name, as checkboxes send them.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        let same = move |(known, text): &'f (String, String)| (known == name).then_some(text.as_str());
        self.0.iter().filter_map(same)
    }

    /// Names and texts of a query or of an urlencoded form (URL Standard, section 5.1).
    pub fn decode(text: &str) -> Self {
        let pairs = form_urlencoded::parse(text.as_bytes());
        let pairs = pairs.map(|(name, value)| (name.into_owned(), value.into_owned()));
        Self(pairs.take(FIELDS_MAX).collect())
    }
}

/// A file that was sent.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    /// What it is called on the person's computer.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a form could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormFault {
    /// More than a form of this page may have.
    TooLarge,
    /// Not what a browser sends.
    Broken,
}

/// More fields than any form has.
const FIELDS_MAX: usize = 2_000;

/// Reads a form of either encoding. How many bytes it may have is a layer of the route.
pub async fn read(request: Request) -> Result<(Fields, Option<Upload>), FormFault> {
    let kind = request.headers().get(CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/form-data") {
        let parts = Multipart::from_request(request, &()).await;
        return read_parts(parts.map_err(|_| FormFault::Broken)?).await;
    }
    if request.headers().get(CONTENT_TYPE).is_none() {
        return Ok((Fields::default(), None));
    }
    let RawForm(bytes) = RawForm::from_request(request, &()).await.map_err(sort)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| FormFault::Broken)?;
    Ok((Fields::decode(text), None))
}

async fn read_parts(mut parts: Multipart) -> Result<(Fields, Option<Upload>), FormFault> {
    let sort = |fault: MultipartError| match fault.into_response().status().as_u16() {
        413 => FormFault::TooLarge,
        _ => FormFault::Broken,
    };
    let (mut fields, mut upload) = (Fields::default(), None);
    while let Some(part) = parts.next_field().await.map_err(sort)? {
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(file) => {
                let bytes = part.bytes().await.map_err(sort)?.to_vec();
                upload = Some(Upload { name: file, bytes });
            }
            None if fields.0.len() < FIELDS_MAX => {
                let text = part.text().await.map_err(sort)?;
                fields.0.push((name, text));
            }
            None => return Err(FormFault::TooLarge),
        }
    }
    Ok((fields, upload))
}

fn sort(fault: RawFormRejection) -> FormFault {
    match fault {
        RawFormRejection::BytesRejection(BytesRejection::FailedToBufferBody(
            FailedToBufferBody::LengthLimitError(_),
        )) => FormFault::TooLarge,
        _ => FormFault::Broken,
    }
}

/// A text as part of a query in an address.
pub fn escape(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_browsers_write_it() {
        let fields = Fields::decode("q=%D8%AE%D8%AF+x&set=1&set=2&empty=&bad=%zz%4&alone");
        assert_eq!(fields.text("q"), "خد x");
        assert_eq!(fields.all("set").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(fields.maybe("empty"), Some(""));
        assert_eq!(fields.maybe("none"), None);
        assert_eq!(fields.text("bad"), "%zz%4");
        assert_eq!(fields.maybe("alone"), Some(""));
    }

    #[test]
    fn what_was_escaped_is_read_again() {
        for text in ["خديجة & عمر", "a=b+c%", "", "/?#"] {
            assert_eq!(Fields::decode(&format!("q={}", escape(text))).text("q"), text);
        }
    }

    #[test]
    fn a_form_has_an_end() {
        let many = "a=1&".repeat(FIELDS_MAX + 10);
        assert_eq!(Fields::decode(&many).0.len(), FIELDS_MAX);
    }
}
