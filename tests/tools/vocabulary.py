#!/usr/bin/env python3
"""vocabulary.py: the reference of the vocabulary with its pictures, made from the schema.

usage: tests/tools/vocabulary.py [--program build/release/chancery] [--update] [--keep FOLDER]

Reads docs/schemas/document.xsd, template.xsd and the examples docs/pictures/src/ELEMENT.xml (of the
elements t:NAME that control: src/control/NAME.xml), renders each example with the program and makes
docs/pictures/ELEMENT.svg and docs/vocabulary.md. Without --update it
writes nothing and tells what is not as it should be:

  - an element of the schema without an example of its own or a place in another's;
  - an example that the schema does not allow (xmllint) or that the program has a word to say about;
  - a `default` of the schema which, written out, changes the pages;
  - a picture or the page that is not what is made anew, a picture of nothing.

An example is what stands in a part, or parts and appendices, or a whole document, or a template with
its fields and, in the line <?data JSON?>, its data. Its picture is cropped to what is printed; after the line <?picture sheets?> it shows sheets side by side, without
their empty strips, after <?picture whole sheets?> with them. In an example of another element, what
belongs to the element is black and the rest is grey.

Exit: 0 all is well, 1 something is not, 2 it could not run. The same tree gives the same bytes.
"""
import argparse
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

import pictures
from schema import Attribute, Element, read_control, read_schema

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / 'docs/schemas'
PICTURES = ROOT / 'docs/pictures'
SOURCES = PICTURES / 'src'
PAGE = ROOT / 'docs/vocabulary.md'
PROFILE = ROOT / 'doc-templates/styles/gost-7.0.97-2025.profile.xml'
RENEW = 'renew it: tests/tools/vocabulary.py --update --program PROGRAM'

SHEET_SCALE = 0.6  # of an A5 sheet
LIBRARY = 't:library'  # a file that others include: it is no document
MANY = 12           # more places than these are told in one word


# --- the examples -------------------------------------------------------------------------------

@dataclass
class Example:
    name: str
    text: str
    sheets: bool  # rather than what is printed alone
    whole: bool   # sheets with their empty strips
    spans: dict   # element → [(first, last offset of the content, end)] in `text`
    data: str = '{}'


def spans_of(text):
    """Where the elements of a fragment stand, in characters."""
    prolog = '<example>'
    data = (prolog + text + '</example>').encode()
    parser, open_, spans = expat.ParserCreate('utf-8'), [], {}

    def offset():
        return len(data[:parser.CurrentByteIndex].decode()) - len(prolog)

    def start(name, _):
        open_.append(offset())

    def end(name):
        first, last = open_.pop(), offset()
        tag = text[first:text.find('>', first) + 1] if first >= 0 else ''
        if tag.endswith('/>'):
            spans.setdefault(name, []).append((first, first, first + len(tag)))
        else:
            spans.setdefault(name, []).append((first, last, text.find('>', last) + 1))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(data, True)
    del spans['example']
    return {name: sorted(found) for name, found in spans.items()}


def read_example(path, prefix=''):
    text, found = path.read_text().rstrip('\n'), {}
    while match := re.match(r'<\?(picture|data) (.*)\?>\n', text):
        found[match[1]], text = match[2], text[match.end():]
    return Example(prefix + path.stem, text, 'picture' in found, found.get('picture') == 'whole sheets',
                   spans_of(text), found.get('data', '{}'))


def read_examples():
    """By element; those of control elements stand in a folder of their own."""
    examples = [read_example(path) for path in sorted(SOURCES.glob('*.xml'))]
    examples += [read_example(path, 't:') for path in sorted((SOURCES / 'control').glob('*.xml'))]
    return {example.name: example for example in examples}


def example_of(name, examples, order):
    """Its own one, or the first in the schema's order that has the element, rather without sheets."""
    if name in examples:
        return examples[name]
    found = [examples[other] for other in order
             if other in examples and other != LIBRARY and name in examples[other].spans]
    return min(found, key=lambda example: example.sheets, default=None)  # sheets are small


def template_of(example):
    """The example as a template, and the line of it on which the example begins."""
    head = ('<template xmlns="urn:chancery:document" xmlns:t="urn:chancery:template" id="example"'
            ' profile="{}"{}>\n')
    profile = 'small' if example.sheets else 'gost-7.0.97-2025'
    text, first = example.text, re.search(r'<([\w:-]+)', example.text)[1]
    if first.startswith('t:'):
        return head.format(profile, ' title="Пример"') + text + '\n</template>\n', 2
    head += '<t:fields/>\n'
    if first == 'document':
        opening = re.match(r'<document[^>]*>', text)
        title = re.search(r' title="[^"]*"', opening.group()).group()
        body = text[opening.end():].replace('</document>', '</template>')
        return head.format(profile, title) + body.lstrip('\n') + '\n', 2
    if first in ('part', 'appendix'):
        return head.format(profile, ' title="Пример"') + text + '\n</template>\n', 3
    return (head.format(profile, ' title="Пример"') + '<part page-number="no">\n' + text +
            '\n</part>\n</template>\n', 4)


# --- the program --------------------------------------------------------------------------------

class Workshop:
    """A folder in which examples are rendered."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        for path in SOURCES.iterdir():
            if path.is_file() and path.suffix != '.xml':
                (folder / path.name).write_bytes(path.read_bytes())
        for path in (SOURCES / 'control/library.xml', *(ROOT / 'doc-templates').glob('*.xml')):
            (folder / path.name).write_bytes(path.read_bytes())
        small = re.sub(r'<page size="A4" left="30mm" right="10mm" top="20mm"',
                       '<page size="A5" left="20mm" right="10mm" top="20mm"', PROFILE.read_text())
        if 'size="A5"' not in small:
            sys.exit(f'{PROFILE}: the line <page …> is not the one that vocabulary.py knows')
        for name in ('styles', 'out'):
            (folder / name).mkdir()
        (folder / 'styles/small.profile.xml').write_text(small.replace('id="gost-7.0.97-2025"', 'id="small"'))

    def render(self, name, template, ending, data='{}'):
        """The pages' texts, and what the program said."""
        path = self.folder / f'example-{name}.template.xml'  # apart from the program's own
        path.write_text(template)
        (self.folder / 'data.json').write_text(data + '\n')
        out = self.folder / 'out'
        for old in out.glob('*'):
            old.unlink()
        command = [self.program, 'render', path.name, '--data', 'data.json', '--out', f'out/{name}.{ending}']
        if 'profile="small"' in template:
            command += ['--profile', 'styles/small.profile.xml']
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
        said = (done.stderr + ('' if done.returncode == 0 else f'exit {done.returncode}')).strip()
        # NAME.svg, or NAME-1.svg, NAME-2.svg …
        pages = sorted(out.glob('*'), key=lambda page: (len(page.name), page.name))
        return [page.read_text() for page in pages], said


def validate(folder):
    """What the schemas have against the templates in the folder."""
    both = ''.join(f'<xs:import namespace="urn:chancery:{name}" schemaLocation="{(SCHEMAS / name).as_uri()}.xsd"/>'
                   for name in ('document', 'template'))
    (folder / 'both.xsd').write_text(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{both}</xs:schema>')
    files = sorted(path.name for path in folder.glob('*.xml'))
    done = subprocess.run(['xmllint', '--noout', '--schema', 'both.xsd', *files], cwd=folder,
                          capture_output=True, text=True)
    return [line for line in done.stderr.splitlines() if not line.endswith(' validates')]


def with_default(example, element, attribute):
    """The template with the default written out wherever the element leaves it out; None if nowhere."""
    text, found = example.text, False
    for first, _, _ in reversed(example.spans[element.name]):
        tag = re.match(r'<[\w-]+[^>]*?(?=/?>)', text[first:]).group()
        if f' {attribute.name}=' not in tag:
            text = f'{text[:first]}{tag} {attribute.name}="{attribute.default}"{text[first + len(tag):]}'
            found = True
    return template_of(Example(example.name, text, example.sheets, example.whole, {}))[0] if found else None


# --- the page -----------------------------------------------------------------------------------

HEAD = """# Словарь документа

Все элементы, из которых состоит документ: что это, где стоит и что внутри, какие атрибуты, пример и его вид на бумаге по правилам
`gost-7.0.97-2025`. Где элемент показан среди других, он чёрный, остальное – серое; под пунктиром пропущено пустое место листа. Как писать шаблон – в
[руководстве](template-guide.md), как документ выглядит – в [правилах оформления](style-guide.md).

Страница сделана программой `tests/tools/vocabulary.py` из схем [document.xsd](schemas/document.xsd) и [template.xsd](schemas/template.xsd), по которым
шаблоны проверяют и редакторы XML, и примеров `docs/pictures/src`. Звёздочкой отмечены обязательные атрибуты; «–» – по умолчанию ничего нет.

"""


CONTROL = ['## Управляющие элементы', '', 'Решают, что и сколько раз встанет в документ; на бумаге их самих нет. Схема – '
           '[template.xsd](schemas/template.xsd). Каждый', 'пример – шаблон без корня, с данными; чёрное на рисунке – то, что поставил '
           'этот элемент.']


def link(name):
    return f'[`{name}`](#{name.replace(":", "")})'


def requisites_table(elements):
    lines = ['## Реквизиты по номерам ГОСТ Р 7.0.97-2025', '', '| № | Реквизит | Элемент |', '|---|---|---|']
    for wanted in sorted({element.requisite for element in elements.values()} - {0}):
        found = [element for element in elements.values() if element.requisite == wanted]
        words = '; '.join(re.split(r'[:;.]', element.help)[0] for element in found)
        lines.append(f'| {wanted:02} | {words} | {", ".join(link(element.name) for element in found)} |')
    return lines


def places_text(element):
    if not element.parents:
        return ''
    if len(element.parents) > MANY:
        return f' Стоит в тексте {len(element.parents)} элементов.' if element.mixed or not element.children \
            else f' Стоит в {len(element.parents)} элементах.'
    return ' Стоит в: ' + ', '.join(link(name) for name in element.parents) + '.'


def content_text(element):
    inside = ', '.join(link(name) for name in element.children)
    if not element.mixed:
        return f'Внутри: {inside}.' if inside else 'Пустой.'
    if not inside:
        return 'Внутри: текст.'
    return f'Внутри: текст{" или" if "p" in element.children else ","} {inside}.'


def attributes_lines(element):
    if not element.attributes:
        return []
    lines = ['', '| Атрибут | Значение | По умолчанию | Что значит |', '|---|---|---|---|']
    for one in element.attributes:
        values = ', '.join(f'`{value}`' for value in one.values) or ('целое число от 1' if one.number else one.word)
        usual = f'`{one.default}`' if one.default else '' if one.required else '–'
        lines.append(f'| `{one.name}`{" *" if one.required else ""} | {values} | {usual} | {one.help} |')
    return lines


def own_source(element, example):
    """The element's own lines of another's example, moved to the left."""
    first, last, close = max(example.spans[element.name], key=lambda span: span[1] - span[0])
    lines = example.text[first:close].split('\n')
    indent = first - (example.text.rfind('\n', 0, first) + 1)
    return '\n'.join([lines[0]] + [line[min(indent, len(line) - len(line.lstrip())):] for line in lines[1:]])


def element_lines(element, example, picture):
    number_ = f' Реквизит {element.requisite}.' if element.requisite else ''
    lines = ['', f'### {element.name}', '', f'{element.help}.{number_}']
    if not element.name.startswith('t:'):
        lines += ['', content_text(element) + places_text(element)]
    lines += [*attributes_lines(element), '']
    if example.name == element.name:
        lines += ['```xml', example.text, '```']
        lines += ['', 'Данные:', '', '```json', example.data, '```'] if example.data != '{}' else []
    else:
        lines += ['```xml', own_source(element, example), '```', '', f'Весь пример – у {link(example.name)}.']
    return lines + ['', f'![{element.name} на бумаге](pictures/{picture}.svg)']


def page_text(elements, chosen, shown):
    lines = requisites_table(elements)
    lines += ['', '## Все элементы по алфавиту', '', ', '.join(link(name) for name in sorted(elements)) + '.',
              '', '## Элементы документа']
    control = False
    for name, element in elements.items():
        if name.startswith('t:') and not control:
            lines += ['', *CONTROL]
            control = True
        lines += element_lines(element, chosen[name], shown[name])
    return HEAD + '\n'.join(lines) + '\n'


# --- the work -----------------------------------------------------------------------------------

def make(program, folder):
    """Files (name below docs/ → text) and what is wrong."""
    elements = read_schema((SCHEMAS / 'document.xsd').read_text())
    elements.update(read_control((SCHEMAS / 'template.xsd').read_text()))
    examples, wrong, files, chosen, shown = read_examples(), [], {}, {}, {}
    wrong += [f'{source_of(name)}: the schema has no such element' for name in examples if name not in elements]
    wrong += [f'{source_of(name)}: shows no {name}' for name, one in examples.items() if name not in one.spans]
    shop, pages = Workshop(program, folder), {}
    for name, example in examples.items():
        if name == LIBRARY:
            continue
        template, line = template_of(example)
        drawn, said = shop.render(name.replace(':', '-'), template, 'svg', example.data)
        wrong += [f'{source_of(name)}: the program says: {said}'] if said else []
        pages[name] = (drawn, line)
    wrong += [f'the schema says: {line}' for line in validate(folder)]
    for name, element in elements.items():
        example = example_of(name, examples, elements)
        if example is None:
            wrong.append(f'{name}: no example; write {source_of(name)}')
            continue
        chosen[name], file = example, name.replace(':', '-')
        if name == LIBRARY:
            shown[name] = 't-include'
        elif pages[example.name][0]:
            marked, drawn = picture_of(name, example, *pages[example.name])
            shown[name] = file if marked or example.name == name else example.name.replace(':', '-')
            if shown[name] == file:
                files[f'pictures/{file}.svg'] = drawn
                wrong += [] if re.search('<(text|path|image)', drawn) else [f'{name}: its picture shows nothing']
            wrong += wrong_defaults(shop, element, example)
    if not wrong:
        files['vocabulary.md'] = page_text(elements, chosen, shown)
    return files, wrong


def source_of(name):
    return f'docs/pictures/src/{name.replace("t:", "control/")}.xml'


def picture_of(name, example, pages, first_line):
    """Whether it shows the element otherwise than the picture of the whole example does, and the picture."""
    roots = [pictures.parse(page) for page in pages]
    spans = example.spans[name] if name != example.name or name.startswith('t:') else []
    marked = pictures.mark(roots, example.text, [span[:2] for span in spans], first_line)
    if example.sheets:
        return marked, pictures.sheets(roots, SHEET_SCALE, example.whole)
    return marked, pictures.cropped(roots[0])


def wrong_defaults(shop, element, example):
    """A default that is written out must change nothing."""
    wrong = []
    for attribute in element.attributes if not element.name.startswith('t:') else []:
        changed = with_default(example, element, attribute) if attribute.default else None
        if changed is None:
            continue
        pages, said = shop.render('default', changed, 'pages')
        if said or pages != shop.render('default', template_of(example)[0], 'pages')[0]:
            wrong.append(f'{element.name}/{attribute.name}: its default is not {attribute.default} {said}'.rstrip())
    return wrong


def compare(files):
    """What the tree has otherwise."""
    wrong = [f'docs/{name} is not up to date; {RENEW}' for name, text in files.items()
             if not (ROOT / 'docs' / name).exists() or (ROOT / 'docs' / name).read_text() != text]
    return wrong + [f'docs/pictures/{path.name} belongs to no element; {RENEW}' for path in sorted(PICTURES.glob('*.svg'))
                    if not path.name.startswith(('guide-', 'workflow-')) and f'pictures/{path.name}' not in files]


def update(files):
    for path in PICTURES.glob('*.svg'):
        if not path.name.startswith(('guide-', 'workflow-')) and f'pictures/{path.name}' not in files:
            path.unlink()
    for name, text in files.items():
        (ROOT / 'docs' / name).write_text(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    parser.add_argument('--program', default=str(ROOT / 'build/release/chancery'))
    parser.add_argument('--update', action='store_true', help='write the pictures and the page')
    parser.add_argument('--keep', help='leave the rendered pages in this folder')
    arguments = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(arguments.keep or temporary)
            files, wrong = make(str(Path(arguments.program).resolve()), folder)
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    if arguments.update and not wrong:
        update(files)
    wrong += compare(files)
    print('\n'.join(wrong), file=sys.stderr) if wrong else None
    size = sum(len(text.encode()) for name, text in files.items() if name != 'vocabulary.md')
    print(f'{len(files) - 1} pictures, {size} bytes; {len(wrong)} complaints')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
