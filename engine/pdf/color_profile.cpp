#include "pdf/color_profile.h"

#include "base/error.h"
#include "base/file.h"

namespace chancery::pdf {
namespace {

constexpr std::uint64_t kMaxProfile = 1 << 20;
constexpr std::size_t kHeaderSize = 128;

// ICC.1:2001-04, 6.1: version at byte 8, colour space at 16, the signature "acsp" at 36.
bool isUsable(const std::string& profile) {
  return profile.size() >= kHeaderSize && profile[8] == 2 && profile.compare(16, 4, "RGB ") == 0 &&
         profile.compare(36, 4, "acsp") == 0;
}

}  // namespace

std::vector<std::string> colorProfilePaths() {
  return {"/usr/share/color/icc/sRGB.icc", "/usr/share/color/icc/ghostscript/srgb.icc"};
}

std::string readColorProfile(const std::vector<std::string>& paths, Deflater& deflater) {
  for (const std::string& path : paths) {
    const auto profile = findFile(path, kMaxProfile);
    if (profile && isUsable(*profile)) return deflater.deflate(*profile);
  }
  throw WorldError("read colour profile", paths.front(),
                   "no sRGB profile of version 2 is installed (package icc-profiles-free)");
}

}  // namespace chancery::pdf
