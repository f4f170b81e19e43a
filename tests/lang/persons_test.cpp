#include "lang/persons.h"

#include <gtest/gtest.h>

namespace chancery::lang {
namespace {

/// "surname/initials" of each name found.
std::string found(std::string_view text) {
  std::string result;
  for (const PersonName& name : findPersons(text)) {
    result += (result.empty() ? "" : ", ") + name.surname + '/' + name.initials;
  }
  return result;
}

Likeness compare(std::string_view one, std::string_view other) {
  return compareNames(findPersons(one).at(0), findPersons(other).at(0));
}

TEST(FindPersons, InitialsStandOnEitherSide) {
  EXPECT_EQ(found("возложить на Петрову А.И., методиста"), "Петрову/АИ");
  EXPECT_EQ(found("утверждено А. И. Петровой."), "Петровой/АИ");
  EXPECT_EQ(found("А.\u00a0И.\u00a0Петрова"), "Петрова/АИ");
  EXPECT_EQ(found("А.И.Петрова"), "Петрова/АИ");
  EXPECT_EQ(found("(Римский-Корсаков Н.)"), "Римский-Корсаков/Н");
}

TEST(FindPersons, SeveralInOneSentence) {
  EXPECT_EQ(found("Назначить Петрову А.И., Орлова С. В. и Ким В.А. ответственными"),
            "Петрову/АИ, Орлова/СВ, Ким/ВА");
}

TEST(FindPersons, FullNamesGiveTheirInitials) {
  EXPECT_EQ(found("Петрова Анна Ивановна, тел. 2-22-22"), "Петрова/АИ");
  EXPECT_EQ(found("Петров Иван Сергеевич"), "Петров/ИС");
  EXPECT_EQ(found("Отдел Образования Администрации"), "");
}

TEST(FindPersons, TheSurnameIsNeverGuessed) {
  EXPECT_EQ(found("Директор А.И. Петрова подписала"), "Петрова/АИ");
  EXPECT_EQ(found("возложить на Петрову А.И. Контроль оставить"), "Петрову/АИ");
  EXPECT_EQ(found("Ким А.И. Цой"), "");
  EXPECT_EQ(found("Россия, А.С. и другие"), "");
  EXPECT_EQ(found("г. Озёрный, ул. Лесная"), "");
}

TEST(FindPersons, TellsTheWordsAsTheyStand) {
  EXPECT_EQ(findPersons("на «Петрову А.И.», методиста").at(0).text, "Петрову А.И.»");
  EXPECT_EQ(findPersons("Петрова Анна Ивановна;").at(0).text, "Петрова Анна Ивановна");
  EXPECT_EQ(findPersons("на А.И. Петрову.").at(0).text, "А.И. Петрову");
  EXPECT_EQ(findPersons("на Петрову А.И.").at(0).text, "Петрову А.И.");
}

TEST(CompareNames, CasesOfOneSurnameAreOnePerson) {
  EXPECT_EQ(compare("Петрова А.И.", "Петровой А.И."), Likeness::same);
  EXPECT_EQ(compare("Лесинский О.П.", "Лесинскому О.П."), Likeness::same);
  EXPECT_EQ(compare("Коваль О.П.", "Коваля О.П."), Likeness::same);
  EXPECT_EQ(compare("Петрова Анна Ивановна", "А.И. Петрову"), Likeness::same);
}

TEST(CompareNames, OneNameInTwoSpellings) {
  EXPECT_EQ(compare("Королёв А.И.", "Королева А.И."), Likeness::misspelt);
  EXPECT_EQ(compare("Петрова А.И.", "Петровой А."), Likeness::misspelt);
  EXPECT_EQ(compare("Никифорова А.И.", "Никифаровой А.И."), Likeness::misspelt);
  EXPECT_EQ(compare("Иваньченко А.И.", "Иванченко А.И."), Likeness::misspelt);
}

TEST(CompareNames, OtherPeople) {
  EXPECT_EQ(compare("Петрова А.И.", "Петрова О.И."), Likeness::different);
  EXPECT_EQ(compare("Петрова А.И.", "Сидорова А.И."), Likeness::different);
  EXPECT_EQ(compare("Белова А.И.", "Белых А.И."), Likeness::different);
  EXPECT_EQ(compare("Орлов А.И.", "Козлов А.И."), Likeness::different);
  EXPECT_EQ(compare("Никифорова А.", "Никифарова А."), Likeness::different);
  EXPECT_EQ(compare("Орлов А.И.", "Орлик А."), Likeness::different);
}

}  // namespace
}  // namespace chancery::lang
