"""Finding who said what: text in, quotations out.

    >>> find('"We agree," Foreign Minister Ada Brook said.')[0].speaker
    'Ada Brook'

Pure Python without models to download; imports nothing of Django or of the application. A text,
without what is invisible, goes through layout and datelines (the parts of an article), transcripts
(turns, if it is one), marks (quotation marks), tokens and sentences. In each sentence: forms,
weakverbs, complements and cues (words of saying); phrases, spans, hangers, appositions,
verbgroups, subjects, mainclauses, sources and attributions (who says); positions (where);
addressees (whom it is told), circumstances, clauses, predicates, leadins, descriptions, opening,
tenses, doubts, remarks, endings, furthercues, limits and contents (where what is said begins and
ends); frames (the rules), wholequotes (what is nothing but quotation), interrupted (what is said
on both sides of who says it), inheriting (verbs without a subject of their own), unclaimed
(quotations under no rule); found is what they give. Over sentences: blocks, joining and
paraphrases. Who that is: titles, naming, shortforms, people, offices, mentions, bodies, firms,
documents, holders, leads, memory, pronouns and resolving. engine goes through all of it;
confidence says how far a rule can be trusted; topics suggests topics. The words that the rules
know are in data/, and lexicon reads them.
"""

from .engine import find
from .quotation import Kind, Mention, Person, Quotation, Span, Tenure

__all__ = ["Kind", "Mention", "Person", "Quotation", "Span", "Tenure", "find"]
