//! Which caption of the text is whose. A wrong caption under a picture is worse than none.

use crate::release::Caption;

/// For each picture its caption. `own` are those stated with a picture; `of_text` are all, stated
/// ones among them. Where `others` could be meant by the captions, pictures of the body for
/// instance, only the lead picture takes one, and that only unless it is `unsure` which it was.
pub fn share(own: &[Option<&Caption>], of_text: &[Caption], others: bool, unsure: bool) -> Vec<Option<Caption>> {
    let free: Vec<&Caption> = of_text.iter().filter(|caption| !own.contains(&Some(*caption))).collect();
    let without = own.iter().filter(|own| own.is_none()).count();
    let one_each = !others && without == free.len();
    let mut free = free.into_iter();
    own.iter()
        .enumerate()
        .map(|(index, own)| match own {
            Some(own) => Some((*own).clone()),
            None if one_each || index == 0 && !unsure => free.next().cloned(),
            None => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caption(text: &str) -> Caption {
        Caption { text: Some(text.to_owned()), credit: None }
    }

    fn shared(own: &[Option<&str>], of_text: &[&str], others: bool, unsure: bool) -> Vec<Option<String>> {
        let own: Vec<Option<Caption>> = own.iter().map(|own| own.map(caption)).collect();
        let own: Vec<Option<&Caption>> = own.iter().map(Option::as_ref).collect();
        let of_text: Vec<Caption> = of_text.iter().map(|text| caption(text)).collect();
        share(&own, &of_text, others, unsure).into_iter().map(|caption| caption?.text).collect()
    }

    #[test]
    fn the_lead_picture_takes_the_first_and_the_others_only_one_each() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(shared(&[None], &["a", "b"], false, false), [some("a")]);
        assert_eq!(shared(&[None, None], &["a", "b"], false, false), [some("a"), some("b")]);
        assert_eq!(shared(&[None, None, None], &["a", "b"], false, false), [some("a"), None, None]);
        assert_eq!(shared(&[None, None], &["a", "b"], true, false), [some("a"), None]);
        assert_eq!(shared(&[None], &["a"], true, true), [None]);
        assert_eq!(shared(&[Some("x"), None], &["x", "a"], false, false), [some("x"), some("a")]);
        assert_eq!(shared(&[None, Some("x")], &["x", "a"], false, false), [some("a"), some("x")]);
        assert_eq!(shared(&[Some("x"), None], &["x", "a", "b"], false, false), [some("x"), None]);
    }
}
