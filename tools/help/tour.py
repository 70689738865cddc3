"""The guided first experiment, as a conversation."""

from __future__ import annotations

from pydantic import Field

from tools.base import Answer, Arguments, Suggestion, Tool, ToolCall
from tools.cells import in_markdown
from tools.experiment import Experiment
from tools.help.situation import Situation
from tools.help.tour_stops import next_stop, text_of


class TourArguments(Arguments):
    """Whether to leave it."""

    leave: bool = Field(False, description="Leave the tour; it can be taken up again at any time.")


class Tour(Tool):
    """Leads through a first experiment: each stop says what happens and offers the next step as a button."""

    name = "tour"
    stage = "help"
    label = "Take the tour"
    summary = "The guided first experiment: from a table to a downloaded project."
    Arguments = TourArguments
    phrases = (
        "take the tour",
        "show me around",
        "guide me through a first experiment",
        "give me a tutorial",
        "give me a tour",
        "I'm new here",
        "walk me through it",
        "guide me step by step",
        "first time here, where do I begin?",
    )
    requires = ()

    def answer(self, args: TourArguments, experiment: Experiment) -> Answer:
        from tools.state import state_of

        experiment.document["tour"] = not args.leave
        if args.leave:
            again = Suggestion(label="Take it up again", reason="it goes on where you are", call=ToolCall(tool="tour"))
            return Answer(said="You have left the tour; all that was done stays.", options=[again])
        now = Situation(state_of(experiment))
        step = next_stop(now)
        leave = Suggestion(label="Leave the tour", reason="all that was done stays", call=ToolCall(tool="tour", args={"leave": True}))
        return Answer(said=in_markdown(text_of(now)).replace("\\*\\*", "**"), options=[step, leave] if step else [])
