//! What may be done with a case on the phone.

/// The forms behind a case's buttons.
pub struct ActWords {
    /// 签收, button and title.
    pub sign_for: &'static str,
    /// What it means.
    pub sign_for_help: &'static str,
    /// Main button.
    pub sign_for_do: &'static str,
    /// 核实
    pub verify: &'static str,
    /// Main button.
    pub verify_do: &'static str,
    /// Question.
    pub finding: &'static str,
    /// Label.
    pub visited_at: &'static str,
    /// Label.
    pub people: &'static str,
    /// Hint.
    pub people_hint: &'static str,
    /// Label.
    pub seen: &'static str,
    /// Hint.
    pub seen_hint: &'static str,
    /// Label.
    pub no_photo_reason: &'static str,
    /// Hint.
    pub no_photo_hint: &'static str,
    /// Hint above the photos.
    pub verify_photos_hint: &'static str,
    /// 申报整改完成
    pub rectified: &'static str,
    /// Main button.
    pub rectified_do: &'static str,
    /// Label.
    pub done: &'static str,
    /// Hint.
    pub done_hint: &'static str,
    /// Hint.
    pub after_photos_hint: fn(u32) -> String,
    /// Question.
    pub result: &'static str,
    /// Label.
    pub away_reason: &'static str,
    /// Hint, with how far.
    pub away_hint: fn(&str, &str) -> String,
    /// Hint, no photo or no position.
    pub away_none_hint: &'static str,
    /// 复查
    pub recheck: &'static str,
    /// Main button.
    pub recheck_do: &'static str,
    /// Heading.
    pub compare: &'static str,
    /// Hint.
    pub compare_hint: &'static str,
    /// Question.
    pub holds: &'static str,
    /// Choice.
    pub passed: &'static str,
    /// Choice.
    pub failed: &'static str,
    /// Label.
    pub recheck_words: &'static str,
    /// Hint.
    pub recheck_words_hint: &'static str,
    /// Position is needed.
    pub position_needed: &'static str,
    /// Fold: what the handler says.
    pub handler_says: &'static str,
    /// 记事
    pub note: &'static str,
    /// Main button.
    pub note_do: &'static str,
    /// Label.
    pub note_words: &'static str,
    /// Hint.
    pub note_hint: &'static str,
    /// 补证据
    pub evidence: &'static str,
    /// Main button.
    pub evidence_do: &'static str,
    /// Label.
    pub evidence_words: &'static str,
    /// Stored: said on the case page afterwards.
    pub stored: fn(&str) -> String,
    /// What that means.
    pub stored_help: &'static str,
    /// Not possible here.
    pub not_possible: &'static str,
    /// Choose one.
    pub choose: &'static str,
    /// Phrases for a visit.
    pub visit_phrases: &'static [&'static str],
    /// Phrases for a rectification.
    pub done_phrases: &'static [&'static str],
    /// Phrases for a recheck.
    pub recheck_phrases: &'static [&'static str],
}

pub(super) const ZH: ActWords = ActWords {
    sign_for: "签收",
    sign_for_help: "签收后由您办理，期限从现在算起。没有网络也能签收，有网后自动上传。",
    sign_for_do: "签收这件案件",
    verify: "核实",
    verify_do: "提交核实结论",
    finding: "反映的问题属实吗？",
    visited_at: "到现场的时间",
    people: "在场人员",
    people_hint: "写姓名和身份，如：承办人李明；养殖户张某。",
    seen: "现场看到什么？",
    seen_hint: "写清事实：什么、多少、从哪到哪。",
    no_photo_reason: "为什么没有照片",
    no_photo_hint: "拍了照片就不用填。",
    verify_photos_hint: "拍下现场。实在拍不了，在下面写明原因。",
    rectified: "申报整改完成",
    rectified_do: "申报整改完成",
    done: "做了什么？",
    done_hint: "写清谁、做了什么、什么时候完成。",
    after_photos_hint: |m| format!("站在原来的位置拍整改后的样子，离案件位置 {m} 米以内。"),
    result: "办理结果",
    away_reason: "照片为什么不是在现场拍的",
    away_hint: |d, max| format!("照片离案件位置 {d}，超过了 {max}。写明原因就可以提交。"),
    away_none_hint: "有照片没记到位置。写明原因就可以提交。",
    recheck: "复查",
    recheck_do: "提交复查结论",
    compare: "前后对照",
    compare_hint: "站在原来的位置、照着原来的角度拍。",
    holds: "整改做到了吗？",
    passed: "做到了，通过",
    failed: "没做到，不通过",
    recheck_words: "看到了什么？",
    recheck_words_hint: "对照整改要求，一条一条写。",
    position_needed: "复查要记下您自己的位置。",
    handler_says: "承办人申报的整改情况",
    note: "记事",
    note_do: "记下来",
    note_words: "记什么？",
    note_hint: "只给办案的人看，不会公开。",
    evidence: "补证据",
    evidence_do: "补上证据",
    evidence_words: "照片说明什么？",
    stored: |act| format!("“{act}”已存在这部手机"),
    stored_help: "有网后自动上传，县里收到后这里会更新。",
    not_possible: "这一步现在不能做",
    choose: "选一项",
    visit_phrases: &["现场有人。", "现场没人。", "已当面告知。", "仍在发生。"],
    done_phrases: &["已全部清理。", "已停止作业。", "已恢复原状。", "已签承诺书。"],
    recheck_phrases: &["与申报一致。", "现场已清理。", "问题又出现了。", "还没整改完。"],
};

pub(super) const EN: ActWords = ActWords {
    sign_for: "Sign for it",
    sign_for_help: "After that it is yours to handle, and the time counts from now. It works without network and is sent by itself.",
    sign_for_do: "Sign for this case",
    verify: "Verify",
    verify_do: "Submit the finding",
    finding: "Is it as reported?",
    visited_at: "Time of the visit",
    people: "Who was there",
    people_hint: "Names and what they are, such as: handler Li Ming; farmer Zhang.",
    seen: "What did you see?",
    seen_hint: "Facts: what, how much, from where to where.",
    no_photo_reason: "Why there is no photo",
    no_photo_hint: "Not needed if you took one.",
    verify_photos_hint: "Photograph the site. If you really cannot, say why below.",
    rectified: "Report as rectified",
    rectified_do: "Report as rectified",
    done: "What was done?",
    done_hint: "Who did what, and when it was finished.",
    after_photos_hint: |m| format!("Photograph it from the same spot, within {m} m of the case."),
    result: "Result",
    away_reason: "Why the photo was not taken there",
    away_hint: |d, max| format!("The photo was taken {d} from the case, more than {max}. Say why and you can submit."),
    away_none_hint: "A photo has no position. Say why and you can submit.",
    recheck: "Re-inspect",
    recheck_do: "Submit the re-inspection",
    compare: "Before and now",
    compare_hint: "Stand where the old photo was taken and use the same angle.",
    holds: "Has it been put right?",
    passed: "Yes, passed",
    failed: "No, failed",
    recheck_words: "What did you see?",
    recheck_words_hint: "Go through what had to be done, one by one.",
    position_needed: "A re-inspection needs your own position.",
    handler_says: "What the handler reported",
    note: "Note",
    note_do: "Keep the note",
    note_words: "What is worth noting?",
    note_hint: "Only for those who work on the case; never published.",
    evidence: "Add evidence",
    evidence_do: "Add the evidence",
    evidence_words: "What do the photos show?",
    stored: |act| format!("“{act}” is stored on this phone"),
    stored_help: "It is sent by itself once there is a network; this page then updates.",
    not_possible: "This step is not possible now",
    choose: "Choose one",
    visit_phrases: &["People on site.", "Nobody on site.", "Told in person.", "Still going on."],
    done_phrases: &["All cleared away.", "Work was stopped.", "Restored.", "A pledge was signed."],
    recheck_phrases: &["As reported.", "The site is clean.", "It has come back.", "Not finished yet."],
};
