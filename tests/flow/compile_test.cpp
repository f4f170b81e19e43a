#include <gtest/gtest.h>

#include "base/file.h"
#include "support.h"

namespace chancery::flow {
namespace {

TEST(Compile, OrderBecomesThisCore) {
  const Reading reading =
      read(readFile(CHANCERY_PROJECT_DIR "/workflows/order.workflow.xml", 1 << 20));
  EXPECT_EQ(dump(compile(*reading.definition)),
            "0 draft: ask author submit -> 1 else 0\n"
            "1 draft: render-draft -> 2 else 0\n"
            "2 norms: check-form -> 3 else 0\n"
            "3 visas: fork 4 5\n"
            "4 visas: ask role:deputy-head agree agree-with-remarks refuse -> 6 else 6\n"
            "5 visas: ask role:accountant agree agree-with-remarks refuse -> 6 else 6\n"
            "6 visas: join all of 2 since 3 -> 7 else 0\n"
            "7 visas: ask role:lawyer agree agree-with-remarks refuse -> 8 else 0\n"
            "8 sign: ask role:head sign return -> 9 else 0\n"
            "9 sign: reserve -> 10 else 0\n"
            "10 sign: render-final -> 11 else 12\n"
            "11 sign: register -> 14 else 13\n"
            "12 sign: release -> 0 else 0\n"
            "13 sign: release -> 9 else 9\n"
            "14 publish: publish -> 15 else 14\n"
            "15 publish: end\n");
}

TEST(Compile, OtherKinds) {
  EXPECT_EQ(dump(coreOf(R"(<stage id="d" kind="draft"/>
      <stage id="auto" kind="check"/>
      <stage id="form" kind="check" by="role:clerk" on-errors="d"/>
      <stage id="visas" kind="coordinate" mode="parallel" quorum="2">
        <reviewer by="role:a" when="x"/>
        <group mode="sequential"><reviewer by="role:b"/><reviewer by="role:c" when="y"/></group>
        <reviewer by="role:e"/>
      </stage>
      <stage id="approve" kind="approve" by="role:head" on-refuse="form"/>
      <stage id="number" kind="register" by="role:clerk"><registration series="s"/></stage>
      <stage id="site" kind="publish" by="role:clerk"/>)")),
            "0 d: ask author submit -> 1 else 0\n"
            "1 d: render-draft -> 2 else 0\n"
            "2 auto: check-form -> 3 else 0\n"
            "3 form: ask role:clerk check return -> 4 else 0\n"
            "4 visas: fork 5 7 10\n"
            "5 visas: choice x -> 6 else 11\n"
            "6 visas: ask role:a agree agree-with-remarks refuse -> 11 else 11\n"
            "7 visas: ask role:b agree agree-with-remarks refuse -> 8 else 11\n"
            "8 visas: choice y -> 9 else 11\n"
            "9 visas: ask role:c agree agree-with-remarks refuse -> 11 else 11\n"
            "10 visas: ask role:e agree agree-with-remarks refuse -> 11 else 11\n"
            "11 visas: join 2 of 3 since 4 -> 12 else 0\n"
            "12 approve: ask role:head approve return -> 13 else 3\n"
            "13 approve: render-final -> 14 else 3\n"
            "14 number: ask role:clerk register return -> 15 else 0\n"
            "15 number: reserve -> 16 else 0\n"
            "16 number: render-final -> 17 else 18\n"
            "17 number: register -> 20 else 19\n"
            "18 number: release -> 0 else 0\n"
            "19 number: release -> 15 else 15\n"
            "20 site: ask role:clerk publish -> 21 else 0\n"
            "21 site: publish -> 22 else 21\n"
            "22 site: end\n");
}

TEST(Compile, EffectWordsReadBack) {
  for (const EffectKind kind :
       {EffectKind::renderDraft, EffectKind::renderFinal, EffectKind::checkForm,
        EffectKind::reserve, EffectKind::release, EffectKind::registration, EffectKind::publish}) {
    EXPECT_EQ(findEffect(wordOf(kind)), kind);
  }
  EXPECT_FALSE(findEffect("fly"));
}

}  // namespace
}  // namespace chancery::flow
