#include <gtest/gtest.h>

#include "base/keys_of_tests.h"
#include "office.h"

namespace chancery::cli {
namespace {

class Journals : public testing::Test {
 protected:
  Journals() {
    office_.inOffice({"start", "order", "--data", "order.json", "--as", "yaseneva"});
    writeFile(office_.path("key.pem"), kEdwardsPrivate);
    writeFile(office_.path("key.pub"), kEdwardsPublic);
    writeFile(office_.path("locked.pem"), kEncryptedPrivate);
  }
  Ended run(std::vector<std::string> arguments) const { return office_.run(arguments); }

  ProgramOffice office_;
};

TEST_F(Journals, ACheckpointProvesTheOfficeAndTheExportedJournal) {
  const Ended taken = run({"checkpoint", "o", "--key", "key.pem", "--out", "c.txt"});
  EXPECT_EQ(taken.code, 0) << taken.err;
  const Ended written = run({"journal", "o", "--out", "j.txt"});
  EXPECT_EQ(written.code, 0) << written.err;
  for (const char* what : {"o", "j.txt"}) {
    const Ended proved = run({"verify", what, "--checkpoint", "c.txt", "--public-key", "key.pub"});
    EXPECT_EQ(proved.code, 0) << proved.err;
    EXPECT_TRUE(has(proved.out, "История цела: документов 1, записей 3\n")) << proved.out;
    EXPECT_TRUE(has(proved.out, "ничего не урезано и не переписано: журналов 2\n")) << proved.out;
  }
  std::string text = readFile(office_.path("j.txt"), 1 << 20);
  text.replace(text.find("yaseneva"), 8, "vesnina_");
  writeFile(office_.path("j.txt"), text);
  const Ended broken = run({"verify", "j.txt"});
  EXPECT_EQ(broken.code, 1);
  EXPECT_EQ(
      broken.err,
      "j.txt:5:1: ошибка [S201]: история документа 1 нарушена: запись 1, содержание записи "
      "изменено\n    подсказка: возьмите другую копию файла; если и она такая, файл меняли\n");
}

TEST_F(Journals, WhatIsWrongWithKeysIsTold) {
  const Ended locked = run({"checkpoint", "o", "--key", "locked.pem", "--out", "c.txt"});
  EXPECT_EQ(locked.code, 1);
  EXPECT_TRUE(has(locked.err, "ошибка [A192]: ключ «locked.pem» защищён паролем\n")) << locked.err;
  EXPECT_FALSE(std::filesystem::exists(office_.path("c.txt")));
  EXPECT_TRUE(has(run({"checkpoint", "o", "--key", "key.pub", "--out", "c.txt"}).err, "A191"));
  EXPECT_TRUE(has(run({"checkpoint", "o", "--key", "none", "--out", "c.txt"}).err, "A203"));
  run({"checkpoint", "o", "--key", "key.pem", "--out", "c.txt"});
  EXPECT_TRUE(has(run({"verify", "o", "--checkpoint", "c.txt"}).err, "A194"));
  EXPECT_TRUE(
      has(run({"verify", "o", "--checkpoint", "d.txt", "--public-key", "key.pub"}).err, "A203"));
}

}  // namespace
}  // namespace chancery::cli
