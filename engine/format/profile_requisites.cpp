#include "format/profile_requisites.h"

#include "format/blocks.h"
#include "format/messages.h"
#include "lang/dates.h"

namespace chancery::format {
namespace {

/// Words with places for what the document gives: each of %1 … %`places` at least once, no other.
std::string pattern(ProfileValues& values, const xml::Node& e, std::string_view name, int places,
                    std::string_view absent) {
  const std::string text = values.text(e, name, absent);
  int found = 0;
  bool fits = true;
  for (int place = 1; place <= places; ++place) {
    found += text.find('%' + std::to_string(place)) != std::string::npos;
  }
  for (std::size_t at = text.find('%'); at != std::string::npos; at = text.find('%', at + 1)) {
    const char digit = at + 1 < text.size() ? text[at + 1] : ' ';
    fits = fits && digit >= '1' && digit < '1' + places;
  }
  if (!fits || found != places) {
    values.badValue(e, name).hint(messages::kPlacesHint, {places == 1 ? "%1" : "%1, %2"});
  }
  return text;
}

std::string dateFormat(ProfileValues& values, const xml::Node& e, const std::string& absent) {
  const std::string format = values.text(e, "date-format", absent);
  if (format.empty() || lang::findPatternError(format)) {
    values.badValue(e, "date-format").hint(messages::kDateFormatHint);
  }
  return format;
}

}  // namespace

void readRegistration(const xml::Node& e, ProfileValues& values, Profile& profile) {
  values.allowAttributes(e, {"date-blank", "number-blank", "number-sign", "date-format"});
  profile.dateBlank = values.requireText(e, "date-blank");
  profile.numberBlank = values.requireText(e, "number-blank");
  profile.numberSign = values.requireText(e, "number-sign");
  profile.dateFormat = dateFormat(values, e, profile.dateFormat);
}

void readStamps(const xml::Node& e, ProfileValues& values, Profile& profile) {
  values.allowAttributes(e, {"agreed", "approved", "appendix", "signature-line", "width", "gap"});
  profile.agreedCaption = values.requireText(e, "agreed");
  profile.approvedCaption = values.requireText(e, "approved");
  profile.appendixCaption = values.requireText(e, "appendix");
  profile.signatureLine = values.text(e, "signature-line", "");
  profile.stampWidth = values.positiveLength(e, "width", profile.stampWidth);
  profile.stampGap = values.positiveLength(e, "gap", profile.stampGap);
}

void readSignature(const xml::Node& e, ProfileValues& values, Profile& profile) {
  values.allowAttributes(e, {"name-width", "keep-with-lines", "line-characters"});
  profile.signatureNameWidth = values.requireLength(e, "name-width");
  profile.keepLinesWithSignature =
      static_cast<int>(values.number(e, "keep-with-lines", profile.keepLinesWithSignature, 0, 20));
  profile.charactersOfLine =
      static_cast<int>(values.number(e, "line-characters", profile.charactersOfLine, 10, 200));
}

void readLetterhead(const xml::Node& e, ProfileValues& values, LetterheadLook& look) {
  values.allowAttributes(e,
                         {"form", "corner-width", "corner-gap", "corner-align", "picture-height"});
  look.corner = values.choice(e, "form", {"longitudinal", "corner"}, "longitudinal") == "corner";
  look.cornerWidth = values.positiveLength(e, "corner-width", look.cornerWidth);
  look.cornerGap = values.positiveLength(e, "corner-gap", look.cornerGap);
  look.cornerAlign = parseAlign(values.choice(e, "corner-align", {"left", "center"}, "center"))
                         .value_or(Align::center);
  look.pictureHeight = values.positiveLength(e, "picture-height", look.pictureHeight);
}

void readMarks(const xml::Node& e, ProfileValues& values, MarkWords& words) {
  struct Word {
    const char* name;
    std::string MarkWords::*word;
    bool isPattern;
  };
  static constexpr Word kWords[] = {
      {"form-code", &MarkWords::formCode, true},
      {"copy-number", &MarkWords::copyNumber, true},
      {"phone", &MarkWords::phone, true},
      {"email", &MarkWords::email, true},
      {"okpo", &MarkWords::okpo, true},
      {"ogrn", &MarkWords::ogrn, true},
      {"inn", &MarkWords::inn, true},
      {"of", &MarkWords::of, false},
      {"reply", &MarkWords::reply, false},
      {"reply-number-blank", &MarkWords::replyNumberBlank, false},
      {"reply-date-blank", &MarkWords::replyDateBlank, false},
      {"enclosures", &MarkWords::enclosures, false},
      {"sheets", &MarkWords::sheets, true},
      {"copies", &MarkWords::copies, true},
      {"seal", &MarkWords::seal, false},
      {"copy", &MarkWords::copy, false},
      {"receipt", &MarkWords::receipt, false},
      {"due", &MarkWords::due, true},
      {"control", &MarkWords::control, false},
      {"filing", &MarkWords::filing, false},
      {"qr-code", &MarkWords::qrCode, true},
  };
  std::vector<std::string> names;
  for (const Word& word : kWords) {
    names.emplace_back(word.name);
    std::string& text = words.*word.word;
    text =
        word.isPattern ? pattern(values, e, word.name, 1, text) : values.text(e, word.name, text);
  }
  values.allowAttributes(e, names);
}

void readElectronicSignature(const xml::Node& e, ProfileValues& values,
                             ElectronicSignatureLook& look) {
  values.allowAttributes(e, {"width", "name-width", "border", "padding", "title", "certificate",
                             "owner", "valid", "date-format"});
  look.width = values.positiveLength(e, "width", look.width);
  look.nameWidth = values.positiveLength(e, "name-width", look.nameWidth);
  look.border = values.positiveLength(e, "border", look.border);
  look.padding = values.positiveLength(e, "padding", look.padding);
  look.title = values.text(e, "title", look.title);
  look.certificate = pattern(values, e, "certificate", 1, look.certificate);
  look.owner = pattern(values, e, "owner", 1, look.owner);
  look.valid = pattern(values, e, "valid", 2, look.valid);
  look.dateFormat = dateFormat(values, e, look.dateFormat);
}

void readQrCode(const xml::Node& e, ProfileValues& values, QrCodeLook& look) {
  using Place = QrCodeLook::Place;
  values.allowAttributes(e, {"size", "position"});
  look.size = values.positiveLength(e, "size", look.size);
  const auto place = values.choice(e, "position", {"bottom", "top", "line"}, "bottom");
  look.place = place == "top" ? Place::top : place == "line" ? Place::line : Place::bottom;
}

}  // namespace chancery::format
