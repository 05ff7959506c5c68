//! What was put right on the spot.

super::words! {
    /// The screen that confirms what was put right on the spot.
    OnSpotWords {
        title: "当场整改，等您确认", "Put right on the spot, for you to confirm";
        room: "回音工作台", "Huiyin desk";
        link: "当场整改待确认", "Put right on the spot";
        intro: "看前后照片，改好回复，一次办完：回复、决定公开、结案。", "Look at both photos, mend the reply, and do it all at once: reply, decide on publication, close.";
        empty: "没有等您确认的当场整改", "Nothing waits for you to confirm";
        empty_text: "巡查员当场整改后，会出现在这里。", "What patrollers put right on the spot appears here.";
        done_by: "当场做了什么", "What was done";
        photos_coming: "照片还没传完，传完才能结案。", "The photos are still on their way; the case can be closed when they are here.";
        reply: "给反映人的回复", "Reply to the reporter";
        confirm: "回复并结案", "Reply and close";
        open: "打开案件", "Open the case";
        replied: "回复", "Reply";
        decided: "公开决定", "Publication";
        closed: "结案", "Closing";
        waits: "没有办", "Not done";
    }
}
