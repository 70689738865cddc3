"""Says what fits instead where something is asked for that no tool does: mail, a database, pictures, another language, a chat about the world."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.asking.refuse import is_hostile, is_shell
from assistant.router.context import RouterContext

_FILES = ("report", "project", "data")
_TOPICS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        r"\b(?:sql|mysql|postgres\w*|sqlite|snowflake|bigquery|oracle|mongo\w*|databases?|redis|sharepoint|google (?:sheets?|drive)|dropbox|one ?drive|s3|"
        r"from (?:an? )?(?:url|website|api))\b", "I read files, and connect to no database or website. Save what you need as CSV, Excel, JSON or Parquet and load that file.", ("help_load", "samples")),
    (r"\b(?:scrape|crawl|look (?:it |this )?up online|search the (?:web|internet)|google (?!sheets)|wikipedia|browse|youtube|twitter|facebook|linkedin)\b", "I do not go online; I only know the table that is loaded here. Load a file, and I look at that.", ("help_load", "profile")),
    (r"\b(?:e ?-?mails?|mail|send|forward|slack|teams|whatsapp|text (?:me|him|her|them|my)|sms|post (?:it|this)|share)\b", "I cannot send anything to anybody. I can put it into a file, which you can then send yourself.", _FILES),
    (r"\b(?:print(?:er|out)?|on paper|fax)\b", "I have no printer. I can write a report as a web page, which your browser prints.", ("report", "transcript")),
    (
        r"\b(?:every (?:day|week|month|hour|monday|morning|night)|each (?:day|week|morning)|daily|weekly|nightly|schedule\w*|cron|remind\w*|alarm|timer|"
        r"at \d+ ?(?:am|pm|oclock)|automatically at|when i (?:am|m) away|over ?night)\b", "I do nothing by the clock. The project that I can write runs by itself, and any scheduler can start it.", ("project", "script", "autopilot")),
    (r"\b(?:pictures? of|photos?|images?|videos?|audio|sound|voice|speech|camera|x-?rays?|faces?|ocr|pdfs?|scan(?:s|ned)?)\b", "I learn from tables, not from pictures, sound or documents. A table of what was measured in them would do.", ("models", "samples")),
    (
        r"\b(?:deep learning|transformers?|llms?|large language|gpt\w*|bert|lstm|rnn|cnn|convolution\w*|diffusion|fine ?-?tune|pytorch|tensorflow|keras|"
        r"reinforcement)\b", "Such large networks are not here. For tables there are boosted trees, forests, linear models and a small neural network.", ("models", "compare")),
    (
        r"\b(?:time ?-?series|arima|sarima|prophet|exponential smoothing|forecast\w*|next (?:year|month|week|quarter|season|summer|winter)s?|extrapolat\w*|"
        r"the coming (?:year|months|weeks))\b", "I do not carry a series on into the future. I can take the month or weekday out of dates, split by time, and predict a row from its other columns.", ("dates", "by_time", "help_predict")),
    (r"\b(?:join|merge|vlookup|lookup|combine|append|union)\b.*\b(?:tables?|files?|sheets?|datasets?|another|other|both|two)\b", "I work on one table at a time. Join them before, and load the result; two files can be compared here.", ("help_load", "help_compare")),
    (
        r"\b(?:confidence|prediction|credible) intervals?|"
        r"\b(?:p ?-?values?|t ?-?tests?|anova|chi ?-?squared?|significan\w*|hypothes[ie]s|causal\w*|a/b test|bayes factor|error bars)\b", "I test no hypotheses. Means for groups, correlations and the spread over folds say how far a difference goes.", ("correlate", "by_group", "cross_validate")),
    (r"\b(?:sort(?:ed)?|order(?:ed)? by|top \d+|bottom \d+|top (?:five|ten|three)|rank the rows|largest \d+|first \d+ by)\b", "I do not put rows in order, as nothing that learns from them needs it. The smallest and largest values stand in the look at a column.", ("describe", "preview")),
    (
        r"\b(?:cells? [a-z]\d+|add an? (?:new )?rows?|insert (?:a )?rows?|type in|edit (?:a |the )?(?:cell|row)|row \d+ (?:to|should be|is wrong)|by hand|formula|"
        r"pivot chart|macro)\b", "I change columns by rules, and no single cell, so that the code can repeat it. A value can be replaced wherever it stands.", ("help_replace", "help_feature")),
    (r"\b(?:dashboards?|power ?-?bi|tableau|powerpoint|slides?|word (?:file|document)|google docs|latex)\b", "I make no slides or dashboards. A report with all charts, or the data as a file, can be taken into them.", _FILES),
    (
        r"\bword ?clouds?\b|\b3 ?-?d (?:plots?|charts?|scatters?|graphs?)\b|\banimat(?:e|ed|ion)\b|\bsankey\b|\bgantt\b|\btree ?maps?\b|"
        r"\bradar (?:chart|plot)s?\b|\bfunnel (?:chart|plot)s?\b", "Such a chart I do not draw. There are histograms, boxes, violins, bars, lines and scatters, each with a colour.", ("profile", "preview")),
    (r"\b(?:aws|azure|gcp|heroku|kubernetes|cloud|deploy\w*|servers?|docker|host (?:it|this)|go live|production|from python|rest api)\b", "I do not put it onto a server, but I can write a service or a project that runs on one.", ("service", "project")),
    (r"\b(?:maps?|gps|satellite|geo\w*|route planner)\b", "I draw no maps. Where there is a longitude and a latitude, a scatter of the two looks much like one.", ("profile", "preview")),
    (
        r"\b(?:chart|plot|graph|picture|histogram|bars?|figure|font|colou?rs?|dark mode|theme|legend|text size)s?\b.*\b(?:bigger|larger|smaller|wider|taller|blue|"
        r"red|green|pink|black|colou?r\w*|font|style|prettier|nicer|zoom\w*|dark|bold|legend|title)\b|\b(?:font|colou?rs?|dark mode|theme|text size)\b", "Charts are drawn in one look; you can zoom into them with the mouse, and save each as a picture.", ("report", "preview")),
    (r"\bround(?:ed|ing)?\b|\bdecimals?\b", "I round no values; what is shown is shortened for reading only. Numbers can be put into bins.", ("help_replace", "preview")),
    (r"^(?:so |and |ok |hey )*(?:what|whats|how much)(?: is| are)? -?\d[\d.]* ?(?:[-+*/x^]|plus|times|minus|divided by) ?\d", "I compute with columns, not with single numbers: a new column may be the sum or the ratio of two.", ("help_feature", "suggest")),
    (r"\b(?:hack|crack|steal|spy|virus|malware|ddos|bomb|weapon|drugs|porn|nude)\b", "That I do not do. I can help with the table.", ("profile", "suggest")),
    (r"\b(?:gpus?|cuda|faster (?:computer|machine|hardware)|more (?:ram|memory|cores))\b", "I take the machine as it is. A sample of the rows, fewer models or a time limit make it faster.", ("sample", "compare")),
    (r"\b(?:log ?-?(?:me )?(?:in|out|on|off)|sign (?:me )?(?:in|up|out)|password|my account|user ?name|profile picture|subscription|licen[cs]e key)\b", "I have to do with no accounts or passwords. What you did is kept in your experiments.", ("experiments", "suggest")),
    (
        r"^(?:(?:ok|just|please|no|oh|well) ,? ?)*(?:wait|hold on|hang on|one moment|(?:just )?a (?:sec\w*|minute|moment)|let me think|not now|maybe later|later|"
        r"never ?mind|forget it|shut up|go away|stop talking|be quiet|leave me alone|nothing)\b", "Fine. Nothing is changed; say when you want to go on.", ("suggest", "pipeline")),
    (r"\b(?:takes? (?:forever|ages|so long|too long)|too slow|so slow|hurry|faster)\b", "A sample of the rows, fewer models or a time limit make it faster.", ("sample", "compare", "suggest")),
    (r"\b(?:(?:talk|speak|chat) (?:to|with) (?:an? )?(?:human|person|someone|somebody|real)|support|hotline|phone number|help ?desk|customer service|money back|refund)\b", "There is nobody here but this program. The help and the tour say what it can do.", ("help", "tour")),
    (
        r"\b(?:safe|secure|private|privacy|gdpr|confidential|who (?:can|could|else can) (?:see|read)|do you (?:store|keep|save|share|sell|send)|"
        r"where (?:is|does|do) (?:my|the|our) (?:data|file|table)s? (?:go|stored|saved|kept|sent)|leave my (?:machine|computer)|upload(?:ed)? (?:to|anywhere))\b", "Your table stays on the machine that runs this program; no cloud and no key are needed.", ("profile", "help")),
    (r"\b(?:does (?:it|this) cost|how much (?:is|does) (?:it|this)|is (?:it|this) free|for free|what(?:s| is) the price of (?:this|you)|subscription|pay (?:you|for (?:it|this)))\b", "It runs on your own machine, needs no key, and nobody bills you here.", ("suggest", "help")),
    (
        r"\b(?:danish|dansk|german|deutsch|french|français|francais|spanish|español|espanol|italian|swedish|norwegian|dutch|chinese|japanese|polish|portuguese|"
        r"arabic|russian|hindi|turkish|greek|translate|another language|other languages|my language|parlez|sprechen|sprichst|habla\w*|parli|taler|snakker|"
        r"kan du)\b", "I understand English, and short sentences best. The buttons need no words.", ("tour", "options")),
    (r"\b(?:mistakes?|cant be right|cannot be right|wrong|incorrect|dont believe|do not believe|doubt|bugs?|not true|impossible|suspicious|fishy|odd|strange|weird)\b", "Let us look at how it came about: the steps so far, and how good the result is.", ("pipeline", "evaluate", "undo", "profile")),
    (r"\b(?:jokes?|poems?|songs?|sing|story|stories|riddles?|dance|funny|limerick|rap|haiku|games?|essays?|homework|letter|novel)\b", "Tables are more my thing than that. I can show you something surprising in the data, though.", ("profile", "correlate")),
    (r"\b(?:what do you (?:think|recommend|suggest)|your opinion|what would you|any ideas?|advice)\b", "I go by the data: this is what can be looked at or done next.", ("suggest", "profile")),
    (
        r"\b(?:are|r) (?:you|u) (?!(?:sure|ready|done|finished|able|kidding|joking)\b)|\bwho (?:are|made|built|wrote|programmed|is behind) (?:you|this)|"
        r"\bwhat are you\b|\byour (?:name|age|favou?rite|birthday|mother|hobby|opinion)|\bhow old are you|"
        r"\bdo you (?:like|love|dream|sleep|eat|feel|think|have (?:feelings|a name|friends|kids))|"
        r"\bare you (?:human|real|alive|a (?:bot|robot|person|human|machine))", "I am the assistant of AI-Playground, a program that reads what you type as steps on a table; there is nobody behind it.", ("help", "tour")),
    (
        r"\b(?:thanks?|thank you|thx|ty|cheers|appreciate|grateful|perfect|awesome|amazing|brilliant|wonderful|excellent|lovely|great|nice|cool|wow|impressive|"
        r"well done|good (?:job|work|bot)|love (?:it|this|you)|youre the best|you (?:rock|rule)|legend|hero|genius)\b|[👍🙏❤🎉😀😊]", "Glad to help. Say what shall be next whenever you like.", ("suggest", "report")),
    (
        r"\b(?:stupid|useless|idiot|dumb|hate|terrible|awful|rubbish|garbage|crap|worst|annoying|sucks?|shit|damn|hell|ugh|argh|aargh|meh|sigh|oh no|fuck\w*|"
        r"bullshit|nonsense|ridiculous|waste of time|disappoint\w*|frustrat\w*|makes? no sense|misunderst\w*|not what i (?:wanted|asked|meant|said)|"
        r"you got it wrong|doesnt work|does not work|not working|broken|too hard|too difficult|complicated|give up)\b", "Sorry that it does not go as you want. A step can be taken back, and each can be said in plain words or picked from a list.", ("undo", "help", "options")),
    (
        r"\b(?:tired|bored|sad|happy|hungry|sleepy|sick|ill|hurts?|headache|lonely|stressed|nervous|excited|weekend|holiday|birthday|"
        r"my (?:wife|husband|mum|mother|dad|father|son|daughter|brother|sister|dog|cat|boss|friend|knee|back|head|feet|nephew|neighbou?r)|coffee|lunch|dinner|"
        r"breakfast|tea time)\b", "I hope the data is kind to you. If you like, I do the rest by myself.", ("autopilot", "suggest")),
    (r"\b(?:buy|order|book|reserve|call|ring|phone|deliver|pay|wrap|fetch|bring me|hire|pick up)\b", "I can do nothing outside of this table. I can look into it, though.", ("profile", "suggest")),
    (
        r"\b(?:weather|news|football|match|election|president|prime minister|king|queen|capital of|stock|bitcoin|oil price|traffic|recipe|cook|bake|time is it|"
        r"date is it|today|tomorrow|tonight|yesterday|last night|world|history|who (?:won|invented|discovered|built)|vaccine|legal|law(?:yer)?|doctor|medicine|"
        r"dose)\b", "I know only the table that is loaded here, and nothing of the world outside of it.", ("profile", "suggest")),
    (r"\b(?:bye|goodbye|good ?night|see you|ciao|farewell|gotta go|have to go|im off|thats all|that is all|enough for today)\b", "See you. What you did is kept, and can be opened again.", ("experiments", "report")),
    (r"\b(?:hello|hi|hey|hiya|good (?:morning|afternoon|evening|day)|howdy|greetings|whats up|sup|how are you|hows it going)\b", "Hello! Say what you would like to know or do with the data.", ("suggest", "tour")),
    (r"\b(?:lol|haha\w*|hehe|lmao|rofl|interesting|fascinating|curious|aha|i see|makes sense|good to know|noted|fair enough|fun)\b", "Good. Say what shall be next.", ("suggest", "profile")),
    (r"^(?:yes|yeah|yep|yup|no|nope|nah|ok|okay|sure|fine|maybe|y|n|k)(?:[ ,.!]+(?:please|sure|ok|okay|fine|thanks))*[ .!]*$", "Nothing was asked that this could answer. Say what shall be done, or take one of these.", ("suggest", "options")),
    (
        r"^(?:huh|what|really|seriously|are you (?:sure|kidding)|says who|why|who knows|is that so|hm+|so what|pardon|sorry|come again|isnt (?:that|it) obvious|"
        r"you sure|honestly)[ ?!.]*$", "I can show how it came about: all steps so far, or how good the result is.", ("pipeline", "evaluate", "suggest")),
    (r"^(?:and |so |but |ok |hey |well )*(?:what|whats|who|whos|where|when|why|how|which|do|does|did|is|are|was|were|can|could|will|would|should|has|have)\b", "I can answer only what the table or its models say, and did not find that in your question.", ("profile", "suggest", "help")),
)
"""What somebody talks of, what to say, and which tools to offer."""
_OF = tuple((re.compile(words, re.I), said, offers) for words, said, offers in _TOPICS)
_BEYOND = re.compile(
    r"(?:(?:please|can you|could you|would you|now|and|just) )*(?:(?:delete|remove|erase|wipe|shred) (?:the|my|this|that|all|our)? ?(?:\w+ )?(?:files?|folders?|"
    r"documents?|spreadsheets?) (?:from|off|on|in) (?:my|the|our|this) (?:disk|computer|laptop|machine|pc|drive|desktop|hard ?(?:disk|drive)|server|folder)"
    r"|log (?:me )?(?:in|out|on|off)|sign (?:me )?(?:in|up|out)|(?:change|reset|forgot|show|set) (?:my|the|your) passwords?"
    r"|is (?:my|our|the|all my|this) (?:data|file|table|information)(?: \w+){0,2} (?:safe|secure|private|confidential|protected)\b.*|"
    r"(?:who|can (?:anyone|anybody|others|someone|people)|could (?:anyone|somebody))(?: \w+){0,2} (?:see|read|access|get at) (?:my|our) (?:data|files?|table|"
    r"information)\b.*|do(?:es)? (?:you|it|this) (?:store|keep|save|share|sell|send|upload|remember) (?:my|our|the|any of my) (?:data|files?|table|"
    r"information)\b.*"
    r"|(?:(?:please|can you|could you|would you|i want you to) )*(?:make|change|turn|set|paint|colou?r) (?:the|that|this|my|those|all) (?:charts?|plots?|graphs?|"
    r"pictures?|histograms?|bars|dots|lines|fonts?|colou?rs?|text|letters|background)(?: (?:a bit|much|to|in|into))* (?:bigger|larger|smaller|wider|taller|blue|"
    r"red|green|pink|black|white|purple|yellow|orange|prettier|nicer|dark|bold|darker|lighter)"
    r"|(?:the|that|this|these|those) (?:numbers?|results?|answers?|figures?|scores?|values?|output) (?:is|are|looks?|seems?|must be|cant be|cannot be|isnt|arent) (?:wrong|off|incorrect|right|impossible|not right|fishy|strange|weird|odd|true)"
    r"|(?:so |and |ok |hey )*(?:what|whats|how much)(?: is| are)? -?\d[\d.]* ?(?:[-+*/x^]|plus|times|minus|divided by) ?\d[\d.]* ?=?"
    r"|(?:(?:please|can you|could you|i want to|lets|let us|now) )*(?:forecast|predict|project|extrapolate) (?:(?:the|our|my) )*(?:next|coming|following) (?:year|month|week|quarter|season|summer|winter|decade)s?(?: [a-z-]+){0,3}"
    r"|(?:(?:this|it|that|everything|this (?:thing|program|app|tool)) (?:is|are|s) (?:(?:so|really|completely|totally|just|absolutely) )*(?:useless|rubbish|crap|"
    r"stupid|broken|garbage|a joke|terrible|awful) ?[,.!;-]+ )?(?:(?:it |this |that )?(?:nothing|does not|doesnt|never|dont) (?:ever |really |even )*works?|"
    r"i (?:give up|hate this|hate it))"
    r"|[^.;,]*\b(?:word ?clouds?|3 ?-?d (?:plots?|charts?|scatters?|graphs?)|animat(?:e|ed|ion) (?:the |this |that |it|of )*(?:charts?|plots?)?|sankey|gantt|radar (?:chart|plot)s?|funnel (?:chart|plot)s?)\b[^;]*"
    r"|(?:(?:do|run|make|perform|compute|give me|an?|the|please|can you) )*(?:t ?-?tests?|anova|chi ?-?squared?(?: tests?)?|mann.?whitney|wilcoxon|f ?-?tests?|"
    r"significance tests?)(?: tests?)? (?:of|between|on|with|comparing)\b[^;]*|"
    r"(?:is|are|was|were) (?:the |this |that |these )*(?:differences?|effects?|gaps?|results?)(?: [a-z]+){0,4} (?:statistically )?significant"
    r"|go away|leave me alone|shut up|stop talking|be quiet|i want my money back|(?:i want |give me )?a refund"
    r"|(?:does|do|will|is) (?:it|this|that|i|using (?:it|this)) (?:cost (?:anything|money|something|me anything)|have to pay|free(?: of charge)?)(?: for .*)?)[ ?.!]*",
    re.I,
)
_RHETORICAL = re.compile(
    r"(?:(?:and|but|so|oh|well|i mean|honestly|ok) ,? ?)*(?:does (?:it|that|this|any of (?:it|this)) (?:even |really |actually |still )*matter(?: at all|"
    r" anyway)?|who cares|so what|what(?:s| is) the worst that (?:could|can) happen|what could (?:possibly )?go wrong|how hard can (?:it|that) be|why bother|"
    r"why me|(?:this|that|it)(?: all)? (?:really |just |still )?makes? (?:absolutely )?no sense(?: to me| at all| whatsoever)*"
    r"|(?:is|isnt) (?:it|that|this) (?:not )?(?:obvious|funny|strange|crazy|great|wonderful|lovely|fun)|what was i thinking|"
    r"what(?: on earth| the hell| the heck)? am i (?:even )?(?:doing|looking at)(?: here)?|do i look like .*|what do you take me for|"
    r"whats (?:not )?to (?:like|love)|who would have thought(?: (?:it|that))?|are we having fun yet|what a (?:day|mess|joke|surprise|shame|pity)|"
    r"how should i know|whats it to you|why am i (?:even )?(?:here|doing this)|can you believe (?:it|this|that)|what have i done)[ ?!.]*",
    re.I,
)
"""Questions that want no answer of a tool."""
_NODS = re.compile(r"(?:(?:oh|ah|hm+|ok|okay|well|wow|now that is|thats|that is|very|really|quite|how|so|all) ,? ?)*(?:interesting|fascinating|good to know|i see|aha|makes sense|fair enough|noted|curious|intriguing|lol|haha\w*|hehe)[ .!]*", re.I)
"""What only takes note of something."""
_SAFE = "Your file stays as it is: I work on a copy, and all steps here can be taken back."


def is_beyond(text: str) -> bool:
    """Says whether something is asked of files, accounts or this program itself, whatever words of a table are in it."""
    words = text.strip()
    return _BEYOND.fullmatch(words.replace("'", "")) is not None or _RHETORICAL.fullmatch(words.replace("'", "")) is not None


def is_nod(text: str) -> bool:
    """Says whether the words only take note of what was said."""
    return _NODS.fullmatch(text.strip().replace("'", "")) is not None


def instead_of(text: str, context: RouterContext) -> tuple[str, list[dict[str, Any]]] | None:
    """Gives an answer and offers that fit what somebody talks of; None where it is of nothing that is known."""
    if is_hostile(text) or is_shell(text):
        return "I carry out no code and keep to my own tools. Say in plain words what shall be done with the table.", _offers(("help", "suggest"), context)
    if is_beyond(text) and re.search(r"\b(?:delete|remove|erase|wipe|shred)\b", text, re.I):
        return _SAFE, _offers(("pipeline", "undo", "help_load"), context)
    words = text.replace("'", "").replace("’", "")
    if _RHETORICAL.fullmatch(words.strip()):
        return "That is a good question. I can say what the data and the results say; ask for one of these.", _offers(("pipeline", "evaluate", "suggest", "help"), context)
    found = next(((said, offers) for pattern, said, offers in _OF if pattern.search(words)), None)
    return (found[0], _offers(found[1], context, text)) if found else None


def _offers(names: tuple[str, ...], context: RouterContext, text: str = "") -> list[dict[str, Any]]:
    """The calls that can be offered here, filled up to two."""
    calls = _calls(context, text)
    found = [calls[name] for name in names if name in calls]
    spare = [calls[name] for name in ("suggest", "profile", "help", "samples") if name in calls and name not in names]
    return [*found, *spare[: max(0, 2 - len(found))]][:4]


def _calls(context: RouterContext, text: str) -> dict[str, dict[str, Any]]:
    """What may be offered, by short names; what needs data, a model or steps only where there are such."""
    found = {
        "suggest": option("suggest", {}, "What to do next"), "help": option("help", {}, "What can be said here"), "tour": option("tour", {}, "Take the tour"), "options": option("list_options", {}, "Show everything that can be done"),
        "samples": option("list_samples", {}, "Show the sample datasets"), "help_load": option("help", {"topic": "load_data"}, "How to load a file"), "experiments": option("list_experiments", {}, "Show my experiments"), "models": option("list_models", {}, "Which models there are"),
    }  # fmt: skip
    if not context.columns:
        return found
    numbers, groups, dates = context.features(("numeric",)), context.features(("categorical", "boolean")), context.features(("datetime",))
    found |= {
        "profile": option("profile", {}, "Check the data"), "preview": option("preview", {}, "Look at some rows"), "report": option("export", {"formats": ["report"]}, "Write a report"), "data": option("export", {"formats": ["data"]}, "The data as a file"), "transcript": option("export", {"formats": ["transcript"]}, "This talk as a file"),
        "help_predict": option("help", {"topic": "predict"}, "How to predict"), "help_compare": option("help", {"topic": "compare_data"}, "How to compare two files"), "help_replace": option("help", {"topic": "replace_values"}, "How to replace a value"), "help_feature": option("help", {"topic": "add_feature"}, "How to compute a column"),
        "by_time": option("split", {"strategy": "time"}, "Split by time"), "sample": option("sample_rows", {"fraction": 0.1}, "Work on a tenth of the rows"), "autopilot": option("autopilot", {}, "Do everything for me"), "correlate": option("correlate", {}, "What goes together"), "pipeline": option("show_pipeline", {}, "Show the steps so far"),
    }  # fmt: skip
    if dates:
        found["dates"] = option("extract_dates", {"columns": dates[:1]}, f"Take the parts out of {dates[0]}")
    else:
        del found["by_time"]
    if numbers:
        told = next((name for name in numbers if name.lower() in text.lower()), numbers[0])
        found["describe"] = option("describe_column", {"column": told}, f"Look at {told}")
    if numbers and groups:
        found["by_group"] = option("aggregate", {"column": numbers[0], "by": groups[:1], "statistic": "mean"}, f"Mean {numbers[0]} by {groups[0]}")
    if context.target:
        found |= {"compare": option("compare_models", {}, "Compare the models"), "cross_validate": option("cross_validate", {}, "Validate over folds")}
    if context.steps:
        found["undo"] = option("undo", {}, "Take the last step back")
    if context.runs:
        found |= {"evaluate": option("evaluate", {}, "How good is it?"), "project": option("export", {"formats": ["project"]}, "The code as a project"), "script": option("export", {"formats": ["script"]}, "The code as a script"), "service": option("export", {"formats": ["service"]}, "A service that predicts")}
    return found
