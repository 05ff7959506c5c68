//! The courier: performs what the queue decides. One tab of the browser leads and sends; the others look on.

mod along;
mod carry;
mod lead;
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
    /// Whether queues of other phones are being sent just now, and when to try again.
    along: Cell<bool>,
    again: RefCell<Option<Timeout>>,
    channel: RefCell<Option<BroadcastChannel>>,
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
                let written = match plan {
                    Ok(plan) if plan.is_empty() => Ok(false),
                    Ok(plan) => engine.outbox.write(plan).await.map(|()| true),
                    Err(trouble) => Err(trouble),
                };
                match written {
                    Ok(wrote) => {
                        if wrote {
                            engine.tell_other_tabs("changed");
                        }
                        if let Some(request) = request
                            && engine.shift.get() == shift
                        {
                            engine.send(request, shift);
                        }
                    }
                    Err(trouble) => {
                        engine.memory_failed(trouble);
                        if request.is_some() && engine.shift.get() == shift {
                            engine.feed(Input::Reply(Reply::Failed { retry_after_s: None }));
                        }
                    }
                }
            }
            engine.courier.working.set(false);
        });
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
            let up_to_date = matches!(reply, Reply::Pulled { more: false, .. });
            engine.feed(Input::Reply(reply));
            if up_to_date {
                engine.fetch_pictures().await;
            }
        });
    }
}
