//! Where something is drawn: the matrices of PDF, and nothing of what is drawn there.

use super::Turn;

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

/// Where a point is put.
pub fn put(matrix: &Matrix, x: f64, y: f64) -> (f64, f64) {
    (x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5])
}

/// Which way text runs, and the direction it is measured along: its own.
pub fn turn(matrix: &Matrix, size: f64) -> (Turn, [f64; 2]) {
    if matrix[0] * size > 0.0 && matrix[1].abs() < matrix[0].abs() * 0.05 {
        return (0, [1.0, 0.0]);
    }
    let length = matrix[0].hypot(matrix[1]) * size.signum();
    if length == 0.0 || !length.is_finite() {
        return (1, [1.0, 0.0]);
    }
    let (x, y) = (matrix[0] / length, matrix[1] / length);
    // Off the half degrees, so that what is turned by one of them is not parted by a rounding.
    #[expect(clippy::cast_possible_truncation, reason = "degrees of a circle")]
    let degrees = (y.atan2(x).to_degrees() + 0.137).round() as Turn;
    (if degrees == 0 { 1 } else { degrees }, [x, y])
}
