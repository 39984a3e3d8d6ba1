//! What operators set before text is shown: where it stands, and in what size and spacing.

use std::rc::Rc;

use super::ink::{Ink, is_white};
use super::matrix::{AS_IS, Matrix, moved, times};
use crate::source::pdf::font::Font;
use crate::source::pdf::syntax::Operand;

#[derive(Clone)]
pub struct State {
    pub matrix: Matrix,
    pub font: Option<Rc<Font>>,
    pub size: f64,
    pub character_spacing: f64,
    pub word_spacing: f64,
    pub stretch: f64,
    leading: f64,
    pub rise: f64,
    pub white: bool,
    /// In no ink at all.
    pub unseen: bool,
}

impl State {
    pub fn ink(&self) -> Ink {
        match (self.unseen, self.white) {
            (true, _) => Ink::None,
            (_, true) => Ink::White,
            _ => Ink::Seen,
        }
    }
}

pub struct Pen {
    pub state: State,
    kept: Vec<State>,
    pub text: Matrix,
    line: Matrix,
}

/// States within each other.
const DEEPEST: usize = 1000;

impl Pen {
    pub fn new(matrix: Matrix) -> Self {
        let state = State {
            matrix,
            font: None,
            size: 1.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            white: false,
            unseen: false,
        };
        Self { state, kept: Vec::new(), text: AS_IS, line: AS_IS }
    }

    /// Sets what an operator sets; false where it does something else.
    pub fn set(&mut self, operator: &[u8], operands: &[Operand]) -> bool {
        let n = |at| number(operands, at);
        let six = || [n(0), n(1), n(2), n(3), n(4), n(5)];
        match operator {
            b"q" if self.kept.len() < DEEPEST => self.kept.push(self.state.clone()),
            b"Q" => self.state = self.kept.pop().unwrap_or_else(|| self.state.clone()),
            b"cm" => self.state.matrix = times(&six(), &self.state.matrix),
            b"BT" => (self.text, self.line) = (AS_IS, AS_IS),
            b"Tc" => self.state.character_spacing = n(0),
            b"Tw" => self.state.word_spacing = n(0),
            b"Tz" => self.state.stretch = n(0) / 100.0,
            b"TL" => self.state.leading = n(0),
            b"Ts" => self.state.rise = n(0),
            b"Tr" => self.state.unseen = [3.0, 7.0].iter().any(|mode: &f64| (n(0) - mode).abs() < 0.5),
            b"Tm" => (self.text, self.line) = (six(), six()),
            b"Td" => self.go(n(0), n(1)),
            b"TD" => {
                self.state.leading = -n(1);
                self.go(n(0), n(1));
            }
            _ => match is_white(operator, operands) {
                Some(white) => self.state.white = white,
                None => return false,
            },
        }
        true
    }

    pub fn next_line(&mut self) {
        self.go(0.0, -self.state.leading);
    }

    /// Thousandths of the size, as between two letters.
    pub fn go_back(&mut self, thousandths: f64) {
        let x = -thousandths / 1000.0 * self.state.size * self.state.stretch;
        self.text = times(&moved(x, 0.0), &self.text);
    }

    fn go(&mut self, x: f64, y: f64) {
        self.line = times(&moved(x, y), &self.line);
        self.text = self.line;
    }
}

/// Zero where there is none.
pub fn number(operands: &[Operand], at: usize) -> f64 {
    if let Some(Operand::Number(number)) = operands.get(at) { *number } else { 0.0 }
}
