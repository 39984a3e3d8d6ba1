//! Which of the dates of a text is the release's. None is made up: without a whole day there is what
//! stands there instead.

use chrono::{Datelike as _, NaiveDate};

use super::Placed;
use super::date::{Dated, Order, Written};

/// "10/6/2006" beside "Oct. 6" is the 6th of October, and outside of English the day comes first.
fn settle_order(dates: &mut [Dated], order: Order) {
    let without_year: Vec<(u32, u32)> = dates
        .iter()
        .filter_map(|dated| if let Written::NoYear(month, day) = dated.date { Some((month, day)) } else { None })
        .collect();
    for dated in dates {
        if let Written::Ambiguous(a, b) = dated.date {
            let said = |date: &NaiveDate| without_year.contains(&(date.month(), date.day()));
            match [a, b].iter().find(|date| said(date)) {
                Some(date) => dated.date = Written::Day(*date),
                None if order == Order::DayFirst => dated.date = Written::Day(b),
                None => {}
            }
        }
    }
}

/// Days below a text: several that differ, and none of them beside a place, are of a list of others.
pub fn of_the_text(below: &[(Dated, Option<String>)]) -> &[(Dated, Option<String>)] {
    let days = || below.iter().filter(|(dated, _)| matches!(dated.date, Written::Day(_))).map(|(dated, _)| &dated.date);
    let differ = days().zip(days().skip(1)).any(|(one, next)| one != next);
    if differ && below.iter().all(|(_, place)| place.is_none()) { &[] } else { below }
}

/// The first whole day; without one, what there is of a date.
pub fn best_date(
    above: Vec<Dated>,
    below: &[(Dated, Option<String>)],
    order: Order,
) -> (Option<Placed<NaiveDate>>, Option<Dated>) {
    let mut all = above;
    all.extend(below.iter().map(|(dated, _)| dated.clone()));
    settle_order(&mut all, order);
    // A weekday that contradicts its date, or a day that is not in the calendar, is never passed over.
    if let Some(wrong) = all.iter().find(|dated| matches!(dated.date, Written::WrongWeekday | Written::Impossible)) {
        return (None, Some(wrong.clone()));
    }
    let day = all.iter().find_map(|dated| match dated.date {
        Written::Day(value) => Some(Placed { value, at: dated.at }),
        _ => None,
    });
    let doubtful = if day.is_none() { all.into_iter().next() } else { None };
    (day, doubtful)
}
