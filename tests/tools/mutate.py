#!/usr/bin/env python3
"""mutate.py: how many broken lines do the tests notice?

usage: tests/tools/mutate.py [--seed N] [--count 40] [--least 85] [--rooms a,b] [--jobs 2]
                             [--work build/mutate] [--report FILE] [--list]
       tests/tools/mutate.py --self-test

Copies the tree to WORK/tree (never touches this one), builds it with coverage, picks COUNT covered
lines of engine/*.cpp, breaks each with one of the operators below, rebuilds what depends on it and
runs the tests (not those labelled oracle), those of the broken room first, until one fails.

  negate  the condition of an if, while or ?: or a comparison, on one line
  drop    a statement that is nothing but a call
  shift   an integer constant, by one

A mutant that does not compile is replaced by another. A run past its time counts as caught. Lines
without effect on results are left alone: reserve(), check() of an invariant. Prints one line a
mutant and the survivors; exit 1 when less than LEAST per cent are caught, 2 when it could not run.
Needs ninja, gcov, ccache; the same seed over the same tree picks the same lines.
"""
import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
import unittest
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


# --- operators: a line of code -> the lines it could become ------------------------------------

def blank_literals(line):
    """The line with comments and literals blanked, of the same length."""
    out, i = list(line), 0
    while i < len(line):
        if line.startswith('//', i):
            out[i:] = ' ' * (len(line) - i)
            break
        if line[i] in '"\'' and not (line[i] == "'" and i and line[i - 1].isalnum()):
            end = i + 1
            while end < len(line) and line[end] != line[i]:
                end += 2 if line[end] == '\\' else 1
            for k in range(i, min(end + 1, len(line))):
                out[k] = ' '
            i = end
        i += 1
    return ''.join(out)


def closing(code, opening):
    """The index of the parenthesis that closes the one at `opening`, or -1."""
    depth = 0
    for i in range(opening, len(code)):
        depth += {'(': 1, ')': -1}.get(code[i], 0)
        if depth == 0:
            return i
    return -1


SWAPS = {'==': '!=', '!=': '==', '<=': '>', '>=': '<', '<': '>=', '>': '<='}


def negate(line):
    code, results = blank_literals(line), []
    for match in re.finditer(r'\b(?:if|while) \(', code):
        start, end = match.end(), closing(code, match.end() - 1)
        if end < 0:
            continue
        if ';' in code[start:end]:
            start = code.rindex(';', start, end) + 1
        results.append('%s!(%s)%s' % (line[:start], line[start:end].strip(), line[end:]))
    if not results:
        for match in re.finditer(r' (==|!=|<=|>=|<|>) ', code):
            start, end = match.span(1)
            results.append(line[:start] + SWAPS[match[1]] + line[end:])
        for match in re.finditer(r'([\w.:)\]]+(?:\(\))?) \? ', code):
            start, end = match.span(1)
            if re.search(r'(==|[!<>]=|[<>]) $', code[:start]):
                continue  # half of a comparison, which has been swapped already
            if '(' not in match[1] or match[1].endswith('()'):
                if not match[1].startswith(')'):
                    results.append(line[:start] + '!' + line[start:end] + line[end:])
    return results


CALL = re.compile(r'^(\s*)([A-Za-z_][\w:]*(?:(?:\.|->)[A-Za-z_]\w*|\[[^\]]*\])*)\((.*)\);\s*$')
NO_CALL = {'return', 'throw', 'if', 'while', 'for', 'switch', 'static_assert', 'assert', 'check',
           'defined', 'sizeof', 'delete'}


def drop(line):
    code = blank_literals(line)
    match = CALL.match(code)
    if not match or closing(code, match.end(2)) != code.rindex(')'):
        return []
    last = re.split(r'\.|->|::', match[2])[-1]
    if match[2] in NO_CALL or last in {'reserve', 'shrink_to_fit', 'check'}:
        return []
    return [match[1] + ';']


def shift(line):
    code, results = blank_literals(line), []
    if re.search(r'\b(?:static_assert|reserve)\b|^\s*#', code):
        return []
    for match in re.finditer(r"(?<![\w.'])(\d[\d']*)(?=(?:[uUlL]*)(?![\w.']))", code):
        value = int(line[match.start():match.end()].replace("'", ''))
        results.append('%s%d%s' % (line[:match.start()], value + 1, line[match.end():]))
    return results


OPERATORS = (('negate', negate), ('drop', drop), ('shift', shift))


def stands_alone(lines, index):
    """Whether line `index` begins a statement (so that it may be dropped)."""
    for i in range(index - 1, -1, -1):
        before = blank_literals(lines[i]).rstrip()
        if before:
            return before[-1] in ';{}' or before.endswith((':', 'else')) or \
                re.match(r'\s*(?:if|while|for) \(.*\)$', before) is not None
    return False


def raw_lines(text):
    """Indices of the lines that a raw string touches: text, not code."""
    touched = set()
    for match in re.finditer(r'R"(\w*)\(.*?\)\1"', text, re.S):
        first = text.count('\n', 0, match.start())
        touched.update(range(first, first + match[0].count('\n') + 1))
    return touched


def mutants_of(lines, index):
    found = []
    for name, operator in OPERATORS:
        if name == 'drop' and not stands_alone(lines, index):
            continue
        found += [(name, new) for new in operator(lines[index]) if new != lines[index]]
    return found


# --- the scratch copy and its builds ------------------------------------------------------------

def run(command, cwd, quiet=True, timeout=None):
    environment = dict(os.environ, CCACHE_BASEDIR=str(cwd), CCACHE_NOHASHDIR='1')
    environment.setdefault('CHANCERY_KILLS', '2')
    environment.setdefault('CHANCERY_RANDOM', '60')
    return subprocess.run(command, cwd=cwd, env=environment, timeout=timeout, text=True,
                          stdout=subprocess.PIPE if quiet else None,
                          stderr=subprocess.STDOUT if quiet else None, errors='replace')


def must(command, cwd):
    done = run(command, cwd)
    if done.returncode != 0:
        print(done.stdout[-6000:])
        sys.exit('mutate.py: failed: ' + ' '.join(map(str, command)))
    return done.stdout


def sync(tree):
    """Makes `tree` a copy of the working tree; equal files keep their time, so builds stay warm."""
    names = must(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], ROOT)
    wanted = {name for name in names.split('\0') if name and (ROOT / name).is_file()}
    for name in sorted(wanted):
        source, target = ROOT / name, tree / name
        if target.is_file() and target.read_bytes() == source.read_bytes():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    for file in tree.rglob('*'):
        if file.is_file() and not file.is_symlink() and 'build' not in file.relative_to(tree).parts:
            if str(file.relative_to(tree)) not in wanted:
                file.unlink()


@dataclass
class Program:
    """The tests that one program holds (or one test that is no gtest program)."""
    name: str
    command: list
    cwd: str
    room: str
    binary: Path
    gtest: bool
    seconds: float = 60.0


def test_programs(tree, build):
    """What ctest would run without the label oracle, a gtest program at a time."""
    shown = json.loads(must(['ctest', '--test-dir', str(build), '-LE', 'oracle',
                             '--show-only=json-v1'], tree))
    programs, filters = {}, {}
    for test in shown['tests']:
        command = test.get('command')
        if not command:
            sys.exit('mutate.py: a test without a command: ' + test['name'])
        properties = {p['name']: p['value'] for p in test.get('properties', [])}
        labels = properties.get('LABELS', ['?'])
        cwd = properties.get('WORKING_DIRECTORY', str(build))
        gtest = [a for a in command if a.startswith('--gtest_filter=')]
        if not gtest:
            if labels[0] not in ('tools', 'frame'):
                programs[test['name']] = Program(test['name'], command, cwd, labels[0],
                                                 Path(command[0]), False)
            continue
        name = Path(command[0]).name
        if labels[0] == 'frame':
            continue
        filters.setdefault(name, []).append(gtest[0].split('=', 1)[1])
        programs[name] = Program(name, [command[0]], cwd, labels[0], Path(command[0]), True)
    for name, patterns in filters.items():
        programs[name].command += ['--gtest_fail_fast', '--gtest_brief=1', '--gtest_filter=' +
                                   ':'.join(patterns)]
    return list(programs.values())


def passes(program, factor=1.0):
    """Whether the tests of a program pass, within their time and a bounded memory."""
    bounded = ['prlimit', '--as=%d' % (8 << 30), '--core=0', *program.command]
    try:
        return run(bounded, program.cwd, timeout=program.seconds * factor).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def prepare(tree, build, preset, jobs, options=()):
    must(['cmake', '--preset', preset, '-B', str(build), '-DCHANCERY_BENCH=OFF', *options], tree)
    must(['ninja', '-C', str(build), '-j', str(jobs)], tree)


def baseline(programs):
    for program in programs:
        program.seconds = 900
        begun = time.monotonic()
        if not passes(program):
            print(run(program.command, program.cwd).stdout[-3000:])
            sys.exit('mutate.py: %s fails before anything is broken' % program.name)
        program.seconds = 30 + 8 * (time.monotonic() - begun)


def covered_lines(tree, build):
    """(file, line) of engine/*.cpp that the tests ran, sorted."""
    counts = {}
    files = sorted(str(p) for p in build.rglob('*.gcda') if '/engine/' in str(p))
    for start in range(0, len(files), 20):
        text = must(['gcov', '--json-format', '--stdout', *files[start:start + 20]], tree)
        for document in filter(None, text.split('\n')):
            if not document.startswith('{'):
                continue
            report = json.loads(document)
            for file in report['files']:
                # ccache makes the paths relative to the build's folder.
                path = (Path(report['current_working_directory']) / file['file']).resolve()
                if path.suffix != '.cpp' or tree / 'engine' not in path.parents:
                    continue
                name = str(path.relative_to(tree))
                for line in file['lines']:
                    key = (name, line['line_number'])
                    counts[key] = counts.get(key, 0) + line['count']
    return sorted(key for key, count in counts.items() if count > 0)


def users_of(tree):
    """Room -> rooms that use it, straight or by others, from the map."""
    text = re.sub('#.*', '', (tree / 'engine/CMakeLists.txt').read_text())
    uses = {}
    for match in re.finditer(r'chancery_room\(([^)]*)\)', text):
        words = match[1].split()
        part = ' '.join(words[1:]).split('LIBRARIES')[0]
        uses[words[0]] = set(part.replace('USES', '').split())
    return uses


def in_order(programs, room, uses):
    """The tests of the room first, then those of its nearest users, then the rest."""
    distance, ring = {room: 0}, {room}
    while ring:
        ring = {r for r in uses if r not in distance and uses[r] & ring}
        for r in ring:
            distance[r] = max(distance.values()) + 1
    return sorted(programs, key=lambda p: (distance.get(p.room, 99), p.seconds, p.name))


def first_failure(programs, jobs):
    """The name of a program that fails, or None; `jobs` at a time."""
    queue, running = list(programs), {}
    with ThreadPoolExecutor(jobs) as pool:
        while queue or running:
            while queue and len(running) < jobs:
                program = queue.pop(0)
                running[pool.submit(passes, program, 2.0)] = program
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                program = running.pop(future)
                if not future.result():
                    return program.name
    return None


class Workshop:
    """Breaks lines of the scratch copy one at a time and asks the tests."""

    def __init__(self, options):
        self.jobs = options.jobs
        self.tree = options.work / 'tree'
        # Below the tree, as the program looks for its templates.
        self.build = self.tree / 'build' / 'plain'
        self.tree.mkdir(parents=True, exist_ok=True)
        sync(self.tree)
        self.uses = users_of(self.tree)

    def cover(self):
        build = self.tree / 'build' / 'coverage'
        print('building with coverage …', flush=True)
        prepare(self.tree, build, 'coverage', self.jobs)
        for file in build.rglob('*.gcda'):
            file.unlink()
        baseline(test_programs(self.tree, build))
        return covered_lines(self.tree, build)

    def furnish(self):
        print('building without …', flush=True)
        # No debug data: mutants are linked often and never debugged.
        prepare(self.tree, self.build, 'dev', self.jobs, ['-DCMAKE_CXX_FLAGS_DEBUG=-O0'])
        self.programs = test_programs(self.tree, self.build)
        baseline(self.programs)
        self.product = str(self.build / 'chancery').encode()
        self.runs_product = {p.name: not p.gtest or self.product in p.binary.read_bytes()
                             for p in self.programs}

    def stamp(self, path):
        return path.stat().st_mtime_ns if path.exists() else 0

    def affected(self, before):
        product = before['chancery'] != self.stamp(self.build / 'chancery')
        return [p for p in self.programs
                if before[p.name] != self.stamp(p.binary) or
                product and self.runs_product[p.name]]

    def judge(self, name, line, text):
        """'uncompilable', 'survived' or what caught it."""
        file = self.tree / name
        original = file.read_text(encoding='utf-8')
        lines = original.split('\n')
        lines[line - 1] = text
        before = {p.name: self.stamp(p.binary) for p in self.programs}
        before['chancery'] = self.stamp(self.build / 'chancery')
        try:
            file.write_text('\n'.join(lines), encoding='utf-8')
            if run(['ninja', '-C', str(self.build), '-j', str(self.jobs)], self.tree).returncode:
                return 'uncompilable'
            room = Path(name).parts[1]
            caught = first_failure(in_order(self.affected(before), room, self.uses), self.jobs)
            return 'caught by ' + caught if caught else 'survived'
        finally:
            file.write_text(original, encoding='utf-8')


def candidates(tree, covered, rooms):
    """[(file, line, [(operator, new text)])] for every covered line that an operator fits."""
    found, texts = [], {}
    for name, number in covered:
        if rooms and Path(name).parts[1] not in rooms:
            continue
        if name not in texts:
            text = (tree / name).read_text(encoding='utf-8')
            texts[name] = text.split('\n'), raw_lines(text)
        lines, raw = texts[name]
        if number <= len(lines) and number - 1 not in raw:
            mutants = mutants_of(lines, number - 1)
            if mutants:
                found.append((name, number, lines[number - 1], mutants))
    return found


def work(options):
    options.work = options.work.resolve()
    workshop = Workshop(options)
    rooms = set(filter(None, options.rooms.split(',')))
    pool = candidates(workshop.tree, workshop.cover(), rooms)
    chooser = random.Random(options.seed)
    chooser.shuffle(pool)
    print('%d lines fit an operator; seed %d' % (len(pool), options.seed), flush=True)
    if not options.list:
        workshop.furnish()
    caught, survivors, broken, report = 0, [], 0, []
    for name, number, old, mutants in pool:
        if caught + len(survivors) == options.count:
            break
        kind = chooser.choice(sorted({m[0] for m in mutants}))
        new = chooser.choice([m[1] for m in mutants if m[0] == kind])
        verdict = 'listed' if options.list else workshop.judge(name, number, new)
        entry = '%s:%d: %s: %s -> %s' % (name, number, kind, old.strip(), new.strip())
        print('%-28s %s' % (verdict, entry), flush=True)
        report.append((verdict, entry))
        if verdict == 'uncompilable':
            broken += 1
        elif verdict == 'survived':
            survivors.append(entry)
        else:
            caught += 1
    judged = caught + len(survivors)
    share = 100.0 * caught / judged if judged else 0.0
    print('\n%d caught, %d survived, %d uncompilable: %.1f %% caught (at least %g %%)' %
          (caught, len(survivors), broken, share, options.least))
    for entry in survivors:
        print('survivor: ' + entry)
    if options.report:
        options.report.write_text('\n'.join('%s\t%s' % r for r in report) + '\n')
    return 0 if judged == options.count and share >= options.least else 1


# --- the script's own tests -----------------------------------------------------------------------

class SelfTest(unittest.TestCase):
    def test_negates_an_if(self):
        self.assertEqual(negate('  if (a && b(c)) return;'), ['  if (!(a && b(c))) return;'])

    def test_negates_only_the_condition_after_an_initialiser(self):
        self.assertEqual(negate('if (auto x = f(); x > 1) {'), ['if (auto x = f();!(x > 1)) {'])

    def test_negates_a_comparison_and_a_choice(self):
        self.assertEqual(negate('return a == b;'), ['return a != b;'])
        self.assertEqual(negate('for (int i = 0; i < n; ++i)'), ['for (int i = 0; i >= n; ++i)'])
        self.assertEqual(negate('std::vector<int> a{b};'), [])
        self.assertEqual(negate('x = ok ? 1 : 2;'), ['x = !ok ? 1 : 2;'])
        self.assertEqual(negate('x = a == B::c ? 1 : 2;'), ['x = a != B::c ? 1 : 2;'])

    def test_leaves_an_open_condition_alone(self):
        self.assertEqual(negate('if (a &&'), [])

    def test_drops_calls_only(self):
        self.assertEqual(drop('  out.push_back(f("a)"));'), ['  ;'])
        self.assertEqual(drop('  rows[i].add(1);'), ['  ;'])
        for line in ('return f(a);', 'Type name(a);', 'x = f(a);', 'check(a);', 'v.reserve(3);',
                     'f(a).g(b);', 'f(a,'):
            self.assertEqual(drop('  ' + line), [], line)

    def test_shifts_whole_constants_only(self):
        self.assertEqual(shift('a[0] = 12u;'), ['a[1] = 12u;', 'a[0] = 13u;'])
        self.assertEqual(shift("n = 5'000;"), ['n = 5001;'])
        self.assertEqual(shift('x1 = 1.5 + 0x10; // 7'), [])
        self.assertEqual(shift('f("12", \'3\');'), [])

    def test_raw_strings_are_no_code(self):
        self.assertEqual(raw_lines('a(1);\nb = R"(x 1\ny 2)";\nc(3);\n'), {1, 2})

    def test_a_continued_line_is_no_statement(self):
        lines = ['int a =', '    f(b);', 'g(a);']
        self.assertFalse(stands_alone(lines, 1))
        self.assertTrue(stands_alone(lines, 2))
        self.assertEqual([m[0] for m in mutants_of(lines, 1)], [])
        self.assertEqual(mutants_of(lines, 2), [('drop', ';')])

    def test_orders_by_distance(self):
        uses = {'a': set(), 'b': {'a'}, 'c': {'b'}, 'd': set()}
        programs = [Program(r, [], '', r, Path(r), True) for r in 'dcba']
        self.assertEqual([p.name for p in in_order(programs, 'a', uses)], ['a', 'b', 'c', 'd'])


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--self-test', action='store_true')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--count', type=int, default=40)
    parser.add_argument('--least', type=float, default=85)
    parser.add_argument('--rooms', default='')
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--work', type=Path, default=ROOT / 'build/mutate')
    parser.add_argument('--report', type=Path)
    parser.add_argument('--list', action='store_true')
    options = parser.parse_args()
    if options.self_test:
        suite = unittest.defaultTestLoader.loadTestsFromTestCase(SelfTest)
        return 0 if unittest.TextTestRunner().run(suite).wasSuccessful() else 1
    return work(options)


if __name__ == '__main__':
    sys.exit(main())
