"""Whether a build, or anybody's RDF, is what it should be: shapes, and what shapes cannot say."""

from kg.check.check import check
from kg.check.finding import Finding

__all__ = ["Finding", "check"]
