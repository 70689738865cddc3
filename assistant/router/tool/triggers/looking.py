"""Patterns for tools that load and look at data."""

from assistant.router.entities.adjectives import DEGREES, PLAIN, SUPERLATIVES
from assistant.router.tool.triggers.wordlists import FILE_ENDING, PLOT_WORDS, PROBLEMS, TABLE
from engine.samples import SAMPLES

_SAMPLE = "|".join(sample.name.replace("_", "[ _]") for sample in SAMPLES)

RULES: tuple[tuple[str, int, str], ...] = (
    ("preview", 108,
        r"^(?:(?:please|can you|could you|would you|just|now|i want to|let me) )*(?:show|see|display|print|view|list|look at|peek at)(?: me| us)? (?:just |only |"
        r"about |an? |some |the )*\d+ (?:[a-z]+|@) ?,? (?:(?:that are|just|all|which are) )*(?:(?:picked|chosen|drawn|selected|taken) )?(?:by chance|at random|"
        r"randomly|by lot|blindly)|(?<![-\d.])\d+ [a-z]+ (?:picked |chosen |drawn |selected |taken )?(?:by chance|at random|randomly|"
        r"by lot)\b[^.]{0,12}\b(?:just |only )?to (?:look at|see|read|peek at|have a look)"),
    ("preview", 78,
        r"^(?:(?:can|could|may|might) (?:i|we) |let (?:me|us) |lets |i (?:want|would like) to |please )*(?:see|look at|have a look at|view|"
        r"show(?: me| us)?) (?:all )?(?:the|my|our|all) (?!(?:duplicat|outlier|step|model|run|column|feature|error|predict|residual|option|sample|metric|score|"
        r"result|experiment|mistake|correlat|distribut|gap|difference|class|cluster|group|value|type|kind|param|setting|change|finding|problem|issue|reason|"
        r"statistic|number|file|data|chart|plot|graph|curve|histogram|weight|coefficient|probabilit|row|record|stat|fold|trial|tree|rule|button|thing|anomal|"
        r"missing|hole|blank)\w*\b)[a-z]{3,}s(?: please| pls| now)?$"),
    ("preview", 94, r"^(?:(?:show|give|see|list|print|display|view|let me see)(?: me| us)? )(?:just |only )?(?:the |my )?(?:very )?(?:first|last|bottom) \d+$"),
    ("plot", 96, r"@ across\b.*@ up\b|@ up\b.*@ across\b|@ (?:on|along) the (?:x|horizontal)\b.*@ (?:on|along|up) the (?:y|vertical)\b|^(?:an? |draw |show |make |plot )+(?:me )?(?:an? )?map (?:of|with|from) (?:the )?@ (?:and|,|against|vs) (?:the )?@"),
    ("list_samples", 91, rf"(?:what|which|any|other|more|got|list)\b[^.]{{0,20}}\b(?:sample|example|demo|practi[cs]e|toy|built ?in|bundled) {TABLE}\b"),
    ("list_samples", 91,
        r"(?:toy|sample|example|demo|bundled) (?:data ?sets?|data|tables?|samples?)\b[^.]{0,20}\b(?:have|got|are there|play|offer|available|try|include)|"
        r"(?:have|got|any|which|what)\b[^.]{0,25}\b(?:samples|examples?|toy|demo)\b(?: data| data ?sets?| tables?)?[^.]{0,12}\b(?:play|practi[cs]e|try|work|"
        r"start) with"),
    ("list_samples", 88,
        r"(?:which|what|list|show|see|any|have|are there|got)\b[^.]{0,30}\b(?:samples?(?: data ?sets?| data| tables?)?|example (?:data ?sets?|data|tables)|"
        r"demo (?:data|datasets?)|bundled (?:data|datasets?)|built ?in (?:data|datasets?))(?: (?:are there|do you have|available|can i use|is there))*$|"
        r"^(?:list )?samples$"),
    ("load_data", 97,
        r"^(?:(?:in |read )?(?:the |these |those |all |our |my )*dates? )?(?:it is |its |they are |theyre |are |is |have |with |written |go )*(?:the )?(?:day|"
        r"month)s?(?: comes?| is| are| stands?)?[ -]first(?: in (?:the |these |our |my )?dates?)?$|\bsheet (?:is |is the one )?(?:called|named)\b|"
        r"\b(?:the|my|that) \w+ sheet$|\b(?:no|without(?: a)?) (?:column )?header|\bheader (?:row |line )?is (?:in|on|at)? ?(?:the )?(?:line|row) ?\d|"
        r"first (?:line|row) is (?:already )?data|\bencoding (?:is|should be|=)"),
    ("load_data", 106,
        rf"^(?:(?:use|open|load|take|get|fetch|show me|give me|switch to|go to|go back to|back to|start with|try|work (?:with|on)|i want|lets|now|rather|instead|"
        rf"please)(?: up)? )+(?:the |that |your )*(?:sample |example |bundled |"
        rf"demo )*(?:{_SAMPLE})(?: (?:one|data|data ?set|sample|table|file|example|csv))*(?: (?:instead|please|again|now|then|once more|this time))*$"),
    ("load_data", 92, r"(?:semicolons?|commas?|tabs?|pipes?) (?:between|separate|to separate)\b|(?:commas?|points?|dots?) (?:for|as) (?:the )?decimals?"),
    ("load_data", 86,
        r"(?:load|open|import|read in|read|use|start with|work with|switch to|upload) (?:the |my |a |an |"
        r"in )?(?:(?:bundled |example |demo )?(?:'' |\S+ )?(?:\S+ )?(?:data ?set|sample|data|file|csv|excel|sheet|workbook|table|spreadsheet)\b|\S+ ?\. ?" + FILE_ENDING +
        r")|^(?:load|import) |^open (?:up )?(?:the |my )?\w+$|(?:delimiter|separator|encoding|decimal(?: mark| sign)?) (?:is|should be|=)|"
        r"(?:first|second|third|\d+(?:st|nd|rd|th)) sheet|separated by|uses? (?:semicolons?|commas?|tabs?|pipes?)|"
        r"(?:semicolons?|commas?|tabs?|pipes?) (?:between|separate|divide|in between)"),
    ("load_data", 96, r"(?:file|data|table|it|csv)\b[^.]{0,20}\b(?:utf|latin|cp ?125|iso ?-? ?8859|windows|ascii)|(?:utf|latin|cp125|ascii)[ \d-]{0,6}encod\w+"),
    ("compare_data", 88, r"compare (?:the |this |my )?(?:new )?(?:data|file|table|''|\S+ ?\. ?\w+) (?:with|to|against)|data drift|drift|compare .{0,30}(?:training data|\. ?csv)"),
    ("compare_data", 95, r"^compare (?:it |this |that |them |everything |the data |what we have )?(?:with|to|against) (?:the )?(?:new |other )?(?:file )?\S+ ?\. ?" + FILE_ENDING + r"\b"),
    ("compare_data", 90, r"(?:does|is|are|has|check|compare)\b[^.]{0,20}\. ?" + FILE_ENDING + r"\b[^.]{0,40}\b(?:look like|similar|same|different|changed?|drift\w*|new categories|match|compare|differs?|training data|trained on)|check \S+ ?\. ?" + FILE_ENDING + r""),
    ("compare_data", 97, r"\. ?" + FILE_ENDING +
        r"\b[^.]{0,60}\b(?:similar|(?:look|looks|looking) (?:a ?)?like|resembles?|drift\w*|comparable|"
        r"(?:the same as|differ\w*(?: much)? from|changed (?:since|from)|compares? (?:to|with)|deviates? from|fits? with) (?:what|the data|our|my|"
        r"the (?:old|training|table|file|one)|this|that))\b"),
    ("preview", 96,
        r"^(?:(?:show|give|see|list|print|display|view|let me see)(?: me| us)? )?(?:just |only )?(?:the |my )?(?:(?:very )?(?:first|last) \d+|"
        r"\d+ random(?:ly)?(?: (?:chosen|picked|selected))?|random \d+) (?!features?\b|columns?\b|variables?\b|predictors?\b|models?\b|runs?\b|steps?\b|trees\b|"
        r"trials?\b|experiments?\b|forests?\b|bins\b|groups\b|seeds?\b|samples? of\b|days?\b|weeks?\b|months?\b|years?\b|changes?\b|actions?\b|things\b)[a-z]+s$"),
    ("preview", 87,
        r"(?:first|last|final|top|bottom|random|few|some|couple of|sample of|\d+(?!%))\b[^.]{0,12}\b(?:rows|lines|records|entries|examples|observations)|"
        r"\b(?<!heavy )(?<!long )(?<!fat )(?<!thick )(?<!right )(?<!left )(?:head|"
        r"tail)\b(?= ?(?:$|\(|,|\?|\d|(?:of (?:the|it|this|my)|please|rows|and|then|for|first|now)\b))|"
        r"(?:show|see|view|display|print|look at|let me see|take a look at|give me a look at|peek at|open up)(?: me)? (?:the |my |some |this |at )?(?:raw |whole |"
        r"actual )?(?:data(?: ?set| ?frame)?|rows|table|file|df)$|preview|peek|what does (?:the data|it|the table|the file) look like|"
        r"look at the (?:data|table|rows)|show rows"),
    ("preview", 92, r"^(?:show|give|see|display|print)(?: me)? the (?:top|head|beginning|very top|tail|bottom|end)(?: of (?:it|the \w+))?$"),
    ("preview", 92, r"^(?:show|give|get|let|see|print|display|list|look at)\b[^.@]{0,16}\b(?:random(?:ly)?(?: (?:chosen|picked|selected))?) (?!forests?\b|search|sample\b)\w+ (?:to|that i can|so i can) (?:look at|see|have a look|check|read)\b"),
    ("preview", 88,
        r"(?:see|show|give|look at|print|display|list|get)\b[^.]{0,15}\b(?:first|last|top|bottom|random|some|few|\d+)\b[^.]{0,12}\b(?:customers|passengers|people|"
        r"trips|houses|cars|penguins|players|loans|pets|messages|diamonds|samples|cases|items)\b|feel for the (?:data|table)|"
        r"^(?:show|give|let|see|print|display|list|look at)\b[^.]{0,12}\b(?:\d+|some|a few|a couple of|"
        r"a handful of) (?:random(?:ly)?(?: (?:chosen|picked|selected))?) (?!forests?\b|search)\w+$"),
    ("profile", 85,
        r"profile|(?:check|inspect|examine|analy[sz]e|review|assess|audit|diagnose) (?:the |my |this |over )?(?:data(?: ?set)?|table|file|quality|"
        r"it(?= for\b|$))(?: for (?:problems|issues|errors))?|(?:data )?(?:health|quality)(?: report| check)?|"
        r"(?:problems?|issues?|errors?|wrong|fishy|strange) (?:in|with|about) (?:the |my |this )?(?:data|table|file|dataset)|overview|"
        r"(?:describe|summari[sz]e|summary of|tell me about|explore|understand) (?:the |my |this |all )?(?:data(?: ?set)?|table|file)|"
        r"what(?:s| is) in (?:the |this |my )?(?:data ?set|data|file|table)|summary(?: statistics)?$|(?:anything|something) wrong|df ?\. ?(?:info|describe)|"
        r"any (?:problems|issues)|how (?:clean|messy|dirty|good) is (?:the |my |this )?data|"
        r"(?:where|what|which|how many|how much|are there|is there|any)\b[^.]{0,25}\b(?:missing|nulls|nans|blanks|duplicates|holes|gaps)|^eda$|"
        r"(?:which|what) columns (?:are there|do (?:i|we) have|does it have)|how (?:many rows|big is (?:it|the))"),
    ("plot", 104, r"^(?:box|violin|hist|histogram|scatter|bar) (?:the |of )?@ (?:by|per|for each|across|against|vs) (?:the )?@$"),
    ("correlate", 97, r"^correlate (?:all|everything|it all|(?:all )?(?:the |my )?(?:numbers|numeric\w*|columns|features))(?: (?:columns|features|together|with each other|please))*$"),
    ("profile", 98,
        r"^(?:(?:show|give|tell|print|list|see|get|me|us|the|an?|please|quick|some|all) )*(?:summary (?:stats?|statistics|table)|"
        r"descriptive (?:stats?|statistics)|(?:column |data ?)types|(?:types|kinds) of (?:the |all |my )?columns|columns|"
        r"(?:size|shape|dimensions) of (?:it|(?:the|my|this) (?:data ?set|data|table|file)))(?: please)?$"),
    ("profile", 92,
        rf"\b(?:is|are) (?:there )?(?:anything|something|any)\b[^@]{{0,40}}\b{PROBLEMS}\b[^@]*\b{TABLE}\b|"
        rf"\b(?:check|look|see|examine|inspect|tell me|find out|go over|go through|verify)\b[^.]{{0,30}}\b{TABLE} (?:is |are |looks? |for |has |have |contains? |"
        rf"seems? )(?:\w+ ){{0,3}}{PROBLEMS}\b|\b(?:low ?down|run ?down|state|condition|shape|lay of the land) (?:on|of|in) (?:the |this |my |our )?{TABLE}\b|"
        rf"^(?:what is|whats|how is) (?:this|the|my) {TABLE} (?:like|looking)\b|^what (?:state|condition|shape) (?:is|are) (?:this|the|my) {TABLE} in\b|"
        rf"^what (?:have|do) (?:we|i|you) (?:got|have) here$"),
    ("profile", 97, r"\bwhat(?:s| is) (?:all )?in (?:here|it|there)$|^(?:the |show |me |count |list )*(?:missing|null|nan|empty)(?: values?| counts?| cells| entries)* (?:per|by|in (?:each|every)|for (?:each|every)|of (?:each|every)) (?:column|feature|variable|field)s?$"),
    ("profile", 104, r"(?:health|quality) (?:report|check|summary|overview)"),
    ("profile", 92, r"(?:wrong|off|odd|strange|fishy|amiss|broken|the matter) (?:with|in|about) (?:the |this |my |these |that )?(?:data(?: ?set)?|table|file|numbers|values|spreadsheet)\b|sanity check|once over"),
    ("profile", 96,
        r"how (?:bad|good|clean|dirty|messy|healthy|complete) (?:is|are) (?:the |my |this )?(?:data|table|dataset|file)|"
        r"(?:anything|something|what) (?:that )?(?:i|we|one) (?:should|need to|must|ought to) (?:know|watch out for|look out for) (?:about|of|in|with) (?:this|"
        r"the|my) (?:data|table|file)|big picture|birds eye view"),
    ("profile", 86, r"(?:is|are) (?:the |my |this )?(?:data|table|dataset) (?:any |really |all |ok|clean|good|fine|usable|in order)|(?:anything|something) (?:strange|weird|odd|fishy|wrong|suspicious|to worry)"),
    ("profile", 90, r"(?:isna|isnull)\b|\. ?info\b"),
    ("profile", 88, r"(?:what|which) (?:kinds?|types?|sorts?) of (?:columns|data|variables|features)|^(?:what|which) (?:columns|variables|fields) (?:are there|do (?:i|we)|does|exist|have (?:i|we))\b"),
    ("profile", 92, r"^how (?:much|many) (?:data|columns|rows|records|features|variables|entries|observations|lines)\b(?! (?:per|by|in each|for each|have|has|with|where|are (?!there|in))| (?:\w+ ){0,4}(?:@|per|by|each)\b)"),
    ("profile", 96, r"^(?:which|what) (?:columns|features|variables|ones) (?:have|has|contain|are) (?:any |some |the most )?(?:gaps?|missing|blanks?|holes|nulls?|nans?|empty|incomplete)"),
    ("profile", 88, r"insights? (?:into|about|on|of) (?:the |this |my )?(?:data|table|dataset)"),
    ("describe_column", 96,
        r"^(?:whats|what is|what was|give me|show me|tell me|get|find|compute|calculate)? ?(?:the )?(?:overall |total )?(?:average|mean|median|typical|usual|"
        r"maximum|minimum|max|min|highest|lowest|biggest|largest|smallest|standard deviation|std|range)(?: value)? (?:of |for )?(?:the )?@(?: ever(?: \w+)?|"
        r" overall| altogether| in total| of all)?$|^how (?:much|many|old|long|high|big) (?:is|are|was|were) (?:the )?(?:average|mean|median|maximum|minimum|"
        r"highest|lowest|biggest|largest) @$"),
    ("describe_column", 97, r"^(?:(?:whats|what is|what are|show me|tell me|give me|the|its) )*(?:lowest|smallest|minimum|min|cheapest|least) (?:and|or|to|,|/) ?(?:the )?(?:highest|largest|biggest|maximum|max|most expensive|most)(?: values?)? (?:of |in |for )?(?:the )?@$"),
    ("describe_column", 97, r"^(?:(?:whats|what is|give me|tell me|show me|and) )*(?:the )?(?:low ?down|scoop|story|deal|gist|skinny) (?:on|with|of|about|behind) (?:the )?@$"),
    ("describe_column", 94,
        r"\bwhat (?:do we have|have we got|is there|do i have|stands|is stored) in (?:the )?@(?: column)?$|"
        r"\b(?:what|how) (?:do|does) (?:the )?(?:values|entries|numbers) (?:in|of|for) (?:the )?(?:column )?@(?: column)? look(?: like)?$|"
        r"(?:what|which) (?:kinds?|sorts?|types?) of (?:values|entries|things|numbers|words)\b[^@]{0,25}\b(?:in|of|does|do|has|have|hold|"
        r"take)\b[^@]{0,30}@(?: column)?(?: have| take| hold)?$|"
        r"(?:anything|something) (?:interesting|special|odd|weird|strange|wrong|funny|notable|unusual|fishy|off) (?:in|about|with) (?:the )?@(?: column)?$"),
    ("describe_column", 83,
        r"(?:tell me (?:more )?about|describe|what(?:s| is) (?:in|with|about)|details? (?:of|on|about|for)|look (?:closer )?at|inspect|summari[sz]e|summary of|"
        r"info (?:on|about)|information (?:on|about)|statistics (?:of|on|for)|stats (?:of|on|for)|explore|examine|show(?: me)?|check|analy[sz]e|investigate|"
        r"more about|values (?:of|in)|unique (?:values (?:of|in)|)|what about|value counts (?:of|for)?|what values does|which values does|which values has|"
        r"range of|study|dig into)(?: the| column| values in| values of| variable| feature| field)* @(?: column| feature| variable| have| in detail| please)*$|"
        r"what (?:does|is) (?:the )?(?:column )?@(?: column)?(?: look like| contain)?$|@ \. describe|@ in detail"),
    ("describe_column", 90, r"^(?:what|which) @ (?:are there|is there|exist|occur|do (?:we|i|you) have|does it have|are in (?:the |this |my )?(?:data|table|file|it)|are present|appear)"),
    ("describe_column", 80, r"^(?:tell me (?:more )?about|describe|details of|inspect|summari[sz]e|summary of|info (?:on|about)|examine|analy[sz]e|investigate|look at|explore|show(?: me)?|what(?:s| is) in) (?:the |this |my )?[a-z_]\w* (?:column|variable|feature|field)$"),
    ("describe_column", 98, r"^(?:is|are|was|were|how)(?: the| my)? @ (?:very |so |really |strongly |heavily |at all |left |right )*(?:skewed|normal|normally distributed|symmetric\w*|uniform\w*|long tailed|heavy tailed|bell shaped|bimodal|spread out)"),
    ("describe_column", 95, r"^(?:what|which|whats|show|list|give|tell)\b[^.]{0,20}\b(?:most|least) (?:common|frequent|popular|usual|typical) (?:values? (?:of|in|for) )?(?:the )?@$"),
    ("describe_column", 93,
        r"(?:min(?:imum)?|max(?:imum)?|mean|average|median|std|range|"
        r"quartiles)(?: ?,)?(?: and)?(?: (?:the )?(?:min(?:imum)?|max(?:imum)?|mean|average|median|std|range|quartiles),?(?: and)?)+ of (?:the )?@$|"
        r"(?:what|which) (?:kinds?|sorts?|types?) of (?:values|entries|things) (?:are |is )?(?:there )?in (?:the )?@|"
        r"(?:zoom in|closer look|deep dive|dig) (?:on|at|in|into|in to) (?:the )?@"),
    ("describe_column", 96, rf"^(?:(?:and|so) )*how (?:{PLAIN}|big|small|large|high|low|many) (?:is|are|was|were) (?:the |an? |our |my |their |its )*@$"),
    ("describe_column", 95, r"^(?:please )?(?:list|enumerate) (?:me )?(?:all |all of )?(?:the |our )?(?:different |possible |distinct |various )?@$|^(?:(?:the|whats|what is|show|give|me|overall) )*@ (?:percentage|percent|share|proportion)(?: overall| in all| please)?$"),
    ("describe_column", 120, r"^(?:(?:the|what|whats|is|show|give|me) )*(?:percentage|percent|share|proportion|fraction)(?: of (?:people|[a-z]+s))? (?:with|having|without|who have|that have|on) (?:an? |the )?@$"),
    ("describe_column", 88, r"(?:whats|what is) (?:going on|happening|wrong|up) (?:in|with) (?:the )?@|@[^@]{0,8}value_?counts|value_?counts[^@]{0,8}@|@ ?\. ?(?:describe|unique|nunique)"),
    ("plot", 118,
        r"^(?:show|see|look(?:ing)? at|view|check|inspect|display|plot|draw|visuali[sz]e|give|let me see|whats|what is|hows|how is|how does|"
        r"what does)\b(?: (?:me|us|the|its|their|our|my|class|target|current|a|at|of))* (?:im)?balance\b(?! (?:it|them|the (?:classes|data|set)\b|by|with|using|"
        r"(?:training )?weights?))"),
    ("plot", 104,
        r"how (?:even|balanced|unbalanced|imbalanced|uneven|lopsided) (?:is|are) (?:the |my )?(?:target|class(?:es)?|labels?|outcomes?)\b.*\b(?:picture|plot|"
        r"chart|graph|draw|bars?)\b|(?:every|each|all) (?:number|numeric|column|feature|variable|measurement)\w*(?: \w+)? (?:against|vs|versus|with) (?:every|"
        r"each|all)\b"),
    ("plot", 118, r"\b(?:missing|gaps?|blanks?|holes|nulls?|nans?|empty cells)\b[^.@]{0,25},? (?:as|in|with) an? (?:\w+ )?(?:picture|chart|plot|graph|image|diagram|figure|map|heat ?map)"),
    ("plot", 97, r"\btime ?series (?:of|for|plot|chart)|@ as an? time ?series|\bbox(?:es)? (?:for|per|by|of) (?:each |every |the )*@|@ (?:over|against|vs|versus) (?:the )?@ ?,? (?:and )?colou?red"),
    ("plot", 96, r"^(?:an? |the )*(?:map|lines?|box(?:es)?|bars?|pie|dots|violins?) of (?:the )?@"),
    ("plot", 92, rf"\b(?:{PLOT_WORDS})\b"),
    ("plot", 82,
        r"(?:show|see|look at)\b[^.]{0,25}@[^.]{0,12}\b(?:by|against|vs|versus|over|per)\b|@ (?:vs|versus|against) @|how (?:is|are) (?:the )?@ distributed|"
        r"relationship between|how does @ (?:depend on|vary with|change with|relate to) @|missing (?:values )?(?:chart|map|plot|pattern|matrix)|class balance"),
    ("plot", 86, r"@ (?:vs|versus|against|over|plotted against) (?:the )?@|how (?:is|are|was|does) (?:the )?@ (?:spread|distributed|look|vary)"),
    ("plot", 97, r"\b(?:how|hw) (?:did|does|do|has|have|is|was|were) (?:the |our |my )*@[^@]{0,20}\b(?:develop|chang|evolv|mov|go|vary|grow|grew|ris|fall)\w*[^@.]{0,12} (?:over|with|through|across) (?:the )?(?:time|years|months|weeks|days)\b"),
    ("plot", 86, r"how (?:does |do )?(?:the )?@ (?:depends?|varies|vary|changes?|relates?) (?:on|with|to|by) (?:the )?@"),
    ("plot", 99, r"^(?:(?:show|see|draw|plot|display|me|us|the|our|my|of|average|mean|typical) )*@ over (?:the )?(?:time|years|months|weeks|days)(?: (?:per|by|for each|for every) (?:the )?@)?$"),
    ("plot", 93, r"missing\b[^.]{0,12}\bchart (?:it|them|that)"),
    ("plot", 90, r"(?:picture|graph|chart|diagram) of"),
    ("aggregate", 88,
        r"(?:average|mean|avg|median|typical|sum|total|count|max(?:imum)?|min(?:imum)?|highest|lowest|std|standard deviation|number|how many|rate|share|"
        r"percentage|proportion|counts|@ rate)\b[^.]{0,50}\b(?:by|per|for each|for every|within each|in each|across|grouped by|group by|among|at each|of each|"
        r"(?:on|in|at|from|of|within) every)\b|group(?:ed)? ?by|@ (?:per|by|for each|for every) (?:each )?@|pivot|"
        r"@ (?:per|by|for each|for every) @ (?:of the \w+ )?on average|"
        r"(?:which|what) @[^.]{0,15}\b(?:highest|lowest|most|least|largest|smallest|biggest|best|worst|more|less)\b[^.]{0,20}@|break\w* down|breakdown|"
        r"how many\b[^.]{0,40}\b(?:each|every|per|by)"),
    ("plot", 104, r"@ on the (?:x|y|horizontal|vertical)(?: axis)?\b|before (?:and|vs|versus|/) after\b[^.]{0,20}@|@[^.]{0,20}\bbefore (?:and|vs|versus) after"),
    ("plot", 98, r"@[^.]{0,30}\bas an? (?:line|bar|box|scatter|violin|histogram|chart|plot|graph)"),
    ("aggregate", 92, r"(?:do|does|did|how do|how does) (?:the )?(?:\d+ )?@ (?:differ|vary|compare) (?:in|by|on|regarding) (?:the |their |its )?@"),
    ("aggregate", 90, r"how (?:does|do) (?:the |an? )?@ (?:differ|vary|compare) (?:by|between|across|among|over|with|from)\b[^@]*@"),
    ("aggregate", 88, r"^(?:when|where|which|what|who)\b[^.]{0,40}\b(?:most|least|highest|lowest|fewest|more|fewer)\b[^.]{0,30}\b(?:by|per|in which|for each|for every) (?:the )?@"),
    ("aggregate", 84, r"how many (?:\S+ ){0,3}?(?:@|are there of each)|^@ (?:per|by) (?:each |the )?@"),
    ("aggregate", 95, r"^(?:the |show |plot )*(?:average|mean|median|total|sum|max|min) (?:of )?(?:the )?@ (?:over|along|through) (?:the )?@"),
    ("aggregate", 86, r"^(?:the )?numbers? of (?:\S+ ){1,3}(?:on|in|at|from|of|within|with|per|by|for) (?:each |every |the |a )?@"),
    ("aggregate", 91, r"^(?:which|what) @ (?:is|are|gets?|was|were|did|does|do|has|have|had|appears?|occurs?)\b[^@]{0,30}\b(?:most|least|commonest|popular|common|frequent\w*|often|rarest|busiest)\b[^@]*$"),
    ("aggregate", 92, r"^head ?counts? (?:by|per|for each|of each|in each) (?:the )?@|@ (?:per|by|over|across) (?:the |each )?@ on average"),
    ("aggregate", 101, r"^compare (?:the )?(?:average|mean|median|total|sum|maximum|minimum|max|min|typical|number)\b[^.]*\b(?:across|by|per|between|among|over|for each)\b"),
    ("aggregate", 90, r"(?:which|what) @ (?:has|have|had|gets?|got|with|shows?|sees?) (?:the )?(?:most|fewest|least|highest|lowest|largest|biggest)\b"),
    ("aggregate", 92, rf"^(?:which|what) (?:of the )?@ (?:[a-z]+ ){{1,8}}?{DEGREES}\b|\b{SUPERLATIVES} (?:[a-z@]+ ){{0,3}}(?:per|by|(?:(?:for|in|of|within|at|from) )?(?:each|every)) (?:the )?@|^how (?:{PLAIN}) (?:is|are|was|were|do|does)\b.*\b(?:per|by|each|every|across|between|among)\b.*@"),
    ("correlate", 86,
        r"correlat\w+|spearman|kendall|pearson|(?:related|relates|relate|linked|connected|associated) (?:to|with) (?:the )?@|"
        r"(?:which|what)[^.]{0,25}(?:go|goes|move|moves) (?:together )?with|"
        r"(?:goes?|moves?|rises?|hangs?|changes?|var(?:y|ies))(?: up| down| and| or)* (?:together|along|in step|hand in hand)\b"),
    ("correlate", 90,
        r"@ (?:and|with) (?:the )?@ (?:go )?(?:hand in hand|linked|in step)|(?:link|relation|relationship|association|connection|dependence) between (?:the )?@|"
        r"(?:go|goes|move|moves|rise|rises|vary|varies) (?:together|along)|(?:is|are) (?:the )?@ (?:and (?:the )?@ )?(?:related|linked|associated|connected)"),
    ("correlate", 96,
        r"^(?:does|do|did|is|are|has|have)(?: the)? @ (?:really |actually |at all |strongly )?(?:affect|influence|depend on|depends on|relate to|related to|"
        r"linked to|connected to|tied to|go with|drive|have anything to do with|anything to do with|correlate with|matter for|impact|determine|change with|"
        r"vary with|explain|dependent on|associated with)(?: the)? @"),
    ("correlate", 90, r"\. ?corr\b|^corr\b"),
)
