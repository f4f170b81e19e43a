#!/usr/bin/env python3
"""Tests of vocabulary.py that need no program: places, greys, the page's lines."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from vocabulary import (Attribute, Element, Example, GREY, Painter, attributes_lines, own_source,
                        rounded, spans_of, with_default)


class Vocabulary(unittest.TestCase):
    def test_spans_count_characters(self):
        self.assertEqual(spans_of('ё<a><b/></a>'), {'a': [(1, 8, 12)], 'b': [(4, 4, 8)]})

    def test_numbers_have_one_decimal(self):
        self.assertEqual(rounded('M1.26 -0.04L10 3.96'), 'M1.3 0L10 4')

    def test_what_belongs_to_another_is_grey(self):
        page = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100"/>'
                '<g font-size="10"><text x="1" y="10" data-template="x:4:4">а</text>'
                '<text x="9" y="10" data-template="x:4:9">б</text></g></svg>')
        example = Example('p', '<p>а <b>б</b></p>', False, False, spans_of('<p>а <b>б</b></p>'))
        marked, drawn = Painter(example, 'b', 4).picture([page])
        self.assertTrue(marked)
        self.assertIn(f'<text x="1" y="10" fill="{GREY}">а</text>', drawn)
        self.assertIn('<text x="9" y="10">б</text>', drawn)
        self.assertFalse(Painter(example, 'p', 4).picture([page])[0])

    def test_a_default_is_written_where_it_is_left_out(self):
        text = '<p keep="lines">а</p><p>б</p>'
        example = Example('p', text, False, False, spans_of(text))
        element = Element('p', '', 0, True, [], [])
        changed = with_default(example, element, Attribute('keep', '', [], False, 'no', False))[1]
        self.assertIn('<p keep="lines">а</p><p keep="no">б</p>', changed)

    def test_the_page_tells_of_an_attribute(self):
        element = Element('p', '', 0, True, [], [Attribute('a', 'что', ['x', 'y'], False, 'x', False),
                                                 Attribute('b', 'кто', [], False, '', True)])
        self.assertEqual(attributes_lines(element)[3:], ['| `a` | `x`, `y` | `x` | что |', '| `b` * | текст |  | кто |'])


if __name__ == '__main__':
    unittest.main()
