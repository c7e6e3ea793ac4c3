"""What builds remember: the mentions of documents already read, so that only what changed is extracted again.

A folder of state holds a ledger (SQLite) and parts (Parquet). The ledger's row is the only commit point: a
document that has one is done, whatever happens to the process afterwards. Parts are written whole and named
by their content; one that no row names is left from a run that was killed, and is removed.

`written.json` tells how the last build left its files: while nobody touches them, the next one copies from its Turtle
what did not change, which takes a third of the time.
"""

from kg.store.files import note, untouched
from kg.store.keys import fingerprint
from kg.store.remembered import Extract, recall
from kg.store.store import Store, opened
from kg.store.windows import recall_stories

__all__ = ["Extract", "Store", "fingerprint", "note", "opened", "recall", "recall_stories", "untouched"]
