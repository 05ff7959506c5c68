//! A case's page, besides the case itself: what lies ahead, who reported it, what is near by.

super::words! {
    /// What stands around a case.
    CasePageWords {
        not_yet: "还没到这一步", "It is not time for this step yet";
        not_yet_how: "先办完前面的步骤", "Take the steps before it first";
        do_it: "去办", "Go to";
        nearby: "同一场所和附近的案件", "At the same place and near by";
        nearby_hint: "300 米内，不分类别；只列出您能看的。", "Within 300 m, whatever they are about; only what you may see is listed.";
        same_site: "同一场所", "Same place";
        away: "米外", "m away";
        tasks: "协办任务", "Tasks of units that help";
        reporters: "上报人身份", "Who reported it";
        protected: "身份加密保存。只有要联系上报人时才看；要写明理由，谁在什么时候为什么看过，办这件案的人都能看到。", "It is kept encrypted. Look only when you must reach the reporter: you say why, and everybody who works on this case can see who looked, when and why.";
        protected_for_others: "身份加密保存，您的岗位不能看。", "It is kept encrypted, and your role may not look.";
        reason: "为什么要看", "Why you need it";
        reason_hint: "例如：回访核实整改情况，需要电话联系。", "For example: to ring back and ask whether the matter is put right.";
        show: "记下理由并查看", "Record the reason and look";
        showing: "正在查看", "Looking";
        hide: "收起", "Hide it again";
        shown: "身份已显示，理由已记录", "Shown; the reason is recorded";
        nothing_left: "没有留下身份", "Left nothing";
        name: "姓名", "Name";
        phone: "电话", "Telephone";
        contact: "其他联系方式", "Other contact";
        looks: "谁看过", "Who looked";
        zones: "管控区", "Zones";
        map_label: "案件位置图：案件在中间，另有乡镇界、河流、管控区和附近案件", "Map: the case in the middle, with townships, rivers, zones and cases near by";
        map_caption: "圆圈是定位误差，虚线是乡镇界，色块是管控区；坐标和附近案件的列表在本页。底图取自本县规则库。", "The circle is how well the place is known, dashed lines are townships, tinted areas are zones. Coordinates and the cases near by are listed on this page. Drawn from the county's rulebook.";
        map_zoom_in: "放大", "Zoom in";
        map_zoom_out: "缩小", "Zoom out";
        map_here: "本案位置", "This case";
        map_attribution: "底图：本县规则库 · Leaflet", "Map: the county's rulebook · Leaflet";
        papers: "文书", "Papers";
        papers_hint: "内容取自案件和规则库；案件里没有的，打印后手填。", "Filled in from the case and the rulebook; what the case does not know is left to the pen.";
        paper_print: "打印", "Print";
        paper_file: "Word 文件", "Word file";
        paper_missing: "手填", "Left to the pen";
        paper_complete: "内容齐全", "Nothing is missing";
        paper_broken: "模板有错，请管理员改", "The template has mistakes; ask an administrator";
        paper_back: "返回案件", "Back to the case";
        paper_print_hint: "用浏览器的打印（Ctrl+P）打在 A4 纸上；这一栏不会打印出来。", "Print it with the browser (Ctrl+P) on A4; this bar is not printed.";
        paper_translation: "译文仅供参考，以中文为准。", "A translation for reference; the Chinese text counts.";
        file: "一案一档", "The whole file";
        file_hint: "情况、经过、命令原文和哈希、照片、文书，打成一个 ZIP，附核对方法。每次下载都有记录。", "Facts, timeline, exact commands with their hashes, photos and papers in one ZIP, with how to check it. Each download is recorded.";
        file_take: "下载案卷", "Download the file";
        file_take_originals: "连原图一起下载", "Download with original photos";
        file_index: "目录", "Index";
        file_path: "文件", "File";
        file_what: "内容", "What it is";
        file_bytes: "字节", "Bytes";
        file_absent: "照片还没传到", "The photo has not arrived";
        file_packed: "取出时间", "Taken";
        nobody_looked: "还没有人看过。", "Nobody has looked yet.";
    }
}
