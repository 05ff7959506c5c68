//! Pieces that all forms share: photos, place, words, dock, errors.

/// What photo strip, place, words and dock say.
pub struct FormWords {
    /// Saved just now, in the bar.
    pub saved: fn(&str) -> String,
    /// While the last keystroke is being stored.
    pub saving: &'static str,
    /// The draft could not be stored.
    pub not_saved: &'static str,
    /// Not changed yet.
    pub saves_itself: &'static str,
    /// Title of the error summary.
    pub errors: fn(usize) -> String,
    /// What is safe.
    pub errors_safe: &'static str,
    /// Optional field.
    pub optional: &'static str,
    /// Heading.
    pub photos: &'static str,
    /// Take one.
    pub take: &'static str,
    /// Pick from the gallery.
    pub pick: &'static str,
    /// How many there are and may be.
    pub photo_count: fn(usize, usize) -> String,
    /// No more may be added.
    pub photos_full: fn(usize) -> String,
    /// While a photo is shrunk and hashed.
    pub photo_busy: &'static str,
    /// Description of a photo.
    pub photo_alt: fn(usize) -> String,
    /// Button on a photo.
    pub photo_remove: fn(usize) -> String,
    /// After removing one.
    pub photo_removed: &'static str,
    /// The bytes are no picture we take.
    pub photo_unreadable: fn(&str) -> String,
    /// Too large.
    pub photo_too_large: fn(&str) -> String,
    /// The phone could not store it.
    pub photo_not_stored: &'static str,
    /// Room runs out.
    pub room_low: &'static str,
    /// No room for a photo: it is not even taken.
    pub no_room: &'static str,
    /// Tag: before.
    pub before: &'static str,
    /// Tag: after.
    pub after: &'static str,
    /// Tag: now.
    pub now: &'static str,
    /// Position taken with it.
    pub with_position: &'static str,
    /// No position with it.
    pub without_position: &'static str,
    /// Name of the dock.
    pub dock: &'static str,
    /// Button.
    pub keep_draft: &'static str,
    /// Main button online.
    pub file: &'static str,
    /// Main button offline.
    pub to_outbox: &'static str,
    /// Hint in the dock without network.
    pub dock_offline: &'static str,
    /// Hint in the dock when the server does not answer.
    pub dock_unreachable: &'static str,
    /// While it is stored.
    pub storing: &'static str,
    /// Label of a place.
    pub place: &'static str,
    /// Heading for one's own position.
    pub my_position: &'static str,
    /// Button.
    pub locate: &'static str,
    /// Button, again.
    pub locate_again: &'static str,
    /// While locating.
    pub locating: &'static str,
    /// Accuracy, good.
    pub accuracy_good: fn(f64) -> String,
    /// Accuracy, fair.
    pub accuracy_fair: fn(f64) -> String,
    /// Accuracy, poor.
    pub accuracy_poor: fn(f64) -> String,
    /// When it was measured.
    pub measured_at: fn(&str) -> String,
    /// Denied by the person or the system.
    pub locate_denied: &'static str,
    /// No satellite.
    pub locate_unavailable: &'static str,
    /// Took too long.
    pub locate_timeout: &'static str,
    /// Anything else.
    pub locate_failed: &'static str,
    /// How the place is given.
    pub place_how: &'static str,
    /// Choice: own position.
    pub how_here: &'static str,
    /// Choice: typed.
    pub how_typed: &'static str,
    /// Choice: unknown.
    pub how_unknown: &'static str,
    /// Label.
    pub lat: &'static str,
    /// Label.
    pub lon: &'static str,
    /// Hint.
    pub typed_hint: &'static str,
    /// Typed numbers are no place.
    pub typed_bad: &'static str,
    /// Label.
    pub unknown_reason: &'static str,
    /// Hint.
    pub unknown_hint: &'static str,
    /// Where the point lies.
    pub in_division: fn(&str) -> String,
    /// The point lies outside the county.
    pub outside: &'static str,
    /// In a zone with rules.
    pub in_zone: fn(&str) -> String,
    /// Characters typed and possible.
    pub characters: fn(usize, usize) -> String,
    /// At least so many.
    pub characters_min: fn(usize) -> String,
    /// Name of the quick phrases.
    pub phrases: &'static str,
    /// The phone did not store the command.
    pub not_stored: &'static str,
    /// The storage is full.
    pub storage_full: &'static str,
    /// The phone is full, noticed behind the screens.
    pub full_behind: &'static str,
    /// The phone's memory fails, noticed behind the screens.
    pub failing_behind: &'static str,
    /// Nobody is signed in any more.
    pub not_signed_in: &'static str,
}

pub(super) const ZH: FormWords = FormWords {
    saved: |at| format!("{at} 已存草稿"),
    saving: "正在存草稿…",
    not_saved: "草稿没存上 · 先别关",
    saves_itself: "边写边存，不会丢",
    errors: |n| format!("还有 {n} 处要补，补完才能提交"),
    errors_safe: "已填的都存在草稿里，没有丢。",
    optional: "（可不填）",
    photos: "照片",
    take: "拍照",
    pick: "从相册选",
    photo_count: |n, max| format!("{n} / {max} 张"),
    photos_full: |max| format!("最多 {max} 张。要换照片，先删掉一张。"),
    photo_busy: "正在处理照片…",
    photo_alt: |n| format!("第 {n} 张照片"),
    photo_remove: |n| format!("删除第 {n} 张照片"),
    photo_removed: "照片已从这份草稿里删掉。",
    photo_unreadable: |name| {
        format!("“{name}”不是能用的照片，没有加进来。请用 JPEG、PNG 或 WebP；苹果手机在“设置 › 相机 › 格式”里选“兼容性最佳”。")
    },
    photo_too_large: |name| format!("“{name}”太大了，没有加进来。换一张小一点的，或用“拍照”重拍。"),
    photo_not_stored: "照片没存上，没有加进来。已填的内容还在；把手机空间腾出一些，再拍一次。",
    room_low: "手机空间快满了，还放得下几张照片。有网时先把发件箱传完，再腾出一些空间。",
    no_room: "手机空间不够，拍了也存不下，所以先不能拍照。已填的内容和存好的照片都在；腾出一些空间，回到这里就能接着拍。",
    before: "整改前",
    after: "整改后",
    now: "现在",
    with_position: "有位置",
    without_position: "没有位置",
    dock: "保存和提交",
    keep_draft: "存草稿",
    file: "提交",
    to_outbox: "放进发件箱",
    dock_offline: "没有网络：会先放进发件箱，有网后自动上传，届时给您回执。",
    dock_unreachable: "暂时连不上县里的服务器：会先放进发件箱，连上后自动上传。",
    storing: "正在存到手机…",
    place: "位置",
    my_position: "您的位置",
    locate: "定位",
    locate_again: "重新定位",
    locating: "正在定位…",
    accuracy_good: |m| format!("精度 ±{m:.0} 米，很准"),
    accuracy_fair: |m| format!("精度 ±{m:.0} 米，还可以"),
    accuracy_poor: |m| format!("精度 ±{m:.0} 米，不太准"),
    measured_at: |at| format!("{at} 测得"),
    locate_denied: "手机没让这里用位置。到浏览器的网站设置里打开“位置”，或者自己填坐标、写明原因。",
    locate_unavailable: "现在收不到定位信号。到开阔处再试；也可以自己填坐标，或写明原因。",
    locate_timeout: "定位用了太久，先停下了。到开阔处再试；也可以自己填坐标，或写明原因。",
    locate_failed: "没能定位。再试一次；也可以自己填坐标，或写明原因。",
    place_how: "怎么说明位置",
    how_here: "我的位置",
    how_typed: "填坐标",
    how_unknown: "说不清",
    lat: "纬度（北纬，度）",
    lon: "经度（东经，度）",
    typed_hint: "WGS-84 坐标，如 26.31842 和 117.40517。",
    typed_bad: "坐标不完整，或不是地球上的地方。纬度在 −90 到 90 之间，经度在 −180 到 180 之间。",
    unknown_reason: "为什么没有位置",
    unknown_hint: "如：电话里听说的；峡谷里没有信号；是一辆正在开的车。",
    in_division: |name| format!("在{name}"),
    outside: "这个位置不在本县，不能这样上报。核对位置；确实在县外的，请向当地反映。",
    in_zone: |name| format!("在管控区内：{name}"),
    characters: |n, max| format!("{n} / {max} 字"),
    characters_min: |min| format!("至少 {min} 个字"),
    phrases: "常用语",
    not_stored: "没能存到手机，所以还没有提交。已填的还在页面上，先别关；腾出一些空间再点一次。",
    storage_full: "手机空间满了，没能存下。已填的还在页面上，先别关；删掉一些照片或应用，再点一次。",
    full_behind: "手机空间满了。已经存好的都在，有网就照常上传；新任务和新内容暂时存不下。请腾出一些空间。",
    failing_behind: "手机的存储刚才出了错。已经存好的都在。请关掉别的页面，再打开回音；还这样，就先把发件箱传完。",
    not_signed_in: "登录已经退出，没能提交。已填的还在草稿里；重新登录再提交。",
};

pub(super) const EN: FormWords = FormWords {
    saved: |at| format!("Draft saved {at}"),
    saving: "Saving the draft…",
    not_saved: "Draft not saved · do not close",
    saves_itself: "Saves as you write",
    errors: |n| {
        if n == 1 { "1 thing is missing before this can go".to_owned() } else { format!("{n} things are missing before this can go") }
    },
    errors_safe: "All you filled in is safe in the draft.",
    optional: "(optional)",
    photos: "Photos",
    take: "Take a photo",
    pick: "From the gallery",
    photo_count: |n, max| format!("{n} of {max}"),
    photos_full: |max| format!("{max} at most. Remove one to add another."),
    photo_busy: "Preparing the photo…",
    photo_alt: |n| format!("Photo {n}"),
    photo_remove: |n| format!("Remove photo {n}"),
    photo_removed: "The photo was taken out of this draft.",
    photo_unreadable: |name| {
        format!(
            "“{name}” is not a photo we can use, so it was not added. Use JPEG, PNG or WebP; on an iPhone choose Settings › Camera › Formats › Most Compatible."
        )
    },
    photo_too_large: |name| format!("“{name}” is too large and was not added. Choose a smaller one, or take it again with “Take a photo”."),
    photo_not_stored: "The photo was not stored, so it was not added. What you filled in is safe; free some space and take it again.",
    room_low: "This phone is nearly full; a few more photos fit. Send the outbox when there is a network, then free some space.",
    no_room: "There is no room for another photo on this phone, so none can be taken now. What you filled in and the photos already stored are safe; free some space, come back here and go on.",
    before: "Before",
    after: "After",
    now: "Now",
    with_position: "position kept",
    without_position: "no position",
    dock: "Save and send",
    keep_draft: "Save draft",
    file: "Submit",
    to_outbox: "Put in outbox",
    dock_offline: "No network: it goes to the outbox and is sent by itself later; then you get a receipt number.",
    dock_unreachable: "The county’s server does not answer: it goes to the outbox and is sent by itself later.",
    storing: "Storing on this phone…",
    place: "Place",
    my_position: "Your position",
    locate: "Find my position",
    locate_again: "Find again",
    locating: "Finding your position…",
    accuracy_good: |m| format!("±{m:.0} m, good"),
    accuracy_fair: |m| format!("±{m:.0} m, fair"),
    accuracy_poor: |m| format!("±{m:.0} m, poor"),
    measured_at: |at| format!("measured {at}"),
    locate_denied: "This phone did not allow the position. Turn on “Location” in the browser’s site settings, or type the coordinates, or say why there is none.",
    locate_unavailable: "There is no position signal here. Try in the open, type the coordinates, or say why there is none.",
    locate_timeout: "Finding the position took too long and was stopped. Try in the open, type the coordinates, or say why there is none.",
    locate_failed: "Your position was not found. Try again, type the coordinates, or say why there is none.",
    place_how: "How to tell the place",
    how_here: "My position",
    how_typed: "Coordinates",
    how_unknown: "Not known",
    lat: "Latitude (degrees north)",
    lon: "Longitude (degrees east)",
    typed_hint: "WGS-84, such as 26.31842 and 117.40517.",
    typed_bad: "These coordinates are incomplete or no place on earth. Latitude is between −90 and 90, longitude between −180 and 180.",
    unknown_reason: "Why there is no place",
    unknown_hint: "Such as: heard by telephone; no signal in the gorge; a moving vehicle.",
    in_division: |name| format!("In {name}"),
    outside: "This place is outside the county, so it cannot be reported here. Check it; if it is right, tell the county where it is.",
    in_zone: |name| format!("In a controlled zone: {name}"),
    characters: |n, max| format!("{n} of {max} characters"),
    characters_min: |min| format!("at least {min} characters"),
    phrases: "Quick phrases",
    not_stored: "It could not be stored on this phone, so it is not filed. What you filled in is still on this page: do not close it; free some space and press again.",
    storage_full: "This phone is full, so nothing was stored. What you filled in is still on this page: do not close it; remove some photos or apps and press again.",
    full_behind: "This phone is full. Everything already stored is safe and is sent as usual; new tasks and new work do not fit. Free some space.",
    failing_behind: "This phone's storage just failed. Everything already stored is safe. Close other pages and open Huiyin again; if that does not help, send the outbox first.",
    not_signed_in: "You are signed out, so it was not filed. What you filled in is in the draft; sign in and submit again.",
};
