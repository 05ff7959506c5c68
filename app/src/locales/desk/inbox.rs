//! The inbox.

super::words! {
    /// The list of cases.
    InboxWords {
        title: "案件", "Cases";
        tab_title: "案件 · 回音工作台", "Cases · Huiyin desk";
        search: "搜索案件", "Search cases";
        search_hint: "编号或描述", "Number or words";
        groups: "按期限筛选", "Filter by deadline";
        all: "全部", "All";
        overdue: "超期", "Overdue";
        due_soon: "临期", "Due soon";
        mine: "待我处理", "For me to do";
        on_time: "按期", "On time";
        paused: "已暂停", "Paused";
        closed: "已办结", "Closed";
        filters: "更多筛选", "More filters";
        state: "进展", "Progress";
        every_state: "所有进展", "Any progress";
        township: "乡镇", "Township";
        every_township: "所有乡镇", "All townships";
        category: "类别", "Category";
        every_category: "所有类别", "All categories";
        apply: "筛选", "Filter";
        clear: "清除筛选", "Clear filters";
        list: "案件列表", "List of cases";
        column_case: "案件", "Case";
        column_progress: "进展", "Progress";
        column_due: "期限", "Due";
        column_number: "编号", "Number";
        column_place: "地点", "Place";
        column_handler: "承办人", "Handler";
        column_opened: "收到时间", "Received at";
        column_reports: "上报份数", "Reports";
        column_level: "督办等级", "Supervision level";
        column_unit: "责任单位", "Unit";
        nobody_yet: "还没交办", "Not assigned yet";
        unknown_place: "位置不明", "Place unknown";
        reports: "份上报", "reports";
        level: "督办", "Supervised, level";
        items: "件", "cases";
        more: "后面的案件", "Further cases";
        from_start: "回到开头", "Back to the start";
        empty_title: "这里没有案件", "No cases here";
        empty_filtered: "没有案件符合这些筛选条件。", "No case fits these filters.";
        empty_all: "您的范围内还没有案件。有人上报后，会出现在这里。", "There are no cases in your area yet. They appear here when somebody reports.";
        found: "筛选结果", "Results";
    }
}
