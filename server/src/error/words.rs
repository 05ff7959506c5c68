//! Code, status and words of every kind of error. One table, so that none is without words in either language.

use super::Kind;
use huiyin_app::locales::Language;

struct Row {
    status: u16,
    code: &'static str,
    zh: (&'static str, &'static str),
    en: (&'static str, &'static str),
}

/// Title and detail in a language.
pub(super) fn of(kind: Kind, language: Language) -> (&'static str, &'static str) {
    let row = kind.row();
    match language {
        Language::Zh => row.zh,
        Language::En => row.en,
    }
}

impl Kind {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(self) -> u16 {
        self.row().status
    }

    fn row(self) -> Row {
        let row = |status, code, zh, en| Row { status, code, zh, en };
        match self {
            Kind::MalformedJson => row(
                400,
                "malformed_json",
                ("内容不是有效的 JSON", "发送的内容无法读取，什么都没有改变。"),
                ("The body is not valid JSON", "What was sent could not be read. Nothing was changed."),
            ),
            Kind::WrongShape => row(
                422,
                "wrong_shape",
                ("内容的格式不对", "有一项内容缺少或写法不对，什么都没有改变。"),
                ("The body has the wrong shape", "A part is missing or written in another way than expected. Nothing was changed."),
            ),
            Kind::WrongContentType => row(
                415,
                "wrong_content_type",
                ("内容的类型不对", "这里只接受 JSON（application/json）。什么都没有改变。"),
                ("The body has the wrong type", "Only JSON (application/json) is taken here. Nothing was changed."),
            ),
            Kind::BadCompression => row(
                400,
                "bad_compression",
                ("压缩内容已损坏", "内容声明为 gzip 压缩，但无法解压。什么都没有改变。"),
                ("The compressed body is damaged", "The body says it is gzip but cannot be unpacked. Nothing was changed."),
            ),
            Kind::TooLarge => row(
                413,
                "too_large",
                ("内容太大", "一次发送的内容超过了上限，什么都没有改变。"),
                ("The body is too large", "More was sent at once than is allowed. Nothing was changed."),
            ),
            Kind::TooManyCommands => row(
                413,
                "too_many_commands",
                ("一次发送的条数太多", "一次最多发送 200 条，请分批发送。什么都没有改变。"),
                ("Too many commands at once", "At most 200 commands can be sent at once. Send them in parts. Nothing was changed."),
            ),
            Kind::MalformedCommand => row(
                422,
                "malformed_command",
                ("有一条内容无法识别", "这条内容没有编号，无法登记。其他内容仍在手机上。"),
                (
                    "A command cannot be recognised",
                    "It carries no id and number, so it cannot be recorded. Everything is still on the phone.",
                ),
            ),
            Kind::BadCursor => row(
                400,
                "bad_cursor",
                ("同步位置无效", "请从头重新同步；已保存的内容不受影响。"),
                ("The cursor is not valid", "Start again without a cursor. What is saved is not affected."),
            ),
            Kind::BadAddress => row(
                400,
                "bad_address",
                ("网址有误", "网址中有一部分不对。"),
                ("The address is wrong", "A part of the address is not what it should be."),
            ),
            Kind::NotSignedIn => row(
                401,
                "not_signed_in",
                ("请先登录", "尚未登录，或登录已过期。已保存的内容不受影响，登录后继续。"),
                ("Please sign in", "Nobody is signed in, or the session has ended. What is saved is safe; sign in to go on."),
            ),
            Kind::WrongNameOrPassword => row(
                401,
                "wrong_name_or_password",
                ("用户名或密码不对", "请检查后再试。忘记密码请联系管理员。"),
                ("Wrong name or password", "Check both and try again. If you forgot the password, ask your administrator."),
            ),
            Kind::TooManyTries => {
                row(429, "too_many_tries", ("尝试次数太多", "请稍等片刻再试。"), ("Too many tries", "Please wait a moment and try again."))
            }
            Kind::WrongPassword => row(
                422,
                "wrong_password",
                ("现在的密码不对", "密码没有改变。请再输入一次现在使用的密码。"),
                ("The present password is wrong", "The password was not changed. Type the one that you use now once more."),
            ),
            Kind::WeakPassword => row(
                422,
                "weak_password",
                ("新密码太容易猜到", "密码没有改变。新密码至少 10 个字符，不能与现在的相同，不能包含登录名或只用一两种字符。"),
                (
                    "The new password is too easy to guess",
                    "The password was not changed. Take at least 10 characters, not the present one, without your sign-in name, and of more than two kinds of characters.",
                ),
            ),
            Kind::NoSuchPaper => row(
                404,
                "no_such_paper",
                ("没有这种文书", "网址中的文书名称不对。请从案件页面的“文书”打开。"),
                ("No such paper", "The name of the paper in the address is wrong. Open it from “Papers” on the case's page."),
            ),
            Kind::TemplateBroken => row(
                409,
                "template_broken",
                ("文书模板有错", "这份文书现在打不出来；案件不受影响。请管理员按列出的位置改好规则库里的模板。"),
                (
                    "The paper's template has mistakes",
                    "This paper cannot be printed now; the case is not affected. Ask an administrator to mend the template in the rulebook at the places listed.",
                ),
            ),
            Kind::ReasonMissing => row(
                422,
                "reason_missing",
                ("请写明理由", "身份没有显示，什么都没有改变。请用 5 到 500 个字写明为什么要看；理由会记录在案，办案人员都能看到。"),
                (
                    "Say why",
                    "Nothing was shown and nothing was changed. Write in 5 to 500 characters why you need it; the reason is kept and shown on the case.",
                ),
            ),
            Kind::PasswordsDiffer => row(
                422,
                "passwords_differ",
                ("两次输入的密码不一样", "密码还没有设置。请把同一个密码输入两遍。"),
                ("The two passwords differ", "No password was set. Type the same one twice."),
            ),
            Kind::InvitationUnknown => row(
                404,
                "invitation_unknown",
                ("这个邀请链接无效", "链接可能没有复制完整，或者后来又发过新的。请用最新的链接，或找发链接的人重新发一个。"),
                (
                    "This invitation is not valid",
                    "The link may be incomplete, or a newer one was made. Use the newest, or ask whoever sent it for another.",
                ),
            ),
            Kind::InvitationUsed => row(
                410,
                "invitation_used",
                ("这个邀请链接已经用过", "密码已经设好了，请直接登录。如果不是您本人设的，请马上告诉发链接的人。"),
                (
                    "This invitation has been used",
                    "A password has been set; sign in with it. If it was not you who set it, tell whoever sent the link at once.",
                ),
            ),
            Kind::InvitationExpired => row(
                410,
                "invitation_expired",
                ("这个邀请链接已过期", "链接七天内有效。请找发链接的人重新发一个。"),
                ("This invitation has expired", "A link works for seven days. Ask whoever sent it for another."),
            ),
            Kind::EmptyField => row(
                422,
                "empty_field",
                ("这一项没有填", "还没有保存。请填好这一项再提交。"),
                ("This is empty", "Nothing was saved. Fill it in and send again."),
            ),
            Kind::TooLong => row(
                422,
                "too_long",
                ("这一项太长", "还没有保存。请写短一些再提交。"),
                ("This is too long", "Nothing was saved. Make it shorter and send again."),
            ),
            Kind::BadSignInName => row(
                422,
                "bad_sign_in_name",
                ("不能用作登录名", "还没有保存。登录名用 2 到 40 个文字、字母或数字，可以有点、横线和下划线，不能有空格。"),
                (
                    "This cannot be a sign-in name",
                    "Nothing was saved. Use 2 to 40 letters or digits; dots, hyphens and underscores are fine, spaces are not.",
                ),
            ),
            Kind::SignInNameTaken => row(
                409,
                "sign_in_name_taken",
                ("这个登录名已经有人用了", "还没有保存。请换一个，例如加上单位或数字。"),
                ("This sign-in name is taken", "Nothing was saved. Choose another, for instance with the unit or a number."),
            ),
            Kind::UnknownUnit => row(
                422,
                "unknown_unit",
                ("没有这个单位", "还没有保存。请从规则库里的单位中选一个。"),
                ("There is no such unit", "Nothing was saved. Choose one of the units in the rulebook."),
            ),
            Kind::UnitNotYours => row(
                422,
                "unit_not_yours",
                ("这个单位不归您管", "还没有保存。请选您管理范围内的单位，或请管理员来办。"),
                ("You do not look after this unit", "Nothing was saved. Choose a unit of yours, or ask an administrator."),
            ),
            Kind::NoRole => row(
                422,
                "no_role",
                ("至少要有一个角色", "还没有保存。没有角色的账号什么也做不了；不用的账号请停用。"),
                ("At least one role is needed", "Nothing was saved. An account without a role can do nothing; close it if it is not used."),
            ),
            Kind::WrongScope => row(
                422,
                "wrong_scope",
                ("这个角色不能管这个地方", "还没有保存。地方要在本县以内，并且适合这个角色。"),
                ("This role cannot hold there", "Nothing was saved. The place must lie in this county and fit the role."),
            ),
            Kind::RoleNotYours => row(
                422,
                "role_not_yours",
                ("您不能给出或收回这个角色", "还没有保存。请只改您管理范围内的角色，或请管理员来办。"),
                (
                    "You may not give or take this role",
                    "Nothing was saved. Change only roles within what you look after, or ask an administrator.",
                ),
            ),
            Kind::OwnRoles => row(
                422,
                "own_roles",
                ("不能改自己的角色", "还没有保存。请另一位管理员来改。"),
                ("Nobody changes their own roles", "Nothing was saved. Ask another administrator."),
            ),
            Kind::OwnAccount => row(
                422,
                "own_account",
                ("不能对自己的账号这样做", "什么都没有改变。修改密码请到设置；停用请另一位管理员来办。"),
                (
                    "Not with your own account",
                    "Nothing was changed. Change your password in the settings; to close the account, ask another administrator.",
                ),
            ),
            Kind::LastAdmin => row(
                422,
                "last_admin",
                ("这是最后一位管理员", "什么都没有改变。请先让另一个人当管理员。"),
                ("This is the last administrator", "Nothing was changed. Make somebody else an administrator first."),
            ),
            Kind::AccountClosed => row(
                422,
                "account_closed",
                ("账号已停用", "什么都没有改变。请先恢复账号，再发邀请。"),
                ("The account is closed", "Nothing was changed. Open it again first, then invite."),
            ),
            Kind::NoSuchPerson => row(
                404,
                "no_such_person",
                ("没有这个账号", "账号不存在，或不归您管理。"),
                ("No such account", "It does not exist, or you do not look after it."),
            ),
            Kind::CrossSite => row(
                403,
                "cross_site",
                ("请求来自其他网站", "为了安全，来自其他网站的操作不予执行。什么都没有改变。"),
                ("The request came from another site", "For safety, requests from other sites are not carried out. Nothing was changed."),
            ),
            Kind::NotYourDevice => row(
                403,
                "not_your_device",
                ("设备不属于当前用户", "这台设备的队列属于其他人，请用原来的账号登录。内容仍在手机上。"),
                (
                    "This is not your device",
                    "This queue belongs to another person. Sign in as that person. Everything is still on the phone.",
                ),
            ),
            Kind::NotAllowed => {
                row(403, "not_allowed", ("没有权限", "您的角色不能做这件事。"), ("Not allowed", "Your role does not allow this."))
            }
            Kind::NotFound => row(404, "not_found", ("没有找到", "这个网址没有内容。"), ("Not found", "There is nothing at this address.")),
            Kind::NoSuchCase => row(
                404,
                "no_such_case",
                ("没有这个案件", "案件不存在，或不在您的工作范围内。"),
                ("No such case", "The case does not exist, or it is outside what you may see."),
            ),
            Kind::NoSuchNotice => row(
                404,
                "no_such_notice",
                ("没有这条提醒", "这条提醒不是发给您的，或已不存在。什么都没有改变。"),
                ("No such notice", "It is not yours, or it does not exist any more. Nothing was changed."),
            ),
            Kind::NoSuchDelivery => row(
                404,
                "no_such_delivery",
                ("没有这条可以重发的记录", "它可能正在等待发送。请刷新页面再看。"),
                ("There is nothing of this name to send again", "It may be waiting to be sent already. Reload the page and look again."),
            ),
            Kind::BadPhone => row(
                422,
                "bad_phone",
                ("手机号不对", "没有保存，填的内容还在。请填 11 位手机号；不想收短信，请取消勾选。"),
                (
                    "This is no mobile number",
                    "Nothing was saved; what you typed is still here. Give a number of 11 digits, or untick what would be sent by message.",
                ),
            ),
            Kind::BadEmail => row(
                422,
                "bad_email",
                ("邮箱不对", "没有保存，填的内容还在。请检查邮箱；不想收邮件，请取消勾选。"),
                (
                    "This is no mailbox",
                    "Nothing was saved; what you typed is still here. Check the address, or untick what would be sent by mail.",
                ),
            ),
            Kind::NoSuchPatrol => row(
                404,
                "no_such_patrol",
                ("没有这次巡查", "它不存在，或不在您的工作范围内。回到巡查列表再看。"),
                ("No such patrol", "It does not exist, or it is outside what you may see. Look at the list of patrols."),
            ),
            Kind::MethodNotAllowed => row(
                405,
                "method_not_allowed",
                ("不支持这种请求", "这个网址不接受这种请求方式。"),
                ("Method not allowed", "This address does not take this kind of request."),
            ),
            Kind::Gap => row(
                409,
                "gap",
                ("中间缺少内容", "之前的内容还没有收到，请从缺少的一条开始发送。"),
                ("Something before it is missing", "Earlier items have not arrived. Send again from the first missing one."),
            ),
            Kind::Restored => row(
                410,
                "restored",
                ("服务器已从备份恢复", "服务器缺少一些之前收到的内容。请重新发送手机上保留的内容；已登记的不会重复登记。"),
                (
                    "The server was restored from a backup",
                    "It lacks some of what it had received. Send again what the phone kept; nothing is recorded twice.",
                ),
            ),
            Kind::TooManyToday => row(
                429,
                "too_many_today",
                ("今天发送的条数太多", "这台设备一天内发送的内容超过了上限，请稍后再发。内容仍在手机上。"),
                (
                    "Too much was sent today",
                    "This device has sent as much as is allowed in a day. Send the rest later; it is safe on the phone.",
                ),
            ),
            Kind::TooMuchOpen => row(
                413,
                "too_much_open",
                ("未传完的照片太多", "这台设备有太多照片只传了一部分。请先传完已开始的照片，再传这一张。"),
                (
                    "Too many unfinished photos",
                    "Too many photos of this device have arrived only in part. Finish those first, then send this one.",
                ),
            ),
            Kind::IdUsed => row(
                409,
                "id_used",
                ("编号已用于其他内容", "这个编号之前已经用过，内容不同。什么都没有改变，请刷新后再试。"),
                (
                    "The id was used for something else",
                    "This id was used before with other content. Nothing was changed. Reload and try again.",
                ),
            ),
            Kind::PhotoNotDeclared => row(
                404,
                "photo_not_declared",
                ("没有登记这张照片", "请先发送提到这张照片的内容。"),
                ("No command speaks of this photo", "Send the command that mentions the photo first."),
            ),
            Kind::ChunkOutOfRange => row(
                400,
                "chunk_out_of_range",
                ("照片分段的序号不对", "序号超出了照片的长度。已收到的分段不受影响。"),
                ("No such part of the photo", "The number lies beyond the photo's end. Parts that arrived are safe."),
            ),
            Kind::ChunkLength => row(
                400,
                "chunk_length",
                ("照片分段的长度不对", "这一段的长度与登记的不符。已收到的分段不受影响。"),
                ("The part has the wrong length", "Its length does not fit its place in the photo. Parts that arrived are safe."),
            ),
            Kind::PhotoTooLarge => row(
                413,
                "photo_too_large",
                ("照片太大", "一张照片最大 20 MB，请缩小后再发送。"),
                ("The photo is too large", "A photo may have at most 20 MB. Make it smaller and send it again."),
            ),
            Kind::PhotoTooManyPixels => row(
                422,
                "photo_too_many_pixels",
                ("照片像素太多", "一张照片最多 6400 万像素，请缩小后再发送。"),
                ("The photo has too many pixels", "A photo may have at most 64 megapixels. Make it smaller and send it again."),
            ),
            Kind::NotAPhoto => row(
                415,
                "not_a_photo",
                ("这不是照片", "只接受 JPEG、PNG 和 WebP 图片。"),
                ("This is not a photo", "Only JPEG, PNG and WebP pictures are taken."),
            ),
            Kind::Heic => row(
                415,
                "heic",
                ("不支持 HEIC 照片", "请在相机设置中选择“兼容性最佳”（JPEG）后重新拍摄。"),
                ("HEIC photos are not supported", "Choose “Most Compatible” (JPEG) in the camera settings and take the photo again."),
            ),
            Kind::PhotoBroken => row(
                422,
                "photo_broken",
                ("照片已损坏", "照片不完整或已损坏，请重新拍摄。文字内容已登记，不受影响。"),
                ("The photo is damaged", "It is cut short or damaged. Take it again. The words that came with it are recorded and safe."),
            ),
            Kind::PhotoHashMismatch => row(
                422,
                "photo_hash_mismatch",
                ("照片与登记的不一致", "收到的内容与登记的照片不同，已丢弃，请重新发送。"),
                (
                    "The photo differs from what was announced",
                    "The bytes do not fit the announced photo and were discarded. Send it again.",
                ),
            ),
            Kind::NoDraft => row(
                409,
                "no_draft",
                (
                    "没有打开的草稿",
                    "这份草稿已经生效或被放弃，或者还没有新建。什么都没有改变；您写的内容还在页面上，请打开规则库看最新情况。",
                ),
                (
                    "No draft is open",
                    "This draft is in force already, was thrown away, or was never opened. Nothing was changed, and what you wrote is still on the page. Open the rulebook to see how it stands.",
                ),
            ),
            Kind::ViewName => row(
                422,
                "view_name",
                ("名称不能用", "没有保存。名称要有 1 到 40 个字，不能换行。筛选条件还在。"),
                ("The name cannot be used", "Nothing was saved. A name has 1 to 40 characters in one line. Your filters are still there."),
            ),
            Kind::ViewNameTaken => row(
                409,
                "view_name_taken",
                ("已经有同名的视图", "没有保存。请换一个名称，或者先删除原来的那个。"),
                ("You have a view of this name", "Nothing was saved. Take another name, or delete the other view first."),
            ),
            Kind::TooManyViews => row(
                422,
                "too_many_views",
                ("视图太多", "没有保存。一个人最多保存 30 个视图，请先删除不用的。"),
                ("Too many views", "Nothing was saved. One person may keep 30 views; delete one that you no longer use."),
            ),
            Kind::NoSuchView => row(
                404,
                "no_such_view",
                ("没有这个视图", "它可能已经删除了。案件都没有变。"),
                ("There is no such view", "It may have been deleted. No case was changed."),
            ),
            Kind::TooManyDeeds => row(
                413,
                "too_many_deeds",
                ("一次办的案件太多", "一次最多办 200 件，请分几次。什么都没有改变。"),
                ("Too many cases at once", "At most 200 cases can be dealt with at once. Do it in parts. Nothing was changed."),
            ),
            Kind::ImportTooLarge => row(
                413,
                "import_too_large",
                ("文件太大", "一个文件最大 8 MB，没有导入任何内容。请分成几个文件再上传。"),
                ("The file is too large", "A file may have at most 8 MB. Nothing was taken in. Split it and upload the parts."),
            ),
            Kind::ImportEmpty => row(
                422,
                "import_empty",
                ("文件里没有数据", "没有找到表头和下面的行。请检查是否选错了文件。"),
                ("The file has no rows", "There is no head with rows below it. Check that it is the right file."),
            ),
            Kind::ImportNotATable => row(
                415,
                "import_not_a_table",
                ("这不是表格文件", "只接受 CSV 和 XLSX。请在表格软件里另存为其中一种。"),
                ("This is not a table", "Only CSV and XLSX are taken. Save it as one of them in your spreadsheet program."),
            ),
            Kind::ImportOldOrLocked => row(
                415,
                "import_old_or_locked",
                ("旧版 Excel 文件，或设有密码", "无法读取。请去掉密码，另存为 XLSX 或 CSV 再上传。"),
                (
                    "An old Excel file, or one with a password",
                    "It cannot be read. Remove the password, save it as XLSX or CSV, and upload that.",
                ),
            ),
            Kind::ImportDamaged => row(
                422,
                "import_damaged",
                ("文件已损坏", "文件不完整或内容有误，没有导入任何内容。请重新保存后再上传。"),
                ("The file is damaged", "It is cut short or broken. Nothing was taken in. Save it anew and upload it again."),
            ),
            Kind::ImportUnpacks => row(
                413,
                "import_unpacks",
                ("文件展开后太大", "压缩文件展开后的内容超过上限，没有读取。请只保留需要的工作表和行。"),
                (
                    "The file unpacks to too much",
                    "What is packed in it is more than is taken, so it was not read. Keep only the sheet and rows that are needed.",
                ),
            ),
            Kind::ImportTooManyRows => row(
                413,
                "import_too_many_rows",
                ("行数太多", "一个文件最多 20000 行，没有导入任何内容。请分成几个文件。"),
                ("Too many rows", "A file may have at most 20,000 rows. Nothing was taken in. Split it into several files."),
            ),
            Kind::ImportTooManyPeople => row(
                413,
                "import_too_many_people",
                ("人数太多", "一张人员表最多 500 行，没有导入任何内容。请分成几个文件。"),
                ("Too many people", "A list of people may have at most 500 rows. Nothing was taken in. Split it into several files."),
            ),
            Kind::ImportTooManyColumns => row(
                413,
                "import_too_many_columns",
                ("列数太多", "一个文件最多 64 列。请删去不需要的列。"),
                ("Too many columns", "A file may have at most 64 columns. Remove those that are not needed."),
            ),
            Kind::ImportMixed => row(
                422,
                "import_mixed",
                ("文件里混有两种编码", "有的行是 UTF-8，有的行是 GB18030，猜错会变成乱码，所以没有读取。请统一另存为 UTF-8。"),
                (
                    "Two encodings are mixed in the file",
                    "Some lines are UTF-8 and some are GB18030. A wrong guess would garble them, so it was not read. Save all of it as UTF-8.",
                ),
            ),
            Kind::ImportEncoding => row(
                422,
                "import_encoding",
                ("文字的编码无法识别", "有一行既不是 UTF-8 也不是 GB18030。请另存为 UTF-8 编码的 CSV。"),
                ("The encoding is not known", "A line is neither UTF-8 nor GB18030. Save it as CSV in UTF-8."),
            ),
            Kind::ImportColumnMissing => row(
                422,
                "import_column_missing",
                ("缺少必需的列", "请指明哪一列是它。您选好的其他列都还在。"),
                ("A column that is needed is missing", "Say which column it is. What you chose for the others is kept."),
            ),
            Kind::ImportColumnTwice => row(
                422,
                "import_column_twice",
                ("同一项选了两列", "每一项只能对应一列。您选好的其他列都还在。"),
                ("Two columns tell the same", "Each thing can be told by one column only. What you chose for the others is kept."),
            ),
            Kind::ImportUnderWay => row(
                409,
                "import_under_way",
                ("这个文件已经到了下一步", "可能在别的窗口里操作过。刷新页面看它现在的情况。"),
                ("This file has moved on", "Somebody may have gone on in another window. Reload the page to see where it stands."),
            ),
            Kind::NoSuchImport => row(
                404,
                "no_such_import",
                ("没有这个文件", "文件不存在，或者不归您导入。"),
                ("No such file", "It does not exist, or it is not yours to take in."),
            ),
            Kind::Refused => row(
                422,
                "refused",
                ("按规则不能这样做", "有条件没有满足，什么都没有改变。"),
                ("The rules do not allow this", "Some conditions are not met. Nothing was changed."),
            ),
            Kind::NotSetUp => row(
                503,
                "not_set_up",
                ("系统尚未设置", "管理员还没有设置本县的数据。"),
                ("Not set up yet", "The county's data has not been set up by an administrator."),
            ),
            Kind::DiskFull => row(
                507,
                "disk_full",
                ("服务器存储空间已满", "现在无法登记新的内容，请联系管理员。内容仍在手机上，稍后会自动再发。"),
                (
                    "The server's disk is full",
                    "Nothing new can be recorded now; tell your administrator. It is safe on the phone and will be sent again.",
                ),
            ),
            Kind::Busy => row(
                503,
                "busy",
                ("系统正忙", "现在请求太多，请稍后再试。已保存的内容不受影响。"),
                ("The server is busy", "Too much is waiting just now. Try again shortly. What is saved is safe."),
            ),
            Kind::TimedOut => row(
                503,
                "timed_out",
                ("处理超时", "处理时间太长，请稍后再试；重复发送不会重复登记。"),
                ("It took too long", "Try again shortly. Sending it again will not record it twice."),
            ),
            Kind::Internal => row(
                500,
                "internal",
                ("服务器出错", "出错的原因已记录，请稍后再试。求助时请提供请求编号。"),
                (
                    "Something went wrong on our side",
                    "The cause has been recorded. Try again later; quote the request id when asking for help.",
                ),
            ),
        }
    }
}
