"""Asking after work that takes long, and stopping it; the doors carry these out, as they know the jobs."""

from __future__ import annotations

from tools.base import Answer, NoArguments, Tool
from tools.experiment import Experiment


class JobStatus(Tool):
    """Says how far the running work is."""

    name = "job_status"
    stage = "help"
    label = "How far is it?"
    summary = "How far the running work is."
    phrases = (
        "how far is it?",
        "is it done yet?",
        "job status",
        "how long will it take?",
        "how long will it still take?",
        "is it finished?",
        "how much longer?",
        "what is the progress?",
        "still running?",
    )
    requires = ()

    def answer(self, args: NoArguments, experiment: Experiment) -> Answer:
        return Answer(said="Nothing is running.")


class Cancel(Tool):
    """Stops the running work."""

    name = "cancel"
    stage = "help"
    label = "Stop"
    summary = "Stop the running work."
    phrases = (
        "cancel",
        "stop the training",
        "abort",
        "stop it",
        "stop the training please",
        "kill the job",
        "enough, stop",
        "call it off",
    )
    requires = ()

    def answer(self, args: NoArguments, experiment: Experiment) -> Answer:
        return Answer(said="Nothing is running, so there is nothing to stop.")
