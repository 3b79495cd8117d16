"""Order exports that staff hand in. Table `imports`: the imports, and what was wrong with each."""

from enum import StrEnum

from pynamodb.attributes import JSONAttribute, NumberAttribute, TTLAttribute, UnicodeAttribute
from pynamodb.constants import STREAM_NEW_IMAGE
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.aws.tables import Item, TableMeta, Time, table


class ImportState(StrEnum):
    """How far an import is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class UnfinishedImports(GlobalSecondaryIndex["OrderImport"]):
    """Imports that are not through, by when somebody has to look at them."""

    class Meta:
        index_name = "unfinished_imports"
        projection = KeysOnlyProjection()

    unfinished = UnicodeAttribute(hash_key=True)
    busy_until = Time(range_key=True)


class OrderImport(Item, discriminator="order_import"):
    """An import: `pk` is `imports`, `sk` is `import#<ulid>`.

    `key` is the file in S3. `read_to` is the last line that was worked off; `new`, `known` and
    `bad` count lines up to there. Until `busy_until` somebody is at it.
    """

    class Meta(TableMeta):
        table_name = table("imports")
        stream_view_type = STREAM_NEW_IMAGE

    file_name = UnicodeAttribute()
    key = UnicodeAttribute()
    asked_by = UnicodeAttribute()
    asked_by_name = UnicodeAttribute()
    created_at = Time()
    state = UnicodeAttribute(default=ImportState.WAITING)
    reason = UnicodeAttribute(null=True)
    read_to = NumberAttribute(default=0)
    new = NumberAttribute(default=0)
    known = NumberAttribute(default=0)
    bad = NumberAttribute(default=0)
    finished_at = Time(null=True)

    unfinished = UnicodeAttribute(null=True)
    busy_until = Time(null=True)
    unfinished_index = UnfinishedImports()

    @property
    def id(self) -> str:
        """The import's own id."""
        return self.sk.partition("#")[2]


class ImportReport(Item, discriminator="import_report"):
    """What was wrong in some lines: `pk` is `report#<import>`, `sk` is `to#<last line>`.

    `problems` are triples of line, column and reason.
    """

    class Meta(TableMeta):
        table_name = table("imports")

    problems = JSONAttribute()
    cleanup = TTLAttribute()
