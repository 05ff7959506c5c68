//! What figures count, as people read it.

use crate::locales::{Language, Words};
use huiyin_domain::figures::{Grouping, Measure, Tally};

impl Words for Tally {
    fn words(self, language: Language) -> &'static str {
        match self {
            Tally::Received => language.pick("收到", "Received"),
            Tally::Open => language.pick("在办", "Open"),
            Tally::Overdue => language.pick("超期", "Overdue"),
            Tally::Ownerless => language.pick("无人负责", "Without a named owner"),
            Tally::Due => language.pick("应办结", "Due to be closed"),
            Tally::DueClosed => language.pick("应办结中已办结", "Due and closed"),
            Tally::DueOnTime => language.pick("按期办结", "Closed on time"),
            Tally::DueOnFirst => language.pick("按首次承诺办结", "Closed as first promised"),
            Tally::Closed => language.pick("办结", "Closed"),
            Tally::Substantiated => language.pick("办结且属实", "Closed and substantiated"),
            Tally::Disposed => language.pick("属实且已查处", "Substantiated and dealt with"),
            Tally::Rechecked => language.pick("办结前复查过", "Re-inspected before closing"),
            Tally::PassedFirst => language.pick("一次复查通过", "Passed the first re-inspection"),
            Tally::Extended => language.pick("延期", "Extended"),
            Tally::Suspended => language.pick("中止过", "Suspended at some time"),
            Tally::Merged => language.pick("并案", "Merged"),
            Tally::Declined => language.pick("不予受理", "Declined"),
            Tally::Again => language.pick("同一地点又发生", "Came up again at the same place"),
            Tally::Rated => language.pick("反映人作了评价", "Rated by the reporter"),
            Tally::Satisfied => language.pick("反映人满意", "Reporter satisfied"),
            Tally::AnswersDue => language.pick("应回复", "Reply due"),
            Tally::AnswersLate => language.pick("没有按期回复", "Reply late or missing"),
        }
    }
}

impl Words for Measure {
    fn words(self, language: Language) -> &'static str {
        match self {
            Measure::Closure => language.pick("办结率", "Closure rate"),
            Measure::OnTime => language.pick("按期办结率", "Closed on time"),
            Measure::OnFirst => language.pick("按首次承诺办结率", "Closed as first promised"),
            Measure::Disposal => language.pick("查处率", "Dealt with, if substantiated"),
            Measure::FirstPass => language.pick("复查一次通过率", "First re-inspection passed"),
            Measure::Extension => language.pick("延期占比", "Extended"),
            Measure::Suspension => language.pick("中止占比", "Suspended"),
            Measure::Merging => language.pick("并案占比", "Merged"),
            Measure::Declining => language.pick("不予受理占比", "Declined"),
            Measure::Recurrence => language.pick("复发占比", "Come up again"),
            Measure::Satisfaction => language.pick("满意率", "Satisfaction"),
            Measure::Rating => language.pick("评价率", "Rated"),
        }
    }
}

impl Words for Grouping {
    fn words(self, language: Language) -> &'static str {
        match self {
            Grouping::Township => language.pick("乡镇", "Township"),
            Grouping::Unit => language.pick("单位", "Unit"),
            Grouping::Category => language.pick("类别", "Category"),
            Grouping::Theme => language.pick("蓝天、碧水、净土", "Sky, water, soil"),
            Grouping::Month => language.pick("月份", "Month"),
        }
    }
}
