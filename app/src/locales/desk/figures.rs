//! Figures.

super::words! {
    /// The figures of a period.
    FiguresWords {
        title: "数据", "Figures";
        tab_title: "数据 · 回音工作台", "Figures · Huiyin desk";
        choose: "选择时间和分组", "Choose days and grouping";
        from: "从", "From";
        to: "到", "To";
        by: "分组", "Group by";
        show: "查看", "Show";
        quick: "常用时间", "Common periods";
        this_month: "本月", "This month";
        this_year: "今年", "This year";
        twelve_months: "近 12 个月", "Last 12 months";
        main: "主要指标", "Main figures";
        cases: "件", "cases";
        answers: "回音率", "Reply rate";
        of_reporters: "位上报人按期得到回复", "reporters answered in time";
        answers_cases: "涉及案件", "Cases concerned";
        answers_due: "应回复人数", "Replies due, reporters";
        answers_met: "按期回复人数", "Replied in time, reporters";
        median_days: "办结用时中位数（天）", "Median days to close";
        ninetieth_days: "九成办结用时不超过（天）", "Nine in ten closed within days";
        days: "办结用时", "Days to close";
        median: "中位数", "Median";
        ninetieth: "九成不超过", "Nine in ten within";
        day_unit: "天", "days";
        too_few: "不足 10 件，不算比率", "Fewer than 10: no rate";
        nothing_due: "没有应计的案件", "Nothing to count";
        beside: "办结率之外", "Beside the closure rate";
        beside_hint: "占收到案件的比例。复发：180 天内，同一污染源或 100 米以内，同一类问题。", "As a share of what came in. Come up again: the same kind at the same site or within 100 m, in 180 days.";
        few_ratings: "不足 5 人评价，不公开结果", "Fewer than 5 ratings: not told";
        where_open: "在办案件在哪里", "Where open cases are";
        as_list: "看列表", "As a list";
        has_overdue: "有超期", "Some overdue";
        none_overdue: "无超期", "None overdue";
        overdue_list: "超期案件", "Overdue cases";
        all: "全部", "All";
        nothing_overdue: "没有超期的案件", "Nothing is overdue";
        nothing_overdue_text: "在您的范围内，每一件都在期限以内。", "Every case in your area is within its time.";
        table: "分组数据", "Figures by group";
        table_hint: "可左右滑动", "scrolls sideways";
        order_hint: "按收到件数排列；不足 10 件只写件数，不比高低。", "In order of cases received. Fewer than 10 are counted, not compared.";
        group: "组别", "Group";
        trend: "每月收到与办结", "Received and closed by month";
        trend_text: "每月收到和办结的件数，数字见下表。", "Cases received and closed in each month; the numbers are in the table below.";
        numbers: "看数字", "The numbers";
        month: "月份", "Month";
        no_township: "位置不明", "Place unknown";
        no_unit: "还没交办", "Not assigned yet";
        no_theme: "其他", "Other";
        empty: "这段时间没有案件", "No cases in these days";
        empty_text: "您的范围内没有可以统计的案件。换一段时间看看。", "There is nothing to count in your area. Try other days.";
        never_persons: "数据只到单位和地方，从不统计个人。", "Figures are about units and places, never about persons.";
        csv: "导出 CSV", "Export as CSV";
        xlsx: "导出 XLSX", "Export as XLSX";
        export_limit: "一次最多导出 50000 行", "At most 50,000 rows in one file";
        export_cut: "只导出了前 50000 行，请缩小筛选范围再导出其余的", "Only the first 50,000 rows are here; narrow the filters to export the rest";
        listed: "只看", "Only";
        show_all: "看全部案件", "Show all cases";
    }
}
