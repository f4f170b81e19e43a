"""schema.py: what docs/schemas/document.xsd and template.xsd say of elements and attributes."""
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field

XS = '{http://www.w3.org/2001/XMLSchema}'
LANG = '{http://www.w3.org/XML/1998/namespace}lang'
# What the simple types of template.xsd are called on the page.
TYPE_WORDS = {'name': 'имя', 'path': 'выражение', 'xs:string': 'текст'}


@dataclass
class Attribute:
    name: str
    help: str
    values: list       # fixed ones
    number: bool       # a whole number from 1
    default: str
    required: bool
    word: str = 'текст'  # what its values are, when they are neither fixed nor numbers


@dataclass
class Element:
    name: str
    help: str
    requisite: int
    mixed: bool
    children: list
    attributes: list
    parents: list = field(default_factory=list)


def help_of(node):
    for text in node.findall(f'{XS}annotation/{XS}documentation'):
        if text.get(LANG) == 'ru':
            return text.text or ''
    return ''


def read_attribute(node):
    return Attribute(node.get('name'), help_of(node),
                     [value.get('value') for value in node.iter(f'{XS}enumeration')],
                     any(kind.get('base') == 'xs:positiveInteger' for kind in node.iter(f'{XS}restriction')),
                     node.get('default', ''), node.get('use') == 'required')


def read_schema(text):
    """The elements in the schema's order; `template` is `document` as the root of a file."""
    elements = {}
    for node in ET.fromstring(text).findall(f'{XS}element'):
        if node.get('name') == 'template':
            continue
        kind = node.find(f'{XS}complexType')
        number = node.find(f'{XS}annotation/{XS}appinfo')
        elements[node.get('name')] = Element(
            node.get('name'), help_of(node), int(number.text) if number is not None else 0,
            kind.get('mixed') == 'true', [child.get('ref') for child in kind.iter(f'{XS}element')],
            [read_attribute(one) for one in kind.findall(f'{XS}attribute')])
    for element in elements.values():
        for child in element.children:
            if child != element.name:
                elements[child].parents.append(element.name)
    return elements


def read_control(text):
    """The elements of templates that control, named t:NAME; t:choose has its branches with it."""
    root = ET.fromstring(text)
    sets = {one.get('name'): one for one in root.findall(f'{XS}attributeGroup')}
    types = {one.get('name'): [value.get('value') for value in one.iter(f'{XS}enumeration')]
             for one in root.findall(f'{XS}simpleType')}
    elements = {}
    for node in root.findall(f'{XS}element'):
        kind = node.find(f'{XS}complexType')
        inside = kind.find(f'{XS}complexContent/{XS}extension')
        stated = list(kind if inside is None else inside)
        attributes = []
        for one in stated:
            group = sets.get(one.get('ref')) if one.tag == f'{XS}attributeGroup' else None
            attributes += group.findall(f'{XS}attribute') if group is not None else []
            attributes += [one] if one.tag == f'{XS}attribute' else []
        element = Element(f't:{node.get("name")}', help_of(node), 0, False, [], [])
        for one in attributes:
            attribute = read_attribute(one)
            attribute.values = attribute.values or types.get(one.get('type'), [])
            attribute.word = TYPE_WORDS.get(one.get('type'), 'текст')
            if one.find(f'.//{XS}maxInclusive') is not None:
                attribute.word = f'целое число до {one.find(f".//{XS}maxInclusive").get("value")}'
            element.attributes.append(attribute)
        elements[element.name] = element
    return elements
