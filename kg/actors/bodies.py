"""Ministries, organisations and those who speak for them."""

from kg.actors import titles
from kg.actors.fold import slug
from kg.actors.gazetteer import Gazetteer
from kg.actors.lexicon import usage
from kg.actors.phrases import LANDS, NounPhrase
from kg.actors.piece import Piece
from kg.actors.reading import Reading
from kg.actors.setting import Setting
from kg.model import Actor


class Bodies:
    """Reads phrases whose head is a body, and finds the body behind a spokesman."""

    def __init__(self, gazetteer: Gazetteer, setting: Setting) -> None:
        self._gazetteer = gazetteer
        self._directory = gazetteer.directory
        self._setting = setting

    def organisation(self, phrase: NounPhrase) -> Reading:
        """A listed body; with the name of another country before it, that country's body of the same name."""
        key = phrase.head.keys("organisation")[0]
        if self._before_its_time(key, phrase.head.text):
            return Reading((Actor(id=slug(phrase.head.text), label=phrase.head.text, kind="organisation"),), "group")
        actor = self._directory.organisation(key)
        nations = titles.lands(phrase, self._gazetteer)
        own = self._directory.iso(nations[0]) if nations else None
        if own and own != actor.country:
            label = f"{phrase.head.text} of {self._directory.countries[nations[0]].name}"
            actor = Actor(id=slug(label), label=label, kind="organisation", country=own)
        return Reading((actor,), "gazetteer:organisation")

    def _before_its_time(self, key: str, name: str) -> bool:
        """Whether a name that others had too stands in a text older than the body: "the US-led coalition" of 2003."""
        row, day = self._directory.organisations[key], self._setting.day
        early = day is not None and row.start is not None and day < row.start
        return early and any(alias.removesuffix("?") == name != alias for alias in row.aliases)

    def unlisted(self, phrase: NounPhrase) -> Reading:
        """A body that the tagger found."""
        nations = titles.lands(phrase, self._gazetteer)
        label = phrase.head.keys("unlisted-organisation")[0]
        country = self._directory.iso(nations[0]) if nations else self._country_in(label)
        if nations and any(word.lower() in usage("body-noun") for word in label.split()):
            label = f"{label} of {self._directory.countries[nations[0]].name}"
        if slug(label) in self._directory.organisations:
            return Reading((self._directory.organisation(slug(label)),), "gazetteer:organisation")
        return Reading((Actor(id=slug(label), label=label, kind="organisation", country=country),), "ner:organisation")

    def doubtful(self, phrase: NounPhrase, before: str) -> Reading | None:
        """A word that is a body's name among others: where the text has its country, or its full name.

        `before` is the word before the phrase.
        """
        for key in phrase.head.keys("doubtful"):
            row = self._directory.organisations[key]
            if self._of_another(before, self._directory.organisation(key).country):
                continue
            if key in self._setting.bodies or row.country in self._setting.countries:
                return Reading((self._directory.organisation(key),), "gazetteer:organisation")
        return None

    def _of_another(self, word: str, country: str | None) -> bool:
        """ "The Peruvian Congress": whether the word before a name is the adjective of another country."""
        entries = self._gazetteer.lookup(word)[:1]
        return any(e.kind == "adjective" and self._directory.iso(e.key) != country for e in entries)

    def ministry(self, phrase: NounPhrase) -> Reading | None:
        """A country's ministry; "the State Department" and its like say whose by themselves."""
        if any(p.kind == "organisation" for p in titles.bodies(phrase)):
            return None
        nations = titles.lands(phrase, self._gazetteer)
        abroad = general(phrase.head) == "embassy" and not any(p.kind in LANDS for p in titles.pieces_of(phrase))
        if abroad:
            return None
        local = titles.locality(phrase, self._gazetteer)
        if local is not None and nations:
            label = f"{local} {phrase.head.text}"
            country = self._directory.iso(nations[0])
            return Reading((Actor(id=slug(label), label=label, kind="organisation", country=country),), "group")
        if nations:
            actors = tuple(self._directory.ministry(general(phrase.head), n) for n in nations)
            return Reading(actors, "gazetteer:ministry")
        sure = self._special(phrase.head)
        if sure is None or not (phrase.head.text[0].isupper() or self._setting.american):
            return None
        return Reading((sure,), "gazetteer:ministry")

    def _special(self, piece: Piece) -> Actor | None:
        """The ministry of the one country that calls it so."""
        own = [k.partition("@") for k in piece.keys("ministry") if "@" in k]
        return self._directory.ministry(own[0][0], own[0][2]) if len(own) == 1 else None

    def spokesperson(self, phrase: NounPhrase) -> Reading | None:
        """ "a spokesman for China's foreign ministry": who speaks is the ministry."""
        owner = self.behind(phrase)
        return Reading((owner,), "spokesperson") if owner is not None else None

    def behind(self, phrase: NounPhrase) -> Actor | None:
        """The body for which somebody speaks: a ministry, an organisation or a seat in the phrase, a country else."""
        nations = titles.lands(phrase, self._gazetteer)
        inner = self.inside(phrase, nations[0] if nations else None)
        if inner is not None:
            return inner
        if nations:
            return self._directory.country(nations[0])
        implied = self._gazetteer.implied(phrase.head.text)
        return self._directory.any(implied[0]) if implied else None

    def inside(self, phrase: NounPhrase, country: str | None) -> Actor | None:
        """The ministry, organisation or seat that the words around the head name."""
        for piece in titles.bodies(phrase):
            if piece.kind == "ministry":
                return self._directory.ministry(general(piece), country) if country else self._special(piece)
            if piece.kind == "organisation":
                return self._directory.organisation(piece.keys("organisation")[0])
            if piece.kind == "metonym":
                return self._directory.any(self._directory.metonyms[piece.keys("metonym")[0]].refers_to)
        implied = [i for p in phrase.before if p.kind == "office" for i in self._gazetteer.implied(p.text)]
        return self._directory.any(implied[0]) if implied else None

    def _country_in(self, label: str) -> str | None:
        """The country of an adjective in a body's name, of a country behind "of", or of what the name begins with."""
        behind = self._gazetteer.lookup(label.rpartition(" of ")[2])[:1] if " of " in label else ()
        if behind and behind[0].kind == "country":
            return self._directory.iso(behind[0].key)
        for index, word in enumerate(label.split()):
            for entry in self._gazetteer.lookup(word)[:1]:
                if entry.kind == "adjective" or (entry.kind == "country" and index == 0):
                    return self._directory.iso(entry.key)
                if entry.kind == "place" and index == 0:
                    row = self._gazetteer.places.get(entry.key)
                    return row.country if row else None
        return None


def general(piece: Piece) -> str:
    """The row of ministries.csv that a piece names, whichever country's."""
    keys = piece.keys("ministry")
    return next((k for k in keys if "@" not in k), keys[0].partition("@")[0])
