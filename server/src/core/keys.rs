//! Secrets of this installation, made at first start: the key that signs receipts, and one secret from which the other
//! keys are derived. They lie in the data folder, readable by the server's user only, and belong into every backup.

use super::Ids;
use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use data_encoding::{BASE64, HEXLOWER};
use ed25519_dalek::{Signature, Signer, SigningKey};
use hmac::{Hmac, Mac};
use huiyin_domain::{ids::CommandId, receipt::ReceiptNumber, sync::message::Receipt};
use sha2::Sha256;
use std::{
    fs,
    io::{self, ErrorKind, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
    process,
};

/// Why the keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file cannot be read or made.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    /// The file does not hold 32 bytes in hexadecimal.
    #[error("{0} does not hold a key")]
    NotAKey(PathBuf),
}

/// The secrets.
pub struct Keys {
    signing: SigningKey,
    secret: [u8; 32],
}

impl Keys {
    /// Reads the keys in this folder, or makes them.
    ///
    /// # Errors
    /// If a file can neither be read nor made.
    pub fn open(folder: &Path, ids: &dyn Ids) -> Result<Keys, KeyError> {
        fs::create_dir_all(folder).map_err(|error| KeyError::File(folder.to_owned(), error))?;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(|error| KeyError::File(folder.to_owned(), error))?;
        let signing = read_or_make(&folder.join("receipts.ed25519"), ids)?;
        let secret = read_or_make(&folder.join("secret"), ids)?;
        Ok(Keys { signing: SigningKey::from_bytes(&signing), secret })
    }

    /// Name of the signing key, as `ed25519:` and the public key in hexadecimal.
    #[must_use]
    pub fn signer(&self) -> String {
        format!("ed25519:{}", HEXLOWER.encode(self.signing.verifying_key().as_bytes()))
    }

    /// Signs bytes; base64.
    #[must_use]
    pub fn sign(&self, bytes: &[u8]) -> String {
        BASE64.encode(&self.signing.sign(bytes).to_bytes())
    }

    /// Whether this is our own signature.
    #[must_use]
    pub fn is_signed(&self, receipt: &Receipt) -> bool {
        let signature = BASE64.decode(receipt.signature.as_bytes()).ok().and_then(|bytes| Signature::from_slice(&bytes).ok());
        let ours = |signature| self.signing.verifying_key().verify_strict(receipt.body.as_bytes(), &signature).is_ok();
        receipt.key == self.signer() && signature.is_some_and(ours)
    }

    /// A keyed hash; `purpose` keeps uses apart.
    #[must_use]
    pub fn mac(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = match Hmac::<Sha256>::new_from_slice(&self.secret) {
            Ok(mac) => mac,
            Err(never) => unreachable!("HMAC takes keys of every length: {never}"),
        };
        mac.update(purpose.as_bytes());
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// The number to show for a submit: the same command has the same one for ever, and nobody can guess it.
    #[must_use]
    pub fn receipt_number(&self, matter: &str, command: CommandId) -> ReceiptNumber {
        let mac = self.mac("receipt", &[command.0.as_bytes()]);
        ReceiptNumber::new(matter, [mac[0], mac[1], mac[2], mac[3], mac[4]])
    }

    /// Encrypts for the reporter vault; `about` binds it to its row.
    #[must_use]
    pub fn seal(&self, about: &[u8], plain: &[u8], ids: &dyn Ids) -> Option<Vec<u8>> {
        let mut nonce = [0; 24];
        ids.fill(&mut nonce);
        let sealed = self.vault().encrypt(&nonce.into(), Payload { msg: plain, aad: about }).ok()?;
        Some([&nonce[..], &sealed].concat())
    }

    /// Decrypts what [`Keys::seal`] made.
    #[must_use]
    pub fn unseal(&self, about: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<24>()?;
        self.vault().decrypt(&(*nonce).into(), Payload { msg: sealed, aad: about }).ok()
    }

    fn vault(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.mac("vault", &[]).into())
    }
}

fn read_or_make(path: &Path, ids: &dyn Ids) -> Result<[u8; 32], KeyError> {
    let failed = |error| KeyError::File(path.to_owned(), error);
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            make(path, ids).map_err(failed)?;
            fs::read_to_string(path).map_err(failed)?
        }
        read => read.map_err(failed)?,
    };
    let bytes = HEXLOWER.decode(text.trim().as_bytes()).map_err(|_| KeyError::NotAKey(path.to_owned()))?;
    bytes.try_into().map_err(|_| KeyError::NotAKey(path.to_owned()))
}

/// Makes a key that appears whole. If two processes start at once, both have the one that came first.
fn make(path: &Path, ids: &dyn Ids) -> io::Result<()> {
    let mut key = [0; 32];
    ids.fill(&mut key);
    let unfinished = path.with_extension(format!("{}.part", process::id()));
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
    file.write_all(HEXLOWER.encode(&key).as_bytes()).and_then(|()| file.sync_all())?;
    let linked = fs::hard_link(&unfinished, path);
    fs::remove_file(&unfinished)?;
    match linked {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        linked => linked,
    }
}
