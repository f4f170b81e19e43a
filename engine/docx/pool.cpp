#include "docx/pool.h"

namespace chancery::docx {

Pool::Loan Pool::borrow() {
  const std::scoped_lock lock(mutex_);
  if (idle_.empty()) return {*this, std::make_unique<archive::Packer>(kLevel)};
  std::unique_ptr<archive::Packer> packer = std::move(idle_.back());
  idle_.pop_back();
  return {*this, std::move(packer)};
}

void Pool::giveBack(std::unique_ptr<archive::Packer> packer) {
  const std::scoped_lock lock(mutex_);
  idle_.push_back(std::move(packer));
}

std::shared_ptr<const archive::Packed> Pool::packed(const std::string& bytes,
                                                    archive::Packer& packer) {
  {
    const std::scoped_lock lock(mutex_);
    const auto known = shared_.find(bytes);
    if (known != shared_.end()) return known->second;
  }
  auto made = std::make_shared<const archive::Packed>(packer.pack(bytes));
  const std::scoped_lock lock(mutex_);
  if (shared_.size() >= kMostShared) shared_.clear();
  shared_.emplace(bytes, made);
  return made;
}

}  // namespace chancery::docx
