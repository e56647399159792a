from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from tests.visiting import Visitor, words_of

SVG = "{http://www.w3.org/2000/svg}"


def drawing(visitor: Visitor) -> ET.Element:
    found = re.search(
        r"<svg class=\"timeline-drawing\".*?</svg>", visitor.get("/timeline/bridges").text, re.S
    )
    assert found
    return ET.fromstring(found[0].replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def rows(visitor: Visitor) -> list[str]:
    body = visitor.get("/timeline/bridges").text.split("<tbody>")[1].split("</tbody>")[0]
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip() for row in body.split("</tr>")[:-1]]


def test_the_table_has_every_dated_fact_the_earliest_first(bridges: Visitor) -> None:
    dates = [row.split(" ", 1)[0] for row in rows(bridges)]
    assert dates == ["May", "1954", "1975", "1998", "2011", "2018"]


def test_the_drawing_has_what_the_table_has(bridges: Visitor) -> None:
    drawn = [tspan.text for tspan in drawing(bridges).iter(f"{SVG}tspan") if tspan.get("class") == "tl-date"]
    assert drawn == ["May 1931", "1954", "1975 ◦", "1998", "2011", "2018"]


def test_a_date_known_from_elsewhere_says_from_where(bridges: Visitor) -> None:
    assert "Known from elsewhere The date: Town Record, 2019" in rows(bridges)[2]
    assert len(list(drawing(bridges).iterfind(f"{SVG}circle[@class='tl-known']"))) == 1


def test_a_claim_keeps_its_speaker(bridges: Visitor) -> None:
    assert rows(bridges)[-1].startswith("2018 Tom Stone said that in 2018")
    assert "Tom Stone said" in "".join(drawing(bridges).itertext())


def test_the_drawing_has_a_name_a_description_and_no_style_of_its_own(bridges: Visitor) -> None:
    svg = drawing(bridges)
    assert svg.get("role") == "img"
    named = (svg.get("aria-labelledby") or "").split()
    assert named == [svg[0].get("id"), svg[1].get("id")]
    assert "style=" not in ET.tostring(svg, "unicode")


def test_each_event_links_to_the_fact_on_its_source_page(bridges: Visitor) -> None:
    assert 'href="/sources/bridges/mirror#fact-king-opened"' in bridges.get("/timeline/bridges").text


def test_a_pack_without_dates_says_so(visitor: Visitor) -> None:
    page = visitor.get("/timeline/harbour")
    assert "No fact of these sources has a date of its own." in words_of(page)
    assert "<table" not in page.text
