//! Two cases side by side.

super::words! {
    /// The page on which two cases are merged, or not.
    MergeWords {
        title: "并案：两件放在一起看", "Merge: both cases side by side";
        choose: "和哪一件比", "Compare with which case";
        choose_hint: "最近的在前。也可以直接写编号。", "The nearest first. You can also type a number.";
        none: "没有找到相似的案件。知道编号可以写在下面。", "No similar case was found. If you know a number, type it below.";
        number: "另一件的编号", "Number of the other case";
        compare: "放在一起看", "Look at both";
        other_choice: "换一件比", "Compare with another";
        distance: "相距", "Apart:";
        distance_unknown: "有一件没有坐标，距离不明。", "One of them has no coordinates; the distance is unknown.";
        days: "收到时间相差", "Received apart:";
        day_unit: "天", "days";
        map: "两件的位置", "Where both lie";
        first: "甲", "A";
        second: "乙", "B";
        reports: "上报", "Reports";
        newest: "最近的经过", "What happened last";
        judged: "受理时已经判断过：不是同一件", "Judged when accepted: not the same matter";
        decide: "是同一件吗", "Are they the same matter";
        master: "保留哪一件", "Which case stays";
        keep: "保留", "Keep";
        why: "为什么是同一件", "Why they are the same matter";
        reporters: "另一件的上报会并入保留的这一件，按收到的先后排列。上报人的回执号不变，会收到这一件的回复。7 天内可以撤销并案。", "The other case's reports move into the one that stays, in order of arrival. Receipt numbers stay the same, and those who reported get this case's reply. The merge can be undone for 7 days.";
        not_the_same: "不是同一件，去受理", "Not the same: accept it";
        done: "已并案", "Merged";
        done_text: "已经记入台账。7 天内可以撤销。", "It is in the ledger. It can be undone for 7 days.";
        to_master: "看保留的这一件", "Open the case that stays";
        undo: "撤销并案", "Undo the merge";
    }
}
