//! The words that shapes alone do not tell: verbs of cmdlets, extensions of files, commands.

/// The approved verbs of PowerShell that begin the names of cmdlets, and those in common use.
pub const VERBS: &[&str] = &[
    "Add", "Approve", "Assert", "Backup", "Block", "Build", "Checkpoint", "Clear", "Close", "Compare", "Complete",
    "Compress", "Confirm", "Connect", "Convert", "ConvertFrom", "ConvertTo", "Copy", "Debug", "Deny", "Deploy",
    "Disable", "Disconnect", "Dismount", "Edit", "Enable", "Enter", "Exit", "Expand", "Export", "Find", "ForEach",
    "Format", "Get", "Grant", "Group", "Hide", "Import", "Initialize", "Install", "Invoke", "Join", "Limit", "Lock",
    "Measure", "Merge", "Mount", "Move", "New", "Open", "Optimize", "Out", "Ping", "Pop", "Protect", "Publish",
    "Push", "Read", "Receive", "Redo", "Register", "Remove", "Rename", "Repair", "Request", "Reset", "Resize",
    "Resolve", "Restart", "Restore", "Resume", "Revoke", "Save", "Search", "Select", "Send", "Set", "Show", "Skip",
    "Sort", "Split", "Start", "Step", "Stop", "Submit", "Suspend", "Switch", "Sync", "Tee", "Test", "Trace",
    "Unblock", "Undo", "Uninstall", "Unlock", "Unprotect", "Unpublish", "Unregister", "Update", "Upgrade", "Use",
    "Validate", "Wait", "Watch", "Where", "Write",
];

/// Verbs that begin no compound of a common language.
pub const SURE_VERBS: &[&str] = &[
    "Clear", "Connect", "ConvertFrom", "ConvertTo", "Disable", "Disconnect", "Enable", "Get", "Grant", "Install",
    "Invoke", "Register", "Remove", "Restart", "Resume", "Revoke", "Set", "Suspend", "Uninstall", "Unregister",
];

/// Extensions of files that belong to programs: their names are the same everywhere.
pub const FILES: &[&str] = &[
    "aspx", "bat", "cab", "cer", "cfg", "cmd", "conf", "config", "cpl", "crt", "dat", "dll", "dmg", "etl", "evtx",
    "exe", "htm", "html", "inf", "ini", "iso", "jar", "js", "json", "lnk", "log", "msc", "msi", "msix", "mst", "msu",
    "oab", "ocx", "ost", "p12", "pem", "pfx", "php", "pkg", "plist", "pol", "pps", "ps1", "psd1", "psm1", "pst",
    "py", "rdp", "reg", "rpm", "sh", "sln", "sql", "sys", "tmp", "toml", "vbs", "vhd", "vhdx", "wim", "wsf", "xaml",
    "xml", "yaml", "yml",
];

/// Extensions of documents: sample names are localised.
pub const DOCUMENTS: &[&str] = &[
    "accdb", "avi", "bmp", "csv", "doc", "docm", "docx", "eml", "gif", "ics", "jpeg", "jpg", "mdb", "mov", "mp3",
    "mp4", "msg", "oft", "one", "pdf", "png", "potx", "ppt", "pptm", "pptx", "pub", "rtf", "svg", "tif", "tiff",
    "txt", "vcf", "vsd", "vsdx", "wav", "xls", "xlsb", "xlsm", "xlsx", "zip",
];

pub const TOP_DOMAINS: &[&str] = &["com", "net", "org", "edu", "gov", "io", "ms", "local", "us", "dev", "cn", "eu"];

/// What stands in the addresses of companies that do not exist, and in those that mean the reader's own.
pub const SAMPLES: &[&str] = &[
    "adatum", "adventure-works", "alpineski", "bellows", "contoso", "domain.", "example.", "fabrikam", "fourthcoffee",
    "graphicdesign", "litware", "lucerne", "margie", "mydomain", "northwind", "proseware", "relecloud", "tailspin",
    "tenant", "thephone", "treyresearch", "vanarsdel", "wideworld", "wingtip", "woodgrove", "yourcompany", "yourdomain",
];

/// The top folders of Unix paths.
pub const ROOTS: &[&str] = &[
    "Applications", "Library", "System", "Users", "Volumes", "bin", "dev", "etc", "home", "mnt", "opt", "proc",
    "root", "sbin", "srv", "sys", "tmp", "usr", "var",
];

pub const HIVES: &[&str] = &["HKEY_", "HKLM", "HKCU", "HKCR", "HKU"];

/// HTTP headers with a form that compounds have too.
pub const HEADERS: &[&str] = &[
    "Content-Disposition", "Content-Encoding", "Content-Length", "Content-Type", "Retry-After", "Set-Cookie",
    "Transfer-Encoding", "User-Agent", "WWW-Authenticate",
];

/// Features whose names are translated though they look like products.
pub const FEATURES: &[&str] = &[
    "AutoArchive", "AutoComplete", "AutoCorrect", "AutoDiscover", "AutoFill", "AutoFilter", "AutoFit", "AutoFormat",
    "AutoMapping", "AutoPlay", "AutoRecover", "AutoReply", "AutoSave", "AutoSum", "AutoText", "ClipArt", "DropDown",
    "LinkedIn", "MailTip", "MailTips", "PivotChart", "PivotTable", "PivotTables", "ReadMe", "SafeSearch", "TaskBar",
    "WiFi", "WordArt",
];

/// Programs that are run from a prompt and whose names are no words.
pub const PROGRAMS: &[&str] = &[
    "arp", "attrib", "az", "bcdedit", "bootrec", "cacls", "certutil", "chkdsk", "chmod", "chown", "cleanmgr",
    "cscript", "curl", "defaults", "diskpart", "dism", "docker", "dotnet", "dsregcmd", "fsutil", "git", "gpresult",
    "gpupdate", "icacls", "ipconfig", "klist", "kubectl", "ldifde", "mdatp", "mkdir", "msiexec", "nbtstat", "netsh",
    "netstat", "nltest", "npm", "nslookup", "openssl", "pip", "powercfg", "powershell", "psexec", "pwsh", "regedit",
    "regsvr32", "repadmin", "robocopy", "rundll32", "schtasks", "setspn", "sfc", "slmgr", "ssh", "sudo",
    "systemctl", "taskkill", "tasklist", "telnet", "tracert", "w32tm", "wevtutil", "wget", "winget", "winrm",
    "wmic", "wsreset", "wuauclt", "wusa", "xcopy", "yum",
];

/// Programs whose names are words: only a switch, a path or a number behind them makes a command.
pub const WORDS: &[&str] = &["at", "cd", "cmd", "copy", "del", "dir", "net", "ping", "reg", "route", "sc", "start", "type"];

/// What such programs take first.
pub const SUBCOMMANDS: &[&str] = &[
    "account", "add", "advfirewall", "advsettings", "clone", "config", "connectivity", "definitions", "delete",
    "flushdns", "health", "install", "int", "interface", "ip", "ipv4", "ipv6", "localgroup", "login", "pull", "push",
    "query", "release", "renew", "reset", "restart", "set", "show", "start", "status", "stop", "test", "uninstall",
    "update", "upgrade", "use", "user", "winhttp", "winsock", "wlan",
];

/// Short names of cmdlets and programs that stand behind a pipe.
pub const ALIASES: &[&str] = &[
    "%", "?", "clip", "clip.exe", "fc", "find", "findstr", "fl", "foreach", "format-list", "format-table", "ft",
    "grep", "group", "head", "less", "measure", "more", "oh", "select", "sort", "tail", "tee", "where",
];
