#include "platform/password.h"

#include <array>
#include <new>
#include <semaphore>
#include <stdexcept>

#include <sodium.h>

namespace parley::password {

namespace {

constexpr unsigned long long passes = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr std::size_t memory_octets = crypto_pwhash_MEMLIMIT_INTERACTIVE;

// Waits for one of the process's places.
class Place {
  public:
    Place() {
        if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
        places().acquire();
    }
    ~Place() { places().release(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

  private:
    static std::counting_semaphore<hashings_at_once_max>& places() {
        static std::counting_semaphore<hashings_at_once_max> semaphore(hashings_at_once_max);
        return semaphore;
    }
};

}  // namespace

std::string hash(std::string_view password) {
    const Place place;
    std::array<char, crypto_pwhash_STRBYTES> hashed{};
    if (crypto_pwhash_str(hashed.data(), password.data(), password.size(), passes, memory_octets))
        throw std::bad_alloc();  // its only reason to fail
    return hashed.data();
}

bool matches(std::string_view hash, std::string_view password) {
    const std::string terminated(hash);
    const Place place;
    return crypto_pwhash_str_verify(terminated.c_str(), password.data(), password.size()) == 0;
}

void spend_time_of_a_match(std::string_view password) {
    const Place place;
    std::array<unsigned char, 32> key{};
    constexpr std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
    if (crypto_pwhash(key.data(), key.size(), password.data(), password.size(), salt.data(), passes,
                      memory_octets, crypto_pwhash_ALG_ARGON2ID13))
        throw std::bad_alloc();
}

}  // namespace parley::password
