#include "cli/help.h"

#include <CLI/CLI.hpp>

#include "base/utf8.h"

namespace chancery::cli {
namespace {

/// Words that the library puts into help texts.
constexpr std::pair<const char*, const char*> kWords[] = {{"Usage", "Команда"},
                                                          {"Positionals", "Что указать"},
                                                          {"Options", "Ключи"},
                                                          {"OPTIONS", "КЛЮЧИ"},
                                                          {"Subcommands", "Команды"},
                                                          {"SUBCOMMAND", "КОМАНДА"},
                                                          {"REQUIRED", "обязательно"},
                                                          {"TEXT", "ТЕКСТ"},
                                                          {"INT", "ЧИСЛО"}};

class Formatter : public CLI::Formatter {
 public:
  std::string make_group(std::string group, bool isPositional,
                         std::vector<const CLI::Option*> options) const override {
    return CLI::Formatter::make_group(get_label(group), isPositional, std::move(options));
  }

  std::string make_subcommands(const CLI::App* program, CLI::AppFormatMode mode) const override {
    std::string text = CLI::Formatter::make_subcommands(program, mode);
    const std::string_view heading = "\nSubcommands:\n";
    if (text.starts_with(heading)) {
      text.replace(0, heading.size(), '\n' + get_label("Subcommands") + ":\n");
    }
    return text;
  }

  std::string make_option(const CLI::Option* option, bool isPositional) const override {
    return line(make_option_name(option, isPositional) + make_option_opts(option),
                make_option_desc(option));
  }

  /// As the library's, but the words for values stand before their list, too: ТЕКСТ:{text,json}.
  std::string make_option_opts(const CLI::Option* option) const override {
    std::string text = CLI::Formatter::make_option_opts(option);
    const std::string kind = " TEXT:{";
    if (text.starts_with(kind)) text.replace(0, kind.size(), ' ' + get_label("TEXT") + ":{");
    return text;
  }

 private:
  std::string line(const std::string& name, const std::string& description) const {
    const std::size_t width = get_column_width();
    std::string text = "  " + name;
    const std::size_t taken = utf8::countCharacters(text);
    text += taken < width ? std::string(width - taken, ' ') : '\n' + std::string(width, ' ');
    for (const char c : description) {
      text += c;
      if (c == '\n') text += std::string(width, ' ');
    }
    return text + '\n';
  }
};

}  // namespace

void setHelpLanguage(CLI::App& program, Language language) {
  auto formatter = std::make_shared<Formatter>();
  if (language == Language::russian) {
    for (const auto& [english, russian] : kWords) formatter->label(english, russian);
  }
  program.formatter(std::move(formatter));
}

}  // namespace chancery::cli
