#include "documents.h"

#include <random>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace chancery::bench {
namespace {

constexpr std::string_view kVerbs[] = {"Провести", "Разработать", "Организовать", "Обеспечить",
                                       "Подготовить", "Согласовать", "Утвердить", "Обобщить"};
constexpr std::string_view kObjects[] = {
    "мониторинг готовности образовательных организаций", "районный семинар для учителей",
    "план методического сопровождения школ", "диагностику предметных компетенций педагогов",
    "цикл открытых уроков", "совещание руководителей", "анализ результатов всероссийских проверочных работ",
    "программу повышения квалификации", "консультации для родителей (законных представителей)"};
constexpr std::string_view kDetails[] = {
    "по вопросам формирования функциональной грамотности обучающихся",
    "в общеобразовательных организациях Озёрного муниципального района",
    "с учётом результатов оценочных процедур предыдущего учебного года",
    "на основе единых методических рекомендаций и типовых форм отчётности",
    "с участием представителей центра «Точка роста» и школьных методических объединений",
    "включая организации, расположенные в сельской местности"};
constexpr std::string_view kResults[] = {
    "Аналитическая справка", "Приказ отдела по образованию", "Не менее 80 % педагогов приняли участие",
    "План работы утверждён и размещён на сайте", "Сборник методических материалов",
    "Повышение качества подготовки выпускников"};
constexpr std::string_view kPeople[] = {"Веснина О.П.", "Лугов П.А.", "Озерова М.И.", "Ключевская Т.Н.",
                                        "Боровой С.Е.", "Полянская Е.В."};
constexpr std::string_view kMonths[] = {"январь", "февраль", "март", "апрель", "май", "сентябрь",
                                        "октябрь", "ноябрь", "декабрь"};

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed), seed_(seed) {}

  template <std::size_t N>
  std::string pick(const std::string_view (&words)[N]) {
    return std::string(words[random_() % N]);
  }
  int number(int from, int to) { return from + static_cast<int>(random_() % static_cast<unsigned>(to - from + 1)); }

  std::string sentence(int details) {
    std::string text = pick(kVerbs) + ' ' + pick(kObjects);
    for (int i = 0; i < details; ++i) text += ' ' + pick(kDetails);
    return text + " № " + std::to_string(number(1, 999));
  }

  std::string measure(int number) {
    return "{\"no\":" + json::quoted(std::to_string(number) + '.') +
           ",\"measure\":" + json::quoted(sentence(1)) +
           ",\"term\":" + json::quoted(pick(kMonths) + ' ' + std::to_string(2026 + number % 3) + " года") +
           ",\"result\":" + json::quoted(pick(kResults)) +
           ",\"responsible\":" + json::quoted(pick(kPeople)) + '}';
  }

  std::string roadmap(int rows, int rowsInSection) {
    std::string text =
        R"({"template":"roadmap","heading":)" + json::quoted("План мероприятий («дорожная карта») № " + std::to_string(seed_)) +
        R"(,"columns":[{"id":"no","title":"№ п/п"},{"id":"measure","title":"Мероприятие"},)"
        R"({"id":"term","title":"Срок"},{"id":"result","title":"Планируемый результат"},)"
        R"({"id":"responsible","title":"Ответственный"}],"columnNumbers":true,"rows":[)";
    for (int i = 0; i < rows; ++i) {
      if (i > 0) text += ',';
      if (i % rowsInSection == 0) {
        text += "{\"number\":" + json::quoted(std::to_string(i / rowsInSection + 1) + '.') +
                ",\"section\":" + json::quoted(pick(kObjects)) + "},";
      }
      text += measure(i + 1);
    }
    return text + "]}";
  }

  std::string order() {
    std::string text = R"({"letterhead":["АДМИНИСТРАЦИЯ ОЗЁРНОГО МУНИЦИПАЛЬНОГО РАЙОНА","ОТДЕЛ ПО ОБРАЗОВАНИЮ"],)"
                       R"("date":"2026-06-05","number":)" + json::quoted(std::to_string(seed_ + 1)) +
                       ",\"title\":" + json::quoted("Об утверждении плана: " + sentence(1)) +
                       ",\"preamble\":" + json::quoted("В целях исполнения плана и " + sentence(2)) +
                       R"(,"command":"ПРИКАЗЫВАЮ:","clauses":[)";
    for (int i = 0; i < 7; ++i) {
      text += (i > 0 ? ",{\"text\":" : "{\"text\":") + json::quoted(sentence(2) + '.') + '}';
    }
    text += R"(],"signature":{"post":"Начальник отдела по образованию","name":"О.П. Веснина"},)"
            R"("appendices":[{"template":"list","heading":"Состав рабочей группы","items":[)";
    for (int i = 0; i < 6; ++i) {
      text += (i > 0 ? "," : "") + json::quoted(pick(kPeople) + ", " + pick(kObjects) + " – член группы.");
    }
    return text + "]}," + roadmap(30, 8) + "]}";
  }

 private:
  std::mt19937 random_;
  unsigned seed_;
};

}  // namespace

std::string orderData(unsigned seed) { return Writer(seed).order(); }

std::string roadmapData(unsigned seed, int rows) { return Writer(seed).roadmap(rows, 10); }

}  // namespace chancery::bench
