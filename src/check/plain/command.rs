//! Commands in plain text: a program or a cmdlet with its parameters, as far as they surely go.

use std::ops::Range;

use super::block::BORDER;
use super::{programs, shape, words};
use crate::check::language::English;

/// Returns the commands in `text`, in order; each has something behind its name that no sentence has.
pub fn commands(text: &str) -> Vec<Range<usize>> {
    if !has_mark(text) {
        return Vec::new();
    }
    let parts = parts(text);
    let mut commands = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        match command(text, &parts, at) {
            Some((range, next)) => {
                commands.push(range);
                at = next;
            }
            None => at += 1,
        }
    }
    commands
}

/// Tells whether a text has a sign of a parameter, a hyphen or a slash behind a blank, or a program that may stand
/// without one.
fn has_mark(text: &str) -> bool {
    let is_marked = |word: &str| matches!(word.bytes().next(), Some(b'-' | b'/' | b'|' | b'"' | b'<' | b'$' | b'\\'));
    let is_bare = |word: &str| {
        let signs = word.bytes().take_while(|byte| matches!(byte, b'"' | b'(' | b'\'')).count();
        let word = &word[signs..];
        (2..=9).contains(&word.len()) && programs::may_be_bare(word) && programs::BARE.binary_search(&word).is_ok()
    };
    // A comma with a name right behind it.
    let bytes = text.as_bytes();
    let may_have_list =
        memchr::memchr_iter(b',', bytes).any(|at| bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic));
    let mut start = 0;
    memchr::memchr_iter(b' ', bytes).chain([text.len()]).any(|end| {
        let word = &text[start..end];
        let is_first = start == 0;
        start = end + 1;
        !is_first && (is_marked(word) || may_have_list && is_list(word)) || is_bare(word)
    })
}

/// Returns the parts of a command that no translator changes: the program, parameters, cmdlets, lists of names.
pub fn fixed(command: &str) -> impl Iterator<Item = &str> {
    let parts = command.split(' ').enumerate();
    let is_fixed = |at: usize, part: &str| {
        let is_parameter = part.starts_with(['-', '/']) && part[1..].bytes().all(|byte| byte.is_ascii_alphabetic());
        at == 0 || is_parameter && part.len() > 1 || is_cmdlet(part) || is_list(part) || part == "|"
    };
    parts.filter(move |(at, part)| is_fixed(*at, part)).map(|(_, part)| part.trim_start_matches(['"', '(']))
}

/// Returns the words between blanks; a quoted text is one, or a part of one.
fn parts(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut parts = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b' ' || bytes[at] == b'\t' {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at] != b' ' && bytes[at] != b'\t' {
            // Between letters it is an apostrophe.
            let is_quote = bytes[at] == b'"' || bytes[at] == b'\'' && at == start;
            let quoted = is_quote.then(|| closing(&bytes[at..])).flatten();
            at += quoted.unwrap_or(1);
        }
        parts.push(start..at);
    }
    parts
}

/// Returns the length of the quoted text at the start of `bytes`, its quotes included.
fn closing(bytes: &[u8]) -> Option<usize> {
    const MOST: usize = 120;
    let end = bytes[1..].iter().take(MOST).position(|byte| *byte == bytes[0] || *byte < b' ')?;
    let goes_on = bytes[0] == b'\'' && bytes.get(end + 2).is_some_and(u8::is_ascii_alphanumeric);
    (bytes[end + 1] == bytes[0] && !goes_on).then_some(end + 2)
}

/// Returns the command that begins with the part `first`, and the part behind it.
fn command(text: &str, parts: &[Range<usize>], first: usize) -> Option<(Range<usize>, usize)> {
    let head = parts[first].clone();
    // Languages without blanks write their words directly before it.
    let spelt = &text[head.clone()];
    let glued = spelt.char_indices().rev().find(|(_, c)| !c.is_ascii());
    let glued = glued.filter(|(_, c)| is_uncased(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let start = head.end - spelt[glued..].trim_start_matches(['"', '(', '\'']).len();
    let name = text[start..head.end].trim_end_matches([',', '.', ':', ';']);
    if start + name.len() != head.end {
        return None;
    }
    let head = Head::of(name)?;
    let is_first = text[..start].trim().is_empty();
    let signs = Signs::default();
    let first = first + 1;
    let mut reader = Arguments { text, parts, first, at: first, sure: None, name, head, is_first, signs };
    let end = reader.read()?;
    Some((start..end, reader.at))
}

/// Tells whether `c` is a letter of a script without capitals, or a mark of its own: no ASCII name goes on with it.
fn is_uncased(c: char) -> bool {
    !c.is_ascii()
        && if c.is_alphabetic() { !c.is_lowercase() && !c.is_uppercase() } else { !c.is_whitespace() && c != BORDER }
}

/// What begins a command.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Cmdlet,
    /// A program whose name is no word.
    Name,
    /// A program whose name is a word as well.
    Word,
    /// A program whose name is no word before a path.
    Folder,
    /// A program whose name is a word before a path too.
    File,
}

impl Head {
    fn of(name: &str) -> Option<Self> {
        if name.contains('-') {
            return shape::of(name).filter(|_| is_cmdlet(name)).map(|_| Self::Cmdlet);
        }
        let plain = name.strip_suffix(".exe").unwrap_or(name);
        if plain.len() > 12 || plain.is_empty() || !plain.is_ascii() {
            return None;
        }
        let lower = plain.to_ascii_lowercase();
        if programs::PROGRAMS.binary_search(&&*lower).is_ok() || name.ends_with(".exe") {
            Some(Self::Name)
        } else {
            let kinds =
                [(programs::WORDS, Self::Word), (programs::FOLDERS, Self::Folder), (programs::FILES, Self::File)];
            kinds.into_iter().find(|(names, _)| names.contains(&plain)).map(|(_, kind)| kind)
        }
    }
}

fn is_cmdlet(name: &str) -> bool {
    name.split_once('-').is_some_and(|(verb, noun)| {
        words::VERBS.contains(&verb) && noun.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Reads the arguments of a command.
struct Arguments<'t> {
    text: &'t str,
    parts: &'t [Range<usize>],
    /// The part behind the name.
    first: usize,
    at: usize,
    /// Where the command surely goes to.
    sure: Option<usize>,
    name: &'t str,
    head: Head,
    /// Whether the text begins with the command, which then may be all of it.
    is_first: bool,
    signs: Signs,
}

/// What was found behind the name of a program that no sentence has.
#[derive(Default)]
struct Signs {
    parameters: usize,
    /// Paths and names of files.
    files: usize,
    /// Other arguments that are no words.
    others: usize,
    /// Whether the first word is something that the program does.
    is_action: bool,
    /// Whether what it is done to follows.
    has_object: bool,
}

impl Arguments<'_> {
    /// Returns where the command ends, if it has an argument that no sentence has.
    fn read(&mut self) -> Option<usize> {
        let mut next = self.at;
        let mut after_parameter = false;
        while let Some(part) = self.parts.get(next) {
            let spelt = &self.text[part.clone()];
            // A particle, or the text that goes on without a blank, is no part of it.
            let end = spelt.char_indices().find(|(_, c)| !c.is_ascii());
            let ascii = end.filter(|(_, c)| is_uncased(*c)).map_or(spelt, |(at, _)| &spelt[..at]);
            let kept = ascii.trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
            let kept = if is_drive(ascii) {
                ascii
            } else if ascii.starts_with('(') || kept.contains('(') {
                ascii.trim_end_matches(['.', ',', ';', ':'])
            } else {
                kept
            };
            if kept.is_empty() || !kept.is_ascii() || kept.contains(BORDER) {
                break;
            }
            let is_listed = self.is_listed(next);
            let is_last = kept.len() < spelt.len() && !(is_listed && self.is_listed(next + 1));
            let sort = if is_listed { Sort::Sure } else { self.sort(kept, after_parameter, next) };
            match sort {
                Sort::Sure => {
                    self.count(kept, next);
                    self.sure = Some(part.start + kept.len());
                    self.at = next + 1;
                    after_parameter = false;
                }
                Sort::Parameter => {
                    self.sure = Some(part.start + kept.len());
                    self.at = next + 1;
                    after_parameter = true;
                    self.signs.parameters += 1;
                }
                Sort::Stranger => break,
            }
            if is_last {
                break;
            }
            next += 1;
        }
        self.sure.filter(|_| self.is_enough())
    }

    /// Counts what a sure argument says about the whole being a command.
    fn count(&mut self, part: &str, at: usize) {
        let signs = &mut self.signs;
        if at == self.first && is_action(self.name, part) {
            signs.is_action = true;
        } else if is_file(part) {
            signs.files += 1;
        } else if is_known_shape(part) {
            signs.others += 1;
        }
        signs.has_object |= signs.is_action && at == self.first + 1;
    }

    /// Tells whether this is no sentence.
    fn is_enough(&self) -> bool {
        let signs = &self.signs;
        signs.parameters > 0
            || match self.head {
                Head::Cmdlet => true,
                Head::Name => {
                    signs.is_action || signs.files + signs.others > 0 || programs::CHAINED.contains(&self.name)
                }
                Head::Word => signs.is_action && signs.has_object,
                Head::Folder => signs.files > 0,
                Head::File => signs.files > 1,
            }
    }

    /// Tells whether a part is what a program's action is done to: a service, or something that is no word.
    fn is_object(&self, part: &str, at: usize) -> bool {
        let first = self.first;
        let before = |at: usize| &self.text[self.parts[at].clone()];
        if at != first + 1 || !is_action(self.name, before(first)) {
            return at > first + 1 && before(at - 1).ends_with('=');
        }
        let mut english = English::default();
        english.take(part);
        let is_value = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:/@".contains(&byte));
        let is_word = part.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_said = english.grammar() > 0 || programs::STOPS.contains(&part);
        let has_sign = part[1..].bytes().any(|byte| !byte.is_ascii_lowercase() && byte != b'-');
        is_value && (has_sign || is_word && part.len() > 2 && !is_said && programs::OF_SERVICES.contains(&self.name))
    }

    fn sort(&self, part: &str, after_parameter: bool, at: usize) -> Sort {
        let first = part.as_bytes()[0];
        let letter =
            part.as_bytes().get(1).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'-' || *byte == b'?');
        match first {
            b'-' if letter => return Sort::Parameter,
            b'/' if letter && self.head != Head::Cmdlet && !part[1..].contains('/') => return Sort::Parameter,
            b'|' | b'>' | b'&' => return if self.is_pipe(part, at) { Sort::Sure } else { Sort::Stranger },
            b'"' | b'<' | b'$' | b'@' | b'%' | b'{' | b'\\' => return Sort::Sure,
            b'\'' if after_parameter && part.len() > 2 && part.ends_with('\'') => return Sort::Sure,
            _ => {}
        }
        if is_known_shape(part)
            || is_file(part)
            || at == self.first && is_action(self.name, part)
            || self.is_object(part, at)
        {
            return Sort::Sure;
        }
        let behind = self.parts.get(at + 1).map(|next| self.text.as_bytes()[next.start]);
        let continues =
            behind.is_some_and(|byte| matches!(byte, b'-' | b'|')) || behind == Some(b'/') && self.head != Head::Cmdlet;
        let is_word = part.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_value =
            part.bytes().all(|byte| byte.is_ascii_graphic()) && !(is_word && programs::STOPS.contains(&part));
        let is_subcommand = self.head != Head::Cmdlet && programs::SUBCOMMANDS.contains(&part);
        let is_place = after_parameter || self.is_after_pipe(at) || self.sure.is_none() && !is_word;
        let is_end = behind.is_none() && self.is_first;
        if is_subcommand && self.at == at
            || is_value && continues && is_place
            || is_value
                && after_parameter
                && (is_end || !is_word && part.bytes().any(|byte| !byte.is_ascii_lowercase()))
        {
            return Sort::Sure;
        }
        Sort::Stranger
    }

    /// Tells whether a part is one of several names, with blanks between them, that a pipe leads to:
    /// `| Format-List Name, Alias`.
    fn is_listed(&self, at: usize) -> bool {
        let spelt = |at: usize| self.parts.get(at).map_or("", |part| &self.text[part.clone()]);
        let is_name = |at: usize| {
            let name = spelt(at).trim_end_matches([',', '.', ';', ':']);
            name.len() > 1
                && name.starts_with(|c: char| c.is_ascii_uppercase())
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        let goes_on = |at: usize| is_name(at) && spelt(at).ends_with(',');
        // The names before this one.
        let start = (self.first..at).rev().find(|&before| !goes_on(before)).map_or(self.first, |before| before + 1);
        let before = start.checked_sub(1).filter(|_| start > self.first).map(spelt);
        is_name(at)
            && before.is_some_and(|cmdlet| programs::SELECTING.contains(&cmdlet))
            && (start < at || goes_on(at) && is_name(at + 1))
    }

    /// Tells whether a pipe leads to another command.
    fn is_pipe(&self, part: &str, at: usize) -> bool {
        let behind = part.trim_start_matches(['|', '>', '&']);
        let next = self.parts.get(at + 1).map(|next| &self.text[next.clone()]);
        let name = if behind.is_empty() { next } else { Some(behind) };
        name.is_some_and(|name| {
            let name = name.trim_end_matches(['.', ',', ';']);
            programs::ALIASES.contains(&name) || Head::of(name).is_some()
        })
    }

    /// Tells whether a part is the first behind a pipe, or behind the cmdlet that the pipe leads to.
    fn is_after_pipe(&self, at: usize) -> bool {
        let is_pipe = |at: usize| self.text[self.parts[at].clone()].starts_with('|');
        let is_of_cmdlet = || at > 1 && is_pipe(at - 2) && is_cmdlet(&self.text[self.parts[at - 1].clone()]);
        at > 0 && is_pipe(at - 1) || is_of_cmdlet()
    }
}

/// What a part of a command is.
enum Sort {
    Sure,
    Parameter,
    Stranger,
}

/// Tells whether `part` is something that the program does.
fn is_action(program: &str, part: &str) -> bool {
    programs::ACTIONS.iter().any(|(name, actions)| *name == program && actions.contains(&part))
}

/// Tells whether an argument is the letter of a drive: `C:`.
fn is_drive(part: &str) -> bool {
    matches!(part.as_bytes(), [letter, b':'] if letter.is_ascii_alphabetic())
}

/// Tells whether an argument is a path, the name of a file or a pattern of such.
fn is_file(part: &str) -> bool {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"._-*?~".contains(&byte);
    let dotted = || {
        part.rsplit_once('.').is_some_and(|(name, extension)| {
            !name.is_empty()
                && (2..=5).contains(&extension.len())
                && extension.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
                && extension.bytes().any(|byte| byte.is_ascii_lowercase())
                && part.bytes().all(is_name)
        })
    };
    part.len() > 2 && (part.contains('\\') || part.starts_with('%') && part[1..].contains('%') || dotted())
}

/// Tells whether an argument is a list of names: `User,AccessRights`. In a sentence a blank stands behind the comma.
fn is_list(part: &str) -> bool {
    let is_name = |name: &str| {
        name.len() > 1
            && name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    part.contains(',') && part.split(',').all(is_name)
}

/// Tells whether an argument is none of a sentence's words.
fn is_known_shape(part: &str) -> bool {
    part.contains(['\\', '=', '$', '%', '"', '@', '_', ':', '{']) && part.len() > 2
        || part.starts_with('/')
        || is_cmdlet(part)
        || is_list(part)
        || shape::of(part).is_some()
        || programs::ALIASES.contains(&part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_goes_as_far_as_it_surely_does() {
        let found = |text: &'static str| commands(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("Run ipconfig /flushdns and wait."), ["ipconfig /flushdns"]);
        assert_eq!(found("Get-Mailbox -Identity \"Ann B\" | fl"), ["Get-Mailbox -Identity \"Ann B\" | fl"]);
        assert_eq!(found("Use Set-User -Name 'Ann B' -On $true, it's done"), ["Set-User -Name 'Ann B' -On $true"]);
        assert_eq!(found("Type netsh winsock reset, then restart"), ["netsh winsock reset"]);
        let filter = "Get-Service | Where-Object Status -eq Running, then wait";
        assert_eq!(found(filter), ["Get-Service | Where-Object Status -eq Running"]);
        assert_eq!(found("Run chkdsk C: /f on the server"), ["chkdsk C: /f"]);
        assert_eq!(found("서버에서 Set-User -Enabled $true을(를) 실행"), ["Set-User -Enabled $true"]);
        assert_eq!(found("运行ipconfig /flushdns，然后重启"), ["ipconfig /flushdns"]);
        assert_eq!(found("Use Get-User | Select-Object Name,Alias, or wait"), ["Get-User | Select-Object Name,Alias"]);
        let listed = "Use Get-User | Format-List Name, Alias, Title. Then wait";
        assert_eq!(found(listed), ["Get-User | Format-List Name, Alias, Title"]);
        assert_eq!(found("Use Get-User | Format-List Name, and wait"), ["Get-User | Format-List"]);
        assert_eq!(found("Use Set-User with -Identity and -Title."), [""; 0]);
        assert_eq!(found("Open the net - it is there."), [""; 0]);
    }

    #[test]
    fn a_command_needs_no_switch_where_no_sentence_reads_so() {
        let found = |text: &str| commands(text).into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>();
        for text in [
            "net stop wuauserv",
            "ren %systemroot%\\Logs Logs.old",
            "copy C:\\a.txt D:\\",
            "md C:\\Temp",
            "sc query wuauserv",
            "sc config bits start= auto",
            "git clone",
            "systemctl restart sshd",
            "nslookup contoso.com",
            "reg add HKLM\\SOFTWARE\\Contoso",
            "docker pull nginx:1.25",
        ] {
            assert_eq!(found(&format!("Then run {text}, and wait.")), [text]);
        }
        for text in [
            "Then copy the file to C:\\Temp and wait.",
            "Then copy C:\\a.txt to D:\\ and wait.",
            "The net start of the year was good.",
            "In the net stop the ball.",
            "Use reg add for this, and apt update too.",
            "Find the defaults set by Git add-ons, or ping contoso.com first.",
            "It is apt to fail. Move web.config and wait.",
            "Borrar del C:\\Temp todo.",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
