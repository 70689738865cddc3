"""A newcomer's first experiment, from the first screen to the downloaded project, by talking and clicking."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.chat import Chat

PROJECT = [
    *("train.py", "preprocessing.py", "inference.py", "app.py", "config.yaml", "requirements.txt"),
    *("notebook.ipynb", "README.md", "pipeline.json", "transcript.md", "model.joblib", "Dockerfile"),
]
PREPARE = "fill age with the median and embarked with the most common value, then one-hot encode sex and embarked"

WATCH = """() => {
    window.progressSeen = [];
    new MutationObserver(() => {
        const bar = document.querySelector('[data-testid="progress"] [role="progressbar"]');
        if (bar) window.progressSeen.push(Number(bar.getAttribute('aria-valuenow')));
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
}"""
"""Notes what the bar of progress shows, which may be gone before anybody can look."""


def test_a_first_experiment_from_a_sample_to_the_project(
    chat: Chat, picture: Callable[[Chat, str], None], tmp_path: Path
) -> None:
    expect(chat.part("welcome")).to_be_visible()
    picture(chat, "first-screen")

    loaded = chat.load_sample("titanic")
    expect(loaded).to_contain_text("891 rows × 12 columns")
    expect(loaded.locator(".pg-next")).to_have_count(4)
    expect(loaded.get_by_test_id("all-options")).to_be_visible()
    expect(chat.part("board")).to_contain_text("titanic.csv")
    picture(chat, "loaded")

    expect(chat.say("predict Survived")).to_contain_text("classification")
    prepared = chat.say(PREPARE)
    expect(prepared).to_contain_text("median")
    expect(prepared).to_contain_text("One-hot")
    expect(chat.part("board").get_by_role("region", name="Steps").get_by_role("listitem")).to_have_count(5)
    picture(chat, "prepared")

    chat.click(chat.part("all-options").last)
    options = chat.part("options").last
    options.get_by_role("tab", name="Split").click()
    chat.click(options.get_by_role("button", name="Split the rows"))
    form = chat.part("form-split")
    form.get_by_label("Train in percent").fill("80")
    form.get_by_label("Test in percent").fill("20")
    picture(chat, "split-form")
    split = chat.click(form.get_by_role("button", name="Do it"))
    expect(split).to_contain_text("713 rows to learn from")
    expect(chat.part("form-done")).to_contain_text("Train: 80 %")

    chat.page.evaluate(WATCH)
    chat.say("train a random forest with 200 trees")
    trained = chat.trained()
    assert chat.page.evaluate("window.progressSeen")
    expect(trained.get_by_test_id("metrics")).to_contain_text("Accuracy")
    expect(chat.part("progress-ended")).to_have_count(1)
    expect(chat.part("board").get_by_role("region", name="Models")).to_contain_text("Random forest")

    judged = chat.say("how good is it?")
    expect(judged.get_by_test_id("metrics")).to_contain_text("the simple guess")
    picture(chat, "judged")

    matrix = chat.say("show the confusion matrix").get_by_test_id("plot")
    expect(matrix.locator(".js-plotly-plot")).to_be_visible()
    expect(matrix.get_by_role("img", name=re.compile("of 178 rows are right"))).to_be_visible()
    picture(chat, "confusion-matrix")

    exported = chat.say("export the project")
    link = exported.get_by_test_id("download")
    expect(link).to_contain_text("same numbers", timeout=180_000)
    expect(link).to_be_in_viewport()
    picture(chat, "download")
    with chat.page.expect_download() as waiting:
        link.click()
    project = tmp_path / "project.zip"
    waiting.value.save_as(project)
    names = zipfile.ZipFile(project).namelist()
    assert len({name.split("/")[0] for name in names}) == 1
    assert set(PROJECT) <= {name.split("/", 1)[1] for name in names}
