//! A file system for SQLite that does what its own does, and tells `power` of every write first.
#![allow(
    unsafe_code,
    reason = "SQLite's file systems are tables of C functions; nothing else can stand below the real stores"
)]

use std::collections::BTreeMap;
use std::ffi::{CStr, OsStr, c_char, c_int, c_void};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once};

use rusqlite::ffi::{
    self, SQLITE_FULL, SQLITE_IOERR_DELETE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_WRITE,
    SQLITE_OK, sqlite3_file, sqlite3_filename, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs,
};

use crate::power::{self, Goes};

/// What the file system is called; it is also the default one, for stores that name none.
pub(crate) const NAME: &str = "forgetful";
const C_NAME: &CStr = c"forgetful";

/// SQLite's own file system, which does the work. Set once, before anything is opened.
#[derive(Clone, Copy)]
struct Below(*mut sqlite3_vfs);

// SAFETY: SQLite keeps the table for ever and never changes it.
unsafe impl Send for Below {}

static BELOW: Mutex<Option<Below>> = Mutex::new(None);

/// An open file by its address: its path, and the functions that do the work.
#[derive(Clone)]
struct Open {
    path: PathBuf,
    works: sqlite3_io_methods,
}

static OPEN: Mutex<BTreeMap<usize, Open>> = Mutex::new(BTreeMap::new());

/// Registers the file system, once for the process.
pub(crate) fn register() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: asks for the default file system, and registers a copy of its table that lives for
        // ever, with three of its functions replaced.
        unsafe {
            let below = ffi::sqlite3_vfs_find(std::ptr::null());
            *BELOW.lock().unwrap() = Some(Below(below));
            let mut table = *below;
            table.zName = C_NAME.as_ptr();
            table.pNext = std::ptr::null_mut();
            table.xOpen = Some(open);
            table.xDelete = Some(delete);
            let registered = ffi::sqlite3_vfs_register(Box::into_raw(Box::new(table)), 1);
            assert_eq!(registered, SQLITE_OK);
        }
    });
}

fn below() -> *mut sqlite3_vfs {
    BELOW.lock().unwrap().unwrap().0
}

/// # Safety
/// `name` is null or a C string that outlives the call, as SQLite promises.
unsafe fn path(name: *const c_char) -> Option<PathBuf> {
    // SAFETY: see above.
    (!name.is_null())
        .then(|| Path::new(OsStr::from_bytes(unsafe { CStr::from_ptr(name) }.to_bytes())).to_owned())
}

fn open_file(file: *mut sqlite3_file) -> Open {
    OPEN.lock().unwrap()[&(file as usize)].clone()
}

unsafe extern "C" fn open(
    _: *mut sqlite3_vfs,
    name: sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let below = below();
    // SAFETY: SQLite's arguments go to SQLite's own function unchanged; the file it has opened keeps its
    // memory, and gets a copy of its table of functions that lives for ever.
    unsafe {
        let path = path(name).filter(|path| power::opened(path));
        let opened = (*below).xOpen.unwrap()(below, name, file, flags, out);
        if let Some(path) = path.filter(|_| opened == SQLITE_OK) {
            let works = *(*file).pMethods;
            let watched = sqlite3_io_methods {
                // Without mapping into memory: what is written there cannot be seen.
                iVersion: works.iVersion.min(2),
                xWrite: Some(write),
                xTruncate: Some(truncate),
                xSync: Some(sync),
                xClose: Some(close),
                ..works
            };
            (*file).pMethods = Box::into_raw(Box::new(watched));
            OPEN.lock().unwrap().insert(file as usize, Open { path, works });
        }
        opened
    }
}

unsafe extern "C" fn delete(_: *mut sqlite3_vfs, name: *const c_char, sync_dir: c_int) -> c_int {
    let below = below();
    // SAFETY: SQLite's arguments go to SQLite's own function unchanged.
    unsafe {
        if path(name).is_some_and(|path| power::deleted(&path) != Goes::On) {
            return SQLITE_IOERR_DELETE;
        }
        (*below).xDelete.unwrap()(below, name, sync_dir)
    }
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    bytes: *const c_void,
    len: c_int,
    at: sqlite3_int64,
) -> c_int {
    let open = open_file(file);
    // SAFETY: SQLite passes `len` readable bytes; its arguments go to its own function unchanged.
    unsafe {
        let seen = std::slice::from_raw_parts(bytes.cast::<u8>(), len as usize);
        match power::written(&open.path, at as usize, seen) {
            Goes::On => open.works.xWrite.unwrap()(file, bytes, len, at),
            Goes::Off => SQLITE_IOERR_WRITE,
            Goes::Full => SQLITE_FULL,
        }
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, len: sqlite3_int64) -> c_int {
    let open = open_file(file);
    if power::truncated(&open.path, len as usize) != Goes::On {
        return SQLITE_IOERR_TRUNCATE;
    }
    // SAFETY: SQLite's arguments go to its own function unchanged.
    unsafe { open.works.xTruncate.unwrap()(file, len) }
}

/// Only `power` decides what is durable: really syncing would cost time and show nothing.
unsafe extern "C" fn sync(file: *mut sqlite3_file, _: c_int) -> c_int {
    match power::synced(&open_file(file).path) {
        Goes::On => SQLITE_OK,
        Goes::Off | Goes::Full => SQLITE_IOERR_FSYNC,
    }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    let open = OPEN.lock().unwrap().remove(&(file as usize)).unwrap();
    // SAFETY: SQLite's arguments go to its own function unchanged; the file is closed once.
    unsafe { open.works.xClose.unwrap()(file) }
}
