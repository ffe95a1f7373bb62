//! The commands of the relay, and what each takes.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use tawro_core::id::StatisticsKey;
use tawro_core::indicator::Period;

/// What each association of a hub may store and send; what is not given stays as it is set.
#[derive(Debug, Args)]
pub(crate) struct HubQuota {
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u64).range(1..=QUOTA_MAX))]
    pub(crate) max_mib: Option<u64>,
    #[arg(long, value_name = "KIB", value_parser = clap::value_parser!(u64).range(1..=QUOTA_MAX))]
    pub(crate) max_kib_per_second: Option<u64>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=QUOTA_MAX))]
    pub(crate) max_entries_per_second: Option<u64>,
}

/// Beyond it, no number is meant: 1 PiB stored, 1 TiB a second.
const QUOTA_MAX: u64 = 1 << 30;

#[derive(Debug, Subcommand)]
pub(crate) enum Hub {
    Init {
        #[arg(long)]
        name: String,
        #[arg(long, value_name = "HOST:PORT")]
        address: Option<String>,
        #[command(flatten)]
        quota: HubQuota,
    },
    Serve {
        #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7421")]
        listen: SocketAddr,
        #[arg(long, value_name = "ADDR|off", default_value = "127.0.0.1:7440")]
        dashboard: DashboardAt,
        #[command(flatten)]
        quota: HubQuota,
    },
    #[command(subcommand)]
    Dashboard(HubDashboard),
    Ticket {
        name: String,
    },
    Status,
    Seat(HubSeat),
    Unseat {
        name: String,
    },
    #[command(subcommand)]
    Period(HubPeriod),
    #[command(subcommand)]
    Sheet(HubSheet),
    #[command(subcommand)]
    Programme(HubProgramme),
    Export {
        period: Period,
        file: PathBuf,
        #[arg(long)]
        force: bool,
    },
    Report {
        period: Period,
        file: PathBuf,
        #[arg(long)]
        force: bool,
    },
}

/// An association that may be asked for numbers.
#[derive(Debug, Args)]
pub(crate) struct HubSeat {
    pub(crate) name: String,
    #[arg(long)]
    pub(crate) key: StatisticsKey,
    #[arg(long, value_name = "CODE")]
    pub(crate) commune: Option<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=12))]
    pub(crate) domain: Option<u8>,
    #[arg(long)]
    pub(crate) operator: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum HubProgramme {
    Take {
        file: PathBuf,
    },
    Show,
    Write {
        file: PathBuf,
        #[arg(long)]
        force: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum HubDashboard {
    Password,
    Public { view: PublicView },
}

/// Whether whoever comes may see what is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PublicView {
    On,
    Off,
}

/// Where the dashboard is, if anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DashboardAt {
    Off,
    At(SocketAddr),
}

impl std::str::FromStr for DashboardAt {
    type Err = std::net::AddrParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "off" => Ok(Self::Off),
            text => text.parse().map(Self::At),
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum HubPeriod {
    Open {
        period: Period,
    },
    Task {
        period: Period,
        file: PathBuf,
        #[arg(long)]
        force: bool,
    },
    Take {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    Status {
        period: Period,
    },
    Cancel {
        period: Period,
    },
    Freeze {
        period: Period,
        #[arg(long)]
        force: bool,
    },
    Publish {
        period: Period,
    },
    Manifest {
        period: Period,
        file: PathBuf,
        #[arg(long)]
        force: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum HubSheet {
    Take {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    List,
}
