//! The other language's words for a link, which stand in brackets beside it.

use super::pair::Pair;
use super::text::{is_sign, width};

/// So wide may be what a gloss says beside the words: what language they are of, what they are called in short.
const REMARK: usize = 16;

/// Returns the text before and behind a link without the other language's words for it, which stand in brackets behind
/// the link or before it, or before the brackets in which the link stands.
pub(super) fn without_gloss<'p>(parts: &'p [String; 2], was: &str) -> [&'p str; 2] {
    const OPENING: [char; 4] = ['(', '（', '[', '［'];
    const CLOSING: [char; 4] = [')', '）', ']', '］'];
    let [before, behind] = [parts[0].trim_end(), parts[1].trim_start()];
    let is_gloss = |text: &str| text.contains(was) && width(text) <= width(was) + REMARK;
    if let Some((gloss, rest)) = behind.strip_prefix(OPENING).and_then(|text| text.split_once(CLOSING))
        && is_gloss(gloss)
    {
        return [&parts[0], rest];
    }
    if let Some((rest, gloss)) = before.strip_suffix(CLOSING).and_then(|text| text.rsplit_once(OPENING))
        && is_gloss(gloss)
    {
        return [rest, &parts[1]];
    }
    let glossed = before.strip_suffix(OPENING).filter(|_| behind.starts_with(CLOSING));
    let rest = glossed.and_then(|text| text.trim_end_matches(is_sign).strip_suffix(was));
    rest.map_or([&parts[0], &parts[1]], |rest| [rest, behind])
}

/// Tells whether the origin's words stand in such brackets.
pub(super) fn is_glossed(pair: Pair<'_, '_>) -> bool {
    let parts = pair.around();
    without_gloss(parts, pair.was.trim_matches(is_sign)).iter().zip(parts).any(|(rest, part)| rest.len() < part.len())
}
