from tests import factories


def hide(word: str = "Secret") -> None:
    """Records of every sort that is not public."""
    for status in ("draft", "withdrawn"):
        article = factories.article(body=word, title=word, status=status)
        factories.statement(word, article=article)
    for status in ("proposed", "rejected"):
        factories.statement(word, article=factories.article(body=word, title="x"), status=status)
