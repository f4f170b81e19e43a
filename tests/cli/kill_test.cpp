#include <gtest/gtest.h>

#include <cstdlib>
#include <numeric>
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
      {{"start", "order", "--data", "order.json", "--as", "yaseneva"}},
      {{"act", "2", "1", "agree", "--as", "lugov"}},
      {{"act", "2", "2", "agree", "--as", "rodnikova"}},
      {{"act", "2", "3", "agree", "--as", "svetlova"}},
      {{"act", "2", "4", "sign", "--as", "vesnina"}},
  };
  return kScript;
}

// Numbers 1 and 2 without a gap, whatever happened on the way.
constexpr const char* kRegister =
    "Журнал регистрации: Приказы по основной деятельности\n2026 год\n"
    "  №\u00A01 от 05.06.2026  документ 1 «О школе»\n"
    "  №\u00A02 от 05.06.2026  документ 2 «О школе»\n";

std::string text(const ProgramOffice& office, const std::vector<std::string>& arguments) {
  const Ended ended = office.inOffice(arguments);
  EXPECT_EQ(ended.code, 0) << arguments[0] << ": " << ended.err;
  return ended.out;
}

// Everything that people can see at the end, and the published bytes.
std::string endState(const ProgramOffice& office) {
  std::string state = text(office, {"register", "orders"});
  for (const char* document : {"1", "2"}) {
    state += text(office, {"show", document}) + text(office, {"history", document});
  }
  const Ended verified = office.run({"verify", "o"});
  EXPECT_EQ(verified.code, 0) << verified.err;
  state += verified.out;
  for (const auto& entry : fs::recursive_directory_iterator(office.path("o/site"))) {
    if (!entry.is_regular_file()) continue;
    state += entry.path().filename().string() + '\n';
  }
  for (const char* file : {"1.pdf", "1.docx", "2.pdf", "2.docx"}) {
    state += readFile(office.path(std::string("o/site/orders/order-2026-06-05-") + file), 1 << 24);
  }
  return state;
}

// A moment of the undisturbed run: so long after the beginning of this step.
struct KillMoment {
  std::size_t step = 0;
  long after = 0;
};

KillMoment momentAt(long moment, const std::vector<long>& durations) {
  std::size_t step = 0;
  while (step + 1 < durations.size() && moment >= durations[step]) moment -= durations[step++];
  return {step, moment};
}

// Runs the script up to the kill. False when the step was over before it could be killed.
bool runUntil(const ProgramOffice& office, const KillMoment& kill) {
  for (std::size_t i = 0; i < kill.step; ++i) {
    const Ended ended = office.inOffice(script()[i].arguments);
    EXPECT_EQ(ended.code, 0) << i << ": " << ended.err;
  }
  return office.inOffice(script()[kill.step].arguments, kill.after).isKilled;
}

// What a person does whose program vanished: looks, and does again what was not done.
void goOn(const ProgramOffice& office, std::size_t from) {
  for (std::size_t i = from; i < script().size(); ++i) {
    const std::string& command = script()[i].arguments.front();
    const std::string document = i == 0 ? "1" : "2";
    if (command == "start" && office.inOffice({"show", document}).code == 0) continue;
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
  std::vector<long> durations;
  for (const Step& step : script()) {
    const Ended ended = undisturbed.inOffice(step.arguments);
    ASSERT_EQ(ended.code, 0) << ended.err;
    durations.push_back(ended.microseconds);
  }
  const long duration = std::accumulate(durations.begin(), durations.end(), 0L);
  const std::string expected = endState(undisturbed);
  EXPECT_EQ(text(undisturbed, {"register", "orders"}), kRegister);

  const char* told = std::getenv("CHANCERY_SEED");
  const unsigned seed = told ? static_cast<unsigned>(std::atol(told)) : std::random_device()();
  std::printf("seed %u, an undisturbed run takes %ld us\n", seed, duration);
  std::mt19937 random(seed);
  std::uniform_int_distribution<long> moment(0, duration - 1);
  int killed = 0;
  for (int i = 0; killed < count(); ++i) {
    ASSERT_LT(i, 4 * count()) << "the program ends before it can be killed";
    const KillMoment kill = momentAt(moment(random), durations);
    const ProgramOffice office;
    killed += runUntil(office, kill);
    const std::string where = "seed " + std::to_string(seed) + ", step " +
                              std::to_string(kill.step) + ", after " + std::to_string(kill.after) +
                              " us";
    const Ended verified = office.run({"verify", "o"});
    ASSERT_EQ(verified.code, 0) << where << ": " << verified.err;
    goOn(office, kill.step);
    ASSERT_EQ(endState(office), expected) << where;
  }
}

}  // namespace
}  // namespace chancery::cli
