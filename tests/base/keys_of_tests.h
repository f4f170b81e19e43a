#pragma once

/// Keys that guard nothing: made for the tests.
namespace chancery {

inline constexpr const char* kEdwardsPrivate = R"(-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIAPeRX1kZme8Jt6ZUWVDuHZea0EhLiAcwOfro8oPZzQp
-----END PRIVATE KEY-----
)";
inline constexpr const char* kEdwardsPublic = R"(-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAhwgADT74LFKkjFlUa+3xZHCYsK4lh3zbwb/impYD1a0=
-----END PUBLIC KEY-----
)";
inline constexpr const char* kEllipticPrivate = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQguC55lA/Hb1sPeIkO
DPj7FqKLnGF6eP260py5rRxq7YOhRANCAAQSZhghCht7oMy9sEooBUn+yia0AXvV
f0vQI4CUCoAA18FN7seEOX1bwl69gWXN79CL1tl5L1EBv+sKPEy6/tZp
-----END PRIVATE KEY-----
)";
inline constexpr const char* kEllipticPublic = R"(-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEmYYIQobe6DMvbBKKAVJ/somtAF7
1X9L0COAlAqAANfBTe7HhDl9W8JevYFlze/Qi9bZeS9RAb/rCjxMuv7WaQ==
-----END PUBLIC KEY-----
)";
inline constexpr const char* kEncryptedPrivate = R"(-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjrRCQL5QMNYAICCAAw
DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEG9fD5/l47Ap+f0SL2WQktwEQG6p
hhpvq+DPAhrQyM7iKnU4+XHCDETLdqRpE1iG0hiE+r/fhpDiwpbJtPBg66rcwgtN
85kuGch+qeqRxjGF6Dg=
-----END ENCRYPTED PRIVATE KEY-----
)";
inline constexpr const char* kRsaPrivate = R"(-----BEGIN PRIVATE KEY-----
MIICdwIBADANBgkqhkiG9w0BAQEFAASCAmEwggJdAgEAAoGBANcRNuIYKnC8q/P8
TwBxFyA7xYI7rP+nHSXE9fri0+ebmbDWH5r44ydqgd18XkmdIZghlzC0CqhS7trT
lJ6Zx7CR2OjTcMCiH2f4YgOfJ1gOadipKZCPn5N9UVjaGKUXzpS9y2mXubVJm/IM
Tj6VVsAf/Iv4Hxh4XgQ+KyBni56fAgMBAAECgYBCXuSiF7UZP5CNZkL3Lu9lGi0U
yNfVubvsCQGkYFXm9wUSJrJwP/jSFDNpp9TtQNm6OjuPYzCay6U80OjfnTObf/Ug
gOSbvZkHklhuyus7zpOXJzbqz3LpVewl+5B4GWaEeCGGl3VmCeyrhHymKU6gTdCy
25F0fOAYnokKtNPI0QJBAPpqiDtQM/DgZTOEEFUA7AbBVV9woVetpvaMeSoQf+It
qKj7KpK1vA4qul1A/H6y9e3gIEFKnFxlOHBcjrdhtZcCQQDb3OXNdwFxh9ppbaz4
41CacYTcKEU46Rd2j6mUe7Atz6FhbhPLSMlh4xelOjWye56Y7b5gqm9/hDnake+l
rVA5AkEAzEcXdvtIQ9lp9QpooE8uO5x/Xmns1C+OolWZid0H1aRVj/PEmQWzsQLe
ILCgyWKICFLrPRf2UdEop1B6A9KrZQJBAK+2vm5UMvIiKhtiTQBo461bFlzBTnlq
SJc3v8bsh2RFcWulhupLlK7HyMkDWZD4nUsJjsJA1HVsHrShN48IkXkCQHVX7G4E
wRu4y96Z1INIcXDW12OSDOMlAPTA/CZCSRtzUo/BC1DtcGOnFfJv0tKPaRw8QQKh
HzLHTUh6/KPMB4k=
-----END PRIVATE KEY-----
)";

}  // namespace chancery
