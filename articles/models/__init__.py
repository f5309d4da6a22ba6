"""What is stored: one file a noun. PostgreSQL is the record; models know nothing of search."""

from .article import Article, ArticleTopic, Original
from .empty_search import EmptySearch
from .merger import Merger
from .occasion import Occasion
from .polity import Polity
from .presence import Presence
from .proposal import Proposal
from .source import Source
from .speaker import Office, Speaker, SpeakerName, Tenure
from .statement import Statement, StatementAddressee, StatementTopic
from .topic import Topic

__all__ = [
    "Article",
    "ArticleTopic",
    "EmptySearch",
    "Merger",
    "Occasion",
    "Office",
    "Original",
    "Polity",
    "Presence",
    "Proposal",
    "Source",
    "Speaker",
    "SpeakerName",
    "Statement",
    "StatementAddressee",
    "StatementTopic",
    "Tenure",
    "Topic",
]
