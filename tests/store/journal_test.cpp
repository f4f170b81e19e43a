#include "store/journal.h"

#include <gtest/gtest.h>

#include "base/hash.h"

namespace chancery::store {
namespace {

struct Chain {
  std::vector<Entry> entries;
  std::string head = rootHash("5", "bundle");

  explicit Chain(int count) {
    for (int i = 1; i <= count; ++i) {
      entries.push_back(
          makeEntry("5", static_cast<std::uint64_t>(i), head, "p" + std::to_string(i)));
      head = entries.back().hash;
    }
  }
  std::optional<Break> findBreak() const {
    return chancery::store::findBreak("5", "bundle", head, entries);
  }
};

TEST(Journal, CanonicalBytesAreAsDocumented) {
  EXPECT_EQ(rootHash("5", "b"), sha256("chancery-case 1\n5\nb\n"));
  const Entry entry = makeEntry("5", 12, "prev", "payload");
  EXPECT_EQ(entry.payloadHash, sha256("payload"));
  EXPECT_EQ(entry.hash, sha256("chancery-journal 1\n5\n12\nprev\n" + sha256("payload") + "\n"));
  EXPECT_EQ(entry.caseId, "5");
  EXPECT_EQ(entry.payload, "payload");
}

TEST(Journal, AWholeChainHolds) {
  EXPECT_FALSE(Chain(0).findBreak());
  EXPECT_FALSE(Chain(3).findBreak());
}

TEST(Journal, AnErasedPayloadLeavesTheChainWhole) {
  Chain chain(3);
  chain.entries[1].payload.reset();
  EXPECT_FALSE(chain.findBreak());
}

TEST(Journal, EveryChangeIsFound) {
  Chain payload(3);
  payload.entries[1].payload = "other";
  EXPECT_EQ(payload.findBreak(), (Break{Damage::payload, 2}));

  Chain rewritten(3);
  rewritten.entries[1].payload = "other";
  rewritten.entries[1].payloadHash = sha256("other");
  EXPECT_EQ(rewritten.findBreak(), (Break{Damage::chain, 2}));

  Chain cut(3);
  cut.entries.pop_back();
  EXPECT_EQ(cut.findBreak(), (Break{Damage::head, 2}));

  Chain hole(3);
  hole.entries.erase(hole.entries.begin());
  EXPECT_EQ(hole.findBreak(), (Break{Damage::missing, 1}));

  Chain foreign(2);
  foreign.entries[1].caseId = "6";
  EXPECT_EQ(foreign.findBreak(), (Break{Damage::missing, 2}));

  const Chain whole(2);
  EXPECT_EQ(findBreak("5", "other bundle", whole.head, whole.entries), (Break{Damage::chain, 1}));
}

}  // namespace
}  // namespace chancery::store
