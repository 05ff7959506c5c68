//! `/`: what came in, what was answered, and every closed case that is public.

use super::{
    Setting,
    around::{Frame, Here, county, page},
    naming::{PUBLISHED, days_taken, name_of, photo_address, place_name, theme_tag, written},
    views::{Filter, Home},
};
use crate::{
    components::{CountyMap, Empty, Icon, Spot, StateBadge, county_map::middle},
    locales::{
        dates,
        portal::{HomeWords, PortalWords},
    },
};
use huiyin_domain::{
    division::DivisionCode,
    publication::PublicRecord,
    rulebook::{Division, Rulebook},
};
use leptos::prelude::*;

mod figures;
mod ripple;

/// Most characters of a reply on the list.
const TEASER_CHARS: usize = 44;

/// The home page.
#[must_use]
pub fn home(home: &Home, setting: Setting<'_>) -> String {
    let words = &PortalWords::of(setting.language).home;
    let frame = Frame {
        title: (words.title)(county(setting)),
        description: Some(words.lead.to_owned()),
        path: query(&home.filter, home.page),
        here: Here::Cases,
    };
    page(setting, frame, || {
        view! {
            <main id="main" tabindex="-1">
                {hero(setting)}
                <div class="wrap stack g-8 page-pad">
                    {figures::figures(&home.figures, setting.language)}
                    {list(home, setting)}
                </div>
            </main>
        }
    })
}

fn hero(setting: Setting<'_>) -> impl IntoView {
    let language = setting.language;
    let words = &PortalWords::of(language).home;
    let promise = crate::locales::common::CommonWords::of(language).promise;
    view! {
        <section class="hero" aria-labelledby="slogan">
            {ripple::ripple()}
            <div class="wrap stack g-6 hero-pad">
                <div class="stack g-3">
                    <h1 id="slogan">{promise}</h1>
                    <p class="lead prose">{words.lead}</p>
                </div>
                <div class="row">
                    <a class="btn" data-kind="main" data-size="l" href=format!("{}/receipt", language.prefix())>
                        <Icon name="search" />
                        {words.look_up}
                    </a>
                    <a class="btn" data-size="l" href="#cases">{words.see_cases}</a>
                </div>
            </div>
        </section>
    }
}

fn list(home: &Home, setting: Setting<'_>) -> impl IntoView + use<> {
    let language = setting.language;
    let words = &PortalWords::of(language).home;
    let filtered = home.filter.category.is_some() || home.filter.division.is_some();
    let rows = home.cases.iter().map(|record| row(record, &home.rulebook, setting)).collect_view();
    let nothing = home.cases.is_empty().then(|| {
        let (title, more) = if filtered { (words.no_match, words.no_match_more) } else { (words.empty, words.empty_more) };
        view! {
            <div class="card">
                <Empty title=title icon="search">{more}</Empty>
            </div>
        }
    });
    view! {
        <section aria-labelledby="cases" class="stack g-5">
            <div class="row">
                <h2 id="cases">{words.list}</h2>
                <span class="meta push">{(words.total)(home.total)}</span>
            </div>
            {filters(home, setting)}
            <div class="split beside-map">
                <div class="stack g-3">
                    {nothing}
                    <ul class="stack g-3" role="list">{rows}</ul>
                </div>
                <div class="aside" role="group" aria-label=words.map>{map(home, setting)}</div>
            </div>
            {paging(home, setting, words)}
        </section>
    }
}

fn row(record: &PublicRecord, rulebook: &Rulebook, setting: Setting<'_>) -> impl IntoView + use<> {
    let language = setting.language;
    let words = &PortalWords::of(language).home;
    let href = format!("{}/cases/{}", language.prefix(), record.number);
    let day = dates::day_and_year(record.closed_at.day(), language);
    let line = (words.line)(&place_name(rulebook, &record.division, language), &day, days_taken(record));
    let shown = record.photos.iter().position(|photo| photo.after).or((!record.photos.is_empty()).then_some(0));
    let thumb = shown.map(|n| {
        let src = photo_address(&record.number, n);
        view! { <img class="thumb" src=src alt="" width="160" height="160" loading="lazy" decoding="async" /> }
    });
    let lead = thumb.map_or_else(
        || {
            let category = rulebook.category(&record.category);
            category.map_or_else(|| ().into_any(), |category| view! { <crate::components::Glyph category=category /> }.into_any())
        },
        IntoAny::into_any,
    );
    view! {
        <li class="card">
            <a class="item" data-top="" href=href>
                {lead}
                <span class="stack g-1">
                    <span class="row">
                        <StateBadge state=PUBLISHED answered=true />
                        {theme_tag(rulebook, &record.category)}
                    </span>
                    <span class="title" lang=written(language)>{record.title.clone()}</span>
                    <span class="under" lang=written(language)>{format!("“{}”", teaser(&record.reply))}</span>
                    <span class="fine">{line}</span>
                </span>
            </a>
        </li>
    }
}

/// The first sentence of a reply, cut where it is too long for a list.
fn teaser(reply: &str) -> String {
    let sentence = reply.split_inclusive(['。', '！', '？', '\n']).next().unwrap_or_default().trim();
    if sentence.chars().count() <= TEASER_CHARS {
        sentence.to_owned()
    } else {
        sentence.chars().take(TEASER_CHARS).chain(['…']).collect()
    }
}

fn filters(home: &Home, setting: Setting<'_>) -> impl IntoView + use<> {
    let language = setting.language;
    let words = &PortalWords::of(language).home;
    let (chosen, there) = (home.filter.category.clone(), home.filter.division.clone());
    let options = home.rulebook.categories.iter().map(|category| {
        let selected = chosen.as_ref() == Some(&category.code);
        view! { <option value=category.code.to_string() selected=selected>{name_of(category, language)}</option> }
    });
    let places = townships(&home.rulebook).map(|division| {
        let selected = there.as_deref() == Some(division.code.as_str());
        view! { <option value=division.code.to_string() selected=selected>{place_name(&home.rulebook, &division.code, language)}</option> }
    });
    let action = format!("{}/", language.prefix());
    let filtered = chosen.is_some() || there.is_some();
    let clear = filtered.then(|| view! { <a class="btn" data-kind="quiet" href=format!("{action}#cases")>{words.clear}</a> });
    view! {
        <form class="join filters" method="get" action=format!("{action}#cases")>
            <div class="field">
                <label for="category">{words.category}</label>
                <select class="input" id="category" name="category">
                    <option value="">{words.all}</option>
                    {options.collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="division">{words.township}</label>
                <select class="input" id="division" name="division">
                    <option value="">{words.all}</option>
                    {places.collect_view()}
                </select>
            </div>
            <button class="btn" type="submit">
                <Icon name="filter" size="s" />
                {words.filter}
            </button>
            {clear}
        </form>
    }
}

fn map(home: &Home, setting: Setting<'_>) -> impl IntoView + use<> {
    let language = setting.language;
    let words = &PortalWords::of(language).home;
    let spots: Vec<Spot> = home
        .townships
        .iter()
        .filter(|(_, count)| *count > 0)
        .filter_map(|(code, count)| {
            let division = home.rulebook.division(code)?;
            let filter = Filter { category: home.filter.category.clone(), division: Some(code.to_string()) };
            Some(Spot {
                at: middle(division)?,
                href: Some(format!("{}{}#cases", language.prefix(), query(&filter, 1))),
                label: (words.spot)(&place_name(&home.rulebook, code, language), *count),
                text: count.to_string(),
                due: None,
                done: true,
            })
        })
        .collect();
    let on: Option<DivisionCode> = home.filter.division.as_deref().and_then(|code| code.parse().ok());
    view! { <CountyMap rulebook=&home.rulebook spots=spots on=on approval=setting.around.map_approval.clone() /> }
}

fn paging(home: &Home, setting: Setting<'_>, words: &'static HomeWords) -> impl IntoView + use<> {
    let link = |page: u32| format!("{}{}#cases", setting.language.prefix(), query(&home.filter, page));
    let newer = (home.page > 1).then(|| link(home.page - 1));
    let older = (home.page < home.pages).then(|| link(home.page + 1));
    let which = (words.page_of)(home.page, home.pages);
    (home.pages > 1).then(|| {
        view! {
            <nav class="row" aria-label=words.paging>
                {newer.map(|href| view! { <a class="btn" rel="prev" href=href><Icon name="left" size="s" />{words.newer}</a> })}
                {older.map(|href| view! { <a class="btn" rel="next" href=href>{words.older}<Icon name="right" size="s" /></a> })}
                <span class="meta">{which}</span>
            </nav>
        }
    })
}

/// Townships, in the rulebook's order.
fn townships(rulebook: &Rulebook) -> impl Iterator<Item = &Division> {
    rulebook.divisions.iter().filter(|division| division.code.as_str().len() == 9)
}

/// The path of the list with these filters and page, without the language.
fn query(filter: &Filter, page: u32) -> String {
    let category = filter.category.as_ref().map(|code| format!("category={}", plain(&code.0)));
    let division = filter.division.as_ref().map(|code| format!("division={}", plain(code)));
    let page = (page > 1).then(|| format!("page={page}"));
    let parts: Vec<String> = [category, division, page].into_iter().flatten().collect();
    if parts.is_empty() { "/".to_owned() } else { format!("/?{}", parts.join("&")) }
}

/// Codes are letters, digits and hyphens; whatever else was typed is dropped from links.
fn plain(code: &str) -> String {
    code.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

#[cfg(test)]
mod tests {
    use super::{Filter, query, teaser};
    use huiyin_domain::rulebook::CategoryCode;

    #[test]
    fn links_hold_codes_and_nothing_else() {
        assert_eq!(query(&Filter::default(), 1), "/");
        let filter = Filter { category: Some(CategoryCode("C08".to_owned())), division: Some("359921101\"><script>".to_owned()) };
        assert_eq!(query(&filter, 3), "/?category=C08&division=359921101script&page=3");
    }

    #[test]
    fn a_list_shows_the_first_sentence() {
        assert_eq!(teaser("风机已更换。今后停运须上报。"), "风机已更换。");
        assert_eq!(teaser(&"长".repeat(100)).chars().count(), super::TEASER_CHARS + 1);
        assert_eq!(teaser(""), "");
    }
}
