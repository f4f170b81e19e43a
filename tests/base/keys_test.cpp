#include "base/keys.h"

#include <gtest/gtest.h>

#include "base/base64.h"
#include "keys_of_tests.h"

namespace chancery {
namespace {

std::string faultOf(const std::variant<PrivateKey, KeyFault>& read) {
  const auto* fault = std::get_if<KeyFault>(&read);
  if (!fault) return "";
  return *fault == KeyFault::encrypted     ? "encrypted"
         : *fault == KeyFault::unsupported ? "unsupported"
                                           : "unreadable";
}

TEST(Keys, WhatOneHalfSignsTheOtherProves) {
  for (const auto& [privatePem, publicPem, algorithm] :
       {std::tuple{kEdwardsPrivate, kEdwardsPublic, "ed25519"},
        std::tuple{kEllipticPrivate, kEllipticPublic, "ecdsa-sha256"}}) {
    const auto signing = std::get<PrivateKey>(PrivateKey::read(privatePem));
    const auto proving = std::get<PublicKey>(PublicKey::read(publicPem));
    EXPECT_EQ(signing.algorithm(), algorithm);
    EXPECT_EQ(proving.algorithm(), algorithm);
    EXPECT_EQ(signing.fingerprint(), proving.fingerprint());
    std::string signature = signing.sign("text");
    EXPECT_TRUE(proving.verify("text", signature));
    EXPECT_FALSE(proving.verify("texts", signature));
    signature[10] ^= 1;
    EXPECT_FALSE(proving.verify("text", signature));
    EXPECT_FALSE(proving.verify("text", ""));
  }
}

TEST(Keys, AnotherKeyProvesNothing) {
  const auto signing = std::get<PrivateKey>(PrivateKey::read(kEdwardsPrivate));
  const auto other = std::get<PublicKey>(PublicKey::read(kEllipticPublic));
  EXPECT_NE(signing.fingerprint(), other.fingerprint());
  EXPECT_FALSE(other.verify("text", signing.sign("text")));
}

TEST(Keys, UnfitKeysAreToldApart) {
  EXPECT_EQ(faultOf(PrivateKey::read(kEncryptedPrivate)), "encrypted");
  EXPECT_EQ(faultOf(PrivateKey::read(kRsaPrivate)), "unsupported");
  EXPECT_EQ(faultOf(PrivateKey::read(kEdwardsPublic)), "unreadable");
  EXPECT_EQ(faultOf(PrivateKey::read("")), "unreadable");
  EXPECT_EQ(faultOf(PrivateKey::read("-----BEGIN PRIVATE KEY-----\nAAAA\n")), "unreadable");
  EXPECT_TRUE(std::holds_alternative<KeyFault>(PublicKey::read(kEdwardsPrivate)));
}

TEST(Base64, IsReadAsItIsWritten) {
  for (const std::string& bytes : {std::string(), std::string("a"), std::string("ab"),
                                   std::string("abc"), std::string("\0\xFF\x7F\x80", 4)}) {
    std::string text;
    appendBase64(text, bytes);
    EXPECT_EQ(fromBase64(text), bytes);
  }
  for (const char* text : {"a", "YQ", "YQ=", "YR==", "Y===", "YQ==YQ==", "Y Q=", "YWJj\n"}) {
    EXPECT_FALSE(fromBase64(text)) << text;
  }
}

}  // namespace
}  // namespace chancery
