"""The page in the dark, on a phone, from the keyboard, and for those who hear it."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def brightness(colour: str) -> float:
    """How bright a colour is, from 0 to 255."""
    red, green, blue = (float(part) for part in re.findall(r"[\d.]+", colour)[:3])
    return 0.299 * red + 0.587 * green + 0.114 * blue


def colours(part: Locator) -> tuple[float, float]:
    """How bright the text of a part is, and what stands behind it."""
    text, behind = part.evaluate(
        """(node) => {
            const text = getComputedStyle(node).color;
            let place = node;
            while (place && /rgba\\(0, 0, 0, 0\\)|transparent/.test(getComputedStyle(place).backgroundColor)) place = place.parentElement;
            return [text, getComputedStyle(place || document.body).backgroundColor];
        }"""
    )
    return brightness(text), brightness(behind)


def fits(chat: Chat) -> None:
    """Fails where the page is wider than its window."""
    wide = chat.page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter((node) => {
            const box = node.getBoundingClientRect();
            const hidden = (up) => up && (getComputedStyle(up).overflowX !== 'visible' || hidden(up.parentElement));
            return box.width && box.right > window.innerWidth + 1 && !hidden(node.parentElement);
        }).map((node) => node.outerHTML.slice(0, 120))"""
    )
    assert wide == []
    assert chat.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_page_follows_a_dark_system_and_stays_legible(window: Callable[..., Chat]) -> None:
    chat = window(color_scheme="dark").open()
    for part in (chat.page.locator(".pg-welcome h1"), chat.page.locator(".pg-sample-about").first):
        text, behind = colours(part)
        assert text - behind > 90
    chat.load_sample("penguins")
    chat.say("predict species")
    chart = chat.say("plot body_mass_g by species")
    label = chart.locator(".js-plotly-plot .xtick text").first
    expect(label).to_be_visible()
    assert brightness(label.evaluate("node => getComputedStyle(node).fill")) > 120
    for part in (
        chat.page.locator("td").first,
        chat.page.locator(".pg-next b").last,
        chat.page.locator(".pg-board-step").first,
    ):
        text, behind = colours(part)
        assert text - behind > 90


def test_on_a_phone_nothing_is_wider_than_the_window(window: Callable[..., Chat]) -> None:
    chat = window(**PHONE).open()
    expect(chat.part("welcome")).to_be_visible()
    fits(chat)
    chat.load_sample("penguins")
    fits(chat)
    chat.say("predict species")
    chat.say("plot body mass by species")
    expect(chat.part("plot").locator(".js-plotly-plot")).to_be_visible()
    fits(chat)
    chat.click(chat.part("all-options").last)
    fits(chat)
    chat.part("options").last.get_by_role("tab", name="Split").click()
    chat.click(chat.part("options").last.get_by_role("button", name="Split the rows"))
    fits(chat)
    chat.say("train a logistic regression")
    chat.trained()
    fits(chat)
    expect(chat.part("metrics").locator("header")).to_be_in_viewport()
    expect(chat.part("metrics")).to_contain_text("on the rows that it learned from")
    expect(chat.part("metrics").locator(".pg-good")).to_have_count(0)
    chat.say("explain row 3")
    name, chart = (chat.part("plot").last.locator(part) for part in (".xtitle", ".js-plotly-plot"))
    expect(name).to_contain_text("what it adds to")
    inner, outer = name.bounding_box(), chart.bounding_box()
    assert inner and outer and outer["x"] <= inner["x"] and inner["x"] + inner["width"] <= outer["x"] + outer["width"]
    fits(chat)
    expect(chat.part("board")).to_have_count(0)
    chat.page.get_by_role("button", name="Experiment", exact=True).click()
    expect(chat.part("board")).to_contain_text("Logistic regression")
    fits(chat)


def test_on_a_phone_the_form_of_a_step_is_not_covered_by_the_panel_it_was_opened_from(window: Callable[..., Chat]) -> None:
    chat = window(**PHONE).open()
    chat.load_sample("penguins")
    chat.say("predict species")
    chat.page.get_by_role("button", name="Experiment", exact=True).click()
    chat.page.get_by_role("button", name="Edit step 2").click()
    form = chat.part("form-set_target")
    expect(chat.page.get_by_role("dialog")).to_have_count(0)
    form.get_by_label("Column").select_option("island")
    expect(chat.click(form.get_by_role("button", name="Do it"))).to_contain_text("Predict island")


def test_everything_has_a_name_and_answers_are_announced(chat: Chat) -> None:
    chat.load_sample("titanic")
    chat.say("predict Survived")
    chat.say("plot age")
    expect(chat.part("plot").locator(".js-plotly-plot")).to_be_visible()
    for button in chat.page.get_by_role("button").all():
        if button.is_visible():
            expect(button).to_have_accessible_name(re.compile(r"\w"))
    expect(chat.page.get_by_role("log", name="Conversation")).to_have_attribute("aria-live", "polite")
    for picture in chat.page.locator("img").all():
        assert picture.get_attribute("alt") is not None


def test_each_chart_shows_its_numbers_as_a_table(chat: Chat) -> None:
    chat.load_sample("titanic")
    chart = chat.say("plot sex").get_by_test_id("plot")
    expect(chart.get_by_role("img", name=re.compile("male"))).to_be_visible()
    chart.get_by_role("button", name="Show as table").click()
    expect(chart.get_by_role("row").filter(has_text="female")).to_contain_text("314")
    chart.get_by_role("button", name="Hide the table").click()
    expect(chart.get_by_role("row")).to_have_count(0)


def test_a_chart_keeps_its_height_when_the_window_changes(chat: Chat) -> None:
    chat.load_sample("titanic")
    box = chat.say("plot age").locator(".pg-plot-box")
    chart = box.locator(".main-svg").first
    expect(chart).to_be_visible()
    height, width = (chart.evaluate(f"node => node.getBoundingClientRect().{side}") for side in ("height", "width"))
    chat.page.set_viewport_size({"width": 900, "height": 700})
    chat.page.wait_for_function("([node, width]) => node.getBoundingClientRect().width !== width", arg=[chart.element_handle(), width])
    assert chart.evaluate("node => node.getBoundingClientRect().height") == height
    assert box.evaluate("node => node.clientHeight") >= height


def test_a_first_step_is_taken_with_the_keyboard_alone(chat: Chat) -> None:
    sample = chat.part("sample-titanic")
    for _ in range(200):  # the list of earlier conversations comes first
        chat.page.keyboard.press("Tab")
        if sample.evaluate("node => node === document.activeElement"):
            break
    expect(sample).to_be_focused()
    chat.page.keyboard.press("Enter")
    offer = chat.answered(0).get_by_role("button", name="Predict Survived").first
    offer.focus()
    chat.page.keyboard.press("Enter")
    expect(chat.answered(1)).to_contain_text("classification")
