"""Reading and comparing on Spark (4.0 or later): the driver sends them, its workers do them, the driver gets results.

Spark does a task again whose process or machine dies.
"""

from kg.engine.spark.comparing import compare
from kg.engine.spark.reading import extract

__all__ = ["compare", "extract"]
