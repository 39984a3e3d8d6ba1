//! Libraries that are loaded before the C library, built out of one file each.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds `source`, below this package, into `folder`.
pub fn built(source: &str, folder: &Path) -> PathBuf {
    let library = folder.join("libpreloaded.so");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(source);
    let built = Command::new(rustc)
        .args(["--edition", "2024", "--crate-type", "cdylib", "-C", "panic=abort", "-o"])
        .args([&library, &source])
        .output()
        .expect("rustc");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    library
}
