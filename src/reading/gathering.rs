//! Gathers the pictures and attachments of one release, and looks at what their files are.
//!
//! Pictures on other sites are never fetched. A file is taken once, by the first that names it.

use std::collections::HashSet;
use std::path::Path;

use url::Url;

use super::Gathered;
use super::captions::{self, Meant};
use super::demanded;
use super::enclosures::{Enclosures, Origin, file_name};
use crate::disk::beside::Beside;
use crate::disk::enclosure::{self, PictureFile, Unusable};
use crate::disk::input::SourceFile;
use crate::link;
use crate::manuscript::PictureSource;
use crate::parse::assemble::{NamedAttachment, NamedBy, Picture};
use crate::problem::{Place, Report};
use crate::release::{Attachment, Caption, Figure, FileKind, Image, ImageKind};
use crate::source::docx;

/// Larger than this, a picture or an attachment is a burden to who reads on the way.
const BURDEN: u64 = 10 * 1024 * 1024;

/// Why a file is not shown where it is named.
enum Refused {
    Unusable(Unusable),
    /// It is shown already.
    Twice,
}

impl From<Unusable> for Refused {
    fn from(unusable: Unusable) -> Self {
        Self::Unusable(unusable)
    }
}

/// Gathers what belongs to one release.
pub struct Gathering<'a> {
    file: &'a SourceFile,
    bytes: &'a [u8],
    report: &'a mut Report,
    /// The release's own pictures, as far as they can be used, the lead picture first.
    pictures: Vec<(Picture, Image)>,
    attachments: Vec<Attachment>,
    /// Names of what is taken already, whatever it is named by.
    taken: HashSet<String>,
    /// Names of what was told of already and can't be used.
    refused: HashSet<String>,
    figures: usize,
    /// A picture of its own can't be used, and whether that was to be the lead picture.
    lost: bool,
    lead_lost: bool,
    copies: Enclosures<'a>,
}

impl<'a> Gathering<'a> {
    /// `bytes` are those of the release's own file.
    pub fn new(file: &'a SourceFile, bytes: &'a [u8], permalink: &'a Url, report: &'a mut Report) -> Self {
        Self {
            file,
            bytes,
            report,
            pictures: Vec::new(),
            attachments: Vec::new(),
            taken: HashSet::new(),
            refused: HashSet::new(),
            figures: 0,
            lost: false,
            lead_lost: false,
            copies: Enclosures::new(permalink),
        }
    }

    /// A picture of the release's own. One that front matter or Markdown names must be usable; without
    /// any other that is not the release goes, with a warning.
    pub fn picture(&mut self, picture: Picture) {
        match self.look(&picture.source) {
            Ok(image) => {
                self.weigh(picture.at, "picture", &picture.source.shown(), image.length);
                self.pictures.push((picture, image));
            }
            Err(refused) => {
                let lost = matches!(refused, Refused::Unusable(_));
                self.lost |= lost;
                self.lead_lost |= lost && self.pictures.is_empty();
                self.refuse(
                    picture.at,
                    demanded::is_demanded(&picture, self.file.format),
                    "picture",
                    &picture.source.shown(),
                    refused,
                );
            }
        }
    }

    /// A picture in the body.
    pub fn figure(&mut self, picture: &Picture) -> Option<Figure> {
        self.figures += 1;
        let name = picture.source.shown();
        match self.look(&picture.source) {
            Ok(image) => {
                self.weigh(picture.at, "picture", &name, image.length);
                Some(Figure {
                    url: image.url,
                    alt: picture.alt.clone().unwrap_or_default(),
                    caption: picture.caption.clone(),
                    size: image.size,
                })
            }
            Err(refused) => {
                self.refuse(picture.at, demanded::is_demanded(picture, self.file.format), "picture", &name, refused);
                None
            }
        }
    }

    /// An attachment that front matter names.
    pub fn attachment(&mut self, named: &NamedAttachment) {
        match self.attached(&named.name) {
            Ok(attachment) => {
                self.weigh(named.at, "attachment", &named.name, Some(attachment.length));
                self.attachments.push(Attachment { title: named.title.clone(), ..attachment });
            }
            Err(refused) => self.refuse(named.at, true, "attachment", &named.name, refused),
        }
    }

    /// What lies beside the release, less what it names itself.
    pub fn take_up(&mut self, beside: &[Beside]) {
        // The file of the release tells of none of them, so problems stand at its beginning.
        let at = Place::line(1);
        let (pictures, attachments): (Vec<&Beside>, Vec<&Beside>) =
            beside.iter().partition(|one| ImageKind::of_extension(&one.name).is_some());
        for one in pictures.into_iter().chain(attachments) {
            if self.taken.contains(&self.identity_of(&one.name)) || self.refused.contains(&spelt_alike(&one.name)) {
                continue;
            }
            if ImageKind::of_extension(&one.name).is_some() {
                let source = PictureSource::File(one.name.clone());
                self.picture(Picture { at, source, alt: None, caption: None, named_by: NamedBy::Nobody });
                continue;
            }
            match self.attached(&one.name) {
                Ok(attachment) => {
                    self.weigh(at, "attachment", &one.name, Some(attachment.length));
                    self.attachments.push(attachment);
                }
                Err(refused) => self.refuse(at, false, "attachment", &one.name, refused),
            }
        }
    }

    /// All that was gathered, each picture with its caption and its alternative text. `of_text` are captions that no
    /// picture of the body has.
    pub(super) fn finish(self, of_text: &[Caption]) -> Gathered {
        let own: Vec<Option<&Caption>> = self.pictures.iter().map(|(picture, _)| picture.caption.as_ref()).collect();
        // A picture that is lost leaves its caption to none of the others.
        let meant = match (self.lead_lost, self.figures > 0 || self.lost) {
            (true, _) => Meant::Nobody,
            (false, true) => Meant::OthersToo,
            (false, false) => Meant::These,
        };
        let captions = captions::share(&own, of_text, meant);
        let mut images = Vec::with_capacity(self.pictures.len());
        for ((picture, image), caption) in self.pictures.into_iter().zip(captions) {
            let alt = picture.alt.or_else(|| caption.as_ref().and_then(|caption| caption.text.clone()));
            if alt.is_none() {
                let (what, fix) = match (picture.named_by, &picture.source) {
                    (NamedBy::Nobody, _) => (
                        "a picture beside the release has no alternative text",
                        "write a caption in the text, or state `image:` with `file:` and `alt:`",
                    ),
                    (_, PictureSource::Embedded(_)) => (
                        "the picture has no alternative text",
                        "write one in Word (right click, Alt Text), for those who can't see it",
                    ),
                    (NamedBy::Text, _) => {
                        ("the picture has no alternative text", self.file.format.way_to_an_alternative())
                    }
                    _ => (
                        "the picture has no alternative text",
                        "say what it shows in `alt:`, for those who can't see it",
                    ),
                };
                let problem = self.report.warning(picture.at, what, fix);
                if !matches!(
                    (picture.named_by, &picture.source),
                    (NamedBy::FrontMatter, _) | (_, PictureSource::Embedded(_))
                ) {
                    problem.found(picture.source.shown());
                }
            }
            images.push(Image { alt: alt.unwrap_or_default(), caption, ..image });
        }
        Gathered { pictures: images, attachments: self.attachments, copies: self.copies.all }
    }

    fn refuse(&mut self, at: Place, must_be_there: bool, noun: &str, name: &str, refused: Refused) {
        self.refused.insert(spelt_alike(name));
        let problem = match refused {
            Refused::Twice => self.report.warning(
                at,
                format!("the {noun} is here a second time"),
                "it is shown where it stands first",
            ),
            Refused::Unusable((what, fix)) if must_be_there => self.report.error(at, what, fix),
            Refused::Unusable((what, fix)) => self.report.warning(at, format!("{what}, so it was left out"), fix),
        };
        // What all pages of a site have is told once, so that nothing of one page stands in it.
        if problem.is_error() || !demanded::is_of_a_site(name) {
            problem.found(name);
        }
    }

    /// Warns of what takes long to load.
    fn weigh(&mut self, at: Place, noun: &str, name: &str, length: Option<u64>) {
        let Some(length) = length.filter(|length| *length > BURDEN) else { return };
        let tenths = length.saturating_add(50_000) / 100_000;
        let size = format!("{}.{} MB", tenths / 10, tenths % 10);
        let (what, fix) = if noun == "picture" {
            ("which every reader has to load", "save it smaller, or make it an attachment")
        } else {
            ("which takes long to load on the way", "save it smaller")
        };
        self.report.warning(at, format!("the {noun} has {size}, {what}"), fix).found(name);
    }

    fn identity_of(&self, name: &str) -> String {
        let folder = self.file.path.parent().unwrap_or(Path::new(""));
        enclosure::identity(&folder.join(name)).to_string_lossy().into_owned()
    }

    fn take(&mut self, identity: String) -> Result<(), Refused> {
        if self.taken.insert(identity) { Ok(()) } else { Err(Refused::Twice) }
    }

    fn look(&mut self, source: &PictureSource) -> Result<Image, Refused> {
        match source {
            PictureSource::Web(url) => {
                let kind = ImageKind::of_extension(url.path()).ok_or_else(|| {
                    (
                        "the kind of this picture can't be told from its address".to_owned(),
                        "use an address that ends in .jpg, .png, .gif, .webp or .avif",
                    )
                })?;
                self.take(url.to_string())?;
                Ok(Image { url: url.clone(), alt: String::new(), caption: None, kind, length: None, size: None })
            }
            PictureSource::Embedded(part) => {
                let bytes = docx::picture(self.bytes, part).map_err(|(what, fix)| (what.to_owned(), fix))?;
                let kind = ImageKind::sniff(&bytes).ok_or_else(|| {
                    (
                        "a picture that feed readers can't show was left out (EMF, WMF, TIFF and the like)".to_owned(),
                        "insert it as JPEG or PNG",
                    )
                })?;
                self.take(format!("part {part}"))?;
                let found = PictureFile {
                    path: self.file.path.clone(),
                    kind,
                    length: bytes.len() as u64,
                    size: enclosure::picture_size(&bytes),
                };
                let name = part.rsplit('/').next().unwrap_or(part);
                self.image(name, &found, Origin::PartOf(found.path.clone(), part.clone()))
            }
            PictureSource::File(name) => {
                let found = enclosure::picture(&self.file.path, name)?;
                self.take(enclosure::identity(&found.path).to_string_lossy().into_owned())?;
                self.image(name, &found, Origin::File(found.path.clone()))
            }
        }
    }

    fn image(&mut self, name: &str, found: &PictureFile, from: Origin) -> Result<Image, Refused> {
        let url = self.copies.add(name, FileKind::Picture(found.kind), from, "picture")?;
        let length = Some(found.length);
        Ok(Image { url, alt: String::new(), caption: None, kind: found.kind, length, size: found.size })
    }

    fn attached(&mut self, name: &str) -> Result<Attachment, Refused> {
        if link::web(name).is_some() {
            let what = "an attachment is a file beside the release, not an address";
            return Err(Refused::Unusable((what.to_owned(), "put the file here, or a link into the text")));
        }
        let found = enclosure::attachment(&self.file.path, name)?;
        self.take(enclosure::identity(&found.path).to_string_lossy().into_owned())?;
        let url = self.copies.add(name, found.kind, Origin::File(found.path), "attachment")?;
        Ok(Attachment { url, title: None, file_name: file_name(name), kind: found.kind, length: found.length })
    }
}

/// What all spellings of a name have in common.
fn spelt_alike(name: &str) -> String {
    enclosure::folded(name.trim_start_matches("./"))
}
