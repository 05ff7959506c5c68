//! IndexedDB without a layer between: the browser's own requests as futures, strict durability, reopening.
//!
//! Within a transaction nothing may be awaited but its own requests; any other await ends it.

use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use crate::field::phone::Trouble;

/// How a transaction uses its stores.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mode {
    /// Reads only.
    Read,
    /// Writes, and is told complete only when the bytes have been flushed as far as the browser can.
    Strict,
}

/// A database that opens itself again when the browser closed it under memory pressure.
pub(super) struct Database {
    name: &'static str,
    version: u32,
    stores: &'static [&'static str],
    open: RefCell<Option<IdbDatabase>>,
}

impl Database {
    pub(super) const fn new(name: &'static str, version: u32, stores: &'static [&'static str]) -> Self {
        Database { name, version, stores, open: RefCell::new(None) }
    }

    /// Throws a whole database away, as soon as no tab uses it any more.
    pub(super) fn forget(name: &str) {
        let factory: Result<IdbFactory, _> = Reflect::get(&js_sys::global(), &"indexedDB".into()).and_then(JsCast::dyn_into);
        if let Ok(factory) = factory {
            drop(factory.delete_database(name));
        }
    }

    /// Begins a transaction. If the connection is gone, it is opened anew, once.
    pub(super) async fn begin(&self, stores: &[&str], mode: Mode) -> Result<Transaction, Trouble> {
        let known = self.open.borrow().clone();
        if let Some(database) = known
            && let Ok(transaction) = transaction(&database, stores, mode)
        {
            return Ok(transaction);
        }
        let database = self.connect().await?;
        let begun = transaction(&database, stores, mode).map_err(|error| trouble(&error));
        self.open.replace(Some(database));
        begun
    }

    async fn connect(&self) -> Result<IdbDatabase, Trouble> {
        let factory: IdbFactory = Reflect::get(&js_sys::global(), &"indexedDB".into())
            .and_then(JsCast::dyn_into)
            .map_err(|_| Trouble::Storage("no IndexedDB in this browser".to_owned()))?;
        let request = factory.open_with_u32(self.name, self.version).map_err(|error| trouble(&error))?;
        let stores = self.stores;
        let making: IdbOpenDbRequest = request.clone();
        let make = Closure::once_into_js(move || {
            if let Ok(database) = making.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
                let known = database.object_store_names();
                for store in stores.iter().filter(|store| !known.contains(store)) {
                    // A failure here aborts the upgrade, and the request then tells why.
                    drop(database.create_object_store(store));
                }
            }
        });
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        let database: IdbDatabase = outcome(&request).await?.dyn_into().map_err(|error| trouble(&error))?;
        // Another tab wants to delete or upgrade the database: let it, and open again when needed.
        let leaving = database.clone();
        let let_go = Closure::once_into_js(move || leaving.close());
        database.set_onversionchange(Some(let_go.unchecked_ref()));
        Ok(database)
    }
}

fn transaction(database: &IdbDatabase, stores: &[&str], mode: Mode) -> Result<Transaction, JsValue> {
    let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
    let options = Object::new();
    let word = match mode {
        Mode::Read => "readonly",
        Mode::Strict => {
            Reflect::set(&options, &"durability".into(), &"strict".into())?;
            "readwrite"
        }
    };
    // The binding for the third argument is still marked unstable, so the method is called by its name.
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let inner: IdbTransaction = begin.call3(database, &names, &word.into(), &options)?.dyn_into()?;
    let listened = inner.clone();
    let finished = Promise::new(&mut |resolve, reject| {
        listened.set_oncomplete(Some(&resolve));
        listened.set_onabort(Some(&reject));
    });
    Ok(Transaction { inner, finished })
}

/// A transaction: everything in it happens, or nothing.
pub(super) struct Transaction {
    inner: IdbTransaction,
    finished: Promise,
}

impl Transaction {
    fn store(&self, name: &str) -> Result<IdbObjectStore, Trouble> {
        self.inner.object_store(name).map_err(|error| trouble(&error))
    }

    /// One value.
    pub(super) async fn get(&self, store: &str, key: &str) -> Result<Option<JsValue>, Trouble> {
        let request = self.store(store)?.get(&key.into()).map_err(|error| trouble(&error))?;
        let value = outcome(&request).await?;
        Ok((!value.is_undefined()).then_some(value))
    }

    /// Keys and values whose key starts so, in order.
    pub(super) async fn all(&self, store: &str, prefix: &str) -> Result<Vec<(String, JsValue)>, Trouble> {
        let range = starts_with(prefix)?;
        let values = self.store(store)?.get_all_with_key(&range).map_err(|error| trouble(&error))?;
        let keys = self.store(store)?.get_all_keys_with_key(&range).map_err(|error| trouble(&error))?;
        let values: Array = outcome(&values).await?.unchecked_into();
        let keys: Array = outcome(&keys).await?.unchecked_into();
        Ok(keys.iter().filter_map(|key| key.as_string()).zip(values.iter()).collect())
    }

    /// Keys that start so, in order.
    pub(super) async fn keys(&self, store: &str, prefix: &str) -> Result<Vec<String>, Trouble> {
        let keys = self.store(store)?.get_all_keys_with_key(&starts_with(prefix)?).map_err(|error| trouble(&error))?;
        let keys: Array = outcome(&keys).await?.unchecked_into();
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    /// Writes a value; whether it worked is told by [`Transaction::complete`].
    pub(super) fn put(&self, store: &str, key: &str, value: &JsValue) -> Result<(), Trouble> {
        self.store(store)?.put_with_key(value, &key.into()).map(drop).map_err(|error| trouble(&error))
    }

    /// Deletes a value.
    pub(super) fn delete(&self, store: &str, key: &str) -> Result<(), Trouble> {
        self.store(store)?.delete(&key.into()).map(drop).map_err(|error| trouble(&error))
    }

    /// Deletes every value whose key starts so.
    pub(super) fn delete_all(&self, store: &str, prefix: &str) -> Result<(), Trouble> {
        self.store(store)?.delete(&starts_with(prefix)?).map(drop).map_err(|error| trouble(&error))
    }

    /// Waits until all of it is durable.
    pub(super) async fn complete(self) -> Result<(), Trouble> {
        match JsFuture::from(self.finished).await {
            Ok(_) => Ok(()),
            Err(_) => Err(match self.inner.error() {
                Some(error) => named(&error),
                None => Trouble::Storage("the transaction was aborted".to_owned()),
            }),
        }
    }
}

fn starts_with(prefix: &str) -> Result<JsValue, Trouble> {
    IdbKeyRange::bound(&prefix.into(), &format!("{prefix}\u{ffff}").into()).map(JsValue::from).map_err(|error| trouble(&error))
}

/// A request's result. The callbacks are the promise's own, so nothing must be kept alive meanwhile.
async fn outcome(request: &IdbRequest) -> Result<JsValue, Trouble> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(settled).await {
        Ok(_) => request.result().map_err(|error| trouble(&error)),
        Err(_) => Err(match request.error() {
            Ok(Some(error)) => named(&error),
            Ok(None) | Err(_) => Trouble::Storage("a request failed".to_owned()),
        }),
    }
}

fn named(error: &DomException) -> Trouble {
    match error.name().as_str() {
        "QuotaExceededError" => Trouble::Full,
        name => Trouble::Storage(format!("{name}: {}", error.message())),
    }
}

fn trouble(error: &JsValue) -> Trouble {
    match error.dyn_ref::<DomException>() {
        Some(error) => named(error),
        None => Trouble::Storage(format!("{error:?}")),
    }
}
