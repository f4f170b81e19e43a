#include "base/hash.h"

#include <openssl/evp.h>

#include "base/error.h"

namespace chancery {

namespace {

// What OpenSSL looks up anew for every hash unless it is kept: that costs more than a short hash.
struct Hasher {
  EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  Hasher() = default;
  ~Hasher() {
    EVP_MD_CTX_free(context);
    EVP_MD_free(algorithm);
  }
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;
};

}  // namespace

std::string sha256(std::string_view bytes) {
  static constexpr char kHex[] = "0123456789abcdef";
  thread_local const Hasher hasher;
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  if (!hasher.algorithm || !hasher.context ||
      EVP_DigestInit_ex2(hasher.context, hasher.algorithm, nullptr) != 1 ||
      EVP_DigestUpdate(hasher.context, bytes.data(), bytes.size()) != 1 ||
      EVP_DigestFinal_ex(hasher.context, digest, &length) != 1) {
    throw WorldError("hash", "SHA-256", "OpenSSL refused");
  }
  std::string hex(2 * static_cast<std::size_t>(length), '0');
  for (std::size_t i = 0; i < length; ++i) {
    hex[2 * i] = kHex[digest[i] >> 4];
    hex[2 * i + 1] = kHex[digest[i] & 15];
  }
  return hex;
}

}  // namespace chancery
