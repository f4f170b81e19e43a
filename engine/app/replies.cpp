#include <algorithm>

#include "app/messages.h"
#include "app/session.h"
#include "base/suggest.h"
#include "lang/letters.h"
#include "runtime/visas.h"

// The author's replies to remarks.
namespace chancery::app {
namespace {

/// The first word of `text`, taken off it with the spaces behind it.
std::string takeWord(std::string& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  std::string word = text.substr(0, end);
  text.erase(0, std::min(text.find_first_not_of(' ', end), text.size()));
  return word;
}

/// "4 rejected Срок назначен приказом"; the words of the sheet serve too: «4 отклонено …».
std::optional<flow::Reply> parseReply(std::string text) {
  flow::Reply reply;
  reply.task = takeWord(text);
  const std::string word = lang::toLower(std::string_view(takeWord(text)));
  reply.isAccepted = word == "accepted" || word == "учтено";
  if (!reply.isAccepted && word != "rejected" && word != "отклонено") return std::nullopt;
  reply.reason = std::move(text);
  return reply;
}

}  // namespace

bool Session::parseReplies(const Act& act, flow::Outcome outcome, std::vector<flow::Reply>& replies,
                           Diagnostics& diagnostics) {
  if (act.replies.empty()) return true;
  const std::size_t before = diagnostics.errorCount();
  if (outcome != flow::Outcome::submit) diagnostics.error(messages::kReplyWhen, {});
  std::vector<std::string> known;
  const auto transaction = store_->begin(store::Access::read);
  for (const runtime::GivenVisa& given :
       runtime::visasOf(*transaction, runtime::Cases(blobs_), act.caseId)) {
    if (!given.visa.remark.empty()) known.push_back(given.visa.task);
  }
  for (const std::string& text : act.replies) {
    auto reply = parseReply(text);
    if (!reply) {
      diagnostics.error(messages::kWrongReply, {}, {text}).hint(messages::kReplyExample);
      continue;
    }
    if (std::find(known.begin(), known.end(), reply->task) == known.end()) {
      auto added = diagnostics.error(messages::kNoRemark, {}, {reply->task});
      if (!known.empty()) added.hint(messages::kRemarksAre, {joined(known)});
    } else if (!reply->isAccepted && reply->reason.empty()) {
      diagnostics.error(messages::kNoReason, {}, {reply->task}).hint(messages::kReplyExample);
    }
    for (const flow::Reply& other : replies) {
      if (other.task == reply->task) {
        diagnostics.error(messages::kRepliedTwice, {}, {reply->task});
      }
    }
    replies.push_back(std::move(*reply));
  }
  return diagnostics.errorCount() == before;
}

}  // namespace chancery::app
