//! What a template may ask of a case. Nothing of a reporter is among it.

use serde::{Deserialize, Serialize};

/// Makes the names with their stable codes, as templates write them in braces.
macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)+) => {
        /// A fact of a case, by name.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum FieldName {
            $($(#[$doc])* $name,)+
        }

        impl FieldName {
            /// All of them.
            pub const ALL: [FieldName; [$($code),+].len()] = [$(FieldName::$name),+];

            /// As templates write it, without the braces.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(FieldName::$name => $code,)+
                }
            }
        }
    };
}

fields! {
    /// The county's name.
    County = "county";
    /// The unit that leads.
    Unit = "unit";
    /// The case's number.
    CaseNumber = "case_number";
    /// What kind of matter.
    Category = "category";
    /// Who must rectify.
    ResponsibleParty = "responsible_party";
    /// The inspected place.
    Site = "site";
    /// Township and village.
    Place = "place";
    /// The point.
    Coordinates = "coordinates";
    /// The day it was first seen.
    SeenOn = "seen_on";
    /// When somebody was there.
    VisitedAt = "visited_at";
    /// Who was there.
    Visitors = "visitors";
    /// What was found there.
    Found = "found";
    /// Substantiated or not.
    Finding = "finding";
    /// How many photos show it.
    Photos = "photos";
    /// Who verified it.
    Inspector = "inspector";
    /// The certificate of who verified it.
    InspectorCertificate = "inspector_certificate";
    /// Laws that held on the day it was first seen.
    LegalBasis = "legal_basis";
    /// What must be done.
    Measures = "measures";
    /// The day of the order.
    OrderedOn = "ordered_on";
    /// The last day for it.
    DueOn = "due_on";
    /// Who accepts it as done.
    AcceptanceUnit = "acceptance_unit";
    /// Number of the order.
    DocumentNumber = "document_number";
    /// Who ordered it.
    Issuer = "issuer";
    /// The certificate of who ordered it.
    IssuerCertificate = "issuer_certificate";
}

impl FieldName {
    /// The one with this code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        FieldName::ALL.into_iter().find(|name| name.code() == code)
    }
}
