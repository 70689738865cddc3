"""The verbs by which a request opens."""

from __future__ import annotations

import re

VERBS = (
    "drop|remove|delete|exclude|discard|ditch|fill|impute|replace|encode|ohe|one-hot|one hot|onehot|label encode|scale|rescale|standardise|standardize|normalise|normalize|train|fit|build|run|try|"
    "split|show|plot|draw|predict|tune|optimise|optimize|compare|evaluate|explain|export|download|rename|treat|keep|filter|clip|cap|log|transform|bin|balance|create|make|add|"
    "extract|vectorize|vectorise|undo|redo|retrain|refit|strike|pull|tell|give|set|use|take|sample|describe|check|profile|prepare|clean|cross-validate|cross validate|do|apply|calibrate|stack|blend|"
    "combine|load|open|save|get rid|get|target|select|rank|reduce|count|list|test|hold|convert|turn|oversample|undersample|dedupe|deduplicate|throw|change|cluster|find|choose|call|name|go|start|handle|"
    "deal|visualise|visualize|bucket|put|winsorize|winsorise|z-score|target encode|frequency encode|freq encode|hash|ordinal encode|min-max|robust scale|square root|pca|histogram|what|which|how|ignore|forget|leave out|pick|group|"
    "(?:median|mean|mode|knn|zero)[ -](?:impute|fill)|work (?:on|with)|mark|dont use|do not use|restrict|limit|shuffle|search|score|classify|forecast|estimate|branch|fork|copy|stop|cancel|begin|reset|summarise|summarize|correlate|squash|trim|ensemble|subtract|multiply|divide|kick|toss|guess|foresee|foretell|only|who (?:is|are|will) (?:going|likely|about|gonna)|preview|see|look at|have a look at|pit|spend|acknowledge|chuck|axe|dump|purge|patch|plug|repair|mend|chop|slice|tame|break (?:up|down)|scrap|lose (?:it|them|this|that|those|these|both)|merge|recode|relabel|substitute|swap|race|benchmark|yeet|nuke|zap|oust|expel|rip out|get shot of|kill|leave (?:\\S+ ){1,4}out|have a go|give it a go"
)
TAKE_OUT = "bin off|get rid of|throw (?:out|away)|leave out|take (?:out|away)|kick out|filter out"
"""Verbs of two words that take something away."""
SOFT_VERBS = re.compile(r"^(?:tell|show|see|let|give|find|go|know|look|get|what|which|how|do|name|call|use|try|take|make|start|begin|put|set|list|check|test|run|save)\b", re.I)
GLUE = r"(?:please |pls |therefore |hence |thus |consequently |also |first |rather |better |then |finally |afterwards |next |now |just |lastly |i want to |i would like to |i'd like to |let us |lets |can you |could you |you can |we should |after that |at last |to |go ahead and |maybe |quickly )*"
"""What may stand before such a verb."""
