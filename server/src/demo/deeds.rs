//! What people do with a matter, verb by verb, in the words of its plot.

use super::{life::Life, script::By};
use huiyin_domain::{
    case::{
        Accept, Ask, AskExtension, AssignRecheck, Callback, Case, Clock, Close, DecidePublication, Dispatch, Disposal, Finding,
        GrantExtension, OnBehalf, OrderRectification, ProposeClosure, Rate, Recheck, Reply, ReplyOutcome, ReportRectified, Reporter,
        ResultCode, SignFor, SolvedOnSpot, State, Submit, Verify,
    },
    ids::PersonId,
    photo::Purpose,
    place::Fix,
    report::{Report, Severity, Whereabouts},
    rulebook::Risk,
};
use time::Duration;

impl Life<'_> {
    fn report(&mut self, severity: Severity) -> Report {
        let fix = self.fix(self.now - Duration::minutes(4));
        Report {
            category: self.matter.category.code.clone(),
            place: Whereabouts::Measured(Fix { point: self.matter.place, ..fix }),
            division: Some(self.matter.township.clone()),
            site: self.matter.site,
            words: self.words(self.matter.plot.told),
            severity,
            patrol: None,
        }
    }

    /// 上报 by a patroller.
    pub(super) fn told(&mut self) {
        let severity = if self.dice.percent(12) { Severity::Serious } else { Severity::Ordinary };
        let report = self.report(severity);
        let photos = vec![self.photo(&self.matter.pair.before, Purpose::Before, 3)];
        self.ask(
            self.matter.patroller,
            Ask::Submit(Submit { report, photos, solved: None, on_behalf: None, origin: None, about_unit: None }),
        );
    }

    /// 上报 at the desk for somebody who rang.
    pub(super) fn told_by_phone(&mut self) {
        self.pass(0.0, 0.2);
        let mut report = self.report(Severity::Ordinary);
        report.place = Whereabouts::Pointed(self.matter.place);
        let photos = vec![self.photo(&self.matter.pair.before, Purpose::Before, 30)];
        // Half of them leave a name; by the case's id, so that the rest of the story stays as it is.
        let named = self.matter.case.0.as_bytes()[15].is_multiple_of(2);
        let on_behalf = Some(if named { OnBehalf::Named } else { OnBehalf::Anonymous });
        self.reporter = By::Receipt;
        self.ask(self.matter.coordinator, Ask::Submit(Submit { report, photos, solved: None, on_behalf, origin: None, about_unit: None }));
    }

    /// 上报 with 当场整改.
    pub(super) fn solved_on_spot(&mut self) {
        let report = self.report(Severity::Ordinary);
        let photos =
            vec![self.photo(&self.matter.pair.before, Purpose::Before, 55), self.photo(&self.matter.pair.after, Purpose::After, 4)];
        let solved = Some(SolvedOnSpot { done: self.words(self.matter.plot.done), finding: Finding::Substantiated });
        self.ask(self.matter.patroller, Ask::Submit(Submit { report, photos, solved, on_behalf: None, origin: None, about_unit: None }));
    }

    /// 受理
    pub(super) fn accepted(&mut self, low_h: f64, high_h: f64) {
        self.pass(low_h, high_h);
        let (category, division) = (self.matter.category.code.clone(), self.matter.township.clone());
        self.when(self.matter.coordinator, move |scene| {
            Some(Ask::Accept(Accept { category, division, not_the_same: scene.similar.to_vec() }))
        });
    }

    fn assignment(&self, words: Option<String>) -> Dispatch {
        Dispatch { lead_unit: self.matter.unit.clone(), handler: self.matter.handler, co_units: Vec::new(), words }
    }

    /// 交办
    pub(super) fn dispatched(&mut self, low_h: f64, high_h: f64) {
        self.pass(low_h, high_h);
        let by = if self.dice.percent(60) { self.matter.dispatcher } else { self.matter.coordinator };
        self.ask(by, Ask::Dispatch(self.assignment(None)));
    }

    /// 重办
    pub(super) fn reopened(&mut self, by: PersonId) {
        self.pass(3.0, 20.0);
        let words = Some("问题有反复，请重新核实，整改到位后再报。".to_owned());
        self.ask(by, Ask::Reopen(self.assignment(words)));
    }

    /// 签收
    pub(super) fn signed(&mut self, low_h: f64, high_h: f64) {
        self.pass(low_h, high_h);
        self.ask(self.matter.handler, Ask::SignFor(SignFor { handler: self.matter.handler }));
    }

    /// 核实
    pub(super) fn verified(&mut self, finding: Finding, low_h: f64, high_h: f64) {
        self.pass(low_h, high_h);
        let words = match finding {
            Finding::Substantiated => self.words(self.matter.plot.seen),
            Finding::Partly => format!("{} 其中一部分已在来人前处理。", self.words(self.matter.plot.seen)),
            _ => self.words("到{place}现场查看两次，没有发现所反映的情况，走访周边三户也都表示近期没有看到。"),
        };
        let photos = vec![self.photo(&self.matter.pair.before, Purpose::Scene, 20)];
        let visited_at = self.now - Duration::minutes(25);
        let people = "承办人、村干部、当事人".to_owned();
        self.ask(self.matter.handler, Ask::Verify(Verify { finding, visited_at, people, words, photos, no_photo_reason: None }));
    }

    /// 责令限期整改
    pub(super) fn ordered(&mut self, days: i64, low_h: f64, high_h: f64) {
        self.pass(low_h, high_h);
        let formal = self.matter.category.risk >= Risk::High;
        let number = self.dice.between(10, 480);
        let document_number = formal.then(|| format!("澄责改〔{}〕第{number}号", self.now.day().year()));
        self.ask(
            self.matter.handler,
            Ask::OrderRectification(OrderRectification {
                responsible_party: self.matter.plot.party.to_owned(),
                measures: self.words(self.matter.plot.measures),
                due_day: (self.now + Duration::days(days)).day(),
                acceptance_unit: self.matter.unit.clone(),
                document_number,
            }),
        );
    }

    fn result(&self) -> ResultCode {
        match self.matter.category.code.0.as_str() {
            "C08" | "C09" | "C10" => ResultCode::PunishedAndRectified,
            "C04" | "C16" => ResultCode::ShutDownOrDemolished,
            _ => ResultCode::Rectified,
        }
    }

    fn disposal(&mut self) -> Disposal {
        match self.result() {
            ResultCode::PunishedAndRectified => {
                let number = self.dice.between(3, 160);
                Disposal::PenaltyFiled { document_number: format!("澄罚立〔{}〕第{number}号", self.now.day().year()) }
            }
            ResultCode::ShutDownOrDemolished => Disposal::ShutDownOrDemolish,
            _ if self.matter.category.risk > Risk::Low => Disposal::Order,
            _ => Disposal::EducateAndCorrect,
        }
    }

    /// 申报整改完成
    pub(super) fn rectified(&mut self, low_h: f64, high_h: f64) {
        self.pass(low_h, high_h);
        let done = self.rectification();
        self.ask(self.matter.handler, done);
    }

    /// 申报整改完成 once more, if a recheck failed.
    pub(super) fn rectified_again(&mut self, low_h: f64, high_h: f64) {
        self.pass(low_h, high_h);
        let done = self.rectification();
        self.when(self.matter.handler, |scene| scene.case.is_some_and(|case| case.state == State::Rectifying).then_some(done));
    }

    fn rectification(&mut self) -> Ask {
        let photos = vec![self.photo(&self.matter.pair.after, Purpose::After, 12)];
        Ask::ReportRectified(ReportRectified { words: self.words(self.matter.plot.done), photos, away_reason: None, result: self.result() })
    }

    /// 派复查, where one is due.
    pub(super) fn recheck_assigned(&mut self, low_h: f64, high_h: f64) {
        self.pass(low_h, high_h);
        let rechecker = self.matter.rechecker;
        let waits = |case: &Case| case.state == State::AwaitingRecheck;
        self.when(self.matter.coordinator, move |scene| {
            scene.case.is_some_and(waits).then_some(Ask::AssignRecheck(AssignRecheck { rechecker }))
        });
    }

    /// 复查, where one is due.
    pub(super) fn rechecked(&mut self, passed: bool, low_h: f64, high_h: f64) {
        self.pass(low_h, high_h);
        let (picture, words) = if passed {
            (&self.matter.pair.after, self.words(self.matter.plot.held))
        } else {
            (&self.matter.pair.before, self.words("{place}整改不彻底，只做了表面，原来的问题还看得到，需要继续整改。"))
        };
        let photos = vec![self.photo(picture, Purpose::Recheck, 6)];
        let fix = Some(self.fix(self.now - Duration::minutes(5)));
        let rechecker = self.matter.rechecker;
        let second_officer = self.matter.cast.patroller(&self.matter.township, &[rechecker, self.matter.patroller], &mut self.dice);
        let second_officer = second_officer.or_else(|| self.matter.cast.coordinator(&self.matter.township));
        self.when(rechecker, move |scene| {
            let due = scene.case.is_some_and(|case| case.state == State::AwaitingRecheck);
            due.then_some(Ask::Recheck(Recheck { passed, words, photos, fix, second_officer }))
        });
    }

    /// 提请结案: nothing to rectify.
    pub(super) fn closure_proposed(&mut self, result: ResultCode) {
        self.pass(2.0, 20.0);
        let words = self.words("现场没有发现所反映的情况，已向周边群众了解，没有需要整改的问题。");
        self.ask(self.matter.handler, Ask::ProposeClosure(ProposeClosure { result, words }));
        // A draw may ask for a recheck; then it is assigned and done.
        self.recheck_assigned(1.0, 8.0);
        self.rechecked(true, 4.0, 30.0);
    }

    /// 回复 to every reporter.
    pub(super) fn replied(&mut self, words: &str, low_h: f64, high_h: f64) {
        self.pass(low_h, high_h);
        let words = self.words(words);
        self.when(self.matter.coordinator, move |scene| {
            let by_receipt =
                scene.case.is_some_and(|case| case.reports.iter().any(|filed| !matches!(filed.reporter, Reporter::Staff { .. })));
            let outcome = if by_receipt { ReplyOutcome::ReadableByReceipt } else { ReplyOutcome::Sent { at: scene.at } };
            Some(Ask::Reply(Reply { report: None, words, outcome }))
        });
    }

    /// 申请延期 and 批准延期, while there is time.
    pub(super) fn extended(&mut self) {
        self.pass(2.0, 12.0);
        let days = if self.dice.percent(60) { 5 } else { 10 };
        let words = "管道要等供水站停水才能施工，雨天又耽误三天，请求延期。".to_owned();
        self.when(self.matter.handler, move |scene| {
            let runs = |case: &Case| case.dues.iter().any(|due| due.clock == Clock::Handling && scene.at <= due.at);
            scene.case.is_some_and(runs).then_some(Ask::AskExtension(AskExtension { days, words }))
        });
        self.pass(1.0, 8.0);
        let words = "情况属实，同意延期，请按新的时限完成。".to_owned();
        self.when(self.matter.dispatcher, move |scene| {
            let waits = scene.case.is_some_and(|case| case.extension_asked.is_some());
            waits.then_some(Ask::GrantExtension(GrantExtension { days, words }))
        });
    }

    /// 回访 and 评价: some reporters are called, some say whether it helped, most say nothing.
    pub(super) fn heard_from(&mut self) {
        let satisfied = self.dice.percent(87);
        if self.dice.percent(24) {
            let reached = self.dice.percent(85);
            let words = match (reached, satisfied) {
                (false, _) => "两次无人接听。",
                (true, true) => "反映人表示问题已经解决，满意。",
                (true, false) => "反映人认为处理得慢，希望以后能早点告知进度。",
            };
            let by = By::Person(self.matter.coordinator);
            self.meanwhile(by, 20.0, 90.0, Ask::Callback(Callback { reached, words: words.to_owned() }));
        }
        if self.dice.percent(46) {
            let words = *self.dice.pick(match satisfied {
                true => &["去看过了，确实清理干净了，谢谢。", "处理得很快。", "问题解决了。", ""],
                false => &["等了很久才有人来。", "过了几天又有味道了，没有彻底解决。"],
            });
            self.meanwhile(self.reporter, 6.0, 120.0, Ask::Rate(Rate { satisfied, words: words.to_owned() }));
        }
    }

    /// 决定公开
    pub(super) fn publication_decided(&mut self, decision: DecidePublication) {
        self.pass(0.1, 0.6);
        let by = if matches!(decision, DecidePublication::Publish) { self.matter.coordinator } else { self.matter.dispatcher };
        self.ask(by, Ask::DecidePublication(decision));
    }

    /// 结案 with what the plot led to.
    pub(super) fn closed(&mut self, low_h: f64, high_h: f64) {
        let (result, disposal) = (self.result(), Some(self.disposal()));
        self.closed_with(result, disposal, low_h, high_h);
    }

    /// 结案
    pub(super) fn closed_with(&mut self, result: ResultCode, disposal: Option<Disposal>, low_h: f64, high_h: f64) {
        self.pass(low_h, high_h);
        let by = self.closer();
        self.ask(by, Ask::Close(Close { result, disposal, words: "材料齐全，同意结案。".to_owned() }));
    }
}
