//! Queues of the same person's other phones, taken in from files, are sent from here: the same bytes under their own
//! device and numbers. They ask for no news and get no new commands.

use gloo_timers::callback::Timeout;
use huiyin_domain::{
    ids::{CommandId, DeviceId},
    sync::queue::{Input, Reply, Request, Turn},
};
use std::rc::Rc;

use crate::field::{
    device,
    phone::{Engine, Trouble},
    store::Plan,
};

impl Engine {
    /// Sends what is to be sent of them, one request at a time, if this tab leads.
    pub(in crate::field) fn send_along(self: &Rc<Self>) {
        if !self.courier.leads.get() || self.courier.along.replace(true) {
            return;
        }
        let engine = self.clone();
        leptos::task::spawn_local(async move {
            let shift = engine.shift.get();
            let devices: Vec<DeviceId> = engine.with(|work| work.carried.iter().map(|queue| queue.id()).collect()).unwrap_or_default();
            let mut again_in_ms: Option<u64> = None;
            for device in devices {
                match engine.send_queue(device, shift).await {
                    Ok(wait_ms) => again_in_ms = again_in_ms.into_iter().chain(wait_ms).min(),
                    Err(trouble) => engine.memory_failed(trouble),
                }
            }
            engine.courier.along.set(false);
            let later = engine.clone();
            engine.courier.again.replace(again_in_ms.map(|ms| {
                let ms = u32::try_from(ms).unwrap_or(u32::MAX).clamp(1_000, 600_000);
                Timeout::new(ms, move || later.send_along())
            }));
        });
    }

    /// Sends again what was set aside in one of them.
    pub(super) fn try_carried_again(self: &Rc<Self>, command: CommandId) {
        let now = device::now();
        let writes = self.change(|work| {
            let queue = work.carried.iter_mut().find(|queue| queue.item(command).is_some())?;
            let Turn { writes, .. } = queue.step(now, Input::TryAgain(command));
            Some(Plan::of(queue, &writes))
        });
        let Some(Some(plan)) = writes else { return };
        let engine = self.clone();
        leptos::task::spawn_local(async move {
            let written = match plan {
                Ok(plan) => engine.outbox.write(&plan).await,
                Err(trouble) => Err(trouble),
            };
            match written {
                // The queue as stored forgets the request that the step above began.
                Ok(()) => match engine.restore(false).await {
                    Ok(()) => engine.send_along(),
                    Err(trouble) => engine.memory_failed(trouble),
                },
                Err(trouble) => engine.memory_failed(trouble),
            }
        });
    }

    /// Works one queue off until nothing can be sent; says when to come again if something is left.
    async fn send_queue(self: &Rc<Self>, device: DeviceId, shift: u32) -> Result<Option<u64>, Trouble> {
        let mut input = Input::Nudge;
        let mut sent = false;
        loop {
            let now = device::now();
            let turn = self.change(|work| {
                let queue = work.carried.iter_mut().find(|queue| queue.id() == device)?;
                let Turn { writes, request, wake_at_ms } = queue.step(now, input);
                let left = queue.unacknowledged() > 0 || queue.photos_to_send().next().is_some();
                let wait_ms = wake_at_ms.filter(|_| left).map(|at| at.saturating_sub(now.steady_ms));
                Some((Plan::of(queue, &writes), request, wait_ms))
            });
            let Some(Some((plan, request, wait_ms))) = turn else { return Ok(None) };
            let plan = plan?;
            if !plan.is_empty() {
                self.outbox.write(&plan).await?;
                self.tell_other_tabs("changed");
            }
            self.refresh();
            let Some(request) = request else {
                if sent {
                    self.feed(Input::Nudge);
                }
                return Ok(wait_ms);
            };
            let reply = match request {
                Request::Pull => self.no_news(),
                request => self.carry(device, request).await,
            };
            if self.shift.get() != shift {
                return Ok(None);
            }
            sent |= matches!(reply, Reply::Pushed(_));
            input = Input::Reply(reply);
        }
    }

    /// News come with the own queue; here only the epoch, the time and the backup are of use. Where the ledger stands by now
    /// is not known, so a carried photo counts as in no backup and stays on this phone.
    fn no_news(&self) -> Reply {
        let known = self.with(|work| (work.queue.device().epoch.unwrap_or(0), work.queue.device().backup_seq));
        let (epoch, backup_seq) = known.unwrap_or_default();
        Reply::Pulled { more: false, epoch, seq: u64::MAX, verdicts: Vec::new(), server_time: self.server_now(), backup_seq }
    }
}
