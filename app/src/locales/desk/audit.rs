//! What an auditor reads.

use crate::locales::Language;

super::words! {
    /// The log and the ledger.
    AuditWords {
        log_title: "日志", "Log";
        log_tab_title: "日志 · 回音工作台", "Log · Huiyin desk";
        log_lead: "谁看过举报人身份，谁动过账号。只增不改。", "Who looked at a reporter's identity, and who did what with accounts. Lines are only ever added.";
        filters: "筛选日志", "Filter the log";
        person: "人员", "Person";
        everybody: "所有人", "Everybody";
        from: "从", "From";
        to: "到", "to";
        show: "查看", "Show";
        clear: "清除筛选", "Clear filters";
        log_list: "日志", "Log";
        column_when: "时间", "When";
        column_who: "谁", "Who";
        column_what: "做了什么", "What";
        column_subject: "对谁、哪件", "About";
        column_detail: "内容", "Details";
        log_empty: "没有记录", "No lines";
        log_empty_text: "这段时间里没有这样的记录。", "Nothing of this kind happened in this time.";
        older: "更早的", "Older";
        newest: "回到最新", "Back to the newest";
        somebody: "（已无此人）", "(unknown)";
        none: "无", "none";
        sign_in_name: "登录名", "sign-in name";
        name: "姓名", "name";
        unit: "单位", "unit";
        certificate: "执法证", "certificate";
        roles: "角色", "roles";
        device: "设备", "device";
        ledger_title: "台账", "Ledger";
        ledger_tab_title: "台账 · 回音工作台", "Ledger · Huiyin desk";
        ledger_lead: "每一条都有编号和链式哈希；这里不显示内容。", "Each entry has a number and a chained hash; what was said is not shown here.";
        ledger_list: "台账条目", "Entries of the ledger";
        column_number: "编号", "Number";
        column_verb: "动作", "Step";
        column_case: "案件", "Case";
        column_verdict: "结果", "Verdict";
        column_hash: "哈希", "Hash";
        upto: "从哪一条往前看", "From which entry back";
        ledger_empty: "台账还是空的", "The ledger is empty";
        ledger_empty_text: "有人上报后，会出现在这里。", "Entries appear here when somebody reports.";
        nobody: "群众或系统", "The public or the system";
        unknown_verb: "未知", "Unknown";
        applied: "生效", "Applied";
        conflict: "晚了一步", "Came second";
        refused: "按规则未生效", "Refused by the rules";
        held: "存放待处理", "Kept aside";
    }
}

/// What a line of the log calls what was done; a code that this desk does not know stays as it is.
#[must_use]
pub fn done(what: &str, language: Language) -> Option<&'static str> {
    Some(match what {
        "account_created" => language.pick("新建账号", "Made an account"),
        "account_changed" => language.pick("修改资料", "Changed an account"),
        "invitation_made" => language.pick("作废密码，重发邀请", "Forgot the password and invited anew"),
        "password_set" => language.pick("凭邀请设密码", "Set a password by invitation"),
        "password_changed" => language.pick("修改自己的密码", "Changed the own password"),
        "account_closed" => language.pick("停用账号", "Closed an account"),
        "account_opened" => language.pick("恢复账号", "Opened an account again"),
        "failures_forgotten" => language.pick("解除登录放慢", "Let slowed sign-in be tried again"),
        "session_ended" => language.pick("结束登录", "Ended a session"),
        "device_revoked" => language.pick("停用手机", "Took a phone out of use"),
        "reporters" => language.pick("查看举报人身份", "Looked at who reported a case"),
        "file" => language.pick("下载一案一档", "Took a case's whole file"),
        "file_with_originals" => language.pick("下载一案一档，含原始照片", "Took a case's whole file with original photos"),
        _ => return None,
    })
}
