//! A library that is loaded before the C library and notes in a file what a program has synced and renamed,
//! in that order. `tests/syncing.rs` builds and uses it; nothing else does.

#![allow(unsafe_code, clippy::all)]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::io::Write as _;

#[link(name = "c")]
unsafe extern "C" {
    fn dlsym(handle: *mut c_void, name: *const c_char) -> *mut c_void;
}

/// The function that would have been called without this library.
const NEXT: *mut c_void = -1_isize as *mut c_void;

fn note(what: &str, path: &str) {
    let Some(notes) = std::env::var_os("SYNCING_TOLD") else { return };
    let file = std::fs::OpenOptions::new().append(true).create(true).open(notes);
    let _ = file.and_then(|mut file| file.write_all(format!("{what} {path}\n").as_bytes()));
}

fn note_file(what: &str, file: c_int) {
    let path = std::fs::read_link(format!("/proc/self/fd/{file}")).unwrap_or_default();
    note(what, &path.to_string_lossy());
}

fn note_path(what: &str, path: *const c_char) {
    note(what, &unsafe { CStr::from_ptr(path) }.to_string_lossy());
}

macro_rules! telling {
    ($($name:ident($($argument:ident: $kind:ty),*): $note:expr;)*) => {
        $(#[unsafe(no_mangle)]
        pub unsafe extern "C" fn $name($($argument: $kind),*) -> c_int {
            $note;
            let name = concat!(stringify!($name), "\0");
            let real: unsafe extern "C" fn($($kind),*) -> c_int =
                unsafe { std::mem::transmute(dlsym(NEXT, name.as_ptr().cast())) };
            unsafe { real($($argument),*) }
        })*
    };
}

telling! {
    fsync(file: c_int): note_file("synced", file);
    syncfs(file: c_int): note_file("all", file);
    rename(from: *const c_char, to: *const c_char): note_path("named", from);
    renameat(a: c_int, from: *const c_char, b: c_int, to: *const c_char): note_path("named", from);
}
