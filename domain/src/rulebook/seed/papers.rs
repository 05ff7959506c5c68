//! The wording of papers that a county starts with.

use crate::document::{DocumentKind, Template};

/// All of them.
#[must_use]
pub fn papers() -> Vec<Template> {
    DocumentKind::ALL.map(paper).to_vec()
}

/// One of them.
#[must_use]
pub fn paper(kind: DocumentKind) -> Template {
    let (text, text_en) = match kind {
        DocumentKind::RectificationOrder => (ORDER, ORDER_EN),
        DocumentKind::SiteInspection => (INSPECTION, INSPECTION_EN),
        DocumentKind::ProofOfService => (SERVICE, SERVICE_EN),
    };
    Template { kind, text: text.to_owned(), text_en: text_en.to_owned() }
}

const ORDER: &str = "# {unit}
# 责令限期整改通知书
> {document_number}

{responsible_party}：

经查，{seen_on}在{place}发现你（单位）存在以下问题：{found}

上述情况不符合{legal_basis}的规定。现责令你（单位）在{due_on}前完成以下整改：

{measures}

整改完成后，请向{acceptance_unit}申请验收。逾期不整改，或者整改后仍不符合要求的，将依法处理。

如不服本通知，可以自收到之日起六十日内依法申请行政复议，或者在六个月内依法向人民法院提起行政诉讼。

承办人：{issuer}（执法证号：{issuer_certificate}）　案件编号：{case_number}

> {unit}（印章）
> {ordered_on}

本通知一式两份，一份送达被责令人，一份存档。
";

const ORDER_EN: &str = "# {unit}
# Order to rectify within a time limit
> {document_number}

To {responsible_party}:

On {seen_on} the following was found at {place}: {found}

This does not comply with {legal_basis}. You are ordered to do the following by {due_on}:

{measures}

When it is done, ask {acceptance_unit} to accept it. If it is not done in time, or not as required, the matter will be dealt with under the law.

If you disagree with this order, you may apply for administrative reconsideration within sixty days of receiving it, or bring an action before a people's court within six months.

Officer: {issuer} (certificate {issuer_certificate}). Case {case_number}.

> {unit} (seal)
> {ordered_on}

Made out twice: one copy is served, one is kept on file.
";

const INSPECTION: &str = "# {county}
# 现场检查记录
| 案件编号 | {case_number}
| 检查单位 | {unit}
| 检查时间 | {visited_at} 至 {_}
| 检查地点 | {place}
| 坐标 | {coordinates}
| 被检查人（单位） | {responsible_party}
| 现场负责人及电话 | {_}
| 检查人员 | {inspector}（执法证号：{inspector_certificate}）、{_}（执法证号：{_}）
| 在场人员 | {visitors}
| 检查事由 | {category}
| 现场情况 | {found}
| 核实结论 | {finding}
| 现场照片 | {photos} 张，见案卷

检查人员已出示执法证件，并告知被检查人有申请回避的权利和配合检查的义务。

被检查人意见：{_}

被检查人签名：{_}　日期：{_}

检查人员签名：{_}、{_}　日期：{_}

> 记录人：{_}
";

const INSPECTION_EN: &str = "# {county}
# Record of an inspection on the spot
| Case | {case_number}
| Inspecting unit | {unit}
| Time | {visited_at} to {_}
| Place | {place}
| Coordinates | {coordinates}
| Inspected party | {responsible_party}
| In charge there, telephone | {_}
| Inspectors | {inspector} (certificate {inspector_certificate}), {_} (certificate {_})
| Present | {visitors}
| Reason | {category}
| What was found | {found}
| Finding | {finding}
| Photos | {photos}, in the file

The inspectors have shown their certificates and told the inspected party of the right to ask for their withdrawal and of the duty to assist.

Remarks of the inspected party: {_}

Signature of the inspected party: {_} Date: {_}

Signatures of the inspectors: {_}, {_} Date: {_}

> Recorded by: {_}
";

const SERVICE: &str = "# {unit}
# 送达回证
| 案件编号 | {case_number}
| 送达文书 | 责令限期整改通知书 {document_number}
| 受送达人 | {responsible_party}
| 送达地点 | {_}
| 送达方式 | □直接送达　□留置送达　□邮寄送达　□委托送达　□公告送达
| 收件人签名或盖章 | {_}
| 收到时间 | {_}年{_}月{_}日{_}时
| 代收人及与受送达人关系 | {_}
| 拒收事由及见证人签名 | {_}
| 送达人签名 | {_}、{_}
| 备注 | {_}

> {unit}（印章）
> {_}年{_}月{_}日
";

const SERVICE_EN: &str = "# {unit}
# Proof of service
| Case | {case_number}
| Paper served | Order to rectify within a time limit, {document_number}
| Served on | {responsible_party}
| Place of service | {_}
| Manner | □ in person □ left there □ by post □ through another body □ by public notice
| Signature or seal of the recipient | {_}
| Received on | {_}
| Received for them by, and relation | {_}
| Refused because, and witnesses | {_}
| Signatures of who served it | {_}, {_}
| Remarks | {_}

> {unit} (seal)
> {_}
";
