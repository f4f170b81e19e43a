#include "format/requisite_pictures.h"

#include "base/suggest.h"
#include "format/messages.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

using PicturePointer = std::shared_ptr<const image::Picture>;

/// Null after a diagnostic; null too for a picture that was named but could not be loaded, which
/// has been told already.
PicturePointer findPicture(Context& context, const Node& node) {
  const std::string name(node.attribute(Attribute::href));
  const auto found = context.pictures.find(name);
  if (found != context.pictures.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [known, picture] : context.pictures) names.push_back(known);
  auto added = context.diagnostics.error(messages::kNoPicture,
                                         context.sources.place(node.origin.stated), {name});
  const auto near = suggest(name, names);
  if (near) added.hint(hints::kDidYouMean, {*near});
  return nullptr;
}

int addObject(Context& context, const Node& node, Object object) {
  const std::string_view alternative = node.attribute(Attribute::alt);
  if (!alternative.empty()) object.alternative = alternative;
  object.decorative = object.alternative.empty();
  object.id = "picture-" + std::to_string(context.out.objects.size() + 1);
  object.origin = node.origin;
  context.out.objects.push_back(std::move(object));
  return static_cast<int>(context.out.objects.size()) - 1;
}

Run objectRun(int object, Origin origin) {
  Run run;
  run.field = Run::Field::object;
  run.index = object;
  run.origin = origin;
  return run;
}

/// Where a code of that size stands in the margins of a page; nothing when neither holds it.
std::optional<Placed> placeInMargin(const Section& section, Length size, bool bottomFirst) {
  Placed placed;
  placed.x = section.pageWidth - section.right - size;
  const Placed atBottom{-1, placed.x, section.pageHeight - section.bottom};
  const Placed atTop{-1, placed.x, section.top - size};
  const bool fitsBottom = size <= section.bottom;
  const bool fitsTop = size <= section.top;
  if (fitsBottom && (bottomFirst || !fitsTop)) return atBottom;
  if (fitsTop) return atTop;
  return std::nullopt;
}

QrCodeLook::Place placeOf(const Node& node, const Profile& profile) {
  const std::string_view stated = node.attribute(Attribute::position);
  if (stated == "bottom") return QrCodeLook::Place::bottom;
  if (stated == "top") return QrCodeLook::Place::top;
  return stated == "line" ? QrCodeLook::Place::line : profile.qrCode.place;
}

std::string describe(const Profile& profile, const std::string& text) {
  std::string words = profile.words.qrCode;
  if (const std::size_t at = words.find("%1"); at != std::string::npos) words.replace(at, 2, text);
  return words;
}

}  // namespace

std::optional<Paragraph> letterheadPicture(PartWork& work, const Node& node, Length room) {
  const PicturePointer picture = findPicture(work.context, node);
  if (!picture || picture->height <= Length()) return std::nullopt;
  Object object;
  object.content = picture;
  object.height = work.context.profile.letterhead.pictureHeight;
  object.width = picture->width.scaled(object.height.toEmu(), picture->height.toEmu());
  if (object.width > room) {
    object.height = object.height.scaled(room.toEmu(), object.width.toEmu());
    object.width = room;
  }
  Paragraph paragraph = makeParagraph(work.context, StyleName::picture, "", node.origin);
  paragraph.runs.push_back(
      objectRun(addObject(work.context, node, std::move(object)), node.origin));
  addNumber(work, node.kind, paragraph);
  return paragraph;
}

/// ГОСТ Р 7.0.97-2025, 31: at the bottom right of the first sheet, else at its top right.
std::optional<Paragraph> placeQrCode(PartWork& work, const Node& node) {
  const Profile& profile = work.context.profile;
  const std::string text = node.plainText();
  Object object;
  object.content = image::qrCode(text, profile.qrCode.size);
  if (!std::get<PicturePointer>(object.content)) {
    work.context.diagnostics
        .error(messages::kLongQrCode, work.context.sources.place(node.origin.stated))
        .hint(messages::kLongQrCodeHint);
    return std::nullopt;
  }
  object.width = object.height = profile.qrCode.size;
  object.alternative = describe(profile, text);
  const QrCodeLook::Place place = placeOf(node, profile);
  std::optional<Placed> placed;
  if (place != QrCodeLook::Place::line) {
    placed = placeInMargin(work.section, object.height, place == QrCodeLook::Place::bottom);
  }
  const int index = addObject(work.context, node, std::move(object));
  if (placed) {
    placed->object = index;
    work.section.placed.push_back(*placed);
    return std::nullopt;
  }
  Paragraph paragraph = makeParagraph(work.context, StyleName::qrCode, "", node.origin);
  paragraph.runs.push_back(objectRun(index, node.origin));
  addNumber(work, Kind::qrCode, paragraph);
  return paragraph;
}

}  // namespace chancery::format
