use super::*;

fn read_text(text: &str) -> (FrontMatter, Vec<String>) {
    let mut report = Report::new("a.md");
    let (block, _, _) = split(text, &mut report);
    let front = block.and_then(|fenced| read(fenced, &mut report)).unwrap_or_default();
    (front, report.problems.iter().map(crate::problem::Problem::human).collect())
}

#[test]
fn values_come_with_their_lines() {
    let (front, problems) = read_text(
        "---\ntitle: \"A: b\"\nsubjects: [One, \"Two & Three\"]\nimage:\n  file: p.jpg\n  alt: A lamp\n---\nText",
    );
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(front.title.map(|t| (t.value, t.at.line)), Some(("A: b".into(), 2)));
    assert_eq!(front.subjects.iter().map(|s| s.value.as_str()).collect::<Vec<_>>(), ["One", "Two & Three"]);
    assert_eq!(front.images.iter().map(|i| i.file.value.as_str()).collect::<Vec<_>>(), ["p.jpg"]);
}

#[test]
fn an_unquoted_colon_is_explained() {
    let (_, problems) = read_text("---\ntitle: Results: up 5 %\n---\n");
    assert_eq!(problems.len(), 1);
    assert!(problems[0].starts_with("a.md:2:"), "{problems:?}");
    assert!(problems[0].contains("put the title in quotes: `title: \"...\"`"), "{problems:?}");
}

#[test]
fn a_key_given_twice_names_both_lines() {
    let (_, problems) = read_text("---\ntitle: A\ndate: 2020-01-01\ntitle: B\n---\n");
    assert_eq!(problems, ["a.md:4:1: the key stands here and in line 2 already: `title`; keep one of the two"]);
}

#[test]
fn front_matter_without_an_end_is_an_error_at_its_opener() {
    let (_, problems) = read_text("---\ntitle: A\n\nText");
    assert_eq!(problems, ["a.md:1:1: the front matter has no end; close it with a line `---`"]);
}

#[test]
fn an_unknown_key_is_a_warning_with_a_suggestion() {
    let (_, problems) = read_text("---\npubdate: 2020-01-01\n---\n");
    assert_eq!(problems, ["a.md:2:1: warning: an unknown key: `pubdate`; did you mean `date`?"]);
}

#[test]
fn a_misspelt_draft_or_embargo_never_publishes() {
    for key in ["Draft: yes", "embargoo: 2030-01-01", "Embargo: 2030-01-01", "draf: true"] {
        let (_, problems) = read_text(&format!("---\n{key}\n---\n"));
        assert!(problems[0].contains("may hold the release back"), "{problems:?}");
    }
}

#[test]
fn what_keeps_a_text_from_the_public_elsewhere_never_publishes() {
    for key in [
        "private: true",
        "Hidden: yes",
        "unlisted: true",
        "live: false",
        "published: false",
        "scheduled: yes",
        "permalink: false",
        "entwurf: true",
        "brouillon: oui",
        "bozza: sì",
        "headless: true",
        "eleventyExcludeFromCollections: true",
        "veröffentlicht: nein",
        "render: never",
        "expiryDate: 2026-04-01",
        "stand: Entwurf",
    ] {
        let (_, problems) = read_text(&format!("---\n{key}\n---\n"));
        assert!(problems[0].contains("may hold the release back"), "{key}: {problems:?}");
    }
    for key in ["private: false", "live: true", "published: true", "release: 2.1"] {
        let (_, problems) = read_text(&format!("---\n{key}\n---\n"));
        assert!(problems[0].contains("warning: an unknown key:"), "{key}: {problems:?}");
    }
    for key in [
        "stage: draft",
        "workflow: review",
        "params:\n  deep:\n    draft: true",
        "params: {embargo: Friday}",
        "build: {render: never}",
    ] {
        let (_, problems) = read_text(&format!("---\n{key}\n---\n"));
        assert!(problems[0].contains("may hold the release back"), "{key}: {problems:?}");
    }
    for key in [
        "releaseDate",
        "publication-date",
        "postDate",
        "availableFrom",
        "start_date",
        "veröffentlichung",
        "fecha",
        "datum",
        "planned",
    ] {
        let (front, _) = read_text(&format!("---\n{key}: 2027-03-10\n---\n"));
        assert_eq!(front.goes_public.len(), 1, "{key}");
    }
    let (front, _) = read_text("---\npubDate: 2027-03-10\ngo_live: 2027-03-10 09:00\n---\n");
    assert_eq!(front.goes_public.iter().map(|day| day.by_schedule).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn keys_of_a_site_are_passed_over() {
    let (front, problems) = read_text(
        "---\nlayout: post\npermalink: /a/\nheader:\n  image:\n    path: a.png\n    sizes: [1, [2, 3]]\n\
         wordpress_id: 12\nsubtitle: \"\"\nauthor:\nimage: null\ntwitter-card: summary\ntitle: A\n---\n",
    );
    assert_eq!(problems, Vec::<String>::new());
    assert!(front.title.is_some() && front.subtitle.is_none() && front.images.is_empty());
}

#[test]
fn toml_states_the_same_as_yaml() {
    let toml = "+++\ntitle = \"A: b\"\ndate = 2026-03-04T09:00:00+01:00\ndraft = true\nsubjects = [\"One\", \"Two & Three\"]\n\
                layout = \"post\"\n\n[image]\nfile = \"p.jpg\"\nalt = \"A lamp\"\n+++  \n\nText";
    let yaml = "---\ntitle: \"A: b\"\ndate: 2026-03-04T09:00:00+01:00\ndraft: true\nsubjects: [One, \"Two & Three\"]\n\
                layout: post\nimage:\n  file: p.jpg\n  alt: A lamp\n---\n\nText";
    let ((toml, told), (yaml, _)) = (read_text(toml), read_text(yaml));
    assert_eq!(told, Vec::<String>::new());
    let values = |front: &FrontMatter| {
        let lines = [&front.title, &front.date].map(|line| line.as_ref().map(|stated| stated.value.clone()));
        let subjects: Vec<String> = front.subjects.iter().map(|subject| subject.value.clone()).collect();
        (lines, subjects, front.images[0].file.value.clone(), front.draft.as_ref().map(|draft| draft.value))
    };
    assert_eq!(values(&toml), values(&yaml));
    assert_eq!(toml.images[0].file.at.line, 9);
    let (_, problems) = read_text("+++\n\ntitle = Lamp room\n+++\n");
    assert_eq!(
        problems,
        ["a.md:3:9: the value of `title` is not in quotes; put the value in quotes: `title = \"Lamp room\"`"]
    );
    let (_, problems) = read_text("+++\ntitle = \"Lamp room\"\n\nText");
    assert_eq!(problems, ["a.md:1:1: the front matter has no end; close it with a line `+++`"]);
}

#[test]
fn keys_below_the_end_of_front_matter_are_refused() {
    for (below, refused) in [
        ("draft: true\n\nText", true),
        ("\n---\nsubtitle: B\ndraft: true\n---\n\nText", true),
        (" joint release\npermalink: /a/\nbreadcrumb: Releases\n---\n\nText", true),
        ("place: Hull\ndate: 4 March 2026\n\nText", true),
        ("Hull\n---\n\nText", false),
        ("Place: Hull\nDate: 4 March 2026\n\nText", false),
        ("place: Hull\n\nText", false),
    ] {
        let (_, problems) = read_text(&format!("---\ntitle: A\n---\n{below}"));
        assert_eq!(problems.iter().any(|problem| problem.contains("goes on below")), refused, "{below}: {problems:?}");
    }
}

#[test]
fn bombs_end_in_an_error() {
    let (_, aliases) = read_text("---\na: &a [x, x]\nb: *a\n---\n");
    assert!(!aliases.is_empty());
    let (_, nested) = read_text(&format!("---\ntitle: {}\n---\n", "[".repeat(20_000)));
    assert!(!nested.is_empty());
}

#[test]
fn front_matter_that_names_its_form_is_read() {
    for text in ["---yaml\ntitle: A\n---\nText", "--- yml\ntitle: A\n...\nText", "---toml\ntitle = 'A'\n---\nText"] {
        let (front, problems) = read_text(text);
        assert_eq!(problems, Vec::<String>::new(), "{text}");
        assert_eq!(front.title.map(|title| (title.value, title.at.line)), Some(("A".into(), 2)), "{text}");
    }
}

#[test]
fn a_head_that_is_no_front_matter_here_is_refused_with_its_line() {
    for (text, line) in [
        ("---json\n{\"draft\": true}\n---\n\nText", 1),
        ("\n---js\n{ draft: true }\n---\n\nText", 2),
        (";;;\n\"draft\": true\n;;;\n\nText", 1),
        ("{\"title\": \"A\", \"draft\": true}\n\nText", 1),
        ("#+TITLE: A\n#+DRAFT: true\n\nText", 1),
        ("% A\n% Marta Lind\n\nText", 1),
        ("<!-- made by\na program -->\n\n---\npapersize: letter\n---\n\nText", 4),
        ("# Lamp room restored\n\n---\nslug: lamp\n---\n\nText", 3),
        ("title: A\ndate: 2026-03-05\n---\n\nText", 1),
        ("<!-- a -->\nlayout: post\ndraft: true\n---\n\nText", 2),
        ("Title: A\nDate: 2026-03-05\nStatus: hidden\n\nText", 3),
        ("= A\n:published: false\n\nText", 2),
        ("Lamp room restored\n\n**Unlisted:** yes\n\nText", 3),
    ] {
        let (_, problems) = read_text(text);
        assert_eq!(problems.len(), 1, "{text}: {problems:?}");
        assert!(problems[0].starts_with(&format!("a.md:{line}:1: ")), "{text}: {problems:?}");
    }
    for text in [
        "+++ EILMELDUNG +++\n\nText",
        "---\nPRESS RELEASE\n---\n\nText",
        "Title: Lamp room restored\nDate: 4 March 2026\n---\n\nText",
        "Lamp room restored\n\n---\nname: Ada Berg\nphone: 555 01\n---\n\nText",
        "% 5 of all lamps are lit\n\nText",
        "Lamp room restored\n\nPublic: yes\nOnline: no\nPassword: quay\nDraft law: no\n\nText",
        "---\ntitle: A\n---\n\nPublished: no day yet\n",
    ] {
        let (_, problems) = read_text(text);
        assert!(!problems.iter().any(|problem| problem.contains("front matter")), "{text}: {problems:?}");
    }
}
