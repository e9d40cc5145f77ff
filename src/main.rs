use std::process::ExitCode;

fn main() -> ExitCode {
    faultbook::cli::run(std::env::args_os().collect())
}
