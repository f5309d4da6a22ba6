"""Bytes in, article drafts out: one file a format. Pure: no Django, no models."""

from .drafts import ArticleDraft, DraftError, Failure, Segments, StatementDraft

__all__ = ["ArticleDraft", "DraftError", "Failure", "Segments", "StatementDraft"]
