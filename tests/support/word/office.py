"""Starts LibreOffice without a window and hands it to a function. Needs `soffice` and `python3-uno`."""
import os
import signal
import subprocess
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name, given):
    made = PropertyValue()
    made.Name, made.Value = name, given
    return made


def address(path):
    return uno.systemPathToFileUrl(os.path.abspath(path))


def with_office(work):
    """Calls `work(desktop, context)`, the context to make services with, and ends LibreOffice."""
    profile = tempfile.mkdtemp(prefix="office-")
    pipe = f"memo{os.getpid()}"
    office = subprocess.Popen([
        "soffice", "--headless", "--norestore", "--nologo",
        f"-env:UserInstallation={address(profile)}", f"--accept=pipe,name={pipe};urp;",
    ], start_new_session=True)
    try:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(120):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(0.5)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        work(desktop, context)
        try:
            desktop.terminate()
        except Exception:  # it is gone before it can answer
            pass
        office.wait(30)
    finally:
        try:
            os.killpg(office.pid, signal.SIGKILL)  # its launcher and itself
        except ProcessLookupError:
            pass


def store_as_docx(document, path):
    document.storeToURL(address(path), (value("FilterName", "MS Word 2007 XML"), value("Overwrite", True)))
