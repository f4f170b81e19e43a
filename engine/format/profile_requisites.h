#pragma once

#include "format/profile.h"
#include "format/profile_values.h"

namespace chancery::format {

/// Elements of a profile that tell of requisites, each read into its part of `profile`.
void readRegistration(const xml::Node& e, ProfileValues& values, Profile& profile);
void readStamps(const xml::Node& e, ProfileValues& values, Profile& profile);
void readSignature(const xml::Node& e, ProfileValues& values, Profile& profile);
void readLetterhead(const xml::Node& e, ProfileValues& values, LetterheadLook& look);
void readMarks(const xml::Node& e, ProfileValues& values, MarkWords& words);
void readElectronicSignature(const xml::Node& e, ProfileValues& values,
                             ElectronicSignatureLook& look);
void readQrCode(const xml::Node& e, ProfileValues& values, QrCodeLook& look);

}  // namespace chancery::format
