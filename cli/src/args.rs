//! Every subcommand and flag of the command line, on one screen.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};

/// NET-Tawro: an association's records on its own computers, in agreement through a relay that
/// cannot read them.
#[derive(Debug, Parser)]
#[command(name = "tawro", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The data folder [default: a folder of this program in your own data folder]
    #[arg(long, global = true, env = "TAWRO_HOME", value_name = "DIR")]
    pub(crate) home: Option<PathBuf>,
    /// Print data as JSON on standard output, for programs
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Read the passphrase from the first line of a file (else: TAWRO_PASSPHRASE, else a question)
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Language of sentences and tables: ar, fr or en [default: that of the system, else Arabic]
    #[arg(long, global = true, env = "TAWRO_LANG", value_name = "LANG")]
    pub(crate) lang: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Family,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Family {
    /// Show the whole of it on this machine: a hub, three associations, and what they agree on
    Demo(Demo),
    /// This computer as one of an association's: found, enrol, sync, invite, revoke, recover
    #[command(subcommand)]
    Node(Node),
    /// Records: list, show, add, change, and decide between two values
    #[command(subcommand)]
    Record(Record),
    /// Take in a sheet (XLSX, ODS, CSV), with a dry run first if you wish
    Import(Import),
    /// Write a register or a kind of record to a sheet that imports again without loss
    Export(Export),
    /// The relay of YES: start it, hand out tickets, see who is alive
    #[command(subcommand)]
    Hub(Hub),
}

const EXAMPLES: &str = "\
Begin:
  tawro demo                                    see it work
  tawro node init --name \"جمعية الأمل\"          found an association on this computer
  tawro import member members.xlsx --dry-run    look at a sheet before taking it in
  tawro record list member --search خديجة       finds Khadija too

Every reading command takes --json. Exit code: 0 done, 1 refused or failed, 2 wrong usage.";

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tawro demo                          play it, then keep the hub running until Ctrl+C
  tawro demo --no-serve --json        play it once, figures for programs
  tawro demo --dir look-inside        leave the data folders behind (passphrase: demo)")]
pub(crate) struct Demo {
    /// How many associations take part
    #[arg(long, default_value_t = 3, value_name = "N", value_parser = clap::value_parser!(u16).range(3..=25))]
    pub(crate) associations: u16,
    /// Leave the data folders in DIR, which must not exist or be empty
    #[arg(long, value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
    /// End when all agree, instead of keeping the hub running
    #[arg(long)]
    pub(crate) no_serve: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Node {
    /// Found an association on this computer; no network is needed
    #[command(after_help = "\
Example:
  tawro node init --name \"Association Al Amal\" --commune 04.291.01.01

Prints the recovery code ONCE. Write it on paper: with it and the hub, everything comes back when
all computers are lost; without it and without a computer, nobody can bring the data back.")]
    Init(NodeInit),
    /// Enrol the association at a hub with the ticket it was given; nothing made before is re-made
    #[command(after_help = "\
Example:
  tawro node enrol 123456 234567 …    the digits of the ticket, with or without spaces")]
    Enrol {
        /// The ticket's digits (asked for if left out)
        #[arg(value_name = "TICKET")]
        ticket: Vec<String>,
    },
    /// Stay connected to the hub and keep this computer in agreement, until Ctrl+C
    Serve,
    /// Exchange with the hub once, now
    Sync,
    /// What exists only on this computer, and who has what
    Status,
    /// Make a code by which one more computer or telephone joins
    #[command(after_help = "\
Examples:
  tawro node invite                   prints the code; admit the joiner later with --accept
  tawro node invite --accept          prints the code, waits, shows six digits to compare
  tawro node invite --accept --yes    admits the first joiner without asking (scripts)")]
    Invite(NodeInvite),
    /// Join an association with the code its computer shows
    Join(NodeJoin),
    /// The association's computers and telephones
    Devices,
    /// Put a lost or stolen computer out: it gets nothing written afterwards
    #[command(after_help = "\
Example:
  tawro node revoke B                 by its letter, the first characters of its id, or its label")]
    Revoke(NodeRevoke),
    /// Bring an association back with its recovery code when every computer is lost
    #[command(after_help = "\
Example:
  tawro node recover 123456 234567 …  the digits on the paper, with or without spaces

First the next recovery code is shown, to be written on paper; then the old one is spent. If it is
interrupted, the same command goes on: in the same folder, with either of the two codes.")]
    Recover(NodeRecover),
    /// Check the data folder: rows against documents, log, keys, witness
    Doctor {
        /// Build all rows anew from the documents
        #[arg(long)]
        rebuild: bool,
    },
}

#[derive(Debug, Args)]
pub(crate) struct NodeInit {
    /// The association's name
    #[arg(long)]
    pub(crate) name: String,
    /// Its commune, by HCP code or by name
    #[arg(long, value_name = "CODE")]
    pub(crate) commune: Option<String>,
    /// What people call this computer [default: its host name]
    #[arg(long, value_name = "LABEL")]
    pub(crate) device: Option<String>,
    /// Who logs in with the passphrase, as authors are shown [default: your name on this system]
    #[arg(long, value_name = "LOGIN")]
    pub(crate) login: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct NodeInvite {
    /// Wait for the joiner and admit it
    #[arg(long)]
    pub(crate) accept: bool,
    /// Admit without asking whether the six digits are the same
    #[arg(long, requires = "accept")]
    pub(crate) yes: bool,
    /// What the new device may do
    #[arg(long, value_enum, default_value_t = RoleName::Member)]
    pub(crate) role: RoleName,
}

/// What a device may do; the hub and every other device hold it to that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RoleName {
    /// Writes, and adds and removes devices
    Admin,
    /// Writes
    Member,
    /// Reads
    Reader,
}

#[derive(Debug, Args)]
pub(crate) struct NodeJoin {
    /// The code's digits (asked for if left out)
    #[arg(value_name = "CODE")]
    pub(crate) code: Vec<String>,
    /// What people call this computer [default: its host name]
    #[arg(long, value_name = "LABEL")]
    pub(crate) device: Option<String>,
    /// Who logs in with the passphrase, as authors are shown [default: your name on this system]
    #[arg(long, value_name = "LOGIN")]
    pub(crate) login: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct NodeRevoke {
    /// Letter, id or label of the device
    pub(crate) device: String,
    /// Do not ask again
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
pub(crate) struct NodeRecover {
    /// The recovery code's digits (asked for if left out)
    #[arg(value_name = "CODE")]
    pub(crate) code: Vec<String>,
    /// The hub's address, if it is not on the paper
    #[arg(long, value_name = "HOST:PORT")]
    pub(crate) hub: Option<String>,
    /// What people call this computer [default: its host name]
    #[arg(long, value_name = "LABEL")]
    pub(crate) device: Option<String>,
    /// Who logs in with the passphrase, as authors are shown [default: your name on this system]
    #[arg(long, value_name = "LOGIN")]
    pub(crate) login: Option<String>,
    /// Do not ask whether the next code is on paper
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Record {
    /// The kinds of record, their fields and what each accepts
    Kinds {
        /// One kind or register only, with its vocabularies
        kind: Option<String>,
    },
    /// The records of a kind or register
    #[command(after_help = "\
Examples:
  tawro record list member
  tawro record list member --search خديجة     finds Khadija too, while you type
  tawro record list person --json")]
    List(RecordList),
    /// One record, with every value of a field on which two people differ
    Show {
        /// Its id
        id: String,
    },
    /// Add a record
    #[command(after_help = "\
Examples:
  tawro record add member given_name/ar=خديجة family_name/ar=بناني phone=0661234567
  tawro record add person given_name=Khadija birth_date=1962 sex=F

Fields and what they accept: tawro record kinds member")]
    Add {
        /// Kind or register, as `member`
        kind: String,
        /// What it holds
        #[arg(value_name = "FIELD=VALUE", required = true)]
        fields: Vec<String>,
    },
    /// Change fields of a record; `field=` empties one
    Set {
        /// Its id
        id: String,
        /// What it shall hold
        #[arg(value_name = "FIELD=VALUE", required = true)]
        fields: Vec<String>,
    },
    /// Decide between the values of a field on which two people differ
    #[command(after_help = "\
Example:
  tawro record show ID                shows both values, with author, device and time
  tawro record resolve ID phone=0661234567")]
    Resolve {
        /// Its id
        id: String,
        /// The value that shall stand
        #[arg(value_name = "FIELD=VALUE")]
        field: String,
    },
    /// Everything that was ever written in a record, by whom and when
    History {
        /// Its id
        id: String,
    },
    /// Every record on which two people differ
    Conflicts,
    /// Take a record out of the lists; it can be restored
    Delete {
        /// Its id
        id: String,
    },
    /// Bring a deleted record back
    Restore {
        /// Its id
        id: String,
    },
    /// Say that two records are one person: readers of the first see the second
    Merge {
        /// The record that is given up
        from: String,
        /// The record that stays
        into: String,
    },
    /// Undo a merge
    Unmerge {
        /// The record that was given up
        id: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct RecordList {
    /// Kind or register, as `member`
    pub(crate) kind: String,
    /// Only records in which these words, names or numbers begin a word
    #[arg(long, value_name = "TEXT")]
    pub(crate) search: Option<String>,
    /// At most so many
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("what").args(["file", "undo"]).required(true), after_help = "\
Examples:
  tawro import member members.xlsx --dry-run      looks and reports, changes nothing
  tawro import member members.xlsx                the same, for real; a second time updates
  tawro import member members.csv --map map.json  columns by your own mapping
  tawro import --undo IMPORT                      takes a whole import back

The mapping that was used is printed (--json: whole); --map takes it back corrected, as that JSON or
as lines \"column heading = field\". It is remembered for sheets with the same headings.")]
pub(crate) struct Import {
    /// Kind or register, as `member`, `beneficiary`, `donor`, `partner`
    #[arg(requires = "file")]
    pub(crate) kind: Option<String>,
    /// The sheet
    pub(crate) file: Option<PathBuf>,
    /// Columns to fields
    #[arg(long, value_name = "FILE", requires = "file")]
    pub(crate) map: Option<PathBuf>,
    /// Report what would be done, and do nothing
    #[arg(long, requires = "file")]
    pub(crate) dry_run: bool,
    /// Take back a whole import, by its id
    #[arg(long, value_name = "IMPORT")]
    pub(crate) undo: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Kind or register, as `member`
    pub(crate) kind: String,
    /// Where to: a name ending in .xlsx or .csv
    pub(crate) file: PathBuf,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Hub {
    /// Make a hub on this computer
    #[command(after_help = "\
Example:
  tawro hub init --name \"YES\" --address hub.example.org:7421

The address is what tickets tell associations: they must reach it.")]
    Init {
        /// Who runs it
        #[arg(long)]
        name: String,
        /// The address associations reach it under
        #[arg(long, value_name = "HOST:PORT")]
        address: Option<String>,
    },
    /// Run the hub until Ctrl+C
    #[command(after_help = "\
Examples:
  tawro hub serve                             for programs on this computer only
  tawro hub serve --listen 0.0.0.0:7421       for associations: on every address of this computer")]
    Serve {
        /// Where to listen; other computers reach it only at an address you name
        #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7421")]
        listen: SocketAddr,
    },
    /// Make a ticket with which one association enrols
    Ticket {
        /// Whom it is for: for your own list only
        name: String,
    },
    /// How much the hub holds, and how much for whom
    Status,
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
        accepted("tawro hub serve --listen 127.0.0.1:0");
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
        refused("tawro demo --associations 1");
        refused("tawro record add member");
    }
}
