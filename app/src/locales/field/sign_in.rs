//! 登录

/// Signing in on a phone.
pub struct SignInWords {
    /// Title.
    pub title: &'static str,
    /// What it is for, under the title.
    pub lead: &'static str,
    /// Label.
    pub name: &'static str,
    /// Label.
    pub password: &'static str,
    /// Button beside the password.
    pub show: &'static str,
    /// The same, once shown.
    pub hide: &'static str,
    /// The button.
    pub enter: &'static str,
    /// The button while it asks the server.
    pub busy: &'static str,
    /// No network.
    pub offline: &'static str,
    /// What is safe and what to do.
    pub offline_help: &'static str,
    /// Nothing typed.
    pub name_missing: &'static str,
    /// Nothing typed.
    pub password_missing: &'static str,
    /// Name or password is wrong.
    pub wrong: &'static str,
    /// Tried too often.
    pub too_often: &'static str,
    /// The network broke off or the server did not answer.
    pub no_answer: &'static str,
    /// Anything else the server said.
    pub other: fn(&str) -> String,
    /// The phone could not store it.
    pub not_stored: &'static str,
    /// People who used this phone before.
    pub known: &'static str,
    /// Button: go on as this person.
    pub go_on_as: fn(&str) -> String,
    /// Unsent items of such a person.
    pub unsent: fn(usize) -> String,
    /// Button: somebody else.
    pub somebody_else: &'static str,
    /// The session is over; sending rests.
    pub again_title: &'static str,
    /// What is safe and what to do.
    pub again_help: &'static str,
}

pub(super) const ZH: SignInWords = SignInWords {
    title: "登录",
    lead: "第一次使用要联网登录。登录以后，没有网络也能上报和办理。",
    name: "用户名",
    password: "密码",
    show: "显示密码",
    hide: "隐藏密码",
    enter: "登录",
    busy: "正在登录…",
    offline: "现在没有网络",
    offline_help: "第一次登录要联网。走到有信号的地方再登录；登录一次以后，没网也能用。",
    name_missing: "还没填用户名。",
    password_missing: "还没填密码。",
    wrong: "用户名或密码不对。看看大小写，再试一次；忘了密码，找单位管理员重设。",
    too_often: "试得太多了，先歇一会儿。过几分钟再登录。",
    no_answer: "没连上服务器，还没有登录。看看信号，再点一次“登录”。",
    other: |detail| format!("没能登录：{detail}"),
    not_stored: "登录成功了，但手机没能存下来。把手机空间腾出一些，再登录一次。",
    known: "用过这部手机的人",
    go_on_as: |name| format!("以 {name} 继续"),
    unsent: |n| format!("还有 {n} 件没传"),
    somebody_else: "换一个人登录",
    again_title: "请重新登录",
    again_help: "登录过期了，上传先停下。已存的内容都在手机里，登录后接着传。",
};

pub(super) const EN: SignInWords = SignInWords {
    title: "Sign in",
    lead: "The first time needs a network. After that you can report and act without one.",
    name: "User name",
    password: "Password",
    show: "Show password",
    hide: "Hide password",
    enter: "Sign in",
    busy: "Signing in…",
    offline: "There is no network now",
    offline_help: "The first sign-in needs one. Go where there is a signal and sign in; after that it works without.",
    name_missing: "The user name is missing.",
    password_missing: "The password is missing.",
    wrong: "User name or password is wrong. Check capitals and try again; if you forgot it, your unit’s administrator can set a new one.",
    too_often: "Too many tries. Wait a few minutes, then sign in.",
    no_answer: "The server did not answer, so you are not signed in. Check the signal and press “Sign in” again.",
    other: |detail| format!("You are not signed in: {detail}"),
    not_stored: "Signed in, but this phone could not store it. Free some space and sign in again.",
    known: "People on this phone",
    go_on_as: |name| format!("Go on as {name}"),
    unsent: |n| format!("{n} not sent yet"),
    somebody_else: "Sign in as somebody else",
    again_title: "Sign in again",
    again_help: "Your sign-in has run out, so sending rests. Everything you stored is on this phone and goes on afterwards.",
};
