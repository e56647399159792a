from __future__ import annotations

from quizapp.site.files import csv_response


def test_a_file_keeps_its_name_in_any_letters_and_sets_no_header_of_its_own() -> None:
    disposition = csv_response('Ström "x"\r\n/../ \N{EN DASH} marks.csv', "").headers["Content-Disposition"]
    plain, full = "Strom x .. marks.csv", "Str%C3%B6m%20x%20..%20%E2%80%93%20marks.csv"
    assert disposition == f"attachment; filename=\"{plain}\"; filename*=UTF-8''{full}"
    assert 'filename="table.csv"' in csv_response("", "").headers["Content-Disposition"]
    assert csv_response("a", "x").content_type == "text/csv; charset=utf-8"
