#include "format/format.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "support/reading.h"

// Each requisite of ГОСТ Р 7.0.97-2025 as paragraphs and tables.
namespace chancery::format {
namespace {

std::shared_ptr<const image::Picture> pictureOf(Length width, Length height) {
  image::Picture picture;
  picture.content = image::Drawing{width, height, {}, {}};
  picture.width = width;
  picture.height = height;
  return std::make_shared<const image::Picture>(std::move(picture));
}

class Requisites : public ::testing::Test {
 protected:
  Requisites() {
    testing::ReadText text;
    readInto(text, readFile(std::string(CHANCERY_PROJECT_DIR) +
                                "/doc-templates/styles/gost-7.0.97-2025.profile.xml",
                            1 << 20));
    profile_ = readProfile(text.root, text.sources, text.diagnostics).value();
    pictures_["coat.svg"] = pictureOf(Length::mm(40), Length::mm(50));
    pictures_["long.png"] = pictureOf(Length::mm(600), Length::mm(20));
    pictures_["broken.png"] = nullptr;
  }

  Document format(const std::string& content, const std::string& attributes = "") {
    testing::ReadText text;
    readInto(text, "<document xmlns=\"urn:chancery:document\"><part" + attributes + ">" + content +
                       "</part></document>");
    document::Node document = document::read(text.root, text.sources, text.diagnostics);
    EXPECT_EQ(testing::codesOf(text.diagnostics), "");
    document::applyTypography(document, profile_.typography);
    Diagnostics diagnostics;
    Document formatted = apply(document, profile_, pictures_, text.sources, diagnostics);
    codes_ = testing::codesOf(diagnostics);
    return formatted;
  }

  /// The dump of the part's blocks.
  std::string blocksOf(const std::string& content, const std::string& attributes = "") {
    const std::string dumped = dump(format(content, attributes));
    const std::size_t section = dumped.find("  section ");
    return dumped.substr(dumped.find('\n', section) + 1);
  }

  const Table& tableOf(const Document& document, std::size_t block = 0) {
    return std::get<Table>(document.sections[0].blocks[block]);
  }

  static const ParagraphStyle& styleOf(const Document& document, std::size_t block) {
    const auto& paragraph = std::get<Paragraph>(document.sections[0].blocks[block]);
    return document.styles[static_cast<std::size_t>(paragraph.style)];
  }

  Profile profile_;
  Pictures pictures_;
  std::string codes_;
};

TEST_F(Requisites, FormCodeHasItsWords) {
  EXPECT_EQ(blocksOf("<form-code>0251151</form-code>"),
            "    FormCode \"Форма по ОКУД\u00a0\" \"0251151\"\n");
}

TEST_F(Requisites, LetterheadStandsFromTheTopDown) {
  EXPECT_EQ(blocksOf("<letterhead><organisation>РАЙОН</organisation><line>(Район)</line><unit>ОТДЕЛ</unit>"
                     "<post>НАЧАЛЬНИК</post><contacts><inn>35/01</inn><address>ул. Садовая, 5</address>"
                     "<phone>2-11</phone><email>a@b.example</email><site>b.example</site><okpo>123</okpo>"
                     "<ogrn>102</ogrn></contacts></letterhead>"),
            "    Letterhead \"РАЙОН\" \"\\n(Район)\"\n"
            "    Unit \"ОТДЕЛ\"\n"
            "    AuthorPost \"НАЧАЛЬНИК\"\n"
            "    Contacts \"ул.\u00a0Садовая, 5\" \"\\nтел.\u00a0\" \"2-11\" \"\\na@b.example\" "
            "\"\\nb.example\" \"\\nОКПО\u00a0\" \"123\" \", \" \"ОГРН\u00a0\" \"102\" \", \" "
            "\"ИНН/КПП\u00a0\" \"35/01\"\n");
}

TEST_F(Requisites, CodesAloneBeginNoEmptyLine) {
  EXPECT_EQ(blocksOf("<letterhead><contacts><ogrn>102</ogrn></contacts></letterhead>"),
            "    Contacts \"ОГРН\u00a0\" \"102\"\n");
}

TEST_F(Requisites, PicturesAreAsHighAsTheProfileSays) {
  const Document document = format(
      "<letterhead><coat-of-arms href=\"coat.svg\" alt=\"Герб\"/><organisation>а</organisation></letterhead>");
  EXPECT_EQ(codes_, "");
  ASSERT_EQ(document.objects.size(), 1u);
  const Object& object = document.objects[0];
  EXPECT_EQ(object.height, Length::mm(17));
  EXPECT_EQ(object.width, Length::mm(13.6));
  EXPECT_EQ(object.alternative, "Герб");
  EXPECT_FALSE(object.decorative);
  EXPECT_EQ(object.id, "picture-1");
  EXPECT_TRUE(object.origin.stated);
  const auto& paragraph = std::get<Paragraph>(document.sections[0].blocks[0]);
  EXPECT_EQ(document.styles[static_cast<std::size_t>(paragraph.style)].id, "LetterheadPicture");
  ASSERT_EQ(paragraph.runs.size(), 1u);
  EXPECT_EQ(paragraph.runs[0].field, Run::Field::object);
  EXPECT_EQ(paragraph.runs[0].index, 0);
}

TEST_F(Requisites, WidePicturesAreMadeToFit) {
  const Document document =
      format("<letterhead><trademark href=\"long.png\"/><emblem href=\"coat.svg\"/></letterhead>");
  ASSERT_EQ(document.objects.size(), 2u);
  EXPECT_EQ(document.objects[0].width, Length::mm(170));
  EXPECT_EQ(document.objects[0].height, Length::mm(170.0 / 30));
  EXPECT_TRUE(document.objects[0].decorative);
  EXPECT_EQ(document.objects[1].id, "picture-2");
  EXPECT_EQ(document.objects[1].height, Length::mm(17));
}

TEST_F(Requisites, APictureThatIsNotThereIsTold) {
  format("<letterhead><emblem href=\"coat.swg\"/></letterhead>");
  EXPECT_EQ(codes_, "F113 1:59\n");
  EXPECT_TRUE(format("<letterhead><emblem href=\"broken.png\"/></letterhead>").objects.empty());
  EXPECT_EQ(codes_, "");  // told where it was read
}

TEST_F(Requisites, TwoLanguagesFaceEachOtherAcrossTheCoatOfArms) {
  EXPECT_EQ(blocksOf("<letterhead><side><organisation>А</organisation><unit>а</unit></side>"
                     "<side><organisation>Б</organisation></side></letterhead>"),
            "    table 0 side-by-side 1* 30.00mm 1*\n"
            "      row keep-next\n"
            "        cell\n          Letterhead \"А\"\n          Unit \"а\"\n"
            "        cell\n"
            "        cell\n          Letterhead \"Б\"\n");
  const Document document = format(
      "<letterhead><coat-of-arms href=\"long.png\"/><side><organisation>А</organisation></side>"
      "<side><organisation>Б</organisation></side></letterhead>");
  EXPECT_EQ(document.objects.at(0).width, Length::mm(30));
  EXPECT_EQ(tableOf(document).rows[0].cells[1].blocks.size(), 1u);
  EXPECT_EQ(document.author, "А");
}

TEST_F(Requisites, DatesHaveTheFormOfTheProfile) {
  EXPECT_EQ(blocksOf("<agreed><text>Протокол</text><date>2026-06-05</date></agreed>"),
            "    table 0 side-by-side 80.00mm 1* 80.00mm\n"
            "      row\n"
            "        cell\n          Agreed\n          Agreed \"СОГЛАСОВАНО\" \"\\nПротокол\" \"\\nот\u00a0\" "
            "\"5\u00a0июня 2026\u00a0г.\"\n"
            "        cell\n        cell\n");
  profile_.dateFormat = "dd.MM.yyyy";
  EXPECT_EQ(blocksOf("<reply-to><number>12</number><date>2026-06-05</date></reply-to>"),
            "    ReplyTo \"На № \" \"12\" \" от\u00a0\" \"05.06.2026\"\n");
  EXPECT_EQ(blocksOf("<reply-to><number>12</number><date>июнь</date></reply-to>"),
            "    ReplyTo \"На № \" \"12\" \" от\u00a0\" \"июнь\"\n");
}

TEST_F(Requisites, AReferenceWithoutFiguresLeavesTheirPlaces) {
  EXPECT_EQ(blocksOf("<reply-to/>"),
            "    ReplyTo \"На № \" \"__________\" \" от\u00a0\" \"______________\"\n");
}

TEST_F(Requisites, AccessMarkHasTheCopyNumber) {
  EXPECT_EQ(blocksOf("<access><text>Для служебного пользования</text><number>2</number></access>"
                     "<access><text>Секретно</text></access><access><number>3</number></access>"),
            "    Access \"Для служебного пользования\" \"\\nЭкз. №\u00a0\" \"2\"\n"
            "    Access \"Секретно\"\n"
            "    Access \"Экз. №\u00a0\" \"3\"\n");
}

TEST_F(Requisites, AddresseesStandBelowEachOtherAtTheRight) {
  const Document document = format("<addressee><post>Главе</post></addressee>");
  EXPECT_EQ(blocksOf("<addressee><post>Главе</post><organisation>района</organisation>"
                     "<name>Лугову П.А.</name></addressee><addressee><text>В школы</text></addressee>"),
            "    Addressee \"Главе\" \"\\nрайона\" \"\\nЛугову\u00a0П.А.\"\n"
            "    Addressee \"В\u00a0школы\"\n");
  EXPECT_EQ(styleOf(document, 0).id, "Addressee");
  EXPECT_EQ(styleOf(document, 0).left, Length::mm(90));
}

TEST_F(Requisites, EnclosuresAloneAndSeveral) {
  EXPECT_EQ(blocksOf("<enclosures><enclosure sheets=\"3\" copies=\"1\"/></enclosures>"
                     "<enclosures caption=\"Приложения:\"><enclosure sheets=\"2\">План</enclosure>"
                     "<enclosure>Смета</enclosure></enclosures>"),
            "    Enclosures \"Приложение:\" \" \" \"на\u00a03\u00a0л. в\u00a01\u00a0экз.\"\n"
            "    table 0 side-by-side auto 1*\n"
            "      row split\n"
            "        cell\n          Enclosures \"Приложения:\" \"\u00a0\"\n"
            "        cell\n          Enclosures \"1.\u00a0\" \"План\" \" на\u00a02\u00a0л.\" "
            "\"\\n2.\u00a0\" \"Смета\"\n");
}

TEST_F(Requisites, AgreementAndVisasUnderTheTextStandInPairs) {
  EXPECT_EQ(blocksOf("<agreed><post>Глава</post><name>А</name></agreed><agreed><name>Б</name></agreed>"
                     "<agreed><name>В</name></agreed><visa><post>Юрист</post><name>Г</name>"
                     "<date>2026-06-05</date><remarks>Замечания прилагаются</remarks></visa>"),
            "    table 0 side-by-side 80.00mm 1* 80.00mm\n"
            "      row\n"
            "        cell\n          Agreed\n          Agreed \"СОГЛАСОВАНО\" \"\\nГлава\" \"\\n________________ \" \"А\" "
            "\"\\n«___» _________ 20__ г.\"\n"
            "        cell\n"
            "        cell\n          Agreed\n          Agreed \"СОГЛАСОВАНО\" \"\\n________________ \" \"Б\" "
            "\"\\n«___» _________ 20__ г.\"\n"
            "      row\n"
            "        cell\n          Agreed\n          Agreed \"СОГЛАСОВАНО\" \"\\n________________ \" \"В\" "
            "\"\\n«___» _________ 20__ г.\"\n"
            "        cell\n        cell\n"
            "    table 1 side-by-side 80.00mm 1* 80.00mm\n"
            "      row\n"
            "        cell\n          Visa \"Юрист\" \"\\n________________ \" \"Г\" "
            "\"\\n5\u00a0июня 2026\u00a0г.\" \"\\nЗамечания прилагаются\"\n"
            "        cell\n        cell\n");
}

TEST_F(Requisites, StampsAreNoWiderThanTheProfileSays) {
  profile_.stampWidth = Length::mm(70);
  EXPECT_EQ(tableOf(format("<visa><name>А</name></visa>")).columns[0].fixed, Length::mm(70));
  profile_.stampWidth = Length::mm(100);
  profile_.stampGap = Length::mm(10);
  EXPECT_EQ(tableOf(format("<visa><name>А</name></visa>")).columns[2].fixed, Length::mm(80));
}

TEST_F(Requisites, TheMarkOfAnElectronicSignatureStandsInItsFrame) {
  const std::string signature =
      "<signature><post>Начальник</post><name>О.П. Веснина</name><electronic-signature>"
      "<certificate>00C1</certificate><owner>Веснина Ольга Павловна</owner>"
      "<valid-from>2026-01-12</valid-from><valid-to>2027-04-12</valid-to></electronic-signature></signature>";
  EXPECT_EQ(blocksOf(signature),
            "    table 0 side-by-side 1* 70.00mm 42.00mm\n"
            "      row\n"
            "        cell bottom\n          Signature \"Начальник\"\n"
            "        cell bottom\n          ElectronicSignature\n"
            "          table 1 side-by-side 1*\n"
            "            row\n"
            "              cell\n"
            "                ElectronicSignature b\"Документ подписан\\nэлектронной подписью\" "
            "\"\\nСертификат \" \"00C1\" \"\\nВладелец \" \"Веснина Ольга Павловна\" "
            "\"\\nДействителен с\u00a0\" \"12.01.2026\" \" по\u00a0\" \"12.04.2027\"\n"
            "        cell bottom\n          SignatureName \"О.П.\u00a0Веснина\"\n");
  const Document document = format(signature);
  const auto& frame = std::get<Table>(tableOf(document).rows[0].cells[1].blocks[1]);
  EXPECT_EQ(frame.border, Length::pt(0.5));
  EXPECT_EQ(frame.paddingX, Length::mm(1.5));
  EXPECT_EQ(frame.paddingY, Length::mm(1.5));
}

TEST_F(Requisites, WithoutASignatureItsPlaceIsKeptOnlyWhenAsked) {
  EXPECT_EQ(blocksOf("<electronic-signature><owner/></electronic-signature>"), "");
  const Document document = format("<electronic-signature place=\"keep\"/>");
  const Table& table = tableOf(document);
  EXPECT_EQ(table.columns[1].fixed, Length::mm(70));
  const auto& frame = std::get<Table>(table.rows[0].cells[1].blocks[1]);
  EXPECT_EQ(frame.border, Length());
  ASSERT_EQ(frame.rows[0].cells[0].blocks.size(), 5u);
  EXPECT_TRUE(std::get<Paragraph>(frame.rows[0].cells[0].blocks[0]).runs.empty());
}

TEST_F(Requisites, SignaturesWithAndWithoutMarksAreTablesThatStayTogether) {
  EXPECT_EQ(blocksOf("<signature><post>А</post><name>а</name></signature><signature><post>Б</post><name>б</name>"
                     "<electronic-signature><owner>Б</owner></electronic-signature></signature>"),
            "    table 0 side-by-side 1* 60.00mm\n"
            "      row keep-next\n"
            "        cell bottom\n          Signature \"А\"\n"
            "        cell bottom\n          SignatureName \"а\"\n"
            "    table 1 side-by-side 1* 70.00mm 42.00mm\n"
            "      row\n"
            "        cell bottom\n          Signature \"Б\"\n"
            "        cell bottom\n          ElectronicSignature\n          table 2 side-by-side 1*\n            row\n"
            "              cell\n                ElectronicSignature "
            "b\"Документ подписан\\nэлектронной подписью\" \"\\nВладелец \" \"Б\"\n"
            "        cell bottom\n          SignatureName \"б\"\n");
}

TEST_F(Requisites, EqualsSignBesideEachOther) {
  EXPECT_EQ(blocksOf("<p>Текст</p><joint-signature><signature><post>Глава</post><name>А</name></signature>"
                     "<signature><post>Мэр</post><organisation>города</organisation><name>Б</name></signature>"
                     "<signature><post>Врач</post><name>В</name></signature></joint-signature>"),
            "    BodyText keep-next keep-lines \"Текст\"\n"
            "    table 0 side-by-side 1* 1*\n"
            "      row keep-next\n"
            "        cell bottom\n          Signature \"Глава\" \"\\n________________ \" \"А\"\n"
            "        cell bottom\n          Signature \"Мэр\" \"\\nгорода\" \"\\n________________ \" \"Б\"\n"
            "      row\n"
            "        cell bottom\n          Signature \"Врач\" \"\\n________________ \" \"В\"\n"
            "        cell\n");
}

TEST_F(Requisites, TheLinesThatGoWithASignatureAreCountedByTheProfile) {
  profile_.charactersOfLine = 10;
  profile_.keepLinesWithSignature = 2;
  EXPECT_EQ(blocksOf("<p>а</p><p>двадцать букв в нём</p><signature><name>Б</name></signature>").substr(0, 63),
            std::string("    BodyText \"а\"\n    BodyText keep-next keep-lines \"двадцать букв").substr(0, 63));
}

TEST_F(Requisites, AnEnclosureListGoesWithTheSignatureAndTheTextBeforeIt) {
  EXPECT_EQ(blocksOf("<p>а</p><p>б</p><enclosures><enclosure>План</enclosure><enclosure>Смета</enclosure></enclosures>"
                     "<signature><name>Б</name></signature>"),
            "    BodyText keep-next keep-lines \"а\"\n"
            "    BodyText keep-next keep-lines \"б\"\n"
            "    table 0 side-by-side auto 1*\n"
            "      row split keep-next\n"
            "        cell\n          Enclosures \"Приложение:\" \"\u00a0\"\n"
            "        cell\n          Enclosures \"1.\u00a0\" \"План\" \"\\n2.\u00a0\" \"Смета\"\n"
            "    table 1 side-by-side 1* 60.00mm\n"
            "      row\n"
            "        cell bottom\n          Signature\n"
            "        cell bottom\n          SignatureName \"Б\"\n");
}

TEST_F(Requisites, TheLastRowsOfATableGoWithTheSignature) {
  const Document document =
      format("<p>а</p><table><column/><row><cell>1</cell></row><row><cell>2</cell></row><row><cell>3</cell></row>"
             "<row><cell>4\n5</cell></row></table><signature><name>Б</name></signature>");
  const Table& table = tableOf(document, 1);
  ASSERT_EQ(table.rows.size(), 4u);
  EXPECT_FALSE(table.rows[1].keepWithNext);
  EXPECT_TRUE(table.rows[2].keepWithNext);
  EXPECT_TRUE(table.rows[3].keepWithNext);
  EXPECT_FALSE(std::get<Paragraph>(document.sections[0].blocks[0]).keepWithNext);
}

TEST_F(Requisites, MarksThatAreAWordSayTheUsualOneWhenEmpty) {
  EXPECT_EQ(blocksOf("<control/><control>К</control><seal/><seal>Место печати</seal>"),
            "    Control \"Контроль\"\n    Control \"К\"\n    Seal \"М.П.\"\n    Seal \"Место печати\"\n");
}

TEST_F(Requisites, ExecutorTellsHowToReachThem) {
  EXPECT_EQ(blocksOf("<executor><name>Камышин Д.О.</name><post>Специалист</post><phone>2-11</phone>"
                     "<email>k@b.example</email></executor>"),
            "    Executor \"Камышин\u00a0Д.О.\" \"\\nСпециалист\" \"\\n2-11\" \"\\nk@b.example\"\n");
}

TEST_F(Requisites, CertificationOfACopy) {
  EXPECT_EQ(blocksOf("<copy-mark caption=\"Копия верна\"><post>Делопроизводитель</post><name>А.И. Ясенева</name>"
                     "<date>2026-06-08</date><text>Подлинник в деле</text><seal/></copy-mark>"
                     "<copy-mark><text>Подлинник в архиве</text></copy-mark>"),
            "    CopyMark keep-next \"Копия верна\"\n"
            "    table 0 side-by-side 1* 60.00mm\n"
            "      row keep-next\n"
            "        cell bottom\n          CopyMark \"Делопроизводитель\"\n"
            "        cell bottom\n          CopyMark right \"А.И.\u00a0Ясенева\"\n"
            "    CopyMark \"8\u00a0июня 2026\u00a0г.\" \"\\nПодлинник в\u00a0деле\"\n"
            "    Seal \"М.П.\"\n"
            "    CopyMark keep-next \"Верно\"\n"
            "    CopyMark \"Подлинник в\u00a0архиве\"\n");
}

TEST_F(Requisites, ReceiptTellsNumberAndDate) {
  EXPECT_EQ(blocksOf("<receipt><text>Отдел</text><number>312</number><date>2026-06-11</date></receipt>"
                     "<receipt><number/></receipt><receipt><date>2026-06-11</date></receipt>"),
            "    Receipt \"Отдел\" \"\\nВх. № \" \"312\" \" от\u00a0\" \"11\u00a0июня 2026\u00a0г.\"\n"
            "    Receipt \"Вх. № \" \"_____\"\n"
            "    Receipt \"от\u00a0\" \"11\u00a0июня 2026\u00a0г.\"\n");
}

TEST_F(Requisites, ResolutionTellsWhoWhatAndUntilWhen) {
  EXPECT_EQ(blocksOf("<resolution><text>Проверить</text><performer>Лугову П.А.</performer>"
                     "<performer>Камышину Д.О.</performer><due>2026-06-20</due><name>О.П. Веснина</name>"
                     "<date>2026-06-11</date></resolution>"),
            "    Resolution \"Лугову\u00a0П.А.\" \"\\nКамышину\u00a0Д.О.\" \"\\nПроверить\" \"\\nСрок: \" "
            "\"20\u00a0июня 2026\u00a0г.\" \"\\n________________ \" \"О.П.\u00a0Веснина\" "
            "\"\\n11\u00a0июня 2026\u00a0г.\"\n");
}

TEST_F(Requisites, FilingTellsTheFile) {
  EXPECT_EQ(blocksOf("<filing><number>01-08</number><text>за 2026 год</text><post>Специалист</post>"
                     "<name>Д.О. Камышин</name><date>2026-06-08</date></filing><filing><number/></filing>"),
            "    Filing \"В дело № \" \"01-08\" \" \" \"за 2026 год\" \"\\nСпециалист\" "
            "\"\\n________________ \" \"Д.О.\u00a0Камышин\" \"\\n8\u00a0июня 2026\u00a0г.\"\n"
            "    Filing \"В дело № \" \"_____\"\n");
}

TEST_F(Requisites, LooksOfWordsAreKept) {
  EXPECT_EQ(blocksOf("<executor><name>Иванов <b>И</b><i>И</i></name></executor>"),
            "    Executor \"Иванов\" b\" И\" i\"И\"\n");
  EXPECT_EQ(blocksOf("<letterhead><line>А<b>Б</b></line></letterhead>"), "    Letterhead \"А\" \"Б\"\n");
}

TEST_F(Requisites, NumbersOfTheStandardStandBeforeRequisites) {
  EXPECT_EQ(blocksOf("<access><text>ДСП</text></access><letterhead><organisation>А</organisation></letterhead>"
                     "<kind>ПРИКАЗ</kind><registration><date/><number/></registration>"
                     "<addressee><post>Б</post></addressee><p>Текст</p><p>Ещё</p><command>П:</command>"
                     "<visa><post>Юрист</post></visa>",
                     " requisite-numbers=\"yes\""),
            "    Access \"(14)\u00a0\" \"ДСП\"\n"
            "    Letterhead \"(05)\u00a0\" \"А\"\n"
            "    DocumentKind \"(09)\u00a0\" \"ПРИКАЗ\"\n"
            "    table 0 side-by-side 1* 1*\n"
            "      row keep-next\n"
            "        cell\n          RegistrationDate \"(10)\u00a0\" \"«___» _________ 20__ г.\"\n"
            "        cell\n          RegistrationNumber \"(11)\u00a0\" \"№ \" \"_____\"\n"
            "    Addressee \"(15)\u00a0\" \"Б\"\n"
            "    BodyText \"(18)\u00a0\" \"Текст\"\n"
            "    BodyText \"Ещё\"\n"
            "    Command \"П:\"\n"
            "    table 1 side-by-side 80.00mm 1* 80.00mm\n"
            "      row\n"
            "        cell\n          Visa \"(21)\u00a0\" \"Юрист\" \"\\n________________ \" "
            "\"\\n«___» _________ 20__ г.\"\n"
            "        cell\n        cell\n");
  const Document document = format("<kind>А</kind>", " requisite-numbers=\"yes\"");
  const auto& paragraph = std::get<Paragraph>(document.sections[0].blocks[0]);
  ASSERT_EQ(paragraph.runs.size(), 2u);
  EXPECT_EQ(paragraph.runs[0].style.value().size, Length::pt(8));
  EXPECT_FALSE(paragraph.runs[1].style);
}

}  // namespace
}  // namespace chancery::format
