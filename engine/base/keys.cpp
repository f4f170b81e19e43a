#include "base/keys.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <algorithm>

#include "base/error.h"
#include "base/hash.h"

namespace chancery {
namespace {

struct Free {
  void operator()(BIO* one) const { BIO_free(one); }
  void operator()(EVP_PKEY* one) const { EVP_PKEY_free(one); }
  void operator()(EVP_MD_CTX* one) const { EVP_MD_CTX_free(one); }
};
using Handle = std::unique_ptr<EVP_PKEY, Free>;
using Context = std::unique_ptr<EVP_MD_CTX, Free>;

// Nobody is asked for a passphrase.
int noPassphrase(char*, int, int, void*) {
  return -1;
}

using ReadPem = EVP_PKEY* (*)(BIO*, EVP_PKEY**, pem_password_cb*, void*);

std::variant<Handle, KeyFault> readPem(std::string_view pem, ReadPem read) {
  if (pem.find("ENCRYPTED") != std::string_view::npos) return KeyFault::encrypted;
  const std::unique_ptr<BIO, Free> bio(
      BIO_new_mem_buf(pem.data(), static_cast<int>(std::min<std::size_t>(pem.size(), 1u << 20))));
  Handle key(bio ? read(bio.get(), nullptr, noPassphrase, nullptr) : nullptr);
  if (!key) return KeyFault::unreadable;
  const int kind = EVP_PKEY_base_id(key.get());
  if (kind != EVP_PKEY_ED25519 && kind != EVP_PKEY_EC) return KeyFault::unsupported;
  return key;
}

const unsigned char* bytesOf(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

struct Key::Data {
  Handle key;
  bool isEdwards() const { return EVP_PKEY_base_id(key.get()) == EVP_PKEY_ED25519; }
  const EVP_MD* digest() const { return isEdwards() ? nullptr : EVP_sha256(); }
};

std::string_view Key::algorithm() const {
  return data_->isEdwards() ? "ed25519" : "ecdsa-sha256";
}

std::string Key::fingerprint() const {
  unsigned char* der = nullptr;
  const int size = i2d_PUBKEY(data_->key.get(), &der);
  if (size <= 0) throw WorldError("read", "public key", "OpenSSL refused");
  std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return sha256(bytes);
}

std::variant<PublicKey, KeyFault> PublicKey::read(std::string_view pem) {
  auto key = readPem(pem, PEM_read_bio_PUBKEY);
  if (const auto* fault = std::get_if<KeyFault>(&key)) return *fault;
  return PublicKey(std::make_shared<const Data>(Data{std::move(std::get<Handle>(key))}));
}

bool PublicKey::verify(std::string_view bytes, std::string_view signature) const {
  const Context context(EVP_MD_CTX_new());
  return context &&
         EVP_DigestVerifyInit(context.get(), nullptr, data_->digest(), nullptr, data_->key.get()) ==
             1 &&
         EVP_DigestVerify(context.get(), bytesOf(signature), signature.size(), bytesOf(bytes),
                          bytes.size()) == 1;
}

std::variant<PrivateKey, KeyFault> PrivateKey::read(std::string_view pem) {
  auto key = readPem(pem, PEM_read_bio_PrivateKey);
  if (const auto* fault = std::get_if<KeyFault>(&key)) return *fault;
  return PrivateKey(std::make_shared<const Data>(Data{std::move(std::get<Handle>(key))}));
}

std::string PrivateKey::sign(std::string_view bytes) const {
  const Context context(EVP_MD_CTX_new());
  std::size_t size = 0;
  const bool isReady =
      context &&
      EVP_DigestSignInit(context.get(), nullptr, data_->digest(), nullptr, data_->key.get()) == 1 &&
      EVP_DigestSign(context.get(), nullptr, &size, bytesOf(bytes), bytes.size()) == 1;
  std::string signature(size, '\0');
  if (!isReady || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()),
                                 &size, bytesOf(bytes), bytes.size()) != 1) {
    throw WorldError("sign", "checkpoint", "OpenSSL refused");
  }
  signature.resize(size);
  return signature;
}

}  // namespace chancery
