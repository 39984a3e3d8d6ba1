//! Where something is drawn: the matrices of PDF, and nothing of what is drawn there.

/// `[a b c d e f]`, as PDF writes them.
pub type Matrix = [f64; 6];
pub const AS_IS: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

pub fn times(a: &Matrix, b: &Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

pub fn moved(x: f64, y: f64) -> Matrix {
    [1.0, 0.0, 0.0, 1.0, x, y]
}
