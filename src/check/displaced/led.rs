//! Links that took the word which leads to them, and left one of their own behind: "в [разделе Общие](…) проблемы", or
//! all of them: "Weitere [Informationen unter](…) Bekannte Probleme".

use super::pair::Pair;
use super::seen::{ends_there, is_see};
use super::text::{is_sign, starts_with_grammar};
use super::title::is_narrow;
use crate::check::function_words;
use crate::check::leads::{Place, first_of_several, last_of_several};

/// Tells whether a link starts with what leads to it, and a word follows it where nothing follows the origin's.
pub(super) fn takes_lead(pair: Pair<'_, '_>) -> bool {
    let Pair { context, text, was, .. } = pair;
    let [_, behind] = pair.prose().beside(pair.link);
    let (Some(lead), Some(next)) = (first_of_several(text), first(behind)) else { return false };
    let [_, behind_origin] = pair.around_origin();
    let is_left = || {
        let small = next.to_lowercase();
        !function_words::is_one(&small)
            && !function_words::has_see(&small)
            && !function_words::is_this(&small)
            && !context.leads.follows(pair.locale(), next)
    };
    let leads = || {
        context.leads.leads(pair.locale(), lead, Place::First)
            || lead.starts_with(char::is_lowercase) && is_see(lead) && !was.split_whitespace().any(is_see)
            || pair.is_new(starts_with_grammar) && is_narrow(pair)
    };
    ends_there(behind_origin) && !pair.was_pointing() && is_left() && leads()
}

/// Tells whether a link ends with a word that others of the language stand behind, and words follow it where nothing
/// follows the origin's.
pub(super) fn ends_with_lead(pair: Pair<'_, '_>) -> bool {
    let [_, behind] = pair.prose().beside(pair.link);
    let [_, behind_origin] = pair.around_origin();
    // A preposition that follows the origin's link was only taken along.
    let is_end = || behind_origin.trim_start().chars().next().is_none_or(is_sign);
    let follows = || first(behind).is_some_and(|next| !pair.context.leads.follows(pair.locale(), next));
    last_of_several(pair.text).is_some_and(|lead| pair.context.leads.leads(pair.locale(), lead, Place::Last))
        && is_end()
        && !pair.was_pointing()
        && follows()
}

/// Returns the first word of a text, behind a blank.
fn first(text: &str) -> Option<&str> {
    let word = text.strip_prefix(' ').and_then(|text| text.split_whitespace().next());
    word.map(|word| word.trim_end_matches(is_sign)).filter(|word| word.starts_with(char::is_alphanumeric))
}
