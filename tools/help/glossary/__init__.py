"""The glossary: words of machine learning in plain language."""

from tools.help.glossary.about_data import TERMS as DATA
from tools.help.glossary.about_judging import TERMS as JUDGING
from tools.help.glossary.about_models import TERMS as MODELS
from tools.help.glossary.about_preparation import TERMS as PREPARATION
from tools.help.glossary.term import Term

TERMS: tuple[Term, ...] = (*DATA, *PREPARATION, *MODELS, *JUDGING)

__all__ = ["TERMS", "Term"]
