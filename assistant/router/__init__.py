"""Plain language in, validated tool calls out; nothing is executed here.

Where to look, in the order in which a message is read (`route.py` leads through it; each file says what is in it):

- *Written plainly*: `normalize`, `spelling`, `polite`, `hesitation`, `written_around`, `second_language`, `put_plainly`,
  `restate` with `frames`, `code_words` and `r_words` for code.
- *Cut into requests*: `requests` leads; `segment`, `sequence`, `listing`, `cuts`, `set_apart`, `spread`, `ways`, `pairs`
  and `those` cut and join; `in_order` reads part after part, `one` a single one, or the whole as one.
- *Recognised in each*: `clause` holds it; `columns`, `loose_names`, `values`, `conditions`, `comparisons`, `numbers`,
  `units` and `vocabulary` find it; `shape` writes it as signs.
- *Which tool*: `triggers/` are patterns, `evidence` the weights learned from `examples.jsonl`, `wanted` both together,
  `adjustments` what stands around the verb.
- *Its arguments*: `fill` names a function for each tool, in the `fill_*` files; `slots`, `params`, `recoding`, `record`.
- *What was said before*: `pending` and `chosen` for answers, `followup`, `amend`, `corrections`, `taken_back`, `redrawn`.
- *Asked or declined*: `guards`, `choices`, `alternatives`, `refused_rows`, `unused` (nothing said may be lost), `foreign`, `refuse`.
"""

from assistant.router.context import RouterContext
from assistant.router.route import route

__all__ = ["RouterContext", "route"]
