//! The courier: performs what the queue decides. One tab of the browser leads and sends; the others look on.

mod along;
mod carry;
mod lead;
mod live;
mod news;

use gloo_timers::callback::Timeout;
use huiyin_domain::{
    ids::CommandId,
    sync::queue::{Input, Queue, Reply, Request, Turn},
};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeSet, VecDeque},
    rc::Rc,
};
use web_sys::BroadcastChannel;

use super::{
    device,
    phone::{Engine, Trouble},
    store::Plan,
};

/// What a turn of the queue wants done.
struct Due {
    plan: Result<Plan, Trouble>,
    request: Option<Request>,
    /// Whose queue it was: see [`Engine::shift`].
    shift: u32,
}

/// The courier's own state.
#[derive(Default)]
pub(in crate::field) struct Courier {
    /// Whether this tab sends.
    pub leads: Cell<bool>,
    turns: RefCell<VecDeque<Due>>,
    working: Cell<bool>,
    timer: RefCell<Option<Timeout>>,
    /// What could not be written yet, and whose it is. The next turn writes it first.
    unwritten: RefCell<Option<(u32, Plan)>>,
    /// Whose news could not be stored since the page opened, if any could not.
    torn: Cell<Option<u32>>,
    /// Whether pictures are to be fetched once nothing is left to send.
    pictures_due: Cell<bool>,
    /// Whether queues of other phones are being sent just now, and when to try again.
    along: Cell<bool>,
    again: RefCell<Option<Timeout>>,
    channel: RefCell<Option<BroadcastChannel>>,
    /// Where the county says that there is news.
    line: RefCell<Option<live::Line>>,
}

impl Engine {
    /// Tells the queue what happened and performs what follows. Tabs that do not lead leave the queue alone.
    pub(in crate::field) fn feed(self: &Rc<Self>, input: Input) {
        if !self.courier.leads.get() {
            return self.refresh();
        }
        let now = device::now();
        let next = self.change(|work| {
            let Turn { writes, request, wake_at_ms } = work.queue.step(now, input);
            let plan = (!writes.is_empty() || request.is_some()).then(|| Plan::of(&work.queue, &writes));
            (plan, request, wake_at_ms)
        });
        let Some((plan, request, wake_at_ms)) = next else { return };
        self.courier.timer.replace(wake_at_ms.map(|at| {
            let engine = self.clone();
            let wait_ms = u32::try_from(at.saturating_sub(now.steady_ms)).unwrap_or(u32::MAX).clamp(10, 600_000);
            Timeout::new(wait_ms, move || engine.feed(Input::Tick))
        }));
        if let Some(plan) = plan {
            self.courier.turns.borrow_mut().push_back(Due { plan, request, shift: self.shift.get() });
            self.perform();
        }
        self.refresh();
    }

    /// Works off the turns one after the other: first the writes, then the request.
    fn perform(self: &Rc<Self>) {
        if self.courier.working.replace(true) {
            return;
        }
        let engine = self.clone();
        leptos::task::spawn_local(async move {
            loop {
                let next = engine.courier.turns.borrow_mut().pop_front();
                let Some(Due { plan, request, shift }) = next else { break };
                let may_send = engine.write_down(plan, shift).await;
                if let Some(request) = request
                    && engine.shift.get() == shift
                {
                    if may_send {
                        engine.send(request, shift);
                    } else {
                        engine.feed(Input::Reply(Reply::Failed { retry_after_s: None }));
                    }
                }
            }
            engine.courier.working.set(false);
        });
    }

    /// Writes what a turn wants, after what earlier turns could not write. Says whether its request may go out.
    ///
    /// A full phone goes on sending as long as nothing but answers could not be written: if it is closed now, it only
    /// sends again what it sent already. Bytes that changed are never sent before they are stored.
    async fn write_down(&self, plan: Result<Plan, Trouble>, shift: u32) -> bool {
        let earlier = self.courier.unwritten.take().filter(|(whose, _)| *whose == shift).map(|(_, plan)| plan);
        let plan = match plan {
            Ok(plan) => match earlier {
                Some(earlier) => earlier.and_then(plan),
                None => plan,
            },
            Err(trouble) => {
                self.courier.unwritten.replace(earlier.map(|earlier| (shift, earlier)));
                self.memory_failed(trouble);
                return false;
            }
        };
        if plan.is_empty() {
            return true;
        }
        match self.write_words(async || self.outbox.write(&plan).await).await {
            Ok(()) => {
                self.phone.forget_trouble(&Trouble::Full);
                self.tell_other_tabs("changed");
                true
            }
            Err(trouble) => {
                self.memory_failed(trouble);
                let may_send = !plan.changes_bytes();
                self.courier.unwritten.replace(Some((shift, plan)));
                may_send
            }
        }
    }

    /// Commands were saved in this tab: the leading tab's queue learns of them.
    pub(in crate::field) async fn saved(self: &Rc<Self>) -> Result<(), Trouble> {
        self.tell_other_tabs("saved");
        self.learn_saved().await
    }

    /// Reads from the store what the queue does not know yet.
    async fn learn_saved(self: &Rc<Self>) -> Result<(), Trouble> {
        let shift = self.shift.get();
        let known = self.with(|work| {
            let known: BTreeSet<_> = work.queue.items().map(|item| item.command).collect();
            (work.signed_in.device, known)
        });
        let Some((device, known)) = known else { return Ok(()) };
        if !self.courier.leads.get() {
            return self.look_again().await;
        }
        let items = self.outbox.unknown(device, &known).await?;
        if self.shift.get() == shift {
            self.feed(Input::Saved(items));
        }
        Ok(())
    }

    /// Sends again what was set aside. Only the leading tab has the queue; another one asks it.
    pub(in crate::field) fn try_again(self: &Rc<Self>, command: CommandId) {
        if self.courier.leads.get() {
            self.try_carried_again(command);
            self.feed(Input::TryAgain(command));
        } else {
            self.tell_other_tabs(&format!("again {command}"));
        }
    }

    /// A tab that does not lead reads its queue and replica anew.
    async fn look_again(&self) -> Result<(), Trouble> {
        let Some(device) = self.with(|work| work.signed_in.device) else { return Ok(()) };
        let shift = self.shift.get();
        let (shelf, carried, replica) = self.read(device).await?;
        if self.shift.get() == shift && !self.courier.leads.get() {
            self.change(|work| {
                work.queue = Queue::restore(shelf.device, shelf.items, shelf.photos);
                work.drafts = shelf.drafts.into_iter().map(|draft| (draft.id, draft)).collect();
                work.carried = carried;
                work.replica = replica;
            });
            self.refresh();
        }
        Ok(())
    }

    fn send(self: &Rc<Self>, request: Request, shift: u32) {
        let engine = self.clone();
        leptos::task::spawn_local(async move {
            let Some(device) = engine.with(|work| work.queue.id()) else { return };
            let reply = engine.carry(device, request).await;
            if engine.shift.get() != shift {
                return;
            }
            if matches!(reply, Reply::Pulled { more: false, .. }) {
                engine.courier.pictures_due.set(true);
                engine.listen();
            }
            engine.feed(Input::Reply(reply));
            // Evidence goes up before anything that can wait comes down: a thin line has room for one of them.
            let goes_up = |request: &Request| !matches!(request, Request::Pull);
            let sending = engine.with(|work| work.queue.under_way().is_some_and(goes_up)).unwrap_or(true);
            if !sending && engine.courier.pictures_due.replace(false) {
                engine.fetch_pictures().await;
            }
        });
    }
}
