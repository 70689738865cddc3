"""Whole messages of a few words that mean one tool, in words that tables and models are seldom spoken of with: “let them all compete”, “zip it all up”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.context import Call, RouterContext

LONGEST = 80
"""A longer message is no such saying."""
_LEAD = r"(?:(?:ok|okay|so|and|but|now|well|right|please|pls|just|then|hey|oh|can you|could you|would you|lets|let us|i want to|i would like to|you can) ,? ?)*"
_END = r"(?: (?:please|pls|now|then|for me|for us|thanks|ok|will you|would you|though|again))*"
_MODEL_PLURAL = r"(?:them|the (?:whole )?lot(?: of (?:them|these|it))?|all(?: of them)?|everything|every(?: model)?|each one|all (?:the |your )?models)"
_IT_ALL = r"(?:it|this|that|everything|the (?:whole )?(?:lot|thing|project|shebang)|all(?: of (?:it|this|that))?)(?: all)?"
_NEW = r"(?:(?:im|i am|its my|it is my|this is my|my|an?|total|complete|absolute|very|your|the) )*"
_THE_MODEL = r"(?:it|this|that|them|this thing|the (?:model|thing|machine|results?|predictions?|numbers?|answers?|guesses)|these(?: \w+)?|its (?:answers?|predictions?|guesses|numbers?))"
_ODDLY = r"(?:freaky|freakish|weird|odd|strange|unusual|suspicious|abnormal|fishy|dodgy|iffy|bizarre|funny|out of the ordinary)"
_SAYINGS: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("export", {"formats": ["report"]},
        r"(?:(?:an?|the|one|some|me|us|give|i want|i need|make|write|get|print|as|in) )*(?:print ?-? ?ready|printable|printed|written|short|nice|proper|full|"
        r"final|whole|complete|little|pretty|pdf|clean|neat|one ?-? ?page|summary|management|"
        r"readable)(?: (?:and|,|nice|short|readable|written|full|final|clean|summary))* report(?: (?:to print|"
        r"for (?:my|the|our) (?:boss|manager|teacher|team|client|meeting|files?)))?"),
    ("profile", {},
        r"(?:(?:show|print|the|data) )*(?:shape|cols|dtypes?|schema|info|cardinality|nunique|"
        r"(?:nulls?|nans?|nas|missings?|missing values|gaps|unique values?|uniques|unique|distinct values?|cardinality)(?: counts?)? (?:per|by|in each|for each|"
        r"of each|in every) (?:cols?|columns?|features?|variables?))"),
    ("export", {"formats": ["service"]}, r"(?:docker|dockerfile|docker (?:image|container))(?: (?:and|or|/) (?:an? )?(?:api|service|endpoint))?"),
    ("preview", {}, r"(?:(?:let (?:me|us)|lets|can i|may i) )?(?:show|see|look at|give|display|print|view)(?: me| us)? (?:what(?:s| is|ever is)? (?:left|still (?:here|there|in)|over)(?: over| now| then)?|what remains|the rest of it|what (?:we|i)(?: still)? have(?: got)? left)"),
    ("compare_models", {}, rf"(?:let|have|make) {_MODEL_PLURAL}(?: all)? (?:compete|race|battle|slug|fight)(?: it)?(?: out)?(?: against each other)?"),
    ("export", {"formats": ["project"]}, rf"(?:zip|pack|wrap|bundle|package) {_IT_ALL}(?: up| together| in)?"),
    ("evaluate", {}, r"(?:(?:is|was) (?:it|that|this|the model|the result) |its |it is )?(?:any good|(?:really |already )?good enough|accurate enough|reliable enough|decent enough)(?: (?:then|yet|now|for us|for this))*"),
    ("help", {}, r"(?:i(?: a)?m )?(?:so |totally |very |really |a bit |still )*(?:confused|lost|puzzled|clueless|baffled)(?: (?:here|now|again))*"),
    ("help", {"topic": "undo"},
        r"(?:can|could|may|is it possible for) i (?:still |always |also |later )*(?:to )?(?:undo|take back|reverse|revert|unmake) (?:that|it|this|things|steps?|"
        r"a step|something|everything|what i did|mistakes?)(?: later| again| afterwards| if i want| at any time)*|is (?:that|it|this) reversible|"
        r"can (?:that|it|this) be (?:undone|reversed|taken back)"),
    ("undo", {}, r"(?:skip|forget|scrap|cross out|wipe|take away) (?:the |that |my )?last (?:thing|one|bit|step|action|change|move)"),
    ("help", {"topic": "load_data"}, r"(?:can|do|could) (?:you|it|this|i) (?:read|open|load|take|handle|use|import|understand)(?: an?| my)? (?:excel|csv|xlsx?|json|parquet|spread ?sheets?|tsv)(?: (?:files?|too|as well|sheets?))*"),
    ("set_task", {"task": "clustering"}, r"(?:find |make |show |give me |build |form )?(?:some |the |natural )?(?:groups?|clusters?|segments?|families) of (?:similar |like |alike )?(?!columns|features|rows|models|values|numbers|runs)[a-z]{3,}s"),
    ("export", {"formats": ["notebook"]}, r"(?:(?:give|get|send|hand)(?: me)? )?(?:an? |the |as an? )?(?:jupyter|ipynb|ipython)(?: file)?"),
    ("export", {"formats": ["transcript"]}, r"(?:give|get|send|show|save|export|download|hand|let)(?: (?:me|us))?(?: have)? (?:the|our|this|my|a) (?:whole |entire |full )?(?:chat|conversation)(?: (?:log|history|transcript|protocol))?(?: (?:as a file|in a file|to keep|to download))?"),
    ("export", {"formats": ["report"]}, r"(?:(?:may|can|could) (?:i|we) )?(?:have|get|put|print|give me|i want|see)(?: (?:me|us))? (?:all |this |that |it |everything |the (?:whole )?(?:lot|thing) )+(?:out )?on paper"),
    ("leaderboard", {}, r"lb|(?:show |see )?(?:the )?leader ?board"),
    ("undo", {}, r"(?:rm|remove|delete|drop|cancel|strike) (?:the )?last(?: (?:step|one|thing|action|stage|command|change))?"),
    ("compare_models", {}, r"bench(?:mark)? (?:them )?(?:all|everything)(?: (?:the )?models)?"),
    ("export", {"formats": ["service"]}, r"(?:(?:give|get|make|build|i want|i need)(?: me)? )?(?:an? |the )?(?:rest |web |http )*(?:api|endpoint|service)(?: endpoint)?(?: (?:for|of|out of) (?:it|this|that|the model))?"),
    ("export", {"formats": ["report"]}, r"(?:share|send|give|save|put|export|download)?(?: me| us)? ?(?:it|this|that|all|everything)? ?(?:as|in) (?:an? )?html(?: (?:page|file|report))?"),
    ("set_task", {"task": "clustering"}, r"(?:which|what|who) (?:of (?:the|my) )?(?!columns?|features?|models?|runs?)[a-z]{3,} (?:are|is|look|behave) (?:most |more or less |roughly )?(?:alike|similar|the same kind|comparable)(?: to each other)?"),
    ("plot_model", {"kind": "lift"}, r"(?:the |show |draw |plot )*lift(?: chart| curve| plot)?"),
    ("export", {"formats": ["project"]}, r"(?:the |all the |give me the |as an? |as )?(?:zip|code|source code|python code|project)"),
    ("export", {"formats": ["report"]},
        r"(?:(?:can|may|could) i (?:have|get|download|print)(?: (?:it|this|that|everything))?|"
        r"(?:download|save|give me|get|put|write)(?: (?:it|this|that|everything|all))?)? ?(?:(?:this|that|it|all) )?(?:for (?:my|the|our) (?:boss|manager|"
        r"supervisor|professor|teacher|client|team|colleagues?) )?(?:as|into|"
        r"in) an? (?:(?:nice|short|readable|printed|proper) )?document(?: for (?:my|the|our) (?:boss|manager|supervisor|professor|teacher|client|team|"
        r"colleagues?))?|(?:the |an? )?model card"),
    ("export", {"formats": ["script"]}, r"(?:as )?(?:py|python|python script)"),
    ("export", {"formats": ["transcript"]}, r"(?:the )?(?:chat|transcript)"),
    ("tour", {}, rf"(?:show me |in |take )?baby steps|{_NEW}(?:first[ -]?timers?|beginner|newbie|noob|novice|newcomer|rookie|greenhorn|first time)(?: (?:here|user|at this|with this|on this|to this))*"),
    ("tour", {}, r"(?:teach|show|take|guide|lead|walk|start|bring) (?:me|us)(?: (?:how|it|this|that|through|all|along|works?|goes|is done))* ?(?:right )?from (?:the )?(?:very )?(?:0|zero|scratch|start|beginning|ground up|square (?:1|one))"),
    ("tour", {}, r"(?:(?:i|we)(?: have|ve)? )?never (?:ever |really )?(?:done|used|tried|worked with) (?:any of |anything like )?(?:this|that|it|such a thing|machine learning|ml)(?: (?:before|ever|in my life|kind of thing|sort of thing|stuff))*"),
    ("help", {"topic": "start_over"},
        r"what (?:does|would|will|is) (?:it (?:mean|do) to )?start(?:ing)? (?:all )?over(?: (?:do|mean|for|delete|remove|take back))*|"
        r"(?:how (?:do|does|can|could|would|should) (?:i|we|you|one) |"
        r"(?:tell|show|explain)(?: to)?(?: me| us)? how (?:to |i can |do i |can i |i |one can ))(?:start (?:all )?(?:over|again|anew|afresh|from scratch)|"
        r"begin again|reset(?: (?:it|all|everything))?|(?:delete|erase|wipe|clear|remove|undo) (?:everything|it all|all(?: (?:of it|steps))?))"),
    ("help", {"topic": "undo"}, r"what (?:does|would|will) (?:the )?(?:undo|redo)(?: button| command)? (?:do|mean)"),
    ("profile", {}, r"(?:help me (?:to )?)?(?:understand|make sense of|get (?:a feel(?:ing)? for|to know)) (?:it|(?:the|my|this|our|that) (?:data|table|file|dataset|data set|numbers|sheet|spreadsheet))(?: better)?"),
    ("profile", {},
        r"how many(?: rows| records| lines| cases| of them|"
        r" [a-z]{3,12}s)? (?:(?:are|is|have we got|do (?:we|i) have) (?:there )?(?:still )?(?:left|remaining|left over)|(?:still )?remain|left)(?: now| then|"
        r" over)?|how many [a-z]{3,12}s now|how many(?: rows| records)?|what(?:s| is) (?:this|it|the (?:data|table|file)) (?:all )?about|"
        r"what do (?:we|i) have(?: here| now)?|what (?:can|could) (?:you|we|i|one) (?:tell|say|see|show|learn)(?: me| us)? (?:about|from|in|of) (?:these|those|"
        r"this) (?:data|table|file|dataset|[a-z]{3,12}s)"),
    ("list_models", {}, r"(?:what|which)(?:s| is| are| would be)? (?:the |an? )?(?:simplest|easiest|most basic|plainest|least complicated)(?: (?:model|algorithm|method|one)s?)?(?: (?:here|there is|you have|for this|to use|to start with|to try))*"),
    ("compare_models", {}, r"(?:with|try|use|take) (?:two|three|four|2|3|4|several|a few|some|different|various|many) (?:different |other )?models"),
    ("suggest", {}, r"what (?:can|could|should|might|may) (?:i|we) try(?: (?:out|now|next|here|first|then|with (?:it|this|that)))*|what would you (?:use|try|do|take|go for|start with)(?: (?:for (?:that|this|it|me)|with (?:that|this|it)|here|now|then|next|first|in my place))*"),
    ("evaluate", {}, r"(?:with|at|to) (?:what|which) (?:accuracy|precision|score|certainty)|how (?:sure|certain) (?:is|are) (?:it|you|we)(?: (?:of|about) (?:it|that|this))?|(?:are|is) (?:they|these|it|that|this) any good"),
    ("suggest", {}, r"where (?:to|next|now)(?: (?:now|next|from here|go|go from here|go next))*"),
    ("suggest", {}, r"(?:make|get) (?:it|this|that|the model|my model) (?:even |much |a (?:bit|little) )*(?:better|stronger|more accurate|smarter)|improve (?:it|this|that|the model|my model)"),
    ("evaluate", {}, rf"(?:can|should|could) (?:i|we|one) (?:really |even |actually |safely )*(?:trust|rely on|count on|believe|depend on)(?: in)? {_THE_MODEL}(?: at all| yet)?"),
    ("evaluate", {}, r"(?:(?:is|was) (?:it|this|that|the model) )?(?:any )?better than (?:a )?(?:coin (?:flip|toss)|guess(?:ing|work)?|chance|luck|random(?: guessing)?|nothing)"),
    ("evaluate", {},
        r"how (?:wrong|far out|far off|reliable|trustworthy|right) (?:is|are|was) (?:it|the model|we|this|they)(?: usually| on average| in general)?|"
        r"(?:what|which) (?:percentage|percent|share|part|proportion|fraction)(?: of (?:them|the (?:rows|cases|time)|it))? (?:does|did|do) (?:it|the model|we|"
        r"you) (?:get|have) (?:right|wrong)|what (?:score|accuracy|result)s? (?:do|did|have) (?:we|you|i) (?:have|get|got)(?: now| so far)?|"
        r"what(?:s| is) (?:the|its|my|our) (?:average |mean |typical |overall )?errors?(?: rate)?|"
        r"(?:does|will|would) (?:it|this|that|the (?:thing|model|machine)) (?:work|hold up|do|perform)(?: well)? (?:on|for|with) (?:new|other|unseen|fresh|future|"
        r"unknown|tomorrows|next years) [a-z]+|does the (?:thing|model|machine) (?:even |actually )?work"),
    ("suggest", {},
        r"(?:how|where) (?:do|should|can|shall|would) (?:i|we|you|one) (?:start|begin|get started|get going|kick off|proceed|go on|"
        r"continue)(?: (?:here|now|with (?:this|it)|from here))*|what comes (?:next|after (?:this|that|training|splitting|cleaning|it))|"
        r"(?:what|anything) else(?: (?:to do|is there(?: to do)?|should i do|left))?"),
    ("show_pipeline", {}, r"what (?:did|have) (?:you|we|i) (?:just |already )?(?:do|done|change|changed)(?: (?:just now|there|now|to it|to the data|so far))*|what (?:just )?happened(?: (?:just now|there|to the data|so far))*|what was that"),
    ("profile", {},
        r"(?:did|have|can|could|do) (?:you|it) (?:now |already |even )?(?:get|got|receive|received|see|load|loaded|read|have)(?: all)? (?:my|the|our) (?:data|"
        r"file|table|upload)s?(?: (?:now|yet|at all))*|surprise me|"
        r"tell (?:me|us) (?:something|anything) (?:i (?:dont|do not) know|new|interesting|surprising|useful)(?: about (?:it|this|the data))?"),
    ("job_status", {}, r"is (?:it|this|the (?:job|run|training|search)|training) (?:stuck|hanging|frozen|dead|alive|progressing|moving|still (?:going|at it|alive))"),
    ("help", {"topic": "load_data"},
        r"(?:how|can|may|could) (?:do |can |should )?(?:i|we) (?:load|upload|open|use|import|read|bring in|"
        r"add) (?:(?:my|our|an?|own|the|other|another) )*(?:files?|data|tables?|excel(?: files?)?|csvs?|spreadsheets?|parquet|"
        r"dataset)(?: (?:here|in|files?|too|of my own))*|"
        r"(?:which|what) (?:file ?types?|file formats?|formats?|files|kinds? of files?) (?:work|can (?:i|you|it) (?:load|open|read|take|use|upload|import)|"
        r"do you (?:read|take|open|support|understand))(?: here)?"),
    ("plot_model", {"kind": "threshold"}, r"(?:(?:show|draw|plot|see|give|the|an?|me|us) )*(?:threshold|cut ?off) (?:plot|curve|chart|graph)"),
    ("set_task", {"task": "anomaly_detection"},
        r"(?:find|spot|show|detect|catch|flag|look for|search for|hunt(?: for)?|point out|pick out|which (?:ones )?are|any|got any|are there(?: any)?)(?: me|"
        r" us)?(?: out)? (?:(?:the|all|any|some) )*(?:oddballs|odd ones(?: out)?|weirdos?|misfits|freaks|oddities|outsiders|strange ones|weird ones|"
        r"(?:freaky|weird|odd|strange|unusual|suspicious|abnormal|fishy|dodgy|iffy|bizarre) [a-z]{3,}s)(?: ?,? ?(?:or |and )?(?:anything|whatever|everything|all|"
        r"any)(?: (?:that|which))?(?: (?:is|looks|seems))? " + _ODDLY + ")?"),
    ("set_task", {"task": "anomaly_detection"}, r"(?:which|what) (?:of the )?(?!row|model|one|run)[a-z]{3,} (?:are|look|seem|behave|were|is|was) (?:so |very |rather |really |a bit )?(?:weird|odd|strange|unusual|suspicious|abnormal|fishy|dodgy|atypical|anomalous|out of the ordinary)(?:ly)?"),
)
_PLAINLY = re.compile(_LEAD + "(?:" + "|".join(f"(?P<s{place}>{pattern})" for place, (_, _, pattern) in enumerate(_SAYINGS)) + ")" + _END)
_HOW_TO = re.compile(
    r"how (?:do|does|can|should|could|would) (?:i|we|you|one) (?P<what>undo|redo|train|split|scale|encode|impute|tune|export|download|predict|evaluate|explain|"
    r"cluster|balance|calibrate|stack|compare|plot|filter|clean|cross validate|fill(?: in)?(?: (?:the|my|missing|any|all))* (?:gaps|blanks|holes|values|cells)|"
    r"get rid of (?:outliers|duplicates|columns|rows|gaps)|(?:drop|remove|delete|rename) (?:an? )?(?:columns?|rows?|steps?)|"
    r"make (?:an? )?(?:charts?|plots?|reports?|pictures?))(?: (?:an?|the|my|some|all))*(?: (?:models?|data|things?|it|this|them|columns?|rows?|tables?|texts?|"
    r"values?|steps?))?(?: (?:here|now|with (?:this|it|you)))*",
)
"""“how do I encode things here”, which asks how it is said and orders nothing."""


def said_plainly(words: str, context: RouterContext) -> Call | None:
    """Gives the call that is all a message asks for; None for any other message."""
    match = _PLAINLY.fullmatch(words) if len(words) <= LONGEST else None
    if match is None and context.task == "clustering" and (number := _K_ALONE.fullmatch(words)):
        return _as_many_groups(int(number[1]), context)
    if match is None:
        how = _HOW_TO.fullmatch(words) if words.startswith("how ") else None
        return {"tool": "help", "args": {"topic": how["what"]}} if how else None
    tool, args, _ = _SAYINGS[int(str(match.lastgroup)[1:])]
    if tool == "profile" and context.runs and words.endswith(" it"):
        return None  # the model, not the table
    if args.get("task") == "anomaly_detection" and _finds_odd_ones(context):
        return {"tool": "show_errors", "args": {}}
    return {"tool": tool, "args": {**args}}


_K_ALONE = re.compile(r"(?:(?:ok|and|now|with|try|use|make it|set|again|but) )*k ?=? ?(\d{1,2})(?: (?:instead|please|pls|now|then))*")
"""“k=5”, where groups are looked for."""


def _as_many_groups(number: int, context: RouterContext) -> Call:
    """Trains the latest model of groups anew with so many of them; k-means where the latest counts none."""
    latest = context.runs[-1] if context.runs else None
    model = latest.get("model") if isinstance(latest, dict) else latest
    counted = next((name for name in ("minibatch_kmeans", "gaussian_mixture", "agglomerative", "birch", "spectral") if name in (model, str(model).rpartition("-")[0])), "kmeans")
    return {"tool": "train", "args": {"model": counted, "params": {"n_components" if counted == "gaussian_mixture" else "n_clusters": number}}}


def _finds_odd_ones(context: RouterContext) -> bool:
    """Says whether a model that finds what is odd is there already, or was just asked for."""
    return context.task == "anomaly_detection" or any(call["args"].get("model") in _FINDERS for call in context.last if call["tool"] == "train")


_FINDERS = ("isolation_forest", "one_class_svm", "local_outlier_factor", "elliptic_envelope")
