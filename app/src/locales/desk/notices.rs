//! Notices, one's own contact, and the log of what was sent.

super::words! {
    /// One's own list, contact and log.
    NoticesWords {
        title: "提醒", "Notices";
        unread: "条未读提醒", "unread notices";
        new: "未读", "New";
        urgent: "紧急", "Urgent";
        mark: "标为已读", "Mark as read";
        mark_all: "全部标为已读", "Mark all as read";
        list: "提醒列表", "List of notices";
        empty_title: "没有提醒", "No notices";
        empty_text: "有案件交给您、快到期或等您决定时，会在这里告诉您。", "When a case is given to you, is due soon or waits for your decision, you are told here.";
        by_message: "短信和邮件提醒在“设置”里选。", "Choose in Settings what is also sent by message or mail.";
        log: "发送记录", "Delivery log";
        contact: "短信和邮件提醒", "Notices by message and mail";
        contact_hint: "只用来发提醒。提醒里只有案件编号、要做的事和期限，没有姓名和内容。上班时间才发。", "Used for notices only. A notice holds the case number, what waits and the due date; no names, no content. Sent in working hours only.";
        phone: "手机号", "Mobile number";
        phone_hint: "11 位手机号，不想收短信就留空。", "A mobile number; leave it empty to get no messages.";
        email: "邮箱", "E-mail";
        email_hint: "不想收邮件就留空。", "Leave it empty to get no mail.";
        by_sms: "短信", "Message";
        by_mail: "邮件", "Mail";
        topic: "哪些事", "About what";
        no_sms: "本县还没有接通短信，选了也要等接通后才发。", "Messages are not set up in this county yet; what you choose begins when they are.";
        no_mail: "本县还没有接通邮件，选了也要等接通后才发。", "Mail is not set up in this county yet; what you choose begins when it is.";
        save: "保存", "Save";
        saved: "已保存", "Saved";
        log_hint: "什么时候、给谁、用什么方式发了提醒。号码和邮箱不在这里。", "When, to whom and how notices were sent. Numbers and mailboxes are not kept here.";
        log_empty: "还没有发送记录", "Nothing has been sent yet";
        log_empty_text: "接通短信、邮件或群机器人后，发送的提醒会记在这里。", "Once messages, mail or a group’s bot are set up, what is sent is recorded here.";
        column_notice: "提醒", "Notice";
        column_whom: "给谁", "To whom";
        column_state: "结果", "Outcome";
        column_when: "时间", "When";
        a_group: "群", "A group";
        sms: "短信", "Message";
        mail: "邮件", "Mail";
        webhook: "群机器人或程序", "Bot or program";
        all: "全部", "All";
        waiting: "等待发送", "Waiting";
        sent: "已发送", "Sent";
        failed: "没发出去", "Given up";
        skipped: "不用发了", "Not needed";
        tries: "试了", "Tries:";
        next_try: "下次", "Next try";
        again: "再发一次", "Send again";
        again_done: "已排队，马上再发", "Queued: it is sent again at once";
        none_set_up: "短信、邮件和群机器人都没有接通，提醒只在工作台里显示。", "Messages, mail and bots are not set up: notices are shown at the desk only.";
    }
}

impl NoticesWords {
    /// Why a sending did not work, by its stable code.
    #[must_use]
    pub fn why(code: &str, language: crate::locales::Language) -> String {
        let known = match code {
            "no_address" => language.pick("没有号码或邮箱", "no number or mailbox is known"),
            "not_set_up" => language.pick("这种方式没有接通", "this channel is not set up"),
            "no_such_host" => language.pick("找不到对方的服务器", "the other side’s server cannot be found"),
            "blocked_target" => {
                language.pick("地址指向本机或不可用的网段，已拒绝", "the address leads to this machine or nowhere sensible; refused")
            }
            "connect_failed" => language.pick("连不上对方的服务器", "the other side’s server cannot be reached"),
            "tls_failed" => language.pick("对方的证书不可信", "the other side’s certificate is not trusted"),
            "timed_out" => language.pick("对方没有及时回答", "the other side did not answer in time"),
            "broken_answer" => language.pick("对方的回答读不懂", "the other side’s answer cannot be read"),
            "not_taken" => language.pick("对方说没有收下", "the other side says it did not take it"),
            "bad_address" => language.pick("号码或邮箱格式不对", "the number or mailbox is not valid"),
            "folder" => language.pick("写不进邮件文件夹", "the mail folder cannot be written"),
            _ => "",
        };
        match code.strip_prefix("status_") {
            Some(status) => language.pick(format!("对方回答 {status}"), format!("the other side answered {status}")),
            None if known.is_empty() => code.to_owned(),
            None => known.to_owned(),
        }
    }
}
