//! Names of things. Every id is a UUID minted outside this crate; the type says what it names.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map($name)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                $name(id)
            }
        }
    };
}

id!(
    /// One command; version 7, minted when the form opens, so that sending it twice is noticed.
    CommandId
);
id!(
    /// One case. It is the id of the submit command that opened it, so a phone knows it before any server does.
    CaseId
);
id!(
    /// One report. It is the id of the submit command that filed it.
    ReportId
);
id!(
    /// One person with an account.
    PersonId
);
id!(
    /// One person's queue on one phone, or one person's desk.
    DeviceId
);
id!(
    /// One inspected place.
    SiteId
);
id!(
    /// One patrol. It is the id of the command that planned it.
    PatrolId
);

impl From<CommandId> for CaseId {
    fn from(id: CommandId) -> Self {
        CaseId(id.0)
    }
}

/// A command names its patrol where another one names its case.
impl From<CaseId> for PatrolId {
    fn from(id: CaseId) -> Self {
        PatrolId(id.0)
    }
}

/// Where cases and patrols stand side by side, as in a phone's changes.
impl From<PatrolId> for CaseId {
    fn from(id: PatrolId) -> Self {
        CaseId(id.0)
    }
}

impl From<CommandId> for ReportId {
    fn from(id: CommandId) -> Self {
        ReportId(id.0)
    }
}
