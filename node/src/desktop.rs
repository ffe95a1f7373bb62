//! An icon on the desktop and in the menu of programs, as freedesktop.org has it (Desktop Entry Specification
//! 1.5); on other systems nothing is offered.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::FileError;
use crate::folder::{let_run, write_atomically};

/// Where a person's desktop and menu are.
#[derive(Debug, Clone)]
pub struct Desktop {
    data: PathBuf,
    desktop: Option<PathBuf>,
}

const ICON: &[u8] = include_bytes!("../../core/pages/static/icon.svg");
/// What the files are called.
const NAME: &str = "tawro";
/// A file of settings is small; more of it is not read.
const SETTINGS_BYTES_MAX: u64 = 64 * 1024;

impl Desktop {
    /// The desktop of whoever runs the program, by the variables of its environment.
    pub fn of(variable: &dyn Fn(&str) -> Option<OsString>) -> Option<Self> {
        // Every desktop of that kind says which one it is, and no other system does.
        variable("XDG_CURRENT_DESKTOP").filter(|name| !name.is_empty())?;
        let path = |name: &str| {
            variable(name)
                .map(PathBuf::from)
                .filter(|path| path.is_absolute())
        };
        let home = path("HOME")?;
        let data = path("XDG_DATA_HOME").unwrap_or_else(|| home.join(".local/share"));
        let config = path("XDG_CONFIG_HOME").unwrap_or_else(|| home.join(".config"));
        let desktop = told(&config.join("user-dirs.dirs"), &home).unwrap_or_else(|| home.join("Desktop"));
        Some(Self {
            data,
            desktop: desktop.is_dir().then_some(desktop),
        })
    }

    /// Puts the icon there: it starts this program over this folder. Placed again, it is replaced.
    pub fn place(&self, program: &Path, folder: &Path, label: &str) -> Result<(), FileError> {
        let icon = self
            .data
            .join("icons/hicolor/scalable/apps")
            .join(format!("{NAME}.svg"));
        write(&icon, ICON)?;
        let entry = entry(program, folder, label, &icon);
        let file = format!("{NAME}.desktop");
        write(&self.data.join("applications").join(&file), entry.as_bytes())?;
        if let Some(desktop) = &self.desktop {
            let shortcut = desktop.join(file);
            write(&shortcut, entry.as_bytes())?;
            // Desktops start only what may be run.
            let_run(&shortcut)?;
        }
        Ok(())
    }
}

/// The desktop by `user-dirs.dirs`, which has it in the person's language: `XDG_DESKTOP_DIR="$HOME/سطح المكتب"`.
fn told(settings: &Path, home: &Path) -> Option<PathBuf> {
    let is_small = fs::metadata(settings).is_ok_and(|file| file.len() <= SETTINGS_BYTES_MAX);
    let text = fs::read_to_string(settings).ok().filter(|_| is_small)?;
    let line = text
        .lines()
        .find_map(|line| line.trim().strip_prefix("XDG_DESKTOP_DIR="))?;
    let path = line.trim_matches('"');
    match path.strip_prefix("$HOME/") {
        Some(below) => Some(home.join(below)),
        None => Some(PathBuf::from(path)).filter(|path| path.is_absolute()),
    }
}

fn entry(program: &Path, folder: &Path, label: &str, icon: &Path) -> String {
    let line = |text: &str| text.replace('\\', "\\\\").replace(['\n', '\r'], " ");
    let exec = format!("{} --home {}", quoted(program), quoted(folder));
    format!(
        "[Desktop Entry]\nType=Application\nVersion=1.5\nName={}\nExec={}\nIcon={}\nTerminal=false\nCategories=Office;\n",
        line(label),
        line(&exec),
        line(&icon.display().to_string()),
    )
}

/// An argument as `Exec` wants it.
fn quoted(path: &Path) -> String {
    let mut quoted = String::from('"');
    for letter in path.display().to_string().chars() {
        match letter {
            '"' | '`' | '$' | '\\' => quoted.extend(['\\', letter]),
            '%' => quoted.push_str("%%"),
            other => quoted.push(other),
        }
    }
    quoted + "\""
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(FileError::when("create", folder))?;
    }
    write_atomically(path, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(home: &Path) -> Desktop {
        let home = home.as_os_str().to_owned();
        let variable = |name: &str| match name {
            "HOME" => Some(home.clone()),
            "XDG_CURRENT_DESKTOP" => Some("GNOME".into()),
            _ => None,
        };
        Desktop::of(&variable).unwrap()
    }

    #[test]
    fn the_icon_is_placed_where_the_person_has_the_desktop() {
        let home = tempfile::tempdir().unwrap();
        let desktop = home.path().join("سطح المكتب");
        fs::create_dir_all(&desktop).unwrap();
        fs::create_dir_all(home.path().join(".config")).unwrap();
        let told = "# made by xdg-user-dirs\nXDG_DESKTOP_DIR=\"$HOME/سطح المكتب\"\n";
        fs::write(home.path().join(".config/user-dirs.dirs"), told).unwrap();
        let program = Path::new("/opt/the \"best\"/tawro");
        for _ in 0..2 {
            of(home.path())
                .place(program, Path::new("/data/100%"), "نتطوروا")
                .unwrap();
        }
        let entry = fs::read_to_string(desktop.join("tawro.desktop")).unwrap();
        let exec = "\nExec=\"/opt/the \\\\\"best\\\\\"/tawro\" --home \"/data/100%%\"\n";
        assert!(entry.contains(exec), "{entry}");
        assert!(entry.contains("\nName=نتطوروا\n"));
        let icon = entry.lines().find_map(|line| line.strip_prefix("Icon=")).unwrap();
        assert_eq!(fs::read(icon).unwrap(), ICON);
        assert!(
            home.path()
                .join(".local/share/applications/tawro.desktop")
                .exists()
        );
    }

    #[test]
    fn without_a_desktop_the_menu_has_it_and_without_a_home_nothing_is_offered() {
        let home = tempfile::tempdir().unwrap();
        of(home.path())
            .place(Path::new("/t"), Path::new("/f"), "a\nExec=evil")
            .unwrap();
        let entry = fs::read_to_string(home.path().join(".local/share/applications/tawro.desktop")).unwrap();
        assert!(entry.contains("Name=a Exec=evil\n"), "{entry}");
        assert!(!home.path().join("Desktop").exists());
        assert!(Desktop::of(&|_| None).is_none());
        assert!(Desktop::of(&|_| Some("relative".into())).is_none());
        let elsewhere = |name: &str| (name == "HOME").then(|| home.path().as_os_str().to_owned());
        assert!(Desktop::of(&elsewhere).is_none());
    }
}
