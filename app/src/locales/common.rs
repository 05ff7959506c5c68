//! Words that every door uses.

use super::Language;

/// Words of the product, the skip link, the language switch.
pub struct CommonWords {
    /// The product's name.
    pub product: &'static str,
    /// What it promises.
    pub promise: &'static str,
    /// Skip link.
    pub skip: &'static str,
    /// Name of the other language, in that language.
    pub other_language: &'static str,
    /// Banner of a demonstration: headline…
    pub demo: &'static str,
    /// …and what follows from it.
    pub demo_more: &'static str,
    /// Between the items of a list.
    pub comma: &'static str,
}

impl CommonWords {
    /// 简体中文
    pub const ZH: Self = CommonWords {
        product: "回音",
        promise: "件件有回音",
        skip: "跳到正文",
        other_language: "English",
        demo: "这是演示",
        demo_more: "县、人、案件和照片都是虚构的，在这里做什么都不会影响真实工作。",
        comma: "、",
    };

    /// British English
    pub const EN: Self = CommonWords {
        product: "Huiyin",
        promise: "Every matter gets a reply",
        skip: "Skip to content",
        other_language: "中文",
        demo: "This is a demonstration",
        demo_more: "County, people, cases and photos are invented; nothing done here has any effect on real work.",
        comma: ", ",
    };

    /// In this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&Self::ZH, &Self::EN)
    }
}
