//! Which caption of the text is whose. A wrong caption under a picture is worse than none.

use crate::release::Caption;

/// Which pictures the captions of a text can be meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// Those that are asked about.
    These,
    /// Others too, such as pictures of the body: only the lead picture takes one.
    OthersToo,
    /// Others too, and the lead picture is lost: nobody takes one.
    Nobody,
}

/// For each picture its caption. `own` are those stated with a picture; `of_text` are all, stated
/// ones among them.
pub fn share(own: &[Option<&Caption>], of_text: &[Caption], meant: Meant) -> Vec<Option<Caption>> {
    let free: Vec<&Caption> = of_text.iter().filter(|caption| !own.contains(&Some(*caption))).collect();
    let without = own.iter().filter(|own| own.is_none()).count();
    let one_each = meant == Meant::These && without == free.len();
    let mut free = free.into_iter();
    own.iter()
        .enumerate()
        .map(|(index, own)| match own {
            Some(own) => Some((*own).clone()),
            None if one_each || index == 0 && meant != Meant::Nobody => free.next().cloned(),
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

    fn shared(own: &[Option<&str>], of_text: &[&str], meant: Meant) -> Vec<Option<String>> {
        let own: Vec<Option<Caption>> = own.iter().map(|own| own.map(caption)).collect();
        let own: Vec<Option<&Caption>> = own.iter().map(Option::as_ref).collect();
        let of_text: Vec<Caption> = of_text.iter().map(|text| caption(text)).collect();
        share(&own, &of_text, meant).into_iter().map(|caption| caption?.text).collect()
    }

    #[test]
    fn the_lead_picture_takes_the_first_and_the_others_only_one_each() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(shared(&[None], &["a", "b"], Meant::These), [some("a")]);
        assert_eq!(shared(&[None, None], &["a", "b"], Meant::These), [some("a"), some("b")]);
        assert_eq!(shared(&[None, None, None], &["a", "b"], Meant::These), [some("a"), None, None]);
        assert_eq!(shared(&[None, None], &["a", "b"], Meant::OthersToo), [some("a"), None]);
        assert_eq!(shared(&[None], &["a"], Meant::Nobody), [None]);
        assert_eq!(shared(&[Some("x"), None], &["x", "a"], Meant::These), [some("x"), some("a")]);
        assert_eq!(shared(&[None, Some("x")], &["x", "a"], Meant::These), [some("a"), some("x")]);
        assert_eq!(shared(&[Some("x"), None], &["x", "a", "b"], Meant::These), [some("x"), None]);
    }
}
