#include "app/world_words.h"

#include <utility>

namespace chancery::app {
namespace {

constexpr std::pair<std::string_view, std::string_view> kOperations[] = {
    {"read", "прочитать"},
    {"open", "открыть"},
    {"write", "записать"},
    {"sync", "сохранить на диске"},
    {"publish", "разместить"},
    {"create folder", "создать папку"},
    {"open database", "открыть базу данных"},
    {"query", "обратиться к базе данных"},
    {"bind", "обратиться к базе данных"},
    {"prepare", "обратиться к базе данных"},
};

constexpr std::pair<std::string_view, std::string_view> kCauses[] = {
    {kLostDatabase, "база данных утрачена, а документы в этой папке были: верните её из копии"},
    {"it is a folder", "это папка"},
    {"the file is given twice", "файл указан дважды"},
    {"there is no such file", "такого файла нет"},
    {"the file's bytes have changed", "содержание файла изменено"},
    {"another document's file stands there", "там уже лежит файл другого документа"},
    {"the document has no final file", "у документа нет окончательного файла"},
    {"it was made by a newer version of this program",
     "она создана более новой версией программы: обновите программу"},
};

template <typename Table>
std::string_view find(const Table& table, std::string_view english) {
  for (const auto& [known, russian] : table) {
    if (known == english) return russian;
  }
  return english;
}

}  // namespace

std::string inWords(const WorldError& error, Language language) {
  if (language == Language::english) return error.what();
  return std::string(find(kOperations, error.operation())) + ' ' + error.subject() + ": " +
         std::string(find(kCauses, error.cause()));
}

}  // namespace chancery::app
