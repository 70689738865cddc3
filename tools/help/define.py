"""Explains a word in plain language, with an example on the data at hand."""

from __future__ import annotations

from pydantic import Field

from tools.base import Answer, Arguments, Suggestion, Tool, ToolCall, UserError, text_block
from tools.cells import in_markdown
from tools.experiment import Experiment
from tools.help.glossary import TERMS, Term
from tools.help.term_examples import example_on

SURE, NEAR = 86, 50
OFFERED = 4


class DefineArguments(Arguments):
    """The word."""

    term: str = Field(min_length=1, max_length=100, description="A word of the trade, such as overfitting, one-hot or recall.")


class Define(Tool):
    """Explains a word in plain language, with an example on the data at hand and the words that belong to it."""

    name = "define"
    stage = "help"
    label = "Explain a word"
    summary = "A plain-language explanation, with an example on your data."
    Arguments = DefineArguments
    phrases = (
        "what is overfitting?",
        "what does recall mean?",
        "define one-hot encoding",
        "explain the term leakage",
        "what does overfitting mean?",
        "define recall",
        "what is an f1 score?",
        "explain what one-hot encoding is",
        "meaning of cross validation",
        "what's a baseline?",
    )
    requires = ()

    def answer(self, args: DefineArguments, experiment: Experiment) -> Answer:
        term = find_term(args.term)
        if term is None:
            raise unknown_term(args.term)
        blocks = [text_block(in_markdown(term.more))] if term.more else []
        example = example_on(term.name, experiment)
        if example:
            blocks.append(text_block(f"Here: {in_markdown(example)}"))
        options = [_about(name) for name in term.see[:OFFERED]]
        return Answer(said=f"**{term.name[:1].upper()}{term.name[1:]}** — {in_markdown(term.short)}", blocks=blocks, options=options)


def find_term(wanted: str) -> Term | None:
    """Finds a term by its name, another name for it, that of a model, or one that is nearly written so."""
    from rapidfuzz import fuzz, process, utils

    names = {name: term for term in TERMS for name in (term.name, *term.also)}
    plain = _plain(wanted)
    for name, term in names.items():
        if plain in {_plain(name), _plain(name) + "s"} or plain.rstrip("s") == _plain(name).rstrip("s"):
            return term
    if (model := _model_term(plain)) is not None:
        return model
    found = process.extractOne(wanted, list(names), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=SURE)
    return names[found[0]] if found else None


def _model_term(plain: str) -> Term | None:
    """Makes a term of a model that the glossary leaves to its own declaration."""
    from engine.models import MODELS

    model = next((each for each in MODELS if plain in {_plain(each.id), _plain(each.label)}), None)
    if model is None:
        return None
    tasks = [task.replace("_", " ") for task in model.tasks]
    more = f"It does {' and '.join(tasks)}; say “train {model.id}” to try it."
    return Term(model.label, f"{model.label[:1].upper()}{model.label[1:]} is a model. {model.summary}", more, ("model", *tasks[:1]))


def unknown_term(wanted: str) -> UserError:
    """Says that a term is not in the glossary, with the nearest that is."""
    from rapidfuzz import fuzz, process, utils

    names = {name: term.name for term in TERMS for name in (term.name, *term.also)}
    near = process.extract(wanted, list(names), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=NEAR, limit=OFFERED)
    nearest = list(dict.fromkeys(names[match[0]] for match in near))[:3]
    hint = f"Near to it are: {', '.join(nearest)}." if nearest else f"It explains {len(TERMS)} words, such as overfitting, recall or one-hot encoding."
    call = ToolCall(tool="define", args={"term": nearest[0] if nearest else "overfitting"})
    return UserError("unknown_term", f"“{wanted}” is not in the glossary.", hint, call, argument="term")


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())


def _about(name: str) -> Suggestion:
    return Suggestion(label=f"What does “{name}” mean?", reason="see also", call=ToolCall(tool="define", args={"term": name}))
