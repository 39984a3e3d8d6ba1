//! A library that is loaded before the C library and tells a program another time of day. `tests/clock.rs`
//! builds and uses it; nothing else does. Clocks that only measure go on as they are.

#![allow(unsafe_code, clippy::all)]

use std::ffi::{c_char, c_int, c_long, c_void};
use std::sync::OnceLock;

#[link(name = "c")]
unsafe extern "C" {
    fn dlsym(handle: *mut c_void, name: *const c_char) -> *mut c_void;
    fn getenv(name: *const c_char) -> *const c_char;
    fn atoll(text: *const c_char) -> i64;
    fn creat(path: *const c_char, mode: u32) -> c_int;
    fn close(file: c_int) -> c_int;
}

/// The function that would have been called without this library.
const NEXT: *mut c_void = -1_isize as *mut c_void;
const CLOCK_REALTIME: c_int = 0;
const CLOCK_REALTIME_COARSE: c_int = 5;

#[repr(C)]
pub struct Time {
    seconds: i64,
    /// Nanoseconds or microseconds.
    parts: c_long,
}

/// The time that is told; then there is a file that says that somebody asked.
fn told() -> i64 {
    static TOLD: OnceLock<i64> = OnceLock::new();
    *TOLD.get_or_init(|| unsafe {
        let asked = getenv(c"CLOCK_ASKED".as_ptr());
        if !asked.is_null() {
            close(creat(asked, 0o644));
        }
        let stated = getenv(c"CLOCK_SAYS".as_ptr());
        if stated.is_null() { 0 } else { atoll(stated) }
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn clock_gettime(clock: c_int, time: *mut Time) -> c_int {
    if clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE {
        unsafe { *time = Time { seconds: told(), parts: 0 } };
        return 0;
    }
    static REAL: OnceLock<usize> = OnceLock::new();
    let real = *REAL.get_or_init(|| unsafe { dlsym(NEXT, c"clock_gettime".as_ptr()) as usize });
    let real: unsafe extern "C" fn(c_int, *mut Time) -> c_int = unsafe { std::mem::transmute(real) };
    unsafe { real(clock, time) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn gettimeofday(time: *mut Time, _: *mut c_void) -> c_int {
    if !time.is_null() {
        unsafe { *time = Time { seconds: told(), parts: 0 } };
    }
    0
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn time(time: *mut i64) -> i64 {
    if !time.is_null() {
        unsafe { *time = told() };
    }
    told()
}
