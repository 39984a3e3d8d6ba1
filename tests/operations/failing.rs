//! A library that is loaded before the C library and lets the N-th file operation of a program fail, or
//! kills the program there. `tests/operations.rs` builds and uses it; nothing else does.
//!
//! It knows the operations of files and folders that Rust's standard library and the crates use.

#![allow(unsafe_code, clippy::all)]

use std::ffi::{c_char, c_int, c_uint, c_void};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

#[link(name = "c")]
unsafe extern "C" {
    fn dlsym(handle: *mut c_void, name: *const c_char) -> *mut c_void;
    fn getenv(name: *const c_char) -> *const c_char;
    fn atoi(text: *const c_char) -> c_int;
    fn raise(signal: c_int) -> c_int;
    fn creat(path: *const c_char, mode: c_uint) -> c_int;
    fn __errno_location() -> *mut c_int;
}

/// The function that would have been called without this library.
const NEXT: *mut c_void = -1_isize as *mut c_void;
const EIO: c_int = 5;
const ENOSPC: c_int = 28;
const SIGKILL: c_int = 9;

static OPERATIONS: AtomicUsize = AtomicUsize::new(0);

struct Plan {
    at: usize,
    kills: bool,
}

fn plan() -> &'static Plan {
    static PLAN: OnceLock<Plan> = OnceLock::new();
    PLAN.get_or_init(|| unsafe {
        let at = getenv(c"OPERATION_FAILS".as_ptr());
        Plan { at: if at.is_null() { 0 } else { atoi(at) as usize }, kills: !getenv(c"OPERATION_KILLS".as_ptr()).is_null() }
    })
}

/// Whether this is the operation that fails; then there is a file that says so.
fn fails(error: c_int) -> bool {
    let plan = plan();
    if OPERATIONS.fetch_add(1, Ordering::SeqCst) + 1 != plan.at {
        return false;
    }
    unsafe {
        let told = getenv(c"OPERATION_TOLD".as_ptr());
        if !told.is_null() {
            let real: extern "C" fn(*const c_char, c_uint) -> c_int = creat_next();
            real(told, 0o644);
        }
        if plan.kills {
            raise(SIGKILL);
        }
        *__errno_location() = error;
    }
    true
}

fn creat_next() -> extern "C" fn(*const c_char, c_uint) -> c_int {
    unsafe { std::mem::transmute(dlsym(NEXT, c"creat".as_ptr())) }
}

macro_rules! failing {
    ($($name:ident($($argument:ident: $kind:ty),*) -> $result:ty, $error:expr, $failed:expr;)*) => {
        $(#[unsafe(no_mangle)]
        pub unsafe extern "C" fn $name($($argument: $kind),*) -> $result {
            if fails($error) {
                return $failed;
            }
            static REAL: OnceLock<usize> = OnceLock::new();
            let name = concat!(stringify!($name), "\0");
            let real = *REAL.get_or_init(|| unsafe { dlsym(NEXT, name.as_ptr().cast()) as usize });
            let real: unsafe extern "C" fn($($kind),*) -> $result = unsafe { std::mem::transmute(real) };
            unsafe { real($($argument),*) }
        })*
    };
}

type Path = *const c_char;

failing! {
    open64(path: Path, flags: c_int, mode: c_uint) -> c_int, EIO, -1;
    openat64(folder: c_int, path: Path, flags: c_int, mode: c_uint) -> c_int, EIO, -1;
    read(file: c_int, to: *mut c_void, length: usize) -> isize, EIO, -1;
    write(file: c_int, from: *const c_void, length: usize) -> isize, ENOSPC, -1;
    fsync(file: c_int) -> c_int, EIO, -1;
    syncfs(file: c_int) -> c_int, EIO, -1;
    rename(from: Path, to: Path) -> c_int, EIO, -1;
    renameat(from_folder: c_int, from: Path, to_folder: c_int, to: Path) -> c_int, EIO, -1;
    unlink(path: Path) -> c_int, EIO, -1;
    unlinkat(folder: c_int, path: Path, flags: c_int) -> c_int, EIO, -1;
    mkdir(path: Path, mode: c_uint) -> c_int, ENOSPC, -1;
    rmdir(path: Path) -> c_int, EIO, -1;
    fchmod(file: c_int, mode: c_uint) -> c_int, EIO, -1;
    opendir(path: Path) -> *mut c_void, EIO, std::ptr::null_mut();
    realpath(path: Path, to: *mut c_char) -> *mut c_char, EIO, std::ptr::null_mut();
    flock(file: c_int, operation: c_int) -> c_int, EIO, -1;
}
