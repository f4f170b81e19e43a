#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace chancery {

/// Why a text is no key that can be used.
enum class KeyFault {
  unreadable,   ///< no PEM, or damaged
  encrypted,    ///< protected by a passphrase
  unsupported,  ///< neither Ed25519 nor ECDSA
};

/// One half of a key pair, Ed25519 or ECDSA (with SHA-256).
class Key {
 public:
  /// "ed25519", "ecdsa-sha256".
  std::string_view algorithm() const;
  /// SHA-256 of the public key (DER, SubjectPublicKeyInfo) in hex: names the pair.
  std::string fingerprint() const;

 protected:
  struct Data;
  explicit Key(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  std::shared_ptr<const Data> data_;
};

class PublicKey : public Key {
 public:
  /// @param pem «BEGIN PUBLIC KEY»
  static std::variant<PublicKey, KeyFault> read(std::string_view pem);
  /// Whether `signature` is one over `bytes` by the other half.
  bool verify(std::string_view bytes, std::string_view signature) const;

 private:
  using Key::Key;
};

class PrivateKey : public Key {
 public:
  /// @param pem «BEGIN PRIVATE KEY», unencrypted
  static std::variant<PrivateKey, KeyFault> read(std::string_view pem);
  /// Errors: WorldError.
  std::string sign(std::string_view bytes) const;

 private:
  using Key::Key;
};

}  // namespace chancery
