"""Buttons that are clicked twice, forms with mistakes in them, and work that is stopped."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat


def form_of(chat: Chat, stage: str, tool: str) -> Locator:
    """Opens a tool's form from the list of all options."""
    lists = chat.part("options").count()
    chat.click(chat.part("all-options").last)
    expect(chat.part("options")).to_have_count(lists + 1)
    options = chat.part("options").last
    options.get_by_role("tab", name=stage).click()
    chat.click(options.locator(".pg-option").filter(has=chat.page.get_by_text(tool, exact=True)))
    form = chat.last.locator("form")
    expect(form).to_be_visible()
    return form


def test_the_tour_is_one_click_away(chat: Chat) -> None:
    first = chat.click(chat.part("tour"))
    expect(first).to_contain_text("Tour, stop 1")
    expect(chat.click(first.get_by_role("button", name="Load the Titanic table").first)).to_contain_text("Tour, stop 2")


def test_an_offer_that_is_waved_off_goes_away(chat: Chat) -> None:
    chat.load_sample("titanic")
    offers = chat.last.get_by_test_id("next-steps")
    offers.get_by_role("button", name="Not now: Predict Survived").click()
    expect(offers.get_by_role("button", name="Predict Survived")).to_have_count(0)


def test_two_quick_clicks_on_an_offer_carry_it_out_once(chat: Chat) -> None:
    chat.load_sample("titanic")
    offer = chat.last.get_by_test_id("next-steps").get_by_role("button", name="Predict Survived").first
    before = chat.answers.count()
    offer.dblclick()
    chat.answered(before)
    chat.say("show the steps")
    expect(chat.asked).to_have_text(["Titanic passengers", "Predict Survived", "show the steps"])
    expect(chat.part("board").get_by_role("region", name="Steps").get_by_role("listitem")).to_have_count(2)


def test_a_form_says_what_is_wrong_and_what_would_be_right(chat: Chat) -> None:
    chat.load_sample("titanic")
    chat.click(chat.part("all-options").last)
    options = chat.part("options").last
    options.get_by_role("tab", name="Split").click()
    chat.click(options.get_by_role("button", name="Split the rows"))
    form = chat.part("form-split")
    form.get_by_label("Test in percent").fill("140")
    answers = chat.answers.count()
    form.get_by_role("button", name="Do it").click()
    mistake = form.locator('[data-field="test"]').get_by_role("alert")
    expect(mistake).to_contain_text("less than 1.0, but 1.4 came")
    expect(mistake).to_contain_text("The nearest valid value is 0.99.")
    assert chat.answers.count() == answers
    expect(form.get_by_label("Test in percent")).to_have_value("140")

    mistake.get_by_role("button", name="Use 99 %").click()
    expect(form.get_by_label("Test in percent")).to_have_value("99")
    form.get_by_label("Test in percent").fill("25")
    expect(chat.click(form.get_by_role("button", name="Do it"))).to_contain_text("668 rows to learn from")


def test_a_running_training_is_stopped_from_the_page(chat: Chat) -> None:
    chat.load_sample("california_housing")
    chat.say("predict median_house_value")
    chat.say("train a random forest with 400 trees")
    bar = chat.part("progress")
    expect(bar.get_by_role("progressbar")).to_be_visible()
    bar.get_by_test_id("stop").click()
    expect(chat.trained()).to_contain_text("Stopped")
    expect(chat.part("progress")).to_have_count(0)
    expect(chat.part("board").get_by_role("region", name="Running")).to_have_count(0)
    expect(chat.part("board")).to_contain_text("None is trained yet")
    expect(chat.say("show the steps")).to_contain_text("median_house_value")


def test_a_step_is_changed_taken_back_and_removed_in_the_side_panel(chat: Chat) -> None:
    chat.load_sample("titanic")
    chat.say("predict Survived")
    chat.say("fill age with the median")
    steps = chat.part("board").get_by_role("region", name="Steps")
    expect(steps.get_by_role("listitem")).to_have_count(3)

    chat.click(steps.get_by_role("button", name="Edit step 3"))
    form = chat.part("form-impute")
    form.get_by_label("Strategy").select_option("mean")
    chat.click(form.get_by_role("button", name="Do it"))
    expect(steps.get_by_role("listitem").last).to_contain_text("mean")

    chat.click(steps.get_by_role("button", name="Undo"))
    expect(steps.get_by_role("listitem").last).to_contain_text("median")
    chat.click(steps.get_by_role("button", name="Redo"))
    expect(steps.get_by_role("listitem").last).to_contain_text("mean")
    chat.click(steps.get_by_role("button", name="Remove step 3"))
    expect(steps.get_by_role("listitem")).to_have_count(2)

    toggle = chat.page.get_by_role("button", name="Experiment", exact=True)
    toggle.click()
    expect(chat.part("board")).to_have_count(0)
    toggle.click()
    expect(chat.part("board")).to_be_visible()


def test_a_record_is_changed_and_predicted_by_filling_in_fields_for_its_columns(chat: Chat) -> None:
    chat.load_sample("titanic")
    chat.say("predict Survived")
    chat.say("train a logistic regression")
    chat.trained()
    expect(chat.part("metrics").first).to_be_visible()
    for label, said in (("What if…?", "→ 5"), ("Predict", "Survived: ")):
        form = form_of(chat, "Judge and use", label)
        expect(form.get_by_label("Age", exact=True)).to_have_attribute("placeholder", "0.42 to 80")
        expect(form.get_by_label("Survived", exact=True)).to_have_count(0)
        form.get_by_label("Age", exact=True).fill("5")
        expect(chat.click(form.get_by_role("button", name="Do it"))).to_contain_text(said)


def test_a_form_offers_what_there_is_and_the_answer_says_what_was_chosen(chat: Chat) -> None:
    chat.load_sample("titanic")
    form = form_of(chat, "Data", "Keep some rows")
    form.get_by_role("button", name="Do it").click()
    expect(form.locator('[data-field="column"]').get_by_role("alert")).to_have_text("Choose one, please.")
    form.get_by_label("Column").select_option("Embarked")
    form.get_by_label("Condition").select_option("is one of")
    expect(form.get_by_label("Value")).to_have_attribute("placeholder", "S, C, Q")
    form.get_by_label("Value").fill("S, C")
    expect(chat.click(form.get_by_role("button", name="Do it"))).to_contain_text("Kept the 812 of 891 rows")
    expect(chat.asked.last).to_have_text("Keep rows where Embarked is one of S, C")


def test_a_model_is_trained_with_parameters_that_its_form_knows(chat: Chat) -> None:
    chat.load_sample("penguins")
    chat.say("predict species")
    form = form_of(chat, "Model", "Train a model")
    form.get_by_label("Model").select_option("Nearest neighbours")
    form.get_by_role("button", name="+ n_neighbors").click()
    parameters = form.get_by_label("Parameters", exact=True)
    expect(parameters).to_have_value("n_neighbors = 5")
    parameters.fill("n_neighbors = 0")
    form.get_by_role("button", name="Do it").click()
    expect(form.locator('[data-field="params"]').get_by_role("alert")).to_contain_text("a whole number from 1")
    parameters.fill("n_neighbors = 7")
    chat.click(form.get_by_role("button", name="Do it"))
    expect(chat.trained()).to_contain_text("nearest neighbours")
    expect(chat.asked.last).to_have_text("Train nearest neighbours (n_neighbors=7)")


def test_options_and_a_form_come_into_view_below_a_long_answer(chat: Chat) -> None:
    chat.load_sample("auto_mpg")
    chat.say("check the data's health")
    chat.settle()
    chat.click(chat.part("all-options").last)
    tabs = chat.part("options").get_by_role("tab")
    expect(tabs.first).to_be_in_viewport()
    tabs.get_by_text("Steps").click()
    chat.click(chat.part("options").get_by_role("button", name="Branch off"))
    form = chat.part("form-branch")
    expect(form.get_by_role("button", name="Do it")).to_be_in_viewport()
    form.get_by_label("Name").fill("second try")
    form.get_by_label("Name").press("Enter")
    expect(chat.asked.last).to_have_text("Branch off: second try")
    expect(chat.last).to_contain_text("a copy")


def test_a_finding_of_the_health_report_is_mended_by_its_own_button(chat: Chat, picture: Callable[[Chat, str], None]) -> None:
    chat.load_sample("titanic")
    chat.say("check the data's health")
    report = chat.part("findings")
    decisions = report.get_by_role("region", name="Your decision")
    gaps = decisions.get_by_role("listitem").filter(has_text="Cabin is missing in 687 of 891 rows")
    expect(gaps).to_have_count(1)
    picture(chat, "health-report")
    chat.part("plot").first.scroll_into_view_if_needed()
    picture(chat, "health-pictures")
    folded = report.get_by_role("region", name="Fine as it is")
    expect(folded.get_by_role("listitem")).to_have_count(3)
    folded.get_by_role("button", name=re.compile("^Show [0-9]+ more$")).click()
    expect(folded.get_by_role("listitem").nth(4)).to_be_visible()

    button = gaps.get_by_role("button", name="Drop Cabin")
    expect(chat.click(button)).to_contain_text("Cabin")
    expect(chat.asked.last).to_have_text("Drop Cabin")
    expect(button).to_be_disabled()
    expect(chat.part("board")).to_contain_text("891 rows × 11 columns")
    picture(chat, "mended")
    chat.reload()
    expect(chat.part("findings").get_by_role("button", name="Drop Cabin")).to_be_disabled()
