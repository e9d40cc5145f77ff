use crate::model::code::*;
use std::ops::Range;
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum PieceKind { Text, Strong, Code }
#[derive(Clone, Debug)]
pub struct Piece<'a> { pub text: &'a str, pub range: Range<usize>, pub kind: PieceKind }
pub struct Found { pub code: ErrorCode, pub context: Context, pub range: Range<usize>, pub kind: PieceKind }
pub struct Intro { pub code: ErrorCode, pub name: Option<Range<usize>>, pub message: Option<Range<usize>> }
pub fn mentions(_: &Families, _: &[Piece<'_>]) -> Vec<Found> { vec![] }
pub fn introduction(_: &Families, _: &[Piece<'_>]) -> Option<Intro> { None }
pub fn speaks_of_mail(_: &str) -> bool { false }
pub fn speaks_of_errors(_: &str) -> bool { false }
