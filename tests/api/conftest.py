import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_question_counts_from_test_to_test():
    cache.clear()
