#include <gtest/gtest.h>

#include "store/forwarding_transaction.h"
#include "whole_way.h"

// A whole way of an order, stopped dead at its n-th write for every n, gone on with, and compared
// with an undisturbed run.
namespace chancery::effects {
namespace {

struct Stopped {};

struct Countdown {
  int left = -1;  ///< writes until the stop; negative: never
  int made = 0;
  void write() {
    ++made;
    if (left >= 0 && left-- == 0) throw Stopped{};
  }
};

class StoppingTransaction : public store::ForwardingTransaction {
 public:
  StoppingTransaction(std::unique_ptr<store::Transaction> inner, Countdown& countdown)
      : ForwardingTransaction(std::move(inner)), countdown_(countdown) {}

  void commit() override {
    countdown_.write();
    ForwardingTransaction::commit();
    countdown_.write();  // the bytes are on disk, but nobody was told
  }
  store::CaseRow createCase(const store::CaseRow& row) override {
    return countdown_.write(), inner().createCase(row);
  }
  store::Appended append(const store::Change& change) override {
    return countdown_.write(), inner().append(change);
  }
  void appendOffice(std::string payload) override {
    countdown_.write(), inner().appendOffice(std::move(payload));
  }
  void noteFailure(std::int64_t id, std::string_view failure) override {
    countdown_.write(), inner().noteFailure(id, failure);
  }
  std::int64_t takeNumber(std::string_view series, int year, std::int64_t first) override {
    return countdown_.write(), inner().takeNumber(series, year, first);
  }
  void putNumber(const store::NumberRow& row) override {
    countdown_.write(), inner().putNumber(row);
  }
  bool giveBackNumber(std::string_view series, int year, std::int64_t value) override {
    return countdown_.write(), inner().giveBackNumber(series, year, value);
  }
  void noteBlob(std::string_view hash, std::uint64_t size) override {
    countdown_.write(), inner().noteBlob(hash, size);
  }

 private:
  Countdown& countdown_;
};

class StoppingStore : public store::Store {
 public:
  StoppingStore(std::unique_ptr<store::Store> inner, Countdown& countdown)
      : inner_(std::move(inner)), countdown_(countdown) {}
  std::unique_ptr<store::Transaction> begin(store::Access access) override {
    return std::make_unique<StoppingTransaction>(inner_->begin(access), countdown_);
  }

 private:
  std::unique_ptr<store::Store> inner_;
  Countdown& countdown_;
};

void live(const std::filesystem::path& folder, Countdown& countdown) {
  StoppingStore store(store::openSqlite(folder / "office.db"), countdown);
  std::uint64_t seen = 0;
  wholeWay(
      folder, store, [&] { countdown.write(); }, seen);
}

TEST(Stop, AtEveryWriteTheStoreGoesOnToTheSameEnd) {
  TemporaryFolder undisturbed;
  Countdown countdown;
  live(undisturbed.path(), countdown);
  const std::string expected = endState(undisturbed.path());
  const int writes = countdown.made;
  ASSERT_GE(writes, 80);
  EXPECT_NE(expected.find("status=\"finished\""), std::string::npos);
  EXPECT_NE(expected.find("round=\"3\""), std::string::npos);
  EXPECT_NE(expected.find("parent=\"1\""), std::string::npos);

  for (int n = 0; n < writes; ++n) {
    TemporaryFolder folder;
    Countdown stop;
    stop.left = n;
    EXPECT_THROW(live(folder.path(), stop), Stopped) << n;
    ASSERT_EQ(verify(folder.path()), "") << "stopped at write " << n;
    Countdown none;
    live(folder.path(), none);
    ASSERT_EQ(endState(folder.path()), expected) << "stopped at write " << n;
    ASSERT_EQ(verify(folder.path()), "") << "stopped at write " << n;
  }
}

}  // namespace
}  // namespace chancery::effects
