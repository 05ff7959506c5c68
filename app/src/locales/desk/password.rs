//! Changing one's own password.

super::words! {
    /// The form, and what became of it.
    PasswordWords {
        title: "修改密码", "Change password";
        present: "现在的密码", "Present password";
        new: "新密码", "New password";
        again: "再输一次新密码", "New password once more";
        hint: "至少 10 个字符，不含登录名。一句自己记得住的话最好。", "At least 10 characters, without your sign-in name. A sentence that you remember is best.";
        different: "两次输入的新密码不一样", "The two new passwords differ";
        change: "修改密码", "Change password";
        done: "密码已修改，所有设备都要重新登录。手机里还没送出的内容不会丢。", "The password is changed, and every device has to sign in again. What a phone has not sent yet stays on it.";
        sign_in_again: "重新登录", "Sign in again";
    }
}
