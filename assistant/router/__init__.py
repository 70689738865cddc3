"""Plain language in, validated tool calls out; nothing is executed here.

Where to look, in the order in which a message is read (`route.py` leads through it, `answers.py` has the forms of an answer; each file says what is in it):

- `wording`: the message written plainly. `normalize` makes the tokens, `spelling` mends, `restate` with `frames`,
  `code_words` and `r_words` reads code; the others put in plain order what people put otherwise.
- `parts`: cut into requests. `requests` leads; `segment` (with `verbs` and `reworded`), `sequence`, `listing`, `cuts`, `spread`, `pairs` and `those`
  (with `those_rows` and `those_columns`) cut and join; `in_order` reads part after part, `one` a single one, `whole` all as one; `called` fills a call.
- `entities`: what each request names. `clause` holds it, `said` its words; `named_columns`, `columns`, `values`, `conditions`, `comparisons`, `numbers`,
  `units` and `vocabulary` find it; `shape` writes it as signs.
- `tool`: which tool it asks for. `triggers/` are patterns (`sieve` says which are worth a try), `evidence` the weights learned from `examples.jsonl`,
  `wanted` both together, `adjustments` what stands around the verb.
- `arguments`: `fill` names a function for each tool, in the `fill_*` files; `slots` for columns, `params` for models.
- `dialogue`: what only the talk before makes clear. `pending`, `chosen`, `picked` and `answered_freely` for answers; `followup` with `changed`, `amend`
  and `corrections` for afterthoughts; `about_steps`, `earlier_runs` and `pointed_at` for what was done and spoken of.
- `asking`: asked back or declined instead of done. `guards`, `choices`, `unused` (nothing said may be lost), `refuse`.
"""

from assistant.router.context import RouterContext
from assistant.router.route import route

__all__ = ["RouterContext", "route"]
