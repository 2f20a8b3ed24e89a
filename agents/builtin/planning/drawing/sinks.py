"""Where the results of a pipeline lie: in a warehouse, in files, or in a database of its own."""

import re

from agents.builtin.planning.drawing.shape_parts import Part
from agents.builtin.planning.entries import Entries

DELIVERED = re.compile(
    r"\b(?:in|into|to) (?:[\w'’]+ ){0,3}?(Redshift|Snowflake|BigQuery|Databricks|Synapse|ClickHouse|Iceberg|Delta Lake)\b"
)
FORMATS = re.compile(r"\b(Excel|NetCDF|CSV|Parquet|JSON|JSONL|XLSX|XML|GeoJSON|Avro)\b")
WRITTEN = re.compile(
    r"\b(?i:writ(?:e|es|ten)|makes?|produc(?:e|es|ed)|creates?|sav(?:e|es|ed)|exports?|exported|turned into|goes|lands?|brings?|puts?)\b[^.;\n]{0,60}"
    r"\b(?:Excel|NetCDF|CSV|Parquet|JSON|JSONL|XLSX|XML|GeoJSON|Avro)\b"
)
IN_A_DATABASE = re.compile(
    r"\b(?:into|in|to) (?:the |our |a )?(?:database|warehouse|tables?)\b", re.IGNORECASE
)


def sink_of(part: Part, entries: Entries) -> Part:
    """The store of results where their readers look for them: a warehouse that is named, or the files that are written."""
    texts = [*(each.text for each in entries.requirements), entries.opening]
    found = DELIVERED.search("\n".join(texts))
    if found:
        return part._replace(technology=found[1])
    written = [name for text in texts for each in WRITTEN.finditer(text) for name in FORMATS.findall(each[0])]
    if not written or any(IN_A_DATABASE.search(text) for text in texts):
        return part
    names = " and ".join(dict.fromkeys(written))
    return part._replace(name="Result files", kind="files", technology=f"{names} files")
