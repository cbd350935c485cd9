// Random tokens and keyed digests (libsodium).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parley {

// Random octets as lower-case hex: twice as many characters as octets.
std::string random_hex(std::size_t octets);

std::string sha256_hex(std::string_view data);
std::string hmac_sha256_hex(std::string_view key, std::string_view data);

// Compares in a time that does not tell where they differ.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace parley
