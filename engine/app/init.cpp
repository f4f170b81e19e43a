#include "app/init.h"

#include "app/files.h"
#include "app/messages.h"
#include "base/file.h"
#include "runtime/bundle.h"

namespace chancery::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOffice = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- Организация: кто в ней работает, как она нумерует документы. Все имена здесь вымышлены: впишите свои.
     Проверка файла: chancery check office.xml -->
<office xmlns="urn:chancery:office" id="office" language="ru" timezone="Europe/Moscow">

  <!-- Бланк: строки сверху вниз. -->
  <letterhead>
    <line>АДМИНИСТРАЦИЯ ОЗЁРНОГО МУНИЦИПАЛЬНОГО РАЙОНА</line>
    <line>ОТДЕЛ ПО ОБРАЗОВАНИЮ</line>
  </letterhead>

  <!-- Должности. Роль связывает должность с маршрутами: by="role:head" в маршруте – это тот, кто занимает
       должность с role="head". -->
  <posts>
    <post id="head"       title="Начальник отдела по образованию" role="head"/>
    <post id="deputy"     title="Заместитель начальника отдела по образованию" role="deputy-head"/>
    <post id="accountant" title="Главный бухгалтер" role="accountant"/>
    <post id="lawyer"     title="Юрисконсульт" role="lawyer"/>
    <post id="clerk"      title="Делопроизводитель" role="clerk"/>
  </posts>

  <!-- Сотрудники. id пишут в командах, например в «chancery inbox» после «as». Ещё роли, кроме роли должности: roles="…". -->
  <people>
    <person id="vesnina"   surname="Веснина"   name="Ольга"   patronymic="Павловна"   post="head"/>
    <person id="lugov"     surname="Лугов"     name="Пётр"    patronymic="Андреевич"  post="deputy"/>
    <person id="rodnikova" surname="Родникова" name="Татьяна" patronymic="Юрьевна"    post="accountant"/>
    <person id="svetlova"  surname="Светлова"  name="Ирина"   patronymic="Дмитриевна" post="lawyer"/>
    <person id="yaseneva"  surname="Ясенева"   name="Анна"    patronymic="Игоревна"   post="clerk"/>
  </people>

  <!-- Нумераторы. В образце {n} – номер по порядку: «{n}-од» даст 15-од. restart="year" – каждый год с начала. -->
  <series id="orders" title="Приказы по основной деятельности" pattern="{n}" restart="year" starts-at="1"/>
  <series id="personnel" title="Приказы по личному составу" pattern="{n}-л" restart="year" starts-at="1"/>

  <!-- Где лежат данные и куда размещаются файлы сайта; пути – от этой папки. -->
  <store sqlite="office.db"/>
  <site folder="site"/>
</office>
)";

// Copies a folder of the product but for `except`; what the office has already stays.
void copyFolder(const fs::path& from, const fs::path& to, const fs::path& except = {}) {
  makeFolder(to);
  for (const fs::directory_entry& entry : fs::directory_iterator(from)) {
    const fs::path target = to / entry.path().filename();
    if (entry.path() == except) continue;
    if (entry.is_directory()) {
      copyFolder(entry.path(), target, except);
    } else if (!fs::exists(target)) {
      writeFile(target, readFile(entry.path(), kLargestText));
    }
  }
}

}  // namespace

std::string initOffice(const fs::path& folder, const Resources& resources, Language language,
                       Diagnostics& diagnostics) {
  const fs::path office = folder / runtime::kOfficeFile;
  if (fs::exists(office)) {
    diagnostics.error(messages::kOfficeExists, {}, {folder.string()}).hint(messages::kOtherFolder);
    return {};
  }
  // Calendars stay the product's, so that a new year comes with a new version.
  copyFolder(resources.workflows(), folder / "workflows", resources.calendars());
  copyFolder(resources.templates(), folder / "doc-templates");
  makeFolder(folder / "site");
  writeFile(office, kOffice);  // last: a folder with an office.xml is a whole office
  static constexpr Text kNext{
      "Организация создана: {0}\n"
      "  впишите своих сотрудников: {1}\n"
      "  проверьте: chancery check {1}\n"
      "  создайте документ: chancery start order --data ДАННЫЕ.json --as yaseneva --office {0}\n",
      "Office made: {0}\n"
      "  put in your people: {1}\n"
      "  check it: chancery check {1}\n"
      "  begin a document: chancery start order --data DATA.json --as yaseneva --office {0}\n"};
  return fill(kNext.in(language), {folder.string(), office.string()});
}

}  // namespace chancery::app
