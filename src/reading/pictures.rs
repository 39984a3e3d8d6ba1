//! The pictures of one release: what their files are, and the address each will have.
//!
//! Pictures on other sites are never fetched.

use std::path::PathBuf;

use url::Url;

use super::RELEASES;
use crate::disk::input::{self, SourceFile, Unusable};
use crate::link;
use crate::manuscript::PictureSource;
use crate::parse::assemble::Picture;
use crate::problem::Report;
use crate::release::{Caption, Figure, Image, ImageKind, Slug};

/// A picture to be copied to its release's folder.
#[derive(Debug, Clone)]
pub struct PictureCopy {
    pub from: PathBuf,
    /// Path below the output folder.
    pub to: String,
}

pub struct Album<'a> {
    file: &'a SourceFile,
    permalink: &'a Url,
    report: &'a mut Report,
    pub copies: Vec<PictureCopy>,
}

impl<'a> Album<'a> {
    pub fn new(file: &'a SourceFile, permalink: &'a Url, report: &'a mut Report) -> Self {
        Self { file, permalink, report, copies: Vec::new() }
    }

    /// The release's own picture. One that front matter states must be usable; of one in the text
    /// that is not, a warning is given and the release goes without.
    pub fn image(&mut self, picture: &Picture, caption: Option<&Caption>) -> Option<Image> {
        let alt = picture.alt.clone().or_else(|| caption.and_then(|caption| caption.text.clone()));
        if alt.is_none() {
            let fix = "say what it shows in `alt:`, for those who can't see it";
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
            PictureSource::Embedded(_) => Err(("the picture can't be read", "put it beside the release")),
            PictureSource::File(name) => {
                let found = input::picture(&self.file.path, name)?;
                let copy = copy_name(name, found.kind);
                let outside = ("the picture's name makes no address", "name it with letters, digits and hyphens");
                let url = link::resolve(&copy, self.permalink).ok_or(outside)?;
                let folder = self.permalink.path_segments().and_then(|mut parts| parts.nth_back(1)).unwrap_or_default();
                let to = format!("{RELEASES}/{folder}/{copy}");
                let taken = |other: &PictureCopy| other.to.eq_ignore_ascii_case(&to) && other.from != found.path;
                if self.copies.iter().any(taken) {
                    return Err(("another picture of this release has this name already", "rename one of the two"));
                }
                self.copies.push(PictureCopy { from: found.path, to });
                Ok(Image { url, alt: String::new(), kind: found.kind, length: Some(found.length), size: found.size })
            }
        }
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
