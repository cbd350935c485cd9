#include "platform/random.h"

#include <array>
#include <stdexcept>
#include <vector>

#include <sodium.h>

namespace parley {

namespace {

void require_sodium() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
}

// Never null, which libsodium would not take even with a length of 0.
const unsigned char* octets_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.empty() ? "" : text.data());
}

std::string hex(const unsigned char* octets, std::size_t count) {
    std::string out(2 * count + 1, '\0');  // sodium writes the final zero too
    sodium_bin2hex(out.data(), out.size(), octets, count);
    out.pop_back();
    return out;
}

}  // namespace

std::string random_hex(std::size_t octets) {
    if (octets == 0) return {};
    require_sodium();
    std::vector<unsigned char> random(octets);
    randombytes_buf(random.data(), random.size());
    return hex(random.data(), random.size());
}

std::string sha256_hex(std::string_view data) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), octets_of(data), data.size());
    return hex(digest.data(), digest.size());
}

std::string hmac_sha256_hex(std::string_view key, std::string_view data) {
    crypto_auth_hmacsha256_state state;
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> digest{};
    crypto_auth_hmacsha256_init(&state, octets_of(key), key.size());
    crypto_auth_hmacsha256_update(&state, octets_of(data), data.size());
    crypto_auth_hmacsha256_final(&state, digest.data());
    return hex(digest.data(), digest.size());
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(octets_of(a), octets_of(b), a.size()) == 0;
}

}  // namespace parley
