from datetime import date

DAY = date(2023, 5, 3)


def test_files_of_one_stem(run, put):
    for name in ("a.txt", "b/a.txt", "c/a.txt", "c/a.md", "d/b-a.txt"):
        put(name, f"What {name} holds.")
    result = run(".", published=DAY)
    assert [(document.id, document.text) for document in result.documents] == [
        ("a", "What a.txt holds."),
        ("b-a", "What b/a.txt holds."),
        ("c-a", "What c/a.md holds."),
        ("a-2", "What c/a.txt holds."),
        ("d-b-a", "What d/b-a.txt holds."),
    ]
    assert result.problems == []


def test_the_same_text_under_the_same_stem_is_read_once(run, put):
    put("a/x.txt", "The ministers met.")
    put("b/x.txt", "The ministers met.")
    put("b/y.txt", "The ministers met.")
    result = run("b", "a", published=DAY)
    assert result.ids == ["x", "y"]
    assert result.problems == ['notice: b/x.txt: "x" with this text was read from a/x.txt; this copy is skipped']


def test_many_copies_are_counted(run, put):
    put("a/x.txt", "The ministers met.")
    for number in range(5):
        put(f"b{number}/x.txt", "The ministers met.")
    result = run(".", published=DAY)
    assert result.ids == ["x"]
    assert [problem.split(":")[1] for problem in result.problems] == [
        " b0/x.txt",
        " b1/x.txt",
        " b2/x.txt",
        " all inputs",
    ]
    assert result.problems[-1] == "notice: all inputs: 2 more copies of articles skipped"


def test_one_id_for_several_records(run, put):
    put("a.jsonl", "".join(f'{{"id": "x", "text": "{text}"}}\n' for text in ("One.", "Two.", "One.", "Two.", "Three.")))
    put("b.csv", "id,text\nx,Four.\nx-2,Five.\n")
    result = run("a.jsonl", "b.csv", published=DAY)
    assert [(document.id, document.text) for document in result.documents] == [
        ("x", "One."),
        ("x-2", "Two."),
        ("x-3", "Three."),
        ("x-4", "Four."),
        ("x-2-2", "Five."),
    ]
    clash = 'the id "x" is that of another text (a.jsonl:1); this one is read as'
    assert result.problems == [
        f'warning: a.jsonl:2: {clash} "x-2": give it an id of its own',
        'notice: a.jsonl:3: "x" with this text was read from a.jsonl:1; this copy is skipped',
        'notice: a.jsonl:4: "x" with this text was read from a.jsonl:2; this copy is skipped',
        f'warning: a.jsonl:5: {clash} "x-3": give it an id of its own',
        f'warning: b.csv:2: {clash} "x-4": give it an id of its own',
        'warning: b.csv:3: the id "x-2" is that of another text (a.jsonl:2); this one is read as "x-2-2": '
        "give it an id of its own",
    ]


def test_records_without_ids_in_files_of_one_stem(run, put):
    put("a/news.csv", "text\nOne.\n")
    put("b/news.csv", "text\nTwo.\n")
    put("b/news.json", '[{"text": "Three."}]')
    assert run("a", "b", published=DAY).ids == ["news-2", "b-news-2", "news-1"]
