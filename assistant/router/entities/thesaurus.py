"""Words that mean the same in a request: what people say for “show”, for “rows” or for “mistakes”; data, not logic."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.router.entities.stems import stem

_CLASSES = """
see: show see look view display print glimpse peek glance watch visualise visualize draw plot picture chart graph | have a look | take a look | get a glimpse | let me see | list
remove: drop remove delete del discard exclude kick toss ditch lose erase strip scrap throw eliminate omit ignore dump purge axe junk forget yeet nuke zap oust expel | get rid of | out of here | leave out | take out | cut out | do without | no need for | wont be needing | will not need | adds nothing | tells us nothing | tells nothing | has to go | must go | can go
keep: keep retain only just limit restrict focus narrow
column: column feature variable field predictor input attribute regressor covariate
row: row record line entry observation case item example instance
data: data dataset table file frame dataframe spreadsheet csv
fill: fill impute plug patch complete stuff
gap: missing blank hole gap nan null na empty absent unfilled
change: change replace swap substitute recode alter set modify edit
rename: rename relabel retitle
name: name called call title
train: train fit build run teach learn grow launch spin shot go whirl create | give a go
model: model learner algorithm classifier regressor estimator method technique approach
best: best strongest top winner winning won wins wins optimal finest ideal leading champion lead leads greatest
tune: tune optimise optimize hyperparameter hyperparameters tweak finetune
improve: improve better boost enhance refine squeeze
setting: setting parameter param knob option configuration value
compare: compare race contest versus benchmark shootout tournament | next to each other | side by side | against each other | head to head
combine: join merge combine blend mix ensemble pool fuse unite
score: score accuracy performance metric METRIC result quality mark grade
good: good generalise generalize well decent useful reliable ok okay any good sound trustworthy trust
wrong: wrong mistake error blunder fail failure miss bad misclassified incorrect incorrectly slip struggle worst
confuse: confuse mix mixes confuses confused mixed confusion
why: why reason cause because explain
matter: matter important attention drive influence weigh rely decisive count decide contribute | pay attention to | look at most | makes the difference | based on | depend on
predict: predict forecast guess estimate prediction foresee prognosis
problem: problem issue trouble strange odd weird suspicious fishy off wrong concern worry
check: check inspect examine audit review verify diagnose assess sanity validate
describe: describe summarise summarize overview summary profile insight | big picture | zoom in | deep dive | closer look | dig into | get to know
duplicate: duplicate deduplicate dedupe copy copies twice repeated identical double doubles repeat clone redundant
group: group cluster segment
outlier: outlier extreme anomaly crazy absurd implausible
range: range bucket band bin interval bracket tier
number: number numeric numerical code digit
category: category categorical label class classes text string nominal word
encode: encode dummy dummies onehot encoding indicator hot
scale: scale standardise standardize normalise normalize rescale comparable squash squeeze
rank: rank order sort ranking
few: few fewer less reduce narrow shrink cut compress
half: half tenth quarter third fraction sample subset portion part
big: big large huge heavy long slow
test: test holdout unseen exam
split: split divide separate partition
aside: aside away apart back reserve hold
date: date timestamp datetime time
part: part piece component
weekday: weekday month year hour day quarter
step: step stage action change
history: history recap done happened pipeline recipe log
undo: undo revert back rollback unwind oops
redo: redo again
fresh: fresh scratch over anew zero beginning clean slate blank
stop: stop cancel abort kill halt quit interrupt
finish: finish finished done ready through complete completed over
long: long far progress eta status longer
next: next now then after move proceed continue
suggest: suggest recommend advise advice hint tip idea sensible proposal recommendation clue stuck
help: help lost confused instruction manual guide understand
tour: tour walk tutorial ropes introduction newbie beginner new
option: option choice button menu possibility tool
sample: sample example demo toy bundled practise practice play
experiment: experiment project session work
branch: branch fork copy duplicate sidetrack
export: export download save package hand ship bundle wrap
service: service api endpoint web server
script: script python code program
threshold: threshold cutoff sure confident certain
calibrate: calibrate honest trustworthy
probability: probability chance likelihood odds
auto: auto autopilot automl automatically yourself
all: all everything whole entire every complete
prepare: prepare clean tidy preprocess preparation cleaning preprocessing prep cleanup fix
polynomial: polynomial squared quadratic cubic interaction | second order | third order | cross term | second degree | higher order
average: average mean typical avg
spread: spread distribution distributed vary
link: link correlate correlation relation related associated connected connection relationship association linked relate tie
important: useful informative relevant predictive worth usefulness importance
"""
_MEANING: dict[str, str] = {}
_SEVERAL: dict[str, str] = {}
for _line in _CLASSES.strip().splitlines():
    _name, _words = _line.split(": ", 1)
    _single, *_phrases = (entry.strip() for entry in _words.split("|"))
    for _word in _single.split():
        _MEANING.setdefault(_word if _word.isupper() else stem(_word), _name)
    for _phrase in _phrases:
        for _word in ([_phrase] if " " in _phrase else []):
            _SEVERAL[_word] = _name
        if " " not in _phrase:
            _MEANING.setdefault(stem(_phrase), _name)
WORDS = frozenset(word for line in _CLASSES.strip().splitlines() for word in re.findall(r"[a-z]+", line.split(": ", 1)[1]))
"""All words of the classes: they are no misspellings, and no columns that are spelled alike."""
_PHRASES = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _SEVERAL), key=len, reverse=True)) + r")\b")


@lru_cache(maxsize=8192)
def concept(word: str) -> str:
    """Gives the class that a word belongs to; a word of none stands for itself, by its stem."""
    base = word if word.isupper() else stem(word)
    return _MEANING.get(base, base)


def joined_up(words: str) -> str:
    """Writes expressions of several words as the one class that they belong to."""
    return _PHRASES.sub(lambda match: _SEVERAL[match[0]], words)
