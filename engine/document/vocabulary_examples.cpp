#include <string>
#include <utility>

#include "document/vocabulary.h"

namespace chancery::document {
namespace {

/// One example for each element that means something by itself; what stands inside it is shown
/// there. A test reads each of them.
constexpr std::pair<std::string_view, std::string_view> kExamples[] = {
    {"document", R"(<document xmlns="urn:chancery:document" profile="gost-7.0.97-2025">
  <part><p>Текст приказа</p></part>
  <appendix><part><p>Текст приложения</p></part></appendix>
</document>)"},
    {"part", R"(<part orientation="landscape" start="odd">
  <title>Сведения об организациях</title>
</part>)"},
    {"appendix", R"(<appendix id="jury" number="2">
  <part><title>Состав жюри</title></part>
</appendix>)"},
    {"letterhead", R"(<letterhead form="corner">
  <coat-of-arms href="gerb.svg" alt="Герб района"/>
  <emblem href="emblem.svg"/>
  <trademark href="sign.svg"/>
  <organisation>Администрация Озёрного муниципального района</organisation>
  <unit>Отдел по образованию</unit>
  <post>Начальник отдела</post>
  <contacts>
    <address>ул. Центральная, д. 1, р.п. Озёрный</address>
    <phone>8 (00000) 2-14-37</phone><email>oo@ozerny.example</email><site>ozerny.example</site>
    <okpo>00000000</okpo><ogrn>1020000000000</ogrn><inn>0000000000/000000000</inn>
  </contacts>
</letterhead>)"},
    {"line", R"(<letterhead>
  <line>АДМИНИСТРАЦИЯ ОЗЁРНОГО МУНИЦИПАЛЬНОГО РАЙОНА</line>
  <line>ОТДЕЛ ПО ОБРАЗОВАНИЮ</line>
</letterhead>)"},
    {"side", R"(<letterhead>
  <side><organisation>Озёрная школа</organisation></side>
  <side><organisation>Ozerny School</organisation></side>
</letterhead>)"},
    {"form-code", "<form-code>0252134</form-code>"},
    {"kind", "<kind>ПРИКАЗ</kind>"},
    {"registration", "<registration><date>2026-06-05</date><number>217</number></registration>"},
    {"reply-to", "<reply-to><number>01-15/48</number><date>2026-05-28</date></reply-to>"},
    {"place", "<place>р.п. Озёрный</place>"},
    {"access", "<access><text>Для служебного пользования</text><number>2</number></access>"},
    {"addressee", R"(<addressee>
  <post>Директору</post><organisation>МБОУ «Озёрная СОШ»</organisation><name>П.А. Лугову</name>
</addressee>)"},
    {"title", "<title>О проведении районной олимпиады</title>"},
    {"subtitle", "<subtitle>за 2025 год</subtitle>"},
    {"stamps", R"(<stamps>
  <agreed><post>Начальник финансового отдела</post><name>Т.Ю. Родникова</name></agreed>
  <approved><post>Глава района</post><name>С.В. Рябинин</name><date>2026-02-16</date></approved>
</stamps>)"},
    {"approved-by", R"(<stamps>
  <approved-by><text>приказом отдела по образованию</text><date>2026-06-05</date><number>217</number></approved-by>
</stamps>)"},
    {"appendix-mark", R"(<appendix-mark>
  <number>2</number>
  <to><text>к приказу отдела по образованию</text><date>2026-06-05</date><number>217</number></to>
</appendix-mark>)"},
    {"command", "<command>ПРИКАЗЫВАЮ:</command>"},
    {"clauses", R"(<clauses>
  <clause>Руководителям общеобразовательных организаций:
    <clause id="lists">Подготовить списки участников.</clause>
  </clause>
  <clause>Контроль за исполнением приказа оставляю за собой.</clause>
</clauses>)"},
    {"enclosures", R"(<enclosures><enclosure sheets="3" copies="2">Смета расходов</enclosure></enclosures>)"},
    {"visa", R"(<visa>
  <post>Юрисконсульт</post><name>И.Д. Светлова</name><date>2026-06-04</date>
  <remarks>Замечания прилагаются</remarks>
</visa>)"},
    {"signature", "<signature><post>Начальник отдела</post><name>О.П. Веснина</name></signature>"},
    {"joint-signature", R"(<joint-signature>
  <signature><post>Начальник отдела</post><name>О.П. Веснина</name></signature>
  <signature><post>Директор школы</post><name>П.А. Лугов</name></signature>
</joint-signature>)"},
    {"electronic-signature", R"(<electronic-signature>
  <certificate>00A1B2C3D4E5F6</certificate><owner>Веснина Ольга Петровна</owner>
  <valid-from>2026-01-12</valid-from><valid-to>2027-04-12</valid-to>
</electronic-signature>)"},
    {"seal", "<seal/>"},
    {"executor", "<executor><name>Камышин Дмитрий Олегович</name><phone>8 (00000) 2-14-37</phone></executor>"},
    {"copy-mark", R"(<copy-mark>
  <post>Секретарь</post><name>Е.В. Заречная</name><date>2026-06-08</date>
  <text>Подлинник хранится в деле 01-05 за 2026 г.</text>
</copy-mark>)"},
    {"receipt", "<receipt><number>01-14/312</number><date>2026-06-09</date></receipt>"},
    {"resolution", R"(<resolution>
  <performer>Камышину Д.О.</performer><text>Прошу подготовить ответ</text><due>до 20.06.2026</due>
  <name>О.П. Веснина</name><date>2026-06-09</date>
</resolution>)"},
    {"control", "<control/>"},
    {"filing", "<filing><number>01-05</number><text>2026 год</text></filing>"},
    {"qr-code", R"(<qr-code position="bottom">https://ozerny.example/217</qr-code>)"},
    {"p", R"(<p keep="with-next">Охват вырос на <b>2,1 %</b><br/>за год.</p>)"},
    {"heading", R"(<heading level="1" number="auto" id="network">Сеть организаций</heading>)"},
    {"list", R"(<list style="paren">
  <item>план работы:<list style="dash"><item>на месяц;</item><item>на год;</item></list></item>
  <item>отчёт.</item>
</list>)"},
    {"abbreviations", R"(<abbreviations>
  <abbreviation><short>ЦРО</short><full>центр развития образования</full></abbreviation>
</abbreviations>)"},
    {"table", R"(<table id="plan" title="Исполнение плана">
  <column number="yes">№ п/п</column>
  <column group="yes">Тип</column>
  <column width="2*">Показатель</column>
  <column>2025 год<column align="right">план</column><column align="right">факт</column></column>
  <column-number>1</column-number><column-number>2</column-number><column-number>3</column-number>
  <column-number>4</column-number><column-number>5</column-number>
  <section-row keep="with-next">Дошкольное образование</section-row>
  <row><cell/><cell>охват</cell><cell>дети до 3 лет</cell><cell>40,0</cell><cell>41,2</cell></row>
  <row><cell/><cell>охват</cell><cell>дети от 3 до 7 лет</cell><cell>98,0</cell><cell>98,4</cell></row>
  <row total="yes"><cell columns="3">В среднем</cell><cell>69,0</cell><cell>69,8</cell></row>
  <source>Источник: форма № 85-К.</source>
</table>)"},
    {"figure", R"(<figure id="map" href="map.svg" alt="Карта района со школами" title="Школы района" width="120mm"/>)"},
    {"chart", R"(<chart kind="bar" id="pupils" title="Обучающиеся, человек" y-title="чел.">
  <category>2024</category><category>2025</category>
  <series title="школы"><value>4649</value><value>4661</value></series>
  <series title="детские сады"><value>1929</value><value>1858</value></series>
</chart>)"},
    {"span", R"(<chart kind="gantt" title="Сроки работ">
  <category>Ремонт школы</category><span from="2026-03-02" to="2026-08-21"/>
  <category>Подготовка к учебному году</category><span from="2026-06-01" to="2026-08-28"/>
</chart>)"},
    {"contents", R"(<contents title="Содержание" levels="2"/>)"},
    {"pdf-pages", R"(<pdf-pages href="act.pdf" alt="Акт обследования здания, подписан 3 июня 2026 г."/>)"},
    {"keep", R"(<keep><p>Ответственные:</p><list><item>П.А. Лугов</item></list></keep>)"},
    {"page-break", "<page-break/>"},
    {"header", R"(<header align="right">Отчёт за 2025 год</header>)"},
    {"footer", "<footer>стр. <page-number/> из <page-count/></footer>"},
    {"section-page-count", "<footer>лист <page-number/> из <section-page-count/></footer>"},
    {"note", "<p>Школ стало меньше.<note>Две школы объединены с 1 сентября 2025 г.</note></p>"},
    {"ref", R"(<heading id="network">Сеть организаций</heading>
<p>Подробнее – <ref to="network" show="page"/>; об этом же говорит <ref to="network"/>.</p>)"},
    {"i", "<p>Слово <i>курсивом</i></p>"},
};

/// Whether the text has that element.
bool shows(std::string_view example, std::string_view name) {
  const std::string tag = '<' + std::string(name);
  for (std::size_t at = 0; (at = example.find(tag, at)) != std::string_view::npos; ++at) {
    const char next = example[at + tag.size()];
    if (next == ' ' || next == '>' || next == '/') return true;
  }
  return false;
}

}  // namespace

Example exampleOf(Kind kind) {
  const std::string_view name = ruleOf(kind).name;
  for (const auto& [of, text] : kExamples) {
    if (of == name) return {kind, text};
  }
  for (const auto& [of, text] : kExamples) {
    const ElementRule* rule = findRule(of);
    if (rule && shows(text, name)) return {rule->kind, text};
  }
  return {kind, {}};
}

}  // namespace chancery::document
