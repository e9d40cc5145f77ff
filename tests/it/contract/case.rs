//! One case: a site, how its build has to end, and what has to be said about it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::page;

/// How a build ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Published, without a warning.
    Fine,
    /// Published with a warning; with `--strict` not published.
    Warned,
    /// The content is wrong, and nothing is published.
    Refused,
    /// What is around the content is wrong, and nothing is published.
    Trouble,
    /// Any of these.
    Safe,
}

/// A site by its files, path by path.
pub type Files = BTreeMap<String, Vec<u8>>;

type Setup = Box<dyn Fn(&Path)>;

/// A site beside one good article, and what becomes of it.
pub struct Case {
    name: String,
    mark: Mark,
    files: Vec<(String, Vec<u8>)>,
    setups: Vec<Setup>,
    args: Vec<String>,
    is_checked: bool,
    says: Vec<String>,
    pages: Vec<String>,
    shows: Vec<String>,
    hides: Vec<String>,
    seconds: u64,
}

/// The article that every site has, so that none is empty.
const GOOD: (&str, &str) = ("content/en/good.md", "# A good article\n\nIts text.\n");

/// The end of an article that has to be on its page.
pub const SEEN: &str = "It is seen.";

/// A case that may take any longer than this is stuck, or costs the square of its size.
const SECONDS: u64 = 20;

pub fn fine(name: &str) -> Case {
    Case::new(name, Mark::Fine)
}

pub fn warned(name: &str) -> Case {
    Case::new(name, Mark::Warned)
}

pub fn refused(name: &str) -> Case {
    Case::new(name, Mark::Refused)
}

pub fn trouble(name: &str) -> Case {
    Case::new(name, Mark::Trouble)
}

pub fn safe(name: &str) -> Case {
    Case::new(name, Mark::Safe)
}

/// Runs all cases and tells of all that do not hold.
#[track_caller]
pub fn check(cases: impl IntoIterator<Item = Case>) {
    let failures: Vec<String> = cases.into_iter().filter_map(|case| case.failure()).collect();
    assert!(failures.is_empty(), "{} failed\n\n{}", failures.len(), failures.join("\n\n"));
}

impl Case {
    fn new(name: &str, mark: Mark) -> Self {
        Self {
            name: name.to_owned(),
            mark,
            files: Vec::new(),
            setups: Vec::new(),
            args: Vec::new(),
            is_checked: true,
            says: Vec::new(),
            pages: Vec::new(),
            shows: Vec::new(),
            hides: Vec::new(),
            seconds: SECONDS,
        }
    }

    /// Puts a file into the site's folder.
    pub fn file(mut self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.files.push((path.to_owned(), text.as_ref().to_vec()));
        self
    }

    /// Adds an article for each of `texts`, and expects each on a page of its own, up to its end.
    pub fn articles(mut self, texts: impl IntoIterator<Item = String>) -> Self {
        for (n, text) in texts.into_iter().enumerate() {
            self = self.file(&format!("content/en/a{n}.md"), format!("{text}\n\n{SEEN}\n"));
            self.pages.push(format!("en/articles/a{n}/index.html"));
        }
        self
    }

    /// Adds the article that the case is about.
    pub fn article(self, text: impl AsRef<[u8]>) -> Self {
        self.file("content/en/a.md", text)
    }

    /// Prepares the site's folder in ways that texts cannot.
    pub fn with(mut self, setup: impl Fn(&Path) + 'static) -> Self {
        self.setups.push(Box::new(setup));
        self
    }

    /// Adds an argument to the build; `check` does not know it.
    pub fn arg(mut self, arg: &str) -> Self {
        self.args.push(arg.to_owned());
        self.build_only()
    }

    /// Leaves `check` out.
    pub fn build_only(mut self) -> Self {
        self.is_checked = false;
        self
    }

    /// Expects the words in what is said, by `build` as by `check`.
    pub fn says(mut self, words: &str) -> Self {
        self.says.push(words.to_owned());
        self
    }

    /// Expects the text in the published site.
    pub fn shows(mut self, text: &str) -> Self {
        self.shows.push(text.to_owned());
        self
    }

    /// Expects the text nowhere in the published site, neither in a file nor in a name.
    pub fn hides(mut self, text: &str) -> Self {
        self.hides.push(text.to_owned());
        self
    }

    /// Returns what does not hold, in one text that shows the case's name.
    fn failure(&self) -> Option<String> {
        let site = TestSite::new(&self.files);
        self.setups.iter().for_each(|setup| setup(site.folder()));
        let mut problems = Vec::new();
        let before = site.names();
        let strict = (self.mark == Mark::Warned).then(|| site.run(&self.all_args(&["build", "--strict"])));
        if let Some(run) = &strict {
            self.judge(run, &[1], &site, &mut problems);
        }
        let build = site.run(&self.all_args(&["build"]));
        self.judge(&build, self.statuses(), &site, &mut problems);
        self.judge_words(&build, &mut problems);
        if site.names() != before {
            problems.push(format!("- beside the content stand {:?}", site.names()));
        }
        if self.is_checked {
            self.judge_check(&site, &mut problems);
        }
        (!problems.is_empty()).then(|| format!("## {}\n{}\n{}", self.name, problems.join("\n"), build.shown()))
    }

    fn all_args<'a>(&'a self, args: &[&'a str]) -> Vec<&'a str> {
        args.iter().copied().chain(self.args.iter().map(String::as_str)).collect()
    }

    fn statuses(&self) -> &'static [i32] {
        match self.mark {
            Mark::Fine | Mark::Warned => &[0],
            Mark::Refused => &[1],
            Mark::Trouble => &[2],
            Mark::Safe => &[0, 1, 2],
        }
    }

    /// Judges how a build ended, and the site that stands now.
    fn judge(&self, run: &Run, statuses: &[i32], site: &TestSite, problems: &mut Vec<String>) {
        problems.extend(run.problems(Duration::from_secs(self.seconds)));
        if !run.status.is_some_and(|status| statuses.contains(&status)) {
            problems.push(format!("- {} ended with {:?}, not {statuses:?}", run.command, run.status));
        }
        let public = site.public();
        if run.status != Some(0) {
            if public != *old_site() {
                problems.push(format!("- {} changed the old site", run.command));
            }
            return;
        }
        problems.extend(page::problems(&public).into_iter().map(|problem| format!("- {problem}")));
        // The search's data are plain text, which its script shows as text.
        let is_made = |path: &str| {
            [".html", ".json", ".xml", ".txt"].iter().any(|end| path.ends_with(end)) && !path.starts_with("_/search/")
        };
        let holds = |text: &str| {
            public.iter().any(|(path, bytes)| {
                path.contains(text) || is_made(path) && memchr::memmem::find(bytes, text.as_bytes()).is_some()
            })
        };
        problems.extend(self.shows.iter().filter(|text| !holds(text)).map(|text| format!("- no page shows `{text}`")));
        problems.extend(self.hides.iter().filter(|text| holds(text)).map(|text| format!("- a page has `{text}`")));
        let is_seen = |page: &String| {
            public.get(page).is_some_and(|bytes| memchr::memmem::find(bytes, SEEN.as_bytes()).is_some())
        };
        let lost = self.pages.iter().filter(|page| !is_seen(page));
        problems.extend(lost.map(|page| format!("- the end of the article is not at `{page}`")));
        if !public.contains_key("en/articles/good/index.html") {
            problems.push("- the good article is lost".to_owned());
        }
    }

    fn judge_words(&self, build: &Run, problems: &mut Vec<String>) {
        problems.extend(build.unsaid(&self.says));
        let has_warning = build.said.contains("warning");
        if self.mark == Mark::Fine && has_warning {
            problems.push("- there is a warning".to_owned());
        }
        if self.mark == Mark::Warned && !has_warning {
            problems.push("- there is no warning".to_owned());
        }
    }

    /// Judges `check` on the same site: it calls an error what `build` refuses.
    fn judge_check(&self, site: &TestSite, problems: &mut Vec<String>) {
        let statuses: &[i32] = match self.mark {
            Mark::Warned => &[0],
            _ => self.statuses(),
        };
        let is_warned = self.mark == Mark::Warned;
        let strict = is_warned.then(|| (site.run(&["check", "--strict"]), &[1][..]));
        for (run, statuses) in [(site.run(&["check"]), statuses)].into_iter().chain(strict) {
            problems.extend(run.problems(Duration::from_secs(self.seconds)));
            problems.extend(run.unsaid(&self.says));
            if !run.status.is_some_and(|status| statuses.contains(&status)) {
                problems.push(format!("- {} ended with {:?}, not {statuses:?}", run.command, run.status));
            }
        }
    }
}

/// A site's folder, with an old site in `public`.
pub struct TestSite {
    folder: TempDir,
}

impl TestSite {
    pub fn new(files: &[(String, Vec<u8>)]) -> Self {
        let site = Self::without_output(files);
        write_all(&site.folder().join("public"), old_site());
        site
    }

    /// Returns a site that has not been built yet.
    pub fn without_output(files: &[(String, Vec<u8>)]) -> Self {
        let site = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        write(&site.folder().join(GOOD.0), GOOD.1.as_bytes());
        for (path, bytes) in files {
            write(&site.folder().join(path), bytes);
        }
        site
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder().join(path)
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faultbook"));
        command.args(args).current_dir(self.folder()).stdin(Stdio::null());
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        command
    }

    pub fn run(&self, args: &[&str]) -> Run {
        Run::of(&mut self.command(args))
    }

    /// Returns the files of the published site.
    pub fn public(&self) -> Files {
        tree(&self.path("public"))
    }

    /// Returns what stands beside the content, in order.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder()).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

/// How one run of the program ended.
pub struct Run {
    command: String,
    pub status: Option<i32>,
    /// Both streams.
    pub said: String,
    took: Duration,
}

impl Run {
    pub fn of(command: &mut Command) -> Self {
        let started = Instant::now();
        let Output { status, stdout, stderr } = command.output().expect("the program starts");
        let took = started.elapsed();
        let args: Vec<_> = command.get_args().map(|arg| arg.to_string_lossy().into_owned()).collect();
        let said = [stdout, stderr].concat();
        let said = String::from_utf8(said).expect("what is said is UTF-8");
        Self { command: args.join(" "), status: status.code(), said, took }
    }

    /// Returns what no run may do.
    fn problems(&self, longest: Duration) -> Vec<String> {
        let mut problems = Vec::new();
        if self.said.contains("bug in faultbook") || self.said.contains("panicked") {
            problems.push(format!("- {} panicked", self.command));
        }
        if self.took > longest {
            problems.push(format!("- {} took {:?}", self.command, self.took));
        }
        let is_raw =
            |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if let Some(raw) = self.said.chars().find(|c| is_raw(*c) && !"\u{2068}\u{2069}".contains(*c)) {
            problems.push(format!("- {} writes {raw:?} to the terminal", self.command));
        }
        problems
    }

    fn unsaid(&self, says: &[String]) -> Vec<String> {
        let unsaid = says.iter().filter(|words| !self.said.contains(words.as_str()));
        unsaid.map(|words| format!("- {} does not say `{words}`", self.command)).collect()
    }

    fn shown(&self) -> String {
        self.said.chars().take(1500).collect()
    }

    #[track_caller]
    pub fn expect(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "{}: {}", self.command, self.said);
        self
    }

    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(self.said.contains(words), "{} does not say `{words}`: {}", self.command, self.said);
        self
    }
}

/// Returns the site that stands in the output before each case: made from the good article in another wording.
pub fn old_site() -> &'static Files {
    static OLD: OnceLock<Files> = OnceLock::new();
    OLD.get_or_init(|| {
        let site = TestSite::without_output(&[(GOOD.0.to_owned(), b"# What it was once\n".to_vec())]);
        site.run(&["build"]).expect(0);
        site.public()
    })
}

pub fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

fn write_all(folder: &Path, files: &Files) {
    files.iter().for_each(|(path, bytes)| write(&folder.join(path), bytes));
}

/// Returns the files in `folder`; what is no regular file counts as one that says so.
pub fn tree(folder: &Path) -> Files {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(|entry| entry.expect("an entry"));
    let file = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).expect("it lies within").to_string_lossy().into_owned();
        match entry.file_type() {
            kind if kind.is_dir() => None,
            kind if kind.is_file() => Some((path, fs::read(entry.path()).expect("a file"))),
            kind => Some((path, format!("{kind:?}").into_bytes())),
        }
    };
    entries.filter_map(file).collect()
}
