//! Room on the phone: words and receipts have some of their own, photos share the rest with what can be fetched again.

use huiyin_domain::ids::DeviceId;
use leptos::prelude::{GetUntracked, Update};

use super::{StorageState, Trouble, engine::Engine};
use crate::field::device;

impl Engine {
    /// Looks how much room is left: at a start, around each photo, whenever somebody looks. Sets room aside for words if
    /// that was used up and there is some again.
    pub(in crate::field) async fn look_at_room(&self) {
        let before = self.phone.storage.get_untracked();
        let refused = before.refused && device::would_fit(StorageState::A_PHOTO_BYTES).await == Some(false);
        let reserved = device::set_aside(StorageState::KEPT_FOR_WORDS_BYTES).await;
        let state = StorageState { reserved, refused, ..device::estimate().await };
        super::engine::tell(self.phone.storage, state);
    }

    /// Writes words or receipts. If there is no room for them, they get what was set aside, and photos have to wait.
    pub(in crate::field) async fn write_words<T>(&self, write: impl AsyncFn() -> Result<T, Trouble>) -> Result<T, Trouble> {
        match write().await {
            Err(Trouble::Full) if device::give_back().await => {
                self.phone.storage.update(|state| state.reserved = Some(false));
                write().await
            }
            written => written,
        }
    }

    /// A photo did not fit. What can be fetched again makes room for it; says whether there is some now. If not, no other
    /// photo is asked for until there is.
    pub(super) async fn make_room_for_a_photo(&self, device: DeviceId) -> bool {
        self.phone.storage.update(|state| state.refused = true);
        // A failure here only means that no room was made, and that is looked at next.
        let _ = self.replica.drop_pictures(device).await;
        self.look_at_room().await;
        !self.phone.storage.get_untracked().is_too_full_for_photos()
    }
}
