"""Looked-up forms are those of spaCy's own components, and windows of names those of whole sentences."""

from spacy.attrs import DEP, ORTH, TAG
from spacy.tokens import Doc

from kg.parse import Need, Parser, split
from kg.parse.forms import Forms
from kg.parse.parser import load

TEXTS = (
    "There's no wind, and they're gonna leave; let's see what he's got to say, ain't it?",
    "Talks that had been held in Oslo were postponed because the envoys' flights did not leave.",
    "He doesn't know whether it'll be better or worse than the worst of 2019.",
)


def _forms(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.lower_, t.tag_, t.dep_, t.pos_, t.lemma_) for t in doc]


def test_forms_equal_those_of_the_pipeline() -> None:
    nlp = load()
    forms = Forms(nlp)
    for text in (*TEXTS, *TEXTS):
        with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
            bare = nlp(text)
        words = list(zip(*bare.to_array([ORTH, TAG, DEP]).T.tolist(), strict=True))
        assert [tuple(form) for form in forms.of(words)] == _forms(nlp(text))


def test_names_are_those_of_the_whole_sentence() -> None:
    text = (
        "After a long winter in which little was sold and much was said about it, the shop of Dunja Morawska and her "
        "brother, who had come from Grenstad before the war with all that he owned, was closed by Borut Almquist."
    )
    name = "Dunja Morawska"
    start = text.index(name)
    (whole,) = Parser().parse(text, split(text))
    (part,) = Parser().parse(text, split(text), lambda _: [Need(parse=True, names=((start, start + len(name)),))])
    assert name in [e.text for e in part.doc.ents]
    assert {e.text for e in part.doc.ents} <= {e.text for e in whole.doc.ents}
    assert "Borut Almquist" not in [e.text for e in part.doc.ents]


def test_what_need_not_be_read_is_empty() -> None:
    text = "Rain fell. Kenya closed the port."
    first, second = Parser().parse(text, split(text), lambda _: [Need(parse=False), Need(parse=True)])
    assert (len(first.doc), first.text, first.index) == (0, "", 0)
    assert second.doc[0].pos_ == "PROPN"
