//! What each address is asked: something that is understood, so that who asks decides the answer.

use crate::support::{PASSWORD, TOWNSHIP};
use huiyin_domain::{
    hash::Hash,
    ids::{CaseId, DeviceId, PatrolId, PersonId},
};
use huiyin_server::http::api::OPENAPI;
use serde_json::{Value, json};
use uuid::Uuid;

/// A draft that nobody opened: what is asked of it is heard and changes nothing.
fn no_draft() -> Value {
    json!({ "draft": Uuid::nil(), "revision": 1 })
}

/// Everything that was there is read.
fn all_read() -> Value {
    json!({ "all": { "until": "2026-11-23T02:00:00Z" } })
}

/// The things that addresses name.
pub(super) struct Samples {
    pub number: String,
    pub case: CaseId,
    pub photo: Hash,
    pub person: PersonId,
    pub patrol: PatrolId,
}

impl Samples {
    /// An address with its parts filled in.
    pub(super) fn path(&self, path: &str) -> String {
        let filled = path
            .replace("{number}", &self.number)
            .replace("{photo}", &self.photo.to_string())
            .replace("{n}", "0")
            .replace("{date}", "2026-11-23")
            .replace("{section}", "grids")
            .replace("{kind}", "site_inspection")
            .replace("{file}", "site_inspection.docx")
            .replace("{patrol}", &self.patrol.to_string())
            .replace("{person}", &self.person.to_string())
            .replace("{id}", &Uuid::nil().to_string());
        assert!(!filled.contains('{'), "say in this file what stands for the part of {path}");
        match path {
            _ if path.ends_with("/candidates") => format!("{filled}?verb=dispatch"),
            "/api/v1/imports" => format!("{filled}?kind=hotline"),
            _ => filled,
        }
    }

    /// Type and bytes of what is sent there.
    pub(super) fn body(&self, method: &str, path: &str, device: Option<DeviceId>) -> (&'static str, String) {
        let is_form = matches!(path, "/desk/sign-in" | "/desk/sign-out" | "/desk/invitation");
        if method == "GET" || method == "DELETE" {
            return ("application/json", String::new());
        }
        if is_form {
            return ("application/x-www-form-urlencoded", format!("name=patroller&password={}", PASSWORD.replace(' ', "+")));
        }
        let body = match path.starts_with("/desk/calls/") {
            true => self.call(path),
            false => self.posted(method, path, device),
        };
        ("application/json", body.to_string())
    }

    fn note(&self) -> Value {
        json!({ "command": "0193b2a4-7f00-7000-8000-00000000000a", "case": self.case, "base": 3, "ask": { "note": { "words": "已电话联系" } } })
    }

    /// It starts; whoever may not do that is refused by the rules.
    fn started(&self) -> Value {
        json!({ "command": "0193b2a4-7f00-7000-8000-00000000000b", "patrol": self.patrol, "ask": "start" })
    }

    /// An account as everybody who makes any may make it; its name is taken, so that none is.
    fn account(&self) -> Value {
        let grants = json!([{ "role": "patroller", "scope": { "division": TOWNSHIP } }]);
        json!({ "sign_in_name": "patroller", "name": "陈一禾", "unit": "t-359921100", "grants": grants })
    }

    /// The body of a call of the desk. Every call stands here.
    fn call(&self, path: &str) -> Value {
        match path.trim_start_matches("/desk/calls/") {
            "me" => json!({}),
            "inbox" | "figures" | "people" | "log" | "ledger" => json!({ "query": {} }),
            "unmask" => json!({ "number": self.number, "asked": { "reason": "要回电核实位置" } }),
            "mark-read" | "land" | "on-spot" | "views" => json!({}),
            "act-on-many" => json!({ "deeds": { "deeds": [] } }),
            "change-views" => json!({ "change": { "delete": { "id": Uuid::nil() } } }),
            "own-devices" | "rulebook" | "open-draft" | "preview-draft" => json!({}),
            "drop-draft" | "put-in-force" => json!({ "draft": no_draft() }),
            "import-rulebook" => json!({ "import": { "at": no_draft(), "text": "" } }),
            "rulebook-section" => json!({ "section": "grids" }),
            "save-section" => json!({ "save": { "draft": Uuid::nil(), "section": "grids", "base": 0, "body": {} } }),
            "imports" => json!({}),
            "import" | "start-import" | "stop-import" | "invite-imported" => json!({ "id": Uuid::nil() }),
            "check-import" => json!({ "columns": { "id": Uuid::nil(), "fields": [] } }),
            "account" => json!({ "person": self.person }),
            "create-account" => json!({ "form": self.account() }),
            "change-account" => json!({ "deed": { "person": self.person, "ask": "forget_failures" } }),
            "case" => json!({ "number": self.number }),
            "notices" | "deliveries" => json!({ "query": {} }),
            "unread-notices" | "contact" => json!({}),
            "mark-notices-read" => json!({ "mark": all_read() }),
            "set-contact" => json!({ "contact": {} }),
            "redeliver" => json!({ "which": { "id": "nothing" } }),
            "act" => json!({ "deed": self.note() }),
            "patrols" => json!({ "query": {} }),
            "patrol" => json!({ "id": self.patrol }),
            "patrol-choices" => json!({}),
            "act-on-patrol" => json!({ "deed": self.started() }),
            "candidates" => json!({ "case": self.case, "verb": "dispatch" }),
            "change-password" => json!({ "change": { "present": "not this one", "new": "石桥下的水二零二六年清" } }),
            _ => panic!("say in this file what {path} is asked"),
        }
    }

    /// The body that the API's description gives as an example, unless something here fits better.
    fn posted(&self, method: &str, path: &str, device: Option<DeviceId>) -> Value {
        match path {
            "/api/v1/session" => json!({ "name": "patroller", "password": PASSWORD }),
            "/api/v1/sync/push" => json!({ "device": device.unwrap_or_else(|| DeviceId(Uuid::nil())), "commands": [] }),
            "/api/v1/cases/{number}/commands" => self.note(),
            "/api/v1/patrols/{patrol}/commands" => self.started(),
            "/api/v1/cases/commands" => json!({ "deeds": [] }),
            "/api/v1/views" => json!({ "delete": { "id": Uuid::nil() } }),
            "/api/v1/cases/{number}/reporters" => json!({ "reason": "要回电核实位置" }),
            "/api/v1/people" => self.account(),
            "/api/v1/notices/read" => all_read(),
            "/api/v1/people/{person}/changes" => json!("forget_failures"),
            _ => {
                let document: Value = serde_json::from_str(OPENAPI).unwrap();
                document["paths"][path][method.to_lowercase()]["requestBody"]["content"]["application/json"]["example"].clone()
            }
        }
    }
}
