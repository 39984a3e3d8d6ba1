//! Which file a thread reads, for whoever has to say where a bug was met. It knows nothing of what stands in it.

use std::cell::RefCell;

use crate::disk::input::SourceFile;

thread_local! {
    static FILE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The file that the present thread reads, as messages name it.
pub fn in_hand() -> Option<String> {
    FILE.with_borrow(Clone::clone)
}

/// What `read` makes of a file. Where it panics the file stays in hand, as it was what did it.
pub(super) fn holding<T>(file: &SourceFile, read: impl FnOnce() -> T) -> T {
    // A thread that waits for a part of a file may be given another one to read.
    let before = FILE.replace(Some(file.shown()));
    let made = read();
    FILE.set(before);
    made
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_file_is_in_hand_as_long_as_it_is_read() {
        let file = |name| SourceFile::named(Path::new(name));
        assert_eq!(in_hand(), None);
        holding(&file("releases/lamp.txt"), || {
            holding(&file("releases/quay.txt"), || assert_eq!(in_hand().as_deref(), Some("releases/quay.txt")));
            assert_eq!(in_hand().as_deref(), Some("releases/lamp.txt"));
        });
        assert_eq!(in_hand(), None);
    }
}
