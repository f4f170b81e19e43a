#!/usr/bin/env python3
"""Makes samples/scan/act.pdf out of act.txt: what an office scanner makes of a sheet of paper.

usage: samples/scan/make.py CHANCERY

Needs poppler-utils and imagemagick. The file is kept in the repository; this script tells how it
came to be.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
DOTS_PER_INCH = 110


def page_of(chancery, folder):
    """The sheet as a slightly askew, slightly noisy grey JPEG."""
    blocks = [{"p": line} for line in (HERE / "act.txt").read_text().splitlines() if line.strip()]
    data = folder / "act.json"
    data.write_text(json.dumps({"body": blocks}, ensure_ascii=False))
    subprocess.run([chancery, "render", "text", "--data", data, "--out", folder / "act.pdf"], check=True)
    subprocess.run(["pdftoppm", "-gray", "-r", str(DOTS_PER_INCH), "-f", "1", "-l", "1", "-singlefile",
                    folder / "act.pdf", folder / "act"], check=True)
    subprocess.run(["convert", folder / "act.pgm", "-background", "white", "-rotate", "0.4",
                    "-gravity", "center", "-extent", "909x1286", "-seed", "1", "-attenuate", "0.25",
                    "+noise", "Gaussian", "-blur", "0x0.4", "-level", "4%,97%", "-colorspace", "Gray",
                    "-strip", "-quality", "38", folder / "act.jpg"], check=True)
    return (folder / "act.jpg").read_bytes()


def pdf_of(jpeg, width, height):
    """A PDF of one page that is one picture (ISO 32000-1, 8.9)."""
    content = b"q 595.2 0 0 841.92 0 0 cm /Im0 Do Q"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.2 841.92]/Contents 4 0 R"
        b"/Resources<</XObject<</Im0 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceGray"
        b"/Filter/DCTDecode/Length %d>>stream\n%s\nendstream" % (width, height, len(jpeg), jpeg),
    ]
    out = b"%PDF-1.4\n"
    offsets = []
    for number, text in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, text)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def main():
    with tempfile.TemporaryDirectory() as name:
        jpeg = page_of(sys.argv[1], pathlib.Path(name))
    (HERE / "act.pdf").write_bytes(pdf_of(jpeg, 909, 1286))


main()
