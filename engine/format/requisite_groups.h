#pragma once

#include <vector>

#include "format/requisite_lines.h"

/// Groups of requisites that have a shape of their own; used by requisites.cpp.
namespace chancery::format {

// requisites_letterhead.cpp

/// The longitudinal letterhead, over the sheet's whole width.
void appendLetterhead(PartWork& work, const document::Node& node, std::vector<Block>& blocks);
/// Whether the part has the letterhead in its corner.
bool hasCornerLetterhead(const Profile& profile, const document::Node& part);
/// Sets the corner block with what stands at its right: all leading children of the part that
/// belong there. Result: how many they are.
std::size_t appendCorner(PartWork& work, const document::Node& part, std::vector<Block>& blocks);
void appendRegistration(PartWork& work, const document::Node& node, std::vector<Block>& blocks);
Paragraph replyTo(PartWork& work, const document::Node& node);
Paragraph access(PartWork& work, const document::Node& node);
/// Requisites whose children stand below each other: addressee, executor.
Paragraph linesOf(PartWork& work, const document::Node& node, StyleName style);
Paragraph formCode(PartWork& work, const document::Node& node);

// requisites_stamps.cpp

void appendStamps(PartWork& work, const document::Node& node, std::vector<Block>& blocks);
/// A stamp of approval alone: УТВЕРЖДАЮ by a person, УТВЕРЖДЕНО by an act.
Paragraph approvalStamp(PartWork& work, const document::Node& node);
/// Stamps of agreement and visas under the text, two side by side; `follows` tells that the last
/// block is a table of such ones.
void appendBesideEachOther(PartWork& work, const document::Node& node, bool follows,
                           std::vector<Block>& blocks);
Paragraph appendixMark(PartWork& work, const document::Node& node);

// requisites_signature.cpp

/// `follows`: the last block is the table of the signature before.
void appendSignature(PartWork& work, const document::Node& node, bool follows,
                     std::vector<Block>& blocks);
void appendJointSignature(PartWork& work, const document::Node& node, std::vector<Block>& blocks);
/// The mark of an electronic signature that stands alone.
void appendElectronicSignature(PartWork& work, const document::Node& node,
                               std::vector<Block>& blocks);
/// Holds the last lines before a signature to it, so that it never stands alone on a page.
void keepWithSignature(Context& context, std::vector<Block>& blocks);
void appendCopyMark(PartWork& work, const document::Node& node, std::vector<Block>& blocks);

// requisites_marks.cpp

void appendEnclosures(PartWork& work, const document::Node& node, std::vector<Block>& blocks);
/// A mark of one paragraph; nothing when the kind is none.
std::optional<Paragraph> mark(PartWork& work, const document::Node& node);

/// «от 5 июня 2026 г. № 217», for the parts that are there; an empty one leaves its blank.
void addActDateAndNumber(PartWork& work, const document::Node& act, Lines& lines);
/// The caption that the node states, else the usual one.
void addCaption(const document::Node& node, const std::string& usual, Lines& lines);
/// «________ И.О. Фамилия».
void addSignedName(PartWork& work, const document::Node& node, Lines& lines);

}  // namespace chancery::format
