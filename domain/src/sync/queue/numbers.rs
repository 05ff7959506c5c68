//! Numbers of commands: contiguous from what the server has. They are given when a command is stored and change only
//! when the server's view proves them wrong: a command was set aside, a phone was restored, a server was restored.

use super::{Fate, Item, Queue, Write};
use crate::{command::Command, ids::CommandId};

impl Queue {
    /// Gives waiting commands the numbers that follow what the server has. A number at or below that is left alone: the
    /// server may hold that very command, and the answer was lost.
    pub(super) fn renumber(&mut self, writes: &mut Vec<Write>) {
        let mut waiting: Vec<(u64, CommandId)> = self
            .items
            .values()
            .filter(|item| item.fate == Fate::Waiting && item.number > self.device.have)
            .map(|item| (item.number, item.command))
            .collect();
        waiting.sort_unstable();
        let mut last = self.device.have;
        for (number, command) in waiting {
            if number != last + 1 && !self.rewrite(command, last + 1, writes) {
                continue;
            }
            last += 1;
        }
        if self.device.next != last + 1 {
            self.device.next = last + 1;
            writes.push(Write::Device);
        }
    }

    /// Moves a command behind all others; `renumber` then finds its number.
    pub(super) fn move_to_the_end(&mut self, command: CommandId) {
        if let Some(item) = self.items.get_mut(&command) {
            item.number = u64::MAX;
        }
    }

    /// Writes a command anew under another number. The server has never acknowledged the old bytes.
    fn rewrite(&mut self, id: CommandId, number: u64, writes: &mut Vec<Write>) -> bool {
        let Some(item) = self.items.get_mut(&id) else { return false };
        let rewritten = serde_json::from_str::<Command>(&item.text)
            .map(|command| Command { number, ..command })
            .and_then(|command| Ok((serde_json::to_string(&command)?, command)));
        match rewritten {
            Ok((text, command)) => {
                *item = Item::of(&command, text, Fate::Waiting);
                writes.push(Write::Command(id));
                true
            }
            Err(_) => {
                item.fate = Fate::SetAside { code: "unreadable".to_owned() };
                writes.push(Write::Fate(id));
                false
            }
        }
    }
}
