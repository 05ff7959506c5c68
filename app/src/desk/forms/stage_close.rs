//! 阶段性办结 with its goals, and the end of one goal.

use super::{Choice, Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::{
    case::{Ask, Milestone, MilestoneDone, StageClose, VerbName},
    people::UnitCode,
};

/// How many goals the form has room for.
const GOALS: usize = 2;

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let mut fields = Vec::new();
    for n in 0..GOALS {
        let name = |part: &str| format!("milestones.{n}.{part}");
        let title = if n == 0 { words.first_goal } else { words.second_goal };
        let label = |part: &str| format!("{title} · {part}");
        let mut own = vec![
            Field::area(&name("goal"), &label(words.goal)),
            Field::line(&name("body"), &label(words.body)),
            Field::area(&name("measures"), &label(words.measures)),
            Field::day(&name("due_day"), &label(words.goal_day)),
            Field::new(name("acceptance_unit"), label(words.acceptance_unit), Kind::Pick(ground.units())),
        ];
        if n > 0 {
            own = own.into_iter().map(Field::optional).collect();
        }
        fields.append(&mut own);
    }
    fields.push(Field::day("next_day", words.next_day));
    Sheet::new(VerbName::StageClose, fields, |answers| {
        let mut read = Reader::new(answers);
        let goals: Vec<_> = (0..GOALS).filter(|n| *n == 0 || read.maybe(&format!("milestones.{n}.goal")).is_some()).collect();
        let milestones: Vec<_> = goals.into_iter().filter_map(|n| goal(n, &mut read)).collect();
        let next_day = read.day("next_day");
        read.build(|| Some(Ask::StageClose(StageClose { milestones, next_day: next_day? })))
    })
}

fn goal(n: usize, read: &mut Reader<'_>) -> Option<Milestone> {
    let mut text = |part: &str| read.text(&format!("milestones.{n}.{part}"));
    let (goal, body, measures, unit) = (text("goal"), text("body"), text("measures"), text("acceptance_unit"));
    let due_day = read.day(&format!("milestones.{n}.due_day"));
    Some(Milestone { body: body?, goal: goal?, measures: measures?, due_day: due_day?, acceptance_unit: UnitCode(unit?), done: false })
}

pub(super) fn milestone(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let open = ground.view.case.milestones.iter().enumerate().filter(|(_, milestone)| !milestone.done);
    let open: Vec<_> = open.map(|(n, milestone)| Choice::new(n.to_string(), milestone.goal.clone())).collect();
    let nothing = open.is_empty();
    let fields = vec![Field::new("index", words.milestone, Kind::Radio(open)), Field::area("words", words.done)];
    let sheet = Sheet::new(VerbName::MilestoneDone, fields, |answers| {
        let mut read = Reader::new(answers);
        let (index, words) = (read.parsed("index"), read.text("words"));
        read.build(|| Some(Ask::MilestoneDone(MilestoneDone { index: index?, words: words? })))
    });
    if nothing { sheet.intro(words.no_milestones) } else { sheet }
}
