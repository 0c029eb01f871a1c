"""Changes a memo as a colleague without the program would: in LibreOffice, with tracking on, and saved by it.

    npm run build
    mkdir -p /tmp/word/assessments && cp tests/fixtures/word/fires-returned.json /tmp/word/assessments/northern-line-fires.json
    (cd /tmp/word && node <repository>/dist/threat-memo.js build --format docx)
    python3 tests/support/word/edit_memo.py /tmp/word/out/northern-line-fires.docx tests/fixtures/word/fires-returned.docx

Needs `soffice` and `python3-uno`. The words that are looked for stand in the assessment beside the fixture.
"""
import os
import sys

import uno  # noqa: F401: makes the names of com.sun.star known

sys.path.insert(0, os.path.dirname(__file__))
from com.sun.star.beans import PropertyValue  # noqa: E402
from com.sun.star.util import DateTime  # noqa: E402
from office import address, store_as_docx, value, with_office  # noqa: E402

# Ten changes: words in texts, a term in a sentence, a term in its line, words the program works out, whole paragraphs.
REPLACEMENTS = [
    ("likely to go on through 2025", "likely to continue through 2025"),  # the bottom line
    ("Arson against signal cabinets is likely", "Arson against signal cabinets is very likely"),
    ("Half a year without an attack", "A year without an attack"),
    ("four fires look alike", "four fires look much alike"),
    ("No other sabotage was counted", "No other sabotage was reported"),
    ("with alarms", "with cameras and alarms"),
    ("Who set the fires?", "Who set the fires, and why?"),
    ("Rests on assumption", "Stands on assumption"),  # worked out by the program
]
DELETED_PARAGRAPH = "Nothing was stolen."
NEW_PARAGRAPH_AFTER = "No other sabotage was"
NEW_PARAGRAPH = "The insurers count six, two of them by night."
COMMENTS = [("Fit the cabinets", "Is this theirs to do?"), ("none was seen", "Says who?")]


def find(document, text):
    search = document.createSearchDescriptor()
    search.SearchString = text
    search.SearchCaseSensitive = True
    return document.findAll(search)


def work(desktop, context):
    source, target = sys.argv[1], sys.argv[2]
    provider = context.ServiceManager.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
    access = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess", (value("nodepath", "/org.openoffice.UserProfile/Data"),))
    access.setPropertyValue("givenname", "Nora")
    access.setPropertyValue("sn", "Colleague")
    access.commitChanges()
    document = desktop.loadComponentFromURL(address(source), "_blank", 0, (value("Hidden", True),))
    for words, text in COMMENTS:
        place = find(document, words).getByIndex(0)
        note = document.createInstance("com.sun.star.text.textfield.Annotation")
        note.Author, note.Content = "Nora Colleague", text
        note.DateTimeValue = DateTime(0, 0, 30, 9, 2, 5, 2025, False)
        place.Text.insertTextContent(place.Text.createTextCursorByRange(place.End), note, False)
    document.RecordChanges = True
    for old, new in REPLACEMENTS:
        found = find(document, old)
        if found.Count == 0:
            raise SystemExit(f"The memo does not say: {old}")
        for index in range(found.Count):
            place = found.getByIndex(index)
            # Only the words that differ, as a person would: what both begin with stays.
            same = os.path.commonprefix([old, new])
            cursor = place.Text.createTextCursorByRange(place.Start)
            cursor.goRight(len(same), False)
            cursor.goRight(len(old) - len(same), True)
            cursor.String = new[len(same):]
    behind = find(document, NEW_PARAGRAPH_AFTER).getByIndex(0)
    cursor = behind.Text.createTextCursorByRange(behind.Start)
    cursor.gotoEndOfParagraph(False)
    behind.Text.insertControlCharacter(cursor, 0, False)  # PARAGRAPH_BREAK
    behind.Text.insertString(cursor, NEW_PARAGRAPH, False)
    gone = find(document, DELETED_PARAGRAPH).getByIndex(0)
    cursor = gone.Text.createTextCursorByRange(gone.Start)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    cursor.goRight(1, True)  # and its end
    cursor.String = ""
    store_as_docx(document, target)
    document.close(True)


if __name__ == "__main__":
    with_office(work)
