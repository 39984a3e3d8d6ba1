//! The pictures of one release: what their files are, and the address each will have.
//!
//! Pictures on other sites are never fetched.

use std::path::PathBuf;

use url::Url;

use super::RELEASES;
use crate::disk::input::{self, PictureFile, SourceFile, Unusable};
use crate::link;
use crate::manuscript::PictureSource;
use crate::parse::assemble::Picture;
use crate::problem::Report;
use crate::release::{Caption, Figure, Image, ImageKind, Slug};
use crate::source::docx;

/// A picture to be copied to its release's folder.
#[derive(Debug, Clone)]
pub struct PictureCopy {
    pub from: PictureOrigin,
    /// Path below the output folder.
    pub to: String,
}

/// Where its bytes are; they are fetched when they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureOrigin {
    File(PathBuf),
    /// A part of a DOCX: the document, and the part's name.
    PartOf(PathBuf, String),
}

pub struct Album<'a> {
    file: &'a SourceFile,
    bytes: &'a [u8],
    permalink: &'a Url,
    report: &'a mut Report,
    pub copies: Vec<PictureCopy>,
}

impl<'a> Album<'a> {
    /// `bytes` are those of the release's own file.
    pub fn new(file: &'a SourceFile, bytes: &'a [u8], permalink: &'a Url, report: &'a mut Report) -> Self {
        Self { file, bytes, permalink, report, copies: Vec::new() }
    }

    /// The release's own picture. One that front matter states must be usable; of one in the text
    /// that is not, a warning is given and the release goes without.
    pub fn image(&mut self, picture: &Picture, caption: Option<&Caption>) -> Option<Image> {
        let alt = picture.alt.clone().or_else(|| caption.and_then(|caption| caption.text.clone()));
        if alt.is_none() {
            let fix = match picture.source {
                PictureSource::Embedded(_) => "write one in Word (right click, Alt Text), for those who can't see it",
                _ => "say what it shows in `alt:`, for those who can't see it",
            };
            self.report.warning(picture.at, "the picture has no alternative text", fix);
        }
        match self.look(picture) {
            Ok(image) => Some(Image { alt: alt.unwrap_or_default(), ..image }),
            Err((what, fix)) => {
                let problem = if picture.stated {
                    self.report.error(picture.at, what, fix)
                } else {
                    self.report.warning(picture.at, what, fix)
                };
                problem.found(shown(&picture.source));
                None
            }
        }
    }

    /// A picture in the body.
    pub fn figure(&mut self, picture: &Picture) -> Option<Figure> {
        match self.look(picture) {
            Ok(image) => {
                Some(Figure { url: image.url, alt: picture.alt.clone().unwrap_or_default(), size: image.size })
            }
            Err((what, fix)) => {
                self.report.warning(picture.at, what, fix).found(shown(&picture.source));
                None
            }
        }
    }

    fn look(&mut self, picture: &Picture) -> Result<Image, Unusable> {
        match &picture.source {
            PictureSource::Web(url) => {
                let kind = ImageKind::of_extension(url.path()).ok_or((
                    "the kind of this picture can't be told from its address",
                    "use an address that ends in .jpg, .png, .gif, .webp or .avif",
                ))?;
                Ok(Image { url: url.clone(), alt: String::new(), kind, length: None, size: None })
            }
            PictureSource::Embedded(part) => {
                let bytes = docx::picture(self.bytes, part)?;
                let kind = ImageKind::sniff(&bytes).ok_or((
                    "a picture that feed readers can't show was left out (EMF, WMF, TIFF and the like)",
                    "insert it as JPEG or PNG",
                ))?;
                let found = PictureFile {
                    path: self.file.path.clone(),
                    kind,
                    length: bytes.len() as u64,
                    size: input::picture_size(&bytes),
                };
                let name = part.rsplit('/').next().unwrap_or(part);
                self.copy(name, &found, PictureOrigin::PartOf(found.path.clone(), part.clone()))
            }
            PictureSource::File(name) => {
                let found = input::picture(&self.file.path, name)?;
                self.copy(name, &found, PictureOrigin::File(found.path.clone()))
            }
        }
    }

    /// Notes that a picture is to be copied, and says what it will be.
    fn copy(&mut self, name: &str, found: &PictureFile, from: PictureOrigin) -> Result<Image, Unusable> {
        let copy = copy_name(name, found.kind);
        let outside = ("the picture's name makes no address", "name it with letters, digits and hyphens");
        let url = link::resolve(&copy, self.permalink).ok_or(outside)?;
        let folder = self.permalink.path_segments().and_then(|mut parts| parts.nth_back(1)).unwrap_or_default();
        let to = format!("{RELEASES}/{folder}/{copy}");
        match self.copies.iter().find(|other| other.to.eq_ignore_ascii_case(&to)) {
            Some(other) if other.from != from => {
                return Err(("another picture of this release has this name already", "rename one of the two"));
            }
            Some(_) => {}
            None => self.copies.push(PictureCopy { from, to }),
        }
        Ok(Image { url, alt: String::new(), kind: found.kind, length: Some(found.length), size: found.size })
    }
}

fn shown(source: &PictureSource) -> String {
    match source {
        PictureSource::Web(url) => link::without_secrets(url),
        PictureSource::File(name) | PictureSource::Embedded(name) => name.clone(),
    }
}

/// A file name that every server and file system serves alike; folders become part of it, so that
/// two pictures of one name stay two.
fn copy_name(name: &str, kind: ImageKind) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = stem.trim_start_matches("./").replace('/', "-");
    let stem = Slug::of_stem(&stem).map_or_else(|| "picture".to_owned(), |slug| slug.to_string());
    let extension = match ImageKind::of_extension(name) {
        Some(_) => extension.to_ascii_lowercase(),
        None => kind.mime().rsplit('/').next().unwrap_or_default().to_owned(),
    };
    format!("{stem}.{extension}")
}
