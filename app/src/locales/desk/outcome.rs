//! What became of a form.

super::words! {
    /// What a form says back.
    OutcomeWords {
        sending: "正在提交……", "Sending…";
        cancel: "先不办", "Not now";
        close_form: "收起", "Close this form";
        applied: "办好了", "Done";
        applied_text: "已经记入台账，页面是最新的。", "It is in the ledger, and this page is up to date.";
        conflict: "没有办成：别人先办了一步", "Not done: somebody acted first";
        conflict_text: "什么都没有改。您写的字还在下面，看过最新情况后可以再提交。", "Nothing was changed. Your words are still below; look at the newest state and send again if it still fits.";
        conflict_gone: "这一步现在不能办了。您写的字还在这里，可以复制走。", "This step is no longer possible. Your words are still here to copy.";
        a_colleague: "系统或群众", "The system or a member of the public";
        refused: "还不能办，差这些", "Not possible yet; this is missing";
        refused_text: "什么都没有改，您写的字都在。", "Nothing was changed and your words are all here.";
        check_form: "这些地方要再看一下", "Look at these again";
        signed_out: "登录过期了", "Your session has ended";
        signed_out_text: "没有提交。您写的字存在这个页面里，重新登录后会回到这里。", "Nothing was sent. Your words are kept on this page; sign in again and you come back here.";
        sign_in_again: "重新登录", "Sign in again";
        network: "没有连上服务器", "The server could not be reached";
        network_text: "不知道有没有送到。您写的字都在；再提交一次也只会办一次。", "It is not known whether it arrived. Your words are all here; sending again has one effect only.";
        malformed: "页面太旧了", "This page is out of date";
        malformed_text: "系统更新过。请先把写的字复制出来，再重新打开这一页。", "The system has been updated. Copy your words, then open this page again.";
        server: "服务器出了问题", "Something went wrong on the server";
        server_text: "您写的字都在。过一会儿再提交；再提交一次也只会办一次。", "Your words are all here. Send again in a while; sending again has one effect only.";
        request: "报修时请说这个号", "Say this number when you ask for help";
        reload: "重新打开这一页", "Open this page again";
        read_failed: "没能打开", "Could not be opened";
        read_failed_text: "数据没有丢，只是这一页没有打开。", "No data is lost; only this page could not be opened.";
        no_case: "没有这件案件", "There is no such case";
        no_case_text: "编号可能写错了，或者这件不在您的范围内。", "The number may be mistyped, or the case is not in your area.";
        looking_for_people: "正在找人选……", "Looking for people…";
        no_people: "没有合适的人选", "Nobody fits";
        choose: "请选择", "Choose";
        optional: "（可不填）", "(optional)";
        starting: "页面正在准备，马上可以填。", "The page is getting ready; you can type in a moment.";
        open_matters: "手上", "has open:";
        somebody_acted: "有人刚办了这件", "Somebody has just acted on this case";
        somebody_acted_text: "这一页还是原来的样子，您写的字都在。", "This page still shows what was before; your words are all here.";
        show_newest: "显示最新情况", "Show the newest";
        restored: "登录前写的字已经放回来了。", "What you wrote before signing in has been put back.";
    }
}
