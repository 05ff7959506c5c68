//! How a page looks, beyond what the system asks for: a choice of the reader, kept on their device.

/// Light, dark or sunlight.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shade {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black on white with heavy edges, for reading outdoors.
    Sun,
}

/// Text larger than the system's own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextSize {
    /// 大
    Large,
    /// 特大
    XLarge,
}

/// What the reader chose; nothing chosen follows the system.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Look {
    /// Value of `data-theme`.
    pub shade: Option<Shade>,
    /// Value of `data-text`.
    pub text: Option<TextSize>,
}

impl Shade {
    /// As the styles know it.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Shade::Light => "light",
            Shade::Dark => "dark",
            Shade::Sun => "sun",
        }
    }
}

impl TextSize {
    /// As the styles know it.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            TextSize::Large => "large",
            TextSize::XLarge => "xlarge",
        }
    }
}

impl Look {
    /// Reads the words of the styles, as a cookie or a setting keeps them; anything else means: not chosen.
    #[must_use]
    pub fn read(shade: &str, text: &str) -> Self {
        let shade = [Shade::Light, Shade::Dark, Shade::Sun].into_iter().find(|known| known.attribute() == shade);
        let text = [TextSize::Large, TextSize::XLarge].into_iter().find(|known| known.attribute() == text);
        Look { shade, text }
    }
}
