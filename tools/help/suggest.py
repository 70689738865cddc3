"""Says what to do next, and why."""

from __future__ import annotations

from tools.base import Answer, NoArguments, Tool, text_block
from tools.cells import escaped, in_markdown
from tools.experiment import Experiment
from tools.help.next_steps import next_steps


class Suggest(Tool):
    """Says what to do next and why; slot one is the best step."""

    name = "suggest"
    stage = "help"
    label = "What next?"
    summary = "What to do next and why."
    phrases = (
        "what should I do now?",
        "what next?",
        "any suggestions?",
        "what do you recommend?",
        "what now?",
        "I'm stuck",
        "what would you do?",
        "give me a hint",
        "how do I go on?",
        "what is a sensible next step?",
        "and now?",
        "what to do next?",
    )
    requires = ()

    def answer(self, args: NoArguments, experiment: Experiment) -> Answer:
        from tools.state import state_of

        steps = next_steps(state_of(experiment))
        lines = [f"{number}. **{escaped(step.label)}** — {in_markdown(step.reason)}" for number, step in enumerate(steps, start=1)]
        return Answer(said="This is what I would do next:", blocks=[text_block("\n".join(lines))])
