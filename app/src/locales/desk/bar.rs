//! Side bar, settings, loading and failures.

super::words! {
    /// What stands around every screen of the desk.
    BarWords {
        skip: "跳到正文", "Skip to content";
        product: "回音", "Huiyin";
        room: "工作台", "desk";
        navigation: "主导航", "Main navigation";
        cases: "案件", "Cases";
        waiting: "件等我处理", "waiting for me";
        figures: "数据", "Figures";
        rulebook: "规则库", "Rulebook";
        people: "人员", "People";
        log: "日志", "Log";
        ledger: "台账", "Ledger";
        notices: "提醒", "Notices";
        deliveries: "发送记录", "Sent";
        patrols: "巡查", "Patrols";
        imports: "导入", "Import";
        settings: "设置", "Settings";
        demo: "演示数据，不是真的案件。", "Demonstration data: none of these cases is real.";
        loading: "正在加载", "Loading";
        theme: "显示", "Appearance";
        theme_system: "跟随系统", "As the system";
        theme_light: "浅色", "Light";
        theme_dark: "深色", "Dark";
        theme_sun: "强光", "Sunlight";
        text: "字号", "Text size";
        text_normal: "标准", "Normal";
        text_large: "大", "Large";
        text_xlarge: "特大", "Extra large";
        language: "语言 Language", "Language 语言";
        settings_hint: "只在这台设备上生效。", "These apply on this device only.";
        account: "账号", "Account";
        sign_out: "退出登录", "Sign out";
        sign_in: "登录", "Sign in";
        public_site: "公开网站", "Public site";
        on_the_phone: "手机端", "Phone side";
        not_found_title: "没有这个页面", "There is no such page";
        not_found_text: "地址可能写错了。从案件列表可以找到每一件。", "The address may be mistyped. Every case can be reached from the list.";
        to_inbox: "回到案件列表", "Back to the list of cases";
    }
}
