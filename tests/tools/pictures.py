"""pictures.py: pictures for the documentation, made of the SVG pages that the program writes.

A page is what `parse` gives. Pictures are SVG: text stays text, lengths have one decimal, nothing is
fetched; the same pages give the same bytes. Used by vocabulary.py and guide.py.
"""
import re
import xml.etree.ElementTree as ET

SVG = '{http://www.w3.org/2000/svg}'
ET.register_namespace('', SVG[1:-1])
ET.register_namespace('xlink', 'http://www.w3.org/1999/xlink')
GREY, FRAME = '#8c8c8c', '#a0a0a0'
MARGIN = 6  # points around what is printed
GAP = 10    # points between sheets
FAR = 50    # points; an empty strip that is higher is made as high as that


def parse(page):
    return ET.fromstring(page)


def number(value):
    text = f'{value:.1f}'.rstrip('0').rstrip('.')
    return '0' if text == '-0' else text


def rounded(text):
    """Lengths with one decimal: a tenth of a point is not seen."""
    return re.sub(r'-?\d+\.\d+', lambda match: number(float(match.group())), text)


def box_of(node, size=0.0):
    """What a part of a page covers: [left, top, right, bottom] or None."""
    tag = node.tag.replace(SVG, '')
    if tag == 'text':
        xs = [float(x) for x in node.get('x').split()]
        if not (node.text or '').strip():
            return None
        return [xs[0], float(node.get('y')) - size * 0.75, xs[-1] + size * 0.6, float(node.get('y')) + size * 0.25]
    if tag in ('rect', 'image'):
        x, y = float(node.get('x', 0)), float(node.get('y', 0))
        return [x, y, x + float(node.get('width')), y + float(node.get('height'))]
    if tag == 'path':
        found = [float(n) for n in re.findall(r'-?\d+(?:\.\d+)?', node.get('d'))]
        return [min(found[::2]), min(found[1::2]), max(found[::2]), max(found[1::2])]
    boxes = [box for box in (box_of(child, float(node.get('font-size', 0))) for child in node) if box]
    return joined(boxes) if boxes else None


def joined(boxes):
    return [min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)]


def mark(pages, text, spans, first_line):
    """Greys what does not come from the spans ((first, last) in `text`), if they have their own words.

    `text` begins on line `first_line` of the template. Whether anything was greyed."""
    lines = text.split('\n')
    starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]

    def belongs(node):
        place = (node.get('data-template') or '').split(':')
        if len(place) != 3 or not 0 <= int(place[1]) - first_line < len(starts):
            return False
        offset = starts[int(place[1]) - first_line] + int(place[2]) - 1
        return any(first <= offset <= last for first, last in spans)

    seen = {belongs(node) for page in pages for node in page.iter()
            if (node.text or '').strip() or node.tag != f'{SVG}text' and node.get('data-template')}
    if seen != {True, False}:
        return False
    for page in pages:
        for node in page.iter(f'{SVG}text'):
            if not belongs(node):
                node.set('fill', GREY)
        for node in list(page)[1:]:
            if node.tag == f'{SVG}rect':
                node.set('fill', GREY)
            elif node.get('data-template') and not belongs(node):
                node.set('opacity', '0.45')
    return True


def strip(page):
    """Takes away the white sheet, the links, and all that is not seen."""
    page.remove(page[0])
    for node in page.findall(f'{SVG}a'):
        page.remove(node)
    for node in page.iter():
        for name in [name for name in node.attrib if name.startswith(('data-', 'aria-')) or name in ('role', 'id')]:
            del node.attrib[name]
        for name in ('x', 'y', 'width', 'height', 'd'):
            if name in node.attrib and node is not page:
                node.set(name, rounded(node.get(name)))
    for group in page.iter():
        for node in list(group):
            if node.tag == f'{SVG}text' and not (node.text or '').strip():
                group.remove(node)


def text_of(page):
    body = ''.join(ET.tostring(node, encoding='unicode') for node in page)
    body = re.sub(r' xmlns(:\w+)?="[^"]*"', '', body)
    return re.sub(r'\n+', '\n', re.sub(r'<g[^>]*>\s*</g>', '', body)).strip()


def cropped(page):
    """As broad as the text of the page, as high as what is printed."""
    strip(page)
    box = joined(boxes_of(page) + [[85, 1e9, 567, -1e9]])
    gap, cut = Gap(page, box[3]), ''
    if gap.size > FAR:
        cut = gap.close(gap.size - FAR, box[0], box[2])
        box[3] -= gap.size - FAR
    left, top = box[0] - MARGIN, box[1] - MARGIN
    return svg(left, top, box[2] - left + MARGIN, box[3] - top + MARGIN, text_of(page) + cut)


def sheets(pages, scale, whole=False):
    """The sheets side by side, made smaller; without `whole`, what is empty in all of them is left out."""
    for page in pages:
        strip(page)
    sizes = [[float(n) for n in page.get('viewBox').split()[2:]] for page in pages]
    gaps = [Gap(page, size[1]) for page, size in zip(pages, sizes)]
    spare = 0 if whole else 1
    height = max(size[1] - spare * max(gap.size - FAR, 0) for size, gap in zip(sizes, gaps))
    body, x = '', GAP / 2
    for page, size, gap in zip(pages, sizes, gaps):
        cut = gap.close(size[1] - height, 0, size[0]) if size[1] > height else ''
        width, high = size[0] * scale, min(height, size[1]) * scale
        body += (f'<rect x="{number(x)}" y="5" width="{number(width)}" height="{number(high)}"'
                 f' fill="#ffffff" stroke="{FRAME}"/>\n<g transform="translate({number(x)} 5)'
                 f' scale({scale})">\n{text_of(page)}{cut}\n</g>\n')
        x += width + GAP
    return svg(0, 0, x - GAP / 2, height * scale + 10, body.strip())


class Gap:
    """The highest empty strip of a page that ends at `bottom`."""

    def __init__(self, page, bottom):
        self.page, self.size, self.top, reached = page, 0.0, 0.0, None
        for box in sorted([*boxes_of(page), [0, bottom, 0, bottom]], key=lambda box: box[1]):
            if reached is not None and box[1] - reached > self.size:
                self.size, self.top = box[1] - reached, reached
            reached = max(box[3], reached or 0.0)

    def close(self, less, left, right):
        """Takes `less` out of the strip; the line that shows where."""
        for node in list(self.page) + [text for group in self.page for text in group]:
            box = box_of(node, 0.0) if node.tag != f'{SVG}g' or node.find(f'{SVG}path') is not None else None
            if box is None or box[1] <= self.top + 1:
                continue
            if node.tag == f'{SVG}g':
                node.set('transform', f'translate(0 {number(-less)})')
            elif node.tag != f'{SVG}path':
                node.set('y', number(float(node.get('y')) - less))
        at = number(self.top + (self.size - less) / 2)
        return (f'\n<path d="M{number(left)} {at}L{number(right)} {at}" stroke="{FRAME}" stroke-width="1"'
                ' stroke-dasharray="6 5"/>')


def boxes_of(page):
    """Of each text, rule, picture and drawing."""
    found = []
    for node in page:
        texts = node.findall(f'{SVG}text')
        found += [box_of(text, float(node.get('font-size'))) for text in texts] if texts else [box_of(node)]
    return [box for box in found if box]


def svg(x, y, width, height, body):
    link = ' xmlns:xlink="http://www.w3.org/1999/xlink"' if 'xlink:' in body else ''
    view = ' '.join(number(n) for n in (x, y, width, height))
    return (f'<svg xmlns="http://www.w3.org/2000/svg"{link} width="{number(width)}pt" height="{number(height)}pt"'
            f' viewBox="{view}">\n<rect x="{number(x)}" y="{number(y)}" width="{number(width)}"'
            f' height="{number(height)}" fill="#ffffff"/>\n{body}\n</svg>\n')
