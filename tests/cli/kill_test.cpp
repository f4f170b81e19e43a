#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "office.h"

// kill -9 at random moments of a whole way of an order, by the real program. After each kill the
// store opens, the journal verifies, and going on gives the end of an undisturbed run.
namespace chancery::cli {
namespace {

namespace fs = std::filesystem;

struct Step {
  std::vector<std::string> arguments;
};

const std::vector<Step>& script() {
  static const std::vector<Step> kScript = {
      {{"start", "order", "--data", "order.json", "--as", "yaseneva"}},
      {{"act", "1", "1", "refuse", "--remark", "Срок", "--as", "lugov"}},
      {{"act", "1", "2", "agree", "--as", "rodnikova"}},
      {{"act", "1", "3", "submit", "--data", "order.json", "--as", "yaseneva"}},
      {{"act", "1", "4", "agree", "--as", "lugov"}},
      {{"act", "1", "5", "agree", "--as", "rodnikova"}},
      {{"act", "1", "6", "agree", "--as", "svetlova"}},
      {{"act", "1", "7", "sign", "--as", "vesnina"}},
  };
  return kScript;
}

std::string text(const ProgramOffice& office, const std::vector<std::string>& arguments) {
  const Ended ended = office.inOffice(arguments);
  EXPECT_EQ(ended.code, 0) << arguments[0] << ": " << ended.err;
  return ended.out;
}

// Everything that people can see at the end, and the published bytes.
std::string endState(const ProgramOffice& office) {
  std::string state =
      text(office, {"show", "1"}) + text(office, {"history", "1"}) + text(office, {"register"});
  const Ended verified = office.run({"verify", "o"});
  EXPECT_EQ(verified.code, 0) << verified.err;
  state += verified.out;
  for (const auto& entry : fs::recursive_directory_iterator(office.path("o/site"))) {
    if (!entry.is_regular_file()) continue;
    state += entry.path().filename().string() + '\n';
  }
  return state + readFile(office.path("o/site/orders/order-2026-06-05-1.pdf"), 1 << 24) +
         readFile(office.path("o/site/orders/order-2026-06-05-1.docx"), 1 << 24);
}

// Runs the script from a step on, up to the kill; the step that was killed, or the script's end.
std::size_t runUntil(const ProgramOffice& office, long killAt) {
  long spent = 0;
  for (std::size_t i = 0; i < script().size(); ++i) {
    const Ended ended = office.inOffice(script()[i].arguments, std::max(0L, killAt - spent));
    spent += ended.microseconds;
    if (ended.isKilled) return i;
    EXPECT_EQ(ended.code, 0) << i << ": " << ended.err;
  }
  return script().size();
}

// What a person does whose program vanished: looks, and does again what was not done.
void goOn(const ProgramOffice& office, std::size_t from) {
  for (std::size_t i = from; i < script().size(); ++i) {
    if (i == 0 && office.inOffice({"show", "1"}).code == 0) continue;
    const Ended ended = office.inOffice(script()[i].arguments);
    const bool wasDone = ended.code == 1 && ended.err.find("[S104]") != std::string::npos;
    EXPECT_TRUE(ended.code == 0 || (i == from && wasDone)) << i << ": " << ended.err;
  }
}

int count() {
  const char* told = std::getenv("CHANCERY_KILLS");
  return told ? std::atoi(told) : 100;
}

TEST(Kill, AtRandomMomentsLosesNothing) {
  const ProgramOffice undisturbed;
  long duration = 0;
  for (const Step& step : script()) {
    const Ended ended = undisturbed.inOffice(step.arguments);
    ASSERT_EQ(ended.code, 0) << ended.err;
    duration += ended.microseconds;
  }
  const std::string expected = endState(undisturbed);

  const char* told = std::getenv("CHANCERY_SEED");
  const unsigned seed = told ? static_cast<unsigned>(std::atol(told)) : std::random_device()();
  std::printf("seed %u, an undisturbed run takes %ld us\n", seed, duration);
  std::mt19937 random(seed);
  std::uniform_int_distribution<long> moment(0, duration);
  int killed = 0;
  for (int i = 0; i < count(); ++i) {
    const long killAt = moment(random);
    const ProgramOffice office;
    const std::size_t step = runUntil(office, killAt);
    killed += step < script().size();
    const Ended verified = office.run({"verify", "o"});
    ASSERT_EQ(verified.code, 0) << "seed " << seed << ", kill at " << killAt << " us, step " << step
                                << ": " << verified.err;
    goOn(office, step);
    ASSERT_EQ(endState(office), expected)
        << "seed " << seed << ", kill at " << killAt << " us, step " << step;
  }
  std::printf("killed %d of %d\n", killed, count());
  EXPECT_GE(killed, count() / 2);  // the machine may be quicker now than when it was measured
}

}  // namespace
}  // namespace chancery::cli
