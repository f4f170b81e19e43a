#include <rapidcheck.h>

#include <random>

#include "support.h"

// Random orders with a road map, changed at random: what the comparison tells is what was done.
namespace chancery::diff {
namespace {

using document::Kind;
using document::Node;

/// A sentence that no other is like.
std::string sentence(int seed) {
  std::mt19937 random(static_cast<unsigned>(seed) * 7919u + 1);
  std::string text;
  for (int i = 0; i < 6; ++i) {
    text += (i ? " " : "") + std::string("слово") + std::to_string(random() % 100'000);
  }
  return text;
}

std::string documentText(const std::vector<int>& clauses, const std::vector<int>& rows) {
  std::string text = "<part><title>О школе</title><command>ПРИКАЗЫВАЮ:</command><clauses>";
  for (const int seed : clauses) text += "<clause>" + sentence(seed) + "</clause>";
  text += "</clauses></part><appendix><part><title>План</title><table><column>№</column>"
          "<column>Мероприятие</column><column>Срок</column>";
  int number = 0;
  for (const int seed : rows) {
    text += "<row><cell>" + std::to_string(++number) + "</cell><cell>" + sentence(seed) +
            "</cell><cell>май</cell></row>";
  }
  return text + "</table></part></appendix>";
}

std::vector<int> someSeeds(int from) {
  std::vector<int> seeds(static_cast<std::size_t>(*rc::gen::inRange(1, 30)));
  for (std::size_t i = 0; i < seeds.size(); ++i) seeds[i] = from + static_cast<int>(i);
  return seeds;
}

std::vector<Difference> between(const std::string& before, const std::string& after) {
  const Node was = documentOf(before), is = documentOf(after);
  return compare({was}, {is});
}

std::size_t count(const std::vector<Difference>& differences, Change change) {
  return static_cast<std::size_t>(
      std::count_if(differences.begin(), differences.end(),
                    [&](const Difference& one) { return one.change == change; }));
}

TEST(DiffProperty, EqualDocumentsDoNotDiffer) {
  EXPECT_TRUE(rc::check([] {
    const std::string text = documentText(someSeeds(0), someSeeds(1000));
    RC_ASSERT(between(text, text).empty());
  }));
}

TEST(DiffProperty, WhatWasPutInIsAllThatIsTold) {
  EXPECT_TRUE(rc::check([] {
    const std::vector<int> clauses = someSeeds(0), rows = someSeeds(1000);
    std::vector<int> more = rows;
    const int place = *rc::gen::inRange(0, static_cast<int>(rows.size()) + 1);
    more.insert(more.begin() + place, 5000);
    const std::string before = documentText(clauses, rows), after = documentText(clauses, more);
    const auto there = between(before, after), back = between(after, before);
    const std::size_t shifted = place < static_cast<int>(rows.size()) ? 1 : 0;
    RC_ASSERT(count(there, Change::added) == 1u);
    RC_ASSERT(there.size() == 1 + shifted);
    RC_ASSERT(there[0].where.back().row == place + 1);
    RC_ASSERT(count(back, Change::removed) == 1u);
    RC_ASSERT(back.size() == 1 + shifted);
  }));
}

TEST(DiffProperty, AMovedClauseIsOneMove) {
  EXPECT_TRUE(rc::check([] {
    const std::vector<int> clauses = someSeeds(0);
    RC_PRE(clauses.size() > 2);
    std::vector<int> moved(clauses.begin() + 1, clauses.end());
    moved.push_back(clauses[0]);
    const auto told = between(documentText(clauses, {1}), documentText(moved, {1}));
    RC_ASSERT(count(told, Change::moved) == 1u);
    RC_ASSERT(count(told, Change::renumbered) == 1u);
    RC_ASSERT(told.size() == 2u);
  }));
}

/// Additions less removals are what the lists grew by, whatever was done.
TEST(DiffProperty, SizesAddUp) {
  EXPECT_TRUE(rc::check([] {
    const auto seeds = rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 40));
    const std::vector<int> was = *seeds, is = *seeds;
    const auto told = between(documentText(was, {1}), documentText(is, {1}));
    RC_ASSERT(was.size() + count(told, Change::added) == is.size() + count(told, Change::removed));
    RC_ASSERT((was == is) == told.empty());
  }));
}

/// The texts told of a changed text are the texts of both versions.
TEST(DiffProperty, TextsAreThoseOfTheVersions) {
  EXPECT_TRUE(rc::check([] {
    const int seed = *rc::gen::inRange(0, 1000);
    const std::string was = sentence(seed), is = was + " до 15 мая";
    const auto told = between("<part><title>" + was + "</title></part>",
                              "<part><title>" + is + "</title></part>");
    RC_ASSERT(told.size() == 1u);
    std::string before, after;
    for (const Piece& piece : told[0].words) {
      if (piece.kind != Piece::Kind::added) before += piece.text;
      if (piece.kind != Piece::Kind::removed) after += piece.text;
    }
    RC_ASSERT(before == was);
    RC_ASSERT(after == is);
  }));
}

}  // namespace
}  // namespace chancery::diff
