"""Patterns for tools of history, files and help."""

from assistant.router.tool.triggers.wordlists import ALL_THERE_IS, DROP, SHOW

RULES: tuple[tuple[str, int, str], ...] = (
    ("start_over", 99,
        rf"(?:{DROP}|bin|scrap|erase|wipe|clear|forget|trash|dump) (?:the |my |this |our |all of )*(?:whole|entire|complete) (?:experiment|session|project|work|"
        rf"lot|thing|pipeline|recipe)\b|^(?:(?:lets|please|we|i|want|to|should|just|now|so|then) )*(?:begin|"
        rf"start)(?: (?:all|over|again|anew|afresh|it all))* (?:from (?:0|zero|scratch|nothing|the (?:very )?(?:start|beginning|top)|square (?:1|one))|"
        rf"(?:all )?over|again|anew|afresh)$"),
    ("start_over", 112,
        rf"^(?:(?:lets|please|just|ok|so|now|and) )*(?:{DROP}|heave|throw|toss|chuck|hurl|fling|cast|bin|trash|dump|scrap|erase|wipe) (?:the |my |this |"
        rf"our )*(?:whole|entire|complete|full) (?:data ?set|data|table|file|"
        rf"sheet)(?: (?:away|out|overboard|off|down the drain|in the bin|please|now))*(?: ?[,;.!-]|$)"),
    ("start_over", 118,
        rf"^(?:(?:lets|please|just|ok|so|now|and|can you) )*(?:{DROP}|bin|scrap|erase|wipe|clear|trash|dump|throw) (?:the |my |this |our )+(?:experiment|project|"
        rf"session)(?: (?:away|out|completely|please|now))*$|"
        rf"^(?:(?:lets|please|just|ok|so|now|and|can you|i want to) )*(?:revert|go|get|return|take (?:it|me|us)|roll)(?: it| me|"
        rf" us)?(?: all)?(?: the way)? ?(?:back )?to (?:the )?(?:original|raw|initial|untouched|unchanged|first|loaded)(?: state of the)? (?:data|table|dataset|"
        rf"file|version|state)(?: please| again)*$"),
    ("start_over", 112, r"^(?:(?:lets|please|just|ok|so|now|and) )*bin (?:it all|all (?:of )?(?:it|this|that)|everything(?! (?:in|into|by|with|numeric))|the (?:whole )?lot)(?: please| now)?(?: ?[,;.!-]|$)"),
    ("start_over", 121,
        r"^(?:(?:lets|please|just|ok|so|now|and) )*(?:undo|revert|roll ?back|take back|reverse|cancel) (?:it all|all(?: of (?:it|this|that|them))?|everything|"
        r"the (?:whole )?lot)(?: (?:we|i|you) (?:did|have done|made))?(?: please| now| again)*$|"
        r"^(?:(?:lets|please|just|ok|so|now|and) )*(?:roll|take|turn|wind|put) (?:it all|all of it|everything|all of (?:this|that|them)) back(?: please| again|"
        r" now)*$"),
    ("start_over", 99, rf"^(?:(?:lets|please|just|ok|so|now|and) )*(?:{DROP}|scrap|erase|wipe|trash|dump) (?:it all|all of (?:it|this|that))(?: please| now| away)?(?: ?[,;.!-]|$)"),
    ("start_over", 99, rf"^(?:(?:lets|please|just|ok|so|now|and) )*(?:{DROP}|scrap|erase|wipe|trash|dump) the (?:whole |entire |complete )?lot(?: (?:of (?:it|this|that)|please|now|and (?:begin|start|restart).*))*(?: ?[,;.!-]|$)"),
    ("start_over", 99,
        rf"(?:{DROP}|bin|scrap|erase|wipe|clear|forget|trash|dump|undo|revert) (?:(?:all|every)(?: of)?(?: the| my| our| these| those)*|everything) (?:steps?|"
        rf"changes?|work|edits|progress|(?:i|we) (?:did|have done|made|changed))(?: (?:i|we|that|so far|did|made|have|done|ve|"
        rf"(?:to|on|with|in) (?:it|this|that|here|the data)))*(?: please| now)?$"),
    ("start_over", 98, r"\b(?:all|everything|the|my|our)\b.{0,40}\b(?:to be|shall be|should be|must be|can be|be) (?:discarded|scrapped|erased|wiped|thrown away|undone|deleted|forgotten)\b.{0,30}\b(?:begun|started?|begin|restarted)\b"),
    ("export", 98, r"\b(?:keep|save|give me|make|export|download|i (?:want|need|would like))\b.{0,20}\b(?:record|copy|protocol|log|minutes) of (?:everything|all|what|our|this|the)\b.{0,20}\b(?:said|talk\w*|conversation|chat|discuss\w*)\b"),
    ("help", 96, r"\bwhat (?:you are|youre|are you|you re) (?:able to do|capable of)\b"),
    ("start_over", 97, r"(?:clean|blank|wipe the|fresh|empty|new|entirely new) (?:slate|start|sheet|page|beginning)|slate clean"),
    ("start_over", 95, r"start (?:all )?(?:over|again|fresh|from scratch|anew|afresh)|begin again|reset(?: everything| all| the (?:experiment|session|pipeline))?$|from scratch|clear everything|wipe everything|restart|scrap (?:everything|it all|all)"),
    ("start_over", 95,
        rf"(?:{DROP}|forget|erase|wipe|clear|throw) (?:it all|all|everything|"
        rf"the (?:whole|entire) (?:thing|lot))(?: (?:away|out))?(?: (?:the )?(?:steps|work|i did|we did|of it|so far))?$|"
        rf"(?:delete|erase|wipe|clear|remove) (?:all )?(?:the |my )?(?:whole |entire )?(?:data|dataset|experiment|session|steps)(?: completely)?$"),
    ("redo", 92, r"redo|(?:bring|put|get|give me) (?:it|that|this|them|those|these)(?: (?:column|row|one|step)s?)? back|do it again after all"),
    ("redo", 97, r"undo the (?:last )?undo|(?:do|have) (?:it|that) again after all"),
    ("undo", 90, r"undo(?!ne)|revert|go back(?! to)|roll ?back|take (?:that|it|the last \d+ steps?|the last step) back|step back|take back"),
    ("undo", 97, r"^(?:(?:take|turn|roll|wind|put|set) )?(?:the |my |those |these )*(?:last|previous|latest) (?:\d+ |few |couple (?:of )?)?(?:steps? |things? |changes? |ones? )?back(?:wards?)?$"),
    ("undo", 96, r"(?:scratch|strike|scrap|discard|cancel|forget|drop|remove|delete|take back|reverse|chuck|bin|ditch|toss|axe|kill|zap|wipe|erase|throw (?:out|away)|lose) (?:the |my )?(?:last|previous|latest) (?:\d+ |few |couple of )?(?:steps?|things?|changes?|actions?|operations?|stages?)"),
    ("remove_step", 94, rf"(?:{DROP}|cancel|skip|undo|take|scrap|erase|strike|cross(?: out| off)?|wipe) (?:the )?(?:step (?:number )?\d+|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) step\b)|step \d+ (?:out|away)"),
    ("remove_step", 95, r"step \d+ (?:was|is) (?:an? |the )?(?:mistake|wrong|bad|nonsense|error|unnecessary|useless)"),
    ("remove_step", 99, r"(?:dont|do not|no longer|never) (?:want|need|like) (?:the )?step \d+|(?:have|has) no (?:use|need) for step \d+|^step \d+ (?:can|should|must|has to|may) (?:go|be (?:removed|dropped|deleted|taken out))|take step \d+ (?:back )?out"),
    ("edit_step", 96, r"(?:change|edit|modify|in|set|make|redo|update) (?:the )?(?:step \d+|(?:first|second|third|fourth|fifth) step)"),
    ("edit_step", 97, r"^let step \d+\b|(?:^|\b)(?:for|at|in|of) step \d+\b[^.]{0,40}\b(?:use|take|instead|to|with|should|make|set)|^step \d+\b[^.]{0,10}\b(?:with|should|to|uses?|instead)"),
    ("cancel", 93, r"^(?:please )?(?:cancel|abort|stop|halt|quit|interrupt)(?: (?:it|that|this|the (?:job|training|run|tuning|search)|training|now|everything|please))*$|(?:stop|cancel|abort|kill) (?:the |this )?(?:job|training|run|tuning|search|process)"),
    ("cancel", 94, r"(?:dont|do not|no need to|stop) wait"),
    ("cancel", 96, r"^(?:cancel|abort|stop|halt|kill|quit|interrupt)(?: (?:it|that|this))?,? (?:(?:its|it is|that|this|it|thats|is) )*(?:way |far |just |much |simply )*(?:too (?:slow|long)|tak(?:es|ing)|running|forever)\b"),
    ("cancel", 95, r"^(?:stop|enough|cancel)\b[^.@]{0,8}\b(?:this|it|that) (?:is )?(?:takes?|taking|runs?|running)\b|\babort$|^never ?mind the (?:training|tuning|job|run|search|comparison)"),
    ("cancel", 94,
        r"call (?:it|that|the \w+) off|^(?:thats|that is|its|it is)? ?enough(?: now| already)?$|"
        r"^(?:stop|cancel|abort|halt|kill|interrupt|end) (?:the |this |that |my |whatever |current |running )*(?:jobs?|training|run|tuning|search|process|"
        r"computation|calculation|comparison|autopilot|is running)\b"),
    ("job_status", 92,
        r"^(?:(?:is|are|has|have|did|was) )?(?:it|that|this|everything|they|we|you)?(?: (?:been|all))? ?(?:finish(?:ed)?|done|ready|through|complete[d]?|"
        r"over)(?: (?:yet|already|now|by now|running|training))*$|"
        r"(?:training|job|run|tuning|search|comparison) (?:through|over|complete|done|finished|ready)(?: yet| already| now)*$"),
    ("job_status", 90,
        r"how far (?:is|are|along)|is it (?:done|finished|ready)|(?:job|training) (?:status|progress)|"
        r"how (?:much )?long(?:er)?(?! (?:is|are|was|were|does|do|did|would|has|had) (?:the|an?|our|my|each|one|these|those|most) (?!jobs?\b|training|run|tun|"
        r"search|wait|comparison|model|process|fit|rest))(?! (?:do|did|are|were|have|has) (?!it\b|i\b|we\b|you\b|this\b|that\b)) (?:will|does|is|until|to go)?|"
        r"how much longer|how(?:s| is| are) (?:the |my |our |that |this )?(?:\w+ )?(?:going|coming(?: along| on)?|getting on|progressing|doing so far)$|"
        r"(?:is|are) (?:the |my |that |this )?(?:\w+ )?(?:still )?(?:running|done|finished|ready)(?: yet)?$|are (?:you|we) (?:done|finished)(?: yet)?|"
        r"still (?:running|training)|done yet|whats the progress|progress$"),
    ("define", 91,
        r"^(?:and )?(?:what(?:s| is| are| does)|define|explain (?:to me )?what|meaning of|whats meant by|what do you mean by) (?:a |an |the |is )?(?:term )?(?:''|"
        r"[a-z0-9@ -]{1,40}?) (?:mean|means|stand for)|^define|what is (?:meant|the meaning)|meaning of|definition of|explain (?:the )?(?:term|concept|word|idea)"),
    ("define", 95,
        r"^(?:can you )?(?:explain|tell me)(?: to me)? (?:what|whats)\b[^.]{0,50}\b(?:is|are|means?)$|"
        r"^(?:wtf|what(?: the \w+)?|whats) (?:is |are )?(?:an? )?(?:MODEL|METRIC|overfitting|underfitting|one ?hot\w*|encoding|scaling|imputation|"
        r"cross ?validation|a baseline|leakage|target|feature|features|outliers?|pca|regression|classification|clustering|hyper ?parameters?|tuning|ensemble|"
        r"stacking|bagging|boosting|regulari[sz]ation|normali[sz]ation|standardi[sz]ation|stratified|confusion matrix|roc curve|shap|lime|smote|imbalance|"
        r"multicollinearity|p value|null|nan|variance|bias|skewness|median|label|pipeline|onnx|threshold|calibration)(?: score| curve| model| encoding| split|"
        r" sampling)?$"),
    ("define", 97, r"meant by (?!@)|what do you mean (?:with|by|when)|(?:dont|do not) (?:know|understand|get) what\b[^.]{0,40}\b(?:means?|is|are|stands for)$|(?:difference|differences) between\b(?![^.]{0,40}@)"),
    ("define", 103,
        r"^(?:what(?:s| is| are) (?:an? |the )?(?:point of (?:an? )?)?(?:box ?plots?|histograms?|violin plots?|scatter ?plots?|heat ?maps?|"
        r"confusion matri(?:x|ces)|roc curves?|residual plots?|calibration curves?|lift (?:chart|curve)s?) (?:good |used |there |meant )?for|"
        r"how (?:do|does|can|should) (?:i|we|you|one) (?:read|interpret|understand) (?:an? |the )?(?:box ?plots?|histograms?|violin plots?|scatter ?plots?|"
        r"heat ?maps?|confusion matri(?:x|ces)|roc curves?|residual plots?|calibration curves?|lift (?:chart|curve)s?))$"),
    ("define", 97, r"^explain (?:like|to me like)\b"),
    ("apply_pipeline", 92, r"(?:apply|run|use|repeat) (?:the |these |this |my |all )?(?:same )?(?:pipeline|steps|recipe|preparation) (?:on|to|for|with)"),
    ("apply_pipeline", 93,
        r"(?:reuse|re use|apply|run|repeat|do|use|same|take|redo|replay) (?:exactly |just |the |all |of )*(?:these|those|same|this|our|my|"
        r"that)? ?(?:very )?(?:same )?(?:steps|pipeline|recipe|preparation|procedure|"
        r"thing(?= (?:for|on|to|with|again on) (?:\S+ ?\. ?\w|"
        r"(?:the |my |our |this |that |an? )*(?:\w+ )?(?:files?|data|tables?|sheets?|batch|dataset|set|extract|export)\b))) (?:for|on|to|with|again on)"),
    ("apply_pipeline", 97, r"(?:replay|re ?run|run|repeat|redo|apply|do) (?:all (?:of )?)?(?:this|these|that|it|everything|all)(?: again)? (?:on|to|for|with|over) (?:the |my |our |file )*[\w ./-]{0,60}\. ?[a-z]{2,8}\b"),
    ("apply_pipeline", 93, r"same (?:recipe|steps|pipeline|procedure|preparation) (?:for|on|to|with)"),
    ("name_experiment", 97, r"^(?:the )?(?:name|title) ?: ?\S"),
    ("name_experiment", 97, r"^(?:please )?(?:save|store|keep) (?:the |this |my |our )?(?:session|experiment|project|work) (?:as|under(?: the name)?) (?!an? (?:file|zip|notebook|script|report)|onnx|notebook|script|zip|json|html|csv)"),
    ("open_experiment", 99, r"^(?:please )?(?:open|load|resume|restore|reopen|continue|switch to|go (?:back )?to|back to) (?:the |my |our )?(?:session|experiment|project) (?!called|named|titled|file|data|from|in\b|at\b|as\b|with\b|please)\S+"),
    ("name_experiment", 88, r"(?:name|call|rename|title) (?:the |this |my )?(?:experiment|session|project|it experiment)"),
    ("name_experiment", 84, r"^(?:name|call|title) (?:this|it|the whole thing|all this) (?:as )?(?!a \w+ (?:if|when))\w+"),
    ("name_experiment", 90, r"(?:this|the|my) (?:experiment|project|session) (?:is|should be) (?:called|named)|(?:experiment|project|session)\b[^.]{0,15}\bname\b"),
    ("name_experiment", 97, r"rename (?:the |this |my )?(?:experiment|session|project)"),
    ("list_experiments", 88, r"(?:list|show|which|what|see|my)\b[^.]{0,20}\bexperiments"),
    ("open_experiment", 88, r"(?:open|go to|switch to|load|continue(?: with)?|resume) (?:the |my )?(?:experiment|(?:'' |\S+ )experiment)"),
    ("open_experiment", 97,
        r"^(?:continue|carry on|go on|resume|proceed|go back|return|switch) (?:with|to|at) ''$|"
        r"(?:open(?: up)?|load(?: up)?|bring (?:up|back)|pull up|call up|get back|resume|continue(?: with)?|go (?:back )?to|switch (?:back )?to|return to|"
        r"reopen) (?:the |my |that |our )?(?:one|experiment|project|session|work) (?:that |which )?(?:(?:is|was|i|we) )*(?:called|named|titled|@(?= \S))"),
    ("open_experiment", 94, r"(?:go|switch|return|jump|come) (?:back )?to (?:the |my )?(?:\S+ ){0,2}(?:experiment|project|session)"),
    ("open_experiment", 94, r"(?:resume|continue|reopen|open) (?:the |my )?\S+ (?:experiment|project|session)"),
    ("branch", 93,
        r"(?:^|\b(?:please|and|then|to|now|lets|me|you|a|new|separate|another|side|second|own|different|experimental) )branch\b|"
        r"\bbranch (?:off|this|it|here|from|out)\b|fork(?: this| it)?|make a copy(?: of (?:this|the experiment))?|copy (?:this|the) experiment|"
        r"duplicate (?:this|the) experiment"),
    ("branch", 97, r"^(?:copy|clone|duplicate|fork) (?:this|it|that|everything|all(?: of)? this|the whole thing|what (?:we|i) have)\b(?! (?:column|row|value|into a (?:new )?column))"),
    ("branch", 96, r"(?:save|keep|make|take|create) (?:this as )?a copy|(?:in|into|as) a copy|(?:make|create) (?:a )?(?:copy|branch)|new branch|copy (?:named|called)"),
    ("show_pipeline", 90, r"(?:pipeline|steps|recipe) (?:looks?|goes|is made)|(?:what|which) (?:is |are )?(?:in|inside) the pipeline"),
    ("show_pipeline", 86,
        rf"(?:{SHOW}|tell me|go through|recap|review|summari[sz]e) (?:me )?(?:the |my |all |our |what )?(?:the )?(?:current )?(?:pipeline|steps|history|recipe)|"
        rf"what (?:have|did) (?:we|you|i)(?: done| do)(?: so far)?|what (?:we have|have we|i have|ive|weve) done|what has been done|^pipeline$|^steps$|which steps|"
        rf"steps so far|done so far"),
    ("show_pipeline", 88, r"^where (?:are we|am i|were we)|so far$|recap"),
    ("show_pipeline", 97,
        r"(?:remind|tell|show|list|recall|sum up|summari[sz]e|recap)\b(?: me)?(?: of| to me)? (?:what|everything|all)(?: that)?(?: all|"
        r" exactly)? (?:(?:we|i|you) (?:all )?(?:did|have (?:all )?done|ve done|done|have changed|changed)|has been done|was done|"
        r"(?:weve|ive|youve) (?:all )?(?:done|changed))\b"),
    ("show_pipeline", 88, r"which step (?:am i|are we)|what step"),
    ("export", 97, r"^(?:(?:as|an?|in|and|also|got|is there|do you have|can i have|the) )*(?:pdf|excel|xlsx|csv|html|parquet|ipynb)(?: file| export| version| report| download)?(?: please| maybe| too)? ?\??$"),
    ("export", 122,
        rf"^(?:(?:please|ok|and|now|then|so|can i|could i|may i|let me|i want to|i would like to) ,? ?)*(?:download|export)(?: me)? {ALL_THERE_IS}|"
        rf"^(?:.{{0,30}}\b)?(?:{ALL_THERE_IS}) (?:.{{0,20}}\b)?(?:as|in|to|for|on|onto) (?:an? |the |my |single |separate |own )*(?:files?|downloads?|downloading|"
        rf"download|disk|computer|laptop|machine|home|folder|take home|take away)$|"
        rf"^(?:(?:please|give me|get me|send me|i want|i need|i would like|can i have|have|save|download|export|make|show me) )*(?:all (?:of )?(?:the |your |"
        rf"these |possible |available )*(?:files|downloads|formats|exports)|"
        rf"every (?:file|download|format|export))(?: (?:there is|there are|you have|you can make|you can give|that there are|please|to take home))*$|"
        rf"^(?:give|send|get|hand) me everything (?:you have |there is )?(?:to|for) (?:take home|keep|download|taking home|take away)$"),
    ("list_options", 122,
        r"^(?:(?:and|so|ok|please) )*what (?:all )?(?:can|could|may|might) (?:i|we|you) (?:all )?(?:download|export|take home|"
        r"save)(?: (?:here|now|from here|from this|then|as files?|please))*$|"
        r"^(?:which|what) (?:downloads|files|exports|formats)(?: to download)? (?:are there|do you have|"
        r"can (?:i|you|we) (?:get|have|make|download|export|give me)|are available|is there)(?: now| here)?$"),
    ("export", 95,
        r"^(?:(?:and|also|plus|both|as well as|an?|the|my|please|just|only|plain|simple|trained|python|py|jupyter|model|pipeline|,|&|\+) )*(?:scripts?|notebooks?|"
        r"onnx|transcripts?|report|service|api|python code|ipynb|"
        r"html)(?: (?:file|version|export|too|as well|please))*(?: (?:and|also|plus|as well as|,|&|\+|an?|the|my|plain|simple|trained|python|py|jupyter|model|"
        r"pipeline|file|scripts?|notebooks?|onnx|transcripts?|report|html|service|api|code|ipynb|project|zip|data|too|please|both|version))*$|"
        r"^(?:the |my )?model file\b"),
    ("export", 85,
        r"(?:export|download|save|give|hand|send|get|can i have|i want|hand me|generate|create|write|let me have|need|show me|produce|make|"
        r"have)\b[^.]{0,40}\b(?:code|scripts?|notebooks?|jupyter|ipynb|onnx|transcripts?|project|zip|report|api|service|docker\w*|joblib|trained model|fastapi|"
        r"conversation)|^(?:export|download)|(?:export|download) (?:the |my |it|this|everything|all|cleaned )?|"
        r"save (?:the |my )?(?:\w+ )?(?:model|data|dataset|pipeline|everything|work)|as (?:a |an )?(?:notebook|python script|script|zip|onnx)"),
    ("export", 92,
        r"^(?:onnx|notebook|jupyter|ipython|ipynb|script|report|transcript|zip|joblib|docker(?: ?file)?)(?: \w+){0,2}$|"
        r"^(?:the |my )?(?:pipeline|recipe) (?:as|in) (?:an? )?json$|"
        r"(?:save|store|download|export) (?:the |my )?(?:cleaned|clean|prepared|final|current|new)? ?(?:data|table|dataset|model|pipeline)|"
        r"(?:need|want|like|have|get|write|make)\b[^.]{0,30}\b(?:an? |the )?(?:api|onnx|notebook|report|python script|script|zip)\b"),
    ("export", 98, r"(?:give me|get|hand me|send me|download|save|have) (?:the |my )?(?:cleaned|clean|prepared|final|processed) (?:up )?(?:table|data|dataset|file|csv)|(?:log|record|history|copy|protocol) of (?:our|the|this|my) (?:conversation|chat|session|talk)"),
    ("export", 100, r"^(?:(?:the|my|give me|i want|get me|save|send me) )*(?:cleaned|clean|prepared|final|processed|finished)(?: up)? (?:table|data|dataset|data set|file|rows)(?: please)? (?:as|in|into|to) (?:an? )?(?:csv|excel|parquet|file|spreadsheet)"),
    ("export", 119, r"\bchat (?:log|history|transcript|protocol|record)s?\b"),
    ("export", 97,
        r"(?:write|put|save|record|get|note)\b[^.]{0,15}\b(?:our|this|the|my) (?:whole )?(?:talk|chat|conversation|dialogue|discussion)\b[^.]{0,12}\b(?:down|file|"
        r"paper|document)|\b(?:put|serve|run|have|host)\b[^.]{0,20}\b(?:behind|as|into|with|through) (?:an? |the )?(?:rest |web |http )?(?:api|service|endpoint)\b"),
    ("export", 92, r"(?:send|give|show|hand|get)\b[^.]{0,20}\b(?:pipeline|model) (?:json|file|joblib)"),
    ("tour", 90, r"tour|walk me through|guide me|guided|tutorial|show me around|hold my hand|introduction"),
    ("tour", 91, r"(?:im|i am) (?:new|a beginner)|first (?:time|experiment)|never (?:done|used)"),
    ("list_options", 86,
        r"(?:all|more|what|which|my|the|other)\b[^.]{0,15}\boptions|list (?:everything|all) (?:i|that i|you) can do|everything i can do|what else can i do|"
        r"show (?:me )?(?:the )?(?:menu|everything you can do|all (?:the )?tools)|list (?:of )?(?:all )?(?:the )?tools|menu$|what buttons"),
    ("list_options", 90, r"what (?:can|could|may) (?:i|we|you) do (?:about|with|for|to|in|on) (?:the )?(?:prepar\w+|explor\w+|features?|split\w*|models?|modelling|evaluat\w+|export\w*|pipeline|columns|data)|options for"),
    ("list_options", 95, r"(?:every|all|all the|which|what) (?:buttons?|options?|tools?|forms?) (?:\w+ ){0,3}(?:for|in|of|about)\b"),
    ("list_options", 90, r"(?:all |every|the )?things? (?:that )?(?:i|we) can do\b|what tools\b|every option|list (?:all |every )?(?:the )?(?:options?|tools)"),
    ("suggest", 88,
        r"what (?:should|shall|do|can|would|could|must) (?:i|we|you) (?:do |try |suggest|recommend|advise|propose)?(?:now|next|first|then|do next|do now|"
        r"do)?\s?(?:\?|$)|what(?:s| is)? (?:to do )?(?:next|now)|next steps?|any (?:suggestions?|ideas?|advice|recommendations?|tips)|"
        r"(?:suggest|recommend|advise)(?: something| me| what)?|how (?:do|should|can|could) (?:i|we) (?:proceed|continue|go on|improve)|"
        r"what do you (?:suggest|recommend|think i should do|advise)|improve (?:it|the model|this|my model)|where do i (?:start|begin)|make it better"),
    ("suggest", 94,
        r"where (?:do|should|can) (?:we|i) go (?:from here|next|now)|(?:sensible|good|best|logical|useful|obvious|smart) next (?:step|move|thing)|"
        r"next (?:step|move) (?:be|should|would)|^(?:what|and|so)(?: what)? now$|^now what|(?:im|i am) stuck|what would you (?:do|suggest|recommend|try)|"
        r"if you were me|how (?:do|should) (?:i|we) go on|next ?\?$"),
    ("suggest", 90, r"no (?:clue|idea)|dont know (?:what|where|how) to (?:do|start|begin|go|continue|proceed)|where (?:do|should) i (?:start|begin)"),
    ("help", 84,
        r"^(?:please )?help(?: me)?(?: please)?$|help (?:with|on|about|for) |what can (?:you|i) (?:do|say|ask|type)(?: here)?|"
        r"how (?:does|do) (?:this|it|you|i use this|i use it)(?: thing| tool| app)?(?: works?)?$|im lost|i dont (?:know|understand|get)|"
        r"how (?:can|do) (?:you|i) (?:help|use)|what are you|who are you|^\?$|(?:im|i am|so|totally) confused|instructions$|how to use"),
    ("help", 98, r"(?:i need |need |give me |i want )?(?:some |a little )?help (?:me )?(?:with|on|about) (?!(?:it|this|that|everything|the data)$)(?:the |my )?(?:[a-z]+ ?){1,3}$"),
    ("help", 97,
        r"^what (?:(?:all|else|things?|stuff|kinds? of things?|sorts? of things?|exactly|actually) )+(?:can|could|may|am|are) (?:you|it|this(?: \w+)?|i|"
        r"we) (?:all |allowed to |able to )*(?:do|say|ask|type|help)(?: (?:here|to you|you|to it|to this|for me|with|me with|with this|with you))*$|"
        r"^what can (?:you|this(?: \w+)?) all do$"),
    ("help", 96, r"^what (?:does|do|can|could) (?:this|it|the|you) ?(?:thing|tool|app|program|assistant|site|page)?(?: even| actually)? do$"),
    ("help", 96, r"(?:show|open|display|see|call up|bring up)(?: me)? (?:the )?help(?: page| text)?$"),
    ("help", 88, r"how (?:do|can|should) (?:i|we|you) use \w+"),
    ("help", 95, r"^what (?:can|could) (?:you|i) (?:do|say|ask|type)$"),
)
