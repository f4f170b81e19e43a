#!/usr/bin/env python3
"""guide.py: does docs/template-guide.md work as it is written?

usage: tests/tools/guide.py [--program build/release/chancery] [--update]

Goes through the guide from the top, in an empty folder, as a reader would:

  <!-- файл NAME -->       the block of code that follows is written into that file
  <!-- правка NAME -->     each line of the block replaces the line of that file which begins most alike
  $ chancery …, $ cp …    the line of a block is run; the lines below it are what the program answers
  ![…](pictures/guide-N.svg)
                          the pages of the last `chancery render`, side by side

Tells each answer and each picture that is not what the program gives now; --update writes the
pictures (answers are mended by hand).

Exit: 0 all is well, 1 something is not, 2 it could not run.
"""
import argparse
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pictures

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / 'docs/template-guide.md'
SCALE = 0.55  # of an A4 sheet
RENEW = 'renew it: tests/tools/guide.py --update --program PROGRAM'


def steps_of(text):
    """Line, kind, name and content: ('файл', name, text), ('правка', name, lines), ('run', command,
    answer), ('picture', name, '')."""
    pattern = re.compile(r'<!-- (?P<kind>файл|правка) (?P<file>\S+) -->\n```\w*\n(?P<content>.*?)```$'
                         r'|^```\n(?P<shell>\$ chancery .*?)^```$'
                         r'|^!\[[^\]]*\]\(pictures/(?P<picture>guide-[\w-]+\.svg)\)$', re.M | re.S)
    for match in pattern.finditer(text):
        line = text.count('\n', 0, match.start()) + 1
        if match['file']:
            yield line, match['kind'], match['file'], match['content']
        elif match['picture']:
            yield line, 'picture', match['picture'], ''
        else:
            for part in re.split(r'^\$ ', match['shell'], flags=re.M)[1:]:
                command, _, answer = part.partition('\n')
                yield line, 'run', command, answer


def alike(a, b):
    """How many characters two lines begin with together."""
    a, b = a.lstrip(), b.lstrip()
    return next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))


def mended(text, lines):
    """The text with the lines that are most like the given ones replaced by them."""
    result = text.split('\n')
    for line in lines.rstrip('\n').split('\n'):
        at = max(range(len(result)), key=lambda i: alike(result[i], line))
        result[at] = line
    return '\n'.join(result)


class Reader:
    """Does what the guide says in a folder."""

    def __init__(self, program, folder):
        self.program, self.folder, self.pages = program, folder, []

    def run(self, command):
        words = shlex.split(command)
        extra = []
        if words[0] == 'cp':
            shutil.copy(self.folder / words[1], self.folder / words[2])
            return ''
        if words[1] == 'render':
            for old in self.folder.glob('page*.svg'):
                old.unlink()
            extra = ['--out', 'page.svg']
        done = subprocess.run([self.program, *words[1:], *extra], cwd=self.folder, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True)
        if extra:
            found = sorted(self.folder.glob('page*.svg'), key=lambda page: (len(page.name), page.name))
            self.pages = [page.read_text() for page in found]
        return done.stdout

    def follow(self, text):
        """What is wrong, and the pictures by name."""
        wrong, drawn = [], {}
        for line, kind, name, content in steps_of(text):
            where = f'{GUIDE.relative_to(ROOT)}:{line}: '
            if kind == 'файл':
                (self.folder / name).write_text(content)
            elif kind == 'правка':
                (self.folder / name).write_text(mended((self.folder / name).read_text(), content))
            elif kind == 'run':
                answer = self.run(name)
                wrong += [] if answer == content else [f'{where}«{name}» answers:\n{answer}']
            elif self.pages:
                drawn[name] = pictures.sheets([pictures.parse(page) for page in self.pages], SCALE)
            else:
                wrong.append(f'{where}{name}: nothing was rendered before it')
        return wrong, drawn


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    parser.add_argument('--program', default=str(ROOT / 'build/release/chancery'))
    parser.add_argument('--update', action='store_true', help='write the pictures')
    arguments = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as folder:
            wrong, drawn = Reader(str(Path(arguments.program).resolve()), Path(folder)).follow(GUIDE.read_text())
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    here = ROOT / 'docs/pictures'
    if arguments.update:
        for path in here.glob('guide-*.svg'):
            path.unlink()
        for name, text in drawn.items():
            (here / name).write_text(text)
    wrong += [f'docs/pictures/{name} is not up to date; {RENEW}' for name, text in drawn.items()
              if not (here / name).exists() or (here / name).read_text() != text]
    wrong += [f'docs/pictures/{path.name} is not in the guide; {RENEW}' for path in sorted(here.glob('guide-*.svg'))
              if path.name not in drawn]
    if len(drawn) < 5:
        wrong.append(f'only {len(drawn)} steps of the guide have a picture')
    if wrong:
        print('\n'.join(wrong), file=sys.stderr)
    print(f'{len(drawn)} steps with pictures; {len(wrong)} complaints')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
