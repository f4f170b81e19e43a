#include <gtest/gtest.h>

#include "office.h"

namespace chancery::cli {
namespace {

// An order that was refused with remarks and submitted again.
class Versions : public ::testing::Test {
 protected:
  Versions() {
    run({"start", "order", "--data", "order.json", "--as", "yaseneva"});
    run({"act", "1", "agree-with-remarks", "--remark", "Уточнить место", "--as", "lugov"});
    run({"act", "1", "refuse", "--remark", "Нет срока\nНет исполнителя", "--as", "rodnikova"});
  }

  Ended run(std::vector<std::string> arguments) { return office.inOffice(std::move(arguments)); }
  Ended submit(std::vector<std::string> more = {}) {
    std::string data = kOrderData;
    data.replace(data.find("Открыть школу."), std::string("Открыть школу.").size(),
                 "Открыть школу до 1 сентября 2026 г.");
    writeFile(office.path("second.json"), data);
    std::vector<std::string> arguments = {"act",         "1",    "submit",  "--data",
                                          "second.json", "--as", "yaseneva"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }
  std::string textOf(const std::string& name) {
    return readFile(office.path(name), 1 << 24);
  }

  ProgramOffice office;
};

constexpr const char* kChanges =
    "Документ 1: «О школе»\n"
    "редакция 2 по сравнению с редакцией 1, изменений: 1\n"
    "  пункт 1: Открыть школу {+до 1 сентября 2026 г+}.\n";

TEST_F(Versions, TheLastTwoAreCompared) {
  ASSERT_EQ(submit().code, 0);
  const Ended told = run({"diff", "1"});
  EXPECT_EQ(told.code, 0) << told.err;
  EXPECT_EQ(told.out, kChanges);
  EXPECT_EQ(told.err, "");
  EXPECT_EQ(run({"diff", "1", "1", "2"}).out, kChanges);
  EXPECT_EQ(run({"diff", "1", "1"}).out, kChanges);
  EXPECT_EQ(run({"diff", "1", "2", "2"}).out,
            "Документ 1: «О школе»\nредакция 2 по сравнению с редакцией 2, изменений нет\n");
  EXPECT_EQ(run({"diff", "1", "2", "1", "--lang", "en"}).out,
            "Document 1: “О школе”\nversion 1 against version 2, changes: 1\n"
            "  clause 1: Открыть школу [-до 1 сентября 2026 г-].\n");
}

TEST_F(Versions, ProgramsGetJson) {
  ASSERT_EQ(submit().code, 0);
  const std::string told = run({"diff", "1", "--format", "json"}).out;
  EXPECT_TRUE(told.starts_with(R"({"case":"1","before":1,"after":2,"changes":[{"change":"changed")"))
      << told;
  EXPECT_TRUE(told.ends_with("]}\n"));
}

TEST_F(Versions, WhatIsNotThereIsTold) {
  const Ended one = run({"diff", "1"});
  EXPECT_EQ(one.code, 1);
  EXPECT_TRUE(has(one.err, "[A222]: у документа 1 одна редакция")) << one.err;
  EXPECT_TRUE(has(one.err, "подсказка: вторая появится"));
  ASSERT_EQ(submit().code, 0);
  for (const char* wrong : {"0", "3", "один", "-1", "1x"}) {
    const Ended ended = run({"diff", "1", "1", wrong});
    EXPECT_NE(ended.code, 0) << wrong;
    if (wrong[0] == '-') continue;  // taken for an option
    EXPECT_EQ(ended.code, 1) << wrong;
    EXPECT_TRUE(has(ended.err, "[A221]: редакции «" + std::string(wrong) + "» у документа 1 нет"))
        << ended.err;
    EXPECT_TRUE(has(ended.err, "подсказка: редакций: 2"));
  }
  const Ended unknown = run({"diff", "7"});
  EXPECT_EQ(unknown.code, 1);
  EXPECT_TRUE(has(unknown.err, "документа 7 нет")) << unknown.err;
  EXPECT_EQ(run({"diff"}).code, 2);
  EXPECT_EQ(run({"diff", "1", "1", "2", "3"}).code, 2);
}

TEST_F(Versions, DataFilesAreComparedWithoutACase) {
  submit();
  const Ended told =
      office.run({"diff", "order.json", "second.json", "--template", "order"});
  EXPECT_EQ(told.code, 0) << told.err;
  EXPECT_EQ(told.out,
            "second.json по сравнению с order.json, изменений: 1\n"
            "  пункт 1: Открыть школу {+до 1 сентября 2026 г+}.\n");
  EXPECT_TRUE(
      office.run({"diff", "order.json", "second.json", "--template", "order", "--format", "json"})
          .out.starts_with(R"({"before":"order.json","after":"second.json","changes":[{)"));
  const Ended none = office.run({"diff", "order.json", "none.json", "--template", "order"});
  EXPECT_EQ(none.code, 1);
  EXPECT_TRUE(has(none.err, "файла «none.json» нет")) << none.err;
  EXPECT_EQ(office.run({"diff", "order.json", "--template", "order"}).code, 2);
  EXPECT_EQ(office.run({"diff", "order.json", "second.json", "--template", "nothing"}).code, 1);
}

TEST_F(Versions, TheCoordinationSheetHasThoseWhoAnsweredAndThoseWhoAreAsked) {
  ASSERT_EQ(submit().code, 0);
  ASSERT_EQ(run({"act", "1", "agree", "--as", "lugov"}).code, 0);
  const Ended made = run({"sheet", "1", "coordination", "--out", "c.pages", "--out", "c.pdf",
                          "--out", "c.docx"});
  ASSERT_EQ(made.code, 0) << made.err;
  EXPECT_EQ(made.out, "изготовлено: c.pages\nизготовлено: c.pdf\nизготовлено: c.docx\n");
  EXPECT_EQ(made.err, "");
  EXPECT_EQ(textOf("c.pdf").substr(0, 5), "%PDF-");
  EXPECT_EQ(textOf("c.docx").substr(0, 2), "PK");
  const std::string page = textOf("c.pages");
  for (const char* words : {"ЛИСТ СОГЛАСОВАНИЯ", "к\u00A0проекту", " приказа", "согласовано",
                            "на согласовании", "Прежние круги согласования",
                            "не согласовано", "05.06.2026"}) {
    EXPECT_TRUE(has(page, words)) << words << '\n' << page;
  }
}

TEST_F(Versions, TheSheetOfDisagreementsHasTheReplies) {
  ASSERT_EQ(submit({"--reply", "1 rejected Место названо в уставе", "--reply", "2 учтено"}).code, 0);
  ASSERT_EQ(run({"sheet", "1", "disagreements", "--out", "d.pages"}).code, 0);
  const std::string page = textOf("d.pages");
  for (const char* words : {"ТАБЛИЦА РАЗНОГЛАСИЙ", "Уточнить", "Отклонено", "уставе", "исполнителя",
                            "Учтено", "Главный"}) {
    EXPECT_TRUE(has(page, words)) << words << '\n' << page;
  }
}

TEST_F(Versions, RemarksWithoutAReplyLeaveTheirPlace) {
  const Ended made = run({"sheet", "1", "disagreements", "--out", "d.pages"});
  EXPECT_EQ(made.out,
            "изготовлено: d.pages\n"
            "замечания без ответа:\n"
            "  задача 1, П.\u00A0А.\u00A0Лугов: Уточнить место\n"
            "  задача 2, Т.\u00A0Ю.\u00A0Родникова: Нет срока Нет исполнителя\n")
      << made.err;
  EXPECT_FALSE(has(textOf("d.pages"), "Учтено"));
  EXPECT_TRUE(has(textOf("d.pages"), "–"));
}

TEST_F(Versions, ACaseWithoutRemarksHasAnEmptySheet) {
  run({"start", "order", "--data", "order.json", "--as", "yaseneva"});
  ASSERT_EQ(run({"sheet", "2", "disagreements", "--out", "d.pages"}).code, 0);
  EXPECT_TRUE(has(textOf("d.pages"), "Замечаний")) << textOf("d.pages");
}

TEST_F(Versions, SheetsThatCannotBeMadeAreTold) {
  const auto code = [&](std::vector<std::string> arguments, const std::string& words) {
    const Ended ended = run(std::move(arguments));
    EXPECT_TRUE(has(ended.err, words)) << ended.err;
    return ended.code;
  };
  EXPECT_EQ(code({"sheet", "1", "coordinaton", "--out", "c.pdf"}, "[A223]"), 1);
  EXPECT_EQ(code({"sheet", "1", "coordinaton", "--out", "c.pdf"}, "«coordination»"), 1);
  EXPECT_EQ(code({"sheet", "7", "coordination", "--out", "c.pdf"}, "документа 7 нет"), 1);
  EXPECT_EQ(code({"sheet", "1", "coordination", "--out", "c.rtf"}, "[A206]"), 1);
  EXPECT_EQ(code({"sheet", "1", "coordination", "--out", "c.pdf", "--out", "./c.pdf"}, "[A208]"), 1);
  EXPECT_EQ(code({"sheet", "1", "coordination"}, "--out"), 2);
  EXPECT_FALSE(std::filesystem::exists(office.path("c.pdf")));
}

TEST_F(Versions, RepliesAreChecked) {
  const auto refused = [&](std::vector<std::string> replies, const std::string& words) {
    std::vector<std::string> options;
    for (const std::string& reply : replies) options.insert(options.end(), {"--reply", reply});
    const Ended ended = submit(options);
    EXPECT_EQ(ended.code, 1) << words;
    EXPECT_TRUE(has(ended.err, words)) << ended.err;
  };
  refused({"1 maybe"}, "[A224]");
  refused({"1"}, "[A224]");
  refused({"1 rejected"}, "[A225]");
  refused({"9 accepted"}, "[A226]");
  refused({"9 accepted"}, "замечания дали задачи: 1, 2");
  refused({"1 accepted", "1 accepted"}, "[A228]");
  const Ended other =
      run({"act", "1", "agree", "--reply", "1 accepted", "--as", "svetlova"});
  EXPECT_EQ(other.code, 1);
  const Ended recalled = run({"act", "1", "recall", "--reply", "1 accepted", "--as", "yaseneva"});
  EXPECT_EQ(recalled.code, 1);
  EXPECT_TRUE(has(recalled.err, "[A227]")) << recalled.err;
  EXPECT_EQ(submit({"--reply", "1 accepted"}).code, 0);
}

TEST_F(Versions, OfAClosedDocumentAreForThoseWhoTakePart) {
  const Ended started =
      run({"start", "personnel-order", "--data", "order.json", "--as", "yaseneva"});
  ASSERT_EQ(started.code, 0) << started.err;
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"diff", "2"},
        std::vector<std::string>{"sheet", "2", "coordination", "--out", "c.pdf"}}) {
    const Ended hidden = run(command);
    EXPECT_EQ(hidden.code, 1);
    EXPECT_TRUE(has(hidden.err, "доступ ограничен")) << hidden.err;
  }
  EXPECT_EQ(run({"sheet", "2", "coordination", "--out", "c.pdf", "--as", "yaseneva"}).code, 0);
}

}  // namespace
}  // namespace chancery::cli
