#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "store/forwarding_transaction.h"

namespace chancery::store {

/// A transaction that does everything but last: at `commit` somebody looks at what it would have
/// written, and all of it is taken back.
class TrialTransaction : public ForwardingTransaction {
 public:
  using Look = std::function<void(Transaction&)>;
  TrialTransaction(std::unique_ptr<Transaction> inner, const Look& look)
      : ForwardingTransaction(std::move(inner)), look_(look) {}

  void commit() override { look_(inner()); }

 private:
  const Look& look_;
};

/// A store where what is done is only tried.
class TrialStore : public Store {
 public:
  explicit TrialStore(Store& inner) : inner_(inner) {}

  std::unique_ptr<Transaction> begin(Access access) override {
    return std::make_unique<TrialTransaction>(inner_.begin(access), look);
  }

  TrialTransaction::Look look;  ///< sees each transaction that would have been written

 private:
  Store& inner_;
};

}  // namespace chancery::store
