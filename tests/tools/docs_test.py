#!/usr/bin/env python3
"""Tests of vocabulary.py, pictures.py and guide.py that need no program."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import guide
import pictures
from schema import Attribute, Element, read_control, read_schema
from vocabulary import Example, attributes_lines, own_source, spans_of, with_default


class Vocabulary(unittest.TestCase):
    def test_spans_count_characters(self):
        self.assertEqual(spans_of('ё<a><b/></a>'), {'a': [(1, 8, 12)], 'b': [(4, 4, 8)]})

    def test_numbers_have_one_decimal(self):
        self.assertEqual(pictures.rounded('M1.26 -0.04L10 3.96'), 'M1.3 0L10 4')

    def test_what_belongs_to_another_is_grey(self):
        page = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100"/>'
                '<g font-size="10"><text x="1" y="10" data-template="x:4:4">а</text>'
                '<text x="9" y="10" data-template="x:4:9">б</text></g></svg>')
        text = '<p>а <b>б</b></p>'
        roots = [pictures.parse(page)]
        self.assertTrue(pictures.mark(roots, text, [span[:2] for span in spans_of(text)['b']], 4))
        drawn = pictures.cropped(roots[0])
        self.assertIn(f'<text x="1" y="10" fill="{pictures.GREY}">а</text>', drawn)
        self.assertIn('<text x="9" y="10">б</text>', drawn)
        self.assertFalse(pictures.mark([pictures.parse(page)], text, [(0, 20)], 4))

    def test_an_empty_strip_is_made_smaller(self):
        page = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800"><rect width="600" height="800"/>'
                '<g font-size="10"><text x="100" y="100">а</text><text x="100" y="700">б</text></g></svg>')
        drawn = pictures.cropped(pictures.parse(page))
        # From 102.5 to 692.5 nothing is printed; 50 of it stay.
        self.assertIn('<text x="100" y="160">б</text>', drawn)
        self.assertIn('viewBox="79 86.5 494 82"', drawn)

    def test_a_default_is_written_wherever_it_is_left_out(self):
        text = '<p>а</p><p keep="lines">б</p><p/>'
        example = Example('p', text, False, False, spans_of(text))
        element = Element('p', '', 0, True, [], [])
        changed = with_default(example, element, Attribute('keep', '', [], False, 'no', False))
        self.assertIn('<p keep="no">а</p><p keep="lines">б</p><p keep="no"/>', changed)
        stated = Example('p', '<p a="1"/>', False, False, spans_of('<p a="1"/>'))
        self.assertIsNone(with_default(stated, element, Attribute('a', '', [], False, '1', False)))

    def test_a_part_of_an_example_is_moved_to_the_left(self):
        text = '<a>\n  <b>\n    <c/>\n  </b>\n</a>'
        example = Example('a', text, False, False, spans_of(text))
        element = Element('b', '', 0, False, [], [])
        self.assertEqual(own_source(element, example), '<b>\n  <c/>\n</b>')

    def test_the_schema_tells_of_elements_and_attributes(self):
        text = ('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="template"/>'
                '<xs:element name="a"><xs:annotation><xs:appinfo>9</xs:appinfo>'
                '<xs:documentation xml:lang="ru">что</xs:documentation></xs:annotation>'
                '<xs:complexType mixed="true"><xs:choice><xs:element ref="b"/></xs:choice>'
                '<xs:attribute name="n" default="1"/></xs:complexType></xs:element>'
                '<xs:element name="b"><xs:complexType/></xs:element></xs:schema>')
        found = read_schema(text)
        self.assertEqual(list(found), ['a', 'b'])
        self.assertEqual((found['a'].help, found['a'].requisite, found['a'].mixed, found['a'].children),
                         ('что', 9, True, ['b']))
        self.assertEqual((found['a'].attributes[0].name, found['a'].attributes[0].default), ('n', '1'))
        self.assertEqual(found['b'].parents, ['a'])

    def test_control_elements_have_the_attributes_of_their_sets(self):
        text = ('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
                '<xs:simpleType name="truth"><xs:restriction><xs:enumeration value="true"/></xs:restriction>'
                '</xs:simpleType><xs:attributeGroup name="all"><xs:attribute name="n" type="name" use="required"/>'
                '</xs:attributeGroup><xs:element name="a"><xs:complexType><xs:attributeGroup ref="all"/>'
                '<xs:attribute name="o" type="truth"/></xs:complexType></xs:element></xs:schema>')
        first, second = read_control(text)['t:a'].attributes
        self.assertEqual((first.name, first.word, first.required), ('n', 'имя', True))
        self.assertEqual((second.name, second.values), ('o', ['true']))

    def test_the_page_tells_of_an_attribute(self):
        element = Element('p', '', 0, True, [], [Attribute('a', 'что', ['x', 'y'], False, 'x', False),
                                                 Attribute('b', 'кто', [], False, '', True)])
        self.assertEqual(attributes_lines(element)[3:], ['| `a` | `x`, `y` | `x` | что |', '| `b` * | текст |  | кто |'])


class Guide(unittest.TestCase):
    def test_steps_are_found_in_their_order(self):
        text = ('<!-- файл a.json -->\n```json\n{}\n```\n\n```\n$ chancery check a\nда\n$ cp a b\n```\n'
                '```\nchancery init\n```\n![Шаг](pictures/guide-1.svg)\n')
        self.assertEqual(list(guide.steps_of(text)),
                         [(1, 'файл', 'a.json', '{}\n'), (6, 'run', 'chancery check a', 'да\n'),
                          (6, 'run', 'cp a b', ''), (14, 'picture', 'guide-1.svg', '')])

    def test_a_line_replaces_the_one_that_begins_alike(self):
        self.assertEqual(guide.mended('<a>\n  <b name="x"/>\n  <b name="y"/>', '<b name="y" c="1"/>\n'),
                         '<a>\n  <b name="x"/>\n<b name="y" c="1"/>')


if __name__ == '__main__':
    unittest.main()
