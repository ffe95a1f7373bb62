//! Every subcommand and flag of the command line, on one screen.
//!
//! What `--help` says of each stands in `cli/locales`, in three languages; see [`crate::help`].

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};

mod hub;
pub(crate) use hub::{
    DashboardAt, Hub, HubDashboard, HubPeriod, HubProgramme, HubQuota, HubSeat, HubSheet, PublicView,
};

#[derive(Debug, Parser)]
#[command(name = "tawro", version)]
pub(crate) struct Arguments {
    #[arg(long, global = true, env = "TAWRO_HOME", value_name = "DIR")]
    pub(crate) home: Option<PathBuf>,
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[arg(long, global = true, env = "TAWRO_LANG", value_name = "LANG")]
    pub(crate) lang: Option<String>,
    #[command(flatten)]
    pub(crate) pages: Pages,
    #[command(subcommand)]
    pub(crate) command: Option<Family>,
}

/// Where the pages are shown, where no command is given.
#[derive(Debug, Args)]
pub(crate) struct Pages {
    #[arg(long, value_name = "ADDR")]
    pub(crate) ui: Option<SocketAddr>,
    #[arg(long)]
    pub(crate) no_browser: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Family {
    Demo(Demo),
    #[command(subcommand)]
    Node(Node),
    #[command(subcommand)]
    Record(Record),
    Import(Import),
    Export(Export),
    #[command(subcommand)]
    Indicators(Indicators),
    #[command(subcommand)]
    Programme(Programmes),
    #[command(subcommand)]
    Backup(Backup),
    #[command(subcommand)]
    Hub(Hub),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Indicators {
    List,
    Preview {
        period: String,
        #[arg(long, value_name = "FILE")]
        task: Option<PathBuf>,
    },
    Explain {
        period: String,
        code: String,
    },
    Key,
    Report(IndicatorsReport),
    Sheet(IndicatorsSheet),
    Audit {
        file: PathBuf,
    },
    Notice {
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct IndicatorsReport {
    pub(crate) period: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) task: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "CODE", num_args = 1..)]
    pub(crate) withhold: Vec<String>,
    #[arg(long, conflicts_with = "withhold")]
    pub(crate) withhold_none: bool,
    #[arg(long)]
    pub(crate) agree: bool,
}

/// What an association shows of itself by name.
#[derive(Debug, Args)]
pub(crate) struct IndicatorsSheet {
    #[arg(long, value_name = "CODE", num_args = 1.., requires = "out")]
    pub(crate) show: Vec<String>,
    #[arg(long, requires = "out")]
    pub(crate) card: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Programmes {
    Show,
    Publish {
        file: PathBuf,
        #[arg(long)]
        force: bool,
    },
    Take {
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Backup {
    Create { file: PathBuf },
    Verify { file: PathBuf },
    Restore { file: PathBuf },
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    #[arg(long, default_value_t = 25, value_name = "N", value_parser = clap::value_parser!(u16).range(3..=25))]
    pub(crate) associations: u16,
    #[arg(long, value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
    #[arg(long)]
    pub(crate) no_serve: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Node {
    Init(NodeInit),
    Enrol {
        #[arg(value_name = "TICKET")]
        ticket: Vec<String>,
    },
    Serve,
    Sync,
    Status,
    Invite(NodeInvite),
    Join(NodeJoin),
    Devices,
    Revoke(NodeRevoke),
    Recover(NodeRecover),
    Doctor {
        #[arg(long)]
        rebuild: bool,
    },
}

#[derive(Debug, Args)]
pub(crate) struct NodeInit {
    #[arg(long)]
    pub(crate) name: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) commune: Option<String>,
    #[arg(long, value_name = "LABEL")]
    pub(crate) device: Option<String>,
    #[arg(long, value_name = "LOGIN")]
    pub(crate) login: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct NodeInvite {
    #[arg(long)]
    pub(crate) accept: bool,
    #[arg(long, requires = "accept")]
    pub(crate) yes: bool,
    #[arg(long, value_enum, default_value_t = RoleName::Member, requires = "accept")]
    pub(crate) role: RoleName,
}

/// What a device may do; the hub and every other device hold it to that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RoleName {
    Admin,
    Member,
    Reader,
}

#[derive(Debug, Args)]
pub(crate) struct NodeJoin {
    #[arg(value_name = "CODE")]
    pub(crate) code: Vec<String>,
    #[arg(long, value_name = "LABEL")]
    pub(crate) device: Option<String>,
    #[arg(long, value_name = "LOGIN")]
    pub(crate) login: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct NodeRevoke {
    pub(crate) device: String,
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
pub(crate) struct NodeRecover {
    #[arg(value_name = "CODE")]
    pub(crate) code: Vec<String>,
    #[arg(long, value_name = "HOST:PORT")]
    pub(crate) hub: Option<String>,
    #[arg(long, value_name = "LABEL")]
    pub(crate) device: Option<String>,
    #[arg(long, value_name = "LOGIN")]
    pub(crate) login: Option<String>,
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Record {
    Kinds {
        kind: Option<String>,
    },
    List(RecordList),
    Show {
        id: String,
    },
    Add {
        kind: String,
        #[arg(value_name = "FIELD=VALUE", required = true)]
        fields: Vec<String>,
    },
    Set {
        id: String,
        #[arg(value_name = "FIELD=VALUE", required = true)]
        fields: Vec<String>,
    },
    Resolve {
        id: String,
        #[arg(value_name = "FIELD=VALUE")]
        field: String,
    },
    History {
        id: String,
    },
    Conflicts,
    Delete {
        id: String,
    },
    Restore {
        id: String,
    },
    Merge {
        from: String,
        into: String,
    },
    Unmerge {
        id: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct RecordList {
    pub(crate) kind: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) search: Option<String>,
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("what").args(["file", "undo"]).required(true))]
pub(crate) struct Import {
    #[arg(requires = "file")]
    pub(crate) kind: Option<String>,
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "file", conflicts_with = "undo")]
    pub(crate) map: Option<PathBuf>,
    #[arg(long, requires = "file", conflicts_with = "undo")]
    pub(crate) dry_run: bool,
    #[arg(long, value_name = "IMPORT")]
    pub(crate) undo: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    pub(crate) kind: String,
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) force: bool,
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::*;

    #[test]
    fn the_definition_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn what_help_shows_is_accepted() {
        let accepted = |line: &str| {
            let words = line.split_whitespace();
            Arguments::try_parse_from(words).unwrap_or_else(|error| panic!("{line}: {error}"));
        };
        accepted("tawro demo --no-serve --json --dir x --associations 5");
        accepted("tawro --home x node init --name A --commune 04.291.01.01");
        accepted("tawro node invite --accept --yes --json");
        accepted("tawro node join 123456 234567");
        accepted("tawro record list member --search khadija --json");
        accepted("tawro record resolve abc phone=0661234567");
        accepted("tawro import member members.xlsx --dry-run --map map.json");
        accepted("tawro import --undo abc");
        accepted("tawro indicators report 2026-Q3 --task t --out r --withhold NT-G12 NT-R08 --agree");
        accepted("tawro indicators report 2026-Q3 --agree");
        accepted("tawro indicators report 2026-Q3 --withhold-none");
        accepted("tawro indicators preview 2026-Q3 --json");
        accepted("tawro indicators notice manifest.tawro");
        accepted("tawro hub serve --listen 127.0.0.1:0");
        accepted("tawro programme publish tawro.programme");
        accepted("tawro hub programme take tawro.programme");
        accepted("tawro hub period open 2026-Q3");
        accepted("tawro hub period take a.report b.report");
        accepted("tawro hub export 2026-Q3 figures.xlsx");
        accepted("tawro hub report 2026-Q3 report.pdf --lang ar");
        accepted("tawro hub report 2026 report.docx --lang fr --force");
    }

    #[test]
    fn wrong_usage_is_refused() {
        let refused = |line: &str| {
            let parsed = Arguments::try_parse_from(line.split_whitespace());
            assert!(parsed.is_err(), "{line}");
        };
        refused("tawro node invite --yes");
        refused("tawro import member");
        refused("tawro import");
        refused("tawro import member x.csv --undo abc");
        refused("tawro import --undo abc --dry-run");
        refused("tawro import --undo abc --map map.json");
        refused("tawro demo --associations 1");
        refused("tawro record add member");
        refused("tawro hub period open 2026-Q5");
        refused("tawro hub period take");
        refused("tawro hub seat A --key abc");
        refused("tawro hub seat A");
    }
}
