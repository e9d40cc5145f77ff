//! Programs that are run from a prompt, and the words that stand behind their names.

/// Programs that are run from a prompt and whose names are no words, sorted.
pub const PROGRAMS: &[&str] = &[
    "adb",
    "arp",
    "attrib",
    "az",
    "bcdedit",
    "bootrec",
    "brew",
    "cacls",
    "certutil",
    "chkdsk",
    "chmod",
    "choco",
    "chown",
    "cleanmgr",
    "crontab",
    "cscript",
    "curl",
    "diskpart",
    "dism",
    "dmesg",
    "docker",
    "dotnet",
    "dscl",
    "dsregcmd",
    "esxcli",
    "fsutil",
    "gcloud",
    "git",
    "gpresult",
    "gpupdate",
    "icacls",
    "ifconfig",
    "ipconfig",
    "journalctl",
    "klist",
    "kubectl",
    "launchctl",
    "ldapsearch",
    "ldifde",
    "lsof",
    "mdatp",
    "mkdir",
    "mklink",
    "modprobe",
    "msiexec",
    "mstsc",
    "nbtstat",
    "netsh",
    "netstat",
    "nltest",
    "npm",
    "nslookup",
    "ntdsutil",
    "openssl",
    "pip",
    "pkgutil",
    "powercfg",
    "powershell",
    "psexec",
    "pwsh",
    "regedit",
    "regsvr32",
    "repadmin",
    "robocopy",
    "rsync",
    "rundll32",
    "schtasks",
    "scp",
    "setspn",
    "setx",
    "sfc",
    "slmgr",
    "ssh",
    "sudo",
    "sysctl",
    "systemctl",
    "taskkill",
    "tasklist",
    "tcpdump",
    "telnet",
    "traceroute",
    "tracert",
    "umount",
    "uname",
    "useradd",
    "usermod",
    "w32tm",
    "wevtutil",
    "wget",
    "winget",
    "winrm",
    "wmic",
    "wsl",
    "wsreset",
    "wuauclt",
    "wusa",
    "xcopy",
    "yum",
    "zypper",
];

/// Programs whose names are words: only a switch, or a known word and what it is done to, makes a command.
pub const WORDS: &[&str] = &["apt", "cmd", "defaults", "net", "ping", "reg", "route", "sc"];

/// Programs whose names are no words of a sentence before a path.
pub const FOLDERS: &[&str] = &["cd", "md", "rd"];

/// Programs whose names are words that a path may follow in a sentence: only a switch or two paths make a command.
pub const FILES: &[&str] = &["copy", "del", "move", "ren", "rename"];

/// Programs that may stand without a switch, in small letters and sorted; a text with one of them is looked at more closely.
pub const BARE: &[&str] = &[
    "apt",
    "az",
    "cd",
    "copy",
    "del",
    "docker",
    "git",
    "kubectl",
    "md",
    "mdatp",
    "move",
    "net",
    "netsh",
    "npm",
    "nslookup",
    "pip",
    "rd",
    "reg",
    "ren",
    "rename",
    "sc",
    "ssh",
    "systemctl",
    "tracert",
    "winget",
];

/// The second letters of those, by the first.
const STARTS: [u32; 26] = starts(BARE);

const fn starts(names: &[&str]) -> [u32; 26] {
    let mut starts = [0; 26];
    let mut at = 0;
    while at < names.len() {
        let name = names[at].as_bytes();
        starts[(name[0] - b'a') as usize] |= 1 << (name[1] - b'a');
        at += 1;
    }
    starts
}

/// Tells whether a word begins like one of [`BARE`]: of the words of a text hardly one does.
pub fn may_be_bare(word: &str) -> bool {
    match word.as_bytes() {
        [first @ b'a'..=b'z', second @ b'a'..=b'z', ..] => {
            STARTS[usize::from(first - b'a')] & (1 << (second - b'a')) != 0
        }
        _ => false,
    }
}

/// Programs all of whose words are commands.
pub const CHAINED: &[&str] = &["mdatp", "netsh"];

/// What programs do, by their names.
pub const ACTIONS: &[(&str, &[&str])] = &[
    ("apt", &["install", "purge", "remove", "update", "upgrade"]),
    ("az", &["account", "acr", "ad", "aks", "group", "keyvault", "login", "logout", "network", "role", "vm"]),
    ("docker", &["build", "compose", "exec", "images", "inspect", "login", "logs", "ps", "pull", "push", "run"]),
    ("git", &["add", "checkout", "clone", "commit", "fetch", "init", "merge", "pull", "push", "rebase", "status"]),
    ("kubectl", &["apply", "create", "delete", "describe", "edit", "exec", "get", "logs", "rollout", "scale"]),
    ("net", &["start", "stop"]),
    ("npm", &["ci", "install", "run", "start", "test", "uninstall", "update"]),
    ("pip", &["freeze", "install", "list", "show", "uninstall"]),
    ("reg", &["add", "copy", "delete", "export", "import", "load", "query", "unload"]),
    ("sc", &["config", "delete", "qc", "query", "queryex", "start", "stop"]),
    ("systemctl", &["disable", "enable", "reload", "restart", "start", "status", "stop"]),
    ("winget", &["install", "list", "search", "show", "uninstall", "upgrade"]),
];

/// Programs whose actions take the name of a service.
pub const OF_SERVICES: &[&str] = &["net", "sc", "systemctl"];

/// What such programs take first.
pub const SUBCOMMANDS: &[&str] = &[
    "account",
    "add",
    "advfirewall",
    "advsettings",
    "clone",
    "config",
    "connectivity",
    "definitions",
    "delete",
    "flushdns",
    "health",
    "install",
    "int",
    "interface",
    "ip",
    "ipv4",
    "ipv6",
    "localgroup",
    "login",
    "pull",
    "push",
    "query",
    "release",
    "renew",
    "reset",
    "restart",
    "set",
    "show",
    "start",
    "status",
    "stop",
    "test",
    "uninstall",
    "update",
    "upgrade",
    "use",
    "user",
    "winhttp",
    "winsock",
    "wlan",
];

/// Cmdlets that take names of properties, which may have blanks between them.
pub const SELECTING: [&str; 11] = [
    "Format-List",
    "Format-Table",
    "Format-Wide",
    "Group-Object",
    "Select-Object",
    "Sort-Object",
    "FL",
    "FT",
    "fl",
    "ft",
    "select",
];

/// Short names of cmdlets and programs that stand behind a pipe.
pub const ALIASES: &[&str] = &[
    "%",
    "?",
    "clip",
    "clip.exe",
    "fc",
    "find",
    "findstr",
    "fl",
    "foreach",
    "format-list",
    "format-table",
    "ft",
    "grep",
    "group",
    "head",
    "less",
    "measure",
    "more",
    "oh",
    "select",
    "sort",
    "tail",
    "tee",
    "where",
];

/// Words of a sentence that may stand between two parameters.
pub const STOPS: &[&str] = &[
    "and",
    "as",
    "at",
    "by",
    "cmdlet",
    "com",
    "command",
    "con",
    "e",
    "et",
    "for",
    "from",
    "in",
    "is",
    "mit",
    "o",
    "oder",
    "of",
    "on",
    "option",
    "or",
    "ou",
    "parameter",
    "parameters",
    "service",
    "services",
    "switch",
    "the",
    "then",
    "to",
    "und",
    "with",
    "y",
];

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_searched_is_sorted() {
        assert!(super::PROGRAMS.is_sorted() && super::BARE.is_sorted());
        assert!(super::BARE.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase())));
    }
}
