//! Charts as SVG: a figure over periods with its target, and bars under each other.
//!
//! They are drawn by `plotters` and stand within the page, so that the style sheet gives them the page's letters
//! and the colours of day and night. Their text is text, which browsers shape; each stands beside its table.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// A bar of a chart.
pub(super) struct Bar {
    /// What it is of; empty if the bar before it says so.
    pub(super) label: String,
    /// How long it is.
    pub(super) value: f64,
    /// Its number in words; none if there is no number, which is not zero.
    pub(super) text: Option<String>,
    /// Which colour: its place in the legend.
    pub(super) tone: usize,
}

/// A line across a chart, as a target.
pub(super) struct Mark {
    /// Where.
    pub(super) value: f64,
    /// What it says.
    pub(super) text: String,
}

type Area<'s> = DrawingArea<SVGBackend<'s>, Shift>;
type Drawn<T> = Result<T, Box<dyn std::error::Error>>;

/// The style sheet knows these by name, and gives them the colours of the night.
const INK: RGBColor = RGBColor(0x20, 0x30, 0x2c);
const LINE: RGBColor = RGBColor(0xdd, 0xd6, 0xc7);
const MARK: RGBColor = RGBColor(0xb4, 0x69, 0x0e);
const TONES: [RGBColor; 3] = [
    RGBColor(0x1d, 0x5c, 0x52),
    RGBColor(0xd3, 0x9a, 0x4c),
    RGBColor(0x8b, 0x95, 0x8f),
];

/// Narrow enough for a telephone to show its letters.
const WIDTH: u32 = 480;
const LETTERS: u32 = 15;
/// Above the highest bar there is room for its number.
const ROOM: f64 = 1.18;

/// A bar for each period from the oldest to the newest, in the direction of reading.
pub(super) fn over_periods(bars: &[Bar], mark: Option<&Mark>, is_rtl: bool) -> Option<String> {
    if bars.is_empty() {
        return None;
    }
    draw(240, |area| {
        let count = bars.len() as f64;
        let highest = bars
            .iter()
            .map(|bar| bar.value)
            .chain(mark.map(|mark| mark.value));
        let highest = highest.fold(1.0, f64::max) * ROOM;
        let place = |at: usize| match is_rtl {
            true => count - 1.0 - at as f64,
            false => at as f64,
        };
        let mut chart = ChartBuilder::on(area)
            .margin(4)
            .x_label_area_size(26)
            .build_cartesian_2d(-0.5..count - 0.5, 0.0..highest)?;
        chart
            .configure_mesh()
            .disable_x_mesh()
            .disable_y_axis()
            .x_labels(0)
            .y_labels(4)
            .bold_line_style(LINE)
            .light_line_style(TRANSPARENT)
            .axis_style(LINE)
            .draw()?;
        for (at, bar) in bars.iter().enumerate() {
            let x = place(at);
            if bar.text.is_some() {
                let corners = [(x - 0.28, 0.0), (x + 0.28, bar.value)];
                chart.draw_series([Rectangle::new(corners, tone(bar.tone).filled())])?;
            }
            let text = bar.text.as_deref().unwrap_or("–");
            let above = letters(HPos::Center, VPos::Bottom);
            chart.draw_series([Text::new(
                said(text, is_rtl),
                (x, bar.value + highest * 0.01),
                above,
            )])?;
            let below = letters(HPos::Center, VPos::Top);
            let label = said(&bar.label, is_rtl);
            chart.draw_series([Text::new(label, (x, -highest * 0.05), below)])?;
        }
        if let Some(mark) = mark {
            let ends = [(-0.5, mark.value), (count - 0.5, mark.value)];
            chart.draw_series(DashedLineSeries::new(ends, 7, 5, MARK.stroke_width(2)))?;
            let (x, side) = match is_rtl {
                true => (count - 0.5, HPos::Right),
                false => (-0.5, HPos::Left),
            };
            let style = letters(side, VPos::Bottom).color(&MARK);
            chart.draw_series([Text::new(
                said(&mark.text, is_rtl),
                (x, mark.value + highest * 0.01),
                style,
            )])?;
        }
        Ok(())
    })
}

/// Bars under each other, growing in the direction of reading.
pub(super) fn side_by_side(bars: &[Bar], is_rtl: bool) -> Option<String> {
    let height = bars.iter().map(height_of).sum::<i32>() + 8;
    draw(u32::try_from(height).ok()?, |area| {
        let width = WIDTH as i32;
        let (labels, numbers) = (200, 84);
        let longest = bars.iter().map(|bar| bar.value).fold(1.0, f64::max);
        let from_start = |x: i32| if is_rtl { width - x } else { x };
        let (before, after) = match is_rtl {
            true => (HPos::Left, HPos::Right),
            false => (HPos::Right, HPos::Left),
        };
        let mut top = 4;
        for bar in bars {
            top += height_of(bar);
            let (from, middle) = (top - BAR, top - BAR / 2);
            let length = f64::from(width - labels - numbers) * bar.value / longest;
            let end = labels + length.round() as i32;
            let (one, other) = (from_start(labels), from_start(end));
            let corners = [(one.min(other), from), (one.max(other), top)];
            area.draw(&Rectangle::new(corners, tone(bar.tone).filled()))?;
            let text = bar.text.as_deref().unwrap_or("–");
            let style = letters(after, VPos::Center);
            area.draw(&Text::new(
                said(text, is_rtl),
                (from_start(end + 6), middle),
                style,
            ))?;
            let style = letters(before, VPos::Center);
            area.draw(&Text::new(
                said(&bar.label, is_rtl),
                (from_start(labels - 8), middle),
                style,
            ))?;
        }
        Ok(())
    })
}

const BAR: i32 = 18;

/// A bar that the one before it names stands close to it.
fn height_of(bar: &Bar) -> i32 {
    if bar.label.is_empty() { BAR + 2 } else { BAR + 10 }
}

/// Nothing if it cannot be drawn: the table says all of it.
fn draw(height: u32, fill: impl FnOnce(&Area<'_>) -> Drawn<()>) -> Option<String> {
    let mut svg = String::new();
    let area = SVGBackend::with_string(&mut svg, (WIDTH, height)).into_drawing_area();
    let drawn = fill(&area).and_then(|()| Ok(area.present()?));
    drop(area);
    match drawn {
        Ok(()) => Some(svg),
        Err(error) => {
            tracing::error!(%error, "a chart could not be drawn");
            None
        }
    }
}

fn tone(at: usize) -> RGBColor {
    TONES[at % TONES.len()]
}

fn letters(side: HPos, height: VPos) -> TextStyle<'static> {
    let style = TextStyle::from(("sans-serif", LETTERS).into_font());
    style.color(&INK).pos(Pos::new(side, height))
}

/// Letters are placed from the left in every language; a line of Arabic says that it runs the other way.
fn said(text: &str, is_rtl: bool) -> String {
    match is_rtl {
        true => format!("\u{2067}{text}\u{2069}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(label: &str, value: f64) -> Bar {
        Bar {
            label: label.to_owned(),
            value,
            text: Some(value.to_string()),
            tone: 0,
        }
    }

    /// Where the bars begin from the left, in their order.
    fn lefts(svg: &str) -> Vec<f64> {
        let bars = svg
            .split("<rect ")
            .skip(1)
            .filter(|rect| rect.contains("#1D5C52"));
        let x = |rect: &str| rect.split("x=\"").nth(1)?.split('"').next()?.parse().ok();
        bars.filter_map(x).collect()
    }

    #[test]
    fn time_runs_in_the_direction_of_reading() {
        let bars = [bar("2026-Q1", 3.0), bar("2026-Q2", 5.0)];
        let left = lefts(&over_periods(&bars, None, false).unwrap());
        let right = lefts(&over_periods(&bars, None, true).unwrap());
        assert!(left[0] < left[1], "{left:?}");
        assert!(right[0] > right[1], "{right:?}");
    }

    #[test]
    fn what_stands_in_a_chart_is_text_and_no_part_of_its_making() {
        let bars = [bar("نساء <b>", 3.0), bar("", 0.0)];
        let svg = side_by_side(&bars, true).unwrap();
        assert!(svg.contains("نساء &lt;b&gt;"), "{svg}");
        assert!(
            !svg.contains("style="),
            "the policy of the pages forbids styles of elements"
        );
        assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"));
    }

    #[test]
    fn a_target_and_a_figure_that_is_not_there_are_shown() {
        let mut bars = [bar("2026-Q1", 0.0), bar("2026-Q2", 5.0)];
        bars[0].text = None;
        let mark = Mark {
            value: 9.0,
            text: "target: 9".to_owned(),
        };
        let svg = over_periods(&bars, Some(&mark), false).unwrap();
        assert!(svg.contains("target: 9") && svg.contains('–'));
        assert_eq!(lefts(&svg).len(), 1);
        assert_eq!(over_periods(&[], None, false), None);
    }
}
